"""Names and addresses in one spelling, however they were typed."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

# Letters that Unicode does not take apart into a plain one and a mark.
_PLAIN_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "\u0131": "i",
        "ŧ": "t",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ŋ": "n",
    }
)
# How the same letters are typed where the keyboard lacks them.
_SPELLED_OUT = str.maketrans({letter: f"{plain}e" for letter, plain in zip("äöüø", "aouo", strict=True)} | {"å": "aa"})
_MARKS = re.compile("[\u0300-\u036f]")
APOSTROPHES = re.compile("['\u2018\u2019\u02bc\u02bb`\u00b4]")


def address_of(text: str) -> str:
    """An e-mail address in lower case, without what cannot be seen."""
    return unicodedata.normalize("NFC", visible(text).lower()).strip()


def folded(text: str) -> str:
    """The text without case, accents and compatibility forms; one letter may become two (ß, æ)."""
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return _MARKS.sub("", text.translate(_PLAIN_LETTERS))


def spelled_out(text: str) -> str:
    """The other spelling of the same text, with `Mueller` for `Müller`."""
    return unicodedata.normalize("NFC", text).casefold().translate(_SPELLED_OUT)


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text; hyphens and full stops part them, apostrophes do not."""
    text = APOSTROPHES.sub("", folded(visible(text)))
    return tuple("".join(sign if _in_word(sign) else " " for sign in text).split())


def readings(raw: str) -> frozenset[str]:
    """`Fatima's`, `Fatimas` and `Ayşe'nin` as they stand, folded, and as the name alone."""
    found = set(words(raw)) | set(words(APOSTROPHES.split(raw)[0]))
    return frozenset(found | {reading[:-1] for reading in found if reading.endswith("s")})


def raw_words(text: str) -> Iterator[tuple[str, str]]:
    """Each word just as it stands, apostrophes included, with what stands between it and the word before."""
    text = unicodedata.normalize("NFC", visible(text))
    between = ""
    for in_word, signs in groupby(text, lambda sign: _in_word(sign) or bool(APOSTROPHES.match(sign))):
        if not in_word:
            between = "".join(signs)
        else:
            yield "".join(signs), between


def visible(text: str) -> str:
    """The text without signs that have no width, such as a soft hyphen."""
    return "".join(sign for sign in text if unicodedata.category(sign) != "Cf").strip()


def _in_word(sign: str) -> bool:
    """In many scripts a vowel is a mark, so marks belong to the word."""
    return sign.isalnum() or unicodedata.category(sign).startswith("M")
