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
_CAP = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢİŁŃŇŌŐŒŘŚŞŠŤŪŮŰŹŻŽ]"
_FULL = rf"{_CAP}[\w'’-]*\.?(?: (?:{_CAP}[\w'’-]*\.?|de|van|von|der|la|del|al|bin|[\"“][\w. ]+[\"”])){{1,3}}"
_OTHER_WORK = r"(?: \([^()]*\))?"
_NAMES = rf"{_FULL}{_OTHER_WORK}(?:(?:, and |, | and | & |, along with |, plus | as well as ){_FULL}{_OTHER_WORK})*"
_CALLED = re.compile(
    r"(?i:\b(?:(?:co-?)?starr?(?:s|ed|ing)?|(?:play|portray|voic|present|front|host|led|head|headlin)(?:ed)? by|opposite"
    r"|(?:cast|ensemble|line-?up)(?: of [^.;:]{1,30})?(?: (?:also|will|once more|again))*"
    r" (?:includ(?:es?|ed)|featur(?:es?|ed)|is|are|has|boasts)|(?:cast|ensemble|line-?up)(?: members)?:?"
    r"|(?:newcomers?|new faces|regulars)(?: (?:are|include))?|joined by|likes of|includ(?:es|ed|ing)|featur(?:es|ed|ing)"
    r"|at the helm|names of|guests?)"
    r"(?: are| is| were| was)?) (?:(?i:rapper|comedian|actor|actress|comedians|dame|sir|the)(?: likes of)? )?"
    rf"(?P<list>{_NAMES})"
)
"""Names behind a word that calls them cast."""
_DO = re.compile(
    rf"(?P<list>{_NAMES})(?: ,|,)?(?i:(?: (?:will|would|are|is|were|was|have|has|also|all|both|again|once|then|been|be|now|set"
    r"|to|due|confirmed|make|made|officially|for))* (?:(?:co-|guest-|guest )?star(?:s|red|ring)?|recur|join(?:s|ed|ing)?|appear(?:s|ed|ing)?"
    r"|return(?:s|ed|ing)?|back|repris(?:e|es|ed|ing)|play(?:s|ed|ing)?|portray(?:s|ed|ing)?|voic(?:e|es|ed|ing)"
    r"|feature(?:s|d)?|host(?:s|ed|ing)?|present(?:s|ed|ing)?|the judges|judges?|promoted|upgraded|cast|regulars?|recurring"
    r"|round(?:s|ed)? out|head to|seen|in it|signed|tapped|at the helm|aboard))\b"
)
"""Names that do what cast does: star, join, return, play."""
_IN_BRACKETS = re.compile(rf"(?<=[\w”\"’']) \((?:played by )?(?P<actor>{_FULL})\)")
_BETWEEN = re.compile(r", and |, along with |, plus |, | and | & | as well as ")
_WORK = re.compile(
    r"\b(?:Season|Series|Episode|Part|Netflix|ABC|NBC|CBS|FOX|Fox|CW|HBO|BBC|ITV|Channel|Studios?|Television|TV"
    r"|Prime|Disney|Hulu|Apple|News|Show|The|ALERT|Is|Are)\b"
)
_HONOUR = re.compile(r"^(?:Dame|Sir|Both|And|But|With|Also|Stars?|Actors?|Newcomers?) ")
_BY = re.compile(
    r"(?i)(?:\b(?:by|from|told|of|about|producers?|writers?|directors?|creators?|showrunners?)(?: \w+)?|from) $"
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
    for actor in [*_in_brackets(text), *_in_lists(text)]:
        if actor not in found.values():
            found.setdefault(actor, None)
    return [Role(actor, role, sentence) for actor, role in found.items()]


def _in_brackets(text: str) -> list[str]:
    """Actors in brackets behind whom they play: “a lonely student (Song Kang)”, not “Mo Ali (Spider-Man)”."""
    made = []
    for match in _IN_BRACKETS.finditer(text):
        before = re.search(rf"({_FULL})$", text[: match.start()])
        credit = before is not None and _is_name(before[1]) and not _is_name(match["actor"])
        if not credit and not _WORK.search(match["actor"]):
            made.append(match["actor"])
    return made


def _in_lists(text: str) -> list[str]:
    """Names that a word before or behind calls cast; one known first name vouches for a whole list."""
    made = []
    for pattern in (_STARRING, _CALLED, _DO):
        for match in pattern.finditer(text):
            lead = text[match.start() : match.start("list")]
            if _CREW.search(lead) or (pattern is _DO and _BY.search(text[: match.start()])):
                continue
            bare = re.sub(r" \([^()]*\)", "", match["list"])
            names = [_HONOUR.sub("", name.strip()) for name in _BETWEEN.split(bare)]
            names = [re.sub(r"(?<!\b[JS]r)\.$|['’]s?\.?$", "", name) for name in names if len(name.split()) >= 2]
            sure = any(_is_name(name) for name in names)
            made += [name for name in names if sure and not _WORK.search(name)]
    return made


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
