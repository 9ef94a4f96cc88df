"""The texts of a web page: what stands in it, where its links lead, and what it says beside its pictures."""

from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

# Attributes that hold words or lead somewhere, rather than a setting.
_SPOKEN = frozenset({"href", "src", "content", "title", "alt", "aria-label"})
_CODE = frozenset({"style", "script"})
# Within a line of text; any other element begins a text of its own.
_INLINE = frozenset({"a", "b", "em", "i", "mark", "s", "small", "span", "strong", "sub", "sup", "tspan", "u"})


def html_texts(page: bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The paragraphs in their order, and the stray texts, each once; LxmlError for what is no page at all."""
    root = etree.fromstring(page, etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True))
    if root is None:
        raise etree.ParserError("an empty page")
    remarks = (node.text or "" for node in root.iter(etree.Comment, etree.ProcessingInstruction))
    spoken, stray = _attributes(root)
    code = (element.text or "" for element in root.iter(*_CODE))
    return (*_paragraphs(root), *spoken, *remarks), (*stray, *code)


def _paragraphs(root: etree._Element) -> Iterator[str]:
    """The text from top to bottom, without code and remarks."""
    pieces: list[str] = []
    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if isinstance(node.tag, str) and node.tag not in _INLINE:
            yield from _joined(pieces)
        if event == "start" and node.tag not in _CODE:
            pieces.append(node.text or "")
        elif event != "start":
            pieces.append(node.tail or "")
    yield from _joined(pieces)


def _joined(pieces: list[str]) -> Iterator[str]:
    text = " ".join("".join(pieces).split())
    pieces.clear()
    if text:
        yield text


def _attributes(root: etree._Element) -> tuple[tuple[str, ...], tuple[str, ...]]:
    spoken: dict[str, None] = {}
    stray: dict[str, None] = {}
    for element in root.iter(etree.Element):
        for name, value in element.attrib.items():
            kept = spoken if str(name) in _SPOKEN else stray
            kept[unquote(str(value))] = None
    return tuple(spoken), tuple(stray)
