"""What the mail with the letter says, the same to everybody but for the greeting (M42-M44, M66, M68, M80)."""

from collections.abc import Iterator

from pipeline.language.catalogue import Catalogue
from pipeline.post.calendar_file import length, place
from pipeline.ttr.programme import Meeting, Mode, Walk
from pipeline.ttr.team_scan import UNKNOWN


def invitation(meeting: Meeting, walk: Walk, position: str, words: Catalogue) -> str:
    """The text of the mail below its greeting; as oneself there is no persona in it (M65).

    `position` is what the team scan says of how TTR is best presented (`team_scan.positioning`).
    """
    manner = "_oneself" if walk is Walk.ONESELF else ""
    tasks = words.many(f"post.mail.tasks{manner}")
    parts = (
        words.say("post.mail.opening"),
        "\n".join(when_and_where(meeting, words)),
        *_position(position, words),
        words.say(f"post.mail.letter{manner}"),
        "\n".join(f"{number}. {task}" for number, task in enumerate(tasks, 1)),
        "\n".join(_practical(meeting, words)),
        words.say("post.mail.ask"),
        words.say("post.mail.closing"),
    )
    return "\n\n".join(parts) + "\n"


def link_is_apart(meeting: Meeting) -> bool:
    """Whether people join online and nobody has said by which link."""
    return meeting.mode in {Mode.ONLINE, Mode.HYBRID} and "://" not in (meeting.room or "")


def when_and_where(meeting: Meeting, words: Catalogue) -> Iterator[str]:
    """The lines of a mail that tell when and where a meeting is."""
    yield words.say("post.mail.when", when=_when(meeting, words))
    yield words.say("post.mail.where", where=place(meeting, words) or words.say("terms.place_open"))


def _position(position: str, words: Catalogue) -> Iterator[str]:
    """What TTR has to offer a team like this one; nothing as long as the scan tells too little (M42)."""
    if position != UNKNOWN:
        yield words.say(f"post.mail.position.{position}")


def _when(meeting: Meeting, words: Catalogue) -> str:
    if meeting.day is None:
        return words.say("terms.date_open")
    start, end = meeting.clock(0), meeting.clock(length(meeting))
    if start is None or end is None:
        return words.say("post.when.time_open", day=meeting.day, open=words.say("terms.time_open"))
    return words.say("post.when.span", day=meeting.day, start=start, end=end)


def _practical(meeting: Meeting, words: Catalogue) -> Iterator[str]:
    yield words.say("post.mail.passing")
    yield words.say("post.mail.keep")
    if meeting.day:
        yield words.say("post.mail.calendar")
    if link_is_apart(meeting):
        yield words.say("post.mail.link_apart")
