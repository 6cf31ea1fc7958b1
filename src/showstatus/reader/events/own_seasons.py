"""Which season is named with a title, or told of all titles of a list? From where it stands beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from showstatus.reader.cues.groups import groups_of
from showstatus.reader.lexicon import PLATFORM, SEASON, SHOW
from showstatus.reader.mentions.marked import Marked
from showstatus.reader.mentions.numbers import SeasonMention

_WHOSE = (
    r"(?:(?:(?:which|that) (?:is|was) )?(?:(?:now|currently|already|both|just|still) )?"
    r"(?:in|into|on|enters|entering|entered|begins|beginning|starting|gets|got|with|has)"
    r" (?:the middle of )?(?:its|their|an?|the)|for(?: (?:its|their|an?|the))?|after(?: (?:just|only))?"
    r"|[,(]? ?(?:(?:which|that) (?:is|was|had been|has been) )?(?:in the middle of|(?:mid|half|part)-?way through"
    r"|shooting|filming|working on|(?:about|set) to (?:start|begin|shoot|film))(?: (?:its|their|the))?)"
)
"""What stands between a title and its season: “X, now in its third season”, “X gets a second season”."""


_PART = r"(?: (?:premiere|opener|debut|return|launch|finale|closer|renewal|pick-?up|order|trailer|shoot|production))?"
"""What of a season may stand between it and its show: “the season 3 premiere of X”."""


_BEHIND = re.compile(
    rf"(?: [,(:\"”’'–-])*(?: 's)?"
    rf"(?: (?:(?!(?:and|or|plus|then|but|with|whose) )[a-z-]+|Anime|TV)|(?: the latter)? {_WHOSE})?(?: [(])?"
    rf" ({SEASON})(?! (?:of|for) (?:[\w'’-]+ ){{0,4}}(?:[\"“‘'] )?{SHOW})"
)
_AHEAD = re.compile(rf"({SEASON}){_PART} (?:of|for|to) (?:{SHOW} 's )?(?:[\w'’-]+ ){{0,5}}?[\"“‘']? ?$")


def own_season(sentence: Marked, at: int, *, ahead: bool = True) -> SeasonMention | None:
    """The season that is named with a title: “X season 2”, “season 2 of X”, “X's second season”, “X (Season 2)”.

    What stands before a title is not looked at unless `ahead`: “season 2 of X and Y” is of both.
    """
    after = _BEHIND.match(sentence.text[at + 1 : at + 90])
    if after:
        found = sentence.mentions[at + 1 + after.start(1)]
        return found if isinstance(found, SeasonMention) else None
    first = max(0, at - 80)
    if not ahead:
        return None
    before = _AHEAD.search(sentence.text[first:at])
    earlier = sentence.mentions[first + before.start(1)] if before else None
    return earlier if isinstance(earlier, SeasonMention) else None


def shared_season(sentence: Marked, places: Sequence[int]) -> list[SeasonMention | None]:
    """For each show of a list the season that the list names for all, or one by one: “X and Y for a second season”."""
    nothing: list[SeasonMention | None] = [None] * len(places)
    if len(places) < 2 or min(places) < 0:
        return nothing
    text, last = sentence.text, max(places)
    behind = _FOR_ALL.match(text, last + 1)
    season = sentence.mentions.get(behind.start(1)) if behind else None
    if not isinstance(season, SeasonMention) or any(
        own_season(sentence, at, ahead=False) for at in places if at != last
    ):
        return _by_runs(sentence, places)
    if len(season.listed) == len(places) and (len(season.listed) > 2 or " respectively" in text):
        order = dict(zip(sorted(places), season.listed, strict=True))
        return [replace(season, numbers=(order[at],)) for at in places]
    return [season] * len(places)


def _by_runs(sentence: Marked, places: Sequence[int]) -> list[SeasonMention | None]:
    """The seasons of a list in runs: “X, Y and Z for second seasons, and A for a fourth”."""
    found: list[SeasonMention | None] = [None] * len(places)
    run: list[int] = []
    for number in sorted(range(len(places)), key=lambda n: places[n]):
        run.append(number)
        behind = _FOR_EACH.match(sentence.text, places[number] + 1)
        season = sentence.mentions.get(behind.start(1)) if behind else None
        if isinstance(season, SeasonMention):
            joined = len(run) > 1 and " and " in sentence.text[places[run[-2]] : places[number]]
            if joined or sentence.sentence.text[season.start : season.end].endswith("s"):
                found = [season if n in run else old for n, old in enumerate(found)]
            run = []
    return found


def in_list(sentence: Marked, at: int) -> SeasonMention | None:
    """The season that is told of all shows of the list in which a title stands: “X and Y for their third seasons”."""
    for group in groups_of(sentence):
        places = [place for place, _ in group]
        if at in places:
            owning = [place for place in places if place < at and own_season(sentence, place, ahead=False)]
            rest = places[places.index(owning[-1]) + 1 if owning else 0 :]
            return shared_season(sentence, rest)[rest.index(at)]
    return None


def years_of(sentence: Marked, at: int) -> int:
    """How many seasons a show has had by what it is called: “freshman drama X”, “X, a sophomore comedy”; else 0."""
    text = sentence.text
    called = (
        _YEARS.search(text)
        if at < 0
        else _CALLED.search(text[max(0, at - 70) : at]) or _CALLED_AFTER.match(text[at + 1 :])
    )
    return _GRADES.get(called[1].lower(), 0) if called else 0


_GRADES = {"freshman": 1, "rookie": 1, "first-year": 1, "sophomore": 2, "second-year": 2, "third-year": 3}
_YEAR = (
    rf"({'|'.join(_GRADES)}) (?:[a-z-]+ ){{0,2}}?(?:drama|comedy|dramedy|sitcom|show|procedural|thriller|hit|series)"
)
_YEARS = re.compile(rf"(?i) {_YEAR}(?= )")
_CALLED = re.compile(rf"(?i) {_YEAR}(?: series)?[ ,\"“‘']*$")
_CALLED_AFTER = re.compile(rf"(?i)[ \"”’']* , (?:(?:a|an|the|its|'s|{PLATFORM}|\w+) ){{0,4}}{_YEAR}(?= )")
_FOR_ALL = re.compile(
    rf"(?! , the (?:latter|last|former) )(?: [\"”’',])*(?: [^{SHOW}{SEASON};:().]*?)?"
    rf" (?:for|with|to|get|gets|got|have|has|will get|will have|each get)"
    rf"(?: both| each)?(?: (?:a|an|their|its|the))? ({SEASON})(?= )"
)
"""What stands between the last show of a list and the season that is told of them all."""
_FOR_EACH = re.compile(
    rf"(?: [\"”’',])*(?: \( [^()]* \))? (?:for|with|to)(?: both| each)?(?: (?:a|an|their|its|the))? ({SEASON})(?= )"
)
