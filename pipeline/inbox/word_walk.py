"""The walk through the text of a Word document: what one reads, in which order, and what is left aside."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from pipeline.inbox.word_controls import control_told
from pipeline.inbox.word_package import VALUE, WORD, Element, Style, is_on, whole_number
from pipeline.inbox.word_values import Cell, Field, LeftOut, Paragraph

_MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_VECTOR = "{urn:schemas-microsoft-com:vml}"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_PRIVATE = range(0xE000, 0xF900)
_MOST_BOOKMARKS_NEAR = 20
_WIDEST_CELL = 100

_ASIDE = frozenset(
    f"{WORD}{name}"
    for name in (
        *("del", "moveFrom", "delText", "delInstrText", "instrText"),
        *("pPr", "rPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr", "rt"),
    )
)
"""What was taken out, what tells of looks, what a field reckons with, and the reading aids of Asian scripts."""

_SIGNS = {
    **dict.fromkeys((f"{WORD}tab", f"{WORD}ptab"), "\t"),
    **dict.fromkeys((f"{WORD}br", f"{WORD}cr"), "\n"),
    f"{WORD}noBreakHyphen": "-",
}
_SAID = {
    **dict.fromkeys((f"{WORD}footnoteReference", f"{WORD}endnoteReference"), LeftOut.NOTES),
    f"{WORD}altChunk": LeftOut.INCLUDED,
    f"{WORD}object": LeftOut.ATTACHMENTS,
    **dict.fromkeys((f"{_DRAWING}blip", f"{_VECTOR}imagedata"), LeftOut.PICTURES),
}


@dataclass(slots=True)
class _Writing:
    """A paragraph that is being read."""

    begin: int
    style: str
    cell: Cell | None
    boxed: bool
    end: int = 0
    starts: list[str] = field(default_factory=list)
    ends: list[str] = field(default_factory=list)


class Walk:
    """Reads from the first paragraph to the last; a text box is read after the paragraph it hangs on."""

    def __init__(self, styles: Mapping[str, Style]) -> None:
        self.fields: list[Field] = []
        self.spans: dict[str, tuple[int, int]] = {}
        self.hidden = False
        self.left_out: set[LeftOut] = set()
        self._styles = styles
        self._pieces: list[str] = []
        self._length = 0
        self._done: list[_Writing] = []
        self._open: _Writing | None = None
        self._starting: list[str] = []
        self._bookmarks: dict[str, tuple[str, int]] = {}
        self._near: list[str] = []
        self._reckoning: list[bool] = []  # for each field of Word's that is open: whether its result is still to come
        self._to_come = 0  # how many of them
        self._unseen = False
        self._cell: Cell | None = None
        self._at = (0, 0, 0)  # table, row and column
        self._inside: Cell | None = None
        self._tables = 0
        self._controls = 0  # how many are open
        self._boxes: list[Element] = []
        self._boxed = False
        self._steps: Mapping[str, Callable[[Element], None]] = {
            f"{WORD}p": self._paragraph,
            f"{WORD}r": self._run,
            f"{WORD}t": self._text,
            f"{_MATHS}t": self._text,
            f"{WORD}sym": self._symbol,
            f"{WORD}fldChar": self._field_sign,
            f"{WORD}sdt": self._control,
            f"{WORD}bookmarkStart": self._bookmark_start,
            f"{WORD}bookmarkEnd": self._bookmark_end,
            f"{WORD}tbl": self._table,
            f"{WORD}tr": self._row,
            f"{WORD}tc": self._table_cell,
            f"{WORD}txbxContent": self._boxes.append,
            f"{_MARKUP}AlternateContent": self._alternatives,
        }

    def over(self, root: Element) -> None:
        """Reads the whole document."""
        self._each(root)
        self._close()

    @property
    def text(self) -> str:
        """Everything that was read, each paragraph on a line of its own."""
        return "".join(self._pieces).removesuffix("\n")

    @property
    def paragraphs(self) -> list[Paragraph]:
        """The paragraphs in the order of the text."""
        text = "".join(self._pieces)
        return [self._paragraph_of(done, text) for done in self._done]

    def _paragraph_of(self, done: _Writing, text: str) -> Paragraph:
        style = self._styles.get(done.style, Style())
        where = (tuple(done.starts), tuple(done.ends), done.cell, done.boxed)
        return Paragraph(text[done.begin : done.end], done.begin, style.name, style.heading, *where)

    def _each(self, parent: Element) -> None:
        for element in parent:
            tag = element.tag
            if tag in _ASIDE:
                continue
            if step := self._steps.get(tag):
                step(element)
            elif tag in _SIGNS:
                self._put(_SIGNS[tag])
            elif tag in _SAID:
                self.left_out.add(_SAID[tag])
            else:
                self._each(element)

    def _put(self, text: str) -> None:
        if self._to_come:
            return
        if self._unseen:
            self.hidden = self.hidden or bool(text.strip())
            return
        self._pieces.append(text)
        self._length += len(text)

    def _paragraph(self, paragraph: Element) -> None:
        """One whose mark was deleted goes on in the next, and takes the looks of that one (ECMA-376, 17.13.5.15)."""
        properties = paragraph.find(f"{WORD}pPr")
        named = None if properties is None else properties.find(f"{WORD}pStyle")
        style = "" if named is None else named.get(VALUE, "")
        if self._open is None:
            self._open = _Writing(self._length, style, self._cell, self._boxed, starts=self._starting)
            self._starting = []
        self._open.style = style
        self._each(paragraph)
        mark = None if properties is None else properties.find(f"{WORD}rPr")
        if mark is None or (mark.find(f"{WORD}del") is None and mark.find(f"{WORD}moveFrom") is None):
            self._close()

    def _close(self) -> None:
        """The paragraph that is open ends here, and the text boxes that hang on it follow."""
        self._reckoning.clear()
        self._to_come = 0
        self._near.clear()
        if self._open is not None:
            self._open.end = self._length
            self._done.append(self._open)
            self._open = None
            self._pieces.append("\n")
            self._length += 1
        boxes = self._boxes[:]
        self._boxes.clear()
        boxed, self._boxed = self._boxed, True
        for box in boxes:
            self._each(box)
            self._close()
        self._boxed = boxed

    def _run(self, run: Element) -> None:
        properties = run.find(f"{WORD}rPr")
        before = self._unseen
        self._unseen = before or self._is_hidden(properties)
        self._each(run)
        self._unseen = before

    def _is_hidden(self, properties: Element | None) -> bool:
        """What the run itself says, else its style, else that of its paragraph."""
        if (told := is_on(properties, "vanish")) is not None:
            return told
        named = None if properties is None else properties.find(f"{WORD}rStyle")
        styles = ("" if named is None else named.get(VALUE, ""), self._open.style if self._open else "")
        return any(self._styles.get(style, Style()).hidden for style in styles)

    def _text(self, element: Element) -> None:
        """LibreOffice loses the line ends in a control, and leaves the lines as texts side by side."""
        before = element.getprevious() if self._controls else None
        if before is not None and before.tag == element.tag:
            self._put("\n")
        self._put((element.text or "").replace("\r", " ").replace("\n", " "))

    def _symbol(self, element: Element) -> None:
        """A sign of a font of signs has no meaning of its own."""
        try:
            code = int(element.get(f"{WORD}char", ""), 16)
        except ValueError:
            return
        if 0x20 <= code < 0xD800:
            self._put(chr(code))
        elif code in _PRIVATE:
            self._put("\N{BULLET}")

    def _field_sign(self, element: Element) -> None:
        """What stands between the begin and the separator of a field is how it reckons, not what one reads."""
        kind = element.get(f"{WORD}fldCharType")
        if kind == "begin":
            self._reckoning.append(True)
            self._to_come += 1
        elif kind == "separate" and self._reckoning:
            self._to_come -= self._reckoning[-1]
            self._reckoning[-1] = False
        elif kind == "end" and self._reckoning:
            self._to_come -= self._reckoning.pop()

    def _control(self, control: Element) -> None:
        """The place of the control is kept before those of the controls inside it."""
        properties = control.find(f"{WORD}sdtPr")
        content = control.find(f"{WORD}sdtContent")
        begin, first, number = self._length, len(self._pieces), len(self.fields)
        told = control_told(properties, tuple(self._near), inner=self._controls > 0)
        self.fields.append(told.field("", begin))
        if content is not None:
            self._controls += 1
            self._each(content)
            self._controls -= 1
        text = "".join(self._pieces[first:])
        self.fields[number] = told.field(text if self._open else text.removesuffix("\n"), begin)

    def _bookmark_start(self, element: Element) -> None:
        name = element.get(f"{WORD}name", "")
        self._bookmarks[element.get(f"{WORD}id", "")] = (name, self._length)
        self._near = [*self._near, name][-_MOST_BOOKMARKS_NEAR:]
        (self._open.starts if self._open else self._starting).append(name)

    def _bookmark_end(self, element: Element) -> None:
        name, begin = self._bookmarks.pop(element.get(f"{WORD}id", ""), ("", 0))
        if not name:
            return
        if name in self._near:
            self._near.remove(name)
        between = self._open is None and self._length > begin
        self.spans.setdefault(name, (begin, self._length - between))
        if self._open or self._done:
            (self._open or self._done[-1]).ends.append(name)

    def _table(self, table: Element) -> None:
        self._close()
        before = (self._cell, self._inside, self._at)
        self._tables += 1
        self._inside, self._at = self._cell, (self._tables, 0, 0)
        self._each(table)
        self._cell, self._inside, self._at = before

    def _row(self, row: Element) -> None:
        properties = row.find(f"{WORD}trPr")
        if properties is not None and properties.find(f"{WORD}del") is not None:
            return
        table, number, _ = self._at
        self._at = (table, number + 1, 0)
        before = self._unseen
        self._unseen = before or bool(is_on(properties, "hidden"))
        self._each(row)
        self._unseen = before

    def _table_cell(self, cell: Element) -> None:
        if cell.find(f"{WORD}tcPr/{WORD}cellDel") is not None:
            return
        table, row, column = self._at
        self._cell = Cell(table, row, column + 1, self._inside)
        self._at = (table, row, column + _columns(cell.find(f"{WORD}tcPr/{WORD}gridSpan")))
        self._each(cell)
        self._close()

    def _alternatives(self, element: Element) -> None:
        """The same thing for newer and for older programs: only one of them is read."""
        choice = element.find(f"{_MARKUP}Choice")
        one = element.find(f"{_MARKUP}Fallback") if choice is None else choice
        if one is not None:
            self._each(one)


def _columns(span: Element | None) -> int:
    """How many columns a cell reaches across."""
    return 1 if span is None else min(max(whole_number(span.get(VALUE)), 1), _WIDEST_CELL)
