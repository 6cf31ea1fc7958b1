"""Of which season is a phrase? Of that inside it, in its clause, or the only one of its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from showstatus.reader.cues.arguments import shows_of
from showstatus.reader.cues.cue import DECISIONS, Cue
from showstatus.reader.cues.groups import groups_of
from showstatus.reader.events.own_seasons import own_season
from showstatus.reader.lexicon import DATE, SEASON, SHOW
from showstatus.reader.mentions.marked import Marked
from showstatus.reader.mentions.numbers import SeasonMention
from showstatus.reader.mentions.title import TitleMention

_OF_TIME = re.compile(
    r"(?i) (?:after|before|ahead of|following|since|during|end of|midway through|until)(?: (?:the|its|of|end))*"
    r"(?: (?:the )?(?:[^ ,;]+ ){1,4}'s)? $"
)
_SAYS = re.compile(
    r"(?i) (?:told|said|says|tells|knows?|confirm(?:s|ed)|reveal(?:s|ed)|will|would|could|has|have|is|are)(?= )"
)
"""What tells of something else behind a premiere: “whose first part began on Sunday, said that a second series …”."""
_OF_TIME_AFTER = re.compile(
    r"(?i)^ (?:finale|premiere|opener|ended|ends|cliffhanger|ender|had|has yet|wraps|even)(?= )"
)


_JOINED = re.compile(r"(?i)(?: ,)? (?:join\w*|alongside|along with) (?:\S+ )*?(?:renewed|recommissioned)(?= )")
"""A renewal told of others before, whose seasons are their own: “joining the already renewed X”."""


def season_of(sentence: Marked, cue: Cue, here: Sequence[Cue]) -> SeasonMention | None:
    """The season a cue is about: inside it, behind it or before it in its clause, else the only one of the sentence."""
    if _JOINED.match(sentence.text[cue.start : cue.end]):
        return None
    said_of = _said_of(sentence, cue)
    if said_of is not None:
        return said_of
    if cue.kind == "premiered" and _BEFORE_IT.search(sentence.text[: cue.start] + " "):
        return None
    alone, titles = len(groups_of(sentence)) < 2, sentence.of(TitleMention)
    owned = {
        id(own_season(sentence, other, ahead=not alone or other != titles[0][0])) for other, _ in titles
    } if len(titles) > 1 else set()  # fmt: skip
    free = [
        pair
        for pair in sentence.of(SeasonMention)
        if id(pair[1]) not in owned and not _is_inserted(sentence, pair[0], cue)
    ]
    if len(titles) > 1:
        mine = {at for at, _ in shows_of(sentence, cue)}
        others = [at for at, _ in titles if at not in mine]
        free = [pair for pair in free if not _is_parted(sentence, pair[0], cue, mine, others)]
    free = [pair for pair in free if not _BESIDE.search(sentence.text[max(0, pair[0] - 40) : pair[0]])]
    inside = sentence.of(SeasonMention, cue.start, cue.end)
    behind = [pair for pair in free if cue.end <= pair[0] < cue.clause[1]]
    before = [pair for pair in free if cue.clause[0] <= pair[0] < cue.start]
    if cue.kind in ("window", "premiered", "finale"):
        behind = [pair for pair in behind if not _is_decided_behind(here, cue, pair[0])]
        before = [pair for pair in before if not _PARTS.search(sentence.text[pair[0] : cue.start] + " ")]
    behind = [pair for pair in behind if not _OF_TIME_AFTER.match(sentence.text[pair[0] + 1 :])]
    if cue.kind in ("premiered", "finale", "ended"):
        behind = [pair for pair in behind if not _SAYS.search(sentence.text[cue.end : pair[0]])]
        ordered = [other for other in here if other is not cue and other.kind in DECISIONS]
        before = [pair for pair in before if not any(other.start <= pair[0] < other.end for other in ordered)]
    if cue.kind in ("renewed", "returns", "window", "pending", "filming-started"):
        behind = [pair for pair in behind if not _OF_TIME.search(sentence.text[max(0, pair[0] - 50) : pair[0]])]
        before = [pair for pair in before if not _OF_TIME.search(sentence.text[max(0, pair[0] - 50) : pair[0]])]
    behind = [
        pair for pair in behind if not any(other.start <= pair[0] < other.end for other in here if other is not cue)
    ]
    close = [pair for pair in before[-1:] if len(sentence.text[pair[0] : cue.start].split()) <= 3]
    close = close or _inserted(sentence, cue, free)
    told_of = close if cue.phrase.voice == "passive" and cue.kind not in DECISIONS else []
    for mentions in (inside, told_of, behind[:1], before[-1:]):
        if mentions:
            return mentions[0][1]
    every = [
        s for at, s in free
        if not _is_decided_behind(here, cue, at)
        and not _OF_TIME_AFTER.match(sentence.text[at + 1 :])
        and not _OF_TIME.search(sentence.text[max(0, at - 50) : at])
        and not (cue.kind == "window" and any(o.start <= at < o.end and o.kind == "renewed" for o in here))
        and not (cue.kind == "final" and any(o.kind == "cancelled" and o.start <= at < o.end for o in here))
        and not (_IS_WHICH.search(sentence.text[: cue.start] + " ") and _is_decided(sentence, s, cue, here))
    ]  # fmt: skip
    goes_on = sentence.text.startswith(" ;", cue.clause[0])
    return every[0] if alone and len(every) == 1 and (goes_on or cue.kind not in ("premiered", "finale")) else None


_BEFORE_IT = re.compile(
    r"(?i) (?:before|after|since|when|until) (?:it|the (?:show|series|drama|comedy|sitcom|thriller))"
    r" (?:had |even |first )*$"
)
"""What goes before the premiere of a show, whichever season is told of beside it: “renewed before it launched”."""


_PARTED_BY = re.compile(
    rf" {SEASON}(?: of (?:the |its )?(?:[^ ,;:{SHOW}]+ ){{0,5}}[^ ,;:{SHOW}]+)?(?: [\"”’'])* ,"
    r"(?: (?:which|that) [^,;:]{3,90} ,)?(?: (?:which|that|will|would|is|was|are|were|has|had|to|be|also|now))* *$"
)
"""What stands between a season and its verb: “season 3 of the comedy, which began in May, wraps in June”."""


def _inserted(sentence: Marked, cue: Cue, free: Sequence[tuple[int, SeasonMention]]) -> list[tuple[int, SeasonMention]]:
    """The season that a phrase has for its subject over what is inserted between them."""
    ahead = sentence.text[: cue.start] if free and cue.phrase.voice == "passive" else ""
    parted = _PARTED_BY.search(ahead) if " ," in ahead else None
    return [pair for pair in free if parted and pair[0] == parted.start() + 1]


_RELATIVE = re.compile(r" , (?:(?:on|in|for|of) )?(?:which|that) ")
_OF_RELATIVE = re.compile(rf"(?<!{SHOW} )({SEASON})(?: of(?: [\"“‘'])? {SHOW}(?: [\"”’'])*)?$")


def before_which(sentence: Marked, cue: Cue) -> SeasonMention | None:
    """The season that a clause is told of which it begins with: “season 2, which dropped in July, …”."""
    *_, last = [None, *_RELATIVE.finditer(sentence.text, 0, cue.start + 1)]
    near = last is not None and len(sentence.text[last.end() : cue.start].split()) <= _FEW
    told = _OF_RELATIVE.search(sentence.text[: last.start()]) if last is not None and near else None
    own = sentence.mentions.get(told.start(1)) if told else None
    return own if isinstance(own, SeasonMention) else None


_FEW = 4


def of_clause(sentence: Marked, cue: Cue) -> SeasonMention | None:
    """The season that the clause of a phrase begins with: “more of X, though season 2 is not on until May”."""
    which = before_which(sentence, cue)
    ahead = sentence.text[cue.clause[0] : cue.start]
    seasons = [found for _, found in sentence.of(SeasonMention, cue.clause[0], cue.start)]
    alone = (
        cue.clause[0] > 0 and SHOW not in ahead and len(seasons) == 1 and not _OF_TIME.search(ahead.split(SEASON)[0])
    )
    return which or (seasons[0] if alone else None)


def _is_decided_behind(here: Sequence[Cue], cue: Cue, at: int) -> bool:
    """Whether a season is that of a decision behind: “premieres on 5 July and is renewed for a second season”."""
    decided = (other for other in here if other.kind in ("renewed", "cancelled", "saved") and other.start >= cue.end)
    return cue.kind in ("window", "premiered", "finale") and any(other.start <= at for other in decided)


_PARTS = re.compile(r"(?i) (?:ahead of|before|prior to|in advance of) ")
"""What stands between a season and the day of the one before: “renewed for season 4 ahead of Friday's return”."""
_WHICH = re.compile(r"(?i)^ (?:[,(] )?(?:which|that)(?= )|^ \( ")
_OWNED = re.compile(rf"{SHOW}(?: [\"”’'])*(?: 's)? $")
"""What stands before a season that is named with the last of several shows."""
_RIGHT_BEFORE = re.compile(rf"({SEASON})(?: of(?: the)?(?: [\"“‘'])* {SHOW})?(?: [\"”’'])*$")


def _said_of(sentence: Marked, cue: Cue) -> SeasonMention | None:
    """The season of which a clause tells that begins right behind it: “the second season, which began in May, …”."""
    first = cue.clause[0]
    opens = _WHICH.match(sentence.text[first : cue.start + 1])
    if (
        opens is None
        or " , " in sentence.text[first + opens.end() : cue.start]
        or SEASON in sentence.text[cue.start : cue.end]
        or (cue.kind == "premiered" and " first " in sentence.text[cue.start : cue.end])  # that is of the show
    ):
        return None
    before = _RIGHT_BEFORE.search(sentence.text[max(0, first - 40) : first])
    if before and len(sentence.of(TitleMention)) > 1 and _OWNED.search(sentence.text[: first - len(before[0])]):
        return None
    found = sentence.mentions.get(max(0, first - 40) + before.start(1)) if before else None
    return found if isinstance(found, SeasonMention) else None


_INSERTED = re.compile(
    r" , (?:whose|after|following|having|with) (?:[^,;()]{1,90}) , (?=(?:will|is|was|has|had|to|gets|returns)(?= ))"
)


def _is_inserted(sentence: Marked, at: int, cue: Cue) -> bool:
    """Whether a season is only named in what is inserted: “X, whose first season came in May, is back in July”."""
    spans = [found.span() for found in _INSERTED.finditer(sentence.text)]
    return any(first < at < last - 2 and not first < cue.start < last - 2 for first, last in spans)


_AROUND_ITS_START = re.compile(
    r"(?i) (?:ahead of|before|prior to|in advance of|after|following|since)(?: (?:its|the|their|\S+ 's))"
    rf"(?: (?:[a-z-]+|'s|{DATE})){{0,4}}? (?:premiere|debut|launch|bow|return|release|arrival)\b"
)


_NOW_IN = re.compile(
    r"(?i)[ ,\"”’']*(?:(?:which|that) is )?(?:now|currently|already|still) (?:in|into|on|airing) (?:its|the) $"
)


def so_far(sentence: Marked, at: int, cue: Cue, season: SeasonMention | None) -> SeasonMention | None:
    """The season that is on where more are decided: “X, now in its 23rd season, has been renewed” has had 23."""
    if season is None or not season.numbers or cue.kind not in ("renewed", "cancelled", "saved", "moved"):
        return season
    place = next((place for place, found in sentence.mentions.items() if found is season), -1)
    now = place > at >= 0 and _NOW_IN.fullmatch(sentence.text, at + 1, place)
    return replace(season, numbers=(), aired=max(season.numbers)) if now else season


def one_before(sentence: Marked, cue: Cue, season: SeasonMention | None, here: Sequence[Cue]) -> SeasonMention | None:
    """The season that comes where one more is ordered before: “renewed for a third season ahead of its return”."""
    if season is None or cue.kind not in ("window", "premiered") or len(season.numbers) != 1 or season.numbers[0] < 2:
        return season
    place = next((at for at, found in sentence.mentions.items() if found is season), cue.start)
    ordered = any(other.kind == "renewed" and other.mood == "said" and other.start < place for other in here)
    around = _AROUND_ITS_START.search(sentence.text, place, cue.end) if ordered and place < cue.start else None
    return replace(season, numbers=(season.numbers[0] - 1,)) if around else season


_BESIDE = re.compile(
    r"(?i) (?:back[ -]to[ -]back with|in tandem with|simultaneously with|at the same time as|unlike"
    r"|compared (?:to|with)|than)(?: (?:the|its|those of))? $"
)
"""What stands before a season that something is only told beside: “shot back to back with the first”."""
"""What is said of a season between it and its verb: “the second series, which went to Cork, was launched in May”."""
_OF_ANOTHER = re.compile(r"^ of (?:the (?:[a-z-]+ ){1,3})?[A-Z]")


def _is_parted(sentence: Marked, at: int, cue: Cue, mine: set[int], others: Sequence[int]) -> bool:
    """Whether a season is that of another show: it is said to be, or that show stands between it and the phrase."""
    if not mine:
        return False
    if _OF_ANOTHER.match(sentence.text[at + 1 :]):
        return True
    if at < cue.start:
        return any(other < at for other in others) and any(at < own < cue.start for own in mine)
    last = max((own for own in mine if own < at), default=-1)
    return any(max(cue.end, last) <= other < at for other in others)


_IS_WHICH = re.compile(r"(?i) (?:which|that)(?: (?:will|is|was|has|had|also|first|only|[a-z]+ly))* +$")
"""What makes of a phrase one that is told of its show: “X, which starts on Friday, gets a second season”."""
_SINCE = re.compile(r"(?i) (?:after|since|following|despite|when|before)(?= )")


def is_taken(sentence: Marked, season: SeasonMention | None, cue: Cue, here: Sequence[Cue]) -> bool:
    """Whether a season is that of a decision beside a premiere: “gets a second season after it began on 3 May”."""
    if season is None or cue.kind != "premiered" or not _SINCE.search(sentence.text[cue.clause[0] : cue.end]):
        return False
    return _is_decided(sentence, season, cue, here)


def _is_decided(sentence: Marked, season: SeasonMention, cue: Cue, here: Sequence[Cue]) -> bool:
    decided = [other for other in here if other is not cue and other.kind in DECISIONS]
    return any(
        season is found for other in decided
        for _, found in sentence.of(SeasonMention, other.start, end_with_season(sentence, other))
    )  # fmt: skip


_FOR_WHAT = re.compile(rf"(?: (?:a|an|its|their|the|another))?(?: [a-z-]+)? {SEASON}(?! of )")
_FOR = re.compile(r" (?:for|through)(?= )")
_TO = re.compile(r"(?: to| for| on)$")


def end_with_season(sentence: Marked, cue: Cue) -> int:
    """Where a phrase ends with the season right behind it: “season 2 is out, and it has said yes to a third”."""
    ahead = _FOR.match(sentence.text, cue.end)
    first = ahead.end() if ahead else cue.end
    able = cue.kind in DECISIONS and (ahead or _TO.search(cue.phrase.source))
    behind = _FOR_WHAT.match(sentence.text, first) if able else None
    return behind.end() if behind else cue.end
