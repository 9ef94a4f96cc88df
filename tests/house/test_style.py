"""The house stays calm: short functions, modules of a few pages, names that say something."""

import ast
from pathlib import Path
from statistics import median, quantiles

import pytest

from tests.house.measures import ROOT, function_lengths, lines_of_code, modules, names_that_say_nothing

PATHS = modules()
NAMES = [str(path.relative_to(ROOT)) for path in PATHS]


def test_functions_are_short() -> None:
    lengths = [length for path in PATHS for length in function_lengths(path.read_text(encoding="utf-8"))]
    assert median(lengths) <= 12
    assert quantiles(lengths, n=100)[94] <= 45


@pytest.mark.parametrize("path", PATHS, ids=NAMES)
def test_a_module_has_a_sentence_of_its_own_few_pages_and_telling_names(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(source))
    assert lines_of_code(source) <= 400
    assert names_that_say_nothing(path, source) == []


def test_lines_are_counted_as_a_reader_would() -> None:
    source = '"""Says\nmuch."""\n\n# why\ndef one():\n    """Doc."""\n    text = """a\n    b"""\n\n    return text\n'
    assert lines_of_code(source) == 4
    assert function_lengths(source) == [6]


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("utils", ""),
        ("inbox_handler", ""),
        ("good", "class FormManager: ..."),
        ("good", "def load_data(): ..."),
        ("good", "INFO = 1"),
    ],
)
def test_a_name_that_says_nothing_is_noticed(module: str, source: str) -> None:
    assert names_that_say_nothing(Path(f"{module}.py"), source)


def test_a_telling_name_is_left_alone() -> None:
    assert names_that_say_nothing(Path("update.py"), "def database_of_forms(): ...\n_data = 1\ninformed = 1") == []
