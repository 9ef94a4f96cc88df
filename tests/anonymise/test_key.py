"""The team's key is made once, whole and closed, and a faulty one is never taken."""

import copy
import json
import os
import pickle
from pathlib import Path
from threading import Thread

import pytest

from pipeline.anonymise.codes import code_of
from pipeline.anonymise.key import TeamKey, sample_key_text, team_key
from pipeline.findings import PipelineError
from pipeline.language.catalogue import catalogues

HEX = "0f" * 32
POSIX = pytest.mark.skipif(os.name != "posix", reason="Windows keeps rights elsewhere")


@pytest.fixture
def private(tmp_path: Path) -> Path:
    return tmp_path / "private"


def put(private: Path, name: str, content: bytes, mode: int = 0o600) -> Path:
    private.mkdir(exist_ok=True)
    path = private / name
    path.write_bytes(content)
    path.chmod(mode)
    return path


def refused(private: Path) -> PipelineError:
    with pytest.raises(PipelineError) as refusal:
        team_key(private)
    return refusal.value


def test_the_first_run_makes_a_key_and_every_later_one_reads_it(private: Path) -> None:
    first, second = team_key(private), team_key(private)
    assert code_of(first, "a@x.test") == code_of(second, "a@x.test")
    assert not first.is_sample
    assert first.findings == ()
    assert [path.name for path in private.iterdir()] == ["team.key"]
    assert len(bytes.fromhex((private / "team.key").read_text().strip())) == 32


def test_two_folders_get_two_keys(tmp_path: Path) -> None:
    assert code_of(team_key(tmp_path / "a"), "a@x.test") != code_of(team_key(tmp_path / "b"), "a@x.test")


@POSIX
def test_a_new_key_is_closed_to_others_whatever_the_umask(private: Path) -> None:
    before = os.umask(0)
    try:
        team_key(private)
    finally:
        os.umask(before)
    assert (private / "team.key").stat().st_mode & 0o777 == 0o600
    assert private.stat().st_mode & 0o077 == 0


def test_what_a_run_that_was_cut_off_left_goes_with_the_next(private: Path) -> None:
    put(private, ".ttr-0123", b"half")
    team_key(private)
    assert [path.name for path in private.iterdir()] == ["team.key"]


def test_runs_at_the_same_moment_all_end_with_the_same_key(private: Path) -> None:
    codes: set[str] = set()
    runs = [Thread(target=lambda: codes.add(code_of(team_key(private), "a@x.test"))) for _ in range(8)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert len(codes) == 1


@pytest.mark.parametrize("ending", [b"", b"\n", b"\r\n", b"\n\n"])
def test_a_key_is_read_however_an_editor_saved_it(private: Path, ending: bytes) -> None:
    put(private, "team.key", b"\xef\xbb\xbf" + HEX.upper().encode() + ending)
    assert code_of(team_key(private), "a@x.test") == code_of(TeamKey(bytes.fromhex(HEX)), "a@x.test")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        HEX[:-2].encode(),
        (HEX + "0f").encode(),
        b"z" * 64,
        (HEX + "\n" + HEX).encode(),
        b"\0" * 64,
        b"\xff" * 32,
    ],
)
def test_a_damaged_key_is_refused_and_kept(private: Path, content: bytes) -> None:
    path = put(private, "team.key", content)
    error = refused(private)
    assert (error.key, error.values) == ("key_damaged", {"file": "private/team.key"})
    assert path.read_bytes() == content
    assert all(len(line.splitlines()) == 1 for words in catalogues() for line in words.error(error))


def test_a_key_that_is_a_folder_or_leads_nowhere_is_refused(private: Path) -> None:
    (private / "team.key").mkdir(parents=True)
    assert refused(private).key == "key_unreadable"
    (private / "team.key").rmdir()
    (private / "team.key").symlink_to(private / "gone.key")
    error = refused(private)
    assert error.key == "key_unreadable"
    assert all(all(words.error(error)) for words in catalogues())


@POSIX
def test_a_key_that_is_a_pipe_does_not_keep_us_waiting(private: Path) -> None:
    private.mkdir()
    os.mkfifo(private / "team.key")
    assert refused(private).key == "key_unreadable"


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "private").write_text("a file, not a folder")
    assert refused(tmp_path / "private").key in {"cannot_write", "key_unreadable"}


@POSIX
def test_a_key_that_others_can_read_is_worth_a_note(private: Path) -> None:
    put(private, "team.key", HEX.encode(), 0o644)
    (finding,) = team_key(private).findings
    assert (finding.key, finding.place.file, finding.stops) == ("key_open_to_others", "private/team.key", False)


def test_the_sample_has_a_public_key_that_yields_to_the_teams_own(private: Path) -> None:
    put(private, "sample.key", sample_key_text(HEX, ["Noor@x.test"]).encode(), 0o644)
    sample = team_key(private)
    assert sample.is_sample
    assert sample.findings == ()
    assert sample.invented("noor@x.test ")
    assert not sample.invented("jan@x.test")
    assert not (private / "team.key").exists()
    put(private, "team.key", b"a5" * 32)
    assert not team_key(private).is_sample


def test_a_damaged_sample_key_is_refused(private: Path) -> None:
    put(private, "sample.key", b"not a key")
    assert refused(private).key == "key_damaged"


def test_the_samples_file_is_the_same_whatever_the_order_and_names_nobody() -> None:
    text = sample_key_text(HEX, ["noor@x.test", "Yusuf Demir"])
    assert text == sample_key_text(HEX, ["Demir, Yusuf", "NOOR@x.test"])
    assert [len(line) for line in text.splitlines()] == [64, 64, 64]


def test_a_key_cannot_be_shown_copied_or_stored() -> None:
    key = TeamKey(bytes.fromhex(HEX))
    assert HEX not in f"{key!r} {key!s}"
    for leak in (pickle.dumps, copy.deepcopy, copy.copy, json.dumps, lambda key: f"{key}"):
        with pytest.raises(TypeError):
            leak(key)


def test_a_key_of_another_length_does_not_exist() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        TeamKey(b"short")
