"""Which phrases of the lexicon can stand in a sentence at all? Those of which it has the words, and those side by side.

There are thousands, and few sentences hold any: only what may be found is looked for.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from showstatus.reader.lexicon import SIGN_OF, VERBS, Phrase, phrases, tokens

_FORMS_OF = {word: tuple(form.split()[0] for form in forms) for word, forms in VERBS.items()}
"""The first words of those in capitals; WILL may begin with nearly anything, as “set to” does."""
_SHORTEST, _LONGEST = 2, 8
"""From how many letters on, and up to how many, the beginning of a word is looked up: “renew*”."""
_BESIDE = 4
"""By so many letters each, two words are looked up that stand beside each other: “rene for”."""
_COMMON = frozenset(
    """
    a an and as are at be by for from has have in is it its more no not of on or the to was were will with
    """.split()  # noqa: SIM905
)
_SINGLE = _COMMON.union(SIGN_OF.values())
_EVERYDAY = _SINGLE.union(f"{one[:_BESIDE]} {other[:_BESIDE]}" for one in _SINGLE for other in _SINGLE)
"""What many sentences have."""
_PLAIN = re.compile(r"[a-z\d][a-z\d'~-]*\*?")
_WORD = re.compile(rf"[a-z\d]+|[{''.join(SIGN_OF.values())}]")
_BETWEEN, _STOPS = frozenset(",\"'"), frozenset(".;:!?")
"""What may stand between two words of a phrase, and what stands there as a word does."""
Need = frozenset[str]
"""Words, beginnings of words, signs of mentions and pairs of words; a sentence has to have one of them."""


class _Group(NamedTuple):
    """What stands in brackets in a phrase."""

    optional: bool
    ways: list[list[_Part]]


_Part: TypeAlias = str | _Group


def phrases_for(sentence: str) -> list[Phrase]:
    """The phrases that can stand in a marked sentence in small letters, in order: others need what it has not."""
    index = _index()
    beside = pairwise([word[:_BESIDE] for word in sentence.split() if word not in _BETWEEN])
    pairs = [f"{one} {other}" for one, other in beside]
    held = index.vocabulary.intersection(pairs).union(*map(_asked_of, set(_WORD.findall(sentence))))
    able = {number for one in held if one in index.by_need for number in index.by_need[one]}
    every = phrases()
    return [every[number] for number in sorted(able.union(index.always))
            if not any(need.isdisjoint(held) for need in index.needs[number])]  # fmt: skip


@lru_cache(8192)
def _asked_of(word: str) -> frozenset[str]:
    """What some phrase needs that a word gives: itself, and its beginnings."""
    beginnings = (f"{word[:length]}*" for length in range(_SHORTEST, min(len(word), _LONGEST) + 1))
    return _index().vocabulary.intersection((word, *beginnings))


class _Index(NamedTuple):
    by_need: dict[str, list[int]]
    """The numbers of phrases by what they need most."""
    needs: list[list[Need]]
    """What else each needs."""
    always: list[int]
    """Those of which nothing can be said."""
    vocabulary: frozenset[str]
    """All that any of them needs."""


@cache
def _index() -> _Index:
    by_need: dict[str, list[int]] = defaultdict(list)
    needs: list[list[Need]] = []
    always: list[int] = []
    for number, phrase in enumerate(phrases()):
        (parts,) = _parts(iter(tokens(phrase.source)))
        all_needs = sorted(_needs(parts), key=_lets_through)
        needs.append(all_needs[1:])
        for one in all_needs[0] if all_needs else ():
            by_need[one].append(number)
        if not all_needs:
            always.append(number)
    return _Index(by_need, needs, always, frozenset(by_need).union(*(need for rest in needs for need in rest)))


def _lets_through(need: Need) -> tuple[int, int, int]:
    """How many sentences have something of a need: fewest where it is of pairs, most by words of every day."""
    return len(need & _EVERYDAY), len([one for one in need if " " not in one]), len(need)


def _parts(rest: Iterator[str]) -> list[list[_Part]]:
    """What a phrase is made of, up to the bracket that closes: its alternatives, each a run of words and groups."""
    ways: list[list[_Part]] = [[]]
    for sign in rest:
        if sign in ("(", "["):
            ways[-1].append(_Group(sign == "[", _parts(rest)))
        elif sign in (")", "]"):
            break
        elif sign == "|":
            ways.append([])
        else:
            ways[-1].append(sign)
    return ways


def _needs(parts: Sequence[_Part]) -> list[Need]:
    """What a run needs: its words, one way of saying each group, and of what stands beside each other one pair."""
    found = [_need(part) for part in parts] + [_pair(parts, place) for place in range(len(parts) - 1)]
    return [need for need in found if need]


def _need(part: _Part) -> Need:
    """What has to be in a sentence for a word or a group; nothing where that may be anything, or be left out."""
    if isinstance(part, str):
        return _looked_up(part)
    if part.optional:
        return frozenset()
    best: list[Need] = []
    for way in part.ways:
        needs = _needs(way)
        if not needs:
            return frozenset()
        best.append(min(needs, key=_lets_through) if len(needs) > 1 else needs[0])
    return frozenset().union(*best)


def _pair(parts: Sequence[_Part], place: int) -> Need:
    """The pairs of words one of which stands where a part ends and the next begins; nothing where that is not told."""
    last = _ends([parts[place]], -1)
    first = _ends(parts[place + 1 :], 0) if last is not None else None
    if last is None or first is None:
        return frozenset()
    return frozenset(f"{one} {other}" for one in last for other in first)


def _ends(parts: Sequence[_Part], side: int) -> set[str] | None:
    """How the first (0) or last (-1) words of a run begin; None where they may be anything."""
    found: set[str] = set()
    for part in parts if side == 0 else reversed(parts):
        if isinstance(part, str):
            ends = _end(part, side)
            return None if ends is None else found | ends
        for way in part.ways:
            ends = _ends(way, side)
            if ends is None:
                return None
            found |= ends
        if not part.optional:
            return found
    return None


@cache
def _end(word: str, side: int) -> set[str] | None:
    """How a word of a phrase begins where it stands first (0) or last (-1); None where it may be anything."""
    if word in _FORMS_OF:
        return {form[:_BESIDE] for form in _FORMS_OF[word]} if side == 0 else None
    if word in SIGN_OF and (word == "P" or side == -1):
        return {SIGN_OF[word]}
    if word == "D":
        return {SIGN_OF[word], "the"}
    if word in _STOPS:
        return {word}
    if not _PLAIN.fullmatch(word):
        return None
    part = word.split("~")[side]
    whole = not ("~" in word or part.endswith("*"))
    return {part[:_BESIDE]} if whole or (len(part.rstrip("*")) >= _BESIDE and (side == 0 or "~" not in word)) else None


@cache
def _looked_up(word: str) -> Need:
    """The words and signs by which it is seen that a word of a phrase may be there; none where that cannot be."""
    if word in _FORMS_OF:
        return frozenset(_FORMS_OF[word])
    if word in SIGN_OF:
        return frozenset(SIGN_OF[word])
    first = re.split("[-'~]", word)[0] if _PLAIN.fullmatch(word) else ""
    if first.endswith("*"):
        first = f"{first[:-1][:_LONGEST]}*" if len(first) > _SHORTEST else ""
    return frozenset([first] if first else ())
