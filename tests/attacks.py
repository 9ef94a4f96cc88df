"""Makers of bad files: what an inbox may hold by accident or by malice, as bytes."""

import io
import random
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import docx
import xlsxwriter

CONTENT_TYPES = "[Content_Types].xml"
SHEET = "xl/worksheets/sheet1.xml"
SHEET_NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONSHIP_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CANARY = "Ngozi Kanarie-Vogel"


@dataclass(frozen=True)
class Attack:
    """A bad file: `name` in the inbox, what is in it, and the key of the finding it must lead to."""

    name: str
    content: Callable[[], bytes]
    key: str


@cache
def good_workbook() -> bytes:
    """An ordinary workbook with a name in it, so that a leak would show."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Deelnemers")
        for row, texts in enumerate(
            (("Naam", "E-mail"), (CANARY, "ngozi@voorbeeld.test"), ("Błażej Öztürk", "b@x.test"))
        ):
            for column, text in enumerate(texts):
                sheet.write_string(row, column, text)
        sheet.write_number(4, 2, 12.5)
    return target.getvalue()


@cache
def good_document() -> bytes:
    """An ordinary document with a name in it."""
    document = docx.Document()
    document.add_paragraph(f"Docent {CANARY} vertelt.")
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    """The parts of an Office file by name."""
    with ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    """A zip file with these parts."""
    target = io.BytesIO()
    with ZipFile(target, "w", method) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return target.getvalue()


def with_parts(content: bytes, changed: Mapping[str, bytes | None]) -> bytes:
    """The same Office file with parts put in, replaced, or (None) left out."""
    parts: dict[str, bytes | None] = {**parts_of(content), **changed}
    return packed({name: part for name, part in parts.items() if part is not None})


def with_text(content: bytes, part: str, old: str, new: str) -> bytes:
    """The same Office file with a piece of one part replaced."""
    text = parts_of(content)[part].decode()
    assert old in text, f"{old} is not in {part}"
    return with_parts(content, {part: text.replace(old, new, 1).encode()})


def with_sheet(data: str, *, before: str = "", after: str = "") -> bytes:
    """A workbook whose one sheet holds `data` as its rows, with what stands before and after them."""
    sheet = f'<worksheet xmlns="{SHEET_NS}">{before}<sheetData>{data}</sheetData>{after}</worksheet>'
    return with_parts(good_workbook(), {SHEET: sheet.encode()})


def with_relationship(content: bytes, part: str, kind: str, target: str) -> bytes:
    """The same Office file with one more external relationship in the list of relationships `part`."""
    relationship = f'<Relationship Id="rIdOut" Type="{kind}" Target="{target}" TargetMode="External"/>'
    text = parts_of(content).get(part, f'<Relationships xmlns="{RELATIONSHIP_NS}"></Relationships>'.encode()).decode()
    return with_parts(content, {part: text.replace("</Relationships>", f"{relationship}</Relationships>").encode()})


def with_main_type(content: bytes, old: str, new: str) -> bytes:
    """The same Office file that calls its main part something else."""
    return with_text(content, CONTENT_TYPES, old, new)


def compound_file(*names: str) -> bytes:
    """An OLE2 file whose directory lists these streams ([MS-CFB] 2.2 and 2.6)."""
    header = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0"))
    entries = b"".join(_directory_entry(name) for name in ("Root Entry", *names))
    return bytes(header) + entries.ljust(1024, b"\0") + bytes(512)


def _directory_entry(name: str) -> bytes:
    field = name.encode("utf-16-le") + b"\0\0"
    return (field.ljust(64, b"\0") + struct.pack("<H", len(field))).ljust(128, b"\0")


@cache
def zip_bomb() -> bytes:
    """Three hundred kilobytes that unpack to three hundred megabytes."""
    return with_parts(good_workbook(), {"xl/media/image1.png": bytes(60 << 20), "xl/media/image2.png": bytes(60 << 20)})


@cache
def many_zeros_in_xml() -> bytes:
    """One endless text in a part of XML."""
    return with_sheet(f'<row><c t="inlineStr"><is><t>{"a" * 3_000_000}</t></is></c></row>')


@cache
def patient_zip_bomb() -> bytes:
    """Parts that each keep just within what is allowed, and together do not."""
    block = random.Random(5).randbytes(400)
    return with_parts(good_workbook(), {f"xl/media/{n}.png": block * (120 * 1024) for n in range(3)})


@cache
def lying_sizes() -> bytes:
    """A part of forty megabytes that says it has a hundred bytes, in both of its headers."""
    name = "xl/media/image1.png"
    content = bytearray(with_parts(good_workbook(), {name: bytes(40 << 20)}))
    with ZipFile(io.BytesIO(content)) as archive:
        local = archive.getinfo(name).header_offset
    central = content.rfind(name.encode()) - 46
    for size_at in (local + 22, central + 24):
        assert int.from_bytes(content[size_at : size_at + 4], "little") == 40 << 20
        content[size_at : size_at + 4] = struct.pack("<I", 100)
    return bytes(content)


def entity_bomb(charset: str = "utf-8") -> bytes:
    """The billion laughs, in a sheet."""
    entities = "".join(f'<!ENTITY l{n} "' + f"&l{n - 1};" * 10 + '">' for n in range(1, 12))
    return with_parts(
        good_workbook(),
        {
            SHEET: (
                f'<?xml version="1.0" encoding="{charset}"?>'
                f'<!DOCTYPE worksheet [<!ENTITY l0 "lol">{entities}]>'
                f'<worksheet xmlns="{SHEET_NS}"><sheetData>'
                '<row r="1"><c r="A1" t="str"><v>&l11;</v></c></row>'
                "</sheetData></worksheet>"
            ).encode(charset)
        },
    )


def external_entity() -> bytes:
    """A text that would be fetched from a file of the machine."""
    return with_parts(
        good_document(),
        {
            "word/document.xml": b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
            b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
            b"<w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
        },
    )


def hidden_entity() -> bytes:
    """Entities in a part that calls itself a picture."""
    content = with_parts(good_workbook(), {"xl/media/p.svg": b'<!DOCTYPE s [<!ENTITY a "b">]><svg>&a;</svg>'})
    return with_text(
        content, CONTENT_TYPES, "</Types>", '<Default Extension="svg" ContentType="image/svg+xml"/></Types>'
    )


def odd_charset() -> bytes:
    """A part in signs that two readers would read in two ways."""
    return with_parts(good_workbook(), {SHEET: b'<?xml version="1.0" encoding="utf-7"?><worksheet/>'})


def doubled_entry() -> bytes:
    """Two parts of the same name: one reader takes the first, another the last."""
    target = io.BytesIO(good_workbook())
    with ZipFile(target, "a") as archive:
        archive.writestr(ZipInfo(SHEET.upper()), b"<worksheet/>")
    return target.getvalue()


def overlapping_entries() -> bytes:
    """Two entries of the directory that share one part's bytes."""
    content = with_parts(good_workbook(), {"xl/media/a.png": bytes(100_000)})
    end = content.rfind(b"PK\x05\x06")
    start = int.from_bytes(content[end + 16 : end + 20], "little")
    last = content.rfind(b"PK\x01\x02", start, end)
    second = bytearray(content[last:end])
    name = second.index(b"xl/media/a.png")
    second[name : name + 14] = b"xl/media/b.png"
    count = int.from_bytes(content[end + 10 : end + 12], "little") + 1
    closing = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, end - start + len(second), start, 0)
    return content[:end] + bytes(second) + closing


def forged_zip64_end() -> bytes:
    """A locator that points to another end record than the one in front of it (CVE-2025-8291)."""
    content = good_workbook()
    end = content.rfind(b"PK\x05\x06")
    return content[:end] + zip64_end(1, 46, 0, at=7) + content[end:]


def zip64_end(count: int, size: int, start: int, *, at: int) -> bytes:
    """The end record of a large zip file and the locator that says where it stands."""
    record = struct.pack("<4sQ2H2I4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, start)
    return record + struct.pack("<4sIQI", b"PK\x06\x07", 0, at, 1)


def flagged_encrypted() -> bytes:
    """An entry that says it is encrypted."""
    content = bytearray(good_workbook())
    at = content.rfind(b"PK\x01\x02")
    content[at + 8] |= 1
    return bytes(content)


def wrong_checksum() -> bytes:
    """A part that is not what its checksum says."""
    content = packed({**parts_of(good_workbook())}, method=0)
    return content.replace(CANARY.encode(), CANARY.upper().encode(), 1)


@cache
def too_many_rows() -> bytes:
    """More cells than any form."""
    return with_sheet('<row><c t="b"><v>1</v></c></row>' * 160_000)


@cache
def too_many_merged() -> bytes:
    """More merged cells than any form."""
    merged = '<mergeCell ref="A1:B2"/>' * 10_001
    return with_sheet("", after=f"<mergeCells>{merged}</mergeCells>")


@cache
def merged_over_everything() -> bytes:
    """Ranges that each cover the whole sheet, so that every cell has to be held against every one of them."""
    merged = '<mergeCell ref="A1:XFD1048576"/>' * 6_000
    return with_sheet('<row><c t="b"><v>1</v></c></row>' * 2_000, after=f"<mergeCells>{merged}</mergeCells>")


def too_deep() -> bytes:
    """Elements within elements within elements."""
    return with_parts(good_document(), {"word/document.xml": b"<a>" * 5_000 + b"</a>" * 5_000})


def same_sheet_over_and_over() -> bytes:
    """A workbook whose hundred sheets are one and the same part."""
    sheets = "".join(f'<sheet name="s{n}" sheetId="{n}" r:id="rId1"/>' for n in range(2, 100))
    return with_text(good_workbook(), "xl/workbook.xml", "</sheets>", f"{sheets}</sheets>")


def too_many_sheets() -> bytes:
    """A workbook of more sheets than anybody could leaf through."""
    sheets = "".join(f'<sheet name="s{n}" sheetId="{n}" r:id="rId1"/>' for n in range(2, 400))
    return with_text(good_workbook(), "xl/workbook.xml", "</sheets>", f"{sheets}</sheets>")


def swapped_main_type(kind: str) -> bytes:
    """A workbook that says of itself that it is something else."""
    return with_main_type(
        good_workbook(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", kind
    )


def strict_workbook() -> bytes:
    """A workbook as `Strict Open XML` saves it."""
    strict = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    return with_text(good_workbook(), "_rels/.rels", OFFICE_RELATIONSHIP, strict)


def mutants(content: bytes, count: int, seed: int = 1) -> list[bytes]:
    """The same file damaged in `count` ways: bytes turned, cut out or doubled, also inside a sound zip."""
    chance = random.Random(seed)
    return [_mutant(content, chance) for _ in range(count)]


def _mutant(content: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.5:
        return _damaged(content, chance)
    parts = parts_of(content)
    name = chance.choice(sorted(parts))
    return packed({**parts, name: _damaged(parts[name], chance)})


def _damaged(content: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(damaged) or 1)
        match chance.randrange(4):
            case 0:
                damaged[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del damaged[at : at + chance.randint(1, 40)]
            case 2:
                damaged[at:at] = damaged[at : at + chance.randint(1, 40)]
            case _:
                digits = [i for i, byte in enumerate(damaged) if chr(byte).isdigit()]
                if digits:
                    damaged[chance.choice(digits)] = ord(chance.choice("0123456789-"))
    return bytes(damaged)


def _type(kind: str) -> Callable[[], bytes]:
    return lambda: swapped_main_type(f"application/vnd.{kind}")


def _part_named(name: str) -> Callable[[], bytes]:
    return lambda: with_parts(good_workbook(), {name: b"x"})


def _bytes(content: bytes) -> Callable[[], bytes]:
    return lambda: content


ATTACKS = (
    Attack("leeg.xlsx", _bytes(b""), "file_empty"),
    Attack("nullen.xlsx", _bytes(bytes(4096)), "file_empty"),
    Attack("alleen-merk.csv", _bytes(b"\xef\xbb\xbf"), "file_empty"),
    Attack("afgebroken.xlsx", lambda: good_workbook()[: len(good_workbook()) // 2], "file_damaged"),
    Attack("staart-weg.docx", lambda: good_document()[:-30], "file_damaged"),
    Attack("controlesom.xlsx", wrong_checksum, "file_damaged"),
    Attack("deel-weg.xlsx", lambda: with_parts(good_workbook(), {"xl/workbook.xml": None}), "file_damaged"),
    Attack("blad-weg.xlsx", lambda: with_parts(good_workbook(), {SHEET: None}), "file_not_understood"),
    Attack("typen-weg.xlsx", lambda: with_parts(good_workbook(), {CONTENT_TYPES: None}), "file_damaged"),
    Attack(
        "halve-xml.docx",
        lambda: with_parts(good_document(), {"word/document.xml": b"<a><b>"}),
        "file_damaged",
    ),
    Attack("wachtwoord.xlsx", lambda: compound_file("EncryptionInfo", "EncryptedPackage"), "file_password"),
    Attack("oud.xlsx", lambda: compound_file("Workbook"), "file_old_excel"),
    Attack("oud.xls", lambda: compound_file("Book"), "file_old_excel"),
    Attack("oud.doc", lambda: compound_file("1Table", "WordDocument"), "file_old_word"),
    Attack("oud.ppt", lambda: compound_file("PowerPoint Document"), "file_presentation"),
    Attack("bericht.msg", lambda: compound_file("__properties_version1.0"), "file_message"),
    Attack("vreemd.xls", lambda: compound_file("Iets"), "file_unknown"),
    Attack("macros.xlsx", _type("ms-excel.sheet.macroEnabled.main+xml"), "file_macros"),
    Attack("macros.docx", _type("ms-word.document.macroEnabled.main+xml"), "file_macros"),
    Attack(
        "verstopte-macros.xlsx",
        lambda: with_text(
            good_workbook(),
            CONTENT_TYPES,
            "</Types>",
            '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
        ),
        "file_macros",
    ),
    Attack("binair.xlsb", _type("ms-excel.sheet.binary.macroEnabled.main"), "file_binary_workbook"),
    Attack(
        "dia.xlsx",
        _type("openxmlformats-officedocument.presentationml.presentation.main+xml"),
        "file_presentation",
    ),
    Attack("strict.xlsx", strict_workbook, "file_strict"),
    Attack("tekening.xlsx", _type("ms-visio.drawing.main+xml"), "file_unknown"),
    Attack("eigenlijk-pdf.xlsx", _bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), "file_pdf"),
    Attack("eigenlijk-rtf.docx", _bytes(rb"{\rtf1\ansi Naam}"), "file_rtf"),
    Attack("eigenlijk-html.xls", _bytes(b"\r\n<HTML><table><tr><td>Naam</td></tr></table>"), "file_html"),
    Attack("webpagina.xlsx", _bytes("<!DOCTYPE html><html>".encode("utf-16")), "file_html"),
    Attack("plat.xml", _bytes(b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'), "file_xml"),
    Attack("foto.xlsx", _bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "file_picture"),
    Attack("foto.jpg", _bytes(b"\xff\xd8\xff\xe0\0\x10JFIF\0"), "file_picture"),
    Attack("rommel.xlsx", lambda: random.Random(3).randbytes(4000), "file_unknown"),
    Attack("formulieren.zip", lambda: packed({"aanmelding.xlsx": good_workbook()}), "file_archive"),
    Attack("leeg.zip", lambda: packed({}), "file_archive"),
    Attack("bladen.numbers", lambda: packed({"Index/Document.iwa": b"x"}), "file_apple"),
    Attack(
        "calc.xlsx",
        lambda: packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<a/>"}),
        "file_open_document",
    ),
    Attack("zipbom.xlsx", zip_bomb, "file_swollen"),
    Attack("trage-zipbom.xlsx", patient_zip_bomb, "file_swollen"),
    Attack("lange-tekst.xlsx", many_zeros_in_xml, "file_swollen"),
    Attack("te-diep.docx", too_deep, "file_swollen"),
    Attack(
        "te-veel-delen.xlsx",
        lambda: with_parts(good_workbook(), {f"xl/media/{n}.png": b"" for n in range(2_100)}),
        "file_swollen",
    ),
    Attack("gelogen-maat.xlsx", lying_sizes, "file_damaged"),
    Attack("entiteiten.xlsx", entity_bomb, "file_unsafe"),
    Attack("entiteiten16.xlsx", lambda: entity_bomb("utf-16"), "file_unsafe"),
    Attack("entiteit-van-buiten.docx", external_entity, "file_unsafe"),
    Attack("entiteit-in-plaatje.xlsx", hidden_entity, "file_unsafe"),
    Attack("tekenset.xlsx", odd_charset, "file_unsafe"),
    Attack("dubbel-deel.xlsx", doubled_entry, "file_unsafe"),
    Attack("overlap.xlsx", overlapping_entries, "file_unsafe"),
    Attack("vals-einde.xlsx", forged_zip64_end, "file_unsafe"),
    Attack("versleuteld-deel.xlsx", flagged_encrypted, "file_unsafe"),
    Attack("andere-methode.xlsx", lambda: packed(parts_of(good_workbook()), ZIP_BZIP2), "file_unsafe"),
    Attack("ervoor.xlsx", lambda: packed({"x": b""})[:31] + good_workbook(), "file_unsafe"),
    Attack("naam-omhoog.xlsx", _part_named("../weg.xml"), "file_unsafe"),
    Attack("naam-omhoog-midden.xlsx", _part_named("xl/../../a.xml"), "file_unsafe"),
    Attack("naam-vanaf-wortel.xlsx", _part_named("/etc/x.xml"), "file_unsafe"),
    Attack("naam-schijf.xlsx", _part_named("C:/a.xml"), "file_unsafe"),
    Attack("naam-streep.xlsx", _part_named("xl\\a.xml"), "file_unsafe"),
    Attack("te-veel-cellen.xlsx", too_many_rows, "file_too_many_cells"),
    Attack("te-veel-samengevoegd.xlsx", too_many_merged, "file_too_many_merged"),
    Attack("samengevoegd-over-alles.xlsx", merged_over_everything, "file_too_many_merged"),
    Attack(
        "samengevoegd-buiten.xlsx",
        lambda: with_sheet("", after='<mergeCells><mergeCell ref="A1:XFE9"/></mergeCells>'),
        "file_cell_outside",
    ),
    Attack("te-veel-bladen.xlsx", too_many_sheets, "file_too_many_sheets"),
    Attack("zelfde-blad.xlsx", same_sheet_over_and_over, "file_unsafe"),
    Attack("rij-nul.xlsx", lambda: with_sheet('<row r="0"><c r="A0"><v>1</v></c></row>'), "file_cell_outside"),
    Attack("rij-te-ver.xlsx", lambda: with_sheet('<row r="1048577"/>'), "file_cell_outside"),
    Attack("kolom-te-ver.xlsx", lambda: with_sheet('<row r="1"><c r="XFE1"/></row>'), "file_cell_outside"),
    Attack("rij-zonder-getal.xlsx", lambda: with_sheet('<row r="99999999999999999999"/>'), "file_cell_outside"),
    Attack(
        "tekst-weg.xlsx",
        lambda: with_sheet('<row r="1"><c r="A1" t="s"><v>999</v></c></row>'),
        "file_not_understood",
    ),
    Attack("open-aanhaling.csv", _bytes(b'naam;rol\n"Ngozi;docent\nBlazej;docent\n'), "file_quotes"),
)
"""Every bad file with the finding it must lead to; those that only a reader notices included."""
