"""Rejecting every change gives what was written, accepting every change the text with its replacements (M90)."""

import io
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pipeline.anonymise.detection.spans import Label
from pipeline.anonymise.drafts import Piece
from pipeline.language.catalogue import catalogue
from pipeline.post.review_story import Story
from tests.office.packages import W

# What the reader leaves in an answer: no signs that steer or hide, but line ends.
TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Cn", "Co"], include_characters="\n"), min_size=1)
LABELS = st.sampled_from(Label)
PIECES = st.lists(
    st.one_of(
        st.builds(Piece, TEXTS),
        st.builds(Piece, TEXTS, LABELS, TEXTS),
        st.builds(Piece, TEXTS, LABELS, st.none() | TEXTS, st.just(value=True)),
    ),
    max_size=8,
)


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def story(pieces: Sequence[Piece]) -> tuple[list[etree._Element], list[etree._Element]]:
    """The paragraphs and the comments that are made of the pieces."""
    made = Story(catalogue("nl"))
    paragraphs = [etree.parse(io.BytesIO(one.encode())).getroot() for one in made.paragraphs(pieces, "Body")]
    return paragraphs, list(etree.fromstring(made.comments_part().encode()))


def read(paragraphs: Sequence[etree._Element], without: str) -> str:
    """The text as it reads without what is in `ins`, or in `del`."""
    lines = []
    for paragraph in paragraphs:
        shown = [one for one in paragraph.iter() if not any(up.tag == w(without) for up in one.iterancestors())]
        signs = {w("t"): None, w("delText"): None, w("br"): "\n"}
        lines.append("".join(signs[one.tag] or one.text or "" for one in shown if one.tag in signs))
    return "\n".join(lines)


@given(PIECES)
def test_rejecting_everything_gives_what_was_written(pieces: list[Piece]) -> None:
    assert read(story(pieces)[0], without="ins") == "".join(piece.text for piece in pieces)


@given(PIECES)
def test_accepting_everything_gives_the_text_with_its_replacements(pieces: list[Piece]) -> None:
    shown = [piece.text if piece.asked or piece.label is None else piece.replacement or "" for piece in pieces]
    assert read(story(pieces)[0], without="del") == "".join(shown)


@given(PIECES)
def test_every_change_and_every_comment_can_be_told_apart(pieces: list[Piece]) -> None:
    paragraphs, comments = story(pieces)
    changes = [one for paragraph in paragraphs for one in paragraph.iter(w("ins"), w("del"))]
    numbers = [change.get(w("id")) for change in changes]
    assert len(set(numbers)) == len(numbers)
    assert {change.get(w("author")) for change in changes} <= {"TTR"}
    asked = [piece for piece in pieces if piece.asked]
    references = [one.get(w("id")) for paragraph in paragraphs for one in paragraph.iter(w("commentReference"))]
    assert len(comments) == len(asked)
    assert [comment.get(w("id")) for comment in comments] == references


def test_a_comment_says_what_the_doubt_is_and_what_would_tell_less() -> None:
    pieces = [
        Piece("week 42", Label.DATE, "het najaar", asked=True),
        Piece("Wil", Label.NAME, None, asked=True),
        Piece("de decaan", Label.QUASI, "iemand van de opleiding", asked=True),
    ]
    _, comments = story(pieces)
    texts = ["\n".join(paragraph.xpath("string()") for paragraph in comment) for comment in comments]
    assert "Voorstel: het najaar" in texts[0]
    assert "Voorstel" not in texts[1]
    assert "Voorstel: iemand van de opleiding" in texts[2]
    assert len({text.splitlines()[0] for text in texts}) == 3
    assert not any(piece.text in text for piece, text in zip(pieces, texts, strict=True))


def test_what_is_deleted_without_a_replacement_inserts_nothing() -> None:
    paragraphs, _ = story([Piece("Wil ", Label.NAME, ""), Piece("zweeg.")])
    assert read(paragraphs, without="del") == "zweeg."
    assert not list(paragraphs[0].iter(w("ins")))
