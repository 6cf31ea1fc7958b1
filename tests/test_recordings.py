"""What TVmaze really answered, and the claims that come of it: one golden file a recording, a registry in our format.

The recordings are not ours to publish and lie beside the project; where they are absent, the golden files are held to
what was meant all the same. `python -m tests.test_recordings` writes them anew, and takes away those of no recording.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from showstatus.catalogue.file import made
from showstatus.catalogue.lookup import search, titled
from showstatus.dates import parse_edtf
from showstatus.ledger.book import entry
from showstatus.ledger.edits import append_claim, append_show
from showstatus.ledger.toml_format import Row
from showstatus.names import slug_for
from showstatus.reconcile import reconcile
from showstatus.report import Report, report
from showstatus.sources.base import Hit, SourceShow
from showstatus.sources.tvmaze import TVmaze
from tests.registries import layer, rows

HERE = Path(__file__).parent
GOLDEN = HERE / "golden" / "tvmaze"
RECORDINGS = HERE.parent.parent / "shared" / "recordings" / "tvmaze"
TVMAZE = TVmaze()
_DATED = re.compile(r"__(\d{4})(\d\d)?(\d\d)?(?=[_.])")
_EMBEDS = {"shows_1__200__202605.json": {"seasons": "shows_1_seasons", "cast": "shows_1_cast"}}
"""Bodies that were asked for by themselves and that our question asks for at once."""

with_recordings = pytest.mark.skipif(not RECORDINGS.is_dir(), reason="the recordings lie beside the project; not here")


def recorded() -> Iterator[tuple[str, Any]]:
    """The name and the body of every recorded answer that has one."""
    for path in sorted(RECORDINGS.glob("*.json")):
        yield path.name, json.loads(path.read_bytes())


def body_of(name: str) -> Any:
    """The one recorded body whose name begins so."""
    (path,) = RECORDINGS.glob(f"{name}*.json")
    return json.loads(path.read_bytes())


def day_of(name: str) -> dt.date:
    """The day in a recording's name; of a month or a year its last."""
    found = _DATED.search(name)
    assert found is not None, name
    said = parse_edtf("-".join(part for part in found.groups() if part))
    return said.last


def registry(shows: Iterator[tuple[str, Row, list[Row]]], day: dt.date) -> str:
    """A registry with these shows and claims."""
    blocks, claims = f"checked = {day.isoformat()}\n", []
    for slug, block, said in shows:
        blocks = append_show(blocks, slug, block)
        claims += said
    for claim in claims:
        days = {key: dt.date.fromisoformat(claim[key]) for key in ("value", "on") if isinstance(claim.get(key), str)}
        blocks = append_claim(blocks, {**claim, **days})
    return blocks


def _told(show: SourceShow, day: dt.date) -> tuple[str, Row, list[Row]]:
    """What a first fetch on a day makes of a show: the id is the claim's own business."""
    slug = slug_for(show.title)
    made = reconcile(slug, [], {}, None, show, day)
    return slug, made.block, [{key: row[key] for key in row if key != "id"} for row in made.added]


def _found(hit: Hit) -> tuple[str, Row, list[Row]]:
    keys = {"title": hit.title, "platform": hit.platform, "country": hit.country, "ids": dict(hit.ids)}
    return slug_for(hit.title, f"{hit.year or hit.standing} tvmaze {hit.id}"), _filled(keys), []


def _filled(keys: Row) -> Row:
    return {key: value for key, value in keys.items() if value is not None}


def goldens() -> dict[str, list[str]]:
    """The text of each golden file, by name; every recording it comes of gives one, and they are to be the same."""
    made: dict[str, list[str]] = {}
    for name, body in recorded():
        day = day_of(name)
        if isinstance(body, dict) and "status" in body and "name" in body and "premiered" in body:
            embedded = {key: body_of(part) for key, part in _EMBEDS.get(name, {}).items()}
            show = TVMAZE.read_show({**body, "_embedded": {**body.get("_embedded", {}), **embedded}})
            slug = slug_for(show.title)
            made.setdefault(f"{slug}-{day.isoformat()}", []).append(registry(iter([_told(show, day)]), day))
        elif name.startswith("search_"):
            found = map(_found, TVMAZE.read_search(body if isinstance(body, list) else [body]))
            made.setdefault(f"{_words(name)}-{day.isoformat()}", []).append(registry(found, day))
        elif "misc-index" in name:
            listed = {row["id"]: TVMAZE.read_show(row) for row in body}  # one of them is listed twice
            shows = (_told(show, day) for show in listed.values())
            made.setdefault(f"index-{day.isoformat()}", []).append(registry(shows, day))
    return made


def _words(name: str) -> str:
    return "search-" + slug_for(name.split("__")[1].removeprefix("q-"))


@with_recordings
def test_what_tvmaze_answered_becomes_these_claims() -> None:
    made = goldens()
    kept = {path.stem: path.read_text(encoding="utf-8") for path in GOLDEN.glob("*.toml")}

    assert sorted(made) == sorted(kept), "python -m tests.test_recordings writes the golden files anew"
    for name, texts in made.items():
        assert {kept[name]} == {*texts}


@with_recordings
def test_a_whole_page_of_the_index_is_decoded() -> None:
    shows = [TVMAZE.read_show(row) for row in body_of("shows__page-1")]

    assert (245, 245) == (len(shows), len({show.id for show in shows}))
    assert {"over": 155, "running": 82, "undecided": 8} == Counter(show.standing for show in shows)
    assert all(show.platform and show.updated for show in shows)


@with_recordings
def test_a_recorded_page_of_the_index_is_kept_and_found(tmp_path: Path) -> None:
    hits = TVMAZE.read_page(1, body_of("shows__page-1"))
    catalogue = made(str(tmp_path / "catalogue.db"))
    catalogue.put_page(1, hits)

    assert (245, 245) == (len(hits), catalogue.shows)
    assert all(titled(catalogue, hit.title) for hit in hits)
    (found,) = search(catalogue, "kirby buckets")
    assert ("Kirby Buckets", 2014, "Disney XD", "US", 278449) == (
        found.title, found.year, found.platform, found.country, found.ids["tvdb"],
    )  # fmt: skip
    catalogue.close()


@with_recordings
def test_recorded_updates_are_stamps_by_id() -> None:
    stamps = TVMAZE.read_updates(body_of("updates_shows")).stamps

    assert (5, 1780096192) == (len(stamps), stamps[81])


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.toml")), ids=lambda path: path.stem)
def test_claims_made_of_answers_are_a_registry_without_a_fault(path: Path) -> None:
    assert [] == rows(path.read_text(encoding="utf-8")).problems


def stood(name: str) -> Report:
    """How the show of a golden file stood on the day of its answer, by that alone."""
    text = (GOLDEN / f"{name}.toml").read_text(encoding="utf-8")
    slug, day = name[:-11], dt.date.fromisoformat(name[-10:])
    return report(entry(slug, [layer(text, slug, "tvmaze")]), day)


@pytest.mark.parametrize(
    ("name", "decision", "confirmed"),
    [
        ("the-flash-2017-03-26", "renewed", (3, 4)),
        ("arrow-2017-03-26", "renewed", (5, 6)),
        ("the-big-bang-theory-2017-03-26", "renewed", (10, 11, 12)),
        ("suits-2017-03-26", "renewed", (7,)),
        ("marvels-jessica-jones-2017-03-26", "renewed", (2,)),
        ("stranger-things-2017-03-26", "renewed", (2,)),
        ("the-x-files-2017-03-26", "pending", ()),
        ("the-daily-show-with-trevor-noah-2017-03-26", "pending", (2017,)),
        ("firefly-2017-03-26", "ended", ()),
        ("under-the-dome-2026-05-31", "ended", ()),
        ("arrow-2016-09-23", "unknown", ()),  # its seasons were not asked for
    ],
)
def test_a_show_stood_as_tvmaze_meant(name: str, decision: str, confirmed: tuple[int, ...]) -> None:
    status = stood(name).status

    assert (decision, confirmed) == (status.decision, status.confirmed)


def test_a_season_comes_when_tvmaze_said() -> None:
    answer = stood("stranger-things-2017-03-26").answer

    assert "No. Season 2 of Stranger Things is announced for 31 October 2017." == answer


def test_years_are_seasons() -> None:
    assert (*range(1996, 2016),) == stood("the-daily-show-with-jon-stewart-2017-03-26").status.aired


def test_whether_a_show_was_cancelled_tvmaze_does_not_tell() -> None:
    assert (
        "Unknown. Firefly ended with season 1 on 20 December 2002; TVmaze does not tell whether it was cancelled."
    ) == stood("firefly-2017-03-26").answer


def _write() -> None:
    made = goldens()
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for path in GOLDEN.glob("*.toml"):
        path.unlink()
    for name, texts in made.items():
        (GOLDEN / f"{name}.toml").write_text(texts[0], encoding="utf-8")


if __name__ == "__main__":
    _write()
