"""The invented case answers are written as their README says, and are as many and as mixed as it promises."""

import re
import unicodedata

import pytest
from stdnum import iban
from stdnum.nl import bsn

from pipeline.anonymise.detection.spans import Label
from tests.texts.marked import LANGUAGES, ORIGINS, SETS, Marked, cases_in, marked_cases

AT_HOME = {"nl": "dutch", "en": "english", "de": "german"}
CASE = """=== nl-001
roster: Marieke de Vries (teacher)
people: p1 turkish student; p2 dutch teacher
---
⟦p1|Ayşe
Yılmaz⟧ (⟦AGE|19 jaar⟧) zocht ⟦p2 nickname|Riek⟧.

=== nl-002
people: p1 arabic other
---
⟦p1 nfd|Noé⟧ schreef.
"""


def stretches(case: Marked) -> list[tuple[str, str]]:
    return [(mark.person or mark.label, case.text[mark.start : mark.end]) for mark in case.marks]


def test_a_case_is_read_without_its_marks() -> None:
    case, other = cases_in(CASE)
    assert case.text == "Ayşe\nYılmaz (19 jaar) zocht Riek."
    assert stretches(case) == [("p1", "Ayşe\nYılmaz"), ("AGE", "19 jaar"), ("p2", "Riek")]
    assert case.marks[2].forms == ("nickname",)
    assert (case.language, case.roster[0].name, case.somebody("p1").origin) == ("nl", "Marieke de Vries", "turkish")
    assert stretches(other) == [("p1", unicodedata.normalize("NFD", "Noé"))]


@pytest.mark.parametrize(
    ("right", "wrong", "about"),
    [
        ("---\n", "", "no line ---"),
        ("Riek⟧", "Riek", "not closed"),
        ("⟦AGE|", "⟦AGES|", "a label"),
        ("p2 nickname|", "p2 short|", "misspelt"),
        ("turkish student", "martian student", "thirteen origins"),
        ("⟦p1|Ayşe", "⟦p3|Ayşe", "p1, p3"),
        ("(teacher)", "teacher", r"Name \(role\)"),
        ("roster:", "team:", "a line of the head"),
    ],
)
def test_a_case_that_is_written_otherwise_is_told_by_name(right: str, wrong: str, about: str) -> None:
    with pytest.raises(ValueError, match=f"nl-001.*{about}"):
        cases_in(CASE.replace(right, wrong, 1))


@pytest.mark.parametrize("chosen", SETS)
def test_each_language_has_its_cases_once(chosen: str) -> None:
    cases = marked_cases(chosen)
    names = [case.name for case in cases]
    assert len(set(names)) == len(names)
    first = {"tuned": 1, "kept": 101}[chosen]
    for language in LANGUAGES:
        numbers = [int(name[3:]) for name in names if name.startswith(language)]
        assert numbers == list(range(first, first + len(numbers)))


def test_there_are_at_least_a_hundred_and_twenty_and_a_third_is_kept_aside() -> None:
    tuned, kept = (len(marked_cases(chosen)) for chosen in SETS)
    assert tuned + kept >= 120
    assert kept * 3 >= tuned + kept - 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_origin_is_met_about_equally_often(language: str) -> None:
    people = [person.origin for chosen in SETS for case in marked_cases(chosen, (language,)) for person in case.people]
    counts = {origin: people.count(origin) for origin in ORIGINS}
    at_home = counts.pop(AT_HOME[language])
    assert min(counts.values()) * 2 >= max(counts.values()), counts
    assert min(counts.values()) * 5 >= at_home


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_is_met(language: str) -> None:
    labels = [mark.label for chosen in SETS for case in marked_cases(chosen, (language,)) for mark in case.marks]
    rare = {label: labels.count(label) for label in Label if labels.count(label) < 4}
    assert rare.keys() <= {Label.BSN}, rare


@pytest.mark.parametrize("chosen", SETS)
def test_names_are_met_in_hard_forms(chosen: str) -> None:
    mentions = [case.text[mark.start : mark.end] for case in marked_cases(chosen) for mark in case.mentions]
    for form in (r"\n", r"'s|’s", "-", "[^\x00-\x7f]", "^[^A-Z]+$", "^[A-Z]{3,}", r"\b[A-Z]\.", "\u0301|\u0308|\u0327"):
        assert any(re.search(form, mention) for mention in mentions), form


@pytest.mark.parametrize("chosen", SETS)
def test_numbers_with_check_digits_are_right(chosen: str) -> None:
    for case in marked_cases(chosen):
        for label, number in stretches(case):
            if label is Label.BSN:
                assert bsn.is_valid(number), case.name
            if label is Label.ID and re.match("[A-Z]{2}[0-9]{2} ?[A-Z0-9]{4}", number) and len(number) > 15:
                assert iban.is_valid(number, check_country=False), case.name


@pytest.mark.parametrize("chosen", SETS)
def test_what_can_be_seen_without_reading_is_marked(chosen: str) -> None:
    for case in marked_cases(chosen):
        marked = {place for mark in case.marks for place in range(mark.start, mark.end)}
        for found in re.finditer(r"\S+@\S+|@\w+|\w+\.example\S*|\d{6,}", case.text):
            assert marked.intersection(range(*found.span())), f"{case.name} at {found.start()}"


@pytest.mark.parametrize("chosen", SETS)
def test_a_name_that_is_marked_once_is_marked_everywhere(chosen: str) -> None:
    """A capitalised name that is also a word may open a sentence as a trap; any other may not stand unmarked."""
    for case in marked_cases(chosen):
        marked = {place for mark in case.marks for place in range(mark.start, mark.end)}
        for mark in case.mentions:
            mention = case.text[mark.start : mark.end]
            if "word" in mark.forms or len(mention) < 4 or mention == mention.lower():
                continue
            for found in re.finditer(rf"\b{re.escape(mention)}\b", case.text):
                assert found.start() in marked, f"{case.name} at {found.start()}"
