"""The shipped registry: enough shows, each decision and production claim with its page, nothing wrong in it."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).resolve().parent.parent
MAY_LACK_A_PAGE = {"premiered", "finale", "episodes", "cast", "split"}
REQUIRED = (
    "heartstopper", "the-office-us", "the-office-uk", "ghosts-us", "ghosts-uk", "doctor-who-2005", "doctor-who-2023",
    "glow", "the-peripheral", "minx", "the-society", "severance", "andor", "stranger-things", "attack-on-titan",
)  # fmt: skip


@pytest.fixture(scope="module")
def registry() -> dict[str, Any]:
    return tomllib.loads((ROOT / "data" / "shows.toml").read_text(encoding="utf-8"))


def test_at_least_200_shows_have_two_claims_or_more(registry: dict[str, Any]) -> None:
    claims = Counter(claim["show"] for claim in registry["claim"])

    assert all(claims[slug] >= 2 for slug in registry["show"])
    assert len(registry["show"]) >= 200


def test_at_least_150_shows_have_a_decision_or_production_claim(registry: dict[str, Any]) -> None:
    told = {claim["show"] for claim in registry["claim"] if claim["kind"] not in MAY_LACK_A_PAGE}

    assert len(told) >= 150


def test_every_decision_and_production_claim_cites_a_page(registry: dict[str, Any]) -> None:
    without = [
        claim
        for claim in registry["claim"]
        if claim["kind"] not in MAY_LACK_A_PAGE and not urlsplit(claim.get("url", "")).hostname
    ]

    assert without == []


def test_no_page_carries_tracking_or_is_a_search_page(registry: dict[str, Any]) -> None:
    urls = [claim["url"] for claim in registry["claim"] if "url" in claim]

    assert [url for url in urls if "utm_" in url or "/search?" in url] == []


@pytest.mark.parametrize("slug", REQUIRED)
def test_a_show_people_ask_about_is_there(registry: dict[str, Any], slug: str) -> None:
    assert slug in registry["show"]


def test_nothing_was_said_after_the_registry_was_checked(registry: dict[str, Any]) -> None:
    days = [claim["on"] for claim in registry["claim"] if isinstance(claim.get("on"), dt.date)]

    assert max(days) <= registry["checked"]


def test_both_claims_about_heartstoppers_wrap_are_in(registry: dict[str, Any]) -> None:
    wraps = {
        claim["value"]
        for claim in registry["claim"]
        if claim["show"] == "heartstopper" and claim["kind"] == "filming-wrapped" and claim.get("season") == 2
    }

    assert wraps == {"2022-01/2022-04", "2022-12-02"}


def test_the_22_cast_members_of_the_article_are_in(registry: dict[str, Any]) -> None:
    cast = next(claim["cast"] for claim in registry["claim"] if claim["kind"] == "cast")

    assert len(cast) == 22
