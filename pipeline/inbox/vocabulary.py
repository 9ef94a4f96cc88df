"""Our words in all three languages at once: what a header, an option or a sheet may be called in a form."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from itertools import chain

from pipeline.forms import WORKBOOK_FORMS
from pipeline.forms.labels import label_of, words_of
from pipeline.forms.questions import CatalogueKey, Choice, Form, Layout, Sheet
from pipeline.inbox.cleaning import folded
from pipeline.language.catalogue import LANGUAGES, catalogue, catalogues

LONGEST_TERM = 300
ASKS_NOTHING = ""
_NUMBERED = re.compile(r"^\(?[0-9a-z]{1,2}[.)]\s+", re.IGNORECASE)
_OVERVIEWS = {
    "action_list": ("forms.action_list.overview.tab",),
    "grouped_wordings": tuple(
        f"forms.grouped_wordings.{sheet}.tab" for sheet in ("overview", "concepts_overview", "walk_findings")
    ),
}
_NO_QUESTIONS = ("forms.guide.tab", *chain.from_iterable(_OVERVIEWS.values()), "mending.sheet")
_CLEARLY_ALIKE = 82.0
_CLEARLY_AHEAD = 8.0


@cache
def option_words(choice: Choice) -> Mapping[str, str]:
    """The option of the choice by each of its words, folded."""
    found: dict[str, str] = {}
    for option in map(str, choice.options):
        found.setdefault(folded(option), option)
    for kind in ("choices", "aliases"):
        for option in map(str, choice.options):
            for text in _texts(f"{kind}.{choice.group}.{option}"):
                found.setdefault(folded(text), option)
    return found


@cache
def labels(form: Form, sheet: Sheet) -> Mapping[str, str]:
    """The question of the sheet by each of its labels, folded: what our own blank forms call it."""
    return {
        folded(text): question.key for question in sheet.questions for text in _texts(label_of(form, sheet, question))
    }


@cache
def header_words(form: Form, sheet: Sheet) -> Mapping[str, str]:
    """The question of the sheet by each of its labels, and by what else people call it; folded."""
    others = {
        folded(text): question.key
        for question in reversed(sheet.questions)
        for text in _texts(f"aliases.header.{question.key}")
    }
    return others | dict(labels(form, sheet))


@cache
def sheet_words(form: Form) -> Mapping[str, str]:
    """The sheet of the form by each of its names, folded; one that counts what the others hold is ASKS_NOTHING."""
    counts = {folded(text): ASKS_NOTHING for key in _OVERVIEWS.get(form.key, ()) for text in _texts(key)}
    asks = {folded(text): sheet.key for sheet in form.sheets for text in _texts(f"{words_of(form, sheet)}.tab")}
    return counts | asks


@cache
def names_of_ours() -> frozenset[str]:
    """What a sheet of any form of ours may be called, and those that we add and that ask nothing; folded."""
    keys = [f"{words_of(form, sheet)}.tab" for form in WORKBOOK_FORMS for sheet in form.sheets]
    return frozenset(folded(text) for key in (*keys, *_NO_QUESTIONS) for text in _texts(key))


@cache
def examples(form: Form, sheet: Sheet) -> tuple[Mapping[str, str], ...]:
    """The example row in each language: the folded text by question."""
    rows = []
    for language in LANGUAGES:
        texts = catalogue(language).texts
        told = {
            question.key: texts.get(f"{words_of(form, sheet)}.{question.key}.example") for question in sheet.questions
        }
        rows.append({key: folded(text) for key, text in told.items() if isinstance(text, str) and text})
    return tuple(row for row in rows if row)


def without_number(text: str) -> str:
    """The question without the number in front of it."""
    return _NUMBERED.sub("", text, count=1)


@cache
def questions_by_label(form: Form) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """The sheet and the key of each question by its labels, folded; two may be called the same. No list."""
    return _by_word(form, labels)


@cache
def questions_by_word(form: Form) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """The same, by what else people call a question, too."""
    return _by_word(form, header_words)


@cache
def _labels_by_language(form: Form) -> Mapping[str, tuple[str, ...]]:
    keys = [label_of(form, sheet, one) for sheet in form.sheets for one in sheet.questions]
    return {words.language: tuple(folded(without_number(words.say(key))) for key in keys) for words in catalogues()}


def languages_of_question(form: Form, text: str) -> tuple[str, ...]:
    """The languages in which the text begins with a question of the form."""
    term = folded(without_number(text[:LONGEST_TERM]))
    return tuple(language for language, asked in _labels_by_language(form).items() if term.startswith(asked))


def _by_word(
    form: Form, words: Callable[[Form, Sheet], Mapping[str, str]]
) -> Mapping[str, tuple[tuple[str, str], ...]]:
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for sheet in (sheet for sheet in form.sheets if sheet.layout is Layout.FIELDS):
        for word, key in words(form, sheet).items():
            bare = folded(without_number(word))
            found[bare] = (*found.get(bare, ()), (sheet.key, key))
    return found


@cache
def words_on_form(form: Form) -> frozenset[str]:
    """Everything we print on the form besides its questions, folded: titles, explanations, prompts; no examples."""
    parts = [f"{words_of(form, sheet)}." for sheet in form.sheets]
    ours = (f"forms.{form.key}.", *parts, "forms.document.", "forms.fields.", "forms.guide.")
    besides = {label_of(form, sheet, one) for sheet in form.sheets for one in sheet.questions}
    besides |= {f"{words_of(form, sheet)}.{one.key}.example" for sheet in form.sheets for one in sheet.questions}
    found = set(reading_words("prompts"))
    for words in catalogues():
        texts = [text for key, text in words.wordings() if key.startswith(ours) and key not in besides]
        # What may be left out is explained with a second sentence behind the first.
        optional = words.say("forms.fields.optional")
        found.update(folded(told) for text in texts for told in (text, f"{text} {optional}"))
    return frozenset(found)


def is_on_form(form: Form, line: str) -> bool:
    """Whether the line is a question, or anything else that we print on the form."""
    term = folded(line) if len(line) <= LONGEST_TERM else ""
    return bool(term) and (term in questions_by_label(form) or term in words_on_form(form))


@cache
def notes_in(form: Form) -> frozenset[str]:
    """What we print below the headers of a list, folded."""
    notes = (
        f"{words_of(form, sheet)}.{question.key}.note"
        for sheet in form.sheets
        if sheet.layout is Layout.ROWS
        for question in sheet.questions
    )
    return frozenset(folded(text) for key in notes for text in _texts(key))


@cache
def prompts(form: Form) -> tuple[str, ...]:
    """What invites to type or to choose in a document, ours and Word's own, the longest first."""
    ours = (text for words in catalogues() for key, text in words.wordings() if _is_prompt(form, key))
    return tuple(sorted({*ours, *_texts("reading.prompts")}, key=lambda text: (-len(text), text)))


def _is_prompt(form: Form, key: str) -> bool:
    return "prompt" in key and key.startswith((f"forms.{form.key}.", "forms.document."))


@cache
def keys_offered(sheet: Sheet) -> Mapping[str, str]:
    """The keys of the catalogue that may stand in the sheet; by themselves, and by the text they stand for."""
    if sheet.fixed_values:
        found = {folded(text): key for key in sheet.fixed_values for text in _texts(key)}
        return found | {key: key for key in sheet.fixed_values}
    if any(isinstance(question.kind, CatalogueKey) for question in sheet.questions):
        return {key: key for words in catalogues() for key, _ in words.wordings()}
    return {}


def likely(term: str, words: Mapping[str, str]) -> str | None:
    """What somebody who wrote the folded `term` clearly meant, of what these words stand for."""
    return _likely(term, tuple(words.items())) if 3 <= len(term) <= LONGEST_TERM else None


@lru_cache(maxsize=5_000)
def _likely(term: str, words: tuple[tuple[str, str], ...]) -> str | None:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only for what is misspelt

    # A year 2 is no misspelt year 1.
    words = tuple((word, meaning) for word, meaning in words if _digits(word) == _digits(term))
    alike = process.extract(
        term,
        [word for word, _ in words],
        scorer=fuzz.ratio,
        limit=None,
        score_cutoff=_CLEARLY_ALIKE - _CLEARLY_AHEAD,
    )
    if not alike or alike[0][1] < _CLEARLY_ALIKE:
        return None
    meant = words[alike[0][2]][1]
    rivals = (score for _, score, number in alike if words[number][1] != meant)
    return meant if alike[0][1] - max(rivals, default=0.0) >= _CLEARLY_AHEAD else None


def stands_for(text: str, key: str) -> bool:
    """Whether the text is what a copy to mend shows in place of what could not be read."""
    return text.startswith("(") and len(text) <= LONGEST_TERM and folded(text) in _all_texts(key)


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())


def answer_words() -> frozenset[str]:
    """What stands above the answers of a sheet with one beside each question; folded."""
    return _all_texts("forms.fields.answer")


def reading_words(name: str) -> frozenset[str]:
    """The words at `reading.<name>` of every language, folded."""
    return _all_texts(f"reading.{name}")


def our_names() -> frozenset[str]:
    """What we call ourselves, as whoever made a comment; folded."""
    return _all_texts("programme.name")


@cache
def _all_texts(key: str) -> frozenset[str]:
    return frozenset(map(folded, _texts(key)))


def _texts(key: str) -> Iterable[str]:
    for words in catalogues():
        text = words.texts.get(key, ())
        yield from (text,) if isinstance(text, str) else text
