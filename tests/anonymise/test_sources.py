"""A year knows from which files it is told, by what they are and by their bytes (M104)."""

import hashlib
from pathlib import Path

from pipeline.anonymise.door import passed
from pipeline.anonymise.key import TeamKey
from pipeline.anonymise.sources import sources
from pipeline.inbox.answers import RawReview, RawScores, Received, ScoreSource
from pipeline.inbox.receiving import received
from pipeline.ttr.sources import Source
from tests import sample
from tests.anonymise.answers_made import KEY, TODAY, form, person, sign_up
from tests.anonymise.texts_made import PLAN, frame


def test_every_form_is_a_source_with_the_digest_of_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    files = {"a.xlsx": sample.sign_up_form(sample.TEAM[:3]), "sub/b.xlsx": sample.sign_up_form(sample.TEAM[3:])}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    found = {one.file: (one.form, one.digest) for one in sources(received(tmp_path))}
    assert found == {
        f"{tmp_path.name}/{name}": ("sign_up", hashlib.sha256(content).hexdigest()) for name, content in files.items()
    }


def test_a_file_that_lies_there_twice_is_one_source(tmp_path: Path) -> None:
    content = sample.sign_up_form(sample.TEAM[:3])
    for name in ("a.xlsx", "b.xlsx"):
        (tmp_path / name).write_bytes(content)
    assert [one.digest for one in sources(received(tmp_path))] == [hashlib.sha256(content).hexdigest()]


def test_scores_are_a_source_whatever_they_came_in(tmp_path: Path) -> None:
    chat = b"13:41:05 Van Emre: 75\n13:41:09 Van Dewi: 60\n13:41:12 Van Kwame: 80\n13:41:15 Van Mei-Ling: 55\n"
    (tmp_path / "chat.txt").write_bytes(chat)
    came = received(tmp_path)
    assert [one.source for one in came.scores] == [ScoreSource.CHAT]
    assert [(one.form, one.digest) for one in sources(came)] == [("scores", hashlib.sha256(chat).hexdigest())]


def test_all_of_the_sample_is_told_by_what_it_is() -> None:
    came = received(sample.FOLDER)
    told = sources(came)
    folder = sample.FOLDER.name
    assert {"programme", "sign_up", "scores", "case", "review"} <= {one.form for one in told}
    assert {one.file for one in told} == {f"{folder}/{path.name}" for path in sample.FOLDER.iterdir()}
    for one in told:
        content = (sample.FOLDER.parent / one.file).read_bytes()
        assert one.digest == hashlib.sha256(content).hexdigest()


def test_forms_come_first_then_scores_then_review_copies() -> None:
    place = frame().place
    scores, review = RawScores(ScoreSource.LIST, place, ()), RawReview("C-7K4M2", "3f", place)
    found = sources(Received((frame(),), scores=(scores, scores), reviews=(review,), digests={place.file: "ab"}))
    assert [(one.form, one.digest) for one in found] == [("frame", place.file), ("scores", "ab"), ("review", "ab")]


def test_a_year_has_its_sources_and_shows_no_file() -> None:
    known = form(PLAN.form, "inbox/van Fatima.xlsx", digest="0a", programme=[], meetings=[], breaks=[])
    year = passed(Received((known, sign_up(person("Fatima el Amrani")))), KEY, TODAY).year
    assert [(one.form, one.digest) for one in year.sources] == [("programme", "0a"), ("sign_up", "inbox/sign_up.xlsx")]
    assert "Fatima" not in repr(year.sources)


def test_nothing_came_from_an_empty_inbox(tmp_path: Path) -> None:
    assert passed(received(tmp_path), TeamKey(bytes(32)), TODAY).year.sources == ()


def test_sources_are_equal_by_what_they_are() -> None:
    assert Source("frame", "ab", "x") == Source("frame", "ab", "x")
