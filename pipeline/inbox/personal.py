"""A text that names somebody, closed so that it cannot slip into a document."""

from typing import NoReturn


class Personal:
    """A closed text about a person: no `str`, prints `<personal>`, cannot be formatted or pickled.

    Only the rooms that may name somebody open it, with `reveal()`.
    """

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """The text itself; never to be put in a document outside `post`."""
        return self._text

    def __bool__(self) -> bool:
        return bool(self._text.strip())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Personal) and self._text == other._text

    def __hash__(self) -> int:
        return hash((Personal, self._text))

    def __repr__(self) -> str:
        return "<personal>"

    __str__ = __repr__

    def __format__(self, spec: str) -> NoReturn:
        raise TypeError("a personal text cannot be formatted")

    def __reduce__(self) -> NoReturn:
        raise TypeError("a personal text cannot be pickled")

    def __iter__(self) -> NoReturn:
        raise TypeError("a personal text cannot be taken apart")

    def __len__(self) -> NoReturn:
        raise TypeError("a personal text has no length to show")
