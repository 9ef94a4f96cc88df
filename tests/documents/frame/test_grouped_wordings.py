"""What the team gave is shown like beside like, and nobody's name or code with it (M73, M79)."""

import pytest

from pipeline.documents.frame.grouped_wordings import grouped_wordings
from pipeline.forms.grouped_wordings import HIGHEST_NUMBER
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.ttr.records import TeamYear
from pipeline.ttr.wordings import TeamWordings, Wording, WordingGroup
from tests.documents.teams import CODES
from tests.documents.wordings_given import year_with_wordings

ONE = (WordingGroup(1, (Wording("Namen kennen", 3),)),)


def test_nothing_given_is_no_workbook() -> None:
    assert grouped_wordings(TeamYear(), catalogue("nl")) is None
    assert grouped_wordings(TeamYear(wordings=TeamWordings()), catalogue("nl")) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_conditions_come_before_key_concepts_and_each_has_its_title(language: str) -> None:
    year, words = year_with_wordings(language), catalogue(language)
    made = grouped_wordings(year, words)
    assert made is not None
    assert year.wordings is not None
    assert [one.sheet for one in made.overviews] == ["conditions", "concepts"]
    assert [one.groups for one in made.overviews] == [year.wordings.conditions, year.wordings.concepts]
    assert [one.title for one in made.overviews] == [words.say(f"wordings.{one.sheet}.title") for one in made.overviews]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_tells_how_many_gave_something_and_never_who(language: str) -> None:
    made = grouped_wordings(year_with_wordings(language), catalogue(language))
    assert made is not None
    assert all("14" in one.given for one in made.overviews)
    assert "4" in made.overviews[0].given.replace("14", "")
    assert not [code for code in CODES if code in repr(made.overviews)]


def test_what_did_not_come_in_has_no_overview() -> None:
    made = grouped_wordings(TeamYear(wordings=TeamWordings(concepts=ONE, people=3)), catalogue("nl"))
    assert made is not None
    assert [one.sheet for one in made.overviews] == ["concepts"]


def test_a_lead_can_choose_every_number_that_is_taken_and_some_for_new_groups() -> None:
    made = grouped_wordings(TeamYear(wordings=TeamWordings(ONE)), catalogue("nl"))
    assert made is not None
    assert 1 < made.overviews[0].numbers <= HIGHEST_NUMBER
    most = (WordingGroup(HIGHEST_NUMBER, ONE[0].wordings),)
    made = grouped_wordings(TeamYear(wordings=TeamWordings(most)), catalogue("nl"))
    assert made is not None
    assert made.overviews[0].numbers == HIGHEST_NUMBER


def test_a_tab_keeps_its_name_whatever_a_team_says_elsewhere() -> None:
    words = catalogue("nl").with_own_words(
        {"forms.grouped_wordings.overview.tab": "Iets", "wordings.conditions.title": "Wat wij willen"}
    )
    made = grouped_wordings(year_with_wordings("nl"), words)
    assert made is not None
    assert made.overviews[0].tab == catalogue("nl").say("forms.grouped_wordings.overview.tab")
    assert made.overviews[0].title == "Wat wij willen"
