"""What is published, and that it says elsewhere what it says here."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import replace

import pytest

from showstatus.claims import Claim
from showstatus.dates import FIRST_DAY
from showstatus.ledger.book import entry
from showstatus.ledger.publication import HEADER, own, published
from showstatus.sources.registry import read
from tests.registries import LEDGERS, entries, layer

DAY = dt.date(2026, 11, 25)
FILES = [os.path.join(LEDGERS, name) for name in sorted(os.listdir(LEDGERS))]
CLAIM = '[[claim]]\nshow = "x"\nkind = "ended"\non = 2024-01-01\n'


def publish(text: str, shipped: str = "") -> str:
    """What is published by somebody whose registry has this text, about the show x."""
    yours = layer(text, "x")
    return published([own(entry("x", [layer(shipped, "x", "shipped"), yours]), yours, DAY)])


def meant(text: str) -> dict[str, list[Claim]]:
    """The claims of a registry by show: all they say, but neither their lines nor since when the undated count."""
    return {
        slug: [
            replace(claim, line=None, counts_from=claim.counts_from if claim.on is not None else FIRST_DAY)
            for claim in found.claims
        ]
        for slug, found in entries(text).items()
        if found.claims
    }


@pytest.mark.parametrize("path", FILES, ids=os.path.basename)
def test_what_is_published_makes_the_same_claims_elsewhere(path: str) -> None:
    with open(path, encoding="utf-8") as file:
        text = file.read()
    made = published(
        own(found, replace(layer("", slug), claims=[{"id": c.id} for c in found.claims]), DAY)
        for slug, found in entries(text).items()
        if found.claims
    )

    assert meant(text) == meant(made)


def test_it_is_the_same_text_for_the_same_claims_whatever_else_is_in_the_file() -> None:
    other = '[show.y]\nnote = "mine"\n[show.x]\ntitle = "X"\ntags = ["a"]\nnote = "b"\nfollowed = false\n' + CLAIM

    assert (
        HEADER + '\n[show.x]\ntitle = "X"\nchecked = 2024-01-01\n'
        '\n[[claim]]\nshow = "x"\nkind = "ended"\non = 2024-01-01\n'
    ) == publish('[show.x]\ntitle = "X"\n' + CLAIM)
    assert publish('[show.x]\ntitle = "X"\n' + CLAIM) == publish(other)


def test_a_show_stands_alone_with_its_names_its_home_and_its_ids() -> None:
    block = (
        '[show.x]\ntitle = "X"\nqualifier = "UK"\naliases = ["Ex"]\ncontinues = "w"\nplatform = "BBC One"\n'
        'country = "GB"\ngenres = ["Drama"]\nrelease = "weekly"\nids = { imdb = "tt1" }\n'
    )
    personal = 'tags = ["comfort"]\nnote = "with Mum"\npin = { decision = "ended" }\n'
    shown = read(publish(block + personal + CLAIM).encode()).shows["x"]

    assert {**read(block.encode()).shows["x"], "checked": "2024-01-01"} == shown
    assert shown == read(publish("[show.x]\n" + personal + CLAIM, shipped=block).encode()).shows["x"]


@pytest.mark.parametrize(
    ("checked", "ons", "told"),
    [
        ('"2024-06"', ["2024-07-01"], "2024-06-30"),
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

    assert told == read(publish(text).encode()).shows["x"].get("checked")


def test_what_the_shipped_registry_claims_is_published_only_where_you_claim_it_too() -> None:
    mine = '[[claim]]\nshow = "x"\nkind = "renewed"\nseason = 2\non = 2024-02-01\n'
    shipped = '[show.x]\ntitle = "X"\n' + CLAIM

    assert ["renewed"] == [row["kind"] for row in read(publish(mine, shipped).encode()).claims]
    assert ["ended"] == [row["kind"] for row in read(publish(CLAIM, shipped).encode()).claims]


def test_taking_back_is_published_of_ones_own_claims_only() -> None:
    (ended,) = read(CLAIM.encode()).claims
    (other,) = read(CLAIM.replace("2024", "2023").encode()).claims
    back = '[[claim]]\nshow = "x"\nkind = "withdrawn"\nvalue = "{}"\non = 2024-02-01\n'
    text = CLAIM + back.format(ended["id"]) + back.format(other["id"])
    rows = read(publish(text, CLAIM.replace("2024", "2023")).encode()).claims

    assert [("ended", None), ("withdrawn", ended["id"])] == [(row["kind"], row.get("value")) for row in rows]
