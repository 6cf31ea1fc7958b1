"""What the forecast puts down a pipe: tab-separated text, ISO dates, no header, one record a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from showstatus.views.lines import records

TYPE_CHECKING = False
if TYPE_CHECKING:
    from showstatus.forecast.backtest import Backtest
    from showstatus.forecast.outlook import Outlook
    from showstatus.forecast.replay import Replay

BACKTEST_COLUMNS = (
    "origin", "method", "n", "pinball_days", "crps_days", "median_error_days", "bias_days",
    "coverage_50", "coverage_80", "coverage_90", "width_50", "width_80", "width_90", "ratio",
)  # fmt: skip
"""The columns of a line of `backtest` about a method, in order; more may be added behind them."""
ODDS_COLUMNS = ("origin", "method", "n", "base_rate", "auc", "brier", "brier_skill", "log_loss")
"""The columns of a line of `backtest` about odds, whose method is “odds 36” for those of 36 months."""


def forecast_lines(made: Outlook) -> str:
    """`forecast SHOW` in a pipe: one ``key<TAB>value`` a line; a key without a value is left out."""
    pairs: list[tuple[str, object]] = [
        ("show", made.show.display),
        ("slug", made.show.slug),
        ("decision", made.decision),
        ("next", made.coming),
        ("why_not", made.why_not),
        ("median", made.median),
    ]
    for level, (start, end) in made.intervals.items():
        pairs += [
            (f"interval_{level:.0%}_start".replace("%", ""), start),
            (f"interval_{level:.0%}_end".replace("%", ""), end),
        ]
    pairs += [(f"quantile_{level:.2f}", day) for level, day in made.quantiles.items()]
    pairs += [(f"odds_{months}_months", f"{p:.4f}") for months, p in (made.odds or {}).items()]
    pairs += [("because", sentence) for sentence in made.because]
    return records((key, value) for key, value in pairs if value is not None)


def backtest_lines(made: Backtest) -> str:
    """`backtest` in a pipe: a line for each origin and method, then for each origin and horizon of the odds."""
    return records(_backtest_rows(made))


def _backtest_rows(made: Backtest) -> Iterator[tuple[object, ...]]:
    for origin in made.origins:
        for row in origin.document()["methods"]:
            coverage, width = row["coverage"], row["width_days"]
            plain = (row[name] for name in BACKTEST_COLUMNS[1:7])
            yield origin.origin, *plain, *coverage.values(), *width.values(), row["ratio"]
        for row in origin.document()["odds"]:
            yield origin.origin, f"odds {row['months']}", *(row[name] for name in ODDS_COLUMNS[2:])


def score_lines(rows: Iterable[Replay]) -> str:
    """`score` in a pipe: one replayed forecast a line."""
    return records(
        (
            row.slug,
            row.title,
            row.season,
            row.moment,
            row.as_of,
            row.start,
            row.end,
            row.median,
            row.truth,
            row.inside,
            row.error_days,
            row.dated,
        )
        for row in rows
    )
