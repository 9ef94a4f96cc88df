"""The year form becomes what the team learned, released and with nobody in it (M06, M104, M105, G18, G30)."""

import subprocess
import sys

import pytest

from pipeline.anonymise.door import Passed, Wanted, gate_for, passed
from pipeline.anonymise.folding import folded
from pipeline.forms import LESSONS
from pipeline.forms.questions import Designation, Prose
from pipeline.inbox.answers import Answers, Given, Received
from pipeline.language.catalogue import catalogue, catalogues
from pipeline.ttr.lessons import LESSONS as PROMPTS
from pipeline.ttr.lessons import MOST_WORDS, LessonsLearned, year_before
from tests.anonymise.answers_made import KEY, TODAY, form, programme, said_of
from tests.anonymise.test_door import texts_in
from tests.anonymise.test_text_door import CANARIES, ROOM, SENTENCES, spellings
from tests.anonymise.texts_made import PLAN, TEAM, minutes, written
from tests.house.measures import ROOT
from tests.year import lessons_de, lessons_en, lessons_nl

FILE = "inbox/jaar.docx"
TEXTS = {
    "awareness": "We zien sneller wie er niet meedoet.\nDat begint bij kijken.",
    "skills": "We vragen door en komen er later op terug.",
    "practice": "De docent deelt de groepjes in.",
    "process": "Veertig minuten was te kort.",
    "next_year": "Nieuwe collega's hebben een gesprek nodig.",
}
SAMPLES = {"nl": lessons_nl, "en": lessons_en, "de": lessons_de}
ASKED = [
    question.key
    for sheet in LESSONS.sheets
    for question in sheet.questions
    if isinstance(question.kind, Prose | Designation)
]


def year_form(
    year: str | None = "2027-2028",
    file: str = FILE,
    language: str | None = "nl",
    release: str | None = "yes",
    **said: Given | None,
) -> Answers:
    """A year form; `said` are answers by question."""
    about = {"academic_year": year, "recipient": said.pop("recipient", None)}
    about["cases_for_management"] = said.pop("cases_for_management", None)
    told = {**TEXTS, **said}
    return form(LESSONS, file, language, about=[about], lessons=[told], release=[{"release": release}])


def said(found: Passed) -> list[str]:
    """The findings on year forms, STOPs in capitals."""
    of_forms = (one for one in found.findings if "jaar" in one.place.file)
    return [one.key.upper() if one.stops else one.key for one in of_forms]


def test_a_released_form_passes_with_all_it_says() -> None:
    found = written(year_form(recipient="de opleidingsmanager", cases_for_management="yes"))
    assert said(found) == []
    assert isinstance(found.year.lessons, LessonsLearned)
    assert {key: found.year.lessons.told(key) for key in PROMPTS} == TEXTS
    assert (found.year.lessons.academic_year, found.year.lessons.recipient) == ("2027-2028", "de opleidingsmanager")
    assert found.year.lessons.cases_for_management
    assert found.year.lessons.place.file == FILE
    assert found.year.lessons.left_open == ()


def test_what_is_left_open_is_empty_and_cases_stay_in_the_team() -> None:
    found = written(year_form(skills=None, process=" "))
    assert found.year.lessons is not None
    assert found.year.lessons.left_open == ("skills", "process")
    assert (found.year.lessons.recipient, found.year.lessons.cases_for_management) == (None, False)


def test_without_a_form_there_is_nothing_to_say() -> None:
    found = written(minutes())
    assert (found.year.lessons, found.year.former_lessons, said(found)) == (None, None, [])


@pytest.mark.parametrize("release", ["not_yet", None])
def test_nothing_passes_that_nobody_released(release: str | None) -> None:
    found = written(year_form(release=release))
    assert found.year.lessons is None
    # Of a question left open in a Word form the reader has spoken.
    assert said(found) == ([] if release is None else ["TEXT_NOT_RELEASED"])
    if release:
        finding = said_of(found, "text_not_released")
        assert (finding.about, finding.place.sheet) == ("lessons", "release")


@pytest.mark.parametrize("question", PROMPTS)
def test_somebody_known_by_name_never_passes_and_the_place_is_told(question: str) -> None:
    found = written(year_form(release="found_may_stay", **{question: "Kwabena belde de student op."}))
    finding = said_of(found, "text_names_somebody")
    column = dict(zip(PROMPTS, "ABCDE", strict=True))[question]
    assert found.year.lessons is None
    assert (finding.stops, finding.about, finding.place.cell) == (True, "lessons", f"{column}2")


def test_something_that_may_point_at_somebody_needs_a_second_yes() -> None:
    story = "Een student van 17 jaar uit Eritrea voelde zich alleen."
    held, kept = written(year_form(skills=story)), written(year_form(skills=story, release="found_may_stay"))
    assert said_of(held, "text_may_point_at_somebody").values == {"count": 2}
    assert held.year.lessons is None
    assert kept.year.lessons is not None
    assert kept.year.lessons.skills == story


@pytest.mark.parametrize("question", ASKED)
def test_no_known_name_of_any_origin_passes_from_any_question(question: str) -> None:
    for turn, (language, sentences) in enumerate(SENTENCES.items()):
        for number, name in enumerate(CANARIES, turn):
            spelling = list(spellings(name))[number % 8]
            text = spelling if question == "recipient" else sentences[number % len(sentences)].format(spelling)
            told = year_form(language=language, release="found_may_stay", **{question: text})
            found = passed(Received((ROOM, told)), KEY, TODAY)
            shown = [folded(one) for one in (*texts_in(found), repr(found))]
            assert found.year.lessons is None, (language, spelling)
            assert not [one for one in shown if folded(spelling) in one], (language, spelling)


@pytest.mark.parametrize("name", CANARIES)
@pytest.mark.parametrize("question", ASKED)
def test_whom_nobody_knows_by_name_is_held_until_somebody_has_looked(name: str, question: str) -> None:
    text = name if question == "recipient" else f"We vroegen {name} om raad, en dat hielp."
    found = passed(Received((PLAN, TEAM, year_form(**{question: text}))), KEY, TODAY)
    assert found.year.lessons is None
    for finding in found.findings:
        for words in catalogues():
            assert folded(name) not in folded(words.problem(finding) + words.remedy(finding))


# --- for whom it is -------------------------------------------------------------------------------------------------


def test_a_name_in_the_place_for_the_recipient_is_told_with_what_to_write() -> None:
    known, unknown = written(year_form(recipient="Agnieszka Wójcik")), written(year_form(recipient="Farid Benali"))
    assert said(known) == ["RECIPIENT_NAMES_SOMEBODY"]
    assert said(unknown) == ["RECIPIENT_MAY_NAME_SOMEBODY"]
    assert said_of(known, "recipient_names_somebody").place.cell == "B2"


@pytest.mark.parametrize(
    ("language", "recipient"),
    [
        ("nl", "de opleidingsmanager"),
        ("nl", "Managementteam van de opleiding"),
        ("nl", "opleidingscommissie en docententeam"),
        ("nl", "College van Bestuur"),
        ("nl", "directie Gezondheid en Welzijn"),
        ("en", "Programme manager"),
        ("en", "the board of studies"),
        ("en", "Head of Department"),
        ("de", "Studiengangsleitung"),
        ("de", "Präsidium und Hochschulrat"),
        ("de", "die Hochschulleitung"),
    ],
)
def test_a_role_or_a_body_passes_without_a_second_look(language: str, recipient: str) -> None:
    found = written(year_form(language=language, **{**SAMPLES[language].LESSONS, "recipient": recipient}))
    assert said(found) == []
    assert found.year.lessons is not None
    assert found.year.lessons.recipient == recipient


# --- which year it is about -----------------------------------------------------------------------------------------


def test_the_form_of_the_year_before_is_kept_beside_this_years() -> None:
    forms = (year_form("2026-2027", "inbox/jaar-oud.docx", skills="Toen nog niet."), year_form())
    found = written(*forms)
    assert said(found) == []
    assert found.year.lessons is not None
    assert found.year.former_lessons is not None
    assert found.year.lessons.academic_year == "2027-2028"
    assert (found.year.former_lessons.academic_year, found.year.former_lessons.skills) == (
        "2026-2027",
        "Toen nog niet.",
    )


@pytest.mark.parametrize("year", ["2025-2026", "2028-2029"])
def test_a_form_of_any_other_year_is_told_and_not_used(year: str) -> None:
    found = written(year_form(year, skills="Kwabena belde."))
    assert (found.year.lessons, found.year.former_lessons) == (None, None)
    assert said(found) == ["lessons_other_year"]
    finding = said_of(found, "lessons_other_year")
    assert (finding.place.cell, finding.values) == ("A2", {"year": year, "current": "2027-2028"})


def test_what_is_wrong_with_the_year_before_holds_up_nothing_of_this_year() -> None:
    found = written(year_form("2026-2027", "inbox/jaar-oud.docx", skills="Joost zegt iets."), year_form())
    assert said(found) == ["TEXT_NAMES_SOMEBODY"]
    assert said_of(found, "text_names_somebody").about == ""
    assert found.year.lessons is not None
    assert found.year.former_lessons is None


@pytest.mark.parametrize("plan", [(), (programme(academic_year=None),)], ids=["no plan", "no year in it"])
def test_without_a_programme_year_the_newest_form_counts(plan: tuple[Answers, ...]) -> None:
    forms = [year_form(year, f"inbox/jaar-{year}.docx") for year in ("2026-2027", "2027-2028", "2020-2021")]
    found = passed(Received((*plan, TEAM, *forms)), KEY, TODAY)
    assert found.year.lessons is not None
    assert found.year.former_lessons is not None
    assert found.year.lessons.academic_year == "2027-2028"
    assert found.year.former_lessons.academic_year == "2026-2027"
    assert said(found) == ["lessons_other_year"]


def test_a_form_that_does_not_say_its_year_is_taken_for_this_years() -> None:
    found = written(year_form(None))
    alone = passed(Received((TEAM, year_form(None))), KEY, TODAY)
    assert found.year.lessons is not None
    assert alone.year.lessons is not None
    assert (found.year.lessons.academic_year, alone.year.lessons.academic_year) == ("2027-2028", None)


def test_the_year_before_is_reckoned() -> None:
    assert year_before("2027-2028") == "2026-2027"
    assert year_before("2000-2001") == "1999-2000"


# --- two forms for one year -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "answer"), [("skills", "Anders."), ("recipient", "directie"), ("cases_for_management", "yes")]
)
def test_two_forms_that_differ_stop_and_name_both_places(question: str, answer: str) -> None:
    found = written(year_form(), year_form(file="inbox/jaar-b.docx", **{question: answer}))
    finding = said_of(found, "lessons_differ")
    assert (found.year.lessons, finding.stops, finding.about) == (None, True, "lessons")
    assert (finding.place.file, finding.values["first"]) == ("inbox/jaar-b.docx", FILE)


def test_a_draft_beside_what_became_of_it_counts_once() -> None:
    found = written(year_form(release="not_yet"), year_form(file="inbox/jaar-b.docx"))
    assert said(found) == ["lessons_twice"]
    assert found.year.lessons is not None
    assert found.year.lessons.place.file == "inbox/jaar-b.docx"


def test_spaces_and_empty_lines_make_no_other_form() -> None:
    spaced = {key: text.replace("\n", " \n\n  ") + "\n" for key, text in TEXTS.items()}
    assert said(written(year_form(), year_form(file="inbox/jaar-b.docx", **spaced))) == ["lessons_twice"]


# --- what is long, what is ours, what is left alone -----------------------------------------------------------------


def test_a_long_answer_passes_whole_and_is_told_its_number_of_words() -> None:
    text = " ".join(["De docent vraagt door."] * 225)
    found = written(year_form(practice=text))
    finding = said_of(found, "lesson_long")
    assert found.year.lessons is not None
    assert found.year.lessons.practice == text
    assert (finding.stops, finding.place.cell, finding.values) == (False, "C2", {"count": 900, "most": MOST_WORDS})


@pytest.mark.parametrize("language", ["nl", "en", "de"])
def test_a_line_of_ours_with_counts_is_no_part_of_an_answer(language: str) -> None:
    ours = f"{catalogue(language).say('forms.lessons.beside.label')} 14 aanmeldingen, 2 vervolgsessies."
    found = written(year_form(skills=f"{ours}\n{TEXTS['skills']}", process=ours), year_form(process=None))
    assert found.year.lessons is not None
    assert (found.year.lessons.skills, found.year.lessons.process) == (TEXTS["skills"], "")
    assert "LESSONS_DIFFER" not in said(found)


def test_it_is_searched_only_where_it_is_wanted() -> None:
    form = year_form(skills="Joost zegt iets.")
    for wanted in (Wanted.NOTHING, Wanted.CASES):
        found = written(form, wanting=lambda _, wanted=wanted: wanted)  # type: ignore[misc]
        assert (said(found), found.year.lessons) == ([], None)
    assert said(written(form, wanting=lambda _: Wanted.TEXTS)) == ["TEXT_NAMES_SOMEBODY"]


def test_the_gate_knows_whoever_is_named_elsewhere() -> None:
    received = Received((PLAN, TEAM, year_form(), minutes(people="Chukwuemeka Obi")))
    gate = gate_for(received, passed(received, KEY, TODAY), KEY, catalogue("nl"))
    assert gate.held_back("x.txt", b"Dank aan Chukwuemeka Obi.")


def test_the_lists_of_words_are_loaded_for_it_alone() -> None:
    script = "import sys; from tests.anonymise.test_lessons import *; written({}); print(*sys.modules)"
    loaded = {}
    for what in ("", "year_form(), wanting=lambda _: Wanted.NOTHING", "year_form()"):
        command = [sys.executable, "-c", script.format(what)]
        run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        loaded[what] = "pipeline.anonymise.lessons" in run.stdout.split()
    assert list(loaded.values()) == [False, False, True]


@pytest.mark.parametrize("language", SAMPLES)
def test_what_the_invented_team_writes_passes_at_the_first_yes(language: str) -> None:
    texts = SAMPLES[language]
    found = written(year_form(language=language, **{**texts.LESSONS, "recipient": texts.ABOUT["recipient"]}))
    assert said(found) == []
    assert found.year.lessons is not None
    assert {key: found.year.lessons.told(key) for key in PROMPTS} == texts.LESSONS
