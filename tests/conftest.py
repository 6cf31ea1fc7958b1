"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from tests.cli import Cli

# How long one example takes says more about a busy machine than about the code.
settings.register_profile("showstatus", deadline=None)
settings.load_profile("showstatus")


@pytest.fixture
def cli(tmp_path: Path) -> Cli:
    """The command line with the small shipped registry of `tests.cli` and no registry of the user's."""
    return Cli(tmp_path)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the snapshots be written anew."""
    parser.addoption("--snapshot-update", action="store_true", help="write the snapshots of the views anew")
