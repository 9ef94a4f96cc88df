"""A text in one spelling, in which patterns are looked for, with the way back to each sign as it was written (M90)."""

import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipeline.anonymise.detection.spans import Span
from pipeline.anonymise.detection.tokens import UNSEEN

_MARKS = "\u0300-\u036f\u20e3"
_APOSTROPHES = "\u2018\u2019\u02bc\u02bb`\u00b4"
_DASHES = "\u2010-\u2015\u2212\ufe58\ufe63"
_BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_WIDE = "\uff01-\uff5e"  # the full-width forms of ASCII
# A letter is taken with the marks that stand on it.
_ODD = re.compile(rf"[{UNSEEN}]+|[{_APOSTROPHES}{_DASHES}{_BLANKS}{_WIDE}\u0130]|\w[{UNSEEN}]*[{_MARKS}]+")
_MARK = re.compile(f"[{UNSEEN}\u20e3]")
_PLAIN = (
    (re.compile(f"[{_APOSTROPHES}]"), "'"),
    (re.compile(f"[{_DASHES}]"), "-"),
    (re.compile(f"[{_BLANKS}]"), " "),
    (re.compile("\u0130"), "I"),
)


@dataclass(frozen=True, slots=True, repr=False)
class PlainCopy:
    """`content` as patterns expect it, and `low` the same in small letters, sign for sign.

    `places` holds where each sign stands in the text as given, and where the text ends; it is empty where they agree.
    """

    content: str
    low: str
    places: Sequence[int] = field(default=())

    def as_written(self, span: Span) -> Span:
        """The same stretch in the text as it was given."""
        if not self.places:
            return span
        start, end = self.places[span.start], span.end
        while self.places[end] == self.places[end - 1]:  # one sign as given may be two here
            end += 1
        return replace(span, start=start, end=self.places[end])


def plain_copy(content: str) -> PlainCopy:
    """The copy in composed letters with plain blanks, dashes and digits, without signs that have no width."""
    odd = () if content.isascii() else tuple(_ODD.finditer(content))
    if not odd:
        return PlainCopy(content, _lowered(content))
    parts: list[str] = []
    places = array("L")
    done = 0
    for match in odd:
        plain = _plain(match[0])
        parts += content[done : match.start()], plain
        places.extend(range(done, match.start()))
        places.extend([match.start()] * len(plain))
        done = match.end()
    parts.append(content[done:])
    places.extend(range(done, len(content) + 1))
    copied = "".join(parts)
    return PlainCopy(copied, _lowered(copied), places)


def _plain(signs: str) -> str:
    for pattern, sign in _PLAIN:
        if pattern.fullmatch(signs):
            return sign
    return unicodedata.normalize("NFKC", _MARK.sub("", signs))


def _lowered(content: str) -> str:
    low = content.lower()
    if len(low) == len(content):
        return low
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in content)
