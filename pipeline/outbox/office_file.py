"""Whatever a document is composed of, written as the Office file that it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from pipeline.documents import Content
from pipeline.documents.follow_up.action_list import ActionList
from pipeline.documents.walk.card_sheets import CardSheet
from pipeline.documents.contents import Deck, Page
from pipeline.documents.filled_form import FilledForm
from pipeline.documents.frame.grouped_wordings import GroupedWordings
from pipeline.documents.frame.revision import Revision
from pipeline.documents.walk.score_sheet import ScoreSheet
from pipeline.documents.walk.results import WalkResults
from pipeline.documents.plan.year_plan import PlanSheet
from pipeline.findings import Finding


@dataclass(frozen=True, slots=True)
class Templates:
    """The folders with the shipped templates and with the team's own, which go first."""

    shipped: Path
    own: Path


def office_file(content: Content, templates: Templates) -> tuple[bytes, Sequence[Finding]]:
    """The file, and what there is to say about the templates; what is not asked for is not loaded."""
    match content:
        case Deck():
            from pipeline.outbox.slides import house_style  # noqa: PLC0415 - slow to start
            from pipeline.outbox.slides import powerpoint  # noqa: PLC0415 - slow to start

            style, of_style = house_style.house_style(templates.shipped, templates.own)
            file, findings = powerpoint.deck_file(content, style)
            return file, (*of_style, *findings)
        case Page():
            from pipeline.outbox.pages import word  # noqa: PLC0415 - slow to start

            return word.page_file(content, templates.shipped, templates.own)
        case CardSheet():
            from pipeline.outbox.pages import card_pages  # noqa: PLC0415 - slow to start

            return card_pages.card_file(content, templates.shipped, templates.own)
        case Revision():
            from pipeline.outbox.revision import word_revision  # noqa: PLC0415 - slow to start

            return word_revision.revision_file(content, templates.shipped, templates.own)
        case _:
            return _filled_in(content), ()


def _filled_in(  # noqa: PLR0911 - one for each kind
    content: ScoreSheet | WalkResults | ActionList | FilledForm | GroupedWordings | PlanSheet,
) -> bytes:
    """What has a look of its own: a workbook, or a form."""
    match content:
        case ScoreSheet():
            from pipeline.outbox.scores import sheet as score_sheet  # noqa: PLC0415 - slow to start

            return score_sheet.score_sheet_file(content)
        case WalkResults():
            from pipeline.outbox.scores import walk_workbook  # noqa: PLC0415 - slow to start

            return walk_workbook.walk_workbook_file(content)
        case ActionList():
            from pipeline.outbox.actions import workbook as action_workbook  # noqa: PLC0415 - slow to start

            return action_workbook.action_workbook(content)
        case FilledForm():
            from pipeline.outbox.forms import blank_form  # noqa: PLC0415 - the same

            return blank_form.filled_form(content)
        case GroupedWordings():
            from pipeline.outbox.wordings import workbook as wordings_workbook  # noqa: PLC0415 - slow to start

            return wordings_workbook.wordings_file(content)
        case PlanSheet():
            from pipeline.outbox.plan import workbook as plan_workbook  # noqa: PLC0415 - slow to start

            return plan_workbook.plan_workbook(content)
        case _:
            assert_never(content)
