"""Pairs of pages, and how a revision of them reads: with all changes accepted, or with all rejected."""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple

import docx
from docx.oxml.ns import qn
from hypothesis import strategies as st

from pipeline.documents.contents import Big, Card, Cards, Heading, Page, PageBlock, Paragraph, Points

_WORDS = st.sampled_from(("elke", "student", "weet", "zich", "hier", "welkom", "en", "mag", "vragen", "wat", "nodig"))
_SENTENCES = st.lists(_WORDS, min_size=1, max_size=9).map(lambda words: f"{' '.join(words).capitalize()}.")
_TEXTS = st.one_of(
    st.lists(_SENTENCES, max_size=4).map(" ".join),
    st.lists(_SENTENCES, max_size=3).map("\n".join),
    st.text(st.characters(codec="utf-8"), max_size=30),
)
_BLOCKS = st.one_of(
    st.builds(Heading, _TEXTS, st.integers(1, 3)),
    st.builds(Paragraph, _TEXTS),
    st.builds(Points, st.lists(_TEXTS, max_size=5).map(tuple), st.booleans()),
    st.builds(Cards, st.lists(st.builds(Card, _TEXTS, _TEXTS), max_size=2).map(tuple)),
    st.builds(Big, _TEXTS, _TEXTS),
)
_TITLES = st.sampled_from(("Ons referentiekader", "Het referentiekader van ons team", "Wat wij belonging noemen"))


class Read(NamedTuple):
    """A paragraph as it reads: its text, the key of its style, and its number where it stands in a numbered list."""

    text: str
    style: str
    number: int | None


@st.composite
def pages(draw: st.DrawFn) -> tuple[Page, Page]:
    """Two pages that have some of their blocks in common."""
    shared = draw(st.lists(_BLOCKS, max_size=4))
    return draw(_page(shared)), draw(_page(shared))


@st.composite
def _page(draw: st.DrawFn, shared: list[PageBlock]) -> Page:
    blocks = list(shared)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(blocks)))
        blocks[at : at + draw(st.integers(0, 1))] = [draw(_BLOCKS)]
    return Page(draw(_TITLES), "nl", tuple(blocks), draw(_TEXTS))


def accepted(content: bytes) -> list[Read]:
    """The document once every change is accepted."""
    return list(_decided(content, gone="del", were=False))


def rejected(content: bytes) -> list[Read]:
    """The document once every change is rejected."""
    return list(_decided(content, gone="ins", were=True))


def _decided(content: bytes, *, gone: str, were: bool) -> Iterator[Read]:
    """As Word does it: where the sign that ends a paragraph goes, its text runs on into the next."""
    document = docx.Document(BytesIO(content))
    counted: Counter[int] = Counter()
    before = ""
    for paragraph in document.element.body.iter(qn("w:p")):
        text = before + "".join(
            _text(run) for run in paragraph.iter(qn("w:r")) if run.getparent().tag != qn(f"w:{gone}")
        )
        if paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn(f'w:{gone}')}") is not None:
            before = text
            continue
        before = ""
        yield Read(text, *_look(paragraph, counted, were=were))


def _text(run: Any) -> str:
    signs = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    return "".join(signs.get(element.tag) or element.text or "" for element in run)


def _look(paragraph: Any, counted: Counter[int], *, were: bool) -> tuple[str, int | None]:
    properties = paragraph.find(qn("w:pPr"))
    former = None if properties is None else properties.find(f"{qn('w:pPrChange')}/{qn('w:pPr')}")
    if were and former is not None:
        properties = former
    style = "" if properties is None or properties.find(qn("w:pStyle")) is None else properties.find(qn("w:pStyle")).val
    number = None if properties is None else properties.find(f"{qn('w:numPr')}/{qn('w:numId')}")
    if number is None:
        return style, None
    counted[number.val] += 1
    return style, counted[number.val]
