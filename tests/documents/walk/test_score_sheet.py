"""Which score sheet a team gets, and what it says (M53, M54, M65, G19-G24)."""

from dataclasses import replace

import pytest

from pipeline.documents.walk.score_sheet import ScoreSheet, score_sheet
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.ttr.people import Participant
from pipeline.ttr.power_walk import Statement
from pipeline.ttr.programme import INTRO, Meeting, Mode, Programme, Walk
from pipeline.ttr.records import TeamYear

WORDS = catalogue("nl")
PERSONA = {"nl": "persona", "en": "persona", "de": "persona"}


def year(people: int = 9, mode: Mode | None = Mode.ONLINE, walk: Walk = Walk.PERSONA) -> TeamYear:
    programme = Programme(asked_walk=walk, trust=True, meetings=(Meeting(INTRO, mode=mode),))
    return TeamYear(programme, tuple(Participant(f"KTM-{number + 222}") for number in reversed(range(people))))


def sheet(team: TeamYear, language: str = "nl") -> ScoreSheet:
    made = score_sheet(team, catalogue(language))
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("mode", "mark", "options"),
    [
        (Mode.ONLINE, "ttr:scores:1:nl", (10, 5, 0)),
        (Mode.HYBRID, "ttr:scores:1:nl", (10, 5, 0)),
        (None, "ttr:scores:1:nl", (10, 5, 0)),
        (Mode.OFFLINE, "ttr:tally:1:nl", (1, 0)),
    ],
)
def test_steps_are_tallied_on_the_spot_and_points_given_everywhere_else(
    mode: Mode | None, mark: str, options: tuple[int, ...]
) -> None:
    made = sheet(year(mode=mode))
    assert (made.mark, made.options) == (mark, options)
    assert max(made.options) * made.worth * len(made.columns) == made.maximum == 100


def test_a_team_whose_programme_is_not_known_yet_gets_the_sheet_for_points() -> None:
    assert sheet(replace(year(), programme=None)).options == (10, 5, 0)


def test_each_code_has_a_row_in_the_order_of_the_codes() -> None:
    assert sheet(year()).rows == tuple(f"KTM-{number + 222}" for number in range(9))


@pytest.mark.parametrize("walk", [Walk.ANONYMOUS, Walk.ONESELF])
def test_where_nobody_is_shown_no_code_stands_on_the_sheet(walk: Walk) -> None:
    made = sheet(year(walk=walk))
    assert made.rows == tuple("123456789")
    assert not made.by_code
    assert "KTM" not in str(made)


def test_as_oneself_there_is_no_sheet_for_fewer_than_eight() -> None:
    assert score_sheet(year(7, walk=Walk.ONESELF), WORDS) is None
    assert score_sheet(year(8, walk=Walk.ONESELF), WORDS) is not None
    assert score_sheet(year(7), WORDS) is not None


def test_without_sign_ups_there_is_no_sheet() -> None:
    assert score_sheet(TeamYear(), WORDS) is None


def test_as_oneself_counts_only_with_trust_confirmed() -> None:
    team = year(walk=Walk.ONESELF)
    assert team.programme is not None
    assert sheet(replace(team, programme=replace(team.programme, trust=False))).by_code


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("mode", [Mode.ONLINE, Mode.OFFLINE])
def test_who_walks_as_oneself_reads_nothing_about_a_persona(language: str, mode: Mode) -> None:
    texts = sheet(year(walk=Walk.ONESELF, mode=mode), language).texts
    shown = [text for key, text in texts.items() if not key.startswith(("reveal.", "kind.sharing"))]
    assert not [text for text in shown if PERSONA[language] in text.casefold()]


@pytest.mark.parametrize("mode", [Mode.ONLINE, Mode.OFFLINE])
def test_a_statement_that_counts_in_reverse_says_so_in_words(mode: Mode) -> None:
    own = (Statement(text="Ik werk naast mijn studie.", advantage_if_applies=False), Statement(key="books"))
    made = sheet(replace(year(mode=mode), statements=own))
    assert [(column.number, column.reversed) for column in made.columns] == [(1, True), (2, False)]
    assert made.columns[0].header.startswith("1. Ik werk naast mijn studie. (andersom: ")
    assert made.columns[1].header.startswith("2. ")
    assert "andersom" not in made.columns[1].header
    assert "andersom" in made.texts["reversed"]


def test_nothing_is_said_about_reverse_where_nothing_counts_in_reverse() -> None:
    assert sheet(year()).texts["reversed"] == ""


def test_the_words_by_which_a_sheet_is_read_back_are_never_a_teams_own() -> None:
    keys = ("tab", "chart.tab", "order.tab", "reveal.tab", "column.code", "column.total", "reveal.names_nobody")
    own = {f"score.{key}": "Iets [anders]" for key in keys} | {"choices.yes_no.yes": "zeker", "score.scores.title": "X"}
    made = score_sheet(year(), WORDS.with_own_words(own))
    assert made is not None
    assert {key: made.texts[key] for key in keys} == {key: sheet(year()).texts[key] for key in keys}
    assert made.yes_no == ("ja", "nee")
    assert made.title == "X"


@pytest.mark.parametrize(("walk", "fewest"), [(Walk.PERSONA, 1), (Walk.ANONYMOUS, 5), (Walk.ONESELF, 8)])
def test_where_nobody_is_shown_it_says_from_how_many_something_is(walk: Walk, fewest: int) -> None:
    made = sheet(year(walk=walk))
    assert made.fewest == fewest
    assert (str(fewest) in made.texts["from"]) == (walk is not Walk.PERSONA)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rule_and_the_limits_of_each_band_stand_beside_the_chart(language: str) -> None:
    texts = sheet(year(), language).texts
    limits = [[int(word) for word in texts[f"band.{band}"].split() if word.isdecimal()] for band in ("front", "middle")]
    assert limits == [[70, 100], [35, 65]]
    assert "100" in texts["rule"]
