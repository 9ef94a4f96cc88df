"""A page beside the one before it, to be shown with every difference as a tracked change (M109)."""

from dataclasses import dataclass

from pipeline.documents.contents import Page


@dataclass(frozen=True, slots=True)
class Revision:
    """Accepting all changes gives `new`, rejecting all gives `old`; both are in one language and one look."""

    old: Page
    new: Page
