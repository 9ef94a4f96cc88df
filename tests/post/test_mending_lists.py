"""A meeting form with something to mend in its list comes back with every row, and with the cell marked."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest

from pipeline.anonymise.door import Received
from pipeline.cli.telling import said as told_of
from pipeline.findings import Finding
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.post import mending
from tests.inbox.test_word_lists import HELD, POINTS, arrive, made, said
from tests.inbox.word_made import changed
from tests.office.judgement import complaints
from tests.office.rendering import pages
from tests.workbooks import keys

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FAULTY = {
    **HELD,
    "discussion": [{**HELD["discussion"][0], "inventory": ""}],
    "action_points": [
        POINTS[0],
        {},
        {"what": "Namen leren", "who": "iedereen", "due": "31 februari 2028", "state": "open"},
        {"what": "Bellen", "who": "mentor"},
    ],
}


def faulty(language: str = "nl") -> bytes:
    return made(language=language, filled=FAULTY)


def the_copy(received: Received) -> bytes:
    (content,) = mending.copies(received, received.findings, catalogue("nl")).values()
    return content


def fills(content: bytes) -> list[list[str]]:
    """How the cells of each row of action points are shaded."""
    table = docx.Document(io.BytesIO(content)).tables[2]
    return [[cell.find(f".//{W}shd").get(f"{W}fill") for cell in row._tr.tc_lst] for row in table.rows[1:]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_copy_shows_every_row_and_reads_as_the_form_did(language: str, tmp_path: Path) -> None:
    result = arrive(tmp_path, faulty(language))
    again = arrive(tmp_path, the_copy(result))
    assert said(again) == said(result)
    assert keys(again) == keys(result) == ["word_answer_missing", "date_unclear", "answer_missing"]
    assert [finding.place for finding in again.findings] == [finding.place for finding in result.findings]


def test_the_cells_to_mend_are_marked_in_their_rows_and_commented(tmp_path: Path) -> None:
    result = arrive(tmp_path, faulty())
    content = the_copy(result)
    plain, marked = "FFFFFF", "FFD9C7"
    assert fills(content)[:5] == [[plain] * 4, [plain] * 4, *[[plain, plain, marked, plain]] * 2, [plain] * 4]
    words = catalogue("nl")
    comments = [comment.text for comment in docx.Document(io.BytesIO(content)).comments]
    assert comments == [f"{words.problem(finding)} {words.remedy(finding)}" for finding in result.findings]


@pytest.mark.parametrize(("language", "row"), [("nl", "Actiepunten, rij 3"), ("en", "Action points, row 3")])
def test_what_is_to_be_mended_is_told_by_part_and_row_on_top_and_on_the_terminal(
    language: str, row: str, tmp_path: Path
) -> None:
    result = arrive(tmp_path, faulty(language))
    lines = [paragraph.text for paragraph in docx.Document(io.BytesIO(the_copy(result))).paragraphs]
    assert sum(row in line for line in lines) == 1
    place, *_ = told_of(catalogue(language), of_third_row(result))
    label = catalogue(language).say("forms.meeting.action_points.due.label")
    assert f"inbox/formulier.docx, {row}, {label}" in place


def of_third_row(received: Received) -> Finding:
    return next(finding for finding in received.findings if finding.place.line == 3)


def test_a_mended_copy_is_read_without_a_word(tmp_path: Path) -> None:
    def mended(root: Any) -> None:
        for tag in root.iter(f"{W}tag"):
            name = tag.get(f"{W}val")
            days = {"action_points.due.3": "1 maart 2028", "action_points.due.4": "2028-03-02"}
            if name in days or name == "discussion.inventory":
                control = tag.getparent().getparent()
                next(control.iter(f"{W}t")).text = days.get(name, "Wij vroegen het.")
                for prompt in control.iter(f"{W}showingPlcHdr"):
                    prompt.getparent().remove(prompt)

    result = arrive(tmp_path, changed(the_copy(arrive(tmp_path, faulty())), mended))
    assert keys(result) == []
    assert [row.get("due") for row in said(result)["action_points"]] == [
        *(date(2028, 2, 4), date(2028, 3, 1), date(2028, 3, 2))
    ]


def test_the_same_faults_give_the_same_bytes_and_office_has_no_complaint(tmp_path: Path) -> None:
    result = arrive(tmp_path, faulty())
    assert the_copy(result) == the_copy(result)
    path = tmp_path / "copy.docx"
    path.write_bytes(the_copy(result))
    assert complaints([path]) == []
    assert len(pages(path, tmp_path / "pages")) == 3
