"""A file is opened once and looked through before any library sees it; a bad one becomes a finding."""

import os
import socket
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.findings import Finding, Level
from pipeline.inbox.listing import Arrival
from pipeline.inbox.opening import LARGEST_FILE, FileType, Opened, opened, read_safely
from pipeline.inbox.sheets import RawWorkbook, workbook
from pipeline.language.catalogue import catalogues
from tests import attacks
from tests.attacks import ATTACKS, Attack


def arrive(folder: Path, content: bytes, name: str = "form.xlsx") -> Arrival:
    path = folder / name
    path.write_bytes(content)
    return Arrival(path, f"inbox/{name}")


def key_of(result: object) -> str:
    return result.key if isinstance(result, Finding) else "read"


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_every_bad_file_leads_to_its_own_finding(attack: Attack, tmp_path: Path) -> None:
    arrival = arrive(tmp_path, attack.content(), attack.name)
    result = read_safely(arrival, workbook)
    assert key_of(result) == attack.key
    assert isinstance(result, Finding)
    assert result.place == arrival.place


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_no_finding_quotes_the_file_and_every_language_has_words_for_it(attack: Attack, tmp_path: Path) -> None:
    result = read_safely(arrive(tmp_path, attack.content(), attack.name), workbook)
    assert isinstance(result, Finding)
    for words in catalogues():
        said = words.problem(result) + words.remedy(result)
        assert "{" not in said
        assert not any(part in said + repr(result) for part in attacks.CANARY.split())


def test_a_bad_file_is_neither_changed_nor_touched(tmp_path: Path) -> None:
    for attack in ATTACKS:
        arrival = arrive(tmp_path, attack.content(), attack.name)
        os.utime(arrival.path, ns=(1_000_000_000, 1_000_000_000))
        before = arrival.path.read_bytes()
        read_safely(arrival, workbook)
        assert arrival.path.read_bytes() == before
        assert arrival.path.stat().st_mtime_ns == 1_000_000_000
    assert {path.name for path in tmp_path.iterdir()} == {attack.name for attack in ATTACKS}


@pytest.mark.parametrize("maker", [attacks.good_workbook, attacks.good_document])
def test_no_mutant_of_a_good_file_ends_a_run(maker: Callable[[], bytes], tmp_path: Path) -> None:
    for content in attacks.mutants(maker(), 150):
        result = read_safely(arrive(tmp_path, content), workbook)
        assert isinstance(result, RawWorkbook | Finding)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    start=st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe"]),
    rest=st.binary(),
)
def test_no_bytes_at_all_end_a_run(start: bytes, rest: bytes, tmp_path: Path) -> None:
    assert isinstance(read_safely(arrive(tmp_path, start + rest), workbook), RawWorkbook | Finding)


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (attacks.good_workbook(), "form.xlsx", FileType.WORKBOOK),
        (attacks.good_workbook(), "eigenlijk-excel.docx", FileType.WORKBOOK),
        (attacks.good_document(), "casus.docx", FileType.DOCUMENT),
        (attacks.good_document(), "eigenlijk-word.xlsx", FileType.DOCUMENT),
        (b"naam;rol\n", "geen-uitgang", FileType.TEXT),
        ("naam;één\n".encode("utf-16-le"), "zonder-merk.csv", FileType.TEXT),
        ("naam;één\n".encode("cp1252"), "windows.txt", FileType.TEXT),
    ],
)
def test_a_file_is_what_it_holds_whatever_it_is_called(
    content: bytes, name: str, kind: FileType, tmp_path: Path
) -> None:
    result = opened(arrive(tmp_path, content, name))
    assert isinstance(result, Opened)
    assert (result.type, result.content, result.findings) == (kind, content, ())


@pytest.mark.parametrize(
    ("maker", "old", "kind"),
    [
        (attacks.good_workbook, "spreadsheetml.sheet.main", FileType.WORKBOOK),
        (attacks.good_document, "wordprocessingml.document.main", FileType.DOCUMENT),
    ],
)
def test_a_template_is_read_as_the_file_it_makes(
    maker: Callable[[], bytes], old: str, kind: FileType, tmp_path: Path
) -> None:
    template = f"{old.partition('.')[0]}.template.main"
    result = opened(arrive(tmp_path, attacks.with_main_type(maker(), old, template)))
    assert isinstance(result, Opened)
    assert result.type is kind


def test_the_same_content_has_the_same_digest_whatever_its_name(tmp_path: Path) -> None:
    one, two = (opened(arrive(tmp_path, attacks.good_workbook(), name)) for name in ("een.xlsx", "twee.xlsx"))
    assert isinstance(one, Opened)
    assert isinstance(two, Opened)
    assert one.digest == two.digest


def test_an_opened_file_does_not_print_what_it_holds(tmp_path: Path) -> None:
    result = opened(arrive(tmp_path, attacks.CANARY.encode(), "naam.txt"))
    assert isinstance(result, Opened)
    assert "Ngozi" not in repr(result)


@pytest.mark.parametrize("target", ["mailto:ngozi@voorbeeld.test", "https://voorbeeld.test/form"])
def test_a_link_in_the_text_is_normal(target: str, tmp_path: Path) -> None:
    content = attacks.with_relationship(
        attacks.good_workbook(),
        "xl/worksheets/_rels/sheet1.xml.rels",
        f"{attacks.OFFICE_RELATIONSHIP}/hyperlink",
        target,
    )
    result = opened(arrive(tmp_path, content))
    assert isinstance(result, Opened)
    assert result.findings == ()


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("attachedTemplate", "file:///C:/Sjablonen/brief.dotx"),
        ("image", "http://voorbeeld.test/volg.png"),
        ("oleObject", r"\\server\map\boek.xlsx"),
        ("externalLinkPath", "boek.xlsx"),
    ],
)
def test_what_would_be_fetched_from_elsewhere_is_said_and_the_file_is_read(
    kind: str, target: str, tmp_path: Path
) -> None:
    for maker, part in (
        (attacks.good_document, "word/_rels/document.xml.rels"),
        (attacks.good_workbook, "xl/_rels/workbook.xml.rels"),
    ):
        content = attacks.with_relationship(maker(), part, f"{attacks.OFFICE_RELATIONSHIP}/{kind}", target)
        result = opened(arrive(tmp_path, content))
        assert isinstance(result, Opened)
        assert [(finding.key, finding.level) for finding in result.findings] == [("file_links_outside", Level.NOTE)]
        assert target not in repr(result)


def test_a_file_larger_than_any_form_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "groot.xlsx"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    assert key_of(opened(Arrival(path, "inbox/groot.xlsx"))) == "file_too_large"


def test_a_file_that_grows_while_it_is_read_is_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "groeit.csv"
    path.write_bytes(b"naam;rol\n" * 200_000)
    done = threading.Event()

    def keep_copying() -> None:
        with path.open("ab", buffering=0) as file:
            while not done.is_set():
                file.write(b"Ngozi;docent\n" * 100)
                if file.tell() > LARGEST_FILE // 2:
                    file.truncate(2_000_000)

    copying = threading.Thread(target=keep_copying)
    copying.start()
    try:
        seen: set[str] = set()
        for _ in range(1_000):  # which of the two is at work when, the machine decides
            seen.add(key_of(opened(Arrival(path, "inbox/groeit.csv"))))
            if "file_still_copied" in seen:
                break
    finally:
        done.set()
        copying.join()
    assert "file_still_copied" in seen


def test_a_file_that_went_away_is_said(tmp_path: Path) -> None:
    assert key_of(opened(Arrival(tmp_path / "weg.xlsx", "inbox/weg.xlsx"))) == "file_unreadable"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_one_may_not_read_is_said(tmp_path: Path) -> None:
    arrival = arrive(tmp_path, attacks.good_workbook())
    arrival.path.chmod(0)
    assert key_of(opened(arrival)) == "file_unreadable"


@pytest.mark.skipif(os.name == "nt", reason="Windows opens no folder as a file")
def test_what_took_the_place_of_a_file_after_it_was_listed_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # the path of a socket has to be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("contact.xlsx")
    (tmp_path / "map.xlsx").mkdir()
    os.mkfifo(tmp_path / "pijp.xlsx")
    (tmp_path / "koppeling.xlsx").symlink_to("/etc/hostname")
    (tmp_path / "apparaat.xlsx").symlink_to("/dev/zero")
    expected = {
        "map.xlsx": "not_a_file",
        "pijp.xlsx": "not_a_file",
        "contact.xlsx": "not_a_file",
        "koppeling.xlsx": "file_unreadable",
        "apparaat.xlsx": "file_unreadable",
    }
    assert {name: key_of(opened(Arrival(tmp_path / name, name))) for name in expected} == expected


@pytest.mark.parametrize("error", [ValueError, KeyError, RecursionError, MemoryError, OSError, AssertionError])
def test_whatever_a_reader_raises_ends_as_one_finding_without_a_word_of_the_file(
    error: type[Exception], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    def fail(_: Opened) -> None:
        raise error(attacks.CANARY)

    result = read_safely(arrive(tmp_path, attacks.good_workbook()), fail)
    assert key_of(result) == "file_not_understood"
    assert attacks.CANARY not in repr(result)
    assert capfd.readouterr() == ("", "")


def test_an_interruption_is_not_caught(tmp_path: Path) -> None:
    def interrupt(_: Opened) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_safely(arrive(tmp_path, attacks.good_workbook()), interrupt)


def test_a_picture_or_a_comment_box_in_a_form_does_no_harm(tmp_path: Path) -> None:
    types = (
        '<Default Extension="svg" ContentType="image/svg+xml"/>'
        '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>'
        "</Types>"
    )
    content = attacks.with_parts(
        attacks.with_text(attacks.good_workbook(), attacks.CONTENT_TYPES, "</Types>", types),
        {
            "xl/media/image1.svg": b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd"><svg/>',
            "xl/drawings/vmlDrawing1.vml": b"<xml><div>een<br>twee</div></xml>",
        },
    )
    result = opened(arrive(tmp_path, content))
    assert isinstance(result, Opened)


def test_a_sound_zip64_file_is_read(tmp_path: Path) -> None:
    """Some exporting programs always write the record that very large files need."""
    content = attacks.good_workbook()
    end = content.rfind(b"PK\x05\x06")
    count = int.from_bytes(content[end + 10 : end + 12], "little")
    size, start = (int.from_bytes(content[end + at : end + at + 4], "little") for at in (12, 16))
    sound = content[:end] + attacks.zip64_end(count, size, start, at=end) + content[end:]
    result = opened(arrive(tmp_path, sound))
    assert isinstance(result, Opened)


def test_what_a_library_is_given_is_what_was_looked_at(tmp_path: Path) -> None:
    def read_after_it_was_replaced(file: Opened) -> RawWorkbook:
        file.arrival.path.write_bytes(b"")
        return workbook(file)

    result = read_safely(arrive(tmp_path, attacks.good_workbook()), read_after_it_was_replaced)
    assert isinstance(result, RawWorkbook)
