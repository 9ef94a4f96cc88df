"""What there is to know about a Word form besides its answers: what was read, what was not, what others left in it."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.findings import Finding, Level, Place, note
from pipeline.forms.questions import Names, Question
from pipeline.inbox.word_anchors import Anchor
from pipeline.inbox.word_values import LeftOut, WordDocument

_FOUND_BY = {
    Anchor.TAG: "word_by_tag",
    Anchor.BOOKMARK: "word_by_tag",
    Anchor.TITLE: "word_by_question",
    Anchor.QUESTION: "word_by_question",
}
_LEFT_OUT = {
    LeftOut.NOTES: "word_left_notes",
    LeftOut.INCLUDED: "word_left_included",
    LeftOut.PICTURES: "word_left_pictures",
    LeftOut.ATTACHMENTS: "word_left_attachments",
}


def notes_on(document: WordDocument, place: Place, about: str) -> Iterator[Finding]:
    """One finding for each thing that whoever sent the form may not have meant to send, or to have read."""
    if document.pending:
        yield note("word_pending", place, about, count=document.pending)
    if document.hidden:
        yield note("word_hidden", place, about)
    if document.comments:
        yield note("word_comments", place, about, count=document.comments)
    for kind in LeftOut:
        if kind in document.left_out:
            yield note(_LEFT_OUT[kind], place, about)


def weighed(question: Question, finding: Finding) -> Finding:
    """A form that tells too little is to be mended, but holds up none of the others: so it is about no form.

    Names that cannot be read cannot be hidden either.
    """
    weighs = question.required or isinstance(question.kind, Names)
    return replace(finding, level=Level.STOP, about="") if weighs else finding


def note_on_anchor(anchor: Anchor, place: Place, about: str) -> Iterator[Finding]:
    """How the answers were found, when it was not by what binds them."""
    if key := _FOUND_BY.get(anchor):
        yield note(key, place, about)
