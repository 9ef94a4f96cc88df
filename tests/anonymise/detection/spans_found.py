"""What an annotator says of a text, as a test can read it."""

from collections.abc import Iterable

from pipeline.anonymise.detection.spans import Label, Span


def shown(content: str, spans: Iterable[Span], label: Label = Label.NAME) -> list[str]:
    """The stretches with this label in the order of the text; a question mark before those that are asked."""
    ordered = sorted(spans, key=lambda span: (span.start, span.end))
    return [f"{'?' * span.asked}{content[span.start : span.end]}" for span in ordered if span.label is label]


def covered(spans: Iterable[Span]) -> set[int]:
    """The places of the signs that are masked or asked about."""
    return {at for span in spans for at in range(span.start, span.end)}
