"""Runs trials, as many as asked for, and prints a tally; the exit code is 1 where a law was broken."""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import os
import pkgutil
import random
import subprocess
import sys
import tempfile
import warnings
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import showstatus
from tests.faulty import native
from tests.faulty.calls import Fault, Interposer, faults
from tests.faulty.commands import COMMANDS
from tests.faulty.homes import Homes
from tests.faulty.laws import Known, broken, learn


def main() -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(prog="faults", description=__doc__)
    parser.add_argument("commands", nargs="*", metavar="COMMAND", help="which commands; all of them unless told")
    parser.add_argument("--points", type=int, help="so many trials, chosen by the seed; all of them unless told")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--native", action="store_true", help="count the calls of SQLite too; needs a C compiler")
    options = parser.parse_args()
    if unknown := [name for name in options.commands if name not in COMMANDS]:
        parser.error(f"no such command: {unknown[0]}; there are {', '.join(COMMANDS)}")
    warnings.simplefilter("ignore", DeprecationWarning)  # the stand-in's thread lives in the parent only, and is idle
    shared = "/dev/shm" if os.path.isdir("/dev/shm") else None  # no disk to wait for
    with tempfile.TemporaryDirectory(prefix="faulty-", dir=shared, ignore_cleanup_errors=True) as folder:
        base = Path(folder).resolve()
        if options.native and "LD_PRELOAD" not in os.environ:
            return _again_with(native.build(folder))
        _load_everything()
        homes = Homes(base, _native if options.native else _python)
        return _try(homes, options.commands or list(COMMANDS), options.points, options.seed)


def _try(homes: Homes, names: Sequence[str], points: int | None, seed: int) -> int:
    chosen = {name: COMMANDS[name] for name in names if points is None or not COMMANDS[name].is_slow}
    chosen = {name: one for name, one in chosen.items() if one.needs is None or importlib.util.find_spec(one.needs)}
    tally: Counter[str] = Counter()
    failures = 0
    share = None if points is None else max(points // len(chosen), 1)
    for name, command in chosen.items():
        known = learn(homes, name, command)
        possible = faults(list(known.calls))
        picked = (
            possible if share is None else random.Random(f"{seed} {name}").sample(possible, min(share, len(possible)))
        )
        for fault in picked:
            wrong = broken(homes, known, fault)
            tally[fault.how] += 1
            for told in wrong:
                print(f"{name}, {_said(known, fault)}: {told}", flush=True)
            failures += bool(wrong)
        print(f"{name}: {len(known.calls)} calls, {len(picked)} of {len(possible)} faults tried", flush=True)
    told = ", ".join(f"{how} {number}" for how, number in sorted(tally.items()))
    print(f"{sum(tally.values())} faults ({told}), {failures} of them broke a law")
    return 1 if failures else 0


def _said(known: Known, fault: Fault) -> str:
    return f"{fault.how} at call {fault.at} ({known.calls[fault.at]})"


def _python(folder: str, fault: object, log: int) -> Callable[[], None]:
    interposer = Interposer(folder, fault if isinstance(fault, Fault) else None)
    return lambda: (os.write(log, "\n".join(interposer.made).encode()), None)[1]


def _native(folder: str, fault: object, log: int) -> Callable[[], None]:
    native.arm(folder, fault if isinstance(fault, Fault) else None, log)
    return lambda: None


def _again_with(library: str) -> int:
    command = [sys.executable, "-m", "tests.faulty", *sys.argv[1:]]
    return subprocess.run(command, env={**os.environ, "LD_PRELOAD": library}, check=False).returncode


def _load_everything() -> None:
    """Import all modules now: each trial is a copy of this process, and need not do it again."""
    ours = [module.name for module in pkgutil.walk_packages(showstatus.__path__, "showstatus.", lambda _: None)]
    for name in (*ours, "apprise", "filelock", "httpx", "icalendar", "rapidfuzz", "stamina", "tomli_w"):
        if not name.endswith("__main__"):
            with contextlib.suppress(ImportError):  # an extra that is not installed
                importlib.import_module(name)


if __name__ == "__main__":
    sys.exit(main())
