"""A small maker of cases: forms as they were read, drafts, and review copies as they come back."""

from collections.abc import Mapping

from pipeline.anonymise.case_codes import digest_of
from pipeline.anonymise.case_people import known_people
from pipeline.anonymise.cases import drafts
from pipeline.anonymise.detection.names.known_people import KnownPerson
from pipeline.anonymise.drafts import Draft
from pipeline.anonymise.redaction import masked
from pipeline.anonymise.sign_up import roster
from pipeline.findings import Finding, Place
from pipeline.forms.case import CASE
from pipeline.inbox.answers import Answers, RawReview, Received
from pipeline.inbox.personal import Personal
from tests.anonymise.answers_made import KEY, form, person, sign_up

TEAM = sign_up(person("Joost van der Meer"), person("Ilham Benchekroun"))
TEXTS = {
    "problem": "Zeynep Karataş durfde in de les van Joost niets meer te zeggen.\nZe wachtte tot het voorbij was.",
    "involved": "Zeynep, docent Joost van der Meer en medestudent Kwame.",
    "teacher": "Joost ging door met de les en zei er niets over.",
    "student": "Zeynep bleef de week daarna thuis van school.",
    "others": "Kwame vroeg later hoe het met haar ging.",
    "belonging": "Ze voelde zich niet meer welkom in de groep.",
}
ABOUT = {"kind": "student", "first_year": "yes", "origin": "own", "author": "mentor"}


def case_form(
    file: str = "inbox/casus.docx",
    texts: Mapping[str, str] = TEXTS,
    consent: str | None = "given",
    names: Mapping[str, str] | None = None,
    **about: str | None,
) -> Answers:
    people: dict[str, str | Personal | None] = {"consent": consent}
    people |= {box: Personal(text) for box, text in (names or {"students": "Zeynep Karataş\nKwame"}).items()}
    return form(CASE, file, about=[{**ABOUT, **about}], case=[texts], people=[people])


def everybody(*forms: Answers) -> tuple[Received, tuple[KnownPerson, ...]]:
    """What came in, and whose names are known by it."""
    received = Received((TEAM, *forms))
    signed_up, _ = roster(received, KEY)
    return received, known_people(received, signed_up)


def drafted(*forms: Answers, language: str = "nl") -> tuple[tuple[Draft, ...], tuple[Finding, ...]]:
    received, people = everybody(*forms)
    return drafts(received, people, KEY, language)


def text_of(draft: Draft) -> str:
    """All that the draft would read with every replacement in it."""
    return "\n".join(masked(pieces) for pieces in draft.answers.values())


def review(draft: Draft, file: str = "inbox/terug.docx", *, released: bool = True, **changed: object) -> RawReview:
    """The review copy of a draft with every replacement accepted; `changed` are fields, or answers by question."""
    answers = {question: masked(pieces) for question, pieces in draft.answers.items()}
    answers |= {question: str(changed.pop(question)) for question in list(changed) if question in answers}
    fields: dict[str, object] = {"code": draft.code, "digest": digest_of(KEY, draft), "place": Place(file)}
    fields |= {"released": released, "answers": {key: Personal(text) for key, text in answers.items()}}
    return RawReview(**(fields | changed))  # type: ignore[arg-type]
