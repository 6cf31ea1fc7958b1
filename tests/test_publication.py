"""What is published, and that it says elsewhere what it says here."""

from __future__ import annotations

import datetime as dt
import os

import pytest

from showstatus.ledger.book import Layer, entry
from showstatus.ledger.publication import HEADER, Told, publishable, published
from showstatus.ledger.toml_format import Row
from showstatus.sources.registry import read
from tests.registries import LEDGERS, SHIPPED, rows

DAY = dt.date(2026, 11, 25)
FILES = [SHIPPED, *(os.path.join(LEDGERS, name) for name in sorted(os.listdir(LEDGERS)))]


def publish(text: str, day: dt.date = DAY) -> str:
    """What is published of the user's registry with this text."""
    read_rows = rows(text)
    claims: dict[str, list[Row]] = {}
    for row in read_rows.claims:
        claims.setdefault(row["show"], []).append(row)
    told = [
        Told(entry(slug, [Layer("user", read_rows.shows.get(slug, {}), [])]).show, kept)
        for slug, found in claims.items()
        if (kept := publishable(found))
    ]
    return published(told, read_rows.checked, day)


def said(text: str) -> dict[str, list[Row]]:
    """The claims of a registry by show, without the lines they stand on."""
    found: dict[str, list[Row]] = {}
    for row in read(text.encode()).claims:
        found.setdefault(row["show"], []).append({key: value for key, value in row.items() if key != "line"})
    return found


@pytest.mark.parametrize("path", FILES, ids=os.path.basename)
def test_what_is_published_makes_the_same_claims_elsewhere(path: str) -> None:
    with open(path, encoding="utf-8") as file:
        text = file.read()
    made = publish(text)

    assert said(text) == said(made)
    assert rows(text).checked in (None, rows(made).checked)
    assert [] == rows(made).problems


def test_it_is_the_same_text_for_the_same_claims_whatever_else_is_in_the_file() -> None:
    claim = '[[claim]]\nshow = "x"\nkind = "ended"\non = 2024-01-01\n'
    one = '[show.x]\ntitle = "X"\n' + claim
    other = '[show.y]\nnote = "mine"\n[show.x]\ntitle = "X"\ntags = ["a"]\nnote = "b"\nfollowed = false\n' + claim

    assert (
        HEADER + "checked = 2024-01-01\n"
        '\n[show.x]\ntitle = "X"\n'
        '\n[[claim]]\nshow = "x"\nkind = "ended"\non = 2024-01-01\n'
    ) == publish(one)
    assert publish(one) == publish(other)


def test_a_show_stands_alone_with_its_names_its_home_and_its_ids() -> None:
    text = """\
[show.x]
title = "X"
qualifier = "UK"
aliases = ["Ex"]
continues = "w"
platform = "BBC One"
country = "GB"
genres = ["Drama"]
release = "weekly"
ids = { imdb = "tt1" }
tags = ["comfort"]
note = "with Mum"
pin = { decision = "ended" }
[[claim]]
show = "x"
kind = "ended"
on = 2024-01-01
"""
    shown = read(publish(text).encode()).shows["x"]

    assert {**rows(text).shows["x"], "tags": None, "note": None, "pin": None} == {
        **shown, "tags": None, "note": None, "pin": None,
    }  # fmt: skip
    assert not {"tags", "note", "pin", "followed"} & {*shown}


@pytest.mark.parametrize(
    ("checked", "ons", "told"),
    [
        ('"2024-06"', ["2024-07-01"], "2024-06"),
        (None, ["2024-07-01", "2024-03-01"], "2024-07-01"),
        (None, ["2024-03"], "2024-03-31"),
        (None, ["2024-03-01", "2027"], "2024-03-01"),  # 2027 is not over on the day
        (None, [], None),
    ],
)
def test_it_reaches_as_far_as_the_registry_says_else_to_its_newest_claim(
    checked: str | None, ons: list[str], told: str | None
) -> None:
    claims = [f'[[claim]]\nshow = "x"\nkind = "ended"\non = "{on}"\n' for on in ons]
    undated = '[[claim]]\nshow = "x"\nkind = "premiered"\nseason = 1\nvalue = 2020-01-01\n'
    text = (f"checked = {checked}\n" if checked else "") + "".join([*claims, undated])

    assert told == read(publish(text).encode()).checked


def test_taking_back_is_published_of_ones_own_claims_only() -> None:
    ended = '[[claim]]\nshow = "x"\nkind = "ended"\non = 2024-01-01\n'
    (own,) = rows(ended).claims
    back = '[[claim]]\nshow = "x"\nkind = "withdrawn"\nvalue = "{}"\non = 2024-02-01\n'
    text = ended + back.format(own["id"]) + back.format("0123456789")

    assert ["ended", own["id"]] == [row.get("value", row["kind"]) for row in said(publish(text))["x"]]


@pytest.mark.parametrize(
    "text", ['say "no"', "a\\b", "C:\\new", "tab\there", "line\nbreak", "\u001b[31m", "naïve “…” 🎬"]
)
def test_a_text_is_told_as_it_is(text: str) -> None:
    from showstatus.ledger.edits import append_claim

    made = append_claim("", {"show": text, "kind": "ended", "on": dt.date(2024, 1, 1), "by": text, "said": text})
    (row,) = said(publish(made))[text]

    assert (text, text) == (row["by"], row["said"])
