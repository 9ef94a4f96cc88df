"""A mention means whoever it is most like; where it is like several, all of them are told."""

import pytest

from pipeline.anonymise.detection.people_met import PeopleMet
from pipeline.anonymise.folding import words

MET = PeopleMet()
for name in ("Fatima El Amrani", "Youssef Oduya", "Marieke de Vries", "Mehmet Demir", "Wei Chen", "Wei Zhang"):
    MET.add(name, words(name))


@pytest.mark.parametrize(
    ("mention", "likely"),
    [
        ("Fatima", {"Fatima El Amrani"}),
        ("El Amrani", {"Fatima El Amrani"}),
        ("Youssefs", {"Youssef Oduya"}),
        ("de Vries", {"Marieke de Vries"}),
        ("Mareike", {"Marieke de Vries"}),
        ("Odoya", {"Youssef Oduya"}),
        ("Meh", {"Mehmet Demir"}),
        ("M. de Vries", {"Marieke de Vries"}),
        ("FA", set()),
        ("F. A.", {"Fatima El Amrani"}),
        ("M.", {"Marieke de Vries", "Mehmet Demir"}),
        ("Wei", {"Wei Chen", "Wei Zhang"}),
        ("Fatima Oduya", set()),
        ("Kwame", set()),
        ("", set()),
    ],
)
def test_whom_a_mention_may_mean(mention: str, likely: set[str]) -> None:
    assert MET.likely(words(mention)) == likely


def test_who_is_met_later_counts_from_then_on() -> None:
    met = PeopleMet()
    assert met.likely(("kofi",)) == set()
    met.add("a", ("kofi", "mensah"))
    assert met.likely(("kofi",)) == {"a"}
    met.add("b", ("kofi", "boateng"))
    assert met.likely(("kofi",)) == {"a", "b"}
    assert repr(met) == "<people>"
