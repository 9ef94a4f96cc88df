"""What a content control of Word says of itself: what it is called, what it is bound to, and what can be filled in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from lxml import etree

from pipeline.forms.anchors import NAMESPACE
from pipeline.inbox.word_package import VALUE, WORD, Element
from pipeline.inbox.word_values import Field, FieldKind

_KINDS = {
    **dict.fromkeys(("text", "richText"), FieldKind.TEXT),
    **dict.fromkeys(("dropDownList", "comboBox"), FieldKind.CHOICE),
    "date": FieldKind.DAY,
    "checkbox": FieldKind.TICK,
    **dict.fromkeys(("picture", "group", "repeatingSection", "repeatingSectionItem", "docPartObj"), FieldKind.OTHER),
}
_ON = frozenset({"1", "true", "on"})
_STEP = re.compile(r"(?:[\w.-]+:)?([\w.-]+)(?:\[[0-9]{1,6}\])?")
_LONGEST_PATH = 1_000


@dataclass(frozen=True, slots=True)
class ControlTold:
    """The properties of a control by their names, and the bookmarks that begin in front of it."""

    properties: Mapping[str, Element]
    bookmarks: tuple[str, ...]
    inner: bool

    def field(self, text: str, begin: int) -> Field:
        """The control with this text in it, which begins here in the text of the document."""
        told = self.properties
        return Field(
            kind=next((kind for name, kind in _KINDS.items() if name in told), FieldKind.TEXT),
            text=text,
            begin=begin,
            end=begin + len(text),
            key=_key(told.get("dataBinding")),
            tag=_value(told.get("tag")),
            alias=_value(told.get("alias")),
            bookmarks=self.bookmarks,
            prompt="showingPlcHdr" in told and told["showingPlcHdr"].get(VALUE, "1") in _ON,
            chosen=_chosen(told, text),
            day=_day(told.get("date")),
            ticked=_ticked(told.get("checkbox")),
            inner=self.inner,
        )


def control_told(properties: Element | None, bookmarks: tuple[str, ...], *, inner: bool) -> ControlTold:
    """What the control tells; `inner` when it stands in another."""
    found = {} if properties is None else {etree.QName(child).localname: child for child in properties}
    return ControlTold(found, bookmarks, inner)


def _value(element: Element | None) -> str:
    return "" if element is None else element.get(VALUE, "")


def _key(binding: Element | None) -> str:
    """The way to the bound text in our own part, below its root; the names of a binding lose their prefixes."""
    told = {} if binding is None else {etree.QName(name).localname: value for name, value in binding.attrib.items()}
    mappings, path = str(told.get("prefixMappings", "")), str(told.get("xpath", ""))
    if len(path) > _LONGEST_PATH or (mappings and NAMESPACE not in mappings):
        return ""
    steps = [_STEP.fullmatch(step) for step in path.strip("/").split("/")]
    return ".".join(step[1] for step in steps[1:] if step) if all(steps) else ""


def _chosen(told: Mapping[str, Element], text: str) -> str:
    """The value of the option whose word is shown."""
    choice = told.get("dropDownList", told.get("comboBox"))
    if choice is None:
        return ""
    for option in choice.iter(f"{WORD}listItem"):
        value = option.get(f"{WORD}value", "")
        if option.get(f"{WORD}displayText", value) == text.strip():
            return value
    return ""


def _day(told: Element | None) -> date | None:
    try:
        return None if told is None else date.fromisoformat(told.get(f"{WORD}fullDate", "")[:10])
    except ValueError:
        return None


def _ticked(told: Element | None) -> bool | None:
    """Whether the box is ticked; None where there is no box to tick."""
    if told is None:
        return None
    values = (str(next(iter(child.attrib.values()), "")) for child in told if etree.QName(child).localname == "checked")
    return next((value.lower() in _ON for value in values), False)
