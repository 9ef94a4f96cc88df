"""All oracles at once: what is wrong with the files that were made."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.office.accessibility import barriers
from tests.office.canaries import canaries_in
from tests.office.package_rules import breaches
from tests.office.validator import faults

OFFICE = (".docx", ".pptx", ".xlsx")


def complaints(paths: Sequence[Path], names: Iterable[str] = ()) -> list[str]:
    """Everything wrong with the files; `names` are those that may occur in none of them."""
    names = tuple(names)
    found = faults(path for path in paths if path.suffix in OFFICE)
    for path in paths:
        content = path.read_bytes()
        own = [f"a name in {place}" for place in canaries_in(content, names)] if names else []
        if path.suffix in OFFICE:
            own += breaches(content) + barriers(content)
        found += [f"{path.name}: {complaint}" for complaint in own]
    return found
