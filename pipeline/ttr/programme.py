"""The team's year: the programme, its meetings and its breaks (M07-M16, M21, M82, M95, M97)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from pipeline.findings import Place

INTRO = "intro"
FOLLOW_UPS = ("follow_up_1", "follow_up_2", "follow_up_3")
MEETINGS = (INTRO, *FOLLOW_UPS)

FOCUS_GROUPS = (
    "first_generation",
    "gender",
    "background",
    "disability",
    "work_or_care",
    "language",
)


class Mode(StrEnum):
    """How a meeting is held (M09, G20)."""

    OFFLINE = "offline"
    ONLINE = "online"
    HYBRID = "hybrid"


MODES = tuple(Mode)


class YearType(StrEnum):
    """Whether the team does TTR for the first time (M106, G37)."""

    FIRST = "first"
    LATER = "later"


class Walk(StrEnum):
    """How the Power Walk is walked (M50, M65).

    In the name of a persona, shown by code or only as a distribution; or as oneself, with neither code nor persona.
    """

    PERSONA = "persona"
    ANONYMOUS = "anonymous"
    ONESELF = "oneself"


class HandOut(StrEnum):
    """When the case of a follow-up is handed out (M95)."""

    BEFORE = "before"
    DURING = "during"


@dataclass(frozen=True, slots=True)
class Lead:
    """A team lead or a moderator; `code` is None for somebody who did not sign up (M39, G10)."""

    code: str | None
    place: Place = field(default=Place(), compare=False)


@dataclass(frozen=True, slots=True)
class Meeting:
    """One planned meeting; what is not known yet is None, `minutes` is its planned length.

    `fictional` tells that an invented case may be discussed where there is no other (M92).
    """

    key: str
    day: date | None = None
    start: time | None = None
    minutes: int | None = None
    mode: Mode | None = None
    room: str | None = None
    regular_meeting: str | None = None
    moderator: Lead | None = None
    hand_out: HandOut | None = None
    fictional: bool = False
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)

    def place(self, question: str) -> Place:
        """Where the answer to `question` stands."""
        return self.places.get(question, self.places.get("meeting", Place()))

    def clock(self, minute: int) -> time | None:
        """The time of day, `minute` minutes after the start."""
        if self.start is None:
            return None
        return (datetime.combine(date.min, self.start) + timedelta(minutes=minute)).time()


@dataclass(frozen=True, slots=True)
class Break:
    """A stretch without teaching, both days included."""

    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True)
class Programme:
    """What the programme form says; `staff` is the number of staff in year 1.

    `asked_walk` counts as `walk` only as far as `trust` has been confirmed (M65). `leads_apart` puts the team leads in
    different small groups (G28). `region` is a key of `regions.REGIONS`: whose public holidays count.
    """

    team: str | None = None
    institution: str | None = None
    name: str | None = None
    academic_year: str | None = None
    first_teaching_day: date | None = None
    language: str | None = None
    year_type: YearType | None = None
    staff: int | None = None
    leads: tuple[Lead, ...] = ()
    focus: tuple[str, ...] = ()
    asked_walk: Walk = Walk.PERSONA
    trust: bool = False
    meetings: tuple[Meeting, ...] = ()
    breaks: tuple[Break, ...] = ()
    leads_apart: bool = False
    region: str | None = None
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)

    def place(self, question: str) -> Place:
        """Where the answer to `question` stands."""
        return self.places.get(question, Place())

    @property
    def walk(self) -> Walk:
        """How the Power Walk is walked; as oneself only with trust confirmed, in a persona's name otherwise."""
        return Walk.PERSONA if self.asked_walk is Walk.ONESELF and not self.trust else self.asked_walk

    def meeting(self, key: str) -> Meeting | None:
        """The meeting with this key, if it is planned."""
        return next((meeting for meeting in self.meetings if meeting.key == key), None)
