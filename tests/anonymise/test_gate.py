"""The gate finds a name wherever it hides in a finished file, and holds back nothing else."""

import struct
import unicodedata
import zlib
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from email.policy import SMTP
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Literal
from zipfile import ZipFile, ZipInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.anonymise.gate import Gate, gate
from pipeline.anonymise.key import TeamKey
from pipeline.documents.contents import Deck
from pipeline.documents.intro.deck import intro_deck
from pipeline.documents.walk.score_sheet import score_sheet
from pipeline.documents.walk.summary import power_walk_summary
from pipeline.inbox.every_text import PartKind
from pipeline.inbox.personal import Personal
from pipeline.language.catalogue import Catalogue, catalogue
from pipeline.outbox.office_file import Templates, office_file
from pipeline.ttr.programme import Mode
from pipeline.ttr.records import TeamYear
from tests.documents.teams import intro_meeting
from tests.documents.walks import scores, walked
from tests.office.packages import packed, parts_of

TEMPLATES = Path(__file__).parents[2] / "templates_office"
NAME = "Oyelaran Kanarievogel"
ADDRESS = "o.kanarievogel@waterstad.example"
OTHERS = ("Ayşe Yılmaz", "Sjoerd van der Veen", "Mei Ling Tan", "李伟", "Łukasz Wójcik", "Mark Power")
SECRET = bytes(range(32))
KEY = TeamKey(SECRET)
Parts = dict[str, bytes]
Plant = Callable[[Parts], Parts]


def watching(*more: str) -> Gate:
    names = [Personal(name) for name in (NAME, *OTHERS, *more)]
    words = catalogue("en")
    return gate(names, [Personal(ADDRESS)], KEY, (text for _, text in words.wordings()))


def into(part: str, before: str, planted: str) -> Plant:
    """Something planted in front of the first `before` of a part."""

    def plant(parts: Parts) -> Parts:
        text = parts[part].decode()
        assert before in text, (part, before)
        return {**parts, part: text.replace(before, f"{planted}{before}", 1).encode()}

    return plant


def instead(part: str, old: str, new: str) -> Plant:
    def plant(parts: Parts) -> Parts:
        text = parts[part].decode()
        assert old in text, (part, old)
        return {**parts, part: text.replace(old, new, 1).encode()}

    return plant


def beside(part: str, content: str | bytes) -> Plant:
    return lambda parts: {**parts, part: content if isinstance(content, bytes) else content.encode()}


def embedded(plant: Plant) -> Plant:
    """Something planted in the workbook behind a chart."""

    def planted(parts: Parts) -> Parts:
        part = next(name for name in parts if name.endswith(".xlsx"))
        return {**parts, part: packed(plant(parts_of(parts[part])))}

    return planted


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
BODY, SLIDE, SHEET = "word/document.xml", "ppt/slides/slide1.xml", "xl/worksheets/sheet1.xml"
CORE, APP = "docProps/core.xml", "docProps/app.xml"


def png(kind: bytes, text: bytes) -> bytes:
    chunk = struct.pack(">I", len(text)) + kind + text + struct.pack(">I", zlib.crc32(kind + text))
    return b"\x89PNG\r\n\x1a\n" + chunk


def jpeg(text: bytes) -> bytes:
    exif = b"Exif\0\0" + text
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + b"\xff\xda\0\0\xff\xd9"


DOCUMENT: Mapping[str, tuple[Plant, PartKind]] = {
    "paragraph": (into(BODY, "</w:p>", run(NAME)), PartKind.TEXT),
    "three runs": (into(BODY, "</w:p>", run("Oye", "<w:b/>") + run("laran Kana") + run("rievogel")), PartKind.TEXT),
    "surname alone in capitals": (into(BODY, "</w:p>", run("mevrouw KANARIEVOGEL")), PartKind.TEXT),
    "decomposed letters": (into(BODY, "</w:p>", run(unicodedata.normalize("NFD", "Ayşe Yılmaz"))), PartKind.TEXT),
    "soft hyphen": (into(BODY, "</w:p>", run("Oye\u00adlaran Kanarie\u200bvogel")), PartKind.TEXT),
    "entities": (into(BODY, "</w:p>", run("&#79;yelaran&#xA0;Kanarievogel")), PartKind.TEXT),
    "signs of Chinese": (into(BODY, "</w:p>", run("met 李伟 gesproken")), PartKind.TEXT),
    "deleted": (
        into(BODY, "</w:p>", f'<w:del w:id="90"><w:r><w:delText>{NAME}</w:delText></w:r></w:del>'),
        PartKind.TEXT,
    ),
    "deleted beside inserted": (
        into(
            BODY,
            "</w:p>",
            f'<w:del w:id="90"><w:r><w:delText>{NAME}</w:delText></w:r></w:del>'
            f'<w:ins w:id="91">{run("student A")}</w:ins>',
        ),
        PartKind.TEXT,
    ),
    "hidden": (into(BODY, "</w:p>", run(NAME, "<w:vanish/>")), PartKind.TEXT),
    "field": (into(BODY, "</w:p>", f"<w:r><w:instrText>AUTHOR {NAME}</w:instrText></w:r>"), PartKind.TEXT),
    "author of a change": (into(BODY, "</w:p>", f'<w:ins w:id="90" w:author="{NAME}"/>'), PartKind.TEXT),
    "bookmark": (
        into(BODY, "</w:p>", '<w:bookmarkStart w:id="90" w:name="Oyelaran_Kanarievogel"/>'),
        PartKind.TEXT,
    ),
    "control": (into(BODY, "</w:p>", f'<w:sdt><w:sdtPr><w:alias w:val="{NAME}"/></w:sdtPr></w:sdt>'), PartKind.TEXT),
    "alt text": (instead(BODY, 'descr="', f'descr="{NAME} '), PartKind.TEXT),
    "two cells": (
        into(
            BODY,
            "<w:sectPr",
            f"<w:tbl><w:tr><w:tc><w:p>{run('Oyelaran')}</w:p></w:tc><w:tc><w:p>{run('Kanarievogel')}</w:p></w:tc></w:tr></w:tbl>",
        ),
        PartKind.TEXT,
    ),
    "comment": (beside("word/comments.xml", f"<w:comments {W}><w:p>{run(NAME)}</w:p></w:comments>"), PartKind.COMMENTS),
    "author of a comment": (
        beside("word/comments.xml", f'<w:comments {W}><w:comment w:author="{NAME}"/></w:comments>'),
        PartKind.COMMENTS,
    ),
    "people": (beside("word/people.xml", f'<w:people {W}><w:person w:author="{NAME}"/></w:people>'), PartKind.COMMENTS),
    "header": (beside("word/header9.xml", f"<w:hdr {W}><w:p>{run(NAME)}</w:p></w:hdr>"), PartKind.TEXT),
    "footnote": (
        beside("word/footnotes.xml", f"<w:footnotes {W}><w:p>{run(NAME)}</w:p></w:footnotes>"),
        PartKind.NOTES,
    ),
    "style": (
        beside("word/styles9.xml", f'<w:styles {W}><w:style><w:name w:val="{NAME}"/></w:style></w:styles>'),
        PartKind.LOOK,
    ),
    "variable": (
        beside("word/settings9.xml", f'<w:settings {W}><w:docVar w:name="a" w:val="{NAME}"/></w:settings>'),
        PartKind.LOOK,
    ),
    "creator": (into(CORE, "</cp:coreProperties>", f"<creator>{NAME}</creator>"), PartKind.PROPERTIES),
    "title": (into(CORE, "</dc:title>", NAME), PartKind.PROPERTIES),
    "manager": (beside(APP, f"<Properties><Manager>{NAME}</Manager></Properties>"), PartKind.PROPERTIES),
    "own property": (
        beside("docProps/custom.xml", f'<Properties><property name="door"><a>{NAME}</a></property></Properties>'),
        PartKind.PROPERTIES,
    ),
    "custom XML": (beside("customXml/item9.xml", f'<form who="{NAME}"/>'), PartKind.CUSTOM_XML),
    "link": (
        beside(
            "word/_rels/header9.xml.rels", f'<Relationships><Relationship Target="mailto:{ADDRESS}"/></Relationships>'
        ),
        PartKind.LINKS,
    ),
    "path on a machine": (
        beside(
            "word/_rels/settings.xml.rels",
            '<Relationships><Relationship Target="file:///C:/Users/Oyelaran.Kanarievogel/a.dotx"/></Relationships>',
        ),
        PartKind.LINKS,
    ),
    "remark in XML": (into(BODY, "<w:sectPr", f"<!-- {NAME} -->"), PartKind.TEXT),
    "chart": (instead("word/charts/chart1.xml", "<c:v>", f"<c:v>{NAME} "), PartKind.CHART),
    "words of a chart's workbook": (
        embedded(
            beside(
                "xl/sharedStrings9.xml", f"<sst {S}><si><r><t>Oyelaran Ka</t></r><r><t>narievogel</t></r></si></sst>"
            ),
        ),
        PartKind.EMBEDDED,
    ),
    "author of a chart's workbook": (
        embedded(beside(CORE, f"<a><creator>{NAME}</creator></a>")),
        PartKind.EMBEDDED,
    ),
    "picture's note": (beside("word/media/a.png", png(b"tEXt", b"Author\0" + NAME.encode())), PartKind.PICTURE),
    "picture's packed note": (
        beside("word/media/a.png", png(b"zTXt", b"Author\0\0" + zlib.compress(NAME.encode()))),
        PartKind.PICTURE,
    ),
    "photo": (beside("word/media/a.jpg", jpeg(NAME.encode())), PartKind.PICTURE),
    "photo in wide signs": (beside("word/media/a.jpg", jpeg(NAME.encode("utf-16-le"))), PartKind.PICTURE),
    "thumbnail": (beside("docProps/thumbnail.jpeg", jpeg(ADDRESS.encode())), PartKind.PICTURE),
    "old object": (beside("word/embeddings/ole.bin", b"\xd0\xcf\x11\xe0" + NAME.encode("utf-16-le")), PartKind.TEXT),
    "name of a part": (beside("word/media/Oyelaran_Kanarievogel.xml", "<a/>"), PartKind.PACKING),
    "key": (into(BODY, "</w:p>", run(SECRET.hex())), PartKind.TEXT),
    "key as bytes": (beside("word/media/a.bin", b"\0\0" + SECRET), PartKind.PICTURE),
    "address in odd letters": (into(BODY, "</w:p>", run("O.Kanarievogel@Waterstad.Example")), PartKind.TEXT),
}
DECK: Mapping[str, tuple[Plant, PartKind]] = {
    "slide": (into(SLIDE, "</a:p>", f"<a:r><a:t>{NAME}</a:t></a:r>"), PartKind.TEXT),
    "two runs": (
        into(SLIDE, "</a:p>", "<a:r><a:t>Oyelaran Ka</a:t></a:r><a:r><a:t>narievogel</a:t></a:r>"),
        PartKind.TEXT,
    ),
    "name of a shape": (instead(SLIDE, '<p:cNvPr id="2" name="', f'<p:cNvPr id="2" name="{NAME}'), PartKind.TEXT),
    "notes": (
        into("ppt/notesSlides/notesSlide1.xml", "</a:p>", f"<a:r><a:t>{NAME}</a:t></a:r>"),
        PartKind.NOTES,
    ),
    "layout": (into("ppt/slideLayouts/slideLayout1.xml", "</a:p>", f"<a:r><a:t>{NAME}</a:t></a:r>"), PartKind.LOOK),
    "author": (
        beside("ppt/commentAuthors.xml", f'<p:cmAuthorLst {P}><p:cmAuthor name="{NAME}"/></p:cmAuthorLst>'),
        PartKind.TEXT,
    ),
    "tag": (beside("ppt/tags/tag1.xml", f'<p:tagLst {P}><p:tag name="A" val="{NAME}"/></p:tagLst>'), PartKind.TEXT),
}
WORKBOOK: Mapping[str, tuple[Plant, PartKind]] = {
    "cell": (into("xl/sharedStrings.xml", "</sst>", f"<si><t>{NAME}</t></si>"), PartKind.TEXT),
    "cell with its own text": (into(SHEET, "<sheetData>", f"<c><is><t>{NAME}</t></is></c>"), PartKind.TEXT),
    "sheet": (instead("xl/workbook.xml", '<sheet name="', f'<sheet name="{NAME}'), PartKind.TEXT),
    "defined name": (
        into("xl/workbook.xml", "<sheets>", '<definedName name="Kanarievogel_Oyelaran">1</definedName>'),
        PartKind.TEXT,
    ),
    "prompt": (into(SHEET, "<sheetData>", f'<dataValidation promptTitle="a" prompt="{NAME}"/>'), PartKind.TEXT),
    "formula": (into(SHEET, "<sheetData>", f'<c><f>"{NAME}"</f></c>'), PartKind.TEXT),
    "person of a thread": (
        beside("xl/persons/person.xml", f'<a><person displayName="{NAME}"/></a>'),
        PartKind.COMMENTS,
    ),
    "footer": (into(SHEET, "<sheetData>", f"<oddHeader>&amp;L{NAME}</oddHeader>"), PartKind.TEXT),
}


@cache
def finished(kind: str) -> bytes:
    """A file as we make it: a page with a chart, a deck, a workbook."""
    year, words = walked("en", scores(14)), catalogue("en")
    compose = {"docx": power_walk_summary, "pptx": deck_of, "xlsx": score_sheet}[kind]
    content = compose(year, words)
    assert content is not None
    return office_file(content, Templates(TEMPLATES, TEMPLATES))[0]


def deck_of(year: TeamYear, words: Catalogue) -> Deck:
    return intro_deck(year, intro_meeting(Mode.ONLINE), words)


CASES = [
    pytest.param(kind, plant, where, id=f"{kind}-{name}")
    for kind, plants in (("docx", DOCUMENT), ("pptx", DECK), ("xlsx", WORKBOOK))
    for name, (plant, where) in plants.items()
]


def test_there_are_more_than_fifty_places() -> None:
    assert len(CASES) > 50


@pytest.mark.parametrize(("kind", "plant", "where"), CASES)
def test_a_name_is_found_wherever_it_was_planted(kind: str, plant: Plant, where: PartKind) -> None:
    planted = packed(plant(parts_of(finished(kind))))
    assert watching().held_back(f"2_introduction/a.{kind}", planted) == (where,)


@pytest.mark.parametrize("kind", ["docx", "pptx", "xlsx"])
def test_what_we_make_passes(kind: str) -> None:
    assert watching().held_back(f"2_introduction/a.{kind}", finished(kind)) == ()


def test_the_packing_of_a_file_is_looked_at_too() -> None:
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        archive.writestr("a.xml", b"<a/>")
        archive.comment = NAME.encode()
    assert watching().held_back("a.docx", target.getvalue()) == (PartKind.PACKING,)
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        entry = ZipInfo("a.xml")
        entry.comment = ADDRESS.encode()
        archive.writestr(entry, b"<a/>")
    assert watching().held_back("a.docx", target.getvalue()) == (PartKind.PACKING,)


def test_the_name_of_a_file_is_looked_at_too() -> None:
    assert watching().held_back("letters/Oyelaran-Kanarievogel.txt", b"") == (PartKind.FILE_NAME,)


def mail(**headers: str) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    for name, text in headers.items():
        message[name] = text
    message.set_content("Goedemorgen\n")
    return message


def test_a_mail_is_read_with_its_headers_its_text_and_what_is_attached() -> None:
    in_header, in_text, attached = mail(To=f"{NAME} <a@b.example>"), mail(), mail()
    in_text.set_content(f"Dag {NAME}, tot donderdag.\n" * 9, cte="base64")
    planted = packed(DOCUMENT["three runs"][0](parts_of(finished("docx"))))
    attached.add_attachment(planted, maintype="application", subtype="octet-stream", filename="a.docx")
    seen = [watching().held_back("letters/a.eml", bytes(message)) for message in (in_header, in_text, attached, mail())]
    assert seen == [(PartKind.MAIL,), (PartKind.MAIL,), (PartKind.TEXT,), ()]


def test_a_calendar_file_is_read_with_its_lines_joined() -> None:
    folded = f"BEGIN:VEVENT\r\nDESCRIPTION:met {NAME[:12]}\r\n {NAME[12:]}\r\nEND:VEVENT\r\n"
    assert watching().held_back("a.ics", folded.encode()) == (PartKind.TEXT,)


def test_whoever_a_letter_is_for_may_be_named_in_it_and_nobody_else() -> None:
    text = f"Dag {NAME}, je staat op de lijst als {ADDRESS}."
    own = (Personal(NAME), Personal(ADDRESS))
    assert watching().held_back("letters/a.txt", text.encode(), own) == ()
    assert watching().held_back("letters/a.txt", f"{text} Ook Ayşe Yılmaz komt.".encode(), own) == (PartKind.TEXT,)


def test_the_own_name_or_address_hides_nobody_whose_name_begins_alike() -> None:
    own = (Personal("Oyelaran"), Personal("kanarievogel@waterstad.example"))
    assert watching().held_back("letters/a.txt", f"Ook {ADDRESS} komt.".encode(), own) == (PartKind.TEXT,)
    assert watching("Oyelarana Diop").held_back("letters/a.txt", b"Dag Oyelarana Diop", own) == (PartKind.TEXT,)


@pytest.mark.parametrize("name", ["ณัฐวุฒิ ทองดี", "সুমন রহিম", "முத்துக்குமார் ராஜா"])
def test_a_name_in_a_script_with_vowel_marks_is_found(name: str) -> None:
    assert watching(name).held_back("a.txt", f"met {name} gesproken".encode()) == (PartKind.TEXT,)


def test_words_of_our_own_that_are_also_a_name_hold_nothing_back() -> None:
    assert watching().held_back("a.txt", b"The Power Walk begins. Mark your answer.") == ()
    assert watching().held_back("a.txt", b"The walk was led by Mark Power.") == (PartKind.TEXT,)


@pytest.mark.parametrize(
    ("text", "passes"), [("met oyelaran gepraat", False), ("elk powerpuntje", True), ("op de markt", True)]
)
def test_one_name_in_small_letters_counts_unless_it_is_a_word(text: str, *, passes: bool) -> None:
    assert (watching().held_back("a.txt", text.encode()) == ()) is passes


def test_what_is_held_back_is_never_told_by_name() -> None:
    assert "Kanarie" not in repr(watching())


BORDERS = st.sampled_from([" ", "(", "\u201e", "/", "-", "…", "\n", "\u00a0", "_"])
SPACINGS = st.sampled_from([" ", "  ", "\u00a0", "\n", "\t", "\u2009", "\u00ad ", "\u200b ", "-", "_"])
FORMS: st.SearchStrategy[Literal["NFC", "NFD", "NFKC", "NFKD"]] = st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"])
CASING: st.SearchStrategy[Callable[[str], str]] = st.sampled_from([str.lower, str.upper, str.title, str])


@st.composite
def written(draw: st.DrawFn) -> str:
    """A sentence with a name in it, in any case, spacing, border and Unicode form."""
    name = draw(st.sampled_from([NAME, "Ayşe Yılmaz", "Sjoerd van der Veen", "Łukasz Wójcik", "Mei Ling Tan"]))
    name = unicodedata.normalize(draw(FORMS), draw(CASING)(name)).replace(" ", draw(SPACINGS))
    return f"Gisteren zei{draw(BORDERS)}{name}{draw(BORDERS)}niets."


@settings(max_examples=300, deadline=None)
@given(text=written(), cuts=st.sets(st.integers(0, 30), max_size=4))
def test_no_name_passes_in_any_case_border_spacing_form_or_split(text: str, cuts: set[int]) -> None:
    at = sorted({0, *(cut for cut in cuts if cut < len(text)), len(text)})
    runs = "".join(f"<w:r><w:t>{text[one:two]}</w:t></w:r>" for one, two in pairwise(at))
    document = packed({BODY: f"<w:document {W}><w:body><w:p>{runs}</w:p></w:body></w:document>".encode()})
    assert watching().held_back("a.docx", document) == (PartKind.TEXT,)
