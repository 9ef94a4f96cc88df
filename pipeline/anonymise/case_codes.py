"""The code of a case, such as `C-7K4M2`: made from its text, so that it stays while the text stays (M90, G31)."""

import re
from collections.abc import Iterable, Mapping

from pipeline.anonymise.codes import DIGITS, LETTERS
from pipeline.anonymise.drafts import Draft
from pipeline.anonymise.key import TeamKey
from pipeline.ttr.cases import QUESTIONS

_PREFIX = "C-"
_SIGNS = 5
_DIGEST = 12  # hexadecimal signs
_ALPHABETS = (DIGITS, LETTERS)
_BETWEEN = r"[\s\u2010-\u2015\u2212_.-]{0,3}"
# Digit and letter in turn, at least as many as a code has, in small letters too, or with blanks in between; or one word
# that begins like a code: somebody mistook a sign.
_WRITTEN = re.compile(
    rf"(?<![^\W_])c{_BETWEEN}("
    rf"(?:[{DIGITS}]{_BETWEEN}[{LETTERS}]{_BETWEEN}){{{_SIGNS // 2},}}[{DIGITS}]"
    rf"|[{DIGITS}]{_BETWEEN}(?:[{LETTERS}]{_BETWEEN}[{DIGITS}]{_BETWEEN}){{{_SIGNS // 2},}}[{LETTERS}]"
    r"|[0-9][0-9a-z]{3,9})(?![^\W_])",
    re.IGNORECASE,
)


def text_of(answers: Mapping[str, str]) -> str:
    """All that is written in a case, equal for texts that differ in white space alone; empty where nothing is."""
    written = [" ".join(answers.get(question, "").split()) for question in QUESTIONS]
    return "\n".join(written) if any(written) else ""


def codes_of_texts(key: TeamKey, texts: Iterable[str]) -> dict[str, str]:
    """The code of each text, no two alike, whatever their order."""
    by_number = sorted((_number(key, text), text) for text in set(texts))
    taken: dict[str, str] = {}
    for number, text in by_number:
        signs = _SIGNS
        while (code := _code(number, signs)) in taken:
            signs += 1
        taken[code] = text
    return {text: code for code, text in taken.items()}


def codes_in(text: str) -> tuple[str, ...]:
    """What looks like the code of a case, in our own spelling, each once; there need not be such a case."""
    written = ("".join(sign for sign in found[1].upper() if sign.isalnum()) for found in _WRITTEN.finditer(text))
    return tuple(dict.fromkeys(_PREFIX + signs for signs in written))


def digest_of(key: TeamKey, draft: Draft) -> str:
    """By this a review copy shows from which text it was made; it tells nothing to whoever lacks the key."""
    written = {question: "".join(piece.text for piece in pieces) for question, pieces in draft.answers.items()}
    return key.digest("review", text_of(written)).hex()[:_DIGEST]


def _number(key: TeamKey, text: str) -> int:
    return int.from_bytes(key.digest("case", text))


def _code(number: int, signs: int) -> str:
    """Digit and letter in turn, so that no word and no code of a person comes of it."""
    made = []
    for place in range(signs):
        number, sign = divmod(number, len(_ALPHABETS[place % 2]))
        made.append(_ALPHABETS[place % 2][sign])
    return _PREFIX + "".join(made)
