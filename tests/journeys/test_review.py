"""A team lead reviews cases: copies to look through, one released, its handout and its mail, and nobody named."""

import re
from collections.abc import Callable
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from pipeline.language.catalogue import catalogue
from tests import case_forms, case_review, sample
from tests.journeys.team_folder import TeamFolder, with_sample
from tests.office.canaries import canaries_in
from tests.office.judgement import complaints
from tests.office.packages import packed, parts_of

REVIEWED = "casus-1-nagekeken.docx"
HANDOUT = "3_follow_up_1/case-handout-1.docx"
SECOND_HANDOUT = "4_follow_up_2/case-handout-2.docx"
MAIL = "case_mails/case-mail-1.eml"
IN_CASES = (
    "Bilal",
    "Achahbar",
    "Gülay",
    "Şimşek",
    "Postma",
    "Jaylinn",
    "Croes",
    "Verbeke",
    "Kartosen",
    "Kowalczyk",
    "Naima",
)


@pytest.fixture
def team(tmp_path: Path) -> TeamFolder:
    return with_sample(tmp_path)


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory: pytest.TempPathFactory) -> TeamFolder:
    made = with_sample(tmp_path_factory.mktemp("reviewed"))
    told = made.ttr("review")
    assert told.exit_code == 0, told.output
    return made


def names() -> tuple[str, ...]:
    """Everybody of the team and of the cases, by the parts of their names that are no word."""
    of_team = {part for person in sample.TEAM for part in person.name.split() if len(part) > 4}
    return (*sorted(of_team), *IN_CASES)


def test_each_case_gets_a_copy_that_stays_private(reviewed: TeamFolder) -> None:
    copies = [name for name in reviewed.files("private") if name.startswith("review/")]
    assert len(copies) == 3
    assert not [name for name in reviewed.files() if "review" in name]


def test_each_case_that_was_released_and_chosen_has_a_handout_and_a_mail(reviewed: TeamFolder) -> None:
    assert [name for name in reviewed.files() if "case-handout" in name] == [HANDOUT, SECOND_HANDOUT]
    message = message_from_bytes(reviewed.files("private")[MAIL], policy=policy.default)
    assert message["To"] is None
    assert [part.get_filename() for part in message.iter_attachments()] != []


def test_nobody_of_the_team_or_of_a_case_is_named_in_what_may_be_shared(reviewed: TeamFolder) -> None:
    for name, content in reviewed.files().items():
        if not name.startswith("to_mend/"):
            assert canaries_in(content, names()) == [], name


def test_the_same_person_has_the_same_placeholder_in_every_answer(reviewed: TeamFolder) -> None:
    story = case_review.story(reviewed.files()[HANDOUT])
    assert "Student A kwam bij student B, student C en student D." in story
    assert not re.search(r"persoon [A-Z]\b", story.replace("persoon F", ""), re.IGNORECASE)


def test_the_handout_is_a_valid_and_accessible_document(reviewed: TeamFolder) -> None:
    assert complaints([reviewed.folder / "outbox" / HANDOUT]) == []


def test_what_has_not_changed_is_not_made_again(reviewed: TeamFolder) -> None:
    assert "Gemaakt" not in reviewed.ttr("review").output


def test_the_deck_of_the_meeting_brings_its_handout_along(team: TeamFolder) -> None:
    assert team.ttr("session-deck", "1").exit_code == 0
    assert HANDOUT in team.files()
    assert MAIL in team.files("private")
    assert SECOND_HANDOUT not in team.files()
    assert team.ttr("session-deck", "3").exit_code == 0
    assert not [name for name in team.files() if "case-handout-3" in name]


def test_the_overview_says_which_case_waits_and_which_was_discussed(reviewed: TeamFolder) -> None:
    told = reviewed.told("status")["status"]
    assert isinstance(told, dict)
    assert [case["state"] for case in told["cases"]] == ["discussed", "discussed", "to_review"]
    assert told["keep_until"] == "2028-08-31"


def test_a_case_that_was_changed_since_its_review_is_not_used(team: TeamFolder) -> None:
    other = {**case_forms.GROUP_APP, "case": {**case_forms.GROUP_APP["case"], "problem": "Het ging toch anders."}}
    team.drop(f"sample/{case_forms.WHOLE}", b"")
    (team.folder / "inbox" / "sample" / case_forms.WHOLE).unlink(missing_ok=True)
    (team.folder / "inbox" / case_forms.WHOLE).write_bytes(case_forms.whole(other))
    told = team.ttr("review")
    assert told.exit_code == 1
    assert HANDOUT not in team.files()
    assert "review_of_no_case" in team.keys("check", level="stop")


def test_a_copy_with_changes_left_open_is_refused_by_name_of_the_file_alone(team: TeamFolder) -> None:
    team.ttr("review")
    copy = next(content for name, content in team.files("private").items() if name.startswith("review/C-"))
    team.drop("terug.docx", case_review.chosen(copy, "follow_up_2"))
    told = team.ttr("check")
    assert told.exit_code == 1
    assert "inbox/terug.docx" in told.output
    assert not any(name in told.output for name in IN_CASES)


def test_without_a_case_that_is_said(tmp_path: Path) -> None:
    team = with_sample(tmp_path)
    for name in (*case_forms.files(), *case_review.REVIEWED):
        next((team.folder / "inbox").rglob(name)).unlink()
    assert "no_case_yet" in team.keys("review")


def without_review(team: TeamFolder) -> None:
    next((team.folder / "inbox").rglob(REVIEWED)).unlink()


def without_case(team: TeamFolder) -> None:
    next((team.folder / "inbox").rglob(case_forms.WHOLE)).unlink()


def chosen_for_another(team: TeamFolder) -> None:
    path = next((team.folder / "inbox").rglob(REVIEWED))
    path.write_bytes(case_review.chosen(path.read_bytes(), "follow_up_2"))


@pytest.mark.parametrize("undo", [without_review, without_case, chosen_for_another])
@pytest.mark.parametrize("command", [("review",), ("session-deck", "1")])
def test_a_handout_that_no_longer_holds_is_taken_back_with_its_mail(
    undo: Callable[[TeamFolder], None], command: tuple[str, ...], team: TeamFolder
) -> None:
    team.ttr("review")
    undo(team)
    team.ttr(*command)
    assert HANDOUT not in team.files()
    assert MAIL not in team.files("private")


def test_a_handout_that_was_edited_and_no_longer_holds_is_told_of(team: TeamFolder) -> None:
    team.ttr("review")
    handout = team.folder / "outbox" / HANDOUT
    handout.write_bytes(handout.read_bytes() + b"\0")
    without_review(team)
    assert "handout_outdated" in team.keys("review", level="stop")
    assert handout.exists()


def test_the_handout_goes_out_as_the_lead_edited_it(team: TeamFolder) -> None:
    team.ttr("review")
    handout = team.folder / "outbox" / HANDOUT
    edited = parts_of(handout.read_bytes())
    edited["word/document.xml"] = edited["word/document.xml"].replace(b"tussenin", b"tussendoor")
    handout.write_bytes(packed(edited))
    team.ttr("review")
    message = message_from_bytes(team.files("private")[MAIL], policy=policy.default)
    attached, *_ = message.iter_attachments()
    assert attached.get_payload(decode=True) == handout.read_bytes()


def test_a_mail_that_would_name_somebody_is_not_made(team: TeamFolder) -> None:
    team.drop("programma.xlsx", sample.programme_form(place="lokaal Bilal Achahbar"))
    told = team.ttr("session-deck", "1")
    assert told.exit_code == 1
    assert MAIL not in team.files("private")
    assert "Achahbar" not in told.output


def test_a_copy_that_is_filled_in_where_it_lies_is_told_of(team: TeamFolder) -> None:
    team.ttr("review")
    copy = next((team.folder / "private" / "review").glob("C-*.docx"))
    copy.write_bytes(copy.read_bytes() + b"\0")
    assert "review_filled_in_here" in team.keys("review")


def test_a_review_copy_without_its_headings_is_told_of_by_its_questions(team: TeamFolder) -> None:
    path = next((team.folder / "inbox").rglob(REVIEWED))
    parts = parts_of(path.read_bytes())
    text = re.sub(r'<w:bookmarkStart [^>]*w:name="ttr_review_[^>]*/>', "", parts["word/document.xml"].decode())
    for question in ("problem", "involved", "teacher", "student", "others", "belonging"):
        text = text.replace(catalogue("nl").say(f"forms.case.case.{question}.label"), "Kop")
    path.write_bytes(packed({**parts, "word/document.xml": text.encode()}))
    assert "review_answers_empty" in team.keys("check", level="stop")
