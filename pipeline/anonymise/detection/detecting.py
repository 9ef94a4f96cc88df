"""A batch of texts is searched by every annotator; where one fails, the whole text is hidden (M90)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias

from pipeline.anonymise.detection.identifiers.organisations import organisations
from pipeline.anonymise.detection.identifiers.patterns import pattern_spans
from pipeline.anonymise.detection.identifiers.places import places
from pipeline.anonymise.detection.names.careless import careless_names
from pipeline.anonymise.detection.names.cues import cued_names
from pipeline.anonymise.detection.names.initials import initialled_names
from pipeline.anonymise.detection.names.known_people import KnownPeople, KnownPerson
from pipeline.anonymise.detection.names.listed_pairs import listed_pairs
from pipeline.anonymise.detection.names.propagating import asked_again, certain_names, doubtful_names, seen_people
from pipeline.anonymise.detection.names.single_letters import single_letters
from pipeline.anonymise.detection.names.unknown_words import unknown_words
from pipeline.anonymise.detection.names.whole_names import whole_names
from pipeline.anonymise.detection.settling import settled
from pipeline.anonymise.detection.spans import Label, Rank, Span
from pipeline.anonymise.detection.tokens import Text
from pipeline.anonymise.detection.unreadable import damaged_words

Annotator: TypeAlias = Callable[[Text], Iterable[Span]]
Spans: TypeAlias = tuple[Span, ...]

ANNOTATORS: tuple[Annotator, ...] = (
    pattern_spans,
    cued_names,
    initialled_names,
    single_letters,
    careless_names,
    listed_pairs,
    unknown_words,
    places,
    organisations,
    damaged_words,
)


def detected(
    texts: Sequence[Text], people: Sequence[KnownPerson] = (), annotators: Sequence[Annotator] = ANNOTATORS
) -> tuple[Spans, ...]:
    """The settled stretches of each text, in order, none overlapping.

    What is certain in one text is looked for in all of the others. Where anything fails, the text is one stretch.
    """
    looks = [first_look(text, people, annotators) for text in texts]
    names = {name for text, look in zip(texts, looks, strict=True) for name in certain_names(text, look)}
    seen = seen_people(names)
    return tuple(second_look(text, look, seen) for text, look in zip(texts, looks, strict=True))


def first_look(text: Text, people: Sequence[KnownPerson] = (), annotators: Sequence[Annotator] = ANNOTATORS) -> Spans:
    """What one text tells by itself."""
    return _or_hidden(text, lambda: _marked(text, (_known(tuple(people)).spans, *annotators)))


def second_look(text: Text, first: Spans, *seen: KnownPeople) -> Spans:
    """The same once it is known who is named in the rest of the batch."""
    return _or_hidden(text, lambda: _whole(text, (*first, *_again(text, first, seen))))


def _again(text: Text, first: Spans, seen: Iterable[KnownPeople]) -> Iterator[Span]:
    for people in seen:
        yield from people.spans(text)
    yield from asked_again(text, doubtful_names(text, first))


def _marked(text: Text, annotators: Iterable[Annotator]) -> Spans:
    return _whole(text, (span for annotator in annotators for span in annotator(text)))


def _whole(text: Text, spans: Iterable[Span]) -> Spans:
    return settled(text.content, whole_names(text, settled(text.content, spans)))


@lru_cache(maxsize=8)
def _known(people: tuple[KnownPerson, ...]) -> KnownPeople:
    return KnownPeople(people)


def _or_hidden(text: Text, look: Callable[[], Spans]) -> Spans:
    """What the look finds; the whole text where it fails, and nothing of it is told."""
    try:
        return look()
    except Exception:  # noqa: BLE001 - whatever goes wrong, nothing may show
        return _hidden(text)


def _hidden(text: Text) -> Spans:
    length = len(text.content)
    return (Span(0, length, Label.QUASI, rank=Rank.FAILED, wider="placeholder.failed"),) if length else ()
