"""The mail with which the frame of reference goes to the team, to be read and reacted to (M85)."""

from collections.abc import Iterator

from pipeline.post.letters import Mailing
from pipeline.post.team_mail import TeamMail, TeamMails, attached, paths, team_mails

FOLDER = "frame_mails"
_STEM = f"{FOLDER}/frame-mail"
PATHS = paths(_STEM)
"""Where the mail lies in `private`."""


def frame_mail(mailing: Mailing, frame: bytes) -> TeamMails:
    """A draft, and the same as text; `frame` is the Word file, and passed the gate."""
    words = mailing.words
    enclosed = (attached("frame", frame, words),)
    mail = TeamMail(_STEM, words.say("post.frame.subject"), tuple(_paragraphs(mailing)), enclosed)
    return team_mails(mailing, [mail])


def _paragraphs(mailing: Mailing) -> Iterator[str]:
    """What the team has agreed on is no proposal any more, but can still be talked about."""
    words, frame = mailing.words, mailing.year.frame
    state = "agreed" if frame is not None and frame.agreed else "proposal"
    yield words.say("post.greeting.neutral")
    yield words.say(f"post.frame.opening.{state}")
    yield words.say(f"post.frame.react.{state}")
    yield "\n".join(f"{number}. {question}" for number, question in enumerate(words.many("post.frame.questions"), 1))
    yield words.say("post.frame.answer")
    yield words.say("post.frame.use")
    yield words.say("post.frame.closing")
