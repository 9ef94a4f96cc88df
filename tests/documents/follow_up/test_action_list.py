"""The action list holds every point of the year, what waits first, and counts them by follow-up (M98, M100)."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from pipeline.documents.follow_up.action_list import ActionList, action_list
from pipeline.forms import ACTION_LIST
from pipeline.forms.releases import NOT_YET
from pipeline.language.catalogue import catalogue
from pipeline.ttr.follow_ups import ActionPoint, ActionState
from pipeline.ttr.programme import FOLLOW_UPS
from pipeline.ttr.records import TeamYear
from tests.documents.held_meetings import TODAY, points, year_with_follow_ups


def made(*stand: ActionPoint, today: date | None = TODAY) -> ActionList:
    actions = action_list(TeamYear(action_points=stand, today=today), catalogue("nl"))
    assert actions is not None
    return actions


def numbers(actions: ActionList) -> list[object]:
    return [row.get("number") for row in actions.filled.told["actions"]]


def test_without_an_action_point_there_is_no_list() -> None:
    assert action_list(replace(year_with_follow_ups("nl"), action_points=()), catalogue("nl")) is None


def test_what_waits_comes_first_by_the_day_it_is_due_and_what_has_ended_last() -> None:
    assert numbers(made(*points("nl"))) == ["1.1", "1.2", "L.1", "2.1", "1.3", "2.2"]


def test_of_one_day_they_stand_by_their_numbers_as_people_count() -> None:
    stand = [ActionPoint(number, "Iets doen", "follow_up_1") for number in ("1.10", "1.2", "1.1", "1.9")]
    assert numbers(made(*stand)) == ["1.1", "1.2", "1.9", "1.10"]


def test_a_row_says_what_is_known_and_leaves_the_rest_empty() -> None:
    [row] = made(ActionPoint("", "Iets doen")).filled.told["actions"]
    assert row == {"what": "Iets doen", "state": "open"}
    first = made(*points("nl")).filled.told["actions"][0]
    assert first == {
        "number": "1.1",
        "meeting": "follow_up_1",
        "what": points("nl")[0].what,
        "who": "practicumdocenten",
        "due": date(2028, 1, 20),
        "state": "busy",
    }


def test_it_is_the_form_and_waits_to_be_released_anew() -> None:
    filled = made(*points("nl")).filled
    assert filled.form is ACTION_LIST
    assert list(filled.told["release"]) == [{"release": NOT_YET}]


def test_it_counts_by_follow_up_and_what_belongs_to_none() -> None:
    counts = {one.meeting: (one.total, one.by_state, one.late) for one in made(*points("nl")).counts}
    assert list(counts) == [*FOLLOW_UPS, ""]
    assert counts == {
        "follow_up_1": (3, (1, 1, 1, 0), 1),
        "follow_up_2": (2, (1, 0, 0, 1), 0),
        "follow_up_3": (0, (0, 0, 0, 0), 0),
        "": (1, (1, 0, 0, 0), 0),
    }


def test_what_is_due_today_is_not_late_and_without_a_day_nothing_is() -> None:
    due = ActionPoint("1.1", "Iets doen", "follow_up_1", due=TODAY)
    for today, late in ((TODAY, 0), (TODAY + timedelta(1), 1), (None, 0)):
        assert sum(one.late for one in made(due, today=today).counts) == late


point = st.builds(
    ActionPoint,
    number=st.text(max_size=12),
    what=st.text(min_size=1, max_size=300),
    meeting=st.sampled_from([*FOLLOW_UPS, None]),
    who=st.none() | st.text(max_size=60),
    due=st.none() | st.dates(date(2020, 1, 1), date(2099, 12, 31)),
    state=st.sampled_from(ActionState),
)


@given(st.lists(point, min_size=1, max_size=40), st.none() | st.dates(date(2020, 1, 1), date(2099, 12, 31)))
def test_no_point_is_lost_and_every_one_is_counted_once(stand: list[ActionPoint], today: date | None) -> None:
    actions = made(*stand, today=today)
    assert len(actions.filled.told["actions"]) == len(stand)
    assert sum(one.total for one in actions.counts) == len(stand)
    assert all(sum(one.by_state) == one.total >= one.late for one in actions.counts)
    waiting = [row["state"] in {"open", "busy"} for row in actions.filled.told["actions"]]
    assert waiting == sorted(waiting, reverse=True)
