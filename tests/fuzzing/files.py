"""Files of a home that are to be damaged, in small, and the command lines that read each."""

from __future__ import annotations

import json

from showstatus.sources.base import packed
from showstatus.sources.tvmaze import TVmaze
from tests.fuzzing.seeds import KEY, tvmaze_bodies

FOLLOWED = '[show.glow]\n[show.salt-road]\ntitle = "Salt Road"\nplatform = "Harbour TV"\n'
"""A registry that follows two shows of which the feeds tell."""
CONFIGURED = {
    "registries.toml": '# mine\n[registry.films]\naddress = "https://me:hunter2@example.org/films.toml"\nsha256 = "'
    + "ab" * 32
    + f'"\n\n[registry.paper]\naddress = "/nowhere/paper.toml"\nkey = "{KEY}"\n',
    "feeds.toml": '[feed.paper]\naddress = "https://me:hunter2@example.org/feed"  # why\nby = "A Paper"\n\n'
    '[feed.films]\naddress = "/nowhere/feed.xml"\n',
    "notify.toml": '[[target]]\nname = "paper"\nurl = "json://me:hunter2@127.0.0.1:9/"\nonly = ["decision", '
    '"premiere:7"]\neach = true\n\n[[target]]\nname = "films"\nurl = "ntfy://hunter2"\n',
}
"""The files of the config folder that are edited by hand."""
KEYS = (
    "[registry.x]\n", "[feed.paper]\n", "[[target]]\n", 'address = "x"\n', "address = 1\n", 'name = "films"\n',
    'only = ["window:0"]\n', 'only = ["premiere:999"]\n', "each = 1\n", 'sha256 = "x"\n', "[feed]\n", "registry = 1\n",
)  # fmt: skip
SETTINGS = (
    ("registries.toml", ("registry", "list")), ("registries.toml", ("registry", "list", "--json")),
    ("registries.toml", ("registry", "remove", "films")), ("registries.toml", ("check", "glow", "--json")),
    ("registries.toml", ("doctor",)), ("feeds.toml", ("feed", "list")), ("feeds.toml", ("feed", "list", "--json")),
    ("feeds.toml", ("feed", "remove", "films")), ("feeds.toml", ("doctor", "--json")), ("feeds.toml", ("inbox",)),
    ("notify.toml", ("notify", "list")), ("notify.toml", ("notify", "list", "--json")),
    ("notify.toml", ("notify", "add", "new", "json://127.0.0.1:9/", "--only", "decision")),
    ("notify.toml", ("notify", "remove", "films")), ("notify.toml", ("doctor",)),
)  # fmt: skip
"""Command lines that read such a file or change it."""
PROPOSED = [
    (
        f"https://example.org/{number}\n{kind}\nseason 4\n", "open", "paper",
        f'show = "glow"\nkind = "{kind}"\nseasons = [\n    4,\n]\non = "2023-01-10"\nby = "A Paper"\n',
        "Netflix has renewed GLOW for season 4.", "sure", "2023-01-10", "2023-01-11",
    )
    for number, kind in enumerate(("renewed", "rumoured"))
]  # fmt: skip
"""Rows of the inbox: statement, state, feed, claim, quote, how sure it is, the day of the item, and when it came."""
INBOX = (
    ("inbox",), ("inbox", "--json"), ("inbox", "accept", "1"), ("inbox", "accept", "--all"), ("inbox", "reject", "1"),
    ("inbox", "accept", "--above", "unsure"), ("inbox", "--color", "always"), ("feed", "list"), ("doctor",),
)  # fmt: skip
KEPT = [
    (
        1, 1700000000, "2023-01-10", None, json.dumps(packed(TVmaze().read_show(body))),
        '{"title": "GLOW", "ids": {"tvmaze": 1}}',
        '[{"show": "glow", "kind": "premiered", "seasons": [3], "value": "2019-08-09", "by": "TVmaze", "id": "c1"}]',
    )
    for body in tvmaze_bodies()[:1]
]  # fmt: skip
"""Rows of what was fetched: number, stamp, when it was checked, since when it is missed, what it said, keys, claims."""
SEEN = (
    ("check", "glow"), ("check", "glow", "--json"), ("list", "--json"), ("doctor",), ("log", "glow"), ("next",),
    ("refresh", "--offline"), ("export", "toml"), ("inbox",),
)  # fmt: skip
CATALOGUED = ("Salt Road", 2021, None, "over", "Harbour TV", "GB", "tt2", 2, 50, "salt road")
"""A show of the catalogue: title, year, end, standing, platform, country, ids at IMDb and TVDB, weight, folded."""
LOOKED_UP = (
    ("search", "salt road"), ("search", "salt", "--json"), ("search", "slat raod"), ("add", "Salt Road"),
    ("add", "imdb:tt2"), ("add", "tvmaze:2"), ("check", "salt raod"), ("catalogue", "status"),
    ("catalogue", "status", "--json"), ("search", "salt", "--color", "always"),
)  # fmt: skip
DAMAGED = (
    ("fetched.db", ("check", "glow", "--json")), ("fetched.db", ("list",)), ("fetched.db", ("inbox",)),
    ("fetched.db", ("inbox", "accept", "--all")), ("fetched.db", ("doctor",)), ("fetched.db", ("tag", "glow", "x")),
    ("showstatus.db", ("check", "glow", "--json")), ("showstatus.db", ("list",)), ("showstatus.db", ("next",)),
    ("showstatus.db", ("doctor",)), ("showstatus.db", ("search", "glow")),
    *(("catalogue.db", words) for words in LOOKED_UP),
)  # fmt: skip
"""Command lines that read a file of SQLite."""
