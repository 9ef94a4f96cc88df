"""The mail with which the report of a follow-up goes to the team; the one for management never does (M20, M101)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pipeline.findings import note
from pipeline.forms.sign_up import SIGN_UP
from pipeline.post.calendar_file import enclosed
from pipeline.post.invitation import link_is_apart, when_and_where
from pipeline.post.letters import Mailing
from pipeline.post.team_mail import TeamMail, TeamMails, attached, paths, team_mails
from pipeline.ttr.programme import FOLLOW_UPS, Meeting

FOLDER = "report_mails"
MANAGEMENT = "management"


def report_mails(mailing: Mailing, reports: Mapping[str, bytes]) -> TeamMails:
    """A draft, and the same as text, for each follow-up whose report was made.

    `reports` are the Word files for the team by the key of their meeting, and passed the gate. Management, also where
    it takes part, gets the version without the case (G30). With a report goes the calendar file of the next follow-up.
    """
    made = [meeting for meeting in FOLLOW_UPS if meeting in reports]
    mails = team_mails(mailing, [_mail(mailing, meeting, reports[meeting]) for meeting in made], without=MANAGEMENT)
    left_out = sum(person.role == MANAGEMENT for person in mailing.roster.people)
    if not mails.files or not left_out:
        return mails
    said = note("report_mail_without_management", about=SIGN_UP.key, count=left_out)
    return replace(mails, findings=(*mails.findings, said))


def paths_of(meeting: str) -> tuple[str, ...]:
    """Where the mail of a meeting lies in `private`."""
    return paths(_stem(meeting))


def _stem(meeting: str) -> str:
    return f"{FOLDER}/report-mail-{FOLLOW_UPS.index(meeting) + 1}"


def _mail(mailing: Mailing, meeting: str, report: bytes) -> TeamMail:
    words = mailing.words
    subject = words.say("post.report.subject", meeting=words.say(f"terms.meeting.{meeting}"))
    following = _following(mailing, meeting)
    calendar = enclosed(mailing.entry(following), words) if following else ()
    attachments = (attached("report", report, words, meeting), *calendar)
    return TeamMail(_stem(meeting), subject, tuple(_paragraphs(mailing, meeting)), attachments)


def _paragraphs(mailing: Mailing, meeting: str) -> Iterator[str]:
    words, following = mailing.words, _following(mailing, meeting)
    yield words.say("post.greeting.neutral")
    yield words.say("post.report.opening", meeting=words.say(f"terms.meeting.{meeting}"))
    if any(point.meeting == meeting for point in mailing.year.action_points):
        yield words.say("post.report.pick_up")
    yield words.say("post.report.react")
    yield words.say("post.report.keep")
    if following is not None:
        again = words.say("post.report.again", meeting=words.say(f"terms.meeting.{following.key}"))
        yield "\n".join((again, *when_and_where(following, words), words.say("post.mail.calendar_follow_up")))
        if link_is_apart(following):
            yield words.say("post.mail.link_apart")
    yield words.say("post.report.closing")


def _following(mailing: Mailing, meeting: str) -> Meeting | None:
    """The next follow-up that is planned, once its day is known."""
    later = FOLLOW_UPS[FOLLOW_UPS.index(meeting) + 1 :]
    planned = (found for key in later if (found := mailing.programme.meeting(key)) and found.day)
    return next(planned, None)
