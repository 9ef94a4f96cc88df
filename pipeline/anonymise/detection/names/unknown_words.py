"""Marks what looks like a name because no word list knows it, or because a list of names does (M90)."""

from collections.abc import Iterator, Sequence

from pipeline.anonymise.detection.gazetteers import is_given_name, is_name, is_place
from pipeline.anonymise.detection.lexicon import lexicon
from pipeline.anonymise.detection.names.around import adjoins, is_behind
from pipeline.anonymise.detection.names.looks import Look, look
from pipeline.anonymise.detection.names.name_runs import Run, run_from
from pipeline.anonymise.detection.spans import Label, Rank, Span
from pipeline.anonymise.detection.stores import typed_words
from pipeline.anonymise.detection.tokens import Text, Token


def unknown_words(text: Text) -> Iterator[Span]:
    """Names, masked or asked about; a name of several words is one stretch."""
    looks = tuple(_looks(text))
    at = 0
    while at < len(looks):
        run = run_from(text, looks, at)
        if run is None:
            at += 1
            continue
        if run.look >= Look.ASKED:
            yield _span(text, run)
        at = run.last + 1


def _looks(text: Text) -> Iterator[Look]:
    determiners = typed_words("context", "determiners", text.language)
    before = ""
    for token in text.tokens:
        yield _of_token(text.language, token, determined=before in determiners)
        before = token.plain.lower()


def _of_token(language: str, token: Token, *, determined: bool) -> Look:
    if "-" not in token.plain or lexicon(language).is_allowed(token.plain):
        return look(language, token.plain, opens=token.opens_sentence, determined=determined)
    parts = [part for part in token.plain.split("-") if part]
    looks = [
        look(language, part, opens=token.opens_sentence and not at, determined=determined)
        for at, part in enumerate(parts)
    ]
    if len(parts) > 1 and _is_double_name(language, parts):
        return Look.LISTED
    return max(looks, default=Look.PLAIN)


def _is_double_name(language: str, parts: Sequence[str]) -> bool:
    """Karl-Heinz, Anne-Roos, jan-willem, Xiao-yu, al-Masri."""
    if not any(is_name(part) for part in parts):
        return False
    if all(part[0].isupper() or is_name(part) for part in parts):
        return True
    opening = typed_words("context", "particles", "opening")
    return all(is_name(part) or part in opening or not lexicon(language).is_word(part) for part in parts)


def _span(text: Text, run: Run) -> Span:
    first, last = text.tokens[run.first], text.tokens[run.last]
    start, end = first.start, last.end
    if run.first == run.last and "-" in first.plain:
        start, end = _name_within(text.language, first)
    label = Label.PLACE if _is_somewhere(text, run) else Label.NAME
    asked = run.look is Look.ASKED
    rank = Rank.DOUBT if asked else Rank.LISTED if run.look is Look.LISTED else Rank.UNKNOWN
    return Span(start, end, label, asked=asked, rank=rank)


def _name_within(language: str, token: Token) -> tuple[int, int]:
    """The part of a hyphenated word that looks like a name (Teams-bericht van Fatima-Zahra: both halves)."""
    parts = token.parts
    if _is_double_name(language, [part.plain for part in parts]):
        return token.start, token.end
    looks = [look(language, part.plain, opens=part.opens_sentence, determined=False) for part in parts]
    named = [part for part, seen in zip(parts, looks, strict=True) if seen >= Look.ASKED or part.capital]
    return (named[0].start, named[-1].end) if named else (token.start, token.end)


def _is_somewhere(text: Text, run: Run) -> bool:
    """Whether a place is meant: behind "in" and the like stands no person."""
    words = [token.plain for token in text.tokens[run.first : run.last + 1]]
    if any(is_given_name(word) for word in words) and not any(is_place(word) for word in words):
        return False
    return is_behind(text, run.first, "before_a_place") and adjoins(text, run.first)
