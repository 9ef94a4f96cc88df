"""What the chapters of an annual report share: for whom they are, how they follow each other, how a gap is told (M104).

Neither version names anybody or tells a code of a case. Management reads the cases only where the year form says so,
and never what reflecting on them brought (G30).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from pipeline.documents.contents import Caption, Card, Cards, Grid, Heading, PageBlock
from pipeline.findings import Shown
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.follow_ups import HeldMeeting
from pipeline.ttr.programme import FOLLOW_UPS, Programme
from pipeline.ttr.records import TeamYear


class Reader(StrEnum):
    """For whom a version is; its words stand at `annual.title` and further."""

    TEAM = "team"
    MANAGEMENT = "management"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter with its title."""

    title: str
    blocks: tuple[PageBlock, ...]


@dataclass(frozen=True, slots=True)
class Annual:
    """A year to be reported on, in the words of a language, to one kind of reader."""

    year: TeamYear
    words: Catalogue
    reader: Reader

    @property
    def programme(self) -> Programme:
        """The programme, as far as it is known."""
        return self.year.programme or Programme()

    @property
    def shows_cases(self) -> bool:
        """Whether the cases themselves stand in this version."""
        chosen = self.year.lessons is not None and self.year.lessons.cases_for_management
        return self.reader is Reader.TEAM or chosen

    @property
    def version(self) -> str:
        """How the words about this version are named."""
        shown = self.reader is Reader.MANAGEMENT and self.shows_cases
        return f"{self.reader.value}_cases" if shown else self.reader.value

    def say(self, key: str, **values: Shown) -> str:
        """A text of the annual report."""
        return self.words.say(f"annual.{key}", **values)

    def meeting(self, key: str) -> str:
        """The name of a meeting, as it stands at the start of a line."""
        return self.words.say(f"terms.meeting.{key}")

    def of_meeting(self, key: str) -> str:
        """The same in the middle of a sentence."""
        return self.words.say(f"plan.meeting.{key}")

    def gap(self, key: str, **values: Shown) -> Cards:
        """A box that says what is missing; nothing is put in its place."""
        return Cards((Card(self.say("gap"), self.say(key, **values)),))

    def captioned(self, text: str, grid: Grid) -> tuple[PageBlock, ...]:
        """A table under its caption."""
        return Caption(self.say("table"), text), grid


def follow_ups(year: TeamYear) -> Iterator[tuple[str, HeldMeeting | None]]:
    """Each follow-up that was planned or held, in the order of the programme, with what its form tells."""
    planned, held = year.programme or Programme(), {one.meeting: one for one in year.held}
    for key in FOLLOW_UPS:
        if key in held or planned.meeting(key) is not None:
            yield key, held.get(key)


def is_to_come(key: str, year: TeamYear) -> bool:
    """Whether the day of a meeting is not over yet."""
    planned = (year.programme or Programme()).meeting(key)
    return bool(planned and planned.day and year.today and planned.day >= year.today)


def lowered(blocks: Iterable[PageBlock], levels: int) -> Iterator[PageBlock]:
    """The same with its headings so many levels lower."""
    for block in blocks:
        yield replace(block, level=block.level + levels) if isinstance(block, Heading) else block


def put_together(chapters: Sequence[Chapter], words: Catalogue) -> Iterator[PageBlock]:
    """The chapters with their numbers, one below the other: most are short, and a page each would be half empty."""
    for number, chapter in enumerate(chapters, 1):
        yield Heading(words.say("annual.chapter", number=number, title=chapter.title))
        yield from chapter.blocks
