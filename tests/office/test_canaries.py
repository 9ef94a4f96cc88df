"""A name is found wherever it may hide in a file."""

import io
from collections.abc import Callable
from zipfile import ZipFile

import pytest

from tests.office import samples
from tests.office.canaries import canaries_in
from tests.office.packages import packed, parts_of

NAMES = ("Ngozi Çelik-Łaszcz", "maarten@school.test")


def document(paragraph: str) -> bytes:
    parts = parts_of(samples.good("docx"))
    body = parts["word/document.xml"].replace(b"<w:sectPr", paragraph.encode() + b"<w:sectPr", 1)
    return packed(parts | {"word/document.xml": body})


def with_part(name: str, content: bytes) -> bytes:
    return packed(parts_of(samples.good("pptx")) | {name: content})


def commented() -> bytes:
    target = io.BytesIO(samples.good("xlsx"))
    with ZipFile(target, "a") as archive:
        archive.comment = NAMES[0].encode()
    return target.getvalue()


HIDDEN: dict[str, Callable[[], bytes]] = {
    "in a run": lambda: document("<w:p><w:r><w:t>Ngozi Çelik-Łaszcz</w:t></w:r></w:p>"),
    "in split runs": lambda: document(
        "<w:p><w:r><w:t>Ngo</w:t></w:r><w:r><w:t>zi Çelik-</w:t></w:r><w:r><w:t>Łaszcz</w:t></w:r></w:p>"
    ),
    "in two cells": lambda: document(
        "<w:p><w:r><w:t>Ngozi</w:t></w:r></w:p><w:p><w:r><w:t>Çelik-Łaszcz</w:t></w:r></w:p>"
    ),
    "as deleted": lambda: document("<w:p><w:del><w:r><w:delText>ngozi çelik-łaszcz</w:delText></w:r></w:del></w:p>"),
    "in an attribute": lambda: document('<w:p w:x="Ngozi Çelik-Łaszcz"/>'),
    "as numbers": lambda: document('<w:p w:x="Ngozi &#199;elik-&#x141;aszcz"/>'),
    "without accents": lambda: document("<w:p><w:r><w:t>NGOZI CELIK-LASZCZ</w:t></w:r></w:p>"),
    "with marks apart": lambda: document("<w:p><w:r><w:t>Ngozi C\u0327elik-\u0141aszcz</w:t></w:r></w:p>"),
    "with a soft hyphen": lambda: document("<w:p><w:r><w:t>Ngo\u00adzi\u00a0\u00c7elik-\u0141aszcz</w:t></w:r></w:p>"),
    "in a comment": lambda: document("<!-- Ngozi Çelik-Łaszcz -->"),
    "in a link": lambda: document('<w:p w:x="mailto:maarten%40school.test"/>'),
    "as a part's name": lambda: with_part("ppt/media/Ngozi Çelik-Łaszcz.png", b"x"),
    "in a picture": lambda: with_part("ppt/media/p.png", b"\x89PNG" + "Ngozi Çelik-Łaszcz".encode()),
    "in wide letters": lambda: with_part("ppt/x.bin", b"\x01\x02\x03" + "Ngozi Çelik-Łaszcz".encode("utf-16-le")),
    "in a workbook within": lambda: with_part("ppt/embeddings/b.xlsx", commented()),
    "as a zip comment": commented,
    "in a mail": lambda: b"To: =\r\nmaarten=40school.te=\r\nst\r\n",
    "in a calendar": lambda: b"ATTENDEE:mailto:maarten@scho\r\n ol.test\r\n",
}


@pytest.mark.parametrize("place", HIDDEN)
def test_a_hidden_name_is_found(place: str) -> None:
    assert canaries_in(HIDDEN[place](), NAMES)


@pytest.mark.parametrize("kind", ["docx", "pptx", "xlsx"])
def test_a_file_without_the_name_is_clean(kind: str) -> None:
    assert canaries_in(samples.good(kind), NAMES) == []


def test_a_find_tells_the_part_but_not_the_name() -> None:
    [found] = canaries_in(document("<w:p><w:r><w:t>Ngozi Çelik-Łaszcz</w:t></w:r></w:p>"), NAMES)
    assert found == "word/document.xml: name 1"


def test_an_empty_name_is_refused() -> None:
    with pytest.raises(ValueError, match="empty"):
        canaries_in(b"", ["\u00ad"])
