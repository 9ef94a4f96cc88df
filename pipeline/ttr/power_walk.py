"""The Power Walk: statements, what they are worth, and which questions fit the minutes (M48-M65, M111, G23-G26)."""

from dataclasses import dataclass, field

from pipeline.findings import Place
from pipeline.ttr.timetable import shared

EXAMPLE_STATEMENTS = (
    "parents",
    "history",
    "bodies",
    "staff",
    "classes",
    "publicity",
    "stereotypes",
    "remark",
    "books",
    "loan",
)
THEMES = ("home", "schooling", "representation", "daily_study", "safety", "money")

EXAMPLE_THEMES = {
    "parents": "home",
    "history": "schooling",
    "bodies": "representation",
    "staff": "representation",
    "classes": "daily_study",
    "publicity": "representation",
    "stereotypes": "safety",
    "remark": "safety",
    "books": "home",
    "loan": "money",
}

# The manual names the first four as examples of what a persona is made of (M67); the others are ours.
IDENTITY_ASPECTS = (
    "gender",
    "ethnicity",
    "sexuality",
    "academic_background",
    "belief",
    "disability",
    "money",
    "home_language",
    "care",
)

# In the order of the manual (M59).
QUESTIONS = (
    "feeling",
    "ease",
    "perspective",
    "blind_spots",
    "back",
    "front",
    "middle",
    "impact",
    "influence",
    "norm",
    "outside_the_norm",
    "actions",
)

# Ours (G26): first a word from everybody, then what it is like and does to be behind, then what one can do.
QUESTIONS_BY_PRIORITY = (
    "feeling",
    "back",
    "influence",
    "actions",
    "front",
    "impact",
    "middle",
    "norm",
    "perspective",
    "blind_spots",
    "outside_the_norm",
    "ease",
)
FEWEST_QUESTIONS = 4
MOST_QUESTIONS = 6
MINUTES_PER_QUESTION = 3
MINUTES_FOR_REVEAL = 2
SHORTEST_TALK = MINUTES_FOR_REVEAL + FEWEST_QUESTIONS


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of the Power Walk.

    `key` names one of ours in the catalogue, `text` holds a team's own; one of the two is filled. With
    `advantage_if_applies` False, the statement that applies earns nothing (reverse-scored, G24).
    """

    key: str | None = None
    text: str | None = None
    theme: str | None = None
    advantage_if_applies: bool = True
    place: Place = field(default=Place(), compare=False)


EXAMPLES = tuple(Statement(key=key, theme=EXAMPLE_THEMES[key]) for key in EXAMPLE_STATEMENTS)


@dataclass(frozen=True, slots=True)
class TimeBudget:
    """How the minutes of the Power Walk are spent: instruction, statements, totals and chart, talk (G26)."""

    instruction: int
    statements: int
    totals: int
    talk: int


def time_budget(minutes: int, number_of_statements: int) -> TimeBudget:
    """The Power Walk's minutes by purpose; together they are exactly `minutes`.

    A statement takes 0.8 minutes. In 35 minutes with ten statements that is 5, 8, 5 and 17. A list that is too long
    is walked faster: the talk is what the exercise is for, so it never loses all its minutes.
    """
    instruction = totals = shared(minutes, (1, 6))[0]
    room = minutes - instruction - totals - SHORTEST_TALK
    statements = min(-(-number_of_statements * 4 // 5), room)
    return TimeBudget(instruction, statements, totals, minutes - instruction - totals - statements)


def chosen_questions(talk_minutes: int) -> tuple[str, ...]:
    """The four to six questions that fit in the talk, in the manual's order.

    Each takes three minutes, after two for the reveal.
    """
    fitting = (talk_minutes - MINUTES_FOR_REVEAL) // MINUTES_PER_QUESTION
    number = max(FEWEST_QUESTIONS, min(MOST_QUESTIONS, fitting))
    chosen = QUESTIONS_BY_PRIORITY[:number]
    return tuple(question for question in QUESTIONS if question in chosen)
