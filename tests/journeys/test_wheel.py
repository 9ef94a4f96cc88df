"""The wheel, in an environment with nothing but what it says it needs, does what the source tree does."""

import re
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from pipeline.forms import BLANK_FORMS
from tests import case_review, sample
from tests.house.measures import PACKAGE, ROOT
from tests.journeys.team_folder import TODAY, TeamFolder, with_sample
from tests.journeys.test_session_deck import DECK
from tests.year import in_inbox

TIME_LIMIT = 120


def run(*command: str | Path, folder: Path) -> "subprocess.CompletedProcess[str]":
    """A command in `folder`, by somebody who has set nothing."""
    clean = {"HOME": str(folder), "PATH": "/usr/bin:/bin", "TTR_LANGUAGE": "nl"}
    return subprocess.run(
        list(map(str, command)),
        cwd=folder,
        env=clean,
        capture_output=True,
        encoding="utf-8",
        timeout=TIME_LIMIT,
        check=False,
    )


def needed(by: Distribution, met: set[str]) -> Iterator[Distribution]:
    """What a distribution needs, and what that needs; `met` are those seen before."""
    for line in by.requires or ():
        requirement = Requirement(line)
        wanted = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if wanted and requirement.name not in met:
            met.add(requirement.name)
            yield (found := distribution(requirement.name))
            yield from needed(found, met)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, folder=ROOT)
    assert built.returncode == 0, built.stderr
    [made] = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment with the wheel and what it needs; linked from here, so that no network is used."""
    folder = tmp_path_factory.mktemp("environment")
    assert run(sys.executable, "-m", "venv", "--without-pip", folder, folder=folder).returncode == 0
    places = sysconfig.get_paths("venv", {"base": str(folder), "platbase": str(folder)})
    made, site, here = Path(places["scripts"]) / "python", places["purelib"], Path(sysconfig.get_path("purelib"))
    installed = run(
        *(sys.executable, "-m", "pip", "--python", made, "install", "--no-deps", "--no-index", "--quiet", wheel),
        folder=folder,
    )
    assert installed.returncode == 0, installed.stderr
    [ours] = distributions(path=[site])
    for part in {file.parts[0] for each in needed(ours, set()) for file in each.files or ()}:
        if part not in {"..", "__pycache__"}:
            (Path(site) / part).symlink_to(here / part)
    return made


def test_the_wheel_holds_the_package_its_words_and_its_templates_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {re.sub(r"-.*\.dist-info", "", name.split("/")[0]) for name in names}
    assert tops == {"pipeline", "ttr_pipeline"}
    assert not [name for name in names if re.search(r"tests?/|inbox/sample|outbox/.*x$|private|\.key$|\.pyc$", name)]
    ours = [path for path in PACKAGE.rglob("*") if path.suffix in {".py", ".toml"}]
    templates = [path for path in (ROOT / "templates_office").iterdir() if path.suffix in {".pptx", ".docx"}]
    wanted = {path.relative_to(ROOT).as_posix() for path in ours}
    wanted |= {f"pipeline/templates_office/{path.name}" for path in templates}
    assert wanted <= set(names)


def test_it_is_the_wheel_that_runs(python: Path, tmp_path: Path) -> None:
    where = run(python, "-c", "import pipeline; print(pipeline.__file__)", folder=tmp_path)
    assert Path(where.stdout.strip()).is_relative_to(python.parents[1])


def test_a_new_folder_by_the_wheel_has_its_blank_forms_and_makes_the_deck(python: Path, tmp_path: Path) -> None:
    started = run(python, "-m", "pipeline", "start", "Team één", folder=tmp_path)
    assert started.returncode == 0, started.stderr
    team = TeamFolder(tmp_path / "Team één")
    assert len(team.files("outbox/forms")) == len(BLANK_FORMS)
    by_key = {*case_review.REVIEWED, in_inbox.FIRST_MEETING, in_inbox.SECOND_MEETING}
    for name, content in sample.files().items():
        if name not in by_key:  # these hold codes that were made with the key of the sample
            team.drop(name, content)
    made = run(python, "-m", "pipeline", "--today", TODAY, "session-deck", "intro", folder=team.folder)
    assert made.returncode == 0, made.stderr
    assert DECK in team.files()
    assert run(python, "-m", "pipeline", "scan", folder=team.folder).returncode == 0
    assert run(python, "-m", "pipeline", "forms", folder=team.folder).returncode == 0
    assert run(python.with_name("ttr"), "check", folder=team.folder).returncode == 0


def test_the_wheel_and_the_source_tree_make_the_same_bytes(python: Path, tmp_path: Path) -> None:
    by_wheel, by_tree = with_sample(tmp_path / "wheel"), with_sample(tmp_path / "tree")
    for command in (("session-deck", "intro"), ("scan",), ("forms",), ("review",)):
        said = run(python, "-m", "pipeline", "--today", TODAY, *command, folder=by_wheel.folder)
        assert said.stdout == by_tree.ttr(*command).stdout
    assert by_wheel.files() == by_tree.files()
    assert by_wheel.files("private") == by_tree.files("private")
    assert len(by_tree.files()) > len(BLANK_FORMS)
