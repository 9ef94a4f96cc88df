"""Wordings that say the same are put together, and what a lead has corrected stays corrected (M73, M79)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ttr.grouping import grouped
from pipeline.ttr.wordings import Wording, WordingGroup

WORDINGS = Path(__file__).with_name("wordings")
WORDS = (
    *("veilig", "veiligheid", "namen", "kennen", "fouten", "maken", "mag", "tijd", "feedback", "respect", "Studenten"),
    *("mistakes", "listen", "names", "safe", "Namen", "Fehler", "sicher", "zuhören", "و", "安全", "naam.", "NAAM"),
)
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
TEXTS = st.lists(SENTENCES | st.text(max_size=12), max_size=24)


def corrections(texts: Sequence[str]) -> st.SearchStrategy[dict[str, int]]:
    seen = st.sampled_from(texts) if texts else st.nothing()
    return st.dictionaries(seen | SENTENCES, st.integers(1, 6), max_size=8)


CORRECTED = TEXTS.flatmap(lambda texts: st.tuples(st.just(texts), corrections(texts)))


def numbers(groups: Iterable[WordingGroup]) -> dict[str, int]:
    return {wording.text: group.number for group in groups for wording in group.wordings}


def heaps(texts: Sequence[str], corrected: Mapping[str, int] | None = None) -> set[frozenset[str]]:
    return {frozenset(one.text for one in group.wordings) for group in grouped(texts, corrected or {})}


@given(CORRECTED)
def test_every_text_is_counted_in_exactly_one_group(case: tuple[list[str], dict[str, int]]) -> None:
    texts, corrected = case
    groups = grouped(texts, corrected)
    found = [wording.text for group in groups for wording in group.wordings]
    assert len(set(found)) == len(found)
    assert sum(group.times for group in groups) == sum(bool(text.strip()) for text in texts)
    assert set(found) <= {" ".join(text.split()) for text in texts}
    assert len({group.number for group in groups}) == len(groups)


@given(CORRECTED, st.randoms())
def test_the_order_in_which_they_come_makes_no_difference(
    case: tuple[list[str], dict[str, int]], chance: Random
) -> None:
    texts, corrected = case
    shuffled, items = list(texts), list(corrected.items())
    chance.shuffle(shuffled)
    chance.shuffle(items)
    assert grouped(shuffled, dict(items)) == grouped(texts, corrected)


@given(CORRECTED)
def test_what_comes_back_unchanged_changes_nothing(case: tuple[list[str], dict[str, int]]) -> None:
    texts, corrected = case
    groups = grouped(texts, corrected)
    assert grouped(texts, numbers(groups)) == groups


@given(CORRECTED)
def test_what_a_lead_has_corrected_always_wins(case: tuple[list[str], dict[str, int]]) -> None:
    texts, corrected = case
    found = numbers(grouped(texts, corrected))
    assert {text: found[text] for text in found if text in corrected} == {
        text: corrected[text] for text in found if text in corrected
    }


@given(CORRECTED)
def test_the_largest_group_comes_first_then_the_lowest_number(case: tuple[list[str], dict[str, int]]) -> None:
    groups = grouped(*case)
    assert list(groups) == sorted(groups, key=lambda group: (-group.times, group.number))


def test_repeats_are_one_wording_in_its_most_frequent_spelling() -> None:
    texts = ["Namen kennen.", "namen  kennen", "Namen kennen.", " NAMEN KENNEN !"]
    assert grouped(texts, {}) == (WordingGroup(1, (Wording("Namen kennen.", 4),)),)


def test_a_blank_is_no_wording() -> None:
    assert grouped(["", "  ", "\n"], {}) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tijd nemen voor kennismaking", "tijd nemen voor feedback"),
        ("taking time for feedback", "taking time to get acquainted"),
        ("sich Zeit nehmen für Feedback", "sich Zeit nehmen zum Kennenlernen"),
        ("Duidelijke regels", "Duidelijke feedback"),
        ("Studenten kennen elkaars namen", "Studenten kennen de regels"),
        ("Lehrende hören zu", "Lehrende machen Fehler"),
    ],
)
def test_what_differs_in_what_counts_stays_apart(one: str, other: str) -> None:
    assert len(grouped([one, other], {})) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Een veilige sfeer", "Veiligheid in de klas"),
        ("veilgheid", "Veiligheid"),
        ("Docenten kennen de namen van hun studenten", "Dat je bij je naam genoemd wordt"),
        ("Making mistakes is fine", "You can learn from a mistake"),
        ("Lecturers know students by name", "Docenten kennen de namen van studenten"),
        ("Gute Zusammenarbeit", "In Gruppen zusammenarbeiten"),
        ("Niemand wird ausgeschlossen", "Keine Ausgrenzung"),
        ("Zaklampen uitdelen", "Een zaklamp voor iedereen"),
    ],
)
def test_the_same_in_other_words_is_put_together(one: str, other: str) -> None:
    assert len(grouped([one, other], {})) == 1


def test_wordings_with_one_number_are_together_however_they_differ() -> None:
    corrected = {"Namen kennen": 7, "Samen eten": 7, "Veiligheid": 2, "Een veilige sfeer": 3}
    groups = grouped(list(corrected), corrected)
    assert numbers(groups) == corrected


def test_a_correction_is_known_by_its_wording_however_it_is_spelt() -> None:
    assert numbers(grouped(["Namen kennen", "Samen eten"], {"namen kennen. ": 5, "SAMEN ETEN": 5})) == {
        "Namen kennen": 5,
        "Samen eten": 5,
    }


def test_a_new_wording_joins_the_numbered_group_that_it_is_most_like_and_else_begins_one() -> None:
    corrected = {"Veiligheid": 4, "Samen eten": 1}
    found = numbers(grouped([*corrected, "Een veilige sfeer", "Feedback geven"], corrected))
    assert found == {**corrected, "Een veilige sfeer": 4, "Feedback geven": 2}


def test_a_wording_that_is_gone_still_keeps_its_number_for_what_is_like_it() -> None:
    found = numbers(grouped(["Een veilige sfeer", "Feedback geven"], {"Veiligheid": 1}))
    assert found == {"Een veilige sfeer": 1, "Feedback geven": 2}


def by_hand(path: Path) -> list[list[str]]:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [block.splitlines() for block in "\n".join(lines).split("\n\n")]


def pairs(groups: Iterable[Iterable[str]]) -> Iterator[frozenset[str]]:
    for group in groups:
        yield from map(frozenset, combinations(group, 2))


def agreement(paths: Iterable[Path]) -> tuple[float, float]:
    """Precision and recall over all pairs of all files."""
    right = found = wanted = 0
    for path in paths:
        meant = set(pairs(by_hand(path)))
        told = set(pairs(heaps([text for group in by_hand(path) for text in group])))
        right, found, wanted = right + len(meant & told), found + len(told), wanted + len(meant)
    return right / found, right / wanted


@pytest.mark.parametrize(("half", "least"), [("tuned*", (0.95, 0.8)), ("kept", (0.9, 0.65))])
def test_it_agrees_with_what_was_grouped_by_hand(half: str, least: tuple[float, float]) -> None:
    precision, recall = agreement(WORDINGS.glob(f"??-{half}.txt"))
    assert precision >= least[0]
    assert recall >= least[1]


@pytest.mark.parametrize("language", ["nl", "en", "de"])
def test_it_does_so_in_each_language(language: str) -> None:
    precision, recall = agreement([WORDINGS / f"{language}-kept.txt"])
    assert precision >= 0.8
    assert recall >= 0.6
