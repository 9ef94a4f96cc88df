"""Letters that stand for somebody: "student K.", "M. el A.", "J.P.", "A. de Wit" (M90)."""

import re
from collections.abc import Iterator

from pipeline.anonymise.detection.names.name_cues import Cue, name_cues
from pipeline.anonymise.detection.spans import Label, Rank, Span
from pipeline.anonymise.detection.standing import MAY_BE_A_NAME, standing
from pipeline.anonymise.detection.tokens import Text
from pipeline.anonymise.folding import words
from pipeline.anonymise.names import PARTICLES

# Letters by which people call somebody whom they do not name: student A, person X.
VARIABLES = frozenset("ABCDNQXYZ")
_LETTER = r"[^\W\d_a-zß-öø-ÿ]"
_ANY_PARTICLE = rf"(?:{'|'.join(sorted(PARTICLES))})"
_PARTICLE = rf"(?:{_ANY_PARTICLE}[ \t]+){{1,3}}"
_INITIALS = rf"{_LETTER}(?:h|j|hr)?(?:\.?-{_LETTER})?\.(?:[ \t]?{_LETTER}\.){{0,4}}"
_SURNAME = rf"{_LETTER}[^\W\d_]{{1,40}}(?:[-'\u2019][^\W\d_]{{1,40}}){{0,5}}"
# "M. el A.", "J. Bakker", "A.M. van den Berg", "K."
_SHAPE = re.compile(
    rf"(?<![\w.&/-])(?P<initials>{_INITIALS})"
    rf"(?:[ \t\n]?(?P<particle>{_PARTICLE})?(?P<surname>{_LETTER}\.(?!\w)|{_LETTER}(?![\w.])|{_SURNAME}))?"
)
_WITHOUT_STOPS = re.compile(rf"(?<![\w.&/-]){_LETTER}[ \t]{_PARTICLE}(?:{_LETTER}(?!\w)\.?|{_SURNAME})")
_SURNAME_FIRST = re.compile(
    rf"(?<![\w-])(?:{_PARTICLE})?(?P<surname>{_SURNAME}),[ \t](?:{_ANY_PARTICLE},?[ \t]){{0,3}}{_INITIALS}(?!\w)"
)
_NEXT_SIGN = re.compile(r"[ \t\n\"'\u201d\u2019)]*([^ \t\n\"'\u201d\u2019)])")
_ENDS_LINE = re.compile(r"[\"'\u201d\u2019)]*[ \t]*(?:[\r\n]|\Z)")
_ABBREVIATIONS = frozenset(
    words("bv nv vs us uk eu ps pps sos usa dc zoz tav rsvp ad bc nb ba ma zb dh ua ie eg am pm cv na nav oa ai it gvd")
)


def initialled_names(text: Text) -> Iterator[Span]:
    """Every group of initials, with a surname where one follows."""
    numbers = {token.start: number for number, token in enumerate(text.tokens)}
    for found in _SHAPE.finditer(text.content):
        number = numbers.get(found.start())
        span = None if number is None else _named(text, found, number)
        if span:
            yield span
    for found in _WITHOUT_STOPS.finditer(text.content):
        if found[0][0] not in VARIABLES | {"I", "U"}:
            yield Span(found.start(), found.end(), Label.NAME, rank=Rank.CUE)
    for found in _SURNAME_FIRST.finditer(text.content):
        if standing(found["surname"], text.language) in MAY_BE_A_NAME:
            yield Span(found.start(), found.end(), Label.NAME, rank=Rank.CUE)


def _named(text: Text, found: re.Match[str], number: int) -> Span | None:
    initials = found["initials"]
    if "".join(words(initials)) in _ABBREVIATIONS and " " not in initials:
        return None
    if found["surname"] and _belongs(text, found):
        return Span(found.start(), found.end(), Label.NAME, rank=Rank.CUE)
    if initials.count(".") == 1 and "-" not in initials and not _stands_for_somebody(text, number, found):
        return None
    return Span(found.start(), found.end("initials"), Label.NAME, rank=Rank.LISTED)


def _belongs(text: Text, found: re.Match[str]) -> bool:
    """Whether a surname follows: behind "K." at the end of a sentence another sentence begins."""
    if found["particle"] or found["surname"].endswith("."):
        return True
    if len(found["surname"]) < 2:
        return False
    return found["initials"].count(".") > 1 or standing(found["surname"], text.language) in MAY_BE_A_NAME


def _stands_for_somebody(text: Text, number: int, found: re.Match[str]) -> bool:
    """Whether one letter with a full stop is a person; "plan B." and a numbered list are none."""
    letter, end = text.tokens[number], found.end("initials")
    if letter.plain == "I" and text.language == "en":
        return False
    ends = _ends_sentence(text, end)
    cue = name_cues(text.language).ending_at(text.tokens, number - 1) if number else None
    if cue:
        nobody = cue[0] is Cue.ROLE and ends and letter.plain in VARIABLES
        return cue[0] is not Cue.LISTED and not nobody
    if letter.opens_sentence:
        return _signs(text, found.start(), end) or (not ends and not text.content[end : end + 1].isspace())
    return not ends or (letter.plain not in VARIABLES and text.tokens[number - 1].plain.islower())


def _signs(text: Text, start: int, end: int) -> bool:
    """Behind a sentence and alone on what is left of the line: "Tot morgen. L."; or a small letter goes on."""
    alone = text.content[start - 1 : start] == " " and bool(_ENDS_LINE.match(text.content, end))
    return alone or (text.content[end : end + 1] == " " and text.content[end + 1 : end + 2].islower())


def _ends_sentence(text: Text, end: int) -> bool:
    behind = _NEXT_SIGN.match(text.content, end)
    return behind is None or behind[1].isupper()
