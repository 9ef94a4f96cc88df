"""A Word template with Jinja fields becomes letters: whatever is filled in comes out as it is, and fast."""

import struct
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pipeline.documents.persona_instruction import FIELDS
from pipeline.language.catalogue import LANGUAGES
from pipeline.outbox.letters.linting import FaultyTemplateError, lint
from pipeline.outbox.letters.opening import DAMAGE
from pipeline.outbox.letters.package import package_of, packed_parts
from pipeline.outbox.letters.template import letter_template, template_bytes
from pipeline.outbox.normalising import legal, normalised
from tests.office.judgement import complaints
from tests.office.package_rules import breaches
from tests.office.tools import require
from tests.outbox.letters_typed import SHIPPED, VALUES, blank, element, letter, lines, part, saved, typed, with_parts

NASTY = "R&D <HR> \"zo\" en 'zo' {{ 7*7 }} {% if %} {# #} }} %} &amp; \ue000"


def test_whatever_is_filled_in_comes_out_as_it_is() -> None:
    made = letter(typed("Beste {{ recipient }},", "{{ team }}"), recipient=NASTY, team=NASTY)
    assert lines(made) == [f"Beste {NASTY},", NASTY]


def test_text_around_the_fields_keeps_its_braces_and_signs() -> None:
    assert lines(letter(typed("{ a } & <b> { } 100% #1 {{ code }} {", "{ code }"), code="X")) == [
        "{ a } & <b> { } 100% #1 X {",
        "{ code }",
    ]


def test_braces_that_end_one_paragraph_and_begin_the_next_tear_nothing_apart() -> None:
    assert lines(letter(typed("{", "{ a", "100%", "} {{ code }} #", "}"), code="X")) == [
        *("{", "{ a", "100%", "} X #", "}"),
    ]


def test_line_ends_become_line_ends_and_illegal_signs_go() -> None:
    assert lines(letter(typed("{{ place }}!"), place="B2.14\r\n1e\tverdieping\x00\x0b")) == ["B2.14\n1e verdieping!"]


@given(st.text(max_size=40))
def test_any_text_survives(text: str) -> None:
    made = WARMED.render(VALUES | {"recipient": text})
    shown = "\n".join(legal(text).replace("\t", " ").splitlines()) if set(text) & set("\n\r\t") else legal(text)
    root = etree.fromstring(part(made, "word/document.xml"))
    found = "".join("\n" if one.tag == qn("w:br") else one.text or "" for one in root.iter(qn("w:t"), qn("w:br")))
    assert found == f"[{shown}]"


WARMED = letter_template(typed("[{{ recipient }}]"), title="Brief", language="nl")


@pytest.mark.parametrize(
    "pieces",
    [
        ("Code: {", "{ co", "de }", "}."),
        ("Code: ", "{{", " ", "code", " ", "}}", "."),
        ("Code: {{ code", " }}", "."),
        ("Code: {% if code == ", "“KTM-473”", " %}{{ code }}{% endif %}."),
        ("Code: {% if code == „KTM-473” %}{{ code }}{% endif %}.",),
        ("Code: {% if code == ‚KTM-473‘ %}{{ code }}{% endif %}.",),
        ("Code: {{\u00a0code\u00a0}}.",),
        ("Code: {%\u00a0if\u00a0not\u202fonline %}{{ code }}{% endif\u00a0%}.",),
        ("Code: {{ code|", "upper }}", "."),
    ],
)
def test_what_word_makes_of_a_field_while_it_is_typed_does_no_harm(pieces: tuple[str, ...]) -> None:
    assert lines(letter(typed(pieces), code="KTM-473")) == ["Code: KTM-473."]


def test_a_whole_paragraph_is_left_out_with_a_space_that_does_not_break_in_its_tag() -> None:
    file = typed(
        "{%p\u00a0if online %}", "Online", "{%p endif %}", "{%p if\u00a0not online\u00a0%}", "Hier", "{%p endif %}"
    )
    assert lines(letter(file)) == ["Hier"]
    assert lines(letter(file, online=True)) == ["Online"]


def test_a_bookmark_in_the_middle_of_a_field_is_kept_whole() -> None:
    document = blank()
    paragraph = document.add_paragraph("{{ co")
    paragraph._p.append(element('<w:bookmarkStart @ns w:id="0" w:name="hier"/>'))
    paragraph.add_run("de }}")
    paragraph._p.append(element('<w:bookmarkEnd @ns w:id="0"/>'))
    made = letter(saved(document), code="X")
    assert lines(made) == ["X"]
    assert breaches(made) == []


def test_lists_are_repeated_and_listed() -> None:
    file = typed("{{ aspects }}", "{% for a in aspects %}{{ loop.index }}. {{ a|title }}; {% endfor %}")
    assert lines(letter(file)) == ["gender, belief", "1. Gender; 2. Belief; "]


def test_rows_are_repeated() -> None:
    document = blank()
    table = document.add_table(3, 2)
    for row, texts in enumerate((("{%tr for a in aspects %}", ""), ("{{ a }}", "x"), ("{%tr endfor %}", ""))):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    document.add_paragraph("na")
    assert lines(letter(saved(document))) == ["na", "gender", "x", "belief", "x"]


def test_what_is_repeated_is_numbered_once_each() -> None:
    document = blank()
    document.add_paragraph("{%p for a in aspects %}")
    repeated = document.add_paragraph()
    repeated._p.append(element('<w:bookmarkStart @ns w:id="7" w:name="aspect"/>'))
    repeated.add_run("{{ a }}")
    repeated._p.append(element('<w:bookmarkEnd @ns w:id="7"/>'))
    control = (
        '<w:sdt @ns><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent><w:r><w:t>v</w:t></w:r></w:sdtContent></w:sdt>'
    )
    repeated._p.append(element(control))
    document.add_paragraph("{%p endfor %}")
    made = letter(saved(document))
    assert breaches(made) == []
    root = etree.fromstring(part(made, "word/document.xml"))
    numbers = [one.get(qn("w:val")) for one in root.iter(qn("w:id"))]
    assert len(numbers) == len(set(numbers)) == 2


def test_a_bookmark_half_of_which_is_left_out_goes() -> None:
    document = blank()
    paragraph = document.add_paragraph("{% if online %}ja")
    paragraph._p.append(element('<w:bookmarkStart @ns w:id="7" w:name="half"/>'))
    paragraph.add_run("{% endif %}nee")
    paragraph._p.append(element('<w:bookmarkEnd @ns w:id="7"/>'))
    assert breaches(letter(saved(document))) == []


def test_a_cell_or_a_footer_of_which_nothing_is_left_keeps_a_paragraph() -> None:
    document = blank()
    cell = document.add_table(1, 1).cell(0, 0)
    footer = document.sections[0].footer
    for holder in (cell, footer):
        holder.paragraphs[0].text = "{%p if online %}"
        holder.add_paragraph("alleen online")
        holder.add_paragraph("{%p endif %}")
    document.add_paragraph("na")
    made = letter(saved(document))
    assert breaches(made) == []
    assert etree.fromstring(part(made, "word/footer.xml")).find(qn("w:p")) is not None


def test_a_table_of_which_no_row_is_left_goes() -> None:
    document = blank()
    table = document.add_table(3, 1)
    for row, text in enumerate(("{%tr if online %}", "alleen online", "{%tr endif %}")):
        table.cell(row, 0).text = text
    document.add_paragraph("na")
    assert b"<w:tbl>" not in part(letter(saved(document)), "word/document.xml")


def test_headers_and_footers_are_filled_in() -> None:
    document = blank()
    document.add_paragraph("x")
    document.sections[0].header.paragraphs[0].text = "{{ team }}"
    document.sections[0].footer.paragraphs[0].text = "{{ day }}"
    made = docx.Document(BytesIO(letter(saved(document), team="R&D <HR>", day="vandaag")))
    assert made.sections[0].header.paragraphs[0].text == "R&D <HR>"
    assert made.sections[0].footer.paragraphs[0].text == "vandaag"


def test_the_same_fields_give_the_same_bytes_and_those_of_a_normalised_file() -> None:
    file = template_bytes(SHIPPED, None, "nl").file
    compiled = letter_template(file, title="Brief", language="nl")
    first = compiled.render(VALUES)
    assert first == compiled.render(VALUES) == letter_template(file, title="Brief", language="nl").render(VALUES)
    assert first == normalised(first, title="Brief", language="nl")


def test_a_letter_bears_our_title_and_language() -> None:
    made = letter_template(typed("x"), title="R&D <HR>", language="de").render(VALUES)
    properties = docx.Document(BytesIO(made)).core_properties
    assert (properties.title, properties.language, properties.author) == ("R&D <HR>", "de-DE", "")


def test_what_its_author_left_behind_does_not_travel() -> None:
    document = blank()
    document.core_properties.author = "Wim de Bruijn"
    paragraph = document.add_paragraph("Hallo")
    document.add_comment(paragraph.runs, "Kan dit weg?", author="Wim de Bruijn", initials="WB")
    by = 'w:author="Wim de Bruijn" w:date="2027-01-01T00:00:00Z"'
    for change in (
        f'<w:ins @ns w:id="90" {by}><w:r><w:t> allemaal</w:t></w:r></w:ins>',
        f'<w:del @ns w:id="91" {by}><w:r><w:delText> iedereen</w:delText></w:r></w:del>',
    ):
        paragraph._p.append(element(change))
    made = letter(saved(document))
    with ZipFile(BytesIO(made)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert [name for name, content in parts.items() if b"Bruijn" in content or "comment" in name] == []
    assert lines(made) == ["Hallo allemaal"]
    assert breaches(made) == []


def test_a_link_to_a_file_elsewhere_goes_and_one_to_the_web_stays() -> None:
    document = blank()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    web = document.part.relate_to("https://ibelong.eu", f"{kind}hyperlink", is_external=True)
    disk = document.part.relate_to("file:///C:/Users/wim/lijst.xlsx", f"{kind}hyperlink", is_external=True)
    paragraph = document.add_paragraph("zie ")
    for number in (web, disk):
        link = element("<w:hyperlink @ns><w:r><w:t>hier</w:t></w:r></w:hyperlink>")
        link.set(qn("r:id"), number)
        paragraph._p.append(link)
    made = letter(saved(document))
    threads = part(made, "word/_rels/document.xml.rels")
    assert b"https://ibelong.eu" in threads
    assert b"wim" not in threads
    assert breaches(made) == []


def test_american_paper_becomes_a4() -> None:
    document = blank()
    document.add_paragraph("x")
    section = document.sections[0]
    section.page_width, section.page_height = 7772400, 10058400
    made = docx.Document(BytesIO(letter(saved(document)))).sections[0]
    assert (round(made.page_width.mm), round(made.page_height.mm)) == (210, 297)


def test_a_word_template_file_serves_as_well() -> None:
    file = typed("{{ code }}")
    types = part(file, "[Content_Types].xml").replace(b"document.main+xml", b"template.main+xml")
    target = BytesIO()
    with ZipFile(BytesIO(file)) as archive, ZipFile(target, "w") as copy:
        for name in archive.namelist():
            copy.writestr(name, types if name == "[Content_Types].xml" else archive.read(name))
    assert letter(target.getvalue(), code="X") == letter(file, code="X")


def test_a_template_with_a_fault_is_not_compiled() -> None:
    with pytest.raises(FaultyTemplateError) as raised:
        letter(typed("{{ recipent }}", "{% if online %}"))
    assert len(raised.value.faults) == 2


@pytest.mark.parametrize(
    "damaged", [b"", b"PK\x03\x04", b"{\\rtf1 }", with_parts(typed("x"), word__document=b"<a>"), typed("x")[:-60]]
)
def test_a_file_that_is_no_word_document_is_refused(damaged: bytes) -> None:
    with pytest.raises(DAMAGE):
        letter_template(damaged, title="Brief", language="nl")


def test_entities_are_not_expanded() -> None:
    bomb = b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">]>' + part(typed("x"), "word/document.xml").partition(b"?>")[2]
    with pytest.raises(DAMAGE):
        letter_template(with_parts(typed("x"), word__document=bomb), title="Brief", language="nl")


# --- which template serves --------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_one_of_the_team_the_shipped_template_serves(language: str, tmp_path: Path) -> None:
    chosen = template_bytes(SHIPPED, tmp_path, language)
    assert chosen == template_bytes(SHIPPED, None, language) == template_bytes(SHIPPED, SHIPPED, language)
    assert chosen.place_name == f"templates_office/persona-instruction.{language}.docx"
    assert not chosen.is_own
    assert lint(chosen.file, FIELDS) == ()


def test_one_of_the_team_goes_first_and_one_in_its_language_before_one_without(tmp_path: Path) -> None:
    general, dutch = typed("algemeen"), typed("in het Nederlands")
    (tmp_path / "persona-instruction.dotx").write_bytes(general)
    assert template_bytes(SHIPPED, tmp_path, "nl")[:3] == (general, "templates_office/persona-instruction.dotx", True)
    (tmp_path / "persona-instruction.nl.docx").write_bytes(dutch)
    assert template_bytes(SHIPPED, tmp_path, "nl").file == dutch
    assert template_bytes(SHIPPED, tmp_path, "de").file == general


@pytest.mark.parametrize("content", [b"", b"no document", typed("x")[:500], b"\0" * (17 << 20)])
def test_a_damaged_or_huge_one_is_said_and_the_shipped_one_serves(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "persona-instruction.docx").write_bytes(content)
    chosen = template_bytes(SHIPPED, tmp_path, "nl")
    assert chosen.file == template_bytes(SHIPPED, None, "nl").file
    [said] = chosen.findings
    assert (said.key, said.place.file, said.stops) == (
        *("letter_template_damaged", "templates_office/persona-instruction.docx", False),
    )


def test_one_that_unpacks_to_something_huge_is_damaged(tmp_path: Path) -> None:
    huge = with_parts(typed("x"), word__media__image1=b"\0" * (65 << 20))
    (tmp_path / "persona-instruction.docx").write_bytes(huge)
    assert len(template_bytes(SHIPPED, tmp_path, "nl").findings) == 1


# --- through LibreOffice ----------------------------------------------------------------------------------------


def resaved(file: bytes, folder: Path) -> bytes:
    """The file as LibreOffice writes it."""
    (folder / "own.docx").write_bytes(file)
    profile = (folder / "profile").as_uri()
    program = [require("soffice"), f"-env:UserInstallation={profile}", "--headless", "--convert-to", "docx"]
    command = [*program, "--outdir", str(folder / "made"), str(folder / "own.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / "made" / "own.docx").read_bytes()


def test_a_template_that_was_reordered_and_saved_in_libreoffice_still_gives_letters(tmp_path: Path) -> None:
    document = docx.Document(BytesIO(template_bytes(SHIPPED, None, "nl").file))
    moved = next(paragraph for paragraph in document.paragraphs if paragraph.text == "Passen mag altijd")._p
    for one in (moved.getnext().getnext(), moved.getnext(), moved, moved.getprevious()):
        document.element.body.insert(2, one)  # the block about passing, right after the subtitle
    document.paragraphs[0].add_run(" met {{ team }}")
    file = resaved(saved(document), tmp_path)
    assert lint(file, FIELDS) == ()
    made = letter(file, recipient="Ngozi R&D <HR>", team="Team 1", code="KTM-473", online=True, with_points=True)
    said = lines(made)
    assert said[0] == "Voorbereiding op de Power Walk met Team 1"
    assert said.index("Passen mag altijd") < said.index("Beste Ngozi R&D <HR>,") < said.index("KTM-473")
    (tmp_path / "letter.docx").write_bytes(made)
    # LibreOffice loses the descriptions of tables; everything else is as it should be.
    assert [said for said in complaints([tmp_path / "letter.docx"]) if not said.endswith("has no alt text")] == []


# --- the package ------------------------------------------------------------------------------------------------


@given(st.dictionaries(st.text("abcé/.", min_size=1, max_size=8), st.binary(max_size=300), max_size=6))
def test_a_package_is_to_the_byte_what_zipfile_writes(parts: dict[str, bytes]) -> None:
    def by_zipfile(contents: dict[str, bytes]) -> bytes:
        target = BytesIO()
        with ZipFile(target, "w") as archive:
            for name, content in contents.items():
                entry = ZipInfo(name)
                entry.create_system, entry.compress_type = 0, ZIP_DEFLATED
                archive.writestr(entry, content, compresslevel=6)
        return target.getvalue()

    packed = packed_parts(by_zipfile(parts))
    assert package_of(packed, {}) == by_zipfile(parts)
    changed = {name: content + b"!" for name, content in list(parts.items())[::2]}
    assert package_of(packed, changed) == by_zipfile(parts | changed)


def test_a_part_is_found_behind_a_local_header_longer_than_the_list_says() -> None:
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        entry = ZipInfo("a")
        entry.extra = struct.pack("<2H4s", 0x9999, 4, b"more")
        archive.writestr(entry, b"content")
    with ZipFile(BytesIO(package_of(packed_parts(target.getvalue()), {}))) as archive:
        assert archive.read("a") == b"content"
