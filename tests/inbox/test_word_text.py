"""A Word document is read as it looks with all changes accepted, wherever in it the text hides."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.findings import Finding
from pipeline.inbox.word_text import Cell, FieldKind, LeftOut, WordDocument
from tests.attacks import parts_of
from tests.inbox.word_made import Besides, control, packed, para, read, read_at, run, table, word

BY = 'w:id="1" w:author="Sem" w:date="2027-01-01T00:00:00Z"'
OURS = '<f:form xmlns:f="urn:ttr:form" mark="ttr:case:1:nl"><f:people><f:others>{}</f:others></f:people></f:form>'
BOUND = (
    '<w:dataBinding w:prefixMappings="xmlns:f=\'urn:ttr:form\'" w:xpath="/f:form[1]/f:people[1]/f:others[1]" '
    'w:storeItemID="{1}"/><w:text w:multiLine="1"/>'
)


def texts(document: WordDocument) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def test_insertions_are_in_and_deletions_are_out(tmp_path: Path) -> None:
    body = para(
        run("Docent ")
        + f"<w:del {BY}><w:r><w:delText>Fatima</w:delText></w:r></w:del>"
        + f"<w:ins {BY}>{run('A')}</w:ins>"
        + f"<w:moveFrom {BY}>{run('weg')}</w:moveFrom><w:moveTo {BY}>{run(' hierheen')}</w:moveTo>"
    )
    document = read(word(body), tmp_path)
    assert texts(document) == ["Docent A hierheen"]
    assert document.pending == 4


def test_a_deleted_paragraph_mark_joins_two_paragraphs_but_never_two_cells(tmp_path: Path) -> None:
    mark = f"<w:rPr><w:del {BY}/></w:rPr>"
    body = para("een ", mark) + para("twee") + table([[para("links", mark), "rechts"]])
    assert texts(read(word(body), tmp_path)) == ["een twee", "links", "rechts"]


def test_a_deleted_row_and_a_deleted_cell_are_out(tmp_path: Path) -> None:
    row = f"<w:tr><w:trPr><w:del {BY}/></w:trPr><w:tc>{para('weg')}</w:tc></w:tr>"
    cell = f"<w:tr><w:tc><w:tcPr><w:cellDel {BY}/></w:tcPr>{para('weg')}</w:tc><w:tc>{para('blijft')}</w:tc></w:tr>"
    document = read(word(f"<w:tbl>{row}{cell}</w:tbl>"), tmp_path)
    assert texts(document) == ["blijft"]
    assert document.paragraphs[0].cell == Cell(1, 1, 1)


@pytest.mark.parametrize("where", ["direct", "run style", "paragraph style", "based on"])
def test_hidden_text_is_out_and_told(tmp_path: Path, where: str) -> None:
    vanish = "<w:rPr><w:vanish/></w:rPr>"
    styles = (
        f'<w:style w:styleId="H" w:type="character"><w:name w:val="Hid"/>{vanish}</w:style>'
        f'<w:style w:styleId="B" w:type="paragraph"><w:name w:val="Below"/><w:basedOn w:val="H"/></w:style>'
    )
    hidden = {
        "direct": para(run("geheim", "<w:vanish/>")),
        "run style": para(run("geheim", '<w:rStyle w:val="H"/>')),
        "paragraph style": para(run("geheim"), '<w:pStyle w:val="H"/>'),
        "based on": para(run("geheim"), '<w:pStyle w:val="B"/>'),
    }[where]
    document = read(word(hidden + para(run("te zien", '<w:vanish w:val="0"/>')), Besides(styles)), tmp_path)
    assert texts(document) == ["", "te zien"]
    assert document.hidden


def test_nothing_hidden_is_told_of_a_hidden_blank(tmp_path: Path) -> None:
    assert not read(word(para(run(" ", "<w:vanish/>"))), tmp_path).hidden


def test_of_a_field_of_word_only_the_result_is_read(tmp_path: Path) -> None:
    def sign(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    asked = "<w:r><w:instrText>MERGEFIELD naam</w:instrText></w:r>"
    inner = sign("begin") + asked + sign("separate") + run("binnen") + sign("end")
    body = para(sign("begin") + asked + inner + sign("separate") + run("uitkomst") + sign("end") + run(" erna"))
    simple = para(f'<w:fldSimple w:instr="PAGE">{run("7")}</w:fldSimple>')
    assert texts(read(word(body + simple), tmp_path)) == ["uitkomst erna", "7"]


def test_a_field_that_never_ends_swallows_no_other_paragraph(tmp_path: Path) -> None:
    body = para('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("weg")) + para("blijft")
    assert texts(read(word(body), tmp_path)) == ["", "blijft"]


def test_tabs_breaks_and_signs_are_text(tmp_path: Path) -> None:
    body = para(
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:noBreakHyphen/><w:softHyphen/>"
        '<w:sym w:font="Symbol" w:char="00E9"/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    )
    assert texts(read(word(body), tmp_path)) == ["a\tb\nc\n-é\N{BULLET}"]


def test_the_lines_that_libreoffice_leaves_side_by_side_in_a_control_are_lines(tmp_path: Path) -> None:
    side = "<w:r><w:t>een</w:t><w:t>twee</w:t></w:r>"
    document = read(word(para(control(side)) + para(side)), tmp_path)
    assert texts(document) == ["een\ntwee", "eentwee"]
    assert document.fields[0].text == "een\ntwee"


def test_our_own_part_may_be_as_empty_as_libreoffice_leaves_it(tmp_path: Path) -> None:
    parts = {**parts_of(word(para("a"), Besides(item=OURS))), "customXml/item7.xml": b""}
    document = read(packed(parts), tmp_path)
    assert (texts(document), document.bound) == (["a"], {})


def test_a_text_box_is_read_once_and_after_its_paragraph(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{para('in de doos')}</w:txbxContent>"
    choice = (
        f'<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice>'
    )
    old = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    body = para(run("ervoor") + f"<w:r><mc:AlternateContent>{choice}{old}</mc:AlternateContent></w:r>" + run(" erna"))
    document = read(word(body + para("slot")), tmp_path)
    assert texts(document) == ["ervoor erna", "in de doos", "slot"]
    assert [paragraph.boxed for paragraph in document.paragraphs] == [False, True, False]


def test_a_table_in_a_cell_knows_in_which(tmp_path: Path) -> None:
    inner = table([["x", "y"]])
    document = read(word(table([["links", para("rechts") + inner + para("onder")], ["tweede", "rij"]])), tmp_path)
    outer = Cell(1, 1, 2)
    assert [(paragraph.text, paragraph.cell) for paragraph in document.paragraphs] == [
        ("links", Cell(1, 1, 1)),
        ("rechts", outer),
        ("x", Cell(2, 1, 1, outer)),
        ("y", Cell(2, 1, 2, outer)),
        ("onder", outer),
        ("tweede", Cell(1, 2, 1)),
        ("rij", Cell(1, 2, 2)),
    ]


def test_a_control_tells_what_it_is_bound_to_and_called(tmp_path: Path) -> None:
    properties = f'<w:alias w:val="Anderen"/><w:tag w:val="people.others"/>{BOUND}'
    marked = f'<w:bookmarkStart w:id="3" w:name="b_others"/>{control("Kees", properties)}<w:bookmarkEnd w:id="3"/>'
    document = read(word(para(run("Wie? ") + marked), Besides(item=OURS.format("Kees\nAnna"))), tmp_path)
    (field,) = document.fields
    assert (field.key, field.tag, field.alias, field.bookmarks) == (
        "people.others",
        "people.others",
        "Anderen",
        ("b_others",),
    )
    assert (field.kind, field.text, document.text[field.begin : field.end]) == (FieldKind.TEXT, "Kees", "Kees")
    assert document.bound == {"people.others": "Kees\nAnna"}
    assert document.bookmarked("b_others") == "Kees"
    assert document.bookmarked("nowhere") == ""
    assert document.mark == "ttr:case:1:nl"


def test_a_control_that_is_bound_to_a_part_of_word_has_no_key(tmp_path: Path) -> None:
    bound = '<w:dataBinding w:prefixMappings="xmlns:x=\'urn:other\'" w:xpath="/x:a[1]/x:b[1]"/><w:text/>'
    assert read(word(para(control("t", bound))), tmp_path).fields[0].key == ""


def test_choices_days_and_ticks_come_with_their_values(tmp_path: Path) -> None:
    listed = '<w:dropDownList><w:listItem w:displayText="Ja" w:value="yes"/></w:dropDownList>'
    body = (
        para(control("Ja", listed))
        + para(control("23 september", '<w:date w:fullDate="2027-09-23T00:00:00Z"/>'))
        + para(control("☒", '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>'))
        + para(control("☐", "<w14:checkbox/>"))
        + para(control("Klik hier", "<w:showingPlcHdr/><w:text/>"))
    )
    choice, day, ticked, empty, prompt = read(word(body), tmp_path).fields
    assert (choice.kind, choice.chosen) == (FieldKind.CHOICE, "yes")
    assert (day.kind, day.day) == (FieldKind.DAY, date(2027, 9, 23))
    assert (ticked.kind, ticked.ticked, empty.ticked) == (FieldKind.TICK, True, False)
    assert prompt.prompt
    assert not choice.prompt


def test_controls_are_found_around_runs_paragraphs_rows_and_cells_and_in_each_other(tmp_path: Path) -> None:
    inner = control("binnen", '<w:tag w:val="in"/>')
    around = control(para(inner) + para("buiten"), '<w:tag w:val="out"/>')
    cell = control(f"<w:tc>{para('cel')}</w:tc>", '<w:tag w:val="cell"/>')
    row = control(f"<w:tr>{cell}</w:tr>", '<w:tag w:val="row"/>')
    document = read(word(around + f"<w:tbl>{row}</w:tbl>"), tmp_path)
    assert [(field.tag, field.text, field.inner) for field in document.fields] == [
        ("out", "binnen\nbuiten", False),
        ("in", "binnen", True),
        ("row", "cel", False),
        ("cell", "cel", True),
    ]
    assert texts(document) == ["binnen", "buiten", "cel"]


def test_a_bookmark_may_run_over_paragraphs(tmp_path: Path) -> None:
    start, end = '<w:bookmarkStart w:id="1" w:name="b"/>', '<w:bookmarkEnd w:id="1"/>'
    document = read(word(para(run("a") + start + run("b")) + para("c") + end + para("d")), tmp_path)
    assert document.bookmarked("b") == "b\nc"
    assert [(one.starts, one.ends) for one in document.paragraphs] == [(("b",), ()), ((), ("b",)), ((), ())]


def test_a_heading_is_known_by_its_style_in_any_language(tmp_path: Path) -> None:
    styles = '<w:style w:styleId="Kop2" w:type="paragraph"><w:name w:val="heading 2"/></w:style>'
    document = read(word(para("Kop", '<w:pStyle w:val="Kop2"/>'), Besides(styles)), tmp_path)
    assert (document.paragraphs[0].heading, document.paragraphs[0].style) == (2, "heading 2")


def test_what_is_not_read_is_told(tmp_path: Path) -> None:
    body = (
        para("<w:r><w:footnoteReference w:id='1'/></w:r>")
        + '<w:altChunk r:id="x"/>'
        + para("<w:r><w:object><v:imagedata/></w:object><w:drawing><a:blip r:embed='x'/></w:drawing></w:r>")
    )
    assert read(word(body), tmp_path).left_out == frozenset(LeftOut)


def test_comments_are_counted(tmp_path: Path) -> None:
    comments = {"odd.xml": ("comments", '<w:comments><w:comment w:id="1"/><w:comment w:id="2"/></w:comments>')}
    assert read(word(para("a"), Besides(related=comments)), tmp_path).comments == 2


def test_changes_in_a_header_are_pending_too(tmp_path: Path) -> None:
    header = {"h.xml": ("header", f"<w:hdr><w:p><w:ins {BY}><w:r/></w:ins></w:p></w:hdr>")}
    assert read(word(para("a"), Besides(related=header)), tmp_path).pending == 1


@pytest.mark.parametrize(
    "besides",
    [
        Besides(item='<f:form xmlns:f="urn:ttr:form" mark="ttr:case:1:nl"/>'),
        Besides(identifier="ttr:case:1:nl"),
        Besides(properties={"ttr_form": "ttr:case:1:nl"}),
    ],
)
def test_the_mark_is_found_in_each_of_its_hiding_places(tmp_path: Path, besides: Besides) -> None:
    assert read(word(para("a"), besides), tmp_path).mark == "ttr:case:1:nl"


def test_a_mark_of_somebody_elses_making_is_none(tmp_path: Path) -> None:
    assert read(word(para("a"), Besides(identifier="ttr:case:1:nl and more")), tmp_path).mark == ""


def test_letters_of_every_kind_come_out_as_they_stand(tmp_path: Path) -> None:
    text = "Zoe\u0308 \u0634\u0643\u0631\u0627 \u202egespiegeld\u202c \U0001f469\u200d\U0001f52c"
    assert texts(read(word(para(text)), tmp_path)) == [text]


def test_a_document_without_its_text_is_refused(tmp_path: Path) -> None:
    content = word(para("a")).replace(b"word/document.xml", b"word/documenx.xml")
    assert isinstance(read_at(content, tmp_path), Finding)


def test_ten_thousand_paragraphs_controls_and_bookmarks_take_their_time_only_once(tmp_path: Path) -> None:
    one = '<w:bookmarkStart w:id="NO" w:name="bNO"/>' + control("t", BOUND) + '<w:bookmarkEnd w:id="NO"/>'
    document = read(word("".join(para(one.replace("NO", str(number))) for number in range(10_000))), tmp_path)
    assert len(document.fields) == len(document.paragraphs) == len(document.spans) == 10_000


PIECES = st.recursive(
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), max_size=8).map(run),
    lambda inner: (
        st.lists(inner, max_size=3)
        .map("".join)
        .flatmap(
            lambda content: st.sampled_from(
                [
                    content,
                    f"<w:ins {BY}>{content}</w:ins>",
                    f"<w:smartTag>{content}</w:smartTag>",
                    f"<w:hyperlink>{content}</w:hyperlink>",
                    f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>",
                ]
            )
        )
    ),
    max_leaves=12,
)


@given(PIECES)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_what_lies_around_a_text_never_changes_it(tmp_path: Path, content: str) -> None:
    plain = "".join(part.split("</w:t>")[0] for part in content.split('<w:t xml:space="preserve">')[1:])
    plain = plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    document = read(word(para(f"<w:r/>{content}")), tmp_path)
    assert document.text == plain
    for field in document.fields:
        assert document.text[field.begin : field.end] == field.text


def test_tables_in_tables_are_read_as_deep_as_a_file_may_be(tmp_path: Path) -> None:
    deep = "x"
    for _ in range(45):
        deep = table([[(deep if deep.startswith("<") else para(deep)) + para("")]])
    document = read(word(deep), tmp_path)
    cells, cell = 0, document.paragraphs[0].cell
    while cell is not None:
        cells, cell = cells + 1, cell.inside
    assert (cells, document.paragraphs[0].text) == (45, "x")


def test_a_control_may_stand_in_ninety_others(tmp_path: Path) -> None:
    deep = run("x")
    for _ in range(90):
        deep = control(deep)
    assert [field.text for field in read(word(para(deep)), tmp_path).fields] == ["x"] * 90


@pytest.mark.parametrize("target", ["NULL", "../../../etc/passwd", "http://elders.test/x.xml", ""])
def test_a_part_that_is_not_there_is_not_looked_for(tmp_path: Path, target: str) -> None:
    parts = parts_of(word(para("a"), Besides(item=OURS)))
    links = parts["word/_rels/document.xml.rels"].replace(b"../customXml/item7.xml", target.encode())
    document = read(packed({**parts, "word/_rels/document.xml.rels": links}), tmp_path)
    assert (texts(document), document.bound) == (["a"], {})


@pytest.mark.parametrize("content", [b"", b"<w:document", b"<x/>"])
def test_a_document_whose_text_is_damaged_is_one_finding_or_empty(tmp_path: Path, content: bytes) -> None:
    result = read_at(packed({**parts_of(word(para("a"))), "word/document.xml": content}), tmp_path)
    assert isinstance(result, Finding) or result.text == ""


def test_nothing_that_somebody_wrote_shows_when_a_document_is_printed(tmp_path: Path) -> None:
    document = read(word(para(control("Kanarie"))), tmp_path)
    assert "Kanarie" not in repr(document)
