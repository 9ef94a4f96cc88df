"""Every rule for a package finds the fault that was put in for it."""

import io
from collections.abc import Callable
from zipfile import ZipFile, ZipInfo

import pytest

from tests.office import samples
from tests.office.package_rules import breaches
from tests.office.packages import CONTENT_TYPES, packed, parts_of

CORE = "docProps/core.xml"
DOCUMENT = "word/document.xml"
RELATIONSHIPS = "word/_rels/document.xml.rels"
MARK = b'<w:bookmarkStart w:id="7" w:name="hier"/>'
END = b'<w:bookmarkEnd w:id="7"/>'


def changed(part: str, old: bytes, new: bytes, kind: str = "docx") -> bytes:
    parts = parts_of(samples.good(kind))
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new, 1)
    return packed(parts)


def with_part(name: str, content: bytes, kind: str = "docx") -> bytes:
    return packed(parts_of(samples.good(kind)) | {name: content})


def with_entry(entry: ZipInfo) -> bytes:
    target = io.BytesIO(samples.good("docx"))
    with ZipFile(target, "a") as archive:
        archive.writestr(entry, b"<x/>")
    return target.getvalue()


def with_thumbnail() -> bytes:
    link = b'<Relationship Id="rId99" Type="http://x.test/thumbnail" Target="docProps/thumbnail.jpeg"/></Relationships>'
    parts = parts_of(changed("_rels/.rels", b"</Relationships>", link))
    return packed(parts | {"docProps/thumbnail.jpeg": b"picture"})


def related(target: str, mode: str = "", number: str = "rId99") -> bytes:
    thread = f'<Relationship Id="{number}" Type="http://x.test/thing" Target="{target}" {mode}/></Relationships>'
    return changed(RELATIONSHIPS, b"</Relationships>", thread.encode())


def before_the_end(content: bytes) -> bytes:
    return changed(DOCUMENT, b"<w:sectPr", content + b"<w:sectPr")


def drawing(number: int) -> bytes:
    space = b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    return b'<wp:docPr xmlns:wp="%s" id="%d" name="x"/>' % (space, number)


PLANTED: dict[str, tuple[Callable[[], bytes], str]] = {
    "doubled name": (lambda: with_entry(ZipInfo("WORD/document.xml")), "twice in the zip"),
    "outside": (lambda: with_entry(ZipInfo("../evil.xml")), "leaves its package"),
    "dated": (lambda: with_entry(ZipInfo("word/x.xml", (2026, 9, 1, 12, 0, 0))), "bears the hour"),
    "no type": (lambda: with_part("word/new.strange", b"x"), "new.strange: no content type"),
    "type without part": (
        lambda: changed(
            CONTENT_TYPES, b"</Types>", b'<Override PartName="/word/gone.xml" ContentType="text/xml"/></Types>'
        ),
        "gone.xml: a content type without a part",
    ),
    "dangling": (lambda: related("gone.xml"), "word/gone.xml, which is not there"),
    "file outside": (lambda: related("file:///C:/x.dotx", 'TargetMode="External"'), "not to the web"),
    "double thread": (lambda: related("styles.xml", number="rId1"), "relationship rId1 twice"),
    "stray": (lambda: with_part("word/stray.xml", b"<x/>"), "stray.xml: nothing leads to it"),
    "unknown id": (lambda: before_the_end(b'<w:hyperlink r:id="rId77"/>'), "uses rId77"),
    "no title": (lambda: changed(CORE, b"Een bestand", b""), "no title"),
    "no language": (lambda: changed(CORE, b"nl-NL", b""), "no language"),
    "author": (lambda: changed(CORE, b"<dc:creator></dc:creator>", b"<dc:creator>A</dc:creator>"), "names an author"),
    "changed by": (
        lambda: changed(CORE, b"<cp:lastModifiedBy></cp:lastModifiedBy>", b"<cp:lastModifiedBy>A</cp:lastModifiedBy>"),
        "who changed it last",
    ),
    "thumbnail": (with_thumbnail, "a thumbnail"),
    "path": (lambda: before_the_end(b"<w:p><w:r><w:t>C:\\Temp\\x</w:t></w:r></w:p>"), "a path of the machine"),
    "path in an attribute": (lambda: before_the_end(b'<w:p w:x="file:///ngozi/x"/>'), "a path of the machine"),
    "drawing twice": (lambda: before_the_end(drawing(3) + drawing(3)), "drawing id 3 twice"),
    "bookmark twice": (lambda: before_the_end(MARK + MARK + END + END), "bookmark name hier twice"),
    "endless bookmark": (lambda: before_the_end(MARK), "does not end"),
    "empty cell": (
        lambda: before_the_end(b"<w:tbl><w:tr><w:tc><w:tcPr/></w:tc></w:tr></w:tbl>"),
        "does not end in a paragraph",
    ),
    "shape twice": (
        lambda: changed("ppt/slides/slide1.xml", b'<p:cNvPr id="3"', b'<p:cNvPr id="2"', "pptx"),
        "drawing id 2 twice",
    ),
    "slide twice": (lambda: changed("ppt/presentation.xml", b'id="257"', b'id="256"', "pptx"), "slide id 256 twice"),
    "document type": (
        lambda: changed(DOCUMENT, b"<w:document", b"<!DOCTYPE x><w:document"),
        "a document type",
    ),
    "no xml": (lambda: changed(DOCUMENT, b"</w:document>", b""), "cannot be read"),
    "embedded": (
        lambda: with_part("word/embeddings/b.xlsx", packed(parts_of(samples.good("xlsx")) | {"a.odd": b""})),
        "word/embeddings/b.xlsx: a.odd: no content type",
    ),
}


@pytest.mark.parametrize("kind", ["docx", "pptx", "xlsx"])
def test_a_good_file_breaks_no_rule(kind: str) -> None:
    assert breaches(samples.good(kind)) == []


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("planted", PLANTED)
def test_a_planted_fault_is_found(planted: str) -> None:
    make, expected = PLANTED[planted]
    assert any(expected in breach for breach in breaches(make())), breaches(make())
