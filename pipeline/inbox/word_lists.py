"""Where the lists of a Word form stand (M100, M103).

A list is known by its header, in any order; where that is gone or was changed, by the controls in its rows.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.forms.questions import Form, Sheet
from pipeline.inbox.grid import Grid, grid, term_in
from pipeline.inbox.headers import Header, header_of
from pipeline.inbox.raw import RawSheet
from pipeline.inbox.vocabulary import questions_by_label
from pipeline.inbox.word_tables import Table, lists_of, tables_in
from pipeline.inbox.word_typed_lists import typed_lists
from pipeline.inbox.word_values import Paragraph, Span, WordDocument, merged

_FEWEST_ALIKE = 2


@dataclass(frozen=True, slots=True)
class Listed:
    """A table that holds rows of a list: those between its header and `end`."""

    sheet: Sheet
    table: Table
    header: Header
    end: int

    @property
    def rows(self) -> range:
        """The rows below the header, as the table counts them."""
        return range(self.header.row + 1, self.end)

    @property
    def span(self) -> Span:
        """Where the header and the rows stand in the text."""
        spans = [span for row, span in self.table.spans.items() if self.header.row <= row < self.end]
        return min(begin for begin, _ in spans), max(end for _, end in spans)


def listed_in(document: WordDocument, form: Form) -> tuple[Listed, ...]:
    """Every table with rows of a list of the form, and every list that is no table any more."""
    if not lists_of(form):
        return ()
    tables = (*tables_in(document, form), *typed_lists(document, form))
    return tuple(listed for table in tables if (listed := _listed(table, form)))


def without_lists(document: WordDocument, listed: Sequence[Listed]) -> WordDocument:
    """The document with everything that stands in no list."""
    spans = merged(one.span for one in listed)
    kept = (piece for paragraph in document.paragraphs for piece in _outside(paragraph, spans))
    return replace(document, paragraphs=tuple(kept)) if spans else document


def _outside(paragraph: Paragraph, spans: Sequence[Span]) -> Iterator[Paragraph]:
    """What of the paragraph lies in none of the spans."""
    at = paragraph.begin
    for begin, end in spans[max(bisect_right(spans, (at, at)) - 1, 0) :]:
        if begin > paragraph.end:
            break
        if begin > at:
            yield replace(paragraph, text=paragraph.text[at - paragraph.begin : begin - paragraph.begin], begin=at)
        at = max(at, end + 1)
    if at <= paragraph.end:
        yield replace(paragraph, text=paragraph.text[at - paragraph.begin :], begin=at)


def _listed(table: Table, form: Form) -> Listed | None:
    """The list of which most columns are there."""
    cells = grid("", RawSheet("", table.cells))
    found = [(sheet, header) for sheet in lists_of(form) if (header := _header(table, cells, form, sheet))]
    if not found:
        return None
    sheet, header = max(found, key=lambda one: len(one[1].columns))
    return Listed(sheet, table, header, _end(cells, header, form))


def _header(table: Table, cells: Grid, form: Form, sheet: Sheet) -> Header | None:
    """The columns by their headers, and by what their controls are called where no header tells."""
    header = header_of(cells, form, sheet)
    if header is not None and len(header.columns) < _FEWEST_ALIKE:
        header = None
    named = [one for one in table.named if one.sheet == sheet.key]
    columns = {**header.columns} if header else {}
    for one in named:
        if all(one.column not in those for those in columns.values()):
            columns.setdefault(one.question, (one.column,))
    if len(columns) < _FEWEST_ALIKE:
        return None
    if header is None:
        return Header(min(one.row for one in named) - 1, columns)
    known = {column for those in columns.values() for column in those}
    return replace(header, columns=columns, unread=tuple(column for column in header.unread if column not in known))


def _end(cells: Grid, header: Header, form: Form) -> int:
    """The row after the last: where a question of another part begins, when somebody let two tables run together."""
    labels = questions_by_label(form)
    below = (row for row in cells.rows if row > header.row)
    others = (row for row in below if (first := cells.cell(row, 1)) and term_in(first) in labels)
    return next(others, max(cells.rows, default=header.row) + 1)
