"""What is wrong in a registry file becomes problems, word by word, that hide nothing else."""

from __future__ import annotations

import tomllib

import pytest

from showstatus.claims import DECISIONS, KINDS, RANKS
from showstatus.ledger.toml_format import decode
from showstatus.shows import ID_KINDS, RELEASE_STYLES
from tests.registries import rows
from tests.test_toml_format import GOOD, X, claim, kinds, told

SOON = "“soon” is no date; write 2023, 2023-07, 2023-08-03 or 2023-07/2023-10"
PIN = 'pin: write it as { decision = "renewed", until = 2027-01-01 }'

# --- what is wrong with a claim ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        ('kind = "renewed"\nseason = 2', "it has no “show”"),
        (X + "season = 2", "it has no “kind”"),
        (X + 'kind = "rebooted"\nseason = 2', "kind: unknown kind 'rebooted'; it is one of " + ", ".join(KINDS)),
        (X + "kind = 3\nseason = 2", "kind: unknown kind 3; it is one of " + ", ".join(KINDS)),
        ('show = 3\nkind = "renewed"\nseason = 2', "show: 3 is no text"),
        (X + 'kind = "premiered"', "it names no season, special or film"),
        (X + 'kind = "final-season"', "it names no season"),
        (X + 'kind = "final-season"\nfilm = "F"', "it names no season"),
        (X + 'kind = "film-ordered"\nseason = 2', "it names no film"),
        (X + 'kind = "renewed"\nseason = 2\nfilm = "F"', "it names several of season, special and film"),
        (X + 'kind = "ordered"\nspecial = "S"\npart = 2', "it names a part of no season"),
        (X + 'kind = "premiered"\nseason = 1', "it has no “value”"),
        (X + 'kind = "episodes"\nseason = 1', "it has no “value”"),
        (X + 'kind = "withdrawn"', "it has no “value”"),
        (X + 'kind = "withdrawn"\nvalue = 3', "3 is no text"),
        (X + 'kind = "episodes"\nseason = 1\nvalue = "8"', "'8' is no number of 0 or more"),
        (X + 'kind = "premiered"\nseason = 1\nvalue = "soon"', SOON),
        (
            X + 'kind = "premiered"\nseason = 1\nvalue = 2023-02-28\non = "2023-02-30"',
            "on: “2023-02-30” is no day of the calendar",
        ),
        (X + 'kind = "premiered"\nseason = 1\nvalue = true', "True is no date"),
        (X + 'kind = "premiered"\nseason = 1\nvalue = 20:00:00', "datetime.time(20, 0) is no date"),
        (
            X + 'kind = "renewed"\nseason = 2\non = "2023/.."',
            "on: '2023/..' has no last day, so the claim would never count",
        ),
        (X + 'kind = "renewed"\nseason = "2"', "season: '2' is no number of 0 or more"),
        (X + 'kind = "renewed"\nseason = 0', "season: 0 is no number from 1 to 9999"),
        (X + 'kind = "renewed"\nseason = 2\npart = 1000', "part: 1000 is no number from 1 to 99"),
        (X + 'kind = "renewed"\nseason = 10000', "season: 10000 is no number from 1 to 9999"),
        (X + 'kind = "renewed"\nseason = true', "season: True is no number of 0 or more"),
        (X + 'kind = "renewed"\nseason = 2\npart = 100', "part: 100 is no number from 1 to 99"),
        (X + 'kind = "episodes"\nseason = 1\nvalue = -1', "-1 is no number of 0 or more"),
        (X + 'kind = "renewed"\nseason = 2\nvalue = 1.5', "“value” is neither a date nor a number"),
        (X + 'kind = "renewed"\nseason = 2\nspecial = "S"', "it names several of season, special and film"),
        (X + 'kind = "renewed"\nseasons = []', "seasons: [] is no list of season numbers"),
        (X + 'kind = "renewed"\nseasons = 2', "seasons: 2 is no list of season numbers"),
        (X + 'kind = "film-ordered"\nfilm = " "', "film: it is empty"),
        (X + 'kind = "film-ordered"\nfilm = "F"\nconcludes = "yes"', "concludes: 'yes' is neither true nor false"),
        (
            X + 'kind = "renewed"\nseason = 2\nrank = "gossip"',
            "rank: unknown rank 'gossip'; it is one of " + ", ".join(RANKS),
        ),
        (X + 'kind = "split"\nseason = 2\nparts = ["A", 2]', "parts: 2 is no text"),
        (X + 'kind = "split"\nseason = 2\nparts = "A"', "parts: 'A' is no list of texts"),
        (X + 'kind = "cast"\ncast = "A"', "cast: 'A' is no list of { actor, character } tables"),
        (
            X + 'kind = "cast"\ncast = [{ character = "B" }]',
            "cast: {'character': 'B'} is no { actor, character, since } table",
        ),
        (
            X + 'kind = "cast"\ncast = [{ actor = "A", age = 3 }]',
            "cast: {'actor': 'A', 'age': 3} is no { actor, character, since } table",
        ),
        (X + 'kind = "cast"\ncast = [{ actor = "A", since = 0 }]', "cast: 0 is no number from 1 to 9999"),
    ],
)
def test_a_claim_that_is_wrong_is_left_out_and_told_with_its_line(inside: str, message: str) -> None:
    read = rows(claim(inside))

    ((line, severity, said),) = told(read)
    assert (3, "error") == (line, severity)
    table = tomllib.loads(inside)
    assert (
        f"claim “{table.get('kind', '?')}” about “{table.get('show', '?')}”: {message}; the claim is left out" == said
    )
    assert ["renewed"] == kinds(read)
    assert {"x": {}} == read.shows


def test_every_wrong_key_of_a_claim_is_told() -> None:
    read = rows(claim('show = "x"\nkind = "rebooted"\nseason = 0\non = "soon"'))

    assert [3, 3, 3] == [line for line, _, _ in told(read)]
    assert ["renewed"] == kinds(read)


def test_an_unknown_key_is_a_note_and_the_claim_counts() -> None:
    read = rows(claim('show = "x"\nkind = "ended"\nmood = "sad"'))

    assert [(3, "note", "claim “ended” about “x”: unknown key “mood”")] == told(read)
    assert ["ended", "renewed"] == kinds(read)


def test_a_claim_that_is_no_table_is_told() -> None:
    read = rows('claim = [3, { show = "x", kind = "ended" }]')

    assert [(None, "error", "a claim should be a table: [[claim]]")] == told(read)
    assert ["ended"] == kinds(read)


# --- what is wrong with a show -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("title = 3", "title: 3 is no text"),
        ("genres = 3", "genres: 3 is no list of texts"),
        ('release = "daily"', "release: unknown release style 'daily'; it is one of " + ", ".join(RELEASE_STYLES)),
        ('followed = "yes"', "followed: 'yes' is neither true nor false"),
        ("ids = 3", "ids: 3 is no table of ids"),
        ('pin = "renewed"', PIN),
        ("pin = { until = 2027-01-01 }", PIN),
        ('pin = { decision = "ended", for = 3 }', PIN),
        ('pin = { decision = "doomed" }', "pin: unknown decision 'doomed'; it is one of " + ", ".join(DECISIONS)),
        ('pin = { decision = "renewed", until = "soon" }', f"pin: {SOON}"),
    ],
)
def test_a_key_of_a_show_that_is_wrong_is_left_out_and_told_with_the_line_of_the_show(key: str, message: str) -> None:
    read = rows(f"\n[show.x]\n{key}\ncountry = 'GB'\n\n" + GOOD)

    ((line, severity, said),) = told(read)
    assert (2, "error") == (line, severity)
    assert f"show “x”: {message}" == said
    assert ({"x": {"country": "GB"}}, ["renewed"]) == (read.shows, kinds(read))


def test_an_unknown_key_of_a_show_is_a_note() -> None:
    read = rows("[show.x]\nmood = 3\n")

    assert [(1, "note", "show “x”: unknown key “mood”")] == told(read)


def test_an_unknown_id_hides_no_other() -> None:
    read = rows('[show.x]\nids = { imdb = "tt1", anidb = "Q1", tmdb = true, tvmaze = 3 }\n')

    assert {"imdb": "tt1", "tvmaze": 3} == read.shows["x"]["ids"]
    ((line, _, said),) = told(read)
    assert (
        1,
        "show “x”: ids: anidb = 'Q1' and tmdb = True is no id; known are " + ", ".join(ID_KINDS),
    ) == (
        line,
        said,
    )


def test_a_show_that_is_no_table_is_no_show() -> None:
    read = rows("[show]\nx = 3\ny = { title = 'Y' }\n")

    assert ({"y": {"title": "Y"}}, [(2, "error", "show “x” should be a table: [show.x]")]) == (read.shows, told(read))


# --- what is wrong with the file ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("top", "message"),
    [
        ('checked = "soon"', f"checked: {SOON}"),
        ("checked = 1.5", "checked: 1.5 is no date"),
        ("show = 3", "“show” should be tables: [show.some-slug]"),
        ("claim = 3", "“claim” should be a list: [[claim]]"),
        ("shows = 3", "unknown key “shows” at the top of the file"),
    ],
)
def test_what_is_wrong_at_the_top_hides_nothing_below(top: str, message: str) -> None:
    read = rows(f"{top}\n{GOOD if not top.startswith('claim') else '[show.x]'}")

    (problem,) = read.problems
    severity = "note" if top.startswith("shows") else "error"
    assert ("shows.toml", None, message, severity) == (problem.path, problem.line, problem.message, problem.severity)
    assert (["renewed"], {}) == (kinds(read), read.shows) or ([], {"x": {}}) == (kinds(read), read.shows)


def test_a_problem_names_the_file() -> None:
    (problem,) = decode({"shows": 3}, "some/shows.toml", {}, []).problems

    assert "some/shows.toml" == problem.path
