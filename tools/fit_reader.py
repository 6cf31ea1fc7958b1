"""Fits how much each mark weighs by which the reader tells titles, shows, verdicts, events and news.

    .venv/bin/python tools/fit_reader.py FOLDER… [--keep-titles] [--anew]

Only those articles are read that `bench/reader.py` lets be looked at. Logistic regressions, one after another, as each
sees what those before leave: titles (`fit_titles`), by which words things are told (`fit_wording`), then verdicts,
seasons, events, shows, and which texts hold news (`fit_readings`). Each article stands twice, the second time as if
nobody had known its shows, as one from elsewhere will. The weights that are there are what the new ones begin with,
unless it is `--anew` (`fit_marks`): what they came from need not be at hand, and must not be fitted on again. Needs
numpy and scipy, which the program itself never loads.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from unittest.mock import patch

from fit_readings import fit_readings
from fit_titles import fit_titles
from fit_wording import Weights, weights_now
from reader_pieces import Piece, pieces_of
from reader_weights import Tables
from showstatus.reader import scales


@dataclass(frozen=True, slots=True)
class Before:
    """What everything weighed by an earlier fit."""

    titles: Mapping[str, float]
    wording: Weights
    tables: Tables


NOTHING = Before({}, {}, {})


def before() -> Before:
    """What everything weighs in the lexicon as it is."""
    return Before(scales.title_weights(), weights_now(), scales.every_weight())


def fit(pieces: list[Piece], earlier: Before, *, titles: bool = True) -> None:
    """Fit on these pieces, going on from an earlier fit, and write the weights."""
    if titles:
        fit_titles(pieces, earlier.titles)
    with ExitStack() as every_mark:  # what has weighed nothing so far is a mark as well
        for name in ("weighed_words", "weighed_by", "weighed_for_news"):
            every_mark.enter_context(patch.object(scales, name, cache(lambda *_: None)))
        fit_readings(pieces, earlier.wording, earlier.tables)
    scales.forget()


def main(folders: list[str], options: list[str]) -> None:
    """Fit, and write the weights."""
    fit(pieces_of(folders), NOTHING if "--anew" in options else before(), titles="--keep-titles" not in options)


if __name__ == "__main__":
    main([name for name in sys.argv[1:] if name[:2] != "--"], [name for name in sys.argv[1:] if name[:2] == "--"])
