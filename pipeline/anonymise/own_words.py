"""The team's own wording in place of ours, where it names nobody and leaves the same gaps to fill (M10, G13, G39)."""

from collections.abc import Mapping
from string import Formatter

from pipeline.anonymise.prose import plain_text
from pipeline.anonymise.reading import closed, copies, given, place_of, spot
from pipeline.anonymise.searching import KnownNames, Mention
from pipeline.findings import Finding, note
from pipeline.forms.own_words import OWN_WORDS
from pipeline.inbox.answers import Answers, Received, Row
from pipeline.language.catalogue import LANGUAGES, catalogue, placeholders

ABOUT = OWN_WORDS.key


def own_words(
    received: Received, names: KnownNames, team_language: str | None
) -> tuple[dict[str, dict[str, str]], tuple[Finding, ...]]:
    """The wording by language and key; a form without a language of its own is in the team's.

    Of two forms in one language the later one counts where both have a wording.
    """
    findings: list[Finding] = []
    wordings: dict[str, dict[str, str]] = {}
    first: dict[str, Answers] = {}
    for answers in copies(received, OWN_WORDS):
        language = answers.language or team_language
        if language not in LANGUAGES:
            continue
        if first.setdefault(language, answers) is not answers:
            findings.append(note("own_words_twice", answers.place, ABOUT, first=spot(first[language].place)))
        passing, said = _passing(answers, names, language)
        wordings.setdefault(language, {}).update(passing)
        findings += said
    return {language: texts for language, texts in wordings.items() if texts}, tuple(findings)


def _passing(answers: Answers, names: KnownNames, language: str) -> tuple[dict[str, str], list[Finding]]:
    shipped = dict(catalogue(language).wordings())
    passing: dict[str, str] = {}
    findings: list[Finding] = []
    for row in answers.sheets.get("words", ()):
        key, text = given(row, "key", str), plain_text(closed(row, "own"))
        if not key or not text:
            continue
        finding = _refused(row, key, text, shipped) or _naming(row, text, names, language)
        if finding:
            findings.append(finding)
        elif text != shipped[key]:
            passing[key] = text
    return passing, findings


def _refused(row: Row, key: str, text: str, shipped: Mapping[str, str]) -> Finding | None:
    if key not in shipped:
        return note("own_word_unknown", place_of(row, "key"), ABOUT)
    wanted = placeholders(shipped[key])
    if _fills(text, wanted):
        return None
    if not wanted:
        return note("own_word_braces", place_of(row, "own"), ABOUT)
    gaps = tuple(f"{{{name}}}" for name in sorted(wanted))
    return note("own_word_placeholders", place_of(row, "own"), ABOUT, gaps=gaps)


def _naming(row: Row, text: str, names: KnownNames, language: str) -> Finding | None:
    if names.mention(text, language) >= Mention.LIKELY:
        return note("own_word_names_somebody", place_of(row, "own"), ABOUT)
    return None


def _fills(text: str, wanted: frozenset[str]) -> bool:
    """Whether the text has these gaps and no instructions in them: `{count:>999999999}` would fill the memory."""
    try:
        parts = tuple(Formatter().parse(text))
    except ValueError:
        return False
    plain = not any(spec or conversion for _, _, spec, conversion in parts)
    return plain and placeholders(text) == wanted
