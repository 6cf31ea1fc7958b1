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
_LEAVES = re.compile(
    r"(?i)\b(?:left (?:the|after|before|behind|for|in|last)|has left|leav(?:es|ing)|exit(?:s|ed|ing)?"
    r"|depart(?:s|ed|ing)?|no longer|gone for good|killed off|is off|is out|gave up|won['’]t be back)\b"
)
_CAP = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢİŁŃŇŌŐŒŘŚŞŠŤŪŮŰŹŻŽ]"
_FULL = rf"{_CAP}[\w'’-]*\.?(?: (?:{_CAP}[\w'’-]*\.?|de|van|von|der|la|del|al|bin|[\"“][\w. ]{{1,20}}[\"”])){{1,3}}"
_SOME_NAME = re.compile(rf"{_FULL}|{_NAME}")
_OTHER_WORK = r"(?: \([^()]{0,80}\))?"
_BRIEF = rf"(?:{_FULL}|{_CAP}[\w'’-]+){_OTHER_WORK}"
_AND = r"(?:, and |, | and | & |, along with |, plus | as well as )"
_NAMES = rf"(?P<list>{_BRIEF}(?:{_AND}{_BRIEF}){{0,30}})"
_CALLED = re.compile(
    r"(?i:\b(?:(?:co-?)?starr?(?:s|ed|ing)?|(?:play|portray|voic|present|front|host|led|head|headlin)(?:ed)? by"
    r"|opposite|(?:cast|ensemble|line-?up)(?: of [^.;:]{1,30})?(?: (?:also|will|once more|again)){0,3}"
    r" (?:includ(?:es?|ed)|featur(?:es?|ed)|is|are|has|boasts)|(?:cast|ensemble|line-?up)(?: members)?:?"
    r"|(?:newcomers?|new faces|regulars)(?: (?:are|include))?|joined by|includ(?:es|ed|ing)|featur(?:es|ed|ing)"
    r"|at the helm|names of|guests?|roles? in [^.;:]{2,40}:|alongside|[td][ru]i?o of|reunites"
    r"|(?:drama|comedy|series|sitcom|show|thriller) with|judges are(?: again)?|hosts?|in the cast:|with)"
    r"(?: are| is| were| was)? (?:(?:rapper|comedian|actor|actress|dame|sir|the likes of|[\w ]{3,25}['’]s) )?)" + _NAMES
)
"""Names behind a word that calls them cast."""
_DO = re.compile(
    rf"{_NAMES}(?: ,|,)?(?i:(?: (?:will|would|are|is|were|was|have|has|also|all|both|again|once|then|been|be|now|set"
    r"|to|due|confirmed|make|made|officially|for)){0,5} (?:(?:co-|guest-|guest )?star(?:s|red|ring)?|recur|join(?:s"
    r"|ed|ing)?"
    r"|appear(?:s|ed|ing)?|return(?:s|ed|ing)?|back|repris(?:e|es|ed|ing)|play(?:s|ed|ing)?|portray(?:s|ed|ing)?"
    r"|voic(?:e|es|ed|ing)|feature(?:s|d)?|host(?:s|ed|ing)?|present(?:s|ed|ing)?|the judges|judges?|promoted"
    r"|upgraded|cast|regulars?|recurring|round(?:s|ed)? out|head to|seen|in (?:it|the)|among|signed|tapped"
    r"|at the helm|aboard))\b"
)
"""Names that do what cast does: star, join, return, play."""
_SURE = re.compile(r"(?i)\b(?:starr?(?:s|ed|ing)|(?:play|portray|voic|present|front|host)ed by) ")
_IN_BRACKETS = re.compile(rf"(?<=[\w”\"’']) \((?:played by )?(?P<actor>{_FULL})\)")
_BEFORE = re.compile(rf"({_FULL})$")
_BETWEEN = re.compile(_AND)
_WORK = re.compile(
    r"\b(?:Season|Series|Episode|Part|Netflix|ABC|NBC|CBS|FOX|Fox|CW|HBO|BBC|ITV|Channel|Studios?|Television|TV"
    r"|Prime|Disney|Hulu|Apple|News|Show|The|ALERT|Is|Are|Productions?|Features|Pictures|Films|Media|Entertainment)\b"
)
"""Words that make a run of capitals something else than a person."""
_HONOUR = re.compile(r"^(?:Dame|Sir|Both|And|But|With|Also|Stars?|Actors?|Newcomers?) ")
_BY = re.compile(r"(?i)\b(?:by|from|told|of|about|(?:produc|writ|direct|creat)(?:er|or)s?|showrunners?)(?: \w+)? $")
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
    if not _SOME_NAME.search(text):
        return []
    line = _LINE.match(text)
    if line and sentence.role != "headline" and len(line["actor"].split()) <= 4:
        return [Role(line["actor"], line["role"].strip(), sentence)]
    if _LEAVES.search(text):
        return []
    if sentence.role == "headline":
        return [Role(actor, None, sentence) for actor in _in_lists(text)]
    found: dict[str, str | None] = {}
    for pattern in (_AS, _BRACKET, _OWNED):
        for match in pattern.finditer(text):
            sure = pattern is not _OWNED and "verb" in match.groupdict() and " as" in match["verb"]
            actor, role = _HONOUR.sub("", match["actor"]), match["role"].strip(" .,")
            if pattern is _BRACKET and len(role.split()) > 1 and _is_name(role) and not _is_name(actor):
                actor, role = role, actor  # “Nora Quill (Mary Ames)”: whom an actor plays stands before
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
    """Actors in brackets behind whom they play: “a lonely student (Bo Lind)”, not “Ann Ross (Salt Road)”."""
    made = []
    for match in _IN_BRACKETS.finditer(text):
        before = _BEFORE.search(text[max(0, match.start() - 60) : match.start()])
        credit = before is not None and _is_name(before[1]) and not _is_name(match["actor"])
        if not credit and not _WORK.search(match["actor"]):
            made.append(match["actor"])
    return made


def _in_lists(text: str) -> list[str]:
    """Names that a word before or behind calls cast; one known first name vouches for a whole list."""
    made = []
    for pattern in (_CALLED, _DO):
        for match in pattern.finditer(text):
            lead = text[match.start() : match.start("list")]
            if _CREW.search(lead) or (pattern is _DO and _BY.search(text[max(0, match.start() - 40) : match.start()])):
                continue
            bare = re.sub(r" \([^()]*\)", "", match["list"])
            names = [_HONOUR.sub("", name.strip()) for name in _BETWEEN.split(bare)]
            names = [re.sub(r"(?<!\b[JS]r)\.$|['’]s?\.?$", "", name) for name in names if len(name.split()) >= 2]
            sure = len(names) > 1 or _SURE.search(lead) or any(_is_name(name) for name in names)
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
