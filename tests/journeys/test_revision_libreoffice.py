"""A revision is decided in LibreOffice: accepting all gives the new page, rejecting all the old one (M109)."""

import json
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from pipeline.documents.contents import Card, Cards, Heading, Page, PageBlock, Paragraph, Points
from pipeline.documents.frame.frame_of_reference import frame_revision
from pipeline.documents.frame.revision import Revision
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.pages.word import page_file
from pipeline.outbox.revision.word_revision import revision_file
from pipeline.workspace import shipped_templates
from tests.documents.frame_texts import former_frame, frame
from tests.documents.teams import full_year
from tests.office.tools import UNO, require

SCRIPT = Path(__file__).with_name("decide_in_writer.py")
TIME_LIMIT = 300


class Read(NamedTuple):
    """A paragraph as LibreOffice shows it."""

    number: str
    text: str
    style: str


def of_frame(language: str) -> Revision:
    year = replace(full_year(language), frame=frame(language), former_frame=former_frame(language))
    revision = frame_revision(year, catalogue(language))
    assert revision is not None
    return revision


def page(*blocks: PageBlock) -> Page:
    return Page("Ons kader", "nl", (*blocks, Paragraph("Zo gaan we samen verder.")), "Team 1")


def turned(old: Page, new: Page) -> Mapping[str, Revision]:
    return {"there": Revision(old, new), "back": Revision(new, old)}


FRAMES = {language: of_frame(language) for language in LANGUAGES}
NAMES = Points(("Elke naam", "Elke vraag"), numbered=True)
OTHERS = {
    **turned(page(NAMES), page(Heading("Nieuw"), Paragraph("Een zin."), NAMES, Points(("Een", "Twee"), numbered=True))),
    "ends": Revision(
        page(Paragraph("Elke student."), Paragraph("Iedereen doet mee.")),
        page(Paragraph("Elke student. Ook jij."), Paragraph("Heus. Iedereen doet mee.")),
    ),
    "whole": Revision(
        page(Paragraph("Wij kiezen zelf."), Cards((Card("Kaart", "Eén\nTwee"),)), Points(("a", "b"), numbered=True)),
        page(Points(("Heel", "iets", "anders"), numbered=True), Paragraph("Zij kiezen voor ons."), Heading("Slot")),
    ),
    "last": Revision(
        replace(page(), blocks=(Paragraph("Elke student."), Points(("Naam", "Vraag")))),
        replace(page(), blocks=(Paragraph("Elke student."), Heading("Groepen"), Paragraph("Wij maken ze."))),
    ),
}
REVISIONS = {**FRAMES, **OTHERS}


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[Read]]:
    """Each revision with all accepted and with all rejected, and its two pages as they are."""
    python, soffice = require(UNO), require("soffice")
    folder = tmp_path_factory.mktemp("revisions")
    files = {}
    for name, revision in REVISIONS.items():
        content = revision_file(revision, shipped_templates())[0]
        files |= {f"{name}-accepted": content, f"{name}-rejected": content}
        for which in ("old", "new"):
            files[f"{name}-{which}"] = page_file(getattr(revision, which), shipped_templates())[0]
    for name, content in files.items():
        (folder / f"{name}.docx").write_bytes(content)
    decisions = [{"file": str(folder / f"{name}.docx"), "accepted": "rejected" not in name} for name in files]
    told = json.dumps({"soffice": soffice, "decisions": decisions})
    run = subprocess.run(
        [python, str(SCRIPT)], input=told, text=True, check=True, timeout=TIME_LIMIT, stdout=subprocess.PIPE
    )
    return {name: [Read(*one) for one in said] for name, said in zip(files, json.loads(run.stdout), strict=True)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_frame_reads_as_the_new_one_or_as_the_former_one(language: str, read: Mapping[str, list[Read]]) -> None:
    assert read[f"{language}-accepted"] == read[f"{language}-new"]
    assert read[f"{language}-rejected"] == read[f"{language}-old"]
    assert [one.number for one in read[f"{language}-rejected"] if one.number] == ["1.", "2.", "3.", "4."]


@pytest.mark.parametrize("name", OTHERS)
def test_any_page_has_the_paragraphs_of_the_new_one_or_of_the_old_one(
    name: str, read: Mapping[str, list[Read]]
) -> None:
    for decision, which in (("accepted", "new"), ("rejected", "old")):
        assert [one.text for one in read[f"{name}-{decision}"]] == [one.text for one in read[f"{name}-{which}"]]


@pytest.mark.parametrize("name", ["there", "back"])
def test_lists_keep_their_numbers(name: str, read: Mapping[str, list[Read]]) -> None:
    for decision, which in (("accepted", "new"), ("rejected", "old")):
        assert read[f"{name}-{decision}"] == read[f"{name}-{which}"]
