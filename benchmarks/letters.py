"""A thousand persona instructions, beside docxtpl used as its readme shows, and beside writing the same packages."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import BytesIO
from statistics import median
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docxtpl import DocxTemplate
from measuring import say

from pipeline.documents.persona_instruction import instruction_fields
from pipeline.language.catalogue import catalogue
from pipeline.outbox.letters.package import package_of
from pipeline.outbox.letters.template import LetterTemplate, letter_template, template_bytes
from pipeline.ttr.records import TeamYear
from pipeline.workspace import shipped_templates

LANGUAGE = "nl"
LETTERS = 1000
TURNS = 20
"""In so many turns each way makes its letters, so that a busy machine slows all of them alike."""

Fields = Mapping[str, object]


def fields(number: int) -> Fields:
    """What one letter is filled in with."""
    values = instruction_fields(TeamYear(), f"KTM-{number}", catalogue(LANGUAGE))
    return values | {"recipient": f"Nour & Radjesh <{number}>"}


def by_docxtpl(file: bytes, recipients: Sequence[Fields]) -> Iterator[bytes]:
    """As the readme of docxtpl shows, in memory."""
    for values in recipients:
        document = DocxTemplate(BytesIO(file))
        document.render(dict(values), autoescape=True)
        target = BytesIO()
        document.save(target)
        yield target.getvalue()


def by_zipfile(packages: Sequence[Mapping[str, bytes]]) -> Iterator[bytes]:
    """Nothing but writing: every part is there, and all of them are packed."""
    for parts in packages:
        target = BytesIO()
        with ZipFile(target, "w") as archive:
            for name, content in parts.items():
                entry = ZipInfo(name)
                entry.compress_type = ZIP_DEFLATED
                archive.writestr(entry, content, compresslevel=6)
        yield target.getvalue()


def by_copying(template: LetterTemplate, packages: Sequence[Mapping[str, bytes]]) -> Iterator[bytes]:
    """Nothing but writing, and only what differs is packed: the floor."""
    differing = [page.part for page in template.pages]
    for parts in packages:
        yield package_of(template.parts, {name: parts[name] for name in differing})


def parts_of(package: bytes) -> Mapping[str, bytes]:
    """A letter taken apart, ready to be written again."""
    with ZipFile(BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def texts(package: bytes) -> list[str]:
    """What a letter says."""
    return [paragraph.text for paragraph in docx.Document(BytesIO(package)).paragraphs]


def main() -> None:
    """Take the times and print the ratios."""
    file = template_bytes(shipped_templates(), None, LANGUAGE).file
    started = time.perf_counter()
    template = letter_template(file, title="Power Walk", language=LANGUAGE)
    compiling = time.perf_counter() - started
    recipients = [fields(number) for number in range(LETTERS)]
    ready = [parts_of(template.render(values)) for values in recipients]
    ways: Mapping[str, Callable[[slice], Iterator[bytes]]] = {
        "packing what differs, copying the rest (floor)": lambda some: by_copying(template, ready[some]),
        "zipfile, every part packed": lambda some: by_zipfile(ready[some]),
        "our letters": lambda some: (template.render(values) for values in recipients[some]),
        "docxtpl as its readme shows": lambda some: by_docxtpl(file, recipients[some]),
    }
    check(ways)
    taken = {name: median(turns) / (LETTERS // TURNS) for name, turns in in_turns(ways).items()}
    floor, _, ours, _ = taken.values()
    rows = ((name, f"{each / floor:.1f}", f"{each / ours:.1f}") for name, each in taken.items())
    say([(f"{LETTERS} letters of two pages, per letter", "x floor", "x our letters"), *rows])
    print(f"\nLooking over and compiling the template, once: as long as {compiling / ours:.0f} of our letters.")
    print(f"Parts of a letter: {len(template.parts)}, of which {len(template.pages)} differ.")


def check(ways: Mapping[str, Callable[[slice], Iterator[bytes]]]) -> None:
    """All ways must make the same letter; this also warms them up."""
    made = [texts(next(iter(way(slice(1))))) for way in ways.values()]
    if any(one != made[0] for one in made):
        raise SystemExit("the letters differ")


def in_turns(ways: Mapping[str, Callable[[slice], Iterator[bytes]]]) -> Mapping[str, list[float]]:
    """How long each way took in each turn, in seconds."""
    each = LETTERS // TURNS
    times: dict[str, list[float]] = {name: [] for name in ways}
    for begin in range(0, LETTERS, each):
        for name, way in ways.items():
            started = time.perf_counter()
            for _ in way(slice(begin, begin + each)):
                pass
            times[name].append(time.perf_counter() - started)
    return times


if __name__ == "__main__":
    main()
