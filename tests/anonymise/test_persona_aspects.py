"""The team's own texts for persona cards pass when they are released and name nobody; ours stay unless left out."""

from pathlib import Path

import pytest

from pipeline.anonymise.persona_aspects import persona_aspects
from pipeline.anonymise.reading import names_in
from pipeline.anonymise.searching import KnownNames
from pipeline.findings import Finding
from pipeline.forms import PERSONA_ASPECTS
from pipeline.inbox.answers import Answers, Received
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.forms.workbook import form_workbook
from pipeline.ttr.personas import SHIPPED, PersonaAspect
from tests.anonymise.answers_made import Said, form, person, programme, sign_up
from tests.workbooks import arrived

TEXT = "Je reist elke dag twee uur."


def passed(*forms: Answers) -> tuple[tuple[PersonaAspect, ...] | None, tuple[Finding, ...]]:
    received = Received(forms)
    return persona_aspects(received, KnownNames(names_in(received)), "nl")


def own(text: str, aspect: str | None = "money", names_nobody: str | None = "yes") -> Said:
    return {"aspect": aspect, "text": text, "names_nobody": names_nobody}


def ours(one: PersonaAspect, use: str | None) -> Said:
    return {"value": f"personas.value.{one.aspect}.{one.key}", "use": use}


def own_form(*rows: Said, file: str = "inbox/kaarten.xlsx") -> Answers:
    return form(PERSONA_ASPECTS, file, own=rows)


def test_without_a_form_the_texts_are_not_known() -> None:
    assert passed(programme()) == (None, ())


def test_ours_stay_in_order_but_for_those_with_a_no() -> None:
    rows = [ours(one, "no" if one.key == "muslim" else None if one.key == "job" else "yes") for one in SHIPPED]
    found, findings = passed(form(PERSONA_ASPECTS, examples=rows[::-1]))
    assert found == tuple(one for one in SHIPPED if one.key != "muslim")
    assert found[0].place.cell == f"A{len(SHIPPED) + 1}"
    assert findings == ()


def test_a_text_whose_row_was_taken_out_is_left_out() -> None:
    found, _ = passed(form(PERSONA_ASPECTS, examples=[ours(one, "yes") for one in SHIPPED[10:]]))
    assert found == SHIPPED[10:]


def test_own_texts_come_after_ours() -> None:
    found, findings = passed(own_form(own(f"  {TEXT}\u0007\n"), own("R&D <HR>", "care")))
    assert found == (*SHIPPED, PersonaAspect("money", text=TEXT), PersonaAspect("care", text="R&D <HR>"))
    assert findings == ()


@pytest.mark.parametrize("answer", ["no", None])
def test_a_text_that_nobody_released_is_left_out(answer: str | None) -> None:
    found, (finding,) = passed(own_form(own(TEXT, names_nobody=answer)))
    assert found == SHIPPED
    assert (finding.key, finding.place.cell, finding.about) == ("persona_aspect_not_released", "C2", "persona_aspects")
    assert not finding.stops


@pytest.mark.parametrize("text", ["Je bent bevriend met Naïma.", "Vraag Naima Aït Ben.", "n.ait@school.test kent je."])
def test_a_text_that_names_somebody_is_left_out(text: str) -> None:
    found, (finding,) = passed(sign_up(person("Naïma Aït Ben", "n@school.test")), own_form(own(text)))
    assert found == SHIPPED
    assert (finding.key, finding.place.cell) == ("persona_aspect_names_somebody", "B2")
    assert "Na" not in str(dict(finding.values))


def test_a_text_without_an_aspect_or_without_words_is_left_out_and_the_reader_has_said_so() -> None:
    assert passed(own_form(own(TEXT, None), own("…"))) == (SHIPPED, ())


def test_the_same_text_twice_is_one_but_not_about_another_aspect() -> None:
    found, (finding,) = passed(own_form(own(TEXT), own(TEXT.upper()), own(TEXT, "care")))
    assert found == (*SHIPPED, PersonaAspect("money", text=TEXT), PersonaAspect("care", text=TEXT))
    assert (finding.key, finding.place.cell) == ("persona_aspect_twice", "B3")
    assert finding.values == {"first": "inbox/kaarten.xlsx, own, B2"}


def test_two_forms_are_joined() -> None:
    one = form(PERSONA_ASPECTS, "inbox/1.xlsx", examples=[ours(SHIPPED[0], "yes")], own=[own(TEXT)])
    two = form(PERSONA_ASPECTS, "inbox/2.xlsx", examples=[ours(one, "yes") for one in SHIPPED], own=[own("Je leent.")])
    found, (finding,) = passed(one, two)
    assert found == (*SHIPPED, PersonaAspect("money", text=TEXT), PersonaAspect("money", text="Je leent."))
    assert (finding.key, finding.place.file) == ("persona_aspects_joined", "inbox/2.xlsx")


@pytest.mark.parametrize(
    ("left", "key"),
    [((), "persona_aspects_none"), (("gender", "care", "money"), "persona_aspects_few")],
)
def test_texts_about_fewer_than_four_aspects_are_said(left: tuple[str, ...], key: str) -> None:
    rows = [ours(one, "yes" if one.aspect in left else "no") for one in SHIPPED]
    found, (finding,) = passed(form(PERSONA_ASPECTS, examples=rows))
    assert {one.aspect for one in found or ()} == set(left)
    assert finding.key == key
    assert finding.values == ({"left": 3} if left else {})


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_chosen_in_our_own_form_comes_through(language: str, tmp_path: Path) -> None:
    rows = [dict(ours(one, "no" if one.aspect == "belief" else "yes")) for one in SHIPPED]
    written = {"aspect": "care", "text": "R&D <HR>", "names_nobody": "yes"}
    content = form_workbook(PERSONA_ASPECTS, catalogue(language), {"examples": rows, "own": [written]})
    received = arrived(tmp_path, {"kaarten.xlsx": content})
    assert received.findings == ()
    found, findings = persona_aspects(received, KnownNames(()), language)
    assert found == (*(one for one in SHIPPED if one.aspect != "belief"), PersonaAspect("care", text="R&D <HR>"))
    assert findings == ()
