"""Writes what `fit_reader` makes: `titles.txt` and `weights.txt` in the lexicon, a mark a line with what it weighs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from showstatus.reader import scales

LEXICON = Path(__file__).resolve().parent.parent / "src/showstatus/reader/lexicon"
MADE = "in log odds. Made by tools/fit_reader.py: run that, do not mend this."
LEAST = 0.05
"""A mark that weighs less is left out."""
Tables = dict[str, dict[str, float]]
"""What marks weigh, by what they are marks of."""


def write_titles(weights: Mapping[str, float]) -> None:
    """Write what the marks of titles weigh."""
    rows = {mark: [f"{weight:.2f}"] for mark, weight in weights.items() if abs(weight) >= LEAST}
    _write("titles.txt", f"# How much each mark of a title weighs, {MADE}", rows)


def write(tables: Tables) -> None:
    """Write what the marks of verdicts, seasons, events, shows and texts that hold news weigh."""
    rows: dict[str, list[str]] = defaultdict(list)
    for table, weights in tables.items():
        for mark, weight in weights.items():
            if abs(weight) >= LEAST:
                rows[mark] += [table, f"{weight:.2f}"]
    head = f"# How much each mark of a verdict, a season, an event, a show or of news weighs for which of them, {MADE}"
    _write("weights.txt", head, rows)


def _write(name: str, head: str, rows: Mapping[str, list[str]]) -> None:
    lines = ["\t".join([mark, *row]) for mark, row in sorted(rows.items())]
    (LEXICON / name).write_text("\n".join([head, *lines]) + "\n")
    scales.forget()
