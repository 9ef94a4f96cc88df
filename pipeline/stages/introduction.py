"""The introductory session: what a team lead makes before it and after its Power Walk (M22, M40-M70, M84)."""

from dataclasses import replace

from pipeline.anonymise import door
from pipeline.documents import (
    AFTER_THE_WALK,
    CONDITIONS_TABLE,
    PERSONA_CARDS,
    SESSION_DECKS,
    TEAM_SCAN_SUMMARY,
    before_the_walk,
    persona_instruction,
)
from pipeline.stages.making import Report, handed_back, made, sent
from pipeline.stages.reading import Reading, Run, read
from pipeline.ttr.programme import INTRO

LETTERS = "persona_letters"
LETTERS_MADE_FROM = ("programme", "sign_up", persona_instruction.ABOUT)


def scan(run: Run) -> Report:
    """The summary of the team scan."""
    with run.space.to_oneself():
        reading = read(run, door.never)
        return handed_back(run, reading, scan_summary(run, reading))


def scan_summary(run: Run, reading: Reading) -> Report:
    """The same of what was read already."""
    return made(run, reading, (TEAM_SCAN_SUMMARY,))


def personas(run: Run) -> Report:
    """A persona instruction with its mail for everybody, and persona cards for who comes unprepared."""
    with run.space.to_oneself():
        reading = read(run, door.never)
        return handed_back(run, reading, letters_and_cards(run, reading))


def letters_and_cards(run: Run, reading: Reading) -> Report:
    """The same of what was read already."""
    if reading.stopped & set(LETTERS_MADE_FROM):
        report = made(run, reading, (PERSONA_CARDS,))
        return replace(report, held_up=(LETTERS, *report.held_up))
    published, findings = sent(run, reading)
    report = made(run, reading.saying(findings), (PERSONA_CARDS,))
    return replace(report, published=(*published, *report.published))


def power_walk(run: Run) -> Report:
    """The scoring sheet before the Power Walk; charts and a summary once scores have come in."""
    with run.space.to_oneself():
        reading = read(run, door.never)
        return handed_back(run, reading, sheet_and_charts(run, reading))


def sheet_and_charts(run: Run, reading: Reading) -> Report:
    """The same of what was read already."""
    walked = reading.year.scores is not None or "scores" in reading.stopped
    return made(run, reading, (*before_the_walk(reading.year), *(AFTER_THE_WALK if walked else ())))


def intro_deck(run: Run, reading: Reading) -> Report:
    """The deck of the introductory session, and the table in which the team's conditions are typed."""
    table = (CONDITIONS_TABLE,) if reading.year.participants else ()
    return made(run, reading, (SESSION_DECKS[INTRO], *table))
