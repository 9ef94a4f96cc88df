"""What is forgotten is gone, the inbox stays as it was, and the receipt names nobody (G30)."""

import hashlib
import json
import shutil
from dataclasses import dataclass, replace
from datetime import date
from fnmatch import fnmatch
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp

import docx
import pytest

from pipeline.anonymise import door
from pipeline.anonymise.forgetting import (
    MARKER,
    PLACES,
    Kind,
    Plan,
    carry_out,
    of_destroyed_key,
    plan_person,
    plan_whole,
)
from pipeline.anonymise.key import SAMPLE_KEY, TEAM_KEY, team_key
from pipeline.anonymise.receipt import plan_as_json, plan_lines, publish_receipt, receipt_as_json, receipt_lines
from pipeline.anonymise.roster import Person
from pipeline.findings import PipelineError
from pipeline.inbox.personal import Personal
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.post import case_mail, frame_mail, letters, mending, report_mail, review_copies, send_list
from pipeline.workspace import LEDGER, Workspace
from tests import sample

DAY = date(2028, 8, 31)
EMRE, DEWI = "Emre Yıldız", "Dewi Pattiasina"
CASES = {
    "C-1A2B3.docx": "Yıldız liet student A bij de deur staan.",
    "C-4D5E6.docx": "Zeynep Karataş zei de hele les niets.",
    "C-7G8H9.docx": "Niemand wordt hier genoemd.",
}


def story(text: str) -> bytes:
    document = docx.Document()
    document.add_paragraph(text)
    target = BytesIO()
    document.save(target)
    return target.getvalue()


@dataclass(frozen=True)
class Team:
    """A team that has letters, a send list, mails and review copies, and a key of its own."""

    space: Workspace
    received: door.Received
    roster: door.Roster

    def plan(self, who: str) -> Plan:
        return plan_person(self.space, self.received, self.roster, Personal(who))

    def code(self, name: str) -> str:
        return next(one.code for one in self.roster.people if one.name and one.name.reveal() == name)

    def files(self) -> set[str]:
        return {
            path.relative_to(self.space.folder).as_posix()
            for path in self.space.folder.rglob("*")
            if path.is_file() and not path.name.startswith(".")
        }

    def inbox(self) -> dict[str, tuple[str, int]]:
        return {
            path.name: (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
            for path in self.space.inbox.rglob("*")
            if path.is_file()
        }


@cache
def made_once() -> Team:
    folder = Path(mkdtemp())
    sample.fill(folder)
    (folder / "private" / SAMPLE_KEY).unlink()
    space = Workspace(folder)
    received, key = door.received(space.inbox), team_key(space.private)
    passed = door.passed(received, key, DAY)
    mailing = letters.Mailing(passed.roster, key, passed.year, catalogue("nl"))
    post = letters.letters(mailing, lambda fields: story(str(fields["recipient"])))
    space.publish_folder(letters.FOLDER, post.files())
    assert post.send_list is not None
    space.publish(send_list.FILE, post.send_list, private=True)
    for name, text in CASES.items():
        space.publish(f"{review_copies.FOLDER}/{name}", story(text), private=True)
    mails = case_mail.case_mails(mailing, {"follow_up_1": story("De casus")}, date(2027, 10, 1))
    space.publish_folder(case_mail.FOLDER, mails.files.items(), private=True)
    space.publish(f"{mending.FOLDER}/01-aanmelding.txt", EMRE.encode())
    space.publish("2_introduction/session-deck-intro.txt", b"A deck")
    (space.inbox / "losse-notitie.txt").write_text("Gesprek met Zeynep Karataş", encoding="utf-8")
    return Team(space, received, passed.roster)


@pytest.fixture
def team(tmp_path: Path) -> Team:
    made, space = made_once(), Workspace(tmp_path / "team")
    shutil.copytree(made.space.folder, space.folder)
    return replace(made, space=space)


def test_the_places_are_those_where_the_post_puts_things() -> None:
    assert PLACES[Kind.LETTERS] == ("outbox", f"{letters.FOLDER}/**/*")
    assert PLACES[Kind.COPIES_TO_MEND] == ("outbox", f"{mending.FOLDER}/**/*")
    assert PLACES[Kind.REVIEW_COPIES] == ("private", f"{review_copies.FOLDER}/**/*")
    assert PLACES[Kind.TEAM_MAILS] == ("private", "*_mails/**/*")
    for folder in (case_mail.FOLDER, report_mail.FOLDER, frame_mail.FOLDER):
        assert fnmatch(folder, "*_mails")
    assert PLACES[Kind.SEND_LIST] == ("private", send_list.FILE.replace(".", "*."))


def test_a_plan_destroys_nothing(team: Team) -> None:
    before = team.files()
    for plan in (plan_whole(team.space), team.plan(EMRE)):
        list(plan_lines(plan, catalogue("nl")))
        plan_as_json(plan)
    assert team.files() == before


def test_the_whole_team_is_forgotten_but_for_its_inbox_and_what_names_nobody(team: Team) -> None:
    inbox = team.inbox()
    plan = plan_whole(team.space)
    receipt = carry_out(team.space, plan, DAY)
    assert set(receipt.destroyed) == set(Kind)
    assert receipt.destroyed[Kind.LETTERS] == 14 * 3 + 1
    assert receipt.destroyed[Kind.REVIEW_COPIES] == 3
    assert (receipt.held, receipt.inbox_count) == (0, len(inbox))
    kept = {file for file in team.files() if not file.startswith("inbox/")}
    assert kept == {"outbox/2_introduction/session-deck-intro.txt", f"private/{MARKER}"}
    assert team.inbox() == inbox
    for folder in ("letters", "to_mend"):
        assert not (team.space.outbox / folder).exists()


def test_edited_files_and_copies_beside_them_are_forgotten_too(team: Team) -> None:
    path = team.space.private / "review" / "C-1A2B3.docx"
    path.write_bytes(story("Aangepast door de teamleider"))
    team.space.publish("review/C-1A2B3.docx", story("Nieuw"), private=True)
    assert (team.space.private / "review" / "C-1A2B3-2.docx").exists()
    carry_out(team.space, plan_whole(team.space), DAY)
    assert not (team.space.private / "review").exists()


def test_the_ledger_keeps_no_trace_and_later_runs_publish_as_before(team: Team) -> None:
    carry_out(team.space, plan_whole(team.space), DAY)
    for folder in (team.space.outbox, team.space.private):
        noted = json.loads((folder / LEDGER).read_text(encoding="utf-8"))
        assert all((folder / path).exists() for path in noted)
    made = team.space.publish("letters/KTM-473.docx", b"again")
    assert made.path == "outbox/letters/KTM-473.docx"


def test_after_the_key_is_gone_codes_start_anew_and_that_is_said(team: Team) -> None:
    before = team.code(EMRE)
    assert of_destroyed_key(team.space.private) == ()
    carry_out(team.space, plan_whole(team.space), DAY)
    [finding] = of_destroyed_key(team.space.private)
    assert (finding.key, finding.values, finding.stops) == ("key_destroyed", {"day": DAY}, False)
    again = door.passed(team.received, team_key(team.space.private), DAY).roster
    assert before not in {person.code for person in again.people}
    assert of_destroyed_key(team.space.private) == (finding,)
    (team.space.private / MARKER).write_text("geen dag", encoding="utf-8")
    assert of_destroyed_key(team.space.private) == ()


def test_the_marker_holds_a_day_and_nothing_of_the_key(team: Team) -> None:
    secret = (team.space.private / TEAM_KEY).read_text(encoding="utf-8").strip()
    carry_out(team.space, plan_whole(team.space), DAY)
    assert (team.space.private / MARKER).read_text(encoding="utf-8") == "2028-08-31\n"
    assert not any(secret.encode() in (team.space.folder / file).read_bytes() for file in team.files())


@pytest.mark.parametrize("who", [EMRE, "Yıldız, Emre", "emre yildiz", "E.YILDIZ@waterstad.example", "code"])
def test_one_person_is_forgotten_by_name_address_or_code(team: Team, who: str) -> None:
    code = team.code(EMRE)
    plan = team.plan(code.lower().replace("-", " ") if who == "code" else who)
    assert set(plan.destroyed[Kind.LETTERS]) == {f"outbox/letters/{code}.{end}" for end in ("docx", "eml", "txt")}
    assert plan.destroyed[Kind.REVIEW_COPIES] == ("private/review/C-1A2B3.docx",)
    assert plan.destroyed[Kind.SEND_LIST] == ("private/send-list.xlsx",)
    assert len(plan.destroyed[Kind.TEAM_MAILS]) == 2
    assert plan.destroyed[Kind.COPIES_TO_MEND] == ("outbox/to_mend/01-aanmelding.txt",)
    assert Kind.KEY not in plan.destroyed
    inbox = team.inbox()
    receipt = carry_out(team.space, plan, DAY)
    assert receipt.destroyed[Kind.LETTERS] == 3
    assert not set(plan.paths) & team.files()
    assert team.inbox() == inbox
    assert (team.space.private / TEAM_KEY).exists()
    assert not (team.space.private / MARKER).exists()


def test_the_inbox_files_that_still_name_the_person_are_told(team: Team) -> None:
    plan = team.plan(EMRE)
    assert set(plan.inbox) == {
        "inbox/Aanmelding Team Teacher Reflection(1-13).xlsx",
        "inbox/teamscan.xlsx",
        "inbox/vervolgsessie-1.docx",
        "inbox/voorwaarden.xlsx",
    }
    assert plan.unread == ()
    assert plan.nameless == frozenset(plan.inbox)


def test_a_file_of_the_inbox_with_the_code_of_the_person_is_told_too(team: Team) -> None:
    code = team.code(EMRE)
    (team.space.inbox / "chat.txt").write_text(f"{code.lower()}: 65", encoding="utf-8")
    assert "inbox/chat.txt" in team.plan(EMRE).inbox
    assert "inbox/chat.txt" not in team.plan(DEWI).inbox


def test_a_student_whom_only_a_case_names_can_be_forgotten_too(team: Team) -> None:
    plan = team.plan("Zeynep Karataş")
    assert plan.destroyed == {Kind.REVIEW_COPIES: ("private/review/C-4D5E6.docx",)}
    assert plan.inbox == ("inbox/losse-notitie.txt",)


def test_what_cannot_be_searched_is_destroyed_in_our_folders_and_told_of_in_the_inbox(team: Team) -> None:
    (team.space.private / "review" / "C-1A2B3.docx").write_bytes(b"PK\x03\x04 broken")
    (team.space.inbox / "scan.pdf").write_bytes(b"%PDF-1.7 nothing to read")
    plan = team.plan(DEWI)
    assert "private/review/C-1A2B3.docx" in plan.paths
    assert plan.unread == ("inbox/scan.pdf",)


def test_a_file_that_bears_the_name_is_counted_but_not_named_in_the_receipt(team: Team) -> None:
    (team.space.inbox / "aanvulling_Emre_Yildiz.txt").write_text("Dit is van Emre Yıldız", encoding="utf-8")
    plan = team.plan(EMRE)
    assert "inbox/aanvulling_Emre_Yildiz.txt" in plan.inbox
    receipt = carry_out(team.space, plan, DAY)
    assert receipt.inbox_count == 5
    for language in LANGUAGES:
        words = catalogue(language)
        told = "\n".join(receipt_lines(receipt, words)) + json.dumps(receipt_as_json(receipt))
        assert "mre" not in told
        assert "ld\u0131z" not in told
        assert words.say("forget.more_in_inbox") in told
        assert "teamscan.xlsx" in told


def test_nobody_and_several_are_refused(team: Team) -> None:
    same = door.Roster((*team.roster.people, Person("ZZZ-111", Personal(EMRE), None)))
    for who, key, roster in (
        ("ZZZ-999", "forget_nobody", team.roster),
        ("niemand@waterstad.example", "forget_nobody", team.roster),
        (" ", "forget_nobody", team.roster),
        (EMRE, "forget_several", same),
    ):
        with pytest.raises(PipelineError) as refused:
            plan_person(team.space, team.received, roster, Personal(who))
        assert refused.value.key == key
        for language in LANGUAGES:
            assert all(catalogue(language).error(refused.value))


def test_the_public_key_of_the_sample_is_refused(tmp_path: Path) -> None:
    sample.fill(tmp_path)
    with pytest.raises(PipelineError) as refused:
        plan_whole(Workspace(tmp_path))
    assert refused.value.key == "forget_sample"
    assert (tmp_path / "private" / SAMPLE_KEY).exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_receipt_says_what_how_many_and_when_and_names_nobody(team: Team, language: str) -> None:
    words = catalogue(language)
    receipt = carry_out(team.space, plan_whole(team.space), DAY)
    published = publish_receipt(team.space, receipt, words)
    assert published.path == "outbox/forgotten-2028-08-31.txt"
    text = (team.space.folder / published.path).read_text(encoding="utf-8-sig")
    assert words.long_date(DAY) in text
    for key in ("forget.new_codes", "forget.not_overwritten", "forget.inbox_is_yours"):
        assert words.say(key) in text
    assert words.say("forget.kind.letters", count=43) in text
    parts = [part for one in sample.TEAM for part in (*one.name.split(), one.email)]
    assert [part for part in parts if len(part) > 3 and part in text] == []


def test_a_second_receipt_of_the_day_leaves_the_first(team: Team) -> None:
    words = catalogue("nl")
    first = publish_receipt(team.space, carry_out(team.space, team.plan(EMRE), DAY), words)
    kept = (team.space.folder / first.path).read_bytes()
    second = publish_receipt(team.space, carry_out(team.space, team.plan(DEWI), DAY), words)
    assert second.path == "outbox/forgotten-2028-08-31-2.txt"
    assert (team.space.folder / first.path).read_bytes() == kept


def test_with_nothing_to_destroy_that_is_said(tmp_path: Path) -> None:
    space = Workspace(tmp_path)
    space.set_up()
    plan = plan_whole(space)
    assert plan.is_empty
    words = catalogue("nl")
    assert words.say("forget.planned_nothing") in list(plan_lines(plan, words))
    receipt = carry_out(space, plan, DAY)
    assert list(receipt_lines(receipt, words)) == [words.say("forget.nothing")]
    assert of_destroyed_key(space.private) == ()


def test_a_plan_is_shown_file_by_file_and_says_that_nothing_is_destroyed_yet(team: Team) -> None:
    plan = plan_whole(team.space)
    told = "\n".join(plan_lines(plan, catalogue("en")))
    assert all(path in told for path in plan.paths)
    assert catalogue("en").say("forget.only_planned") in told
    assert set(plan_as_json(plan)["destroyed"]) == {kind.value for kind in Kind}  # type: ignore[call-overload]


def test_who_is_forgotten_is_not_shown_by_accident(team: Team) -> None:
    plan = team.plan(EMRE)
    receipt = carry_out(team.space, plan, DAY)
    assert "mre" not in f"{receipt!r}"
