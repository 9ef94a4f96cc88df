"""Which meeting comes next, counted from today (M11, M16)."""

from datetime import date

from pipeline.ttr.programme import Meeting, Programme


def next_meeting(programme: Programme, today: date) -> Meeting | None:
    """The first meeting that is not over yet; when all are, the last; None when no meeting has a day.

    A meeting of today is still ahead, whatever the time.
    """
    planned = sorted(
        ((meeting.day, number, meeting) for number, meeting in enumerate(programme.meetings) if meeting.day),
        key=lambda entry: entry[:2],
    )
    ahead = [meeting for day, _, meeting in planned if day >= today]
    if ahead:
        return ahead[0]
    return planned[-1][2] if planned else None
