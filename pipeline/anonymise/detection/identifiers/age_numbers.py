"""Numbers that can be somebody's age, in figures and words, and a rounder wording for each (M90)."""

import re
from functools import cache

from pipeline.anonymise.detection.cue_words import alternatives, any_of, numbered
from pipeline.anonymise.detection.spans import Label, Rank, Span

GROWN = 12
"""Below it "-jarig" is said of a child, or of what lasts."""

LIKELY = range(14, 81)
"""Ages that are told by a bare number."""


def value(number: str) -> int:
    """What a number in figures or small letters comes to."""
    digits = re.match(r"\d+", number)
    return int(digits[0]) if digits else numbered("number")[re.sub(r"\s+", " ", number)]


def rounded(age: int) -> str:
    """The key of a wording for about this age."""
    if age < GROWN:
        return "wider.years.child"
    if age < 20:
        return "wider.years.teens"
    if age >= 80:
        return "wider.years.old"
    part = "early" if age % 10 < 4 else "middle" if age % 10 < 7 else "late"
    return f"wider.years.{part}.{age // 10 * 10}"


def age_span(start: int, end: int, number: int, *, wider: str = "", asked: bool = False) -> Span:
    """An age of so many years; `wider` where the rounder wording would not fit."""
    rank = Rank.DOUBT if asked else Rank.PATTERN
    return Span(start, end, Label.AGE, asked=asked, rank=rank, wider=wider or rounded(number))


@cache
def numbers() -> str:
    """A pattern for any number up to 119."""
    spelled = alternatives(tuple(sorted((word for word in numbered("number")), key=lambda word: (-len(word), word))))
    return rf"(?:(?<![\d.,/:'€$£-])(?:1[01]\d|[1-9]\d|[1-9])|{spelled})"


@cache
def goes_on() -> re.Pattern[str]:
    """How a sentence goes on behind an age: it ends, halts, or takes a word such as "and"."""
    return re.compile(rf"\s*(?:[.](?!\d)|[,;:!?)\]\n\"'](?!\d)|-\s|$)|\s{any_of('age.behind_age')}(?!\w)")
