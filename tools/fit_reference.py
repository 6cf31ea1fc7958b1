"""Make src/showstatus/forecast/reference.json: how long shows of a kind took between two seasons.

    python tools/fit_reference.py DATA

DATA holds seasons.csv.gz. Gaps between the premieres of two seasons in a row count where the later one came from 2012
on and by 2024-11-01 (what came after is partial), up to 60 months. A class needs `LEAST` gaps.
"""

from __future__ import annotations

import datetime as dt
import itertools
import json
import statistics
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from showstatus.cli.observed_files import read_seasons
from showstatus.forecast.reference import SEPARATOR

TYPES = ("Scripted", "Reality", "Documentary")
FIRST, LAST = dt.date(2012, 1, 1), dt.date(2024, 11, 1)
LONGEST_DAYS, LEAST = 1826, 30
OUT = Path(__file__).resolve().parent.parent / "src" / "showstatus" / "forecast" / "reference.json"
ABOUT = (
    "Days from one premiere to the next, by “type|first genre|platform” (empty: all). Each row: number of gaps, lower "
    "quartile, median, upper quartile. Made by tools/fit_reference.py; do not edit."
)


def main(folder: str) -> None:
    """Count the gaps of every class and write the table."""
    gaps: dict[str, list[int]] = defaultdict(list)
    for show in read_seasons(folder):
        if show.type not in TYPES:
            continue
        genre, platform = show.genres[0] if show.genres else "", show.platform or ""
        for one, other in itertools.pairwise(show.seasons):
            days = (other.premiere - one.premiere).days
            if other.number == one.number + 1 and FIRST <= other.premiere <= LAST and 0 < days <= LONGEST_DAYS:
                for key in {(genre, platform), ("", platform), (genre, ""), ("", "")}:
                    gaps[SEPARATOR.join((show.type, *key))].append(days)
    rows = {key: [len(days), *_quartiles(days)] for key, days in sorted(gaps.items()) if len(days) >= LEAST}
    lines = ",\n".join(f"  {json.dumps(key, ensure_ascii=False)}: {json.dumps(row)}" for key, row in rows.items())
    OUT.write_text(
        f'{{\n "_": {json.dumps(ABOUT, ensure_ascii=False)},\n "classes": {{\n{lines}\n }}\n}}\n', encoding="utf-8"
    )
    print(f"{len(rows)} classes, {OUT.stat().st_size} bytes")


def _quartiles(days: list[int]) -> list[int]:
    return [round(value) for value in statistics.quantiles(days, n=4)]


if __name__ == "__main__":
    main(sys.argv[1])
