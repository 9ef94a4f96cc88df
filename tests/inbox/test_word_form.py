"""A case form is read from Word however it came: whole, without its fields, pasted elsewhere, or damaged."""

import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.findings import Level, Place
from pipeline.forms.case import CASE, LONGEST_ANSWER
from pipeline.forms.questions import Choice, Names, Prose, Question
from pipeline.inbox.answers import Answers, Received, Source
from pipeline.inbox.cleaning import cleaned
from pipeline.inbox.personal import Personal
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.forms.document import form_document
from tests.attacks import mutants
from tests.inbox.word_made import Besides, changed, control, para, read, run, table, unwrapped, without, word
from tests.workbooks import arrived

Told = Mapping[str, Mapping[str, str]]

FILLED: Told = {
    "about": {"kind": "both", "first_year": "yes", "origin": "own", "author": "mentor"},
    "case": {
        "problem": "Student A werd steeds overgeslagen.\nDat gebeurde\n\nin elke les.",
        "involved": "Student A, student B en docent C",
        "teacher": "Zei: 'R&D <is> niets voor jou'; zweeg daarna.",
        "student": "Bleef weg, \u0634\u0643\u0631\u0627, en schreef Zoë een bericht.",
        "others": "Niets",
        "belonging": "Dacht: hier hoor ik niet",
    },
    "people": {"students": "Naïma Öztürk\nSem", "teachers": "Wen-Li Tan", "others": "Opa Kwame", "consent": "given"},
}
ANCHORS: Mapping[str, tuple[tuple[str, ...], str]] = {
    "binding": ((), ""),
    "tag": (("dataBinding",), "word_by_tag"),
    "bookmark": (("dataBinding", "tag"), "word_by_tag"),
    "title": (("dataBinding", "tag", "bookmarkStart", "bookmarkEnd"), "word_by_question"),
    "question": (("dataBinding", "tag", "bookmarkStart", "bookmarkEnd", "alias"), "word_by_question"),
}


def case_form(told: Told = FILLED, language: str = "nl") -> bytes:
    return form_document(CASE, catalogue(language), {sheet: [answers] for sheet, answers in told.items()})


def label(sheet: str, question: str, language: str = "nl") -> str:
    return catalogue(language).say(f"forms.case.{sheet}.{question}.label")


def word_for(sheet: str, question: str, answer: str, language: str = "nl") -> str:
    kind = CASE.sheet(sheet).question(question).kind
    return catalogue(language).say(f"choices.{kind.group}.{answer}") if isinstance(kind, Choice) else answer


def arrive(folder: Path, content: bytes) -> Received:
    return arrived(folder, {"casus.docx": content})


def told(answers: Answers) -> dict[str, dict[str, Any]]:
    return {
        sheet: {
            key: answer.value.reveal() if isinstance(answer.value, Personal) else answer.value
            for key, answer in row.answers.items()
            if answer.value is not None
        }
        for sheet, (row,) in answers.sheets.items()
    }


def only(received: Received) -> dict[str, dict[str, Any]]:
    (answers,) = received.forms
    return told(answers)


def keys(received: Received) -> list[str]:
    return [finding.key for finding in received.findings]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("anchor", ANCHORS)
def test_every_answer_is_found_by_each_of_its_anchors(anchor: str, language: str, tmp_path: Path) -> None:
    lost, said = ANCHORS[anchor]
    result = arrive(tmp_path, changed(case_form(language=language), without(*lost)))
    assert only(result) == FILLED
    assert keys(result) == [said][: bool(said)]
    (answers,) = result.forms
    assert (answers.source, answers.language) == (Source.OURS, language)
    assert answers.sheets["case"][0]["problem"].place == Place(
        "inbox/casus.docx", question="forms.case.case.problem.label"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_without_any_field_is_read_by_its_questions(language: str, tmp_path: Path) -> None:
    result = arrive(tmp_path, changed(case_form(language=language), unwrapped))
    assert only(result) == FILLED


def pasted(language: str, shape: Callable[[str, str], str]) -> str:
    """The filled form as the text of some document, in which each question and its answer are shaped so."""
    pieces = [para(catalogue(language).say("forms.case.title"))]
    for sheet, answers in FILLED.items():
        pieces.append(para(catalogue(language).say(f"forms.case.{sheet}.tab")))
        pieces.append(para(catalogue(language).say(f"forms.case.{sheet}.help")))
        for question, answer in answers.items():
            pieces.append(shape(label(sheet, question, language), word_for(sheet, question, answer, language)))
    return "".join(pieces)


def below(question: str, answer: str) -> str:
    return para(question) + "".join(map(para, answer.split("\n")))


SHAPES: Mapping[str, Callable[[str, str], str]] = {
    "paragraphs": below,
    "one paragraph with breaks": lambda question, answer: para(f"{question}\n{answer}"),
    "numbered": lambda question, answer: below(f"3. {question}", answer),
    "shouted": lambda question, answer: below(f"  {question.upper()} :", answer),
    "behind a tab": lambda question, answer: para(f"{question}\t{answer}"),
    "beside, in a table": lambda question, answer: table([[question, "".join(map(para, answer.split("\n")))]]),
    "below, in a table": lambda question, answer: table([[question], [para(answer)]]),
    "in one cell": lambda question, answer: table([[para(f"{question}\n{answer}")]]),
    "in a table in a table": lambda question, answer: table([[question, table([[para(answer)]]) + para("")]]),
    "in a text box": lambda question, answer: para(
        f"<w:r><w:pict><v:textbox><w:txbxContent>{below(question, answer)}</w:txbxContent></v:textbox></w:pict></w:r>"
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shape", SHAPES)
def test_answers_pasted_elsewhere_are_found_under_their_questions(shape: str, language: str, tmp_path: Path) -> None:
    result = arrive(tmp_path, word(pasted(language, SHAPES[shape])))
    assert only(result) == FILLED
    assert keys(result) == ["word_by_question"]
    (answers,) = result.forms
    assert (answers.source, answers.language) == (Source.TABLE, language)


def test_a_question_that_was_retyped_is_recognised_and_said(tmp_path: Path) -> None:
    body = pasted("nl", below).replace(label("case", "teacher"), "Wat deedt de docent")
    result = arrive(tmp_path, word(body))
    assert only(result) == FILLED
    assert keys(result) == ["header_guessed", "word_by_question"]
    assert result.findings[0].place.question == "forms.case.case.teacher.label"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_form_holds_no_answer_even_when_its_prompts_became_text(language: str, tmp_path: Path) -> None:
    for lost in ((), ("showingPlcHdr",), ("showingPlcHdr", "dataBinding"), ("sdtPr",)):
        result = arrive(tmp_path, changed(case_form({}, language), without(*lost)))
        assert result.forms == ()
        assert keys(result) == ["form_blank"]
    assert keys(arrive(tmp_path, changed(case_form({}, language), unwrapped))) == ["form_blank"]


def test_prompts_of_word_itself_are_no_answers_either(tmp_path: Path) -> None:
    prompts = {"nl": "Klik of tik om tekst in te voeren.", "en": "Choose an item.", "de": "Wählen Sie ein Element aus."}
    for language, prompt in prompts.items():
        body = "".join(below(label("case", key, language), prompt) for key in FILLED["case"])
        assert keys(arrive(tmp_path, word(body))) == ["form_blank"]


def test_what_was_typed_behind_a_prompt_is_the_answer(tmp_path: Path) -> None:
    prompt = catalogue("nl").say("forms.document.text.prompt")

    def typed(root: Any) -> None:
        for control_ in root.iter("{*}sdt"):
            if control_.find(".//{*}tag").get("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}val") == (
                "case.problem"
            ):
                (text, *_) = control_.iter("{*}t")
                text.text = f"{prompt} Student A bleef weg."
        without("showingPlcHdr")(root)

    assert only(arrive(tmp_path, changed(case_form({}), typed)))["case"] == {"problem": "Student A bleef weg."}


def test_what_was_typed_over_a_prompt_is_the_answer_even_when_the_field_still_calls_it_one(tmp_path: Path) -> None:
    def typed(root: Any) -> None:
        for text in root.iter("{*}t"):
            if text.text == catalogue("nl").say("forms.document.text.prompt"):
                text.text = "Niets."

    result = arrive(tmp_path, changed(case_form({}), typed))
    assert only(result)["case"] == dict.fromkeys(FILLED["case"], "Niets.")


def test_what_was_typed_beside_a_field_counts_too(tmp_path: Path) -> None:
    field = control("In het veld.", '<w:tag w:val="case.problem"/><w:text/>')
    rows = [[label("case", "problem"), para(run("Ervoor. ") + field + run(" Erachter.")) + para("Eronder.")]]
    rows += [[label("case", key), "x"] for key in ("involved", "teacher", "student")]
    text = only(arrive(tmp_path, word(table(rows))))["case"]["problem"]
    assert text.split() == ["Ervoor.", "Erachter.", "In", "het", "veld.", "Eronder."] or text.split() == [
        *("Ervoor.", "In", "het", "veld.", "Erachter.", "Eronder.")
    ]


def test_the_line_ends_of_our_own_part_are_kept_when_a_program_lost_them(tmp_path: Path) -> None:
    lost = changed(case_form(), without("br"))
    assert only(arrive(tmp_path, lost)) == FILLED


def test_what_somebody_changed_on_the_page_counts_more_than_our_own_part(tmp_path: Path) -> None:
    def edited(root: Any) -> None:
        for text in root.iter("{*}t"):
            text.text = (text.text or "").replace("Dacht: hier hoor ik niet", "Voelde zich alleen")

    assert only(arrive(tmp_path, changed(case_form(), edited)))["case"]["belonging"] == "Voelde zich alleen"


def test_a_control_drawn_around_other_questions_takes_no_answer_away(tmp_path: Path) -> None:
    def wrapped(root: Any) -> None:
        first = next(root.iter("{*}tbl"))
        around = first.makeelement(first.tag.replace("tbl", "sdt"))
        properties = around.makeelement(first.tag.replace("tbl", "sdtPr"))
        tag = around.makeelement(first.tag.replace("tbl", "tag"), {first.tag.replace("tbl", "val"): "about.author"})
        properties.append(tag)
        content = around.makeelement(first.tag.replace("tbl", "sdtContent"))
        around.extend([properties, content])
        first.getparent().replace(first, around)
        content.append(first)

    assert only(arrive(tmp_path, changed(case_form(), wrapped))) == FILLED


def test_everything_typed_into_the_first_field_is_still_told_apart(tmp_path: Path) -> None:
    body = control(pasted("nl", below), '<w:tag w:val="case.problem"/><w:text/>')
    assert only(arrive(tmp_path, word(body))) == FILLED


def test_an_answer_that_is_worded_like_a_question_is_an_answer(tmp_path: Path) -> None:
    answers = {**FILLED, "case": {**FILLED["case"], "others": label("people", "others")}}
    assert only(arrive(tmp_path, case_form(answers))) == answers


def test_a_control_around_a_question_and_its_blank_answer_holds_none(tmp_path: Path) -> None:
    prompt = control(catalogue("nl").say("forms.document.text.prompt"), '<w:tag w:val="case.problem"/><w:text/>')
    around = control(para(label("case", "problem")) + para(prompt), '<w:tag w:val="case.problem"/>')
    body = around + pasted("nl", below).replace(below(label("case", "problem"), FILLED["case"]["problem"]), "")
    result = arrive(tmp_path, word(body))
    assert "problem" not in only(result)["case"]
    assert keys(result)[0] == "word_answer_missing"


def test_names_that_are_too_many_are_to_be_mended(tmp_path: Path) -> None:
    answers = {**FILLED, "people": {**FILLED["people"], "students": "Sem, " * 300}}
    assert [(one.key, one.level) for one in arrive(tmp_path, case_form(answers)).findings] == [
        ("text_too_long", Level.STOP)
    ]


def test_a_box_that_is_ticked_behind_its_question_is_a_choice(tmp_path: Path) -> None:
    words = catalogue("nl")
    options = [words.say(f"choices.yes_no.{option}") for option in ("yes", "no")]
    body = pasted("nl", below).replace(
        below(label("about", "first_year"), options[0]),
        below(label("about", "first_year"), f"☒ {options[0]}  ☐ {options[1]}"),
    )
    assert only(arrive(tmp_path, word(body))) == FILLED


def test_what_is_missing_is_said_at_its_question(tmp_path: Path) -> None:
    answers = {**FILLED, "case": {**FILLED["case"], "student": ""}, "people": {}}
    result = arrive(tmp_path, case_form(answers))
    assert [(one.key, one.level, one.place.question) for one in result.findings] == [
        ("word_answer_missing", Level.STOP, "forms.case.case.student.label"),
        ("word_answer_missing", Level.STOP, "forms.case.people.consent.label"),
    ]
    assert {one.about for one in result.findings} == {""}
    assert result.forms[0].sheets["case"][0]["student"].value is None


def test_a_question_that_is_not_in_the_document_is_said(tmp_path: Path) -> None:
    body = pasted("nl", below).replace(below(label("case", "others"), "Niets"), "")
    result = arrive(tmp_path, word(body))
    assert keys(result) == ["word_question_missing", "word_by_question"]


def test_an_answer_that_is_too_long_or_no_choice_is_said_and_not_read(tmp_path: Path) -> None:
    body = (
        pasted("nl", below)
        .replace("Bleef weg", "Bleef weg" + "!" * LONGEST_ANSWER)
        .replace(para(word_for("people", "consent", "given")), para("misschien"))
    )
    result = arrive(tmp_path, word(body))
    assert keys(result) == ["text_too_long", "choice_unknown", "word_by_question"]
    assert "student" not in only(result)["case"]
    assert "misschien" not in repr(result)


def test_several_forms_in_one_document_are_never_mixed(tmp_path: Path) -> None:
    result = arrive(tmp_path, word(pasted("nl", below) + pasted("nl", below)))
    assert result.forms == ()
    assert [(one.key, one.level) for one in result.findings] == [("word_several_forms", Level.STOP)]


def test_a_document_with_one_question_of_ours_is_to_be_mended_and_one_without_is_left(tmp_path: Path) -> None:
    one = arrive(tmp_path, word(below(label("case", "teacher"), "Niets.") + para("Groet")))
    none = arrive(tmp_path, word(para("Beste allemaal,") + para("Tot morgen!")))
    assert [(finding.key, finding.level) for finding in one.findings] == [("word_form_unknown", Level.STOP)]
    assert [(finding.key, finding.level) for finding in none.findings] == [("document_not_read", Level.NOTE)]


def test_a_form_of_a_newer_version_is_not_read(tmp_path: Path) -> None:
    newer = word(pasted("nl", below), Besides(identifier="ttr:case:99:nl"))
    assert keys(arrive(tmp_path, newer)) == ["form_newer"]


def test_what_the_sender_may_not_have_meant_to_send_is_said(tmp_path: Path) -> None:
    change = '<w:ins w:id="1" w:author="x"><w:r><w:t>!</w:t></w:r></w:ins>'
    body = para(change + run("geheim", "<w:vanish/>") + "<w:r><w:drawing><a:blip/></w:drawing><w:object/></w:r>")
    comments = {"c.xml": ("comments", '<w:comments><w:comment w:id="1"/></w:comments>')}
    result = arrive(tmp_path, word(body + pasted("nl", below), Besides(related=comments)))
    assert keys(result) == [
        *("word_by_question", "word_pending", "word_hidden", "word_comments"),
        *("word_left_pictures", "word_left_attachments"),
    ]
    assert only(result) == FILLED


def test_a_review_copy_is_no_form(tmp_path: Path) -> None:
    result = arrive(tmp_path, word(pasted("nl", below), Besides(identifier="ttr:review:1:nl")))
    assert (result.forms, result.findings) == ((), ())
    assert [review.place for review in result.reviews] == [Place("inbox/casus.docx")]


def test_letters_in_two_pieces_are_read_as_one(tmp_path: Path) -> None:
    result = arrive(tmp_path, word(pasted("nl", below).replace("Zoë", "Zoe\u0308")))
    assert only(result) == FILLED


def test_damaged_copies_of_a_form_never_end_the_reading(tmp_path: Path) -> None:
    form = case_form()
    arrived(tmp_path, {f"{number}.docx": content for number, content in enumerate(mutants(form, 40))})


def test_a_very_long_document_is_read_in_step_with_its_length(tmp_path: Path) -> None:
    body = pasted("nl", below) + "".join(para(f"Regel {number} van een lang verhaal") for number in range(10_000))
    result = arrive(tmp_path, word(body))
    assert "choice_unknown" not in keys(result)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_a_form_that_libreoffice_saved_twice_and_once_as_its_own_kind_is_read_whole(tmp_path: Path) -> None:
    for language in LANGUAGES:
        (tmp_path / f"{language}.docx").write_bytes(case_form(language=language))
        (tmp_path / f"blank-{language}.docx").write_bytes(case_form({}, language))
    saved(tmp_path / "1", "docx:MS Word 2007 XML", tmp_path.glob("*.docx"))
    for language in LANGUAGES:
        # Its own kind holds an answer in two directions three times over.
        (tmp_path / f"{language}.docx").write_bytes(case_form(one_way(FILLED), language))
    saved(tmp_path, "odt:writer8", tmp_path.glob("*.docx"))
    saved(tmp_path / "2", "docx:MS Word 2007 XML", tmp_path.glob("*.odt"))
    for path in [*(tmp_path / "1").iterdir(), *(tmp_path / "2").iterdir()]:
        result = arrive(tmp_path, path.read_bytes())
        if path.name.startswith("blank"):
            assert keys(result) == ["form_blank"]
        else:
            expected = FILLED if path.parent.name == "1" else one_way(FILLED)
            assert without_empty_lines(only(result)) == without_empty_lines(expected)
            assert result.forms[0].language == path.stem


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_page_pasted_as_bare_text_gives_the_answers_and_nothing_of_ours(
    language: str, tmp_path: Path
) -> None:
    page = read(case_form(language=language), tmp_path).text
    for body in ("".join(map(para, page.split("\n"))), para(page)):
        assert only(arrive(tmp_path, word(body))) == FILLED


def one_way(answers: Told) -> Told:
    student = {"student": answers["case"]["student"].replace("\u0634\u0643\u0631\u0627", "dank")}
    return {**answers, "case": {**answers["case"], **student}}


def without_empty_lines(answers: Told) -> Told:
    """LibreOffice empties our own part when an answer holds an ampersand, and then keeps no empty line."""
    return {sheet: {key: answer.replace("\n\n", "\n") for key, answer in row.items()} for sheet, row in answers.items()}


def saved(folder: Path, kind: str, files: Iterable[Path]) -> None:
    profile = folder.parent / "profile"
    office = ["soffice", "--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to", kind]
    subprocess.run([*office, "--outdir", str(folder), *map(str, files)], check=True, capture_output=True, timeout=180)


SIGNS = st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn"))
LINE = st.text(SIGNS, min_size=1, max_size=40).map(cleaned).filter(bool)
TEXT = st.lists(LINE, min_size=1, max_size=4).map("\n".join).map(cleaned)


def answers_of(question: Question) -> st.SearchStrategy[str]:
    match question.kind:
        case Choice(_, options):
            return st.sampled_from(options)
        case Prose() | Names():
            return TEXT.filter(lambda text: cleaned(text) == text)
        case kind:
            raise AssertionError(kind)


ANSWERS = st.fixed_dictionaries(
    {
        sheet.key: st.fixed_dictionaries({question.key: answers_of(question) for question in sheet.questions})
        for sheet in CASE.sheets
    }
)


@given(ANSWERS, st.sampled_from(LANGUAGES), st.sampled_from(list(ANCHORS)))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_whatever_is_filled_in_comes_back_by_any_anchor(
    tmp_path: Path, answers: Told, language: str, anchor: str
) -> None:
    lost, _ = ANCHORS[anchor]
    assert only(arrive(tmp_path, changed(case_form(answers, language), without(*lost)))) == answers
