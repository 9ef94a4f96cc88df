"""One mail takes the case to everybody, none of whom sees the address of another (M95, M96, M99)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest

from pipeline.anonymise.roster import Person, Roster
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.post.calendar_record import CalendarRecord, recorded
from pipeline.post.case_mail import case_mails
from pipeline.post.letters import Mailing
from pipeline.post.team_mail import TeamMails
from pipeline.ttr.programme import HandOut, Mode
from pipeline.ttr.records import TeamYear
from tests import sample
from tests.documents.teams import full_year
from tests.post.test_letters import KEY, TEAM, body_of, named, opened

HANDOUTS = {"follow_up_1": b"PK one", "follow_up_3": b"PK three"}
AUTUMN = date(2027, 11, 1)


def handed_out(hand_out: HandOut | None, year: TeamYear | None = None) -> TeamYear:
    """The year with this choice for every meeting."""
    year = year or full_year("nl")
    assert year.programme is not None
    meetings = tuple(replace(meeting, hand_out=hand_out) for meeting in year.programme.meetings)
    return replace(year, programme=replace(year.programme, meetings=meetings))


def mails_for(
    *people: Person,
    year: TeamYear | None = None,
    today: date = AUTUMN,
    handouts: Mapping[str, bytes] = HANDOUTS,
    language: str = "nl",
) -> TeamMails:
    mailing = Mailing(Roster(people), KEY, year or full_year(language), catalogue(language))
    return case_mails(mailing, handouts, today)


def test_each_meeting_with_a_handout_has_a_draft_and_the_same_as_text() -> None:
    files = mails_for(*TEAM).files
    assert list(files) == [
        *("case_mails/case-mail-1.eml", "case_mails/case-mail-1.txt"),
        *("case_mails/case-mail-3.eml", "case_mails/case-mail-3.txt"),
    ]
    body = body_of(files["case_mails/case-mail-1.eml"])
    assert body in files["case_mails/case-mail-1.txt"].decode().replace("\r\n", "\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_everybody_is_hidden_from_the_others_and_the_handout_goes_with_it(language: str) -> None:
    files = mails_for(*TEAM, language=language).files
    draft = files["case_mails/case-mail-1.eml"]
    message = opened(draft)
    assert draft.startswith(b"X-Unsent: 1\r\n")
    assert (message["To"], message["Cc"], message["From"]) == (None, None, None)
    hidden = {address.addr_spec for address in message["Bcc"].addresses}
    assert hidden == {one.email.lower() for one in sample.TEAM}
    assert all(one.name not in body_of(draft) for one in sample.TEAM)
    handout, calendar = message.iter_attachments()
    assert handout.get_payload(decode=True) == b"PK one"
    assert calendar.get_content_type() == "text/calendar"
    assert all((attached.get_filename() or "").isascii() for attached in (handout, calendar))
    assert not any(len(line) > 998 for line in draft.split(b"\r\n"))
    text = files["case_mails/case-mail-1.txt"].decode()
    assert all(one.email in text for one in sample.TEAM)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_when_and_where_and_what_to_do_in_the_language_of_the_team(language: str) -> None:
    words = catalogue(language)
    year = full_year(language, Mode.ONLINE)
    body = body_of(mails_for(*TEAM, year=year, language=language).files["case_mails/case-mail-1.eml"])
    for said in (
        words.long_date(date(2027, 12, 9)),
        "15:00",
        "15:40",
        "B2.14",
        words.say("deck.follow_up.question.text"),
        words.say("post.case.keep"),
        words.say("post.mail.link_apart"),
    ):
        assert said in body


def test_a_case_goes_out_before_the_meeting_unless_the_team_hands_it_out_during_it() -> None:
    assert mails_for(*TEAM, year=handed_out(None)).files
    assert mails_for(*TEAM, year=handed_out(HandOut.BEFORE)).files
    assert mails_for(*TEAM, year=handed_out(HandOut.DURING)) == TeamMails()


def test_without_a_handout_or_after_the_meeting_there_is_no_mail() -> None:
    assert mails_for(*TEAM, handouts={}) == TeamMails()
    files = mails_for(*TEAM, today=date(2027, 12, 10)).files
    assert list(files) == ["case_mails/case-mail-3.eml", "case_mails/case-mail-3.txt"]
    assert "case_mails/case-mail-1.eml" in mails_for(*TEAM, today=date(2027, 12, 9)).files
    assert mails_for(*TEAM, year=TeamYear()) == TeamMails()


def test_who_has_no_address_is_counted_by_file_and_an_odd_one_stands_in_the_text_alone() -> None:
    mails = mails_for(
        *TEAM, named("Kwame Boateng", None, "AAA-100"), named("Ayşe Demir", "ayşe@waterstad.example", "AAA-101")
    )
    assert [(finding.key, finding.values) for finding in mails.findings] == [
        ("team_mail_left_out", {"count": 1}),
        ("team_mail_address", {}),
    ]
    draft, text = mails.files["case_mails/case-mail-1.eml"], mails.files["case_mails/case-mail-1.txt"].decode()
    assert len(opened(draft)["Bcc"].addresses) == len(TEAM)
    assert "ayşe@waterstad.example" in text
    assert "Boateng@" not in text
    for language in LANGUAGES:
        for finding in mails.findings:
            assert catalogue(language).problem(finding)
            assert catalogue(language).remedy(finding)


def test_with_nobody_to_write_to_that_is_said_and_nothing_made() -> None:
    for people in ((), (named("Kwame Boateng", None),)):
        mails = mails_for(*people)
        assert not mails.files
        assert [finding.key for finding in mails.findings] == ["team_mail_to_nobody"]


def test_somebody_who_signed_up_twice_is_written_to_once_and_the_order_does_not_depend_on_the_sign_up() -> None:
    again = replace(TEAM[0], code="ZZZ-999")
    once, twice = mails_for(*TEAM), mails_for(again, *reversed(TEAM))
    assert once.files == twice.files


def test_own_words_cannot_add_a_field() -> None:
    words = catalogue("nl").with_own_words({"post.case.subject": "Casus\r\nCc: iedereen@waterstad.example"})
    mailing = Mailing(Roster(TEAM), KEY, full_year("nl"), words)
    message = opened(case_mails(mailing, HANDOUTS, AUTUMN).files["case_mails/case-mail-1.eml"])
    assert message["Cc"] is None


def test_who_is_written_to_is_not_shown_by_accident() -> None:
    shown = repr(mails_for(*TEAM))
    assert not any(one.email in shown for one in sample.TEAM)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_calendar_file_goes_with_it_once_the_meeting_has_a_day(language: str) -> None:
    words, year = catalogue(language), full_year(language)
    body = body_of(mails_for(*TEAM, year=year, language=language).files["case_mails/case-mail-1.eml"])
    assert words.say("post.mail.calendar_follow_up") in body
    assert year.programme is not None
    meetings = tuple(replace(meeting, day=None) for meeting in year.programme.meetings)
    open_yet = replace(year, programme=replace(year.programme, meetings=meetings))
    draft = mails_for(*TEAM, year=open_yet, language=language).files["case_mails/case-mail-1.eml"]
    assert len(list(opened(draft).iter_attachments())) == 1
    assert words.say("post.mail.calendar_follow_up") not in body_of(draft)


def test_the_calendar_file_of_a_meeting_that_moved_has_the_next_number() -> None:
    year = full_year("nl")
    assert year.programme is not None
    meetings = tuple(replace(one, day=one.day and one.day + timedelta(days=7)) for one in year.programme.meetings)
    moved = replace(year, programme=replace(year.programme, meetings=meetings))
    record = recorded(moved, KEY, recorded(year, KEY, CalendarRecord()))
    mailing = Mailing(Roster(TEAM), KEY, moved, catalogue("nl"), record)
    draft = opened(case_mails(mailing, HANDOUTS, AUTUMN).files["case_mails/case-mail-1.eml"])
    _, calendar = draft.iter_attachments()
    assert b"\r\nSEQUENCE:1\r\n" in calendar.get_payload(decode=True)
