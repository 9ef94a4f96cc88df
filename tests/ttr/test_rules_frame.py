"""A frame of reference is half a page to a page; how long it is, is said (M85)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.findings import Place
from pipeline.language.catalogue import catalogues
from pipeline.ttr.frame import FrameOfReference
from pipeline.ttr.rules_frame import frame_broken, of_pages

PLACE = Place("inbox/kader.docx")
FRAME = FrameOfReference("Wie hier studeert, hoort erbij.", ("Eén", "Twee", "Drie", "Vier"), place=PLACE)


def of_words(count: int) -> FrameOfReference:
    """A frame of so many words, at least five."""
    return replace(FRAME, definition=" ".join(["woord"] * (count - 4)))


@pytest.mark.parametrize(
    ("count", "keys"),
    [
        (470, ["frame_too_long"]),
        (451, ["frame_too_long"]),
        (450, []),
        (150, []),
        (149, ["frame_short"]),
        (5, ["frame_short"]),
    ],
)
def test_half_a_page_to_a_page_is_fine_and_more_stops(count: int, keys: list[str]) -> None:
    found = list(frame_broken(of_words(count)))
    assert [(one.key, one.stops, one.about, one.place) for one in found] == [
        (key, count > 450, "frame", PLACE) for key in keys
    ]


def test_it_is_said_how_many_words_there_are_and_how_many_are_too_many() -> None:
    [long] = frame_broken(of_words(470))
    assert long.values == {"count": 470, "most": 450, "over": 20}
    [short] = frame_broken(of_words(120))
    assert short.values == {"count": 120, "least": 150}


@given(st.integers(5, 900))
def test_the_words_of_definition_and_conditions_are_counted_together(count: int) -> None:
    assert of_words(count).words == count


@pytest.mark.parametrize(("pages", "key"), [(None, "frame_length"), (1, "frame_fits"), (2, "frame_pages")])
def test_how_long_the_document_is_is_always_said(pages: int | None, key: str) -> None:
    [found] = of_pages(pages, of_words(300))
    assert (found.key, found.values["count"], found.stops) == (key, 300, False)


def test_every_language_says_so_with_the_numbers_in_it() -> None:
    findings = [*frame_broken(of_words(470)), *frame_broken(of_words(120)), *of_pages(3, of_words(300))]
    for words in catalogues():
        for finding in findings:
            said = words.problem(finding) + words.remedy(finding)
            assert all(str(value) in said for value in finding.values.values())
