"""Where a team's year stands, as JSON for a program: days as in ISO 8601, keys as in the program (M102, G30-G32)."""

from datetime import date

from pipeline.ttr.status import ActivityStatus, CaseStatus, HandOutStatus, Status


def as_json(status: Status) -> dict[str, object]:
    """All of it; None for what is not known."""
    signed_up, counts = status.sign_ups, status.case_counts
    return {
        "today": status.today.isoformat(),
        "activities": [_activity(one) for one in status.activities],
        "sign_ups": {
            "count": signed_up.count,
            "staff": signed_up.staff,
            "percent": signed_up.percent,
            "mentors": signed_up.mentors,
        },
        "case_counts": {
            "received": counts.received,
            "checked": counts.checked,
            "released": counts.released,
            "discussed": counts.discussed,
        },
        "to_mend": [{"form": one.form, "count": one.count, "file": one.file or None} for one in status.to_mend],
        "cases": [_case(one) for one in status.cases],
        "hand_outs": [_hand_out(one) for one in status.hand_outs],
        "keep_until": _iso(status.keeping.until),
        "expired": status.keeping.expired,
    }


def _activity(one: ActivityStatus) -> dict[str, object]:
    row = one.row
    return {
        "key": row.key,
        "activity": row.activity.value,
        "meeting": row.meeting,
        "begin": _iso(row.begin),
        "day": _iso(row.day),
        "proposed": row.proposed,
        "standing": one.standing.value,
        "overtaken": one.overtaken,
        "missing": [{"what": str(each.what), "from": each.awaited_from.value} for each in one.missing],
    }


def _case(one: CaseStatus) -> dict[str, object]:
    return {
        "code": one.code,
        "state": one.state.value,
        "meeting": one.meeting,
        "awaited_from": one.awaited_from.value if one.awaited_from else None,
        "file": one.place.file,
    }


def _hand_out(one: HandOutStatus) -> dict[str, object]:
    return {
        "meeting": one.meeting,
        "day": _iso(one.day),
        "due": _iso(one.due),
        "timing": one.timing.value,
        "cases": list(one.codes),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
