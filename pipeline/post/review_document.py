"""One case as a Word document to review: what was found, what to do, a table to release it in, and the text (M90, M94).

The replacements are tracked changes and the doubts are comments. Tracking itself is not switched on, or LibreOffice
would record its own work on the tables as changes too.
"""

from io import BytesIO
from typing import Any, Final
from xml.sax.saxutils import escape

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from pipeline.anonymise.case_codes import digest_of
from pipeline.anonymise.detection.spans import Label
from pipeline.anonymise.drafts import Draft
from pipeline.anonymise.key import TeamKey
from pipeline.documents.contents import Page
from pipeline.forms.case import CASE
from pipeline.forms.review import REVIEW, heading_bookmark
from pipeline.language.catalogue import Catalogue
from pipeline.outbox.forms.document_control import Control
from pipeline.outbox.forms.document_parts import add_answers, add_mark
from pipeline.outbox.forms.document_table import add_questions
from pipeline.outbox.forms.words import FormWords
from pipeline.outbox.normalising import legal, normalised
from pipeline.outbox.pages.lists import add_list
from pipeline.outbox.pages.template import shipped_look
from pipeline.post.review_story import Story
from pipeline.workspace import shipped_templates

_COMMENTS: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_FIRST_BOOKMARK: Final = 100  # the controls of the table have the numbers before


def review_document(draft: Draft, key: TeamKey, words: Catalogue) -> bytes:
    """The review copy of a case, the same bytes for the same draft."""
    title = words.say("review.title", code=draft.code)
    said = FormWords(REVIEW, words)
    told = {question.key: question.preset for sheet in REVIEW.sheets for question in sheet.questions}
    told |= {"code": draft.code, "digest": digest_of(key, draft)}
    page = Page(title, words.language, (), footer=words.say("review.warning"))
    document = shipped_look(page, shipped_templates())
    _put(document, title, "Title")
    _put(document, words.say("review.warning"), "Card Heading")
    _explain(document, draft, words)
    _ask(document, said, told)
    _tell(document, draft, FormWords(CASE, words))
    add_answers(document, REVIEW, said.mark, {sheet.key: (told,) for sheet in REVIEW.sheets})
    add_mark(document, said.mark)
    target = BytesIO()
    document.save(target)
    return normalised(target.getvalue(), title=title, language=words.language, identifier=said.mark)


def _explain(document: Any, draft: Draft, words: Catalogue) -> None:
    _put(document, words.say("review.found.heading"), "Heading 1")
    add_list(document, tuple(_counted(draft, words, name) for name in ("masked", "asked")), "List Bullet")
    _put(document, words.say("review.steps.heading"), "Heading 1")
    add_list(document, words.many("review.steps.how"), "List Number")


def _counted(draft: Draft, words: Catalogue, name: str) -> str:
    """How many stretches of each kind are `masked`, or `asked` about."""
    counts = draft.counts(asked=name == "asked")
    kinds = [words.say(f"review.kind.{label.lower()}", count=counts[label]) for label in Label if counts.get(label)]
    return words.say(f"review.{name}", kinds=", ".join(kinds)) if kinds else words.say(f"review.{name}_none")


def _ask(document: Any, said: FormWords, told: dict[str, str]) -> None:
    """The table in which the reviewer releases the case."""
    for sheet in REVIEW.sheets:
        _put(document, said.tab(sheet), "Heading 1")
        _put(document, said.help(sheet), "Body Text").keep_with_next = True
        controls = [
            Control(said, sheet, question, number, told[question.key])
            for number, question in enumerate(sheet.questions, 1)
        ]
        add_questions(document, said, sheet, controls)


def _tell(document: Any, draft: Draft, said: FormWords) -> None:
    """The case itself, under its six questions."""
    story, body = Story(said.words), document.styles["Body Text"].style_id
    heading = document.styles["Heading 2"].style_id
    sheet = CASE.sheet("case")
    _put(document, said.words.say("review.text"), "Heading 1").page_break_before = True
    for number, question in enumerate(sheet.questions, _FIRST_BOOKMARK):
        _append(document, _heading(said.label(sheet, question), heading, (number, heading_bookmark(question.key))))
        for paragraph in story.paragraphs(draft.answers.get(question.key, ()), body):
            _append(document, paragraph)
    if story.comments:
        part = Part(PackURI("/word/comments.xml"), _COMMENTS, story.comments_part().encode(), document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.COMMENTS)


def _heading(text: str, style: str, bookmark: tuple[int, str]) -> str:
    number, name = bookmark
    return (
        f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:r><w:t>{escape(legal(text))}</w:t></w:r>'
        f'<w:bookmarkEnd w:id="{number}"/></w:p>'
    )


def _append(document: Any, paragraph: str) -> None:
    document.element.body.sectPr.addprevious(parse_xml(paragraph))


def _put(document: Any, text: str, style: str) -> Any:
    """A paragraph, which gives what can be said of its place on the page."""
    return document.add_paragraph(legal(text), style).paragraph_format
