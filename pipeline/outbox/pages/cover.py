"""The title page of a Word document, and what stands over its tables and charts."""

import re
from collections import Counter
from typing import Any, Final

from docx.shared import Cm, Pt

from pipeline.documents.contents import Caption, Cover, Page
from pipeline.outbox.normalising import legal
from pipeline.outbox.pages.fields import add_field, add_text

_ABOVE_TITLE: Final = Cm(5)
_UNDER_TITLE: Final = Cm(1)
_ABOVE_NOTE: Final = Cm(1.5)
_NO_LETTER: Final = re.compile(r"\W+")


def add_cover(document: Any, page: Page, cover: Cover) -> None:
    """Title, subtitle, the lines and the note; what follows begins a page of its own.

    The footer stays away, unless the template has a header, which would go with it.
    """
    section = document.sections[0]
    if section.header.is_linked_to_previous:
        section.different_first_page_header_footer = True
    title = document.add_paragraph(legal(page.title), "Title")
    last = title
    if legal(page.subtitle).strip():
        last = document.add_paragraph(legal(page.subtitle), "Subtitle")
    title.paragraph_format.space_before = _ABOVE_TITLE
    last.paragraph_format.space_after = _UNDER_TITLE
    for label, told in cover.lines:
        line = document.add_paragraph(style="Cover Line")
        line.add_run(legal(label)).bold = True
        line.add_run(f"\t{legal(told)}")
    if legal(cover.note).strip():
        note = document.add_paragraph(legal(cover.note), "Card Text")
        note.paragraph_format.space_before = _ABOVE_NOTE


def add_caption(document: Any, caption: Caption, so_far: Counter[str]) -> None:
    """A line such as `Table 2: ...` that stays with what stands under it; `so_far` counts those of each label."""
    so_far[caption.label] += 1
    paragraph = document.add_paragraph(style="Caption")
    spaces = paragraph.paragraph_format
    spaces.keep_with_next = True
    spaces.space_before, spaces.space_after = Pt(10), Pt(4)
    element = paragraph._p  # noqa: SLF001 - the paragraph's own element
    add_text(element, f"{legal(caption.label)} ")
    add_field(element, rf"SEQ {_NO_LETTER.sub('', caption.label)} \* ARABIC", str(so_far[caption.label]))
    add_text(element, f": {legal(caption.text)}")
