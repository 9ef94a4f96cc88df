"""Writes grouped wordings as a workbook: overviews to show to all, and the form to correct them on (M63, M73).

In the overviews every formula has the value that it comes to, so that a preview, a phone and Protected View show the
truth before anything is reckoned.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from pipeline.documents.frame.grouped_wordings import GroupedWordings
from pipeline.forms.grouped_wordings import GROUPED_WORDINGS
from pipeline.outbox.forms.sheets import Filled
from pipeline.outbox.forms.words import FormWords
from pipeline.outbox.forms.workbook import More, Written, form_workbook
from pipeline.outbox.normalising import normalised
from pipeline.outbox.scores.pages import Looks, write_cells
from pipeline.outbox.scores.stored import stored_outright
from pipeline.outbox.wordings.order import HEADER, Grouping, in_rows
from pipeline.outbox.wordings.overview import Leaning, leaning, write_overview
from pipeline.outbox.wordings.walk import write_walk_findings


def wordings_file(wordings: GroupedWordings) -> bytes:
    """The workbook, which comes back as the form that it is."""
    words = FormWords(GROUPED_WORDINGS, wordings.words)
    leanings = tuple(_leanings(wordings, words))
    filled = {one.overview.sheet: list(_rows(one.grouping)) for one in leanings}
    front = (*(one.overview.tab for one in leanings), *((wordings.walk.tab,) if wordings.walk else ()))
    numbers = {one.overview.sheet: {"group": one.grouping.numbers} for one in leanings}
    more = More(partial(_more, wordings, leanings), front, numbers)
    made = stored_outright(form_workbook(words.form, words.words, filled, more), words.words.language)
    return normalised(made, title=words.of_form("title"), language=words.words.language, identifier=words.mark)


def _leanings(wordings: GroupedWordings, words: FormWords) -> Iterator[Leaning]:
    for overview in wordings.overviews:
        tab = words.tab(words.form.sheet(overview.sheet))
        grouping = Grouping(tab, in_rows(overview.groups, overview.numbers), overview.numbers)
        yield leaning(overview, f"order_{overview.sheet}", grouping)


def _rows(grouping: Grouping) -> Iterator[dict[str, Filled]]:
    """What stands on the form's sheet."""
    for wording, number in grouping.wordings:
        told: dict[str, Filled] = {"wording": wording.text, "times": wording.times}
        yield told | ({"group": number} if number else {})


def _more(wordings: GroupedWordings, leanings: Sequence[Leaning], written: Written) -> None:
    looks = Looks(written.workbook)
    overviews, others = written.front[: len(leanings)], written.front[len(leanings) :]
    for page, one in zip(overviews, leanings, strict=True):
        _write_order(written.workbook.add_worksheet(one.order), looks, one)
        write_overview(page, looks, one, wordings.texts)
    if wordings.walk:
        write_walk_findings(others[0], looks, wordings.walk)


def _write_order(page: Any, looks: Looks, one: Leaning) -> None:
    write_cells(page, looks, HEADER, one.rows)
    page.very_hidden()
