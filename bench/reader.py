"""How well does the reader read? Scores it on labelled articles, apart for those it was made by and those only scored.

    .venv/bin/python bench/reader.py [FOLDER] [--errors]

FOLDER holds pairs NNN.txt and NNN.json (the label's fields are those of `read --stdin`). Which article is in which
part was fixed by a hash of its name before the first was read. Rules were first written with 18 in sight; when they
stalled on the 17 others, 9 of those were opened as well, next by the same hash, and 8 have never been looked at.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from showstatus.names import fold, without_article
from showstatus.reader.json_lines import shows

SEEN = 27
"""How many articles were looked at."""
FROM = 501
"""The articles numbered from here came later and are freer retellings; all below `FRESH` have been looked at by now."""
FRESH = 701
"""Of the articles numbered from here the odd ones may be looked at; the even ones never are."""
LATEST = 901
"""Of the articles numbered from here all but every fifth may be looked at."""
DEFAULT = Path(__file__).resolve().parent.parent.parent / "shared" / "articles"
_NEAR = {"renewed", "in-production"}
_SEASONLESS = {"cancelled", "saved"}


@dataclass
class Score:
    """Counts over some articles."""

    counts: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def ratio(self, good: str, of: str) -> str:
        """A share in per cent with its counts."""
        whole = self.counts[of]
        return f"{100 * self.counts[good] / whole:5.1f} % of {whole}" if whole else "    –"


def halves(names: list[str]) -> tuple[list[str], list[str]]:
    """The names that were looked at, and those that are only scored."""
    if all(name.isdigit() and int(name) >= FROM for name in names):
        scored = {name for name in names if int(name) >= FRESH and int(name) % (5 if int(name) >= LATEST else 2) == 0}
        return sorted(set(names) - scored), sorted(scored)
    order = sorted(names, key=lambda name: hashlib.sha256(name.encode()).hexdigest())
    return sorted(order[:SEEN]), sorted(order[SEEN:])


@cache
def _known() -> list[str]:
    with (Path(__file__).resolve().parent.parent / "data" / "shows.toml").open("rb") as file:
        return [show["title"] for show in tomllib.load(file)["show"].values()]


def score(folder: Path, names: list[str]) -> Score:
    """The counts over the articles of these names."""
    total = Score()
    for name in names:
        gold = json.loads((folder / f"{name}.json").read_text())
        text = (folder / f"{name}.txt").read_text()
        published = dt.date.fromisoformat(gold["published"]) if gold["published"] else None
        _compare(total, name, gold["shows"], shows(text, published, _known()))
    return total


def _compare(total: Score, name: str, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> None:
    count, by_key = total.counts, {_key(show["title"]): show for show in found}
    if not gold:
        count["empty"] += 1
        count["empty right"] += not found
        if found:
            total.errors.append(f"{name}: claims from nothing: {[show['title'] for show in found]}")
    pairs = []
    for place, wanted in enumerate(gold):
        count["shows"] += 1
        got = by_key.pop(_key(wanted["title"]), None)
        count["shows found"] += got is not None
        if got is None:
            total.errors.append(f"{name}: missed {wanted['title']} ({wanted['verdict']})")
        else:
            pairs.append((wanted, got))
        if place == 0:
            count["leads"] += 2
            count["leads found"] += 2 * (got is not None)
            points = _verdict_points(wanted, got["verdict"] if got else None)
            count["lead right"] += points
        if got and _verdict_points(wanted, got["verdict"]) < 2:
            total.errors.append(
                f"{name}: {wanted['title']} is {wanted['verdict']}, read {got['verdict']}{' (lead)' * (not place)}"
            )
    count["proposed"] += len(found)
    count["proposed right"] += len(pairs)
    total.errors += [f"{name}: proposed {show['title']} ({show['verdict']})" for show in by_key.values()]
    for show in by_key.values():
        count["events told"] += len(show["events"])
    for wanted in gold:
        count["events"] += len(wanted["events"])
    for wanted, got in pairs:
        count["confirmed"] += 1
        same = wanted["confirmed_seasons"] == got["confirmed_seasons"]
        count["confirmed right"] += same
        if not same:
            total.errors.append(
                f"{name}: {wanted['title']} confirmed {wanted['confirmed_seasons']}, read {got['confirmed_seasons']}"
            )
        _compare_events(total, f"{name}: {wanted['title']}", wanted["events"], got["events"])
        for key in ("official_window", "estimate"):
            count[key] += wanted[key] is not None
            count[f"{key} right"] += wanted[key] is not None and wanted[key] == got[key]
        names = {fold(member["actor"]) for member in got["cast"]}
        count["cast"] += len(wanted["cast"])
        count["cast right"] += sum(fold(member["actor"]) in names for member in wanted["cast"])
        count["cast told"] += len(names)


def _compare_events(total: Score, where: str, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> None:
    count, left = total.counts, list(found)
    count["events told"] += len(found)
    for wanted in gold:
        match = next((event for event in left if _same(wanted, event)), None)
        if match is None:
            total.errors.append(f"{where}: no {wanted['kind']} {wanted['season']} «{wanted['evidence']}»")
            continue
        left.remove(match)
        count["events right"] += 1
        if wanted["date"]:
            count["dates"] += 1
            count["dates right"] += match["date"] == wanted["date"]
            if match["date"] != wanted["date"]:
                total.errors.append(f"{where}: {wanted['kind']} on {wanted['date']}, read {match['date']}")
    total.errors += [f"{where}: told {e['kind']} {e['season']} {e['date']} «{e['evidence'][:90]}»" for e in left]


def _same(wanted: dict[str, Any], event: dict[str, Any]) -> bool:
    same_season = wanted["kind"] in _SEASONLESS or wanted["season"] == event["season"]
    return bool(wanted["kind"] == event["kind"] and same_season)


def _verdict_points(wanted: dict[str, Any], verdict: str | None) -> int:
    if verdict == wanted["verdict"] or verdict in wanted.get("verdict_alt", ()):
        return 2
    return 1 if {verdict, wanted["verdict"]} == _NEAR else 0


def _key(title: str) -> str:
    return without_article(fold(title))


ROWS = (
    ("verdict of the lead show", "lead right", "leads"),
    ("… found at all", "leads found", "leads"),
    ("shows found", "shows found", "shows"),
    ("proposed shows that are labelled", "proposed right", "proposed"),
    ("events: precision", "events right", "events told"),
    ("events: recall", "events right", "events"),
    ("dates of matched events", "dates right", "dates"),
    ("confirmed seasons", "confirmed right", "confirmed"),
    ("texts without a claim", "empty right", "empty"),
    ("official windows", "official_window right", "official_window"),
    ("estimates", "estimate right", "estimate"),
    ("cast found", "cast right", "cast"),
    ("named cast that is labelled", "cast right", "cast told"),
)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--errors", action="store_true", help="list what went wrong in the half that was looked at")
    given = parser.parse_args()
    seen, unseen = halves([path.stem for path in given.folder.glob("*.txt")])
    scores = [score(given.folder, seen), score(given.folder, unseen)]
    print(f"{'':36}{f'looked at ({len(seen)})':>18}{f'only scored ({len(unseen)})':>20}")
    for label, good, of in ROWS:
        print(f"{label:36}{scores[0].ratio(good, of):>18}{scores[1].ratio(good, of):>20}")
    if given.errors:
        print("\n".join(scores[0].errors))


if __name__ == "__main__":
    main()
