"""What a registry file says, and how what is wrong in it becomes problems that hide nothing else."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showstatus.claims import KINDS
from showstatus.errors import UsageError
from showstatus.ledger.toml_format import RegistryRows, decode, one_claim
from showstatus.shows import ID_KINDS
from tests.registries import rows

GOOD = """\
[[claim]]
show = "x"
kind = "renewed"
season = 2
on = 2024-03-01
"""


def claim(inside: str) -> str:
    """A registry of a show, one claim on line 3 whose keys are on the lines after it, and a good claim."""
    return f"[show.x]\n\n[[claim]]\n{inside}\n\n{GOOD}"


def told(read: RegistryRows) -> list[tuple[int | None, str, str]]:
    return [(problem.line, problem.severity, problem.message) for problem in read.problems]


def kinds(read: RegistryRows) -> list[str]:
    return [row["kind"] for row in read.claims]


# --- what is right -----------------------------------------------------------------------------------------------


def test_a_registry_is_rows_that_json_can_hold() -> None:
    read = rows('checked = 2026-11-22\n[show.x]\ntitle = "X"\n' + GOOD)

    assert ("2026-11-22", {"x": {"title": "X"}}, []) == (read.checked, read.shows, read.problems)
    (row,) = read.claims
    assert {"show": "x", "kind": "renewed", "seasons": [2], "on": "2024-03-01", "line": 4} == {
        key: value for key, value in row.items() if key != "id"
    }


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2024-03-01", "2024-03-01"),
        ('"2024-03-01"', "2024-03-01"),
        ("2024-03-01T20:00:00", "2024-03-01"),
        ("2024-03-01T20:00:00Z", "2024-03-01"),
        ("2024", "2024"),
        ('"2024-21"', "2024-21"),
        ('"2024~"', "2024~"),
    ],
)
def test_a_date_may_be_written_as_a_toml_date_a_number_or_a_text(written: str, edtf: str) -> None:
    (row, _) = rows(claim(f'show = "x"\nkind = "premiered"\nseason = 1\nvalue = {written}\non = {written}')).claims

    assert (edtf, edtf) == (row["value"], row["on"])


def test_season_and_seasons_are_one_list_in_order() -> None:
    (row, _) = rows(claim('show = "x"\nkind = "renewed"\nseason = 4\nseasons = [3, 2, 3]')).claims

    assert [2, 3, 4] == row["seasons"]


def test_every_kind_can_be_told() -> None:
    subject = {"season": "season = 2", "film": 'film = "F"', "show": ""}
    value = {None: "", "date?": "", "date": "value = 2024", "count": "value = 8", "claim": 'value = "abc"'}
    for name, kind in KINDS.items():
        inside = f"{subject.get(kind.subject, 'season = 2')}\n{value[kind.value]}"
        read = rows(claim(f'show = "x"\nkind = "{name}"\n{inside}'))

        assert ([], [name, "renewed"]) == (told(read), kinds(read))


# --- what makes a claim the same ---------------------------------------------------------------------------------


def identity(inside: str) -> str:
    return str(rows(claim(f'show = "x"\n{inside}')).claims[0]["id"])


def test_the_id_of_a_claim_is_made_of_kind_subject_value_on_and_url() -> None:
    base = 'kind = "premiered"\nseason = 1\nvalue = 2024\non = 2024-01-01\nurl = "u"'
    others = [
        base.replace("premiered", "finale"),
        base.replace("season = 1", "season = 2"),
        base.replace("value = 2024", "value = 2025"),
        base.replace("on = 2024", "on = 2025"),
        base.replace('"u"', '"v"'),
        base + "\npart = 1",
    ]

    assert 7 == len({identity(base), *map(identity, others)})
    assert identity(base) == identity(f'{base}\nby = "A"\nreports = "B"\nsaid = "C"\nrank = "official"')
    assert identity(base) == identity(base.replace("on = 2024-01-01", 'on = "2024-01-01"'))


def test_two_casts_or_two_splits_are_two_claims() -> None:
    assert identity('kind = "cast"\nseason = 2\ncast = [{ actor = "A" }]') != (
        identity('kind = "cast"\nseason = 2\ncast = [{ actor = "B" }]')
    )
    assert identity('kind = "split"\nseason = 2\nparts = ["A"]') != identity(
        'kind = "split"\nseason = 2\nparts = ["B"]'
    )


# --- what is wrong with a claim ----------------------------------------------------------------------------------

X = 'show = "x"\n'


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        ('kind = "renewed"\nseason = 2', "it has no “show”"),
        (X + "season = 2", "it has no “kind”"),
        (X + 'kind = "rebooted"\nseason = 2', "kind: unknown kind 'rebooted'; it is one of ordered, renewed,"),
        (X + "kind = 3\nseason = 2", "kind: unknown kind 3"),
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
        (X + 'kind = "premiered"\nseason = 1\nvalue = "soon"', "“soon” is no date"),
        (X + 'kind = "premiered"\nseason = 1\nvalue = 2023-02-28\non = "2023-02-30"', "on: “2023-02-30” is no day"),
        (X + 'kind = "premiered"\nseason = 1\nvalue = true', "True is no date"),
        (X + 'kind = "premiered"\nseason = 1\nvalue = 20:00:00', "is no date"),
        (X + 'kind = "renewed"\nseason = 2\non = "2023/.."', "on: '2023/..' has no last day"),
        (X + 'kind = "renewed"\nseason = "2"', "season: '2' is no number of 0 or more"),
        (X + 'kind = "renewed"\nseason = 0', "season: 0 is no number from 1 to 9999"),
        (X + 'kind = "renewed"\nseason = 2\npart = 1000', "part: 1000 is no number from 1 to 99"),
        (X + 'kind = "renewed"\nseasons = []', "seasons: [] is no list of season numbers"),
        (X + 'kind = "renewed"\nseasons = 2', "seasons: 2 is no list of season numbers"),
        (X + 'kind = "film-ordered"\nfilm = " "', "film: it is empty"),
        (X + 'kind = "film-ordered"\nfilm = "F"\nconcludes = "yes"', "concludes: 'yes' is neither true nor false"),
        (
            X + 'kind = "renewed"\nseason = 2\nrank = "gossip"',
            "rank: unknown rank 'gossip'; it is one of official, press",
        ),
        (X + 'kind = "split"\nseason = 2\nparts = ["A", 2]', "parts: 2 is no text"),
        (X + 'kind = "split"\nseason = 2\nparts = "A"', "parts: 'A' is no list of texts"),
        (X + 'kind = "cast"\ncast = "A"', "cast: 'A' is no list of { actor, character } tables"),
        (X + 'kind = "cast"\ncast = [{ character = "B" }]', "is no { actor, character, since } table"),
        (X + 'kind = "cast"\ncast = [{ actor = "A", age = 3 }]', "is no { actor, character, since } table"),
        (X + 'kind = "cast"\ncast = [{ actor = "A", since = 0 }]', "0 is no number from 1 to 9999"),
    ],
)
def test_a_claim_that_is_wrong_is_left_out_and_told_with_its_line(inside: str, message: str) -> None:
    read = rows(claim(inside))

    ((line, severity, said),) = told(read)
    assert (3, "error") == (line, severity)
    assert message in said
    assert said.endswith("; the claim is left out")
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
        ('release = "daily"', "release: unknown release style 'daily'; it is one of all, weekly, batches"),
        ('followed = "yes"', "followed: 'yes' is neither true nor false"),
        ("ids = 3", "ids: 3 is no table of ids"),
        ('pin = "renewed"', "pin: write it as { decision = "),
        ("pin = { until = 2027-01-01 }", "pin: write it as { decision = "),
        ('pin = { decision = "doomed" }', "pin: unknown decision 'doomed'; it is one of renewed,"),
        ('pin = { decision = "renewed", until = "soon" }', "pin: “soon” is no date"),
    ],
)
def test_a_key_of_a_show_that_is_wrong_is_left_out_and_told_with_the_line_of_the_show(key: str, message: str) -> None:
    read = rows(f"\n[show.x]\n{key}\ncountry = 'GB'\n\n" + GOOD)

    ((line, severity, said),) = told(read)
    assert (2, "error") == (line, severity)
    assert f"show “x”: {message}" in said
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
        ('checked = "soon"', "checked: “soon” is no date"),
        ("checked = 1.5", "checked: 1.5 is no date"),
        ("show = 3", "“show” should be tables: [show.some-slug]"),
        ("claim = 3", "“claim” should be a list: [[claim]]"),
        ("shows = 3", "unknown key “shows” at the top of the file"),
    ],
)
def test_what_is_wrong_at_the_top_hides_nothing_below(top: str, message: str) -> None:
    read = rows(f"{top}\n{GOOD if not top.startswith('claim') else '[show.x]'}")

    (problem,) = read.problems
    assert message in problem.message
    assert (["renewed"], {}) == (kinds(read), read.shows) or ([], {"x": {}}) == (kinds(read), read.shows)


def test_a_problem_names_the_file() -> None:
    (problem,) = decode({"shows": 3}, "some/shows.toml", {}, []).problems

    assert "some/shows.toml" == problem.path


VALUES: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5), st.dates(), st.times()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)),
    max_leaves=5,
)
KEYS = st.sampled_from(
    ["show", "kind", "season", "seasons", "part", "special", "film", "value", "on", "cast", "parts", "pin"]
)


@given(
    st.lists(st.one_of(VALUES, st.dictionaries(KEYS, st.one_of(VALUES, st.sampled_from([*KINDS, 2, 2024]))))), VALUES
)
def test_nothing_that_toml_can_say_makes_reading_fail(claims: list[Any], show: Any) -> None:
    read = decode({"claim": [*claims, {"show": "x", "kind": "ended"}], "show": {"x": show}}, "f", {}, [])

    assert "ended" == read.claims[-1]["kind"]


def test_one_claim_is_read_by_itself_or_refused_with_its_fault() -> None:
    table = {"show": "x", "kind": "ended", "on": dt.date(2024, 1, 1)}
    (row,) = rows('[[claim]]\nshow = "x"\nkind = "ended"\non = 2024-01-01\n').claims

    assert row["id"] == one_claim(table)["id"]
    with pytest.raises(UsageError, match="This is no claim: ") as refused:
        one_claim({**table, "kind": "gone"})
    assert "“gone”" in str(refused.value)
    assert "left out" not in str(refused.value)
