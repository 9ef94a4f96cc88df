"""The guide says the same in both languages, names what is there, and shows what the program makes."""

import re
import shlex
from pathlib import Path

import click
import pytest
from PIL import Image

from pipeline.anonymise.key import TEAM_KEY
from pipeline.cli import main
from pipeline.documents import DOCUMENTS
from pipeline.forms import FORMS
from pipeline.forms.questions import Medium
from pipeline.language.catalogue import catalogue
from pipeline.post import calendars, case_mail, frame_mail, letters, mending, report_mail, review_copies, send_list
from pipeline.stages.keeping import OVERVIEW
from tests import pictures
from tests.house.measures import ROOT

DUTCH, ENGLISH = ROOT / "docs" / "handleiding.md", ROOT / "docs" / "guide.en.md"
GUIDES = {"nl": DUTCH, "en": ENGLISH}
SHOWING = (ROOT / "README.md", DUTCH, ENGLISH)
LARGEST, LARGEST_TOGETHER = 80_000, 1_200_000

MADE = {f"outbox/{document.file}" for document in DOCUMENTS} | {f"outbox/{OVERVIEW}"}
IN_PRIVATE = {f"private/{TEAM_KEY}", f"private/{send_list.FILE}"}
FOLDERS = {"outbox/forms", *{path.rpartition("/")[0] for path in MADE}}
FOLDERS |= {f"outbox/{room.FOLDER}" for room in (letters, mending, calendars)}
FOLDERS |= {f"private/{room.FOLDER}" for room in (review_copies, case_mail, frame_mail, report_mail)}

_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
_SPAN = re.compile(r"`([^`\n]+)`")
_FENCE = re.compile(r"^```sh\n(.*?)^```", re.DOTALL | re.MULTILINE)
_MENU = " > "


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def pictures_of(page: Path) -> list[tuple[str, str]]:
    """The alt text and the file of each picture on a page."""
    return [(alt, Path(path).name) for alt, path in _PICTURE.findall(text_of(page))]


def commands_of(page: Path) -> list[str]:
    """Every command of the program that a page names, on a line of its own or in a sentence."""
    text = text_of(page)
    lines = [line for block in _FENCE.findall(text) for line in block.splitlines()]
    return [one for one in (*lines, *_SPAN.findall(text)) if one.startswith("ttr ")]


def parsed(command: str) -> None:
    """Click's own reading of a command line, without doing what it says; ClickException where it does not hold."""
    given = [one for one in shlex.split(command)[1:] if one != "--help"]
    context = click.Context(main)
    _, rest, _ = main.make_parser(context).parse_args(given)
    name, inner, rest = main.resolve_command(context, rest)
    assert inner is not None
    needed = [one for one in inner.params if isinstance(one, click.Argument) and one.required]
    inner.make_context(name, rest or ["x"] * len(needed), parent=context)


def options() -> set[str]:
    """Every option of the program, and of its commands."""
    given = (option for command in (main, *main.commands.values()) for option in command.params)
    return {"--help"} | {name for one in given if isinstance(one, click.Option) for name in one.opts}


def headings(page: Path) -> list[int]:
    """How deep each heading is, in order."""
    return [len(found) for found in re.findall(r"^(#+) ", text_of(page), re.MULTILINE)]


def rows(page: Path) -> list[int]:
    """How many cells each row of each table has, in order."""
    return [line.count("|") for line in text_of(page).splitlines() if line.startswith("|")]


def is_of_a_team(path: str) -> bool:
    """Whether the program puts a file or makes a folder at this place in a team's folder."""
    return path in MADE | IN_PRIVATE or path.rstrip("/") in FOLDERS


@pytest.mark.parametrize("page", SHOWING, ids=lambda page: page.name)
def test_every_picture_is_there_is_made_by_the_script_and_is_described(page: Path) -> None:
    for alt, name in pictures_of(page):
        assert (pictures.FOLDER / name).is_file(), name
        assert name in pictures.PICTURES, f"{name}: nobody makes it again"
        assert len(alt.split()) >= 5, f"{name}: too short a description"


def test_every_picture_that_is_made_is_shown_and_no_other_lies_there() -> None:
    shown = {name for page in SHOWING for _, name in pictures_of(page)}
    assert set(pictures.PICTURES) == shown
    assert {path.name for path in pictures.FOLDER.iterdir()} == shown


def test_the_pictures_are_light_and_no_wider_than_a_screen() -> None:
    files = sorted(pictures.FOLDER.iterdir())
    assert [file.name for file in files if file.stat().st_size > LARGEST] == []
    assert sum(file.stat().st_size for file in files) <= LARGEST_TOGETHER
    for file in files:
        with Image.open(file) as picture:
            assert picture.mode == "P", file.name
            assert 600 <= picture.width <= 1800, file.name


@pytest.mark.parametrize("page", GUIDES.values(), ids=GUIDES)
def test_every_command_is_in_the_guide(page: Path) -> None:
    named = " ".join(commands_of(page)) + " "
    assert [name for name in main.commands if f"ttr {name} " not in named] == []


@pytest.mark.parametrize("page", GUIDES.values(), ids=GUIDES)
def test_every_command_in_the_guide_can_be_given(page: Path) -> None:
    assert commands_of(page)
    for command in commands_of(page):
        parsed(command)


@pytest.mark.parametrize("page", GUIDES.values(), ids=GUIDES)
def test_the_guide_explains_every_option_and_no_other(page: Path) -> None:
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text_of(page)))
    assert named == options()


def test_both_guides_have_the_same_headings_tables_pictures_and_commands() -> None:
    assert headings(DUTCH) == headings(ENGLISH)
    assert rows(DUTCH) == rows(ENGLISH)
    assert [name for _, name in pictures_of(DUTCH)] == [name for _, name in pictures_of(ENGLISH)]
    assert _FENCE.findall(text_of(DUTCH)) == _FENCE.findall(text_of(ENGLISH))


def test_both_guides_name_the_same_files() -> None:
    named = {language: [one for one in _SPAN.findall(text_of(page)) if "/" in one] for language, page in GUIDES.items()}
    letter = {language: f"templates_office/persona-instruction.{language}.docx" for language in GUIDES}
    same = {language: [one for one in those if one != letter[language]] for language, those in named.items()}
    assert set(same["nl"]) == set(same["en"])


@pytest.mark.parametrize("page", GUIDES.values(), ids=GUIDES)
def test_every_place_that_the_guide_names_is_one_where_the_program_puts_something(page: Path) -> None:
    named = {one for one in _SPAN.findall(text_of(page)) if re.match(r"(?:outbox|private)/", one)}
    assert named
    assert [one for one in sorted(named) if not is_of_a_team(one)] == []


def test_every_form_that_the_dutch_guide_names_by_its_file_is_a_blank_form() -> None:
    words, suffixes = catalogue("nl"), {Medium.WORKBOOK: "xlsx", Medium.DOCUMENT: "docx"}
    blank = {f"{words.say(f'forms.{form.key}.file')}.{suffixes[form.medium]}" for form in FORMS}
    named = set(re.findall(r"`([a-z-]+\.(?:xlsx|docx))`", text_of(DUTCH)))
    assert named
    assert named <= blank


@pytest.mark.parametrize(("language", "page"), GUIDES.items())
def test_every_label_that_the_guide_quotes_stands_in_a_form(language: str, page: Path) -> None:
    """In italics stand our labels, and the menus of Word and LibreOffice."""
    labels = {text for _, text in catalogue(language).wordings()}
    labels |= {catalogue(language).say(f"forms.review.release.{key}.label") for key in ("released", "remaining")}
    quoted = re.findall(r"(?<![*\w])\*([^*\n]+)\*(?!\*)", text_of(page))
    ours = [text for text in quoted if _MENU not in text and text not in {"Bewerken", "Edit"}]
    assert [text for text in ours if text not in labels] == []


@pytest.mark.parametrize("command", ["ttr fly", "ttr report 4", "ttr --fast all", "ttr plan --yes"])
def test_a_command_that_cannot_be_given_is_noticed(command: str) -> None:
    with pytest.raises(click.ClickException):
        parsed(command)


@pytest.mark.parametrize("path", ["outbox/2_introduction/score.xlsx", "private/keys/", "outbox/3_follow_up_2/"])
def test_a_place_where_nothing_is_made_is_noticed(path: str) -> None:
    assert not is_of_a_team(path)
