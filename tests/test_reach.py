"""Which files of tests a package reaches, so that continuous integration runs those with the oldest ones too."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.registries import HERE

ROOT = Path(HERE).parent
sys.path.insert(0, str(ROOT / "tools"))

from anywhere import packages  # noqa: E402
from reach import unreached  # noqa: E402


def _checkout(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("test", "is_reached"),
    [
        ("import rich.text", True),
        ("from rich import print", True),
        ("import richer", False),
        ("def test():\n    import rich", True),
        ("import subprocess", True),
        ("from showstatus.views import drawn", True),
        ("import showstatus.views.drawn", True),
        ("from showstatus.views.drawn import draw", True),
        ("from tests.near import draw", True),
        ("from showstatus.dates import parse", False),
    ],
)
def test_a_file_is_reached_by_what_it_imports_and_whatever_that_imports(
    tmp_path: Path, test: str, is_reached: bool
) -> None:
    root = _checkout(
        tmp_path,
        src__showstatus__dates="import datetime, showstatus.dates",
        src__showstatus__views__drawn="def draw():\n    from rich.console import Console",
        tests__near="from showstatus.views.drawn import draw",
        tests__test_it=test,
    )

    assert ([] if is_reached else ["tests/test_it.py"]) == unreached(root, {"rich"})


def test_files_that_run_the_command_line_or_import_a_package_are_reached_and_those_of_dates_are_not() -> None:
    left_out = unreached(ROOT, packages())

    assert "tests/test_dates.py" in left_out
    assert not {"tests/test_cli_commands.py", "tests/test_feed.py", "tests/test_minisign.py"} & {*left_out}


def test_packages_go_by_the_names_they_are_imported_by() -> None:
    assert {"rich", "nacl", "lxml_html_clean", "tomli_w"} <= packages()
