"""What the meeting forms tell of each follow-up, and the action points in them (M19, M20, M94, M98-M101, M103, G17)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from pipeline.anonymise.action_points import points_of
from pipeline.anonymise.all_said import all_said
from pipeline.anonymise.attendance import attendance
from pipeline.anonymise.case_door import CasesPassed
from pipeline.anonymise.discussed_cases import Discussed
from pipeline.anonymise.reading import copies, first_row, given, spot
from pipeline.anonymise.text_desk import TeamTexts, TextDesk
from pipeline.findings import Finding, note, stop
from pipeline.forms.frame import CONDITION_QUESTIONS
from pipeline.forms.meeting import MEETING
from pipeline.inbox.answers import Answers, Row
from pipeline.ttr.follow_ups import ActionPoint, HeldMeeting
from pipeline.ttr.programme import FOLLOW_UPS

ABOUT = MEETING.key
STORIES = ("inventory", "reflection", "strategies")


@dataclass(frozen=True, slots=True)
class MeetingsPassed:
    """The follow-ups with a form that is right, and every action point that may be said, whatever else is wrong."""

    held: tuple[HeldMeeting, ...] = ()
    points: tuple[ActionPoint, ...] = ()
    findings: tuple[Finding, ...] = ()


def meetings(texts: TeamTexts, cases: CasesPassed | None) -> MeetingsPassed:
    """Meeting by meeting what the forms say; `cases` is None where nothing is made of them.

    A STOP here is about one meeting and must not hold up another, so it is said about no form.
    """
    forms: dict[str, list[Answers]] = defaultdict(list)
    for answers in copies(texts.received, MEETING):
        forms[given(first_row(answers, "about"), "meeting", str) or ""].append(answers)
    minutes = _Minutes(texts, Discussed(cases))
    for meeting in FOLLOW_UPS:
        if meeting in forms:
            minutes.take(meeting, forms[meeting])
    return MeetingsPassed(tuple(minutes.held), tuple(minutes.points), tuple(minutes.findings))


@dataclass(frozen=True, slots=True)
class _Minutes:
    """The year's follow-ups as they are put down one after the other."""

    texts: TeamTexts
    discussed: Discussed
    held: list[HeldMeeting] = field(default_factory=list)
    points: list[ActionPoint] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def take(self, meeting: str, forms: Sequence[Answers]) -> None:
        """The forms of one meeting, which have to say the same."""
        first, *others = forms
        differing = [other for other in others if all_said(other) != all_said(first)]
        if differing:
            said = (stop("meeting_forms_differ", other.place, first=spot(first.place)) for other in differing)
            self.findings.extend(said)
            return
        desks = [self.texts.desk(answers) for answers in forms]
        desk = next((desk for desk in desks if desk.is_released), desks[0])
        again = (other.place for other in forms if other is not desk.answers)
        first_spot = spot(desk.answers.place)
        self.findings.extend(note("meeting_form_twice", place, ABOUT, first=first_spot) for place in again)
        self._take(meeting, desk)

    def _take(self, meeting: str, desk: TextDesk) -> None:
        about, discussion = (first_row(desk.answers, sheet) for sheet in ("about", "discussion"))
        desk.ask_for_release()
        stories = [desk.passing(discussion, key) or "" for key in STORIES]
        self.points.extend(points_of(desk, meeting))
        there = attendance(about, self.texts.holders)
        case, of_case = self.discussed.case_of(meeting, discussion)
        said = (*desk.findings, *there.findings, *of_case)
        self.findings.extend(said)
        if desk.is_released and not any(finding.stops for finding in said):
            inventory, reflection, strategies = stories
            held = HeldMeeting(
                meeting,
                given(about, "day", date),
                there.present,
                case,
                _conditions_used(discussion),
                inventory,
                reflection,
                strategies,
                desk.answers.place,
            )
            self.held.append(held)


def _conditions_used(row: Row) -> tuple[int, ...]:
    used = (given(row, key, str) == "yes" for key in CONDITION_QUESTIONS)
    return tuple(number for number, yes in enumerate(used, 1) if yes)
