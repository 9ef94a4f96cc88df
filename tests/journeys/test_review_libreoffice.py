"""A case is reviewed in LibreOffice: what was accepted, rejected and typed arrives, to the letter (M90, M94, G31)."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from pipeline.anonymise.release import released
from pipeline.findings import Finding
from pipeline.inbox.receiving import received
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.post.review_copies import review_copies
from pipeline.ttr.cases import Case, CaseState
from tests.anonymise.answers_made import KEY
from tests.anonymise.cases_made import TEXTS, case_form, drafted, everybody
from tests.office.tools import UNO, require

SCRIPT = Path(__file__).with_name("review_in_writer.py")
TIME_LIMIT = 300
FORM = case_form(
    texts={
        **TEXTS,
        "teacher": "Joost ging in week 42 door met de les, en niemand zei er iets van.",
        "others": "Kwame en Zeynep\nKarataş gingen naar Zwolle & terug.",
    }
)
[DRAFT], _ = drafted(FORM)
TYPED = {"bleef de week daarna thuis van school": "bleef een tijd thuis", "in week 42": "in het najaar"}


def choices(language: str, *chosen: tuple[str, str, str]) -> list[list[str]]:
    """The text that a drop-down shows, and the one that is chosen instead."""
    say = catalogue(language).say
    return [[say(f"choices.{group}.{before}"), say(f"choices.{group}.{after}")] for group, before, after in chosen]


RELEASED = ("case_release", "not_yet", "yes")
CHOSEN = ("case_meeting", "none", "follow_up_2")
REMAINING = ("yes_no", "no", "yes")


def tasks(language: str) -> Mapping[str, Mapping[str, object]]:
    """What somebody does with a copy, by the name of the file."""
    thorough = {"rejected": ["Zwolle"], "edited": list(TYPED.items())}
    return {
        f"{language}-all": {"chosen": choices(language, RELEASED)},
        f"{language}-thorough": {**thorough, "chosen": choices(language, CHOSEN, RELEASED, REMAINING)},
        f"{language}-careless": {"rejected": ["Kwame"], "chosen": choices(language, RELEASED)},
        f"{language}-hasty": {"accepted": False, "chosen": choices(language, RELEASED)},
        f"{language}-untouched": {"accepted": False},
    }


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy in each language, worked through in five ways, each in a folder of its own."""
    python, soffice = require(UNO), require("soffice")
    folder = tmp_path_factory.mktemp("reviews")
    asked = []
    for language in LANGUAGES:
        [content] = review_copies([DRAFT], KEY, catalogue(language)).values()
        (folder / f"{language}.docx").write_bytes(content)
        for name, task in tasks(language).items():
            (folder / name).mkdir()
            asked.append({"copy": str(folder / f"{language}.docx"), "saved": str(folder / name / "x.docx"), **task})
    told = json.dumps({"soffice": soffice, "reviews": asked})
    subprocess.run([python, str(SCRIPT)], input=told, text=True, check=True, timeout=TIME_LIMIT)
    return folder


def after(folder: Path) -> tuple[tuple[Case, ...], CaseState, list[str]]:
    _, people = everybody(FORM)
    came = received(folder)
    cases, [progress], findings = released([DRAFT], came.reviews, people, KEY)
    assert not [finding for finding in came.findings if finding.stops]
    return cases, progress.state, keys(findings)


def keys(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.key for finding in findings]


def accepted(question: str) -> str:
    """The text of an answer with every replacement in it."""
    pieces = DRAFT.answers[question]
    return "".join(one.text if one.asked or one.replacement is None else one.replacement for one in pieces)


@pytest.mark.parametrize("language", LANGUAGES)
def test_accepting_everything_gives_exactly_the_text_with_its_replacements(language: str, inbox: Path) -> None:
    [case], state, said = after(inbox / f"{language}-all")
    assert case.answers == {question: accepted(question) for question in DRAFT.answers}
    assert (state, said, case.meeting) == (CaseState.RELEASED, [], None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_rejected_one_edited_and_released_gives_exactly_what_was_meant(language: str, inbox: Path) -> None:
    [case], state, said = after(inbox / f"{language}-thorough")
    expected = {question: accepted(question) for question in DRAFT.answers}
    [masked] = [one for one in DRAFT.answers["others"] if one.text == "Zwolle"]
    expected["others"] = expected["others"].replace(str(masked.replacement), "Zwolle")
    for old, new in TYPED.items():
        expected = {question: text.replace(old, new) for question, text in expected.items()}
    assert case.answers == expected
    assert (state, said, case.meeting) == (CaseState.CHOSEN, [], "follow_up_2")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_that_was_put_back_is_refused(language: str, inbox: Path) -> None:
    assert after(inbox / f"{language}-careless") == ((), CaseState.IN_REVIEW, ["review_names_left"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_changes_that_are_pending_are_refused(language: str, inbox: Path) -> None:
    assert after(inbox / f"{language}-hasty") == ((), CaseState.IN_REVIEW, ["review_pending"])
    assert after(inbox / f"{language}-untouched") == ((), CaseState.IN_REVIEW, ["review_not_released"])


def test_a_copy_of_a_text_that_was_changed_since_is_refused(inbox: Path) -> None:
    [changed], _ = drafted(case_form(texts={**TEXTS, "teacher": "De les ging door zoals altijd."}))
    _, people = everybody(FORM)
    _, [progress], findings = released([changed], received(inbox / "nl-all").reviews, people, KEY)
    assert (progress.state, keys(findings)) == (CaseState.TO_REVIEW, ["review_of_no_case"])
