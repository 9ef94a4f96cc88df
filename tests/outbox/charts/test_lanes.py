"""Lanes and dots: the picture, its numbers and its looks, at every size of a team."""

from collections import Counter
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pipeline.documents.contents import BarChart, Chart, Dot, DotField, Lane, LaneChart, Series
from pipeline.outbox.charts.chart import NativeChart, has_content, height, native_chart
from tests.office.colours import contrast, from_hex

C = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
BANDS = ("Vooraan: 70 tot 100", "Midden: 35 tot 65", "Achteraan: 0 tot 30")


def band(total: int) -> int:
    return 0 if total >= 70 else 1 if total >= 35 else 2


def lanes(*totals: int, labels: tuple[str, ...] = (), open_points: int = 0, title: str = "In beeld") -> LaneChart:
    named = labels or tuple(f"ABC-{number:03d}" for number in range(len(totals)))
    made = tuple(Lane(label, total, band(total), open_points) for label, total in zip(named, totals, strict=True))
    return LaneChart(title, made, 100, BANDS, "Niet beantwoord", "Totaal in punten", "Wat er te zien is")


def dots(*totals: int, title: str = "In beeld") -> DotField:
    return DotField(
        title, tuple(Dot(total, band(total)) for total in totals), 100, BANDS, "Totaal", "Aantal", "Wat er te zien is"
    )


Column = dict[int, float]


def cached(native: NativeChart, names: str, values: str) -> list[tuple[str, list[str], Column]]:
    """Name, what stands along the axis, and the known values of each series, as the chart shows them."""
    found = []
    for series in etree.fromstring(native.xml).iterfind(".//c:ser", C):
        along = [point.findtext("c:v", "", C) for point in series.iterfind(f"c:{names}//c:pt", C)]
        column = {
            int(point.get("idx", "")): float(point.findtext("c:v", "", C))
            for point in series.iterfind(f"c:{values}//c:pt", C)
        }
        found.append((series.findtext("c:tx//c:v", "", C), along, column))
    return found


def stored(native: NativeChart) -> list[tuple[str, list[str], Column]]:
    (first, *rest) = openpyxl.load_workbook(BytesIO(native.workbook)).worksheets[0].iter_cols(values_only=True)
    names = [str(name) for name in first[1:]]
    return [
        (str(name), names, {place: float(str(value)) for place, value in enumerate(values) if value is not None})
        for name, *values in rest
    ]


every_total = st.lists(st.sampled_from(range(0, 101, 5)), min_size=1, max_size=60)


@given(every_total, st.sampled_from([0, 20]))
def test_a_lane_is_as_long_as_its_total_in_the_colour_of_its_band_and_then_what_is_open(
    totals: list[int], open_points: int
) -> None:
    native = native_chart(lanes(*totals, open_points=open_points), "nl")
    shown = cached(native, "cat", "val")
    assert shown == stored(native)
    assert [name for name, _, _ in shown] == [*BANDS, *(["Niet beantwoord"] if open_points else [])]
    for place, total in enumerate(totals):
        lane = [column.get(place) for _, _, column in shown[:3]]
        assert [value for value in lane if value is not None] == [total]
        assert lane[band(total)] == total
        assert not open_points or shown[3][2][place] == open_points


@given(every_total)
def test_each_dot_has_its_place_and_equal_totals_stand_on_top_of_one_another(totals: list[int]) -> None:
    native = native_chart(dots(*totals), "de")
    shown = cached(native, "xVal", "yVal")
    assert shown == stored(native)
    placed = sorted((float(along[place]), up) for _, along, column in shown for place, up in column.items())
    assert placed == sorted(
        (float(total), float(up)) for total, count in Counter(totals).items() for up in range(1, count + 1)
    )


@pytest.mark.parametrize("chart", [lanes(90, 50, 10), dots(90, 90, 10)], ids=["lanes", "dots"])
def test_all_series_are_equally_long_or_libreoffice_leaves_some_out(chart: Chart) -> None:
    space = etree.fromstring(native_chart(chart, "nl").xml)
    counts = space.xpath("//c:ser/c:val//c:ptCount/@val | //c:ser/c:yVal//c:ptCount/@val", namespaces=C)
    assert counts == ["3"] * 3
    assert space.find(".//c:dispBlanksAs", C).get("val") == "gap"
    assert space.find(".//c:legendEntry", C) is None


def test_lanes_are_stacked_the_best_on_top_on_the_whole_scale() -> None:
    space = etree.fromstring(native_chart(lanes(90, 50, 10), "nl").xml)
    assert space.find(".//c:overlap", C).get("val") == "100"
    assert space.find(".//c:catAx/c:scaling/c:orientation", C).get("val") == "maxMin"
    scale = space.find(".//c:valAx/c:scaling", C)
    assert (scale.find("c:min", C).get("val"), scale.find("c:max", C).get("val")) == ("0", "100")


def test_a_text_that_looks_like_a_formula_or_like_markup_stays_text() -> None:
    labels = ("=SUM(A1)", "R&D <HR>", "{{ x }}", "a\x00b")
    native = native_chart(lanes(90, 50, 40, 10, labels=labels), "en")
    assert cached(native, "cat", "val")[0][1] == ["=SUM(A1)", "R&D <HR>", "{{ x }}", "ab"] == stored(native)[0][1]


def sizes(chart: Chart) -> list[int]:
    space = etree.fromstring(native_chart(chart, "nl").xml)
    return [int(look.get("sz", "")) for look in (*space.iterfind(".//{*}defRPr"), *space.iterfind(".//{*}rPr"))]


@pytest.mark.parametrize("count", [1, 3, 8, 14, 24, 40, 200])
def test_letters_can_be_read_at_every_size_of_a_team(count: int) -> None:
    totals = tuple(100 - number % 21 * 5 for number in range(count))
    assert min(sizes(lanes(*totals))) >= 1000
    assert min(sizes(dots(*totals))) >= 1000
    assert 5 <= height(lanes(*totals)) <= 21
    assert 5 <= height(dots(*totals)) <= 21


@pytest.mark.parametrize("count", [8, 40, 200])
def test_dots_that_stand_beside_or_on_top_of_one_another_do_not_touch(count: int) -> None:
    totals = tuple(number % 21 * 5 for number in range(count))
    space = etree.fromstring(native_chart(dots(*totals), "nl").xml)
    size = int(space.find(".//c:marker/c:size", C).get("val"))
    assert 3 <= size <= 450 * 0.88 * 5 / 120
    assert {marker.get("val") for marker in space.iterfind(".//c:marker/c:symbol", C)} == {
        "circle",
        "square",
        "diamond",
    }


def test_numbers_on_a_bar_stand_out_from_its_colour() -> None:
    space = etree.fromstring(native_chart(lanes(90, 50, 10), "nl").xml)
    for series in space.iterfind(".//c:ser", C):
        fill = series.find("c:spPr/{*}solidFill/{*}srgbClr", C).get("val")
        ink = series.find("c:dLbls//{*}srgbClr", C).get("val")
        assert contrast(from_hex(ink), from_hex(fill)) >= 4.5


def test_a_chart_on_a_slide_that_bears_its_title_has_none_of_its_own() -> None:
    for chart in (lanes(90, title=""), dots(90, title="")):
        space = etree.fromstring(native_chart(chart, "nl").xml)
        assert space.find("c:chart/c:title", C) is None
        assert space.find("c:chart/c:autoTitleDeleted", C).get("val") == "1"


def test_parts_of_a_whole_lie_end_to_end() -> None:
    chart = BarChart("T", ("1", "2"), (Series("10", (2, 0)), Series("0", (1, 3))), "Aantal", "alt", stacked=True)
    space = etree.fromstring(native_chart(chart, "nl").xml)
    assert space.find(".//c:grouping", C).get("val") == "stacked"
    assert space.find(".//c:valAx/c:scaling/c:max", C).get("val") == "3"
    assert {label.get("formatCode") for label in space.iterfind(".//c:dLbls/c:numFmt", C)} == {"0;;"}


def test_nothing_to_draw_is_known_beforehand() -> None:
    assert not has_content(lanes())
    assert not has_content(dots())
    assert has_content(lanes(0))
    assert has_content(dots(0))


@pytest.mark.parametrize("chart", [lanes(90, 50), dots(90, 50)], ids=["lanes", "dots"])
def test_the_same_chart_is_the_same_to_the_byte(chart: Chart) -> None:
    assert native_chart(chart, "nl") == native_chart(chart, "nl")
