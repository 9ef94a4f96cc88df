"""The answers of a case as a reviewer sees them: a tracked change for each replacement, a comment for each doubt (M90).

Rejecting every change gives what was written; accepting every change gives the text with all replacements in it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final
from xml.sax.saxutils import quoteattr

from docx.oxml.ns import nsdecls

from pipeline.anonymise.detection.spans import Label
from pipeline.anonymise.drafts import Piece
from pipeline.language.catalogue import Catalogue
from pipeline.outbox.revision.tracked_changes import AUTHOR, Changes, run

_DOUBTS: Final = {
    Label.NAME: "name",
    Label.DATE: "moment",
    Label.AGE: "moment",
    Label.DOB: "moment",
    Label.ROOM: "whereabouts",
    Label.CODE: "whereabouts",
    Label.ORG: "whereabouts",
    Label.PLACE: "whereabouts",
    Label.ADDR: "whereabouts",
    Label.PC: "whereabouts",
    Label.QUASI: "quasi",
}
_OTHER_DOUBT: Final = "number"


@dataclass(slots=True)
class Story:
    """The text that is being made, with the comments that came up; every change and comment has its own number."""

    words: Catalogue
    comments: list[str] = field(default_factory=list)
    _changes: Changes = field(default_factory=Changes)

    def paragraphs(self, pieces: Sequence[Piece], style: str) -> Iterator[str]:
        """The paragraphs of one answer, in the style with this key."""
        for runs in self._lines(pieces):
            yield f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'

    def comments_part(self) -> str:
        """What goes into the part with comments."""
        return f"<w:comments {nsdecls('w')}>{''.join(self.comments)}</w:comments>"

    def _lines(self, pieces: Sequence[Piece]) -> list[str]:
        """A line end in plain text parts paragraphs; one in what is marked does not, so that it can be rejected."""
        lines = [""]
        for piece in pieces:
            if piece.label is not None:
                lines[-1] += self._marked(piece, piece.label)
                continue
            first, *others = piece.text.split("\n")
            lines[-1] += run(first)
            lines += map(run, others)
        return lines

    def _marked(self, piece: Piece, label: Label) -> str:
        if piece.asked:
            return self._commented(piece, label)
        if piece.replacement is None:
            return run(piece.text)
        return self._changes.deleted(piece.text) + self._changes.inserted(piece.replacement)

    def _commented(self, piece: Piece, label: Label) -> str:
        number = len(self.comments)
        said = [self.words.say(f"review.doubt.{_DOUBTS.get(label, _OTHER_DOUBT)}")]
        if piece.replacement:
            said.append(self.words.say("review.doubt.wider", text=piece.replacement))
        self.comments.append(
            f'<w:comment w:id="{number}" w:author="{AUTHOR}" w:initials={quoteattr(AUTHOR)}>'
            f"{''.join(f'<w:p>{run(text)}</w:p>' for text in said)}</w:comment>"
        )
        return (
            f'<w:commentRangeStart w:id="{number}"/>{run(piece.text)}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        )
