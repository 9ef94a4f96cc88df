"""Every word the reader sees, by key, in one of three languages.

The words stand in `nl/`, `en/` and `de/`, a TOML file per room of the house. A key is the file's name (up to its
first hyphen) and the names of its tables, joined by dots: `findings.date_unclear.problem` stands in
`findings-answers.toml`. A text with `one` and `other` is chosen by `count`. A team may put its own wording in place of
any of them.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import TypeAlias

from pipeline.findings import Finding, PipelineError, Shown, Word

LANGUAGES = ("nl", "en", "de")

Text: TypeAlias = "str | tuple[str, ...]"


class MissingWordError(KeyError):
    """A key that the catalogue does not hold: a mistake in the program, never in a form."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The words of one language, with a team's own wording where it has any."""

    language: str
    texts: Mapping[str, Text]
    own_words: Mapping[str, str] = field(default_factory=dict)

    def __contains__(self, key: str) -> bool:
        return key in self.texts or f"{key}.other" in self.texts

    def say(self, key: str, **values: Shown) -> str:
        """The text of `key`, filled with `values`; dates and times in the manner of the language."""
        text = self._template(key, values)
        if not values:
            return text
        return text.format_map({name: self.shown(value) for name, value in values.items()})

    def many(self, key: str, **values: Shown) -> tuple[str, ...]:
        """The list of texts that stands at `key`, each filled with `values`."""
        found = self._find(key)
        texts = (found,) if isinstance(found, str) else found
        if not values:
            return texts
        shown = {name: self.shown(value) for name, value in values.items()}
        return tuple(text.format_map(shown) for text in texts)

    def listed(self, parts: Sequence[str]) -> str:
        """A list as one says it: `a, b and c`."""
        *first, last = parts
        return self.say("terms.and", first=", ".join(first), last=last) if first else last

    def problem(self, finding: Finding) -> str:
        """What is wrong, as a sentence."""
        return self.say(f"findings.{finding.key}.problem", **finding.values)

    def remedy(self, finding: Finding) -> str:
        """What to do about it, as a sentence."""
        return self.say(f"findings.{finding.key}.remedy", **finding.values)

    def error(self, error: PipelineError) -> tuple[str, str]:
        """What is in the way and what to do, one line each."""
        return (
            self.say(f"errors.{error.key}.what", **error.values),
            self.say(f"errors.{error.key}.remedy", **error.values),
        )

    def shown(self, value: Shown) -> str:
        """One value as a reader of this language expects it."""
        match value:
            case Word(key):
                return self.say(key)
            case date():
                return self.long_date(value)
            case time():
                return self.clock(value)
            case tuple():
                return ", ".join(self.shown(part) for part in value)
            case _:
                return str(value)

    def long_date(self, day: date) -> str:
        """A day with its weekday, as in a letter: `donderdag 23 september 2027`."""
        key = f"terms.weekday.{day.isoweekday()}"
        month = f"terms.month.{day.month}"
        return self.say("terms.date").format(weekday=self.say(key), day=day.day, month=self.say(month), year=day.year)

    def plain_date(self, day: date, *, short: bool = False) -> str:
        """A day without its weekday, its month cut `short` where there is little room."""
        month = self.say(f"terms.{'month_short' if short else 'month'}.{day.month}")
        return self.say("terms.day", day=day.day, month=month, year=day.year)

    def clock(self, moment: time) -> str:
        """A time of day: `13:30`."""
        return f"{moment.hour:02d}:{moment.minute:02d}"

    def with_own_words(self, own_words: Mapping[str, str]) -> "Catalogue":
        """The same catalogue with a team's own wording on top."""
        return Catalogue(self.language, self.texts, dict(own_words))

    def wordings(self) -> Iterator[tuple[str, str]]:
        """Every key with its shipped text, in the order of the files; a list counts one by one."""
        for key, text in self.texts.items():
            if isinstance(text, str):
                yield key, text
            else:
                yield from ((f"{key}.{number}", part) for number, part in enumerate(text, 1))

    def _template(self, key: str, values: Mapping[str, Shown]) -> str:
        if "count" in values and f"{key}.other" in self.texts:
            key = f"{key}.one" if values["count"] == 1 else f"{key}.other"
        text = self._find(key)
        if not isinstance(text, str):
            raise MissingWordError(f"{key} is a list")
        return text

    def _find(self, key: str) -> Text:
        try:
            text = self.texts[key]
        except KeyError:
            raise MissingWordError(f"{self.language}: {key}") from None
        if isinstance(text, tuple):
            return tuple(self.own_words.get(f"{key}.{number}", part) for number, part in enumerate(text, 1))
        return self.own_words.get(key, text)


@cache
def catalogue(language: str) -> Catalogue:
    """The shipped words of `language` (`nl`, `en` or `de`)."""
    folder = files("pipeline.language").joinpath(language)
    texts: dict[str, Text] = {}
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            content = tomllib.loads(file.read_text(encoding="utf-8"))
            texts |= _flattened(file.name.removesuffix(".toml").partition("-")[0], content)
    return Catalogue(language, texts)


def catalogues() -> tuple[Catalogue, ...]:
    """The shipped words of every language: forms come in whichever was at hand."""
    return tuple(catalogue(language) for language in LANGUAGES)


def placeholders(text: str) -> frozenset[str]:
    """The names in braces that `text` wants filled; ValueError if its braces do not match."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def _flattened(prefix: str, table: Mapping[str, object]) -> dict[str, Text]:
    texts: dict[str, Text] = {}
    for name, value in table.items():
        key = f"{prefix}.{name}"
        if isinstance(value, str):
            texts[key] = value
        elif isinstance(value, list):
            texts[key] = tuple(str(part) for part in value)
        elif isinstance(value, Mapping):
            texts |= _flattened(key, value)
    return texts
