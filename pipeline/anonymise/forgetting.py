"""Forgetting: what is destroyed of a whole team or of one person, and a receipt of it that names nobody (G30).

Only what we made or keep is destroyed. The inbox is never touched: what still names somebody there is told, and the
lead takes it away. Files are removed and not overwritten, for on an SSD or a synchronised folder that promises nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Final

from pipeline.anonymise.forgotten_person import Forgotten, person_to_forget
from pipeline.anonymise.key import SAMPLE_KEY, TEAM_KEY
from pipeline.anonymise.roster import Roster
from pipeline.findings import Finding, PipelineError, Place, note
from pipeline.inbox.answers import Received
from pipeline.inbox.listing import Arrival, arrivals
from pipeline.inbox.opening import read_safely
from pipeline.inbox.personal import Personal
from pipeline.workspace import Workspace

MARKER: Final = "key-destroyed.txt"
"""What is left in `private` where the key was: the day on which it was destroyed, and no secret."""


class Kind(StrEnum):
    """What can be destroyed."""

    KEY = "key"
    REVIEW_COPIES = "review_copies"
    SEND_LIST = "send_list"
    TEAM_MAILS = "team_mails"
    LETTERS = "letters"
    COPIES_TO_MEND = "copies_to_mend"


PLACES: Final = {
    Kind.KEY: ("private", TEAM_KEY),
    Kind.REVIEW_COPIES: ("private", "review/**/*"),
    Kind.SEND_LIST: ("private", "send-list*.xlsx"),
    Kind.TEAM_MAILS: ("private", "*_mails/**/*"),
    Kind.LETTERS: ("outbox", "letters/**/*"),
    Kind.COPIES_TO_MEND: ("outbox", "to_mend/**/*"),
}
"""Where each kind lies in a team's folder, as a pattern."""

_FULL_NAMES_ONLY = frozenset({Kind.LETTERS, Kind.SEND_LIST, Kind.TEAM_MAILS})


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be destroyed, by kind: paths from the team's folder.

    `inbox` are the files of the inbox that the lead has to see to: all of them, or those that name the person.
    `unread` could not be searched; `nameless` are those of both whose own name names nobody.
    """

    destroyed: Mapping[Kind, tuple[str, ...]]
    whole: bool
    inbox: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    nameless: frozenset[str] = field(default=frozenset())

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to destroy."""
        return not any(self.destroyed.values())

    @property
    def paths(self) -> tuple[str, ...]:
        """Everything that would be destroyed; the key last, so that a run that is cut off can be given again."""
        others = (path for kind, paths in self.destroyed.items() if kind is not Kind.KEY for path in paths)
        return (*others, *self.destroyed.get(Kind.KEY, ()))


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was destroyed and when, without a name: how many files of each kind.

    `held` counts files that the machine did not let go of; `inbox` names files only where their name names nobody.
    """

    day: date
    whole: bool
    destroyed: Mapping[Kind, int]
    held: int = 0
    inbox: tuple[str, ...] = ()
    inbox_count: int = 0
    unread_count: int = 0


def plan_whole(space: Workspace) -> Plan:
    """Everything by which anybody can be found: key, review copies, send list, mails, letters.

    The public key of the sample holds no secret; PipelineError when that is all there is.
    """
    destroyed = {kind: _files(space, kind) for kind in PLACES}
    if not destroyed[Kind.KEY] and (space.private / SAMPLE_KEY).exists():
        raise PipelineError("forget_sample")
    found, refused = arrivals(space.inbox)
    unread = tuple(finding.place.file for finding in refused)
    return Plan(_filled(destroyed), whole=True, inbox=tuple(arrival.shown for arrival in found), unread=unread)


def plan_person(space: Workspace, received: Received, roster: Roster, who: Personal) -> Plan:
    """What names one person, known by name, address or code; PipelineError when nobody or several may be meant."""
    person = person_to_forget(received, roster, who)
    destroyed: dict[Kind, tuple[str, ...]] = {
        kind: tuple(path for path in _files(space, kind) if _is_about(space, path, kind, person))
        for kind in PLACES
        if kind is not Kind.KEY
    }
    naming, unread = _in_inbox(space, person)
    nameless = frozenset(path for path in (*naming, *unread) if not person.is_named_by(path))
    return Plan(_filled(destroyed), whole=False, inbox=naming, unread=unread, nameless=nameless)


def carry_out(space: Workspace, plan: Plan, day: date) -> Receipt:
    """Destroy what is planned; where the key was, a marker stays with the day."""
    key = plan.destroyed.get(Kind.KEY, ())
    held = set(space.forget(path for path in plan.paths if path not in key))
    if key:
        space.publish(MARKER, f"{day.isoformat()}\n".encode(), private=True)
        held |= set(space.forget(key))
        if held & set(key):
            space.forget([f"{space.private.name}/{MARKER}"])
    counts = {kind: sum(path not in held for path in paths) for kind, paths in plan.destroyed.items()}
    return Receipt(
        day,
        plan.whole,
        {kind: count for kind, count in counts.items() if count},
        len(held),
        tuple(path for path in plan.inbox if path in plan.nameless),
        len(plan.inbox),
        len(plan.unread),
    )


def of_destroyed_key(private: Path) -> tuple[Finding, ...]:
    """That codes started anew, as long as the marker of a destroyed key lies there."""
    try:
        told = (private / MARKER).read_text(encoding="utf-8").strip()
        day = date.fromisoformat(told)
    except (OSError, ValueError):
        return ()
    return (note("key_destroyed", Place(f"{private.name}/{MARKER}"), day=day),)


def _files(space: Workspace, kind: Kind) -> tuple[str, ...]:
    """The files of a kind, also those somebody put there; a link is a file, what it leads to is not ours."""
    root, pattern = PLACES[kind]
    found = (path for path in (space.folder / root).glob(pattern) if path.is_symlink() or path.is_file())
    return tuple(sorted(path.relative_to(space.folder).as_posix() for path in found))


def _filled(destroyed: Mapping[Kind, tuple[str, ...]]) -> Mapping[Kind, tuple[str, ...]]:
    return {kind: paths for kind, paths in destroyed.items() if paths}


def _is_about(space: Workspace, path: str, kind: Kind, person: Forgotten) -> bool:
    """A story may call somebody by one name; a letter says the whole one, or stands under the person's code.

    What cannot be looked through is not kept.
    """
    if kind is Kind.LETTERS and person.codes and Path(path).stem.startswith(person.codes):
        return True
    answer = _names(Arrival(space.folder / path, path), person, surely=kind in _FULL_NAMES_ONLY)
    return isinstance(answer, Finding) or answer


def _in_inbox(space: Workspace, person: Forgotten) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The files of the inbox that name the person, and those that could not be searched."""
    found, refused = arrivals(space.inbox)
    answers = {arrival.shown: _names(arrival, person) for arrival in found}
    unread = (path for path, answer in answers.items() if isinstance(answer, Finding))
    return tuple(path for path, answer in answers.items() if answer is True), (
        *(finding.place.file for finding in refused),
        *unread,
    )


def _names(arrival: Arrival, person: Forgotten, *, surely: bool = False) -> bool | Finding:
    return read_safely(arrival, lambda file: person.is_named_in(arrival.shown, file.content, surely=surely))
