"""What is fuzzed: for each target how inputs are made, and what must hold of every one. `TARGETS` is the list.

A new reader of what others write gets a function that takes one input, here or in `network` (what is fetched) or
`damaged` (files of a home), and a line in `TARGETS`.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import json
import tomllib
from collections.abc import Callable
from typing import Any, NamedTuple

from hypothesis import strategies as st

from showstatus.dates import parse_edtf
from showstatus.errors import DateError
from showstatus.imports.formats import read_export
from showstatus.imports.listed import Unreadable
from showstatus.ledger.book import Layer, entry
from showstatus.reconcile import reconcile
from showstatus.relative_dates import hear_near
from showstatus.report import report
from showstatus.sources import address, minisign, registry
from showstatus.sources.base import Source, Unusable, packed, unpacked
from showstatus.sources.tmdb import TMDB
from showstatus.sources.tvmaze import TVmaze
from showstatus.spoken import hear, say
from showstatus.views.json_doc import check_document
from tests.cli import SHIPPED
from tests.fuzzing import damaged, files, network, seeds
from tests.fuzzing.desk import desk
from tests.fuzzing.shapes import EDITS, NASTY, twisted_bytes, twisted_json, twisted_row, twisted_text

DAY = dt.date(2023, 1, 11)


class Target(NamedTuple):
    """How inputs are made, and what takes one and raises where a law is broken."""

    inputs: st.SearchStrategy[Any]
    check: Callable[[Any], None]


def a_registry(given: tuple[str, tuple[str, ...], int]) -> None:
    """Your registry, whatever it holds: every view answers or says in a line what is wrong; an edit leaves it whole."""
    text, words, which = given
    at = desk()
    at.write(text)
    slugs: list[str] = []
    with contextlib.suppress(ValueError, RecursionError):
        tables = tomllib.loads(at.registry.read_text(encoding="utf-8")).get("show", {})
        slugs = [slug for slug in tables if "\0" not in slug] if isinstance(tables, dict) else []
    show = slugs[which % len(slugs)] if slugs else "heartstopper"
    code, _ = at.run(words[0], *(word.replace("{show}", show) for word in words[1:]))
    if code != 6 and words[0] in ("tag", "remove", "note", "alias", "pin", "claim", "add"):
        tomllib.loads(at.registry.read_text(encoding="utf-8"))
        at.run("list", "--json")


def a_shared_registry(data: bytes) -> None:
    """A registry of somebody else's: it is refused, or can be subscribed to and asked about."""
    try:
        rows = registry.read(data)
    except Unusable:
        return
    json.dumps(rows.claims)
    at = desk()
    at.write("")
    path = at.file("shared.toml", data)
    assert at.run("registry", "add", path, "--name", "shared")[0] == 0
    try:
        at.run("export", "json")
        at.run("check", "glow", "--json")
    finally:
        at.run("registry", "remove", "shared")


def a_date(given: tuple[str, dt.date | None]) -> None:
    """A date as EDTF, as people say it, or near another: it is refused, or heard and said so that it is heard alike."""
    text, near = given
    for read in (parse_edtf, lambda words: hear(words, near), lambda words: hear_near(words, near)):
        try:
            date = read(text)
        except DateError:
            continue
        assert date.start < date.end
        assert date == parse_edtf(date.edtf)
        again = hear(say(date))
        assert (again.start, again.end) == (date.start, date.end)


def _a_source(source: Source) -> Callable[[Any], None]:
    def check(given: tuple[Any, Any]) -> None:
        """What a source says, today and a month later: it is unusable, or becomes claims that can be shown."""
        kept: list[Any] = []
        block: Any = {}
        last = None
        for number, body in enumerate(given):
            for read in (source.read_search, source.read_updates):
                with contextlib.suppress(Unusable):
                    read(body)
            try:
                said = source.read_show(body)
            except Unusable:
                continue
            assert said == unpacked(json.loads(json.dumps(packed(said))))
            day = DAY + dt.timedelta(30 * number)
            made = reconcile("x", kept, block, last, said, day)
            kept, block, last = [*kept, *made.added], made.block, said
            assert len(kept) == len({row["id"] for row in kept})
            known = entry("x", [Layer(source.name, block, kept, parse_edtf(day.isoformat()))])
            json.dumps(check_document(report(known, day)), allow_nan=False)

    return check


def an_import(data: bytes) -> None:
    """An export of another service: it is refused in a line, or imported, and once more adds nothing."""
    with contextlib.suppress(Unreadable):
        export = read_export(io.BytesIO(data))
        assert all(show.title is None or show.title.isprintable() for show in export.shows)
    at = desk()
    at.write("")
    path = at.file("export", data)
    if at.run("import", path, "--no-input", "--json")[0] == 0:
        text = at.registry.read_text(encoding="utf-8") if at.registry.exists() else ""
        at.run("import", path, "--no-input")
        assert text == (at.registry.read_text(encoding="utf-8") if at.registry.exists() else "")
        at.run("list", "--json")


def an_article(text: str) -> None:
    """An article, plain or HTML: what it says is proposed and added, and once more adds nothing."""
    at = desk()
    at.write("")
    path = at.file("article", text.encode("utf-8", "replace"))
    words = ("read", path, "--published", "2023-01-10", "--apply")
    if at.run(*words)[0] == 0:
        added = at.registry.read_text(encoding="utf-8")
        at.run(*words, "--json")
        assert added == at.registry.read_text(encoding="utf-8")
        at.run("list", "--json")


def an_address(text: str) -> None:
    """An address: nothing behind its user name, question mark or fragment is ever shown."""
    for shown in (
        f"https://me:hunter2@{text}",
        f"https://example.org/{text}?hunter2",
        f"https://example.org/#{text}hunter2",
    ):
        assert "hunter2" not in address.safe_address(shown)
    address.is_secure(text)
    address.name_for(text)


def a_signature(data: bytes) -> None:
    """A minisign signature: what is none, or fits not, is refused."""
    key = minisign.read_key("RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3")
    try:
        minisign.verify(b"content", data, key)
    except Unusable:
        return
    raise AssertionError("a signature was made up")


_REGISTRIES = twisted_text(seeds.TOML, seeds.PIECES)
_FEEDS = st.one_of(
    twisted_text([seeds.RSS, seeds.ATOM], seeds.XML).map(lambda text: text.encode("utf-8", "replace")),
    twisted_bytes(seeds.FEEDS),
)
_CHARSETS = st.none() | st.sampled_from(["utf-8", "utf-16", "latin-1", "utf-7", "ascii", "zlib", "idna", "x", "\0"])
_ADDRESSES = twisted_text(["example.org/a/shows.toml", "[::1]:80/x", "user@host:9"])
_SIGNATURES = twisted_bytes([b"untrusted comment: x\n" + b"A" * 99 + b"\ntrusted comment: y\n" + b"B" * 88 + b"\n"])
_EXPORTS = st.one_of(
    twisted_text(seeds.TABLES).map(lambda text: text.encode("utf-8", "replace")),
    twisted_json(seeds.BODIES).map(lambda body: json.dumps(body).encode()),
    twisted_bytes([text.encode("utf-16") for text in seeds.TABLES]),
)
_SHARED = st.one_of(_REGISTRIES.map(lambda text: text.encode("utf-8", "replace")), twisted_bytes([SHIPPED.encode()]))
_WIKI = st.one_of(
    twisted_json(seeds.wiki_bodies()),
    twisted_text([body["parse"]["text"] for body in seeds.wiki_bodies() if "parse" in body], seeds.WORDS).map(
        lambda text: {"parse": {"title": "Salt Road", "pageid": 7, "revid": 9, "text": text}}
    ),
)
TARGETS = {
    "registry": Target(st.tuples(_REGISTRIES, st.sampled_from(seeds.LOOKS), st.integers(0, 9)), a_registry),
    "shared-registry": Target(_SHARED, a_shared_registry),
    "dates": Target(st.tuples(twisted_text(seeds.DATES, (*seeds.DATES, *NASTY)), st.none() | st.dates()), a_date),
    "tvmaze": Target(st.tuples(*[twisted_json(seeds.tvmaze_bodies())] * 2), _a_source(TVmaze())),
    "tmdb": Target(st.tuples(*[twisted_json(seeds.tmdb_bodies())] * 2), _a_source(TMDB())),
    "imports": Target(_EXPORTS, an_import),
    "zips": Target(twisted_bytes(seeds.ZIPS), an_import),
    "articles": Target(twisted_text(seeds.ARTICLES, seeds.WORDS), an_article),
    "addresses": Target(st.one_of(st.text(), _ADDRESSES), an_address),
    "signatures": Target(_SIGNATURES, a_signature),
    "keys": Target(twisted_text([seeds.KEY]), network.a_key),
    "signed-registry": Target(
        st.tuples(twisted_bytes([seeds.SIGNED]), twisted_bytes([seeds.SIGNATURE])), network.a_signed_registry
    ),
    "feeds": Target(st.tuples(_FEEDS, _CHARSETS), network.a_feed),
    "index": Target(
        st.tuples(twisted_json(seeds.index_pages()), twisted_text(["salt road", "the glow"])),
        network.a_page_of_the_index,
    ),
    "wikipedia": Target(st.tuples(*[_WIKI] * 2), network.an_encyclopedia),
    "configuration": Target(
        st.sampled_from(files.SETTINGS).flatmap(
            lambda one: st.tuples(st.just(one), twisted_text([files.CONFIGURED[one[0]]], files.KEYS))
        ),
        damaged.a_configuration,
    ),
    "inbox": Target(st.tuples(twisted_row(files.PROPOSED), st.sampled_from(files.INBOX)), damaged.an_inbox),
    "fetched": Target(st.tuples(twisted_row(files.KEPT), st.sampled_from(files.SEEN)), damaged.what_was_fetched),
    "catalogue": Target(
        st.tuples(twisted_row([files.CATALOGUED]), st.sampled_from(files.LOOKED_UP)), damaged.a_catalogue
    ),
    "damaged-files": Target(st.tuples(st.sampled_from(files.DAMAGED), EDITS), damaged.a_damaged_file),
}
