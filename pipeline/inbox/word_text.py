"""The text of a Word document, as it reads with all changes accepted (M89, G31).

python-docx would lose what stands in content controls and tracked changes, so the XML is walked here. The package was
looked through before: no entities, nothing endless, at most two hundred deep.
"""

from pipeline.inbox.opening import Opened
from pipeline.inbox.word_package import word_package
from pipeline.inbox.word_values import Cell, Field, FieldKind, LeftOut, Paragraph, WordDocument
from pipeline.inbox.word_walk import Walk

__all__ = ["Cell", "Field", "FieldKind", "LeftOut", "Paragraph", "WordDocument", "document"]


def document(file: Opened) -> WordDocument:
    """The document in the accepted view."""
    package = word_package(file.content)
    walk = Walk(package.styles)
    walk.over(package.main)
    return WordDocument(
        text=walk.text,
        paragraphs=tuple(walk.paragraphs),
        fields=tuple(walk.fields),
        bound=package.bound,
        spans=walk.spans,
        pending=package.pending,
        comments=package.comments,
        hidden=walk.hidden,
        mark=package.mark,
        left_out=frozenset(walk.left_out),
    )
