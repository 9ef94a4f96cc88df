"""What all tests share: one option that writes the golden files again, and no test that depends on a clock."""

import pytest
from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="write the golden files again; then read the diff")


@pytest.fixture
def rewrite_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--rewrite-golden"))


# Runs within LibreOffice's own Python, which has the module `uno`.
collect_ignore = [
    f"journeys/{name}.py"
    for name in ("begun_office", "decide_in_writer", "fill_in", "fill_in_document", "review_in_writer")
]
