"""Everybody who signed up takes part once, however often and however spelled."""

import random
from itertools import permutations

import pytest

from pipeline.anonymise.codes import code_of
from pipeline.anonymise.key import TeamKey, sample_key_text
from pipeline.anonymise.sign_up import roster
from pipeline.findings import Place
from pipeline.forms import SIGN_UP
from pipeline.inbox.answers import Received
from pipeline.inbox.personal import Personal
from tests.anonymise.answers_made import KEY, form, keys, person, programme, said_of, sign_up, through

FATIMA = person("Fatima el Amrani", "f.elamrani@hogeschool.test")
KOFI = person("Kofi Mensah", "k.mensah@hogeschool.test", "mentor", "no")
MEI = person("Mei Chen", "m.chen@hogeschool.test", "team_lead")
SHEET = "participants"


def test_whoever_signs_up_takes_part_by_code_with_role_and_year() -> None:
    year = through(programme(), sign_up(FATIMA, KOFI)).year
    shown = {one.code: (one.role, one.first_year) for one in year.participants}
    assert shown == {
        code_of(KEY, "f.elamrani@hogeschool.test"): ("teacher", True),
        code_of(KEY, "k.mensah@hogeschool.test"): ("mentor", False),
    }


def test_codes_and_their_order_do_not_depend_on_the_order_of_rows_and_forms() -> None:
    seen = {
        through(*(sign_up(one, file=f"inbox/{at}.xlsx") for at, one in enumerate(order))).year.participants
        for order in permutations((FATIMA, KOFI, MEI))
    }
    assert len(seen) == 1


def test_a_participant_knows_the_place_of_the_first_sign_up() -> None:
    (one,) = through(sign_up(FATIMA)).year.participants
    assert one.place == Place("inbox/sign_up.xlsx", SHEET, "A2")


@pytest.mark.parametrize(
    "again",
    [
        person("Fatima el Amrani", "F.ElAmrani@hogeschool.test "),
        person("El Amrani, Fatima", None),
        person("fatima EL-AMRANI", "fatima@prive.test"),
        person("F. el Amrani", "f.elamrani@hogeschool.test"),
        person(None, "f.elamrani@hogeschool.test"),
        person("f.elamrani@hogeschool.test", None),
    ],
)
def test_the_same_address_or_full_name_is_one_participant(again: dict[str, str]) -> None:
    found = through(sign_up(FATIMA), sign_up(KOFI, again, file="inbox/later.csv"))
    assert len(found.year.participants) == 2
    finding = said_of(found, "duplicate_sign_up")
    assert finding.place == Place("inbox/later.csv", SHEET, "A3")
    assert finding.values == {"first": "inbox/sign_up.xlsx, participants, A2"}
    assert not finding.stops


def test_a_later_sign_up_fills_in_what_the_earlier_left_empty() -> None:
    first = {**person("Fatima el Amrani", None, None), "first_year": None}
    (one,) = through(sign_up(first, FATIMA)).year.participants
    assert (one.role, one.first_year) == ("teacher", True)
    assert one.code == code_of(KEY, "f.elamrani@hogeschool.test")


def test_two_roles_for_one_person_are_said_and_the_first_counts() -> None:
    found = through(sign_up(FATIMA, {**FATIMA, "role": None}, {**FATIMA, "role": "support"}))
    assert [one.role for one in found.year.participants] == ["teacher"]
    finding = said_of(found, "sign_up_roles_differ")
    assert finding.place.cell == "C4"
    assert finding.values == {"first": "inbox/sign_up.xlsx, participants, C2"}


def test_an_address_that_two_people_share_is_said() -> None:
    found = through(sign_up(FATIMA, person("Kofi Mensah", "f.elamrani@hogeschool.test")))
    assert len(found.year.participants) == 1
    assert said_of(found, "sign_up_names_differ").place.cell == "A3"


def test_rows_tied_by_a_third_are_one_person() -> None:
    one, two = person("Aylin Demir", "aylin@x.test"), person("Aylin Demir-Kaya", "kaya@x.test")
    tie = person("Aylin Demir", "kaya@x.test")
    assert {len(through(sign_up(*order)).year.participants) for order in permutations((one, two, tie))} == {1}


@pytest.mark.parametrize(
    ("one", "two"),
    [("J. de Vries", "Jan de Vries"), ("Fatima Amrani", "Fatima el Amrani"), ("Li Wei", "Wei Li")],
)
def test_what_may_be_the_same_person_is_asked_and_stays_two(one: str, two: str) -> None:
    found = through(sign_up(person(one, "a@x.test"), person(two, "b@x.test")))
    assert len(found.year.participants) == 2
    finding = said_of(found, "maybe_same_person")
    assert (finding.place.cell, finding.values) == ("A3", {"first": "inbox/sign_up.xlsx, participants, A2"})


def test_people_of_one_family_are_not_taken_for_each_other() -> None:
    found = through(
        programme(), sign_up(*(person(f"{first} de Vries", f"{first}@x.test") for first in ("Jan", "Joke", "Karin")))
    )
    assert keys(found) == []
    assert len(found.year.participants) == 3


def test_a_row_without_name_and_address_is_nobody() -> None:
    assert through(sign_up(person(None), person("  ", " "), FATIMA)).year.participants[1:] == ()


def test_a_name_of_signs_only_is_still_somebody() -> None:
    assert len(through(sign_up(person("🙂"), person("…"), person("🙂"))).year.participants) == 2


def test_the_same_file_twice_is_read_once() -> None:
    copies = [form(SIGN_UP, f"inbox/{at}.xlsx", digest="same", participants=[FATIMA, KOFI]) for at in (1, 2)]
    found = through(programme(), *copies)
    assert keys(found) == []
    assert len(found.year.participants) == 2


def test_an_export_that_came_twice_gets_one_line() -> None:
    team = [person(f"Naam{at} Achternaam{at}", f"n{at}@x.test") for at in range(30)]
    found = through(sign_up(*team, file="inbox/1.csv"), sign_up(*team, KOFI, file="inbox/2.csv"))
    finding = said_of(found, "duplicate_sign_ups")
    assert finding.values == {"count": 30, "first": "inbox/1.csv"}
    assert finding.place == Place("inbox/2.csv")
    assert len(found.year.participants) == 31


def test_thousands_sign_up_and_each_has_a_code() -> None:
    chance = random.Random(3)
    firsts = ["Jan", "Fatima", "Kofi", "Mei", "Aylin", "Sari", "Owusu", "Rania", "Piotr", "Zoë"]
    team = [person(f"{chance.choice(firsts)} Achter{at}", f"p{at}@x.test") for at in range(3000)]
    # One surname and one letter in common is what a comparison of everybody with everybody would drown in.
    team += [person(f"J{at}. Jansen", f"j{at}@x.test") for at in range(2000)]
    participants = through(sign_up(*team)).year.participants
    assert len({one.code for one in participants}) == 5000


def sample(*identities: str) -> TeamKey:
    lines = sample_key_text("0f" * 32, identities).split()
    return TeamKey(bytes.fromhex(lines[0]), lines[1:])


def test_real_people_must_not_sign_up_under_the_samples_key() -> None:
    key = sample("f.elamrani@hogeschool.test", "m.chen@hogeschool.test")
    assert "sample_key" not in keys(through(sign_up(FATIMA, MEI), key=key))
    finding = said_of(through(sign_up(FATIMA, KOFI, person("Jan de Groot", "j@x.test")), key=key), "sample_key")
    assert finding.stops
    assert (finding.about, finding.place) == ("sign_up", Place("inbox/sign_up.xlsx"))


def test_under_the_teams_own_key_everybody_may_sign_up() -> None:
    assert "sample_key" not in keys(through(sign_up(FATIMA)))


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("Fatima el Amrani", [0]),
        ("el amrani, fatima", [0]),
        ("F. el Amrani", [0]),
        ("Amrani, Fatima", [0]),
        ("F.ElAmrani@hogeschool.test", [0]),
        ("Drs. Juergen Mueller", [1]),
        ("J. Müller", [1, 2]),
        ("Fatima", []),
        ("Kofi Mensah", []),
        ("🙂", []),
    ],
)
def test_somebody_is_found_by_the_name_as_it_was_typed(typed: str, who: list[int]) -> None:
    team = (FATIMA, person("Jürgen Müller", "j@x.test"), person("Jale Müller", "ja@x.test"))
    signed_up, _ = roster(Received((sign_up(*team),)), KEY)
    assert list(signed_up.find(Personal(typed))) == [signed_up.people[number] for number in who]


def test_a_roster_does_not_show_who_is_in_it() -> None:
    signed_up, _ = roster(Received((sign_up(FATIMA),)), KEY)
    assert "amrani" not in f"{signed_up!r} {signed_up.people!r}".lower()
