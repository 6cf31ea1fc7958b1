"""Runs targets for as long as asked, one after the other; the exit code is 1 where one broke a law."""

from __future__ import annotations

import argparse
import inspect
import random
import sys
import time
import traceback
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings

from tests.fuzzing.targets import TARGETS, Target

ROUND = 300
"""Inputs between two looks at the clock."""


def main() -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(prog="fuzz", description=__doc__)
    parser.add_argument(
        "targets", nargs="*", metavar="TARGET", help=f"of {', '.join(TARGETS)}; all of them unless told"
    )
    parser.add_argument("--minutes", type=float, default=5.0, help="for each target")
    parser.add_argument("--seed", type=int, help="begin with this one; it is printed")
    parser.add_argument(
        "--guided", action="store_true", help="let coverage guide the search, in one target; needs atheris"
    )
    options = parser.parse_args()
    unknown = [name for name in options.targets if name not in TARGETS]
    if unknown or (options.guided and len(options.targets) != 1):
        parser.error(f"no such target: {unknown[0]}" if unknown else "--guided takes one target")
    if options.guided:
        return _guided(TARGETS[options.targets[0]], options.minutes)
    failed = [name for name in options.targets or TARGETS if not _run(name, options.minutes * 60, options.seed)]
    return 1 if failed else 0


def _run(name: str, seconds: float, first: int | None) -> bool:
    """Run one target until its time is over or a law is broken; gives whether none was."""
    chance = random.Random(first)
    begun = time.monotonic()
    count = 0

    def counted(check: Callable[[Any], None], value: Any) -> None:
        nonlocal count
        count += 1
        check(value)

    while time.monotonic() - begun < seconds:
        number = chance.randrange(2**32)
        try:
            seed(number)(_test(TARGETS[name], counted))()
        except Exception:
            print(f"{name}: a law is broken with seed {number}, after {count:,} inputs", flush=True)
            traceback.print_exc()
            return False
    print(f"{name}: {count:,} inputs in {time.monotonic() - begun:.0f} s, no law is broken", flush=True)
    return True


def _test(target: Target, run: Callable[[Callable[[Any], None], Any], None]) -> Callable[[], None]:
    @settings(
        max_examples=ROUND, deadline=None, database=None, phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck), verbosity=Verbosity.normal,
    )  # fmt: skip
    @given(target.inputs)
    def test(value: Any) -> None:
        run(target.check, value)

    return test


def _guided(target: Target, minutes: float) -> int:
    """Let libFuzzer choose the bytes that Hypothesis makes inputs of, by the code they reach. It ends the process."""
    import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]

    for name, module in sorted(sys.modules.items()):
        for function in vars(module).values() if name.startswith("showstatus") else ():
            if inspect.isfunction(function) and function.__module__ == name:
                atheris.instrument_func(function)
    test: Any = _test(target, lambda check, value: check(value))
    bounds = [f"-max_total_time={minutes * 60:.0f}", "-rss_limit_mb=4096"]
    atheris.Setup([sys.argv[0], *bounds], test.hypothesis.fuzz_one_input)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
