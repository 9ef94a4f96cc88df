"""The review copy of every case, which still shows names: it belongs in `private` and is never shared (M90, M94)."""

from collections.abc import Iterable, Mapping

from pipeline.anonymise.drafts import Draft
from pipeline.anonymise.key import TeamKey
from pipeline.language.catalogue import Catalogue

FOLDER = "review"


def paths(drafts: Iterable[Draft]) -> tuple[str, ...]:
    """Where the copy of each case lies in `private`."""
    return tuple(f"{FOLDER}/{draft.code}.docx" for draft in drafts)


def review_copies(drafts: Iterable[Draft], key: TeamKey, words: Catalogue) -> Mapping[str, bytes]:
    """A Word document for each case, by its path in `private`; `words` are those of the lead who reviews."""
    from pipeline.post.review_document import review_document  # noqa: PLC0415 - slow to start

    return {path: review_document(draft, key, words) for draft in drafts for path in paths((draft,))}
