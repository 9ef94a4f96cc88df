"""By which name somebody is greeted: as it was typed in the sign-up, never by initials and never guessed.

Given name and surname stay together, because nobody can tell which is which in the names of the whole world.
"""

import re

from pipeline.anonymise.folding import folded, words
from pipeline.anonymise.names import NameForm, is_initial, name_forms
from pipeline.inbox.cleaning import on_one_line
from pipeline.outbox.normalising import legal

_IN_BRACKETS = re.compile(r"\s*\(([^()]*)\)")


def typed(text: str) -> str:
    """What was typed, on one line and without signs that cannot be seen or written."""
    return on_one_line(legal(text))


def spoken(text: str) -> str:
    """The name as one says it, `Jan de Vries` for `Vries, Jan de`; empty when only initials or nothing is known."""
    text = typed(text)
    forms = name_forms(text)
    if not forms or "@" in text or _only_initials(forms[0], text):
        return ""
    return _in_order(_with_call_name(text), forms[0])


def _only_initials(form: NameForm, text: str) -> bool:
    """Also `Chr. Janssen`; one name alone is a name, unless it is one letter."""
    given = form.given or form.surname
    return all(is_initial(word) or (bool(form.given) and f"{word}." in folded(text)) for word in given)


def _with_call_name(text: str) -> str:
    """`Jan de Vries` for `J. (Jan) de Vries`; what stands in brackets at the end may be anything."""
    found = _IN_BRACKETS.search(text)
    if found is None:
        return text
    behind = text[found.end() :].strip()
    called = found[1].strip()
    if found.start() and behind and len(words(called)) == 1:
        return f"{called} {behind}"
    return _IN_BRACKETS.sub("", text).strip()


def _in_order(text: str, form: NameForm) -> str:
    """What stands behind the comma comes first, unless it is a degree."""
    surname, comma, given = (part.strip() for part in text.partition(","))
    if not comma:
        return text
    return f"{given} {surname}".strip() if set(words(given)) & set(form.full) else surname
