"""The year form lies ready with its year in it, and shows the year in numbers beside its questions (M06, M104, G18)."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.documents.annual.year_form import counts_beside, year_form
from pipeline.forms import LESSONS
from pipeline.inbox.answers import Received
from pipeline.language.catalogue import LANGUAGES, Catalogue, catalogue
from pipeline.outbox.forms.document import form_document
from pipeline.ttr.follow_ups import ActionPoint, ActionState
from pipeline.ttr.lessons import LESSONS as PROMPTS
from pipeline.ttr.programme import FOLLOW_UPS, INTRO, Programme
from pipeline.ttr.records import TeamYear
from pipeline.ttr.year_counts import (
    ActionCounts,
    Coverage,
    DiscussedCases,
    FrameCounts,
    MeetingCounts,
    YearCounts,
    year_counts,
)
from tests import workbooks
from tests.documents.held_meetings import year_with_follow_ups
from tests.inbox.word_made import changed, unwrapped, without
from tests.office.judgement import complaints
from tests.office.rendering import pdfs, pictures
from tests.year import lessons_de, lessons_en, lessons_nl

SAMPLES = {"nl": lessons_nl, "en": lessons_en, "de": lessons_de}
every_language = pytest.mark.parametrize("language", LANGUAGES)
Told = Mapping[str, list[Mapping[str, Any]]]


def full_year(language: str) -> TeamYear:
    """After all three follow-ups, with every number known."""
    year = year_with_follow_ups(language)
    assert year.programme is not None
    assert year.frame is not None
    last = replace(year.held[0], meeting="follow_up_3", case=None, present=9, conditions=(1, 2, 3))
    return replace(
        year,
        programme=replace(year.programme, staff=16),
        held=(*year.held, last),
        frame=replace(year.frame, version=2, agreed=False),
        today=date(2028, 6, 1),
    )


def filled_in(language: str) -> Told:
    texts = SAMPLES[language]
    return {"about": [texts.ABOUT], "lessons": [texts.LESSONS], "release": [{"release": "yes"}]}


def written(language: str, told: Told | None = None) -> bytes:
    """The file, with counts beside the questions."""
    made = year_form(full_year(language), catalogue(language))
    assert made is not None
    return form_document(made.form, made.words, made.told if told is None else told, made.beside)


def read(result: Received) -> dict[str, list[dict[str, Any]]]:
    return {key: [dict(workbooks.told(row)) for row in rows] for key, rows in workbooks.only(result).sheets.items()}


def flattened(root: Any) -> None:
    """What is left when somebody pastes the form as text: every paragraph of every cell, one below the other."""
    unwrapped(root)
    without("bookmarkStart", "bookmarkEnd")(root)
    for table in list(root.iter("{*}tbl")):
        parent = table.getparent()
        at = parent.index(table)
        parent[at : at + 1] = list(table.iter("{*}p"))


# --- what is filled in ----------------------------------------------------------------------------------------------


@every_language
def test_it_says_which_year_it_is_about_and_answers_nothing_else(language: str) -> None:
    filled = year_form(year_with_follow_ups(language), catalogue(language))
    assert filled is not None
    assert (filled.form, filled.words.language) == (LESSONS, language)
    assert filled.told == {"about": [{"academic_year": "2027-2028"}]}
    assert list(filled.beside) == list(PROMPTS)


@pytest.mark.parametrize("programme", [None, Programme(), Programme(academic_year="")])
def test_without_a_programme_or_its_year_there_is_none(programme: Programme | None) -> None:
    assert year_form(TeamYear(programme), catalogue("nl")) is None


def test_at_the_beginning_of_a_year_there_are_no_numbers() -> None:
    filled = year_form(TeamYear(Programme(academic_year="2027-2028")), catalogue("nl"))
    assert filled is not None
    assert filled.beside == {}


# --- the numbers ----------------------------------------------------------------------------------------------------

ONE = YearCounts(
    MeetingCounts(3, (INTRO,)),
    Coverage(1, 1, 12, (("follow_up_1", 1),)),
    ActionCounts(open=1, late=1),
    DiscussedCases(1, 1, 1),
    (1, 0, 1, 1),
    FrameCounts(1),
)
MANY = YearCounts(
    MeetingCounts(4, (INTRO, *FOLLOW_UPS)),
    Coverage(14, 13, 16, (("follow_up_1", 11), ("follow_up_2", None), ("follow_up_3", 8))),
    ActionCounts(2, 3, 4, 5, late=2),
    DiscussedCases(2, 2, 2),
    (2, 0, 0, 3),
    FrameCounts(2, agreed=True),
)


EXPECTED: Mapping[str, tuple[YearCounts, Mapping[str, tuple[str, ...]]]] = {
    "nl": (
        ONE,
        {
            "awareness": (
                "Van de 12 medewerkers in leerjaar 1 meldde er één zich aan.",
                "Besproken: één eigen casus en één bedachte casus.",
                "Van één vervolgsessie is de casus niet bekend.",
            ),
            "skills": (
                "Gebruikt bij een casus: voorwaarde 1 (één keer), voorwaarde 3 (één keer) en voorwaarde 4 (één keer).",
                "Niet gebruikt: voorwaarde 2.",
            ),
            "practice": ("Er is één actiepunt afgesproken: 1 open.",),
            "process": (
                "Van de 3 geplande bijeenkomsten is er één geweest.",
                "Aanwezig: 1 bij vervolgsessie 1.",
            ),
            "next_year": (
                "Er wacht nog één actiepunt.",
                "Dat had al klaar moeten zijn.",
                "Het referentiekader is aan versie 1 toe.",
            ),
        },
    ),
    "en": (
        MANY,
        {
            "awareness": (
                "Of the 16 staff in year 1, 13 signed up.",
                "Discussed: 2 cases of your own and 2 invented cases.",
                "For 2 follow-ups the case is not known.",
            ),
            "skills": (
                "Used with a case: condition 1 (2 times) and condition 4 (3 times).",
                "Not used: conditions 2 and 3.",
            ),
            "practice": ("14 action points were agreed: 2 done, 3 in progress, 4 open and 5 dropped.",),
            "process": (
                "The 4 planned meetings have all been held.",
                "Present: 11 at follow-up 1 and 8 at follow-up 3.",
                "On average 10 people were there, with 14 signed up.",
            ),
            "next_year": (
                "7 action points are still to be done.",
                "2 of them should have been done by now.",
                "The team agrees to version 2 of the frame of reference.",
            ),
        },
    ),
    "de": (
        MANY,
        {
            "awareness": (
                "Von 16 Beschäftigten im ersten Studienjahr haben sich 13 angemeldet.",
                "Besprochen: 2 eigene Fälle und 2 erfundene Fälle.",
                "Bei 2 Folgetreffen ist der Fall nicht bekannt.",
            ),
            "skills": (
                "Bei einem Fall genutzt: Bedingung 1 (2-mal) und Bedingung 4 (3-mal).",
                "Nicht genutzt: die Bedingungen 2 und 3.",
            ),
            "practice": ("14 Maßnahmen wurden vereinbart: 2 erledigt, 3 in Arbeit, 4 offen und 5 entfallen.",),
            "process": (
                "Die 4 geplanten Treffen haben alle stattgefunden.",
                "Anwesend: 11 bei Folgetreffen 1 und 8 bei Folgetreffen 3.",
                "Im Durchschnitt waren 10 Personen da, bei 14 Anmeldungen.",
            ),
            "next_year": (
                "7 Maßnahmen sind noch zu erledigen.",
                "2 davon sollten schon erledigt sein.",
                "Das Team stimmt Version 2 des Referenzrahmens zu.",
            ),
        },
    ),
}


@every_language
def test_each_question_has_the_numbers_that_help_in_singular_and_plural(language: str) -> None:
    counts, expected = EXPECTED[language]
    told = counts_beside(counts, catalogue(language))
    assert told == {question: " ".join(sentences) for question, sentences in expected.items()}


@pytest.mark.parametrize(
    ("counts", "question", "expected"),
    [
        (YearCounts(MeetingCounts(4)), "process", "Van de 4 geplande bijeenkomsten is er nog geen geweest."),
        (YearCounts(MeetingCounts(1)), "process", "De geplande bijeenkomst is nog niet geweest."),
        (YearCounts(MeetingCounts(1, FOLLOW_UPS)), "process", "De geplande bijeenkomst is geweest."),
        (YearCounts(MeetingCounts(None, FOLLOW_UPS)), "process", None),
        (YearCounts(coverage=Coverage(9, 9, 8)), "awareness", "9 medewerkers meldden zich aan."),
        (YearCounts(coverage=Coverage(9, 0, 8)), "awareness", None),
        (YearCounts(coverage=Coverage(1, 1, 1)), "awareness", "Eén medewerker meldde zich aan."),
        (YearCounts(actions=ActionCounts(done=2)), "next_year", "Er wachten geen actiepunten meer."),
        (YearCounts(conditions=(0, 0, 0, 0)), "skills", "Niet gebruikt: de voorwaarden 1, 2, 3 en 4."),
    ],
)
def test_what_is_at_the_edge_is_said_rightly(counts: YearCounts, question: str, expected: str | None) -> None:
    assert counts_beside(counts, catalogue("nl")).get(question) == expected


small = st.integers(0, 3)


@given(
    st.sampled_from([catalogue(language) for language in LANGUAGES]),
    st.builds(
        YearCounts,
        st.builds(MeetingCounts, st.none() | st.integers(1, 4), st.sampled_from([(), (INTRO,), FOLLOW_UPS])),
        st.builds(Coverage, st.none() | st.integers(1, 20), st.none() | small, st.none() | st.integers(1, 20)),
        st.builds(ActionCounts, small, small, small, small),
        st.builds(DiscussedCases, small, small, small),
        st.none() | st.tuples(small, small, small, small),
        st.none() | st.builds(FrameCounts, st.integers(1, 9), st.sampled_from([True, False, None])),
    ),
)
def test_whatever_is_counted_is_told_in_whole_sentences(words: Catalogue, counts: YearCounts) -> None:
    for text in counts_beside(counts, words).values():
        assert text.endswith(".")
        assert not re.search(r"\b[01] (?:actiepunten|action points|Maßnahmen|casussen|cases|Fälle)\b|[{}]|  ", text)


def test_an_action_point_counts_as_it_stands_today() -> None:
    points = (ActionPoint("1.1", "Namen leren", due=date(2028, 5, 1), state=ActionState.BUSY),)
    year = TeamYear(Programme(academic_year="2027-2028"), action_points=points, today=date(2028, 6, 1))
    filled = year_form(year, catalogue("nl"))
    assert filled is not None
    assert filled.beside["next_year"] == "Er wacht nog één actiepunt. Dat had al klaar moeten zijn."
    assert year_counts(year).actions.late == 1


# --- the file -------------------------------------------------------------------------------------------------------


@every_language
def test_the_numbers_are_shown_and_never_read_as_an_answer(language: str, tmp_path: Path) -> None:
    content = written(language)
    result = workbooks.arrived(tmp_path, {"jaar.docx": content})
    assert read(result) == {"about": [{"academic_year": "2027-2028"}], "lessons": [{}], "release": [{}]}
    assert set(workbooks.keys(result)) == {"word_answer_missing"}
    shown = workbooks.only(workbooks.arrived(tmp_path, {"jaar.docx": changed(content, unwrapped)}))
    assert not any(dict(workbooks.told(row)) for row in shown.sheets["lessons"])


@every_language
@pytest.mark.parametrize("lost", ["nothing", "bindings", "tags", "bookmarks", "controls"])
def test_what_was_filled_in_beside_the_numbers_is_read_whatever_a_program_lost(
    lost: str, language: str, tmp_path: Path
) -> None:
    away = {
        "nothing": without(),
        "bindings": without("dataBinding"),
        "tags": without("dataBinding", "tag"),
        "bookmarks": without("dataBinding", "tag", "bookmarkStart", "bookmarkEnd"),
        "controls": unwrapped,
    }
    content = changed(written(language, filled_in(language)), away[lost])
    assert read(workbooks.arrived(tmp_path, {"jaar.docx": content})) == filled_in(language)


@every_language
def test_pasted_as_text_only_the_line_with_the_numbers_is_left_of_them(language: str, tmp_path: Path) -> None:
    content = changed(written(language, filled_in(language)), flattened)
    [told] = read(workbooks.arrived(tmp_path, {"jaar.docx": content}))["lessons"]
    ours = catalogue(language).say("forms.lessons.beside.label")
    kept = {
        key: "\n".join(line for line in text.split("\n") if not line.startswith(ours)) for key, text in told.items()
    }
    assert kept == SAMPLES[language].LESSONS


def test_same_input_same_bytes_and_numbers_are_what_differs() -> None:
    assert written("nl") == written("nl")
    made = year_form(full_year("nl"), catalogue("nl"))
    assert made is not None
    assert written("nl") != form_document(made.form, made.words, made.told)


@pytest.mark.parametrize("content", ["little", "usual", "much"])
def test_it_is_valid_and_accessible_and_takes_two_pages_to_fill_in(content: str, tmp_path: Path) -> None:
    paths = []
    for language in LANGUAGES:
        much = {key: text.replace(". ", ".\n") * 6 for key, text in SAMPLES[language].LESSONS.items()}
        told: dict[str, Told | None] = {
            "little": None,
            "usual": filled_in(language),
            "much": {**filled_in(language), "lessons": [much]},
        }
        paths.append(tmp_path / f"year-form-{language}.docx")
        paths[-1].write_bytes(written(language, told[content]))
    assert complaints(paths) == []
    pages = [len(pictures(pdf, tmp_path)) for pdf in pdfs(paths, tmp_path / "seen")]
    assert pages == [2, 2, 2] if content == "little" else min(pages) > 2
