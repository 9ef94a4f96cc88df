"""The frame form and the meeting form are read from Word however they came, with every row of their list."""

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.findings import Finding, Level, Place
from pipeline.forms import FRAME, MEETING
from pipeline.forms.labels import label_of
from pipeline.forms.questions import Choice, Form
from pipeline.inbox.answers import Received, Source
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.forms.document import form_document
from tests.attacks import mutants
from tests.inbox.test_word_form import ANCHORS, below
from tests.inbox.word_made import changed, control, para, read, run, table, unwrapped, without, word
from tests.workbooks import arrived, keys, only, the, told

Filled = Mapping[str, Sequence[Mapping[str, Any]]]

POINTS = [
    {"what": "De docent deelt de groepen in", "who": "docenten van blok 3", "due": date(2028, 2, 4), "state": "busy"},
    {"what": "Wij leren elke naam uitspreken: R&D <ook>", "who": "iedereen", "due": date(2028, 3, 31)},
]
HELD: Filled = {
    "about": [
        {
            "meeting": "follow_up_1",
            "day": date(2027, 11, 18),
            "present": 12,
            "people": "BXR-218, KTM-473\nFatima Yılmaz",
            "moderator": "Naïma Öztürk",
            "author": "Wen-Li Tan",
        }
    ],
    "discussion": [
        {
            "inventory": "Kwame's voorstel is geprobeerd.\n\nHet lukte niet overal.",
            "case": "C-7K4M2",
            "condition_1": "yes",
            "condition_2": "no",
            "reflection": "Eerst vragen, dan pas oordelen.",
            "strategies": "Samen nakijken.",
        }
    ],
    "action_points": POINTS,
    "release": [{"release": "yes"}],
}
WRITTEN: Filled = {
    "frame": [
        {
            "definition": "Belonging is dat je er mag zijn.\nOok als het niet gaat.",
            **{f"condition_{number}": f"Wij doen het op manier {number}." for number in range(1, 5)},
        }
    ],
    "agreement": [
        {
            "version": 2,
            "agreed": "yes",
            "agreed_on": date(2027, 10, 1),
            "author_1": "Sem Croes",
            "author_2": "Ayşe Kaya",
        }
    ],
    "release": [{"release": "found_may_stay"}],
}
FORMS: Mapping[str, tuple[Form, Filled]] = {"meeting": (MEETING, HELD), "frame": (FRAME, WRITTEN)}
every_language = pytest.mark.parametrize("language", LANGUAGES)
every_form = pytest.mark.parametrize("name", FORMS)


def made(name: str = "meeting", language: str = "nl", filled: Filled | None = None) -> bytes:
    form, told_there = FORMS[name]
    return form_document(form, catalogue(language), told_there if filled is None else filled)


def with_points(*points: Mapping[str, Any]) -> bytes:
    return made(filled={**HELD, "action_points": points})


def arrive(folder: Path, content: bytes) -> Received:
    return arrived(folder, {"formulier.docx": content})


def said(received: Received) -> dict[str, list[dict[str, Any]]]:
    return {sheet: [dict(told(row)) for row in rows] for sheet, rows in only(received).sheets.items()}


def points(received: Received) -> list[dict[str, Any]]:
    return said(received)["action_points"]


def label(question: str, language: str = "nl") -> str:
    sheet = MEETING.sheet("action_points")
    return catalogue(language).say(label_of(MEETING, sheet, sheet.question(question)))


def at(row: int, question: str = "", part: str = "Actiepunten") -> Place:
    words = f"forms.meeting.action_points.{question}.label" if question else ""
    return Place("inbox/formulier.docx", part, line=row, question=words)


def of_list(change: Callable[[Any], None]) -> Callable[[Any], None]:
    """A change of the list of action points alone."""
    return lambda root: change(list(root.iter("{*}tbl"))[2])


def typed(row: Sequence[str]) -> Any:
    """A row that somebody added, without controls."""
    (made_row,) = read_xml(table([row])).iter("{*}tr")
    return made_row


def read_xml(body: str) -> Any:
    from lxml import etree  # noqa: PLC0415 - only here

    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return etree.fromstring(f'<x xmlns:w="{space}">{body}</x>')


@every_form
@every_language
@pytest.mark.parametrize("anchor", ANCHORS)
def test_every_answer_is_found_whichever_anchors_got_lost(
    anchor: str, language: str, name: str, tmp_path: Path
) -> None:
    lost, note = ANCHORS[anchor]
    result = arrive(tmp_path, changed(made(name, language), without(*lost)))
    assert said(result) == FORMS[name][1]
    assert keys(result) == [note][: bool(note)]
    assert (only(result).source, only(result).language) == (Source.OURS, language)


@every_form
@every_language
def test_a_form_without_any_control_is_read_by_what_one_sees(language: str, name: str, tmp_path: Path) -> None:
    assert said(arrive(tmp_path, changed(made(name, language), unwrapped))) == FORMS[name][1]


@every_form
@every_language
def test_a_blank_form_holds_no_row_and_no_answer(language: str, name: str, tmp_path: Path) -> None:
    for lost in ((), ("showingPlcHdr",), ("showingPlcHdr", "dataBinding"), ("sdtPr",)):
        result = arrive(tmp_path, changed(made(name, language, {}), without(*lost)))
        assert keys(result) == ["form_blank"]
    assert keys(arrive(tmp_path, changed(made(name, language, {}), unwrapped))) == ["form_blank"]


@every_language
def test_each_row_is_placed_by_the_part_the_row_and_the_question(language: str, tmp_path: Path) -> None:
    rows = only(arrive(tmp_path, made(language=language))).sheets["action_points"]
    part = catalogue(language).say("forms.meeting.action_points.tab")
    assert [row.place for row in rows] == [at(1, part=part), at(2, part=part)]
    assert rows[1]["due"].place == at(2, "due", part)


def test_a_row_that_was_added_below_is_read_and_a_blank_one_is_none(tmp_path: Path) -> None:
    def add(found: Any) -> None:
        found.append(typed(["Nog een stap", "Opa's mentor", "1 maart 2028", ""]))

    result = arrive(tmp_path, changed(made(), of_list(add)))
    assert points(result) == [*POINTS, {"what": "Nog een stap", "who": "Opa's mentor", "due": date(2028, 3, 1)}]
    assert only(result).sheets["action_points"][-1].place == at(7)
    assert result.findings == ()


def test_a_list_is_found_by_its_controls_where_its_header_is_gone_or_reads_otherwise(tmp_path: Path) -> None:
    def gone(found: Any) -> None:
        found.remove(found.tr_lst[0] if hasattr(found, "tr_lst") else found.find("{*}tr"))

    def otherwise(found: Any) -> None:
        for number, text in enumerate(found.find("{*}tr").iter("{*}t")):
            text.text = f"Kop {number}"

    for change in (gone, otherwise):
        assert points(arrive(tmp_path, changed(made(), of_list(change)))) == POINTS


def held_without_list() -> str:
    """All of a meeting form but its list, as somebody would paste it."""
    words, pieces = catalogue("nl"), []
    for sheet in (sheet for sheet in MEETING.sheets if sheet.key != "action_points"):
        for question in sheet.questions:
            value = HELD[sheet.key][0].get(question.key, "")
            shown = words.long_date(value) if isinstance(value, date) else str(value)
            if isinstance(question.kind, Choice) and shown:
                shown = words.say(f"choices.{question.kind.group}.{shown}")
            pieces.append(below(words.say(label_of(MEETING, sheet, question)), shown))
    return "".join(pieces)


@pytest.mark.parametrize(
    "head",
    [
        [label(question) for question in ("what", "who", "due", "state")],
        ["Actie", "Door wie", "Deadline", "Status"],
        ["Was tun wir?", "WER", "Bis wann:", "Stand"],
        ["What will we do?", "Who", "When", "State"],
        ["Wat gaan we concreet doenn?", "Wie (rol of code)", "Uiterlijk", "Stand"],
    ],
    ids=["ours", "aliases", "German", "English", "misspelt"],
)
def test_a_list_in_an_empty_document_is_known_by_its_header(head: list[str], tmp_path: Path) -> None:
    rows = [
        ["Groepen indelen", "docenten", "4 feb. 2028", "bezig"],
        ["", "", "", ""],
        ["Bellen", "mentor", "2028-03-01", ""],
    ]
    result = arrive(tmp_path, word(held_without_list() + table([head, *rows])))
    assert points(result) == [
        {"what": "Groepen indelen", "who": "docenten", "due": date(2028, 2, 4), "state": "busy"},
        {"what": "Bellen", "who": "mentor", "due": date(2028, 3, 1)},
    ]
    assert [row.place.line for row in only(result).sheets["action_points"]] == [1, 3]
    assert said(result)["discussion"] == HELD["discussion"]


def test_columns_may_stand_in_any_order_and_one_too_many_is_said(tmp_path: Path) -> None:
    rows = [["Uiterlijk", "Nr.", "Wie", "Wat"], ["1 maart 2028", "1", "mentor", "Bellen"]]
    result = arrive(tmp_path, word(held_without_list() + table(rows)))
    assert points(result) == [{"what": "Bellen", "who": "mentor", "due": date(2028, 3, 1)}]
    finding = the(result, "word_columns_not_read")
    assert (finding.level, finding.place, dict(finding.values)) == (Level.NOTE, at(0), {"count": 1})


def test_a_column_that_is_missing_is_to_be_mended_at_the_list(tmp_path: Path) -> None:
    rows = [["Wat", "Uiterlijk"], ["Bellen", "1 maart 2028"]]
    result = arrive(tmp_path, word(held_without_list() + table(rows)))
    assert points(result) == [{"what": "Bellen", "due": date(2028, 3, 1)}]
    finding = the(result, "header_missing")
    assert (finding.level, finding.about, finding.place) == (Level.STOP, "", at(0))


def test_cells_that_were_joined_do_not_shift_the_others(tmp_path: Path) -> None:
    def join(found: Any) -> None:
        first, second, *_ = found.findall("{*}tr")[1].findall("{*}tc")
        name = first.tag.replace("}tc", "}gridSpan")
        first.find("{*}tcPr").insert(1, first.makeelement(name, {name.replace("gridSpan", "val"): "2"}))
        second.getparent().remove(second)

    first, *_ = points(arrive(tmp_path, changed(made(), of_list(join))))
    assert first == {key: value for key, value in POINTS[0].items() if key != "who"}


def test_two_tables_that_ran_together_are_told_apart(tmp_path: Path) -> None:
    body = table(
        [
            ["Wat", "Wie", "Uiterlijk", "Stand"],
            ["Bellen", "mentor", "1 maart 2028", ""],
            ["Vrijgegeven?", "ja"],
        ]
    )
    without_release = held_without_list().replace(below("Vrijgegeven?", "ja"), "")
    result = arrive(tmp_path, word(without_release + body))
    assert points(result) == [{"what": "Bellen", "who": "mentor", "due": date(2028, 3, 1)}]
    assert said(result)["release"] == [{"release": "yes"}]


def test_a_list_in_two_tables_is_one_whose_rows_are_counted_on(tmp_path: Path) -> None:
    def twice(found: Any) -> None:
        found.addnext(deepcopy(found))
        found.addnext(read_xml(para("")).find("{*}p"))

    result = arrive(tmp_path, changed(made(), of_list(twice)))
    assert points(result) == [*POINTS, *POINTS]
    assert [row.place.line for row in only(result).sheets["action_points"]] == [1, 2, 3, 4]


@every_language
def test_the_whole_page_pasted_as_bare_text_gives_every_answer_and_row(language: str, tmp_path: Path) -> None:
    for name, (_, filled) in FORMS.items():
        page = read(made(name, language), tmp_path).text
        for body in ("".join(map(para, page.split("\n"))), para(page)):
            result = arrive(tmp_path, word(body))
            assert said(result) == filled
            assert keys(result) == ["word_by_question"]


def test_a_list_pasted_with_tabs_between_its_cells_is_read_row_by_row(tmp_path: Path) -> None:
    words = catalogue("nl")
    heads = [
        f"{label(key)}\n{words.say(f'forms.meeting.action_points.{key}.note')}"
        for key in ("what", "who", "due", "state")
    ]
    rows = [
        "Bellen\tmentor\t1 maart 2028\tbezig",
        "Schrijf hier…\tSchrijf hier…\tKies een datum…\tKies hier…",
        "Praten\tteam\t2 maart 2028\t",
    ]
    body = "".join(map(para, ["\t".join(heads), *rows, words.say("forms.release.tab")]))
    result = arrive(tmp_path, word(held_without_list() + body))
    assert points(result) == [
        {"what": "Bellen", "who": "mentor", "due": date(2028, 3, 1), "state": "busy"},
        {"what": "Praten", "who": "team", "due": date(2028, 3, 2)},
    ]
    assert said(result)["release"] == [{"release": "yes"}]


def test_a_row_without_a_day_is_to_be_mended_and_counts_all_the_same(tmp_path: Path) -> None:
    result = arrive(tmp_path, with_points(POINTS[0], {"what": "Bellen", "who": "mentor"}))
    assert points(result) == [POINTS[0], {"what": "Bellen", "who": "mentor"}]
    (finding,) = result.findings
    assert (finding.key, finding.level, finding.about, finding.place) == (
        "answer_missing",
        Level.STOP,
        "",
        at(2, "due"),
    )


@pytest.mark.parametrize("day", ["31 februari 2028", "voor de zomer", "3/4/2028"])
def test_a_day_that_cannot_be_read_is_said_and_never_quoted(day: str, tmp_path: Path) -> None:
    result = arrive(tmp_path, with_points({"what": "Bellen", "who": "mentor", "due": day}))
    assert points(result) == [{"what": "Bellen", "who": "mentor"}]
    (finding,) = result.findings
    assert (finding.key, finding.level, finding.about, finding.place) == ("date_unclear", Level.STOP, "", at(1, "due"))
    assert day not in repr(result)


def shown_as(day: str) -> Callable[[Any], None]:
    """Another text in the first control with a day, which keeps its own."""

    def change(found: Any) -> None:
        row = found.findall("{*}tr")[1]
        next(row.findall("{*}tc")[2].iter("{*}t")).text = day

    return of_list(change)


def test_the_day_that_a_control_keeps_helps_out_where_its_text_cannot_be_read(tmp_path: Path) -> None:
    for text, day in (("fre. 4. febr. -28", date(2028, 2, 4)), ("5 februari 2028", date(2028, 2, 5))):
        result = arrive(tmp_path, changed(made(), shown_as(text)))
        assert points(result)[0]["due"] == day
        assert result.findings == ()


def test_what_may_be_left_out_is_only_said_when_it_cannot_be_read(tmp_path: Path) -> None:
    result = arrive(tmp_path, changed(made(), of_list(state_says("misschien"))))
    assert points(result)[0] == {key: value for key, value in POINTS[0].items() if key != "state"}
    finding = the(result, "choice_unknown")
    assert (finding.level, finding.about, finding.place) == (Level.NOTE, "meeting", at(1, "state"))


def state_says(text: str) -> Callable[[Any], None]:
    def change(found: Any) -> None:
        next(found.findall("{*}tr")[1].findall("{*}tc")[3].iter("{*}t")).text = text

    return change


def test_a_list_that_is_gone_is_to_be_mended_and_the_rest_is_read(tmp_path: Path) -> None:
    result = arrive(tmp_path, changed(made(), of_list(lambda found: found.getparent().remove(found))))
    assert said(result) == {**HELD, "action_points": []}
    finding = the(result, "word_list_missing")
    assert (finding.level, finding.about, finding.place) == (Level.STOP, "", Place("inbox/formulier.docx"))


def test_what_was_typed_below_the_list_is_not_lost_without_a_word(tmp_path: Path) -> None:
    def more(found: Any) -> None:
        found.addnext(read_xml(para("En ook nog: Sem belt de mentor")).find("{*}p"))

    result = arrive(tmp_path, changed(made(), of_list(more)))
    assert said(result) == HELD
    finding = the(result, "word_below_list")
    assert (finding.level, finding.about, finding.place) == (Level.NOTE, "meeting", at(0))


def test_a_table_of_steps_in_somebody_s_own_document_is_no_meeting_form(tmp_path: Path) -> None:
    minutes = word(para("Notulen") + table([["Wat", "Wie", "Wanneer"], ["Bellen", "Sem", "morgen"]]))
    assert keys(arrive(tmp_path, minutes)) == ["document_not_read"]


def test_a_control_drawn_around_the_list_takes_no_answer_away(tmp_path: Path) -> None:
    def wrapped(found: Any) -> None:
        around = read_xml(control(para("x"), '<w:tag w:val="discussion.strategies"/><w:text/>')).find("{*}sdt")
        found.getparent().replace(found, around)
        inside = around.find("{*}sdtContent")
        inside[:] = [found]

    assert said(arrive(tmp_path, changed(made(), of_list(wrapped)))) == HELD


def test_an_answer_with_a_line_that_is_worded_like_another_question_stays_whole(tmp_path: Path) -> None:
    story = "Eerste voorwaarde\nWe vroegen het.\nDatum\nNog open."
    filled = {**HELD, "discussion": [{**HELD["discussion"][0], "reflection": story}]}
    assert said(arrive(tmp_path, made(filled=filled))) == filled


def test_a_fifth_condition_reaches_the_door_with_the_fourth(tmp_path: Path) -> None:
    def add(root: Any) -> None:
        next(root.iter("{*}tbl")).append(typed(["Voorwaarde 5", "Wij eten samen."]))

    result = arrive(tmp_path, changed(made("frame"), add))
    assert said(result)["frame"] == [
        {**WRITTEN["frame"][0], "condition_4": "Wij doen het op manier 4.\nVoorwaarde 5\nWij eten samen."}
    ]
    assert result.findings == ()


@pytest.mark.parametrize("fifth", ["5. Wij eten samen.", "Voorwaarde 5: Wij eten samen.", "En: wij eten samen."])
def test_a_fifth_condition_typed_under_the_fourth_reaches_the_door_as_well(fifth: str, tmp_path: Path) -> None:
    filled = {**WRITTEN, "frame": [{**WRITTEN["frame"][0], "condition_4": f"Vier.\n{fifth}"}]}
    assert said(arrive(tmp_path, made("frame", filled=filled))) == filled


def test_a_fifth_condition_in_a_pasted_frame_reaches_the_door_too(tmp_path: Path) -> None:
    page = read(made("frame"), tmp_path).text
    pasted = page.replace("Wij doen het op manier 4.", "Wij doen het op manier 4.\nVoorwaarde 5\nWij eten samen.")
    frame = said(arrive(tmp_path, word("".join(map(para, pasted.split("\n"))))))["frame"][0]
    assert frame["condition_4"].split("\n") == ["Wij doen het op manier 4.", "Voorwaarde 5", "Wij eten samen."]


def test_what_is_missing_or_wrong_beside_a_question_is_to_be_mended_there(tmp_path: Path) -> None:
    filled = {
        **WRITTEN,
        "frame": [{**WRITTEN["frame"][0], "condition_3": ""}],
        "agreement": [{"version": 0, "agreed": "yes", "agreed_on": "31 september 2027"}],
        "release": [{}],
    }
    result = arrive(tmp_path, made("frame", filled=filled))

    def told_of(finding: Finding) -> tuple[str, Level, str, str]:
        return finding.key, finding.level, finding.about, finding.place.question

    assert [told_of(finding) for finding in result.findings] == [
        ("word_answer_missing", Level.STOP, "", "forms.frame.frame.condition_3.label"),
        ("number_outside", Level.STOP, "", "forms.frame.agreement.version.label"),
        ("date_unclear", Level.NOTE, "frame", "forms.frame.agreement.agreed_on.label"),
        ("word_answer_missing", Level.STOP, "", "forms.release.release.label"),
    ]


def test_two_forms_of_two_kinds_are_each_known(tmp_path: Path) -> None:
    forms = {f"{name}.docx": changed(made(name), unwrapped) for name in FORMS}
    assert {answers.form.key for answers in arrived(tmp_path, forms).forms} == set(FORMS)


@every_form
def test_damaged_copies_never_end_the_reading(name: str, tmp_path: Path) -> None:
    arrived(tmp_path, {f"{number}.docx": content for number, content in enumerate(mutants(made(name), 30))})


def test_a_long_list_is_read_in_step_with_its_length(tmp_path: Path) -> None:
    rows = [[f"Stap {number}", "mentor", "1 maart 2028", ""] for number in range(2_000)]
    loose = "".join(para("Wat\tWat\tWat") for _ in range(2_000)) + para(run("Einde"))
    result = arrive(tmp_path, word(held_without_list() + table([["Wat", "Wie", "Uiterlijk", "Stand"], *rows]) + loose))
    assert len(points(result)) == 2_000
