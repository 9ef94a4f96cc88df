"""Files as somebody would see them: opened by LibreOffice and turned into pictures of their pages.

`python -m tests.office.rendering FILE... FOLDER` lays the pages of each file side by side, for a person to look at.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.office.tools import require

_TIME_LIMIT = 120
_ACROSS = 4
_GAP = 8


def pdfs(paths: Sequence[Path], folder: Path) -> list[Path]:
    """Each file as a PDF in `folder`; one start of LibreOffice for all, so their names must differ."""
    stems = [path.stem for path in paths]
    if len(set(stems)) < len(stems):
        raise ValueError("two files of one name would become one PDF")
    folder.mkdir(parents=True, exist_ok=True)
    # A profile of its own, or LibreOffice hands the work to one that already runs.
    with tempfile.TemporaryDirectory() as profile:
        program = [require("soffice"), f"-env:UserInstallation={Path(profile).as_uri()}", "--headless"]
        _run([*program, "--convert-to", "pdf", "--outdir", str(folder), *map(str, paths)])
    made = [folder / f"{stem}.pdf" for stem in stems]
    missing = [pdf.stem for pdf in made if not pdf.is_file() or not pdf.stat().st_size]
    if missing:
        raise AssertionError(f"LibreOffice does not open {', '.join(missing)}")
    return made


def pages(path: Path, folder: Path, dpi: int = 60) -> list[Path]:
    """A picture of each page of `path`, in order, in `folder`."""
    [pdf] = pdfs([path], folder)
    return pictures(pdf, folder, dpi)


def pictures(pdf: Path, folder: Path, dpi: int = 60) -> list[Path]:
    """A picture of each page of a PDF."""
    program = require("pdftoppm")
    for old in folder.glob(f"{pdf.stem}-*.png"):
        old.unlink()
    _run([program, "-r", str(dpi), "-png", str(pdf), str(folder / pdf.stem)])
    # pdftoppm gives all numbers as many digits, so the names sort as the pages do.
    made = sorted(folder.glob(f"{pdf.stem}-*.png"))
    if not made:
        raise AssertionError(f"{pdf.stem} has no page")
    return made


def blank_pages(made: Iterable[Path]) -> list[str]:
    """The pictures on which nothing is to be seen: one colour all over."""
    from PIL import Image  # noqa: PLC0415 - only what is looked at needs it

    blank = []
    for picture in made:
        with Image.open(picture) as page:
            lightest_and_darkest = page.convert("L").getextrema()
        if lightest_and_darkest[0] == lightest_and_darkest[1]:
            blank.append(picture.name)
    return blank


def opens(paths: Sequence[Path], folder: Path) -> list[Path]:
    """The PDFs of all files, after a check that LibreOffice opens each."""
    return pdfs(paths, folder)


def contact_sheet(made: Sequence[Path], target: Path) -> Path:
    """All pages in one picture, in rows of four."""
    from PIL import Image  # noqa: PLC0415 - only what is looked at needs it

    opened: list[Image] = [Image.open(picture) for picture in made]
    width, height = max(page.width for page in opened) + _GAP, max(page.height for page in opened) + _GAP
    across = min(_ACROSS, len(opened))
    sheet = Image.new("RGB", (across * width + _GAP, -(-len(opened) // across) * height + _GAP), "grey")
    for place, page in enumerate(opened):
        sheet.paste(page, (place % across * width + _GAP, place // across * height + _GAP))
        page.close()
    sheet.save(target)
    return target


def _run(command: list[str]) -> None:
    run = subprocess.run(command, capture_output=True, timeout=_TIME_LIMIT, check=False)
    if run.returncode:
        raise AssertionError(f"{Path(command[0]).name} ended with {run.returncode}: {run.stderr.decode()[:300]}")


def _look(paths: Sequence[Path], folder: Path) -> None:
    with tempfile.TemporaryDirectory() as working:
        for number, path in enumerate(paths, 1):
            copy = shutil.copy(path, Path(working) / f"{number}-{path.name}")
            made = pages(Path(copy), Path(working) / "pages")
            print(contact_sheet(made, folder / f"{number}-{path.stem}.png"), *blank_pages(made))  # noqa: T201 - its use


if __name__ == "__main__":
    *files, place = map(Path, sys.argv[1:])
    place.mkdir(parents=True, exist_ok=True)
    _look(files, place)
