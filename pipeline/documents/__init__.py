"""What we say: one module per document, and the list of them; plain values, no Office."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from pipeline.documents.annual.report import annual_report, annual_report_for_management
from pipeline.documents.annual.year_form import year_form
from pipeline.documents.contents import Deck, Page
from pipeline.documents.filled_form import FilledForm
from pipeline.documents.follow_up.action_list import ActionList, action_list
from pipeline.documents.follow_up.case_handout import case_handout
from pipeline.documents.follow_up.deck import follow_up_deck
from pipeline.documents.follow_up.meeting_form import meeting_form
from pipeline.documents.follow_up.report import follow_up_report, management_report
from pipeline.documents.frame.conditions_table import conditions_table
from pipeline.documents.frame.frame_of_reference import frame_of_reference, frame_revision
from pipeline.documents.frame.grouped_wordings import GroupedWordings, grouped_wordings
from pipeline.documents.frame.revision import Revision
from pipeline.documents.intro.deck import intro_deck
from pipeline.documents.next_year.last_year import last_year
from pipeline.documents.plan.year_plan import PlanSheet, plan_page, plan_sheet
from pipeline.documents.team_scan_summary import team_scan_summary
from pipeline.documents.walk.card_sheets import CardSheet
from pipeline.documents.walk.offline_kit import statement_cards, tally_card
from pipeline.documents.walk.persona_cards import persona_cards
from pipeline.documents.walk.results import WalkResults, walk_results
from pipeline.documents.walk.score_sheet import ScoreSheet, score_sheet
from pipeline.documents.walk.summary import power_walk_summary
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.programme import FOLLOW_UPS, INTRO, Meeting, Mode, Programme
from pipeline.ttr.records import TeamYear

Content: TypeAlias = (
    Deck
    | Page
    | CardSheet
    | ScoreSheet
    | WalkResults
    | GroupedWordings
    | Revision
    | FilledForm
    | ActionList
    | PlanSheet
)
Composed: TypeAlias = Content | None


@dataclass(frozen=True, slots=True)
class Document:
    """A document we make; its name stands at `documents.<key>`.

    `file` is its place in the outbox. A STOP about one of the forms in `made_from` holds it up. `compose` gives None
    when what it is about has not come in.
    """

    key: str
    file: str
    made_from: tuple[str, ...]
    compose: Callable[[TeamYear, Catalogue], Composed]


def _intro(year: TeamYear, words: Catalogue) -> Deck:
    programme = year.programme or Programme()
    return intro_deck(year, programme.meeting(INTRO) or Meeting(INTRO), words)


def _follow_up(key: str, year: TeamYear, words: Catalogue) -> Deck:
    programme = year.programme or Programme()
    return follow_up_deck(year, programme.meeting(key) or Meeting(key), words)


def _of_follow_ups(
    key: str, file: str, made_from: tuple[str, ...], compose: Callable[[str, TeamYear, Catalogue], Composed]
) -> dict[str, Document]:
    """One document for each follow-up, by the meeting's key; its number goes behind `key` and into `file`."""
    return {
        meeting: Document(
            f"{key}_{number}", f"{number + 2}_{meeting}/{file.format(number)}", made_from, partial(compose, meeting)
        )
        for number, meeting in enumerate(FOLLOW_UPS, 1)
    }


_PLANNED = ("programme",)
_SIGNED_UP = ("programme", "sign_up")
_FRAMED = ("programme", "frame")

YEAR_PLAN = Document("year_plan", "1_prepare/year-plan.xlsx", _PLANNED, plan_sheet)
YEAR_PLAN_PAGE = Document("year_plan_page", "1_prepare/year-plan.docx", _PLANNED, plan_page)

INTRO_DECK = Document(
    "intro_deck", "2_introduction/session-deck-intro.pptx", ("programme", "sign_up", "statements"), _intro
)
TEAM_SCAN_SUMMARY = Document(
    "team_scan_summary", "1_prepare/team-scan.docx", ("programme", "team_scan"), team_scan_summary
)
PERSONA_CARDS = Document(
    "persona_cards", "2_introduction/persona-cards.docx", ("programme", "persona_aspects"), persona_cards
)

_WALKED = ("programme", "sign_up", "statements")
SCORE_SHEET = Document("score_sheet", "2_introduction/score-sheet.xlsx", _WALKED, score_sheet)
TALLY_SHEET = Document("tally_sheet", "2_introduction/tally-sheet.xlsx", _WALKED, score_sheet)
STATEMENT_CARDS = Document("statement_cards", "2_introduction/statement-cards.docx", _WALKED, statement_cards)
TALLY_CARD = Document("tally_card", "2_introduction/tally-card.docx", _WALKED, tally_card)
WALK_CHARTS = Document("walk_charts", "2_introduction/power-walk-charts.xlsx", (*_WALKED, "scores"), walk_results)
WALK_SUMMARY = Document(
    "walk_summary", "2_introduction/power-walk-summary.docx", (*_WALKED, "scores"), power_walk_summary
)

CONDITIONS_TABLE = Document(
    "conditions_table", "2_introduction/conditions-table.xlsx", ("programme", "sign_up"), conditions_table
)
GROUPED_WORDINGS = Document(
    "grouped_wordings", "2_introduction/conditions-grouped.xlsx", ("programme", "conditions"), grouped_wordings
)
FRAME = Document("frame_of_reference", "2_introduction/frame-of-reference.docx", _FRAMED, frame_of_reference)
FRAME_REVISION = Document("frame_revision", "2_introduction/frame-of-reference-changes.docx", _FRAMED, frame_revision)
ACTION_LIST = Document("action_list", "action-list.xlsx", ("programme", "action_list"), action_list)

SESSION_DECKS = {INTRO: INTRO_DECK, **_of_follow_ups("follow_up_deck", "session-deck-{}.pptx", _SIGNED_UP, _follow_up)}
"""The deck of each meeting, by the meeting's key."""

HANDOUTS = _of_follow_ups("case_handout", "case-handout-{}.docx", _PLANNED, case_handout)
"""The case on paper for each follow-up, by the meeting's key."""

MEETING_FORMS = _of_follow_ups("meeting_form", "meeting-form-{}.docx", _PLANNED, meeting_form)
"""The form to fill in during each follow-up, by the meeting's key."""

REPORTS = _of_follow_ups("follow_up_report", "report-{}.docx", _PLANNED, follow_up_report)
"""The report of each follow-up for the team, by the meeting's key."""

MANAGEMENT_REPORTS = _of_follow_ups("management_report", "report-{}-management.docx", _PLANNED, management_report)
"""The same for management, without the case, by the meeting's key."""

LAST_YEAR = Document("last_year", "1_prepare/last-year.docx", ("programme", "lessons"), last_year)
YEAR_FORM = Document("year_form", "annual_report/year-form.docx", _PLANNED, year_form)

_WHOLE_YEAR = ("programme", "frame", "lessons")
ANNUAL_REPORT = Document("annual_report", "annual_report/annual-report.docx", _WHOLE_YEAR, annual_report)
ANNUAL_REPORT_FOR_MANAGEMENT = Document(
    "annual_report_management",
    "annual_report/annual-report-management.docx",
    _WHOLE_YEAR,
    annual_report_for_management,
)

DOCUMENTS: tuple[Document, ...] = (
    YEAR_PLAN,
    YEAR_PLAN_PAGE,
    LAST_YEAR,
    TEAM_SCAN_SUMMARY,
    PERSONA_CARDS,
    SCORE_SHEET,
    TALLY_SHEET,
    STATEMENT_CARDS,
    TALLY_CARD,
    WALK_CHARTS,
    WALK_SUMMARY,
    CONDITIONS_TABLE,
    GROUPED_WORDINGS,
    FRAME,
    FRAME_REVISION,
    *SESSION_DECKS.values(),
    *HANDOUTS.values(),
    *MEETING_FORMS.values(),
    *REPORTS.values(),
    *MANAGEMENT_REPORTS.values(),
    ACTION_LIST,
    YEAR_FORM,
    ANNUAL_REPORT,
    ANNUAL_REPORT_FOR_MANAGEMENT,
)


def before_the_walk(year: TeamYear) -> tuple[Document, ...]:
    """What the Power Walk needs: a sheet to share, or on the spot a tally sheet with cards to read and to mark."""
    meeting = (year.programme or Programme()).meeting(INTRO)
    if meeting is not None and meeting.mode is Mode.OFFLINE:
        return (TALLY_SHEET, STATEMENT_CARDS, TALLY_CARD)
    return (SCORE_SHEET,)


AFTER_THE_WALK = (WALK_CHARTS, WALK_SUMMARY)
"""What is made of the scores that came back."""
