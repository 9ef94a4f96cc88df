"""The codes that stand for people all year, such as `KTM-473`; without the key they lead back to nobody."""

from collections.abc import Iterable
from functools import cache
from itertools import product

from pipeline.anonymise.key import TeamKey
from pipeline.anonymise.names import identity_of

# No vowels, so no words; nothing that looks like a digit or like another letter.
LETTERS = "CDFHJKLMNPRTVWX"
DIGITS = "23456789"
# Parties, insults, movements and words about people's bodies, with or without their vowels.
LOADED = (
    *("KKK", "NPD", "PVV", "VVD", "FVD", "CDH", "FDP", "PKK", "HH", "HJ", "FCK", "FKK", "KNT", "CNT", "KTT"),
    *("DCK", "TTT", "TRD", "DLK", "MTF", "FTM", "DWN", "NCR", "LJK", "LLK", "LPR", "WTF", "HRN", "88", "666"),
)


def code_of(key: TeamKey, identity: str) -> str:
    """The code of one identity, apart from who else there is: three consonants, three digits."""
    return _code(_number(key, identity), 0)


def codes_of(key: TeamKey, identities: Iterable[str]) -> dict[str, str]:
    """The code of each identity, no two alike, whatever their order.

    Where two would share one, the one with the larger digest gets another digit.
    """
    numbers = sorted((_number(key, identity), identity) for identity in set(identities))
    taken: dict[str, str] = {}
    for number, identity in numbers:
        longer = 0
        while (code := _code(number, longer)) in taken:
            longer += 1
        taken[code] = identity
    return {identity: code for code, identity in taken.items()}


def _number(key: TeamKey, identity: str) -> int:
    return int.from_bytes(key.digest("code", identity_of(identity)))


def _code(number: int, longer: int) -> str:
    rest, letters = divmod(number, len(_groups(LETTERS)))
    rest, digits = divmod(rest, len(_groups(DIGITS)))
    more = "".join(DIGITS[rest // len(DIGITS) ** place % len(DIGITS)] for place in range(longer))
    return f"{_groups(LETTERS)[letters]}-{_groups(DIGITS)[digits]}{more}"


@cache
def _groups(signs: str) -> tuple[str, ...]:
    """Every group of three that may stand in a code."""
    groups = ("".join(three) for three in product(signs, repeat=3))
    return tuple(group for group in groups if not any(loaded in group for loaded in LOADED))
