"""From which forms a year is known: what a report names as its source, without the name of a file (M104)."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Source:
    """A form that came in: its key, and the SHA-256 of its file in hexadecimal digits.

    `file` is its name in the inbox, which may name somebody: it finds the source of a place and is never shown.
    """

    form: str
    digest: str
    file: str = field(default="", repr=False)
