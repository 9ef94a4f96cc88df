"""What the documentation names is there, and what the program has is named in the documentation."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.documents import DOCUMENTS
from pipeline.documents.persona_instruction import FIELDS
from pipeline.forms import FORMS
from pipeline.language.catalogue import LANGUAGES, catalogue
from tests.house.measures import ROOT

COVERAGE = ROOT / "docs" / "manual-coverage.md"
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "NOTICE.md", "CHANGELOG.md")]
PAGES += sorted(page for page in (ROOT / "docs").rglob("*.md") if page.is_file())
REQUIREMENTS = [f"M{number:02d}" for number in range(1, 113)] + [f"G{number:02d}" for number in range(1, 42)]

_SPAN = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\[[^\]\[]*\]\(([^)\s]+)\)")
_FENCED = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^#+ +(.+?) *$", re.MULTILINE)


def coverage_rows(text: str) -> Iterator[tuple[str, ...]]:
    """The cells of every row that begins with the number of a requirement."""
    for line in text.splitlines():
        if re.match(r"\| *[MG]\d+ *\|", line):
            yield tuple(cell.strip() for cell in line.strip().strip("|").split("|"))


def spans(text: str) -> list[str]:
    return _SPAN.findall(text)


def names_of_tests(path: Path) -> frozenset[str]:
    """The names of the tests in a module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


def is_there(span: str) -> bool:
    """Whether a path, or a test in a module, exists."""
    path, _, test = span.partition("::")
    return (ROOT / path).exists() and (not test or test in names_of_tests(ROOT / path))


def relative_links(text: str) -> list[str]:
    return [
        link for link in _LINK.findall(_FENCED.sub("", text)) if "://" not in link and not link.startswith("mailto:")
    ]


def anchors(text: str) -> set[str]:
    """The names by which the headings of a page can be linked to."""
    headings = _HEADING.findall(_FENCED.sub("", text))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def leads_somewhere(page: Path, link: str) -> bool:
    path, _, anchor = link.partition("#")
    target = page.parent / path if path else page
    return target.exists() and (not anchor or anchor in anchors(target.read_text(encoding="utf-8")))


def test_every_requirement_has_exactly_one_row_in_order() -> None:
    assert [row[0] for row in coverage_rows(COVERAGE.read_text(encoding="utf-8"))] == REQUIREMENTS


def test_every_row_says_what_is_done_and_none_claims_a_test_for_what_is_not() -> None:
    for identity, about, does, where, test in coverage_rows(COVERAGE.read_text(encoding="utf-8")):
        assert about, identity
        assert does, identity
        assert bool(spans(where)) or not spans(test), f"{identity}: a test of nothing"
        if does.startswith("not yet:"):
            assert not spans(test), f"{identity}: a test of what is not there"
        else:
            assert spans(where) == [] or spans(test), f"{identity}: no test"


def test_every_path_and_test_in_the_coverage_exists() -> None:
    rows = coverage_rows(COVERAGE.read_text(encoding="utf-8"))
    named = {(row[0], span) for row in rows for span in spans(" ".join(row[3:]))}
    assert [one for one in sorted(named) if not is_there(one[1])] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_path_that_a_page_names_exists(page: Path) -> None:
    """Paths with a blank to fill in, and those of a team's own folder, are no paths of this tree."""
    paths = re.compile(r"(?:pipeline|tests|docs|benchmarks)/[\w./:-]*")
    named = {span for span in spans(_FENCED.sub("", page.read_text(encoding="utf-8"))) if paths.fullmatch(span)}
    assert [span for span in sorted(named) if not is_there(span)] == []


def test_every_command_is_in_the_readme() -> None:
    assert [name for name in main.commands if not re.search(rf"`ttr {re.escape(name)}[`\s]", README)] == []


def test_every_command_that_the_readme_names_exists() -> None:
    named = re.findall(r"`ttr ([a-z][a-z-]*)", README)
    assert sorted(set(named) - set(main.commands)) == []


def test_every_form_is_in_the_readme() -> None:
    titles = [catalogue("en").say(f"forms.{form.key}.title") for form in FORMS]
    assert [title for title in titles if title.casefold() not in README.casefold()] == []


def test_every_document_is_in_the_readme() -> None:
    assert [document.file for document in DOCUMENTS if document.file not in README] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_within_the_tree_leads_somewhere(page: Path) -> None:
    links = relative_links(page.read_text(encoding="utf-8"))
    assert [link for link in links if not leads_somewhere(page, link)] == []


def test_every_library_of_the_program_is_in_the_notice() -> None:
    notice = (ROOT / "NOTICE.md").read_text(encoding="utf-8").casefold()
    listed = re.search(
        r"^dependencies = \[(.*?)^\]", (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    assert listed
    libraries = re.findall(r'^\s*"([a-z0-9-]+)', listed[1], re.MULTILINE)
    assert "lxml" in libraries
    assert [library for library in libraries if f"[{library}]" not in notice] == []


@pytest.mark.parametrize(
    "span", ["pipeline/ttr/no_such.py", "tests/house/test_docs.py::test_no_such", "tests/none.py::test_one"]
)
def test_a_path_or_test_that_is_not_there_is_noticed(span: str) -> None:
    assert not is_there(span)


def test_a_link_that_leads_nowhere_is_noticed() -> None:
    page = ROOT / "README.md"
    links = relative_links("[a](docs/none.md) [b](https://example.test) [c](#none)\n```\n[d](e)\n```\n")
    assert links == ["docs/none.md", "#none"]
    assert not any(leads_somewhere(page, link) for link in links)


def test_every_field_of_the_letter_is_explained_in_three_languages() -> None:
    page = (ROOT / "docs" / "letter-template.md").read_text(encoding="utf-8")
    for field in FIELDS:
        explained = " | ".join(catalogue(language).say(f"letter.field.{field.key}") for language in LANGUAGES)
        assert f"| `{field.key}` |" in page
        assert f"| {explained} |" in page
