"""The statements of the Power Walk: ours that are kept, and the team's own that name nobody (M52, M111, G23, G24)."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.anonymise.folding import words
from pipeline.anonymise.prose import plain_text
from pipeline.anonymise.reading import closed, copies, given, place_of, spot
from pipeline.anonymise.searching import KnownNames, Mention
from pipeline.findings import Finding, Place, note
from pipeline.forms.statements import STATEMENTS
from pipeline.inbox.answers import Answers, Received, Row
from pipeline.ttr.power_walk import EXAMPLES, Statement

ABOUT = STATEMENTS.key


def statements(
    received: Received, names: KnownNames, team_language: str | None
) -> tuple[tuple[Statement, ...] | None, tuple[Finding, ...]]:
    """The statements that the team walks with, ours first; None when no form came in."""
    forms = copies(received, STATEMENTS)
    if not forms:
        return None, ()
    findings = [note("statements_joined", answers.place, ABOUT, first=spot(forms[0].place)) for answers in forms[1:]]
    own: dict[tuple[str, ...], Statement] = {}
    for answers, row in _own_rows(forms):
        met = _own(row, names, answers.language or team_language)
        if isinstance(met, Statement):
            first = own.setdefault(words(met.text or ""), met)
            if first is not met:
                findings.append(note("statement_twice", met.place, ABOUT, first=spot(first.place)))
        elif met:
            findings.append(met)
    return (*_kept_examples(forms), *own.values()), tuple(findings)


def _kept_examples(forms: tuple[Answers, ...]) -> Iterator[Statement]:
    """Ours, but for those with a no, and those whose row somebody took out of the form."""
    rows = [row for answers in forms for row in answers.sheets.get("examples", ())]
    kept = {_example(row): place_of(row, "statement") for row in rows}
    left_out = {_example(row) for row in rows if given(row, "use", str) == "no"}
    for example in EXAMPLES:
        key = example.key or ""
        if key not in left_out and (key in kept or not rows):
            yield replace(example, place=kept.get(key, Place()))


def _example(row: Row) -> str:
    return (given(row, "statement", str) or "").rpartition(".")[2]


def _own_rows(forms: tuple[Answers, ...]) -> Iterator[tuple[Answers, Row]]:
    for answers in forms:
        yield from ((answers, row) for row in answers.sheets.get("own", ()))


def _own(row: Row, names: KnownNames, language: str | None) -> Statement | Finding | None:
    """A statement of the team, or why it stays behind; None where there is nothing to say about it any more."""
    text = plain_text(closed(row, "statement"))
    place = place_of(row, "statement")
    if not words(text):
        return None
    if given(row, "names_nobody", str) != "yes":
        return note("statement_not_released", place_of(row, "names_nobody"), ABOUT)
    if names.mention(text, language) >= Mention.LIKELY:
        return note("statement_names_somebody", place, ABOUT)
    applies = given(row, "advantage_if", str) != "no"
    return Statement(text=text, theme=given(row, "theme", str), advantage_if_applies=applies, place=place)
