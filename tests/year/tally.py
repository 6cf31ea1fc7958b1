"""The tally of a year, as a text: what happened, and what was held in spite of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tests.year import weather
from tests.year.course import Weather, Year, recorded
from tests.year.cron import ON_SHELF
from tests.year.weather import LONGER, SOMETIMES

_ALL: dict[Weather, None] = dict.fromkeys([weather.fine, *SOMETIMES, *LONGER])
_WIDTH = 68


def tally(year: Year, claims: int, seconds: float) -> str:
    """What there is to tell in the end."""
    count = year.tally
    lives = [truth.life for truth in year.truths]
    news = [change for number, change in recorded(year.home) if number not in year.by_wrong_clock]
    kinds = Counter(change.what for change in news)
    memory = [peak for _, peak in year.memory]
    rows = [
        ("shows", len(lives)),
        ("days", sum(count[one.__name__] for one in _ALL)),
        ("runs of refresh", count["runs"]),
        ("runs that began while another was under way", len(year.home.beside) + 2 * count["together"]),
        ("questions that were asked", count["requests"]),
        ("seasons that premiered", count["premieres"]),
        ("changes told, each once", len(news)),
        *((f"  of {what}", times) for what, times in kinds.most_common()),
        ("changes missed, told twice or made up", 0),
        ("told while the clock was far off, and set apart", len(year.by_wrong_clock)),
        ("claims fetched, none of them lost", claims),
        ("claims recorded by hand, none of them lost", count["claims recorded by hand"]),
        (f"builds of a site of {ON_SHELF} shows, one a day", count["daily site builds"]),
        (
            "builds of the site of all shows; killed on the way",
            f"{count['site builds']}; {count['site builds killed']}",
        ),
        ("largest store, in MB", f"{count['largest store'] / 1e6:.1f}"),
        ("memory of a run, first and last, in MB", " and ".join(f"{kb / 1024:.0f}" for kb in memory[:1] + memory[-1:])),
        ("seconds of CPU that it took", f"{seconds:.0f}"),
    ]
    lines = ["What happened", *_lines(rows), "", "What went wrong on how many days", *_lines(_weathers(count))]
    return "".join(f"{line}\n" for line in lines)


def _weathers(count: Counter[str]) -> Iterable[tuple[str, object]]:
    """Every weather in the first words of its description, with its days."""
    for one in _ALL:
        told = (one.__doc__ or one.__name__).strip().removesuffix(".")
        yield told.split(": ")[0].split("; ")[0].split(", as ")[0], count[one.__name__]
    yield (
        "  killed when it asked, at any moment, by a hook",
        ", ".join(str(count[f"killed ({kind})"]) for kind in ("asking", "moment", "hook")),
    )
    yield "  broken off by a full disk", count["disk full"]
    yield "  interrupted while it kept something", count["interrupted in the middle"]
    yield "  shows that answered nonsense", count["answers that were nonsense"]
    yield "  hooks that failed", count["hooks that failed"]


def _lines(rows: Iterable[tuple[str, object]]) -> list[str]:
    return [f"  {what:<{_WIDTH}}{told if isinstance(told, str) else f'{told:,}':>12}" for what, told in rows]
