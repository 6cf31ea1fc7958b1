"""Who is in the show, by a text: names with the characters they play."""

from __future__ import annotations

import re
from dataclasses import dataclass

from showstatus.reader import lexicon
from showstatus.reader.sentences import Sentence

_PART = r"(?:[A-Z][\w'’-]*\.?|[A-Z]\.|de|van|von|der|la|del|al|bin|the Rapper|[\"“][\w. ]+[\"”])"
_NAME = rf"[A-Z][\w'’-]+(?: {_PART}){{1,3}}"
_ROLE = (
    r"(?:(?:the|a|an|his|her|their|Mr\.|Mrs\.|Ms\.|Dr\.) )?(?:[a-z-]+ ){0,3}?[A-Z][\w'’.-]*(?: (?:of"
    r"|the|de|von|[A-Z][\w'’.-]*|[\"“]\w+[\"”]))*"
)
_VERB = (
    r"(?: (?:is|was|are|will be|returns?|stars?|will star|reprises? (?:his|her|their) role|appears?"
    r"|joins (?:the cast|the show)))?(?: back)?,? as "
    r"|,? (?:a\.?k\.?a\.?|alias) |,? who (?:plays|portrays|played|is|voices|will play) |,? (?:plays"
    r"|portrays|is playing|will play|voices|played) "
    r"| (?:was|is|becomes) (?=[A-Z]|the )| [–—-] "
)
_AS = re.compile(rf"(?P<actor>{_NAME})(?P<verb>{_VERB})(?P<role>{_ROLE})")
_BRACKET = re.compile(rf"(?P<actor>{_NAME}) \((?P<role>{_ROLE})\)")
_ROLE_BRACKET = re.compile(rf"(?P<role>[A-Z][\w'’.]+(?: [A-Z][\w'’.]+)?) \((?P<actor>{_NAME})\)")
_OWNED = re.compile(
    rf"(?P<actor>{_NAME})['’]s? (?P<role>[A-Z]\w+(?: [A-Z]\w+)?)(?= (?:is|are|was|has|and|will|gets|in)\b|[,.])"
)
_LINE = re.compile(rf"^\W*(?P<actor>{_NAME}) (?:as|[-–—:]) (?P<role>[A-Z][^,;()]{{0,60}})$")
_STARRING = re.compile(
    r"\b(?:[Ss]tarring|[Ss]tars?|[Ff]eatur(?:es|ing)|[Ww]ith|[Ii]nclud(?:es|ing)|trio of|duo of"
    r"|led by|fronted by|headlined by|[Ii]n the cast:|cast:|joined by"
    r"|[Hh]ost(?:s|ed by)?|judges are(?: again)?|opposite|reunites|alongside|drama with|comedy with"
    r"|see|like|are) (?:the likes of )?"
    rf"(?P<list>(?:{_NAME})(?: \([^()]*\))?(?:(?:, and |, | and | & |, along with |, plus )(?:{_NAME}"
    rf"|[A-Z]\w+)(?: \([^()]*\))?)*)"
)
_LEAVES = re.compile(
    r"(?i)\b(?:left|leav(?:es|ing)|exit(?:s|ed|ing)?|depart(?:s|ed|ing)?|no longer|gone for good"
    r"|killed off|is off|is out|gave up|won['’]t be back)\b"
)
_CREW = re.compile(
    r"(?i)\b(?:direct(?:s|ed|or|ing)|wr(?:ites?|itten|iter)|produc(?:es?|er|ed|ers)|creat(?:ed|or"
    r"|ors)|showrunners?|novels?|books?|executives?|boss|chief|president|said|says|told)\b"
)


@dataclass(frozen=True, slots=True)
class Role:
    """An actor, and the character where it is told."""

    actor: str
    character: str | None
    sentence: Sentence


def roles(sentence: Sentence) -> list[Role]:
    """The cast a sentence names; nobody who leaves, and nobody behind the camera."""
    text = sentence.text
    line = _LINE.match(text)
    if line and sentence.role != "headline" and len(line["actor"].split()) <= 4:
        return [Role(line["actor"], line["role"].strip(), sentence)]
    if _LEAVES.search(text) or sentence.role == "headline":
        return []
    found: dict[str, str | None] = {}
    for pattern in (_AS, _BRACKET, _OWNED):
        for match in pattern.finditer(text):
            sure = pattern is not _OWNED and "verb" in match.groupdict() and " as" in match["verb"]
            actor, role = match["actor"], match["role"].strip(" .,")
            if _is_name(actor, sure=sure) and not _is_credit(role, pattern):
                found.setdefault(actor.removesuffix("'s").removesuffix("’s"), role)
    for match in _ROLE_BRACKET.finditer(text):
        if _is_name(match["actor"]) and match["role"] not in found:
            found.setdefault(match["actor"], match["role"])
    for match in _STARRING.finditer(text):
        if _CREW.search(text[match.start() : match.start("list")]):
            continue
        for actor in re.split(r", and |, along with |, plus |, | and | & ", re.sub(r" \([^()]*\)", "", match["list"])):
            if len(actor.split()) >= 2 and _is_name(actor):
                found.setdefault(actor.strip().removesuffix("'s").rstrip(".'’"), None)
    return [Role(actor, role, sentence) for actor, role in found.items()]


def _is_name(text: str, *, sure: bool = False) -> bool:
    words = text.split()
    if words[0].lower() in lexicon.words().first_names:
        return True
    plain = all(word.replace("-", "").replace("'", "").isalpha() for word in words)
    return sure and plain and words[0].lower() not in lexicon.words().never_titles


def _is_credit(role: str, pattern: re.Pattern[str]) -> bool:
    """Whether what stands in brackets behind an actor is other work of theirs."""
    if pattern is not _BRACKET:
        return False
    return ":" in role or " of " in role or " the " in role.lower() or len(role.split()) > 3
