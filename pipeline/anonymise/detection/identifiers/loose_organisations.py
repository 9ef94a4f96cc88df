"""Asks about organisations in small letters, such as "pakketdienst sneldraad" and "de pelgrimskerk" (M90)."""

from collections.abc import Iterator

from pipeline.anonymise.detection.spans import Label, Rank, Span
from pipeline.anonymise.detection.stores import typed_words
from pipeline.anonymise.detection.tokens import Text, Token

_SHORTEST = 3  # letters of a name
_SHORTEST_FRONT = 4  # letters before "kerk"


def loose_organisations(text: Text) -> Iterator[Span]:
    """Those with a kind in front, and churches and schools of one word."""
    for at, token in enumerate(text.tokens):
        word = token.plain.lower()
        if word in _words("kinds") or word in _words("with_article"):
            last = _last_of_name(text, at)
            if last > at and not any(other.capital for other in text.tokens[at + 1 : last + 1]):
                yield _asked(text, at, last)
        elif _is_named_house(word):
            first = at - 1 if at and _plain(text, at - 1) in ("de", "het") else at
            yield _asked(text, first, at)


def _words(key: str) -> frozenset[str]:
    return typed_words("organisations", key)


def _plain(text: Text, at: int) -> str:
    return text.tokens[at].plain.lower() if at < len(text.tokens) else ""


def _last_of_name(text: Text, at: int) -> int:
    """Where the name ends that follows a kind; at the kind itself where none does."""
    if not _follows(text, at + 1):
        return at
    if _plain(text, at + 1) in _words("articles"):
        return _behind_article(text, at)
    general = at and _plain(text, at - 1) in _words("before_general")
    own = _plain(text, at) in _words("kinds") and not general and _may_name(text.tokens[at + 1])
    return at + 1 if own else at


def _behind_article(text: Text, at: int) -> int:
    """`het baken`, `de warme mantel`: an adjective takes its noun along."""
    general = at and _plain(text, at - 1) in _words("before_general") and _plain(text, at) != "stichting"
    noun = at + 2
    if general or _plain(text, at) not in _words("with_article") or not _follows(text, noun):
        return at
    if not _may_name(text.tokens[noun]):
        return at
    takes_noun = _plain(text, noun).endswith("e") and _follows(text, noun + 1) and _may_name(text.tokens[noun + 1])
    return noun + 1 if takes_noun else noun


def _follows(text: Text, at: int) -> bool:
    """Whether a word stands there with nothing but a blank before it."""
    return at < len(text.tokens) and text.content[text.tokens[at - 1].end : text.tokens[at].start] in {" ", " '", "\n"}


def _may_name(token: Token) -> bool:
    word = token.plain.lower()
    return len(word) >= _SHORTEST and word[0].isalpha() and word not in _words("no_name_behind")


def _is_named_house(word: str) -> bool:
    ending = next((ending for ending in _words("endings_small") if word.endswith(ending)), "")
    return bool(ending) and len(word) >= len(ending) + _SHORTEST_FRONT and word not in _words("no_name")


def _asked(text: Text, first: int, last: int) -> Span:
    return Span(text.tokens[first].start, text.tokens[last].end, Label.ORG, asked=True, rank=Rank.DOUBT)
