"""Invented years at any moment, for what is said of where they stand."""

from datetime import date, timedelta

from hypothesis import strategies as st

from pipeline.ttr.cases import CaseProgress, CaseState
from pipeline.ttr.follow_ups import HeldMeeting
from pipeline.ttr.frame import FrameOfReference
from pipeline.ttr.lessons import LessonsLearned
from pipeline.ttr.people import Participant
from pipeline.ttr.plan import year_plan
from pipeline.ttr.programme import FOLLOW_UPS, MEETINGS, HandOut, Lead, Meeting, Programme
from pipeline.ttr.records import TeamYear
from pipeline.ttr.scores import Scores

FRAME = FrameOfReference("x", ("a", "b", "c", "d"), agreed=True, agreed_on=date(2027, 10, 7))
KEYS = sorted({row.key for row in year_plan(Programme(meetings=tuple(Meeting(key) for key in MEETINGS)))})

days = st.dates(date(2027, 7, 1), date(2028, 8, 31))
meeting_days = st.one_of(st.none(), days)


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    """Meetings on any day, also in the wrong order."""
    planned = draw(st.lists(st.sampled_from(MEETINGS), unique=True))
    return Programme(
        academic_year=draw(st.sampled_from((None, "2027-2028"))),
        first_teaching_day=draw(st.one_of(st.none(), st.dates(date(2027, 8, 1), date(2027, 10, 1)))),
        staff=draw(st.sampled_from((None, 0, 5))),
        meetings=tuple(
            Meeting(
                key,
                draw(meeting_days),
                hand_out=draw(st.sampled_from((None, *HandOut))),
                fictional=draw(st.booleans()),
                moderator=draw(st.sampled_from((None, Lead("KTM-473"), Lead(None)))),
            )
            for key in planned
        ),
    )


@st.composite
def years(draw: st.DrawFn) -> TeamYear:
    """Whatever may have come in by some day, also what does not fit together."""
    frames = (
        None,
        FRAME,
        FrameOfReference("x", FRAME.conditions),
        FrameOfReference("x", FRAME.conditions, agreed=False),
    )
    return TeamYear(
        programme=draw(st.one_of(st.none(), programmes())),
        participants=draw(st.sampled_from(((), (Participant("KTM-473", "mentor"), Participant("AHR-219"))))),
        scan=draw(st.sampled_from((None, ()))),
        scores=draw(st.sampled_from((None, Scores((), ())))),
        case_progress=tuple(draw(st.lists(cases, max_size=4))),
        frame=draw(st.sampled_from(frames)),
        held=tuple(HeldMeeting(key) for key in draw(st.lists(st.sampled_from(FOLLOW_UPS), unique=True))),
        lessons=draw(st.sampled_from((None, LessonsLearned("2027-2028")))),
    )


cases = st.builds(CaseProgress, st.just("C-1A2B3"), st.sampled_from(CaseState), st.sampled_from((None, *FOLLOW_UPS)))
made = st.frozensets(st.sampled_from(KEYS))
todays = st.dates(date(2027, 6, 1), date(2028, 9, 30))
SOON = timedelta(14)
