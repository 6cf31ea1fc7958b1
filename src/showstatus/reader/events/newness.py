"""Which shows does a text present as new? By what it calls them where it names them: “a new drama”, “is based on …”."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from showstatus.reader.cues.groups import COMPARED, groups_of, in_credits, titles_of
from showstatus.reader.events.event import Event, plain_event
from showstatus.reader.events.own_seasons import own_season
from showstatus.reader.lexicon import PLATFORM, SEASON, SHOW
from showstatus.reader.mentions.marked import Marked
from showstatus.reader.mentions.numbers import SeasonMention

_SHOWS = (
    r"(?:series|miniseries|docuseries|dramas?|dramedy|dramedies|comed(?:y|ies)|sitcoms?|thrillers?|shows?|anime"
    r"|programm?e?s?|projects?|originals?|soaps?|adaptations?|titles)"
)
_CALLED = rf"(?:[^ ,;:.(){SHOW}{SEASON}]+ )"
_AHEAD = re.compile(
    rf"(?i) (?:limited series|miniseries|mini-series) [\"“‘' ]*$"
    rf"| (?:(?:brand[- ])?new(?:est)?|upcoming|forthcoming|first-ever|newly (?:ordered|commissioned|announced)"
    rf"|spin-?off|prequel) (?:{_CALLED}|{SHOW} ){{0,4}}?(?:{_SHOWS}|spin-?off|prequel)"
    rf"(?: {_CALLED}{{0,3}}?(?:called|titled|entitled))?"
    r"(?: (?:are|is|include|includes|included|including|such as|like|series|:))?(?: (?:the|a|an))? (?:[:,\"“‘'] )*$"
    r"| (?:first episode|series premiere|world premiere|debut|pilot|pilot episode) of (?:the )?[\"“‘' ]*$"
)
"""What stands before a show that is new: “its new crime drama X”, “the first episode of X”."""
_BEHIND = re.compile(
    rf"(?i)(?: [\"”’',])* (?:[\[(] (?:series (?:premiere|debut)|new(?: series)?|w/t|working title) [\])]"
    rf"|(?:, )?(?:is |are )?(?:the|a|an|its|both|all)? ?(?:(?:much|highly|long|hotly)[- ](?:anticipated|awaited) )?"
    rf"(?:brand[- ])?(?:new|upcoming|forthcoming)(?! (?:season|episode|day|slot|home|time|york|york's|zealand|year|look"
    rf"|cast|deal|order|run|face|trailer|teaser|poster|format|hour|zealand's|york's|series of))"
    rf" {_CALLED}{{0,4}}?{_SHOWS}(?= )"
    r"|(?:is |are )(?:all |both )?(?:brand[- ])?new to "
    rf"|(?:, )?(?:{PLATFORM}(?: 's)?|its|the|an?) (?:[a-z-]+ )?(?:limited series|miniseries|mini-series)(?= )"
    r"|(?:,| is| ,) an? (?:[a-z-]+ ){0,2}?(?:adaptation|reboot|remake|spin-?off|prequel) )"
)
"""What stands behind one: “X (series premiere)”, “X, a new drama”, “X is a reboot of …”."""
_A_SERIES = re.compile(
    rf"(?: [\"”’'])* , {SEASON}"
    r"(?= (?:with|about|from|that|starring|set|in|by|on|where|following|which|based|created|,))"
)
"""“X, a new series about …”: not a further one of X."""
_DESCRIBED = re.compile(
    rf"(?i)(?: [\"”’'])* (?:,|is) an? (?!(?:sophomore|hit|long-running|veteran|returning|popular) )"
    rf"{_CALLED}{{0,4}}?{_SHOWS}(?! that has|'s)(?= )"
)
"""“X, a thriller about …”: what readers know need not be described to them so."""
_PREMISE = re.compile(
    r"(?i)(?: [\"”’'])*(?: ,)?(?: and)? (?:(?:is|will be) (?:based on|set in|set to star|adapted from)"
    r"|(?:based on|adapted from|inspired by) (?:the|a|an)"
    r"|dramati[sz]es|(?:will )?tells? the (?:true )?(?:story|tale)"
    r"|will (?:star|follow|centre|center|explore|see|tell))(?= )"
)
"""What a piece says of a show that nobody knows yet."""
_AMONG = re.compile(
    rf"(?i)(?:^| )(?:among|other|the|our|its|two|three|four|five|six|several)(?: the| our| its)?(?: other)? "
    rf"(?:brand[- ])?new {_CALLED}{{0,3}}?{_SHOWS} "
    rf"(?:(?:also|that|which|are|were|is|on|for|{PLATFORM}|the|way|slate) )*"
    r"(?:are|include|includes|is) $"
)
"""What stands before all new shows that a sentence names: “Among the new dramas are X, …; Y, …; and Z”."""
_AGAIN = re.compile(
    r"(?i)\b(?:return(?:s|ed|ing)?|back|again|renew\w*|another|new season|new episodes|resum\w+|continu\w+|finale"
    r"|final|last|cancel\w+|axed|ended|ending|aired|premiered|debuted|launched|began|ran)\b"
)
"""What is said of a show that has been seen already."""


def called_new(sentences: Sequence[Marked]) -> frozenset[str]:
    """The keys of the shows that a text presents as new, but for those of which it names a later season."""
    found: set[str] = set()
    known: set[str] = set()
    for line in sentences:
        known |= {key for at, key in titles_of(line) if SEASON in line.text and _is_later(own_season(line, at))}
        start = line.text.find(SHOW)
        every = start >= 0 and _AMONG.search(line.text[:start]) and not _AGAIN.search(line.text)
        for group in groups_of(line):
            if every or _is_new(line, group[0][0], group[-1][0]):
                found |= {mention.key for _, mention in group}
    return frozenset(found - known)


def _is_later(season: SeasonMention | None) -> bool:
    return season is not None and (max(season.numbers, default=0) > 1 or season.aired > 1)


def _is_new(line: Marked, first: int, last: int) -> bool:
    ahead, behind = line.text[max(0, first - 110) : first], line.text[last + 1 : last + 130]
    if COMPARED.search(ahead[-60:]) or in_credits(line.text, first):
        return False
    if _AHEAD.search(ahead) or _BEHIND.match(behind) or _A_SERIES.match(behind) or _PREMISE.match(behind):
        return True
    return bool(_DESCRIBED.match(behind)) and not _AGAIN.search(line.text)


def presented(sentences: Sequence[Marked], told: Sequence[Event], new: Collection[str]) -> list[Event]:
    """That a new show is being made, where nothing else is told of it."""
    seen = {event.show for event in told}
    made = []
    for line in sentences:
        for _, key in titles_of(line):
            if key in new and key not in seen:
                seen.add(key)
                made.append(replace(plain_event("production", key, None, line, direct=True), seasons=(1,)))
    return made
