"""What somebody means by a score: the points in a cell, or a total in a line of a chat (M54, M55)."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from enum import Enum
from functools import cache

from pipeline.inbox.cleaning import folded, plain
from pipeline.inbox.kinds import whole_number
from pipeline.inbox.raw import CellValue
from pipeline.inbox.vocabulary import LONGEST_TERM, reading_words

SMALLEST_STEP = 5
"""Every total is a multiple of it, for a statement is worth 10, 5 or 0 (M54)."""

_NUMBERS = range(0, 101, SMALLEST_STEP)
_LEADING = re.compile(r"([+-]?\d{1,9})(?:[.,]0+)?(?![\d.,])\s*(.*)", re.DOTALL)
_REST = re.compile(r"[-:=(,;]\D*")
_WHOLE = re.compile(r"(\d{1,3})(?:[.,]0{1,2})?([^\W\d_]*)")
_OUT_OF = re.compile(r"(?<![\d/])(\d{1,3}) ?/ ?(\d{2,3})(?![\d/])")
_SIGN_BETWEEN = re.compile(r"(?<!\d)[:=]|[:=](?!\d)")
_LOWEST_MAXIMUM = 40
"""A smaller second number may as well be a day of the month."""
_KEYCAP = "\u20e3"
_PICTURES = frozenset({"So", "Sk"})
_JOINERS = "\ufe0e\ufe0f\u200d"


class Unclear(Enum):
    """A line that holds a number, but no total that can be relied on."""

    NUMBER = "number"


def points_in(value: CellValue) -> int | None:
    """The number that a cell means, as in 10, `10 - ja`, `10 punten` and `vijf`; None where it is not clear."""
    if isinstance(value, str):
        return _points_in_text(plain(value)) if len(value) <= LONGEST_TERM else None
    return whole_number(value)


def total_in(text: str) -> int | Unclear | None:
    """The one total that a line says, and nothing else beside it; None where it speaks of no number at all."""
    if len(text) > LONGEST_TERM:
        return Unclear.NUMBER if _has_digit(text) else None
    bare = _without_pictures(plain(text))
    value = None if "?" in bare or _KEYCAP in bare else _told(_tokens(bare))
    if value is not None:
        return value
    return Unclear.NUMBER if _has_digit(bare) else None


@cache
def number_words() -> Mapping[str, int]:
    """Every multiple of five up to a hundred by its words, in all three languages."""
    return {word: number for number in _NUMBERS for word in reading_words(f"number.n{number}")}


def _points_in_text(text: str) -> int | None:
    if found := _LEADING.fullmatch(text):
        return int(found[1]) if _says_no_more(found[2]) else None
    bare = folded(text)
    for word in sorted(number_words(), key=len, reverse=True):
        rest = bare.removeprefix(word)
        if rest != bare and not rest[:1].isalnum():
            return number_words()[word] if _says_no_more(rest.strip()) else None
    return None


def _says_no_more(rest: str) -> bool:
    """Whether what follows the number only names its unit, or the answer that it stands for."""
    return not rest or bool(_REST.fullmatch(rest)) or folded(rest) in reading_words("scores.unit")


def _tokens(text: str) -> list[str]:
    """The words of a line, with `45/100` and `45 van de 100` as the one number that they tell."""
    text = _OUT_OF.sub(lambda found: found[1] if _may_be_maximum(found[1], found[2]) else found[0], text)
    tokens = [token.strip(".,!;()") for token in _SIGN_BETWEEN.sub(" ", text).split()]
    tokens = [token for token in tokens if token]
    for at, token in enumerate(tokens[:-1]):
        behind = tokens[at + 1 :]
        if token.isdecimal() and behind[-1].isdecimal() and " ".join(behind[:-1]) in reading_words("scores.out_of"):
            return [*tokens[: at + 1]] if _may_be_maximum(token, behind[-1]) else tokens
    return tokens


def _may_be_maximum(number: str, maximum: str) -> bool:
    return int(maximum) >= max(int(number), _LOWEST_MAXIMUM) and int(maximum) % 10 == 0


def _told(tokens: list[str]) -> int | None:
    numbers = [at for at, token in enumerate(tokens) if _WHOLE.fullmatch(token)]
    if len(numbers) == 1:
        (at,) = numbers
        found = _WHOLE.fullmatch(tokens[at])
        if found is None or (found[2] and found[2] not in reading_words("scores.unit")):
            return None
        return int(found[1]) if _only_leads_to_it(tokens[:at], tokens[at + 1 :]) else None
    return _in_words(tokens) if not numbers else None


def _in_words(tokens: list[str]) -> int | None:
    for length in (3, 2, 1):
        for at in range(len(tokens) - length + 1):
            number = number_words().get(" ".join(tokens[at : at + length]))
            if number is not None and _only_leads_to_it(tokens[:at], tokens[at + length :]):
                return number
    return None


def _only_leads_to_it(before: list[str], behind: list[str]) -> bool:
    """Whether the words around a number say no more than that it is somebody's score."""
    if behind and behind[0] in reading_words("scores.unit"):
        behind = behind[1:]
    words = [word for word in before if word != "-"] + behind
    if before.count("-") and before[0] == "-":
        return False
    leading = [word for word in words if word in reading_words("scores.around")]
    return not words or (bool(leading) and _all_known(words))


def _all_known(words: Iterable[str]) -> bool:
    return all(word in reading_words("scores.around") or word in reading_words("scores.joining") for word in words)


def _without_pictures(text: str) -> str:
    return "".join(sign for sign in text if unicodedata.category(sign) not in _PICTURES and sign not in _JOINERS)


def _has_digit(text: str) -> bool:
    return any(unicodedata.category(sign) in {"Nd", "No", "Nl"} for sign in text)
