"""Whatever comes in, no name and no address passes the door."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, time

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.anonymise.folding import folded
from pipeline.anonymise.key import TeamKey
from pipeline.anonymise.roster import Roster
from pipeline.findings import note
from pipeline.forms import FORMS
from pipeline.forms.questions import (
    AcademicYear,
    Address,
    CatalogueKey,
    Choice,
    Clock,
    Day,
    Designation,
    Door,
    Kind,
    Name,
    Names,
    Number,
    Prose,
    Remark,
)
from pipeline.inbox.answers import Answers
from pipeline.inbox.personal import Personal
from pipeline.language.catalogue import catalogues
from pipeline.ttr.records import TeamYear
from tests.anonymise.answers_made import (
    Said,
    form,
    meeting,
    own_statement,
    person,
    programme,
    sign_up,
    statements,
    through,
)

KNOWN_NAMES = (
    "Fatima el Amrani",
    "Vries, J. de",
    "Łukasz Żółć",
    "Nguyễn Thị Hạnh",
    "李伟明",
    "محمد العلي",
    "Ayşe Yıldız",
    "Kwabena Owusu-Ansah",
    "Sari Latuheru",
    "O’Neill, Siân",
    "Zoë D'Angelo",
    "राम शर्मा",
    "Ṣadé Adébáyọ̀",
    "Winston Pengel-Ramdin",
)
# Nothing that the program says of its own holds a letter outside of ASCII, so none of these is met by chance.
ODD_NAMES = st.text(min_size=3, max_size=30).filter(lambda text: not text.isascii())
NAMES = st.sampled_from(KNOWN_NAMES) | ODD_NAMES
ADDRESSES = st.emails() | NAMES


VALUES: dict[type, st.SearchStrategy[object]] = {
    Name: NAMES,
    Address: ADDRESSES,
    Remark: NAMES,
    Day: st.dates(date(2027, 1, 1), date(2028, 12, 31)),
    Clock: st.sampled_from([time(9), time(13, 30)]),
    AcademicYear: st.just("2027-2028"),
    CatalogueKey: st.sampled_from(["programme.statement.parents", "programme.name", "terms.online", "nothing.at.all"]),
    Designation: st.just("Zuid"),
    Prose: st.just("~"),
    Names: NAMES,
}


def values_of(kind: Kind) -> st.SearchStrategy[object]:
    if isinstance(kind, Choice):
        return st.sampled_from(kind.options)
    return st.integers(kind.lowest, kind.highest) if isinstance(kind, Number) else VALUES[type(kind)]


@st.composite
def any_form(draw: st.DrawFn) -> Answers:
    asked = draw(st.sampled_from(FORMS))
    sheets: dict[str, list[Said]] = {}
    for sheet in asked.sheets:
        row = st.fixed_dictionaries({one.key: st.none() | values_of(one.kind) for one in sheet.questions})
        sheets[sheet.key] = draw(st.lists(row, max_size=4))
    return form(asked, f"{asked.key}.xlsx", draw(st.sampled_from(["nl", "en", "de", None])), **sheets)


# Files of the same content are read once, so each of these is another one.
INBOXES = st.lists(any_form(), max_size=6).map(
    lambda forms: [replace(answers, digest=str(number)) for number, answers in enumerate(forms)]
)


def withheld(forms: list[Answers]) -> Iterator[str]:
    """Every text in a question that never passes."""
    for answers in forms:
        for sheet in answers.form.sheets:
            for row in answers.sheets.get(sheet.key, ()):
                for question in sheet.questions:
                    value = row[question.key].value
                    if question.kind.door is Door.WITHHELD and isinstance(value, Personal):
                        yield value.reveal()


def texts_in(value: object) -> Iterator[str]:
    """Every text in records and findings, however deep, and what they print."""
    if isinstance(value, str):
        yield str(value)
    elif isinstance(value, Mapping):
        yield from (text for pair in value.items() for part in pair for text in texts_in(part))
    elif isinstance(value, tuple | list | set | frozenset):
        yield from (text for part in value for text in texts_in(part))
    elif isinstance(value, Roster | Personal):
        yield repr(value)  # closed: it is handed to the post, and can be neither printed nor walked through
    elif is_dataclass(value):
        for one in fields(value):
            yield from texts_in(getattr(value, one.name))
    else:
        assert value is None or isinstance(value, int | date | time) or type(value).__module__ == "pipeline.findings"


def test_the_walk_through_records_misses_nothing() -> None:
    found = through(
        programme(meeting("intro", date(2027, 9, 23), place="Zaal 1")),
        sign_up(person("Mei Chen", "m@x.test")),
        statements(own_statement("Ik woon dichtbij.")),
    )
    assert {"Hogeschool Duinstad", "Zaal 1", "Ik woon dichtbij.", "teacher", "parents"} <= set(texts_in(found))


@settings(max_examples=150, deadline=None)
@given(INBOXES)
def test_no_name_address_or_remark_passes_whatever_it_is(forms: list[Answers]) -> None:
    found = through(*forms)
    said = (*texts_in(found), repr(found))
    for secret in withheld(forms):
        assert not [text for text in said if secret in text or repr(secret)[1:-1] in text]
        if secret in KNOWN_NAMES:
            assert not [text for text in said if folded(secret) in folded(text)]


@settings(max_examples=60, deadline=None)
@given(INBOXES)
def test_everything_that_is_said_has_words_in_every_language(forms: list[Answers]) -> None:
    for finding in through(*forms).findings:
        for words in catalogues():
            assert words.problem(finding).strip()
            assert words.remedy(finding).strip()


@settings(max_examples=60, deadline=None)
@given(INBOXES, st.randoms())
def test_no_two_participants_share_a_code_and_the_order_of_the_forms_changes_none(
    forms: list[Answers],
    chance: "st.random.Random",  # type: ignore[name-defined]
) -> None:
    codes = [one.code for one in through(*forms).year.participants]
    assert len(set(codes)) == len(codes)
    shuffled = list(forms)
    chance.shuffle(shuffled)
    assert [one.code for one in through(*shuffled).year.participants] == codes


def test_an_empty_inbox_is_a_year_of_which_nothing_is_known() -> None:
    found = through()
    assert found.year == TeamYear()
    assert [finding.key for finding in found.findings] == ["programme_missing"]


def test_what_is_said_of_the_key_is_handed_on() -> None:
    said = note("key_open_to_others")
    assert said in through(key=TeamKey(bytes(32), findings=(said,))).findings
