"""Invented teams in three languages, for what is made of a year."""

from datetime import date, time

from pipeline.ttr.people import Participant
from pipeline.ttr.power_walk import EXAMPLES, Statement
from pipeline.ttr.programme import FOCUS_GROUPS, INTRO, Meeting, Mode, Programme
from pipeline.ttr.records import TeamYear
from pipeline.ttr.team_scan import ScanAnswer

CODES = (
    *("KTM-473", "AHR-219", "BWP-884", "CDX-107", "DFE-356", "ELN-742", "FQK-615"),
    *("GJS-928", "HMT-283", "JPV-491", "KRB-560", "LXC-837", "MNH-174", "NWG-629"),
)
_NAMES = {
    "nl": ("Docententeam leerjaar 1", "Verpleegkunde", "Hogeschool Waterkant", "teamoverleg"),
    "en": ("Year 1 teaching team", "Nursing", "Waterside University", "team meeting"),
    "de": (
        "Lehrteam des ersten Studienjahres",
        "Gesundheits- und Krankenpflege",
        "Hochschule Wasserkante",
        "Teamsitzung",
    ),
}
OWN_STATEMENT = {
    "nl": "Als ik thuis over mijn studie praat, moet ik steeds weer uitleggen waarom ik zo veel tijd nodig heb voor "
    "opdrachten, stages en groepswerk, en waarom ik minder kan bijdragen dan van mij verwacht wordt.",
    "en": "When I talk about my studies at home, I have to explain again and again why I need so much time for "
    "assignments, placements and group work, and why I can contribute less than is expected of me.",
    "de": "Wenn ich zu Hause über mein Studium spreche, muss ich immer wieder erklären, warum ich so viel Zeit für "
    "Prüfungsvorbereitungen, Praktika und Gruppenarbeiten brauche und weniger beitragen kann als erwartet.",
}


def intro_meeting(mode: Mode | None = Mode.OFFLINE, minutes: int | None = 110) -> Meeting:
    return Meeting(INTRO, date(2027, 9, 23), time(13, 30), minutes, mode, "Online" if mode is Mode.ONLINE else "B2.14")


def full_year(language: str, mode: Mode | None = Mode.OFFLINE, minutes: int | None = 110) -> TeamYear:
    """A team of fourteen that has filled in everything, with a long statement of its own that counts in reverse."""
    team, name, institution, regular = _NAMES[language]
    programme = Programme(
        team=team,
        name=name,
        institution=institution,
        academic_year="2027-2028",
        language=language,
        focus=FOCUS_GROUPS[:3],
        meetings=(
            intro_meeting(mode, minutes),
            Meeting("follow_up_1", date(2027, 12, 9), time(15, 0), 40, mode, "B2.14", regular),
            Meeting("follow_up_2", date(2028, 2, 17), time(15, 0), 40, mode, None, regular),
            Meeting("follow_up_3", date(2028, 5, 11), None, 40, mode),
        ),
    )
    return TeamYear(
        programme=programme,
        participants=tuple(Participant(code) for code in CODES),
        scan=tuple(ScanAnswer(level, level) for level in (4, 4, 5, 5, 4, 5)),
        statements=(*EXAMPLES, Statement(text=OWN_STATEMENT[language], advantage_if_applies=False)),
    )
