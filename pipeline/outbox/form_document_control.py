"""The content control in which one question of a Word form is answered.

LibreOffice and Google Docs know controls within a line only, so none stands around a paragraph or a cell.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from pipeline.forms.anchors import NAMESPACE, bookmark, tag
from pipeline.forms.questions import Choice, Question, Sheet
from pipeline.outbox.form_words import FormWords
from pipeline.outbox.normalising import legal

STORE: Final = "{7B0C2B6E-5A37-4C1F-9C0B-3E2D6A54F0C1}"
"""The number by which controls find our own part."""

PROMPT_STYLE: Final = "PlaceholderText"

PROMPTS: Final = ("text", "choice")
"""What a control shows as long as nothing is filled in; the words stand at `forms.document.<name>.prompt`."""


def prompt_part(name: str) -> str:
    """The name under which Word keeps a prompt."""
    return f"ttr_{name}"


@dataclass(frozen=True, slots=True)
class Control:
    """The control for a question; `number` is its own within the document, `answer` empty in a blank form."""

    said: FormWords
    sheet: Sheet
    question: Question
    number: int
    answer: str = ""

    def xml(self) -> str:
        """The control with a bookmark around it."""
        name = quoteattr(bookmark(self.sheet, self.question))
        return (
            f'<w:bookmarkStart w:id="{self.number}" w:name={name}/>'
            f"<w:sdt><w:sdtPr>{self._properties()}</w:sdtPr><w:sdtContent>{self._content()}</w:sdtContent></w:sdt>"
            f'<w:bookmarkEnd w:id="{self.number}"/>'
        )

    @property
    def _prompt(self) -> str:
        return "choice" if isinstance(self.question.kind, Choice) else "text"

    def _properties(self) -> str:
        """In the order that the schema wants."""
        path = f"/f:form[1]/f:{self.sheet.key}[1]/f:{self.question.key}[1]"
        return (
            f"<w:alias w:val={quoteattr(self.said.label(self.sheet, self.question))}/>"
            f"<w:tag w:val={quoteattr(tag(self.sheet, self.question))}/>"
            f'<w:id w:val="{self.number}"/><w:lock w:val="sdtLocked"/>'
            f'<w:placeholder><w:docPart w:val="{prompt_part(self._prompt)}"/></w:placeholder>'
            f"{'' if self.answer else '<w:showingPlcHdr/>'}"
            f"<w:dataBinding w:prefixMappings=\"xmlns:f='{NAMESPACE}'\" w:xpath={quoteattr(path)}"
            f' w:storeItemID="{STORE}"/>{self._kind()}'
        )

    def _kind(self) -> str:
        if not isinstance(self.question.kind, Choice):
            return '<w:text w:multiLine="1"/>'
        items = "".join(
            f"<w:listItem w:displayText={quoteattr(text)} w:value={quoteattr(option)}/>"
            for option, text in self._options().items()
        )
        return f"<w:dropDownList>{items}</w:dropDownList>"

    def _content(self) -> str:
        if not self.answer:
            prompt = escape(self.said.prompt(self._prompt))
            return f'<w:r><w:rPr><w:rStyle w:val="{PROMPT_STYLE}"/></w:rPr><w:t>{prompt}</w:t></w:r>'
        shown = escape(legal(self._options().get(self.answer, self.answer)))
        lines = '</w:t><w:br/><w:t xml:space="preserve">'.join(shown.split("\n"))
        return f'<w:r><w:t xml:space="preserve">{lines}</w:t></w:r>'

    def _options(self) -> Mapping[str, str]:
        """The words of each option."""
        kind = self.question.kind
        if not isinstance(kind, Choice):
            return {}
        return {str(option): self.said.shipped.say(f"choices.{kind.group}.{option}") for option in kind.options}
