"""Invented teams that have given their conditions and key concepts, in three languages."""

from pathlib import Path

from pipeline.ttr.grouping import grouped
from pipeline.ttr.people import Participant
from pipeline.ttr.records import TeamYear
from pipeline.ttr.wordings import TeamWordings
from tests.documents.teams import CODES

_WORDINGS = Path(__file__).parents[1] / "ttr" / "wordings"
_CONCEPTS = {
    "nl": ("erbij horen", "gezien worden", "Veiligheid", "veilig", "thuis voelen", "gehoord worden", "respect"),
    "en": ("fitting in", "being seen", "Safety", "safe", "feeling at home", "being heard", "respect"),
    "de": ("dazugehören", "gesehen werden", "Sicherheit", "sicher", "zu Hause sein", "gehört werden", "Respekt"),
}


def year_with_wordings(language: str, people: int = 14) -> TeamYear:
    """A year in which so many people, and a small group for each four of them, gave four conditions each."""
    lines = [line for path in sorted(_WORDINGS.glob(f"{language}-*.txt")) for line in path.read_text().splitlines()]
    pool = [line for line in lines if line and not line.startswith("#")]
    groups = -(-people // 4)
    conditions = [pool[number * 7 % len(pool)] for number in range(4 * (people + groups))]
    concepts = [_CONCEPTS[language][number * number % 7] for number in range(2 * people)]
    return TeamYear(
        participants=tuple(Participant(code) for code in CODES[:people]),
        wordings=TeamWordings(grouped(conditions, {}), grouped(concepts, {}), people, groups),
    )
