"""What inputs are made of: real registries, answers, exports, articles and feeds, in small, and pieces of them."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any

from tests.cli import SHIPPED
from tests.exports import IMDB_2024, IMDB_RATINGS, RECORDINGS, V2, episode, series, table, trakt, trakt_item, tv_time
from tests.exports import TMDB as TMDB_COLUMNS
from tests.standin import StandIn, season
from tests.standin_tmdb import TMDBStandIn
from tests.standin_tmdb import episode as tmdb_episode
from tests.standin_tmdb import season as tmdb_season
from tests.standin_wiki import Note, page

LEDGERS = Path(__file__).parent.parent / "ledgers"
TOML = [SHIPPED, *(path.read_text(encoding="utf-8") for path in sorted(LEDGERS.glob("*.toml")))]
PIECES = (
    "[[claim]]\n", "[show.x]\n", 'show = "x"\n', "season = 2\n", "seasons = [2, 3]\n", 'kind = "renewed"\n',
    "kind = ", "on = ", 'value = "2023-07/.."\n', "value = 2023-02-30\n", "part = 2\n", 'film = "F"\n',
    "concludes = true\n", 'parts = ["a", "b"]\n', 'kind = "withdrawn"\n', "count = 8\n", "episodes = 8\n",
    'pin = { decision = "renewed" }\n', "followed = false\n", "checked = ", 'rank = "official"\n',
    'aliases = ["glow"]\n', 'continues = "x"\n', "ids = { imdb = 3 }\n", '"""', "'''", "0x", "1_0", "+nan",
)  # fmt: skip
LOOKS = (
    ("check", "{show}"), ("check", "{show}", "--json"), ("check", "{show}", "--color", "always", "--explain"),
    ("list",), ("check", "{show}", "--season", "2", "--json"), ("list", "--json"), ("list", "--color", "always"),
    ("next",), ("next", "--color", "always"), ("next", "--json"), ("log", "{show}"), ("log", "{show}", "--json"),
    ("timeline", "{show}"), ("timeline", "--color", "always"), ("calendar", "2023-02"),
    ("calendar", "--color", "always"), ("binge", "{show}"), ("doctor",), ("doctor", "--json"), ("export", "csv"),
    ("export", "md"), ("export", "ics"), ("export", "toml"), ("export", "json"), ("answer", "{show}"),
    ("forecast", "{show}"), ("forecast", "{show}", "--json"), ("score",), ("publish", "-"), ("search", "{show}"),
    ("tag", "{show}", "x"), ("remove", "{show}"), ("note", "{show}", "=1"), ("alias", "{show}", "y"),
    ("pin", "{show}", "ended"), ("claim", "{show}", "renewed", "--season", "3"), ("add", "glow"),
)  # fmt: skip
"""Command lines that look at a registry or change it."""


def tvmaze_bodies() -> list[Any]:
    with contextlib.closing(StandIn()) as standin:
        seasons = [
            season(1, "2021-01-01", "2021-03-01", 8),
            season(2, "2022-05-01", "2022-07-01", 8),
            season(3, "2023-06-01"),
        ]
        cast = [{"person": {"name": "Kit"}, "character": {"name": "Nick"}}]
        body = standin.add(
            1, "Show 1", seasons, cast=cast, nextepisode={"season": 3, "number": 1, "airdate": "2023-06-01"}
        )
        ended = standin.add(2, "Show 2", [season(1, "2021-01-01", "2021-03-01", 8)], status="Ended", ended="2021-03-01")
    return [body, ended, {"1": 1, "2": 3}, [{"score": 1, "show": body}], *_recorded("tvmaze")]


def tmdb_bodies() -> list[Any]:
    with contextlib.closing(TMDBStandIn()) as standin:
        seasons = [tmdb_season(1, "2021-01-01"), tmdb_season(2, "2022-05-01"), tmdb_season(3)]
        body = standin.add(
            1, "Show 1", seasons, next_episode_to_air=tmdb_episode(3, 1, "2023-06-01"),
            last_episode_to_air=tmdb_episode(2, 8, "2022-07-01", "finale"),
            credits={"cast": [{"name": "Kit", "character": "Nick"}]},
        )  # fmt: skip
        gone = standin.add(2, "Show 2", [tmdb_season(1, "2021-01-01")], status="Canceled")
    return [body, gone, {"results": [{"id": 1}], "total_pages": 1}, *_recorded("tmdb")]


def _recorded(source: str) -> list[Any]:
    """Real answers, where they are at hand."""
    return [
        json.loads(path.read_bytes())
        for path in sorted((RECORDINGS / source).glob("*.json"))
        if path.stat().st_size < 20_000
    ]


TITLES = "Heartstopper\nSeverance (2022)\nThe Office (UK)\ntt10638036\n"
TRAKT = [trakt_item("Heartstopper", 2022, imdb="tt10638036", tmdb=124834), trakt_item("Dark", 2017, tvdb=1)]
TABLES = [
    table(IMDB_2024, {"Const": "tt10638036", "Title": "Heartstopper", "Title Type": "TV Series", "Year": "2022"}),
    table(IMDB_RATINGS, {"Const": "tt1", "Title": "Dark", "Title Type": "TV Series", "Year": "2017"}),
    table(TMDB_COLUMNS, {"TMDb ID": 124834, "Type": "tv", "Name": "Heartstopper"}),
    table(V2, series(1, "Heartstopper"), episode(2, "Dark")),
    TITLES,
]
BODIES = [
    TRAKT,
    [{"title": "Heartstopper", "year": 2022, "tvdbId": 1, "imdbId": "tt10638036", "monitored": True}],
    {"shows": [{"status": "watching", "show": {"title": "Heartstopper", "year": 2022, "ids": {"imdb": "tt10638036"}}}]},
]
ZIPS = [tv_time(series(1, "Heartstopper"), episode(2, "Dark")), trakt(watchlist=TRAKT, watched_shows=TRAKT)]
ARTICLES = [
    "Glow renewed\n\nBy Jane Roe, 10 January 2023\n\nNetflix has renewed GLOW for season 4, due on 3 August 2023.\n",
    "Is Salt Road cancelled?\n\nHarbour TV has cancelled Salt Road after two seasons, it is reported.\n",
    "Salt Road season 3: filming wrapped in March 2022 and is set for autumn 2023.\nCast\nMary Shaw as Captain Reed\n",
    "<html><head><title>Glow</title></head><body><p>Netflix has renewed GLOW for season 4.</p></body></html>",
]
WORDS = (
    "renewed", "cancelled", "season 2", "seasons 3 and 4", "a third and final season", "not", "might", "will return",
    "on Friday", "in May", "Netflix", "GLOW", "“", "”", "’s", "<p>", "</p>", "<script>", "<!--", "&#0;", "&lt;",
    ". ", "?", "\n\n", "—", "ended",
)  # fmt: skip
DATES = (
    "2023", "2023-07", "2023-08-03", "2023-33", "2023-21", "2023-07/2023-10", "2023~", "2023-07/..", "../2024",
    "early 2023", "mid-March 2023", "Q3 2023", "Aug 3", "3rd August", "midseason 2023-24", "next spring",
    "last Friday", "two years ago", "Christmas", "yesterday", "the end of 2023", "between May and July 2023",
    "not before July 2023", "the first half of 2024",
)  # fmt: skip
RSS = """\
<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>A Paper</title><link>https://example.org/</link>
<item><title>GLOW renewed for season 4</title><guid isPermaLink="false">1</guid><link>https://example.org/1</link>
<pubDate>Tue, 10 Jan 2023 09:00:00 GMT</pubDate>
<description><![CDATA[<p>Netflix has renewed <b>GLOW</b> for season 4, due on 3 August 2023.</p>]]></description></item>
<item><title>Fog</title><guid>https://example.org/2</guid><dc:date>2023-01-09T08:00:00Z</dc:date>
<description>Netflix has renewed GLOW &amp; Salt Road for a fifth season.</description></item>
</channel></rss>
"""
ATOM = """\
<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">A &lt;i&gt;Paper&lt;/i&gt;</title>
<entry><id>tag:1</id><title>Is GLOW cancelled?</title><link rel="alternate" href="/a?utm_source=x"/>
<updated>2023-01-10T09:00:00+01:00</updated><published>2023-01-10T09:00:00+01:00</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Netflix has cancelled GLOW after three seasons.</p>
</div></content></entry>
<entry><id>tag:2</id><title>Salt Road</title><summary type="text">Salt Road returns on 3 August 2023.</summary>
</entry></feed>
"""
FEEDS = [RSS.encode(), ATOM.encode(), RSS.replace("UTF-8", "UTF-16").encode("utf-16"), ATOM.encode("latin-1")]
XML = (
    "<item>", "</item>", "<entry>", "<title>", "</title>", "<![CDATA[", "]]>", "<!--", "<?x?>", "&nbsp;", "&x;", "&#0;",
    "&#x202e;", '<!DOCTYPE rss [<!ENTITY x "y">]>', '<!ENTITY f SYSTEM "file:///etc/passwd">', ' xmlns="x"',
    ' rel="self"', ' isPermaLink="true"', ' type="html"', "<link>javascript:0</link>", '<link href="//[::1"/>',
    "<pubDate>Mon, 31 Feb 2023</pubDate>", "<published>9999-12-31T23:59:59-12:00</published>", "<guid></guid>",
)  # fmt: skip


def index_pages() -> list[Any]:
    """Pages of TVmaze's index: their shows have ids below 250."""
    shows = [
        {
            "id": number, "url": f"https://www.tvmaze.com/shows/{number}/x", "name": name, "type": "Scripted",
            "language": "English", "status": "Ended", "premiered": "2017-06-23", "ended": "2019-08-09", "weight": 90,
            "network": None, "webChannel": {"name": "Netflix", "country": {"code": "US"}}, "updated": 1700000000,
            "externals": {"imdb": "tt5770786", "thetvdb": 326166},
        }
        for number, name in enumerate(("GLOW", "Glow", "The Glow", "Salt Road"), 1)
    ]  # fmt: skip
    return [shows, shows[:1], [{"id": 1, "name": "GLOW"}, {"id": 1, "name": "Glow"}], []]


def wiki_bodies() -> list[Any]:
    """Answers of Wikipedia: which pages there are, and rendered articles."""
    notes = {"a": Note("https://example.org/a", "The Daily Wave"), "b": Note("https://example.org/b")}
    box = {"Network": "Harbour TV", "Release": "March 4, 2021"}
    told = "The series was renewed for a second season on May 20, 2022.[a] Filming began in June 2022.[b]"
    ended = "On May 21, 2022, Harbour TV cancelled the series after two seasons.[a]"
    texts = [page(told, notes=notes, box=box), page("== Production ==", told, ended, notes=notes), page(ended)]
    pages = [{"pageid": 7, "ns": 0, "title": "Salt Road", "lastrevid": 8, "pageprops": {"wikibase_item": "Q1"}}]
    query = {"pages": pages, "normalized": [{"from": "salt Road", "to": "Salt Road"}]}
    named = {"title": "Salt Road", "pageid": 7}
    rendered = [{"parse": {**named, "revid": 8 + at, "text": text}} for at, text in enumerate(texts)]
    return [{"batchcomplete": True, "query": query}, {"error": {"code": "maxlag", "info": "x"}}, *rendered, *rendered]


KEY = "RWQBAQEBAQEBAYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c"
SIGNED = b"""checked = 2023-01-01
[show.films]
title = "Films"
[[claim]]
show = "films"
kind = "renewed"
season = 2
"""
SIGNATURE = b"""untrusted comment: x
RUQBAQEBAQEBAUwYwYR4PcqAHwRiav1p4mmVuaXuYcAWTNfB4sYfaYebMsJ4U3oGrDfCJxO2+zCwwdXW8Wdpvm5sym1ZVO/Iiw0=
trusted comment: issue 1
zp3HoXIieJG5V8ew0jHJJjNaq71/OT9GYtEEuXvuGIVd6Uf3ectkZnyGuGuh4jfaf8TC3u827k9EOuC220B0AA==
"""
"""What the holder of `KEY` says of that registry; `tests.signing.Signer()` makes both."""
