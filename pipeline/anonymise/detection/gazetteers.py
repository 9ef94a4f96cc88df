"""Given names and surnames of many origins; a list can make a name surer, never a word harmless (M90)."""

from functools import lru_cache

from pipeline.anonymise.detection.stores import store
from pipeline.anonymise.folding import APOSTROPHES, folded


def is_given_name(text: str) -> bool:
    """Whether somebody may be called so, in whatever case and with or without accents."""
    return _listed("g", text)


def is_surname(text: str) -> bool:
    """Whether a family may be called so."""
    return _listed("s", text)


def is_name(text: str) -> bool:
    """Either, also with the s of a possessive."""
    return any(_listed(kind, form) for form in (text, *_without_s(text)) for kind in "gs")


def is_place(text: str) -> bool:
    """Whether a town, a region or a country is called so, in one of the three languages."""
    return _place(text) is not None


def is_country(text: str) -> bool:
    """Whether a country or a part of the world is called so."""
    return _place(text) == "c"


def _without_s(text: str) -> tuple[str, ...]:
    return (text[:-1],) if len(text) > 4 and text.endswith("s") else ()


@lru_cache(maxsize=1 << 14)
def _place(text: str) -> str | None:
    name = folded(text)
    return next((kind for kind in "ct" if kind + name in store("places")), None)


@lru_cache(maxsize=1 << 16)
def _listed(kind: str, text: str) -> bool:
    return kind + APOSTROPHES.sub("", folded(text)) in store("names")
