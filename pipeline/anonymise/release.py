"""From a reviewed case to one that may be used: it is looked at once more before it passes (M90, M91, G30, G31).

Nothing passes that was not released by a person, and no known name passes whoever released it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.anonymise.case_codes import digest_of
from pipeline.anonymise.detection.detecting import detected
from pipeline.anonymise.detection.names.known_people import KnownPerson
from pipeline.anonymise.detection.spans import Span
from pipeline.anonymise.detection.tokens import Text
from pipeline.anonymise.drafts import Draft
from pipeline.anonymise.folding import folded
from pipeline.anonymise.key import TeamKey
from pipeline.anonymise.reading import spot
from pipeline.anonymise.weighing import is_known
from pipeline.findings import Finding, Word, note, stop
from pipeline.forms.case import CASE
from pipeline.forms.review import REVIEW
from pipeline.inbox.answers import RawReview
from pipeline.language.catalogue import catalogue
from pipeline.ttr.cases import QUESTIONS, Case, CaseProgress, CaseState

ABOUT = REVIEW.key


@dataclass(frozen=True, slots=True)
class _Returned:
    """A case with the review copy that counts for it, or what speaks against it; `review` is None without one."""

    draft: Draft
    review: RawReview | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def may_pass(self) -> bool:
        """Whether it is worth a second look."""
        released = self.review is not None and self.review.released and self.draft.is_complete
        return released and not any(finding.stops for finding in self.findings)


def released(
    drafts: Sequence[Draft], reviews: Sequence[RawReview], people: Sequence[KnownPerson], key: TeamKey
) -> tuple[tuple[Case, ...], tuple[CaseProgress, ...], tuple[Finding, ...]]:
    """The cases that may be used, where each case stands, and what there is to say about the review copies."""
    by_draft, strays = _sorted_out(drafts, reviews, key)
    returned = [_returned(draft, by_draft.get(draft.code, ())) for draft in drafts]
    looked_at = [one for one in returned if one.may_pass]
    said = dict(zip((one.draft.code for one in looked_at), _second_look(looked_at, drafts, people), strict=True))
    passed = {code for code, findings in said.items() if not findings}
    cases = tuple(_case(one.draft, one.review) for one in returned if one.draft.code in passed and one.review)
    progress = tuple(_progress(one, passed=one.draft.code in passed) for one in returned)
    findings = (finding for one in returned for finding in (*one.findings, *said.get(one.draft.code, ())))
    return cases, progress, (*strays, *findings)


def _sorted_out(
    drafts: Sequence[Draft], reviews: Sequence[RawReview], key: TeamKey
) -> tuple[Mapping[str, Sequence[RawReview]], list[Finding]]:
    """The reviews of each case by its code, and a word about those of no text that is there now."""
    codes = {digest_of(key, draft): draft.code for draft in drafts}
    by_draft: dict[str, list[RawReview]] = defaultdict(list)
    strays: list[Finding] = []
    for review in reviews:
        code = codes.get(review.digest)
        if code is None or review.code not in ("", code):
            strays.append(stop("review_of_no_case", review.place, ABOUT))
        else:
            by_draft[code].append(review)
    return by_draft, strays


def _returned(draft: Draft, reviews: Sequence[RawReview]) -> _Returned:
    """Of several copies those count that were released; they must say the same."""
    counting = [review for review in reviews if review.released] or list(reviews)
    if not counting:
        return _Returned(draft)
    first, *others = counting
    differing = [other for other in others if _decided(other) != _decided(first)]
    if differing:
        said = [stop("reviews_differ", other.place, ABOUT, first=spot(first.place)) for other in differing]
        return _Returned(draft, first, tuple(said))
    again = (note("review_again", other.place, ABOUT, first=spot(first.place)) for other in others)
    return _Returned(draft, first, (*again, *_faults(draft, first)))


def _decided(review: RawReview) -> tuple[object, ...]:
    return review.released, review.meeting, review.remaining, review.pending, dict(review.answers)


def _faults(draft: Draft, review: RawReview) -> Iterator[Finding]:
    if not review.released:
        yield note("review_not_released", review.place, ABOUT)
        return
    if review.pending:
        yield stop("review_pending", review.place, ABOUT, count=review.pending)
    empty = [key for key in QUESTIONS if draft.answers.get(key) and not review.answers.get(key)]
    if empty:
        names = tuple(Word(f"forms.{CASE.key}.case.{key}.label") for key in empty)
        yield stop("review_answers_empty", review.place, ABOUT, count=len(empty), questions=names)


def _second_look(
    returned: Sequence[_Returned], drafts: Sequence[Draft], people: Sequence[KnownPerson]
) -> list[tuple[Finding, ...]]:
    """What is still found in the texts as they were accepted, case by case.

    All are searched together with what was written at first: a name that was found there is found here in any spelling.
    """
    if not returned:
        return []
    texts = [
        Text(_without_placeholders(text, one.draft), one.draft.language)
        for one in returned
        for text in _accepted(one.review).values()
    ]
    at_first = [
        Text("".join(one.text for one in told), draft.language) for draft in drafts for told in draft.answers.values()
    ]
    found = iter(detected([*texts, *at_first], people))
    said = []
    for one in returned:
        accepted = _accepted(one.review)
        left = {question: _left(one.draft, question, text, next(found)) for question, text in accepted.items()}
        typed = {question: _typed(one.draft, accepted[question], spans) for question, spans in left.items()}
        said.append(tuple(_about_what_is_left(one.review, left, typed)))
    return said


def _accepted(review: RawReview | None) -> dict[str, str]:
    """The text of each answer as it reads now; the empty one of a question that nobody answered."""
    answers = review.answers if review else {}
    return {key: answers[key].reveal() if key in answers else "" for key in QUESTIONS}


def _left(draft: Draft, question: str, text: str, found: Sequence[Span]) -> list[Span]:
    """What was found but for what the reviewer was asked about there and kept."""
    kept = {folded(piece.text) for piece in draft.answers.get(question, ()) if piece.asked}
    return [
        span for span in found if is_known(span) or not (span.asked and folded(text[span.start : span.end]) in kept)
    ]


def _without_placeholders(text: str, draft: Draft) -> str:
    """The text with an everyday word instead of what we put there ourselves, as long as that was.

    `student D. De rest` names nobody called D. De; and a sentence that began with a placeholder still has its capital.
    """
    ours = {piece.replacement for pieces in draft.answers.values() for piece in pieces if piece.replacement}
    somebody = catalogue(draft.language).say("placeholder.somebody")

    def everyday(found: re.Match[str]) -> str:
        word = somebody.capitalize() if found[0][0].isupper() else somebody
        # A comma ends a name as well, so that `mevrouw B ging` is nobody called Ging.
        return f"{word if len(word) <= len(found[0]) else ',':{len(found[0])}}"

    for words in sorted(ours, key=len, reverse=True):
        text = _placeholder(words).sub(everyday, text)
    return text


def _placeholder(words: str) -> re.Pattern[str]:
    """A letter alone stands behind a role or a title; `B. Bakker` and `J. B.` are no placeholders of ours."""
    if len(words) == 1:
        return re.compile(rf"(?<=[^\W\d_]{{2}} ){re.escape(words)}(?![\w.])(?! [^\W\d_a-z])")
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)


def _typed(draft: Draft, text: str, left: Sequence[Span]) -> list[Span]:
    """What a reviewer typed anew and would be masked: yes to what remained was said of something else."""
    written = folded(" ".join(piece.text for told in draft.answers.values() for piece in told))
    masked = (span for span in left if not span.asked and not is_known(span))
    return [span for span in masked if folded(text[span.start : span.end]) not in written]


def _about_what_is_left(
    review: RawReview | None, left: Mapping[str, Sequence[Span]], typed: Mapping[str, Sequence[Span]]
) -> Iterator[Finding]:
    if review is None:
        return
    for known in (True, False):
        counts = +Counter({key: sum(is_known(span) is known for span in spans) for key, spans in left.items()})
        if counts and (known or not review.remaining):
            yield _said_of("review_names_left" if known else "review_remaining", review, counts)
    anew = +Counter({key: len(spans) for key, spans in typed.items()})
    if anew and review.remaining:
        yield _said_of("review_typed_anew", review, anew)


def _said_of(key: str, review: RawReview, counts: Counter[str]) -> Finding:
    questions = tuple(Word(f"forms.{CASE.key}.case.{question}.label") for question in counts)
    return stop(key, review.place, ABOUT, count=counts.total(), questions=questions)


def _case(draft: Draft, review: RawReview) -> Case:
    return Case(
        draft.code,
        _accepted(review),
        draft.kind,
        draft.first_year,
        draft.origin,
        draft.author,
        review.meeting,
        review.place,
    )


def _progress(returned: _Returned, *, passed: bool) -> CaseProgress:
    draft, review = returned.draft, returned.review
    meeting = review.meeting if review and passed else None
    if not draft.is_complete:
        state = CaseState.TO_MEND
    elif passed:
        state = CaseState.CHOSEN if meeting else CaseState.RELEASED
    else:
        state = CaseState.IN_REVIEW if review else CaseState.TO_REVIEW
    return CaseProgress(draft.code, state, meeting, draft.place)
