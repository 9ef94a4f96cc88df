"""Blank forms as Word documents, and the same forms with answers in them (M14, M18, M20, M88-M103, G17, G30).

A form is known by the mark it carries, and each answer by four anchors, for every program that saves the file keeps
others: what its control is bound to, the tag of the control, the bookmark around it, and the question beside it.
Nothing is protected, or Word would neither check spelling nor let anybody comment; a control can only not be deleted.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from itertools import count
from typing import Any

from docx.oxml import parse_xml
from docx.shared import Pt

from pipeline.documents.contents import Page
from pipeline.forms.questions import Form, Layout, Sheet
from pipeline.language.catalogue import Catalogue
from pipeline.outbox.forms.document_cells import is_story
from pipeline.outbox.forms.document_control import Control
from pipeline.outbox.forms.document_parts import Told, add_answers, add_mark, add_prompts, prompt_style
from pipeline.outbox.forms.document_rows import add_rows
from pipeline.outbox.forms.document_table import add_questions
from pipeline.outbox.forms.words import FormWords
from pipeline.outbox.normalising import legal, normalised
from pipeline.outbox.pages.lists import add_list
from pipeline.outbox.pages.template import shipped_look
from pipeline.workspace import shipped_templates

_HARDLY_ANY = Pt(1)


def form_document(
    form: Form, words: Catalogue, filled: Told | None = None, beside: Mapping[str, str] | None = None
) -> bytes:
    """The form in the language of `words`, with the answers in `filled`.

    `beside` holds by question what is shown below it, to help to answer it; of a list nothing is shown.
    """
    said, told = FormWords(form, words), filled or {}
    title = said.of_form("title")
    document = shipped_look(Page(title, words.language, (), footer=title), shipped_templates())
    _tell(document, said)
    _ask(document, said, told, beside or {})
    add_answers(document, form, said.mark, told)
    add_prompts(document, said)
    add_mark(document, said.mark)
    target = BytesIO()
    document.save(target)
    return normalised(target.getvalue(), title=title, language=words.language, identifier=said.mark)


def made_file_name(form: Form, words: Catalogue) -> str:
    """The file's name in the language of `words`, in plain letters."""
    return f"{FormWords(form, words).file}.docx"


def _tell(document: Any, said: FormWords) -> None:
    """What the form is for, what to heed, and how it is filled in."""
    _put(document, said.of_form("title"), "Title")
    _put(document, said.of_form("purpose"), "Body Text")
    for name, style in (("rule.heading", "Card Heading"), ("rule.text", "Card Text")):
        if text := said.of_some(name):
            _put(document, text, style)
    _put(document, said.words.say("forms.guide.fill_in"), "Heading 1")
    steps = (*said.words.many("forms.document.steps"), said.of_form("hand_in"))
    add_list(document, tuple(map(legal, steps)), "List Number")


def _ask(document: Any, said: FormWords, told: Told, beside: Mapping[str, str]) -> None:
    numbers = count(1)
    document.styles.element.append(parse_xml(prompt_style()))
    for sheet in said.form.sheets:
        heading = _put(document, said.tab(sheet), "Heading 1")
        heading.page_break_before = is_story(said.form, sheet)
        _put(document, said.help(sheet), "Body Text").keep_with_next = True
        rows = _controls(said, sheet, told, numbers)
        match sheet.layout:
            case Layout.FIELDS:
                controls = [replace(one, beside=beside.get(one.question.key, "")) for one in rows[0]]
                add_questions(document, said, sheet, controls)
            case Layout.ROWS:
                add_rows(document, said, sheet, rows)
    # Word wants a paragraph behind the last table; where that ends a page, it must not begin another.
    document.paragraphs[-1].paragraph_format.line_spacing = _HARDLY_ANY


def _controls(said: FormWords, sheet: Sheet, told: Told, numbers: Iterator[int]) -> list[list[Control]]:
    """Those of each row; of a sheet with one answer beside each question those of its only one."""
    filled = [*told.get(sheet.key, ())]
    in_rows = sheet.layout is Layout.ROWS
    filled += [{}] * ((sheet.blank_rows if in_rows else 1) - len(filled))
    return [
        [
            Control(said, sheet, question, next(numbers), answers.get(question.key, ""), row if in_rows else 0)
            for question in sheet.questions
        ]
        for row, answers in enumerate(filled, 1)
    ]


def _put(document: Any, text: str, style: str) -> Any:
    """A paragraph, which gives what can be said of its place on the page."""
    return document.add_paragraph(legal(text), style).paragraph_format
