"""A review copy of a case that came back: what was decided, and the text as it reads now (M90, M94, G31).

Some programs lose our mark and the fields; then the table is known by what one sees in it. A word outside the table
never releases a case.
"""

import re
from collections.abc import Mapping

from pipeline.findings import Place
from pipeline.forms.case import CASE
from pipeline.forms.questions import Choice
from pipeline.forms.review import NOT_CHOSEN, REVIEW, heading_bookmark
from pipeline.inbox.answers import RawReview
from pipeline.inbox.cleaning import cleaned, folded
from pipeline.inbox.personal import Personal
from pipeline.inbox.vocabulary import labels, option_words
from pipeline.inbox.word_found import Found, found
from pipeline.inbox.word_values import WordDocument

_MARK = re.compile(rf"ttr:{REVIEW.key}:[0-9]{{1,6}}:([a-z]{{2}})")
_CODE = re.compile(r"C-[2-9A-Z]{5,9}")
_DIGEST = re.compile(r"[0-9a-f]{12}")
_SHEET = REVIEW.sheets[0]
_LONGEST = 100


def is_review_copy(document: WordDocument) -> bool:
    """Whether this is one of ours: by its mark, else by a code and a digest in their places."""
    if document.mark:
        return _MARK.fullmatch(document.mark) is not None
    told = _told(document)
    return bool(_text(told, "code", _CODE) and _text(told, "digest", _DIGEST))


def review_copy(document: WordDocument, place: Place) -> RawReview:
    """What the reviewer decided, and the answers in the accepted view."""
    told = _told(document)
    mark = _MARK.fullmatch(document.mark)
    chosen = _option(told, "meeting")
    return RawReview(
        _text(told, "code", _CODE),
        _text(told, "digest", _DIGEST),
        place,
        language=mark[1] if mark else None,
        released=_option(told, "released") == "yes",
        meeting=None if chosen == NOT_CHOSEN else chosen,
        remaining=_option(told, "remaining") == "yes",
        pending=document.pending,
        answers=_answers(document),
    )


def _told(document: WordDocument) -> Mapping[str, str]:
    """What stands in the table, by question."""
    return {key: _shown(one).strip() for (_, key), one in found(document, REVIEW).items()}


def _shown(found: Found) -> str:
    """The text of the field; where the fields are gone that of the cell, if the question is asked in one cell only."""
    if found.best:
        return found.best.text
    cells = [lines for one in found.told if (lines := [line.text for line in one.lines if line.cell is not None])]
    return "\n".join(cells[0]) if len(cells) == 1 else ""


def _option(told: Mapping[str, str], question: str) -> str | None:
    kind, text = _SHEET.question(question).kind, told.get(question, "")
    return option_words(kind).get(folded(text)) if isinstance(kind, Choice) and len(text) <= _LONGEST else None


def _text(told: Mapping[str, str], question: str, shape: re.Pattern[str]) -> str:
    """The text that has this shape; empty without one."""
    text = told.get(question, "")
    return text if shape.fullmatch(text) else ""


def _answers(document: WordDocument) -> Mapping[str, Personal]:
    """What stands under each heading, up to the next one."""
    heads = sorted(_headings(document).items(), key=lambda head: head[1])
    if not heads:
        return {}
    ends = [at for _, at in heads[1:]] + [len(document.paragraphs)]
    return {
        question: Personal(cleaned("\n".join(one.text for one in document.paragraphs[at + 1 : end] if not one.boxed)))
        for (question, at), end in zip(heads, ends, strict=True)
    }


def _headings(document: WordDocument) -> Mapping[str, int]:
    """Which paragraph is the heading of which answer: by its bookmark, else by its words after the table."""
    by_words = labels(CASE, CASE.sheet("case"))
    places: dict[str, int] = {}
    for at, paragraph in enumerate(document.paragraphs):
        for question in by_words.values():
            if heading_bookmark(question) in paragraph.starts:
                places[question] = at
    for at, paragraph in enumerate(document.paragraphs):
        asked = by_words.get(folded(paragraph.text)) if len(paragraph.text) <= _LONGEST else None
        if asked and paragraph.cell is None:
            places.setdefault(asked, at)
    return places
