"""What commands make of the catalogue: shows, names and ids are found without a connection."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from showstatus.imports.filled import filled
from showstatus.imports.listed import Listed
from showstatus.imports.placing import KnownShow, Shelf
from showstatus.reader.article import read
from showstatus.reader.sentences import sentences
from showstatus.reader.titles.candidates import key_of
from showstatus.reader.titles.finder import NEARLY, TitleFinder
from showstatus.reader.titles.pool import ENOUGH
from showstatus.shows import Show
from tests.cataloguing import file_of, hold, listed, with_shows
from tests.cli import SHIPPED, Cli
from tests.refreshing import S1, refresh
from tests.standin import StandIn

SHOWS = (
    listed(7, "Bad Sisters", 2022, platform="Apple TV+", country="IE", imdb="tt15469618", tvdb=400001, ended=2024,
           type="Scripted", language="English", weight=97),
    listed(8, "Ghosts", 2019, platform="BBC One", country="GB", imdb="tt8594324"),
    listed(9, "Ghosts", 2021, platform="CBS", country="US", imdb="tt11379026"),
    listed(10, "Heartstopper", 2022, platform="Netflix", imdb="tt10638036"),
    listed(11, "Heartstopper: The Musical", 2024),
)  # fmt: skip


def blocks(cli: Cli) -> dict[str, Any]:
    """The blocks of the user's registry, by slug."""
    return dict(tomllib.loads(cli.text)["show"])


def test_a_search_is_answered_by_registries_and_catalogue_together(cli: Cli) -> None:
    hold(cli, SHOWS)

    rows = cli.ok("search", "heartstopper").rows
    assert [("heartstopper", "tvmaze:10"), ("", "tvmaze:11")] == [(row[0], row[1]) for row in rows]
    (found,) = cli.ok("search", "bad", "sis", "--json").document["results"]
    assert {
        "slug": None, "id": "tvmaze:7", "title": "Bad Sisters", "year": 2022, "platform": "Apple TV+", "country": "IE",
        "url": "https://www.tvmaze.com/shows/7", "followed": False, "ended": 2024, "type": "Scripted",
        "language": "English",
    } == found  # fmt: skip
    assert ["tvmaze:9"] == [row[1] for row in cli.ok("search", "Ghosts (2021)").rows]
    assert [] == cli.ok("search", "nothing like it").rows
    assert "add --id tvmaze:7" in cli.terminal("search", "bad sistres")


def test_with_a_catalogue_only_what_it_lacks_is_asked_for(cli: Cli, standin: StandIn) -> None:
    hold(cli, SHOWS)
    standin.add(12, "Brand New")
    online = cli.online(standin.url)

    assert "tvmaze:7" == cli.ok("search", "bad sisters", **online).rows[0][1]
    assert [] == standin.requests
    assert "tvmaze:12" == cli.ok("search", "brand new", **online).rows[0][1]
    cli.ok("search", "bad sisters", "--online", **online)
    assert ["/search/shows"] * 2 == standin.paths


def test_a_show_is_followed_offline_and_the_next_refresh_tells_of_it(cli: Cli, standin: StandIn) -> None:
    hold(cli, SHOWS)
    told = cli.ok("add", "BAD sisters", "bad sisters")

    assert "You follow Bad Sisters.\n" == told.out
    assert "showstatus: Data: TVmaze.com (CC BY-SA). The next showstatus refresh tells more.\n" == told.err
    ids = {"tvmaze": 7, "imdb": "tt15469618", "tvdb": 400001}
    assert {"bad-sisters": {"title": "Bad Sisters", "ids": ids}} == blocks(cli)
    standin.add(7, "Bad Sisters", [S1])
    refresh(cli, standin)
    assert ["/updates/shows", "/shows/7"] == standin.paths
    assert "1" == cli.ok("check", "bad sisters").pairs["aired_seasons"]


def test_of_a_show_of_which_nothing_is_known_yet_the_next_step_is_told(cli: Cli) -> None:
    hold(cli, SHOWS)
    cli.ok("add", "bad sisters")
    for _ in ("asked", "kept"):
        told = cli.ok("check", "bad-sisters", SHOWSTATUS_AS_OF=None)
        assert "Unknown. Nothing is known of Bad Sisters yet." == told.pairs["answer"]
        assert "showstatus: showstatus refresh asks what is known of Bad Sisters elsewhere.\n" == told.err
    told = cli.ok("check", "house-of-the-dragon", SHOWSTATUS_AS_OF=None)
    follow = "showstatus: showstatus add house-of-the-dragon follows it; showstatus refresh then asks what is known"
    assert told.err.startswith(follow)
    for words in (
        ("check", "bad-sisters", "--as-of", "2020-01-01"),
        ("check", "bad-sisters", "--json"),
        ("check", "glow"),
    ):
        assert "" == cli.ok(*words, SHOWSTATUS_AS_OF=None).err


@pytest.mark.parametrize(
    ("words", "slug"),
    [(("--id", "tvmaze:8"), "ghosts"), (("--id", "imdb:tt15469618"), "bad-sisters"),
     (("--id", "imdb:tt10638036"), "heartstopper"), (("--id", "tvmaze:10"), "heartstopper")],
)  # fmt: skip
def test_a_show_is_followed_offline_by_any_of_its_ids(cli: Cli, words: tuple[str, ...], slug: str) -> None:
    hold(cli, SHOWS)

    cli.ok("add", *words)
    assert [slug] == [*blocks(cli)]


def test_of_several_of_one_name_it_is_asked_which(cli: Cli, standin: StandIn) -> None:
    hold(cli, SHOWS)

    told = cli.fails(4, "add", "ghosts", **cli.online(standin.url))
    assert "--id tvmaze:8 (Ghosts (2019, BBC One)), --id tvmaze:9 (Ghosts (2021, CBS))." in told
    cli.ok("add", "ghosts (2019, BBC One)", "Ghosts (us)", **cli.online(standin.url))
    assert {8: "ghosts", 9: "ghosts-2021"} == {block["ids"]["tvmaze"]: slug for slug, block in blocks(cli).items()}
    assert [] == standin.requests


def test_a_name_that_no_registry_knows_is_told_from_one_that_is_none(cli: Cli) -> None:
    hold(cli, SHOWS)

    told = cli.fails(3, "check", "bad sisters")
    assert (
        "showstatus: No show named “bad sisters” is known. "
        "TVmaze lists “Bad Sisters (2022, Apple TV+)”; showstatus add --id tvmaze:7 follows it."
    ) == told
    assert "Did you mean “Bad Sisters (2022, Apple TV+)”?" in cli.fails(3, "log", "bad sistres")
    assert "Did you mean “Bad Sisters (2022, Apple TV+)”?" in cli.fails(3, "add", "bad sistres")
    both = "TVmaze lists “Ghosts (2019, BBC One)”, “Ghosts (2021, CBS)”; showstatus search tells them apart."
    assert both in cli.fails(3, "check", "ghosts")
    assert "showstatus: No show named “xyzzy plugh” is known." == cli.fails(3, "check", "xyzzy plugh")


def test_a_show_that_a_registry_and_the_catalogue_know_is_suggested_once(cli: Cli) -> None:
    hold(cli, (*SHOWS, listed(526, "The Office", 2005, platform="NBC", imdb="tt0386676")))
    cli.ship(f'{SHIPPED}ids = {{ imdb = "tt0386676" }}\n')

    assert cli.fails(3, "check", "heartstoper").endswith(" Did you mean “Heartstopper”?")
    assert cli.fails(3, "check", "the ofice us").endswith(" Did you mean “The Office (US)” or “The Office (UK)”?")


def test_an_import_places_by_title_and_by_id_what_no_registry_knows(cli: Cli) -> None:
    hold(cli, [*SHOWS, listed(12, "Twins", 2001), listed(13, "Twins", 2011)])
    titles = cli.folder / "titles.txt"
    titles.write_text("Bad Sisters\nGhosts (2019)\nTwins\nHeartstopper\nNobody Knows It\n", encoding="utf-8")

    rows = cli.ok("import", str(titles), "--no-input").rows
    assert ["new", "new", "unplaced", "added", "unplaced"] == [row[0] for row in rows]
    ids = {slug: block.get("ids", {}).get("tvmaze") for slug, block in blocks(cli).items()}
    assert {"bad-sisters": 7, "ghosts-2019": 8, "heartstopper": None} == ids
    assert all(row[0] != "new" for row in cli.ok("import", str(titles), "--no-input").rows)


def test_what_the_catalogue_adds_to_a_show_of_an_export(tmp_path: Path) -> None:
    catalogue = with_shows(str(tmp_path / "catalogue.db"), SHOWS)
    shelf = Shelf([KnownShow(Show(slug="glow", title="GLOW"), 2017, left=False)])

    def adds(title: str | None, year: int | None = None, **ids: str | int) -> tuple[str | None, object, int | None]:
        one = filled(Listed(title=title, year=year, ids=ids), catalogue, shelf)
        return one.title, one.ids.get("tvmaze"), one.year

    assert ("Bad Sisters", 7, 2022) == adds(None, imdb="tt15469618")
    assert ("Mine", 7, 2022) == adds("Mine", tvdb=400001)
    assert ("Ghosts", 9, 2020) == adds("Ghosts", 2020, imdb="tt11379026")
    assert ("Ghosts", 8, 2018) == adds("Ghosts", 2018)
    assert ("Ghosts", None, None) == adds("Ghosts")
    assert ("Ghosts", None, 2020) == adds("Ghosts", 2020), "a year from both"
    assert ("Bad Sisters", None, 1990) == adds("Bad Sisters", 1990)
    assert ("Bad Sisters", None, None) == adds("Bad Sisters", imdb="tt999"), "an id decides, not the title"
    assert ("Ghosts", None, None) == adds("Ghosts", imdb="tt8594324", tvdb=400001), "ids of two shows"
    catalogue.put_page(0, [listed(1, "GLOW")])
    assert ("GLOW", None, None) == adds("GLOW"), "a registry knows it"
    catalogue.close()


ARTICLE = """Netflix renews Salt Road for season 2

Netflix has renewed Salt Road for a second season. Merrow Bight returns in 2024, and Merrow as well. Its makers also
made Glass Harbour and The Quiet Mile. On Monday Ann Lee spoke of Tin Roof, of Lowland and of the stars of Long Ferry.
"""


def test_a_reader_without_a_catalogue_reads_as_before(cli: Cli) -> None:
    assert read(ARTICLE) == read(ARTICLE, None, (), lambda _: False)
    line = json.dumps({"id": 1, "text": ARTICLE, "published": "2023-01-11"}) + "\n"
    before = cli.fed(line, "read", "--stdin").out
    hold(cli, [listed(1, "Another Thing")])
    assert before == cli.fed(line, "read", "--stdin").out
    file_of(cli).write_bytes(b"x" * 5000)
    told = cli.fed(line, "read", "--stdin")
    assert (before, 1) == (told.out, told.err.count("showstatus catalogue pull makes it anew."))


def test_a_listed_name_is_a_title_where_little_speaks_against_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("showstatus.reader.titles.finder.NEARLY", NEARLY - 5)  # whatever was fitted, some name is near
    lines = sentences(ARTICLE)
    plain = TitleFinder(lines).candidates
    asked: list[str] = []

    def known(name: str) -> bool:
        asked.append(name)
        return True

    found = TitleFinder(lines, (), known)
    near = {key for key, one in plain.items() if NEARLY - 5 <= one.weight < ENOUGH and not (one.person or one.everyday)}
    assert near, "the article has a name of which it is not told"
    assert {key for key, one in plain.items() if one.accepted} | near == {*found.accepted}
    assert sorted(near) == sorted(key_of(name) for name in asked), "nothing else is looked up"
