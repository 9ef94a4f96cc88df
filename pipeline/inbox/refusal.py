"""What ends the reading of one file early; it always becomes a finding, never a traceback."""

from pipeline.findings import Finding, Level, Place, Shown


class UnreadableFileError(Exception):
    """The file, not the machine, is the reason; `key` names what and what to do in the catalogue."""

    def __init__(self, key: str, level: Level = Level.STOP, **values: Shown) -> None:
        super().__init__(key)
        self.key = key
        self.level = level
        self.values = values

    def finding(self, place: Place) -> Finding:
        """The same, said of the file that it is about."""
        return Finding(self.level, self.key, place, self.values)
