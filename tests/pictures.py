"""Makes docs/pictures, the pictures of the guide and the README: `python -m tests.pictures`, or `make pictures`.

Each shows what the program makes of the invented team at this moment, as LibreOffice, or for pages and terminals
Chromium, shows it. Whoever changes a form or a document makes them again and looks at them. Where Chromium is missing,
the pictures that need it stay as they are.
"""

import html
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

from click.testing import CliRunner
from PIL import Image, ImageChops
from rich.console import Console
from rich.text import Text

from pipeline.cli import main
from tests import sample
from tests.office import rendering
from tests.office.tools import located

FOLDER = sample.ROOT / "docs" / "pictures"
LARGEST = 70_000
"""Bytes of a picture, where fewer colours can make it so light."""
_COLOURS = (128, 64, 48, 32)
_DPI = 160
_GAP = 10
_TERMINAL = (980, 2600)
_BETWEEN = "#c9d0d4"
_WITHOUT_NOTES = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"false"}}'


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages of a file in the team's folder, so many beside each other, each `width` pixels wide.

    `until` is how much of each page is shown, from its top; notes are signs that would cover the words beside them.
    """

    file: str
    numbers: tuple[int, ...]
    width: int = 760
    across: int = 1
    until: float = 1
    notes: bool = True


@dataclass(frozen=True, slots=True)
class Screen:
    """A page for the browser, in a window of this size."""

    file: str
    size: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Said:
    """What one of the team's commands says on the terminal, from the first line that begins with `since`."""

    command: tuple[str, ...]
    since: str = ""


Wanted: TypeAlias = Pages | Screen | Said


@dataclass(frozen=True, slots=True)
class Scene:
    """A team at a moment of its year: its folder, what it asks for on which day, and what is to be seen of it."""

    fill: Callable[[Path], None]
    asked: tuple[tuple[str, ...], ...]
    pictures: Mapping[str, Wanted]


def fill_midway(folder: Path) -> None:
    """The folder in January: what came in later is not there yet, and the second case waits for its release."""
    sample.fill(folder)
    for name in ("casus-2-nagekeken", "vervolgsessie-2", "vervolgsessie-3", "referentiekader-nieuw", "jaarformulier"):
        (folder / "inbox" / f"{name}.docx").unlink()
    (folder / "inbox" / "actielijst.xlsx").unlink()


def fill_with_slips(folder: Path) -> None:
    """The folder when the year begins: slips in the programme form, and a PDF among the forms."""
    inbox = folder / "inbox"
    inbox.mkdir()
    (folder / "private").mkdir()
    (folder / "private" / "sample.key").write_text(sample.key_text(), encoding="utf-8")
    slips = {"lead_2": "Joost de Meer", "first_teaching_day": "6 september"}
    (inbox / "programma.xlsx").write_bytes(sample.programme_form(answers=slips))
    (inbox / "aanmelding.xlsx").write_bytes(sample.sign_up_form(sample.TEAM))
    (inbox / "aanmelding van een collega.pdf").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")


WHOLE_YEAR: Mapping[str, Wanted] = {
    "session-deck.png": Pages(
        "outbox/2_introduction/session-deck-intro.pptx", (1, 4, 6, 11, 12, 23, 41, 44), 430, across=4
    ),
    "programme-form.png": Pages("inbox/programma.xlsx", (2,), 860),
    "sign-up.png": Pages("outbox/forms/aanmelding.xlsx", (2,), 860, until=0.42),
    "persona-instruction.png": Pages("outbox/letters/CFR-598.docx", (1, 2), 520, across=2),
    "score-sheet.png": Pages("inbox/scoreblad-ingevuld.xlsx", (1, 2), 900, until=0.66),
    "frame-of-reference.png": Pages("outbox/2_introduction/frame-of-reference.docx", (1,), 640),
    "case-form.png": Pages("outbox/forms/casus.docx", (1, 2), 520, across=2),
    "review-copy.png": Pages("private/review/C-8H5K7.docx", (1, 2), 520, across=2, notes=False),
    "follow-up-deck.png": Pages("outbox/4_follow_up_2/session-deck-2.pptx", (2, 6, 10, 13, 16, 19), 430, across=3),
    "meeting-form.png": Pages("inbox/vervolgsessie-2.docx", (1, 2), 490, across=2),
    "report.png": Pages("outbox/4_follow_up_2/report-2.docx", (1,), 640),
    "action-list.png": Pages("outbox/action-list.xlsx", (2,), 860, until=0.5),
    "annual-report.png": Pages("outbox/annual_report/annual-report.docx", (1, 2, 3, 4), 400, across=2),
}
MIDWAY: Mapping[str, Wanted] = {
    "year-plan.png": Pages("outbox/1_prepare/year-plan.xlsx", (1,), 900, until=0.92),
    "overview.png": Screen("outbox/overview.html", (1000, 1380)),
    "terminal-all.png": Said(("all",), since="Alles bij elkaar"),
}
AT_THE_BEGINNING: Mapping[str, Wanted] = {
    "terminal-check.png": Said(("check",)),
    "to-mend.png": Pages("outbox/to_mend/02-programma.xlsx", (1, 3), 860, until=0.48),
}
SCENES = (
    Scene(sample.fill, (("2027-09-09", "forms"), ("2028-06-12", "all")), WHOLE_YEAR),
    Scene(fill_midway, (("2028-01-24", "all"),), MIDWAY),
    Scene(fill_with_slips, (("2027-09-13", "check"),), AT_THE_BEGINNING),
)
PICTURES = tuple(name for scene in SCENES for name in scene.pictures)


def make_all(folder: Path = FOLDER) -> list[str]:
    """Every picture that this machine can make, in `folder`; the names of those that it cannot."""
    made: dict[str, Image.Image] = {}
    for scene in SCENES:
        with TemporaryDirectory() as team:
            scene.fill(Path(team))
            made |= seen(Path(team), scene)
    folder.mkdir(parents=True, exist_ok=True)
    for name, picture in made.items():
        (folder / name).write_bytes(light(picture))
    return [name for name in PICTURES if name not in made]


def says(team: Path, day: str, *command: str) -> str:
    """What a command says, with its colours; that something is to be mended is no failure here."""
    run = CliRunner().invoke(main, ["--folder", str(team), "--today", day, *command], color=True)
    if run.exit_code not in {0, 1}:
        raise AssertionError(f"{command} ended with {run.exit_code}: {run.output}")
    return run.output


def seen(team: Path, scene: Scene) -> dict[str, Image.Image]:
    """What is to be seen of a scene, without the pictures that need a program which is not there."""
    told = {tuple(command): says(team, day, *command) for day, *command in scene.asked}
    wanted = scene.pictures
    if missing := [
        one.file for one in wanted.values() if not isinstance(one, Said) and not (team / one.file).is_file()
    ]:
        raise AssertionError("\n".join([f"not made: {', '.join(missing)}", *told.values()]))
    with TemporaryDirectory() as working:
        made = dict(_of_pages(team, wanted, Path(working)))
        if browser := located("chromium"):
            for name, one in wanted.items():
                if isinstance(one, Screen):
                    made[name] = screenshot(browser, team / one.file, one.size)
                elif isinstance(one, Said):
                    page = Path(working) / "terminal.html"
                    page.write_text(terminal(shown_lines(told[one.command], one.since), one.command), encoding="utf-8")
                    made[name] = screenshot(browser, page, _TERMINAL)
    return made


def _of_pages(team: Path, wanted: Mapping[str, Wanted], working: Path) -> Iterator[tuple[str, Image.Image]]:
    of_pages = {name: one for name, one in wanted.items() if isinstance(one, Pages)}
    pdfs = as_pdfs(team, list(of_pages.values()), working)
    for name, one in of_pages.items():
        yield name, laid_out([page_of(pdfs[one.file], number, one) for number in one.numbers], one.across)


def as_pdfs(team: Path, wanted: Sequence[Pages], folder: Path) -> dict[str, Path]:
    """The files as PDFs, by their places in the team's folder: one start of LibreOffice for each way of showing."""
    made: dict[str, Path] = {}
    for notes in (True, False):
        files = sorted({one.file for one in wanted if one.notes == notes})
        copies = [Path(shutil.copy(team / file, folder / file.replace("/", "-"))) for file in files]
        if copies and notes:
            rendering.pdfs(copies, folder)
        elif copies:
            _convert(copies, folder, _WITHOUT_NOTES)
        made |= {file: copy.with_suffix(".pdf") for file, copy in zip(files, copies, strict=True)}
    return made


def _convert(files: Sequence[Path], folder: Path, to: str) -> None:
    with TemporaryDirectory() as profile:
        program = ["soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless"]
        command = [*program, "--convert-to", to, "--outdir", str(folder), *map(str, files)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)


def page_of(pdf: Path, number: int, wanted: Pages) -> Image.Image:
    """One page, as much of it as is wanted, and as wide."""
    command = ["pdftoppm", "-r", str(_DPI), "-f", str(number), "-l", str(number), "-png", str(pdf)]
    page = Image.open(io.BytesIO(subprocess.run(command, check=True, capture_output=True).stdout)).convert("RGB")
    page = page.crop((0, 0, page.width, round(page.height * wanted.until)))
    return page.resize((wanted.width, round(page.height * wanted.width / page.width)), Image.Resampling.LANCZOS)


def laid_out(pages: Sequence[Image.Image], across: int) -> Image.Image:
    """The pages in rows, on a ground that shows where each ends."""
    wide, high = max(page.width for page in pages) + _GAP, max(page.height for page in pages) + _GAP
    rows = -(-len(pages) // across)
    ground = Image.new("RGB", (across * wide + _GAP, rows * high + _GAP), _BETWEEN)
    for place, page in enumerate(pages):
        ground.paste(page, (place % across * wide + _GAP, place // across * high + _GAP))
    return ground


def shown_lines(said: str, since: str) -> list[str]:
    """The lines of the terminal that the picture is about."""
    lines = said.rstrip().splitlines()
    first = next((at for at, line in enumerate(lines) if Text.from_ansi(line).plain.startswith(since)), 0)
    return lines[first:]


def terminal(lines: Sequence[str], command: Sequence[str]) -> str:
    """A page that looks like a terminal after this command."""
    console = Console(record=True, width=104, file=io.StringIO(), color_system="standard", highlight=False)
    for line in lines:
        console.print(Text.from_ansi(line))
    said = console.export_html(inline_styles=True, code_format="{code}")
    return (
        '<!doctype html><meta charset="utf-8"><body style="margin:0;background:#fff;color:#1f2a30">'
        "<pre style=\"margin:0;padding:16px;font:15px/1.4 'DejaVu Sans Mono',monospace\">"
        f"<b>&gt; ttr {html.escape(' '.join(command))}</b>\n{said}</pre>"
    )


def screenshot(browser: str, page: Path, size: tuple[int, int]) -> Image.Image:
    """What a window of this size shows of a page, without the empty part below it."""
    with TemporaryDirectory() as profile:
        target = Path(profile) / "seen.png"
        command = [browser, "--headless", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={profile}/profile"]
        command += [f"--window-size={size[0]},{size[1]}", f"--screenshot={target}", page.as_uri()]
        if hasattr(os, "geteuid") and not os.geteuid():
            command.insert(1, "--no-sandbox")  # Chromium refuses to start for root with one
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return without_margin(Image.open(target).convert("RGB"))


def without_margin(picture: Image.Image) -> Image.Image:
    """The picture without the rows below it that are all of one colour."""
    ground = Image.new("RGB", picture.size, picture.getpixel((picture.width - 1, picture.height - 1)))
    box = ImageChops.difference(picture, ground).getbbox()
    return picture.crop((0, 0, picture.width, min(picture.height, box[3] + 16))) if box else picture


def light(picture: Image.Image) -> bytes:
    """The picture as a PNG, of as many colours as keep it light."""
    made = b""
    for colours in _COLOURS:
        target = io.BytesIO()
        few = picture.quantize(colours, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        few.save(target, "PNG", optimize=True)
        made = target.getvalue()
        if len(made) <= LARGEST:
            break
    return made


def _missing_programs() -> Iterator[str]:
    yield from (program for program in ("soffice", "pdftoppm") if not located(program))


if __name__ == "__main__":
    if missing := list(_missing_programs()):
        sys.exit(f"not installed: {', '.join(missing)} (see CONTRIBUTING.md)")
    if left := make_all():
        print(f"left as they were, for want of Chromium: {', '.join(left)}")  # noqa: T201 - its use
