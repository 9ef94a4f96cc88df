"""Writes a page as a Word document with the look of document.docx in the templates."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any, assert_never

from pipeline.documents.contents import (
    Aside,
    BarChart,
    Big,
    Caption,
    Cards,
    DotField,
    Grid,
    Heading,
    LaneChart,
    Page,
    PageBlock,
    Paragraph,
    Points,
    Ruled,
    Space,
)
from pipeline.findings import Finding, Place, note
from pipeline.outbox.normalising import legal, normalised
from pipeline.outbox.pages.charts import add_chart
from pipeline.outbox.pages.contents import LOWEST, Entry, add_bookmark, add_contents, counted, headings_of, listed
from pipeline.outbox.pages.cover import add_caption, add_cover
from pipeline.outbox.pages.density import set_close
from pipeline.outbox.pages.lists import add_list, gap
from pipeline.outbox.pages.notes import add_for_paper
from pipeline.outbox.pages.tables import add_grid, add_space
from pipeline.outbox.pages.template import DAMAGE, own_file, own_look, shipped_look

LOWEST_HEADING = 4
LONGEST_LEAD = 400
"""Signs; a sentence or two that lead to what stands below are never left behind at the foot of a page."""

_LED_TO = (Points, Caption, Grid)


def page_file(page: Page, shipped: Path, own: Path | None = None) -> tuple[bytes, tuple[Finding, ...]]:
    """`page` as a .docx, and what there is to say about the template.

    `shipped` and `own` are the folders with the templates; one of the team's own goes first. A page with contents is
    made twice: on which page its chapters begin is known once they are there.
    """
    if not page.contents:
        return in_look(page, shipped, own, partial(_made, page))
    headings = headings_of(tuple(_in_order(page.blocks)))
    drafted, _ = in_look(page, shipped, own, partial(_made, page, pages=[0] * len(headings)))
    return in_look(page, shipped, own, partial(_made, page, pages=counted(drafted, headings)))


def in_look(
    page: Page, shipped: Path, own: Path | None, make: Callable[[Any], bytes]
) -> tuple[bytes, tuple[Finding, ...]]:
    """What `make` makes of an empty document in the look for `page`, and what there is to say about the template."""
    file = own_file(shipped, own)
    if file is None:
        return _made_by(make, shipped_look(page, shipped), page), ()
    place = Place(f"templates_office/{file.name}")
    try:
        document, missing = own_look(page, file, shipped)
        made = _made_by(make, document, page)
        return made, (note("page_style_missing", place, styles=missing),) if missing else ()
    except DAMAGE:
        return _made_by(make, shipped_look(page, shipped), page), (note("page_template_damaged", place),)


def put(document: Any, page: Page, pages: Sequence[int] | None = None) -> None:
    """All that stands on the page, at the end of the document; `pages` are those of its headings, as far as known."""
    blocks = tuple(_in_order(page.blocks))
    entries = listed(blocks, pages) if page.contents else ()
    writing = _Writing(document, page.language, iter(entries))
    if page.cover:
        add_cover(document, page, page.cover)
    else:
        writing.text(page.title, "Title")
        writing.text(page.subtitle, "Subtitle")
    add_contents(document, page.contents, entries, new_page=page.cover is not None)
    for before, block, after in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
        writing.block(block)
        if isinstance(block, Paragraph) and len(block.text) <= LONGEST_LEAD and _leads(before, after):
            writing.keep_with_next()


def _leads(before: PageBlock | None, after: PageBlock | None) -> bool:
    """Whether a paragraph between these leads to what follows: a list, a table, or the parts of its own chapter."""
    if isinstance(before, Heading) and isinstance(after, Heading):
        return after.level > before.level
    return isinstance(after, _LED_TO)


def saved(document: Any, page: Page) -> bytes:
    """The document as a file, with the title and the language of `page`."""
    target = BytesIO()
    document.save(target)
    return normalised(target.getvalue(), title=page.title, language=page.language)


def _made(page: Page, document: Any, pages: Sequence[int] | None = None) -> bytes:
    put(document, page, pages)
    return saved(document, page)


def _made_by(make: Callable[[Any], bytes], document: Any, page: Page) -> bytes:
    set_close(document, page.density)
    return make(document)


def _in_order(blocks: tuple[PageBlock, ...]) -> Iterator[PageBlock]:
    """No heading skips a level, or who listens to the page loses the thread."""
    level = 0
    for block in blocks:
        if isinstance(block, Heading):
            level = min(max(block.level, 1), level + 1, LOWEST_HEADING)
            yield replace(block, level=level)
        else:
            yield block


@dataclass(frozen=True, slots=True)
class _Writing:
    """`entries` are the headings that are listed, in their order, each to be marked when it comes."""

    document: Any
    language: str
    entries: Iterator[Entry]
    captions: Counter[str] = field(default_factory=Counter)

    def block(self, block: PageBlock) -> None:
        match block:
            case Heading() | Caption():
                self._above(block)
            case Paragraph():
                self.text(block.text, "Body Text")
            case Points():
                items = tuple(legal(item) for item in block.items)
                add_list(self.document, items, "List Number" if block.numbered else "List Bullet")
            case Cards():
                self._cards(block)
            case Grid():
                add_grid(self.document, _legal(block))
            case Big():
                self.text(block.kicker, "Kicker")
                self.text(block.text, "Big")
                self.text(block.action, "Action")
            case Space():
                add_space(self.document, Space(legal(block.text), legal(block.alt)))
            case Aside() | Ruled():
                add_for_paper(self.document, block)
            case BarChart() | LaneChart() | DotField():
                add_chart(self.document, block, self.language)
            case _:
                assert_never(block)

    def text(self, text: str, style: str) -> None:
        """One paragraph, if there is anything to say."""
        if legal(text).strip():
            self.document.add_paragraph(legal(text), style)

    def keep_with_next(self) -> None:
        """The paragraph written last stands on the page of what follows."""
        if self.document.paragraphs:
            self.document.paragraphs[-1].paragraph_format.keep_with_next = True

    def _above(self, block: Heading | Caption) -> None:
        """What stands over something else."""
        if isinstance(block, Caption):
            add_caption(self.document, block, self.captions)
        else:
            self._heading(block)

    def _heading(self, heading: Heading) -> None:
        if not legal(heading.text).strip():
            return
        paragraph = self.document.add_paragraph(legal(heading.text), f"Heading {heading.level}")
        if heading.new_page:
            paragraph.paragraph_format.page_break_before = True
        if heading.level <= LOWEST and (entry := next(self.entries, None)):
            add_bookmark(paragraph, entry)

    def _cards(self, cards: Cards) -> None:
        for card in cards.cards:
            self.text("  ".join(part for part in (card.mark, card.heading) if part), "Card Heading")
            self.text(card.text, "Card Text")
        gap(self.document)


def _legal(grid: Grid) -> Grid:
    return Grid(tuple(map(legal, grid.header)), tuple(tuple(map(legal, row)) for row in grid.rows), legal(grid.alt))
