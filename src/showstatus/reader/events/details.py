"""What does a short line below an entry tell of it? “Released on Netflix: June 30”, “Premieres: Monday, Sept. 12”."""

from __future__ import annotations

import re

from showstatus.reader.lexicon import DATE, PLATFORM, SEASON
from showstatus.reader.mentions.marked import Marked

_COMES = (
    r"premieres?|premiere date|series premiere|airs|air ?dates?|launche?s?|release|release date|returns?|return date"
    r"|debuts?|starts?|begins?|arrives|coming|first (?:episode|broadcast|airing|air date)|broadcast"
    r"|when can (?:i|you|we) (?:watch|see) it"
    r"|when (?:is it on|does it (?:start|air|premiere|return|arrive))|where and when|when and where"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days (?:beginning|starting|from)"
)
_CAME = r"premiered|aired|launched|released|debuted|started|began|original air ?date|first aired"
_ENDS = (
    r"episode \d+ \( (?:season |series )?finale \)|last episode|final episode|finale|season finale|series finale|ends"
    r"|ended|last air ?date"
)
_KINDS = (("window", _COMES), ("premiered", _CAME), ("finale", _ENDS))
_AHEAD = r"(?i)^ (?:(?:world|expected|official|season|series|new|next|us|uk) )*"
_ASIDE = rf"(?: (?:globally|worldwide|date|on|in|for|at|here))*(?: [^ :?]+)? [^{DATE}]{{0,9}}{DATE}"
_DATED = tuple((kind, re.compile(rf"{_AHEAD}(?:{words}){_ASIDE}")) for kind, words in _KINDS)
_DETAIL = re.compile(
    rf"{_AHEAD}(?:{_COMES}|{_CAME}|{_ENDS}|starring|number of (?:seasons|episodes)|episodes?)(?= )"
    r"(?!.* (?:shows|series|dramas) )"
)
_LABELLED = re.compile(r"^ [A-Z][a-z’'-]+(?: [a-z’'-]+){0,4} : \S")


_ONLY_DAY = re.compile(rf" (?:(?:on|from|in|coming|due|starts|out) )?{DATE} \. ", re.IGNORECASE)
"""A sentence that is nothing but the day: “7 November.”"""


_VERBLESS = re.compile(
    rf"(?: {PLATFORM} [:!,])?(?: the)? {SEASON}(?: [,:!])?(?: (?:due|out|coming|expected|set))?"
    rf"(?: (?:in|on|from|for))? {DATE} \. ",
    re.IGNORECASE,
)
"""A season with its day and no verb: “Netflix: season two in 2024.”"""


def is_detail(line: Marked) -> bool:
    """Whether a short line tells a detail of the entry above it, and is no heading of its own."""
    return bool(_DETAIL.match(line.text) or _LABELLED.match(line.text))


def is_status(line: Marked) -> bool:
    """Whether a line tells how the entry above it stands: “Status: renewed in December”."""
    return bool(_STATUS.match(line.text))


_STATUS = re.compile(r"(?i) (?:current |renewal )?(?:status|fate|verdict|renewal|outlook|future) :")


def told_by(line: Marked) -> str | None:
    """What kind of event a detail with a date is."""
    if _ONLY_DAY.fullmatch(line.text) or _VERBLESS.fullmatch(line.text):
        return "window"
    return next((kind for kind, pattern in _DATED if pattern.match(line.text)), None)
