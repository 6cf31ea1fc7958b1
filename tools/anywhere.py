"""Runs the tests as other machines would: from the sdist, in an environment made for them.

python tools/anywhere.py oldest|newest|bare [--reached] [PYTEST ARGUMENTS]

oldest    the lowest dependencies that pyproject.toml declares, so that its lower bounds are true; in the C locale, at
          the last place to begin a day, and where nobody has a home
newest    the newest that it allows, on every Python from 3.11 on that is found; at the first place to begin a day, and
          in a home that cannot be written to; every run starts Python
bare      the wheel without extras: what needs one says so in a line that names how to install it

With --reached only those files of tests are run that a dependency reaches (`reach`): others come out as they do here.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

from reach import unreached

ROOT = Path(__file__).resolve().parent.parent
PYTHONS = [f"python3.{minor}" for minor in range(11, 20)]
KEPT = {key: value for key, value in os.environ.items() if key not in {"HOME", "LANG", "LC_ALL", "TZ"}}
OLDEST = KEPT | {"LC_ALL": "C", "TZ": "Pacific/Pago_Pago"}
NEWEST = KEPT | {"TZ": "Pacific/Kiritimati", "HOME": "/proc", "SHOWSTATUS_TESTS_START_PYTHON": "1"}
"""Where /proc is, not even root can make a file in it. Runs that `tests/forked.py` would fork start Python."""
WITH_ITS_VERSIONS = ["tests/test_docs.py", "tests/test_loaded.py", "tests/test_startup.py"]
"""The pages show the help of the newest Typer, and what a run loads is counted with the newest packages."""
REACHED = "--reached"
KEY = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3"
"""A public key of minisign's, of the right shape."""
NEEDS_EXTRA = (
    ("read", ("read", "page.html")),
    ("read", ("feed", "add", "feed.xml")),
    ("calendar", ("export", "ics", "heartstopper")),
    ("notify", ("notify", "add", "phone", "json://localhost")),
    ("sign", ("registry", "add", "https://example.org/shows.toml", "--key", KEY)),
    ("site", ("site", "out")),
)
"""Command lines, each with the extra that it needs."""


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


def packages() -> set[str]:
    """What the dependencies are called where they are imported: “lxml_html_clean”."""
    named = {_plain(pin.partition("==")[0]) for pin in lowest()}
    return {name for name, found in packages_distributions().items() if named & {*map(_plain, found)}}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def unpacked(folder: Path) -> Path:
    """The checkout as an sdist carries it."""
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(folder)], cwd=ROOT, check=True)
    (archive,) = folder.glob("*.tar.gz")
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    return folder / archive.name.removesuffix(".tar.gz")


def installed(python: str, folder: Path, *what: str) -> str:
    """The Python of a new environment that holds these."""
    subprocess.run([python, "-m", "venv", str(folder)], check=True)
    inside = str(folder / "bin" / "python")
    subprocess.run([inside, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *what], check=True)
    return inside


def tests(python: str, checkout: Path, environment: dict[str, str], arguments: list[str]) -> int:
    """The exit code of the tests."""
    if REACHED in arguments:
        left_out = [f"--ignore={name}" for name in unreached(checkout, packages())]
        arguments = [*left_out, *(one for one in arguments if one != REACHED)]
        print(f"left out: {len(left_out)} files that no dependency reaches", flush=True)
    return subprocess.run(
        [python, "-m", "pytest", "-q", "--numprocesses", "auto", *arguments], cwd=checkout, env=environment, check=False
    ).returncode


def oldest(folder: Path, arguments: list[str]) -> int:
    """Run the tests with the lowest dependencies."""
    checkout, pins = unpacked(folder), lowest()
    print("oldest:", *pins, flush=True)
    python = installed(sys.executable, folder / "venv", "--editable", f"{checkout}[dev]", *pins)
    left_out = [f"--ignore={name}" for name in WITH_ITS_VERSIONS]
    return tests(python, checkout, OLDEST, [*left_out, *arguments])


def newest(folder: Path, arguments: list[str]) -> int:
    """Run the tests with the newest dependencies on each Python."""
    checkout, worst = unpacked(folder), 0
    for python in filter(_runs, PYTHONS):
        print(f"newest: {python}", flush=True)
        inside = installed(python, folder / python, "--editable", f"{checkout}[dev]")
        worst = max(worst, tests(inside, checkout, NEWEST, arguments))
    return worst


def _runs(python: str) -> bool:
    """Whether there is such a Python, and not only a name for it."""
    return (
        shutil.which(python) is not None
        and subprocess.run([python, "-V"], check=False, capture_output=True).returncode == 0
    )


def bare(folder: Path, _: list[str]) -> int:
    """Try what needs an extra without any."""
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=ROOT, check=True)
    (wheel,) = folder.glob("*.whl")
    program = Path(installed(sys.executable, folder / "venv", str(wheel))).parent / "showstatus"
    (folder / "page.html").write_text("<p>Netflix has renewed Heartstopper for a second season.</p>", encoding="utf-8")
    (folder / "feed.xml").write_text("<rss><channel><title>A Paper</title></channel></rss>", encoding="utf-8")
    failed = 0
    for extra, words in NEEDS_EXTRA:
        told = refusal([str(program), *words], folder)
        right = told.count("\n") == 0 and f"showstatus[{extra}]" in told
        failed += not right
        print(f"{'ok' if right else 'WRONG':6} {' '.join(words[:2])}: {told}")
    print(f"bare: {len(NEEDS_EXTRA) - failed} passed, {failed} failed", flush=True)
    return int(failed > 0)


def refusal(words: list[str], folder: Path) -> str:
    """What is said where a command refuses to go on; nothing where it does go on."""
    environment = KEPT | {"HOME": str(folder), "SHOWSTATUS_AS_OF": "2026-11-22"}
    run = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return run.stderr.strip() if run.returncode else ""


def main(arguments: list[str]) -> int:
    """Run what was asked for in a temporary folder."""
    if not arguments or arguments[0] not in {"oldest", "newest", "bare"}:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        return {"oldest": oldest, "newest": newest, "bare": bare}[arguments[0]](Path(folder), arguments[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
