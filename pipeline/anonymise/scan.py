"""The team scan: each colleague counts once, and the names stay behind (M40-M46)."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from pipeline.anonymise.names import identity_of
from pipeline.anonymise.reading import closed, copies, given, place_of, spot
from pipeline.anonymise.roster import Roster
from pipeline.findings import Finding, note
from pipeline.forms.team_scan import TEAM_SCAN
from pipeline.inbox.answers import Answers, Received, Row
from pipeline.ttr.team_scan import ScanAnswer

SHEETS = ("talks", "colleagues")
"""What was said in a talk weighs more than what the web shows."""
LEVELS = ("expertise", "enthusiasm")


@dataclass(frozen=True, slots=True)
class _Level:
    value: int
    sheet: str
    row: Row


def scan_answers(received: Received, roster: Roster) -> tuple[tuple[ScanAnswer, ...] | None, tuple[Finding, ...]]:
    """The levels of everybody with at least one, sorted so that their order tells nothing; None without a form."""
    forms = copies(received, TEAM_SCAN)
    if not forms:
        return None, ()
    findings: list[Finding] = []
    levels: dict[Hashable, dict[str, _Level]] = {}
    for sheet, row in _rows(forms):
        known = levels.setdefault(_colleague(row, roster), {})
        for question in LEVELS:
            value = given(row, question, int)
            if value is None:
                continue
            first = known.setdefault(question, _Level(value, sheet, row))
            if first.sheet == sheet and first.value != value:
                place = spot(place_of(first.row, question))
                findings.append(note("scan_levels_differ", place_of(row, question), TEAM_SCAN.key, first=place))
    answers = ((_value(known, "expertise"), _value(known, "enthusiasm")) for known in levels.values() if known)
    return tuple(ScanAnswer(*answer) for answer in sorted(answers, key=_order)), tuple(findings)


def _rows(forms: tuple[Answers, ...]) -> Iterator[tuple[str, Row]]:
    for sheet in SHEETS:
        for answers in forms:
            yield from ((sheet, row) for row in answers.sheets.get(sheet, ()))


def _colleague(row: Row, roster: Roster) -> Hashable:
    """Who the row is about; one without a name is about somebody of its own."""
    name = closed(row, "name")
    if name is None:
        return row.place
    found = roster.find(name)
    return ("code", found[0].code) if len(found) == 1 else ("name", identity_of(name.reveal()))


def _value(known: dict[str, _Level], question: str) -> int | None:
    level = known.get(question)
    return level.value if level else None


def _order(answer: tuple[int | None, int | None]) -> tuple[int, int]:
    expertise, enthusiasm = answer
    return expertise or 0, enthusiasm or 0
