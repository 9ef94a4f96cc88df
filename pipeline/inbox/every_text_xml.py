"""The texts of one XML part: its paragraphs with their runs joined, and what stands in attributes."""

from collections.abc import Iterator

from lxml import etree

_OFFICE = ("wordprocessingml/", "drawingml/", "spreadsheetml/", "presentationml/")
# Where one text ends and the next begins; what is not among them stands within a text.
_PARTS_TEXT = frozenset({"p", "si", "is", "v", "f", "tc", "c", "author", "comment", "text", "definedName", "oddHeader"})
_BLANKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-", "softHyphen": ""}
_CHANGES = frozenset({"ins", "del", "moveFrom", "moveTo"})
# Attributes that hold somebody's words rather than a setting.
_SPOKEN = frozenset(
    {"descr", "title", "name", "author", "initials", "tooltip", "display", "displayName", "prompt", "promptTitle"}
    | {"error", "errorTitle", "userId", "providerId", "Target"}
)
_SPOKEN_VALUES = frozenset({"alias", "tag", "docVar", "name", "sheet", "definedName", "cNvPr", "docPr", "lock"})


def xml_texts(part: bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The paragraphs in their order, and the stray texts, each once."""
    root = etree.fromstring(part, _parser())
    paragraphs = list(_paragraphs(root, parted=False))
    if any(_local(element) in _CHANGES for element in root.iter(etree.Element)):
        paragraphs += _paragraphs(root, parted=True)
    spoken, stray = _attributes(root)
    remarks = (node.text or "" for node in root.iter(etree.Comment, etree.ProcessingInstruction))
    return (*paragraphs, *spoken, *remarks), stray


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


def _paragraphs(root: etree._Element, *, parted: bool) -> Iterator[str]:
    """The text from top to bottom; with `parted`, a tracked change stands apart from its neighbours."""
    pieces: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        if _is_border(element) or (parted and _local(element) in _CHANGES):
            yield from _joined(pieces)
        if event == "start":
            pieces.append(_BLANKS.get(_local(element), ""))
            pieces.append(element.text or "")
        else:
            pieces.append(element.tail or "")
    yield from _joined(pieces)


def _joined(pieces: list[str]) -> Iterator[str]:
    text = "".join(pieces)
    pieces.clear()
    if text.strip():
        yield text


def _is_border(element: etree._Element) -> bool:
    """In XML that is not Office's own, every element holds a text of its own."""
    return _local(element) in _PARTS_TEXT or not any(office in element.tag for office in _OFFICE)


def _attributes(root: etree._Element) -> tuple[tuple[str, ...], tuple[str, ...]]:
    spoken: dict[str, None] = {}
    stray: dict[str, None] = {}
    for element in root.iter(etree.Element):
        of_words = _local(element) in _SPOKEN_VALUES
        for name, value in element.attrib.items():
            kept = spoken if of_words or str(name).rpartition("}")[2] in _SPOKEN else stray
            kept[str(value)] = None
    return tuple(spoken), tuple(stray)


def _local(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2]
