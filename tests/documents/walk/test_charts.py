"""What the pictures of a Power Walk hold and what their alternative texts say (M56-M61, M65, G19, G21)."""

import pytest

from pipeline.documents.contents import BarChart
from pipeline.documents.walk.charts import Outcome, answers, band_names, dots, groups, lanes, left_out, outcome, wording
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.ttr.programme import Walk
from pipeline.ttr.records import TeamYear
from pipeline.ttr.scores import Score, Scores
from tests.documents.walks import scores, walked

SIX = Scores(
    tuple(
        Score(f"AAA-10{number}", points)
        for number, points in enumerate(
            [(10, 10, 10), (10, 10, 5), (10, 5, 0), (10, 0, 0), (0, 0, 0), (5, None, None)],
        )
    ),
    (1, 2, 3),
)


def shown(language: str, given: Scores = SIX, walk: Walk = Walk.PERSONA) -> Outcome:
    made = outcome(walked(language, given, walk), catalogue(language))
    assert made is not None
    return made


ALT = {
    "nl": "Staafdiagram met 6 banen, de hoogste bovenaan. Vooraan: 2; in het midden: 1; achteraan: 3. "
    "Hoogste totaal 30, laagste 0, mediaan 12,5, op een schaal van 0 tot 30 punten.",
    "en": "Bar chart with 6 lanes, the highest on top. At the front: 2; in the middle: 1; at the back: 3. "
    "Highest total 30, lowest 0, median 12.5, on a scale of 0 to 30 points.",
    "de": "Balkendiagramm mit 6 Bahnen, die höchste oben. Vorn: 2; in der Mitte: 1; hinten: 3. "
    "Höchste Summe 30, niedrigste 0, Median 12,5, auf einer Skala von 0 bis 30 Punkten.",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_alternative_text_says_what_the_picture_shows(language: str) -> None:
    made = shown(language)
    assert lanes(made, made.figures.totals).alt == ALT[language]
    assert dots(made).alt.endswith(ALT[language].split(". ", 1)[1])
    assert " 6 " in dots(made).alt.split(".")[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bands_say_from_where_to_where_they_run(language: str) -> None:
    names = band_names(shown(language, scores(14)))
    assert [[int(word) for word in name.split() if word.isdigit()] for name in names] == [[75, 110], [40, 70], [0, 35]]


def test_lanes_bear_codes_and_personas_only_when_asked() -> None:
    made = shown("nl", scores(14))
    codes = [lane.label for lane in lanes(made, made.figures.totals).lanes]
    assert codes == [total.code for total in made.figures.totals]
    told = [lane.label for lane in lanes(made, made.figures.totals, personas=True).lanes]
    assert any("R&D <HR>" in label for label in told)
    assert "ZZZ-999" in told
    assert [lane.total for lane in lanes(made, made.figures.totals).lanes] == sorted(
        (total.total for total in made.figures.totals), reverse=True
    )


def test_what_was_not_answered_is_shown_apart() -> None:
    made = shown("nl")
    assert [lane.not_answered for lane in lanes(made, made.figures.totals).lanes if lane.label == "AAA-105"] == [20]
    chart = answers(made, made.figures.statements, "")
    assert [series.name for series in chart.series] == ["10 punten", "5 punten", "0 punten", "Niet beantwoord"]
    assert [series.values for series in chart.series] == [(4, 2, 1), (1, 1, 1), (1, 2, 3), (0, 1, 1)]
    assert "1: 4 / 1 / 1 / 0; 2: 2 / 1 / 2 / 1; 3: 1 / 1 / 3 / 1" in chart.alt


@pytest.mark.parametrize("language", LANGUAGES)
def test_steps_are_never_called_points(language: str) -> None:
    made = shown(language, scores(14, steps=True))
    words = catalogue(language)
    assert lanes(made, made.figures.totals).value_title == words.say("walk.value.steps") == dots(made).value_title
    assert words.say("walk.answer.steps.ten") in [
        series.name for series in answers(made, made.figures.statements, "").series
    ]
    assert words.say("walk.answer.points.five") not in [
        series.name for series in answers(made, made.figures.statements, "").series
    ]


def test_a_statement_that_counts_in_reverse_says_so_and_a_strange_number_has_no_text() -> None:
    made = shown("en", scores(14))
    assert wording(made, 11).endswith("(counted the other way round)")
    assert not wording(made, 1).endswith(")")
    assert wording(made, 99) == "99."
    assert len(wording(made, 11, 40)) <= 40


def test_what_is_left_out_is_said() -> None:
    said = list(left_out(shown("nl", scores(14))))
    assert said == [
        "Op 1 rij van het scoreblad is niets ingevuld; die staat niet in beeld.",
        "Op 3 rijen zijn niet alle stellingen beantwoord. Wat ontbreekt, telt niet als 0.",
        "Van 1 persona is alleen het totaal bekend; die telt niet mee bij de stellingen.",
    ]
    assert list(left_out(shown("nl", scores(14, blanks=False)))) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_as_oneself_there_are_only_groups_and_no_total(language: str) -> None:
    made = shown(language, scores(12, blanks=False), Walk.ONESELF)
    chart = groups(made)
    assert isinstance(chart, BarChart)
    (series,) = chart.series
    assert sum(value or 0 for value in series.values) == 12
    assert all(not value or value >= 3 for value in series.values)
    for name, value in zip(chart.categories, series.values, strict=True):
        assert f"{name}: {value:.0f}" in chart.alt


def test_without_scores_or_with_too_few_there_is_nothing_to_show() -> None:
    words = catalogue("nl")
    assert outcome(TeamYear(), words) is None
    assert outcome(walked("nl", None), words) is None
    assert outcome(walked("nl", Scores((Score("AAA-101"),), (1,))), words) is None
    assert outcome(walked("nl", scores(4, blanks=False), Walk.ANONYMOUS), words) is None
    assert outcome(walked("nl", scores(7, blanks=False), Walk.ONESELF), words) is None
    assert outcome(walked("nl", scores(8, blanks=False), Walk.ONESELF), words) is not None
