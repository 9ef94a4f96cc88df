"""The people in a list as somebody types it into one answer: parted, without bullets, roles and what is no name."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import dropwhile

from pipeline.anonymise.names import PARTICLES, is_initial
from pipeline.language.catalogue import catalogues

_NEVER_A_NAME = frozenset(["van", "von", "vom", "de", "der", "den", "des", "het", "zu", "zum", "zur", "ter", "ten"])
_BULLET = re.compile(r"^[\s\W\d_]*(?=\w)")
_QUOTES = '"\u201c\u201d\u201e\u00ab\u00bb'
_BESIDE = re.compile(rf"\(([^()]*)\)|[{_QUOTES}]([^{_QUOTES}]*)[{_QUOTES}]|(?<!\w)['\u2018](\w+)['\u2019](?!\w)")


def names_in(text: str) -> list[tuple[str, ...]]:
    """The people in a list as somebody types it, each with what else that person is called.

    One name to a line, or parted by commas, semicolons, slashes or a word for "and"; `Vries, J. de` stays one name.
    """
    found: list[tuple[str, ...]] = []
    for part in _parting().split(text):
        names = tuple(name for one in _called(part) if (name := _name(one)))
        if found and names and _is_rest(names[0]):
            found[-1] = (f"{names[0]} {found[-1][0]}", *found[-1][1:], *names[1:])
        elif names and not _is_rest(names[0]):
            found.append(names)
    return found


def _called(part: str) -> Iterator[str]:
    """The name, then what stands beside it between brackets or quotation marks."""
    yield _BESIDE.sub(" ", part)
    yield from ("".join(found) for found in _BESIDE.findall(part))


def _name(text: str) -> str:
    """The text without bullets, and without what is no name in it (`mother of`, `student`); empty for `none`."""
    said = _BULLET.sub("", text).strip(" \t.:-\u2013\u2014").rpartition(":")[2].split()
    capital = next((at for at, word in enumerate(said) if _is_capital(word) and not _tells_who(word)), len(said))
    begin = max((at + 1 for at in range(capital) if _tells_who(said[at])), default=0)
    name = " ".join(list(dropwhile(_tells_who, said[begin:][::-1]))[::-1])
    return "" if name.casefold().strip("!.") in _words("nobody") or not any(map(str.isalpha, name)) else name


def _is_capital(word: str) -> bool:
    return word[0] != word[0].lower()


def _tells_who(word: str) -> bool:
    """In German these words have a capital of their own."""
    return word.strip(".").casefold() in _words("roles")


def _is_rest(name: str) -> bool:
    """Whether this is no name of its own but what stands behind a comma: initials and particles."""
    parts = [part for part in re.split(r"[\s.]+", name) if part]
    if any(is_initial(part) for part in parts):
        return all(is_initial(part) or part.lower() in PARTICLES for part in parts)
    return all(part in _NEVER_A_NAME for part in parts)  # Ben, Al and Do are names of people too


@cache
def _parting() -> re.Pattern[str]:
    joined = "|".join(map(re.escape, sorted(_words("joined"))))
    return re.compile(rf"[\n,;/&+|\u2022]|(?<=\s)(?:{joined})(?=\s)")


@cache
def _words(which: str) -> frozenset[str]:
    return frozenset(word for language in catalogues() for word in language.many(f"reading.case_names.{which}"))
