"""A text cut into words, each with its place; the text itself stays as it was written."""

import re
from dataclasses import dataclass, field

# A word may hold hyphens, apostrophes and marks that stand on a letter; not begin or end with them.
_WORD = re.compile(
    r"[^\W_](?:[^\W_]|[\u0300-\u036f\u00ad\u200b-\u200d]|[-'\u2010\u2011\u2019\u2018\u02bc`\u00b4](?=[^\W_]))*"
)
_ENDS_SENTENCE = re.compile(r"[.!?…:]|\n\s*\n|^\s*[-•*]\s", re.MULTILINE)


@dataclass(frozen=True, slots=True, repr=False)
class Token:
    """A word from `start` up to `end`, in code points; `opens_sentence` where its capital tells nothing."""

    text: str
    start: int
    end: int
    opens_sentence: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital, or with a letter of a script that has none."""
        return self.text[0] != self.text[0].lower() or self.text[0].upper() == self.text[0].lower()


@dataclass(frozen=True, slots=True, repr=False)
class Text:
    """A text as somebody wrote it, in a language (nl, en or de), with its words."""

    content: str
    language: str
    tokens: tuple[Token, ...] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tokens", tuple(_tokens(self.content)))


def _tokens(content: str) -> list[Token]:
    found: list[Token] = []
    before = 0
    for match in _WORD.finditer(content):
        opens = not found or bool(_ENDS_SENTENCE.search(content, before, match.start()))
        found.append(Token(match[0], match.start(), match.end(), opens))
        before = match.end()
    return found
