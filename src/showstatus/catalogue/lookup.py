"""What the catalogue answers: shows by their ids, by a title, by words of it, and by a title that is spelt alike.

All of it is looked up by SQLite; Python sees the few rows that are left, never a list of all names.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from showstatus.catalogue.file import Catalogue, hit
from showstatus.names import ALIKE, fold, without_article
from showstatus.sources.base import Hit

_MOST_ROWS = 8000
"""As many shows are compared by the threes of letters that they share with a name. Of 300 names among 100,000, with one
or two slips of the finger, 283 are found so; with half as many rows 278, at two thirds of the time."""
_LIKELIEST = 60
"""As many of those are compared letter by letter."""
_SHORTEST_PREFIX = 3
_MOST_WORDS = 20
_MOST_HOLDING = 5000
"""Of a word that more titles have, such as “the”, so many are looked at: those that TVmaze has had for longest."""
_LONGEST = 100
"""Letters of a name that are looked at for what is spelt alike."""
_MOST_NAMESAKES = 100
_TOLD = re.compile(r"(?P<title>.+\S) ?\((?P<which>[^()]+)\)")
"""A title with what tells it from others behind it."""
_BY_ID = {
    "tvmaze": "SELECT * FROM show WHERE id = ?",
    "imdb": "SELECT * FROM show WHERE imdb = ? LIMIT 2",
    "tvdb": "SELECT * FROM show WHERE tvdb = ? LIMIT 2",
}
_HOLDING = """
    SELECT show.* FROM (
        SELECT number FROM (SELECT rowid AS number FROM word WHERE word MATCH :words LIMIT :held)
        UNION SELECT id FROM show WHERE folded IN (:title, :bare, :the)
    ) JOIN show ON show.id = number
    ORDER BY folded = :title DESC, folded = :bare DESC, folded = :the DESC, weight DESC, id LIMIT :most
"""
_COUNTS = """
    SELECT term, doc FROM json_each(?) AS told CROSS JOIN gram_count ON term = told.value ORDER BY doc, term
"""
_SHARING = """
    SELECT show.* FROM show JOIN (
        SELECT three.rowid AS number, count(*) AS shared
        FROM json_each(?) AS told CROSS JOIN gram AS three ON three.gram MATCH told.value
        GROUP BY three.rowid ORDER BY shared DESC LIMIT 300
    ) ON show.id = number
    ORDER BY shared DESC, abs(length(show.folded) - ?), show.weight DESC LIMIT ?
"""


def by_ids(catalogue: Catalogue, ids: Mapping[str, str | int]) -> Hit | None:
    """The one show that has one of these ids; None where none has, or several have."""
    found: dict[int, Hit] = {}
    for kind, question in _BY_ID.items():
        if kind in ids:
            found |= {one.id: one for one in _hits(catalogue, question, ids[kind])}
    return next(iter(found.values())) if len(found) == 1 else None


def titled(catalogue: Catalogue, title: str, limit: int = 10) -> list[Hit]:
    """The shows of exactly that title but for case, accents and punctuation; the most looked at first.

    Where none is, the title may tell behind itself which is meant: “Ghosts (2019)”, “Ghosts (2019, BBC One)”.
    """
    question = "SELECT * FROM show WHERE folded = ? ORDER BY weight DESC, id LIMIT ?"
    hits = _hits(catalogue, question, fold(title), limit)
    told = None if hits else _TOLD.fullmatch(title)
    if told is None:
        return hits
    wanted = {fold(word) for word in told["which"].split(",")}
    namesakes = _hits(catalogue, question, fold(told["title"]), _MOST_NAMESAKES)
    return [one for one in namesakes if wanted <= _marks(one)][:limit]


def _marks(one: Hit) -> set[str]:
    """What tells a show from others of its title, folded."""
    return {fold(str(told)) for told in (one.year, one.platform, one.country) if told is not None}


def has_title(catalogue: Catalogue, title: str) -> bool:
    """Whether some show bears that title."""
    folded = fold(title)
    return bool(catalogue.connection.execute("SELECT 1 FROM show WHERE folded = ? LIMIT 1", (folded,)).fetchone())


def search(catalogue: Catalogue, words: str, limit: int = 10) -> list[Hit]:
    """The shows that have all these words in their titles, the last of them perhaps begun only; else those spelt alike.

    Those of exactly that title come first, with or without an article before it, then the most looked at.
    """
    folded = fold(words)
    if not folded:
        return []
    bare = without_article(folded)
    told = {"words": _all_of(folded.split()[:_MOST_WORDS]), "title": folded, "bare": bare, "the": f"the {bare}"}
    found = [hit(row) for row in catalogue.rows(_HOLDING, {**told, "held": _MOST_HOLDING, "most": limit})]
    return found or titled(catalogue, words, limit) or alike(catalogue, folded, limit)


def alike(catalogue: Catalogue, name: str, limit: int = 3) -> list[Hit]:
    """The shows whose titles are this name but for slips of the finger, the likest first."""
    from rapidfuzz import fuzz

    folded = fold(name)[:_LONGEST]
    threes = _telling(catalogue, folded)
    if not threes:
        return []
    asked = json.dumps([f'"{three}"' for three in threes])
    rows = catalogue.rows(_SHARING, (asked, len(folded), _LIKELIEST))
    scored = [(fuzz.ratio(folded, row[-1]), hit(row)) for row in rows]
    best = sorted(scored, key=lambda pair: (-pair[0], -pair[1].weight, pair[1].id))
    return [one for score, one in best if score >= ALIKE][:limit]


def _telling(catalogue: Catalogue, folded: str) -> list[str]:
    """The threes of letters of a name that fewest shows have, as many as those shows are not too many."""
    threes = sorted({folded[place : place + 3] for place in range(len(folded) - 2)})
    counted = catalogue.connection.execute(_COUNTS, (json.dumps(threes),))
    told: list[str] = []
    rows = 0
    for three, shows in counted:
        rows += shows
        if told and rows > _MOST_ROWS:
            break
        told.append(three)
    return told


def _all_of(words: list[str]) -> str:
    """All of some folded words, as FTS5 is asked for them: folded words hold no sign that means anything to it."""
    last = words[-1]
    begun = "*" if len(last) >= _SHORTEST_PREFIX or not last.isascii() else ""
    return " ".join([*(f'"{word}"' for word in words[:-1]), f'"{last}"{begun}'])


def _hits(catalogue: Catalogue, question: str, *values: object) -> list[Hit]:
    return [hit(row) for row in catalogue.rows(question, values)]
