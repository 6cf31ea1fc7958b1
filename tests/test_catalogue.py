"""The catalogue as a file: what comes is kept, found by id, name and words, and by a name that is spelt wrong."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showstatus.catalogue.file import Catalogue, State, lay_out, made, opened, put_aside
from showstatus.catalogue.lookup import alike, by_ids, has_title, search, titled
from showstatus.errors import CatalogueUnusable
from showstatus.names import fold
from showstatus.sources.base import Hit, Unusable
from showstatus.sources.tvmaze import TVmaze
from tests.cataloguing import listed


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    one = made(str(tmp_path / "cache" / "catalogue.db"))
    one.connection.execute("PRAGMA synchronous = OFF")  # a test needs no disk that outlives the machine
    yield one
    one.close()


def titles(hits: list[Hit]) -> list[str]:
    return [hit.title for hit in hits]


def test_a_show_comes_back_as_it_was_listed(catalogue: Catalogue) -> None:
    body: dict[str, object] = {
        "id": 7, "name": "Bad Sisters", "premiered": "2022-08-19", "ended": "2024-12-24", "status": "Ended",
        "type": "Scripted", "language": "English", "weight": 97, "updated": 1_700_000_000,
        "webChannel": {"name": "Apple TV+", "country": {"code": "IE"}},
        "externals": {"imdb": "tt15469618", "thetvdb": 400001},
    }  # fmt: skip
    (row,) = TVmaze().read_page(0, [body])
    catalogue.put_page(0, [row])

    (found,) = titled(catalogue, "BAD sisters")
    assert row == found
    assert (2022, 2024, "over", "Apple TV+", "IE") == (
        found.year, found.ended, found.standing, found.platform, found.country,
    )  # fmt: skip
    assert ("Scripted", "English", 97, 1_700_000_000) == (found.type, found.language, found.weight, found.updated)


def test_what_is_no_page_of_shows_is_unusable() -> None:
    read = TVmaze().read_page
    bodies: tuple[object, ...] = (
        {},
        None,
        [{"id": 250, "name": "Of the next page"}],
        [{"id": 0, "name": "None"}],
        [7],
        "x",
    )
    for body in bodies:
        with pytest.raises(Unusable):
            read(0, body)
    assert [(1, "Sound")] == [(hit.id, hit.title) for hit in read(0, [7, {"id": 1, "name": "Sound"}, {"id": 2}])]
    assert () == read(0, [])


def test_a_show_is_found_by_each_of_its_ids(catalogue: Catalogue) -> None:
    catalogue.put_page(0, [listed(1, "One", imdb="tt1", tvdb=10), listed(2, "Two", imdb="tt2", tvdb=20)])

    one: list[dict[str, str | int]] = [
        {"tvmaze": 1}, {"imdb": "tt1"}, {"tvdb": 10}, {"imdb": "tt1", "tvdb": 10}, {"imdb": "tt1", "tvdb": 99},
    ]  # fmt: skip
    none: list[dict[str, str | int]] = [{"imdb": "tt1", "tvdb": 20}, {"imdb": "tt3"}, {"tmdb": 1}, {}]
    for ids in one:
        found = by_ids(catalogue, ids)
        assert found is not None
        assert "One" == found.title
    assert [None] * len(none) == [by_ids(catalogue, ids) for ids in none]


def test_a_search_finds_exact_titles_first_then_the_most_looked_at(catalogue: Catalogue) -> None:
    told = [
        listed(1, "Office Hours", weight=90),
        listed(2, "The Office", weight=10),
        listed(3, "Le Bureau / Office!", weight=95),
    ]
    catalogue.put_page(0, [*told, listed(4, "Office"), listed(5, "Officer", weight=99)])

    assert ["Office", "The Office", "Officer", "Le Bureau / Office!", "Office Hours"] == titles(
        search(catalogue, "office")
    )
    assert ["The Office", "Office"] == titles(search(catalogue, "The Office"))[:2]
    assert ["Office Hours"] == titles(search(catalogue, "hours off"))
    assert ["Officer"] == titles(search(catalogue, "offisser"))
    assert [] == search(catalogue, "?!")


def test_a_title_may_tell_behind_itself_which_is_meant(catalogue: Catalogue) -> None:
    ours = listed(1, "Ghosts", 2019, platform="BBC One", country="GB")
    catalogue.put_page(0, [ours, listed(2, "Ghosts", 2021, country="US"), listed(3, "Love (Again)"), listed(4, "Love")])

    for name in ("Ghosts (2019)", "ghosts(GB)", "Ghosts (2019, BBC One)", "GHOSTS (bbc one, gb)"):
        assert [ours] == titled(catalogue, name)
    assert ["Love (Again)"] == titles(titled(catalogue, "love (again)"))
    for name in ("Ghosts (1999)", "(2019)", "Love (2019)"):
        assert [] == titled(catalogue, name)


def test_a_title_in_any_script_is_found(catalogue: Catalogue) -> None:
    catalogue.put_page(
        0, [listed(1, "進撃の巨人"), listed(2, "Señora Ácida"), listed(3, "한국 드라마"), listed(4, "V")]
    )

    for words, title in (
        ("進撃", "進撃の巨人"), ("senora acida", "Señora Ácida"), ("한국", "한국 드라마"), ("v", "V"),
    ):  # fmt: skip
        assert [title] == titles(search(catalogue, words))


@pytest.mark.parametrize("wrong", ["hearstopper", "heratstopper", "heartstoper", "haertstopper", "Heartstopped"])
def test_a_name_that_is_spelt_wrong_is_known(catalogue: Catalogue, wrong: str) -> None:
    made_up = [listed(number, f"Heart and Stop {number}") for number in range(2, 200)]
    catalogue.put_page(0, [listed(1, "Heartstopper"), *made_up])

    assert "Heartstopper" == titles(alike(catalogue, wrong))[0]


def test_names_of_any_length_and_sign_are_looked_up(catalogue: Catalogue) -> None:
    catalogue.put_page(0, [listed(1, "a" * 300), listed(2, 'He said "no" AND left*')])

    for words in ("a" * 5000, "x " * 500, '"', 'no" OR "he', "NEAR(", "*", "^a", "\udcff", "\x00", "folded : a", "²"):
        search(catalogue, words)
        alike(catalogue, words)
        titled(catalogue, words)
    assert ['He said "no" AND left*'] == titles(search(catalogue, 'said "no" AND'))


@given(
    st.lists(
        st.dictionaries(st.integers(1, 12), st.sampled_from(["Bad Sisters", "Ghosts", "Bad", "Sisters 2", "¿"])),
        max_size=5,
    )
)
def test_whatever_pages_come_just_what_the_last_says_is_found(pages: list[dict[int, str]]) -> None:
    catalogue = made_in_memory()
    for page in pages:
        catalogue.put_page(0, [listed(number, title) for number, title in page.items()])
    last = pages[-1] if pages else {}

    assert len(last) == catalogue.shows
    for title in ("Bad Sisters", "Ghosts", "Bad", "Sisters 2"):
        there = {number for number, name in last.items() if name == title}
        assert there == {hit.id for hit in titled(catalogue, title, 20)}
        holding = {number for number, name in last.items() if set(fold(title).split()) <= set(fold(name).split())}
        assert holding <= {hit.id for hit in search(catalogue, title, 20)}
        assert bool(there) == has_title(catalogue, title)
    for table in ("word", "gram"):  # what SQLite itself has to say of its index
        catalogue.connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
    catalogue.close()


def made_in_memory() -> Catalogue:
    """An empty catalogue that is no file."""
    catalogue = Catalogue(":memory:")
    lay_out(catalogue)
    return catalogue


def test_a_page_is_kept_whole_or_not_at_all(catalogue: Catalogue) -> None:
    catalogue.put_page(0, [listed(1, "One"), listed(2, "Two")], 1)
    broken = listed(3, "Three")
    object.__setattr__(broken, "standing", None)

    with pytest.raises(CatalogueUnusable):
        catalogue.put_page(0, [listed(1, "Uno"), broken], 2)
    assert (2, 1) == (catalogue.shows, catalogue.state.page)
    assert has_title(catalogue, "One")


def test_a_pull_is_as_of_the_day_on_which_it_began(catalogue: Catalogue) -> None:
    assert State(None, None, None) == catalogue.state
    catalogue.begin("2023-01-11")
    catalogue.put_page(0, [listed(1, "One")], 1)
    assert State(1, "2023-01-11", None) == catalogue.state
    catalogue.finish()
    assert State(None, None, "2023-01-11") == catalogue.state


def test_what_changed_or_is_new_is_behind(catalogue: Catalogue) -> None:
    catalogue.put_page(0, [listed(1, "One", updated=10), listed(2, "Two", updated=10)])

    assert [2, 9] == catalogue.behind({1: 10, 2: 11, 9: 1})


@pytest.mark.parametrize(
    "content", [b"not a database, but long enough to be looked at as one" * 20, b"SQLite format 3\0"]
)
def test_a_file_that_is_no_catalogue_is_damaged(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "catalogue.db"
    path.write_bytes(content)

    with pytest.raises(CatalogueUnusable) as caught:
        opened(str(path))
    assert caught.value.damaged
    assert f"{path}.unusable" == put_aside(str(path))
    assert content == (tmp_path / "catalogue.db.unusable").read_bytes()
    assert opened(str(path)) is None


def test_a_catalogue_of_another_version_is_put_aside_and_not_read(tmp_path: Path) -> None:
    path = str(tmp_path / "catalogue.db")
    made(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()

    with pytest.raises(CatalogueUnusable, match="of another version of showstatus"):
        opened(path)


def test_a_file_that_was_only_begun_is_no_catalogue_yet(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.db"
    path.touch()

    assert opened(str(path)) is None
    made(str(path)).close()
    begun = opened(str(path))
    assert begun is not None
    begun.close()
