"""How does a text name a show? How early, how often, in headings, by itself or among others, with which platform."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from showstatus.reader.cues.groups import titles_of
from showstatus.reader.events.wording import words_in
from showstatus.reader.mentions.marked import Marked
from showstatus.reader.mentions.title import TitleMention
from showstatus.reader.scales import words_beside


@dataclass(slots=True)
class Naming:
    """How one show is named in a text."""

    places: list[int] = field(default_factory=list)
    """Those of the sentences that name it."""
    opening: int = 0
    """How many begin with it."""
    times: int = 0
    headings: int = 0
    """How often headlines and headings name it."""
    alone: int = 0
    """How many sentences name it and no other."""
    among: int = 0
    """How many shows the sentence names that names most with it."""
    beside: set[str] = field(default_factory=set)
    """The words before and behind its name, the first times that it is named."""


def namings(marks: Sequence[Marked]) -> dict[str, Naming]:
    """For the key of each show that a text names how it does so, in the order in which it first names them."""
    found: dict[str, Naming] = {}
    for place, line in enumerate(marks):
        titles = titles_of(line)
        keys = [key for _, key in titles]
        for at, key in titles:
            naming = found.setdefault(key, Naming())
            naming.times += 1
            if naming.times <= _FIRST:
                text = line.text
                ahead, behind = words_in(text[max(0, at - _NEAR) : at]), words_in(text[at + 1 : at + _NEAR])
                naming.beside.update(words_beside(ahead, behind))
            naming.headings += line.sentence.role in ("headline", "heading")
        opening = {key for at, key in titles if not line.text[:at].strip(_QUOTES)}
        for key in set(keys):
            naming = found[key]
            naming.places.append(place)
            naming.opening += key in opening
            naming.alone += len(set(keys)) == 1
            naming.among = max(naming.among, len(set(keys)))
    return found


_FIRST = 4
"""So many times it is looked at what stands beside a name."""
_NEAR = 80
"""Within so many characters of it."""
_QUOTES = " \"'"
"""What may stand before a title with which a sentence begins."""
_PARTS = 8
"""In so many parts is counted how far down a show is named, and how often beside the one that is named most."""


def naming_marks(key: str, found: dict[str, Naming], told: Collection[str], sentences: int) -> set[str]:
    """What the way a show is named says for it that a text of so many sentences is about it.

    `told` are the shows that something is told of.
    """
    others = f"among {min(len(told), 8)} shows that are told of"
    marks = {f"among {min(len(found), 8)} shows", others, f"{others}, {'one' if key in told else 'none'} of them"}
    mine = found.get(key)
    if mine is None:
        return marks
    first, last = mine.places[0], mine.places[-1]
    most = max(len(naming.places) for naming in found.values())
    share = 5 * mine.times // sum(naming.times for naming in found.values())
    return marks | {
        f"first named in sentence {min(first, 6)}", f"named {min(mine.times, 5)} times", f"named: {share} fifths",
        f"in {min(mine.headings, 2)} headings", f"alone in {min(mine.alone, 3)} sentences",
        f"among {min(mine.among, 3)} in a sentence", f"named as number {min(list(found).index(key), 5)}",
        f"named {_PARTS * len(mine.places) // most} eighths as often as the most",
        f"last named in eighth {_PARTS * last // sentences}", f"{min(mine.opening, 3)} sentences begin with it",
        *mine.beside,
    }  # fmt: skip


def platforms_named(marks: Sequence[Marked]) -> dict[str, Counter[str]]:
    """For each show how often its sentences name which platform; under "" for the whole text."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for line in marks:
        names = [platform for _, platform in line.of(str)]
        keys = {mention.key for _, mention in line.of(TitleMention)}
        for key in ("", *keys):
            counts[key].update(names)
    return counts


def platform_of(counts: dict[str, Counter[str]], key: str) -> str | None:
    """The platform that is named most often with a show, else in the whole text."""
    best = (counts[key] or counts[""]).most_common(1)
    return best[0][0] if best else None
