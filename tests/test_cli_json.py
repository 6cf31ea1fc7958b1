"""The JSON contract: every document fits the printed schema, and the promised fields are there."""

from __future__ import annotations

import datetime as dt
import json
import re
import shlex
from typing import Any

import pytest

from tests.cli import SHIPPED, Cli, printed_schema

CHECK = (
    "schema_version, as_of, asked_season, followed, show, decision, decided_on, decided_by, answer, confirmed_seasons, "
    "aired_seasons, complete_seasons, next, renewal_odds, evidence, disputes, cast, freshness, attribution"
)
SHOW = "slug, title, qualifier, aliases, platform, country, genres, ids"
NEXT = "kind, number, part, label, title, stage, official, date, overdue, window, countdown"
WINDOW = "start, end, level, median, basis, method, quantiles, because"
EVIDENCE = "id, kind, subject, value, on, by, reports, url, rank, origin, counted"
ROW = (
    "slug, title, qualifier, platform, decision, stage, confirmed_seasons, next_kind, next_number, next_part, "
    "next_title, date, window_start, window_end, window_median, basis, countdown_days, overdue, tags, followed, stale"
)
DATED = """
[show.dated]
title = "Dated"
platform = "HBO"

[[claim]]
show = "dated"
kind = "premiered"
season = 1
value = 2022-01-01

[[claim]]
show = "dated"
kind = "date-announced"
season = 2
value = 2023-03-01
on = 2023-01-02
by = "HBO"

[show.vague]
title = "Vague"
platform = "HBO"

[[claim]]
show = "vague"
kind = "premiered"
season = 1
value = 2022-01-01

[[claim]]
show = "vague"
kind = "window-announced"
season = 2
value = "2023-07/.."
on = 2023-01-02
by = "HBO"

[show.parts]
title = "Parts"
release = "all"

[[claim]]
show = "parts"
kind = "split"
season = 5
parts = ["Volume 1", "The Finale"]
on = "2022-06"

[[claim]]
show = "parts"
kind = "premiered"
season = 5
part = 1
value = 2022-12-01

[[claim]]
show = "parts"
kind = "film-ordered"
film = "Parts: The Film"
concludes = true
on = 2022-12-02
"""
EVERY_COMMAND = (
    "check heartstopper", "check heartstopper --season 2", "check heartstopper --season 9", "check glow",
    "check severance", "check house-of-the-dragon", "check parts", "check dated", "check vague",
    "check heartstopper --as-of 1990-01-01", "check heartstopper --as-of 2024-01-01",
    "list", "list --sort countdown --decision renewed", "list --platform Nobody", "next", "next --count 1",
    "log heartstopper", "log house-of-the-dragon", "log parts", "doctor", "doctor --shipped", "path", "path registry",
    "add heartstopper glow", "add heartstopper", "add --new 'Brand New' --qualifier US --release weekly",
    "tag heartstopper comfort", "tag heartstopper comfort --remove", "note heartstopper 'a note'",
    "note heartstopper --remove", "alias heartstopper Nick", "alias heartstopper Nick --remove",
    "pin heartstopper ended --until 2027", "pin heartstopper --remove", "claim heartstopper ended --on 2023-01-05",
    "answer heartstopper", "answer glow", "answer parts --season 5",
    "open heartstopper --all", "open heartstopper --print", "remove heartstopper",
)  # fmt: skip


def test_every_document_fits_the_printed_schema(cli: Cli) -> None:
    cli.ship(SHIPPED + DATED)
    for line in EVERY_COMMAND:
        document = cli.ok(*shlex.split(line), "--json").document  # `run` holds it against the schema
        assert (1, line) == (document["schema_version"], line)
    claim_id = cli.ok("check", "heartstopper", "--json").document["evidence"][-1]["id"]
    withdrawn = cli.ok("withdraw", "heartstopper", claim_id, "--json").document
    assert {"schema_version": 1, "action": "withdrawn", "show": "heartstopper", "id": claim_id} == withdrawn


def test_the_schema_names_every_command_that_answers(cli: Cli) -> None:
    from showstatus.cli.run import COMMANDS

    assert set(COMMANDS) - {"schema"} == set(printed_schema()["properties"])
    assert printed_schema()["$schema"] == cli.ok("schema", "check", "--json").document["$schema"]
    assert printed_schema()["properties"]["check"].items() <= cli.ok("schema", "check").document.items()


def _fields(names: str) -> set[str]:
    return set(names.split(", "))


def test_check_has_the_promised_fields(cli: Cli) -> None:
    document = cli.ok("check", "heartstopper", "--json").document
    assert _fields(CHECK) <= set(document)
    assert _fields(SHOW) == set(document["show"])
    assert _fields(NEXT) == set(document["next"])
    assert _fields(WINDOW) == set(document["next"]["window"])
    assert {"min_days", "max_days", "words"} == set(document["next"]["countdown"])
    assert [_fields(EVIDENCE)] * len(document["evidence"]) == [set(claim) for claim in document["evidence"]]
    assert {"actor", "character", "since_season", "new"} == set(document["cast"][0])
    assert {"last_checked", "age_days", "stale"} == set(document["freshness"])


def test_fields_are_null_and_not_missing_where_nothing_is_known(cli: Cli) -> None:
    document = cli.ok("check", "house-of-the-dragon", "--json").document
    assert _fields(CHECK) <= set(document)
    assert [None] * 5 == [document[key] for key in ("asked_season", "decided_on", "decided_by", "next", "renewal_odds")]
    assert [[]] * 6 == [
        document[key]
        for key in ("confirmed_seasons", "aired_seasons", "complete_seasons", "evidence", "disputes", "cast")
    ]


def test_list_has_the_promised_fields(cli: Cli) -> None:
    document = cli.ok("list", "--json").document
    assert {"schema_version", "as_of", "shows", "attribution"} == set(document)
    assert [_fields(ROW)] * 6 == [set(row) for row in document["shows"]]


def test_what_check_says(cli: Cli) -> None:
    document = cli.ok("check", "heartstopper", "--json").document
    assert (
        "2023-01-11", False, "renewed", "2022-05-20", "Netflix", [2, 3], [1], [1], "season", 2, "wrapped", False,
    ) == (
        document["as_of"], document["followed"], document["decision"], document["decided_on"], document["decided_by"],
        document["confirmed_seasons"], document["aired_seasons"], document["complete_seasons"],
        document["next"]["kind"], document["next"]["number"], document["next"]["stage"], document["next"]["overdue"],
    )  # fmt: skip
    window = document["next"]["window"]
    assert "2023-01-11" <= window["start"] <= window["median"] <= window["end"]
    assert (0.8, "estimated", True) == (window["level"], window["basis"], len(window["because"]) > 0)
    assert sorted(window["quantiles"].values()) == [window["quantiles"][level] for level in sorted(window["quantiles"])]
    assert {"0.05", "0.5", "0.95"} <= set(window["quantiles"])
    assert [("Kit Connor", "Nick Nelson", False), ("Leila Khan", None, True)] == [
        (face["actor"], face["character"], face["new"]) for face in document["cast"]
    ]


def test_an_asked_season_is_next_or_null_and_the_decision_stays_the_shows(cli: Cli) -> None:
    asked = {number: cli.ok("check", "heartstopper", "--season", number, "--json").document for number in "1239"}
    assert [1, 2, 3, 9] == [document["asked_season"] for document in asked.values()]
    assert ["renewed"] * 4 == [document["decision"] for document in asked.values()]
    assert [(1, "complete"), (2, "wrapped"), (3, "ordered"), None] == [
        (document["next"]["number"], document["next"]["stage"]) if document["next"] else None
        for document in asked.values()
    ]


def test_ranges_are_inclusive_and_open_ends_are_null(cli: Cli) -> None:
    cli.ship(DATED)
    vague = cli.ok("check", "vague", "--json").document["next"]
    assert {"edtf": "2023-07/..", "start": "2023-07-01", "end": None} == vague["official"]
    dated = cli.ok("check", "dated", "--json").document["next"]
    assert ({"edtf": "2023-03-01", "start": "2023-03-01", "end": "2023-03-01"}, "2023-03-01", None) == (
        dated["official"],
        dated["date"],
        dated["window"],
    )
    days = (dt.date(2023, 3, 1) - dt.date(2023, 1, 11)).days
    assert (days, days) == (dated["countdown"]["min_days"], dated["countdown"]["max_days"])


def test_a_label_names_a_part(cli: Cli) -> None:
    cli.ship(DATED)
    coming = cli.ok("check", "parts", "--json").document["next"]
    assert ("season", 5, 2, "The Finale", None) == tuple(
        coming[key] for key in ("kind", "number", "part", "label", "title")
    )


@pytest.mark.parametrize(
    ("line", "document"),
    [
        (
            "check heartstopper --fields decision,confirmed_seasons",
            {"decision": "renewed", "confirmed_seasons": [2, 3]},
        ),
        (
            "check heartstopper --fields confirmed_seasons,decision",
            {"confirmed_seasons": [2, 3], "decision": "renewed"},
        ),
        ("check heartstopper --json --fields=decision", {"decision": "renewed"}),
        ("check heartstopper --fields decision,decision", {"decision": "renewed"}),
        (
            "list --platform hbo --fields slug,title",
            {
                "schema_version": 1,
                "as_of": "2023-01-11",
                "shows": [{"slug": "house-of-the-dragon", "title": "House of the Dragon"}],
                "attribution": [],
            },
        ),
        ("doctor --fields message", {"schema_version": 1, "problems": []}),
        ("add glow --fields new", {"new": ["glow"]}),
    ],
)
def test_fields_pick_and_imply_json(cli: Cli, line: str, document: Any) -> None:
    picked = cli.ok(*line.split()).document
    assert json.dumps(document) == json.dumps(picked)


@pytest.mark.parametrize("fields", ["", ",", " "])
def test_no_fields_are_the_whole_document(cli: Cli, fields: str) -> None:
    assert cli.ok("check", "glow", "--json").out == cli.ok("check", "glow", "--fields", fields).out


def test_json_is_the_same_wherever_it_goes(cli: Cli) -> None:
    cli.ship(SHIPPED.replace('"GLOW"', '"GLØW 進撃"'))
    document = cli.ok("check", "glow", "--json").document
    assert document == cli.ok("check", "glow", "--json", PYTHONIOENCODING="ascii").document
    assert cli.ok("check", "glow", "--json", PYTHONIOENCODING="ascii").out.isascii()
    assert document == json.loads(cli.terminal("check", "glow", "--json", columns=60))
    assert document == cli.ok("check", "glow", "--json", COLUMNS="20").document


def test_every_day_in_a_document_is_whole(cli: Cli) -> None:
    texts = re.findall(
        r'"(?:start|end|median|date|as_of|last_checked)": "([^"]*)"', cli.ok("check", "severance", "--json").out
    )
    assert texts
    assert texts == [dt.date.fromisoformat(text).isoformat() for text in texts]
