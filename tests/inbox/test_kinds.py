"""Each kind of answer is read in every way people give it; what is not clear is refused, never guessed."""

from datetime import date, time

import pytest

from pipeline.findings import Word
from pipeline.forms import STATEMENTS
from pipeline.forms.questions import (
    YES_NO,
    AcademicYear,
    Address,
    Choice,
    Clock,
    Day,
    Designation,
    Kind,
    Name,
    Number,
    Prose,
    Remark,
)
from pipeline.inbox.kinds import Refused, Said, said
from pipeline.inbox.personal import Personal
from pipeline.inbox.raw import CellValue, RawCell
from pipeline.inbox.vocabulary import keys_offered
from pipeline.language.catalogue import catalogue
from pipeline.ttr.people import ROLES

ROLE = Choice("role", ROLES)
KINDS: tuple[Kind, ...] = (
    Name(),
    Address(),
    Remark(),
    Prose(),
    Designation(),
    ROLE,
    YES_NO,
    Number(1, 5),
    Day(),
    Clock(),
    AcademicYear(),
)


def read(kind: Kind, value: CellValue) -> Said:
    return said(kind, RawCell(value, 7, 3), {})


def refusal(kind: Kind, value: CellValue) -> str:
    answer = read(kind, value)
    assert isinstance(answer, Refused), answer
    return answer.key


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_cell_says_nothing_whatever_is_asked(kind: Kind) -> None:
    assert said(kind, None, {}) is None
    assert read(kind, " \u00a0\u200b\n") is None


@pytest.mark.parametrize("kind", KINDS)
def test_a_formula_and_an_error_are_never_taken_for_an_answer(kind: Kind) -> None:
    assert said(kind, RawCell(None, 1, 1, formula=True), {}) == Refused("formula_not_read")
    assert said(kind, RawCell(None, 1, 1, error=True), {}) == Refused("cell_error")
    assert read(kind, "(formule)") == Refused("formula_not_read")


@pytest.mark.parametrize(
    "name", ["=cmd|' /C calc'!A0", "@SUM(1+1)", "-Aaltje", "+31 Yusuf", "Null", "NA", "True", "Nan", "🌻 Wati"]
)
def test_a_name_is_a_text_whatever_it_looks_like(name: str) -> None:
    assert read(Name(), f"  {name}\u200f ") == Personal(name)


def test_a_name_that_excel_took_for_true_or_for_a_number_is_kept() -> None:
    assert read(Name(), True) == Personal("True")  # noqa: FBT003 - a value of a cell
    assert read(Designation(), 12.0) == Personal("12")


def test_a_room_that_excel_turned_into_a_date_is_refused() -> None:
    assert refusal(Designation(), date(2027, 4, 3)) == "text_became_date"
    assert refusal(Name(), time(9, 0)) == "text_became_date"


def test_nothing_is_cut_off() -> None:
    assert read(Designation(5), "Kamer") == Personal("Kamer")
    assert read(Designation(5), "Kamers") == Refused("text_too_long", {"most": 5, "length": 6})
    assert refusal(Prose(300), "é" * 30_000) == "text_too_long"
    assert refusal(Name(), "x" * 30_000) == "text_too_long"
    assert read(Remark(), "é" * 30_000) == Personal("é" * 30_000)


def test_prose_keeps_its_lines_and_a_designation_has_one() -> None:
    assert read(Prose(), "één\r\ntwee") == Personal("één\ntwee")
    assert read(Designation(), "Gebouw B\nlokaal 2") == Personal("Gebouw B lokaal 2")


@pytest.mark.parametrize(
    "typed",
    [
        "Sevda.Kaya@School.TEST",
        " sevda.kaya@school.test\u00a0",
        "mailto:sevda.kaya@school.test",
        "Sevda Kaya <sevda.kaya@school.test>",
    ],
)
def test_an_address_is_kept_in_lower_case(typed: str) -> None:
    assert read(Address(), typed) == Personal("sevda.kaya@school.test")


@pytest.mark.parametrize(
    "typed",
    [
        "sevda",
        "sevda@school",
        "a b@school.test",
        "a@x.test; b@x.test",
        "@school.test",
        "a@@x.test",
        "a@.test",
        12,
        "a@" + "x" * 30_000,
    ],
)
def test_what_is_no_address_is_said(typed: CellValue) -> None:
    assert refusal(Address(), typed) == "address_odd"


@pytest.mark.parametrize("typed", ["docent", " Docent ", "TEACHER", "Lehrende", "leraar"])
def test_an_option_is_known_in_every_language_and_by_other_words(typed: str) -> None:
    assert read(ROLE, typed) == "teacher"


def test_an_option_is_named_when_one_is_meant_but_never_filled_in() -> None:
    answer = read(ROLE, "docentt")
    assert isinstance(answer, Refused)
    assert answer.key == "choice_close"
    assert answer.values["meant"] == Word("choices.role.teacher")
    assert answer.values["options"] == tuple(Word(f"choices.role.{role}") for role in ROLES)
    assert refusal(ROLE, "tovenaar") == "choice_unknown"
    assert refusal(ROLE, "x" * 30_000) == "choice_unknown"


@pytest.mark.parametrize("typed", ["ja", "Yes", "JA;", True, 1, 1.0])
def test_yes_comes_in_many_ways(typed: CellValue) -> None:
    assert read(YES_NO, typed) == "yes"


@pytest.mark.parametrize("typed", ["nee", "no", "Nein", False, 0])
def test_no_comes_in_many_ways(typed: CellValue) -> None:
    assert read(YES_NO, typed) == "no"


@pytest.mark.parametrize("typed", ["misschien", 2, 0.5])
def test_what_is_neither_yes_nor_no_is_said(typed: CellValue) -> None:
    assert refusal(YES_NO, typed) == "choice_unknown"


@pytest.mark.parametrize("typed", [8, 8.0, "8", " 8 ", "8,0", "8.00", "+8", "\uff18"])
def test_a_whole_number_is_read_from_numbers_and_texts(typed: CellValue) -> None:
    assert read(Number(1, 9), typed) == 8


@pytest.mark.parametrize(
    "typed",
    ["1.234", "1,234", ".5", "8-9", "acht", "8 of 9", 8.5, True, "inf", "1e3", "", date(2027, 1, 8), "9" * 30_000],
)
def test_a_number_is_never_guessed(typed: CellValue) -> None:
    answer = read(Number(0, 5000), typed)
    assert answer is None or answer == Refused("number_unclear", {"lowest": 0, "highest": 5000})


@pytest.mark.parametrize("typed", [0, 6, -1, "99", 1e300])
def test_a_number_beyond_its_limits_is_said_with_them(typed: CellValue) -> None:
    assert read(Number(1, 5), typed) == Refused("number_outside", {"lowest": 1, "highest": 5})


def test_a_number_that_shows_as_no_date_is_no_day() -> None:
    assert refusal(Day(), 46_653) == "date_is_number"
    assert refusal(Day(), "3/4/2027") == "date_unclear"
    assert refusal(Day(), date(1900, 2, 28)) == "date_outside"
    assert refusal(Day(), "23 september 2127") == "date_outside"


def test_midnight_is_a_time() -> None:
    assert read(Clock(), "0:00") == time(0, 0)


def test_a_key_of_the_catalogue_is_known_by_itself_or_by_its_text() -> None:
    sheet = STATEMENTS.sheet("examples")
    kind, keys = sheet.question("statement").kind, keys_offered(sheet)
    for text in ("programme.statement.loan", catalogue("de").say("programme.statement.loan")):
        assert said(kind, RawCell(text, 1, 1), keys) == "programme.statement.loan"
    assert said(kind, RawCell("programme.statement.lone", 1, 1), keys) == Refused("key_unknown")
