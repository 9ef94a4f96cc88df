"""One mail takes the report to the whole team, none of whom sees the address of another (M20, M101)."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from pipeline.anonymise.roster import Person, Roster
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.post.letters import Mailing
from pipeline.post.report_mail import paths_of, report_mails
from pipeline.post.team_mail import TeamMails
from pipeline.ttr.programme import FOLLOW_UPS, Mode
from pipeline.ttr.records import TeamYear
from tests import sample
from tests.documents.held_meetings import year_with_follow_ups
from tests.post.test_letters import KEY, TEAM, body_of, named, opened

REPORTS = {"follow_up_2": b"PK two", "follow_up_1": b"PK one"}
FIRST = "report_mails/report-mail-1.eml"


def mails_for(
    *people: Person,
    year: TeamYear | None = None,
    reports: Mapping[str, bytes] = REPORTS,
    language: str = "nl",
) -> TeamMails:
    year = year or year_with_follow_ups(language)
    return report_mails(Mailing(Roster(people), KEY, year, catalogue(language)), reports)


def online(year: TeamYear) -> TeamYear:
    assert year.programme is not None
    meetings = tuple(replace(meeting, mode=Mode.ONLINE) for meeting in year.programme.meetings)
    return replace(year, programme=replace(year.programme, meetings=meetings))


def test_each_report_that_was_made_has_a_draft_and_the_same_as_text() -> None:
    files = mails_for(*TEAM).files
    assert list(files) == [*paths_of("follow_up_1"), *paths_of("follow_up_2")]
    assert body_of(files[FIRST]) in files["report_mails/report-mail-1.txt"].decode().replace("\r\n", "\n")
    assert mails_for(*TEAM, reports={}) == TeamMails()
    assert list(mails_for(*TEAM, reports={"intro": b"PK", "follow_up_3": b"PK"}).files) == [*paths_of("follow_up_3")]


def test_each_follow_up_has_paths_of_its_own() -> None:
    assert len({path for meeting in FOLLOW_UPS for path in paths_of(meeting)}) == 2 * len(FOLLOW_UPS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everybody_is_hidden_from_the_others_and_the_report_goes_with_it(language: str) -> None:
    mails = mails_for(*TEAM, language=language)
    message = opened(mails.files[FIRST])
    assert mails.files[FIRST].startswith(b"X-Unsent: 1\r\n")
    assert (message["To"], message["Cc"], message["From"]) == (None, None, None)
    everybody = {one.email.lower() for one in sample.TEAM}
    assert {address.addr_spec for address in message["Bcc"].addresses} == everybody
    assert {one.reveal().lower() for one in mails.own} == everybody
    report, calendar = message.iter_attachments()
    assert report.get_payload(decode=True) == b"PK one"
    assert calendar.get_content_type() == "text/calendar"
    assert all((attached.get_filename() or "").isascii() for attached in (report, calendar))
    assert all(one.name not in body_of(mails.files[FIRST]) for one in sample.TEAM)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_asks_to_react_to_pick_up_what_was_agreed_and_not_to_pass_the_case_on(language: str) -> None:
    words, year = catalogue(language), year_with_follow_ups(language)
    body = body_of(mails_for(*TEAM, language=language).files[FIRST])
    for key in ("pick_up", "react", "keep", "closing"):
        assert words.say(f"post.report.{key}") in body
    assert not any(case.code in body for case in year.cases)
    without = body_of(mails_for(*TEAM, year=replace(year, action_points=()), language=language).files[FIRST])
    assert words.say("post.report.pick_up") not in without


def test_it_says_when_the_team_meets_again_and_that_a_link_comes_apart() -> None:
    words, year = catalogue("nl"), online(year_with_follow_ups("nl"))
    files = mails_for(*TEAM, year=year, reports={**REPORTS, "follow_up_3": b"PK three"}).files
    body = body_of(files[FIRST])
    assert "donderdag 17 februari 2028, van 15:00 tot 15:40 uur" in body
    assert words.say("post.mail.link_apart") in body
    assert words.say("post.mail.link_apart") not in body_of(mails_for(*TEAM).files[FIRST])
    last = body_of(files["report_mails/report-mail-3.eml"])
    assert "We zien elkaar weer" not in last
    assert words.say("post.report.closing") in body_of(mails_for(*TEAM, year=TeamYear()).files[FIRST])


def test_the_next_follow_up_goes_with_it_for_the_calendar_and_with_the_last_report_none() -> None:
    words = catalogue("nl")
    files = mails_for(*TEAM, reports={**REPORTS, "follow_up_3": b"PK three"}).files
    enclosed = {
        path: [part.get_filename() for part in opened(content).iter_attachments()]
        for path, content in files.items()
        if path.endswith(".eml")
    }
    assert list(enclosed.values()) == [
        ["Verslag-Vervolgsessie-1.docx", "Vervolgsessie-2.ics"],
        ["Verslag-Vervolgsessie-2.docx", "Vervolgsessie-3.ics"],
        ["Verslag-Vervolgsessie-3.docx"],
    ]
    assert words.say("post.mail.calendar_follow_up") in body_of(files[FIRST])
    assert words.say("post.mail.calendar_follow_up") not in body_of(files["report_mails/report-mail-3.eml"])


def test_who_has_no_address_is_counted_and_with_nobody_to_write_to_nothing_is_made() -> None:
    mails = mails_for(*TEAM, named("Kwame Boateng", None), named("Ayşe Demir", "ayşe@waterstad.example", "AAA-101"))
    assert [finding.key for finding in mails.findings] == ["team_mail_left_out", "team_mail_address"]
    assert b"ay\xc5\x9fe@" not in mails.files[FIRST]
    nobody = mails_for(named("Kwame Boateng", None))
    assert not nobody.files
    assert [finding.key for finding in nobody.findings] == ["team_mail_to_nobody"]
    for language in LANGUAGES:
        for finding in (*mails.findings, *nobody.findings):
            assert catalogue(language).problem(finding)
            assert catalogue(language).remedy(finding)


def test_the_order_does_not_depend_on_the_sign_up_and_nobody_is_shown_by_accident() -> None:
    assert mails_for(*TEAM).files == mails_for(*reversed(TEAM)).files
    assert not any(one.email in repr(mails_for(*TEAM)) for one in sample.TEAM)


def test_management_is_no_receiver_of_the_report_with_the_case_and_that_is_said() -> None:
    leader = replace(named("Marijke Haanstra", "m.haanstra@waterstad.example", "BBB-202"), role="management")
    mails = mails_for(named("Kwame Boateng", "k.boateng@waterstad.example"), leader)
    assert b"haanstra" not in b"".join(mails.files.values()).lower()
    assert [(one.key, one.values["count"]) for one in mails.findings] == [("report_mail_without_management", 1)]
    assert not mails_for(leader).files
