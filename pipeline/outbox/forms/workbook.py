"""Blank forms as Excel workbooks, and the same forms with answers in them (M02, M40-M47, M52, M95, G12, G23, G24).

A form is known by the mark it carries, whatever its file is called.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from typing import Any

from pipeline.forms.questions import Choice, Form
from pipeline.language.catalogue import Catalogue
from pipeline.outbox.forms.checks import fits_in_cell, option_texts
from pipeline.outbox.forms.guide import write_guide
from pipeline.outbox.forms.look import DEEP, FONT, Look
from pipeline.outbox.forms.sheets import Filled, Page, Rows, write_sheet
from pipeline.outbox.forms.words import FormWords
from pipeline.outbox.normalising import normalised

__all__ = ["Filled", "More", "Written", "form_workbook", "made_file_name", "mark"]

_FIRST_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed day, so that the same form gives the same bytes
_LISTS = "lists"
_OPTIONS = {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False}


@dataclass(frozen=True, slots=True)
class Written:
    """A form that has been written, for who puts more in its workbook.

    `worksheets` are its sheets by key, `front` those before them that are still empty.
    """

    workbook: Any
    look: Look
    words: FormWords
    worksheets: Mapping[str, Any]
    front: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class More:
    """What is to stand in the workbook besides the questions: `write` puts it there.

    `front` are the names of sheets before those of the form; `numbers` tells by sheet and question up to which number
    one can choose.
    """

    write: Callable[[Written], None]
    front: tuple[str, ...] = ()
    numbers: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


def form_workbook(
    form: Form, words: Catalogue, filled: Mapping[str, Rows] | None = None, more: More | None = None
) -> bytes:
    """The form in the language of `words`.

    `filled` holds answers by sheet and question: an option by its key, anything else by its value.
    """
    import xlsxwriter  # noqa: PLC0415 - slow to start

    said = FormWords(form, words)
    told = mark(form, words)
    target = BytesIO()
    with xlsxwriter.Workbook(target, _OPTIONS) as workbook:
        workbook.formats[0].set_font_name(FONT)
        workbook.set_properties({"title": said.of_form("title"), "created": _FIRST_DAY})
        written = _write_sheets(workbook, said, filled or {}, more)
        if more is not None:
            more.write(written)
        workbook.set_custom_property("ttr_form", told, "text")
        workbook.define_name("_ttr_form", f'="{told}"')
        workbook.defined_names[-1][-1] = True
    return normalised(target.getvalue(), title=said.of_form("title"), language=words.language, identifier=told)


def mark(form: Form, words: Catalogue) -> str:
    """What a form carries inside, so that it is known when it comes back: `ttr:sign_up:1:nl`."""
    return FormWords(form, words).mark


def made_file_name(form: Form, words: Catalogue) -> str:
    """The file's name in the language of `words`, in plain letters."""
    return f"{FormWords(form, words).file}.xlsx"


def _write_sheets(workbook: Any, said: FormWords, filled: Mapping[str, Rows], more: More | None) -> Written:
    look, numbers = Look(workbook), more.numbers if more else {}
    front = tuple(workbook.add_worksheet(name) for name in (more.front if more else ()))
    guide = workbook.add_worksheet(said.shipped.say("forms.guide.tab"))
    worksheets = {sheet.key: workbook.add_worksheet(said.tab(sheet)) for sheet in said.form.sheets}
    lists = _write_lists(workbook, said, numbers)
    write_guide(guide, look, said)
    for sheet in said.form.sheets:
        worksheets[sheet.key].set_tab_color(DEEP)
        offered = numbers.get(sheet.key, {})
        named = {**lists, **{question: lists[f"{sheet.key}_{question}"] for question in offered}}
        write_sheet(Page(worksheets[sheet.key], look, said, named, offered), sheet, filled.get(sheet.key, ()))
    return Written(workbook, look, said, worksheets, front)


def _write_lists(workbook: Any, said: FormWords, numbers: Mapping[str, Mapping[str, int]]) -> Mapping[str, str]:
    """The defined name of each drop-down that Excel cannot keep in a cell; their options lie on a sheet unseen."""
    long: dict[str, Sequence[str | int]] = {
        **{group: texts for group, texts in _options(said) if not fits_in_cell(texts)},
        **{f"{sheet}_{key}": range(1, most + 1) for sheet, asked in numbers.items() for key, most in asked.items()},
    }
    if not long:
        return {}
    worksheet = workbook.add_worksheet(_LISTS)
    worksheet.very_hidden()
    names: dict[str, str] = {}
    for column, (group, options) in enumerate(long.items()):
        for row, option in enumerate(options):
            put = worksheet.write_string if isinstance(option, str) else worksheet.write_number
            put(row, column, option)
        letter = chr(ord("A") + column)
        names[group] = f"_ttr_{group}"
        workbook.define_name(names[group], f"={_LISTS}!${letter}$1:${letter}${len(options)}")
        workbook.defined_names[-1][-1] = True
    return names


def _options(said: FormWords) -> Iterator[tuple[str, tuple[str, ...]]]:
    for sheet in said.form.sheets:
        for question in sheet.questions:
            if isinstance(question.kind, Choice):
                yield question.kind.group, option_texts(question.kind, said.shipped)
