"""How a team's year stands, and what is destroyed when it is over (G30, G31)."""

from pipeline.anonymise import door
from pipeline.language.catalogue import catalogue
from pipeline.stages.making import Report, Told
from pipeline.stages.reading import Run, read


def status(run: Run) -> Report:
    """Where each case stands, what is waited for, and how long things are kept; nothing is made."""
    from pipeline.documents.status_lines import as_json, lines
    from pipeline.ttr.status import status as status_of

    with run.space.to_oneself():
        reading = read(run)
    stands = status_of(reading.year, run.today)
    return Report(reading.words, told=Told("status", tuple(lines(stands, reading.words)), as_json(stands)))


def forget(run: Run, who: str | None = None, *, dry_run: bool = False) -> Report:
    """Destroy what still names anybody, or one person by name, address or code; a dry run only tells what that is."""
    from pipeline.anonymise.forgetting import carry_out, plan_person, plan_whole
    from pipeline.anonymise.receipt import (
        plan_as_json,
        plan_lines,
        publish_receipt,
        receipt_as_json,
        receipt_lines,
    )

    with run.space.to_oneself():
        if who is None:
            # Reading would make a key where there is none.
            language = run.language or door.language_of(door.received(run.space.inbox)) or run.default_language
            words, plan = catalogue(language), plan_whole(run.space)
        else:
            reading = read(run)
            words = reading.words
            plan = plan_person(run.space, reading.received, reading.roster, door.Personal(who))
        if dry_run:
            return Report(words, told=Told("plan", tuple(plan_lines(plan, words)), plan_as_json(plan)))
        receipt = carry_out(run.space, plan, run.today)
        published = publish_receipt(run.space, receipt, words)
        told = Told("receipt", tuple(receipt_lines(receipt, words)), receipt_as_json(receipt))
        return Report(words, published=(published,), told=told)
