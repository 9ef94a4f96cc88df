"""The notes under a slide: what to say, for how long, and what to do if needed, each part with its label."""

from typing import Final

from pipeline.documents.contents import Notes, NotesLabels
from pipeline.outbox.slides.fitting import Text
from pipeline.outbox.slides.shapes import Area, Filled, Placeholder, Shape

SIZE: Final = 12
"""Points; said outright, because LibreOffice has a size of its own for notes."""


def notes_shapes(notes: Notes, labels: NotesLabels, places: tuple[Placeholder, ...]) -> tuple[Shape, ...]:
    """The notes page in the places of the notes master: the slide itself, the notes and the number."""
    shapes: list[Shape] = []
    for place in places:
        if place.kind == "body":
            shapes.append(Filled(place, _texts(notes, labels)))
        elif place.kind == "sldImg":
            shapes.append(Filled(place, ()))
        elif place.kind == "sldNum":
            shapes.append(Filled(place, (), is_slide_number=True))
    return tuple(shapes)


def notes_place(kind: str, index: int, name: str) -> Placeholder:
    """A placeholder of the notes master; only which one it is matters, its place is the master's."""
    return Placeholder(kind, index, Area(0, 0, 0, 0), SIZE, name=name)


def _texts(notes: Notes, labels: NotesLabels) -> tuple[Text, ...]:
    parts = [_label(f"{labels.minutes}: {notes.minutes or labels.together}")]
    for label, lines in ((labels.say, notes.say), (labels.if_needed, notes.if_needed)):
        if lines:
            parts += [_label(label), *(Text(line, SIZE, before=2, marker="none") for line in lines)]
    return tuple(parts)


def _label(text: str) -> Text:
    return Text(text, SIZE, bold=True, before=6, marker="none")
