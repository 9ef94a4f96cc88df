"""One letter without a full stop that stands for somebody: "student K", "M vroeg", "groetjes J" (M90)."""

import re
from collections.abc import Iterator

from pipeline.anonymise.detection.names.initials import VARIABLES
from pipeline.anonymise.detection.names.name_cues import Cue, name_cues, words_before_a_name
from pipeline.anonymise.detection.spans import Label, Rank, Span
from pipeline.anonymise.detection.stores import typed_words
from pipeline.anonymise.detection.tokens import Text, Token, token_at

_WORDS = {"nl": frozenset("UO"), "en": frozenset("IAO"), "de": frozenset("O")}
_ASKING = frozenset("VFS")  # V: and F: begin a question
_BELOW = re.compile(r"[ \t,.:!]*(?:\r?\n[ \t]*)*[-\u2013\u2014]?[ \t]*")
_BESIDE = re.compile(r"\.?[ \t]")
_ENDS_LINE = re.compile(r"[.]?[ \t]*(?:[\r\n]|\Z)")
_SAYING_SO = re.compile(r":[ \t]|[ \t]?&[ \t]?")


def single_letters(text: Text) -> Iterator[Span]:
    """Every such letter; "student A" is how one names nobody."""
    for number, token in enumerate(text.tokens):
        letter = re.sub(r"['\u2019]s$", "", token.plain)
        if len(letter) == 1 and letter.isalpha() and not (letter in VARIABLES or letter in _WORDS[text.language]):
            asked = _asked(text, number, letter)
            if asked is not None:
                stop = text.content[token.end : token.end + 1] == "." and letter.islower()
                yield Span(token.start, token.end + stop, Label.NAME, asked=asked, rank=Rank.LISTED)
        elif len(letter) == 2 and letter.isupper() and letter.isalpha() and _speaks(text, number):
            yield Span(token.start, token.end, Label.NAME, asked=True, rank=Rank.DOUBT)


def _asked(text: Text, number: int, letter: str) -> bool | None:
    """Whether a person is certain (False) or likely (True); None where there is none."""
    cue = _cue(text, number)
    if letter.islower():
        certain = cue is Cue.CLOSING and bool(_ENDS_LINE.match(text.content, text.tokens[number].end))
        return False if certain or _mails(text, number) else None
    if cue is Cue.LISTED:
        return None
    if cue or _speaks(text, number):
        return False
    token = text.tokens[number]
    likely = (
        token.plain != letter  # M's
        or (token.opens_sentence and letter not in _ASKING and _SAYING_SO.match(text.content, token.end))
        or (number and text.tokens[number - 1].plain.lower() in words_before_a_name(text.language))
    )
    return True if likely else None


def _cue(text: Text, number: int) -> Cue | None:
    cue = name_cues(text.language).ending_at(text.tokens, number - 1) if number else None
    if not cue:
        return None
    gap = _BELOW if cue[0] is Cue.CLOSING else _BESIDE
    return cue[0] if gap.fullmatch(text.content, text.tokens[number - 1].end, text.tokens[number].start) else None


def _speaks(text: Text, number: int) -> bool:
    """Whether a verb of saying follows right behind."""
    behind = _behind(text, number)
    return behind is not None and text.content[text.tokens[number].end : behind.start] == " "


def _mails(text: Text, number: int) -> bool:
    """`k. mailt de ouders`, from whoever types no capitals."""
    behind = _behind(text, number)
    return behind is not None and text.content[text.tokens[number].end : behind.start] == ". "


def _behind(text: Text, number: int) -> Token | None:
    """The word behind, where it says that somebody speaks."""
    at = token_at(text, text.tokens[number].end)
    if at == len(text.tokens) or text.tokens[at].plain not in typed_words("context", "saying", text.language):
        return None
    return text.tokens[at]
