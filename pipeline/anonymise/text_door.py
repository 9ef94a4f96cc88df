"""The door for what the team wrote, from the frame to the lessons of the year (M71-M81, M85, M98-M105, G30)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.anonymise.case_door import CasesPassed
from pipeline.anonymise.roster import Roster
from pipeline.anonymise.told_texts import FORMS_OF_TEXTS, told_in
from pipeline.findings import Finding, Place
from pipeline.inbox.answers import Received
from pipeline.ttr.follow_ups import ActionPoint, HeldMeeting
from pipeline.ttr.frame import FrameOfReference
from pipeline.ttr.lessons import LessonsLearned
from pipeline.ttr.programme import Programme
from pipeline.ttr.wordings import TeamWordings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.anonymise.detection.names.known_people import KnownPerson


@dataclass(frozen=True, slots=True)
class Team:
    """By whom and in which year it was written; `language` serves for a form that does not tell its own."""

    roster: Roster
    people: "Sequence[KnownPerson]"
    programme: Programme
    language: str


@dataclass(frozen=True, slots=True)
class TextsPassed:
    """What of it may be said.

    `answered` are the places of questions left empty because their answer stands in another one.
    """

    frame: FrameOfReference | None = None
    former_frame: FrameOfReference | None = None
    wordings: TeamWordings | None = None
    held: tuple[HeldMeeting, ...] = ()
    action_points: tuple[ActionPoint, ...] = ()
    lessons: LessonsLearned | None = None
    former_lessons: LessonsLearned | None = None
    answered: frozenset[Place] = frozenset()
    findings: tuple[Finding, ...] = ()


def texts_passed(received: Received, team: Team, cases: CasesPassed | None) -> TextsPassed:
    """Everything that the team wrote and released; `cases` is None for a command that makes nothing of them."""
    if not any(received.of(form) for form in FORMS_OF_TEXTS):
        return TextsPassed()
    # The lists of words are not loaded for a team that wrote nothing yet.
    from pipeline.anonymise.action_points import with_lists  # noqa: PLC0415
    from pipeline.anonymise.frames import frames  # noqa: PLC0415
    from pipeline.anonymise.lessons import lessons  # noqa: PLC0415
    from pipeline.anonymise.meetings import meetings  # noqa: PLC0415
    from pipeline.anonymise.score_people import Holders  # noqa: PLC0415
    from pipeline.anonymise.team_wordings import team_wordings  # noqa: PLC0415
    from pipeline.anonymise.text_desk import TeamTexts  # noqa: PLC0415
    from pipeline.anonymise.text_search import searched  # noqa: PLC0415

    told = told_in(received, team.language)
    found = searched(told, team.people, team.programme, cases.drafts if cases else ())
    texts = TeamTexts(received, Holders(team.roster), team.programme, found, team.language)
    framed, met, learned = frames(texts), meetings(texts, cases), lessons(texts)
    points, of_lists = with_lists(texts, met.points)
    wordings, of_wordings = team_wordings(texts)
    findings = (*framed.findings, *met.findings, *of_lists, *of_wordings, *learned.findings)
    return TextsPassed(
        framed.frame,
        framed.former,
        wordings,
        met.held,
        points,
        learned.lessons,
        learned.former,
        framed.answered,
        findings,
    )
