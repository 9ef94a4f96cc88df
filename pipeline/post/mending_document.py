"""Copies of Word forms with something to mend in them, to hand back to whoever sent them.

A blank form with the answers that were read put back in: a shaded box and a comment for each thing to mend, and all of
it in plain words on top. What hid in the sender's file does not come along.
"""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from pipeline.findings import Finding
from pipeline.forms.questions import Choice
from pipeline.inbox.answers import Answers
from pipeline.inbox.raw import RawWorkbook
from pipeline.language.catalogue import Catalogue, catalogue
from pipeline.outbox.normalising import legal, normalised

_MARKED = {"stop": "FFD9C7", "note": "FFF1C2"}


def word_copy(answers: Answers, book: RawWorkbook, findings: Sequence[Finding], words: Catalogue) -> bytes:
    """The form in its own language; `book` holds what was written for each question, `findings` are about those."""
    import docx  # noqa: PLC0415 - slow to start

    from pipeline.outbox.form_document import form_document  # noqa: PLC0415 - the same

    words = words if answers.language in {None, words.language} else catalogue(answers.language or "")
    made = form_document(answers.form, words, {key: [told] for key, told in _told(answers, book).items()})
    document = docx.Document(BytesIO(made))
    copy = _Copy(document, words)
    for question, about in _by_question(findings).items():
        copy.mark(question, about)
    copy.sum_up(answers.place.file, findings)
    copy.forget_the_moment()
    target = BytesIO()
    document.save(target)
    title, mark = words.say("mending.title"), f"ttr:{answers.form.key}:{answers.form.version}:{words.language}"
    return normalised(target.getvalue(), title=title, language=words.language, identifier=mark)


def _told(answers: Answers, book: RawWorkbook) -> dict[str, dict[str, str]]:
    """What goes back in: an option that was understood by its key, anything else as it was written."""
    told: dict[str, dict[str, str]] = {}
    for sheet in book.sheets:
        (row,) = answers.sheets[sheet.name]
        told[sheet.name] = {}
        for number, question in enumerate(answers.form.sheet(sheet.name).questions, 1):
            value, cell = row[question.key].value, sheet.cells.get((number, 1))
            if isinstance(question.kind, Choice) and isinstance(value, str):
                told[sheet.name][question.key] = value
            elif cell is not None:
                told[sheet.name][question.key] = legal(str(cell.value))
    return told


def _by_question(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.place.question, []).append(finding)
    return found


class _Copy:
    """The document that is being made."""

    def __init__(self, document: Any, words: Catalogue) -> None:
        self._document = document
        self._words = words
        tags = document.element.body.findall(".//{*}sdtPr/{*}tag")
        self._controls = {next(iter(tag.attrib.values())): tag for tag in tags}

    def mark(self, question: str, findings: Sequence[Finding]) -> None:
        """Shades the box for the answer, and says beside the question what is to be mended."""
        from docx.text.paragraph import Paragraph  # noqa: PLC0415 - slow to start

        control = self._controls.get(_tag(question))
        if control is None:
            return
        row = next(control.iterancestors("{*}tr"))
        asked, answered = row.tc_lst[0], row.tc_lst[-1]
        level = "stop" if any(finding.stops for finding in findings) else "note"
        for shading in answered.tcPr.iter("{*}shd"):
            shading.set(shading.tag.replace("shd", "fill"), _MARKED[level])
        runs = Paragraph(asked.p_lst[0], self._document).runs
        name = self._words.say("programme.name")
        initials = "".join(word[0] for word in name.split())
        self._document.add_comment(runs, legal("\n".join(map(self._said, findings))), name, initials)

    def sum_up(self, file: str, findings: Iterable[Finding]) -> None:
        """The first page: what this is, and a line for each thing to mend, the gravest first."""
        say = self._words.say
        first = self._document.paragraphs[0]
        first.paragraph_format.page_break_before = True
        first.insert_paragraph_before(say("mending.title"), "Title")
        first.insert_paragraph_before(say("mending.of", file=legal(file)), "Body Text")
        first.insert_paragraph_before(say("mending.document.how"), "Body Text")
        for finding in sorted(findings, key=lambda finding: not finding.stops):
            level = say(f"mending.level.{finding.level.value}")
            texts = {"problem": self._words.problem(finding), "remedy": self._words.remedy(finding)}
            first.insert_paragraph_before(say("mending.document.line", level=level, **texts), "List Bullet")

    def _said(self, finding: Finding) -> str:
        return f"{self._words.problem(finding)} {self._words.remedy(finding)}"

    def forget_the_moment(self) -> None:
        """python-docx notes when each comment was made."""
        for part in self._document.part.package.iter_parts():
            if part.partname == "/word/comments.xml":
                for comment in part.element.iter("{*}comment"):
                    comment.attrib.pop(comment.tag.replace("comment", "date"), None)


def _tag(label: str) -> str:
    """What the control of the question is called, by the key of its words."""
    _, _, sheet, question, _ = label.split(".")
    return f"{sheet}.{question}"
