"""No arrangement of cells ends the reading: it is a form with answers, or findings that say why not."""

from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.findings import Finding
from pipeline.forms import FORMS
from pipeline.forms.labels import label_of
from pipeline.inbox.listing import Arrival
from pipeline.inbox.opening import FileType, Opened
from pipeline.inbox.raw import RawCell, RawSheet, RawWorkbook
from pipeline.inbox.reading_forms import reading
from pipeline.language.catalogue import catalogues

FILE = Opened(Arrival(Path("x.xlsx"), "inbox/x.xlsx"), FileType.WORKBOOK, b"", "0")
LABELS = [
    words.say(label_of(form, sheet, question))
    for words in catalogues()
    for form in FORMS
    for sheet in form.sheets
    for question in sheet.questions
]
OURS = [
    text
    for words in catalogues()
    for key, text in words.wordings()
    if key.startswith(("forms.", "choices.", "reading."))
]
VALUES = st.one_of(
    st.sampled_from(LABELS),
    st.sampled_from(OURS),
    st.text(max_size=12),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
)
MARKS = ["", *(f"ttr:{form.key}:1:nl" for form in FORMS), "ttr:sign_up:2:nl", "ttr:x:1:xx"]


@st.composite
def sheets(draw: st.DrawFn) -> RawSheet:
    places = draw(st.lists(st.tuples(st.integers(1, 7), st.integers(1, 9)), max_size=40, unique=True))
    header = {(1, column): draw(st.sampled_from(LABELS)) for column in range(1, draw(st.integers(1, 10)))}
    cells = {at: RawCell(draw(VALUES) if at not in header else header[at], *at) for at in [*header, *places]}
    for at in draw(st.lists(st.sampled_from(list(cells) or [(1, 1)]), max_size=3)):
        cells[at] = RawCell(None, *at, formula=draw(st.booleans()), error=draw(st.booleans()))
    hidden = draw(st.frozensets(st.integers(1, 9), max_size=2))
    return RawSheet(draw(st.text(max_size=5)), cells, draw(st.booleans()), hidden, hidden)


@given(st.lists(sheets(), max_size=3), st.sampled_from(MARKS))
@settings(max_examples=150, deadline=None)
def test_no_arrangement_of_cells_ends_the_reading(found: list[RawSheet], mark: str) -> None:
    result = reading(FILE, RawWorkbook(tuple(found), mark))
    assert result.answers is not None or result.findings
    for finding in result.findings:
        for words in catalogues():
            assert words.problem(finding)
            assert words.remedy(finding)
        assert finding.place.file == "inbox/x.xlsx"
    if result.answers is not None:
        for key, rows in result.answers.sheets.items():
            questions = {question.key for question in result.answers.form.sheet(key).questions}
            assert all(row.answers.keys() == questions for row in rows)


@pytest.mark.parametrize("value", ["Naam", 7, 7.5, True, date(2027, 1, 1), datetime(2027, 1, 1), time(9, 0)])
def test_one_single_cell_is_no_form(value: object) -> None:
    sheet = RawSheet("Blad1", {(1, 1): RawCell(value, 1, 1)})  # type: ignore[arg-type]  # each can be in a cell
    (finding,) = reading(FILE, RawWorkbook((sheet,))).findings
    assert isinstance(finding, Finding)
    assert finding.key == "form_unknown"
