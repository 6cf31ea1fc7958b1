"""What each export holds, whoever wrote it, under real headers."""

from __future__ import annotations

import json
import zipfile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showstatus.imports.listed import Export, Listed, year_of
from tests.exports import (
    IMDB_2017,
    IMDB_2018,
    IMDB_2024,
    IMDB_RATINGS,
    PRIVATE,
    RECORDINGS,
    TMDB,
    V2,
    episode,
    read,
    series,
    table,
    trakt,
    trakt_item,
    tv_time,
    zipped,
)

SEVERANCE = Listed(title="Severance", year=2022, ids={"imdb": "tt11280740"})
recorded = pytest.mark.skipif(not RECORDINGS.exists(), reason="the recordings are not at hand")


class TestTVTime:
    def test_a_show_is_followed_that_is_followed_or_kept_for_later_and_not_archived(self) -> None:
        export = read(
            tv_time(
                series(1, "Followed"),
                series(2, "Later", is_followed="false", is_for_later="true"),
                series(3, "Archived", is_archived="true"),
                series(4, "Dropped", is_followed="false"),
                episode(5, "Only seen"),
                episode(1, "Followed"),
            )
        )

        assert ("TV Time", 0, ()) == (export.format, export.others, export.notes)
        assert [
            ("Followed", {"tvdb": 1}, True),
            ("Later", {"tvdb": 2}, True),
            ("Archived", {"tvdb": 3}, False),
            ("Dropped", {"tvdb": 4}, False),
            ("Only seen", {"tvdb": 5}, False),
        ] == [(show.title, show.ids, show.followed) for show in export.shows]

    def test_only_the_named_tables_are_opened(self, monkeypatch: pytest.MonkeyPatch) -> None:
        opened: list[str] = []
        true_open = zipfile.ZipFile.open

        def recording(self: zipfile.ZipFile, name: Any, *args: Any, **keys: Any) -> Any:
            opened.append(getattr(name, "filename", name))
            return true_open(self, name, *args, **keys)

        data = tv_time(series(1, "Dark"), **{"followed_tv_show.csv": "tv_show_id,tv_show_name,archived\n2,Lupin,0\n"})
        monkeypatch.setattr(zipfile.ZipFile, "open", recording)

        assert ["Dark", "Lupin"] == [show.title for show in read(data).shows]
        assert ["tracking-prod-records-v2.csv", "followed_tv_show.csv"] == opened

    def test_private_tables_that_cannot_even_be_unpacked_do_not_matter(self) -> None:
        data = bytearray(tv_time(series(1, "Dark")))
        for name in PRIVATE:
            start = data.index(name.encode()) + len(name)
            data[start : start + 6] = b"\xff" * 6

        assert ["Dark"] == [show.title for show in read(bytes(data)).shows]

    def test_older_tables_tell_what_the_newest_does_not(self) -> None:
        legacy = "tv_show_id,tv_show_name,archived\n1,Old name,1\n2,Lupin,0\n3,Gone,1\n"
        data = "user_id,tv_show_id,is_followed,is_favorited,nb_episodes_seen\n9,4,1,0,3\n9,2,0,0,3\n"
        export = read(tv_time(series(1, "Dark"), **{"followed_tv_show.csv": legacy, "user_tv_show_data.csv": data}))

        assert [("Dark", 1, True), ("Lupin", 2, True), ("Gone", 3, False), (None, 4, True)] == [
            (show.title, show.ids["tvdb"], show.followed) for show in export.shows
        ]

    def test_a_table_that_was_taken_out_of_the_zip_is_known_too(self) -> None:
        assert "TV Time" == read(table(V2, series(1, "Dark"))).format
        assert ("TV Time", True) == (
            (export := read("tv_show_id,tv_show_name,archived\n1,Dark,0\n")).format,
            export.shows[0].followed,
        )

    def test_members_may_lie_in_a_folder_and_a_mac_may_have_zipped_them(self) -> None:
        text = table(V2, series(1, "Dark"))
        members = {
            "__MACOSX/gdpr/tracking-prod-records-v2.csv": "x",
            "gdpr/": "",
            "gdpr/tracking-prod-records-v2.csv": text,
        }
        assert ["Dark"] == [show.title for show in read(zipped(members)).shows]

    @recorded
    @pytest.mark.parametrize("path", sorted(RECORDINGS.glob("exports/tvtime/user_tv_show_data*.csv")), ids=str)
    def test_the_real_header_is_known(self, path: Any) -> None:
        header = path.read_text().strip()
        export = read(header + "\n" + ",".join("1" for _ in header.split(",")) + "\n")
        assert ("TV Time", [{"tvdb": 1}]) == (export.format, [show.ids for show in export.shows])


class TestTrakt:
    def test_what_was_watched_or_is_on_the_watchlist_is_followed_and_what_is_hidden_is_not(self) -> None:
        export = read(
            trakt(
                watched_shows=[trakt_item("Dark", 2017, tvdb=1), trakt_item("Lupin", 2021, tvdb=2)],
                lists_watchlist=[
                    trakt_item("Severance", 2022, imdb="tt11280740"),
                    {"type": "movie", "movie": {"title": "Dune"}},
                ],
                hidden_progress_watched=[trakt_item("Lupin", 2021, tvdb=2)],
            )
        )

        assert ("Trakt", 1) == (export.format, export.others)
        assert [("Lupin", False), ("Dark", True), ("Lupin", True), ("Severance", True)] == [
            (show.title, show.followed) for show in export.shows
        ]

    def test_a_history_in_numbered_files_is_read_where_no_list_of_shows_is_there(self) -> None:
        numbered = {f"watched-history-{n}.json": json.dumps([trakt_item(f"Show {n}", 2000)]) for n in (1, 2, 10)}
        assert {"Show 1", "Show 2", "Show 10"} == {show.title for show in read(zipped(numbered)).shows}
        both = {**numbered, "watched-shows.json": json.dumps([trakt_item("Dark", 2017)])}
        assert ["Dark"] == [show.title for show in read(zipped(both)).shows]

    def test_ids_are_kept_but_for_those_that_are_null(self) -> None:
        body = json.dumps([trakt_item("Dark", 2017, imdb=None, tvdb=334824, tmdb=70523, tvrage=None)])
        assert ({"trakt": 1, "tvdb": 334824, "tmdb": 70523}, 2017) == (
            (show := read(body).shows[0]).ids,
            show.year,
        )

    @recorded
    def test_real_bodies_are_read(self) -> None:
        for path in (RECORDINGS / "exports" / "trakt").glob("*.json"):
            assert "Trakt" == read(path.read_bytes()).format
        watched = RECORDINGS / "trakt" / "users_flexgettest_watched_shows__200__20210105.json"
        bodies = json.loads(watched.read_text())
        assert [row["show"]["title"] for row in bodies] == [show.title for show in read(watched.read_bytes()).shows]


class TestIMDb:
    @pytest.mark.parametrize("header", [IMDB_2024, IMDB_2018, IMDB_RATINGS])
    @pytest.mark.parametrize(("series_type", "film"), [("TV Series", "Movie"), ("tvSeries", "movie")])
    def test_series_are_read_under_every_header(self, header: str, series_type: str, film: str) -> None:
        severance = {"Const": "tt11280740", "Title": "Severance", "Title Type": series_type, "Year": 2022}
        text = table(
            header,
            severance,
            {"Const": "tt1", "Title": "Dune", "Title Type": film, "Year": 2021},
            {"Const": "tt2", "Title": "Severance: Half Loop", "Title Type": "TV Episode", "Year": 2022},
        )
        assert Export(format="IMDb", shows=(SEVERANCE,), others=2) == read(text)

    def test_the_header_of_2017_is_known(self) -> None:
        row = {"const": "tt11280740", "Title": "Severance", "Title type": "TV Series", "Year": "2022"}
        mini = {"const": "tt5", "Title": "Band", "Title type": "Mini-Series", "Year": ""}
        assert (SEVERANCE, Listed(title="Band", ids={"imdb": "tt5"})) == read(table(IMDB_2017, row, mini)).shows

    @recorded
    def test_a_real_list_of_films_has_no_show(self) -> None:
        [path] = RECORDINGS.glob("exports/imdb/*.csv")
        export = read(path.read_bytes())
        assert ("IMDb", 5) == (export.format, len(export.shows) + export.others)


class TestSonarr:
    def test_a_monitored_series_is_followed(self) -> None:
        dark = {"title": "Dark", "tvdbId": 334824, "tvMazeId": 17861, "imdbId": "tt5753856", "year": 2017}
        lupin = {"title": "Lupin", "tvdbId": 2, "tvMazeId": 0, "year": 0}
        body = [{**dark, "monitored": True}, {**lupin, "monitored": False}]
        ids: dict[str, int | str] = {"tvdb": 334824, "tvmaze": 17861, "imdb": "tt5753856"}
        shows = (Listed(title="Dark", year=2017, ids=ids), Listed(title="Lupin", ids={"tvdb": 2}, followed=False))
        assert Export(format="Sonarr", shows=shows) == read(json.dumps(body))

    @recorded
    @pytest.mark.parametrize("path", sorted(RECORDINGS.glob("exports/sonarr/*.json")), ids=lambda path: path.name)
    def test_real_bodies_are_read(self, path: Any) -> None:
        rows = json.loads(path.read_text())
        assert [(row["title"], row["tvdbId"]) for row in rows] == [
            (show.title, show.ids["tvdb"]) for show in read(path.read_bytes()).shows
        ]


class TestTMDB:
    def test_a_rated_episode_is_no_show(self) -> None:
        text = table(
            TMDB,
            {"TMDb ID": 95396, "IMDb ID": "tt11280740", "Type": "tv", "Name": "Severance",
             "Release Date": "2022-02-17T00:00:00Z"},
            {"TMDb ID": 85987, "IMDb ID": "tt0583459", "Type": "tv", "Name": "Friends S1E1", "Season Number": 1},
            {"TMDb ID": 680, "Type": "movie", "Name": "Pulp Fiction"},
        )  # fmt: skip
        severance = Listed(title="Severance", year=2022, ids={"imdb": "tt11280740", "tmdb": 95396})
        assert Export(format="TMDB", shows=(severance,), others=2) == read(text)

    @recorded
    @pytest.mark.parametrize(
        ("name", "titles"), [("ratings", ["Chernobyl"]), ("watchlist", ["Breaking Bad", "South Park"])]
    )
    def test_real_exports_are_read(self, name: str, titles: list[str]) -> None:
        data = (RECORDINGS / "exports" / "tmdb" / f"tmdb_{name}_export.csv").read_bytes()
        assert titles == [show.title for show in read(data).shows]


def test_simkl_lists_shows_and_anime_and_what_was_dropped_is_not_followed() -> None:
    def item(title: str, status: str, **ids: object) -> dict[str, Any]:
        return {"status": status, "show": {"title": title, "year": 2022, "ids": {"simkl": 1, **ids}}}

    body = {
        "shows": [item("Severance", "watching", imdb="tt11280740"), item("Dark", "dropped", tvdb="5")],
        "anime": [item("Frieren", "plantowatch", tmdb="209867")],
        "movies": [{"status": "completed", "movie": {"title": "Dune"}}],
    }
    assert Export(
        format="Simkl",
        shows=(
            SEVERANCE,
            Listed(title="Dark", year=2022, ids={"tvdb": 5}, followed=False),
            Listed(title="Frieren", year=2022, ids={"tmdb": 209867}),
        ),
        others=1,
    ) == read(json.dumps(body))


def test_a_list_of_titles_has_one_a_line() -> None:
    text = "# mine\n\nSeverance\r\n- Ghosts (2019)\n24\ntvdb:371980\n"
    text += "the-office-us\ttvdb:73244\tThe Office (US)\nGood, Bad, Ugly\n"
    assert (
        Listed(title="Severance"),
        Listed(title="Ghosts (2019)"),
        Listed(title="24"),
        Listed(title=None, ids={"tvdb": 371980}),
        Listed(title="the-office-us", ids={"tvdb": 73244}),
        Listed(title="Good, Bad, Ugly"),
    ) == read(text).shows


@given(st.text() | st.integers())
def test_a_year_is_one_of_television(told: str | int) -> None:
    year = year_of(told)
    assert year is None or 1900 <= year < 2200
