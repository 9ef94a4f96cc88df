"""Who wrote a message of a chat, told from the label above it: `From <name> to Everyone`, in whatever language."""

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.inbox.cleaning import cleaned, folded
from pipeline.inbox.vocabulary import reading_words

_WIDE = re.compile(r"\s{2,}")
_PARTS = 4
_LONGEST_NAME, _MOST_WORDS = 80, 8
_LONGEST_PARTICLE = 4
_NO_NAME = re.compile(r"[!?;=+*/\\]")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_CODE = re.compile(r"[A-Z]{3}-?\d{3,}")


class Labels:
    """All labels of one chat: seen together they show which of their words are no name."""

    def __init__(self, labels: Sequence[str]) -> None:
        split = [_tokens(label) for label in labels]
        self._wide = sum(len(_in_parts(label)) == _PARTS for label in labels) * 2 > len(labels)
        self._from, self._to = _small_words(split)
        addressees = Counter(folded(told) for label in labels if (told := self._parted(label)[1]))
        self._public = _public(addressees)

    def sender(self, label: str) -> tuple[str, bool]:
        """The name, and whether the message was for somebody alone."""
        sender, addressee = self._parted(label)
        return sender, bool(addressee) and folded(addressee) not in self._public

    def _bare(self, tokens: list[str]) -> list[str]:
        return tokens[1:] if len(tokens) > 1 and folded(tokens[0]) in self._from else tokens

    def _parted(self, label: str) -> tuple[str, str]:
        """The name and the addressee; the older builds put wide blanks around both."""
        parts = _in_parts(label)
        if self._wide and len(parts) == _PARTS:
            return parts[1], parts[3]
        tokens = self._bare(_tokens(label))
        cuts = [at for at, token in enumerate(tokens) if 0 < at < len(tokens) - 1 and token in self._to]
        if not cuts:
            return " ".join(tokens), ""
        known = reading_words("chat.everyone")
        at = next((at for at in cuts if folded(" ".join(tokens[at + 1 :])) in known), cuts[-1])
        return " ".join(tokens[:at]), " ".join(tokens[at + 1 :])


def is_name_like(text: str) -> bool:
    """Whether a line could be somebody's name: a few words with capitals, and particles between them."""
    words = cleaned(text).split() if len(text) <= _LONGEST_NAME else []
    if not 0 < len(words) <= _MOST_WORDS or _NO_NAME.search(_IN_BRACKETS.sub("", text)):
        return False
    if text.rstrip().endswith((".", ":", ",")) or not any(sign.isalpha() for sign in text):
        return False
    return all(map(_is_name_word, words)) and any(word[0] == word[0].upper() for word in words)


def _is_name_word(word: str) -> bool:
    if word.startswith(("(", "[")) or word.endswith((")", "]")) or word in {"-", "|", "\u2013"}:
        return True
    if any(sign.isdigit() for sign in word):
        return bool(_CODE.fullmatch(word))
    return word[0] == word[0].upper() or len(word) <= _LONGEST_PARTICLE or "'" in word or "\u2019" in word


def _tokens(label: str) -> list[str]:
    return cleaned(label).split()


def _in_parts(label: str) -> list[str]:
    return [part for part in _WIDE.split(label.strip()) if part]


def _small_words(labels: Sequence[list[str]]) -> tuple[frozenset[str], frozenset[str]]:
    """The words for `from` and `to`: those we know, else those that all labels begin with and most end in."""
    first = {folded(tokens[0]) if len(tokens) > 1 else "" for tokens in labels}
    known = reading_words("chat.to")
    if any(token in known for tokens in labels for token in tokens[1:-1]) or first <= reading_words("chat.from"):
        return (frozenset(first) if first <= reading_words("chat.from") else frozenset()), known
    ends = Counter(tuple(tokens[-2:]) for tokens in set(map(tuple, labels)) if len(tokens) > _PARTS - 1)
    if len(first) > 1 or not ends:
        return frozenset(), frozenset()
    (word, _), times = ends.most_common(1)[0]
    if times < 2 or word != word.lower():
        return frozenset(), frozenset()
    return frozenset(first), frozenset({word})


def _public(addressees: Counter[str]) -> frozenset[str]:
    """Whom a message reaches that all may see: everybody, by a known word, else the addressee of most messages."""
    known = frozenset(addressees) & reading_words("chat.everyone")
    return known or frozenset(addressee for addressee, _ in addressees.most_common(1))
