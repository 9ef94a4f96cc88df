"""In the swapped set no name off the roster is left, and each stand-in has the shape of what it stands for."""

import re

import pytest

from pipeline.anonymise.detection.spans import Label
from pipeline.anonymise.folding import folded
from pipeline.anonymise.names import PARTICLES
from tests.texts.marked import SETS, Marked, cases_in, marked_cases
from tests.texts.swapping import listed, stands_in_a_list, swapped

CASE = """=== nl-001
roster: Marieke de Vries (teacher)
people: p1 turkish student; p2 dutch teacher; p3 dutch student; p4 chinese student
---
⟦p1|Ayşe Yılmaz⟧, ⟦p1|ayşe⟧, ⟦p1|YILMAZ⟧, ⟦p1|Ayşe's⟧, ⟦p1|A. Yılmaz⟧, ⟦p1 misspelt|Ayshe⟧, ⟦p1|Yılmaz,
Ayşe⟧ en ⟦EMAIL|a.y@school.example⟧; ⟦p2|Marieke⟧; ⟦p3|Jan-Willem de Boer⟧, ⟦p3|De Boer⟧, ⟦p3 nickname|Wil⟧;
⟦p4|Meilin⟧, ⟦p4|Meilins⟧.
"""


def mentions(case: Marked, key: str) -> list[str]:
    return [case.text[mark.start : mark.end] for mark in case.mentions if mark.person == key]


def test_the_same_word_of_a_person_has_the_same_stand_in() -> None:
    [case] = cases_in(CASE)
    full, lower, capitals, possessive, initial, misspelt, turned = mentions(swapped(case), "p1")
    first, last = full.split()
    assert (lower, capitals, possessive) == (first.lower(), last.upper(), f"{first}'s")
    assert (initial, turned) == (f"{first[0]}. {last}", f"{last},\n{first}")
    assert misspelt != first
    assert sorted(misspelt.lower()) == sorted(first.lower())
    assert not {"Ayşe", "Yılmaz"} & {first, last}


def test_hyphen_particle_and_ending_stay() -> None:
    [case] = cases_in(CASE)
    full, surname, _ = mentions(swapped(case), "p3")
    first, particle, last = full.split()
    assert (first.count("-"), particle, surname) == (1, "de", f"De {last}")
    plain, possessive = mentions(swapped(case), "p4")
    assert possessive == f"{plain}s"


def test_who_is_on_the_roster_stays_and_so_does_everything_else() -> None:
    [case] = cases_in(CASE)
    other = swapped(case)
    assert mentions(other, "p2") == ["Marieke"]
    assert [other.text[mark.start : mark.end] for mark in other.marks if mark.label is Label.EMAIL] == [
        "a.y@school.example"
    ]
    assert swapped(case) == other


@pytest.mark.parametrize("chosen", SETS)
def test_no_mention_of_the_set_is_left(chosen: str) -> None:
    for case in marked_cases(chosen):
        other = swapped(case)
        for person in case.people:
            left = set(mentions(case, person.key)) & set(mentions(other, person.key))
            assert bool(left) == listed(case, person.key), case.name


@pytest.mark.parametrize("chosen", SETS)
def test_a_stand_in_is_no_word_and_in_no_list(chosen: str) -> None:
    for case in map(swapped, marked_cases(chosen)):
        for person in (person for person in case.people if not listed(case, person.key)):
            for part in re.findall(r"[^\W\d_]{4,}", " ".join(mentions(case, person.key))):
                assert folded(part) in PARTICLES or not stands_in_a_list(part.removesuffix("s").lower()), part
