"""The Power Walk in the deck of the introductory session (M49-M65, G19-G26)."""

from collections.abc import Iterable, Sequence

from pipeline.documents.contents import (
    Big,
    Block,
    Card,
    Cards,
    Look,
    Notes,
    Points,
    Section,
    Slide,
    Space,
)
from pipeline.documents.intro.walk_outcome import outcome_slides, persona_slides, split_slides
from pipeline.documents.session.setting import Session, saying_also
from pipeline.documents.walk.charts import Outcome, outcome
from pipeline.documents.wordings import statement_in_words
from pipeline.ttr.power_walk import (
    IDENTITY_ASPECTS,
    MINUTES_FOR_REVEAL,
    QUESTIONS,
    Statement,
    chosen_questions,
    time_budget,
)
from pipeline.ttr.programme import Walk
from pipeline.ttr.timetable import shared

POINTS = ("10", "5", "0")
STEPS = ("1", "2", "3")
PERSONA_CARDS = ("4", "2", "1")
INFLUENCE = ("power_relation", "inclusion", "results")
NAMED_ASPECTS = IDENTITY_ASPECTS[:4]


def power_walk_section(session: Session, statements: Sequence[Statement]) -> Section:
    """All slides of the Power Walk; their minutes are exactly those of its block."""
    budget = time_budget(session.timetable.length("power_walk"), len(statements))
    shown = outcome(session.year, session.words)
    return Section(
        session.block_name("power_walk"),
        (
            *_instruction_slides(session, statements, budget.instruction),
            *_statement_slides(session, statements, budget.statements),
            *_total_slides(session, len(statements), budget.totals, shown),
            *_talk_slides(session, budget.talk, shown),
        ),
    )


def _instruction_slides(session: Session, statements: Sequence[Statement], minutes: int) -> Iterable[Slide]:
    opening, purpose, persona, instruction = shared(minutes, (1, 1, 2, 1))
    yield session.opening("power_walk", opening, "refuses")
    yield Slide(
        Look.CONTENT,
        session.say("purpose.title"),
        session.notes("purpose", purpose, "resistance"),
        (Points(session.words.many("deck.intro.purpose.points")),),
    )
    yield _warning(session, persona) if session.programme.walk is Walk.ONESELF else _persona(session, persona)
    yield _instruction(session, statements, instruction)


def _persona(session: Session, minutes: int) -> Slide:
    names = [session.words.say(f"programme.aspect.{key}") for key in IDENTITY_ASPECTS]
    aspects = session.words.listed(names[: len(NAMED_ASPECTS)])
    more = session.words.listed(names[len(NAMED_ASPECTS) :])
    cards = tuple(
        Card(session.say(f"persona.{mark}.name"), session.say(f"persona.{mark}.text", aspects=aspects), mark)
        for mark in PERSONA_CARDS
    )
    return Slide(
        Look.OPEN,
        session.say("persona.title"),
        session.notes("persona", minutes, "unprepared", "caricature", "as_oneself", more=more),
        (Cards(cards),),
        subtitle=session.say("persona.subtitle"),
    )


def _warning(session: Session, minutes: int) -> Slide:
    """Who walks as oneself is warned beforehand (M65)."""
    return Slide(
        Look.CONTENT,
        session.say("as_oneself.title"),
        session.notes("as_oneself", minutes, "refuses", "upset", "as_oneself"),
        (Points(session.many("as_oneself.points")),),
        subtitle=session.say("as_oneself.subtitle"),
    )


def _instruction(session: Session, statements: Sequence[Statement], minutes: int) -> Slide:
    manner = session.manner
    situations = ("mobility", "doubt") if manner == "steps" else ("technology", "doubt")
    notes = session.notes(f"instruction.{manner}", minutes, *situations)
    if any(not statement.advantage_if_applies for statement in statements):
        notes = saying_also(notes, session.say("instruction.reversed"))
    marks = STEPS if manner == "steps" else POINTS
    cards = tuple(
        Card(
            session.say(f"instruction.{manner}.{mark}.name"),
            session.say(f"instruction.{manner}.{mark}.text"),
            mark,
        )
        for mark in marks
    )
    return Slide(
        Look.OPEN,
        session.say("instruction.title"),
        notes,
        (Cards(cards),),
        subtitle=session.say(f"instruction.{manner}.subtitle"),
    )


def _statement_slides(session: Session, statements: Sequence[Statement], minutes: int) -> Iterable[Slide]:
    each = shared(minutes, (1,) * len(statements))
    for number, (statement, length) in enumerate(zip(statements, each, strict=True), 1):
        direction = "plain" if statement.advantage_if_applies else "reversed"
        yield Slide(
            Look.STATEMENT,
            session.say("statement.title", number=number, count=len(statements)),
            _statement_notes(session, statement, number, length),
            (
                Big(
                    statement_in_words(statement, session.words),
                    kicker=session.say(f"statement.{direction}.kicker"),
                    action=session.say(f"statement.{direction}.{session.manner}"),
                ),
            ),
        )


def _statement_notes(session: Session, statement: Statement, number: int, minutes: int) -> Notes:
    prompts = session.words.many("deck.intro.statement.prompts")
    say = [
        session.say("statement.read", statement=statement_in_words(statement, session.words)),
        prompts[(number - 1) % len(prompts)],
    ]
    if not statement.advantage_if_applies:
        say.append(session.say("statement.reversed.say"))
    if_needed = [session.words.say(f"deck.if.{'wording' if number % 2 else 'whispering'}")]
    if statement.text is None:
        if_needed.append(session.words.say(f"programme.statement_background.{statement.key}"))
    return Notes(tuple(say), minutes, tuple(if_needed))


def _total_slides(session: Session, number_of_statements: int, minutes: int, shown: Outcome | None) -> Iterable[Slide]:
    totals, chart = shared(minutes, (2, 3))
    manner = session.manner
    highest = number_of_statements if manner == "steps" else 10 * number_of_statements
    yield Slide(
        Look.STATEMENT,
        session.say(f"totals.{manner}.title"),
        session.notes(f"totals.{manner}", totals, "lost_count", "comparing", highest=highest),
        (
            Big(
                session.say(f"totals.{manner}.text"),
                kicker=session.say(f"totals.{manner}.kicker", highest=highest),
                action=session.say(f"totals.{manner}.action"),
            ),
        ),
    )
    if shown is not None:
        yield from outcome_slides(session, shown, chart)
        return
    yield Slide(
        Look.OPEN,
        session.say("chart.title"),
        session.notes(f"chart.{manner}", chart, "technology", "silence"),
        (Space(session.say("chart.place"), session.say("chart.alt")),),
    )


def _talk_slides(session: Session, minutes: int, shown: Outcome | None) -> Iterable[Slide]:
    chosen = chosen_questions(minutes)
    yield _reveal(session)
    split = () if shown is None else tuple(split_slides(session, shown))
    if shown is not None:
        yield from persona_slides(session, shown)
    if "impact" not in chosen:
        yield from split
    each = shared(minutes - MINUTES_FOR_REVEAL, (1,) * len(chosen))
    for number, (question, length) in enumerate(zip(chosen, each, strict=True), 1):
        if question == "impact":
            yield from split
        notes = _question_notes(session, question, length)
        if number == len(chosen):
            notes = _with_spare_questions(session, notes, chosen)
        topic = session.words.say(f"programme.question.{question}.topic")
        yield Slide(
            Look.OPEN if question == "influence" else Look.STATEMENT,
            session.say("question.title", number=number, count=len(chosen), topic=topic),
            notes,
            (_question_block(session, question),),
            subtitle=session.say("question.influence_pass") if question == "influence" else "",
        )


def _reveal(session: Session) -> Slide:
    return Slide(
        Look.STATEMENT,
        session.say("reveal.title"),
        session.notes("reveal", MINUTES_FOR_REVEAL, "disclosure", "caricature", "large_group"),
        (Big(session.say("reveal.text"), session.say("reveal.kicker"), session.say("reveal.action")),),
    )


def _question_block(session: Session, question: str) -> Block:
    text = session.words.say(f"programme.question.{question}.text")
    if question != "influence":
        return Big(text, session.say("question.kicker"), session.say("question.pass"))
    return Cards(
        tuple(
            Card(
                session.words.say(f"programme.influence.{part}.name"),
                session.words.say(f"programme.influence.{part}.text"),
                mark,
            )
            for mark, part in zip("abc", INFLUENCE, strict=True)
        )
    )


SITUATIONS = {
    "feeling": ("upset", "silence"),
    "back": ("disclosure", "upset"),
    "front": ("guilt", "silence"),
    "middle": ("silence", "dominant"),
    "impact": ("hurtful", "disagreement"),
    "influence": ("blaming", "silence"),
    "actions": ("time_short", "blaming"),
}


def _question_notes(session: Session, question: str, minutes: int) -> Notes:
    situations = SITUATIONS.get(question, ("silence", "dominant"))
    return session.notes(f"question.{question}", minutes, *situations)


def _with_spare_questions(session: Session, notes: Notes, chosen: Sequence[str]) -> Notes:
    spare = [
        session.words.say(f"programme.question.{question}.text") for question in QUESTIONS if question not in chosen
    ]
    line = session.say("question.spare", questions=" / ".join(spare))
    return Notes(notes.say, notes.minutes, (*notes.if_needed, line))
