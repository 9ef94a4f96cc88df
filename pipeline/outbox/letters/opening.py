"""Opens a Word template of a letter and leaves nothing in it but what its readers are to see.

Whoever wrote a template left traces: comments, tracked changes, a mail merge with its list, links to files elsewhere.
None of it travels on in a letter.
"""

import posixpath
import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile

from lxml import etree

from pipeline.outbox.normalising import LOCALES

DAMAGE: Final = (
    *(OSError, BadZipFile, etree.XMLSyntaxError, zlib.error, struct.error, EOFError, UnicodeError),
    *(KeyError, ValueError, RuntimeError, NotImplementedError),
)
"""What is raised over a file that is no sound Word document, or too large for a letter."""

LARGEST_FILE: Final = 16 << 20
_LARGEST: Final = 64 << 20  # bytes, unpacked
_MOST_PARTS: Final = 500

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DOCUMENT: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OFFICE_DOCUMENT: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_CONTENT_TYPES: Final = "[Content_Types].xml"
_ROOT: Final = "_rels/.rels"

_LEFT_BEHIND: Final = frozenset(
    (
        *(
            "comments",
            "commentsExtended",
            "commentsIds",
            "commentsExtensible",
            "people",
            "customXml",
            "glossaryDocument",
        ),
        *("attachedTemplate", "mailMergeSource", "mailMergeHeaderSource", "mailMergeRecipientData", "recipientData"),
        *("keyMapCustomizations", "vbaProject", "wordVbaData", "printerSettings", "oleObject", "control", "aFChunk"),
        *("subDocument", "frame", "attachedToolbars", "documenttasks", "stylesWithEffects", "glossaryDocument"),
    )
)
_STORIES: Final = {"header": "header", "footer": "footer", "footnotes": "notes", "endnotes": "notes"}
_WEB: Final = ("http://", "https://", "mailto:")
_UNSHARED_SETTINGS: Final = (
    *("attachedTemplate", "mailMerge", "documentProtection", "writeProtection", "trackRevisions", "docVars"),
    *("removePersonalInformation", "removeDateAndTime", "saveThroughXslt"),
)
_TAKEN_OUT: Final = (
    *("del", "moveFrom", "commentRangeStart", "commentRangeEnd", "commentReference", "permStart", "permEnd"),
    *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "proofErr", "dataBinding"),
)
_PICTURES: Final = frozenset(("blip", "imagedata", "hlinkClick", "hlinkHover", "hyperlink", "fill", "stroke"))
_A4: Final = ("11906", "16838")
_LETTER: Final = ({"12240", "15840"}, {"12242", "15842"})


@dataclass(frozen=True, slots=True)
class Story:
    """One run of text of the letter; `where` says which: `body`, `header`, `footer` or `notes`."""

    part: str
    where: str
    root: etree._Element


@dataclass(frozen=True, slots=True)
class OpenedTemplate:
    """All parts of a template, and those with text in them, the body first."""

    parts: dict[str, bytes]
    stories: tuple[Story, ...]


def opened_template(file: bytes, language: str) -> OpenedTemplate:
    """The template without traces, on A4, in our `language`; raises one of `DAMAGE`."""
    parts = sound_parts(file)
    main = _main(parts)
    kept = {_ROOT: _only(main), _CONTENT_TYPES: _as_document(parts[_CONTENT_TYPES], main)}
    kinds, gone = _follow(parts, main, kept)
    stories = []
    for part, kind in kinds.items():
        if kind in _STORIES or part == main:
            story = Story(part, _STORIES.get(kind, "body"), _parsed(parts[part]))
            _clean(story.root, gone.get(part, frozenset()))
            stories.append(story)
        elif kind == "settings":
            kept[part] = _settings(parts[part], gone.get(part, frozenset()), language)
        elif kind == "styles":
            kept[part] = _in_language(parts[part], language)
    return OpenedTemplate(kept, tuple(sorted(stories, key=lambda story: (story.where != "body", story.part))))


def sound_parts(file: bytes) -> dict[str, bytes]:
    """What is in the file, part by part; raises one of `DAMAGE`."""
    if len(file) > LARGEST_FILE:
        raise ValueError("too large for a letter")
    with ZipFile(BytesIO(file)) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _LARGEST:
            raise ValueError("too large for a letter")
        return {entry.filename: archive.read(entry) for entry in entries}


def written(root: etree._Element) -> bytes:
    """The part that `root` stands for."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _parsed(content: bytes) -> etree._Element:
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    if b"<!DOCTYPE" in content:
        raise ValueError("a document type")
    return root


def _main(parts: Mapping[str, bytes]) -> str:
    for relation in _parsed(parts[_ROOT]).iter(_RELATIONSHIP):
        if relation.get("Type") == _OFFICE_DOCUMENT:
            main = posixpath.normpath(relation.get("Target", "").lstrip("/"))
            if _parsed(parts[main]).find(f"{W}body") is not None:
                return main
    raise KeyError(_OFFICE_DOCUMENT)


def _only(main: str) -> bytes:
    # Without a prefix: LibreOffice opens no file whose relationships have one.
    root = etree.fromstring(f'<Relationships xmlns="{_RELATIONSHIP[1:].partition("}")[0]}"/>')
    etree.SubElement(root, _RELATIONSHIP, Id="rId1", Type=_OFFICE_DOCUMENT, Target=main)
    return written(root)


def _as_document(types: bytes, main: str) -> bytes:
    """A template of Word's own kind (.dotx) is a document by another content type."""
    root = _parsed(types)
    for entry in list(root):
        if entry.get("PartName", "").lstrip("/") == main:
            root.remove(entry)
    etree.SubElement(root, f"{_TYPES}Override", PartName=f"/{main}", ContentType=_DOCUMENT)
    return written(root)


def _follow(
    parts: Mapping[str, bytes], main: str, kept: dict[str, bytes]
) -> tuple[Mapping[str, str], Mapping[str, frozenset[str]]]:
    """Put what may stay in `kept`; the kind of each part, and the relationships that each has lost."""
    kinds, gone, waiting = {main: "officeDocument"}, {}, [main]
    while waiting:
        part = waiting.pop()
        kept[part] = parts[part]
        folder, name = posixpath.split(part)
        threads = posixpath.join(folder, "_rels", f"{name}.rels")
        if threads not in parts:
            continue
        root, lost = _parsed(parts[threads]), set()
        for relation in list(root.iter(_RELATIONSHIP)):
            kind, target = _leads(relation, folder)
            if not _may_stay(relation, kind, target, parts):
                lost.add(relation.get("Id", ""))
                root.remove(relation)
            elif target and target not in kinds:
                kinds[target] = kind
                waiting.append(target)
        kept[threads] = written(root)
        gone[part] = frozenset(lost)
    return kinds, gone


def _leads(relation: etree._Element, folder: str) -> tuple[str, str]:
    """What kind of thing a relationship leads to, and to which part; to none when it lies outside."""
    kind = relation.get("Type", "").rpartition("/")[2]
    if relation.get("TargetMode") == "External":
        return kind, ""
    target = relation.get("Target", "")
    return kind, posixpath.normpath(target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target))


def _may_stay(relation: etree._Element, kind: str, target: str, parts: Mapping[str, bytes]) -> bool:
    if target:
        return kind not in _LEFT_BEHIND and target in parts
    return kind == "hyperlink" and relation.get("Target", "").lower().startswith(_WEB)


def _clean(root: etree._Element, gone: frozenset[str]) -> None:
    _accept_changes(root)
    _forget(root, gone)
    for paragraph in root.iter(f"{W}p", f"{W}tr"):
        for name in ("paraId", "textId"):  # a loop would repeat them
            paragraph.attrib.pop(f"{_W14}{name}", "")
    for element in list(root.iter(_FALLBACK)):
        if any("{" in str(text) for text in element.itertext()):
            _remove(element)
    _free_blocks(root)
    for size in root.iter(f"{W}pgSz"):
        _make_a4(size)
    for switch in list(root.iter(f"{W}cantSplit", f"{W}tblHeader")):
        _say_as_word_does(switch)


def _accept_changes(root: etree._Element) -> None:
    """What was put in stays, what was taken out goes; both bear their author's name, as do comments."""
    for mark in list(root.iterfind(f".//{W}trPr/{W}del")):
        row = next(mark.iterancestors(f"{W}tr"))
        _remove(row)
    for name in _TAKEN_OUT:
        for element in list(root.iter(f"{W}{name}")):
            _remove(element)
    for name in ("ins", "moveTo"):
        for element in list(root.iter(f"{W}{name}")):
            for child in list(element):
                element.addprevious(child)
            _remove(element)
    for element in list(root.iter("*")):
        if f"{W}author" in element.attrib:
            _remove(element)


def _free_blocks(root: etree._Element) -> None:
    """LibreOffice draws a control in a line out over the paragraphs after it, and over half of a block in them."""
    for control in list(root.iter(f"{W}sdt")):
        content = control.find(f"{W}sdtContent")
        if content is None or content.find(f"{W}p") is None:
            continue
        if any("{" in (text.text or "") for text in content.iter(f"{W}t")):
            for child in list(content):
                control.addprevious(child)
            _remove(control)


def _forget(root: etree._Element, gone: frozenset[str]) -> None:
    """What leads to a part that is gone goes too; a picture only loses the link."""
    for element in list(root.iter("*")):
        lost = [name for name, value in element.attrib.items() if str(name).startswith(R) and value in gone]
        for name in lost:
            del element.attrib[name]
        if lost and etree.QName(element).localname not in _PICTURES:
            _remove(element)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _make_a4(size: etree._Element) -> None:
    """American paper becomes ours, upright or across; any other size was meant."""
    sides = (size.get(f"{W}w", ""), size.get(f"{W}h", ""))
    if set(sides) in _LETTER:
        across = int(sides[0]) > int(sides[1])
        for name, value in zip(("w", "h"), reversed(_A4) if across else _A4, strict=True):
            size.set(f"{W}{name}", value)


def _say_as_word_does(switch: etree._Element) -> None:
    """LibreOffice writes true and false, which Word's own schema does not know for rows."""
    if switch.attrib.pop(f"{W}val", "1") in ("0", "false", "off"):
        _remove(switch)


def _settings(content: bytes, gone: frozenset[str], language: str) -> bytes:
    root = _parsed(content)
    _forget(root, gone)
    _drop(root, _UNSHARED_SETTINGS)
    theme = root.find(f"{W}themeFontLang")
    if theme is not None:
        theme.set(f"{W}val", LOCALES[language])
    return written(root)


def _drop(root: etree._Element, names: Iterable[str]) -> None:
    for name in names:
        for element in root.findall(f"{W}{name}"):
            root.remove(element)


def _in_language(content: bytes, language: str) -> bytes:
    """Styles that speak our language, so that a spelling checker and a reading voice do as well."""
    root = _parsed(content)
    for found in root.iter(f"{W}lang"):
        found.set(f"{W}val", LOCALES[language])
    if root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang") is None:
        defaults = _child(_child(_child(root, "docDefaults", first=True), "rPrDefault", first=True), "rPr")
        etree.SubElement(defaults, f"{W}lang").set(f"{W}val", LOCALES[language])
    return written(root)


def _child(parent: etree._Element, name: str, *, first: bool = False) -> etree._Element:
    found = parent.find(f"{W}{name}")
    if found is None:
        found = etree.Element(f"{W}{name}")
        parent.insert(0, found) if first else parent.append(found)
    return found
