"""A text cut into words, each with its place; the text itself stays as it was written (M90)."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.anonymise.folding import words

# In many scripts a vowel is a mark, so a mark belongs to the word; Chinese and Korean (left out) have none.
_WITH_MARKS = (range(0x300, 0x3100), range(0xA600, 0xAC00), range(0xFE20, 0xFE30), range(0x10A00, 0x11F00))
_OF_ADLAM = range(0x1E900, 0x1E960)
_MARKS = "".join(
    sign for signs in (*_WITH_MARKS, _OF_ADLAM) for sign in map(chr, signs) if unicodedata.category(sign)[0] == "M"
)
UNSEEN = (
    "\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0001-\U000e007f\U000e0100-\U000e01ef"
)
"""Signs without width, for a set of a pattern: soft hyphens, joiners, directions, variants."""

_HYPHENS = "-\u2010\u2011"
# "studie- en beroepskeuze" is two words, also where a line ends behind the hyphen.
_LINE_END = rf"[{_HYPHENS}\u00ad][ \t]*\r?\n[ \t]*(?=[^\W\d_])(?!(?:en|of|und|oder|bzw|and|or)\b)"
# A word may hold hyphens, apostrophes, marks that stand on a letter and signs without width; it begins with none. What
# is longer than any word is cut, so that searching it does not take for ever.
_WORD = re.compile(
    rf"[^\W_](?:[^\W_]|{_LINE_END}|[{_MARKS}{UNSEEN}]|[{_HYPHENS}'\u2018\u2019\u02bc\u02bb`\u00b4](?=[{UNSEEN}]*[^\W_])){{0,99}}"
)
_NO_WIDTH = re.compile(f"[{UNSEEN}]+")
_HYPHEN = re.compile(f"[{_HYPHENS}]")
_PART = re.compile(rf"[^{_HYPHENS}]+")
_ENDS_SENTENCE = re.compile(
    r"[.!?…:]|\n\s*\n|^\s*[-\u2013\u2014\u2022*]\s|^\s*\d+[.)]\s|[\"\u201c\u201e\u00ab\u2018(]\s*$|(?:^|\s)'$",
    re.MULTILINE,
)
_SHORT_LINE = 45  # letters; one that is longer was cut by the editor, in the middle of a sentence
_ABBREVIATIONS = frozenset(
    words(
        "dhr mevr mw mej dr drs prof ir ing mr mrs ms st hr fr fam bijv bv nr tel incl excl ca resp zgn evt"
        " evtl bzw ggf vgl usw vs lic dipl univ phil med"
    )
)


@dataclass(frozen=True, slots=True, repr=False)
class Token:
    """A word from `start` up to `end`, in code points; `opens_sentence` where its capital tells nothing.

    `plain` is the word in one spelling: composed, without signs that cannot be seen, not parted by the end of a line.
    """

    text: str
    start: int
    end: int
    opens_sentence: bool
    plain: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital, or with a letter of a script that has none."""
        return self.text[0] != self.text[0].lower() or self.text[0].upper() == self.text[0].lower()

    @property
    def parts(self) -> tuple["Token", ...]:
        """What its hyphens part, each with its place; the word itself where there are none."""
        if not _HYPHEN.search(self.plain):
            return (self,)
        found = [match for match in _PART.finditer(self.text) if any(sign.isalnum() for sign in match[0])]
        if len(found) < 2:
            return (self,)
        return tuple(self._part(match.start(), match.end()) for match in found)

    def _part(self, start: int, end: int) -> "Token":
        start += len(self.text[start:end]) - len(self.text[start:end].lstrip())
        end -= len(self.text[start:end]) - len(self.text[start:end].rstrip())
        text = self.text[start:end]
        return Token(text, self.start + start, self.start + end, self.opens_sentence and not start, _plain(text))


@dataclass(frozen=True, slots=True, repr=False)
class Text:
    """A text as somebody wrote it, in a language (nl, en or de), with its words."""

    content: str
    language: str
    tokens: tuple[Token, ...] = field(init=False, compare=False)
    is_careless: bool = field(init=False, compare=False)
    """Whether most sentences begin with a small letter."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "tokens", tuple(_tokens(self.content)))
        opening = [token for token in self.tokens if token.opens_sentence and token.plain[0].isalpha()]
        object.__setattr__(self, "is_careless", 2 * sum(token.capital for token in opening) < len(opening))


def token_at(text: Text, start: int) -> int:
    """The number of the first word that begins at `start` or behind it."""
    return bisect_left(text.tokens, start, key=lambda token: token.start)


def _tokens(content: str) -> Iterator[Token]:
    before: re.Match[str] | None = None
    for match in _WORD.finditer(content):
        opens = before is None or _opens(content, before, match.start())
        yield Token(match[0], match.start(), match.end(), opens, _plain(match[0]))
        before = match


def _opens(content: str, before: re.Match[str], start: int) -> bool:
    """Whether a sentence, a quotation, a list point or a line of its own begins at `start`."""
    between = content[before.end() : start]
    if between == " ":
        return False
    if between.startswith(".") and between[1:].strip(" ") == "" and _is_abbreviation(before[0]):
        return False
    if "\n" in between and before.end() - content.rfind("\n", 0, before.end()) <= _SHORT_LINE:
        return True
    return bool(_ENDS_SENTENCE.search(between))


def _is_abbreviation(word: str) -> bool:
    return (len(word) == 1 and word.isalpha()) or word.lower() in _ABBREVIATIONS


def _plain(text: str) -> str:
    if text.isascii() and "\n" not in text:
        return text
    text = re.sub(rf"{_LINE_END}(?=[^\W\d_])", _joined, text)
    return unicodedata.normalize("NFC", _NO_WIDTH.sub("", text))


def _joined(match: re.Match[str]) -> str:
    """Nothing between the halves of a word; the hyphen stays before a capital (Anne-Marie)."""
    return "-" if match.string[match.end()].isupper() and match[0][0] != "\u00ad" else ""
