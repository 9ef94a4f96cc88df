"""A text that a person wrote for a document, cleaned of what no document should carry."""

import unicodedata

from pipeline.inbox.personal import Personal


def plain_text(text: Personal | None) -> str:
    """The text in one line, with single spaces and without signs that steer or hide; empty where there is none."""
    if text is None:
        return ""
    spaced = "".join(" " if sign.isspace() else sign for sign in unicodedata.normalize("NFC", text.reveal()))
    return " ".join("".join(sign for sign in spaced if _shows(sign)).split())


def lines_of(text: Personal | None) -> str:
    """The same with its lines kept, each of them `plain_text`; empty ones are left out."""
    written = text.reveal().splitlines() if text else ()
    return "\n".join(line for one in written if (line := plain_text(Personal(one))))


def _shows(sign: str) -> bool:
    """Some scripts and most emoji are joined by a sign without width (U+200C, U+200D), which therefore stays."""
    no_character = ord(sign) & 0xFFFE == 0xFFFE  # no file of Office may hold one
    return sign in "\u200c\u200d" or not (no_character or unicodedata.category(sign) in {"Cc", "Cf", "Cs"})
