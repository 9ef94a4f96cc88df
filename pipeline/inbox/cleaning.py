"""Texts as they were meant: one spelling of each letter, nothing invisible in between.

`cleaned` is what is kept of an answer; `folded` is only for comparing it with words of our own.
"""

import re
import unicodedata
from functools import lru_cache

# Blank, but a letter or a sign to Unicode.
_BLANK_SIGNS = dict.fromkeys(map(ord, "\u2800\u3164\uffa0"), " ")
_LINE_ENDS = re.compile("\r\n?|[\u0085\u2028\u2029\v\f]")
_JOINER = "\u200d"
_IN_EMOJI = re.compile(r"(?<=[^\w\s])\u200d(?=[^\w\s])")
_KEPT_JOINER = "\ue0ff"
_UNSEEN_CATEGORIES = frozenset({"Cf", "Cc", "Cs"})
_UNSEEN_SIGNS = frozenset("\u034f\ufffe\uffff")
_AROUND = " \t\n*:?!.;,'\"()[]\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb\u2026"
_DASHES = re.compile("[\u2010-\u2015\u2212]")


def cleaned(text: str) -> str:
    """The text without what cannot be seen, in composed letters (NFC), trimmed; its lines stay lines."""
    if text.isascii() and text.isprintable():
        return text.strip()
    text = _LINE_ENDS.sub("\n", text.translate(_BLANK_SIGNS))
    # A joiner between two pictures makes them one; between letters it only hides a name from whoever looks for it.
    text = _IN_EMOJI.sub(_KEPT_JOINER, text.replace(_KEPT_JOINER, ""))
    text = "".join(_seen(sign) for sign in text).replace(_KEPT_JOINER, _JOINER)
    return unicodedata.normalize("NFC", text).strip()


def on_one_line(text: str) -> str:
    """The text cleaned, with one blank wherever there were more, or a new line."""
    return " ".join(cleaned(text).split())


def plain(text: str) -> str:
    """The text on one line, in lower case, with plain digits, dashes and blanks."""
    text = unicodedata.normalize("NFKC", cleaned(text)).casefold()
    return _DASHES.sub("-", " ".join(text.split()))


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """The text `plain`, and without the signs around it; for short texts."""
    return plain(text).strip(_AROUND)


def _seen(sign: str) -> str:
    if sign == "\n":
        return sign
    if sign == "\t" or unicodedata.category(sign) == "Zs":
        return " "
    return "" if sign in _UNSEEN_SIGNS or unicodedata.category(sign) in _UNSEEN_CATEGORIES else sign
