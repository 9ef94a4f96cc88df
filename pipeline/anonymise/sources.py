"""From which files a year is known: the forms, the scores and the review copies that came in (M104)."""

from collections.abc import Iterator

from pipeline.forms.review import REVIEW
from pipeline.inbox.answers import Received
from pipeline.ttr.sources import Source

SCORES = "scores"
"""In place of a form's key: a score sheet, an export, a list or a chat."""


def sources(received: Received) -> tuple[Source, ...]:
    """Each file once for every kind of form in it, in the order of the inbox."""
    return tuple(dict.fromkeys(_sources(received)))


def _sources(received: Received) -> Iterator[Source]:
    for answers in received.forms:
        yield Source(answers.form.key, answers.digest, answers.place.file)
    places = (*((SCORES, one.place) for one in received.scores), *((REVIEW.key, one.place) for one in received.reviews))
    for form, place in places:
        yield Source(form, received.digests.get(place.file, ""), place.file)
