"""The scores in a chat: every number that a sender gave as a total, and an account of all other lines (M55).

None is lost without a word: a line holds a score, was left aside with a note that counts it, or is listed.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from pipeline.findings import Finding, Place, Shown, note
from pipeline.forms.score_corrections import HIGHEST_TOTAL
from pipeline.inbox.answers import RawScore, RawScores, ScoreSource
from pipeline.inbox.chat_shapes import Chat, Line, Message
from pipeline.inbox.cleaning import cleaned, folded
from pipeline.inbox.score_words import SMALLEST_STEP, Unclear, total_in
from pipeline.inbox.vocabulary import reading_words

ABOUT = "scores"
MOST_NAMED = 20
"""So many lines with a number that is no score are named one by one; the rest in one finding."""


class _Kind(Enum):
    """What a line of a chat is."""

    SCORE = "score"
    BLANK = "blank"
    PRIVATE = "private"
    ASIDE = "aside"  # a reaction, or somebody else's words in a reply
    NUMBER = "number"  # but no score
    TALK = "talk"


@dataclass(frozen=True, slots=True)
class _Told:
    kind: _Kind
    line: int
    total: int | None = None


def chat_scores(place: Place, chat: Chat) -> tuple[RawScores | None, tuple[Finding, ...]]:
    """The scores of the chat, None when it holds none, and what there is to say about its other lines."""
    told = [(message, _told(message)) for message in chat.messages]
    rows = tuple(
        RawScore((message.sender,), Place(place.file, line=one.line), total=one.total)
        for message, lines in told
        for one in lines
        if one.kind is _Kind.SCORE
    )
    lines = [*(_line_told(line) for line in chat.stray), *(one for _, lines in told for one in lines)]
    lines = [one if one.kind is not _Kind.SCORE or one.total is not None else _no_score(one) for one in lines]
    findings = (
        *(() if rows else (note("chat_without_scores", place, ABOUT),)),
        *_about_private(place, [message for message in chat.messages if message.private]),
        *_about_aside(place, lines),
        *_about_numbers(place, lines),
        *_about_talk(place, lines, chat.frame),
    )
    return (RawScores(ScoreSource.CHAT, place, rows) if rows else None), findings


def _no_score(told: _Told) -> _Told:
    return _Told(_Kind.NUMBER, told.line)


_QUOTE = re.compile('["\u201c\u201d\u201e\u201f\u00ab\u00bb]')
_QUOTED = re.compile('(?:"[^"]*"|[\u201c\u201e\u201f][^\u201c\u201d]*[\u201c\u201d]|\u00ab[^\u00bb]*\u00bb)')
_BARE_NUMBER = re.compile(r"\d{1,3}")
_MOST_WORDS_BESIDE = 6


def _told(message: Message) -> list[_Told]:
    """Every line of the message and what it is."""
    if message.private:
        return [_Told(_Kind.PRIVATE, line.number) for line in message.lines]
    found: list[_Told] = []
    quoting = False
    for at, line in enumerate(message.lines):
        more = any(cleaned(later.text) for later in message.lines[at + 1 :])
        if quoting:
            quoting, told = _still_quoting(line)
        else:
            quoting = _opens_quote(line.text)
            told = _Told(_Kind.ASIDE, line.number) if quoting else _line_told(line, more=more)
        found.append(told)
    return _without_counts(found, message) if message.counted else found


def _still_quoting(line: Line) -> tuple[bool, _Told]:
    """A quotation over several lines ends with its sign, or with the message."""
    if not _QUOTE.search(line.text):
        return True, _Told(_Kind.ASIDE, line.number)
    rest = _QUOTE.split(line.text)[-1]
    return False, _line_told(Line(line.number, rest)) if cleaned(rest) else _Told(_Kind.ASIDE, line.number)


def _opens_quote(text: str) -> bool:
    """Whether a reply begins here whose quotation goes on below."""
    rest = _QUOTED.sub(" ", text)
    found = _QUOTE.search(rest)
    return found is not None and _begins(rest[: found.start()], "chat.reply") is not None


def _line_told(line: Line, *, more: bool = False) -> _Told:
    text = line.text.strip()
    if not cleaned(text):
        return _Told(_Kind.BLANK, line.number)
    if text.startswith(">"):
        return _Told(_Kind.ASIDE, line.number)
    bare = _QUOTED.sub(" ", text)
    if bare != text:
        if _is_aside(bare, more=more):
            return _Told(_Kind.ASIDE, line.number)
        behind = _begins(bare, "chat.reply")
        return _weighed(line.number, bare if behind is None else behind, text)
    return _weighed(line.number, text, text)


def _weighed(number: int, text: str, whole: str) -> _Told:
    total = total_in(text)
    if isinstance(total, int) and total % SMALLEST_STEP == 0 and 0 <= total <= HIGHEST_TOTAL:
        return _Told(_Kind.SCORE, number, total)
    if total is not None or total_in(whole) is Unclear.NUMBER:
        return _Told(_Kind.NUMBER, number)
    return _Told(_Kind.TALK, number)


def _is_aside(bare: str, *, more: bool) -> bool:
    """A reaction or the quotation above a reply: by its words, or by a picture or a text that goes with it."""
    if _begins(bare, "chat.reaction") is not None:
        return True
    behind = _begins(bare, "chat.reply")
    if behind is not None:
        return not _words(behind)
    if any(sign.isdecimal() for sign in bare):
        return False
    few = 0 < len(_words(bare)) <= _MOST_WORDS_BESIDE
    return few and (_has_picture(bare) or more)


def _begins(text: str, key: str) -> str | None:
    """What stands behind one of these words at the start of the text; None when it begins otherwise."""
    bare = folded(text)
    found = max((word for word in reading_words(key) if f"{bare} ".startswith(f"{word} ")), key=len, default=None)
    return None if found is None else bare[len(found) :].strip()


def _words(text: str) -> list[str]:
    return [word for word in text.split() if any(sign.isalnum() for sign in word)]


def _has_picture(text: str) -> bool:
    return any(unicodedata.category(sign) == "So" for sign in text)


def _without_counts(lines: list[_Told], message: Message) -> list[_Told]:
    """In a copy from Teams a number below the first line may be how many people liked it."""
    texts = {line.number: cleaned(line.text) for line in message.lines}
    first = next((one for one in lines if one.kind is not _Kind.BLANK), None)
    found = []
    for one in lines:
        if one is first or one.kind not in {_Kind.SCORE, _Kind.NUMBER}:
            found.append(one)
        elif first and first.kind is _Kind.SCORE and _BARE_NUMBER.fullmatch(texts[one.line]):
            found.append(_Told(_Kind.ASIDE, one.line))
        else:
            found.append(_Told(_Kind.NUMBER, one.line))
    return found


def _about_private(place: Place, messages: Sequence[Message]) -> Iterator[Finding]:
    if messages:
        yield note("chat_private", Place(place.file, line=messages[0].header), ABOUT, count=len(messages))


def _about_aside(place: Place, lines: Iterable[_Told]) -> Iterator[Finding]:
    aside = [one.line for one in lines if one.kind is _Kind.ASIDE]
    if aside:
        yield note("chat_aside", Place(place.file, line=aside[0]), ABOUT, count=len(aside))


def _about_numbers(place: Place, lines: Iterable[_Told]) -> Iterator[Finding]:
    odd = [one.line for one in lines if one.kind is _Kind.NUMBER]
    for line in odd[:MOST_NAMED]:
        yield note("chat_number", Place(place.file, line=line), ABOUT)
    if rest := odd[MOST_NAMED:]:
        at = Place(place.file, line=rest[0])
        yield note("chat_numbers", at, ABOUT, count=len(rest), lines=_ranges(rest, frozenset()))


def _about_talk(place: Place, lines: Sequence[_Told], frame: frozenset[int]) -> Iterator[Finding]:
    talk = [one.line for one in lines if one.kind is _Kind.TALK]
    if talk:
        between = frame | {one.line for one in lines if one.kind is _Kind.BLANK}
        at = Place(place.file, line=talk[0])
        yield note("chat_talk", at, ABOUT, count=len(talk), lines=_ranges(talk, between))


def _ranges(lines: Sequence[int], between: frozenset[int]) -> tuple[Shown, ...]:
    """The lines as `3-18, 20`; what lies between two of them and says nothing does not part them."""
    ranges: list[list[int]] = []
    for line in lines:
        if ranges and all(number in between for number in range(ranges[-1][1] + 1, line)):
            ranges[-1][1] = line
        else:
            ranges.append([line, line])
    return tuple(str(first) if first == last else f"{first}-{last}" for first, last in ranges)
