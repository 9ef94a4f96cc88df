"""The score sheet tells the truth before anything is reckoned, and lets in what belongs there (M54-M57, G19-G24)."""

import io
import random
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from pipeline.documents.walk.score_sheet import ScoreSheet, score_sheet
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.scores.sheet import score_sheet_file
from pipeline.ttr.bands import Band, band
from pipeline.ttr.people import Participant
from pipeline.ttr.power_walk import EXAMPLES, Statement
from pipeline.ttr.programme import INTRO, Meeting, Mode, Programme, Walk
from pipeline.ttr.records import TeamYear
from pipeline.ttr.scores import Score, Scores
from pipeline.ttr.walk_figures import BANDS, groups_as_oneself, walk_figures
from tests.documents.teams import OWN_STATEMENT
from tests.office.judgement import complaints

Rows = Mapping[str, tuple[int | None, ...]]

SIZES = (8, 14, 24, 25, 40, 200)
VARIANTS = [(walk, mode) for walk in Walk for mode in (Mode.ONLINE, Mode.OFFLINE)]
every_variant = pytest.mark.parametrize(("walk", "mode"), VARIANTS, ids=[f"{w}-{m}" for w, m in VARIANTS])
MODERN = re.compile(r"SORT|FILTER|XLOOKUP|LET\(|UNIQUE|AGGREGATE|TEXT\(|_xlfn|OFFSET|INDIRECT|cm=\"1\"|t=\"array\"")
LAPTOP = 560
"""The pixels below the ribbon on a screen of 1536 by 864."""


def sheet(
    people: int = 14, walk: Walk = Walk.PERSONA, mode: Mode = Mode.ONLINE, language: str = "nl", statements: int = 4
) -> ScoreSheet:
    programme = Programme(asked_walk=walk, trust=True, meetings=(Meeting(INTRO, mode=mode),))
    codes = tuple(Participant(f"{'KLMN'[number // 100]}TM-{222 + number}") for number in range(people))
    own = Statement(text=OWN_STATEMENT[language], advantage_if_applies=False)
    year = TeamYear(programme, codes, statements=(*EXAMPLES[: statements - 1], own))
    made = score_sheet(year, catalogue(language))
    assert made is not None
    return made


def some(one: ScoreSheet, seed: int = 1) -> Rows:
    """Scores for most rows, some of them half-filled; every seventh row stays empty."""
    chance = random.Random(seed)
    return {
        row: tuple(chance.choice((*one.options, *one.options, None)) for _ in one.columns)
        for number, row in enumerate(one.rows)
        if number % 7 != 3
    }


@cache
def made(people: int, walk: Walk, mode: Mode) -> tuple[ScoreSheet, Rows, bytes]:
    one = sheet(people, walk, mode)
    return one, some(one), score_sheet_file(one, some(one))


def totals(one: ScoreSheet, filled: Rows) -> list[int | None]:
    """The total of each row as somebody would reckon it on paper."""
    points = [[score for score in filled.get(row, ()) if score is not None] for row in one.rows]
    return [sum(known) * one.worth if known else None for known in points]


def opened(content: bytes, *, values: bool = True) -> Any:
    return load_workbook(io.BytesIO(content), data_only=values)


def table(content: bytes, tab: str) -> list[list[Any]]:
    """What is stored on a sheet: what a program shows that does not reckon."""
    return [list(row) for row in opened(content)[tab].iter_rows(values_only=True)]


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def charts(content: bytes) -> Iterator[Any]:
    for name, part in parts(content).items():
        if name.startswith("xl/charts/chart"):
            yield etree.fromstring(part)


def nothing(value: object) -> object:
    """An empty text and an empty cell look the same."""
    return "" if value is None else value


@pytest.mark.parametrize("people", SIZES)
@every_variant
def test_every_row_has_its_total_and_how_far_it_is(people: int, walk: Walk, mode: Mode) -> None:
    one, filled, content = made(people, walk, mode)
    rows = table(content, one.texts["tab"])[4:]
    assert [row[0] for row in rows] == list(one.rows)
    assert [nothing(row[-2]) for row in rows] == [nothing(total) for total in totals(one, filled)]
    answered = [sum(score is not None for score in filled.get(row, ())) for row in one.rows]
    assert [row[-1] for row in rows] == [f"{count}/4" for count in answered]
    assert table(content, one.texts["tab"])[0][-1] == f"{sum(answered)}/{4 * people}"
    assert table(content, one.texts["chart.tab"])[1][1] == f"{sum(answered)}/{4 * people}"


@pytest.mark.parametrize("people", SIZES)
@pytest.mark.parametrize("mode", [Mode.ONLINE, Mode.OFFLINE])
def test_the_best_stand_first_ties_keep_their_order_and_empty_rows_drop_to_the_end(people: int, mode: Mode) -> None:
    one, filled, content = made(people, Walk.PERSONA, mode)
    known = totals(one, filled)
    order = sorted(range(people), key=lambda number: (known[number] is None, -(known[number] or 0), number))
    rows = table(content, one.texts["order.tab"])[1:]
    assert [row[2] for row in rows] == [one.rows[number] for number in order]
    assert [nothing(row[3]) for row in rows] == [nothing(known[number]) for number in order]
    assert [row[4] or "" for row in rows] == [
        "" if known[number] is None else f"{one.rows[number]} · {known[number]}" for number in order
    ]


@pytest.mark.parametrize("people", SIZES)
def test_each_lane_lies_in_its_band_and_each_dot_on_top_of_its_equals(people: int) -> None:
    one, _, content = made(people, Walk.PERSONA, Mode.ONLINE)
    heights = Counter[int]()
    for row in table(content, one.texts["order.tab"])[1:]:
        total, parts_of_lane, dot = row[3], row[5:9], row[9:13]
        if total in (None, ""):
            assert (parts_of_lane, dot) == ([0, 0, 0, 0], [0, -10, -10, -10])
            continue
        heights[total] += 1
        here = BANDS.index(band(total, one.maximum))
        assert parts_of_lane == [*(total if at == here else 0 for at in range(3)), one.maximum - total]
        assert dot == [total, *(heights[total] if at == here else -10 for at in range(3))]


@pytest.mark.parametrize("people", SIZES)
@pytest.mark.parametrize("mode", [Mode.ONLINE, Mode.OFFLINE])
def test_without_codes_there_is_only_how_often_each_total_occurs(people: int, mode: Mode) -> None:
    one, filled, content = made(people, Walk.ANONYMOUS, mode)
    known = Counter(total for total in totals(one, filled) if total is not None)
    rows = table(content, one.texts["order.tab"])[1:]
    assert [row[0] for row in rows] == list(range(0, 41, 10 if mode is Mode.OFFLINE else 5))
    for total, *counts in rows:
        assert counts == [known[total] if band(total, one.maximum) is part else 0 for part in BANDS]
    assert one.texts["reveal.tab"] not in opened(content).sheetnames


@pytest.mark.parametrize(("walk", "few"), [(Walk.ANONYMOUS, 4), (Walk.ONESELF, 7)])
def test_of_a_few_totals_the_chart_shows_nothing(walk: Walk, few: int) -> None:
    one = sheet(9, walk)
    for count in (few, few + 1):
        content = score_sheet_file(one, dict.fromkeys(one.rows[:count], (10, 10, 5, 0)))
        numbers = [float(v.text) for chart in charts(content) for v in chart.iterfind(".//{*}val//{*}v")]
        assert sum(numbers) == (0 if count == few else count)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(list(Band)), min_size=8, max_size=14))
def test_as_oneself_groups_of_one_or_two_are_joined_as_in_the_results(where: list[Band]) -> None:
    one = sheet(len(where), Walk.ONESELF)
    points = {Band.FRONT: (10, 10, 10, 10), Band.MIDDLE: (10, 10, 0, 0), Band.BACK: (0, 0, 0, 0)}
    filled = {row: points[part] for row, part in zip(one.rows, where, strict=True)}
    rows = table(score_sheet_file(one, filled), one.texts["order.tab"])[1:4]
    figures = walk_figures(Scores(tuple(Score(None, points[part]) for part in where), (1, 2, 3, 4)))
    assert [row[1] for row in rows if row[0]] == [group.persons for group in groups_as_oneself(figures)]


@pytest.mark.parametrize("people", SIZES)
@every_variant
def test_every_formula_has_a_stored_value_and_an_empty_one_is_a_text(people: int, walk: Walk, mode: Mode) -> None:
    _, _, content = made(people, walk, mode)
    found = 0
    for name, part in parts(content).items():
        if name.startswith("xl/worksheets/sheet"):
            for cell in etree.fromstring(part).iterfind(".//{*}c[{*}f]"):
                found += 1
                value = cell.findtext("{*}v")
                assert (cell.get("t") == "str") == (not (value or "").lstrip("-").isdecimal()), cell.get("r")
    assert found > 2 * people


@pytest.mark.parametrize("people", SIZES)
@every_variant
def test_the_chart_holds_the_numbers_and_names_of_its_cells(people: int, walk: Walk, mode: Mode) -> None:
    one, _, content = made(people, walk, mode)
    [chart] = charts(content)
    book = opened(content)
    references = list(chart.iterfind(".//{*}ser//{*}f"))
    assert len(references) >= 2
    for reference in references:
        cache_of = reference.getnext()
        tab, _, area = (reference.text or "").rpartition("!")
        first_column, first_row, last_column, last_row = range_boundaries(area.replace("$", ""))
        assert first_column == last_column
        page = book[tab.strip("'").replace("''", "'")]
        cells = [page.cell(row, first_column).value for row in range(first_row, last_row + 1)]
        points = [point.text or "" for point in cache_of.iterfind("{*}pt/{*}v")]
        assert points == [str(nothing(value)) for value in cells]
        assert cache_of.find("{*}ptCount").get("val") == str(len(cells))
    lengths = {len(values.findall(".//{*}pt")) for values in chart.iterfind(".//{*}yVal")}
    assert len(lengths) <= 1  # LibreOffice leaves out a shorter series
    assert one.texts["order.tab"] in (references[0].text or "")


@pytest.mark.parametrize(
    ("people", "kind"), [(8, "barChart"), (24, "barChart"), (25, "scatterChart"), (200, "scatterChart")]
)
def test_up_to_24_have_lanes_and_more_are_dots(people: int, kind: str) -> None:
    [chart] = charts(made(people, Walk.PERSONA, Mode.ONLINE)[2])
    assert chart.find(f".//{{*}}{kind}") is not None


scores = st.sampled_from((10, 5, 0, None))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(scores, scores, scores, scores), min_size=1, max_size=6), st.sampled_from(list(Walk)))
def test_whatever_is_filled_in_what_is_stored_is_right(rows: list[tuple[int | None, ...]], walk: Walk) -> None:
    one = sheet(max(8, len(rows)), walk)
    filled = dict(zip(one.rows, rows, strict=False))
    content = score_sheet_file(one, filled)
    known = totals(one, filled)
    assert [nothing(row[-2]) for row in table(content, one.texts["tab"])[4:]] == [nothing(total) for total in known]
    if walk is Walk.PERSONA:
        ranked = [row[3] for row in table(content, one.texts["order.tab"])[1:] if row[3] not in (None, "")]
        assert ranked == sorted((total for total in known if total is not None), reverse=True)


def test_what_was_pasted_and_is_no_score_counts_as_not_answered() -> None:
    one = sheet(8)
    row = table(score_sheet_file(one, {one.rows[0]: (7, 10, 1000000000, -5)}), "Scores")[4]
    assert row[-2:] == [10, "1/4"]


@pytest.mark.parametrize("filled", [{"ZZZ-999": (10, 10, 10, 10)}, {"KTM-222": (10,)}])
def test_scores_for_what_is_not_on_the_sheet_are_refused(filled: Rows) -> None:
    with pytest.raises(ValueError, match="does not have"):
        score_sheet_file(sheet(8), filled)


@every_variant
def test_nothing_stands_in_the_way_of_working_on_it_together(walk: Walk, mode: Mode) -> None:
    _, _, content = made(14, walk, mode)
    own = parts(content)
    assert not [name for name in own if re.search(r"vba|activeX|externalLink|queryTable|ctrlProp", name)]
    texts = {name: part.decode() for name, part in own.items() if name.endswith(".xml")}
    everything = "\n".join(texts.values())
    assert not re.search(r"password=|hashValue|workbookProtection|fileSharing|readOnlyRecommended", everything)
    formulas = re.findall(r"<f>([^<]*)</f>", everything)
    assert not [formula for formula in formulas if MODERN.search(formula)]
    defined = etree.fromstring(own["xl/workbook.xml"]).iterfind(".//{*}definedName")
    assert {name.get("name") for name in defined} <= {"_ttr_form", "_xlnm.Print_Titles"}


@every_variant
def test_only_cells_to_fill_in_are_open_and_take_what_belongs_there(walk: Walk, mode: Mode) -> None:
    one, _, content = made(14, walk, mode)
    book = opened(content, values=False)
    for page in book.worksheets:
        assert page.protection.sheet, page.title
        assert not page.protection.password
    unlocked = {
        page.title: {cell.coordinate for row in page.iter_rows() for cell in row if not cell.protection.locked}
        for page in book.worksheets
    }
    wanted = {one.texts["tab"]: {f"{column}{row}" for column in "BCDE" for row in range(5, 19)}}
    if walk is Walk.PERSONA:
        wanted[one.texts["reveal.tab"]] = {f"{column}{row}" for column in "BCDEF" for row in range(5, 19)}
    assert {tab: cells for tab, cells in unlocked.items() if cells} == wanted


@pytest.mark.parametrize(("mode", "options"), [(Mode.ONLINE, '"10,5,0"'), (Mode.OFFLINE, '"1,0"')])
def test_each_cell_offers_the_scores_there_are_and_refuses_others(mode: Mode, options: str) -> None:
    one, _, content = made(14, Walk.PERSONA, mode)
    rules = opened(content)[one.texts["tab"]].data_validations.dataValidation
    assert {rule.formula1 for rule in rules} == {options}
    assert {rule.errorStyle for rule in rules} <= {None, "stop"}
    assert all(rule.showErrorMessage and rule.error for rule in rules)
    assert sorted(str(rule.sqref) for rule in rules) == ["B5:D18", "E5:E18"]
    assert [bool(rule.prompt) for rule in sorted(rules, key=lambda rule: str(rule.sqref))] == [False, True]


def test_a_persona_that_looks_like_a_formula_stays_a_text() -> None:
    page = opened(made(14, Walk.PERSONA, Mode.ONLINE)[2])["Onthulling"]
    assert {page.cell(5, column).number_format for column in range(2, 7)} == {"@"}
    [rule] = page.data_validations.dataValidation
    assert (rule.formula1, str(rule.sqref)) == ('"ja,nee"', "F5:F18")


def test_personas_that_were_told_stand_on_their_sheet() -> None:
    one = sheet(8)
    content = score_sheet_file(one, revealed={one.rows[2]: ("eerste die studeert", "=1+1", "R&D <HR>")})
    rows = [row for row in table(content, "Onthulling")[4:] if row[1]]
    assert rows == [[one.rows[2], "eerste die studeert", "=1+1", "R&D <HR>", None, "ja"]]


def test_the_order_is_not_seen_and_no_row_is_ranked_where_nobody_is_shown() -> None:
    for walk in Walk:
        one, _, content = made(14, walk, Mode.ONLINE)
        book = opened(content)
        assert book[one.texts["order.tab"]].sheet_state == "hidden"
        assert book.sheetnames[0] == one.texts["tab"]
        if walk is not Walk.PERSONA:
            shown = [row for page in book.worksheets[1:] for row in page.iter_rows(values_only=True)]
            assert not [row for row in shown if set(row) & set(one.rows) - {None}]


def test_what_a_team_wrote_is_a_text_whatever_it_looks_like() -> None:
    one = sheet(8)
    wild = replace(one.columns[0], header='1. =1+1 R&D <HR> "x" {{ a }}\x07\nregel 2')
    content = score_sheet_file(replace(one, columns=(wild, *one.columns[1:])))
    assert opened(content)["Scores"]["B4"].value == '1. =1+1 R&D <HR> "x" {{ a }} regel 2'


@pytest.mark.parametrize("people", [14, 24, 40])
def test_the_chart_fits_a_shared_screen(people: int) -> None:
    one, _, content = made(people, Walk.PERSONA, Mode.ONLINE)
    page = opened(content)[one.texts["chart.tab"]]
    [frame] = [etree.fromstring(part) for name, part in parts(content).items() if "drawings/drawing" in name]
    [below] = {int(place.findtext("{*}row") or 0) for place in frame.iterfind(".//{*}to")}
    above = sum((page.row_dimensions[row].height or 15) * 96 / 72 for row in range(1, below + 2))
    assert above <= LAPTOP


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_header_leaves_most_of_a_screen_to_the_rows(language: str) -> None:
    one = sheet(14, language=language, statements=11)
    page = opened(score_sheet_file(one))[one.texts["tab"]]
    assert sum((page.row_dimensions[row].height or 15) * 96 / 72 for row in range(1, 5)) <= LAPTOP / 2
    assert page.freeze_panes == "B5"


@every_variant
def test_the_same_sheet_gives_the_same_bytes(walk: Walk, mode: Mode) -> None:
    one, filled, content = made(14, walk, mode)
    assert score_sheet_file(one, dict(reversed(filled.items()))) == content


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_sheet_is_valid_and_accessible(language: str, tmp_path: Path) -> None:
    paths = []
    for walk, mode in VARIANTS:
        for people in (8, 40):
            one = sheet(people, walk, mode, language)
            paths.append(tmp_path / f"{walk}-{mode}-{people}.xlsx")
            paths[-1].write_bytes(score_sheet_file(one, some(one) if people == 40 else None))
    assert complaints(paths) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_chart_is_in_the_language_of_its_sheet(language: str) -> None:
    [chart] = charts(score_sheet_file(sheet(8, language=language)))
    said = {element.get("lang") for element in chart.iter() if element.get("lang")}
    said |= {element.get("val") for element in chart.iterfind(".//{*}lang")}
    assert {tag[:2] for tag in said if tag} == {language}
