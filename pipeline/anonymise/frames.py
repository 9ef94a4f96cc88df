"""The frame of reference that counts, and the one before it (M14, M15, M39, M81, M85, M109)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from pipeline.anonymise.condition_lists import conditions_in
from pipeline.anonymise.prose import lines_of
from pipeline.anonymise.reading import closed, copies, first_row, given, place_of, spot
from pipeline.anonymise.score_people import Holders, Nobody
from pipeline.anonymise.text_desk import TeamTexts, TextDesk
from pipeline.findings import Finding, Place, note, stop
from pipeline.forms.frame import CONDITION_QUESTIONS, FRAME
from pipeline.inbox.answers import Answers, Row
from pipeline.inbox.personal import Personal
from pipeline.ttr.frame import CONDITIONS, FrameOfReference
from pipeline.ttr.programme import Lead, Programme
from pipeline.ttr.rules_frame import frame_broken

ABOUT = FRAME.key
AUTHORS = ("author_1", "author_2")


@dataclass(frozen=True, slots=True)
class FramesPassed:
    """The frame of the highest version and the one before; None for one that cannot pass or is not there.

    `answered` are the places of questions left empty because their answer stands in another one.
    """

    frame: FrameOfReference | None = None
    former: FrameOfReference | None = None
    answered: frozenset[Place] = frozenset()
    findings: tuple[Finding, ...] = ()


def frames(texts: TeamTexts) -> FramesPassed:
    """What the frame forms say; where the version that counts cannot pass, no earlier one takes its place."""
    forms = [form for answers in copies(texts.received, FRAME) if (form := _Form(answers)).is_written]
    highest, before, *_ = (*sorted({form.version for form in forms}, reverse=True), 0, 0)
    frame, said = _passing(texts, [form for form in forms if form.version == highest], ABOUT)
    former, of_former = _passing(texts, [form for form in forms if form.version == before], "")
    answered = frozenset(place for form in forms for place in form.answered)
    return FramesPassed(frame, former, answered, (*said, *of_former))


@dataclass(frozen=True, slots=True)
class _Form:
    """One frame form."""

    answers: Answers
    conditions: tuple[tuple[str, ...], ...] = field(init=False, repr=False)
    """Those in each of the four places."""

    def __post_init__(self) -> None:
        written = [closed(self.frame, key) for key in CONDITION_QUESTIONS]
        found = conditions_in(text.reveal() if text else "" for text in written)
        object.__setattr__(self, "conditions", found)

    @property
    def frame(self) -> Row:
        return first_row(self.answers, "frame")

    @property
    def agreement(self) -> Row:
        return first_row(self.answers, "agreement")

    @property
    def version(self) -> int:
        """A form that does not say is a first one; the reader has spoken of it."""
        return given(self.agreement, "version", int) or 1

    @property
    def text(self) -> tuple[Personal, ...]:
        """All that it says, equal for forms that only part it differently."""
        told = (part for place in self.conditions for part in place)
        return tuple(Personal(part) for part in (lines_of(closed(self.frame, "definition")), *told))

    @property
    def is_written(self) -> bool:
        return any(self.text)

    @property
    def empty(self) -> tuple[Place, ...]:
        """The places for a condition in which nothing stands."""
        parts = zip(CONDITION_QUESTIONS, self.conditions, strict=True)
        return tuple(place_of(self.frame, key) for key, those in parts if not those)

    @property
    def is_spread(self) -> bool:
        """Whether a place holds more than one condition; otherwise the reader has spoken of each that is missing."""
        return any(len(those) > 1 for those in self.conditions)

    @property
    def answered(self) -> tuple[Place, ...]:
        return self.empty if self.is_spread else ()


def _passing(texts: TeamTexts, forms: Sequence[_Form], about: str) -> tuple[FrameOfReference | None, list[Finding]]:
    """The frame of one version, and what there is to say about its forms; `about` is empty for the former version."""
    if not forms:
        return None, []
    first, *others = forms
    differing = [other for other in others if other.text != first.text]
    if differing:
        return None, [stop("frames_differ", other.answers.place, about, first=_spot(first)) for other in differing]
    desks = [texts.desk(form.answers, about) for form in forms]
    counting = next((at for at, desk in enumerate(desks) if desk.is_released), 0)
    form, desk = forms[counting], desks[counting]
    again = [note("frame_twice", other.answers.place, ABOUT, first=_spot(form)) for other in forms if other is not form]
    frame = _frame(form, desk, texts.holders)
    of_counting = (*_of_agreement(form), *_of_authors(form, texts.holders, texts.programme)) if about else ()
    return frame, [*again, *desk.findings, *of_counting]


def _spot(form: _Form) -> str:
    return spot(form.answers.place)


def _frame(form: _Form, desk: TextDesk, holders: Holders) -> FrameOfReference | None:
    """The record; None as long as something speaks against it."""
    desk.ask_for_release()
    definition, *held = (desk.passing(form.frame, key) for key in ("definition", *CONDITION_QUESTIONS))
    conditions = tuple(part for place in form.conditions for part in place)
    desk.findings.extend(_of_count(form, len(conditions), desk.about))
    if not definition or None in held or len(conditions) != CONDITIONS:
        return None
    frame = _record(form, definition, conditions, holders)
    too_long = [replace(finding, about=desk.about) for finding in frame_broken(frame) if finding.stops]
    desk.findings.extend(too_long)
    return None if too_long else frame


def _record(form: _Form, definition: str, conditions: tuple[str, ...], holders: Holders) -> FrameOfReference:
    first, second, third, fourth = conditions
    agreed = given(form.agreement, "agreed", str)
    named = ((key, closed(form.agreement, key)) for key in AUTHORS)
    return FrameOfReference(
        definition,
        (first, second, third, fourth),
        form.version,
        None if agreed is None else agreed == "yes",
        given(form.agreement, "agreed_on", date),
        tuple(_lead(name, place_of(form.agreement, key), holders) for key, name in named if name),
        form.answers.place,
    )


def _lead(name: Personal, place: Place, holders: Holders) -> Lead:
    code = holders.called(name)
    return Lead(None if isinstance(code, Nobody) else code, place)


def _of_count(form: _Form, count: int, about: str) -> Iterator[Finding]:
    if not form.is_spread:
        return
    place = next(
        place_of(form.frame, key) for key, those in zip(CONDITION_QUESTIONS, form.conditions, strict=True) if those[1:]
    )
    if count != CONDITIONS:
        yield stop("frame_condition_count", place, about, count=count, wanted=CONDITIONS)
    else:
        yield note("frame_conditions_together", place, ABOUT, wanted=CONDITIONS)


def _of_agreement(form: _Form) -> Iterator[Finding]:
    agreed = given(form.agreement, "agreed", str)
    if agreed == "no":
        yield note("frame_not_agreed", place_of(form.agreement, "agreed"), ABOUT)
    elif agreed == "yes" and given(form.agreement, "agreed_on", date) is None:
        yield note("frame_agreed_without_day", place_of(form.agreement, "agreed_on"), ABOUT)


def _of_authors(form: _Form, holders: Holders, programme: Programme) -> Iterator[Finding]:
    """Whoever writes the frame belongs to the team and leads it, or TTR looks like something foreign (M15, M39)."""
    leads = {lead.code for lead in programme.leads if lead.code}
    for key in AUTHORS if holders else ():
        name = closed(form.agreement, key)
        code = holders.called(name) if name else Nobody.UNTOLD
        if code is Nobody.UNKNOWN:
            yield note("frame_author_not_signed_up", place_of(form.agreement, key), ABOUT)
        elif not isinstance(code, Nobody) and leads and code not in leads:
            yield note("frame_author_no_lead", place_of(form.agreement, key), ABOUT)
