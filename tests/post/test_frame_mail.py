"""One mail takes the frame of reference to the team and asks what they think of it (M85)."""

from dataclasses import replace

import pytest

from pipeline.anonymise.roster import Roster
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.post.frame_mail import PATHS, frame_mail
from pipeline.post.letters import Mailing
from pipeline.post.team_mail import TeamMails
from pipeline.ttr.records import TeamYear
from tests import sample
from tests.documents.held_meetings import year_with_follow_ups
from tests.post.test_letters import KEY, TEAM, body_of, named, opened


def mail_for(language: str, year: TeamYear | None = None) -> TeamMails:
    year = year or year_with_follow_ups(language)
    return frame_mail(Mailing(Roster(TEAM), KEY, year, catalogue(language)), b"PK frame")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_frame_goes_to_everybody_hidden_from_the_others(language: str) -> None:
    mails = mail_for(language)
    assert tuple(mails.files) == PATHS
    message = opened(mails.files[PATHS[0]])
    assert (message["To"], message["Cc"], message["From"]) == (None, None, None)
    assert len(message["Bcc"].addresses) == len(sample.TEAM)
    [attached] = message.iter_attachments()
    assert attached.get_payload(decode=True) == b"PK frame"
    assert (attached.get_filename() or "").isascii()
    assert body_of(mails.files[PATHS[0]]) in mails.files[PATHS[1]].decode().replace("\r\n", "\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_a_proposal_until_the_team_has_agreed_and_asks_to_react_in_any_case(language: str) -> None:
    words, year = catalogue(language), year_with_follow_ups(language)
    assert year.frame is not None
    for agreed, state in ((True, "agreed"), (False, "proposal"), (None, "proposal")):
        body = body_of(mail_for(language, replace(year, frame=replace(year.frame, agreed=agreed))).files[PATHS[0]])
        assert words.say(f"post.frame.opening.{state}") in body
        assert words.say(f"post.frame.react.{state}") in body
        assert all(question in body for question in words.many("post.frame.questions"))
    assert words.say("post.frame.opening.proposal") in body_of(mail_for(language, TeamYear()).files[PATHS[0]])


def test_with_nobody_to_write_to_nothing_is_made() -> None:
    mailing = Mailing(Roster((named("Kwame Boateng", None),)), KEY, year_with_follow_ups("nl"), catalogue("nl"))
    mails = frame_mail(mailing, b"PK frame")
    assert not mails.files
    assert [finding.key for finding in mails.findings] == ["team_mail_to_nobody"]
