"""What would be destroyed, and the receipt that it was: how much of what and when, and nobody's name (G30)."""

from collections.abc import Iterator
from typing import Final

from pipeline.anonymise.forgetting import Kind, Plan, Receipt
from pipeline.language.catalogue import Catalogue
from pipeline.workspace import Published, Workspace

_FOR_NOTEPAD = "\ufeff"
_MOST_A_DAY: Final = 99


def plan_lines(plan: Plan, words: Catalogue) -> Iterator[str]:
    """What would be destroyed and what would stay, file by file; for the screen, as a file's name may name somebody."""
    if plan.is_empty:
        yield words.say("forget.planned_nothing")
    else:
        yield words.say(f"forget.planned_{_of_whom(plan.whole)}")
        for kind, paths in plan.destroyed.items():
            yield f"  {_counted(kind, len(paths), words)}"
            yield from (f"    {path}" for path in paths)
    if plan.inbox:
        yield words.say(f"forget.in_inbox_{_of_whom(plan.whole)}", count=len(plan.inbox))
        yield from (f"    {path}" for path in plan.inbox)
    if plan.unread:
        yield words.say("forget.unread", count=len(plan.unread))
        yield from (f"    {path}" for path in plan.unread)
    yield words.say("forget.only_planned")


def plan_as_json(plan: Plan) -> dict[str, object]:
    """The same for a program."""
    return {
        "whole": plan.whole,
        "destroyed": {kind.value: list(paths) for kind, paths in plan.destroyed.items()},
        "inbox": list(plan.inbox),
        "unread": list(plan.unread),
    }


def receipt_lines(receipt: Receipt, words: Catalogue) -> Iterator[str]:
    """The receipt, for the screen and for its file."""
    if receipt.destroyed:
        yield words.say(f"forget.{_of_whom(receipt.whole)}", day=receipt.day)
        yield from (f"- {_counted(kind, count, words)}" for kind, count in receipt.destroyed.items())
    else:
        yield words.say("forget.nothing")
    if receipt.held:
        yield words.say("forget.held", count=receipt.held)
    yield from _of_inbox(receipt, words)
    if Kind.KEY in receipt.destroyed:
        yield words.say("forget.new_codes")
    if receipt.destroyed:
        yield words.say("forget.not_overwritten")


def receipt_as_json(receipt: Receipt) -> dict[str, object]:
    """The same for a program."""
    return {
        "day": receipt.day.isoformat(),
        "whole": receipt.whole,
        "destroyed": {kind.value: count for kind, count in receipt.destroyed.items()},
        "held": receipt.held,
        "inbox": list(receipt.inbox),
        "inbox_count": receipt.inbox_count,
        "unread_count": receipt.unread_count,
    }


def publish_receipt(space: Workspace, receipt: Receipt, words: Catalogue) -> Published:
    """The receipt as a file in the outbox; an earlier one of the same day stays."""
    text = "\r\n".join((words.say("forget.title"), "", *receipt_lines(receipt, words), ""))
    stem = f"forgotten-{receipt.day.isoformat()}"
    taken = {path.name for path in space.outbox.glob(f"{stem}*.txt")}
    names = (f"{stem}.txt", *(f"{stem}-{number}.txt" for number in range(2, _MOST_A_DAY)))
    name = next((name for name in names if name not in taken), names[-1])
    return space.publish(name, (_FOR_NOTEPAD + text).encode())


def _of_inbox(receipt: Receipt, words: Catalogue) -> Iterator[str]:
    if receipt.inbox_count:
        yield words.say(f"forget.in_inbox_{_of_whom(receipt.whole)}", count=receipt.inbox_count)
        yield from (f"- {path}" for path in receipt.inbox)
        if not receipt.whole and len(receipt.inbox) < receipt.inbox_count:
            yield words.say("forget.more_in_inbox")
    if receipt.unread_count:
        yield words.say("forget.unread", count=receipt.unread_count)
    if receipt.inbox_count or receipt.unread_count:
        yield words.say("forget.inbox_is_yours")


def _of_whom(whole: bool) -> str:  # noqa: FBT001 - one or the other key
    return "whole" if whole else "person"


def _counted(kind: Kind, count: int, words: Catalogue) -> str:
    return words.say(f"forget.kind.{kind.value}", count=count)
