"""What is filled in, as Word shows it: text stays text, whatever is in it."""

from collections.abc import Mapping
from typing import Final

from markupsafe import Markup, escape

from pipeline.documents.persona_instruction import Kind
from pipeline.outbox.normalising import legal

_NEW_LINE: Final = Markup('</w:t><w:br/><w:t xml:space="preserve">')

SAMPLES: Final[tuple[Mapping[Kind, object], ...]] = (
    {Kind.TEXT: "x", Kind.NUMBER: 1, Kind.YES_NO: True, Kind.LIST: ("x",)},
    {Kind.TEXT: "", Kind.NUMBER: 0, Kind.YES_NO: False, Kind.LIST: ()},
)
"""A value of each kind, full and empty, to try a template on."""


def shown(value: object) -> object:
    """`value` ready for Jinja's escaping: without signs that XML cannot hold, with Word's own line ends.

    TypeError for a yes or no, which says nothing in a sentence.
    """
    match value:
        case bool():
            raise TypeError("a yes or no is for an if")
        case str():
            text = legal(value)
            if "\n" not in text and "\t" not in text and "\r" not in text:
                return type(value)(text)
            return _NEW_LINE.join(escape(type(value)(line)) for line in text.replace("\t", " ").splitlines())
        case tuple() | list():
            return shown(", ".join(str(part) for part in value))
        case _:
            return value
