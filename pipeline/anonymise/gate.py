"""The gate: reads every part of a finished file before it is published; none passes that names somebody (M90, G30).

It says in which kind of part somebody is named, never who. What the team calls itself and what our own texts say is
public: a colleague called Walk holds up no Power Walk. A full name, an address or the team's key is held back anywhere.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.anonymise.everyday import everyday_words
from pipeline.anonymise.folding import APOSTROPHES, address_of, folded, words
from pipeline.anonymise.key import TeamKey
from pipeline.anonymise.searching import KnownNames, Mention
from pipeline.inbox.every_text import PartKind, PartText, part_texts
from pipeline.inbox.personal import Personal
from pipeline.language.catalogue import LANGUAGES

_WORD = re.compile(r"\w+")
_UNSEEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
SHORTEST_SMALL = 4
"""Letters of a name that counts in small letters; a shorter one may be chance."""

_FIELD = re.compile(r"\{[{%].*?[%}]\}")
_HYPHEN = re.compile(r"[-\u2010\u2011]\s*")


@dataclass(frozen=True, slots=True, repr=False)
class Gate:
    """What no file may hold: names, addresses and the key; `public_words` (folded) alone name nobody."""

    names: KnownNames
    addresses: tuple[str, ...]
    key: TeamKey
    public_words: frozenset[str] = field(default=frozenset())

    def held_back(self, path: str, content: bytes, own: Iterable[Personal] = ()) -> tuple[PartKind, ...]:
        """In which kinds of part somebody is named; none for a file that may pass.

        `own` are the name and the address of the one whom the file is for.
        """
        own_texts = tuple(text.reveal() for text in own if text)
        found = (part.kind for part in part_texts(path, content) if self._is_hit(part, own_texts))
        return tuple(sorted(set(found)))

    def sentences_with_names(self, template: bytes) -> tuple[Personal, ...]:
        """What a template itself says of somebody: whoever wrote it chose to be named in what is made from it."""
        texts = (text for part in part_texts("", template) for text in part.paragraphs)
        pieces = (piece for text in texts for piece in _FIELD.split(text))
        found = (piece for piece in pieces if self._is_hit(PartText(PartKind.TEXT, (piece,)), ()))
        return tuple(map(Personal, dict.fromkeys(found)))

    def _is_hit(self, part: PartText, own: Collection[str]) -> bool:
        if self.key.stands_in(part.raw):
            return True
        paragraphs = [_without(own, text) for text in part.paragraphs]
        stray = [_without(own, text) for text in part.stray]
        return (
            self._has_address((*paragraphs, *stray))
            or self._names(_with_next(paragraphs), Mention.LIKELY)
            or self._names(stray, Mention.SURELY)
        )

    def _has_address(self, texts: Iterable[str]) -> bool:
        whole = address_of(_UNSEEN.sub("", "\n".join(texts)))
        return "@" in whole and any(address in whole for address in self.addresses)

    def _names(self, texts: Iterable[str], least: Mention) -> bool:
        return any(self._is_named_in(text, least) for text in texts)

    def _is_named_in(self, text: str, least: Mention) -> bool:
        found, plain = hints(text)
        if not self.names.may_be_in(found, plain):
            return False
        if self.names.mention_anywhere(text, self.public_words) >= least:
            return True
        return least < Mention.SURELY and self._is_named_in_small_letters(found)

    def _is_named_in_small_letters(self, found: Collection[str]) -> bool:
        """One name alone counts without its capital where it is no word of any language (fatima, not roos)."""
        alone = self.names.alone(found) - self.public_words - everyday_words()
        return any(len(name) >= SHORTEST_SMALL and not _is_word(name) for name in alone)


def gate(names: Iterable[Personal], addresses: Iterable[Personal], key: TeamKey, public: Iterable[str] = ()) -> Gate:
    """The gate for a team; `public` are texts whose words alone name nobody."""
    return Gate(
        KnownNames(name for name in names if "@" not in name.reveal()),
        tuple(dict.fromkeys(address_of(address.reveal()) for address in addresses if "@" in address.reveal())),
        key,
        frozenset(word for text in public for word in words(text)),
    )


def _with_next(paragraphs: list[str]) -> Iterator[str]:
    """Each paragraph with the one below it: a first name may stand in one cell and the surname in the next."""
    yield from paragraphs[:1]
    yield from (f"{one}\n{other}" for one, other in pairwise(paragraphs))


def _is_word(name: str) -> bool:
    from pipeline.anonymise.detection.lexicon import lexicon  # noqa: PLC0415 - opens the lists of words

    return any(lexicon(language).is_word(spelling) for language in LANGUAGES for spelling in (name, name.capitalize()))


def hints(text: str) -> tuple[set[str], str]:
    """The folded words of a text in every spelling by which a name may hide in it."""
    plain = folded(_UNSEEN.sub("", text))
    spellings = (plain, APOSTROPHES.sub("", plain), _HYPHEN.sub("", plain))
    found = {word for spelling in spellings for word in _WORD.findall(spelling)}
    parts = {part for word in found if "_" in word for part in word.split("_")}
    found |= parts
    if not plain.isascii():
        found |= set(words(text))  # in many scripts a vowel is a mark, which belongs to the word
    return found | {word[:-1] for word in found if word.endswith("s")}, plain


def _without(own: Collection[str], text: str) -> str:
    """The text without what may stand in it, as words of their own: the own Jan does not hide Jansen."""
    for one in own:
        text = re.sub(rf"(?<![\w.+-]){re.escape(one)}(?![\w-])", " ", text)
    return text
