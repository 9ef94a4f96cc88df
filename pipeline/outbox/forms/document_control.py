"""The content control in which one question of a Word form is answered.

LibreOffice and Google Docs know controls within a line only, so none stands around a paragraph or a cell.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Final, TypeAlias
from xml.sax.saxutils import escape, quoteattr

from pipeline.forms.anchors import NAMESPACE, bookmark, tag
from pipeline.forms.questions import Choice, Day, Form, Layout, Names, Prose, Question, Sheet
from pipeline.outbox.forms.words import FormWords
from pipeline.outbox.normalising import LOCALES, legal

Given: TypeAlias = str | int | date | time
"""An answer: an option by its key, anything else by its value or as it was typed; an empty text for none."""

STORE: Final = "{7B0C2B6E-5A37-4C1F-9C0B-3E2D6A54F0C1}"
"""The number by which controls find our own part."""

PROMPT_STYLE: Final = "PlaceholderText"

_PROMPTS: Final = ("text", "choice", "day", "cell_text", "cell_choice", "cell_day")
_LOCK: Final = '<w:lock w:val="sdtLocked"/>'
_PARTS_OF_A_DAY = re.compile("yyyy|MMMM|d")


def prompts_in(form: Form) -> tuple[str, ...]:
    """What its controls show as long as nothing is filled in; the words stand at `forms.document.<name>.prompt`."""
    used = {
        _prompt(question, in_row=sheet.layout is Layout.ROWS) for sheet in form.sheets for question in sheet.questions
    }
    return tuple(name for name in _PROMPTS if name in used)


def prompt_part(name: str) -> str:
    """The name under which Word keeps a prompt."""
    return f"ttr_{name}"


@dataclass(frozen=True, slots=True)
class Control:
    """The control for a question; `number` is its own within the document, `row` that in a table, else 0.

    `beside` helps to answer, and is shown below the question. In a table nothing is bound, for Word would keep two
    answers that are bound to the same place alike; and nothing is locked, or a row could not be taken out.
    """

    said: FormWords
    sheet: Sheet
    question: Question
    number: int
    answer: Given = ""
    row: int = 0
    beside: str = ""

    def xml(self) -> str:
        """The control with a bookmark around it."""
        name = quoteattr(bookmark(self.sheet, self.question, self.row))
        return (
            f'<w:bookmarkStart w:id="{self.number}" w:name={name}/>'
            f"<w:sdt><w:sdtPr>{self._properties()}</w:sdtPr><w:sdtContent>{self._content()}</w:sdtContent></w:sdt>"
            f'<w:bookmarkEnd w:id="{self.number}"/>'
        )

    @property
    def _has_lines(self) -> bool:
        """Whether an answer may have several lines."""
        kind = self.question.kind
        return isinstance(kind, Names) or (isinstance(kind, Prose) and kind.story)

    @property
    def _prompt(self) -> str:
        return _prompt(self.question, in_row=bool(self.row))

    def _properties(self) -> str:
        """In the order that the schema wants."""
        return (
            f"<w:alias w:val={quoteattr(self.said.label(self.sheet, self.question))}/>"
            f"<w:tag w:val={quoteattr(tag(self.sheet, self.question, self.row))}/>"
            f'<w:id w:val="{self.number}"/>{"" if self.row else _LOCK}'
            f'<w:placeholder><w:docPart w:val="{prompt_part(self._prompt)}"/></w:placeholder>'
            f"{'<w:showingPlcHdr/>' if self.answer == '' else ''}{'' if self.row else self._binding()}{self._kind()}"
        )

    def _binding(self) -> str:
        path = f"/f:form[1]/f:{self.sheet.key}[1]/f:{self.question.key}[1]"
        return (
            f"<w:dataBinding w:prefixMappings=\"xmlns:f='{NAMESPACE}'\" w:xpath={quoteattr(path)}"
            f' w:storeItemID="{STORE}"/>'
        )

    def _kind(self) -> str:
        match self.question.kind:
            case Choice():
                items = "".join(
                    f"<w:listItem w:displayText={quoteattr(text)} w:value={quoteattr(option)}/>"
                    for option, text in self._options().items()
                )
                return f"<w:dropDownList>{items}</w:dropDownList>"
            case Day():
                return self._calendar()
            case _:
                return '<w:text w:multiLine="1"/>' if self._has_lines else "<w:text/>"

    def _calendar(self) -> str:
        """A day to pick; what is bound keeps it by its numbers, whatever the language shows."""
        full = f' w:fullDate="{self.answer.isoformat()}T00:00:00Z"' if isinstance(self.answer, date) else ""
        return (
            f"<w:date{full}><w:dateFormat w:val={quoteattr(self.said.day_format)}/>"
            f'<w:lid w:val="{LOCALES[self.said.words.language]}"/><w:storeMappedDataAs w:val="date"/>'
            '<w:calendar w:val="gregorian"/></w:date>'
        )

    def _content(self) -> str:
        if self.answer == "":
            prompt = escape(self.said.prompt(self._prompt))
            return f'<w:r><w:rPr><w:rStyle w:val="{PROMPT_STYLE}"/></w:rPr><w:t>{prompt}</w:t></w:r>'
        lines = '</w:t><w:br/><w:t xml:space="preserve">'.join(escape(legal(self._shown())).split("\n"))
        return f'<w:r><w:t xml:space="preserve">{lines}</w:t></w:r>'

    def _shown(self) -> str:
        match self.answer:
            case date() as day:
                named = {"d": day.day, "MMMM": self.said.shipped.say(f"terms.month.{day.month}"), "yyyy": day.year}
                return _PARTS_OF_A_DAY.sub(lambda part: str(named[part[0]]), self.said.day_format)
            case str() as text if self._has_lines:
                return text
            case str() as text:
                return " ".join(self._options().get(text, text).split("\n"))
            case other:
                return self.said.words.shown(other)

    def _options(self) -> Mapping[str, str]:
        """The words of each option."""
        kind = self.question.kind
        if not isinstance(kind, Choice):
            return {}
        return {str(option): self.said.shipped.say(f"choices.{kind.group}.{option}") for option in kind.options}


def _prompt(question: Question, *, in_row: bool) -> str:
    match question.kind:
        case Choice():
            name = "choice"
        case Day():
            name = "day"
        case _:
            name = "text"
    return f"cell_{name}" if in_row else name
