"""A team lead drops forms in the inbox, gives one command, and has the deck."""

import io
import re
from datetime import date
from pathlib import Path

import pytest
from pptx import Presentation

from tests import sample
from tests.house.languages import foreign_words
from tests.journeys.team_folder import TeamFolder, with_sample
from tests.office.judgement import complaints

DECK = "2_introduction/session-deck-intro.pptx"
FOLLOW_UP_DECKS = (
    "3_follow_up_1/session-deck-1.pptx",
    "4_follow_up_2/session-deck-2.pptx",
    "5_follow_up_3/session-deck-3.pptx",
)
CODE = re.compile(r"\b[A-Z]{3}-[0-9]{3}\b")


def texts(content: bytes, *, notes: bool = True) -> list[str]:
    """The text of each slide, with its notes."""
    told = []
    for slide in Presentation(io.BytesIO(content)).slides:
        pieces = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        for shape in slide.shapes:
            if shape.has_table:
                pieces += [cell.text for row in shape.table.rows for cell in row.cells]
        if notes and slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
            pieces.append(slide.notes_slide.notes_text_frame.text)
        told.append("\n".join(pieces))
    return told


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> TeamFolder:
    return with_sample(tmp_path_factory.mktemp("team"))


def test_the_sample_makes_its_deck_and_says_so_in_dutch(team: TeamFolder) -> None:
    before = team.inbox_state()
    result = team.ttr("session-deck")
    assert result.exit_code == 0
    assert result.stdout.startswith(("Gemaakt: outbox/2_introduction", "Ongewijzigd: outbox/2_introduction"))
    assert not foreign_words(result.stdout, "nl")
    assert team.inbox_state() == before


def test_the_sample_has_two_or_three_notes_and_nothing_to_mend(team: TeamFolder) -> None:
    assert 2 <= len(team.keys("session-deck", "intro", level="note")) <= 3
    assert not team.keys("check", level="stop")


def test_all_fourteen_are_in_a_group_by_code_and_nobody_by_name(team: TeamFolder) -> None:
    team.ttr("session-deck")
    told = "\n".join(texts(team.files()[DECK]))
    assert len(set(CODE.findall(told))) == len(sample.TEAM) == 14
    for person in sample.TEAM:
        assert person.name not in told
        assert person.email not in told


def test_the_deck_has_the_agenda_the_statements_and_the_dates(team: TeamFolder) -> None:
    team.ttr("session-deck")
    told = texts(team.files()[DECK])
    whole = "\n".join(told)
    assert sum("van 10" in page.split("\n")[0] for page in told) == 10
    assert all(clock in whole for clock in ("13:30", "13:40", "14:15", "14:25", "14:35", "15:05", "15:15", "15:20"))
    assert all(text in whole for text, _, _ in sample.OWN_STATEMENTS)
    assert "donderdag 2 december 2027" in whole
    assert "13 april 2028" in whole


def test_the_same_command_twice_gives_the_same_bytes_and_rewrites_nothing(team: TeamFolder, tmp_path: Path) -> None:
    team.ttr("session-deck")
    path = team.folder / "outbox" / DECK
    before = path.stat()
    assert "Ongewijzigd" in team.ttr("session-deck").stdout
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    other = with_sample(tmp_path / "elsewhere")
    other.ttr("session-deck")
    assert other.files()[DECK] == team.files()[DECK]


def test_a_deck_edited_by_hand_is_kept(tmp_path: Path) -> None:
    team = with_sample(tmp_path)
    team.ttr("session-deck")
    path = tmp_path / "outbox" / DECK
    path.write_bytes(b"edited")
    assert "Behouden" in team.ttr("session-deck").stdout
    team.drop("programma.xlsx", sample.programme_form(answers={"team": "Team Blauw"}))
    said = team.ttr("session-deck").stdout
    assert "session-deck-intro-2.pptx" in said
    assert "niet overschreven" in said
    assert path.read_bytes() == b"edited"


@pytest.mark.parametrize(("today", "said"), [("2026-11-25", False), ("2027-09-23", False), ("2029-01-01", True)])
def test_without_a_choice_it_is_the_next_meeting_or_the_last_and_then_it_says_so(
    today: str,
    said: bool,  # noqa: FBT001 - a parameter of the test
    tmp_path: Path,
) -> None:
    team = with_sample(tmp_path)
    assert ("no_meeting_ahead" in team.keys("session-deck", today=today)) is said


@pytest.mark.parametrize("language", ["nl", "en", "de"])
@pytest.mark.parametrize("mode", ["online", "offline", "hybrid"])
def test_a_deck_in_any_language_and_mode_is_whole_accessible_and_in_that_language_alone(
    language: str, mode: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = {"team": "Team 1", "institution": "Campus", "programme": "Chemie", "language": language}
    intro = ("intro", date(2027, 9, 23), *sample.MEETINGS[0][2:4], mode, "B2.14", *sample.MEETINGS[0][6:])
    later = [(*row[:5], "B2.14", "TTR", *row[7:]) for row in sample.MEETINGS[1:]]
    monkeypatch.setattr(sample, "MEETINGS", (intro, *later))
    team = TeamFolder(tmp_path)
    team.drop("form.xlsx", sample.programme_form(language, answers))
    team.drop("people.xlsx", sample.sign_up_form(sample.TEAM, language))
    result = team.ttr("session-deck", "intro")
    assert result.exit_code == 0, result.stdout
    assert not foreign_words(result.stdout, language)
    told = "\n".join(texts(team.files()[DECK]))
    assert not foreign_words(told, language)
    assert not complaints([tmp_path / "outbox" / DECK], [person.name for person in sample.TEAM])


@pytest.mark.parametrize("language", ["nl", "en", "de"])
def test_each_follow_up_has_a_deck_that_is_whole_and_accessible_and_names_nobody(
    language: str, team: TeamFolder
) -> None:
    for number, file in enumerate(FOLLOW_UP_DECKS, 1):
        result = team.ttr("session-deck", str(number), language=language)
        assert result.exit_code == 0, result.stdout
        assert file in result.stdout
    made = [team.folder / "outbox" / file for file in FOLLOW_UP_DECKS]
    assert not complaints(made, [person.name for person in sample.TEAM])


@pytest.mark.parametrize(("today", "file"), [("2027-11-30", 0), ("2028-02-03", 1), ("2028-04-01", 2)])
def test_when_the_next_meeting_is_a_follow_up_its_deck_is_made(today: str, file: int, tmp_path: Path) -> None:
    team = with_sample(tmp_path)
    assert team.ttr("session-deck", today=today).exit_code == 0
    assert FOLLOW_UP_DECKS[file] in team.files()


def test_empty_folders_say_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    result = TeamFolder(tmp_path).ttr("session-deck")
    assert result.exit_code == 1
    assert "Traceback" not in result.output
    assert "Niet gemaakt" in result.stdout


def test_a_wrong_command_line_ends_with_two(tmp_path: Path) -> None:
    assert TeamFolder(tmp_path).ttr("session-deck", "9").exit_code == 2
