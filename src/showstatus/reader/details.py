"""What does a short line below an entry tell of it? “Released on Netflix: June 30”, “Premieres: Monday, Sept. 12”."""

from __future__ import annotations

import re

from showstatus.reader.lexicon import DATE
from showstatus.reader.mentions import Marked

_COMES = (
    r"premieres?|premiere date|series premiere|airs|air ?dates?|launche?s?|release|release date|returns?|return date"
    r"|debuts?|starts?|begins?|arrives|coming|first (?:episode|broadcast|airing|air date)|broadcast"
    r"|when can (?:i|you|we) (?:watch|see) it"
    r"|when (?:is it on|does it (?:start|air|premiere|return|arrive))|where and when|when and where"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days (?:beginning|starting|from)"
)
_CAME = r"premiered|aired|launched|released|debuted|started|began|original air ?date|first aired"
_ENDS = r"last episode|final episode|finale|season finale|series finale|ends|ended|last air ?date"
_KINDS = (("window", _COMES), ("premiered", _CAME), ("finale", _ENDS))
_AHEAD = r"(?i)^ (?:(?:world|expected|official|season|series|new|next|us|uk) )*"
_ASIDE = rf"(?: (?:globally|worldwide|date|on|in|for|at|here))*(?: [^ :?]+)? [^{DATE}]{{0,9}}{DATE}"
_DATED = tuple((kind, re.compile(rf"{_AHEAD}(?:{words}){_ASIDE}")) for kind, words in _KINDS)
_DETAIL = re.compile(
    rf"{_AHEAD}(?:{_COMES}|{_CAME}|{_ENDS}|starring|number of (?:seasons|episodes)|episodes?)(?= )"
    r"(?!.* (?:shows|series|dramas) )"
)
_LABELLED = re.compile(r"^ [A-Z][a-z’'-]+(?: [a-z’'-]+){0,4} : \S")


def is_detail(line: Marked) -> bool:
    """Whether a short line tells a detail of the entry above it, and is no heading of its own."""
    return bool(_DETAIL.match(line.text) or _LABELLED.match(line.text))


def told_by(line: Marked) -> str | None:
    """What kind of event a detail with a date is."""
    return next((kind for kind, pattern in _DATED if pattern.match(line.text)), None)
