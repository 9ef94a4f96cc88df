"""Opens the stores of words and names; they are mapped into memory, so that a start costs no time (M90)."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import marisa_trie

_LISTS = Path(str(files("pipeline.anonymise.lists")))


@cache
def store(name: str) -> marisa_trie.Trie:
    """A list that make_lists.py has made, by the name of its file."""
    return marisa_trie.Trie().mmap(str(_LISTS / f"{name}.marisa"))


@cache
def typed_list(name: str) -> Mapping[str, Any]:
    """A list that is kept by hand, by the name of its file."""
    return tomllib.loads((_LISTS / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def typed_words(name: str, *keys: str) -> frozenset[str]:
    """The words of one entry of such a list."""
    entry: Any = typed_list(name)
    for key in keys:
        entry = entry[key]
    return frozenset(entry.split())
