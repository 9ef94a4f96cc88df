"""Where the texts of one form are let through or held back, and what is said of them is put down (M90, G30).

Nothing passes that no person released, and nobody we know by name passes whoever released it.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.anonymise.reading import first_row, given, place_of
from pipeline.anonymise.score_people import Holders
from pipeline.anonymise.told_texts import language_of, told
from pipeline.findings import Finding, note, stop
from pipeline.forms.questions import Medium
from pipeline.forms.releases import FOUND_MAY_STAY, NOT_YET, RELEASE, RELEASE_SHEET, YES
from pipeline.inbox.answers import Answers, Received, Row
from pipeline.ttr.programme import Programme

if TYPE_CHECKING:
    from pipeline.anonymise.text_search import Found, Searched


WHO_SAID = ("action_who_names_somebody", "action_who_may_name_somebody")


@dataclass(frozen=True, slots=True)
class TeamTexts:
    """What came in and what was found in its texts, with who may be meant by a name or a code.

    `language` serves for a form that does not tell its own.
    """

    received: Received
    holders: Holders
    programme: Programme
    searched: "Searched"
    language: str

    def desk(self, answers: Answers, about: str = "") -> "TextDesk":
        """The desk for one form; a STOP is said `about` the form of that key, or about none."""
        return TextDesk(answers, self.searched, language_of(answers, self.language), about)


@dataclass(frozen=True, slots=True)
class TextDesk:
    """The desk for one form."""

    answers: Answers
    searched: "Searched"
    language: str
    about: str = ""
    findings: list[Finding] = field(default_factory=list)

    @property
    def release(self) -> str | None:
        """What the form says of its release."""
        return given(first_row(self.answers, RELEASE_SHEET.key), RELEASE.key, str)

    @property
    def is_released(self) -> bool:
        """Whether somebody has said that what is written may be used."""
        return self.release in {YES, FOUND_MAY_STAY}

    def ask_for_release(self) -> None:
        """Says that the form waits for its release; of a question left open in a Word form the reader has spoken."""
        if self.release == NOT_YET or (self.release is None and self.answers.form.medium is Medium.WORKBOOK):
            place = place_of(first_row(self.answers, RELEASE_SHEET.key), RELEASE.key)
            self.findings.append(stop("text_not_released", place, self.about))

    def passing(self, row: Row, question: str) -> str | None:
        """The answer as it may be said; empty where there is none, None where it is held back."""
        return self._looked_at(row, question, ("text_names_somebody", "text_may_point_at_somebody"))

    def role(self, row: Row, question: str, said: tuple[str, str] = WHO_SAID) -> str | None:
        """The same of an answer that is a role or a code; `said` is what is said of one that names somebody, or may."""
        return self._looked_at(row, question, said)

    def wordings(self, row: Row, question: str) -> list[str]:
        """Those in a cell that may be said; one that is held back is left out of what is made, and holds up nothing."""
        texts = told(self.answers, row, question, self.language)
        found = [self.searched.of((one,)) for one in texts]
        known = sum(bool(one.known) for one in found)
        doubtful = sum(self._is_held(one) for one in found) - known
        if known:
            self.findings.append(note("wording_names_somebody", place_of(row, question), self.about, count=known))
        if doubtful:
            place = place_of(row, question)
            self.findings.append(note("wording_may_name_somebody", place, self.about, count=doubtful))
        passing = (one.content for one, what in zip(texts, found, strict=True) if not self._is_held(what))
        return list(passing) if self.is_released else []

    def _is_held(self, found: "Found") -> bool:
        return bool(found.known or (found.doubtful and self.release != FOUND_MAY_STAY))

    def _looked_at(self, row: Row, question: str, said: tuple[str, str]) -> str | None:
        texts = told(self.answers, row, question, self.language)
        found = self.searched.of(texts)
        place = place_of(row, question)
        known, doubtful = said
        if found.known:
            self.findings.append(stop(known, place, self.about, count=found.known))
        elif found.doubtful and self.release != FOUND_MAY_STAY:
            self.findings.append(stop(doubtful, place, self.about, count=found.doubtful))
        elif self.is_released or not texts:
            return "\n".join(one.content for one in texts)
        return None
