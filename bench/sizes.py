"""How large the wheel is, and what installing it brings along."""

from __future__ import annotations

import importlib.metadata
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
EXTRAS = ("", "calendar", "notify", "read", "sign", "site")


def sizes() -> list[str]:
    """The table: the wheel, and for a plain installation and each extra the number and size of packages."""
    return [f"{'the wheel':32} {_wheel():8.2f} MB", *map(_line, EXTRAS)]


def _wheel() -> float:
    with tempfile.TemporaryDirectory() as folder:
        build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
        subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
        (wheel,) = Path(folder).glob("*.whl")
        return wheel.stat().st_size / 1e6


def _line(extra: str) -> str:
    plain = _closure("showstatus", "")
    packages = _closure("showstatus", extra) - {"showstatus"}
    told = sorted(packages - plain) if extra else sorted(packages)
    size = sum(_size(name) for name in told)
    name = f"and with [{extra}]" if extra else "what it needs, installed"
    return f"{name:32} {size:8.2f} MB   {len(told)} packages: {', '.join(told)}"


def _closure(name: str, extra: str) -> set[str]:
    """The packages that one needs with an extra, itself among them, as far as they are installed here."""
    found: set[str] = set()
    waiting = [(name, extra)]
    seen: set[tuple[str, str]] = set()
    while waiting:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        found.add(one[0])
        waiting += _needs(*one)
    return found


def _needs(name: str, extra: str) -> Iterator[tuple[str, str]]:
    for text in importlib.metadata.requires(name) or ():
        needed = Requirement(text)
        if needed.marker is None or needed.marker.evaluate({"extra": extra}):
            plain = re.sub(r"[-_.]+", "-", needed.name).lower()
            yield from ((plain, wanted) for wanted in ("", *needed.extras))


def _size(name: str) -> float:
    """Megabytes of a package's files, without what Python compiles of them."""
    files = importlib.metadata.files(name) or ()
    paths = (Path(str(file.locate())) for file in files if file.suffix != ".pyc")
    return sum(path.stat().st_size for path in paths if path.exists()) / 1e6
