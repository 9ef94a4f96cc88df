"""A session as its slides need it: the team's year, the meeting, its minutes and the words to say it in."""

from dataclasses import dataclass, replace

from pipeline.documents.contents import Look, Notes, Slide
from pipeline.findings import Shown
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.programme import Meeting, Mode, Programme
from pipeline.ttr.records import TeamYear
from pipeline.ttr.timetable import Timetable


@dataclass(frozen=True, slots=True)
class Session:
    """One meeting of the team's year, with its timetable; `deck` is its table of the words of the decks."""

    deck: str
    year: TeamYear
    meeting: Meeting
    timetable: Timetable
    words: Catalogue

    @property
    def programme(self) -> Programme:
        """What the programme form says; everything unknown when there is none."""
        return self.year.programme or Programme()

    @property
    def manner(self) -> str:
        """How the Power Walk is walked: `steps` in a room, `points` with the score sheet.

        A score sheet serves everybody, wherever they are: so a hybrid meeting, and one whose mode is not known
        yet, takes points (G20).
        """
        return "steps" if self.meeting.mode is Mode.OFFLINE else "points"

    def say(self, key: str, **values: Shown) -> str:
        """A text of this deck."""
        return self.words.say(f"deck.{self.deck}.{key}", **values)

    def many(self, key: str, **values: Shown) -> tuple[str, ...]:
        """A list of texts of this deck."""
        return self.words.many(f"deck.{self.deck}.{key}", **values)

    def notes(self, key: str, minutes: int, *situations: str, **values: Shown) -> Notes:
        """What to say at the slide `key`, for how long, and what to do in which situation (`deck.if`)."""
        return Notes(
            say=self.many(f"{key}.say", **values),
            minutes=minutes,
            if_needed=tuple(self.words.say(f"deck.if.{situation}") for situation in situations),
        )

    def opening(self, block: str, minutes: int, *situations: str) -> Slide:
        """The slide that opens a part of the session, with its clock times."""
        return Slide(
            Look.SECTION,
            self.block_name(block),
            self.notes(block, minutes, *situations),
            subtitle=self._from_till(block),
        )

    def block_name(self, block: str) -> str:
        """The name of a part of the session."""
        return self.words.say(f"programme.block.{block}")

    def clock(self, minute: int) -> str:
        """The time of day `minute` minutes after the start; `0:45` while the start is not known."""
        moment = self.meeting.clock(minute)
        return f"{minute // 60}:{minute % 60:02d}" if moment is None else self.words.clock(moment)

    def minutes(self, count: int) -> str:
        """A number of minutes in words: `1 minute`, `10 minutes`."""
        return self.words.say("terms.minutes", count=count)

    def _from_till(self, block: str) -> str:
        length = self.timetable.length(block)
        if self.meeting.start is None:
            return self.minutes(length)
        begin = self.timetable.start(block)
        return f"{self.clock(begin)}\u2013{self.clock(begin + length)} \u00b7 {self.minutes(length)}"


def saying_also(notes: Notes, *lines: str) -> Notes:
    """The same notes with more to say."""
    return replace(notes, say=(*notes.say, *lines))
