"""Found means every word of it; what lies on no mark is wrong; each figure stands beside its bar."""

import pytest

from pipeline.anonymise.detection.spans import Label, Span
from tests.texts.bars import Figure, figures, machine_figures
from tests.texts.failures import failures
from tests.texts.marked import cases_in
from tests.texts.measuring import (
    Searched,
    cases_share,
    found_share,
    hard_forms,
    labelled,
    masked_share,
    named,
    of_origin,
    persons_share,
    precision,
    wrong_words_per_hundred,
)
from tests.texts.printing import bars_table, details, table
from tests.texts.searching import Started

[CASE] = cases_in("""=== en-001
roster: Harriet Whitfield (teacher)
people: p1 turkish student; p2 english teacher
---
⟦p1|Ayşe Yılmaz⟧ saw ⟦p2|Whitfield⟧ in ⟦ROOM|B3.14⟧; ⟦p1|Ayşe's⟧ chair was empty.
""")


def span(words: str, label: Label = Label.NAME, *, asked: bool = False, last: bool = False) -> Span:
    start = CASE.text.rindex(words) if last else CASE.text.index(words)
    return Span(start, start + len(words), label, asked=asked)


def looked(*spans: Span) -> list[Searched]:
    return [Searched(CASE, spans)]


def test_a_name_counts_when_every_word_of_it_is_covered() -> None:
    assert masked_share(looked(span("Ayşe")), named).count == 0
    assert masked_share(looked(span("Ayşe"), span("Yılmaz")), named).count == 1
    assert masked_share(looked(span("Ayşe Yılm")), named).count == 0


def test_the_possessive_ending_need_not_be_covered() -> None:
    assert masked_share(looked(span("Ayşe", last=True)), named).count == 1


def test_asked_counts_as_found_but_not_as_masked() -> None:
    both = looked(span("Ayşe"), span("Yılmaz", asked=True))
    assert masked_share(both, of_origin("turkish")).count == 0
    assert found_share(both, of_origin("turkish")).value == 0.5


def test_a_person_counts_with_all_mentions_and_a_case_with_all_persons() -> None:
    most = [span("Ayşe Yılmaz"), span("Whitfield", asked=True)]
    assert (persons_share(looked(*most)).count, cases_share(looked(*most)).count) == (1, 0)
    every = [*most, span("Ayşe's")]
    assert (persons_share(looked(*every)).count, cases_share(looked(*every)).count) == (2, 1)


def test_any_mark_makes_a_masked_stretch_right() -> None:
    found = looked(span("B3.14"), span("saw"), span("chair", asked=True))
    assert precision(found).value == 0.5
    assert precision(found, Label.ROOM).of == 0
    assert found_share(found, labelled(Label.ROOM)).value == 1
    assert wrong_words_per_hundred(found) == pytest.approx(100 * 2 / 12)


def test_failures_say_where_and_what() -> None:
    found = looked(
        span("Ayşe Yılmaz", asked=True), span("Whitfield"), span("Ayşe's"), span("saw"), span("in", asked=True)
    )
    assert failures(found) == {
        "en-001": {
            "asked": ["0-11 NAME Ayşe Yılmaz"],
            "missed": ["29-34 ROOM B3.14"],
            "wrong": ["12-15 NAME saw"],
            "doubted": ["26-28 NAME in"],
        }
    }


def test_a_form_of_a_name_is_seen() -> None:
    first, second, third = CASE.mentions
    assert hard_forms(CASE, first) == ("diacritics", "off the roster")
    assert hard_forms(CASE, second) == ("on the roster", "plain")
    assert hard_forms(CASE, third) == ("possessive", "diacritics", "off the roster")


def test_every_figure_stands_beside_its_bar() -> None:
    found = looked(span("Ayşe Yılmaz"), span("Whitfield"), span("Ayşe's"))
    shown = bars_table(figures(found))
    assert "| names, masked or asked " in shown
    assert "not reached" not in shown
    assert "not reached" in bars_table(figures(looked()))
    assert all("turkish" not in paragraph or "1.000" in paragraph for paragraph in details(found))


def test_what_is_not_known_of_a_machine_is_left_out() -> None:
    assert [figure.reached for figure in machine_figures(19_999, Started(0.5, None))] == [False, True]
    assert [figure.reached for figure in machine_figures(20_000, Started(1.1, 200_000_001))] == [True, False, False]


def test_rounding_reaches_no_bar() -> None:
    assert not Figure("names", 0.98999, 0.99).reached


def test_a_table_is_aligned() -> None:
    assert (
        table(("a", "b"), [("long", "1"), ("x", "22")]) == "| a    |  b |\n| ---- | -- |\n| long |  1 |\n| x    | 22 |"
    )
