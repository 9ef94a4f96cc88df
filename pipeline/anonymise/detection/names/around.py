"""What the words around a word tell: whether somebody speaks here, is told of, or only a thing is named (M90)."""

import re

from pipeline.anonymise.detection.gazetteers import is_given_name, is_name
from pipeline.anonymise.detection.lexicon import Known, lexicon
from pipeline.anonymise.detection.stores import typed_words
from pipeline.anonymise.detection.tokens import Text, Token

MOST_PARTICLES = 6
"""No name has more of them in a row, so nobody looks further."""

_GAP = re.compile(r"[ \t\u00a0]{1,2}(?:\r?\n[ \t]*)?|[ \t]?\r?\n[ \t]*")
_PAST = {"nl": ("kte", "tte", "lde", "rde", "gde", "nde"), "en": ("ed",), "de": ("te", "tet")}  # endings of verbs


def adjoins(text: Text, at: int) -> bool:
    """Whether only blanks part the word from the one before it."""
    before, token = text.tokens[at - 1], text.tokens[at]
    return bool(_GAP.fullmatch(text.content, before.end, token.start))


def has_capital(token: Token) -> bool:
    """Whether it has a capital anywhere: Amina, al-Masri, d'Hondt."""
    return token.capital or any(sign.isupper() for sign in token.plain)


def is_behind(text: Text, at: int, kind: str) -> bool:
    """Whether the word before it is of a kind that context.toml lists by language."""
    return at > 0 and text.tokens[at - 1].plain.lower() in typed_words("context", kind, text.language)


def speaks(text: Text, at: int) -> bool:
    """Whether a verb of saying stands beside it."""
    said = typed_words("context", "saying", text.language)
    behind = at + 1 < len(text.tokens) and adjoins(text, at + 1) and text.tokens[at + 1].plain in said
    return behind or (
        at > 0 and not text.tokens[at].opens_sentence and adjoins(text, at) and text.tokens[at - 1].plain in said
    )


def says(text: Text, at: int) -> bool:
    """Whether somebody says or does something here, or is told of: Storm was, Mark and I, Grace, who."""
    if at + 1 >= len(text.tokens):
        return False
    token, behind = text.tokens[at], text.tokens[at + 1]
    between = text.content[token.end : behind.start]
    if between.startswith(":") and token.opens_sentence:
        return is_given_name(token.plain)
    if between == ", ":
        told_of = typed_words("context", "who", "all") | typed_words("context", "determiners", text.language)
        return is_name(token.plain) and behind.plain in told_of
    return adjoins(text, at + 1) and _acts_or_is_named(text, at)


def _acts_or_is_named(text: Text, at: int) -> bool:
    """Whether a verb follows, or words that only follow somebody: Grace from, Mark and I."""
    name, behind = text.tokens[at].plain, text.tokens[at + 1].plain
    if behind in typed_words("context", "and", "all"):
        return is_given_name(name) and _is_beside(text, at + 2)
    if behind in typed_words("context", "of_somewhere", "all"):
        return is_name(name)
    return _is_verb(text, behind) or behind.endswith(_PAST[text.language])


def _is_beside(text: Text, at: int) -> bool:
    """Whether somebody is named together with it: and I, and Fatima."""
    if at >= len(text.tokens):
        return False
    word = text.tokens[at].plain
    return word in {"I", "ik", "ich"} or (word[0].isupper() and is_name(word))


def is_said(text: Text, at: int) -> bool:
    """A German noun of its own behind such a verb: dann kam Kesselring."""
    inside = text.language == "de" and at > 0 and not text.tokens[at].opens_sentence
    return inside and adjoins(text, at) and _is_verb(text, text.tokens[at - 1].plain)


def acts(text: Text, at: int) -> bool:
    """Whether a word that no list knows stands where somebody speaks or acts: toen zei yazan."""
    token = text.tokens[at]
    words = lexicon(text.language)
    if len(token.plain) < 4 or words.is_word(token.plain) or words.is_word(token.plain.lower()):
        return False
    return says(text, at) or (at > 0 and adjoins(text, at) and _is_verb(text, text.tokens[at - 1].plain))


def stands_alone(text: Text, at: int) -> bool:
    """Whether a name that is also a word has the only capital around: Storm, but not the Reading Week."""
    token = text.tokens[at]
    if text.language == "de" or not has_capital(token) or token.opens_sentence or not is_name(token.plain):
        return False
    if lexicon(text.language).known(token.plain.lower()) is Known.FREQUENT and not is_given_name(token.plain):
        return False
    if is_behind(text, at, "determiners"):
        return False
    beside = (other for other in (at - 1, at + 1) if 0 <= other < len(text.tokens) and adjoins(text, max(at, other)))
    return not any(has_capital(text.tokens[other]) and not text.tokens[other].opens_sentence for other in beside)


def _is_verb(text: Text, word: str) -> bool:
    return any(word in typed_words("context", kind, text.language) for kind in ("saying", "doing"))
