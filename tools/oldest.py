"""Runs the tests with the lowest dependencies that pyproject.toml declares, so that its lower bounds are true.

python tools/oldest.py [PYTEST ARGUMENTS]
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def lowest() -> list[str]:
    """Each dependency pinned to its lower bound, those of the extras too: “rich==13.7”."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    declared = [*project["dependencies"], *(one for name in extras if name != "dev" for one in extras[name])]
    pins = []
    for requirement in declared:
        if requirement.startswith("showstatus["):
            continue
        match = re.match(r"([\w-]+)>=([\d.]+)", requirement)
        if match is None:
            sys.exit(f"{requirement}: no lower bound")
        pins.append(f"{match[1]}=={match[2]}")
    return pins


def main(arguments: list[str]) -> int:
    """Make an environment in a temporary folder and run the tests in it."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = str(Path(folder) / "bin" / "python")
        print("oldest:", *lowest(), flush=True)
        install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*install, "--editable", f"{ROOT}[dev]", *lowest()], check=True)
        # The pages show the help of the newest Typer, and what a run loads is counted with the newest packages.
        tests = [python, "-m", "pytest", "-q", "--ignore=tests/test_docs.py", "--ignore=tests/test_startup.py"]
        tests += arguments
        return subprocess.run(tests, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
