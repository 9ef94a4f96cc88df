"""Whatever is filled in to a Word form comes back the same, in each language and whichever anchors got lost."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.forms import FRAME, MEETING
from pipeline.forms.questions import Choice, Day, Designation, Form, Kind, Layout, Name, Names, Number, Prose, Sheet
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.forms.document import form_document
from tests.inbox.test_word_form import ANCHORS
from tests.inbox.test_write_then_read import texts
from tests.inbox.word_made import changed, without
from tests.workbooks import arrived, only, told


def answers_of(kind: Kind) -> st.SearchStrategy[Any]:  # noqa: PLR0911 - one per kind
    match kind:
        case Name():
            return texts(60, lines=False)
        case Designation(longest):
            return texts(longest, lines=False)
        case Prose(longest, story=story):
            return texts(longest, lines=story)
        case Names(longest):
            return texts(longest, lines=True)
        case Choice(_, options):
            return st.sampled_from([str(option) for option in options])
        case Number(lowest, highest):
            return st.integers(lowest, highest)
        case Day(earliest, latest):
            return st.dates(earliest, latest)
        case _:
            raise AssertionError(kind)


def rows_of(sheet: Sheet) -> st.SearchStrategy[list[dict[str, Any]]]:
    needed = {question.key: answers_of(question.kind) for question in sheet.questions if question.required}
    others = {question.key: answers_of(question.kind) for question in sheet.questions if not question.required}
    row = st.fixed_dictionaries(needed, optional=others)
    return st.lists(row, min_size=1, max_size=1 if sheet.layout is Layout.FIELDS else 8)


def filled_in(form: Form) -> st.SearchStrategy[Mapping[str, Sequence[Mapping[str, Any]]]]:
    return st.fixed_dictionaries({sheet.key: rows_of(sheet) for sheet in form.sheets})


@pytest.mark.parametrize("form", [FRAME, MEETING], ids=lambda form: form.key)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(chosen=st.data(), language=st.sampled_from(LANGUAGES), anchor=st.sampled_from(list(ANCHORS)))
def test_every_answer_comes_back_the_same(
    chosen: st.DataObject, form: Form, language: str, anchor: str, tmp_path: Path
) -> None:
    filled = chosen.draw(filled_in(form))
    lost, note = ANCHORS[anchor]
    result = arrived(tmp_path, {"form.docx": changed(form_document(form, catalogue(language), filled), without(*lost))})
    assert {key: [dict(told(row)) for row in rows] for key, rows in only(result).sheets.items()} == filled
    assert [finding.key for finding in result.findings] == [note][: bool(note)]
