"""Microsoft's validator is heard, and its silence is no praise."""

from pathlib import Path

import pytest

from tests.office import samples
from tests.office.packages import packed, parts_of
from tests.office.tools import require
from tests.office.validator import faults


def put(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_good_files_have_no_fault_and_each_bad_one_has_its_own(tmp_path: Path) -> None:
    parts = parts_of(samples.good("docx"))
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:p>", b"<w:q/><w:p>", 1)
    good = [put(tmp_path, f"good.{kind}", samples.good(kind)) for kind in ("docx", "pptx", "xlsx")]
    bad = [put(tmp_path, "bad.docx", packed(parts)), put(tmp_path, "no.pptx", b"no zip")]
    found = faults([*good, *bad, tmp_path / "not_there.xlsx"])
    assert {fault.partition(":")[0] for fault in found} == {"bad.docx", "no.pptx", "not_there.xlsx"}
    assert "/word/document.xml" in found[0]


def test_a_missing_tool_skips_here_and_fails_where_everything_must_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "")
    with pytest.raises(pytest.skip.Exception):
        require("no-such-tool")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception):
        require("no-such-tool")
