"""The slides with what the Power Walk came to: codes before the reveal, personas after it (M56-M61, M65, G21).

They take no minutes of their own but those of the chart: the talk is what the exercise is for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.documents.contents import Grid, Look, Notes, Paragraph, Slide
from pipeline.documents.session.setting import Session
from pipeline.documents.walk.charts import Outcome, dots, groups, lanes, left_out, rule
from pipeline.documents.walk.summary import split_grid
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.programme import Walk
from pipeline.ttr.walk_figures import Total, most_split

LANES_ON_A_SLIDE = 24
MOST_LANE_SLIDES = 2
LANES_WITH_PERSONAS = 14
LONGEST_PERSONA_ON_A_LANE = 28
LETTERS_ON_A_LINE = 66
LONGEST_STATEMENT = 120
"""Letters; the whole text stood on a slide of its own."""
PERSONAS_ON_A_SLIDE = (8, 4, 3, 2)
"""By how many lines the longest of them takes: rows are equally high."""


def spoken(words: Catalogue, walk: Walk) -> Catalogue:
    """The words as this way of walking needs them: no total in the chat, and as oneself no persona at all (M65)."""
    rooms = {Walk.PERSONA: (), Walk.ANONYMOUS: ("unshared",), Walk.ONESELF: ("unshared", "oneself")}[walk]
    told = dict(words.own_words)
    for room in rooms:
        start = f"deck.{room}."
        told |= {key.removeprefix(start): text for key, text in words.wordings() if key.startswith(start)}
    return words.with_own_words(told)


def outcome_slides(session: Session, shown: Outcome, minutes: int) -> Iterator[Slide]:
    """What comes after the last statement: no persona yet, and no code unless the walk shows them (M57, M58)."""
    if shown.walk is Walk.ONESELF:
        yield _slide(session, "chart.title", session.notes("outcome.groups", minutes, "silence"), shown, "groups")
        return
    if shown.walk is Walk.PERSONA:
        yield from _lane_slides(session, shown, minutes)
        minutes = 0 if _lane_parts(shown) else minutes
    title = "outcome.dots.title" if _lane_parts(shown) else "chart.title"
    yield _slide(session, title, session.notes("outcome.dots", minutes, "comparing", "silence"), shown, "dots")


def persona_slides(session: Session, shown: Outcome) -> Iterator[Slide]:
    """The same outcome with the personas that were told, after the reveal (M58)."""
    told = [total for total in shown.figures.totals if total.persona]
    if shown.walk is not Walk.PERSONA or not told:
        return
    notes = session.notes("outcome.personas", 0, "disclosure", "caricature")
    if len(shown.figures.totals) <= LANES_WITH_PERSONAS and all(
        len(_persona(total)) <= LONGEST_PERSONA_ON_A_LANE for total in told
    ):
        chart = lanes(shown, shown.figures.totals, personas=True)
        yield Slide(Look.OPEN, session.say("outcome.personas.title"), notes, (chart, _rule(shown)))
        return
    parts = _parts(told)
    for number, part in enumerate(parts, 1):
        title = "outcome.personas.title" if len(parts) == 1 else "outcome.personas.title_of_part"
        yield Slide(
            Look.OPEN,
            session.say(title, number=number, count=len(parts)),
            notes,
            (_persona_grid(session, part),),
            subtitle=session.say("outcome.personas.subtitle"),
        )


def split_slides(session: Session, shown: Outcome) -> Iterator[Slide]:
    """Which statements set the group apart most, for the question about their impact (M61)."""
    if shown.walk is Walk.ONESELF or not most_split(shown.figures):
        return
    yield Slide(
        Look.OPEN,
        session.say("outcome.split.title"),
        session.notes("outcome.split", 0, "silence", "disagreement"),
        (split_grid(shown, LONGEST_STATEMENT),),
        subtitle=session.say("outcome.split.subtitle"),
    )


def _lane_slides(session: Session, shown: Outcome, minutes: int) -> Iterator[Slide]:
    parts = _lane_parts(shown)
    first = 1
    for number, part in enumerate(parts, 1):
        last = first + len(part) - 1
        title = "chart.title" if len(parts) == 1 else "outcome.lanes.title_of_part"
        yield Slide(
            Look.OPEN,
            session.say(title, first=first, last=last),
            _told(session.notes("outcome.lanes", minutes if number == 1 else 0, "comparing", "silence"), shown),
            (lanes(shown, part), _rule(shown)),
        )
        first = last + 1


def _lane_parts(shown: Outcome) -> list[Sequence[Total]]:
    """The totals by slide; none at all when there would be too many slides, since the field of dots holds them."""
    totals = shown.figures.totals
    number = -(-len(totals) // LANES_ON_A_SLIDE)
    if shown.walk is not Walk.PERSONA or number > MOST_LANE_SLIDES:
        return []
    size = -(-len(totals) // number)
    return [totals[first : first + size] for first in range(0, len(totals), size)]


def _slide(session: Session, title: str, notes: Notes, shown: Outcome, picture: str) -> Slide:
    chart = groups(shown) if picture == "groups" else dots(shown)
    return Slide(Look.OPEN, session.say(title), _told(notes, shown), (chart, _rule(shown)))


def _told(notes: Notes, shown: Outcome) -> Notes:
    return replace(notes, if_needed=(*notes.if_needed, shown.say(f"mode.{shown.manner}"), *left_out(shown)))


def _rule(shown: Outcome) -> Paragraph:
    return Paragraph(rule(shown))


def _persona(total: Total) -> str:
    return ", ".join(total.persona)


def _parts(told: Sequence[Total]) -> Sequence[Sequence[Total]]:
    """As many personas a slide as can be read; as many on each, so that no slide stands almost empty."""
    full = list(_full_parts(told))
    size = -(-len(told) // len(full))
    even = [told[first : first + size] for first in range(0, len(told), size)]
    return even if all(len(part) <= _most_with(*part) for part in even) else full


def _full_parts(told: Sequence[Total]) -> Iterator[Sequence[Total]]:
    part: list[Total] = []
    for total in told:
        if len(part) >= _most_with(*part, total):
            yield part
            part = []
        part.append(total)
    yield part


def _most_with(*totals: Total) -> int:
    longest = max(_lines(total) for total in totals)
    return PERSONAS_ON_A_SLIDE[min(longest, len(PERSONAS_ON_A_SLIDE)) - 1]


def _lines(total: Total) -> int:
    return max(1, -(-len(_persona(total)) // LETTERS_ON_A_LINE))


def _persona_grid(session: Session, part: Sequence[Total]) -> Grid:
    return Grid(
        header=tuple(session.say(f"outcome.personas.{column}") for column in ("code", "persona", "total")),
        rows=tuple((total.code or "", _persona(total), str(total.total)) for total in part),
        alt=session.say("outcome.personas.alt"),
    )
