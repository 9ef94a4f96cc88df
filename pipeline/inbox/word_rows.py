"""The rows of a list in a Word form, read as those of a sheet are (M100, M103)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.findings import Finding, Place, Word, note, stop
from pipeline.forms.labels import label_of, words_of
from pipeline.forms.questions import Form
from pipeline.inbox.answers import Row
from pipeline.inbox.filled import Filled
from pipeline.inbox.grid import Grid, grid
from pipeline.inbox.raw import CellValue, RawCell, RawSheet
from pipeline.inbox.rows import read_rows
from pipeline.inbox.vocabulary import is_on_form
from pipeline.inbox.word_anchors import without_prompt
from pipeline.inbox.word_lists import Listed
from pipeline.inbox.word_notes import weighed
from pipeline.inbox.word_values import WordDocument

_ONLY_TOLD = frozenset({"header_guessed", "header_doubled"})
_OF_THE_WHOLE = {"header_missing": "header_missing", "columns_not_read": "word_columns_not_read"}


def rows_of(filled: Filled, listed: Sequence[Listed]) -> tuple[tuple[Row, ...], tuple[Finding, ...]]:
    """Every row of a list, and what there is to say about them; `filled` tells the file and what the part is called."""
    rows: list[Row] = []
    findings: list[Finding] = []
    for before, one in _counted(listed):
        cells = {at: cell for at, cell in one.table.cells.items() if one.header.row <= at[0] < one.end}
        told = grid(filled.grid.file, RawSheet(filled.grid.sheet.name, cells))
        placed = _Rows(told.file, told.sheet, told.rows, one, filled.form, before)
        read, said = read_rows(replace(filled, grid=placed), one.header)
        rows += (Row(row.answers, replace(row.place, question="")) for row in read)
        findings += (_as_told(finding, filled) for finding in said)
    return tuple(rows), tuple(findings)


def about_list(filled: Filled, document: WordDocument, listed: Sequence[Listed]) -> Iterator[Finding]:
    """Whether there is such a list at all, and whether more was written than stands in its rows."""
    name = Word(f"{words_of(filled.form, filled.sheet)}.tab")
    if not listed:
        yield stop("word_list_missing", Place(filled.grid.file), name=name)
    elif any(_goes_on_below(document, filled.form, one) for one in listed):
        yield note("word_below_list", filled.grid.whole, filled.form.key, name=name)


def written_in(listed: Sequence[Listed]) -> Iterator[tuple[int, int, CellValue]]:
    """What was written in each row, counted through all tables of a list, and for which question, counted from 1."""
    for before, one in _counted(listed):
        for row in one.rows:
            for number, question in enumerate(one.sheet.questions, 1):
                if (cell := _answered(one, question.key, row)) and cell.value is not None:
                    yield before + row - one.header.row, number, cell.value


@dataclass(frozen=True, slots=True)
class _Rows(Grid):
    """The rows of a list, each place told by its part, its row below the header, and its question."""

    listed: Listed
    form: Form
    before: int

    def place(self, row: int, column: int) -> Place:
        """What a reader counts and reads there."""
        number = self.before + row - self.listed.header.row
        asked = (q for q in self.listed.sheet.questions if column in self.listed.header.columns.get(q.key, ()))
        labels = (label_of(self.form, self.listed.sheet, question) for question in asked)
        return replace(self.whole, line=max(number, 0), question=next(labels, ""))


def _answered(listed: Listed, question: str, row: int) -> RawCell | None:
    columns = listed.header.columns.get(question, ())
    return next((cell for column in columns if (cell := listed.table.cells.get((row, column)))), None)


def _counted(listed: Sequence[Listed]) -> Iterator[tuple[int, Listed]]:
    """Each table of a list with the number of rows before it."""
    before = 0
    for one in listed:
        yield before, one
        before += len(one.rows)


def _goes_on_below(document: WordDocument, form: Form, listed: Listed) -> bool:
    end = listed.span[1]
    lines = (line for one in document.paragraphs if one.begin > end for line in one.text.split("\n"))
    first = next((line for line in lines if without_prompt(line, form).strip()), "")
    return bool(first) and not is_on_form(form, first)


def _as_told(finding: Finding, filled: Filled) -> Finding:
    """A column has no letter in a document, and one that is missing has no place."""
    asked = next((q for q in filled.sheet.questions if filled.label(q) == finding.values.get("question")), None)
    finding = finding if asked is None or finding.key in _ONLY_TOLD else weighed(asked, finding)
    if finding.key not in _OF_THE_WHOLE:
        return finding
    values = {key: value for key, value in finding.values.items() if key != "columns"}
    place = replace(finding.place, line=0, question="")
    return replace(finding, key=_OF_THE_WHOLE[finding.key], place=place, values=values)
