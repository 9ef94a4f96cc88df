"""What we ask has its words in three languages, and no word means two things."""

import re
from itertools import chain

import pytest

from pipeline.forms import FORMS
from pipeline.forms.labels import words_of
from pipeline.forms.questions import Choice, Day, Form, Layout, Number, Question, Sheet
from pipeline.language.catalogue import LANGUAGES, Catalogue, catalogue, catalogues

ASKED = [(form, sheet, question) for form in FORMS for sheet in form.sheets for question in sheet.questions]
SHEETS = [(form, sheet) for form in FORMS for sheet in form.sheets]
CHOICES = sorted({question.kind for *_, question in ASKED if isinstance(question.kind, Choice)}, key=lambda c: c.group)
languages = pytest.mark.parametrize("words", catalogues(), ids=LANGUAGES)


def key_of(form: Form, sheet: Sheet, question: Question) -> str:
    return f"{words_of(form, sheet)}.{question.key}"


def all_texts(key: str) -> list[str]:
    found = [words.texts.get(key, ()) for words in catalogues()]
    return list(chain.from_iterable((text,) if isinstance(text, str) else text for text in found))


@languages
def test_every_form_has_its_words(words: Catalogue) -> None:
    for form in FORMS:
        assert all(words.say(f"forms.{form.key}.{name}") for name in ("title", "file", "purpose", "hand_in"))
    for form, sheet in SHEETS:
        assert words.say(f"{words_of(form, sheet)}.help")


@languages
def test_every_question_has_a_label_and_a_note_that_excel_can_show(words: Catalogue) -> None:
    optional = words.say("forms.fields.optional")
    for asked in ASKED:
        label, note = words.say(f"{key_of(*asked)}.label"), words.say(f"{key_of(*asked)}.note")
        assert 0 < len(label) <= 32
        assert 0 < len(f"{note} {optional}") <= 255


@languages
def test_every_option_has_words_that_fit_a_drop_down(words: Catalogue) -> None:
    for choice in CHOICES:
        texts = [words.say(f"choices.{choice.group}.{option}") for option in choice.options]
        assert len(set(texts)) == len(texts)
        assert not any("," in text or '"' in text for text in texts)
        assert all(len(text) <= 60 for text in texts)


@languages
def test_files_bear_plain_names_and_tabs_names_that_excel_allows(words: Catalogue) -> None:
    files = [words.say(f"forms.{form.key}.file") for form in FORMS]
    assert all(re.fullmatch("[a-z-]+", file) for file in files)
    assert len(set(files)) == len(files)
    for form in FORMS:
        tabs = [
            words.say("forms.guide.tab"),
            *(words.say(f"{words_of(form, sheet)}.tab") for sheet in form.sheets),
        ]
        assert len({tab.casefold() for tab in tabs}) == len(tabs)
        assert all(len(tab) <= 31 and not re.search(r"[][:*?/\\]", tab) for tab in tabs)


@languages
def test_a_list_to_fill_in_shows_an_example_for_every_question(words: Catalogue) -> None:
    for form, sheet, question in ASKED:
        if sheet.layout is Layout.ROWS and not sheet.fixed:
            assert words.say(f"{key_of(form, sheet, question)}.example")


@languages
def test_an_example_is_an_answer_that_its_question_accepts(words: Catalogue) -> None:
    for asked in ASKED:
        key, kind = f"{key_of(*asked)}.example", asked[-1].kind
        if key not in words:
            continue
        example = words.say(key)
        match kind:
            case Choice(group, options):
                assert example in {words.say(f"choices.{group}.{option}") for option in options}
            case Number(lowest, highest):
                assert lowest <= int(example) <= highest
            case Day():
                assert re.fullmatch(r"202[78]-\d\d-\d\d", example)
            case _:
                assert example.strip() == example


def test_no_header_means_two_questions_of_a_sheet() -> None:
    for form, sheet in SHEETS:
        meant: dict[str, str] = {}
        for question in sheet.questions:
            for text in (
                *all_texts(f"{key_of(form, sheet, question)}.label"),
                *all_texts(f"aliases.header.{question.key}"),
            ):
                assert meant.setdefault(text.casefold(), question.key) == question.key, text


def test_no_word_means_two_options() -> None:
    for choice in CHOICES:
        meant: dict[str, str] = {}
        for option in choice.options:
            for text in (
                *all_texts(f"choices.{choice.group}.{option}"),
                *all_texts(f"aliases.{choice.group}.{option}"),
            ):
                assert meant.setdefault(text.casefold(), option) == option, text


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("sb-leider", "team_lead"),
        ("sb lead", "team_lead"),
        ("team leader", "team_lead"),
        ("beheer", "management"),
        ("directie", "management"),
        ("board", "management"),
        ("dozentin", "teacher"),
        ("student community mentor", "mentor"),
    ],
)
def test_roles_are_known_by_the_names_people_use(text: str, role: str) -> None:
    assert text in all_texts(f"aliases.role.{role}")


def test_aliases_are_written_in_lower_case() -> None:
    for language in LANGUAGES:
        texts = catalogue(language).texts
        for key in (key for key in texts if key.startswith("aliases.")):
            assert all(text == text.lower().strip() for text in texts[key])


def test_every_alias_belongs_to_something_we_ask() -> None:
    asked = {f"aliases.header.{question.key}" for *_, question in ASKED}
    asked |= {f"aliases.{choice.group}.{option}" for choice in CHOICES for option in choice.options}
    for words in catalogues():
        assert {key for key in words.texts if key.startswith("aliases.")} <= asked
