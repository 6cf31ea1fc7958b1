"""How much of what could be wrong in the core the tests would notice: mutation testing, by mutmut, as a table.

python tools/mutants.py [--only-report]

Which modules are changed and which tests run stands in pyproject.toml under [tool.mutmut]. A run over everything takes
hours on one core; it goes on where it was stopped. Mutants are judged by tests that run in the process alone: code that
only tests of the command line reach counts as not tested. `.venv/bin/mutmut results` names the survivors, `mutmut show
NAME` shows one.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MUTANTS = ROOT / "mutants" / "src" / "showstatus"
NO_TESTS = {5, 33}
SURVIVED, NOT_RUN = 0, None


def counts(meta: Path) -> Counter[str]:
    """How the mutants of one module fared."""
    codes = json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"].values()
    return Counter(map(_fate, codes))


def _fate(code: int | None) -> str:
    """What mutmut's exit code of a mutant means; a time-out is noticed as well as a failure."""
    if code is NOT_RUN:
        return "not run"
    if code in NO_TESTS:
        return "not tested"
    return "survived" if code == SURVIVED else "killed"


def table() -> list[str]:
    """One line a module, and one for all."""
    fates = {meta: counts(meta) for meta in sorted(MUTANTS.rglob("*.meta"))}
    lines = [f"{'module':28}{'killed':>8}{'survived':>10}{'not tested':>12}{'not run':>9}{'killed':>9}"]
    total: Counter[str] = Counter()
    for meta, found in fates.items():
        if found:
            lines.append(_line(str(meta.relative_to(MUTANTS)).removesuffix(".py.meta"), found))
            total += found
    return [*lines, _line("all", total)]


def _line(name: str, found: Counter[str]) -> str:
    judged = found["killed"] + found["survived"] + found["not tested"]
    rate = f"{found['killed'] / judged:.1%}" if judged else "–"
    return f"{name:28}{found['killed']:8}{found['survived']:10}{found['not tested']:12}{found['not run']:9}{rate:>9}"


def main(arguments: list[str]) -> int:
    """Run what has not run, then print the table."""
    if "--only-report" not in arguments:
        mutmut = Path(sys.executable).parent / "mutmut"
        subprocess.run([mutmut, "run", *arguments], cwd=ROOT, check=False, stdout=subprocess.DEVNULL)
    print("\n".join(table()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
