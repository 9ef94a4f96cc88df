"""Words that stand beside each other and make one name: El Amrani, Van der Heijden, Abu Bakr (M90)."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.anonymise.detection.gazetteers import is_given_name, is_name, is_place, is_surname
from pipeline.anonymise.detection.lexicon import Known, lexicon
from pipeline.anonymise.detection.names.around import (
    MOST_PARTICLES,
    acts,
    adjoins,
    has_capital,
    is_said,
    says,
    speaks,
    stands_alone,
)
from pipeline.anonymise.detection.names.looks import Look, may_be_given
from pipeline.anonymise.detection.stores import typed_words
from pipeline.anonymise.detection.tokens import Text, Token

_LONGEST = 7  # words of a name


@dataclass(frozen=True, slots=True)
class Run:
    """Words from `first` up to and with `last` that make one name, and how they look together."""

    first: int
    last: int
    look: Look


def run_from(text: Text, looks: Sequence[Look], at: int) -> Run | None:
    """The name that begins with the word at `at`, or None."""
    begins = _behind_opening(text, at)
    if begins and (looks[begins] >= Look.UNKNOWN or _is_named_so(text, at, begins)):
        return _made_surer(text, _extended(text, looks, at, begins))
    if _is_called_small(text, looks, at):
        return Run(at, at + 1, Look.UNKNOWN if looks[at + 1] >= Look.ASKED else Look.ASKED)
    if looks[at] < Look.IF_NAMED:
        return None
    run = _extended(text, looks, at, at)
    if looks[at] >= Look.ASKED or run.last > at:
        return run if run.look >= (Look.UNKNOWN if looks[at] is Look.IF_NAMED else Look.ASKED) else None
    return Run(at, at, _by_what_it_does(text, at)) if looks[at] is Look.IF_SAYING else None


def _is_called_small(text: Text, looks: Sequence[Look], at: int) -> bool:
    """Roos kleverlaan in small letters: a given name that is a word too, before a word that no list knows."""
    if at + 1 >= len(text.tokens) or looks[at] >= Look.ASKED or has_capital(text.tokens[at]):
        return False
    given, surname = text.tokens[at].plain, text.tokens[at + 1]
    if has_capital(surname) or len(surname.plain) < 4 or not may_be_given(given) or not adjoins(text, at + 1):
        return False
    known = lexicon(text.language).known(surname.plain)
    return surname.plain.isalpha() and known in {Known.NOT, Known.COMPOUND}


def _made_surer(text: Text, run: Run) -> Run:
    """Behind a particle with a capital in mid-sentence stands a name: door Van Dijk."""
    token = text.tokens[run.first]
    sure = run.look <= Look.ASKED and token.capital and not token.opens_sentence
    return Run(run.first, run.last, Look.UNKNOWN if sure else max(run.look, Look.ASKED))


def _extended(text: Text, looks: Sequence[Look], first: int, at: int) -> Run:
    """The run from `first`, whose first name-like word is `at`, as far as names follow."""
    last, found = at, looks[at]
    further = at + 1
    while further < len(looks) and further - first < _LONGEST and adjoins(text, further):
        reach = _behind_particles(text, further, inside=True) or further
        if reach > further and looks[at] is Look.ASKED and not is_name(text.tokens[at].plain):
            break  # Dag van de Sociale Veiligheid
        if not _goes_on(text, looks, at, reach):
            break
        found, last, further = max(found, looks[reach]), reach, reach + 1
    if last > at:
        found = _together(text, range(at, last + 1), found)
    elif found is Look.ASKED and (stands_alone(text, at) or acts(text, at) or _is_named_and_speaks(text, at)):
        found = Look.UNKNOWN
    return Run(first, last, found)


def _together(text: Text, run: range, found: Look) -> Look:
    """Words beside each other make each other surer: a given name before a capital, two unknown words."""
    given = any(is_given_name(text.tokens[at].plain) and text.tokens[at].capital for at in run)
    if found is Look.ASKED and text.language != "de" and not any(is_name(text.tokens[at].plain) for at in run):
        known = all(lexicon(text.language).is_word(text.tokens[at].plain.lower()) for at in run)
        return Look.PLAIN if known else found  # Common Room
    if found is Look.IF_SAYING:
        return Look.ASKED
    if found is Look.ASKED and (given or not any(text.tokens[at].capital for at in run)):
        return Look.UNKNOWN
    return found


def _is_named_and_speaks(text: Text, at: int) -> bool:
    """Sagte Ernst: a noun, but somebody speaks."""
    return text.tokens[at].capital and is_name(text.tokens[at].plain) and speaks(text, at)


def _by_what_it_does(text: Text, at: int) -> Look:
    """How a word looks that is somebody's name only if somebody speaks or acts here: Roos zei, Storm was."""
    word = text.tokens[at].plain
    if not text.tokens[at].capital:
        return Look.ASKED if speaks(text, at) or says(text, at) else Look.PLAIN
    if is_name(word) and speaks(text, at):
        return Look.LISTED
    if not says(text, at):
        return Look.ASKED if is_said(text, at) else Look.PLAIN
    sure = is_given_name(word) and word.lower() not in typed_words("context", "bare", "all")
    return Look.LISTED if sure else Look.ASKED


def _goes_on(text: Text, looks: Sequence[Look], start: int, at: int) -> bool:
    """Whether the word at `at` may go on a name that began at `start`."""
    token, before = text.tokens[at], text.tokens[at - 1]
    if token.opens_sentence:
        return False
    if _asks_about(text, start, at):
        return False
    if looks[at] >= Look.UNKNOWN:
        return has_capital(token) or not before.capital or at > start + 1
    if not has_capital(token):
        return looks[at] is Look.ASKED and not before.capital
    sure = looks[start] >= Look.UNKNOWN or is_given_name(text.tokens[start].plain)
    if looks[at] in {Look.ASKED, Look.IF_SAYING, Look.IF_NAMED}:
        return sure or looks[start] is looks[at] is Look.ASKED
    part = len(token.plain) == 1 or is_place(token.plain) or is_name(token.plain)
    return looks[at] is Look.PART and sure and part


def _asks_about(text: Text, start: int, at: int) -> bool:
    """Will Hamza come? There "Will" is no name, unlike in Will Kowalczyk."""
    word = text.tokens[start].plain.lower()
    frequent = at == start + 1 and lexicon(text.language).known(word) is Known.FREQUENT
    name = text.tokens[at].plain.partition("'")[0]
    return frequent and text.tokens[start].opens_sentence and is_given_name(name) and not is_surname(name)


def _behind_opening(text: Text, at: int) -> int:
    """Where the first name stands behind particles that open a name; 0 when none do.

    El Amrani; De Smet with a capital in mid-sentence; van der Heijden, where two leave no doubt.
    """
    reach = _behind_particles(text, at, inside=False)
    token = text.tokens[at]
    if not reach or not has_capital(text.tokens[reach]):
        return reach if reach and _word(token) in typed_words("context", "particles", "opening") else 0
    sure = reach - at > 1 or (token.capital and not token.opens_sentence)
    sure = sure and not token.plain.isupper()
    return reach if sure or _word(token) in typed_words("context", "particles", "opening") else 0


def _behind_particles(text: Text, at: int, *, inside: bool) -> int:
    """Where the word stands that particles from `at` lead to; 0 when there are none."""
    first = typed_words("context", "particles", "first")
    later = typed_words("context", "particles", "later")
    tokens = text.tokens
    reach = at
    if inside and _word(tokens[at]) in typed_words("context", "particles", "only_before_later"):
        reach = at + 1 if at + 1 < len(tokens) and _word(tokens[at + 1]) in later else len(tokens)
    furthest = min(at + MOST_PARTICLES, len(tokens) - 1)
    while reach < furthest and _word(tokens[reach]) in (first if reach == at else first | later):
        reach += 1
        if not adjoins(text, reach):
            return 0
    return reach if at < reach < len(tokens) else 0


def _is_named_so(text: Text, at: int, reach: int) -> bool:
    """Van der Meer, but not the Dag van de Student: behind particles stands a word that is a surname too."""
    token = text.tokens[reach]
    allowed = lexicon(text.language).is_allowed(token.plain)
    opening = text.tokens[at].capital and not text.tokens[at].opens_sentence
    return token.capital and not allowed and text.language != "de" and (opening or is_name(token.plain))


def _word(token: Token) -> str:
    return token.plain.lower()
