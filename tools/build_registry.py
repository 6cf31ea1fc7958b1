"""Makes data/shows.toml: the claims in tools/registry, and season dates from an observed data set.

    python tools/build_registry.py DATA_DIR

DATA_DIR holds seasons.csv.gz, one row a season. From it come bare premieres, finales and episode counts of the
shows in tools/registry, joined by TMDB id, or by title and platform where there is none; premieres that it lacks
come from milestones.csv beside it, joined by title. Every other claim was read off the page it cites. What is
doubtful is left out: seasons flagged in the data, the end of a season that may have been running when the data were
taken, and whatever tools/registry says itself.
"""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import tomli_w

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "tools" / "registry"
TARGET = ROOT / "data" / "shows.toml"

CHECKED = dt.date(2026, 8, 22)
"""How far the data reach: the day of the newest observation in them."""
RUNNING_DAYS = 21
"""A last episode this near to the day of the data may not be the finale."""
REFUSED_FLAGS = ("not_after_previous_season", "estimated_from_imdb_first_seen")
NEED_PAGE = frozenset({"premiered", "finale", "episodes", "cast", "split"})
"""The only kinds that may go without a page."""
NEED_DAY = frozenset({"ordered", "renewed", "cancelled", "final-season", "ended", "saved", "film-ordered", "delayed"})
"""Decisions count in the order in which they were made; one without a day would overturn what came after it."""
PUBLISHERS = {"tmdb": "TMDB", "netflix": "Netflix"}

Claim = dict[str, Any]
Row = dict[str, str]


def main(data_dir: str) -> None:
    """Write data/shows.toml and say what is in it."""
    shows, claims = curated()
    seasons = list(observed(Path(data_dir) / "seasons.csv.gz"))
    by_id = group(seasons, lambda row: row["tmdb_id"])
    by_name = group(seasons, lambda row: (row["title"].casefold(), row["platform"]))
    milestones = group(list(listed(Path(data_dir) / "milestones.csv")), lambda row: row["show"].casefold())
    blocks = []
    for slug, show in sorted(shows.items()):
        rows = by_id.get(str(show.get("ids", {}).get("tmdb")), [])
        if not rows and "ids" not in show and "qualifier" not in show:
            rows = by_name.get((show["title"].casefold(), show["platform"]), [])
        imdb = next((row["imdb_id"] for row in rows if row["imdb_id"]), None)
        if imdb:
            show.setdefault("ids", {}).setdefault("imdb", imdb)
        known = claims[slug] + list(season_claims(slug, rows, claims[slug]))
        known += list(premieres(slug, milestones.get(show["title"].casefold(), []), known))
        blocks.append(render(slug, show, sorted(known, key=order)))
    head = (
        "# The shipped registry. Made by tools/build_registry.py: mend tools/registry and run that, not this file.\n"
        f"checked = {CHECKED.isoformat()}\n"
    )
    TARGET.write_text(head + "".join(blocks), encoding="utf-8")
    report(shows, claims)


def curated() -> tuple[dict[str, Any], dict[str, list[Claim]]]:
    """The shows and claims of tools/registry, each checked for a page where it needs one."""
    shows: dict[str, Any] = {}
    claims: dict[str, list[Claim]] = {}
    for path in sorted(SOURCE.glob("*.toml")):
        document = tomllib.loads(path.read_text(encoding="utf-8"))
        for slug, show in document["show"].items():
            if slug in shows:
                sys.exit(f"{path}: {slug} stands in two files")
            shows[slug] = show
            claims[slug] = []
        for claim in document.get("claim", ()):
            if claim["kind"] not in NEED_PAGE and not urlsplit(claim.get("url", "")).hostname:
                sys.exit(f"{path}: {claim['show']} {claim['kind']} cites no page")
            if claim["kind"] in NEED_DAY and "on" not in claim:
                print(f"left out: {claim['show']} {claim['kind']}, which does not say when it was made")
                continue
            claims[claim["show"]].append(claim)
    return shows, claims


def observed(path: Path) -> Iterator[Row]:
    """The usable rows of the data set."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["premiere"] and not any(flag in row["quality_flags"] for flag in REFUSED_FLAGS):
                yield row


def group(rows: list[Row], key: Any) -> dict[Any, list[Row]]:
    """Rows by key, rows without one left out."""
    found: dict[Any, list[Row]] = {}
    for row in rows:
        if key(row):
            found.setdefault(key(row), []).append(row)
    return found


def season_claims(slug: str, rows: list[Row], told: list[Claim]) -> Iterator[Claim]:
    """Premiere, finale and episode count of each season, where tools/registry does not tell them itself."""
    said = {(claim["kind"], season) for claim in told for season in seasons_of(claim)}
    best: dict[int, Row] = {}
    for row in sorted(rows, key=lambda row: (row["source"].startswith("tmdb"), row["status_asof"])):
        best[int(row["season"])] = row
    for season, row in sorted(best.items()):
        by = PUBLISHERS.get(row["source"].partition("-")[0])
        start = dt.date.fromisoformat(row["premiere"])
        if by is None or season < 1 or start > CHECKED:
            continue
        base = {"show": slug, "season": season, "by": by}
        announced = announced_day(told, season)
        if ("premiered", season) not in said:
            if announced is not None and abs((announced - start).days) == 1:
                # The database counts days of another time zone; both say that it came on the announced day.
                yield {"show": slug, "season": season, "kind": "premiered", "value": announced.isoformat()}
            else:
                yield {**base, "kind": "premiered", "value": start.isoformat()}
        if row["end"] and seems_over(row, premiere_of(told, season + 1)):
            if row["end"] > row["premiere"] and ("finale", season) not in said and not parted(told, season):
                yield {**base, "kind": "finale", "value": row["end"]}
            if row["episodes"] and ("episodes", season) not in said:
                yield {**base, "kind": "episodes", "value": int(float(row["episodes"]))}


def parted(told: list[Claim], season: int) -> bool:
    """Whether a season comes in parts of which the data may hold only the first."""
    parts = {claim.get("part") for claim in told if claim["kind"] == "premiered" and season in seasons_of(claim)}
    return any(claim["kind"] == "split" and season in seasons_of(claim) for claim in told) and 2 not in parts


def seems_over(row: Row, following: str | None) -> bool:
    """Whether the last episode in the data is the finale, of this season and not of one counted with it."""
    gone = dt.date.fromisoformat(row["status_asof"]) - dt.date.fromisoformat(row["end"])
    return gone.days > RUNNING_DAYS and (following is None or row["end"] < following)


def announced_day(told: list[Claim], season: int) -> dt.date | None:
    """The exact day that was announced last for a season."""
    days = [
        claim
        for claim in told
        if claim["kind"] in ("date-announced", "delayed") and season in seasons_of(claim) and len(claim["value"]) == 10
    ]
    newest = max(days, key=lambda claim: str(claim.get("on", "")), default=None)
    return dt.date.fromisoformat(newest["value"]) if newest is not None else None


def premiere_of(told: list[Claim], season: int) -> str | None:
    """When a season came, as tools/registry tells it."""
    values = [c["value"] for c in told if c["kind"] == "premiered" and season in seasons_of(c)]
    return min(values, default=None)


def listed(path: Path) -> Iterator[Row]:
    """The seasons of milestones.csv that have premiered."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from (row for row in csv.DictReader(file) if row["premiere"] and row["premiere"] <= CHECKED.isoformat())


def premieres(slug: str, rows: list[Row], told: list[Claim]) -> Iterator[Claim]:
    """The premieres of seasons that nothing else tells of."""
    said = {season for claim in told if claim["kind"] == "premiered" for season in seasons_of(claim)}
    for row in rows:
        if int(row["season"]) not in said:
            yield {"show": slug, "kind": "premiered", "season": int(row["season"]), "value": row["premiere"]}


def seasons_of(claim: Claim) -> list[int]:
    """The seasons a claim names."""
    return [*claim.get("seasons", ()), *([claim["season"]] if "season" in claim else [])]


def order(claim: Claim) -> tuple[str, int, str]:
    """By the day it was said, or of which it tells."""
    when = str(claim.get("on") or claim.get("value") or "")
    return when if when[:4].isdigit() and len(when) > 3 else "9", min(seasons_of(claim), default=0), claim["kind"]


def render(slug: str, show: dict[str, Any], claims: list[Claim]) -> str:
    """One show and its claims as TOML, lists on one line, one member of a cast a line."""
    keys = "".join(f"{key} = {inline(value)}\n" for key, value in show.items())
    text = f"\n\n[show.{slug}]\n{keys}"
    for claim in claims:
        text += "\n[[claim]]\n" + "".join(f"{key} = {claim_value(claim[key])}\n" for key in KEY_ORDER if key in claim)
    return text


KEY_ORDER = (
    "show", "kind", "season", "seasons", "part", "special", "film", "concludes", "value", "parts", "platform",
    "said", "on", "by", "reports", "url", "cast", "left",
)  # fmt: skip


def claim_value(value: Any) -> str:
    """A value of a claim as TOML."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n" + "".join(f"    {inline(member)},\n" for member in value) + "]"
    return inline(value)


def inline(value: Any) -> str:
    """A value as TOML on one line."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {inline(item)}" for key, item in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(inline, value)) + "]"
    return tomli_w.dumps({"x": value}).removeprefix("x = ").rstrip("\n")


def report(shows: dict[str, Any], claims: dict[str, list[Claim]]) -> None:
    """Say how many shows and claims there are, and which shows have little."""
    with_page = {slug for slug, known in claims.items() if any(claim["kind"] not in NEED_PAGE for claim in known)}
    total = TARGET.read_text(encoding="utf-8").count("[[claim]]")
    print(
        f"{len(shows)} shows, {total} claims; {len(with_page)} shows with a decision or production claim and its page"
    )
    few = [slug for slug in shows if slug not in with_page]
    if few:
        print("without:", ", ".join(few))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
