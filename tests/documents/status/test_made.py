"""What lies in the outbox tells which activities have their document."""

import pytest

from pipeline.documents import HANDOUTS, REPORTS, SESSION_DECKS
from pipeline.documents.status.made import activities_made
from tests.ttr.years_so_far import KEYS


@pytest.mark.parametrize(
    ("file", "key"),
    [
        ("letters/KTM-473.docx", "letters"),
        ("annual_report/annual-report.docx", "annual_report"),
        ("3_follow_up_1/session-deck-1.pptx", "prepare_1"),
        ("4_follow_up_2/case-handout-2.docx", "hand_out_2"),
        ("5_follow_up_3/report-3.docx", "report_3"),
    ],
)
def test_each_document_belongs_to_its_activity(file: str, key: str) -> None:
    assert activities_made([file]) == {key}


def test_other_files_belong_to_none() -> None:
    files = ("letters/intro.ics", "2_introduction/session-deck-intro.pptx", "3_follow_up_1/report-1-management.docx")
    assert activities_made((*files, "annual_report/annual-report-management.docx")) == frozenset()


def test_every_key_is_one_of_the_plan() -> None:
    papers = (*SESSION_DECKS.values(), *HANDOUTS.values(), *REPORTS.values())
    found = activities_made(["letters/a.eml", "annual_report/annual-report.docx", *(one.file for one in papers)])
    assert len(found) == 11
    assert found <= set(KEYS)
