"""The short report of a follow-up, for the team and for management (M17, M20, M98-M103, G17, G30).

Neither names anybody or tells a case's code. Management reads what kind of case it was, never the case or what
reflecting on it brought, for that tells it once more.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from pipeline.documents.contents import Density, Grid, Heading, Page, PageBlock, Paragraph, Points
from pipeline.documents.follow_up.case_room import FICTIONAL, told_in
from pipeline.documents.follow_up.report_case import Discussed, ReportedCase, reported_case
from pipeline.documents.sentences import opening_sentence
from pipeline.documents.without_codes import without_codes
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.follow_ups import ActionPoint, HeldMeeting
from pipeline.ttr.frame import FrameOfReference
from pipeline.ttr.programme import FOLLOW_UPS, Programme
from pipeline.ttr.records import TeamYear

TOLD_OF_CASE = ("problem", "belonging")
"""Which answers of a case form describe it in a report."""

ACTION_COLUMNS = ("what", "who", "due", "state")


def follow_up_report(meeting: str, year: TeamYear, words: Catalogue) -> Page | None:
    """The report for the team on the follow-up of this key; None as long as no meeting form of it has come in."""
    report = _report(meeting, year, words)
    if report is None:
        return None
    return report.page("team", (report.case(), report.action_points(), report.next_meeting(), *report.discussion()))


def management_report(meeting: str, year: TeamYear, words: Catalogue) -> Page | None:
    """The same for management: without the case and the reflection on it, and saying so."""
    report = _report(meeting, without_codes(year, words), words)
    if report is None:
        return None
    case = (*report.kind_of_case(), Paragraph(words.say("report.case.left_out")))
    return report.page("management", (case, report.action_points(), *report.discussion(reflected=False)))


def told_to_team(meeting: str, year: TeamYear, words: Catalogue) -> tuple[PageBlock, ...]:
    """The parts of the team's report, but for the day of a next meeting; empty without a form of this follow-up."""
    report = _report(meeting, year, words)
    if report is None:
        return ()
    return tuple(chain(report.case(), report.action_points(), *report.discussion()))


def told_to_management(
    meeting: str, year: TeamYear, words: Catalogue, *, with_case: bool = False
) -> tuple[PageBlock, ...]:
    """The parts of the report for management, which has the case itself only where the team leads chose so (G30)."""
    report = _report(meeting, year, words)
    if report is None:
        return ()
    case = report.case() if with_case else report.kind_of_case()
    return tuple(chain(case, report.action_points(), *report.discussion(reflected=False)))


def _report(meeting: str, year: TeamYear, words: Catalogue) -> "_Report | None":
    held = next((held for held in year.held if held.meeting == meeting), None)
    return None if held is None else _Report(held, year, words)


@dataclass(frozen=True, slots=True)
class _Report:
    """What can be told of one follow-up, part by part; a part with nothing in it is left out."""

    held: HeldMeeting
    year: TeamYear
    words: Catalogue

    @property
    def programme(self) -> Programme:
        return self.year.programme or Programme()

    def page(self, reader: str, parts: Iterable[Iterable[PageBlock]]) -> Page:
        """The parts on paper; `reader` is `team` or `management`."""
        held, words = self.held, self.words
        day = words.long_date(held.day) if held.day else ""
        present = "" if held.present is None else words.say("report.present", count=held.present)
        return Page(
            title=words.say(f"report.{reader}.title", meeting=words.say(f"terms.meeting.{held.meeting}")),
            language=words.language,
            blocks=tuple(chain.from_iterable(parts)),
            subtitle=" · ".join(part for part in (self.programme.team, day, present) if part),
            footer=words.say(f"report.{reader}.footer"),
            density=Density.CLOSE,
        )

    def case(self) -> Iterator[PageBlock]:
        """What kind of case it was, what was going on, and what that meant for belonging."""
        reported = reported_case(self.held, self.year)
        yield Heading(self.words.say("report.case.heading"))
        yield Paragraph(_what_was_discussed(reported, self.words))
        if reported.discussed is Discussed.INVENTED:
            yield Paragraph(self.words.say(f"deck.follow_up.case.invented.{self.held.meeting}"))
        if reported.case is not None:
            for question in TOLD_OF_CASE:
                if told := told_in(reported.case, question):
                    yield Heading(self.words.say(f"case.handout.question.{question}"), 2)
                    yield from map(Paragraph, told)

    def kind_of_case(self) -> Iterator[PageBlock]:
        """What kind of case it was, and no more."""
        yield Heading(self.words.say("report.case.heading"))
        yield Paragraph(_what_was_discussed(reported_case(self.held, self.year), self.words))

    def discussion(self, *, reflected: bool = True) -> tuple[Iterator[PageBlock], ...]:
        """What was done since, the conditions, what reflecting brought (if `reflected`) and new strategies."""
        return (
            self.inventory(),
            self.conditions(),
            *((self.told("reflection", self.held.reflection),) if reflected else ()),
            self.told("strategies", self.held.strategies),
        )

    def action_points(self) -> Iterator[PageBlock]:
        """Those of this meeting, or that there are none."""
        yield Heading(self.words.say("report.actions.heading"))
        points = [point for point in self.year.action_points if point.meeting == self.held.meeting]
        if not points:
            yield Paragraph(self.words.say("report.actions.none"))
            return
        yield Grid(
            header=tuple(self.words.say(f"report.actions.{column}") for column in ACTION_COLUMNS),
            rows=tuple(_row(point, self.words) for point in points),
            alt=self.words.say("report.actions.alt"),
        )

    def next_meeting(self) -> Iterator[PageBlock]:
        """When the team meets again; nothing after the last follow-up."""
        later = FOLLOW_UPS[FOLLOW_UPS.index(self.held.meeting) + 1 :]
        following = next((found for key in later if (found := self.programme.meeting(key))), None)
        if following is not None:
            day = following.day or self.words.say("terms.date_open")
            meeting = self.words.say(f"terms.meeting.{following.key}")
            yield Paragraph(self.words.say("report.next.when", meeting=meeting, day=day))

    def inventory(self) -> Iterator[PageBlock]:
        """What was done since the meeting before, which for the first follow-up is the introductory session."""
        return self.told("since_intro" if self.held.meeting == FOLLOW_UPS[0] else "since", self.held.inventory)

    def conditions(self) -> Iterator[PageBlock]:
        """Which conditions of the frame of reference were used; by their numbers alone where there is no frame."""
        if not self.held.conditions:
            return
        yield Heading(self.words.say("report.conditions.heading"))
        count, frame = len(self.held.conditions), self.year.frame
        if frame is None:
            numbers = self.words.listed([str(number) for number in self.held.conditions])
            yield Paragraph(self.words.say("report.conditions.numbers", count=count, numbers=numbers))
        else:
            yield Paragraph(self.words.say("report.conditions.used", count=count))
            yield Points(tuple(_condition(number, frame, self.words) for number in self.held.conditions))

    def told(self, part: str, text: str) -> Iterator[PageBlock]:
        """What was written, under the heading of the part."""
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        if lines:
            yield Heading(self.words.say(f"report.{part}.heading"))
            yield from map(Paragraph, lines)


def _what_was_discussed(reported: ReportedCase, words: Catalogue) -> str:
    if reported.case is None:
        return words.say(f"report.case.{reported.discussed.value}")
    kind = words.say(f"report.case.kind.{reported.case.kind or 'open'}")
    return f"{kind} {words.say('case.handout.fictional')}" if reported.case.origin == FICTIONAL else kind


def _row(point: ActionPoint, words: Catalogue) -> tuple[str, ...]:
    open_yet = words.say("report.actions.open_yet")
    due = words.plain_date(point.due) if point.due else open_yet
    return point.what, point.who or open_yet, due, words.say(f"choices.action_state.{point.state.value}")


def _condition(number: int, frame: FrameOfReference, words: Catalogue) -> str:
    """Its number, and as much of it as is short."""
    text = opening_sentence(frame.conditions[number - 1], words)
    return words.say("report.conditions.condition", number=number, text=text)
