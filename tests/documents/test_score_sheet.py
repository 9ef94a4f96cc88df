"""Which sheet a team gets (M54, M65, G19, G20)."""

import pytest

from pipeline.documents.score_sheet import score_sheet
from pipeline.language.catalogue import catalogue
from pipeline.ttr.people import Participant
from pipeline.ttr.power_walk import Statement
from pipeline.ttr.programme import INTRO, Meeting, Mode, Programme, Walk
from pipeline.ttr.records import TeamYear

WORDS = catalogue("nl")


def year(people: int = 9, mode: Mode | None = Mode.ONLINE, walk: Walk = Walk.PERSONA) -> TeamYear:
    programme = Programme(asked_walk=walk, trust=True, meetings=(Meeting(INTRO, mode=mode),))
    return TeamYear(programme, tuple(Participant(f"KTM-{number + 222}") for number in reversed(range(people))))


@pytest.mark.parametrize(
    ("mode", "options"),
    [(Mode.ONLINE, (10, 5, 0)), (Mode.HYBRID, (10, 5, 0)), (None, (10, 5, 0)), (Mode.OFFLINE, (1, 0))],
)
def test_steps_are_tallied_on_the_spot_and_points_given_everywhere_else(
    mode: Mode | None, options: tuple[int, ...]
) -> None:
    sheet = score_sheet(year(mode=mode), WORDS)
    assert sheet is not None
    assert sheet.options == options
    assert max(sheet.options) * sheet.worth * len(sheet.columns) == sheet.maximum == 100


def test_each_code_has_a_row_in_the_order_of_the_codes() -> None:
    sheet = score_sheet(year(), WORDS)
    assert sheet is not None
    assert sheet.rows == tuple(sorted(sheet.rows)) == tuple(f"KTM-{number + 222}" for number in range(9))


@pytest.mark.parametrize("walk", [Walk.ANONYMOUS, Walk.ONESELF])
def test_where_nobody_is_shown_no_code_stands_on_the_sheet(walk: Walk) -> None:
    sheet = score_sheet(year(walk=walk), WORDS)
    assert sheet is not None
    assert sheet.rows == tuple("123456789")
    assert "KTM" not in str(sheet)


def test_as_oneself_there_is_no_sheet_for_fewer_than_eight() -> None:
    assert score_sheet(year(7, walk=Walk.ONESELF), WORDS) is None
    assert score_sheet(year(7), WORDS) is not None
    assert score_sheet(TeamYear(), WORDS) is None


def test_a_statement_that_counts_the_other_way_round_says_so() -> None:
    own = (Statement(text="Ik werk naast mijn studie.", advantage_if_applies=False), Statement(key="books"))
    team = year()
    sheet = score_sheet(TeamYear(team.programme, team.participants, statements=own), WORDS)
    assert sheet is not None
    assert sheet.columns[0].header.startswith("1. Ik werk naast mijn studie. (andersom")
    assert "andersom" not in sheet.columns[1].header
