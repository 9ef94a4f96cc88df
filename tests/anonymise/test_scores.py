"""Scores pass the door by code alone: names are matched and stay behind, and what is doubtful is said, not used."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.anonymise.door import Passed, passed
from pipeline.findings import Place
from pipeline.forms import SCORE_CORRECTIONS
from pipeline.inbox.answers import Answers, RawPersona, RawScore, RawScores, Received, ScoreSource, StatementColumn
from pipeline.inbox.personal import Personal
from pipeline.language.catalogue import catalogue, catalogues
from pipeline.ttr.power_walk import EXAMPLE_STATEMENTS
from pipeline.ttr.rules_walk import FEWEST_AS_ONESELF
from pipeline.ttr.scores import Score, Scores
from tests.anonymise.answers_made import (
    KEY,
    TODAY,
    form,
    keys,
    own_statement,
    person,
    programme,
    said_of,
    sign_up,
    statements,
)

TEAM = (
    person("Fatima el Amrani", "f.elamrani@x.test"),
    person("Jan van den Berg", "j.vandenberg@x.test"),
    person("Wei Chen", "w.chen@x.test"),
    person("Ayşe Yıldız", "a.yildiz@x.test"),
    person("Jan de Vries", "j.devries@x.test"),
)
POINTS = (10, 5, 0, 10, 10, 0, 5, 5, 10, 0)
TEXTS = [catalogue("nl").say(f"programme.statement.{key}") for key in EXAMPLE_STATEMENTS]
FILE = "inbox/scores.xlsx"


def through(*forms: Answers, scores: Sequence[RawScores] = ()) -> Passed:
    return passed(Received((sign_up(*TEAM), programme(), *forms), scores=tuple(scores)), KEY, TODAY)


def walking(walk: str, *forms: Answers, scores: Sequence[RawScores]) -> Passed:
    asked = programme(walk=walk, trust="yes" if walk == "oneself" else None)
    return passed(Received((sign_up(*TEAM), asked, *forms), scores=tuple(scores)), KEY, TODAY)


def code(number: int) -> str:
    """The code of the person who signed up as this one, from 0."""
    place = f"A{number + 2}"
    return next(one.code for one in through().year.participants if one.place.cell == place)


def columns(*numbers: int, file: str = FILE) -> tuple[StatementColumn, ...]:
    return tuple(
        StatementColumn(number, Personal(TEXTS[number - 1]), Place(file, "S", f"{letter}3"))
        for number, letter in zip(numbers, "BCDEFGHIJKLMN", strict=False)
    )


def sheet(*rows: tuple[str | None, Sequence[int | None]], file: str = FILE, **more: object) -> RawScores:
    made = tuple(
        RawScore((Personal(who),) if who else (), Place(file, "S", f"A{row}"), tuple(points))
        for row, (who, points) in zip(count(4), rows)
    )
    raw = RawScores(ScoreSource.SHEET, Place(file, "S"), made, columns(*range(1, 11), file=file))
    return replace(raw, **more)  # type: ignore[arg-type]


def chat(*messages: tuple[str, int], file: str = "inbox/chat.txt", source: ScoreSource = ScoreSource.CHAT) -> RawScores:
    made = (
        RawScore((Personal(who),), Place(file, line=line), total=total)
        for line, (who, total) in zip(count(1), messages)
    )
    return RawScores(source, Place(file), tuple(made))


def corrections(*rows: tuple[str, int | None, str | None]) -> Answers:
    return form(
        SCORE_CORRECTIONS, corrections=[dict(zip(("participant", "total", "count"), row, strict=True)) for row in rows]
    )


def scores_of(found: Passed) -> Scores:
    assert found.year.scores is not None, keys(found)
    return found.year.scores


def totals(found: Passed) -> dict[str | None, int | None]:
    return {score.code: score.total for score in scores_of(found).rows}


def test_without_any_score_nothing_is_known() -> None:
    assert through().year.scores is None


def test_a_sheet_passes_by_code() -> None:
    found = through(scores=[sheet((code(0), POINTS), (code(1).lower().replace("-", " "), (10,) * 10))])
    assert scores_of(found).statements == tuple(range(1, 11))
    assert set(scores_of(found).rows) == {Score(code(0), POINTS), Score(code(1), (10,) * 10)}
    assert [score.code for score in scores_of(found).rows] == sorted([code(0), code(1)])
    assert keys(found) == []


@pytest.mark.parametrize("who", ["Wei Chen", "Chen, Wei", "w.chen@x.test", "W. Chen", "wei chen"])
def test_a_name_or_an_address_becomes_a_code(who: str) -> None:
    assert totals(through(scores=[chat((who, 45))])) == {code(2): 45}


def test_somebody_may_call_himself_by_the_code_and_more() -> None:
    found = through(scores=[chat((f"{code(2)} (Wei)", 45), (f"Zuid - {code(1)}", 50))])
    assert totals(found) == {code(2): 45, code(1): 50}


@pytest.mark.parametrize(
    ("who", "key"),
    [
        ("Jan", "score_person_unknown"),
        ("J. van den Bergh", "score_person_unknown"),
        ("QQQ-222", "score_person_unknown"),
    ],
)
def test_whoever_is_unknown_is_named_by_the_line_and_does_not_count(who: str, key: str) -> None:
    found = through(scores=[chat(("Wei Chen", 45), (who, 50))])
    assert totals(found) == {code(2): 45}
    assert (said_of(found, key).place.line, said_of(found, key).about) == (2, "scores")


def test_a_name_that_fits_two_people_is_nobodys() -> None:
    team = sign_up(person("Jan de Vries", "j1@x.test"), person("Joost de Vries", "j2@x.test"))
    found = passed(Received((team, programme()), scores=(chat(("J. de Vries", 45)),)), KEY, TODAY)
    assert found.year.scores is None
    assert said_of(found, "score_person_unclear").place.line == 1


def test_two_codes_in_one_name_are_nobodys() -> None:
    found = through(scores=[chat(("Wei Chen", 45), (f"{code(0)} {code(1)}", 50))])
    assert said_of(found, "score_person_unclear").place.line == 2


def test_a_row_without_a_code_is_named_with_its_cell() -> None:
    found = through(scores=[sheet((code(0), POINTS), (None, POINTS), ("XXX-999", POINTS))])
    assert len(scores_of(found).rows) == 1
    assert said_of(found, "score_person_missing").place.cell == "A5"
    assert said_of(found, "score_person_unknown").place.cell == "A6"


def test_of_a_doubled_code_the_first_row_counts_and_of_two_answers_to_an_export_the_last() -> None:
    twice = sheet((code(0), POINTS), (code(0), (0,) * 10))
    found = through(scores=[twice])
    assert totals(found) == {code(0): 55}
    assert said_of(found, "score_twice").place.cell == "A5"
    found = through(scores=[replace(twice, source=ScoreSource.EXPORT)])
    assert totals(found) == {code(0): 0}
    assert said_of(found, "score_twice").place.cell == "A4"


def test_a_gap_stays_a_gap_and_a_row_that_is_mostly_blank_stays_out() -> None:
    half, less = (*POINTS[:5], *[None] * 5), (*POINTS[:4], *[None] * 6)
    found = through(scores=[sheet((code(0), half), (code(1), less))])
    assert scores_of(found).rows == (Score(code(0), half),)
    assert said_of(found, "score_mostly_blank").place.cell == "A5"


def test_a_deleted_column_narrows_the_walk() -> None:
    raw = sheet((code(0), POINTS[:8]), columns=columns(1, 2, 4, 5, 6, 7, 8, 10))
    found = through(scores=[raw])
    assert scores_of(found).statements == (1, 2, 4, 5, 6, 7, 8, 10)
    assert scores_of(found).maximum == 80
    assert said_of(found, "score_statements_missing").values == {"count": 2, "numbers": (3, 9)}


def test_columns_in_another_order_are_known_by_their_text() -> None:
    order = (10, 9, 8, 7, 6, 5, 4, 3, 2, 1)
    raw = sheet((code(0), POINTS))
    moved = tuple(
        replace(raw.columns[0], number=at, text=Personal(TEXTS[number - 1])) for at, number in enumerate(order, 1)
    )
    found = through(scores=[replace(raw, columns=moved)])
    assert scores_of(found).rows[0].points == tuple(reversed(POINTS))
    assert keys(found) == []


def test_a_header_may_say_more_than_the_statement() -> None:
    raw = sheet((code(0), POINTS))
    marked = replace(raw.columns[2], text=Personal(f"{TEXTS[2]} (andersom: geldt dit, dan 0)"))
    found = through(scores=[replace(raw, columns=(*raw.columns[:2], marked, *raw.columns[3:]))])
    assert keys(found) == []


def test_another_statement_than_that_of_the_list_is_named_and_an_added_one_not_counted() -> None:
    raw = sheet((code(0), (*POINTS, 10)))
    other = replace(raw.columns[4], text=Personal("Ik woon in een kasteel."))
    added = StatementColumn(11, Personal("Nog een stelling."), Place(FILE, "S", "L3"))
    found = through(scores=[replace(raw, columns=(*raw.columns[:4], other, *raw.columns[5:], added))])
    assert scores_of(found).rows[0].points == POINTS
    assert said_of(found, "score_statement_differs").values == {"number": 5}
    assert said_of(found, "score_statement_differs").place.cell == "F3"
    assert said_of(found, "score_column_added").values == {"column": "L"}


def test_the_teams_own_statements_are_known_by_their_text_without_a_number() -> None:
    raw = sheet((code(0), (10, 5)))
    two = tuple(
        StatementColumn(None, Personal(text), Place(FILE, "S", "B1")) for text in ("Ik woon dichtbij 2", TEXTS[0])
    )
    found = through(statements(own_statement("Ik woon dichtbij.")), scores=[replace(raw, columns=two)])
    assert scores_of(found).statements == (1, 11)
    assert scores_of(found).rows[0].points == (5, 10)


def test_the_last_number_in_a_chat_counts_and_one_that_is_too_high_does_not() -> None:
    found = through(scores=[chat(("Wei Chen", 40), ("Wei Chen", 45), ("Wei Chen", 105))])
    assert totals(found) == {code(2): 45}
    assert (said_of(found, "score_total_outside").place.line, said_of(found, "score_total_outside").values) == (
        3,
        {"most": 100},
    )


def test_a_sheet_goes_before_a_chat_and_a_chat_fills_what_it_lacks() -> None:
    found = through(
        scores=[
            chat(("Fatima el Amrani", 60), ("Wei Chen", 45), ("Jan van den Berg", 55)),
            sheet((code(0), POINTS), (code(1), POINTS)),
        ]
    )
    assert totals(found) == {code(0): 55, code(1): 55, code(2): 45}
    assert said_of(found, "score_total_differs").place.line == 1
    assert not said_of(found, "score_total_differs").stops


def test_the_same_scores_in_two_files_are_read_once_and_different_ones_stop() -> None:
    same = through(scores=[sheet((code(0), POINTS)), sheet((code(0), POINTS), file="inbox/copy.csv")])
    assert totals(same) == {code(0): 55}
    assert keys(same) == ["scores_again"]
    found = through(scores=[sheet((code(0), POINTS)), sheet((code(0), (0,) * 10), file="inbox/b.xlsx")])
    finding = said_of(found, "score_sheets_differ")
    assert (finding.stops, finding.about, finding.place.file) == (True, "scores", "inbox/b.xlsx")
    assert found.year.scores is None


@pytest.mark.parametrize("other", [sheet((None, POINTS), file="inbox/b.xlsx"), chat(("Wei Chen", 45))])
def test_steps_and_points_are_never_mixed(other: RawScores) -> None:
    found = through(scores=[other, sheet((code(0), (10,) * 10), steps=True)])
    assert said_of(found, "score_modes_mixed").stops
    assert found.year.scores is None


def test_steps_alone_pass_as_steps() -> None:
    assert scores_of(through(scores=[sheet((code(0), (10,) * 10), steps=True)])).steps


def test_a_correction_goes_before_everything() -> None:
    found = through(
        corrections(("Wei Chen", 50, None), (code(0), None, "no"), ("Ayşe Yıldız", 20, "yes"), (code(1), 55, None)),
        scores=[sheet((code(0), POINTS), (code(1), POINTS)), chat(("Wei Chen", 45))],
    )
    assert totals(found) == {code(1): 55, code(2): 50, code(3): 20}
    assert next(score for score in scores_of(found).rows if score.code == code(1)).points == POINTS
    assert keys(found) == []


def test_a_correction_alone_is_a_score() -> None:
    found = through(corrections(("Wei Chen", 50, None)))
    assert totals(found) == {code(2): 50}
    assert scores_of(found).statements == tuple(range(1, 11))


@pytest.mark.parametrize(("total", "steps"), [(105, False), (7, False), (45, True)])
def test_a_correction_that_cannot_be_right_is_not_used(total: int, steps: bool) -> None:  # noqa: FBT001 - a case
    found = through(corrections((code(0), total, None)), scores=[sheet((code(0), (10,) * 10), steps=steps)])
    assert totals(found) == {code(0): 100}
    assert said_of(found, "score_correction_outside").place.cell == "B2"


def test_a_correction_about_somebody_unknown_is_named() -> None:
    found = through(corrections(("Ngozi Okafor", 50, None)))
    assert said_of(found, "score_person_unknown").place.cell == "A2"
    assert found.year.scores is None


def test_a_code_in_a_correction_is_no_name() -> None:
    found = through(corrections(("ROC-234", 50, None)), statements(own_statement("Ik ga naar een ROC.")))
    assert "statement_names_somebody" not in keys(found)


def persona(*aspects: str, who: int = 0, released: bool = True) -> RawPersona:
    texts = tuple(map(Personal, aspects))
    return RawPersona(Personal(code(who)), texts, released, Place(FILE, "P", "B2"), Place(FILE, "P", "F2"))


def test_a_persona_that_was_released_and_names_nobody_passes() -> None:
    found = through(scores=[sheet((code(0), POINTS), personas=(persona("doof", "  eerste in de\nfamilie"),))])
    assert scores_of(found).rows[0].persona == ("doof", "eerste in de familie")


@pytest.mark.parametrize(
    ("made", "key"),
    [
        (("doof", False), "score_persona_not_released"),
        (("x" * 61, True), "score_persona_too_long"),
        (("buurvrouw van Wei Chen", True), "score_persona_names_somebody"),
        (("lijkt op Fatima", True), "score_persona_names_somebody"),
    ],
)
def test_a_persona_stays_behind_when_in_doubt(made: tuple[str, bool], key: str) -> None:
    found = through(scores=[sheet((code(0), POINTS), personas=(persona(made[0], released=made[1]),))])
    assert scores_of(found).rows[0].persona == ()
    assert said_of(found, key).about == "scores"


@pytest.mark.parametrize("walk", ["anonymous", "oneself"])
def test_without_personas_no_code_and_no_place_passes(walk: str) -> None:
    numbered = sheet(*[(None, POINTS), (None, (0,) * 10)] * 4, numbered=True, personas=(persona("doof"),))
    found = walking(walk, scores=[numbered])
    rows = scores_of(found).rows
    assert rows == tuple([Score(None, (0,) * 10)] * 4 + [Score(None, POINTS)] * 4)
    assert {row.place for row in rows} == {Place()}


def test_a_chat_in_an_anonymous_walk_leaves_only_totals() -> None:
    found = walking("anonymous", scores=[chat(("Wei Chen", 45), ("Jan de Vries", 20))])
    assert scores_of(found).rows == (Score(None, only_total=20), Score(None, only_total=45))


@pytest.mark.parametrize("number", [FEWEST_AS_ONESELF - 1, FEWEST_AS_ONESELF])
def test_as_oneself_nothing_is_shown_of_a_small_group(number: int) -> None:
    found = walking("oneself", scores=[sheet(*[(None, POINTS)] * number, numbered=True)])
    assert len(scores_of(found).rows) == (0 if number < FEWEST_AS_ONESELF else number)
    assert ("scores_too_few" in keys(found)) == (number < FEWEST_AS_ONESELF)


def test_as_oneself_without_confirmed_trust_is_a_walk_of_personas() -> None:
    received = Received((sign_up(*TEAM), programme(walk="oneself")), scores=(sheet((code(0), POINTS)),))
    assert scores_of(passed(received, KEY, TODAY)).rows[0].code == code(0)


def test_totals_and_corrections_are_of_no_use_beside_rows_that_stand_for_nobody() -> None:
    found = walking(
        "anonymous",
        corrections(("Wei Chen", 50, None)),
        scores=[sheet((None, POINTS), numbered=True), chat(("Wei Chen", 45))],
    )
    assert len(scores_of(found).rows) == 1
    assert keys(found) == ["score_totals_unused", "score_correction_useless"]


def test_numbered_rows_in_a_walk_of_personas_are_mentioned() -> None:
    assert "scores_without_codes" in keys(through(scores=[sheet((None, POINTS), numbered=True)]))


STRANGERS = st.sampled_from(["Ngozi Ökafor-Ñandú", "Łukasz Żółć", "محمد العلي", "李伟明", "Ṣadé Adébáyọ̀"])
WHO = STRANGERS | st.sampled_from(["Wei Chen", "Ayşe Yıldız", "a.yildiz@x.test", "QQQ-222"])
RAW = st.builds(lambda rows: chat(*rows), st.lists(st.tuples(WHO, st.integers(-20, 200)), max_size=8)) | st.builds(
    lambda rows, source: sheet(*rows, source=source),
    st.lists(
        st.tuples(st.none() | WHO, st.lists(st.sampled_from([10, 5, 0, None]), min_size=10, max_size=10)), max_size=6
    ),
    st.sampled_from([ScoreSource.SHEET, ScoreSource.EXPORT]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(RAW, max_size=3), st.sampled_from(["persona", "anonymous", "oneself"]))
def test_no_name_passes_whatever_comes_in(raw: list[RawScores], walk: str) -> None:
    found = walking(walk, scores=raw)
    codes = {one.code for one in found.year.participants}
    rows = found.year.scores.rows if found.year.scores else ()
    assert all(row.code in codes if walk == "persona" else row.code is None for row in rows if row.code is not None)
    assert walk != "oneself" or not 0 < len(rows) < FEWEST_AS_ONESELF
    told = repr(found) + "".join(
        words.problem(finding) + words.remedy(finding) for finding in found.findings for words in catalogues()
    )
    for row in (row for one in raw for row in one.rows):
        assert not [who for who in row.who if who.reveal() in told and who.reveal() not in codes]
