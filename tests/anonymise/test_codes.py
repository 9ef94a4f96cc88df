"""Codes stay the same all year, tell nothing, and belong to one person."""

import random
import re

from hypothesis import given
from hypothesis import strategies as st

from pipeline.anonymise.codes import LOADED, code_of, codes_of
from pipeline.anonymise.key import TeamKey

KEY = TeamKey(bytes(range(32)))
MANY = [f"collega.{number}@hogeschool.test" for number in range(5000)]
SHAPE = re.compile(r"[CDFHJKLMNPRTVWX]{3}-[2-9]{3,}")


def test_a_code_is_three_consonants_and_three_digits_without_look_alikes_or_loaded_groups() -> None:
    codes = [code_of(KEY, identity) for identity in MANY]
    assert all(SHAPE.fullmatch(code) and len(code) == 7 for code in codes)
    assert not [code for code in codes for loaded in LOADED if loaded in code]


def test_the_code_of_an_address_does_not_depend_on_how_it_was_typed() -> None:
    assert len({code_of(KEY, text) for text in ("Noor@X.test", " noor@x.test\u200b", "NOOR@x.test\n")}) == 1
    assert len({code_of(KEY, text) for text in ("Zoë Łukasik", "zoe lukasik", "Łukasik, Zoë", "ZOË ŁUKASIK")}) == 1


def test_this_code_never_changes() -> None:
    assert code_of(KEY, "noor.haddad@hogeschool.test") == "FHW-834"


def test_two_keys_give_unrelated_codes() -> None:
    other = TeamKey(bytes(32))
    assert sum(code_of(KEY, identity) == code_of(other, identity) for identity in MANY) <= 2


def test_nobody_shares_a_code_and_the_order_does_not_matter() -> None:
    codes = codes_of(KEY, MANY)
    assert len(set(codes.values())) == len(MANY)
    shuffled = random.Random(7).sample(MANY, len(MANY))
    assert codes_of(KEY, shuffled) == codes


def test_of_two_people_whose_codes_collide_one_gets_a_longer_code_and_only_that_one() -> None:
    codes = codes_of(KEY, MANY)
    longer = [identity for identity in MANY if codes[identity] != code_of(KEY, identity)]
    assert longer
    for identity in longer:
        short = code_of(KEY, identity)
        assert codes[identity].startswith(short)
        assert len(codes[identity]) == 8
        (other,) = [one for one in MANY if codes[one] == short]
        assert codes_of(KEY, [identity]) == {identity: short}
        assert codes_of(KEY, [other, identity]) == {other: short, identity: codes[identity]}


@given(st.sets(st.sampled_from(MANY[:200]), min_size=1), st.sampled_from(MANY[:200]))
def test_whoever_joins_changes_nobodys_code(team: set[str], newcomer: str) -> None:
    before, after = codes_of(KEY, team), codes_of(KEY, team | {newcomer})
    assert {identity: after[identity] for identity in team} == before


@given(st.lists(st.text(min_size=1), unique=True, max_size=20))
def test_any_text_has_a_code(texts: list[str]) -> None:
    assert all(SHAPE.fullmatch(code) for code in codes_of(KEY, texts).values())
