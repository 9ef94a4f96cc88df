"""The messages of a saved or pasted chat: who wrote which lines to whom, told from their shape (M55).

Zoom writes its small words in the language of whoever saves, and Teams has no export at all: people copy and paste. So
nothing depends on one wording, and nothing on the name of the file.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from pipeline.inbox.chat_names import Labels, is_name_like
from pipeline.inbox.cleaning import cleaned, folded
from pipeline.inbox.personal import Personal
from pipeline.inbox.vocabulary import LONGEST_TERM, reading_words
from pipeline.language.catalogue import catalogues


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file, counted from 1, as its editor shows it."""

    number: int
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Message:
    """What somebody wrote; `header` is the line that tells who. `private` was not written to everybody.

    In a message that was copied from Teams, the numbers below the first line may count reactions (`counted`).
    """

    sender: Personal
    lines: tuple[Line, ...]
    header: int
    private: bool = False
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Chat:
    """All messages; `stray` stood before the first, and `frame` are the lines that belong to the form of the chat."""

    messages: tuple[Message, ...]
    stray: tuple[Line, ...] = ()
    frame: frozenset[int] = frozenset()


def chat_in(text: str) -> Chat | None:
    """The chat, or None when the text is something else."""
    lines = [Line(number, line) for number, line in enumerate(_LINE_END.split(text), 1)]
    filled = [line for line in lines if cleaned(line.text[:LONGEST_TERM])]
    for shape in (_stamped, _clipboard, _bracketed, _pasted, _name_and_time):
        if not shape(filled[:_FEW_LINES]):
            continue
        headers = shape(filled)
        if _is_chat(headers, filled):
            return _chat(lines, headers)
    return None


@dataclass(frozen=True, slots=True)
class _Header:
    """Where a message begins; `text` is what already stands on the same line, `frame` are its other lines."""

    line: int
    label: str
    text: str = ""
    frame: tuple[int, ...] = ()
    named: bool = False  # the label is a name already, with no small words around it
    counted: bool = False


_LINE_END = re.compile(r"\r\n|\r|\n")
_CLOCK = r"\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?|\s?uhr)?"
_DATE = r"(?:\d{4}-\d\d-\d\d|\d{1,2}[-./]\d{1,2}(?:[-./]\d{2,4}|\.)?)"
_STAMP = re.compile(rf"\[?((?:{_DATE}[ ,T]+)?{_CLOCK})\]?\s+(\S.*)", re.IGNORECASE)
_LABEL_THEN_CLOCK = re.compile(rf"(\S.*?)\s?:\s+{_CLOCK}", re.IGNORECASE)
_BRACKET = re.compile(rf"\[(?:{_DATE}[ ,T]+)?{_CLOCK}\]\s+([^:]{{1,100}})", re.IGNORECASE)
_NAME_THEN_CLOCK = re.compile(rf"(\S.*?)[\s,]+(?:{_DATE}[ ,T]+)?{_CLOCK}", re.IGNORECASE)
_ONLY_CLOCK = re.compile(rf"(?:{_DATE}[ ,T]+)?{_CLOCK}", re.IGNORECASE)
_DAY_THEN_CLOCK = re.compile(rf"([^\W\d_]+),? {_CLOCK}", re.IGNORECASE)
_DIGIT = re.compile(r"\d+")
_LONGEST_HEADER = 400
_LOOKED_AT = 3
_FEW_LINES = 6


def _is_chat(headers: Sequence[_Header], filled: Sequence[Line]) -> bool:
    """It begins as one, and goes on as one: a single time in a list makes no chat."""
    if not headers:
        return False
    begins = {number for header in headers[:1] for number in (header.line, *header.frame)}
    early = any(line.number in begins for line in filled[:_LOOKED_AT])
    return early and (len(headers) > 1 or len(filled) <= _FEW_LINES)


def _chat(lines: Sequence[Line], headers: Sequence[_Header]) -> Chat:
    labels = Labels([header.label for header in headers if not header.named])
    frame = {number for header in headers for number in header.frame}
    begins = {header.line: header for header in headers}
    frame |= {number for number, header in begins.items() if not header.text}
    stray: list[Line] = []
    bodies: list[tuple[_Header, list[Line]]] = []
    for line in lines:
        if line.number in begins:
            header = begins[line.number]
            bodies.append((header, [Line(line.number, header.text)] if header.text else []))
        elif line.number not in frame:
            (bodies[-1][1] if bodies else stray).append(line)
    return Chat(tuple(_message(header, body, labels) for header, body in bodies), tuple(stray), frozenset(frame))


def _message(header: _Header, body: list[Line], labels: Labels) -> Message:
    sender, private = (header.label, False) if header.named else labels.sender(header.label)
    return Message(Personal(cleaned(sender)), tuple(body), header.line, private, header.counted)


def _stamped(lines: Sequence[Line]) -> list[_Header]:
    """Zoom: a time, who writes, a colon, and the text there or below; all headers of a file look alike."""
    found: list[tuple[tuple[str, str], _Header]] = []
    for line in lines:
        told = _STAMP.fullmatch(line.text[:_LONGEST_HEADER].rstrip()) if line.text[:1] in "[0123456789" else None
        cut = _cut(told[2]) if told else None
        if told and cut:
            kind, label, text = cut
            rest = line.text[_LONGEST_HEADER:]
            header = _Header(line.number, label, text + rest, named=kind == "named")
            found.append(((kind, _DIGIT.sub("9", told[1])), header))
    alike = Counter(kind for kind, _ in found).most_common(1)
    return [header for kind, header in found if kind == alike[0][0]]


def _cut(rest: str) -> tuple[str, str, str] | None:
    """How the label was cut off (`named`, `directed`, `plain`), the label and the text behind it."""
    for sign in (":\t", " : "):
        label, there, text = rest.partition(sign)
        if there and label.strip():
            return _kind(label, tabbed=sign == ":\t"), label, text.strip()
    label, there, text = rest.partition(": ")
    if rest.endswith(":"):
        label, there, text = rest[:-1], ":", ""
    return (_kind(label, tabbed=False), label, text.strip()) if there and label.strip() else None


def _kind(label: str, *, tabbed: bool) -> str:
    first, *words = label.split()
    # With a capital it is no small word: An is a name.
    directed = bool(reading_words("chat.to") & set(words[:-1]))
    if tabbed and not (directed and folded(first) in reading_words("chat.from")):
        return "named"
    return "directed" if directed else "plain"


def _clipboard(lines: Sequence[Line]) -> list[_Header]:
    """Zoom's clipboard: `Von <name> an alle: 09:00 PM`, and the text below."""
    found = []
    for line in lines:
        told = _LABEL_THEN_CLOCK.fullmatch(line.text[:_LONGEST_HEADER].strip())
        words = [folded(word) for word in told[1].split()] if told else []
        if told and words[:1] and words[0] in reading_words("chat.from") and set(words) & reading_words("chat.to"):
            found.append(_Header(line.number, told[1]))
    return found


def _bracketed(lines: Sequence[Line]) -> list[_Header]:
    """The older copy from Teams: `[14:44] <name>`, and the text below."""
    found = []
    for line in lines:
        told = _BRACKET.fullmatch(line.text[:_LONGEST_HEADER].strip())
        if told and is_name_like(told[1]):
            found.append(_Header(line.number, told[1], named=True))
    return found


def _name_and_time(lines: Sequence[Line]) -> list[_Header]:
    """A name with the time behind it, and the text below."""
    found = []
    for line in lines:
        told = _NAME_THEN_CLOCK.fullmatch(line.text[:_LONGEST_HEADER].strip())
        if told and is_name_like(told[1]):
            found.append(_Header(line.number, told[1], named=True))
    return found


def _pasted(lines: Sequence[Line]) -> list[_Header]:
    """The newer copy from Teams: a preview `<first words> by <name>`, the name, the time, then the text.

    The preview is often missing, and in one's own messages the name is.
    """
    found: list[_Header] = []
    for at, line in enumerate(lines):
        if at and _is_clock(line.text):
            header = _pasted_at(lines, at, found[-1].line if found else 0)
            if header:
                found.append(header)
    return found


def _pasted_at(lines: Sequence[Line], at: int, last: int) -> _Header | None:
    before = [line for line in lines[max(0, at - 2) : at] if line.number > last]
    below = lines[at + 1] if at + 1 < len(lines) else None
    name = cleaned(before[-1].text[:LONGEST_TERM]) if before else ""
    if len(before) == 2 and _previews(before[0].text, name):
        return _header_of(lines[at], name, (before[0].number, before[1].number))
    told = _preview(name)
    if told and below:
        if folded(below.text[:LONGEST_TERM]) == folded(told[1]):
            return _header_of(lines[at], told[1], (before[-1].number, below.number))
        if cleaned(below.text[:LONGEST_TERM]).startswith(told[0]):
            return _header_of(lines[at], told[1], (before[-1].number,))
    if is_name_like(name):
        return _header_of(lines[at], name, (before[-1].number,))
    return None


def _header_of(line: Line, name: str, frame: tuple[int, ...]) -> _Header:
    return _Header(line.number, name, frame=frame, named=True, counted=True)


def _is_clock(text: str) -> bool:
    bare = cleaned(text[:LONGEST_TERM])
    if _ONLY_CLOCK.fullmatch(bare):
        return True
    told = _DAY_THEN_CLOCK.fullmatch(bare)
    return bool(told) and folded(told[1] if told else "") in _weekdays() | reading_words("chat.day")


def _previews(text: str, name: str) -> bool:
    """Whether a line ends in this name, with a small word and the first words of the message before it."""
    told = _preview(cleaned(text[-LONGEST_TERM:]), name)
    return bool(name) and told is not None


def _preview(text: str, name: str = "") -> tuple[str, str] | None:
    """The first words of a message and its sender, of the line that shows both; the last small word parts them."""
    tokens = text.split(" ")
    for at in range(len(tokens) - 2, 0, -1):
        sender = " ".join(tokens[at + 1 :])
        if folded(tokens[at]) in reading_words("chat.by") and (sender == name or (not name and is_name_like(sender))):
            return " ".join(tokens[:at]).rstrip("\u2026. "), sender
    return None


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(folded(words.say(f"terms.weekday.{day}")) for words in catalogues() for day in range(1, 8))
