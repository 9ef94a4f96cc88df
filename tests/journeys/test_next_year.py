"""A team goes on into its next year: a new folder with what it takes along, nobody in it, and how much of it stayed."""

import hashlib
import io
import json
from collections.abc import Iterator, Mapping
from datetime import date, time, timedelta
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from pipeline.anonymise import door
from pipeline.anonymise.key import team_key
from pipeline.cli.asking import Asked
from pipeline.cli.years import next_year
from pipeline.documents.filled_form import FilledForm
from pipeline.documents.next_year.first_forms import next_year_of
from pipeline.forms import ACTION_LIST, FRAME, PROGRAMME
from pipeline.forms.lessons import LESSONS
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.forms.blank_form import blank_form, filled_form
from pipeline.ttr.lessons import LESSONS as PROMPTS
from pipeline.ttr.records import TeamYear
from tests import case_forms, sample
from tests.documents.lessons_told import lessons
from tests.journeys.team_folder import TeamFolder, with_sample
from tests.journeys.test_review import names
from tests.journeys.test_year import text_of
from tests.office.canaries import canaries_in
from tests.office.judgement import complaints
from tests.year.texts import year_texts

TODAY = date(2028, 6, 20)
LATER = "2028-08-28"
PAGE = "1_prepare/last-year.docx"
DECK = "3_follow_up_1/session-deck-1.pptx"
WORDS = catalogue("nl")
NEWCOMERS = (
    sample.Colleague("Ngozi Okafor", "n.okafor@waterstad.example", "teacher"),
    sample.Colleague("Piet Verbruggen", "p.verbruggen@waterstad.example", "teacher"),
    sample.Colleague("Siti Rahayu", "s.rahayu@waterstad.example", "teacher"),
    sample.Colleague("Ahmed Benali", "a.benali@waterstad.example", "mentor"),
)


def asked(old: TeamFolder, new: Path, *, language: str | None = None, form: str = "text") -> Result:
    """The command as somebody gives it in the folder of the old year."""
    result = CliRunner().invoke(next_year, [str(new)], obj=Asked(old.folder, language, TODAY, form, quiet=False))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def told(old: TeamFolder, new: Path) -> dict[str, object]:
    said = json.loads(asked(old, new, form="json").stdout)
    assert isinstance(said, dict)
    return said


def year_form(language: str = "nl") -> bytes:
    learned = lessons(language)
    texts = {prompt: text for prompt in PROMPTS if (text := learned.told(prompt))}
    about = {"academic_year": "2027-2028", "recipient": "de opleidingsmanager"}
    sheets = {"about": [about], "lessons": [texts], "release": [{"release": "yes"}]}
    return filled_form(FilledForm(LESSONS, catalogue(language), sheets))


def list_with_codes(year: TeamYear) -> bytes:
    """A list of actions in which somebody of the team, and a case, are meant by their codes."""
    somebody, case = year.participants[0].code, year.case_progress[0].code
    texts = ("De afspraken ophangen in lokaal 2", f"Met {somebody} nalopen wat {case} heeft opgeleverd")
    agreed: dict[str, str | int | date | time] = {"who": somebody, "due": date(2028, 6, 1), "state": "open"}
    points = [{**agreed, "what": text} for text in texts]
    return filled_form(FilledForm(ACTION_LIST, WORDS, {"actions": points, "release": [{"release": "yes"}]}))


def name_of(form: str, language: str = "nl") -> str:
    """The file of a form in the new inbox."""
    forms = {one.key: one for one in (PROGRAMME, FRAME, ACTION_LIST, LESSONS)}
    return blank_form(forms[form], catalogue(language))[0]


def passed(team: TeamFolder) -> TeamYear:
    key = team_key(team.folder / "private")
    return door.passed(door.received(team.folder / "inbox"), key, TODAY).year


def every_file(*folders: Path) -> Mapping[str, tuple[str, int]]:
    """The digest and the time of whatever lies in these folders, hidden or not."""
    found = (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path): (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns) for path in found}


def dated(content: bytes) -> bytes:
    """The programme form with what it leaves open: the first day, a lead, and a day for each meeting."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    words = "forms.programme"
    answers: dict[str, date | str] = {"first_teaching_day": date(2028, 9, 4), "lead_1": "Fatima Bouzid"}
    fields = book[WORDS.say(f"{words}.programme.tab")]
    for row in range(2, fields.max_row + 1):
        for key, answer in answers.items():
            if fields.cell(row, 1).value == WORDS.say(f"{words}.programme.{key}.label"):
                fields.cell(row, 2).value = answer
    meetings = book[WORDS.say(f"{words}.meetings.tab")]
    labels = [cell.value for cell in meetings[1]]
    day = labels.index(WORDS.say(f"{words}.meetings.day.label")) + 1
    rows = [row for row in range(3, 12) if meetings.cell(row, 1).value]
    for number, row in enumerate(rows):
        meetings.cell(row, day).value = date(2028, 9, 21) + timedelta(weeks=10 * number)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> TeamFolder:
    team = with_sample(tmp_path_factory.mktemp("old"))
    team.drop("jaarformulier.docx", year_form())
    team.drop("actielijst-2.xlsx", list_with_codes(passed(team)))
    return team


@pytest.fixture(scope="module")
def new(old: TeamFolder, tmp_path_factory: pytest.TempPathFactory) -> TeamFolder:
    folder = tmp_path_factory.mktemp("years") / "2028-2029"
    before = old.inbox_state()
    result = asked(old, folder)
    assert result.exit_code == 0, result.output
    assert old.inbox_state() == before
    return TeamFolder(folder)


@pytest.fixture
def begun(old: TeamFolder, tmp_path: Path) -> TeamFolder:
    """A new folder to work in."""
    assert asked(old, tmp_path / "new").exit_code == 0
    return TeamFolder(tmp_path / "new")


def test_the_new_folder_has_a_key_of_its_own_blank_forms_and_what_goes_along(new: TeamFolder, old: TeamFolder) -> None:
    assert set(new.files("inbox")) == {name_of(key) for key in ("programme", "frame", "action_list", "lessons")}
    assert set(new.files("private")) == {"team.key"}
    assert (new.folder / "private" / "team.key").read_text() not in (old.folder / "private" / "sample.key").read_text()
    started = TeamFolder(new.folder.parent / "started")
    assert started.ttr("start", str(started.folder), language="nl").exit_code == 0
    blank = {f"forms/{name}": content for name, content in started.files("outbox/forms").items()}
    assert {name: content for name, content in new.files().items() if name != PAGE} == blank


def test_what_is_read_from_it_is_what_was_taken_along(new: TeamFolder, old: TeamFolder) -> None:
    expected, found = next_year_of(passed(old), WORDS), passed(new)
    assert found.programme == expected.programme
    assert found.frame == expected.frame
    assert found.action_points == expected.action_points
    assert found.former_lessons == expected.former_lessons
    assert found.frame is not None
    assert found.former_lessons is not None
    told = {point.what: point.who for point in found.action_points}
    assert told["De afspraken ophangen in lokaal 2"] is None
    assert told["Met een collega nalopen wat de casus heeft opgeleverd"] is None
    assert not any((found.participants, found.cases, found.case_progress, found.held))
    assert found.lessons is None


def test_nobody_is_named_in_any_byte_of_it(new: TeamFolder, old: TeamFolder) -> None:
    year = passed(old)
    codes = [*(one.code for one in year.participants), *(one.code for one in year.case_progress)]
    assert len(codes) > len(sample.TEAM)
    surely = (*codes, *(told for person in sample.TEAM for told in (person.name, person.email)))
    for folder in ("inbox", "outbox", "private"):
        for name, content in new.files(folder).items():
            # Of our own blank forms, which are those of any new folder, one holds every word of the house.
            parts = () if name.startswith("forms/") else names()
            assert canaries_in(content, (*surely, *parts)) == [], name


def sentences() -> Iterator[str]:
    for case in (case_forms.GROUP_APP, case_forms.LANGUAGE_MARKS):
        texts = (text for answers in case.values() for text in answers.values())
        yield from (one for text in texts for one in text.replace("\n", " ").split(". ") if len(one) > 30)


def test_no_sentence_of_a_case_is_in_it(new: TeamFolder) -> None:
    assert len(list(sentences())) > 20
    for name, content in new.files("inbox").items():
        assert canaries_in(content, sentences()) == [], name
    assert canaries_in(new.files()[PAGE], sentences()) == []


def test_the_page_and_the_forms_are_valid_and_accessible(new: TeamFolder) -> None:
    made = [new.folder / "inbox" / name for name in new.files("inbox")]
    assert complaints([*made, new.folder / "outbox" / PAGE]) == []


def test_it_says_what_it_made_and_what_to_do_next(old: TeamFolder, tmp_path: Path) -> None:
    said = asked(old, tmp_path / "new").output
    assert "2028-2029" in said
    assert f"inbox/{name_of('programme')}" in said
    assert WORDS.say("cli.next_year.next") in said
    as_json = told(old, tmp_path / "other")
    assert as_json["next_year"] == {
        "folder": str(tmp_path / "other"),
        "academic_year": "2028-2029",
        "action_points": len(passed(TeamFolder(tmp_path / "other")).action_points),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_and_asks_in_the_language_that_is_chosen(language: str, old: TeamFolder, tmp_path: Path) -> None:
    said = asked(old, tmp_path / "new", language=language).output
    assert catalogue(language).say("cli.next_year.next") in said
    assert name_of("programme", language) in TeamFolder(tmp_path / "new").files("inbox")


def test_the_new_folder_asks_for_the_first_day_and_a_lead_and_nothing_worse(begun: TeamFolder) -> None:
    findings = begun.told("check", today=LATER)["findings"]
    assert isinstance(findings, list)
    stops = [one for one in findings if one["level"] == "stop"]
    assert {one["key"] for one in stops} == {"answer_missing"}
    assert len(stops) == 2
    assert WORDS.say("forms.programme.programme.first_teaching_day.label") in stops[0]["problem"]


def test_with_days_the_first_deck_shows_the_frame_and_what_still_waits(begun: TeamFolder) -> None:
    begun.drop(name_of("programme"), dated(begun.files("inbox")[name_of("programme")]))
    begun.drop("aanmelding.xlsx", sample.sign_up_form(sample.TEAM))
    made = begun.ttr("session-deck", "1", today=LATER)
    assert made.exit_code == 0, made.output
    shown = " ".join(text_of(begun.files()[DECK], "ppt/slides/").split())
    frame = year_texts("nl").new_frame["frame"][0]
    assert str(frame["condition_1"]).split(".")[0] in shown
    points = passed(begun).action_points
    assert all(" ".join(point.what.split()) in shown for point in points)


def test_the_page_that_lies_there_is_the_one_that_the_new_folder_makes_itself(begun: TeamFolder) -> None:
    begun.drop(name_of("programme"), dated(begun.files("inbox")[name_of("programme")]))
    made = {one["file"]: one["outcome"] for one in _made(begun.told("all", today=LATER))}
    assert made[f"outbox/{PAGE}"] == "unchanged"


def _made(said: dict[str, object]) -> list[dict[str, str]]:
    made = said["made"]
    assert isinstance(made, list)
    return made


def test_half_a_new_team_is_told_in_numbers_and_advised_to_begin_again(begun: TeamFolder, old: TeamFolder) -> None:
    stay = sample.TEAM[:4]
    begun.drop("aanmelding.xlsx", sample.sign_up_form((*stay, *NEWCOMERS)))
    before = every_file(old.folder, begun.folder)
    said = told(old, begun.folder)
    assert said["overlap"] == {
        "before": len(sample.TEAM),
        "now": 8,
        "both": 4,
        "newcomers": 4,
        "percent": 50,
        "advice": "repeat",
    }
    assert said["made"] == said["findings"] == []
    result = asked(old, begun.folder)
    assert result.exit_code == 0
    assert "50%" in result.output
    assert WORDS.say("next.overlap.advice.repeat", limit=70) in result.output
    assert every_file(old.folder, begun.folder) == before
    assert not [name for name in (*names(), *(one.name for one in NEWCOMERS)) if name in result.output]


def test_a_team_that_stays_may_leave_out_the_introductory_session(begun: TeamFolder, old: TeamFolder) -> None:
    begun.drop("aanmelding.xlsx", sample.sign_up_form((*sample.TEAM[:9], *NEWCOMERS[:3])))
    assert WORDS.say("next.overlap.advice.leave_out", limit=70) in asked(old, begun.folder).output


def test_before_anybody_has_signed_up_it_says_to_come_back(begun: TeamFolder, old: TeamFolder) -> None:
    before = every_file(old.folder, begun.folder)
    result = asked(old, begun.folder)
    assert result.exit_code == 0
    assert WORDS.say("next.overlap.open.now") in result.output
    assert every_file(old.folder, begun.folder) == before


def test_a_sign_up_that_cannot_be_read_is_said_without_its_name(begun: TeamFolder, old: TeamFolder) -> None:
    begun.drop("aanmelding.xlsx", sample.sign_up_form(sample.TEAM))
    begun.drop("Marijke Haanstra.xlsx", b"PK\x03\x04 not a workbook")
    result = asked(old, begun.folder)
    assert WORDS.say("findings.overlap_incomplete.problem") in result.output
    assert "Haanstra" not in result.output


@pytest.mark.parametrize("inside", [".", "inbox/2028", "outbox", "private/new"])
def test_the_new_folder_is_another_one(inside: str, old: TeamFolder) -> None:
    before = every_file(old.folder)
    result = asked(old, old.folder / inside)
    assert result.exit_code == 3
    assert WORDS.say("errors.next_year_within.what") in result.output
    assert every_file(old.folder) == before


def test_a_folder_with_something_else_in_it_is_left_alone(old: TeamFolder, tmp_path: Path) -> None:
    (tmp_path / "vakantie.jpg").write_bytes(b"zee")
    before = every_file(tmp_path)
    assert asked(old, tmp_path).exit_code == 3
    assert every_file(tmp_path) == before


def test_a_folder_that_was_started_and_is_still_empty_serves_too(old: TeamFolder, tmp_path: Path) -> None:
    new = TeamFolder(tmp_path / "new")
    assert new.ttr("start", str(new.folder), language="nl").exit_code == 0
    key = (new.folder / "private" / "team.key").read_bytes()
    (new.folder / "inbox" / ".hidden").write_bytes(b"of the machine")
    assert asked(old, new.folder).exit_code == 0
    assert name_of("frame") in new.files("inbox")
    assert (new.folder / "inbox" / ".hidden").exists()
    assert (new.folder / "private" / "team.key").read_bytes() == key


@pytest.mark.parametrize("key", ["frame", "programme", "unknown"])
def test_what_is_to_be_mended_first_holds_up_the_whole_folder(key: str, tmp_path: Path) -> None:
    team = with_sample(tmp_path / "old")
    frame = {**year_texts("nl").new_frame, "release": [{"release": "not_yet"}], "agreement": [{"version": 3}]}
    faulty = {
        "frame": ("kader.docx", filled_form(FilledForm(FRAME, WORDS, frame))),
        "programme": ("programma.xlsx", sample.programme_form(answers={"team": ""})),
        "unknown": ("iets.xlsx", b"PK\x03\x04 not a workbook"),
    }
    team.drop(*faulty[key])
    result = asked(team, tmp_path / "new")
    assert result.exit_code == 1
    assert WORDS.say("cli.held_up", document=WORDS.say("documents.next_year")) in result.output
    assert not (tmp_path / "new").exists()


def test_a_case_that_is_to_be_mended_holds_up_nothing(tmp_path: Path) -> None:
    team = with_sample(tmp_path / "old")
    told = {**case_forms.GROUP_APP["case"], "problem": "In blok 3 stond Bilal weer alleen, en weer zei niemand iets."}
    people = {key: text for key, text in case_forms.GROUP_APP["people"].items() if key != "consent"}
    team.drop("casus-4.docx", case_forms.whole({**case_forms.GROUP_APP, "case": told, "people": people}))
    assert "case_consent_missing" in team.keys("check", level="stop", today=TODAY.isoformat())
    assert asked(team, tmp_path / "new").exit_code == 0


def test_a_year_without_frame_or_lessons_says_so(tmp_path: Path) -> None:
    team = TeamFolder(tmp_path / "old")
    team.drop("programma.xlsx", sample.programme_form())
    said = told(team, tmp_path / "new")
    findings = said["findings"]
    assert isinstance(findings, list)
    assert [one["key"] for one in findings] == ["next_year_without_frame", "next_year_without_lessons"]
    assert set(TeamFolder(tmp_path / "new").files("inbox")) == {name_of("programme")}
    assert PAGE not in TeamFolder(tmp_path / "new").files()


def test_the_same_year_gives_the_same_bytes(old: TeamFolder, tmp_path: Path) -> None:
    one, other = TeamFolder(tmp_path / "one"), TeamFolder(tmp_path / "other")
    assert asked(old, one.folder).exit_code == asked(old, other.folder).exit_code == 0
    assert one.files("inbox") == other.files("inbox")
    assert one.files() == other.files()
