"""Every case that came in becomes a draft in which nobody of whom the name is known can be read (M18, M88-M93, G30)."""

import re
from dataclasses import replace

import pytest

from pipeline.anonymise.drafts import Draft
from pipeline.findings import Finding
from pipeline.ttr.cases import QUESTIONS
from tests.anonymise.cases_made import TEXTS, case_form, drafted, text_of

NAMES = re.compile("zeynep|karataş|kwame|joost|van der meer", re.IGNORECASE)


def keys(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.key for finding in findings]


def written(draft: Draft) -> dict[str, str]:
    return {question: "".join(piece.text for piece in pieces) for question, pieces in draft.answers.items()}


def test_a_case_becomes_a_draft_with_its_text_as_it_was_written() -> None:
    [draft], _ = drafted(case_form())
    assert written(draft) == TEXTS
    assert tuple(draft.answers) == QUESTIONS
    assert (draft.kind, draft.first_year, draft.origin, draft.author) == ("student", True, "own", "mentor")
    assert (draft.consent, draft.language, draft.place.file, draft.copies) == ("given", "nl", "inbox/casus.docx", ())


def test_no_known_name_is_left_when_every_replacement_is_accepted() -> None:
    [draft], _ = drafted(case_form())
    assert not NAMES.search(text_of(draft))


def test_a_name_given_in_one_case_is_known_in_all() -> None:
    other = {**TEXTS, "problem": "Daar zat ook Femke, die niets zei.", "involved": "Femke en een docent van haar."}
    one, two = drafted(case_form(names={"students": "Femke"}), case_form("inbox/b.docx", other, names={}))[0]
    assert "Femke" not in text_of(one) + text_of(two)


def test_the_code_stays_whoever_sends_the_text_and_however_it_is_spaced() -> None:
    [draft], _ = drafted(case_form())
    spaced = {question: text.replace("\n", "\n\n").replace(" ", "  ") for question, text in TEXTS.items()}
    [again], _ = drafted(case_form("inbox/sub/anders.docx", spaced, kind="both"))
    [changed], _ = drafted(case_form(texts={**TEXTS, "others": "Niemand vroeg later hoe het met haar ging."}))
    assert draft.code == again.code != changed.code


def test_the_same_text_twice_is_one_draft_that_takes_over_what_the_first_left_out() -> None:
    blank = case_form("inbox/a.docx", consent=None, author=None)
    [draft], findings = drafted(blank, case_form("inbox/b.docx", consent="untraceable"))
    assert (draft.place.file, [copy.file for copy in draft.copies]) == ("inbox/a.docx", ["inbox/b.docx"])
    assert (draft.consent, draft.author) == ("untraceable", "mentor")
    assert "case_consent_missing" not in keys(findings)
    [twice] = [finding for finding in findings if finding.key == "case_twice"]
    assert (twice.place.file, twice.values["first"]) == ("inbox/b.docx", "inbox/a.docx")


def test_a_form_with_nothing_written_in_it_is_no_draft() -> None:
    assert drafted(case_form(texts={"problem": " \n"})) == ((), ())


def test_without_consent_that_case_alone_stops() -> None:
    [draft], findings = drafted(case_form(consent=None))
    [stopped] = [finding for finding in findings if finding.stops]
    assert (stopped.key, stopped.about) == ("case_consent_missing", "")
    assert draft.consent is None


def test_a_case_that_is_not_about_year_1_is_noticed() -> None:
    assert "case_not_first_year" in keys(drafted(case_form(first_year="no"))[1])
    assert "case_not_first_year" not in keys(drafted(case_form(first_year=None))[1])


def test_very_short_answers_are_counted() -> None:
    _, findings = drafted(case_form(texts={**TEXTS, "teacher": "Niets.", "others": "Weet ik niet", "belonging": ""}))
    [short] = [finding for finding in findings if finding.key == "case_answers_short"]
    assert short.values == {"count": 2}


def test_teachers_that_are_mentioned_are_counted_and_never_named() -> None:
    _, findings = drafted(case_form())
    [staff] = [finding for finding in findings if finding.key == "case_names_staff"]
    assert staff.values == {"count": 1}


def test_when_all_cases_are_invented_one_of_their_own_is_advised() -> None:
    invented = case_form(origin="fictional")
    own = case_form("inbox/b.docx", {**TEXTS, "teacher": "De docent ging door met de les."})
    assert "cases_all_fictional" in keys(drafted(invented)[1])
    assert "cases_all_fictional" not in keys(drafted(invented, own)[1])
    assert drafted() == ((), ())


def test_when_no_case_is_by_a_mentor_one_of_theirs_is_advised() -> None:
    by_teacher = case_form(author="teacher")
    other = case_form("inbox/b.docx", {**TEXTS, "teacher": "De docent ging door met de les."})
    assert "cases_not_by_mentors" in keys(drafted(by_teacher)[1])
    assert "cases_not_by_mentors" not in keys(drafted(by_teacher, other)[1])
    assert "cases_not_by_mentors" not in keys(drafted(case_form(author=None))[1])


@pytest.mark.parametrize("language", ["nl", "en", "de"])
def test_a_form_without_a_language_is_read_in_that_of_the_team(language: str) -> None:
    unmarked = replace(case_form(), language=None)
    [draft], _ = drafted(unmarked, language=language)
    assert draft.language == language
    assert not NAMES.search(text_of(draft))
