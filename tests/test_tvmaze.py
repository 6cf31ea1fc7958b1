"""What TVmaze's answers say, decoded: every field may be missing, empty, absurd or of another type."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from showstatus.claims import CastMember
from showstatus.sources.base import STANDINGS, SourceSeason, SourceShow, Unusable, packed, unpacked
from showstatus.sources.tvmaze import TVmaze

TVMAZE = TVmaze()
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["", "2023-08-03", "tt0168366"]),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(max_size=8), inside, max_size=4),
    max_leaves=6,
)
"""Any value that JSON can say, and NaN, which Python's reader takes for one."""
SEASON_KEYS = ("episodeOrder", "premiereDate", "endDate")
SHOW_KEYS = ("url", "status", "genres", "network", "webChannel", "externals", "updated", "premiered")


def read(**keys: Any) -> SourceShow:
    """A show with an id, a name and these keys."""
    return TVMAZE.read_show({"id": 590, "name": "Pokémon", **keys})


def seasons(*rows: Any, **embedded: Any) -> tuple[SourceSeason, ...]:
    return read(_embedded={"seasons": list(rows), **embedded}).seasons


def test_an_id_and_a_name_are_enough() -> None:
    expected = SourceShow(
        source="tvmaze",
        id=590,
        title="Pokémon",
        url="https://www.tvmaze.com/shows/590",
        updated=0,
        standing="running",
        ids={"tvmaze": 590},
    )
    assert expected == read()


@pytest.mark.parametrize(
    "body",
    [None, [], "", 3, {}, {"id": 1}, {"name": "X"}, {"id": "1", "name": "X"}, {"id": True, "name": "X"},
     {"id": 1.0, "name": "X"}, {"id": 0, "name": "X"}, {"id": -1, "name": "X"}, {"id": 10**30, "name": "X"},
     {"id": 1, "name": ""}, {"id": 1, "name": " \x00\u202e "}],
)  # fmt: skip
def test_without_them_there_is_no_show(body: Any) -> None:
    with pytest.raises(Unusable, match="without the show's id and name"):
        TVMAZE.read_show(body)


@pytest.mark.parametrize(
    ("status", "standing"),
    [("Running", "running"), ("To Be Determined", "undecided"), ("In Development", "in-development"),
     ("Ended", "over"), ("ENDED", "over"), ("On Holiday", "running"), (None, "running"), (["Ended"], "running")],
)  # fmt: skip
def test_how_a_show_stands_is_one_of_four_words(status: Any, standing: str) -> None:
    assert standing == read(status=status).standing


def test_a_season_without_dates_is_listed_all_the_same() -> None:
    row = {"number": 4, "episodeOrder": None, "premiereDate": None, "endDate": None}

    assert (SourceSeason(number=4),) == seasons(row)


def test_an_empty_date_is_no_date() -> None:
    assert (SourceSeason(number=1),) == seasons({"number": 1, "premiereDate": "", "endDate": ""})


@pytest.mark.parametrize(
    "date", ["2023-02-30", "2023-8-3", "20230803", "0000-00-00", "1492-08-03", "9999-12-31", 2023, []]
)
def test_what_is_no_day_of_television_is_no_date(date: Any) -> None:
    assert (SourceSeason(number=1),) == seasons({"number": 1, "premiereDate": date})


def test_a_year_may_be_the_number_of_a_season() -> None:
    assert [1996, 2015] == [one.number for one in seasons({"number": 2015}, {"number": 1996})]


@pytest.mark.parametrize("number", [0, -1, 10_000, 10**30, 1.0, "1", None, True])
def test_what_is_no_number_of_a_season_is_left_out(number: Any) -> None:
    assert () == seasons({"number": number})


@pytest.mark.parametrize("count", [0, -3, 10**9, 10**30, "12", 12.0, True])
def test_an_absurd_count_of_episodes_is_none(count: Any) -> None:
    assert (SourceSeason(number=1),) == seasons({"number": 1, "episodeOrder": count})


def test_an_end_before_the_premiere_or_without_one_is_left_out() -> None:
    backwards = {"number": 1, "premiereDate": "2023-08-03", "endDate": "2022-08-03"}

    assert (SourceSeason(number=1, premiere=dt.date(2023, 8, 3)),) == seasons(backwards)
    assert (SourceSeason(number=1),) == seasons({"number": 1, "endDate": "2023-08-03"})


def test_the_first_episode_to_come_dates_its_season() -> None:
    row = {"number": 2, "episodeOrder": 8}
    episode = {"season": 2, "number": 1, "airdate": "2023-08-03"}

    (found,) = seasons(row, nextepisode=episode)
    assert SourceSeason(number=2, premiere=dt.date(2023, 8, 3), episodes=8) == found
    assert (found,) == seasons({**row, "premiereDate": "2023-08-03"}, nextepisode={**episode, "airdate": "2024-01-01"})
    assert (SourceSeason(number=2, premiere=found.premiere),) == seasons(nextepisode=episode)


@pytest.mark.parametrize(
    "episode", [{"number": 2}, {"season": 0}, {"season": 10**9}, {"airdate": ""}, {"airdate": None}]
)
def test_no_other_episode_does(episode: Any) -> None:
    first = {"season": 2, "number": 1, "airdate": "2023-08-03"}

    assert (SourceSeason(number=2),) == seasons({"number": 2}, nextepisode={**first, **episode})


@pytest.mark.parametrize("embedded", [None, [], {}, {"seasons": None}, {"seasons": {}}, {"seasons": [None, 3, []]}])
def test_an_embed_that_is_absent_or_odd_is_empty(embedded: Any) -> None:
    show = read(_embedded=embedded)

    assert ((), ()) == (show.seasons, show.cast)


def test_the_platform_is_the_network_else_the_streaming_service() -> None:
    network = {"name": "BBC One", "country": {"code": "GB"}}
    service = {"name": "Netflix", "country": None}

    def home(**keys: Any) -> tuple[str | None, str | None]:
        show = read(**keys)
        return show.platform, show.country

    assert ("BBC One", "GB") == home(network=network, webChannel=service)
    assert ("Netflix", None) == home(network=None, webChannel=service)
    assert (None, None) == home(network={"name": "", "country": "GB"}, webChannel=[])
    assert ("ITV", None) == home(network={"name": "ITV", "country": {"code": "\x1b["}})


def test_ids_of_other_services_are_kept_where_they_are_such() -> None:
    assert {"tvmaze": 590, "imdb": "tt0168366", "tvdb": 76703} == read(
        externals={"imdb": "tt0168366", "thetvdb": 76703, "tvrage": 5}
    ).ids
    for wrong in (
        {"imdb": "nm1"},
        {"imdb": "tt"},
        {"imdb": f"tt{'1' * 90}"},
        {"thetvdb": 0},
        {"thetvdb": 10**30},
        None,
    ):
        assert {"tvmaze": 590} == read(externals=wrong).ids


def test_its_page_is_at_tvmaze_and_nowhere_else() -> None:
    own = "https://www.tvmaze.com/shows/590"

    assert f"{own}/pokemon" == read(url="http://www.tvmaze.com/shows/590/pokemon").url
    for wrong in ("javascript:alert(1)", "https://www.tvmaze.com.example/", f"{own}/\x1b[2J", f"{own}/a b", None, 7):
        assert own == read(url=wrong).url


def test_what_steers_a_terminal_is_taken_out_of_names() -> None:
    title = TVMAZE.read_show({"id": 1, "name": "\x1b[31mRed\x07\n\u202eDwarf\x00"}).title

    assert "[31mRed Dwarf" == title


def test_a_name_without_end_is_cut() -> None:
    assert 300 == len(TVMAZE.read_show({"id": 1, "name": "x" * 1_000_000}).title)


@pytest.mark.parametrize("stamp", [None, "1670000000", 1.5, True, -1, 10**18, float("inf")])
def test_a_stamp_that_is_none_is_0(stamp: Any) -> None:
    assert 0 == read(updated=stamp).updated


def test_cast_is_who_plays_somebody_else() -> None:
    def role(actor: Any, character: Any, **more: Any) -> Any:
        return {"person": {"name": actor}, "character": {"name": character}, **more}

    rows = [
        role("Kit Connor", "Nick"),
        role("Kit Connor", "Nick"),
        role("Guest", "Guest", self=True),
        role("Ann", "ANN"),
    ]
    show = read(_embedded={"cast": [*rows, role(None, "Nobody"), {}, None]})

    assert (CastMember("Kit Connor", "Nick"), CastMember("Ann")) == show.cast


def test_a_look_up_leads_to_a_show_or_nowhere() -> None:
    found = {"/shows/590": 590, "https://api.tvmaze.com/shows/590": 590, "/shows/590?embed=cast": 590}
    for location, number in found.items():
        assert number == TVMAZE.read_lookup(location)
    for nowhere in (
        None,
        "",
        "/shows",
        "/shows/0",
        "/shows/1x",
        "/people/5",
        "/shows/" + "9" * 40,
        "http://[/shows/1",
    ):
        assert TVMAZE.read_lookup(nowhere) is None


def test_updates_are_stamps_by_id_and_nothing_else() -> None:
    body = {"1": 1_670_000_000, "x": 1, "-3": 1, "²": 1, "4": None, "5": "1", "6": True, "7": 10**30, "8": -1}

    assert {1: 1_670_000_000} == TVMAZE.read_updates(body).stamps


@pytest.mark.parametrize("body", [None, [], "x", 5])
def test_lists_that_are_none_are_unusable(body: Any) -> None:
    with pytest.raises(Unusable, match="no list of updates"):
        TVMAZE.read_updates(body)
    if body != []:
        with pytest.raises(Unusable, match="no list of shows"):
            TVMAZE.read_search(body)


def test_a_search_gives_what_can_be_used_of_it_in_order() -> None:
    rows = [
        {"show": {"id": 2, "name": "B", "premiered": "2016-07-15"}},
        {"show": None},
        5,
        {"show": {"id": 1, "name": "A"}},
    ]

    assert [(2, "B", 2016), (1, "A", None)] == [(hit.id, hit.title, hit.year) for hit in TVMAZE.read_search(rows)]


def test_words_of_a_search_are_one_word_of_the_address() -> None:
    assert "/search/shows?q=a%26b%3Fc%23d%2F..%20%C3%A9" == TVMAZE.ask_search("a&b?c#d/.. é")


SEASONS = st.lists(
    JSON | st.fixed_dictionaries({"number": st.integers(1, 9)}, optional=dict.fromkeys(SEASON_KEYS, JSON)), max_size=3
)
CAST = st.lists(st.fixed_dictionaries({"person": JSON, "character": JSON}), max_size=3)
EMBEDDED = st.fixed_dictionaries({}, optional={"seasons": SEASONS, "nextepisode": JSON, "cast": JSON | CAST})
SHOWS = st.fixed_dictionaries(
    {"id": st.integers(1, 10**6) | JSON, "name": st.text() | JSON},
    optional={**dict.fromkeys(SHOW_KEYS, JSON), "_embedded": EMBEDDED | JSON},
)


@settings(max_examples=60)
@given(SHOWS | JSON)
@example({"id": 1, "name": "\ud800", "genres": ["\ud800x"]})
def test_whatever_json_comes_is_a_show_or_unusable(body: Any) -> None:
    try:
        show = TVMAZE.read_show(body)
    except Unusable:
        return
    assert show.standing in STANDINGS
    assert show.title.isprintable()
    assert show.title
    assert show == unpacked(json.loads(json.dumps(packed(show))))
    assert [one.number for one in show.seasons] == sorted({one.number for one in show.seasons})


@settings(max_examples=60)
@given(JSON | st.lists(st.fixed_dictionaries({"show": SHOWS})))
def test_whatever_json_comes_is_a_search_or_unusable(body: Any) -> None:
    try:
        assert all(hit.title.isprintable() for hit in TVMAZE.read_search(body))
    except Unusable:
        assert not isinstance(body, list)


@settings(max_examples=60)
@given(st.dictionaries(st.text(max_size=5) | st.integers().map(str), JSON) | JSON)
def test_whatever_json_comes_is_a_list_of_updates_or_unusable(body: Any) -> None:
    try:
        assert all(number >= 0 and stamp > 0 for number, stamp in TVMAZE.read_updates(body).stamps.items())
    except Unusable:
        assert not isinstance(body, dict)
