"""A chart shows what its workbook holds, natively, with words that are legal and numbers that are known."""

from io import BytesIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pipeline.documents.contents import BarChart, Series
from pipeline.outbox.charts.chart import EXTERNAL, NativeChart, height, native_chart
from pipeline.outbox.charts.bars import lies_down

C = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def chart(
    categories: tuple[str, ...] = ("Nooit", "Soms", "Vaak"),
    series: tuple[Series, ...] = (Series("Team", (2, 5, 4)),),
    title: str = "Hoe vaak?",
) -> BarChart:
    return BarChart(title, categories, series, "Aantal", "Nooit 2, soms 5, vaak 4")


def cached(native: NativeChart) -> list[tuple[str, list[str], list[float | None]]]:
    """Name, categories and values of each series, as the chart shows them."""
    found = []
    for series in etree.fromstring(native.xml).iterfind(".//c:ser", C):
        names = [point.text or "" for point in series.iterfind("c:cat//c:v", C)]
        values: list[float | None] = [None] * len(names)
        for point in series.iterfind("c:val//c:pt", C):
            values[int(point.get("idx", ""))] = float(point.findtext("c:v", "", C))
        found.append((series.findtext("c:tx//c:v", "", C), names, values))
    return found


def stored(native: NativeChart) -> list[tuple[str, list[str], list[float | None]]]:
    """The same from the workbook."""
    (first, *rest) = openpyxl.load_workbook(BytesIO(native.workbook)).worksheets[0].iter_cols(values_only=True)
    names = [str(name) for name in first[1:]]
    return [(str(column[0]), names, list(column[1:])) for column in rest]  # type: ignore[arg-type]


text = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=30).filter(str.strip)
number = st.none() | st.integers(-50, 100).map(float) | st.decimals(0, 10, places=2).map(float)


@given(st.lists(text, min_size=1, max_size=6), st.lists(st.tuples(text, number, number), min_size=1, max_size=3))
def test_the_workbook_holds_what_the_chart_shows(names: list[str], columns: list[tuple[str, float, float]]) -> None:
    series = tuple(Series(name, values) for name, *values in columns)
    native = native_chart(chart(tuple(names), series), "nl")
    assert cached(native) == stored(native)


def test_text_that_looks_like_a_formula_or_like_markup_stays_text() -> None:
    names = ("=SUM(A1)", "R&D <HR>", "{{ x }} {% if %}", "\"a\" 'b'")
    native = native_chart(chart(names, (Series("=1+1", (1, 2, 3, 4)),), "=HYPERLINK()"), "en")
    assert cached(native) == [("=1+1", list(names), [1, 2, 3, 4])] == stored(native)
    assert etree.fromstring(native.xml).findtext("c:chart/c:title//{*}t", "", C).strip() == "=HYPERLINK()"


def test_what_is_not_known_is_left_out_and_not_drawn_as_zero() -> None:
    native = native_chart(chart(series=(Series("Team", (1, None, float("nan"))),)), "nl")
    assert cached(native) == [("Team", ["Nooit", "Soms", "Vaak"], [1, None, None])] == stored(native)
    assert etree.fromstring(native.xml).find(".//c:dispBlanksAs", C).get("val") == "gap"


def test_signs_that_xml_cannot_hold_are_taken_out() -> None:
    native = native_chart(chart(("a\x00b", "c\x0bd", "e")), "de")
    assert cached(native)[0][1] == ["ab", "cd", "e"]


def test_the_chart_names_its_workbook_and_its_language() -> None:
    space = etree.fromstring(native_chart(chart(), "de").xml)
    assert space.find("c:externalData", C).get(R) == EXTERNAL
    assert {element.get("lang") for element in space.iter(etree.Element) if element.get("lang")} == {"de-DE"}


def test_every_letter_is_of_a_named_font_and_at_least_ten_points() -> None:
    space = etree.fromstring(native_chart(chart(series=(Series("a", (1, 2, 3)), Series("b", (1, 2, 3)))), "nl").xml)
    looks = [*space.iterfind(".//{*}defRPr"), *space.iterfind(".//{*}rPr")]
    assert min(int(look.get("sz", "")) for look in looks) >= 1000
    assert {look.find("{*}latin").get("typeface") for look in looks} == {"Calibri"}


def test_bars_lie_where_names_are_long_or_many_and_the_first_is_on_top() -> None:
    standing, lying = chart(), chart(("Wij bespreken casussen met elkaar", "Soms", "Vaak"))
    assert not lies_down(standing)
    assert lies_down(lying)
    assert lies_down(chart(tuple("abcdefgh")))
    space = etree.fromstring(native_chart(lying, "nl").xml)
    assert space.find(".//c:catAx/c:scaling/c:orientation", C).get("val") == "maxMin"
    assert space.find(".//c:valAx/c:scaling/c:orientation", C).get("val") == "minMax"


@pytest.mark.parametrize("count", [0, 1, 12, 200])
def test_a_chart_never_outgrows_a_page(count: int) -> None:
    assert 5 <= height(chart(("Een vraag die lang is, en langer dan een regel",) * count)) <= 21


def test_the_same_chart_is_the_same_to_the_byte() -> None:
    assert native_chart(chart(), "nl") == native_chart(chart(), "nl")
