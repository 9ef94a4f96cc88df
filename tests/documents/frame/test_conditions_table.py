"""The conditions table knows the team by its codes, and leaves the rest to be typed in (M75-M79, G28)."""

import pytest

from pipeline.documents.frame.conditions_table import conditions_table
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.ttr.groups import group_sizes
from pipeline.ttr.people import Participant
from pipeline.ttr.records import TeamYear
from tests.documents.teams import full_year


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_participant_has_a_row_by_code_and_each_small_group_one_by_number(language: str) -> None:
    year = full_year(language)
    table = conditions_table(year, catalogue(language))
    assert table is not None
    assert table.words.language == language
    assert table.told == {
        "individual": [{"participant": code} for code in sorted(one.code for one in year.participants)],
        "groups": [{"group": number} for number in range(1, len(group_sizes(14)) + 1)],
    }


def test_without_participants_there_is_no_table() -> None:
    assert conditions_table(TeamYear(), catalogue("nl")) is None


def test_somebody_alone_is_in_no_group() -> None:
    table = conditions_table(TeamYear(participants=(Participant("KTM-473"),)), catalogue("en"))
    assert table is not None
    assert table.told["groups"] == []


def test_who_signed_up_twice_has_one_row() -> None:
    twice = (Participant("KTM-473"), Participant("KTM-473", role="teacher"), Participant("AHR-219"))
    table = conditions_table(TeamYear(participants=twice), catalogue("de"))
    assert table is not None
    assert [row["participant"] for row in table.told["individual"]] == ["AHR-219", "KTM-473"]
