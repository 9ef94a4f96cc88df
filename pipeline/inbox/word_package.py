"""The parts of a Word file: its text, its styles, what our own part in it says, and what its reviewers left.

Parts are found by how they are related, never by their names: every program that saves a document gives them others.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import TypeAlias, TypeGuard
from zipfile import ZipFile

from lxml import etree

from pipeline.forms.anchors import NAMESPACE
from pipeline.inbox.cleaning import folded
from pipeline.inbox.refusal import UnreadableFileError
from pipeline.inbox.vocabulary import LONGEST_TERM, our_names

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no other name for it

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VALUE = f"{WORD}val"

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DC_IDENTIFIER = "{http://purl.org/dc/elements/1.1/}identifier"
_CUSTOM_PROPERTY = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
_OFF = frozenset({"0", "false", "off"})
_MARK = re.compile(r"ttr:[a-z_]+(?::[A-Za-z0-9_-]+){1,6}")
_LONGEST_MARK = 200
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_DEEPEST_STYLE = 20
_CHANGES = tuple(
    f"{WORD}{name}"
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "numberingChange"),
        *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange"),
        "tblGridChange",
    )
)
_CHANGED_TOO = ("footnotes", "endnotes", "header", "footer")


@dataclass(frozen=True, slots=True)
class Style:
    """What a style tells: its name, the level of a heading (0: none), and whether its text is hidden."""

    name: str = ""
    heading: int = 0
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class WordPackage:
    """The parts of a document; `bound` are the answers in our own part by key, `mark` is what our documents carry."""

    main: Element
    styles: Mapping[str, Style] = field(default_factory=dict)
    bound: Mapping[str, str] = field(default_factory=dict, repr=False)
    mark: str = ""
    pending: int = 0
    comments: int = 0


def word_package(content: bytes) -> WordPackage:
    """The parts of the document in `content`, a file that was looked through before."""
    with ZipFile(BytesIO(content)) as archive:
        parts = _Parts(archive)
        main = parts.of("", "officeDocument")
        if not main:
            raise UnreadableFileError("file_damaged")
        root = parts.parsed(main[0])
        related = [part for kind in _CHANGED_TOO for part in parts.of(main[0], kind)]
        ours = [item for item in map(parts.parsed_if_whole, parts.of(main[0], "customXml")) if _is_ours(item)]
        return WordPackage(
            root,
            _styles(parts, main[0]),
            {key: text for item in ours for key, text in _answers(item, ())},
            _mark(parts, ours),
            sum(map(_changes, (root, *map(parts.parsed, related)))),
            sum(_comments(parts.parsed(part)) for part in parts.of(main[0], "comments")),
        )


class _Parts:
    """The parts of a package, parsed when they are asked for."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._names = {name.casefold(): name for name in archive.namelist()}

    def of(self, part: str, kind: str) -> list[str]:
        """The names of the parts that are this to `part` (empty: to the package), those that are there."""
        folder, _, name = part.rpartition("/")
        relationships = posixpath.join(folder, "_rels", f"{name}.rels")
        if relationships.casefold() not in self._names:
            return []
        found = (
            posixpath.normpath(posixpath.join("/", folder, relationship.get("Target", ""))).lstrip("/")
            for relationship in self.parsed(relationships).iter(_RELATIONSHIP)
            if relationship.get("Type", "").endswith(f"/{kind}") and relationship.get("TargetMode") != "External"
        )
        return [name for name in dict.fromkeys(found) if name.casefold() in self._names]

    def parsed(self, part: str) -> Element:
        """The XML of the part."""
        content = self._archive.read(self._names[part.casefold()])
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            return etree.fromstring(content, parser)
        except etree.XMLSyntaxError:
            raise UnreadableFileError("file_damaged") from None

    def parsed_if_whole(self, part: str) -> Element | None:
        """The same; None for what is empty, as LibreOffice leaves our own part when an answer holds an `&`."""
        try:
            return self.parsed(part)
        except UnreadableFileError:
            return None


def is_on(properties: Element | None, name: str) -> bool | None:
    """Whether the properties switch this on or off; None when they say nothing."""
    found = None if properties is None else properties.find(f"{WORD}{name}")
    return None if found is None else found.get(VALUE, "1").lower() not in _OFF


def whole_number(text: str | None) -> int:
    """The number in an attribute; 0 where there is none that could be meant."""
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 10 else 0


def _is_ours(item: Element | None) -> TypeGuard[Element]:
    return item is not None and etree.QName(item).namespace == NAMESPACE


def _answers(element: Element, path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Each answer by the names on the way to it: `people.others`."""
    for child in element:
        here = (*path, etree.QName(child).localname)
        if len(child):
            yield from _answers(child, here)
        else:
            yield ".".join(here), child.text or ""


def _mark(parts: _Parts, ours: Iterable[Element]) -> str:
    """Three hiding-places, for every program that saves a document drops another of them."""
    told = [value for item in ours for value in item.attrib.values()]
    for part in parts.of("", "core-properties"):
        told += [element.text or "" for element in parts.parsed(part).iter(_DC_IDENTIFIER)]
    for part in parts.of("", "custom-properties"):
        told += ["".join(map(str, element.itertext())) for element in parts.parsed(part).iter(_CUSTOM_PROPERTY)]
    marks = (str(text).strip() for text in told if len(text) <= _LONGEST_MARK)
    return next((mark for mark in marks if _MARK.fullmatch(mark)), "")


def _changes(root: Element) -> int:
    return _count(root, *_CHANGES)


def _comments(root: Element) -> int:
    """How many comments there are that we did not put there ourselves, in a copy to mend."""
    authors = (comment.get(f"{WORD}author", "")[:LONGEST_TERM] for comment in root.iter(f"{WORD}comment"))
    return sum(1 for author in authors if folded(author) not in our_names())


def _count(root: Element, *tags: str) -> int:
    return sum(1 for _ in root.iter(*tags))


def _styles(parts: _Parts, main: str) -> dict[str, Style]:
    told = {
        style.get(f"{WORD}styleId", ""): style
        for part in parts.of(main, "styles")
        for style in parts.parsed(part).iter(f"{WORD}style")
    }
    return {key: _style(key, told) for key in told}


def _style(key: str, told: Mapping[str, Element]) -> Style:
    """The style with what it takes over from those it is based on, the nearest first."""
    chain: list[Element] = []
    while key in told and len(chain) < _DEEPEST_STYLE:
        chain.append(told[key])
        based_on = told[key].find(f"{WORD}basedOn")
        key = "" if based_on is None else based_on.get(VALUE, "")
    levels = (level for style in chain if (level := _level(style)))
    hidden = (on for style in chain if (on := is_on(style.find(f"{WORD}rPr"), "vanish")) is not None)
    return Style(_name(chain[0]), next(levels, 0), next(hidden, False))


def _level(style: Element) -> int:
    if heading := _HEADING.fullmatch(_name(style)):
        return int(heading[1])
    outline = style.find(f"{WORD}pPr/{WORD}outlineLvl")
    level = 9 if outline is None else whole_number(outline.get(VALUE))
    return level + 1 if level < 9 else 0  # the tenth is body text


def _name(style: Element) -> str:
    name = style.find(f"{WORD}name")
    return "" if name is None else name.get(VALUE, "")
