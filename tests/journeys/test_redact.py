"""`ttr redact` as somebody uses it: anywhere, without a team, in a pipe."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

STORY = "Ik sprak Fatima El Amrani over de toets. Later belde fatima mij.\n"
EXPECTED = "Ik sprak persoon A over de toets. Later belde persoon A mij.\n"


def redact(
    folder: Path, *arguments: str, given: bytes = b"", before: tuple[str, ...] = ("--language", "nl")
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "pipeline", *before, "redact", *arguments]
    return subprocess.run(command, input=given, cwd=folder, capture_output=True, check=False)


def test_a_text_goes_in_and_a_text_comes_out_without_a_teams_folder(tmp_path: Path) -> None:
    run = redact(tmp_path, given=STORY.encode())
    assert (run.returncode, run.stdout.decode()) == (0, EXPECTED)
    assert "Vervangen: 2" in run.stderr.decode()
    assert list(tmp_path.iterdir()) == []


def test_files_come_out_one_behind_the_other(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(STORY, encoding="utf-8-sig")
    (tmp_path / "two.txt").write_text("Xamira Zoltar zweeg.\n", encoding="utf-16")
    (tmp_path / "names.txt").write_text("Xamira Zoltar\n", encoding="utf-8")
    run = redact(tmp_path, "--names", "names.txt", "one.txt", "-", "two.txt", given=b"Ja.\n")
    assert (run.returncode, run.stdout.decode()) == (0, f"{EXPECTED}Ja.\nPersoon A zweeg.\n")


def test_lines_of_json(tmp_path: Path) -> None:
    lines = [json.dumps({"id": number, "lang": "nl", "text": STORY, "roster": []}) for number in range(3)]
    run = redact(tmp_path, "--jsonl", given="\n".join([*lines, "niets", lines[0]]).encode())
    answers = [json.loads(line) for line in run.stdout.decode().splitlines()]
    assert [answer["id"] for answer in answers] == [0, 1, 2, 0]
    assert answers[0] == {"id": 0, "spans": [[9, 25, "NAME"], [53, 59, "NAME"]], "text": EXPECTED}
    assert (run.returncode, "regel 4" in run.stderr.decode()) == (1, True)


def test_bytes_that_are_no_utf_8_are_hidden_and_said(tmp_path: Path) -> None:
    run = redact(tmp_path, given="Toen kwam José binnen.\n".encode("latin-1"))
    assert run.stdout.decode() == "Toen kwam [weggelaten] binnen.\n"
    assert "UTF-8" in run.stderr.decode()
    assert "Jos" not in run.stderr.decode()


@pytest.mark.parametrize("arguments", [("nowhere.txt",), ("--names", "nowhere.txt"), (".",)])
def test_what_cannot_be_opened_is_named(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    run = redact(tmp_path, *arguments)
    assert (run.returncode, run.stdout) == (3, b"")
    assert run.stderr.decode().count("\n") == 2


def test_nothing_gives_nothing(tmp_path: Path) -> None:
    assert redact(tmp_path, "--jsonl").stdout == b""
    assert redact(tmp_path, before=("--quiet",)).stderr == b""


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe that closes is told otherwise there")
def test_a_reader_that_has_had_enough_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(STORY * 20_000, encoding="utf-8")
    command = [sys.executable, "-m", "pipeline", "--quiet", "redact", "long.txt"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout
        assert run.stderr
        run.stdout.read(10)
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == 0
