"""A case passes when a person released the present text and nobody we know is left in it (M90, M91, G30, G31)."""

import re
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.anonymise.release import released
from pipeline.findings import Finding
from pipeline.inbox.answers import Answers, RawReview
from pipeline.inbox.cleaning import cleaned
from pipeline.ttr.cases import Case, CaseProgress, CaseState
from tests.anonymise.answers_made import KEY
from tests.anonymise.cases_made import TEXTS, case_form, drafted, everybody, review, text_of

FORM = case_form()
[DRAFT], _ = drafted(FORM)


def after(
    *reviews: RawReview, forms: tuple[Answers, ...] = (FORM,)
) -> tuple[tuple[Case, ...], tuple[CaseProgress, ...], tuple[Finding, ...]]:
    _, people = everybody(*forms)
    return released(drafted(*forms)[0], reviews, people, KEY)


def refusal(*reviews: RawReview) -> Finding:
    """The one STOP; no case comes of it."""
    cases, [progress], findings = after(*reviews)
    assert cases == ()
    assert progress.state in (CaseState.TO_REVIEW, CaseState.IN_REVIEW)
    [stopped] = [finding for finding in findings if finding.stops]
    assert (stopped.about, stopped.place.file) == ("review", reviews[-1].place.file)
    return stopped


def test_a_released_review_gives_a_case_with_exactly_its_text() -> None:
    back = review(DRAFT)
    [case], [progress], findings = after(back)
    assert findings == ()
    assert case.answers == {question: text.reveal() for question, text in back.answers.items()}
    assert (case.code, case.kind, case.first_year, case.origin, case.author) == (
        *(DRAFT.code, "student", True, "own", "mentor"),
    )
    assert (case.meeting, progress.state, progress.place.file) == (None, CaseState.RELEASED, "inbox/casus.docx")


def test_a_case_that_is_chosen_says_for_which_meeting() -> None:
    [case], [progress], _ = after(review(DRAFT, meeting="follow_up_2"))
    assert (case.meeting, progress.meeting, progress.state) == ("follow_up_2", "follow_up_2", CaseState.CHOSEN)


def test_without_a_review_a_case_waits() -> None:
    assert after() == ((), (CaseProgress(DRAFT.code, CaseState.TO_REVIEW),), ())


def test_a_review_that_is_not_released_gives_no_case() -> None:
    cases, [progress], findings = after(review(DRAFT, released=False, pending=9))
    assert (cases, progress.state) == ((), CaseState.IN_REVIEW)
    assert [(finding.key, finding.stops) for finding in findings] == [("review_not_released", False)]


def test_pending_changes_are_refused() -> None:
    finding = refusal(review(DRAFT, pending=3))
    assert (finding.key, finding.values) == ("review_pending", {"count": 3})


def test_a_review_of_another_text_is_refused() -> None:
    [other], _ = drafted(case_form(texts={**TEXTS, "teacher": "De docent ging door met de les."}))
    assert refusal(review(other)).key == "review_of_no_case"
    assert refusal(review(DRAFT, digest="0" * 12)).key == "review_of_no_case"
    assert refusal(review(DRAFT, code="C-2C2C2")).key == "review_of_no_case"


def test_a_code_that_got_lost_is_no_harm_while_the_digest_is_there() -> None:
    assert len(after(review(DRAFT, code=""))[0]) == 1
    assert refusal(review(DRAFT, digest="")).key == "review_of_no_case"


def test_an_answer_that_was_emptied_is_refused() -> None:
    finding = refusal(review(DRAFT, teacher="", others="  "))
    assert (finding.key, finding.values["count"]) == ("review_answers_empty", 2)


def test_a_case_with_a_question_that_was_left_open_waits_for_its_author() -> None:
    form = case_form(texts={**TEXTS, "others": ""})
    [draft], _ = drafted(form)
    cases, [progress], _ = after(review(draft), forms=(form,))
    assert (cases, progress.state) == ((), CaseState.TO_MEND)


@pytest.mark.parametrize(
    "name", ["Joost", "joost", "Ilham Benchekroun", "Zeynep", "Kwame", "KWAME", "j.meer@x.example"]
)
@pytest.mark.parametrize("remaining", [True, False])
def test_a_known_name_is_refused_whatever_the_reviewer_says(name: str, *, remaining: bool) -> None:
    finding = refusal(review(DRAFT, others=f"Medestudent C sprak er met {name} over.", remaining=remaining))
    assert finding.key == "review_names_left"
    assert finding.values["count"] == 1
    assert name not in repr(finding)


def test_a_word_that_was_put_back_passes_only_with_an_explicit_yes() -> None:
    typed = "Later kwam Ouafoundi erbij zitten in de kantine."
    form = case_form(texts={**TEXTS, "others": typed})
    [draft], _ = drafted(form)
    cases, _, [finding] = after(review(draft, others=typed), forms=(form,))
    assert (cases, finding.key, finding.values["count"]) == ((), "review_remaining", 1)
    [case], _, findings = after(review(draft, others=typed, remaining=True), forms=(form,))
    assert (case.answers["others"], findings) == (typed, ())


def test_a_name_that_was_typed_anew_is_refused_even_with_a_yes_to_what_remained() -> None:
    typed = "Later kwam Ouafoundi erbij zitten in de kantine."
    assert refusal(review(DRAFT, others=typed)).key == "review_remaining"
    assert refusal(review(DRAFT, others=typed, remaining=True)).key == "review_typed_anew"


def test_answers_that_begin_with_a_placeholder_are_no_careless_typing() -> None:
    """A colleague called Van der Meer does not make every `meer` a name."""
    told = "Zeynep zei de hele les niets meer. Zeynep ging achterin zitten. Zeynep kwam daarna niet meer terug."
    form = case_form(texts={**TEXTS, "student": told})
    [draft], _ = drafted(form)
    [_], _, findings = after(review(draft), forms=(form,))
    assert findings == ()


def test_a_name_that_was_found_at_first_is_found_again_in_small_letters() -> None:
    form = case_form(texts={**TEXTS, "others": "Later kwam Ouafoundi erbij zitten in de kantine."})
    [draft], _ = drafted(form)
    typed = review(draft, teacher="De docent liet ouafoundi zitten en ging door met de les.")
    cases, _, [finding] = after(typed, forms=(form,))
    assert (cases, finding.key) == ((), "review_remaining")


def test_our_own_placeholders_and_what_was_asked_and_kept_are_not_asked_again() -> None:
    form = case_form(texts={**TEXTS, "student": "Zeynep bleef in week 42 thuis. Ze is de enige vrouw in de groep."})
    [draft], _ = drafted(form)
    assert sum(draft.counts(asked=True).values()) > 0
    [_], _, findings = after(review(draft), forms=(form,))
    assert findings == ()


def test_the_word_behind_a_title_and_its_letter_is_no_name() -> None:
    """Of `mevrouw B ging` is left `mevrouw ging`, and so every `ging` looked like somebody."""
    told = "In de werkgroep van mevrouw Benchekroun ging het over opvoeden. Daarna ging de les gewoon door."
    form = case_form(texts={**TEXTS, "student": told})
    [draft], _ = drafted(form)
    assert re.search("mevrouw [A-E] ging", text_of(draft))
    [_], _, findings = after(review(draft), forms=(form,))
    assert findings == ()


def test_what_was_asked_about_and_worded_more_widely_passes() -> None:
    form = case_form(texts={**TEXTS, "student": "Zeynep bleef in week 42 thuis van school."})
    [draft], _ = drafted(form)
    wider = "".join(piece.replacement or piece.text for piece in draft.answers["student"])
    assert "42" not in wider
    [case], _, findings = after(review(draft, student=wider), forms=(form,))
    assert (case.answers["student"], findings) == (wider, ())


def test_without_consent_nothing_passes() -> None:
    form = case_form(consent=None)
    cases, [progress], _ = after(review(DRAFT), forms=(form,))
    assert (cases, progress.state) == ((), CaseState.TO_MEND)


def test_the_same_review_twice_counts_once() -> None:
    [_], _, [finding] = after(review(DRAFT), review(DRAFT, "inbox/b.docx"))
    assert (finding.key, finding.place.file, finding.values["first"]) == (
        *("review_again", "inbox/b.docx", "inbox/terug.docx"),
    )


def test_two_reviews_that_differ_are_refused() -> None:
    changed = review(DRAFT, "inbox/b.docx", others="Een medestudent vroeg later hoe het met haar ging.")
    assert refusal(review(DRAFT), changed).key == "reviews_differ"
    assert refusal(review(DRAFT), review(DRAFT, "inbox/b.docx", meeting="follow_up_1")).key == "reviews_differ"


def test_a_copy_that_lies_there_untouched_does_not_count_beside_one_that_was_released() -> None:
    [_], _, findings = after(review(DRAFT, "inbox/a.docx", released=False, pending=12), review(DRAFT))
    assert findings == ()


def test_one_case_that_is_refused_leaves_the_others_alone() -> None:
    other = case_form("inbox/b.docx", {**TEXTS, "teacher": "De docent ging door met de les."})
    one, two = drafted(FORM, other)[0]
    [case], progress, _ = after(review(one, pending=1), review(two, "inbox/c.docx"), forms=(FORM, other))
    assert case.code == two.code
    assert [step.state for step in progress] == [CaseState.IN_REVIEW, CaseState.RELEASED]


BORDERS = st.sampled_from(
    [(" ", " "), ("(", ")"), ('"', '"'), (" ", "'s "), (" ", "s "), (" ", ", "), (" ", "-groep "), ("@", " ")]
)
SPELLINGS = st.sampled_from([str, str.upper, str.lower, str.title])
FORMS = st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"])
SPACES = st.sampled_from([" ", "  ", "\n", "\u00a0", "\u202f", " \u200b", "\u2009"])


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from(["Ilham Benchekroun", "Joost van der Meer", "Zeynep Karataş", "Ilham", "Benchekroun", "Karataş"]),
    BORDERS,
    SPELLINGS,
    FORMS,
    SPACES,
)
def test_no_name_on_the_roster_or_in_the_form_passes_however_it_is_written(
    name: str, border: tuple[str, str], spelling: Callable[[str], str], form: str, space: str
) -> None:
    written = cleaned(unicodedata.normalize(form, spelling(name)).replace(" ", space))
    typed = f"De docent zag{border[0]}{written}{border[1]}weggaan uit de les."
    cases, _, findings = after(review(DRAFT, others=typed, remaining=True))
    assert cases == ()
    assert [finding.key for finding in findings] == ["review_names_left"]
