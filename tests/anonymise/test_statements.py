"""The team's own statements pass when they are released and name nobody; ours stay unless they are left out."""

import pytest

from pipeline.forms import STATEMENTS
from pipeline.ttr.power_walk import EXAMPLES, Statement
from tests.anonymise.answers_made import (
    form,
    keys,
    own_statement,
    person,
    programme,
    said_of,
    sign_up,
    statements,
    through,
)

TEXT = "Ik kan op tijd komen zonder eerst mijn zusjes weg te brengen."


def example(key: str, use: str | None) -> dict[str, str | None]:
    return {"statement": f"programme.statement.{key}", "use": use}


def test_without_a_form_the_statements_are_not_known() -> None:
    assert through(programme()).year.statements is None


def test_ours_stay_in_order_but_for_those_with_a_no() -> None:
    rows = [
        example(one.key or "", "no" if one.key == "loan" else None if one.key == "books" else "yes") for one in EXAMPLES
    ]
    year = through(form(STATEMENTS, examples=rows[::-1])).year
    assert year.statements == EXAMPLES[:-1]
    assert year.statements[0].place.cell == "A11"


def test_a_statement_whose_row_was_taken_out_is_left_out() -> None:
    year = through(form(STATEMENTS, examples=[example("history", "yes"), example("parents", "yes")])).year
    assert year.statements == EXAMPLES[:2]


def test_own_statements_come_after_ours() -> None:
    found = through(
        programme(), statements(own_statement(f"  {TEXT}\u0007\n"), own_statement("Ik werk niet.", advantage_if="no"))
    )
    assert keys(found) == []
    assert found.year.statements == (
        *EXAMPLES,
        Statement(text=TEXT, theme="home"),
        Statement(text="Ik werk niet.", theme="home", advantage_if_applies=False),
    )


@pytest.mark.parametrize("answer", ["no", None])
def test_a_statement_that_nobody_released_is_left_out(answer: str | None) -> None:
    found = through(statements(own_statement(TEXT, names_nobody=answer)))
    assert found.year.statements == EXAMPLES
    finding = said_of(found, "statement_not_released")
    assert (finding.place.cell, finding.about, finding.stops) == ("D2", "statements", False)


@pytest.mark.parametrize(
    "text",
    [
        "Ik durf iets te vragen aan Fatima.",
        "Ik ken f.elamrani@x.test.",
        "Yusuf Demir geeft mij les.",
        "Bij Aylin mag dat.",
    ],
)
def test_a_statement_that_names_a_participant_a_lead_or_a_scanned_colleague_is_left_out(text: str) -> None:
    found = through(
        sign_up(person("Fatima el Amrani", "f.elamrani@x.test")),
        programme(lead_1="Yusuf Demir", lead_2="Aylin Kaya"),
        statements(own_statement(text)),
    )
    assert found.year.statements == EXAMPLES
    finding = said_of(found, "statement_names_somebody")
    assert (finding.place.cell, finding.stops) == ("A2", False)


def test_a_colleague_called_like_a_verb_leaves_the_team_its_sentences() -> None:
    found = through(
        programme(),
        sign_up(person("Wil de Beer", "w@x.test")),
        statements(own_statement("Wil ik iets, dan vraag ik het.")),
    )
    assert found.year.statements is not None
    assert len(found.year.statements) == len(EXAMPLES) + 1


def test_a_statement_in_a_form_without_language_is_read_in_that_of_the_team() -> None:
    team = sign_up(person("Lukas Winter", "l@x.test"))
    own = statements(own_statement("Ich muss im Winter nicht frieren."), language=None)
    assert len(through(team, programme(language="de"), own).year.statements or ()) == len(EXAMPLES) + 1
    assert len(through(team, programme(language="nl"), own).year.statements or ()) == len(EXAMPLES)


def test_the_same_statement_twice_is_one() -> None:
    found = through(statements(own_statement(TEXT), own_statement(TEXT.upper().rstrip(".")), own_statement("…")))
    assert [one.text for one in found.year.statements or () if one.text] == [TEXT]
    finding = said_of(found, "statement_twice")
    assert (finding.place.cell, finding.values) == ("A3", {"first": "inbox/statements.xlsx, own, A2"})


def test_two_forms_are_joined() -> None:
    one = form(
        STATEMENTS,
        "inbox/1.xlsx",
        examples=[example("parents", "yes"), example("loan", "no")],
        own=[own_statement(TEXT)],
    )
    two = form(STATEMENTS, "inbox/2.xlsx", examples=[example("loan", "yes")], own=[own_statement("Ik woon dichtbij.")])
    found = through(one, two)
    assert [one.key or one.text for one in found.year.statements or ()] == ["parents", TEXT, "Ik woon dichtbij."]
    assert said_of(found, "statements_joined").place.file == "inbox/2.xlsx"
