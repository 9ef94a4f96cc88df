"""A text that passed the search is not held back at the gate by a word in it that is a colleague's name (M90, G30)."""

import pytest

from pipeline.anonymise.door import Passed, gate_for, passed
from pipeline.anonymise.public_words import ordinary_words, public_texts
from pipeline.findings import Place
from pipeline.inbox.answers import Answers, RawScore, RawScores, Received, ScoreSource
from pipeline.inbox.personal import Personal
from pipeline.language.catalogue import catalogue
from pipeline.ttr.frame import FrameOfReference
from pipeline.ttr.records import TeamYear
from tests.anonymise.answers_made import KEY, TODAY, person, sign_up
from tests.anonymise.texts_made import CONDITIONS, PLAN, action_list, frame, minutes, point

COLLEAGUES = ("Storm van Dijk", "Roos Bakker", "Wil de Groot", "Fleur Zomer", "Lena Brücke", "Ayşe Yıldız")
TEAM = sign_up(*map(person, COLLEAGUES))
STORY = "Wir bauen eine Brücke zu den Studierenden."
BRIDGE = "Die Brücke hält."


def through(*forms: Answers, scores: tuple[RawScores, ...] = ()) -> tuple[Received, Passed]:
    received = Received((PLAN, TEAM, *forms), scores=scores)
    return received, passed(received, KEY, TODAY)


def bridge(release: str) -> Answers:
    return minutes(language="de", release=release, inventory=STORY, reflection=STORY, strategies=None)


def is_held(received: Received, found: Passed, text: str) -> bool:
    return bool(gate_for(received, found, KEY, catalogue("nl")).held_back("x.txt", text.encode()))


def test_ordinary_words_in_released_prose_hold_nothing_back() -> None:
    received, found = through(bridge("found_may_stay"))
    [held] = found.year.held
    assert not is_held(received, found, held.reflection)
    assert not is_held(received, found, BRIDGE)


def test_the_same_words_are_held_back_where_nobody_released_them() -> None:
    received, found = through()
    assert is_held(received, found, BRIDGE)
    received, found = through(bridge("not_yet"))
    assert found.year.held == ()
    assert is_held(received, found, BRIDGE)


@pytest.mark.parametrize("text", ["Lena Brücke war dabei.", "Dank an Ayşe.", "Fleur Zomer"])
def test_whole_names_and_names_that_are_no_words_are_still_held_back(text: str) -> None:
    received, found = through(bridge("found_may_stay"))
    assert found.year.held
    assert is_held(received, found, text)


def test_a_name_that_only_stands_beside_scores_stays_hidden() -> None:
    rows = (RawScore((Personal("Sefanja Obi"),), Place(), total=50),)
    chat = RawScores(ScoreSource.CHAT, Place("inbox/chat.txt"), rows)
    received, found = through(minutes(reflection="Met sefanja erbij ging het goed."), scores=(chat,))
    assert found.year.held
    assert is_held(received, found, "Met Sefanja erbij ging het goed.")


def test_words_of_every_record_count() -> None:
    first, second, third, fourth = CONDITIONS
    year = TeamYear(frame=FrameOfReference("Een zomer.", (first, second, third, fourth)))
    assert set(ordinary_words(year, map(Personal, COLLEAGUES))) == {"zomer"}
    _, found = through(
        frame((*CONDITIONS[:3], "Geen storm zonder regen."), release="found_may_stay"),
        minutes("follow_up_1", point("Een roos planten"), release="found_may_stay"),
        action_list({"what": "Iedereen mag wil zeggen", "who": "docenten"}, release="found_may_stay"),
    )
    assert set(ordinary_words(found.year, map(Personal, COLLEAGUES))) == {"storm", "roos", "wil"}


def test_what_the_team_calls_itself_is_public() -> None:
    _, found = through()
    assert {"Jaar 1", "Hogeschool Duinstad", "Verpleegkunde", "Jaarteamoverleg"} <= set(public_texts(found.year))
