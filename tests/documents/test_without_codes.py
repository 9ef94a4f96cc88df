"""What goes to management tells no code, in whatever somebody wrote it."""

from dataclasses import replace

import pytest

from pipeline.documents import ANNUAL_REPORT, ANNUAL_REPORT_FOR_MANAGEMENT, MANAGEMENT_REPORTS
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.ttr.lessons import LessonsLearned
from tests.documents.annual_years import whole_year


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "spelled", [str, str.lower, lambda code: code.replace("-", ""), lambda code: code.replace("-", " ")]
)
def test_a_code_with_a_score_is_not_told_to_management(language: str, spelled: object) -> None:
    assert callable(spelled)
    year = whole_year(language)
    code = spelled(year.participants[0].code)
    told = f"{code}: 85"
    lessons = LessonsLearned("2027-2028", told, told, told, told, told, recipient=code)
    held = tuple(replace(one, inventory=told, strategies=told) for one in year.held)
    points = tuple(replace(one, what=told, who=code) for one in year.action_points)
    year = replace(year, lessons=lessons, held=held, action_points=points)
    words = catalogue(language)
    assert code in repr(ANNUAL_REPORT.compose(year, words))
    for document in (ANNUAL_REPORT_FOR_MANAGEMENT, *MANAGEMENT_REPORTS.values()):
        assert code not in repr(document.compose(year, words)), document.key
