"""The persona instruction: what its template may fill in, for one participant (M48-M54, M65-M70, M80, M110, G14, G33).

Everything but the recipient's name is known here; the name joins it in `post/` alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from pipeline.language.catalogue import Catalogue
from pipeline.ttr.power_walk import EXAMPLES, IDENTITY_ASPECTS
from pipeline.ttr.programme import INTRO, Meeting, Mode, Programme, Walk
from pipeline.ttr.records import TeamYear
from pipeline.ttr.scores import STEP
from pipeline.ttr.timetable import timetable_for


class Kind(StrEnum):
    """What a field holds: a text, a whole number, yes or no, or a list of texts."""

    TEXT = "text"
    NUMBER = "number"
    YES_NO = "yes_no"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Field:
    """One field that a template may use by its `key`; what it holds is told at `letter.field.<key>`."""

    key: str
    kind: Kind = Kind.TEXT


ABOUT: Final = "persona_instruction"
"""What findings about its template are about."""

STEM: Final = "persona-instruction"
"""How the names of its templates begin."""

RECIPIENT: Final = "recipient"
"""The one field that names somebody."""

FIELDS: Final = (
    *(Field(key) for key in (RECIPIENT, "code", "team", "programme", "institution", "academic_year")),
    *(Field(key) for key in ("day", "start", "end", "place", "examples_of_aspects")),
    *(Field(key, Kind.NUMBER) for key in ("number_of_statements", "highest_score")),
    *(Field(key, Kind.YES_NO) for key in ("programme_known", "day_known", "time_known", "place_known")),
    *(Field(key, Kind.YES_NO) for key in ("online", "offline", "hybrid", "with_points", "with_steps")),
    *(Field(key, Kind.YES_NO) for key in ("some_reversed", "anonymous", "as_oneself")),
    Field("aspects", Kind.LIST),
)
"""Everything that a template of the persona instruction may fill in."""


def instruction_fields(year: TeamYear, code: str, words: Catalogue) -> dict[str, object]:
    """The value of every field but the recipient's name; as oneself there is no code (M65)."""
    programme = year.programme or Programme()
    meeting = programme.meeting(INTRO) or Meeting(INTRO)
    return {
        **_programme(programme, words),
        **_when_and_where(meeting, words),
        **_manner(year, programme, meeting),
        **_aspects(words),
        "code": "" if programme.walk is Walk.ONESELF else code,
    }


def _programme(programme: Programme, words: Catalogue) -> Mapping[str, object]:
    return {
        "team": programme.team or words.say("deck.shared.team_unknown"),
        "programme": programme.name or "",
        "institution": programme.institution or "",
        "academic_year": programme.academic_year or "",
        "programme_known": bool(programme.name),
    }


def _when_and_where(meeting: Meeting, words: Catalogue) -> Mapping[str, object]:
    minutes = meeting.minutes or timetable_for(INTRO, None).minutes
    start, end = meeting.clock(0), meeting.clock(minutes)
    open_time = words.say("terms.time_open")
    online = words.say("terms.online") if meeting.mode is Mode.ONLINE else None
    place = meeting.room or online
    return {
        "day": words.say("terms.date_open") if meeting.day is None else words.long_date(meeting.day),
        "start": open_time if start is None else words.clock(start),
        "end": open_time if end is None else words.clock(end),
        "place": place or words.say("terms.place_open"),
        "day_known": meeting.day is not None,
        "time_known": meeting.start is not None,
        "place_known": place is not None,
    }


def _manner(year: TeamYear, programme: Programme, meeting: Meeting) -> Mapping[str, object]:
    """How the walk goes; as in the deck, a score sheet serves everywhere but in a meeting on the spot (G20)."""
    statements = year.statements or EXAMPLES
    steps = meeting.mode is Mode.OFFLINE
    return {
        **{mode.value: meeting.mode is mode for mode in Mode},
        "with_points": not steps,
        "with_steps": steps,
        "number_of_statements": len(statements),
        "highest_score": len(statements) * (1 if steps else STEP),
        "some_reversed": any(not statement.advantage_if_applies for statement in statements),
        "anonymous": programme.walk is Walk.ANONYMOUS,
        "as_oneself": programme.walk is Walk.ONESELF,
    }


def _aspects(words: Catalogue) -> Mapping[str, object]:
    names = tuple(words.say(f"programme.aspect.{key}") for key in IDENTITY_ASPECTS)
    return {"aspects": names, "examples_of_aspects": words.listed(names)}
