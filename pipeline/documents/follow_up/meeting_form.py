"""The form of a follow-up, with what is planned for it filled in already (M20, M94, M101)."""

from collections.abc import Iterator
from datetime import date

from pipeline.documents.filled_form import FilledForm
from pipeline.forms.meeting import MEETING
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.handing_out import chosen_case
from pipeline.ttr.programme import FOLLOW_UPS, Meeting, Programme
from pipeline.ttr.records import TeamYear


def meeting_form(meeting: str, year: TeamYear, words: Catalogue) -> FilledForm | None:
    """The form for the follow-up of this key: which it is, its day, and the code of its case; None when not planned."""
    planned = (year.programme or Programme()).meeting(meeting)
    if planned is None or meeting not in FOLLOW_UPS:
        return None
    case = chosen_case(year, meeting)
    discussion = {} if case is None else {"case": case.code}
    return FilledForm(MEETING, words, {"about": [dict(_about(planned))], "discussion": [discussion]})


def _about(planned: Meeting) -> Iterator[tuple[str, str | date]]:
    yield "meeting", planned.key
    if planned.day is not None:
        yield "day", planned.day
