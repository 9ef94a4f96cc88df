"""Whatever a team writes, whoever releases it: nobody we know by name passes (M90, G30)."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.anonymise.door import Wanted, gate_for, passed
from pipeline.anonymise.folding import folded
from pipeline.forms import ACTION_LIST, CONDITIONS_TABLE, FRAME, MEETING
from pipeline.forms.questions import Choice, Day, Designation, Form, Name, Names, Number, Prose, Question
from pipeline.inbox.answers import Answers, Received
from pipeline.language.catalogue import catalogue, catalogues
from tests.anonymise.answers_made import KEY, TODAY, Said, form, person, sign_up
from tests.anonymise.test_door import texts_in
from tests.anonymise.texts_made import PLAN, TEAM, frame, minutes, point, said, written
from tests.house.measures import ROOT

# None of these is part of a word that the makers below write, in any language.
CANARIES = (
    "Oyelaran Kanarievogel",
    "Nguyễn Thị Hạnh",
    "Łukasz Żółćowski",
    "Ayşegül Yıldızoğlu",
    "Shurendy Martinavilla",
    "Quirijn van Zonneveldt",
    "Siân O’Rafferty",
    "Jürgen Großmannheim",
    "Radjesh Ramdinsingh",
    "Tuti Pattiasinawati",
    "Zhou Xiuying",
    "Abdelkarim Benchekrounix",
)
SENTENCES = {
    "nl": ("{} belde de studenten.", "We vroegen {} om raad, en dat hielp.", "Dat doet {}", "De groep van {}: goed"),
    "en": (
        "{} phoned the students.",
        "We asked {} for advice, and it helped.",
        "That is for {}",
        "The group of {}: fine",
    ),
    "de": (
        "{} rief die Studierenden an.",
        "Wir fragten {} um Rat, und das half.",
        "Das macht {}",
        "Die Gruppe von {}: gut",
    ),
}
ROOM = sign_up(*(person(name) for name in CANARIES))
FORMS = (FRAME, MEETING, ACTION_LIST, CONDITIONS_TABLE)


def spellings(name: str) -> Iterator[str]:
    """The name whole, each of its names alone, in small letters, surname first, with an initial."""
    first, *_, last = name.split()
    yield from (
        name,
        name.lower(),
        first,
        last,
        f"{last}, {first}",
        f"{first[0]}. {last}",
        last.upper(),
        f"{first} {last}",
    )


def answer(question: Question, text: str) -> object:
    """Something for every question; `text` for those that pass after a search."""
    match question.kind:
        case Prose() | Designation():
            return text
        case Choice(_, options):
            return options[-1]  # of a release: what was found may stay
        case Number(lowest, _):
            return lowest
        case Day():
            return date(2028, 1, 14)
        case Name() | Names():
            return CANARIES[0]
        case other:
            raise AssertionError(other)


def filled(asked: Form, where: str, text: str, language: str) -> Answers:
    """The form with harmless texts, and `text` at one question."""
    sheets: dict[str, list[Said]] = {}
    for sheet in asked.sheets:
        row = {one.key: answer(one, text if one.key == where else "Namen leren") for one in sheet.questions}
        sheets[sheet.key] = [row]  # type: ignore[list-item]
    return form(asked, f"inbox/{asked.key}.x", language, **sheets)


PROSE = [
    (asked, question.key)
    for asked in FORMS
    for sheet in asked.sheets
    for question in sheet.questions
    if isinstance(question.kind, Prose | Designation) and question.key not in {"case", "number"}
]


@pytest.mark.parametrize(("asked", "question"), PROSE, ids=lambda one: getattr(one, "key", one))
def test_no_known_name_passes_from_any_question(asked: Form, question: str) -> None:
    for turn, (language, sentences) in enumerate(SENTENCES.items(), len(question)):
        for number, name in enumerate(CANARIES, turn):
            spelling = list(spellings(name))[number % 8]
            text = sentences[number % len(sentences)].format(spelling)
            found = passed(Received((ROOM, filled(asked, question, text, language))), KEY, TODAY)
            told = [folded(one) for one in (*texts_in(found), repr(found))]
            assert not [one for one in told if folded(spelling) in one], (language, spelling)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(PROSE),
    st.sampled_from(CANARIES),
    st.sampled_from(sorted(SENTENCES)),
    st.text(max_size=40),
    st.text(max_size=40),
)
def test_nor_does_it_among_anything_else(
    place: tuple[Form, str], name: str, language: str, before: str, behind: str
) -> None:
    asked, question = place
    text = f"{before} {name} {behind}"
    found = passed(Received((ROOM, filled(asked, question, text, language))), KEY, TODAY)
    assert not [one for one in texts_in(found) if folded(name) in folded(one)]
    for finding in found.findings:
        for words in catalogues():
            assert words.problem(finding)
            assert words.remedy(finding)


def test_the_makers_write_what_passes() -> None:
    for asked in FORMS:
        found = passed(Received((ROOM, filled(asked, "", "", "nl"))), KEY, TODAY).year
        assert found.frame or found.held or found.action_points or found.wordings


# --- what is not wanted is not searched -----------------------------------------------------------------------------


def test_what_a_command_makes_nothing_of_is_left_alone() -> None:
    forms = (frame((*("Joost zegt iets",) * 4,)), minutes("follow_up_1", point("Namen leren")))
    nothing = written(*forms, wanting=lambda _: Wanted.NOTHING)
    cases = written(*forms, wanting=lambda _: Wanted.CASES)
    for found in (nothing, cases):
        assert (said(found), found.year.held, found.year.frame, found.year.action_points) == ([], (), None, ())
    assert said(written(*forms, wanting=lambda _: Wanted.TEXTS)) == ["TEXT_NAMES_SOMEBODY"] * 4


def test_without_the_cases_the_code_of_one_stands_for_itself() -> None:
    found = written(minutes(case="C-7K4M2"), wanting=lambda _: Wanted.TEXTS)
    assert (found.year.held[0].case, said(found)) == ("C-7K4M2", [])
    assert said(written(minutes(case="C-7K4M2"))) == ["MEETING_CASE_UNKNOWN"]


def test_what_is_wanted_may_depend_on_the_plan() -> None:
    found = written(frame(), wanting=lambda plan: Wanted.TEXTS if plan.meeting("follow_up_2") else Wanted.NOTHING)
    assert found.year.frame is not None


def test_who_is_named_in_a_form_that_is_not_searched_is_known_to_the_gate() -> None:
    form = minutes(people="Chukwuemeka Obi")
    received = Received((PLAN, TEAM, form))
    found = passed(received, KEY, TODAY, lambda _: Wanted.NOTHING)
    gate = gate_for(received, found, KEY, catalogue("nl"))
    assert gate.held_back("x.txt", b"Dank aan Chukwuemeka Obi.")


def test_the_lists_of_words_are_loaded_only_where_something_was_written() -> None:
    script = "import sys; from tests.anonymise.texts_made import *; {} ; print(*sys.modules)"
    loaded = {}
    for what in ("written()", "written(frame(), wanting=lambda _: Wanted(0))", "written(frame())"):
        command = [sys.executable, "-c", "from pipeline.anonymise.door import Wanted; " + script.format(what)]
        run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        loaded[what] = "pipeline.anonymise.detection.detecting" in run.stdout.split()
    assert list(loaded.values()) == [False, False, True]


def test_a_form_may_be_filled_in_in_another_language_than_its_own() -> None:
    english = {
        "inventory": "We have tried the photo list in all tutorials, and it helped.",
        "reflection": "The lecturer could have asked what happened before the group laughed.",
        "strategies": "Slow down, ask on and come back to it later, when the class is over.",
    }
    assert said(written(minutes(language="de", **english))) == []
