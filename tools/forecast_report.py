"""Print how good the forecast is, and write the page and the picture that the docs show."""

from __future__ import annotations

import os.path
from typing import Any

from forecast_score import OddsSummary, summary

HEAD = """<!-- Made by tools/fit_forecast.py; do not edit. -->
# How good the forecast is

Every number here comes from the code that ships, on shows whose history was not fitted to (or, by time, on years that
had not begun). Pinball loss is the mean over the 19 quantiles 0.05 … 0.95, in days: it is small when the quantiles are
both near and honest. *Last gap* and *platform* are naive distributions: the show's last gap times the ratios of gap
to last gap among other shows, and the gaps on the same platform, both given that the premiere has not come yet.
*Last gap as one day* is what a person says.
"""


def write_report(scores: dict[str, Any], folder: str | None) -> None:
    """Print the page, and write it with its picture where a folder is given."""
    page = "\n".join(
        [
            HEAD,
            _premieres("Other shows", "Finales of 2016–2021, five folds by show.", scores["show"]),
            _premieres(
                "Later years",
                "Fitted only to finales until 2015 and what had premiered by the end of 2018; judged on finales of "
                "2019–2021, among them those that covid delayed.",
                scores["time"],
            ),
            _leads(scores["leads"]),
            _odds(scores),
            _slips(scores["slip"]),
            "![How often the premiere came before each quantile, and the show returned](calibration.svg)\n",
        ]
    )
    print(page)
    if folder is None:
        return
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "forecast-evaluation.md"), "w", encoding="utf-8", newline="\n") as file:
        file.write(page)
    with open(os.path.join(folder, "calibration.svg"), "w", encoding="utf-8", newline="\n") as file:
        file.write(_picture(scores["show"]))


def _table(head: list[str], lines: list[list[str]]) -> str:
    rule = ["---"] + ["---:"] * (len(head) - 1)
    return "\n".join("| " + " | ".join(line) + " |" for line in [head, rule, *lines]) + "\n"


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def _premieres(title: str, text: str, found: dict[str, Any]) -> str:
    lines, against = [], []
    for months, wait in found["waits"].items():
        mine = wait["mine"]
        when = "at the finale" if not months else f"{months} months later"
        covers = [_percent(mine.in50), _percent(mine.in80), _percent(mine.in90)]
        lines.append([when, str(mine.n), f"{mine.pinball:.1f}", f"{mine.error:.0f}", *covers, f"{mine.width80:.0f}"])
        ratios = [mine.pinball / wait[name] for name in ("platform", "last", "point")]
        against.append([when, *(f"{r:.3f}" for r in ratios), f"{mine.error / wait['point_error']:.3f}"])
    head = ["asked", "n", "pinball, days", "median error", "50 % covers", "80 % covers", "90 % covers", "width of 80 %"]
    rivals = ["times the rival's", "platform", "last gap", "last gap as one day", "its median error"]
    return f"## {title}\n\n{text}\n\n{_table(head, lines)}\n{_table(rivals, against)}"


def _leads(leads: dict[str, Any]) -> str:
    lines = []
    for kind, found in leads.items():
        mine, bare = summary(found["mine"]), summary(found["bare"])
        rival = f"{mine.pinball / summary(found['rival']).pinball:.3f}" if found["rival"] else "–"
        covers = [_percent(mine.in50), _percent(mine.in80)]
        error = [f"{mine.error:.0f}", *covers, f"{mine.width80:.0f}"]
        ratio = f"{mine.pinball / bare.pinball:.3f}"
        lines.append([kind, str(mine.n), str(found["shows"]), f"{mine.pinball:.1f}", ratio, rival, *error])
    head = ["known, on its day", "n", "shows", "pinball, days", "times that without it", "times that of all lags"]
    head += ["median error", "50 % covers", "80 % covers", "width of 80 %"]
    text = "Each season with the lags of other shows, and a hazard without it. *All lags*: the distribution of the "
    text += "known lags from such a day to the premiere, given the wait. Mostly hits on streaming services. Of the "
    text += "start of filming beside the wrap, without it is with the wrap alone. The last row is about seasons whose "
    text += "official window held, which is not known beforehand; without it is without the window."
    return f"## With a fact of production\n\n{text}\n\n{_table(head, lines)}"


def _odds(scores: dict[str, Any]) -> str:
    sums: list[tuple[str, OddsSummary]] = []
    for name, found in (("other shows", scores["show"]), ("later years", scores["time"])):
        sums += [(f"{name}, {months} months", some) for months, some in found["odds"].items()]
    sums += [(f"open on 2024-11-10, {name}", some) for name, some in scores["follow"].items()]
    lines = [
        [name, str(s.n), _percent(s.rate), f"{s.auc:.3f}", f"{s.skill:.3f}", f"{s.log_loss:.3f}"] for name, s in sums
    ]
    head = ["odds of a return", "n", "came", "AUC", "Brier skill", "log loss"]
    deciles = [
        [str(k + 1), str(n), _percent(said), _percent(came)]
        for k, (n, said, came) in enumerate(scores["show"]["odds"][36].deciles)
    ]
    text = "Will the next season premiere within so many months of the last one's end? Asked at the finale; shows that "
    text += "ended or were cancelled count. *Open on 2024-11-10* is a cohort tracked from before that day; what "
    text += "silence says was fitted to its other folds."
    return (
        f"## The odds of a return\n\n{text}\n\n{_table(head, lines)}\n"
        f"Other shows, 36 months, by tenths of what was said:\n\n{_table(['tenth', 'n', 'said', 'came'], deciles)}"
    )


def _slips(slip: dict[str, Any]) -> str:
    said = slip["_n"]
    return (
        "## Official plans\n\n"
        f"Of {said['window-announced'][1]} vague windows, {said['window-announced'][0]} were missed, by a median of "
        f"{slip['days']:g} days. Of {said['date-announced'][1]} days that databases listed, "
        f"{said['date-announced'][0]} were missed by more than a week; "
        f"{_percent(slip['date-announced'])} is left for a slip. Inside vague windows that held, seasons came at "
        f"{slip['haste']:g} times the rate that the forecast without the window gave.\n"
    )


# --- the picture ------------------------------------------------------------------------------------------------

SIDE, EDGE, APART = 280, 46, 360


def _picture(found: dict[str, Any]) -> str:
    """Draw two squares: the share of premieres before each quantile, and returns beside the odds."""
    waits = [("finale", found["waits"][0]["places"], "#1f77b4"), ("+6 months", found["waits"][6]["places"], "#d62728")]
    width, height = APART + SIDE + 2 * EDGE, SIDE + 2 * EDGE + 10
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        'font-family="sans-serif" font-size="12">',
        "<title>Calibration of the forecast on shows it was not fitted to</title>",
        f'<rect width="{width}" height="{height}" fill="white"/>',
        _frame(EDGE, "quantile", "premieres before it"),
        _frame(EDGE + APART, "odds said (36 months)", "returned"),
    ]
    for k, (name, places, colour) in enumerate(waits):
        levels = [i / 20 for i in range(21)]
        points = [(level, sum(place <= level for place in places) / len(places)) for level in levels]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in (_at(EDGE, *point) for point in points))
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts.append(f'<text x="{EDGE + 12}" y="{EDGE + 20 + 16 * k}" fill="{colour}">{name} (n={len(places)})</text>')
    for n, said, came in found["odds"][36].deciles:
        x, y = _at(EDGE + APART, said, came)
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="#1f77b4"><title>n={n}</title></circle>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def _at(left: int, x: float, y: float) -> tuple[float, float]:
    return left + SIDE * x, EDGE + SIDE * (1 - y)


def _frame(left: int, below: str, beside: str) -> str:
    (x0, y0), (x1, y1) = _at(left, 0, 0), _at(left, 1, 1)
    ticks = "".join(
        f'<text x="{_at(left, t, 0)[0]:.0f}" y="{y0 + 16:.0f}" text-anchor="middle">{t:g}</text>'
        f'<text x="{x0 - 6:.0f}" y="{_at(left, 0, t)[1] + 4:.0f}" text-anchor="end">{t:g}</text>'
        for t in (0, 0.5, 1)
    )
    middle = (y0 + y1) / 2
    return (
        f'<rect x="{x0}" y="{y1}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#999"/>'
        f'<line x1="{x0}" y1="{y0}" x2="{x1}" y2="{y1}" stroke="#999" stroke-dasharray="4 4"/>{ticks}'
        f'<text x="{(x0 + x1) / 2}" y="{y0 + 34}" text-anchor="middle">{below}</text>'
        f'<text x="{x0 - 30}" y="{middle}" text-anchor="middle" '
        f'transform="rotate(-90 {x0 - 30} {middle})">{beside}</text>'
    )
