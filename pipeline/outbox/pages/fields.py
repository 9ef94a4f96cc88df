"""Fields of a Word document with their result beside them, so that Word need not work them out and asks nothing."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def begin_field(parent: Any, instruction: str) -> None:
    """A field that has begun: what is put into `parent` from here on is its result."""
    parent.append(_mark("begin"))
    instructed = OxmlElement("w:instrText")
    instructed.set(qn("xml:space"), "preserve")
    instructed.text = f" {instruction} "
    run = OxmlElement("w:r")
    run.append(instructed)
    parent.append(run)
    parent.append(_mark("separate"))


def end_field(parent: Any) -> None:
    """The end of the field that was begun last."""
    parent.append(_mark("end"))


def add_field(parent: Any, instruction: str, result: str) -> None:
    """A whole field with its result."""
    begin_field(parent, instruction)
    add_text(parent, result)
    end_field(parent)


def add_text(parent: Any, text: str) -> None:
    """Running text; a tab in it is a tab."""
    run = OxmlElement("w:r")
    parent.append(run)
    run.text = text


def _mark(kind: str) -> Any:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    run = OxmlElement("w:r")
    run.append(mark)
    return run
