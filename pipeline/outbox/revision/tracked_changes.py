"""Runs of text and tracked changes as Word keeps them: all by one author, each with its own number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Final
from xml.sax.saxutils import escape

from pipeline.outbox.normalising import legal

AUTHOR: Final = "TTR"
MOMENTS: Final = ("2000-01-01T00:00:00Z", "2000-01-01T01:00:00Z", "2000-01-01T02:00:00Z")
"""The same on every day, so that the same texts give the same file; to be taken in turn, paragraph by paragraph.
LibreOffice takes what changes in one minute at the end of a paragraph and at the start of the next for one change, and
the line end between them, or an empty paragraph, goes with it."""

_SIGNS: Final = {"\n": "<w:br/>", "\t": "<w:tab/>"}
_PIECES: Final = re.compile(r"[\n\t]|[^\n\t]+")


@dataclass(slots=True)
class Changes:
    """The tracked changes of one document; rejecting all gives what was, accepting all what is to be."""

    moment: str = MOMENTS[0]
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def at(self, moment: str) -> "Changes":
        """Changes of the same document at another moment."""
        return replace(self, moment=moment)

    def deleted(self, text: str) -> str:
        """The text as one that goes."""
        return f"<w:del {self.told()}>{run(text, 'delText')}</w:del>" if text else ""

    def inserted(self, text: str) -> str:
        """The text as one that comes."""
        return f"<w:ins {self.told()}>{run(text)}</w:ins>" if text else ""

    def told(self) -> str:
        """Which change this is, by whom and when."""
        return f'w:id="{next(self._numbers)}" w:author="{AUTHOR}" w:date="{self.moment}"'


def run(text: str, tag: str = "t") -> str:
    """The text as a run; a line end in it is one that keeps the paragraph whole."""
    content = "".join(
        _SIGNS.get(piece) or f'<w:{tag} xml:space="preserve">{escape(piece)}</w:{tag}>'
        for piece in _PIECES.findall(legal(text))
    )
    return f"<w:r>{content}</w:r>" if content else ""
