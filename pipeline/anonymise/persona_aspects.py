"""What persona cards may say: our values that are kept, and the team's own that name nobody (M50, M66-M69)."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.anonymise.folding import words
from pipeline.anonymise.prose import plain_text
from pipeline.anonymise.reading import closed, copies, given, place_of, spot
from pipeline.anonymise.searching import KnownNames, Mention
from pipeline.findings import Finding, Place, note
from pipeline.forms.persona_aspects import PERSONA_ASPECTS
from pipeline.inbox.answers import Answers, Received, Row
from pipeline.ttr.personas import ASPECTS_OF_A_PERSONA, SHIPPED, PersonaAspect

ABOUT = PERSONA_ASPECTS.key


def persona_aspects(
    received: Received, names: KnownNames, team_language: str | None
) -> tuple[tuple[PersonaAspect, ...] | None, tuple[Finding, ...]]:
    """What the team's persona cards may say, ours first; None when no form came in."""
    forms = copies(received, PERSONA_ASPECTS)
    if not forms:
        return None, ()
    findings = [
        note("persona_aspects_joined", answers.place, ABOUT, first=spot(forms[0].place)) for answers in forms[1:]
    ]
    own: dict[tuple[str, ...], PersonaAspect] = {}
    for answers, row in _own_rows(forms):
        met = _own(row, names, answers.language or team_language)
        if isinstance(met, PersonaAspect):
            first = own.setdefault((met.aspect, *words(met.text or "")), met)
            if first is not met:
                findings.append(note("persona_aspect_twice", met.place, ABOUT, first=spot(first.place)))
        elif met:
            findings.append(met)
    left = (*_kept(forms), *own.values())
    return left, (*findings, *_too_few(left, forms[0].place))


def _kept(forms: tuple[Answers, ...]) -> Iterator[PersonaAspect]:
    """Ours, but for those with a no, and those whose row somebody took out of the form."""
    rows = [row for answers in forms for row in answers.sheets.get("examples", ())]
    kept = {_value(row): place_of(row, "value") for row in rows}
    left_out = {_value(row) for row in rows if given(row, "use", str) == "no"}
    for one in SHIPPED:
        value = f"{one.aspect}.{one.key}"
        if value not in left_out and (value in kept or not rows):
            yield replace(one, place=kept.get(value, Place()))


def _value(row: Row) -> str:
    """`personas.value.care.child` without its beginning."""
    return ".".join((given(row, "value", str) or "").split(".")[-2:])


def _own_rows(forms: tuple[Answers, ...]) -> Iterator[tuple[Answers, Row]]:
    for answers in forms:
        yield from ((answers, row) for row in answers.sheets.get("own", ()))


def _own(row: Row, names: KnownNames, language: str | None) -> PersonaAspect | Finding | None:
    """A text of the team, or why it stays behind; None where the reader has said so, or there is nothing to say."""
    text = plain_text(closed(row, "text"))
    place = place_of(row, "text")
    aspect = given(row, "aspect", str)
    if not words(text) or aspect is None:
        return None
    if given(row, "names_nobody", str) != "yes":
        return note("persona_aspect_not_released", place_of(row, "names_nobody"), ABOUT)
    if names.mention(text, language) >= Mention.LIKELY:
        return note("persona_aspect_names_somebody", place, ABOUT)
    return PersonaAspect(aspect, text=text, place=place)


def _too_few(left: tuple[PersonaAspect, ...], place: Place) -> Iterator[Finding]:
    aspects = len({one.aspect for one in left})
    if not aspects:
        yield note("persona_aspects_none", place, ABOUT)
    elif aspects < ASPECTS_OF_A_PERSONA:
        yield note("persona_aspects_few", place, ABOUT, left=aspects)
