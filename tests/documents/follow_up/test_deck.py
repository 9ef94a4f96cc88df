"""The deck of a follow-up, with whatever is known of the year by then (M87, M91-M100, M104, G08, G28)."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from pipeline.documents import SESSION_DECKS
from pipeline.documents.contents import Big, Cards, Deck, Grid, Look, Paragraph, Points, Slide
from pipeline.documents.follow_up.deck import follow_up_deck
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.slides.house_style import house_style
from pipeline.outbox.slides.powerpoint import deck_file
from pipeline.ttr.frame import FEWEST_WORDS, MOST_WORDS, FrameOfReference
from pipeline.ttr.people import Participant
from pipeline.ttr.programme import FOLLOW_UPS, INTRO, HandOut, Lead, Meeting, Mode, Programme
from pipeline.ttr.records import TeamYear
from pipeline.ttr.timetable import timetable_for
from tests.documents.case_stories import FRAMES, case
from tests.documents.frame_texts import frame_of
from tests.documents.held_meetings import year_with_follow_ups
from tests.documents.teams import full_year
from tests.documents.written import written
from tests.office.accessibility import barriers
from tests.office.package_rules import breaches
from tests.outbox.house_templates import SHIPPED

GOLDEN = Path(__file__).parents[1] / "golden"
LENGTHS = (None, 10, 30, 40, 45, 90)
MODES = (None, *Mode)
FIRST, SECOND, THIRD = FOLLOW_UPS


def _made(year: TeamYear, key: str = FIRST, language: str = "nl") -> Deck:
    meeting = (year.programme or Programme()).meeting(key) or Meeting(key)
    return follow_up_deck(year, meeting, catalogue(language))


def _deck(language: str, key: str = FIRST) -> Deck:
    """The deck of a team that has neither a frame of reference nor a case."""
    return _made(full_year(language), key, language)


def _alone(meeting: Meeting, language: str = "nl", *others: Meeting) -> Deck:
    """A deck of a team of which nothing else is known."""
    return follow_up_deck(TeamYear(Programme(meetings=(meeting, *others))), meeting, catalogue(language))


def _with(language: str = "nl", frame: FrameOfReference | None = None, meeting: str = FIRST) -> TeamYear:
    """A team with a case for the meeting, and a frame."""
    return replace(full_year(language), frame=frame or FRAMES[language], cases=(case(language, meeting),))


def _grids(deck: Deck) -> list[Grid]:
    return [block for slide in deck.slides for block in slide.blocks if isinstance(block, Grid)]


def _titled(deck: Deck, key: str) -> Slide:
    """The slide with this title of the words of the deck."""
    title = catalogue(deck.language).say(f"deck.follow_up.{key}.title")
    return next(slide for slide in deck.slides if slide.title.startswith(title))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_decks_say_what_their_golden_file_says(language: str, *, rewrite_golden: bool) -> None:
    golden = GOLDEN / f"follow-up-deck.{language}.txt"
    year = year_with_follow_ups(language)
    decks = (_deck(language), *(_made(year, key, language) for key in FOLLOW_UPS))
    told = "\n\n".join(map(written, decks))
    if rewrite_golden:
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("key", FOLLOW_UPS)
@pytest.mark.parametrize("minutes", LENGTHS)
def test_each_block_of_the_timetable_gets_exactly_its_minutes(key: str, minutes: int | None) -> None:
    meeting = Meeting(key, minutes=minutes)
    known = replace(year_with_follow_ups("nl"), programme=Programme(meetings=(meeting,)))
    for deck in (_alone(meeting), follow_up_deck(known, meeting, catalogue("nl"))):
        spent = [sum(slide.notes.minutes for slide in section.slides) for section in deck.sections]
        assert spent == [block.minutes for block in timetable_for(key, minutes).blocks]
        assert deck.slides[0].notes.minutes


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", FOLLOW_UPS)
def test_no_two_slides_have_the_same_title(language: str, key: str) -> None:
    for deck in (_deck(language, key), _made(year_with_follow_ups(language), key, language)):
        titles = [slide.title.casefold() for slide in deck.slides]
        assert len(titles) == len(set(titles))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", FOLLOW_UPS)
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("hand_out", [None, *HandOut])
def test_every_slide_has_full_notes_and_no_brace_is_left_when_nothing_else_is_known(
    language: str, key: str, mode: Mode | None, hand_out: HandOut | None
) -> None:
    for minutes in LENGTHS:
        _is_whole(_alone(Meeting(key, minutes=minutes, mode=mode, hand_out=hand_out), language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", FOLLOW_UPS)
def test_every_slide_has_full_notes_when_all_is_known(language: str, key: str) -> None:
    _is_whole(_made(year_with_follow_ups(language), key, language))


def _is_whole(deck: Deck) -> None:
    for slide in deck.slides:
        for lines in (slide.notes.say, slide.notes.if_needed):
            assert lines, slide.title
            assert all(lines), slide.title
    assert "{" not in written(deck)
    assert "}" not in written(deck)


def _years(language: str) -> tuple[TeamYear, ...]:
    """From one of which little is known to one whose frame is as long as can be."""
    known = year_with_follow_ups(language)
    return full_year(language), known, replace(known, frame=frame_of(language, MOST_WORDS))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", FOLLOW_UPS)
def test_no_slide_is_too_full_and_the_same_year_is_the_same_file(language: str, key: str) -> None:
    style = house_style(SHIPPED, Path("nowhere"))[0]
    for year in _years(language):
        content, findings = deck_file(_made(year, key, language), style)
        assert not findings
        assert deck_file(_made(year, key, language), style)[0] == content


@pytest.mark.parametrize(("language", "key"), list(zip(LANGUAGES, FOLLOW_UPS, strict=True)))
def test_the_file_is_sound_and_can_be_read_by_everybody(language: str, key: str) -> None:
    content, _ = deck_file(_made(_years(language)[-1], key, language), house_style(SHIPPED, Path("nowhere"))[0])
    assert breaches(content) == []
    assert barriers(content) == []


@pytest.mark.parametrize("words", [FEWEST_WORDS, 250, MOST_WORDS])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_frame_of_any_length_stands_on_its_slides_word_for_word(language: str, words: int) -> None:
    frame = frame_of(language, words)
    section = _made(_with(language, frame), language=language).sections[1]
    told: list[str] = []
    for slide in section.slides:
        for block in slide.blocks:
            match block:
                case Big(text) if slide.title == catalogue(language).say("deck.follow_up.frame.title"):
                    told += text.split()
                case Cards(cards) if len(told) < words:
                    told += " ".join(card.text or card.heading for card in cards).split()
    assert told == " ".join(frame.texts).split()


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
def test_the_moderator_is_told_when_the_case_is_handed_out(hand_out: HandOut | None) -> None:
    words = catalogue("nl")
    deck = follow_up_deck(_with(), Meeting(FIRST, hand_out=hand_out), words)
    assert _titled(deck, "case").notes.say == words.many(
        f"deck.follow_up.case.{hand_out.value if hand_out else 'open'}.say"
    )


@pytest.mark.parametrize("mode", MODES)
def test_the_moderator_knows_how_to_show_the_case_online(mode: Mode | None) -> None:
    words = catalogue("nl")
    deck = follow_up_deck(_with(), Meeting(FIRST, mode=mode), words)
    told = words.say("deck.if.case_online") in _titled(deck, "case").notes.if_needed
    assert told is (mode is not Mode.OFFLINE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_slide_says_that_there_is_no_case_and_its_notes_what_to_do(language: str) -> None:
    words = catalogue(language)
    first, *_ = _deck(language).slides
    assert first.subtitle.startswith(words.say("deck.follow_up.title.case.none"))
    assert first.notes.if_needed[0] == words.say("deck.if.case_none")
    first, *_ = _made(_with(language), language=language).slides
    assert words.say("deck.follow_up.title.case.none") not in first.subtitle
    assert words.say("deck.if.case_none") not in first.notes.if_needed


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_slide_says_that_the_case_is_invented(language: str) -> None:
    words = catalogue(language)
    first, *_ = follow_up_deck(full_year(language), Meeting(FIRST, fictional=True), words).slides
    assert first.subtitle.startswith(words.say("deck.follow_up.title.case.invented"))
    assert first.notes.if_needed[0] == words.say("deck.if.case_invented")


def test_the_frame_has_an_empty_place_and_who_brings_it_until_it_is_there() -> None:
    words = catalogue("nl")
    without, frame = _titled(_deck("nl"), "frame"), FRAMES["nl"]
    assert without.subtitle == words.say("deck.follow_up.frame.subtitle")
    assert words.say("deck.if.frame_missing") in without.notes.if_needed
    told = written(_made(_with()))
    assert words.say("deck.if.frame_missing") not in told
    assert all(text in told for text in frame.texts)


def test_the_question_stands_large_between_what_the_case_is_about_and_the_four_conditions() -> None:
    slide = _titled(_made(_with()), "question")
    about, question, conditions = slide.blocks
    assert isinstance(about, Paragraph)
    assert "Student A kwam na drie weken niet meer naar het practicum." in about.text
    assert isinstance(question, Big)
    assert question.text == catalogue("nl").say("deck.follow_up.question.text")
    assert conditions == Points(FRAMES["nl"].conditions, numbered=True)


def test_of_longer_conditions_the_opening_sentence_stands_beside_the_question() -> None:
    opening = "We vragen elke student wat er nodig is."
    conditions = tuple(
        f"{opening} {'Dat doen we in de eerste drie weken, en later nog eens. ' * 3}".strip() for _ in "1234"
    )
    *_, question, beside = _titled(_made(_with(frame=FrameOfReference("Meedoen.", conditions))), "question").blocks
    assert isinstance(question, Big)
    assert beside == Points((opening,) * 4, numbered=True)


def test_conditions_that_would_make_the_question_small_are_on_paper_and_never_cut() -> None:
    long = "We vragen elke student in de eerste drie weken wat er nodig is om mee te kunnen doen, en doen er iets mee."
    slide = _titled(_made(_with(frame=FrameOfReference("Meedoen.", (long,) * 4))), "question")
    (big,) = slide.blocks
    assert isinstance(big, Big)
    assert slide.look is Look.STATEMENT
    assert big.action.endswith("Onze vier voorwaarden staan op papier.")
    assert long[:20] not in f"{big.kicker} {big.action}"


def test_without_a_frame_the_question_stands_beside_the_case_alone() -> None:
    (big,) = _titled(_made(replace(_with(), frame=None)), "question").blocks
    assert isinstance(big, Big)
    assert "Student A kwam na drie weken" in big.kicker
    assert "op papier" not in big.action


def test_the_case_is_discussed_in_groups_by_code_and_otherwise_at_each_follow_up() -> None:
    year = full_year("nl")
    seen = []
    for key in FOLLOW_UPS:
        codes = tuple(row[1] for row in _grids(_made(year, key))[1].rows)
        assert sorted(", ".join(codes).split(", ")) == sorted(one.code for one in year.participants)
        seen.append(frozenset(codes))
    assert len(set(seen)) == len(FOLLOW_UPS)


@pytest.mark.parametrize(("count", "in_groups"), [(0, False), (1, False), (4, False), (5, True), (100, True)])
def test_who_are_too_few_for_two_groups_begin_in_pairs(count: int, *, in_groups: bool) -> None:
    words = catalogue("nl")
    people = tuple(Participant(f"AAA-{number:03d}") for number in range(count))
    told = written(_made(replace(full_year("nl"), participants=people)))
    assert (words.say("deck.follow_up.question.groups.action") in told) is in_groups
    assert (words.say("deck.follow_up.question.pairs.action") in told) is not in_groups
    assert (words.say("deck.if.pairs_instead") in told) is in_groups


@pytest.mark.parametrize(("count", "rows"), [(32, [8]), (36, [4, 5]), (40, [5, 5]), (100, [6, 6, 6, 7])])
def test_many_groups_stand_on_slides_that_are_about_equally_full(count: int, rows: list[int]) -> None:
    people = tuple(Participant(f"AAA-{number:03d}") for number in range(count))
    made = _made(replace(full_year("nl"), participants=people))
    header = catalogue("nl").say("deck.follow_up.groups.group")
    assert [len(grid.rows) for grid in _grids(made) if grid.header[0] == header] == rows


def test_there_is_room_for_four_action_points_and_no_more_than_four_questions_to_help() -> None:
    deck = _deck("nl", THIRD)
    *_, actions = _grids(deck)
    assert [set(row) for row in actions.rows] == [{""}] * 4
    assert max(len(block.items) for slide in deck.slides for block in slide.blocks if isinstance(block, Points)) == 4


def test_a_moderator_stays_out_of_the_deck() -> None:
    assert "KTM-473" not in written(_alone(Meeting(FIRST, moderator=Lead("KTM-473"))))
