"""A word that follows a title, a role or a greeting is somebody's name (M90)."""

import re
from collections.abc import Iterator, Sequence

from pipeline.anonymise.detection.gazetteers import is_given_name, is_name, is_surname
from pipeline.anonymise.detection.lexicon import Known, lexicon
from pipeline.anonymise.detection.names.around import MOST_PARTICLES
from pipeline.anonymise.detection.names.name_cues import Cue, name_cues
from pipeline.anonymise.detection.spans import Label, Rank, Span
from pipeline.anonymise.detection.standing import MAY_BE_A_NAME, Standing, is_frequent, standing
from pipeline.anonymise.detection.tokens import Text, Token
from pipeline.anonymise.folding import words as folded_words
from pipeline.anonymise.names import PARTICLES

_BESIDE = re.compile(
    r"\.?[ \t\u00a0]+(?:\r?\n[ \t]*)?|\.?\r?\n[ \t]*|\.(?=[^\W\d_])|[ \t]*[(\"\u201c\u201e'\u2018][ \t]*"
)
_BELOW = re.compile(r"[ \t,.:!]*(?:\r?\n[ \t]*)*[-\u2013\u2014]?[ \t]*")
_ENDS_LINE = re.compile(r"[ \t]*[.!)]*[ \t]*(?:[\r\n]|\Z)")
_IN_A_NAME = re.compile(r"[ \t\u00a0]+(?:\r?\n[ \t]*)?|\r?\n[ \t]*")
_BEHIND_INITIAL = re.compile(r"\.?[ \t\u00a0]*")
_SURELY = frozenset((Cue.TITLE, Cue.NAMED, Cue.CLOSING))
_NO_WORD = frozenset((Standing.UNKNOWN, Standing.NAME))
SHORTEST_NAME = 2  # letters
_LONGEST_NAME = 6  # words
_PARTICLES = PARTICLES - {"in", "op", "aan", "bij", "over", "uit", "voor", "onder", "am", "as", "do", "af", "ben", "t"}


def cued_names(text: Text) -> Iterator[Span]:
    """The names behind cues; never a word that the language knows in small letters."""
    cues = name_cues(text.language)
    for at in range(len(text.tokens) - 1):
        found = cues.ending_at(text.tokens, at)
        if found and found[0] is not Cue.LISTED and _reaches(text, at, found[0]):
            yield from _name(text, at + 1, found[0])


def _reaches(text: Text, at: int, cue: Cue) -> bool:
    gap = _BELOW if cue is Cue.CLOSING else _BESIDE
    between = gap.fullmatch(text.content, text.tokens[at].end, text.tokens[at + 1].start)
    return between is not None and (cue in {Cue.TITLE, Cue.CLOSING} or "." not in between[0])


def _name(text: Text, start: int, cue: Cue) -> Iterator[Span]:
    """The name that begins at `start`, as far as it reaches."""
    tokens = text.tokens
    at = start
    furthest = min(start + MOST_PARTICLES, len(tokens))
    while at < furthest and _is_particle(tokens[at]) and (at == start or _adjoins(text, at)):
        at += 1
    if at == len(tokens) or (at > start and not _adjoins(text, at)):
        return
    if name_cues(text.language).ending_at(tokens, at) and not _is_no_word(text, tokens[at]):
        return  # Frau Doktor Kaya: the next cue finds it
    asked = _asked(text, tokens[at], cue, behind_particle=at > start)
    if asked is None:
        return
    end = _end(text, at)
    yield Span(tokens[start].start, _with_stop(text, tokens[end]), Label.NAME, asked=asked, rank=Rank.CUE)


def _asked(text: Text, word: Token, cue: Cue, *, behind_particle: bool) -> bool | None:
    """Whether the word is masked (False) or asked about (True); None where it is no name."""
    if any(sign.isdigit() for sign in word.plain) or len(word.plain) < SHORTEST_NAME:
        return None
    known = standing(word.plain, text.language)
    if not word.capital:
        return _asked_small(text, word, cue, behind_particle=behind_particle)
    if known in MAY_BE_A_NAME or cue is Cue.TITLE or (cue in _SURELY and is_given_name(word.plain)):
        return False
    if known is Standing.ALLOWED or cue not in _SURELY:
        return None
    return None if text.language == "de" else cue is not Cue.CLOSING


def _asked_small(text: Text, word: Token, cue: Cue, *, behind_particle: bool) -> bool | None:
    """The same of a word in small letters; what greets (dear colleagues) tells less."""
    often, known = is_frequent(word.plain, text.language), standing(word.plain, text.language)
    called = is_given_name(word.plain) and text.is_careless
    if cue is Cue.CLOSING and is_name(word.plain) and _ENDS_LINE.match(text.content, word.end):
        return often
    if often or len(word.plain) <= SHORTEST_NAME or (cue is Cue.OPENING and known is not Standing.NAME):
        return True if often and called and cue is Cue.TITLE else None
    if behind_particle:
        return False if cue is Cue.TITLE and is_surname(word.plain) else None
    if known in _NO_WORD or (cue is Cue.TITLE and known is Standing.WORD_AND_NAME):
        return False
    if cue is not Cue.ROLE or known is not Standing.WORD_AND_NAME:
        return None
    # Whoever minds capitals means the word: in "the teacher went on" nobody is called Went.
    meant = not text.is_careless and lexicon(text.language).known(word.plain) >= Known.COMMON
    return None if meant else not called


def _end(text: Text, at: int) -> int:
    """The last word of the name: capitals and particles follow as long as they adjoin."""
    tokens: Sequence[Token] = text.tokens
    last = at
    for further in range(at + 1, min(at + _LONGEST_NAME, len(tokens))):
        if not _adjoins(text, further):
            break
        if tokens[further].capital and _goes_on(text, tokens[further]):
            last = further
        elif not _is_particle(tokens[further]):
            break
    return last


def _goes_on(text: Text, word: Token) -> bool:
    return word.plain[0].isalpha() and (len(word.plain) == 1 or standing(word.plain, text.language) in MAY_BE_A_NAME)


def _adjoins(text: Text, at: int) -> bool:
    before, word = text.tokens[at - 1], text.tokens[at]
    gap = _BEHIND_INITIAL if len(before.plain) == 1 else _IN_A_NAME
    return bool(gap.fullmatch(text.content, before.end, word.start)) and not word.opens_sentence


def _is_particle(word: Token) -> bool:
    return folded_words(word.plain)[:1] != () and folded_words(word.plain)[0] in _PARTICLES


def _is_no_word(text: Text, word: Token) -> bool:
    return word.capital and standing(word.plain, text.language) in _NO_WORD


def _with_stop(text: Text, last: Token) -> int:
    dotted = len(last.plain) == 1 and last.plain.isupper() and text.content[last.end : last.end + 1] == "."
    return last.end + dotted
