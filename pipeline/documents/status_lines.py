"""Where a team's year stands, in lines to read and as JSON for a program (G30-G32)."""

from collections.abc import Iterator

from pipeline.language.catalogue import Catalogue
from pipeline.ttr.status import CaseStatus, HandOutStatus, Keeping, Status


def lines(status: Status, words: Catalogue) -> Iterator[str]:
    """The overview for a terminal: parts with a heading, their lines indented."""
    parts = {
        "cases": [_case(one, words) for one in status.cases] or [words.say("status.case.none")],
        "hand_outs": [_hand_out(one, words) for one in status.hand_outs] or [words.say("status.hand_out.none")],
        "keeping": [_keeping(status.keeping, words)],
    }
    for key, said in parts.items():
        yield words.say(f"status.heading.{key}")
        yield from (f"  {line}" for line in said)


def as_json(status: Status) -> dict[str, object]:
    """The same for a program: days as in ISO 8601, keys as in the program."""
    return {
        "today": status.today.isoformat(),
        "cases": [
            {
                "code": one.code,
                "state": one.state.value,
                "meeting": one.meeting,
                "awaited_from": one.awaited_from.value if one.awaited_from else None,
                "file": one.place.file,
            }
            for one in status.cases
        ],
        "hand_outs": [
            {
                "meeting": one.meeting,
                "day": one.day.isoformat() if one.day else None,
                "due": one.due.isoformat() if one.due else None,
                "timing": one.timing.value,
                "cases": list(one.codes),
            }
            for one in status.hand_outs
        ],
        "keep_until": status.keeping.until.isoformat() if status.keeping.until else None,
        "expired": status.keeping.expired,
    }


def _case(case: CaseStatus, words: Catalogue) -> str:
    meeting = words.say(f"terms.meeting.{case.meeting}") if case.meeting else ""
    state = words.say(f"status.case.state.{case.state.value}", meeting=meeting)
    return words.say("status.case.line", code=case.code, file=case.place.file, state=state)


def _hand_out(one: HandOutStatus, words: Catalogue) -> str:
    chosen = "several" if len(one.codes) > 1 else "one" if one.codes else "open"
    return words.say(
        "status.hand_out.line",
        meeting=words.say(f"terms.meeting.{one.meeting}"),
        day=one.day or words.say("terms.date_open"),
        case=words.say(f"status.hand_out.case.{chosen}", codes=one.codes),
        timing=words.say(f"status.hand_out.timing.{one.timing.value}", due=one.due or ""),
    )


def _keeping(keeping: Keeping, words: Catalogue) -> str:
    if keeping.until is None:
        return words.say("status.keeping.open")
    return words.say(f"status.keeping.{'expired' if keeping.expired else 'until'}", day=keeping.until)
