"""A case form that was filled in and saved with LibreOffice still tells which answer belongs to which question."""

import io
import json
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import etree

from pipeline.forms.anchors import NAMESPACE, bookmark
from pipeline.forms.case import CASE
from pipeline.forms.questions import Choice
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.forms.document import form_document
from tests import case_forms
from tests.office.tools import UNO, require

TIME_LIMIT = 180
SCRIPT = Path(__file__).with_name("fill_in_document.py")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ASKED = [(sheet, question) for sheet in CASE.sheets for question in sheet.questions]
STORY = "Regel een van Yusuf Demir.\nRegel twee: ‘wat nu?’"
every_language = pytest.mark.parametrize("language", LANGUAGES)


def typed(language: str) -> Mapping[str, str]:
    """What is filled in, by bookmark: the last option of each choice, and some texts; the rest stays as it is."""
    words = catalogue(language)
    chosen = {
        bookmark(sheet, question): words.say(f"choices.{question.kind.group}.{question.kind.options[-1]}")
        for sheet, question in ASKED
        if isinstance(question.kind, Choice)
    }
    return {**chosen, "ttr_case_problem": STORY, "ttr_people_students": "Yusuf Demir, Zuza"}


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Mapping[str, bytes]]:
    """The parts of the form of each language, filled in through LibreOffice."""
    python, soffice = require(UNO), require("soffice")
    folder = tmp_path_factory.mktemp("forms")
    forms = []
    for language in LANGUAGES:
        blank, filled = folder / f"blank-{language}.docx", folder / f"filled-{language}.docx"
        blank.write_bytes(form_document(CASE, catalogue(language)))
        forms.append({"blank": str(blank), "saved": str(filled), "typed": dict(typed(language))})
    asked = json.dumps({"soffice": soffice, "forms": forms})
    subprocess.run([python, str(SCRIPT)], input=asked, text=True, timeout=TIME_LIMIT, check=True)
    return {language: parts((folder / f"filled-{language}.docx").read_bytes()) for language in LANGUAGES}


def parts(content: bytes) -> Mapping[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def own_part(made: Mapping[str, bytes]) -> etree._Element:
    items = (etree.fromstring(part) for name, part in made.items() if name.startswith("customXml/item"))
    return next(item for item in items if item.tag == f"{{{NAMESPACE}}}form")


@every_language
def test_every_answer_keeps_its_binding_and_its_bookmark(
    language: str, saved: Mapping[str, Mapping[str, bytes]]
) -> None:
    document = etree.fromstring(saved[language]["word/document.xml"])
    paths = [binding.get(f"{W}xpath") for binding in document.iter(f"{W}dataBinding")]
    assert paths == [f"/f:form[1]/f:{sheet.key}[1]/f:{question.key}[1]" for sheet, question in ASKED]
    marks = {mark.get(f"{W}name") for mark in document.iter(f"{W}bookmarkStart")}
    assert marks >= {bookmark(sheet, question) for sheet, question in ASKED}


@every_language
def test_what_was_typed_is_in_our_own_part_and_what_was_chosen_is_shown(
    language: str, saved: Mapping[str, Mapping[str, bytes]]
) -> None:
    own = own_part(saved[language])
    assert own.findtext(f".//{{{NAMESPACE}}}problem") == STORY
    assert own.findtext(f".//{{{NAMESPACE}}}students") == "Yusuf Demir, Zuza"
    document = etree.fromstring(saved[language]["word/document.xml"])
    for control in document.iter(f"{W}sdt"):
        name = next(mark.get(f"{W}name") for mark in control.iter(f"{W}bookmarkStart"))
        if control.find(f"{W}sdtPr/{W}dropDownList") is not None:
            assert "".join(text.text or "" for text in control.iter(f"{W}t")) == typed(language)[name]


@every_language
def test_the_mark_is_still_there(language: str, saved: Mapping[str, Mapping[str, bytes]]) -> None:
    mark = f"ttr:case:1:{language}"
    assert own_part(saved[language]).get("mark") == mark
    assert mark in saved[language]["docProps/core.xml"].decode()
    assert mark in saved[language]["docProps/custom.xml"].decode()


def test_the_form_of_the_sample_says_what_was_filled_in_before_libreoffice_saved_it() -> None:
    own = own_part(parts(case_forms.files()[case_forms.SAVED]))
    for sheet, question in ASKED:
        if not isinstance(question.kind, Choice) and question.key in case_forms.UPBRINGING[sheet.key]:
            there = own.findtext(f"{{{NAMESPACE}}}{sheet.key}/{{{NAMESPACE}}}{question.key}")
            assert there == case_forms.UPBRINGING[sheet.key][question.key]


def test_the_form_of_the_sample_asks_what_the_form_asks_now() -> None:
    document = etree.fromstring(parts(case_forms.files()[case_forms.SAVED])["word/document.xml"])
    lines = {"".join(text.text or "" for text in line.iter(f"{W}t")) for line in document.iter(f"{W}p")}
    asked = {
        catalogue("nl").say(f"forms.case.{sheet.key}.{question.key}.{part}")
        for sheet, question in ASKED
        for part in ("label", "note")
    }
    assert sorted(text for text in asked if not any(line.startswith(text) for line in lines)) == []
