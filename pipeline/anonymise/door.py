"""The door between what came in and what may be said: no name and no address passes it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.anonymise.key import TeamKey
from pipeline.findings import Finding
from pipeline.inbox.answers import Received
from pipeline.ttr.records import TeamYear

__all__ = ["Passed", "Received", "passed", "received"]


@dataclass(frozen=True, slots=True)
class Passed:
    """The year as it may be said, and what the door found; what the reading found stays with `Received`."""

    year: TeamYear
    findings: tuple[Finding, ...] = ()


def received(inbox: Path) -> Received:
    """Everything that lies in the inbox, still closed."""
    from pipeline.inbox.receiving import received as receive  # noqa: PLC0415 - opens Office's libraries

    return receive(inbox)


def passed(received: Received, key: TeamKey, today: date) -> Passed:
    """The records of the year, and what there is to say about them."""
    del received, today
    return Passed(TeamYear(), key.findings)
