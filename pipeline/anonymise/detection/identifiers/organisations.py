"""Marks schools, hospitals, employers and other organisations by name and by the words in it (M90)."""

import re
from collections.abc import Iterator

from pipeline.anonymise.detection.gazetteers import is_given_name
from pipeline.anonymise.detection.identifiers.loose_organisations import loose_organisations
from pipeline.anonymise.detection.lexicon import Known, lexicon
from pipeline.anonymise.detection.spans import Label, Rank, Span
from pipeline.anonymise.detection.stores import typed_words
from pipeline.anonymise.detection.tokens import Text, Token

_POSSESSIVE = re.compile("['\u2019]s$")
_LONGEST = 5  # words before or behind the word that tells
_SHORTEST_FRONT = 4  # letters before an ending: Amandelcollege


def organisations(text: Text) -> Iterator[Span]:
    """Every organisation of a text."""
    for at, token in enumerate(text.tokens):
        if any(sign.isupper() for sign in token.plain):
            yield from _known(text, at)
        word = token.plain.lower()
        if _is_head(word, text.language) or (_ends_as_head(word, text.language) and _capital_behind(text, at)):
            yield from _headed(text, at)
        if word in _list("tails", text.language) or _is_second(text, at):
            yield from _tailed(text, at)
        elif token.capital and (_has_ending(text, token) or _ends_in_head(token, text.language)):
            yield _span(text, at, at)
    yield from loose_organisations(text)


def _list(name: str, language: str) -> frozenset[str]:
    return typed_words("organisations", f"{name}_{language}")


def _known(text: Text, at: int) -> Iterator[Span]:
    known = typed_words("organisations", "known")
    for count in (3, 2, 1):
        words = text.tokens[at : at + count]
        if len(words) == count and "_".join(token.plain for token in words) in known:
            yield _span(text, at, at + count - 1)
            return


def _headed(text: Text, at: int) -> Iterator[Span]:
    """From the word that tells through the capitals behind it: Hogeschool van Rivierenland."""
    last = at
    for further in range(at + 1, min(at + 1 + _LONGEST, len(text.tokens))):
        token = text.tokens[further]
        if not _beside(text, further):
            break
        if token.capital and (further > at + 1 or (_is_own(text, token) and _begins(text, at, token))):
            last = further
        elif not _links(token, named=last > at):
            break
    if last > at:
        fronted = at and text.tokens[at - 1].capital and text.tokens[at - 1].plain.lower() in _fronts()
        yield _span(text, at - 1 if fronted and _beside(text, at) else at, _with_partners(text, last))


def _fronts() -> frozenset[str]:
    return typed_words("organisations", "fronts")


def _is_head(word: str, language: str) -> bool:
    """Also as the last part of a word with a hyphen: AWO-Kita."""
    last = word.rsplit("-", 1)[-1]
    return word in _list("heads", language) or last in _list("heads", language)


def _ends_in_head(token: Token, language: str) -> bool:
    """Nordlicht-Apotheke, Elisabeth-Klinik; not Bio-Markt and the like, which have a short front."""
    front, _, last = token.plain.rpartition("-")
    known = last.lower() in _list("heads", language) or last.lower() in _list("tails", language)
    return len(front) >= _SHORTEST_FRONT and known and last[:1].isupper()


def _ends_as_head(word: str, language: str) -> bool:
    """Verloskundigenpraktijk, Tischlerei."""
    endings = _list("head_endings", language)
    return any(word.endswith(ending) and len(word) >= len(ending) + _SHORTEST_FRONT for ending in endings)


def _capital_behind(text: Text, at: int) -> bool:
    behind = text.tokens[at + 1] if at + 1 < len(text.tokens) else None
    return bool(behind and behind.capital and behind.plain.lower() not in typed_words("organisations", "addresses"))


def _with_partners(text: Text, last: int) -> int:
    """`Kröger & Söhne`."""
    behind = text.tokens[last + 1] if last + 1 < len(text.tokens) else None
    if not behind or behind.plain.lower() not in typed_words("organisations", "partners"):
        return last
    return last + 1 if text.content[text.tokens[last].end : behind.start].strip() in {"&", "+", ""} else last


def _links(token: Token, *, named: bool) -> bool:
    """Whether it may stand within a name; "and" only where the name has begun."""
    word = token.plain.lower()
    return word in typed_words("organisations", "links") or (named and word in typed_words("context", "and", "all"))


def _begins(text: Text, at: int, token: Token) -> bool:
    """Whether a name begins behind the head: "universiteit Fatima" has a person behind it, "Universiteit X" none."""
    return text.tokens[at].capital or not is_given_name(token.plain)


def _tailed(text: Text, at: int) -> Iterator[Span]:
    """From the capitals before it: Rivierenland College. A bare one behind a person is none: Fatima's school."""
    if not text.tokens[at].capital:
        return
    first = start = at - 1 if _is_second(text, at) else at
    owner = text.tokens[first - 1] if first and _beside(text, first) else None
    if owner and owner.capital and _POSSESSIVE.search(owner.plain):
        if text.tokens[at].plain.lower() not in typed_words("organisations", "of_somebody"):
            yield _span(text, first - 1, at)
        return
    while first and at - first < _LONGEST and _beside(text, first) and _is_own(text, text.tokens[first - 1]):
        first -= 1
    if first < start and not text.tokens[first].opens_sentence:
        yield _span(text, first, at)
    elif start - first > 1:
        yield _span(text, first + 1, at)


def _is_second(text: Text, at: int) -> bool:
    """The second of two words that tell together: Sixth Form, with its capitals."""
    pair = text.tokens[at - 1 : at + 1] if at else ()
    joined = "_".join(token.plain.lower() for token in pair)
    return joined in typed_words("organisations", "tails_of_two") and all(token.capital for token in pair)


def _is_own(text: Text, token: Token) -> bool:
    """Whether it has a capital that a word of its kind would not have."""
    if not token.capital or token.opens_sentence or _POSSESSIVE.search(token.plain):
        return False
    return not lexicon(text.language).is_allowed(token.plain)


def _has_ending(text: Text, token: Token) -> bool:
    """Amandelcollege, Lessing-Gesamtschule; but no word of a dictionary, such as Volkshochschule."""
    word = token.plain.lower()
    ending = next((ending for ending in _list("endings", text.language) if word.endswith(ending)), None)
    if ending is None or len(word) < len(ending) + _SHORTEST_FRONT:
        return False
    words = lexicon(text.language)
    return max(words.known(token.plain), words.known(word)) < Known.RARE and not words.is_allowed(token.plain)


def _beside(text: Text, at: int) -> bool:
    return text.content[text.tokens[at - 1].end : text.tokens[at].start] in {" ", " '", "\n"}


def _span(text: Text, first: int, last: int) -> Span:
    return Span(text.tokens[first].start, text.tokens[last].end, Label.ORG, rank=Rank.LISTED)
