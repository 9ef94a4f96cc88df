"""What was found once for certain is found everywhere in the batch, in small letters and misspelt as well (M90)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.anonymise.detection.gazetteers import is_given_name, is_name
from pipeline.anonymise.detection.names.known_people import KnownPeople, KnownPerson
from pipeline.anonymise.detection.spans import Label, Rank, Span
from pipeline.anonymise.detection.standing import is_everyday
from pipeline.anonymise.detection.tokens import Text
from pipeline.anonymise.folding import APOSTROPHES

_LINE_END = re.compile(r"[-\u2010\u00ad][ \t]*\r?\n[ \t]*")
_SHORTEST_STEM = 4
_LONGEST = 120  # signs; what is longer is no name, whatever it is


def certain_names(text: Text, spans: Iterable[Span]) -> Iterator[str]:
    """The names of a text that are masked, without a possessive; those of known people are looked for anyway."""
    for span in spans:
        short = span.end - span.start <= _LONGEST
        if span.label is Label.NAME and not span.asked and span.rank < Rank.SEEN and short:
            written = _LINE_END.sub("", text.content[span.start : span.end])
            name = APOSTROPHES.split(written)[0] if written[-2:-1] in {"'", "\u2019"} else written
            yield name
            stem = name[:-1]
            if name.endswith("s") and len(stem) >= _SHORTEST_STEM and not is_everyday(stem, text.language):
                yield stem


def telling_names(names: Iterable[str], language: str) -> Iterator[str]:
    """Those without an everyday word in them: these name somebody in a story about others as well."""
    return (name for name in names if not any(is_everyday(word, language) for word in name.split()))


def doubtful_names(text: Text, spans: Iterable[Span]) -> Iterator[str]:
    """The names of a text that are only asked about, where a list has them."""
    for span in spans:
        name = text.content[span.start : span.end]
        told = name[0].isupper() or text.is_careless
        if span.label is Label.NAME and span.asked and span.rank < Rank.SEEN and told and is_name(name):
            yield name


def asked_again(text: Text, names: Iterable[str]) -> Iterator[Span]:
    """Other mentions of doubtful names in the same text, as doubtful as the first."""
    people = KnownPeople((KnownPerson(name, name) for name in sorted(set(names))), Rank.DOUBT)
    for span in people.spans(text):
        written = text.content[span.start : span.end]
        if written[0].isupper() or is_given_name(APOSTROPHES.split(written)[0]):
            yield replace(span, asked=True)


def seen_people(names: Iterable[str]) -> KnownPeople:
    """Everybody who was found, to be looked for again."""
    return KnownPeople((KnownPerson(name, name) for name in sorted(set(names))), Rank.SEEN)
