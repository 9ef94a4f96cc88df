"""All that a team wrote for its documents is searched together: who is named in one text is known in the others."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.anonymise.detection.detecting import detected
from pipeline.anonymise.detection.names.known_people import KnownPeople, KnownPerson
from pipeline.anonymise.detection.names.propagating import seen_people
from pipeline.anonymise.detection.spans import Label, Span
from pipeline.anonymise.detection.tokens import Text
from pipeline.anonymise.drafts import Draft
from pipeline.anonymise.folding import words
from pipeline.anonymise.searching import KnownNames, Mention
from pipeline.anonymise.told_texts import Manner, Told
from pipeline.anonymise.weighing import Scales, Weight, names_written, spellings
from pipeline.inbox.personal import Personal
from pipeline.ttr.programme import Programme


@dataclass(frozen=True, slots=True)
class Found:
    """In how many places a text names somebody known, and in how many it may point at somebody."""

    known: int = 0
    doubtful: int = 0


@dataclass(frozen=True, slots=True, repr=False)
class Searched:
    """What was found in each text; closed to `repr`, as the texts may name somebody."""

    by_text: Mapping[Told, Found] = field(default_factory=dict)

    def of(self, told: Iterable[Told]) -> Found:
        """What was found in these texts together."""
        found = [self.by_text[one] for one in told]
        return Found(sum(one.known for one in found), sum(one.doubtful for one in found))


def searched(
    told: Sequence[Told], people: Sequence[KnownPerson], programme: Programme, drafts: Sequence[Draft] = ()
) -> Searched:
    """The outcome of the search for `people`, for whoever else is named, and for what points at one person.

    Somebody who was found in a case (`drafts`) is looked for here too.
    """
    search = _Search(people, programme, tuple(_named_in(drafts)))
    return Searched(dict(zip(told, search.found(told), strict=True)))


class _Search:
    """Whom the texts are searched for, and what is public."""

    __slots__ = ("_in_cases", "_names", "_people", "_programme")

    def __init__(self, people: Sequence[KnownPerson], programme: Programme, in_cases: Sequence[str]) -> None:
        self._people = people
        self._names = KnownNames(Personal(person.name) for person in people)
        self._programme = programme
        self._in_cases = in_cases

    def found(self, told: Sequence[Told]) -> Iterator[Found]:
        """What was found in each text, in order."""
        texts = [Text(one.content, one.language) for one in told]
        spans = detected(texts, self._people)
        scales = self._scales(texts, spans)
        seen = seen_people(self._in_cases)
        for one, text, marked in zip(told, texts, spans, strict=True):
            weights = [scales.weight(text, span, one.manner) for span in _with_seen(text, marked, seen)]
            known = weights.count(Weight.KNOWN) or self._is_named(one, scales)
            yield Found(int(known), weights.count(Weight.DOUBTFUL))

    def _is_named(self, told: Told, scales: Scales) -> bool:
        """What holds a finished file back is found here too, where it can still be mended."""
        if told.manner is Manner.ROLE:
            return self._names.mention_in_title(told.content, scales.lasting) >= Mention.MAYBE
        return self._names.mention_anywhere(told.content, scales.lasting) >= Mention.SURELY

    def _scales(self, texts: Sequence[Text], spans: Sequence[Sequence[Span]]) -> Scales:
        programme = self._programme
        own = (programme.team, *(name for one in programme.meetings for name in (one.room, one.regular_meeting)))
        lasting = _words((programme.institution, programme.name))
        named = (word for text, marked in zip(texts, spans, strict=True) for word in _with_capital(text, marked))
        slips = frozenset(spelling for person in self._people for spelling in spellings(person.name))
        return Scales(lasting | _words(own), lasting, _words((*named, *self._in_cases)), slips)


def _named_in(drafts: Iterable[Draft]) -> Iterator[str]:
    """The names that cases were found to hold for certain."""
    pieces = (piece for draft in drafts for told in draft.answers.values() for piece in told)
    return (piece.text for piece in pieces if piece.label is Label.NAME and not piece.asked)


def _with_capital(text: Text, spans: Iterable[Span]) -> Iterator[str]:
    """The words of the names that are certain, as far as they are written as names."""
    sure = (span for span in spans if span.label is Label.NAME and not span.asked)
    return (word.plain for span in sure for word in names_written(text, span) if word.capital)


def _with_seen(text: Text, spans: Sequence[Span], seen: KnownPeople) -> Iterator[Span]:
    """What was found, and who is known from a case where nobody was found for certain."""
    yield from spans
    sure = [span for span in spans if not span.asked]
    yield from (one for one in seen.spans(text) if all(one.end <= span.start or span.end <= one.start for span in sure))


def _words(texts: Iterable[str | None]) -> frozenset[str]:
    return frozenset(word for text in texts if text for word in words(text))
