"""Measures how long a static site takes to build, against building it from nothing, and how fast its index filters.

    python bench/static_site.py [--shows N]

One run of each, in one environment, in order: from nothing; from nothing with the forecasts kept, into another folder;
with nothing changed; with one show changed. The index is measured where the browser of scripts/browser is installed.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from homes import home

ROOT = Path(__file__).resolve().parent.parent
DAY = "2026-11-22"
CHANGE = """
[[claim]]
show = "show-7"
kind = "date-announced"
season = 2
value = 2027-01-05
on = 2026-11-20
by = "Netflix"
"""
FILTER = """
  return await page.evaluate(async () => {
    const search = document.getElementById("search"), taken = [];
    for (const text of ["s", "sh", "show 9", "show 99", "show 9", "", "netflix", "nothing", "", "show 12", ""]) {
      const start = performance.now();
      search.value = text;
      search.dispatchEvent(new Event("input"));
      document.body.getBoundingClientRect(); // until it is laid out
      taken.push(performance.now() - start);
      await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    }
    return taken;
  });"""


def main() -> None:
    """Build, change, build again, and print what each took."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shows", type=int, default=10_000)
    shows = parser.parse_args().shows
    with tempfile.TemporaryDirectory() as folder:
        environment = {**home(Path(folder) / "home", shows), "SHOWSTATUS_SHIPPED": "", "SHOWSTATUS_AS_OF": DAY}
        program = [sys.executable, "-m", "showstatus", "site"]
        registry = Path(environment["SHOWSTATUS_REGISTRY"])

        def build(name: str) -> tuple[float, float]:
            start, before = time.perf_counter(), os.times()
            subprocess.run([*program, f"{folder}/{name}"], env=environment, stdout=subprocess.DEVNULL, check=True)
            after = os.times()
            used = after.children_user + after.children_system - before.children_user - before.children_system
            return time.perf_counter() - start, used

        taken = {
            "from nothing": build("one"),
            "from nothing, forecasts kept": build("two"),
            "nothing changed": build("one"),
        }
        registry.write_text(registry.read_text(encoding="utf-8") + CHANGE, encoding="utf-8")
        taken["one show changed"] = build("two")
        print(f"{shows:,} shows: seconds, seconds of the processor, and their share of those from nothing\n")
        for name, (seconds, used) in taken.items():
            print(f"{name:32} {seconds:8.1f} {used:8.1f}   {used / taken['from nothing'][1]:6.1%}")
        filters = filtering(Path(folder) / "one" / "index.html")
        if filters:
            print(
                f"\nOne filtering of the index, milliseconds: median {sorted(filters)[len(filters) // 2]:.0f}, ", end=""
            )
            print(f"longest {max(filters):.0f}")


def filtering(index: Path) -> list[float]:
    """Milliseconds of each filtering until it is laid out; empty where no browser is installed."""
    browser = shutil.which("chromium")
    drive = ROOT / "tests" / "browser"
    if browser is None or not (drive / "node_modules").exists():
        return []
    ask = json.dumps({"browser": browser, "url": index.as_uri(), "script": FILTER})
    ran = subprocess.run(["node", "drive.mjs"], cwd=drive, input=ask, capture_output=True, text=True, check=True)
    found: list[float] = json.loads(ran.stdout)["result"]
    return found


if __name__ == "__main__":
    main()
