"""A review copy comes back as the reviewer left it: what was decided, and the text that was accepted (M90, G31)."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from lxml import etree

from pipeline.anonymise.case_codes import digest_of
from pipeline.findings import Place
from pipeline.forms.questions import Choice
from pipeline.forms.review import REVIEW
from pipeline.inbox.answers import RawReview
from pipeline.inbox.review_copy import is_review_copy, review_copy
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.ttr.programme import FOLLOW_UPS
from tests.anonymise.answers_made import KEY
from tests.inbox import word_made
from tests.inbox.word_made import para, read, run, unwrapped, word
from tests.office.packages import packed, parts_of
from tests.post.test_review_copies import DRAFT, made

PLACE = Place("inbox/terug.docx")
DOCUMENT = "word/document.xml"
ACCEPTED = {
    "problem": "Student A durfde in week 42 niets meer te zeggen.\nZe mailde naar [e-mailadres] & wachtte < 1 dag.",
    "involved": "Student A en een docent.",
    "teacher": "De les ging door.",
    "student": "Ze is de enige vrouw.",
    "others": "",
    "belonging": "Ze hoorde er niet bij in Zwolle",
}


def changed(content: bytes, changes: Mapping[str, str] | Callable[[etree._Element], None]) -> bytes:
    """The file with other stretches in its text, each a pattern; or with its tree changed."""
    if not isinstance(changes, Mapping):
        return word_made.changed(content, changes)
    parts = parts_of(content)
    text = parts[DOCUMENT].decode()
    for pattern, instead in changes.items():
        text, count = re.subn(pattern, instead, text, flags=re.DOTALL)
        assert count, pattern
    return packed({**parts, DOCUMENT: text.encode()})


def unmarked(content: bytes) -> bytes:
    """The file without our own parts and properties, as after a program that knows none of them."""
    parts = parts_of(content)
    gone = [name for name in parts if name.startswith("customXml/") or name == "docProps/custom.xml"]
    core = re.sub(rb"<dc:identifier>.*?</dc:identifier>", b"", parts["docProps/core.xml"])
    return packed({name: part for name, part in parts.items() if name not in gone} | {"docProps/core.xml": core})


def back(content: bytes, folder: Path) -> RawReview:
    return review_copy(read(content, folder), PLACE)


def told(review: RawReview) -> dict[str, str]:
    return {question: text.reveal() for question, text in review.answers.items()}


def chosen(question: str, option: str, language: str = "nl") -> dict[str, str]:
    """What changes when somebody chooses an option in Word."""
    asked = REVIEW.sheets[0].question(question)
    assert isinstance(asked.kind, Choice)
    before, after = (catalogue(language).say(f"choices.{asked.kind.group}.{one}") for one in (asked.preset, option))
    return {rf'(w:tag w:val="release\.{question}".*?<w:t[^>]*>){before}</w:t>': rf"\g<1>{after}</w:t>"}


ACCEPT_ALL = {r"<w:del .*?</w:del>": "", r"<w:ins [^>]*>(.*?)</w:ins>": r"\1"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_untouched_copy_is_not_released_and_its_changes_are_pending(language: str, tmp_path: Path) -> None:
    review = back(made(language), tmp_path)
    assert (review.code, review.digest, review.place) == (DRAFT.code, digest_of(KEY, DRAFT), PLACE)
    assert (review.released, review.meeting, review.remaining, review.language) == (False, None, False, language)
    assert review.pending == 6
    assert told(review) == ACCEPTED


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_chosen_is_read_in_every_language(language: str, tmp_path: Path) -> None:
    for meeting in FOLLOW_UPS:
        changes = chosen("released", "yes", language) | chosen("meeting", meeting, language)
        review = back(changed(made(language), changes | ACCEPT_ALL), tmp_path)
        assert (review.released, review.meeting, review.remaining, review.pending) == (True, meeting, False, 0)
    assert back(changed(made(language), chosen("remaining", "yes", language)), tmp_path).remaining


def test_what_the_reviewer_typed_arrives_with_its_paragraphs(tmp_path: Path) -> None:
    typed = "<w:p><w:r><w:t>Een regel erbij.</w:t></w:r></w:p>"
    changes = {"De les ging door.": "De les ging gewoon verder.", r"(en een docent\..*?</w:p>)": rf"\1{typed}"}
    answers = told(back(changed(made(), ACCEPT_ALL | changes), tmp_path))
    assert answers["teacher"] == "De les ging gewoon verder."
    assert answers["involved"] == "Student A en een docent.\nEen regel erbij."
    assert answers["problem"] == ACCEPTED["problem"]


def test_without_bookmarks_the_headings_tell_the_answers(tmp_path: Path) -> None:
    assert told(back(changed(made(), {r"<w:bookmark[^>]*>": ""}), tmp_path)) == ACCEPTED


def test_a_heading_that_somebody_worded_otherwise_is_known_by_its_bookmark(tmp_path: Path) -> None:
    label = re.escape(catalogue("nl").say("forms.case.case.teacher.label"))
    assert told(back(changed(made(), {label: "En de docent?"}), tmp_path)) == ACCEPTED


def test_a_question_that_is_repeated_in_an_answer_takes_nothing_away(tmp_path: Path) -> None:
    label = catalogue("nl").say("forms.case.case.student.label")
    answers = told(back(changed(made(), {"De les ging door.": label}), tmp_path))
    assert (answers["teacher"], answers["student"]) == (label, ACCEPTED["student"])


def test_where_a_program_lost_the_fields_and_the_mark_the_table_is_read_as_one_sees_it(tmp_path: Path) -> None:
    changes = chosen("released", "yes") | chosen("meeting", "follow_up_1") | ACCEPT_ALL | {r"<w:bookmark[^>]*>": ""}
    content = changed(unmarked(changed(made(), changes)), unwrapped)
    document = read(content, tmp_path)
    assert (document.mark, document.fields, document.bound) == ("", (), {})
    assert is_review_copy(document)
    review = review_copy(document, PLACE)
    assert (review.released, review.meeting, review.language) == (True, "follow_up_1", None)
    assert (review.code, review.digest, told(review)) == (DRAFT.code, digest_of(KEY, DRAFT), ACCEPTED)


@pytest.mark.parametrize("typed", ["Vrijgegeven? ja", "Vrijgegeven?</w:t></w:r></w:p><w:p><w:r><w:t>ja"])
def test_a_word_in_the_case_releases_nothing(typed: str, tmp_path: Path) -> None:
    for content in (made(), changed(made(), {r"<w:sdt>.*?</w:sdt>": "", r"<w:bookmark[^>]*>": ""})):
        assert not back(changed(content, {"De les ging door.": typed}), tmp_path).released


def test_another_form_is_no_review_copy(tmp_path: Path) -> None:
    assert is_review_copy(read(made(), tmp_path))
    parts = {name: part.replace(b"ttr:review:", b"ttr:case:") for name, part in parts_of(made()).items()}
    assert not is_review_copy(read(packed(parts), tmp_path))
    assert not is_review_copy(read(word(para(run("C-7K4M2"))), tmp_path))


def test_comments_may_remain(tmp_path: Path) -> None:
    document = read(made(), tmp_path)
    assert document.comments == 3
