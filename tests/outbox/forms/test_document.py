"""Blank Word forms can be filled in anywhere, and each of their answers has four anchors to be found by."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from pipeline.forms.anchors import NAMESPACE, bookmark, tag
from pipeline.forms.case import CASE
from pipeline.forms.questions import Choice, Form, Layout, Medium, Prose, Question, Sheet
from pipeline.language.catalogue import LANGUAGES, Catalogue, catalogue
from pipeline.outbox.forms.document import form_document, made_file_name
from tests.office.judgement import complaints
from tests.office.tools import VALIDATOR, require

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ASKED = [(sheet, question) for sheet in CASE.sheets for question in sheet.questions]
every_language = pytest.mark.parametrize("words", [catalogue(language) for language in LANGUAGES], ids=LANGUAGES)
Element = etree._Element


def parts(content: bytes) -> Mapping[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body(content: bytes) -> Element:
    return etree.fromstring(parts(content)["word/document.xml"])


def rows(content: bytes) -> Iterator[tuple[Element, Element]]:
    """The left and the right cell of each row that asks something."""
    for table in body(content).iter(f"{W}tbl"):
        for row in table.findall(f"{W}tr")[1:]:
            left, right = row.findall(f"{W}tc")
            yield left, right


def controls(content: bytes) -> list[Element]:
    return list(body(content).iter(f"{W}sdt"))


def told(control: Element, name: str) -> str:
    element = control.find(f"{W}sdtPr/{W}{name}")
    return "" if element is None else element.get(f"{W}val", "")


def lines(element: Element) -> str:
    found = (sign for sign in element.iter(f"{W}t", f"{W}br"))
    return "".join("\n" if sign.tag == f"{W}br" else sign.text or "" for sign in found)


def bound(content: bytes) -> Mapping[str, str]:
    """What stands in our own part, by sheet and question."""
    root = etree.fromstring(parts(content)["customXml/item1.xml"])
    return {
        f"{etree.QName(sheet).localname}.{etree.QName(answer).localname}": answer.text or ""
        for sheet in root
        for answer in sheet
    }


@every_language
def test_every_question_has_its_words_on_the_left_and_one_control_on_the_right(words: Catalogue) -> None:
    found = list(rows(form_document(CASE, words)))
    assert len(found) == len(ASKED)
    for (left, right), (sheet, question) in zip(found, ASKED, strict=True):
        key = f"forms.case.{sheet.key}.{question.key}"
        label, note = (lines(paragraph) for paragraph in left.findall(f"{W}p"))
        assert label == words.say(f"{key}.label")
        assert note.startswith(words.say(f"{key}.note"))
        assert (words.say("forms.fields.optional") in note) is not question.required
        assert len(list(right.iter(f"{W}sdt"))) == 1


@every_language
def test_every_control_stands_within_a_line(words: Catalogue) -> None:
    for control in controls(form_document(CASE, words)):
        parent = control.getparent()
        assert parent is not None
        assert parent.tag == f"{W}p"
        assert {child.tag for child in control.iterfind(f"{W}sdtContent/*")} == {f"{W}r"}


@every_language
def test_every_control_has_a_title_a_tag_a_number_of_its_own_and_a_bookmark_around_it(words: Catalogue) -> None:
    found = controls(form_document(CASE, words))
    for control, (sheet, question) in zip(found, ASKED, strict=True):
        assert told(control, "alias") == words.say(f"forms.case.{sheet.key}.{question.key}.label")
        assert told(control, "tag") == tag(sheet, question)
        assert told(control, "lock") == "sdtLocked"
        before, after = control.getprevious(), control.getnext()
        assert before is not None
        assert after is not None
        assert (before.tag, before.get(f"{W}name")) == (f"{W}bookmarkStart", bookmark(sheet, question))
        assert (after.tag, after.get(f"{W}id")) == (f"{W}bookmarkEnd", before.get(f"{W}id"))
    assert len({told(control, "id") for control in found}) == len(found)


@every_language
def test_every_control_is_bound_to_an_empty_place_in_our_own_part(words: Catalogue) -> None:
    content = form_document(CASE, words)
    own = etree.fromstring(parts(content)["customXml/item1.xml"])
    store = etree.fromstring(parts(content)["customXml/itemProps1.xml"])
    for control in controls(content):
        binding = control.find(f"{W}sdtPr/{W}dataBinding")
        assert binding is not None
        assert binding.get(f"{W}storeItemID") in store.attrib.values()
        assert binding.get(f"{W}prefixMappings") == f"xmlns:f='{NAMESPACE}'"
        [place] = own.xpath(binding.get(f"{W}xpath", ""), namespaces={"f": NAMESPACE})
        assert not place.text


@every_language
def test_an_empty_control_invites_in_the_language_of_the_form(words: Catalogue) -> None:
    content = form_document(CASE, words)
    kept = parts(content)["word/glossary/document.xml"].decode()
    for control, (_, question) in zip(controls(content), ASKED, strict=True):
        prompt = words.say(f"forms.document.{'choice' if isinstance(question.kind, Choice) else 'text'}.prompt")
        assert lines(control) == prompt
        assert control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
        assert f"<w:t>{prompt}</w:t>" in kept


@every_language
def test_a_choice_drops_down_and_anything_else_takes_several_lines(words: Catalogue) -> None:
    for control, (_, question) in zip(controls(form_document(CASE, words)), ASKED, strict=True):
        if isinstance(question.kind, Choice):
            items = control.findall(f"{W}sdtPr/{W}dropDownList/{W}listItem")
            assert {item.get(f"{W}value"): item.get(f"{W}displayText") for item in items} == {
                option: words.say(f"choices.{question.kind.group}.{option}") for option in question.kind.options
            }
        else:
            text = control.find(f"{W}sdtPr/{W}text")
            assert text is not None
            assert text.get(f"{W}multiLine") == "1"


@every_language
def test_the_mark_lies_in_three_places(words: Catalogue) -> None:
    made = parts(form_document(CASE, words))
    mark = f"ttr:case:1:{words.language}"
    assert etree.fromstring(made["customXml/item1.xml"]).get("mark") == mark
    assert f"<dc:identifier>{mark}</dc:identifier>" in made["docProps/core.xml"].decode()
    assert f'name="ttr_form"><vt:lpwstr>{mark}<' in made["docProps/custom.xml"].decode()


@every_language
def test_it_begins_with_what_it_is_for_and_how_it_is_done(words: Catalogue) -> None:
    texts = [lines(paragraph) for paragraph in body(form_document(CASE, words)).iter(f"{W}p")]
    assert texts[:5] == [
        words.say("forms.case.title"),
        words.say("forms.case.purpose"),
        words.say("forms.case.rule.heading"),
        words.say("forms.case.rule.text"),
        words.say("forms.guide.fill_in"),
    ]
    assert words.say("forms.case.hand_in") in texts
    for sheet in CASE.sheets:
        assert words.say(f"forms.case.{sheet.key}.help") in texts


@every_language
def test_it_is_a_sound_a4_document_in_calibri_that_anybody_can_read(words: Catalogue, tmp_path: Path) -> None:
    require(VALIDATOR)
    path = tmp_path / made_file_name(CASE, words)
    path.write_bytes(form_document(CASE, words))
    assert complaints([path]) == []
    size = body(path.read_bytes()).find(f".//{W}pgSz")
    assert size is not None
    assert dict(size.attrib) == {f"{W}w": "11906", f"{W}h": "16838"}
    fonts = re.findall(rb"<w:rFonts[^>]*w:ascii=\"([^\"]*)\"", parts(path.read_bytes())["word/styles.xml"])
    assert set(fonts) == {b"Calibri"}


@every_language
def test_it_asks_for_no_password_and_forbids_nobody_to_check_the_spelling(words: Catalogue) -> None:
    assert b"documentProtection" not in parts(form_document(CASE, words))["word/settings.xml"]


@every_language
def test_the_same_form_is_the_same_bytes_and_names_no_maker(words: Catalogue) -> None:
    content = form_document(CASE, words)
    assert content == form_document(CASE, words)
    assert not re.search(b"creator|lastModifiedBy", parts(content)["docProps/core.xml"])


@pytest.mark.parametrize(("language", "name"), [("nl", "casus.docx"), ("en", "case.docx"), ("de", "fall.docx")])
def test_its_file_has_a_plain_name(language: str, name: str) -> None:
    assert made_file_name(CASE, catalogue(language)) == name


def test_own_words_never_change_what_a_form_is_read_by() -> None:
    changed = {
        "forms.case.case.problem.label": "Wat is er mis",
        "forms.document.text.prompt": "Vertel eens",
        "choices.case_kind.both": "wat een vraag",
        "forms.case.purpose": "Vertel ons wat je zag.",
    }
    content = form_document(CASE, catalogue("nl").with_own_words(changed))
    texts = [lines(paragraph) for paragraph in body(content).iter(f"{W}p")]
    assert texts[1] == changed["forms.case.purpose"]
    assert not {"Wat is er mis", "Vertel eens"} & set(texts)
    assert content.count(b"wat een vraag") == 0


def test_any_form_that_is_filled_in_as_a_document_can_be_made() -> None:
    question = Question("definition", Prose(600, story=True), required=True)
    form = Form("frame", (Sheet("definition", Layout.FIELDS, (question,)),), version=2, medium=Medium.DOCUMENT)
    texts = {
        "forms.frame.title": "Kader",
        "forms.frame.file": "kader",
        "forms.frame.purpose": "Hierin legt het team iets vast.",
        "forms.frame.hand_in": "Zet het in de map.",
        "forms.frame.definition.tab": "Definitie",
        "forms.frame.definition.help": "In eigen woorden.",
        "forms.frame.definition.definition.label": "Onze definitie",
        "forms.frame.definition.definition.note": "Hoogstens honderd woorden.",
    }
    content = form_document(form, Catalogue("nl", {**catalogue("nl").texts, **texts}))
    assert [told(control, "tag") for control in controls(content)] == ["definition.definition"]
    assert etree.fromstring(parts(content)["customXml/item1.xml"]).get("mark") == "ttr:frame:2:nl"


TYPED = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60).filter(str.strip)


@st.composite
def filled_in(draw: st.DrawFn) -> Mapping[str, Mapping[str, str]]:
    answers: dict[str, dict[str, str]] = {}
    for sheet, question in ASKED:
        if isinstance(question.kind, Choice):
            answer = draw(st.sampled_from(question.kind.options))
        else:
            answer = "\n".join(draw(st.lists(TYPED, max_size=3)))
        answers.setdefault(sheet.key, {})[question.key] = str(answer)
    return answers


@settings(max_examples=25, deadline=None)
@given(filled_in(), st.sampled_from(LANGUAGES))
def test_what_is_filled_in_is_shown_and_stands_in_our_own_part(
    answers: Mapping[str, Mapping[str, str]], language: str
) -> None:
    words = catalogue(language)
    content = form_document(CASE, words, {sheet: [row] for sheet, row in answers.items()})
    for control, (sheet, question) in zip(controls(content), ASKED, strict=True):
        answer = answers[sheet.key][question.key].replace("\ufffe", "").replace("\uffff", "")
        assert bound(content)[tag(sheet, question)] == answer
        if isinstance(question.kind, Choice):
            assert lines(control) == words.say(f"choices.{question.kind.group}.{answer}")
        elif answer:
            assert lines(control) == answer
        assert (control.find(f"{W}sdtPr/{W}showingPlcHdr") is None) is bool(answer)
