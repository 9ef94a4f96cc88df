"""Lists of a Word form that are no table any more, as after pasting them as bare text (M100).

Then the cells of a row stand behind tabs on one line, or each on a line of its own in the order of the header.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from pipeline.forms.questions import Form, Sheet
from pipeline.inbox.cleaning import folded
from pipeline.inbox.raw import RawCell
from pipeline.inbox.vocabulary import LONGEST_TERM, header_words, is_on_form, notes_in
from pipeline.inbox.word_anchors import without_prompt
from pipeline.inbox.word_tables import Table, lists_of
from pipeline.inbox.word_values import WordDocument

_FEWEST_ALIKE = 3
_MOST_HEADERS = 30


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of text, which begins here in the text of the document, on this line of it."""

    text: str
    begin: int
    line: int

    @property
    def end(self) -> int:
        return self.begin + len(self.text)

    @property
    def term(self) -> str:
        return folded(self.text) if 0 < len(self.text) <= LONGEST_TERM else ""

    def parts(self) -> Iterator["_Piece"]:
        """What stands between its tabs."""
        begin = self.begin
        for text in self.text.split("\t"):
            yield replace(self, text=text, begin=begin)
            begin += len(text) + 1


def typed_lists(document: WordDocument, form: Form) -> tuple[Table, ...]:
    """Each list of the form that stands outside a table, as one."""
    lines = tuple(_lines(document))
    found = (_typed(lines, form, sheet) for sheet in lists_of(form))
    return tuple(table for table in found if table)


def _lines(document: WordDocument) -> Iterator[_Piece]:
    number = 0
    for paragraph in document.paragraphs:
        begin = paragraph.begin
        for text in paragraph.text.split("\n") if paragraph.cell is None else ():
            yield _Piece(text, begin, number)
            begin += len(text) + 1
            number += 1


def _typed(lines: Sequence[_Piece], form: Form, sheet: Sheet) -> Table | None:
    """The list below the first headers that follow each other."""
    words = header_words(form, sheet)
    pieces = [piece for line in lines for piece in line.parts() if piece.term and piece.term not in notes_in(form)]
    for at, piece in enumerate(pieces):
        following = pieces[at : at + _MOST_HEADERS]
        heads = list(takewhile(lambda piece: piece.term in words, following)) if piece.term in words else []
        if len({words[head.term] for head in heads}) >= _FEWEST_ALIKE:
            below = [line for line in lines[heads[-1].line + 1 :] if line.term not in notes_in(form)]
            tabbed = list(takewhile(lambda line: "\t" in line.text, below))
            rows = [list(line.parts()) for line in tabbed] or _in_rows(below, len(heads), form)
            return _table([heads, *rows], form)
    return None


def _in_rows(lines: Sequence[_Piece], across: int, form: Form) -> list[Sequence[_Piece]]:
    """As many cells in each row as there are headers, down to the next question or heading of ours.

    Where that does not come out no row can be told apart, so there is one with too many cells in it.
    """
    # A prompt stands in for an answer.
    cells = list(takewhile(lambda line: not (without_prompt(line.text, form) and is_on_form(form, line.text)), lines))
    filled = cells if len(cells) % across == 0 else [cell for cell in cells if cell.term]
    if len(filled) % across:
        return [filled]
    return [filled[at : at + across] for at in range(0, len(filled), across)]


def _table(rows: Sequence[Sequence[_Piece]], form: Form) -> Table:
    cells = {
        (row, column): RawCell(text, row, column)
        for row, pieces in enumerate(rows, 1)
        for column, piece in enumerate(pieces, 1)
        if (text := without_prompt(piece.text, form).strip())
    }
    spans = {row: (pieces[0].begin, pieces[-1].end) for row, pieces in enumerate(rows, 1)}
    return Table(rows[0][0].begin, cells, spans)
