"""The three languages say the same things, and everything the program may say has words in each."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from pipeline.language.catalogue import LANGUAGES, Catalogue, catalogue, placeholders
from tests.house.languages import foreign_words
from tests.house.measures import PACKAGE, modules
from tests.house.used_keys import asked_for, texts_in

SOURCES = {path: path.read_text(encoding="utf-8") for path in modules()}
ASKED_FOR = sorted(set(chain.from_iterable(asked_for(source) for source in SOURCES.values())))
_UNTIDY = re.compile(r"  |^\s|\s$|\t| [,;:!?]| \.(?!\w)")
_ONLY_READ = ("detect.", "aliases.", "reading.")
_STRAIGHT_AND_ROUND = (
    (re.compile('"'), re.compile("[“„”]")),
    # An apostrophe is no quotation mark: it stands in or after a word, or before a Dutch 's, 't or 'n.
    (re.compile(r"(?:^|[\s(])'(?![stn]\b)\w"), re.compile("\N{LEFT SINGLE QUOTATION MARK}")),
)


def untidy(text: str) -> bool:
    return not text.strip() or bool(_UNTIDY.search(text))


def mixed(texts: list[str]) -> bool:
    """Whether straight and round quotation marks stand beside each other in one language."""
    written = "\n".join(texts)
    return any(straight.search(written) and curly.search(written) for straight, curly in _STRAIGHT_AND_ROUND)


def keys_in(file: Path) -> Iterator[str]:
    """The key of every text in a file, with what its name stands for in front."""
    waiting = [(file.stem.partition("-")[0], tomllib.loads(file.read_text(encoding="utf-8")))]
    while waiting:
        prefix, table = waiting.pop()
        for name, value in table.items():
            if isinstance(value, dict):
                waiting.append((f"{prefix}.{name}", value))
            else:
                yield f"{prefix}.{name}"


def in_file(words: Catalogue) -> dict[str, str]:
    """The texts that are shown, by key; of what is only read, each language has as many words as it needs."""
    return {key: text for key, text in words.wordings() if not key.startswith(_ONLY_READ)}


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_each_language_has_the_same_keys_and_blanks(language: str) -> None:
    first, other = in_file(catalogue(LANGUAGES[0])), in_file(catalogue(language))
    assert catalogue(LANGUAGES[0]).texts.keys() ^ catalogue(language).texts.keys() == set()
    assert first.keys() ^ other.keys() == set()
    assert [key for key in first if placeholders(first[key]) != placeholders(other[key])] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_stands_in_two_files(language: str) -> None:
    files = sorted((PACKAGE / "language" / language).glob("*.toml"))
    keys = Counter(key for file in files for key in keys_in(file))
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_the_code_asks_for_has_words(language: str) -> None:
    assert ASKED_FOR
    assert [key for key in ASKED_FOR if key not in catalogue(language)] == []


def test_no_finding_or_error_stands_in_the_catalogue_for_nothing() -> None:
    said = set(chain.from_iterable(texts_in(source) for source in SOURCES.values()))
    keys = {key.split(".")[1] for key in catalogue("nl").texts if key.startswith(("findings.", "errors."))}
    assert sorted(keys - said) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty_or_untidy(language: str) -> None:
    assert [key for key, text in in_file(catalogue(language)).items() if untidy(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_kind_of_quotation_mark_serves_throughout(language: str) -> None:
    assert not mixed(list(in_file(catalogue(language)).values()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_another_language_has_slipped_in(language: str) -> None:
    found = {key: foreign_words(text, language) for key, text in in_file(catalogue(language)).items()}
    assert {key: words for key, words in found.items() if words and key not in _SPOKEN_BY_OTHERS} == {}


_SPOKEN_BY_OTHERS: frozenset[str] = frozenset()


def test_the_checks_can_fail() -> None:
    assert untidy("")
    assert untidy("twee  spaties")
    assert untidy("een spatie .")
    assert mixed(['"een"', "„zwei“"])
    assert mixed(["'een'", "\N{LEFT SINGLE QUOTATION MARK}twee"])
    assert not mixed(["foto's van 's avonds", "\N{LEFT SINGLE QUOTATION MARK}twee"])
    assert list(asked_for("note('a', place)\nFinding(level, 'b' if x else 'c')\nraise PipelineError('d')")) == [
        *("findings.a.problem", "findings.a.remedy", "findings.b.problem", "findings.b.remedy"),
        *("findings.c.problem", "findings.c.remedy", "errors.d.what", "errors.d.remedy"),
    ]
