"""The frame form and the meeting form as Word documents: a list has a control in every cell, a day is picked."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from pipeline.documents.filled_form import FilledForm
from pipeline.forms import FRAME, MEETING
from pipeline.forms.anchors import bookmark, tag
from pipeline.forms.labels import label_of, words_of
from pipeline.forms.questions import Choice, Day, Form, Layout, Question, Sheet
from pipeline.language.catalogue import LANGUAGES, Catalogue, catalogue
from pipeline.outbox.forms.document import form_document, made_file_name
from pipeline.outbox.office_file import Templates, office_file
from pipeline.ttr.frame import FEWEST_WORDS, MOST_WORDS
from pipeline.workspace import shipped_templates
from tests.office.judgement import complaints
from tests.office.rendering import blank_pages, pages
from tests.office.tools import VALIDATOR, require

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FORMS = (FRAME, MEETING)
LIST = MEETING.sheet("action_points")
POINTS = [
    {"what": "De docent deelt de groepen in", "who": "docenten", "due": date(2028, 2, 4), "state": "busy"},
    {"what": "Wij leren elke naam uitspreken", "who": "iedereen", "due": "eind maart"},
]
every_language = pytest.mark.parametrize("words", [catalogue(language) for language in LANGUAGES], ids=LANGUAGES)
every_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
Element = etree._Element


def part(content: bytes, name: str = "word/document.xml") -> Element:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read(name))


def lines(element: Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def listed(content: bytes) -> tuple[Element, list[list[Element]]]:
    """The header of the list of action points, and the cells of each row."""
    table = list(part(content).iter(f"{W}tbl"))[2]
    head, *rows = table.findall(f"{W}tr")
    return head, [row.findall(f"{W}tc") for row in rows]


def told(control: Element, name: str) -> str:
    element = control.find(f"{W}sdtPr/{W}{name}")
    return "" if element is None else element.get(f"{W}val", "")


def only_control(cell: Element) -> Element:
    (control,) = cell.iter(f"{W}sdt")
    return control


def questions_in(form: Form) -> Iterator[tuple[Sheet, Question]]:
    return ((sheet, question) for sheet in form.sheets for question in sheet.questions)


@every_language
def test_a_list_has_a_header_on_every_page_with_what_is_meant_in_small_letters(words: Catalogue) -> None:
    head, _ = listed(form_document(MEETING, words))
    assert head.find(f"{W}trPr/{W}tblHeader") is not None
    for cell, question in zip(head.findall(f"{W}tc"), LIST.questions, strict=True):
        label, note = (lines(paragraph) for paragraph in cell.findall(f"{W}p"))
        assert label == words.say(label_of(MEETING, LIST, question))
        assert note == words.say(f"{words_of(MEETING, LIST)}.{question.key}.note")


@every_language
def test_a_list_says_what_it_is_to_who_cannot_see_it(words: Catalogue) -> None:
    table = list(part(form_document(MEETING, words)).iter(f"{W}tbl"))[2]
    caption, told_of = (table.find(f"{W}tblPr/{W}{name}") for name in ("tblCaption", "tblDescription"))
    assert caption is not None
    assert told_of is not None
    assert caption.get(f"{W}val") == words.say("forms.meeting.action_points.tab")
    assert told_of.get(f"{W}val") == words.say("forms.meeting.action_points.help")


@every_language
def test_every_cell_has_a_control_of_its_own_that_is_bound_to_nothing(words: Catalogue) -> None:
    _, rows = listed(form_document(MEETING, words))
    assert len(rows) == LIST.blank_rows
    for number, cells in enumerate(rows, 1):
        for cell, question in zip(cells, LIST.questions, strict=True):
            control = only_control(cell)
            before = control.getprevious()
            assert before is not None
            assert told(control, "tag") == tag(LIST, question, number) == f"action_points.{question.key}.{number}"
            assert before.get(f"{W}name") == bookmark(LIST, question, number)
            assert control.find(f"{W}sdtPr/{W}dataBinding") is None


@every_language
def test_a_question_keeps_its_control_and_a_row_may_be_taken_out(words: Catalogue) -> None:
    root = part(form_document(MEETING, words))
    locked = {told(control, "tag"): told(control, "lock") for control in root.iter(f"{W}sdt")}
    for sheet, question in questions_in(MEETING):
        in_list = sheet.layout is Layout.ROWS
        assert locked[tag(sheet, question, 1 if in_list else 0)] == ("" if in_list else "sdtLocked")


@every_form
@every_language
def test_no_two_controls_or_bookmarks_share_a_number_or_a_name(form: Form, words: Catalogue) -> None:
    root = part(form_document(form, words))
    for names in (
        [told(control, "id") for control in root.iter(f"{W}sdt")],
        [told(control, "tag") for control in root.iter(f"{W}sdt")],
        [mark.get(f"{W}name") for mark in root.iter(f"{W}bookmarkStart")],
        [mark.get(f"{W}id") for mark in root.iter(f"{W}bookmarkStart")],
    ):
        assert len(set(names)) == len(names)
        assert all(names)


@every_language
def test_what_invites_to_fill_in_a_cell_is_short_and_kept_for_when_the_cell_is_emptied(words: Catalogue) -> None:
    content = form_document(MEETING, words)
    kept = lines(part(content, "word/glossary/document.xml"))
    for cell, question in zip(listed(content)[1][0], LIST.questions, strict=True):
        kind = {Choice: "choice", Day: "day"}.get(type(question.kind), "text")
        prompt = words.say(f"forms.document.cell_{kind}.prompt")
        assert lines(cell) == prompt
        assert len(prompt) <= 18
        assert prompt in kept


@every_form
@every_language
def test_a_day_is_picked_in_the_manner_of_the_language(form: Form, words: Catalogue) -> None:
    days = [control.find(f"{W}sdtPr/{W}date") for control in part(form_document(form, words)).iter(f"{W}sdt")]
    found = [day for day in days if day is not None]
    assert len(found) == sum(
        sheet.blank_rows if sheet.layout is Layout.ROWS else 1
        for sheet, question in questions_in(form)
        if isinstance(question.kind, Day)
    )
    for day in found:
        assert [etree.QName(child).localname for child in day] == [
            *("dateFormat", "lid", "storeMappedDataAs", "calendar")
        ]
        values = [child.get(f"{W}val", "") for child in day]
        assert values[0] == {"de": "d. MMMM yyyy"}.get(words.language, "d MMMM yyyy")
        assert values[1].startswith(f"{words.language}-")
        assert values[2] == "date"


@pytest.mark.parametrize(
    ("language", "shown"), [("nl", "4 maart 2028"), ("en", "4 March 2028"), ("de", "4. März 2028")]
)
def test_a_day_that_is_known_is_shown_kept_in_its_control_and_in_our_own_part(language: str, shown: str) -> None:
    day = {"about": [{"day": date(2028, 3, 4)}], "action_points": [{"due": date(2028, 3, 4)}]}
    content = form_document(MEETING, catalogue(language), day)
    controls = {told(control, "tag"): control for control in part(content).iter(f"{W}sdt")}
    for name in ("about.day", "action_points.due.1"):
        control = controls[name]
        kept = control.find(f"{W}sdtPr/{W}date")
        assert kept is not None
        assert kept.get(f"{W}fullDate") == "2028-03-04T00:00:00Z"
        assert lines(control) == shown
        assert control.find(f"{W}sdtPr/{W}showingPlcHdr") is None
    assert part(content, "customXml/item1.xml").findtext("{*}about/{*}day") == "2028-03-04"


@every_language
def test_known_rows_stand_in_the_list_and_blank_ones_follow(words: Catalogue) -> None:
    _, rows = listed(form_document(MEETING, words, {"action_points": POINTS}))
    assert len(rows) == LIST.blank_rows
    assert [lines(cells[0]) for cells in rows[:2]] == [point["what"] for point in POINTS]
    assert lines(rows[0][3]) == words.say("choices.action_state.busy")
    assert lines(rows[1][2]) == "eind maart"
    assert lines(rows[2][0]) == words.say("forms.document.cell_text.prompt")


def test_a_list_with_more_rows_than_a_blank_one_has_them_all() -> None:
    many = [{"what": f"Stap {number}"} for number in range(9)]
    _, rows = listed(form_document(MEETING, catalogue("nl"), {"action_points": many}))
    assert [lines(cells[0]) for cells in rows] == [point["what"] for point in many]


def test_a_short_answer_stays_on_one_line_and_a_story_keeps_its_own() -> None:
    filled = {"discussion": [{"inventory": "Een\nTwee"}], "action_points": [{"what": "Een\nTwee"}]}
    controls = {
        told(control, "tag"): control
        for control in part(form_document(MEETING, catalogue("nl"), filled)).iter(f"{W}sdt")
    }
    assert len(list(controls["discussion.inventory"].iter(f"{W}br"))) == 1
    assert lines(controls["action_points.what.1"]) == "Een Twee"


@every_form
@every_language
def test_blank_and_filled_they_are_sound_documents_that_anybody_can_read(
    form: Form, words: Catalogue, tmp_path: Path
) -> None:
    require(VALIDATOR)
    blank, filled = tmp_path / made_file_name(form, words), tmp_path / "filled.docx"
    blank.write_bytes(form_document(form, words))
    filled.write_bytes(form_document(form, words, {"action_points": POINTS, "agreement": [{"version": 2}]}))
    assert complaints([blank, filled]) == []


@every_form
@every_language
def test_the_same_answers_give_the_same_bytes(form: Form, words: Catalogue) -> None:
    filled: Mapping[str, Sequence[Mapping[str, str | date]]] = {"action_points": POINTS}
    assert form_document(form, words, filled) == form_document(form, words, filled)


@every_form
@every_language
def test_a_blank_form_takes_two_pages(form: Form, words: Catalogue, tmp_path: Path) -> None:
    path = tmp_path / made_file_name(form, words)
    path.write_bytes(form_document(form, words))
    made = pages(path, tmp_path)
    assert len(made) == 2
    assert blank_pages(made) == []


@every_language
def test_the_frame_form_says_how_much_is_to_be_written(words: Catalogue) -> None:
    rule = words.say("forms.frame.rule.text")
    assert re.findall(r"\d+", rule) == [str(FEWEST_WORDS), str(MOST_WORDS)]


@every_language
def test_the_frame_form_names_whose_example_the_manual_has_and_neither_links_to_it_nor_makes_one_up(
    words: Catalogue,
) -> None:
    document = Document(io.BytesIO(form_document(FRAME, words)))
    [said] = [one.text for one in document.paragraphs if "Osnabrück" in one.text]
    assert said == words.say("forms.frame.frame.help")
    assert not [rel for rel in document.part.rels.values() if rel.is_external]


@pytest.mark.parametrize(
    ("form", "names"),
    [
        (FRAME, ("referentiekader.docx", "frame-of-reference.docx", "referenzrahmen.docx")),
        (MEETING, ("vervolgsessie.docx", "follow-up.docx", "folgetreffen.docx")),
    ],
    ids=lambda value: value.key if isinstance(value, Form) else "",
)
def test_their_files_have_plain_names(form: Form, names: Sequence[str]) -> None:
    assert tuple(made_file_name(form, catalogue(language)) for language in LANGUAGES) == names


def test_a_form_with_answers_is_written_as_any_other_content(tmp_path: Path) -> None:
    words = catalogue("nl")
    content = FilledForm(MEETING, words, {"action_points": POINTS})
    file, findings = office_file(content, Templates(shipped_templates(), tmp_path))
    assert file == form_document(MEETING, words, {"action_points": POINTS})
    assert findings == ()
