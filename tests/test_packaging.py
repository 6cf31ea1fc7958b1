"""What is installed: the wheel carries the registry, and runs without the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import showstatus

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_the_registry_and_its_numbers(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())

    assert names >= {"showstatus/data/shows.toml", "showstatus/py.typed", "showstatus/forecast/lags.json"}


def test_the_wheel_carries_what_a_site_is_made_of(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    folder = ROOT / "src" / "showstatus" / "views" / "site"

    assert names >= {
        f"showstatus/views/site/{path.relative_to(folder).as_posix()}"
        for part in ("templates", "files")
        for path in (folder / part).iterdir()
    }


def test_the_wheel_holds_nothing_but_the_package(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}

    name = f"showstatus-{showstatus.__version__}"
    assert tops == {"showstatus", f"{name}.dist-info", f"{name}.data"}


def test_the_wheel_brings_the_manual_page(wheel: Path) -> None:
    data = [name for name in zipfile.ZipFile(wheel).namelist() if ".data/" in name]

    assert data == [f"showstatus-{showstatus.__version__}.data/data/share/man/man1/showstatus.1"]


def test_an_unpacked_wheel_answers_from_its_own_registry(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    environment = {**os.environ, "HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state")}
    code = f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r}); from showstatus.__main__ import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "path", "shipped"],
        cwd=tmp_path,
        env={key: value for key, value in environment.items() if not key.startswith("SHOWSTATUS_")},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == str(tmp_path / "site" / "showstatus" / "data" / "shows.toml")
