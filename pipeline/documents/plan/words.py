"""How a row of the year plan is put in words: what, who, when and how its day was found (M22-M36, G05)."""

from datetime import date

from pipeline.documents.sentences import begun
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.plan import Activity, DayRule, PlanRow

_ON_THE_DAY = {DayRule.PLANNED, DayRule.PROPOSED}
"""How the day of a meeting is found: what is done then is not done before."""


def activity_name(row: PlanRow, words: Catalogue) -> str:
    """What is done, as it stands at the start of a line: `Report of follow-up 2`."""
    if row.activity is Activity.FOLLOW_UP and row.meeting:
        return words.say(f"terms.meeting.{row.meeting}")
    if row.activity is Activity.FRAME and row.meeting is None:  # without an introductory session there is one already
        return begun(words.say("plan.frame_again"))
    meeting = words.say(f"plan.meeting.{row.meeting}") if row.meeting else ""
    return begun(words.say(f"plan.activity.{row.activity.value}", meeting=meeting))


def doers(row: PlanRow, words: Catalogue) -> str:
    """Who does it."""
    return begun(words.listed([words.say(f"plan.doer.{doer.value}") for doer in row.doers])) if row.doers else ""


def rule_said(row: PlanRow, words: Catalogue, mark: str = "plan.rule_proposed") -> str:
    """How the day was found, and that it hangs on a proposal where it does; `mark` is the key of how that is said."""
    if row.rule is DayRule.PROPOSED and row.day is None:
        return begun(words.say("plan.open"))
    rule = words.say(f"plan.rule.{row.rule.value}")
    if row.proposed and row.rule is not DayRule.PROPOSED:
        rule = words.say(mark, rule=rule)
    return begun(rule)


def when(row: PlanRow, words: Catalogue) -> str:
    """On which day, by which day or in which period; without the year, which stands with the plan."""
    if row.day is None:
        return "\N{EN DASH}" if row.rule is DayRule.OWN else begun(words.say("plan.open"))
    day = day_of_year(row.day, words)
    if row.rule in _ON_THE_DAY:
        return begun(day)
    if row.begin is None or row.begin == row.day:
        return begun(words.say("plan.until", day=day))
    return begun(words.say("plan.period", begin=_day_and_month(row.begin, words), day=day))


def day_of_year(day: date, words: Catalogue) -> str:
    """A day with its weekday, both cut short: `Thu 23 Sep`."""
    return _with_weekday(day, _day_and_month(day, words), words)


def short_day(day: date, words: Catalogue) -> str:
    """The same with its year: `Thu 23 Sep 2027`."""
    return _with_weekday(day, words.plain_date(day, short=True), words)


def _day_and_month(day: date, words: Catalogue) -> str:
    return words.say("plan.day_month", day=day.day, month=words.say(f"terms.month_short.{day.month}"))


def _with_weekday(day: date, said: str, words: Catalogue) -> str:
    return words.say("plan.day", weekday=words.say(f"plan.weekday.{day.isoweekday()}"), day=said)
