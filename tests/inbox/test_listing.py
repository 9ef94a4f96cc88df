"""What lies in the inbox is found in a fixed order, and whatever is no form is named or passed over."""

import os
import socket
from pathlib import Path

import pytest

from pipeline.findings import Level
from pipeline.inbox.listing import arrivals, printable


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def put(inbox: Path, name: str, content: bytes = b"x") -> Path:
    path = inbox / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def shown(inbox: Path) -> list[str]:
    return [arrival.shown for arrival in arrivals(inbox)[0]]


def keys(inbox: Path) -> dict[str, str]:
    return {finding.place.file: finding.key for finding in arrivals(inbox)[1]}


def test_files_are_found_in_every_folder_and_always_in_the_same_order(inbox: Path) -> None:
    for name in ("zes.xlsx", "sub/dieper/een.docx", "Anders.csv", "sub/twee.xlsx"):
        put(inbox, name)
    assert shown(inbox) == [
        "inbox/Anders.csv",
        "inbox/sub/dieper/een.docx",
        "inbox/sub/twee.xlsx",
        "inbox/zes.xlsx",
    ]
    assert keys(inbox) == {}


def test_an_empty_inbox_gives_nothing_and_says_nothing(inbox: Path) -> None:
    assert arrivals(inbox) == ((), ())


def test_an_inbox_that_is_not_there_is_said(tmp_path: Path) -> None:
    assert keys(tmp_path / "inbox") == {"inbox": "folder_unreadable"}


@pytest.mark.parametrize(
    "name",
    [
        "~$form.xlsx",
        ".~lock.form.xlsx#",
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        ".gitkeep",
        ".git/HEAD",
        "Icon\r",
    ],
)
def test_what_programs_leave_behind_is_passed_over_in_silence(inbox: Path, name: str) -> None:
    put(inbox, name)
    put(inbox, f"sub/{name}")
    assert arrivals(inbox) == ((), ())


@pytest.mark.parametrize(
    "name",
    [
        "aanmelding (Conflicted copy of Ngozi 2027-09-01).xlsx",
        "aanmelding (Błażej's conflicted copy 2027-09-01).xlsx",
        "aanmelding (conflicted copy 2027-09-01 101112).xlsx",
        "aanmelding (conflicterend exemplaar van Yusuf 2027-09-01).xlsx",
        "aanmelding (Conflicterende kopie van Mei-Ling 2027-09-01).docx",
        "Anmeldung (In Konflikt stehende Kopie von Ayşe 2027-09-01).xlsx",
        "aanmelding.sync-conflict-20270901-101112-ABCDEFG.xlsx",
        "aanmelding_conflict-20270901-101112.xlsx",
        "aanmelding (SFConflict ngozi@voorbeeld.test 2027-09-01-10-11-12).xlsx",
        "aanmelding-DESKTOP-4GH7K2L.xlsx",
        "aanmelding-LAPTOP-AB12CD34.docx",
        "aanmelding-MacBook Pro van Tomás.xlsx",
        "aanmelding_DESKTOP_Sep-01-1011-2027_Conflict.xlsx",
    ],
)
def test_a_conflict_copy_is_said_and_not_read(inbox: Path, name: str) -> None:
    put(inbox, name)
    found, (finding,) = arrivals(inbox)
    assert (found, finding.key, finding.level) == ((), "conflict_copy", Level.NOTE)


@pytest.mark.parametrize(
    "name",
    ["form (1).xlsx", "Kopie van form.xlsx", "casus conflict in de klas.docx", "conflict.docx", "laptop.csv"],
)
def test_an_ordinary_copy_or_a_case_about_a_conflict_is_read(inbox: Path, name: str) -> None:
    put(inbox, name)
    assert shown(inbox) == [f"inbox/{name}"]


def test_a_folder_with_the_name_of_a_file_is_said_and_walked_into(inbox: Path) -> None:
    put(inbox, "x.xlsx/aanmelding.xlsx")
    assert shown(inbox) == ["inbox/x.xlsx/aanmelding.xlsx"]
    assert keys(inbox) == {"inbox/x.xlsx": "folder_named_as_file"}


def test_a_workbook_of_numbers_that_is_a_folder_is_said_and_left_shut(inbox: Path) -> None:
    put(inbox, "bladen.numbers/preview.jpg")
    assert (shown(inbox), keys(inbox)) == ([], {"inbox/bladen.numbers": "file_apple"})


def test_a_file_that_is_still_in_the_cloud_is_said(inbox: Path) -> None:
    put(inbox, ".aanmelding.xlsx.icloud")
    assert list(keys(inbox).values()) == ["file_in_cloud"]


def test_links_are_never_followed_out_of_the_inbox(inbox: Path) -> None:
    outside = put(inbox.parent, "elders/geheim.xlsx")
    (inbox / "nergens.xlsx").symlink_to(inbox / "weg.xlsx")
    (inbox / "rond.xlsx").symlink_to(inbox / "rond.xlsx")
    (inbox / "buiten.xlsx").symlink_to(outside)
    (inbox / "map").symlink_to(outside.parent)
    assert shown(inbox) == []
    assert keys(inbox) == {
        "inbox/nergens.xlsx": "link_broken",
        "inbox/rond.xlsx": "link_broken",
        "inbox/buiten.xlsx": "link_leaves_inbox",
        "inbox/map": "link_leaves_inbox",
    }


def test_a_link_within_the_inbox_adds_nothing_and_makes_no_circle(inbox: Path) -> None:
    real = put(inbox, "sub/aanmelding.xlsx")
    (inbox / "nog-eens.xlsx").symlink_to(real)
    (inbox / "sub" / "terug").symlink_to(inbox)
    assert (shown(inbox), keys(inbox)) == (["inbox/sub/aanmelding.xlsx"], {})


def test_an_inbox_that_is_itself_a_link_is_read(inbox: Path, tmp_path: Path) -> None:
    put(inbox, "sub/aanmelding.xlsx")
    (tmp_path / "team").mkdir()
    (tmp_path / "team" / "inbox").symlink_to(inbox)
    assert shown(tmp_path / "team" / "inbox") == ["inbox/sub/aanmelding.xlsx"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_pipes_and_sockets_with_the_name_of_a_form_are_said_and_not_opened(
    inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(inbox / "pijp.xlsx")
    monkeypatch.chdir(inbox)  # the path of a socket has to be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("contact.xlsx")
        assert keys(inbox) == {"inbox/pijp.xlsx": "not_a_file", "inbox/contact.xlsx": "not_a_file"}


@pytest.mark.skipif(os.name == "nt", reason="Windows refuses such names by itself")
def test_no_name_of_a_file_steers_the_terminal(inbox: Path) -> None:
    for name in (
        "a\nb.xlsx",
        "a\x1b[31m.xlsx",
        "a\u202excod.xlsx",
        "a\u200b.xlsx",
        os.fsdecode(b"a\xff.xlsx"),
    ):
        put(inbox, name)
    names = shown(inbox)
    assert len(names) == 5
    assert all(name.isprintable() and name.encode() for name in names)


def test_a_name_that_came_from_a_mac_looks_like_any_other(inbox: Path) -> None:
    put(inbox, "caf\u0065\u0301.xlsx")
    assert shown(inbox) == ["inbox/caf\u00e9.xlsx"]


def test_a_name_of_255_bytes_is_cut_when_shown_and_keeps_its_ending(inbox: Path) -> None:
    put(inbox, "n" * 250 + ".xlsx")
    (name,) = shown(inbox)
    assert len(name) == 120
    assert name.startswith("inbox/nnn")
    assert name.endswith("nnn.xlsx")


def test_a_deeply_nested_folder_is_walked(inbox: Path) -> None:
    deep = inbox
    for _ in range(200):
        deep /= "d"
        deep.mkdir()
    (deep / "aanmelding.xlsx").write_bytes(b"x")
    assert len(shown(inbox)) == 1


def test_a_printable_text_stays_as_it_is() -> None:
    assert printable("Übersicht Łódź 東京 – één.xlsx") == "Übersicht Łódź 東京 – één.xlsx"
