"""Forms in which the trade names shows, filled with titles: more to fit the reader by.

What is filled in for T and E is a title, every other name is none.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

FORMS = tomllib.loads(Path(__file__).with_name("reader_forms.toml").read_text())["forms"]
SENTENCES = tomllib.loads(Path(__file__).with_name("reader_sentences.toml").read_text())
"""By verdict, what tells it of the show T."""
EVENTS = tomllib.loads(Path(__file__).with_name("reader_events.toml").read_text())
"""Sentences with the events they tell: those the reader is known to hear, and those it misses."""
NEWSLESS = tomllib.loads(Path(__file__).with_name("reader_no_news.toml").read_text())["texts"]
"""Texts that name the shows T and U, and the people N and M, and hold no news."""
EVERYDAY = ("You", "See", "Time", "Lost", "Us", "Them", "Life", "From", "Next", "Back", "Love", "Class", "Home", "Star")
"""Titles that are everyday words: what E is filled with."""
SURNAMES = """
Archer Bell Castellano Dunmore Eriksen Falk Gardner Hollis Imrie Jankowski Keller Lindqvist Moreau Nakata Okafor
Petrov Quigley Rao Sandoval Thorne Ueda Vance Whitlock Xu Yilmaz Zeller
""".split()  # noqa: SIM905
FIRST = ("Berit", "Cho", "Dag", "Ezio", "Fumiko", "Grigor", "Hyun", "Ilse", "Jorma", "Kofi", "Leocadia", "Mbali")
"""First names that the lexicon does not have: it never has them all."""
PLATFORMS = (
    "ABC", "CBS", "NBC", "Fox", "The CW", "Netflix", "Hulu", "BBC One", "ITV", "Apple TV+", "HBO", "Prime Video",
    "Peacock", "FX",
)  # fmt: skip
ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh")


_SLOT = re.compile(r"(?<![\w’'.])[TPNOSE](?![\w’'.+&])|(?<![\w’'.])[TPNE](?=['’]s)")
_WORK = re.compile(r"(?:novel|film|book) '$")
_ONE = 4
"""A form with at most so many places for titles, and no list of them, is about one show."""


def filled(titles: list[str], first_names: list[str], seed: int) -> list[tuple[str, list[str]]]:
    """Every form once, filled by chance, with the titles that were put in. A title that is named again is the same."""
    chance = random.Random(seed)
    return [_filled(form, titles, first_names, chance) for form in FORMS]


def _filled(form: str, titles: list[str], first_names: list[str], chance: random.Random) -> tuple[str, list[str]]:
    used: list[str] = []
    single = len(re.findall(r"(?<![\w’'])T(?!\w)", form)) <= _ONE and "T," not in form
    own, word = chance.choice(titles), chance.choice(EVERYDAY)

    def put(match: re.Match[str]) -> str:
        slot = match[0]
        if slot == "T" and _WORK.search(form[: match.start()]):
            return chance.choice(titles)
        if slot in ("T", "E"):
            used.append(word if slot == "E" else own if single else chance.choice(titles))
            return used[-1]
        return {
            "P": lambda: chance.choice(PLATFORMS),
            "N": lambda: _person(chance, [*first_names, *FIRST]),
            "O": lambda: chance.choice(ORDINALS),
            "S": lambda: str(chance.randint(2, 9)),
        }[slot]()

    return _SLOT.sub(put, form), used


def happened(title: str, *tables: str) -> list[tuple[str, list[dict[str, object]]]]:
    """For each sentence of these tables (all) a short text that tells it of a show, and its events: kind and season."""
    quoted = f'"{title}"'
    made = []
    for sentence, events in _pairs(tables or tuple(EVENTS)):
        own = re.sub(r"(?<![\w’'])T(?![\w+])", quoted, sentence)
        headline = f"{quoted}: What to Know About the Apple TV+ Series"
        text = f"{headline}\n\nThe drama {quoted} stars Ann Dow. {own}"
        if own.startswith("H: "):
            text = f"{own[3:]}\n\nThe series stars Ann Dow."
        made.append((text, [_event(words) for words in events.split("; ") if words]))
    return made


def _pairs(tables: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(sentence, events) for name in tables for pairs in EVENTS[name].values() for sentence, events in pairs]


def _event(words: str) -> dict[str, object]:
    told, _, date = words.partition(" @ ")
    kind, _, season = told.partition(" ")
    return {"kind": kind, "season": int(season) if season else None, "date": date or None}


def told(title: str) -> list[tuple[str, str]]:
    """For each sentence a short text that tells it of a show, and the verdict."""
    frame = f"The latest on {title}\n\n{{}} It stars Ann Dow and Tom Reed."
    return [
        (frame.format(re.sub(r"(?<![\w’'])T(?![\w+])", title, sentence)), verdict)
        for verdict, sentences in SENTENCES.items()
        for sentence in sentences
    ]


def newsless(title: str, other: str) -> list[str]:
    """The texts that hold no news, of these two shows and of people named by chance."""
    chance = random.Random(0)
    return [_named(text, {"T": title, "U": other, "N": _person(chance, FIRST), "M": _person(chance, FIRST)})
            for text in NEWSLESS]  # fmt: skip


def _person(chance: random.Random, first_names: Sequence[str]) -> str:
    return f"{chance.choice(first_names)} {chance.choice(SURNAMES)}"


def _named(text: str, names: Mapping[str, str]) -> str:
    return re.sub(r"(?<![\w’])[TUNM](?![\w+])", lambda slot: names[slot[0]], text)
