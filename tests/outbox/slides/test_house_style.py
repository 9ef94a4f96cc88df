import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from pipeline.documents.contents import Look
from pipeline.findings import Finding, Word
from pipeline.language.catalogue import catalogues
from pipeline.outbox.slides.house_style import HouseStyle, house_style
from tests.outbox.house_templates import (
    SHIPPED,
    narrow_german,
    template_without,
    with_names,
    without_layouts,
)


def _style(folder: Path, files: Mapping[str, bytes] | None = None) -> tuple[HouseStyle, tuple[Finding, ...]]:
    for name, content in (files or {}).items():
        (folder / name).write_bytes(content)
    return house_style(SHIPPED, folder)


def _keys(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.key for finding in findings]


def _ours() -> bytes:
    return (SHIPPED / "session-deck.pptx").read_bytes()


def test_without_a_file_of_the_organisation_our_own_look_serves(tmp_path: Path) -> None:
    style, findings = _style(tmp_path)
    assert style.template == _ours()
    assert not findings
    assert {look: layout.name for look, layout in style.layouts.items()} == {
        Look.TITLE: "Title Slide",
        Look.SECTION: "Section Header",
        Look.CONTENT: "Title and Content",
        Look.OPEN: "Title Only",
        Look.STATEMENT: "Statement",
    }


def test_a_folder_that_is_not_there_is_no_trouble(tmp_path: Path) -> None:
    style, findings = house_style(SHIPPED, tmp_path / "nowhere")
    assert style.template == _ours()
    assert not findings


def test_a_copy_of_our_own_file_is_not_taken_for_the_organisations(tmp_path: Path) -> None:
    _, findings = _style(tmp_path, {"session-deck.pptx": _ours(), "copy.pptx": _ours()})
    assert not findings


def test_our_own_file_with_other_contents_is_the_teams_look(tmp_path: Path) -> None:
    style, findings = _style(tmp_path, {"session-deck.pptx": narrow_german()})
    assert style.template == narrow_german()
    assert _keys(findings) == ["template_narrow"]


def test_german_layout_names_are_understood_though_the_file_notes_no_kinds(tmp_path: Path) -> None:
    style, findings = _style(tmp_path, {"hochschule.pptx": narrow_german()})
    assert {look: layout.name for look, layout in style.layouts.items()} == {
        Look.TITLE: "Titelfolie",
        Look.SECTION: "Abschnittsüberschrift",
        Look.CONTENT: "Titel und Inhalt",
        Look.OPEN: "Nur Titel",
        Look.STATEMENT: "Nur Titel",
    }
    assert "layout_missing" not in _keys(findings)


@pytest.mark.parametrize(
    ("names", "look", "chosen"),
    [
        (("Titeldia", "Titel en object", "Sectiekop"), Look.SECTION, "Sectiekop"),
        (("1_Title Slide", "2. Title and Content", "03 Section Header"), Look.CONTENT, "2. Title and Content"),
        (("Omslag", "Inhoud", "Iets anders"), Look.TITLE, "Omslag"),
        (("Omslag", "Inhoud", "Iets anders"), Look.CONTENT, "Inhoud"),
    ],
)
def test_a_layout_is_found_by_its_name_else_by_its_places(
    tmp_path: Path, names: tuple[str, ...], look: Look, chosen: str
) -> None:
    style, _ = _style(tmp_path, {"stijl.pptx": with_names(names)})
    assert style.layouts[look].name == chosen


def test_a_missing_layout_is_said_with_the_one_that_was_taken(tmp_path: Path) -> None:
    style, findings = _style(tmp_path, {"stijl.potx": template_without("Section Header", "Statement")})
    (finding,) = findings
    assert finding.key == "layout_missing"
    assert not finding.stops
    assert finding.place.file == "stijl.potx"
    assert finding.values == {"look": Word("findings.layout.section"), "layout": "Title Slide"}
    assert style.layouts[Look.SECTION].name == "Title Slide"


def test_places_lie_within_a_slide_of_any_size(tmp_path: Path) -> None:
    style, _ = _style(tmp_path, {"smal.pptx": narrow_german()})
    for layout in style.layouts.values():
        assert 0 <= layout.area.left < layout.area.right <= 9_144_000
        assert 0 <= layout.area.top < layout.area.bottom <= 6_858_000


def test_of_several_files_the_first_by_name_serves_and_the_others_are_named(tmp_path: Path) -> None:
    style, findings = _style(tmp_path, {"b.pptx": with_names(()), "a.potx": template_without("Statement")})
    assert style.template == template_without("Statement")
    assert _keys(findings) == ["templates_several"]
    assert findings[0].place.file == "a.potx"
    assert findings[0].values == {"others": ("b.pptx",)}


def _damaged() -> Iterator[tuple[str, bytes]]:
    whole = narrow_german()
    yield "empty", b""
    yield "no package", b"This is no presentation."
    yield "cut off", whole[: len(whole) // 2]
    yield "locked with a password", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000)
    yield "a Word file", (SHIPPED / "document.docx").read_bytes()
    yield "without layouts", without_layouts()
    yield "scrambled", whole.replace(b"ppt/", b"pqt/")
    yield "with macros", template_without(suffix_of="template.macroEnabled")


@pytest.mark.parametrize(("what", "content"), list(_damaged()))
def test_a_file_that_cannot_be_used_is_said_and_our_own_look_serves(tmp_path: Path, what: str, content: bytes) -> None:
    style, findings = _style(tmp_path, {"stijl.pptx": content})
    assert _keys(findings) == ["template_unreadable"], what
    assert findings[0].place.file == "stijl.pptx"
    assert style.template == _ours()


def test_a_file_that_may_not_be_opened_is_said(tmp_path: Path) -> None:
    (tmp_path / "stijl.pptx").symlink_to(tmp_path / "nergens.pptx")
    (tmp_path / "map.pptx").mkdir()
    style, findings = house_style(SHIPPED, tmp_path)
    assert style.template == _ours()
    assert not findings


def test_a_file_that_grows_beyond_measure_when_unpacked_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "groot.pptx"
    path.write_bytes(narrow_german())
    os.truncate(path, 100_000_001)
    _, findings = house_style(SHIPPED, tmp_path)
    assert _keys(findings) == ["template_unreadable"]


def test_owner_files_are_passed_over_and_other_kinds_are_said(tmp_path: Path) -> None:
    files = {"~$stijl.pptx": b"x", ".stijl.pptx": b"x", "oud.ppt": b"x", "macro.POTM": b"x", "letter.docx": b"x"}
    _, findings = _style(tmp_path, files)
    assert [(finding.key, finding.place.file) for finding in findings] == [
        ("template_kind", "macro.POTM"),
        ("template_kind", "oud.ppt"),
    ]


def test_everything_said_about_a_house_style_can_be_said_in_every_language(tmp_path: Path) -> None:
    _, findings = _style(
        tmp_path,
        {"a.potx": template_without("Section Header"), "b.pptx": narrow_german(), "c.odp": b"x"},
    )
    for words in catalogues():
        for finding in findings:
            assert "{" not in words.problem(finding) + words.remedy(finding)


def test_colours_are_chosen_so_that_they_can_be_read(tmp_path: Path) -> None:
    ours, _ = _style(tmp_path)
    assert (ours.theme.ground, ours.theme.ink, ours.theme.strong) == ("bg2", "tx1", "tx2")
    assert ours.theme.breadth == 1.0
    other, _ = _style(tmp_path, {"stijl.potx": template_without("Statement")})
    assert other.theme.breadth > ours.theme.breadth
