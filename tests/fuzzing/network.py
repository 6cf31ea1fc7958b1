"""Targets that read what is fetched beside shows: feeds, the index, articles, signed registries and their keys."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import json
import os
import tomllib
from contextlib import closing
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from showstatus.catalogue import lookup
from showstatus.catalogue.file import Catalogue, lay_out
from showstatus.feeds import Gathered, gather
from showstatus.gleaning import Followed
from showstatus.ledger.book import Layer, entry
from showstatus.ledger.feeds import Subscribed
from showstatus.ledger.fetched import Fetched
from showstatus.ledger.inbox import Inbox
from showstatus.ledger.ledger import Ledger
from showstatus.ledger.subscriptions import Subscription
from showstatus.reader.chronicle import Article, claims
from showstatus.reader.encyclopedia import article
from showstatus.reconcile import revised
from showstatus.report import report
from showstatus.sharing import load
from showstatus.sources import feed, minisign, wikipedia
from showstatus.sources.base import Hit, Unusable
from showstatus.sources.tvmaze import TVmaze
from showstatus.untrusted import YEARS, a_name
from showstatus.views.json_doc import check_document
from tests.fuzzing import seeds
from tests.fuzzing.desk import Desk, desk
from tests.fuzzing.files import FOLLOWED

DAY = dt.date(2023, 1, 11)


def a_feed(given: tuple[bytes, str | None]) -> None:
    """A feed: it is refused, or its items propose what can be recorded, once."""
    data, charset = given
    try:
        items = feed.read(data, "https://example.org/feed", charset).items
    except Unusable:
        return
    assert len({item.key for item in items}) == len(items)
    for item in items:
        assert a_name(item.title) == (item.title or None)
        assert len(item.text) <= feed.LONGEST_TEXT
        assert item.link is None or (item.link.isprintable() and urlsplit(item.link).scheme in ("http", "https"))
        assert item.published is None or item.published.year in YEARS
    at = desk()
    at.write(FOLLOWED)
    at.fetched.unlink(missing_ok=True)
    path = at.file("feed.xml", data)
    made = _gathered(at, path)
    assert not made.unreachable
    again = _gathered(at, path)
    assert (again.proposed, again.problems) == ([], made.problems)
    _, listed = at.run("inbox", "--json")
    at.run("inbox")
    assert at.run("inbox", "accept", "--all")[0] == 0
    assert at.run("inbox")[1] == ""
    recorded = tomllib.loads(at.registry.read_text(encoding="utf-8")).get("claim", [])
    assert bool(recorded) == bool(json.loads(listed)["proposals"])
    at.run("list", "--json")


def _gathered(at: Desk, path: str) -> Gathered:
    """What a refresh makes of a feed in a file."""
    with (
        closing(Fetched(str(at.fetched))) as fetched,
        closing(Ledger(None, shipped=str(at.shipped), user=str(at.registry))) as ledger,
    ):
        wanted = [Subscribed(name="paper", address=path, by="A Paper")]
        return gather(wanted, Followed(ledger), Inbox(fetched.connection), DAY, lambda: 0.0, lambda _: None)


def a_page_of_the_index(given: tuple[Any, str]) -> None:
    """A page of TVmaze's index: it is unusable, or each of its shows is kept and found by its ids and its title."""
    body, words = given
    tvmaze = TVmaze()
    with contextlib.suppress(Unusable):
        assert tvmaze.read_row(1, body).id == 1
    hits: tuple[Hit, ...] = ()
    with contextlib.suppress(Unusable):
        hits = tvmaze.read_page(0, body)
    with closing(Catalogue(":memory:")) as catalogue:
        lay_out(catalogue)
        catalogue.put_page(0, hits, 1)
        kept = {hit.id: hit for hit in hits}  # of two with one id the later one counts
        assert catalogue.shows == len(kept)
        for hit in kept.values():
            found = lookup.by_ids(catalogue, {"tvmaze": hit.id})
            assert found is not None
            assert replace(found, url=hit.url) == hit  # its address is made of its id
            assert lookup.has_title(catalogue, hit.title)
        for question in (words, *(hit.title for hit in hits)):
            told = [look(catalogue, question) for look in (lookup.search, lookup.titled, lookup.alike)]
            assert {hit.id for hits in told for hit in hits} <= kept.keys()
        catalogue.finish()
        catalogue.put_page(0, ())
        assert not catalogue.shows


def an_encyclopedia(given: tuple[Any, Any]) -> None:
    """Answers of Wikipedia: they are unusable, or become claims that can be shown; what is gone is taken back once."""
    kept: list[Any] = []
    for number, body in enumerate(given):
        with contextlib.suppress(Unusable):
            became, pages = wikipedia.read_pages(body)
            for page in pages:
                wikipedia.followed(became, page.title)
                assert wikipedia.address(page.title).isascii()
        try:
            rendered = wikipedia.read_article(body)
        except Unusable:
            continue
        day = DAY + dt.timedelta(30 * number)
        page_url = wikipedia.address(rendered.title)
        read: Article = article(rendered.title, rendered.html)
        said = claims(read, page_url, "Wikipedia", day)
        kept += revised("x", kept, said, day)
        assert len(kept) == len({row["id"] for row in kept})
        assert not revised("x", kept, said, day)
        known = entry("x", [Layer("wikipedia", {}, kept)])
        assert len(known.claims) == len(kept)
        json.dumps(check_document(report(known, day)), allow_nan=False)


def a_key(text: str) -> None:
    """A minisign public key: what is none is refused, and what is one belongs to a subscription."""
    try:
        key = minisign.read_key(text)
    except ValueError:
        return
    assert (8, 32) == (len(key.id), len(key.point))
    with contextlib.suppress(Unusable):
        minisign.verify(seeds.SIGNED, seeds.SIGNATURE, key)
        assert key == minisign.read_key(seeds.KEY)


def a_signed_registry(given: tuple[bytes, bytes]) -> None:
    """A shared registry with its signature: nothing but the very bytes that were signed is taken."""
    data, signature = given
    at = desk()
    path = at.file("signed.toml", data)
    at.file("signed.toml.minisig", signature)
    wanted = Subscription(name="signed", address=path, key=seeds.KEY)
    try:
        came = load(wanted, lambda: 0.0)
    except Unusable:
        came = None
    else:
        assert came is not None
        assert came.data == data == seeds.SIGNED
    code, _ = at.run("registry", "add", path, "--name", "signed", "--key", seeds.KEY)
    assert (code == 0) == (came is not None)
    copy = at.folder / "state" / "showstatus" / "registries" / "signed.toml"
    assert copy.exists() == (came is not None)
    if came is not None:
        assert hashlib.sha256(seeds.SIGNED).digest() == hashlib.sha256(copy.read_bytes()).digest()
        at.run("registry", "remove", "signed")
    os.unlink(path)
