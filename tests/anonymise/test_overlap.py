"""Who signs up again is counted once, however the name is spelled this time; nothing but numbers comes of it (G36)."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.anonymise.overlap import overlap, overlap_of
from pipeline.anonymise.roster import Person, Roster
from pipeline.inbox.answers import Received
from pipeline.inbox.personal import Personal
from pipeline.ttr.overlap import Overlap
from tests.anonymise.answers_made import person, sign_up

NAMES = (
    *("Joost van der Meer", "Lieselot Claeys", "Fatima el Amrani", "Emre Yıldız", "Radjesh Ramdin"),
    *("Shurendy Martina", "Kofi Mensah", "Nour al-Khatib", "Li Wei", "Dewi Pattiasina", "Agnieszka Wójcik"),
    *("Jürgen Großmann", "Harriet Whitfield", "Mei-Ling Zhou", "Ngozi Okafor", "Søren Kjær"),
)


def people(*told: tuple[str | None, str | None]) -> Roster:
    said = ((name and Personal(name), address and Personal(address)) for name, address in told)
    return Roster(Person(f"KTM-{number}", name or None, address or None) for number, (name, address) in enumerate(said))


def both(old: tuple[str | None, str | None], new: tuple[str | None, str | None]) -> int:
    return overlap(people(old), people(new)).both


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Jürgen Großmann", "Juergen Grossmann"),
        ("Emre Yıldız", "emre yildiz"),
        ("Joost van der Meer", "Meer, Joost van der"),
        ("Joost van der Meer", "JOOST VAN DER MEER"),
        ("Agnieszka Wójcik", "Agnieszka Wojcik"),
        ("Nour al-Khatib", "Nour Al Khatib"),
        ("Mei-Ling Zhou", "Mei Ling Zhou"),
        ("Søren Kjær", "Soeren Kjaer"),
        ("Li Wei", "Wei Li"),
        ("Dewi Pattiasina", "D. Pattiasina"),
        ("Kofi Mensah", "dr. Kofi Mensah, MSc"),
        ("Fatima el Amrani", "El Amrani, F. (Fatima)"),
    ],
)
def test_another_spelling_of_the_name_is_the_same_person(old: str, new: str) -> None:
    assert both((old, None), (new, None)) == both((new, None), (old, None)) == 1


@pytest.mark.parametrize(
    ("old", "new", "count"),
    [
        (("Ngozi Okafor", "n.okafor@school.test"), ("Ngozi Okafor-Mulder", "N.Okafor@school.test "), 1),
        (("Ngozi Okafor", "n.okafor@school.test"), ("Ngozi Okafor", "okafor@elders.test"), 1),
        (("n.okafor@school.test", None), ("Ngozi Okafor", "n.okafor@school.test"), 1),
        (("D. Pattiasina", "d1@school.test"), ("Dewi Pattiasina", "d2@school.test"), 0),
        (("Li Wei", "l.wei@school.test"), ("Wei Li", "w.li@school.test"), 0),
        (("Kofi Mensah", None), ("Kofi Boateng", None), 0),
        (("Jan de Vries", None), ("Jan van Vries", None), 0),
    ],
)
def test_the_address_or_the_whole_name_tells_and_initials_only_where_no_address_speaks_against_it(
    old: tuple[str, str | None], new: tuple[str, str | None], count: int
) -> None:
    assert both(old, new) == both(new, old) == count


def test_each_person_of_a_year_is_counted_once() -> None:
    one, two = ("D. Pattiasina", None), ("Dewi Pattiasina", None)
    assert overlap(people(two), people(one, two)) == Overlap(1, 2, 1)
    assert overlap(people(one, two), people(two, one)) == Overlap(2, 2, 2)


def test_whoever_may_be_two_leaves_the_other_to_whom_has_no_choice() -> None:
    joris, jan, initial = ("Joris Bakker", None), ("Jan Bakker", None), ("J. Bakker", None)
    assert overlap(people(joris, initial), people(initial, joris)).both == 2
    assert overlap(people(joris, jan), people(initial, joris)).both == 2


def _teams() -> st.SearchStrategy[Sequence[int]]:
    return st.lists(st.integers(0, len(NAMES) - 1), unique=True)


def _told(number: int, *, named: bool) -> tuple[str | None, str | None]:
    return (NAMES[number] if named else None, f"colleague{number}@school.test")


@given(_teams(), _teams(), st.data())
def test_it_counts_who_is_in_both_whichever_year_comes_first(
    old: Sequence[int], new: Sequence[int], data: st.DataObject
) -> None:
    said = [data.draw(st.booleans()) for _ in new]
    first = people(*(_told(number, named=True) for number in old))
    then = people(*(_told(number, named=named) for number, named in zip(new, said, strict=True)))
    expected = len({*old} & {*new})
    assert overlap(first, then) == Overlap(len(old), len(new), expected)
    assert overlap(then, first) == Overlap(len(new), len(old), expected)


@given(_teams())
def test_a_team_that_stays_is_wholly_the_same(team: Sequence[int]) -> None:
    told = people(*((NAMES[number], None) for number in team))
    assert overlap(told, told) == Overlap(len(team), len(team), len(team))


_PARTS = st.sampled_from(["J.", "Jan", "J. A.", "Li", "Wei", "de", "el", "Vries", "Bakker", "Yıldız", "Vries,"])
_SOMEBODY = st.tuples(
    st.lists(_PARTS, min_size=1, max_size=4).map(" ".join), st.sampled_from([None, "a@x.test", "b@x.test"])
)


@given(st.lists(_SOMEBODY, max_size=6), st.lists(_SOMEBODY, max_size=6))
def test_whatever_people_are_called_both_years_agree(
    old: Sequence[tuple[str, str | None]], new: Sequence[tuple[str, str | None]]
) -> None:
    one, other = overlap(people(*old), people(*new)), overlap(people(*new), people(*old))
    assert one.both == other.both


def test_a_large_team_of_likely_names_is_counted_too() -> None:
    many = people(*((f"J. {chr(97 + at % 26)}{chr(97 + at // 26)} Jansen", None) for at in range(600)))
    assert overlap(people(*[("J. Jansen", None)] * 600), many).both == 600


def test_two_inboxes_are_compared_by_all_their_sign_ups_each_person_once() -> None:
    fatima = person("Fatima el Amrani", "f.elamrani@school.test")
    again = person("El Amrani, Fatima", None)
    kofi, mei = person("Kofi Mensah", None, "mentor"), person("Mei-Ling Zhou", None)
    before = Received((sign_up(fatima, kofi), sign_up(again, file="inbox/late.csv")))
    now = Received((sign_up(again, mei),))
    assert overlap_of(before, now) == Overlap(2, 2, 1)
    assert overlap_of(Received(), now) == Overlap(0, 2, 0)
