"""The mail with which a case goes to the team before its follow-up (M95, M96, M99, G32)."""

from collections.abc import Iterator, Mapping
from datetime import date

from pipeline.language.catalogue import Catalogue
from pipeline.post.calendar_file import enclosed
from pipeline.post.invitation import link_is_apart, when_and_where
from pipeline.post.letters import Mailing
from pipeline.post.team_mail import TeamMail, TeamMails, attached, paths, team_mails
from pipeline.ttr.handing_out import hand_out
from pipeline.ttr.programme import FOLLOW_UPS, HandOut, Meeting

FOLDER = "case_mails"


def case_mails(mailing: Mailing, handouts: Mapping[str, bytes], today: date) -> TeamMails:
    """A draft, and the same as text, for each follow-up to come whose case goes out before it.

    The meeting's calendar file goes with it, once it has a day. `handouts` are the Word files by the key of their
    meeting, and passed the gate.
    """
    ahead = [meeting for meeting in mailing.programme.meetings if _goes_out(meeting, handouts, today)]
    return team_mails(mailing, [_mail(mailing, meeting, handouts[meeting.key]) for meeting in ahead])


def paths_of(meeting: str) -> tuple[str, ...]:
    """Where the mail of a meeting lies in `private`."""
    return paths(_stem(meeting))


def _stem(meeting: str) -> str:
    return f"{FOLDER}/case-mail-{FOLLOW_UPS.index(meeting) + 1}"


def _goes_out(meeting: Meeting, handouts: Mapping[str, bytes], today: date) -> bool:
    to_come = meeting.day is None or meeting.day >= today
    return meeting.key in handouts and to_come and hand_out(meeting) is HandOut.BEFORE


def _mail(mailing: Mailing, meeting: Meeting, handout: bytes) -> TeamMail:
    words = mailing.words
    subject = words.say("post.case.subject", meeting=words.say(f"terms.meeting.{meeting.key}"))
    attachments = (attached("case", handout, words, meeting.key), *enclosed(mailing.entry(meeting), words))
    return TeamMail(_stem(meeting.key), subject, tuple(_paragraphs(meeting, words)), attachments)


def _paragraphs(meeting: Meeting, words: Catalogue) -> Iterator[str]:
    yield words.say("post.greeting.neutral")
    yield words.say("post.case.opening")
    yield "\n".join(when_and_where(meeting, words))
    yield words.say("post.case.ask_to_prepare")
    question = words.say("deck.follow_up.question.text")
    tasks = words.many("post.case.tasks", question=question)
    yield "\n".join(f"{number}. {task}" for number, task in enumerate(tasks, 1))
    yield words.say("post.case.keep")
    if meeting.day:
        yield words.say("post.mail.calendar_follow_up")
    if link_is_apart(meeting):
        yield words.say("post.mail.link_apart")
    yield words.say("post.mail.ask")
    yield words.say("post.case.closing")
