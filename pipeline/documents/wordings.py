"""How what the programme knows by a key reads in the team's words."""

from pipeline.language.catalogue import Catalogue
from pipeline.ttr.power_walk import Statement


def statement_in_words(statement: Statement, words: Catalogue) -> str:
    """A statement of the Power Walk: the team's own text, or ours."""
    return words.say(f"programme.statement.{statement.key}") if statement.text is None else statement.text
