"""The texts of the invented team's year fit the forms and the programme, and name nobody."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from difflib import SequenceMatcher

import pytest

from pipeline.anonymise.case_people import names_in
from pipeline.anonymise.detection.detecting import detected
from pipeline.anonymise.detection.names.known_people import KnownPerson
from pipeline.anonymise.detection.tokens import Text
from pipeline.anonymise.searching import KnownNames, Mention
from pipeline.forms import FRAME, LESSONS, MEETING
from pipeline.forms.action_list import ACTION_LIST
from pipeline.forms.conditions import CONDITIONS_TABLE
from pipeline.forms.frame import CONDITION_QUESTIONS
from pipeline.forms.questions import Choice, Day, Designation, Form, Kind, Number, Prose, Question
from pipeline.inbox.personal import Personal
from pipeline.ttr.frame import FEWEST_WORDS, MOST_WORDS
from tests import case_forms, sample
from tests.year import misfits
from tests.year.planted import COLLEAGUES, STUDENTS, TRACES, Planted
from tests.year.texts import FIRST_DAY, LANGUAGES, SECOND_DAY, SECOND_DUE, Told, YearTexts, year_texts

FORMS: Mapping[str, Form] = {
    "frame": FRAME,
    "new_frame": FRAME,
    "short_frame": FRAME,
    "full_frame": FRAME,
    "long_frame": FRAME,
    "conditions": CONDITIONS_TABLE,
    "first_meeting": MEETING,
    "second_meeting": MEETING,
    "third_meeting": MEETING,
    "action_list": ACTION_LIST,
    "lessons": LESSONS,
}
STORIES = ("inventory", "reflection", "strategies")
IN_EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)


def forms(language: str) -> Iterator[tuple[Form, Told]]:
    texts = year_texts(language)
    yield from ((FORMS[field.name], getattr(texts, field.name)) for field in fields(YearTexts))


def answers(form: Form, told: Told) -> Iterator[tuple[Question, object]]:
    for sheet, rows in told.items():
        for row in rows:
            yield from ((form.sheet(sheet).question(key), answer) for key, answer in row.items())


def texts_of(language: str) -> list[str]:
    """Everything that may stand in a document, but for who reads a report: that is one function, and may be."""
    released = (Prose, Designation)
    said = (
        str(answer)
        for form, told in forms(language)
        for question, answer in answers(form, told)
        if isinstance(question.kind, released) and question.key != "recipient"
    )
    return list(dict.fromkeys(said))


def known() -> list[KnownPerson]:
    """The roster, and who is named in the case forms."""
    told = (case_forms.GROUP_APP, case_forms.UPBRINGING, case_forms.LANGUAGE_MARKS)
    boxes = (text for case in told for box, text in case["people"].items() if box != "consent")
    named = [name for box in boxes for names in names_in(box) for name in names]
    return [KnownPerson(name, name, "other") for name in [*(person.name for person in sample.TEAM), *named]]


def suits(kind: Kind, answer: object) -> bool:
    match kind:
        case Choice(options=options):
            return answer in options
        case Number(lowest=lowest, highest=highest):
            return isinstance(answer, int) and lowest <= answer <= highest
        case Day(earliest=earliest, latest=latest):
            return isinstance(answer, date) and earliest <= answer <= latest
        case Prose(longest=longest, story=story):
            return isinstance(answer, str) and 0 < len(answer) <= longest and (story or "\n" not in answer)
        case Designation(longest=longest):
            return isinstance(answer, str) and 0 < len(answer) <= longest
    return isinstance(answer, str)


def words_of(told: Told) -> int:
    [texts] = told["frame"]
    return sum(len(str(text).split()) for text in texts.values())


def sentences(text: object) -> list[str]:
    return str(text).split(". ")


@IN_EVERY_LANGUAGE
def test_every_answer_is_one_to_a_question_of_its_form(language: str) -> None:
    for form, told in forms(language):
        assert all(suits(question.kind, answer) for question, answer in answers(form, told))
        assert [sheet.key for sheet in form.sheets] == list(told)


@IN_EVERY_LANGUAGE
def test_every_question_that_must_be_answered_is(language: str) -> None:
    for form, told in forms(language):
        for sheet in form.sheets:
            required = {question.key for question in sheet.questions if question.required}
            assert all(required <= row.keys() for row in told[sheet.key])


@IN_EVERY_LANGUAGE
def test_a_frame_has_as_many_words_as_its_name_says(language: str) -> None:
    year = year_texts(language)
    assert 230 <= words_of(year.frame) <= 300
    assert FEWEST_WORDS <= words_of(year.new_frame) <= MOST_WORDS
    assert [words_of(told) for told in (year.short_frame, year.full_frame)] == [FEWEST_WORDS, 448]
    assert [words_of(year.long_frame), words_of(misfits.much_too_long(language))] == [470, 900]


@IN_EVERY_LANGUAGE
def test_the_new_frame_changes_one_sentence_and_rewrites_one_condition(language: str) -> None:
    [old], [new] = year_texts(language).frame["frame"], year_texts(language).new_frame["frame"]
    before, after = sentences(old["definition"]), sentences(new["definition"])
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1
    alike = {key: SequenceMatcher(a=str(old[key]).split(), b=str(new[key]).split()).ratio() for key in old}
    assert alike["condition_1"] == alike["condition_4"] == 1
    assert 0.8 < alike["condition_2"] < 1
    assert alike["condition_3"] < 0.5


@IN_EVERY_LANGUAGE
def test_what_came_of_a_meeting_is_told_in_a_few_sentences(language: str) -> None:
    year = year_texts(language)
    for told in (year.first_meeting, year.second_meeting):
        [discussion] = told["discussion"]
        assert all(40 <= len(str(discussion[key]).split()) <= 90 for key in STORIES)


def test_the_days_are_those_of_the_plan() -> None:
    planned = {meeting[0]: meeting[1] for meeting in sample.MEETINGS}
    assert planned["follow_up_1"] == FIRST_DAY
    assert planned["follow_up_2"] == SECOND_DAY
    assert all(day > SECOND_DAY for day in SECOND_DUE)


@IN_EVERY_LANGUAGE
def test_before_follow_up_2_one_point_is_done_one_begun_and_one_late(language: str) -> None:
    *points, added = year_texts(language).action_list["actions"]
    states = [(point["state"], str(point["due"]) < str(SECOND_DAY)) for point in points]
    assert states == [("done", True), ("busy", False), ("open", True)]
    assert added["state"] == "open"
    assert not {"number", "meeting"} & added.keys()


@IN_EVERY_LANGUAGE
def test_some_give_the_same_some_leave_something_out_and_one_gives_nothing(language: str) -> None:
    rows = year_texts(language).conditions["individual"]
    assert [row["participant"] for row in rows] == [person.name for person in sample.TEAM]
    given = [[str(row[key]) for key in CONDITION_QUESTIONS if key in row] for row in rows]
    texts = [text for row in given for text in row]
    assert {len(row) for row in given} == {0, 2, 3, 4}
    assert len(texts) - len(set(texts)) >= 3


@IN_EVERY_LANGUAGE
def test_no_text_names_anybody_we_know(language: str) -> None:
    names = KnownNames(Personal(person.name) for person in known())
    assert [text for text in texts_of(language) if names.mention(text, language) > Mention.NOBODY] == []


@IN_EVERY_LANGUAGE
@pytest.mark.parametrize("people", [[], known()], ids=["unknown", "known"])
def test_nothing_in_a_text_is_taken_for_a_name(language: str, people: Sequence[KnownPerson]) -> None:
    texts = texts_of(language)
    found = detected([Text(text, language) for text in texts], people)
    marked = [text[span.start : span.end] for text, spans in zip(texts, found, strict=True) for span in spans]
    assert marked == []


@IN_EVERY_LANGUAGE
@pytest.mark.parametrize("planted", [COLLEAGUES, STUDENTS, TRACES], ids=["colleagues", "students", "traces"])
def test_whoever_is_planted_is_noticed(language: str, planted: Mapping[str, Sequence[Planted]]) -> None:
    for one in planted[language]:
        [spans] = detected([Text(one.text, language)], known())
        begin = one.text.index(one.shown)
        end = begin + len(one.shown)
        assert any(span.start <= begin and end <= span.end and not span.asked for span in spans), one.shown


@IN_EVERY_LANGUAGE
def test_a_planted_answer_belongs_to_a_question(language: str) -> None:
    questions = {
        question.key
        for form in (FRAME, MEETING, CONDITIONS_TABLE)
        for sheet in form.sheets
        for question in sheet.questions
        if isinstance(question.kind, Prose | Designation)
    }
    asked = {one.question for planted in (COLLEAGUES, STUDENTS, TRACES) for one in planted[language]}
    assert asked <= questions


@IN_EVERY_LANGUAGE
def test_a_misfit_is_what_it_says(language: str) -> None:
    [five], [three] = misfits.five_conditions(language)["frame"], misfits.three_conditions(language)["frame"]
    [hidden], [gap] = misfits.fifth_below_the_fourth(language)["frame"], misfits.empty_condition(language)["frame"]
    assert [len(five), len(hidden), len(three), len(gap)] == [6, 5, 4, 5]
    assert misfits.FIFTH[language] in str(hidden["condition_4"])
    assert not str(gap["condition_3"]).strip()
    days = [point.get("due") for point in misfits.days_that_are_none(language)["action_points"]]
    assert days == [None, misfits.NO_DAY[language], misfits.SOON[language]]
