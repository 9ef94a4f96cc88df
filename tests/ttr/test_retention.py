"""The key and the review copies are kept until the academic year is over (G30)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.findings import Place
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.ttr.programme import Programme
from pipeline.ttr.retention import SOON, expiry, of_expiry

PLACE = Place("inbox/programma.xlsx", "Programma", "B7")
PROGRAMME = Programme(academic_year="2027-2028", places={"academic_year": PLACE})
LAST = date(2028, 8, 31)


def said(today: date, programme: Programme = PROGRAMME) -> list[str]:
    return [finding.key for finding in of_expiry(programme, today)]


def test_they_expire_on_the_last_day_of_the_academic_year() -> None:
    assert expiry(PROGRAMME) == LAST


@pytest.mark.parametrize("year", [None, "", "2027", "2027-28", "0000-0000", "twenty"])
def test_without_an_academic_year_there_is_no_date_and_nothing_to_say(year: str | None) -> None:
    assert expiry(Programme(academic_year=year)) is None
    assert said(date(2050, 1, 1), Programme(academic_year=year)) == []


@given(st.integers(-400, 400))
def test_it_is_said_a_month_ahead_and_once_it_is_past(days: int) -> None:
    expected = ["key_expired"] if days > 0 else ["key_expires"] if days >= -SOON else []
    assert said(LAST + timedelta(days)) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_names_the_day_and_the_command(language: str) -> None:
    words = catalogue(language)
    for today in (LAST, LAST + timedelta(1)):
        [finding] = of_expiry(PROGRAMME, today)
        assert (finding.place, finding.stops) == (PLACE, False)
        assert words.long_date(LAST) in words.problem(finding)
        assert "ttr forget" in words.remedy(finding)
