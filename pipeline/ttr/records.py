"""All that is known of a team's year once it has passed the door."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from pipeline.ttr.cases import Case, CaseProgress
from pipeline.ttr.follow_ups import ActionPoint, HeldMeeting
from pipeline.ttr.frame import FrameOfReference
from pipeline.ttr.lessons import LessonsLearned
from pipeline.ttr.people import Participant
from pipeline.ttr.personas import PersonaAspect
from pipeline.ttr.power_walk import Statement
from pipeline.ttr.programme import Programme
from pipeline.ttr.scores import Scores
from pipeline.ttr.sources import Source
from pipeline.ttr.team_scan import ScanAnswer
from pipeline.ttr.wordings import TeamWordings


@dataclass(frozen=True, slots=True)
class TeamYear:
    """A team's year, without a name in it; None where the form has not come in.

    `own_words` holds the team's wording by language (nl, en, de) and key of the catalogue. `former_frame` is the
    version before the one that counts. `held` are the follow-ups with a meeting form, in the order of the year;
    `action_points` are all of the year. `lessons` are those of this academic year, `former_lessons` those of the one
    before. `sources` are the forms behind it all. `today` is the day on which a stage looks at it.
    """

    programme: Programme | None = None
    participants: tuple[Participant, ...] = ()
    scan: tuple[ScanAnswer, ...] | None = None
    statements: tuple[Statement, ...] | None = None
    own_words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    scores: Scores | None = None
    aspects: tuple[PersonaAspect, ...] | None = None
    cases: tuple[Case, ...] = ()
    case_progress: tuple[CaseProgress, ...] = ()
    frame: FrameOfReference | None = None
    former_frame: FrameOfReference | None = None
    wordings: TeamWordings | None = None
    held: tuple[HeldMeeting, ...] = ()
    action_points: tuple[ActionPoint, ...] = ()
    lessons: LessonsLearned | None = None
    former_lessons: LessonsLearned | None = None
    sources: tuple[Source, ...] = ()
    today: date | None = None
