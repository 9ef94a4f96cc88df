from datetime import date, time
from pathlib import Path

import pytest

from pipeline.documents import SESSION_DECKS
from pipeline.documents.contents import Deck, Grid, Points
from pipeline.documents.follow_up_deck import follow_up_deck
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.ttr.programme import FOLLOW_UPS, INTRO, HandOut, Lead, Meeting, Mode, Programme
from pipeline.ttr.records import TeamYear
from pipeline.ttr.timetable import timetable_for
from tests.documents.teams import full_year
from tests.documents.written import written

GOLDEN = Path(__file__).parent / "golden"
LENGTHS = (None, 10, 30, 40, 45, 90)
MODES = (None, *Mode)
FIRST, SECOND, THIRD = FOLLOW_UPS


def _deck(language: str, key: str = FIRST) -> Deck:
    year = full_year(language)
    assert year.programme
    meeting = year.programme.meeting(key)
    assert meeting
    return follow_up_deck(year, meeting, catalogue(language))


def _alone(meeting: Meeting, language: str = "nl", *others: Meeting) -> Deck:
    """A deck of a team of which nothing else is known."""
    return follow_up_deck(TeamYear(Programme(meetings=(meeting, *others))), meeting, catalogue(language))


def _grids(deck: Deck) -> list[Grid]:
    return [block for slide in deck.slides for block in slide.blocks if isinstance(block, Grid)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_decks_say_what_their_golden_file_says(language: str, *, rewrite_golden: bool) -> None:
    golden = GOLDEN / f"follow-up-deck.{language}.txt"
    told = "\n\n".join(written(_deck(language, key)) for key in FOLLOW_UPS)
    if rewrite_golden:
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("key", FOLLOW_UPS)
@pytest.mark.parametrize("minutes", LENGTHS)
def test_each_block_of_the_timetable_gets_exactly_its_minutes(key: str, minutes: int | None) -> None:
    deck = _alone(Meeting(key, minutes=minutes))
    spent = [sum(slide.notes.minutes for slide in section.slides) for section in deck.sections]
    assert spent == [block.minutes for block in timetable_for(key, minutes).blocks]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", FOLLOW_UPS)
def test_no_two_slides_have_the_same_title(language: str, key: str) -> None:
    titles = [slide.title.casefold() for slide in _deck(language, key).slides]
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", FOLLOW_UPS)
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("hand_out", [None, *HandOut])
def test_every_slide_has_full_notes_and_no_brace_is_left_when_nothing_else_is_known(
    language: str, key: str, mode: Mode | None, hand_out: HandOut | None
) -> None:
    for minutes in LENGTHS:
        deck = _alone(Meeting(key, minutes=minutes, mode=mode, hand_out=hand_out), language)
        for slide in deck.slides:
            for lines in (slide.notes.say, slide.notes.if_needed):
                assert lines, slide.title
                assert all(lines), slide.title
        assert "{" not in written(deck)
        assert "}" not in written(deck)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", FOLLOW_UPS)
def test_an_empty_year_has_its_decks(language: str, key: str) -> None:
    deck = SESSION_DECKS[key].compose(TeamYear(), catalogue(language))
    assert isinstance(deck, Deck)
    assert catalogue(language).say("terms.date_open").casefold() in written(deck).casefold()


def test_the_agenda_runs_on_the_clock() -> None:
    agenda, *_ = _grids(_alone(Meeting(SECOND, date(2028, 2, 17), time(15, 50), 40)))
    assert [row[0] for row in agenda.rows] == ["15:50", "16:00", "16:20"]
    assert [row[-1] for row in agenda.rows] == ["10", "20", "10"]


def test_only_meetings_after_this_one_are_announced() -> None:
    intro, third = Meeting(INTRO, date(2027, 9, 23)), Meeting(THIRD, date(2028, 5, 11))
    *_, dates = _grids(_alone(Meeting(FIRST, date(2027, 12, 9)), "en", intro, third))
    assert [row[0] for row in dates.rows] == ["Follow-up 2", "Follow-up 3"]
    *_, dates = _grids(_alone(Meeting(SECOND, date(2027, 12, 9)), "en", intro, third))
    assert [row[0] for row in dates.rows] == ["Follow-up 3"]


@pytest.mark.parametrize(("key", "last"), [(FIRST, False), (SECOND, True), (THIRD, True)])
def test_the_last_follow_up_announces_the_annual_report_instead(key: str, *, last: bool) -> None:
    titles = [slide.title for slide in _alone(Meeting(key), "en").slides]
    assert ("The annual report" in titles) is last
    assert ("When do we meet again?" in titles) is not last


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_follow_up_looks_back_on_the_introductory_session_and_on_no_case(language: str) -> None:
    words = catalogue(language)
    case = words.say("deck.follow_up.since.case.name")
    assert case not in written(_deck(language, FIRST))
    assert case in written(_deck(language, SECOND))


@pytest.mark.parametrize("hand_out", [None, *HandOut])
def test_the_moderator_is_told_when_the_case_is_handed_out_and_has_an_invented_one(hand_out: HandOut | None) -> None:
    words = catalogue("nl")
    deck = _alone(Meeting(SECOND, hand_out=hand_out))
    (case,) = (slide for slide in deck.slides if slide.title == words.say("deck.follow_up.case.title"))
    assert case.notes.say == words.many(f"deck.follow_up.case.{hand_out.value if hand_out else 'open'}.say")
    assert any(words.say("deck.follow_up.case.invented.follow_up_2") in line for line in case.notes.if_needed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_title_and_case_say_plainly_that_the_case_comes_on_paper(language: str) -> None:
    words = catalogue(language)
    on_paper = words.say("deck.if.case_on_paper")
    told = [slide.title for slide in _deck(language).slides if on_paper in slide.notes.if_needed]
    assert told == [_deck(language).title, words.say("deck.follow_up.case.title")]


def test_there_is_room_for_four_action_points_and_no_more_than_four_questions_to_help() -> None:
    deck = _deck("nl", THIRD)
    *_, actions = _grids(deck)
    assert [set(row) for row in actions.rows] == [{""}] * 4
    assert max(len(block.items) for slide in deck.slides for block in slide.blocks if isinstance(block, Points)) == 4


def test_a_moderator_stays_out_of_the_deck() -> None:
    assert "KTM-473" not in written(_alone(Meeting(FIRST, moderator=Lead("KTM-473"))))
