"""The sheets of a blank form: one answer beside each question, or one row per item under a header."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any, TypeAlias

from pipeline.forms.questions import CatalogueKey, Choice, Layout, Number, Prose, Question, Sheet
from pipeline.outbox.forms.checks import (
    LONGEST_HEADING,
    LONGEST_MESSAGE,
    check,
    clipped,
    fits_in_cell,
    from_list,
    option_texts,
)
from pipeline.outbox.forms.look import FONT, NOTE_PAPER, WIDEST_TEXT, Look, height, width
from pipeline.outbox.forms.words import FormWords, own_wordings

Filled: TypeAlias = str | int | date | time
Rows: TypeAlias = Sequence[Mapping[str, Filled]]

LAST_ROW = 1000
"""Until here, counted from 1, a list has its drop-downs."""

_A4 = 9
_FIELD_WIDTHS = (34, 42, 66)
_PORTRAIT_WIDTH = 98
_ROW_HEIGHT = 20
_ONE_LINE = height((("", 1),))
_MANY_TEXTS, _WIDTH_OF_MANY = 4, 34
_KEY_WIDTH = 38
_COMMENT_WIDTH = 260
_ALLOWED = dict.fromkeys(("sort", "autofilter", "insert_rows", "format_columns", "format_rows"), True)


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet that is being written.

    `lists` names the range of a drop-down too long for a cell, by the group of the choice or by the question. `numbers`
    tells by question up to which number one can choose.
    """

    worksheet: Any
    look: Look
    words: FormWords
    lists: Mapping[str, str]
    numbers: Mapping[str, int] = field(default_factory=dict)


def write_sheet(page: Page, sheet: Sheet, filled: Rows) -> None:
    """All of a sheet: what is asked, what has been filled in, and what it lets in."""
    widths = _widths(page, sheet)
    match sheet.layout:
        case Layout.FIELDS:
            _write_fields(page, sheet, filled[0] if filled else {})
        case Layout.ROWS:
            _write_rows(page, sheet, filled, widths)
    lay_out(page.worksheet, page.words.of_form("title"), landscape=sum(widths) > _PORTRAIT_WIDTH)
    page.worksheet.repeat_rows(0)
    page.worksheet.freeze_panes(1, 0)
    page.worksheet.protect("", _ALLOWED)


def lay_out(worksheet: Any, title: str, *, landscape: bool) -> None:
    """On A4, one page wide, with the title and the page number at the foot."""
    worksheet.set_paper(_A4)
    if landscape:
        worksheet.set_landscape()
    worksheet.fit_to_pages(1, 0)
    worksheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    shown = title.replace("&", "&&")
    worksheet.set_footer(f'&L&"{FONT},Regular"&9{shown}&C&"{FONT},Regular"&9&A&R&"{FONT},Regular"&9&P / &N')
    worksheet.hide_gridlines(2)


def _write_fields(page: Page, sheet: Sheet, filled: Mapping[str, Filled]) -> None:
    worksheet, words = page.worksheet, page.words.words
    for column, (name, wide) in enumerate(zip(("question", "answer", "explanation"), _FIELD_WIDTHS, strict=True)):
        worksheet.set_column(column, column, wide)
        worksheet.write_string(0, column, words.say(f"forms.fields.{name}"), page.look.heading)
    worksheet.set_row(0, 24)
    for row, question in enumerate(sheet.questions, 1):
        label, explanation = page.words.label(sheet, question), page.words.note(sheet, question)
        if example := page.words.example(sheet, question):
            explanation = f"{explanation} {words.say('forms.fields.example', example=example)}"
        worksheet.set_row(row, max(24, height(((label, _FIELD_WIDTHS[0]), (explanation, _FIELD_WIDTHS[2])))))
        worksheet.write_string(row, 0, label, page.look.question)
        _write_answer(page, (row, 1), question, filled.get(question.key))
        worksheet.write_string(row, 2, explanation, page.look.quiet)
        _let_in(page, (row, 1, row, 1), question, {})


def _write_rows(page: Page, sheet: Sheet, filled: Rows, widths: Sequence[int]) -> None:
    worksheet = page.worksheet
    if not _asks_many_texts(sheet):  # a row whose height is told does not grow with what is typed in it
        worksheet.set_default_row(_ROW_HEIGHT)
    for column, question in enumerate(sheet.questions):
        # Below the rows that are offered one can go on: the whole column is open, our own rows are locked one by one.
        free = None if sheet.fixed else page.look.answer(question.kind, ruled=False)
        worksheet.set_column(column, column, widths[column], free)
    _write_header(page, sheet, widths)
    first = 1
    if not sheet.fixed:
        _write_example(page, sheet, widths)
        first = 2
    rows = _rows(page, sheet, filled)
    for row, answers in enumerate(rows, first):
        _write_row(page, sheet, row, answers, widths)
    last = first + len(rows) - 1
    for column, question in enumerate(sheet.questions):
        if not _is_ours(sheet, question):
            _let_in(
                page,
                (first, column, last if sheet.fixed else LAST_ROW - 1, column),
                question,
                _message(page, sheet, question),
            )
    worksheet.ignore_errors({"number_stored_as_text": f"A1:{_letter(len(sheet.questions) - 1)}{LAST_ROW}"})
    if sheet.shown:
        worksheet.autofilter(0, 0, last, len(sheet.questions) - 1)


def _write_header(page: Page, sheet: Sheet, widths: Sequence[int]) -> None:
    labels = [page.words.label(sheet, question) for question in sheet.questions]
    # A word of a header that is set in bold takes more room.
    page.worksheet.set_row(0, max(26, height(zip(labels, (0.8 * wide for wide in widths), strict=True))))
    for column, (question, label) in enumerate(zip(sheet.questions, labels, strict=True)):
        page.worksheet.write_string(0, column, label, page.look.heading)
        note = page.words.note(sheet, question)
        paper = {"author": "", "font_name": FONT, "font_size": 10, "color": NOTE_PAPER, "width": _COMMENT_WIDTH}
        page.worksheet.write_comment(0, column, note, paper | {"height": 20 * (len(note) // 40 + 1) + 12})


def _write_example(page: Page, sheet: Sheet, widths: Sequence[int]) -> None:
    examples = [page.words.example(sheet, question) for question in sheet.questions]
    page.worksheet.set_row(1, max(_ROW_HEIGHT, height(zip(examples, widths, strict=True))))
    for column, example in enumerate(examples):
        page.worksheet.write_string(1, column, example, page.look.example)


def _rows(page: Page, sheet: Sheet, filled: Rows) -> Sequence[Mapping[str, Filled]]:
    if not sheet.fixed:
        return [*filled, *({} for _ in range(sheet.blank_rows - len(filled)))]
    given = {row[sheet.fixed]: row for row in filled}
    return [{**row, **given.get(row[sheet.fixed], {})} for row in _offered(page, sheet)]


def _offered(page: Page, sheet: Sheet) -> Iterator[Mapping[str, Filled]]:
    if sheet.fixed_values:
        presets: dict[str, Filled] = {question.key: question.preset for question in sheet.questions if question.preset}
        for key in sheet.fixed_values:
            yield {**presets, sheet.fixed: key}
        return
    own = page.words.words.own_words
    last = sheet.questions[-1].key
    for key, text in own_wordings(page.words.words):
        yield {sheet.fixed: key, sheet.shown: text} | ({last: own[key]} if key in own else {})


def _write_row(page: Page, sheet: Sheet, row: int, answers: Mapping[str, Filled], widths: Sequence[int]) -> None:
    texts = [_shown(page, sheet, question, answers.get(question.key)) for question in sheet.questions]
    tall = max(_ROW_HEIGHT, height(zip(texts, widths, strict=True)))
    if sheet.fixed or tall > _ONE_LINE:
        page.worksheet.set_row(row, tall)
    for column, question in enumerate(sheet.questions):
        value = answers.get(question.key)
        if _is_ours(sheet, question):
            page.worksheet.write_string(row, column, _shown(page, sheet, question, value), page.look.label)
        else:
            _write_answer(page, (row, column), question, value)


def _is_ours(sheet: Sheet, question: Question) -> bool:
    return question.key in {sheet.fixed, sheet.shown}


def _shown(page: Page, sheet: Sheet, question: Question, value: Filled | None) -> str:
    """What stands in a locked cell: a key by itself where its text stands beside it, else the text."""
    if value is None:
        return ""
    if isinstance(question.kind, CatalogueKey) and not sheet.shown:
        return page.words.shipped.say(str(value))
    return str(value)


def _write_answer(page: Page, cell: tuple[int, int], question: Question, value: Filled | None) -> None:
    answer = page.look.answer(question.kind)
    match value:
        case None | "":
            page.worksheet.write_blank(*cell, None, answer)
        case str() if isinstance(question.kind, Choice):
            option = page.words.shipped.say(f"choices.{question.kind.group}.{value}")
            page.worksheet.write_string(*cell, option, answer)
        case str():
            page.worksheet.write_string(*cell, value, answer)
        case int():
            page.worksheet.write_number(*cell, value, answer)
        case _:
            page.worksheet.write_datetime(*cell, value, answer)


def _let_in(page: Page, cells: tuple[int, int, int, int], question: Question, message: dict[str, str]) -> None:
    told = check(question.kind, page.words.words, f"{_letter(cells[1])}{cells[0] + 1}")
    if isinstance(question.kind, Choice):
        options = option_texts(question.kind, page.words.shipped)
        told["source"] = list(options) if fits_in_cell(options) else f"={page.lists[question.kind.group]}"
    elif question.key in page.numbers:
        offered = Number(1, page.numbers[question.key])
        told = from_list(check(offered, page.words.words, ""), page.lists[question.key])
    if told["validate"] != "any" or message:
        page.worksheet.data_validation(*cells, told | message)


def _message(page: Page, sheet: Sheet, question: Question) -> dict[str, str]:
    return {
        "input_title": clipped(page.words.label(sheet, question), LONGEST_HEADING),
        "input_message": clipped(page.words.note(sheet, question), LONGEST_MESSAGE),
    }


def _widths(page: Page, sheet: Sheet) -> tuple[int, ...]:
    if sheet.layout is Layout.FIELDS:
        return _FIELD_WIDTHS
    return tuple(_width(page, sheet, question) for question in sheet.questions)


def _width(page: Page, sheet: Sheet, question: Question) -> int:
    if sheet.shown:
        return _KEY_WIDTH if question.key == sheet.fixed else WIDEST_TEXT
    if isinstance(question.kind, Prose) and _asks_many_texts(sheet):
        return _WIDTH_OF_MANY
    texts = page.words.label(sheet, question).split()
    if isinstance(question.kind, Choice):
        texts += option_texts(question.kind, page.words.shipped)
    return width(question.kind, texts)


def _asks_many_texts(sheet: Sheet) -> bool:
    return sum(isinstance(question.kind, Prose) for question in sheet.questions) >= _MANY_TEXTS


def _letter(column: int) -> str:
    from xlsxwriter.utility import xl_col_to_name  # noqa: PLC0415 - slow to start

    return str(xl_col_to_name(column))
