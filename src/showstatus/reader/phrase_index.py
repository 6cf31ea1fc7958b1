"""Which phrases of the lexicon can stand in a sentence at all? Those none of whose words it lacks.

There are thousands, and few sentences hold any: only what may be found is looked for.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from showstatus.reader.lexicon import SIGN_OF, VERBS, Phrase, phrases, tokens

_FORMS_OF = {word: tuple(form.split()[0] for form in forms) for word, forms in VERBS.items()}
"""The first words of those in capitals; WILL may begin with nearly anything, as “set to” does."""
_SHORTEST, _LONGEST = 2, 8
"""From how many letters on, and up to how many, the beginning of a word is looked up: “renew*”."""
_COMMON = frozenset(
    """
    a an and as are at be by for from has have in is it its more no not of on or the to was were will with
    """.split()  # noqa: SIM905
)
_PLAIN = re.compile(r"[a-z][a-z'~-]*\*?")
Need = frozenset[str]
"""Words, beginnings of words and signs of mentions; a sentence has to have one of them."""


def phrases_for(words: frozenset[str]) -> list[Phrase]:
    """The phrases that can stand in a sentence of these words, in order: all others need something it has not."""
    by_need, needs, always = _index()
    held = words.union(
        f"{word[:length]}*" for word in words for length in range(_SHORTEST, min(len(word), _LONGEST) + 1)
    )
    able = {number for one in held if one in by_need for number in by_need[one]}
    every = phrases()
    return [every[number] for number in sorted(able.union(always))
            if not any(need.isdisjoint(held) for need in needs[number])]  # fmt: skip


@cache
def _index() -> tuple[dict[str, list[int]], list[list[Need]], list[int]]:
    """The phrases by what they need most, what else each needs, and those of which neither can be said."""
    by_need: dict[str, list[int]] = defaultdict(list)
    needs: list[list[Need]] = []
    always: list[int] = []
    for number, phrase in enumerate(phrases()):
        all_needs = sorted(_needs(phrase.source), key=_lets_through)
        needs.append(all_needs[1:])
        for one in all_needs[0] if all_needs else ():
            by_need[one].append(number)
        if not all_needs:
            always.append(number)
    return by_need, needs, always


def _lets_through(need: Need) -> tuple[int, int]:
    """How many sentences have something of a need: everyday words first, and the signs of mentions."""
    return sum(one in _COMMON or one in SIGN_OF.values() for one in need), len(need)


def _needs(source: str) -> list[Need]:
    """What a phrase needs: the words outside its brackets, and of each group of alternatives one."""
    parts = tokens(source)
    found = [_need([one]) for one in _outside(parts)]
    found += [_need(best) for group in _groups(parts) if all(best := [_rarest(words) for words in group])]
    return [need for need in found if need]


def _need(words: Iterable[str]) -> Need:
    """What has to be in a sentence for one of some words of a phrase; nothing where one of them may be anything."""
    every = [_looked_up(word) for word in words]
    return frozenset(one for forms in every for one in forms) if all(every) else frozenset()


def _looked_up(word: str) -> tuple[str, ...]:
    """The words and signs by which it is seen that a word of a phrase may be there; none where that cannot be."""
    if word in _FORMS_OF:
        return _FORMS_OF[word]
    if word in SIGN_OF:
        return (SIGN_OF[word],)
    if not _PLAIN.fullmatch(word):
        return ()
    first = re.split("[-'~]", word)[0]
    if not first.endswith("*"):
        return (first,)
    return (f"{first[:-1][:_LONGEST]}*",) if len(first) > _SHORTEST else ()


def _rarest(words: list[str]) -> str:
    """The word of an alternative that fewest sentences have; empty where none can be looked up."""
    able = [word for word in words if _looked_up(word)]
    return min(able, key=lambda word: (word in _FORMS_OF, word in _COMMON, word in SIGN_OF, -len(word)), default="")


def _outside(parts: list[str]) -> list[str]:
    """The words of a phrase outside its brackets."""
    depth, found = 0, []
    for part in parts:
        depth += (part in ("(", "[")) - (part in (")", "]"))
        if depth == 0:
            found.append(part)
    return found


def _groups(parts: list[str]) -> list[list[list[str]]]:
    """The groups of alternatives of a phrase that are needed: outside of all brackets that may be left out."""
    groups: list[list[list[str]]] = []
    depth, optional = 0, 0
    for sign in parts:
        if sign == "[":
            optional += 1
        elif sign == "]":
            optional -= 1
        elif optional:
            continue
        elif sign == "(":
            depth += 1
            if depth == 1:
                groups.append([[]])
        elif sign == ")":
            depth -= 1
        elif sign == "|" and depth == 1:
            groups[-1].append([])
        elif depth == 1 and groups and sign != "|":
            groups[-1][-1].append(sign)
    return groups
