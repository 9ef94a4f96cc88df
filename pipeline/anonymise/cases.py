"""Cases as they came in, searched for what could tell who they are about, ready to be reviewed (M18, M88-M93, G30)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.anonymise.case_codes import codes_of_texts, text_of
from pipeline.anonymise.detection.detecting import detected
from pipeline.anonymise.detection.names.known_people import KnownPerson
from pipeline.anonymise.detection.spans import Rank, Span
from pipeline.anonymise.detection.tokens import Text
from pipeline.anonymise.drafts import Draft
from pipeline.anonymise.key import TeamKey
from pipeline.anonymise.reading import closed, copies, given, place_of, spot
from pipeline.anonymise.redaction import replaced
from pipeline.findings import Finding, Place, note, stop
from pipeline.forms.case import CASE
from pipeline.inbox.answers import Answers, Received, Row
from pipeline.language.catalogue import catalogue
from pipeline.ttr.cases import QUESTIONS

ABOUT = CASE.key
FEWEST_WORDS = 4
STAFF = "teacher"


@dataclass(frozen=True, slots=True, repr=False)
class _Form:
    """One case form that came in, with the text of its answers."""

    answers: Answers
    texts: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        row = self.row("case")
        found = {question: row and closed(row, question) for question in QUESTIONS}
        object.__setattr__(self, "texts", {key: text.reveal() if text else "" for key, text in found.items()})

    @property
    def place(self) -> Place:
        return self.answers.place

    def row(self, sheet: str) -> Row | None:
        return next(iter(self.answers.sheets.get(sheet, ())), None)

    def said(self, sheet: str, question: str) -> str | None:
        row = self.row(sheet)
        return given(row, question, str) if row else None

    def spot_of(self, sheet: str, question: str) -> Place:
        row = self.row(sheet)
        return place_of(row, question) if row else self.place


def drafts(
    received: Received, people: Sequence[KnownPerson], key: TeamKey, language: str
) -> tuple[tuple[Draft, ...], tuple[Finding, ...]]:
    """Every case that came in, the same text once, and what there is to say about them.

    `people` are all whose names are known, `language` serves for a form that does not tell its own. All texts are
    searched together: what one tells serves the others.
    """
    cases = _by_text(received)
    codes = codes_of_texts(key, cases)
    texts = {code: _texts(cases[text], language) for text, code in codes.items()}
    found = _found(texts, people)
    made = tuple(_draft(code, cases[text], (texts[code], found[code]), people) for text, code in codes.items())
    findings = (finding for text, code in codes.items() for finding in _remarks(cases[text], found[code], people))
    in_order = sorted(made, key=lambda draft: draft.place)
    return tuple(in_order), (*findings, *_of_all(in_order))


def _by_text(received: Received) -> dict[str, list[_Form]]:
    """The forms with something written in them, by their text; the reader has spoken of the others."""
    cases: dict[str, list[_Form]] = defaultdict(list)
    for answers in copies(received, CASE):
        form = _Form(answers)
        if text := text_of(form.texts):
            cases[text].append(form)
    return cases


def _texts(forms: Sequence[_Form], language: str) -> tuple[Text, ...]:
    first = forms[0]
    return tuple(Text(first.texts[question], first.answers.language or language) for question in QUESTIONS)


def _found(
    texts: Mapping[str, tuple[Text, ...]], people: Sequence[KnownPerson]
) -> dict[str, tuple[tuple[Span, ...], ...]]:
    spans = iter(detected([text for case in texts.values() for text in case], people))
    return {code: tuple(next(spans) for _ in case) for code, case in texts.items()}


def _draft(
    code: str,
    forms: Sequence[_Form],
    searched: tuple[tuple[Text, ...], tuple[tuple[Span, ...], ...]],
    people: Sequence[KnownPerson],
) -> Draft:
    texts, found = searched
    language = texts[0].language
    first_year = _first(forms, "about", "first_year")
    return Draft(
        code,
        forms[0].place,
        language,
        dict(zip(QUESTIONS, replaced(texts, found, catalogue(language), people), strict=True)),
        kind=_first(forms, "about", "kind"),
        first_year=None if first_year is None else first_year == "yes",
        origin=_first(forms, "about", "origin"),
        author=_first(forms, "about", "author"),
        consent=_first(forms, "people", "consent"),
        copies=tuple(form.place for form in forms[1:]),
    )


def _first(forms: Sequence[_Form], sheet: str, question: str) -> str | None:
    """What the first copy says that says anything: somebody may have completed a later one."""
    return next((said for form in forms if (said := form.said(sheet, question)) is not None), None)


def _remarks(
    forms: Sequence[_Form], found: Sequence[Sequence[Span]], people: Sequence[KnownPerson]
) -> Iterator[Finding]:
    """What there is to say about one case; what it leaves empty has been said by the reader."""
    first, *others = forms
    yield from (note("case_twice", other.place, ABOUT, first=spot(first.place)) for other in others)
    if _first(forms, "people", "consent") is None:
        # About this case alone: what comes of the others does not wait for it.
        yield stop("case_consent_missing", first.spot_of("people", "consent"))
    if _first(forms, "about", "first_year") == "no":
        yield note("case_not_first_year", first.spot_of("about", "first_year"), ABOUT)
    short = [question for question in QUESTIONS if 0 < len(first.texts[question].split()) < FEWEST_WORDS]
    if short:
        yield note("case_answers_short", first.spot_of("case", short[0]), ABOUT, count=len(short))
    if any(span.rank >= Rank.FAILED for spans in found for span in spans):
        yield note("case_answer_hidden", first.place, ABOUT)
    staff = {person.key for person in people if person.role == STAFF}
    named = {span.person for spans in found for span in spans if span.person in staff}
    if named:
        yield note("case_names_staff", first.place, ABOUT, count=len(named))


def _of_all(made: Sequence[Draft]) -> Iterator[Finding]:
    """Advice on the cases together: mentors write them, from the team's own programme if that is safe (M88, M93)."""
    if made and all(draft.origin == "fictional" for draft in made):
        yield note("cases_all_fictional", made[0].place, ABOUT)
    if made and all(draft.author not in (None, "mentor") for draft in made):
        yield note("cases_not_by_mentors", made[0].place, ABOUT)
