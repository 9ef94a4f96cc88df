"""How much a single word looks like a name, by its letters, the lists and the word before it (M90)."""

import re
from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache

from pipeline.anonymise.detection.gazetteers import is_country, is_given_name, is_name, is_place, is_surname
from pipeline.anonymise.detection.lexicon import Known, Lexicon, lexicon
from pipeline.anonymise.detection.stores import typed_words
from pipeline.anonymise.everyday import everyday_words
from pipeline.anonymise.folding import APOSTROPHES, folded


class Look(IntEnum):
    """What a word looks like; from ASKED on it is shown, from UNKNOWN on it is masked."""

    PLAIN = 0  # no name, and no part of one
    PART = 1  # a word that may go on a name that has begun
    IF_NAMED = 2  # a name if a surname follows: Frans Latuperissa
    IF_SAYING = 3  # a name if it says or does something: Roos zei
    ASKED = 4
    UNKNOWN = 5
    LISTED = 6


_CLITIC = re.compile("(?:'(?:s|t|m|d|n|r|re|ve|ll|je|er|ers|tje|tjes|en|k)|n't)$", re.IGNORECASE)
_CONTRACTED = frozenset(("can't", "won't", "shan't", "ain't", "ma'am", "o'clock", "y'all"))
_SHORT = 5  # letters; so short a rare word is often a name at the opening of a sentence
_SHORTER = 7  # the same in mid-sentence
_NEW = 12  # letters; so short a word that is made of two others is often a name
_NEWEST = 15  # letters; from here on a word with a capital that no list knows is more often a thing
_TAIL = 5  # letters of a known word at the end of an unknown one
_LONG = 9  # letters; from here on an unknown word may be one that was made up on the spot
_TYPO = 5  # letters; from here on one wrong letter is a slip
_LETTERS = "abcdefghijklmnopqrstuvwxyzéëïöüäß"
_NOMINALISED = ("e", "en", "em", "er", "es", "n")


def look(language: str, word: str, *, opens: bool, determined: bool) -> Look:
    """How the word looks; `determined` where an article or the like stands before it."""
    return _look(language, word, opens, determined)


@lru_cache(maxsize=1 << 16)
def _look(language: str, word: str, opens: bool, determined: bool) -> Look:  # noqa: FBT001 - a key of the cache
    words = lexicon(language)
    if not any(sign.isalpha() for sign in word) or any(sign.isdigit() for sign in word):
        return Look.PLAIN
    if words.is_allowed(word):
        return _allowed_look(word, determined=determined)
    if APOSTROPHES.search(word):
        return _with_apostrophe(language, APOSTROPHES.sub("'", word), opens=opens, determined=determined)
    if word[0].islower():
        return _small(words, word, determined=determined)
    return _large(words, word, opens=opens, determined=determined)


def _allowed_look(word: str, *, determined: bool) -> Look:
    """Frans and June are names too, if what stands around them says so; Fransen is one behind a given name."""
    if len(word) < 3 or not word[0].isupper() or determined or not is_name(word):
        return Look.PLAIN
    return Look.IF_SAYING if is_given_name(word) else Look.PART


def _large(words: Lexicon, word: str, *, opens: bool, determined: bool) -> Look:
    """A word with a capital."""
    if len(word) == 1:
        return Look.PART
    if word.isupper():
        return _shouted(words, word)
    if opens:
        return _opening(words, word)
    if words.language == "de":
        return _german_capital(words, word, determined=determined)
    return _capital(words, word, determined=determined)


def _with_apostrophe(language: str, word: str, *, opens: bool, determined: bool) -> Look:
    """D'Souza and N'Diaye as they are; what hangs on a word (Fatima's, don't, foto's) is left out."""
    if word.lower() in _CONTRACTED:
        return Look.PLAIN
    stem = _CLITIC.sub("", word)
    if stem and stem != word and "'" not in stem:
        found = look(language, stem, opens=opens, determined=determined)
        possessive = found is Look.IF_SAYING and word.lower().endswith("'s") and len(stem) > 2
        return Look.ASKED if possessive else found
    parts = [part for part in word.split("'") if part]
    if any(part[0].isupper() and len(part) > 1 for part in parts[1:]):
        return Look.LISTED if any(is_name(part) for part in parts[1:]) else Look.UNKNOWN
    return max((look(language, part, opens=opens, determined=determined) for part in parts), default=Look.PLAIN)


def _shouted(words: Lexicon, word: str) -> Look:
    """A word in capitals: an abbreviation, a name or a word that is shouted."""
    known = _known_anyhow(words, word)
    if words.is_allowed(word.capitalize()):
        return Look.PLAIN
    if known >= Known.COMMON:
        return Look.IF_SAYING if known is Known.COMMON and may_be_given(word) else Look.PLAIN
    if is_name(word) and len(word) > 2:
        return Look.ASKED if len(word) == 3 else Look.LISTED
    abbreviation = known is not Known.NOT or len(word) <= 4
    return Look.PLAIN if abbreviation else Look.UNKNOWN


def _small(words: Lexicon, word: str, *, determined: bool) -> Look:
    """A word in small letters; names are typed so in a hurry."""
    if len(word) < 3:
        return Look.PLAIN
    known = words.known(word)
    if known is not Known.NOT:
        return Look.PLAIN if determined else _small_word(word, known)
    if _is_capital_word(words, word):
        return Look.PLAIN
    if is_name(word):
        return Look.LISTED if len(word) > 3 else Look.ASKED
    return Look.IF_SAYING if _made_up(words, word) or _is_slip(words, word) else Look.ASKED


def _small_word(word: str, known: Known) -> Look:
    """A known word in small letters that may be somebody's given name."""
    bare = any(word in typed_words("context", "bare", kind) for kind in ("all", "small"))
    if bare or known in {Known.COMPOUND, Known.FREQUENT} or not may_be_given(word):
        return Look.PLAIN
    return Look.IF_SAYING if known is Known.COMMON else Look.ASKED


def _is_capital_word(words: Lexicon, word: str) -> bool:
    """Nouns of German, peoples and places, typed small."""
    capital = word.capitalize()
    if words.is_allowed(capital) or words.is_allowed(word.upper()) or words.known(capital) >= Known.COMMON:
        return True
    return (words.known(capital) >= Known.RARE or is_place(word)) and not is_name(word)


def _opening(words: Lexicon, word: str) -> Look:
    """A word at the opening of a sentence, where every word has a capital."""
    if words.language == "de" and words.known(word.lower()) is Known.NOT and is_name(word):
        return _german_capital(words, word, determined=False)
    known = _known_anyhow(words, word)
    if known is Known.FREQUENT:
        return Look.IF_SAYING if may_be_given(word) else Look.PLAIN
    if known is Known.COMMON:
        return Look.IF_SAYING if is_name(word) and not _never(word) else Look.PLAIN
    if known in {Known.RARE, Known.BORROWED}:
        if is_given_name(word) or (known is Known.RARE and is_surname(word)):
            return Look.LISTED
        short = len(word) <= (_NEW if words.language == "de" else _SHORT)
        return Look.IF_SAYING if is_surname(word) or short else Look.IF_NAMED
    return _unknown_opening(words, word, known)


def may_be_given(word: str) -> bool:
    """Whether it is a given name and no word that hardly ever is one."""
    return len(word) > 2 and is_given_name(word) and not _never(word)


def _never(word: str) -> bool:
    return word.lower() in typed_words("context", "never", "all")


def _unknown_opening(words: Lexicon, word: str, known: Known) -> Look:
    if _is_only_place(word):
        return Look.PART
    if is_name(word):
        return Look.LISTED
    if known is Known.COMPOUND:
        return Look.ASKED if len(word) <= _NEW else Look.IF_NAMED
    slip = len(word) > _TYPO and _is_slip(words, word.lower())
    return Look.ASKED if slip or _made_up(words, word) else Look.UNKNOWN


def _capital(words: Lexicon, word: str, *, determined: bool) -> Look:
    """A capital in mid-sentence, where Dutch and English have it for names."""
    known = _known_anyhow(words, word)
    if known < Known.RARE and _is_only_place(word):
        return Look.PART
    if not is_name(word):
        return _capital_word(words, word, known, determined=determined)
    if known < Known.COMMON:
        return Look.LISTED
    if known is Known.FREQUENT and not (is_given_name(word) and len(word) > 2):
        return Look.PLAIN
    return Look.LISTED if is_given_name(word) and known is Known.COMMON and not determined else Look.ASKED


def _capital_word(words: Lexicon, word: str, known: Known, *, determined: bool) -> Look:
    """A capital in mid-sentence on what stands in no list of names."""
    if known is Known.NOT:
        return Look.ASKED if _made_up(words, word) and (len(word) >= _NEWEST or determined) else Look.UNKNOWN
    if determined or known is Known.FREQUENT:
        return Look.PLAIN  # the Dean
    short = known in {Known.RARE, Known.BORROWED} and len(word) <= _SHORTER
    return Look.UNKNOWN if short else Look.ASKED


def _is_only_place(word: str) -> bool:
    return is_place(word) and not (is_given_name(word) if is_country(word) else is_name(word))


def _german_capital(words: Lexicon, word: str, *, determined: bool) -> Look:
    """A capital in mid-sentence in German, where nouns have it too; a name has no article."""
    as_noun, small = words.known(word), words.known(word.lower())
    if max(as_noun, small) < Known.RARE and _is_only_place(word):
        return Look.PART
    if as_noun is not Known.NOT:
        return Look.PLAIN if determined else _bare_noun(word, as_noun)
    if small >= Known.COMPOUND:
        return _nominalised(word, small, determined=determined)
    if is_name(word):
        return Look.LISTED
    if small is Known.BORROWED:
        return Look.PLAIN if determined else Look.ASKED
    doubtful = _made_up(words, word) and (determined or len(word) >= _NEW)
    return Look.ASKED if doubtful else Look.UNKNOWN


def _bare_noun(word: str, known: Known) -> Look:
    """A noun without an article."""
    if not is_name(word):
        return _rare_noun(word) if known <= Known.RARE and len(word) <= _NEW else Look.PLAIN
    if known >= Known.COMMON and (folded(word) in everyday_words() or word in typed_words("context", "nouns", "de")):
        surname = word in typed_words("context", "nouns", "surnames")
        return Look.ASKED if surname or is_given_name(word) else Look.IF_SAYING
    return Look.LISTED


def _rare_noun(word: str) -> Look:
    """A noun that one meets seldom, without an article: Kesselring."""
    endings = typed_words("context", "surname_endings", "all")
    surname_like = any(word[cut:] in endings for cut in range(3, len(word) - 2))
    return Look.ASKED if surname_like else Look.IF_SAYING


def _nominalised(word: str, small: Known, *, determined: bool) -> Look:
    """A word that is no noun, with a capital: something Gutes, the Lesen, or Herr Lang."""
    if determined or (small is Known.FREQUENT and not may_be_given(word)):
        return Look.PLAIN
    if is_name(word):
        return Look.LISTED
    return Look.PLAIN if small >= Known.COMMON or word.endswith(_NOMINALISED) else Look.ASKED


def _known_anyhow(words: Lexicon, word: str) -> Known:
    """How well it is known in the spelling that it would have in mid-sentence."""
    forms: Iterable[str] = (word.lower(), word.capitalize()) if words.language == "de" else (word.lower(),)
    return max(words.known(form) for form in forms)


def _made_up(words: Lexicon, word: str) -> bool:
    """Whether it ends in a known word, as in Lerncafé or skriptieatelier: more likely a thing than a person."""
    if len(word) < _LONG or words.language == "en":
        return False
    endings = typed_words("context", "surname_endings", "all")
    tails = (word[cut:] for cut in range(3, len(word) - _TAIL + 1))
    return any(tail not in endings and _is_common(words, tail) for tail in tails)


def _is_common(words: Lexicon, tail: str) -> bool:
    return tail in words.common or (words.language == "de" and tail.capitalize() in words.common)


def _is_slip(words: Lexicon, word: str) -> bool:
    """Whether one letter too many, too few, other or swapped parts it from a common word."""
    return len(word) >= _TYPO and any(other in words.common for other in _neighbours(words, word))


def _neighbours(words: Lexicon, word: str) -> Iterable[str]:
    """What is one letter away, as far as a common word begins so."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if head and next(words.common.iterkeys(head), None) is None:
            return
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in _LETTERS:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]
