"""Copies of Word forms with something to mend in them, to hand back to whoever sent them.

A blank form with the answers that were read put back in: a shaded box and a comment for each thing to mend, and all of
it in plain words on top. What hid in the sender's file does not come along.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

from pipeline.documents.filled_form import FilledForm
from pipeline.findings import Finding
from pipeline.forms.anchors import tag
from pipeline.forms.labels import label_of
from pipeline.forms.questions import Choice, Form, Layout, Question, Sheet
from pipeline.inbox.answers import Answers, Row
from pipeline.inbox.raw import RawCell, RawWorkbook
from pipeline.language.catalogue import Catalogue, catalogue
from pipeline.outbox.normalising import legal, normalised

if TYPE_CHECKING:
    from docx.oxml.text.run import CT_R

_MARKED = {"stop": "FFD9C7", "note": "FFF1C2"}


def word_copy(answers: Answers, book: RawWorkbook, findings: Sequence[Finding], words: Catalogue) -> bytes:
    """The form in its own language; `book` holds what was written for each question, `findings` are about those."""
    import docx  # noqa: PLC0415 - slow to start

    from pipeline.outbox.forms.blank_form import filled_form  # noqa: PLC0415 - the same

    words = words if answers.language in {None, words.language} else catalogue(answers.language or "")
    document = docx.Document(BytesIO(filled_form(FilledForm(answers.form, words, _told(answers, book)))))
    copy = _Copy(document, words)
    for control, about in _by_control(answers.form, findings).items():
        copy.mark(control, about)
    copy.sum_up(answers.place.file, findings)
    copy.forget_the_moment()
    target = BytesIO()
    document.save(target)
    title, mark = words.say("mending.title"), f"ttr:{answers.form.key}:{answers.form.version}:{words.language}"
    return normalised(target.getvalue(), title=title, language=words.language, identifier=mark)


def _told(answers: Answers, book: RawWorkbook) -> dict[str, list[Mapping[str, str | date]]]:
    """What goes back in: an option or a day that was understood, anything else as it was written."""
    told: dict[str, list[Mapping[str, str | date]]] = {}
    for written in book.sheets:
        sheet, rows = answers.form.sheet(written.name), answers.sheets[written.name]
        numbers = range(1, len(sheet.questions) + 1)
        if sheet.layout is Layout.FIELDS:
            told[sheet.key] = [_put_back(sheet, rows[0], [written.cells.get((number, 1)) for number in numbers])]
        else:
            there = {row.place.line: row for row in rows}
            told[sheet.key] = [
                _put_back(sheet, row, [written.cells.get((line, number)) for number in numbers]) if row else {}
                for line in range(1, max(there, default=0) + 1)
                for row in (there.get(line),)
            ]
    return told


def _put_back(sheet: Sheet, row: Row, written: Sequence[RawCell | None]) -> Mapping[str, str | date]:
    given = ((q.key, _answer(q, row, cell)) for q, cell in zip(sheet.questions, written, strict=True))
    return {key: answer for key, answer in given if answer is not None}


def _answer(question: Question, row: Row, written: RawCell | None) -> str | date | None:
    match row[question.key].value:
        case str() as option if isinstance(question.kind, Choice):
            return option
        case date() as day:
            return day
        case _:
            return None if written is None else legal(str(written.value))


def _by_control(form: Form, findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """What there is to say of each answer, by what its control is called."""
    asked = {label_of(form, sheet, one): (sheet, one) for sheet in form.sheets for one in sheet.questions}
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.place.question in asked:
            sheet, question = asked[finding.place.question]
            found.setdefault(tag(sheet, question, finding.place.line), []).append(finding)
    return found


class _Copy:
    """The document that is being made."""

    def __init__(self, document: Any, words: Catalogue) -> None:
        self._document = document
        self._words = words
        tags = document.element.body.findall(".//{*}sdtPr/{*}tag")
        self._controls = {next(iter(tag.attrib.values())): tag for tag in tags}

    def mark(self, control: str, findings: Sequence[Finding]) -> None:
        """Shades the box for the answer, and says at it or beside the question what is to be mended."""
        found = self._controls.get(control)
        if found is None:
            return
        level = "stop" if any(finding.stops for finding in findings) else "note"
        for shading in next(found.iterancestors("{*}tc")).tcPr.iter("{*}shd"):
            shading.set(shading.tag.replace("shd", "fill"), _MARKED[level])
        name = self._words.say("programme.name")
        initials = "".join(word[0] for word in name.split())
        text = legal("\n".join(map(self._said, findings)))
        self._document.add_comment(self._commented(found), text, name, initials)

    def _commented(self, control: Any) -> list[Any]:
        """The question beside the answer; in a list, where it stands above, the answer itself."""
        from docx.oxml import OxmlElement  # noqa: PLC0415 - slow to start
        from docx.text.paragraph import Paragraph  # noqa: PLC0415 - the same
        from docx.text.run import Run  # noqa: PLC0415 - the same

        row = next(control.iterancestors("{*}tr"))
        asked = Paragraph(row.tc_lst[0].p_lst[0], self._document)
        if asked.runs:
            return asked.runs
        line = next(control.iterancestors("{*}p"))
        around = Paragraph(line, self._document)
        first, last = (cast("CT_R", OxmlElement("w:r")) for _ in range(2))
        line.pPr.addnext(first)
        line.append(last)
        return [Run(first, around), Run(last, around)]

    def sum_up(self, file: str, findings: Iterable[Finding]) -> None:
        """The first page: what this is, and a line for each thing to mend, the gravest first."""
        say = self._words.say
        first = self._document.paragraphs[0]
        first.paragraph_format.page_break_before = True
        first.insert_paragraph_before(say("mending.title"), "Title")
        first.insert_paragraph_before(say("mending.of", file=legal(file)), "Body Text")
        first.insert_paragraph_before(say("mending.document.how"), "Body Text")
        for finding in sorted(findings, key=lambda finding: not finding.stops):
            first.insert_paragraph_before(self._line(finding), "List Bullet")

    def _line(self, finding: Finding) -> str:
        level, place = self._words.say(f"mending.level.{finding.level.value}"), finding.place
        if place.line:
            level = self._words.say("mending.document.row", level=level, part=place.sheet, row=place.line)
        texts = {"problem": self._words.problem(finding), "remedy": self._words.remedy(finding)}
        return self._words.say("mending.document.line", level=level, **texts)

    def _said(self, finding: Finding) -> str:
        return f"{self._words.problem(finding)} {self._words.remedy(finding)}"

    def forget_the_moment(self) -> None:
        """python-docx notes when each comment was made."""
        for part in self._document.part.package.iter_parts():
            if part.partname == "/word/comments.xml":
                for comment in part.element.iter("{*}comment"):
                    comment.attrib.pop(comment.tag.replace("comment", "date"), None)
