"""A faulty Word form comes back as one of ours with its answers in it, marked and explained."""

import io
from pathlib import Path

import docx
import pytest

from pipeline.anonymise.door import Received
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.post import mending
from tests.inbox.test_word_form import FILLED, below, case_form, keys, label, only, pasted, word_for
from tests.inbox.word_made import para, word
from tests.office.judgement import complaints
from tests.workbooks import arrived

FAULTY = {
    "about": {**FILLED["about"], "kind": ""},
    "case": {**FILLED["case"], "student": "x" * 3001},
    "people": FILLED["people"],
}


def copies(received: Received, language: str = "nl") -> dict[str, bytes]:
    return dict(mending.copies(received, received.findings, catalogue(language)))


def arrive(folder: Path, content: bytes) -> Received:
    return arrived(folder, {"casus.docx": content})


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_copy_holds_every_answer_and_says_what_to_mend_on_top_and_beside_it(language: str, tmp_path: Path) -> None:
    result = arrive(tmp_path, case_form(FAULTY, language))
    ((name, content),) = copies(result).items()
    assert name == f"to_mend/01-{catalogue('nl').say('forms.case.file')}.docx"
    again = arrive(tmp_path, content)
    assert keys(again) == ["word_answer_missing", "text_too_long"]
    assert again.forms[0].language == language
    assert only(again) == only(result)
    document = docx.Document(io.BytesIO(content))
    said = [catalogue(language).problem(finding) for finding in result.findings]
    for problem in said:
        assert sum(problem in paragraph.text for paragraph in document.paragraphs) == 1
    assert [comment.text.split(problem)[0] for comment, problem in zip(document.comments, said, strict=True)] == [
        "",
        "",
    ]


def test_a_mended_copy_is_read_without_a_word(tmp_path: Path) -> None:
    body = pasted("nl", below).replace(para(word_for("people", "consent", "given")), para("mag wel"))
    (content,) = copies(arrive(tmp_path, word(body))).values()
    document = docx.Document(io.BytesIO(content))
    chosen = next(text for text in document.element.body.iter("{*}t") if text.text == "mag wel")
    chosen.text = word_for("people", "consent", "given")
    target = io.BytesIO()
    document.save(target)
    result = arrive(tmp_path, target.getvalue())
    assert keys(result) == []
    assert only(result) == FILLED


def test_the_same_faults_give_the_same_bytes_and_office_has_no_complaint(tmp_path: Path) -> None:
    result = arrive(tmp_path, case_form(FAULTY))
    assert copies(result) == copies(result)
    (content,) = copies(result).values()
    (tmp_path / "copy.docx").write_bytes(content)
    assert complaints([tmp_path / "copy.docx"]) == []


def test_nothing_that_hid_in_the_sender_s_file_comes_along(tmp_path: Path) -> None:
    hidden = para("<w:r><w:rPr><w:vanish/></w:rPr><w:t>Kanarie</w:t></w:r>")
    body = hidden + pasted("nl", below).replace(below(label("case", "others"), "Niets"), "")
    (content,) = copies(arrive(tmp_path, word(body))).values()
    assert "Kanarie" not in "".join(docx.Document(io.BytesIO(content)).element.itertext())


def test_a_form_without_a_fault_gives_no_copy(tmp_path: Path) -> None:
    assert copies(arrive(tmp_path, case_form())) == {}


def test_a_form_with_something_to_know_only_gives_no_copy(tmp_path: Path) -> None:
    result = arrive(tmp_path, word(pasted("nl", below).replace(label("case", "teacher"), "Wat deedt de docent")))
    assert "header_guessed" in keys(result)
    assert copies(result) == {}
