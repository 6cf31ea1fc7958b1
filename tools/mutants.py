"""How much of what could be wrong in the core the tests would notice: mutation testing, by mutmut, as a table.

python tools/mutants.py [--only-report] [--sample N] [--seed S]

Which modules are changed and which tests run stands in pyproject.toml under [tool.mutmut]. A run over everything takes
hours on one core; it goes on where it was stopped. A sample is drawn from all mutants alike, the same one for the same
seed and code, and run anew; its rate comes with a 95 % interval. Mutants are judged by tests that run in the process
alone: code that only tests of the command line reach counts as not tested, and that as not killed.
`.venv/bin/mutmut results` names the survivors, `mutmut show NAME` shows one.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Collection, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MUTANTS = ROOT / "mutants" / "src" / "showstatus"
FEW = "showstatus.claims.*"
"""Mutants of the smallest module: to ask for them makes all and runs hardly any."""
NO_TESTS = {5, 33}
SURVIVED, NOT_RUN = 0, None
Z = 1.96
"""How many standard errors of a normal distribution hold 95 % of it."""


def codes() -> dict[str, dict[str, int | None]]:
    """Mutmut's exit code of every mutant by its name, by module."""
    found = {}
    for meta in sorted(MUTANTS.rglob("*.meta")):
        module = str(meta.relative_to(MUTANTS)).removesuffix(".py.meta")
        found[module] = json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"]
    return found


def sample(size: int, seed: int) -> list[str]:
    """So many mutants, each as likely as any other."""
    names = sorted(name for module in codes().values() for name in module)
    return random.Random(seed).sample(names, min(size, len(names)))


def _fate(code: int | None) -> str:
    """What mutmut's exit code of a mutant means; a time-out is noticed as well as a failure."""
    if code is NOT_RUN:
        return "not run"
    if code in NO_TESTS:
        return "not tested"
    return "survived" if code == SURVIVED else "killed"


def table(found: Mapping[str, Mapping[str, int | None]], among: Collection[str] | None) -> list[str]:
    """One line a module, and one for all, of the mutants among these; None for all."""
    lines = [f"{'module':28}{'killed':>8}{'survived':>10}{'not tested':>12}{'not run':>9}{'killed':>9}"]
    total: Counter[str] = Counter()
    for module, fates in found.items():
        counted = Counter(_fate(code) for name, code in fates.items() if among is None or name in among)
        if counted:
            lines.append(_line(module, counted))
            total += counted
    return [*lines, _line("all", total), _interval(total["killed"], total.total() - total["not run"])]


def _line(name: str, found: Counter[str]) -> str:
    judged = found["killed"] + found["survived"] + found["not tested"]
    rate = f"{found['killed'] / judged:.1%}" if judged else "–"
    return f"{name:28}{found['killed']:8}{found['survived']:10}{found['not tested']:12}{found['not run']:9}{rate:>9}"


def _interval(killed: int, judged: int) -> str:
    """Wilson's interval of a rate (Journal of the American Statistical Association 22, 1927, p. 209)."""
    if not judged:
        return "none was run"
    rate, scale = killed / judged, 1 + Z**2 / judged
    middle = (rate + Z**2 / (2 * judged)) / scale
    half = Z / scale * math.sqrt(rate * (1 - rate) / judged + Z**2 / (4 * judged**2))
    return f"95 % interval, had these been drawn from all: {middle - half:.1%} to {middle + half:.1%}"


def _run(*arguments: str) -> None:
    mutmut = Path(sys.executable).parent / "mutmut"
    subprocess.run([mutmut, "run", *arguments], cwd=ROOT, check=False, stdout=subprocess.DEVNULL)


def main() -> int:
    """Run what is asked for, then print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only-report", action="store_true", help="run nothing")
    parser.add_argument("--sample", type=int, metavar="N", help="run N mutants drawn at random, and report them alone")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="which sample")
    parser.add_argument(
        "--max-children", metavar="N", help="processes at once; as many as there are cores if not given"
    )
    chosen = parser.parse_args()
    children = ["--max-children", chosen.max_children] if chosen.max_children else []
    if chosen.sample and not chosen.only_report:
        _run(*children, FEW)
    among = sample(chosen.sample, chosen.seed) if chosen.sample else None
    if not chosen.only_report:
        _run(*children, *(among or ()))
    print("\n".join(table(codes(), set(among) if among is not None else None)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
