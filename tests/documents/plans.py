"""Years of invented teams as they stand in the programme form, for the plan that is made of them."""

from dataclasses import replace
from datetime import date

from pipeline.ttr.programme import INTRO, MEETINGS, Break, HandOut, Meeting, Programme, YearType
from pipeline.ttr.records import TeamYear
from tests.documents.teams import full_year

TODAY = date(2027, 11, 26)
LONG = "Instellingsbreed overleg over studiesucces, kwaliteit en toegankelijkheid"


def planned_year(language: str) -> TeamYear:
    """A first year with all its days, looked at in autumn; the last follow-up has no regular meeting yet."""
    programme = full_year(language).programme
    assert programme is not None
    last = replace(programme.meetings[-1], hand_out=HandOut.DURING)
    return TeamYear(
        programme=replace(
            programme,
            first_teaching_day=date(2027, 9, 6),
            year_type=YearType.FIRST,
            region="nl",
            meetings=(*programme.meetings[:-1], last),
            breaks=(Break(date(2027, 10, 18), date(2027, 10, 22)), Break(date(2027, 12, 27), date(2028, 1, 7))),
        ),
        today=TODAY,
    )


def proposed_year(language: str) -> TeamYear:
    """The same team before it has chosen any day."""
    return _with(language, *(Meeting(key) for key in MEETINGS))


def later_year(language: str) -> TeamYear:
    """A later year of the same team: two follow-ups and no introductory session."""
    year = _with(language, *(meeting for meeting in _programme(language).meetings[1:3] if meeting.key != INTRO))
    return _changed(year, year_type=YearType.LATER)


def open_year(language: str) -> TeamYear:
    """A team of which nothing is known but that it will meet."""
    return TeamYear(programme=Programme(language=language, meetings=tuple(Meeting(key) for key in MEETINGS)))


def long_year(language: str) -> TeamYear:
    """A team whose names are as long as the form takes them."""
    meetings = tuple(replace(meeting, regular_meeting=LONG) for meeting in _programme(language).meetings)
    return _changed(
        _with(language, *meetings),
        team="Docententeam van het eerste leerjaar, voltijd en deeltijd samen, beide locaties",
        name="Sociaal-juridische dienstverlening en maatschappelijke hulpverlening, variant deeltijd",
        institution="Christelijke Hogeschool voor Toegepaste Wetenschappen en Kunsten Waterland",
    )


def _programme(language: str) -> Programme:
    programme = planned_year(language).programme
    assert programme is not None
    return programme


def _with(language: str, *meetings: Meeting) -> TeamYear:
    return TeamYear(programme=replace(_programme(language), meetings=meetings), today=TODAY)


def _changed(year: TeamYear, **answers: object) -> TeamYear:
    assert year.programme is not None
    return replace(year, programme=replace(year.programme, **answers))  # type: ignore[arg-type]
