"""What a registry file says, as rows; what is wrong in one stands in `test_toml_faults`."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showstatus.claims import KINDS, claim_id
from showstatus.errors import UsageError
from showstatus.ledger.toml_format import RegistryRows, decode, one_claim
from tests.registries import rows

X = 'show = "x"\n'
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


@pytest.mark.parametrize(
    ("inside", "keys"),
    [
        (
            'kind = "premiered"\nseason = 9999\npart = 99\nvalue = 2024',
            {"seasons": [9999], "part": 99, "value": "2024"},
        ),
        ('kind = "premiered"\nseason = 1\npart = 1\nvalue = 2024', {"seasons": [1], "part": 1, "value": "2024"}),
        ('kind = "episodes"\nseason = 1\nvalue = 0', {"seasons": [1], "value": 0}),
        ('kind = "film-ordered"\nfilm = "F"\nconcludes = true', {"film": "F", "concludes": True}),
        ('kind = "premiered"\nspecial = "S"\nvalue = 2024', {"special": "S", "value": "2024"}),
        (
            'kind = "cast"\nseason = 1\ncast = [{ actor = "A", character = "B", since = 9999 }]',
            {"seasons": [1], "cast": [{"actor": "A", "character": "B", "since": 9999}]},
        ),
    ],
)
def test_a_claim_is_what_its_keys_say_up_to_the_highest_numbers(inside: str, keys: dict[str, Any]) -> None:
    (row, _) = rows(claim(X + inside)).claims

    assert keys == {key: value for key, value in row.items() if key not in ("show", "kind", "id", "line")}


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


@pytest.mark.parametrize(
    ("inside", "made_of"),
    [
        ('kind = "ended"', ("ended", "x||||", "", "", "")),
        (
            'kind = "premiered"\nseasons = [1, 2]\npart = 3\nvalue = 2024\non = 2024-01-01\nurl = "u"',
            ("premiered", "x|1,2|3||", "2024", "2024-01-01", "u"),
        ),
        ('kind = "ordered"\nspecial = "S"', ("ordered", "x|||S|", "", "", "")),
        ('kind = "film-ordered"\nfilm = "F"', ("film-ordered", "x||||F", "", "", "")),
        ('kind = "split"\nseason = 2\nparts = ["A", "B"]', ("split", "x|2|||", "\nA\nB", "", "")),
        (
            'kind = "cast"\nseason = 2\ncast = [{ actor = "A", character = "C", since = 1 }, { actor = "B" }]'
            '\nleft = ["D"]',
            ("cast", "x|2|||", "\nA|C|1\nB\nD", "", ""),
        ),
    ],
)
def test_the_id_of_a_claim_is_the_same_in_every_version(inside: str, made_of: tuple[str, str, str, str, str]) -> None:
    """What was fetched, and withdrawals, hold ids that older versions made."""
    assert claim_id(*made_of) == identity(inside)


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

    with pytest.raises(UsageError, match="This is no claim: ") as refused:
        one_claim({**table, "kind": "gone"})
    assert str(refused.value) == (
        "This is no claim: claim “gone” about “x”: kind: unknown kind 'gone'; it is one of " + ", ".join(KINDS) + "."
    )
    assert {"show": "x", "kind": "ended", "on": "2024-01-01", "id": row["id"]} == one_claim(table)
