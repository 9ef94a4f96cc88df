"""Marks towns, which are masked, and countries, which are asked about with a wider wording (M90).

A people (a Turkish student) is a country by another name; it is told apart by no list of places and left alone.
"""

from collections.abc import Iterator

from pipeline.anonymise.detection.gazetteers import is_country, is_given_name, is_name, is_place
from pipeline.anonymise.detection.lexicon import Known, lexicon
from pipeline.anonymise.detection.spans import Label, Rank, Span
from pipeline.anonymise.detection.stores import typed_words
from pipeline.anonymise.detection.tokens import Text, Token

_LONGEST = 4  # words of the name of a place
WIDER = "wider.region"


def places(text: Text) -> Iterator[Span]:
    """Every place of a text."""
    at = 0
    while at < len(text.tokens):
        count = _words_of_place(text, at)
        if count:
            yield _span(text, at, count)
        at += count or 1


def _words_of_place(text: Text, at: int) -> int:
    """How many words from `at` on name a place; 0 where none does."""
    first = text.tokens[at]
    if not any(sign.isupper() for sign in first.plain) and not _behind_preposition(text, at):
        return 0
    for count in range(_LONGEST, 1, -1):
        words = text.tokens[at : at + count]
        if (
            len(words) == count
            and words[-1].capital
            and words[-1].end - first.start < 40
            and is_place(_joined(text, words))
        ):
            return count
    return int(is_place(first.plain) and _is_meant(text, at))


def _joined(text: Text, words: tuple[Token, ...]) -> str:
    return " ".join(text.content[words[0].start : words[-1].end].split())


def _is_meant(text: Text, at: int) -> bool:
    """Whether the place is meant and not the word (Best, Echt, Essen) or the person of that name."""
    token = text.tokens[at]
    if lexicon(text.language).is_allowed(token.plain.capitalize()) and not is_country(token.plain):
        return False  # in March
    if _behind_preposition(text, at):
        return token.capital or not _is_word(text, token)
    of_somebody = is_given_name if is_country(token.plain) else is_name
    if _is_word(text, token) or of_somebody(token.plain) or not token.capital:
        return False
    return not (at and _is_called(text, text.tokens[at - 1]))


def _is_called(text: Text, before: Token) -> bool:
    """Whether the word before it is a given name, so that this is a surname: Jan Breukelen."""
    certain = not before.opens_sentence or not lexicon(text.language).is_word(before.plain.lower())
    return before.capital and is_given_name(before.plain) and certain


def _is_word(text: Text, token: Token) -> bool:
    words = lexicon(text.language)
    if words.is_allowed(token.plain):
        return not is_country(token.plain)
    if text.language == "de" and words.known(token.plain) >= Known.COMMON:
        return True
    return words.known(token.plain.lower()) >= Known.COMPOUND


def _behind_preposition(text: Text, at: int) -> bool:
    """Whether a word before it says that a place follows: in, naar, or a postcode."""
    if not at or text.tokens[at].start - text.tokens[at - 1].end > 2:
        return False
    before = text.tokens[at - 1].plain
    postcode = len(before) == 5 and before.isdigit()
    return postcode or before.lower() in typed_words("context", "towards", text.language)


def _span(text: Text, at: int, count: int) -> Span:
    words = text.tokens[at : at + count]
    start, end = words[0].start, words[-1].end
    if is_country(_joined(text, words)):
        return Span(start, end, Label.PLACE, asked=True, rank=Rank.DOUBT, wider=WIDER)
    doubtful = words[0].plain in typed_words("towns", "words_too")
    return Span(start, end, Label.PLACE, asked=doubtful, rank=Rank.DOUBT if doubtful else Rank.LISTED)
