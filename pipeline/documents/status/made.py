"""Which activities of the year plan have their document, as the files in the outbox show (M102)."""

from collections.abc import Collection, Mapping
from types import MappingProxyType

from pipeline.documents import ANNUAL_REPORT, HANDOUTS, REPORTS, SESSION_DECKS
from pipeline.ttr.plan import Activity
from pipeline.ttr.programme import FOLLOW_UPS

_LETTERS, _CALENDAR = "letters/", ".ics"
_OF_FOLLOW_UPS = {Activity.PREPARE: SESSION_DECKS, Activity.HAND_OUT: HANDOUTS, Activity.REPORT: REPORTS}

_FILES: Mapping[str, str] = MappingProxyType(
    {
        ANNUAL_REPORT.file: Activity.ANNUAL_REPORT.value,
        **{
            documents[meeting].file: f"{activity.value}_{number}"
            for activity, documents in _OF_FOLLOW_UPS.items()
            for number, meeting in enumerate(FOLLOW_UPS, 1)
        },
    }
)


def activities_made(files: Collection[str]) -> frozenset[str]:
    """Their keys in the plan (`report_2`); `files` are given by their path from the outbox.

    With the letters lies a file for the calendar, which is no letter.
    """
    made = {_FILES[file] for file in files if file in _FILES}
    letters = any(file.startswith(_LETTERS) and not file.endswith(_CALENDAR) for file in files)
    return frozenset(made | ({Activity.LETTERS.value} if letters else set()))
