"""Who is meant, in one spelling: the normalised address, or the folded name of somebody without one."""

import re
import unicodedata

# Letters that Unicode does not take apart into a plain one and a mark.
_PLAIN_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th", "ŋ": "n"}
)
# How the same letters are typed where the keyboard lacks them.
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_MARKS = re.compile("[\u0300-\u036f]")
_APOSTROPHES = re.compile("['\u2018\u2019\u02bc\u02bb`\u00b4]")


def identity_of(text: str) -> str:
    """The identity that a code is made from; the same for an identity as for the text it came from."""
    if "@" in text:
        return address_of(text)
    return " ".join(words(text)) or visible(text).lower()


def address_of(text: str) -> str:
    """An e-mail address in lower case, without what cannot be seen."""
    return unicodedata.normalize("NFC", visible(text).lower()).strip()


def folded(text: str) -> str:
    """The text without case, accents and compatibility forms; one letter may become two (ß, æ)."""
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return _MARKS.sub("", text.translate(_PLAIN_LETTERS))


def spelled_out(text: str) -> str:
    """The text with `ue` for `ü` and the like, the other spelling of the same name."""
    return unicodedata.normalize("NFC", text).casefold().translate(_SPELLED_OUT)


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text; hyphens and full stops part them, apostrophes do not."""
    text = _APOSTROPHES.sub("", folded(visible(text)))
    return tuple("".join(sign if _in_word(sign) else " " for sign in text).split())


def visible(text: str) -> str:
    """The text without signs that have no width, such as a soft hyphen."""
    return "".join(sign for sign in text if unicodedata.category(sign) != "Cf").strip()


def _in_word(sign: str) -> bool:
    """In many scripts a vowel is a mark, so marks belong to the word."""
    return sign.isalnum() or unicodedata.category(sign).startswith("M")
