"""Where front, middle and back begin (G21)."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.ttr.bands import Band, band, limits, terciles

ORDER = [Band.BACK, Band.MIDDLE, Band.FRONT]


def test_of_a_hundred_the_bands_are_those_of_the_rule() -> None:
    assert limits(100) == (35, 70)
    assert [band(total, 100) for total in (0, 30, 35, 65, 70, 100)] == [
        *(Band.BACK, Band.BACK, Band.MIDDLE, Band.MIDDLE, Band.FRONT, Band.FRONT)
    ]


@given(st.integers(1, 40), st.data())
def test_the_rule_in_percent_holds_for_every_number_of_statements(statements: int, data: st.DataObject) -> None:
    maximum = 10 * statements
    total = data.draw(st.integers(0, 2 * statements)) * 5
    expected = Band.BACK if 3 * total <= maximum else Band.MIDDLE if 3 * total <= 2 * maximum else Band.FRONT
    assert band(total, maximum) is expected


@given(st.lists(st.integers(0, 20).map(lambda number: number * 5)))
def test_by_rank_ties_are_never_split_and_nobody_overtakes(totals: list[int]) -> None:
    found = dict.fromkeys(zip(totals, terciles(totals), strict=True))
    assert len(found) == len(set(totals))
    ranked = [ORDER.index(one) for _, one in sorted(found)]
    assert ranked == sorted(ranked)
