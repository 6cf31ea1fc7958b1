"""Who is in the show, by a text: names with the characters they play."""

from __future__ import annotations

import re
from dataclasses import dataclass

from showstatus.reader import lexicon
from showstatus.reader.sentences import Sentence

_NAME = r"[A-Z][\w'’.-]+(?: (?:de|van|von|der|la|del|Mc|O['’]|al|el|bin|[A-Z][\w'’.-]*|\"[\w. ]+\")){1,3}"
_ROLE = r"(?:the |a |an )?(?:[A-Z][\w'’.-]*|[\"“]\w+[\"”])(?: (?:of|the|de|von|[A-Z][\w'’.-]*|[\"“]\w+[\"”])){0,4}"
_AS = re.compile(
    rf"(?P<actor>{_NAME})(?:,? (?:is |was |returns? |stars? |will star |reprises? (?:his|her|their) role |back |appears? )?as |,? (?:a\.?k\.?a\.?|alias) |,? who (?:plays|portrays|played|is|voices) |,? (?:plays|portrays|is playing|will play|voices) )(?P<role>{_ROLE})"
)
_BRACKET = re.compile(rf"(?P<actor>{_NAME}) \((?P<role>{_ROLE})\)")
_ROLE_BRACKET = re.compile(rf"(?P<role>[A-Z]\w+) \((?P<actor>{_NAME})\)")
_STARRING = re.compile(
    rf"\b(?:[Ss]tarring|[Ss]tars?|[Ff]eatur(?:es|ing)|[Ww]ith|[Ii]nclud(?:es|ing)|trio of|duo of|led by|fronted by|headlined by|[Ii]n the cast:|main cast:|cast includes|joined by|hosts?|judges are(?: again)?) "
    rf"(?P<list>(?:{_NAME})(?:(?:, and |, | and | & )(?:{_NAME}|[A-Z][\w.]+(?: [a-z]+)? [A-Z]\w+))*)"
)
_LEFT = re.compile(r"(?i)\b(?:left|leav(?:es|ing)|exit(?:s|ed|ing)?|depart(?:s|ed|ing)?|off too|no longer|gone for good|will not return|won['’]t return|director|directs|written by|producer|created by|creator)\b")


@dataclass(frozen=True, slots=True)
class Role:
    """An actor, and the character where it is told."""

    actor: str
    character: str | None
    sentence: Sentence


def roles(sentence: Sentence) -> list[Role]:
    """The cast a sentence names; nobody who leaves, and nobody behind the camera."""
    text = sentence.text
    if _LEFT.search(text) or sentence.role == "headline":
        return []
    found: dict[str, str | None] = {}
    for pattern in (_AS, _BRACKET, _ROLE_BRACKET):
        for match in pattern.finditer(text):
            actor, role = match["actor"].strip(), match["role"].strip(" .,")
            if _is_name(actor) and (pattern is not _ROLE_BRACKET or not _is_name(role)):
                found.setdefault(actor.removesuffix("'s"), role)
    for match in _STARRING.finditer(text):
        for actor in re.split(r", and |, | and | & ", match["list"]):
            if _is_name(actor) and len(actor.split()) >= 2:
                found.setdefault(actor.strip().rstrip(".'’"), None)
    return [Role(actor, role, sentence) for actor, role in found.items()]


def _is_name(text: str) -> bool:
    first = text.split()[0].lower()
    return first in lexicon.words().first_names or (len(text.split()) == 2 and text.replace(" ", "").isalpha() and first not in lexicon.words().never_titles)
