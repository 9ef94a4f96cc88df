"""The frame of the highest version counts, with exactly four conditions and nobody in it (M14, M15, M81, M85, M109)."""

from dataclasses import replace
from datetime import date

import pytest

from pipeline.findings import Place, note
from pipeline.ttr.frame import FrameOfReference
from pipeline.ttr.programme import Lead
from tests.anonymise.answers_made import form, said_of
from tests.anonymise.texts_made import CONDITIONS, DEFINITION, frame, said, written

LIST = "\n".join(f"{number}. {text}" for number, text in enumerate(CONDITIONS, 1))


def test_a_released_frame_passes_with_all_it_says() -> None:
    found = written(frame())
    record = found.year.frame
    assert said(found) == []
    assert record is not None
    [author] = record.authors
    assert author.code in {one.code for one in found.year.participants}
    first, second, third, fourth = CONDITIONS
    assert record == FrameOfReference(
        DEFINITION,
        (first, second, third, fourth),
        agreed=True,
        agreed_on=date(2027, 10, 11),
        authors=(Lead(author.code),),
    )
    assert (record.place.file, found.year.former_frame) == ("inbox/kader.docx", None)


def test_paragraphs_stay_lines() -> None:
    record = written(frame(definition="Een alinea.\n\n  En nog   een. ")).year.frame
    assert record is not None
    assert record.definition == "Een alinea.\nEn nog een."


@pytest.mark.parametrize("release", ["yes", "found_may_stay"])
def test_both_ways_of_releasing_count(release: str) -> None:
    assert written(frame(release=release)).year.frame is not None


def test_nothing_passes_that_nobody_released() -> None:
    found = written(frame(release="not_yet"))
    finding = said_of(found, "text_not_released")
    assert found.year.frame is None
    assert (finding.stops, finding.about, finding.place.sheet) == (True, "frame", "release")


def test_a_release_left_open_has_been_spoken_of_by_the_reader() -> None:
    found = written(frame(release=None))
    assert (found.year.frame, said(found)) == (None, [])


def test_four_conditions_pasted_into_one_place_are_four() -> None:
    found = written(frame((LIST, None, None, None)))
    assert found.year.frame is not None
    assert found.year.frame.conditions == CONDITIONS
    assert said(found) == ["frame_conditions_together"]


def test_what_the_reader_misses_in_a_place_whose_condition_stands_elsewhere_no_longer_holds() -> None:
    found = written(frame((LIST, None, None, None)))
    missing = [note("word_answer_missing", place) for place in sorted(found.answered)]
    other = note("word_answer_missing", Place("inbox/kader.docx", "agreement", "A2"))
    odd = note("header_guessed", missing[0].place)
    assert [one.place.cell for one in missing] == ["C2", "D2", "E2"]
    assert list(found.holding((*missing, other, odd))) == [other, odd]


@pytest.mark.parametrize(
    ("places", "count"),
    [
        ((*CONDITIONS[:3], f"{CONDITIONS[3]}\n5. En we eten samen."), 5),
        ((f"{LIST}\n5. En we eten samen.", None, None, None), 5),
        ((LIST.rpartition("\n")[0], None, None, None), 3),
    ],
)
def test_another_number_of_conditions_holds_the_frame_up(places: tuple[str | None, ...], count: int) -> None:
    found = written(frame(places))
    finding = said_of(found, "frame_condition_count")
    assert found.year.frame is None
    assert (finding.stops, finding.about, finding.values) == (True, "frame", {"count": count, "wanted": 4})


def test_a_place_left_empty_is_said_once_by_the_reader_alone() -> None:
    found = written(frame((*CONDITIONS[:3], None)))
    assert (found.year.frame, said(found), found.answered) == (None, [], frozenset())


def test_without_a_definition_there_is_no_frame() -> None:
    assert written(frame(definition=None)).year.frame is None


def test_the_highest_version_counts_and_the_one_before_it_is_kept() -> None:
    first, second, third = (
        frame(file=f"inbox/kader-{version}.docx", version=version, definition=f"{DEFINITION} Versie {version}.")
        for version in (1, 2, 7)
    )
    year = written(second, third, first).year
    assert year.frame
    assert year.former_frame
    assert (year.frame.version, year.former_frame.version) == (7, 2)


def test_no_earlier_version_takes_the_place_of_one_that_cannot_pass() -> None:
    found = written(frame(), frame(file="inbox/kader-2.docx", version=2, release="not_yet"))
    assert found.year.frame is None
    assert found.year.former_frame is not None
    assert said(found) == ["TEXT_NOT_RELEASED"]


def test_a_former_version_that_cannot_pass_holds_up_nothing() -> None:
    found = written(frame(release="not_yet"), frame(file="inbox/kader-2.docx", version=2))
    finding = said_of(found, "text_not_released")
    assert (found.year.frame is not None, found.year.former_frame) == (True, None)
    assert (finding.stops, finding.about) == (True, "")


def test_two_texts_of_one_version_stop_and_name_both_places() -> None:
    found = written(frame(), frame(file="inbox/kader-b.docx", definition="Iedereen hoort erbij."))
    finding = said_of(found, "frames_differ")
    assert found.year.frame is None
    assert (finding.stops, finding.about) == (True, "frame")
    assert (finding.place.file, finding.values["first"]) == ("inbox/kader-b.docx", "inbox/kader.docx")


def test_the_same_text_twice_counts_once_and_the_released_one_is_taken() -> None:
    found = written(frame(release="not_yet"), frame((LIST, None, None, None), file="inbox/kader-b.docx"))
    assert found.year.frame is not None
    assert found.year.frame.place.file == "inbox/kader-b.docx"
    finding = said_of(found, "frame_twice")
    assert (finding.stops, finding.place.file, finding.values["first"]) == (
        False,
        "inbox/kader.docx",
        "inbox/kader-b.docx",
    )


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"agreed": "no", "agreed_on": None}, ["frame_not_agreed"]),
        ({"agreed": "yes", "agreed_on": None}, ["frame_agreed_without_day"]),
        ({"agreed": None, "agreed_on": None}, []),
        ({"author_1": "Chukwuemeka Obi"}, ["frame_author_not_signed_up"]),
        ({"author_1": "Joost van der Meer"}, ["frame_author_no_lead"]),
        ({"author_1": "Joost"}, ["frame_author_no_lead"]),
        ({"author_1": None, "author_2": "Fatima"}, []),
        ({"author_1": None}, []),
    ],
)
def test_agreement_and_authors_are_looked_at(answers: dict[str, str | None], expected: list[str]) -> None:
    found = written(frame(**answers))
    assert said(found) == expected
    assert found.year.frame is not None


def test_a_frame_without_a_version_is_the_first() -> None:
    record = written(frame(version=None)).year.frame
    assert record is not None
    assert record.version == 1


def test_somebody_known_by_name_never_passes_whoever_releases_it() -> None:
    found = written(frame((*CONDITIONS[:3], "We vragen Ayşe om raad."), release="found_may_stay"))
    finding = said_of(found, "text_names_somebody")
    assert found.year.frame is None
    assert (finding.stops, finding.about, finding.place.cell, finding.values) == (True, "frame", "E2", {"count": 1})


def test_somebody_unknown_passes_only_if_what_was_found_may_stay() -> None:
    conditions = (*CONDITIONS[:3], "We vragen het aan Oluwaseun.")
    held, kept = written(frame(conditions)), written(frame(conditions, release="found_may_stay"))
    finding = said_of(held, "text_may_point_at_somebody")
    assert (finding.stops, finding.about, finding.values) == (True, "frame", {"count": 1})
    assert held.year.frame is None
    assert kept.year.frame is not None


def test_a_form_in_which_nothing_is_written_is_no_frame() -> None:
    empty = frame((None,) * 4, definition=None)
    assert said(written(empty)) == []
    assert written(replace(empty, sheets={})).year.frame is None
    assert written(form(empty.form)).year.frame is None


def test_who_wrote_a_former_version_and_who_agreed_to_it_is_no_matter_any_more() -> None:
    former = frame(agreed="no", agreed_on=None, author_1="Chukwuemeka Obi")
    assert said(written(former, frame(file="inbox/kader-2.docx", version=2))) == []


@pytest.mark.parametrize(("version", "about"), [(1, ""), (2, "frame")])
def test_a_frame_that_is_far_too_long_does_not_pass(version: int, about: str) -> None:
    long = " ".join(["Studenten horen erbij."] * 150)
    files = {1: "inbox/kader.docx", 2: "inbox/kader-2.docx"}
    forms = [frame(file=files[one], version=one, definition=long if one == version else DEFINITION) for one in files]
    found = written(*forms)
    [finding] = [one for one in found.findings if one.stops]
    assert (finding.key, finding.about, finding.place.file) == ("frame_too_long", about, files[version])
    assert (found.year.frame is None, found.year.former_frame is None) == (version == 2, version == 1)
