"""Which shows, which season and which date does a phrase have? Its arguments, from where they stand in its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from showstatus.reader.cues import DECISIONS, Cue
from showstatus.reader.groups import COMPARED, enumerated, groups_of
from showstatus.reader.lexicon import DATE, PLATFORM, SEASON, SHOW, words
from showstatus.reader.mentions import Marked
from showstatus.reader.numbers import SeasonMention
from showstatus.reader.times import DateMention
from showstatus.reader.title_pool import TitleMention

IT = re.compile(
    r"(?i) (?:it|its|he|she|they|this|that|the (?:[a-z’'-]+ ){0,2}(?:show|series|drama|comedy|sitcom"
    r"|soap|programme|program|thriller|anime|cartoon|reboot|spin-?off|prequel|revival|period|crime"
    r"|medical|reality|hit))(?= )"
)
_ASIDE = re.compile(r"(?i)^ (?:while|although|though|unlike|like|as(?! for)|where)(?= )")
_WHICH = re.compile(r"(?i)^ (?:, )?(?:which|who|that) ")
_ALONG = re.compile(
    r"(?i)^(?: \S+){0,3}?(?: [,\"”’'])* (?:along with|as (?:will|is|are|does|do|was|were)"
    r"|and so (?:will|is|are)|joined by"
    r"|alongside|together with)(?: be)? (?:[\"“‘'] )?$"
)
_OTHER_WORK = re.compile(
    r"(?i)^(?: \S+)? (?:prequel|sequel|spin-?off|alum\w*|star|actor|actress|fame"
    r"|creator|veteran|universe|franchise|writer|producer)(?= )"
)
_NEW = re.compile(
    r"(?i) (?:prequel|spin-?off|new(?:est)? (?:\S+ )?(?:series|drama|comedy|show|sitcom|thriller)"
    r"|upcoming (?:\S+ )?(?:series|drama|comedy|show|thriller)|another (?:tale"
    r"|story)(?: \S+){0,3})(?: series)? ?(?:[,\"“‘'] ?)*$"
)
_NEW_AFTER = re.compile(
    r"(?i)^(?: [\"”’',])* (?:the|a|an|its) (?:(?:brand-)?new|upcoming|forthcoming|limited|\w+-part"
    r"|\w+-episode|planned) (?:\S+ ){0,4}?(?:series|drama|comedy|show|spin-?off|prequel|thriller|sitcom)(?= )"
)


def is_new(sentence: Marked, at: int) -> bool:
    """Whether a show is called new where its title stands: what is told of it then is told of its first season."""
    return bool(_NEW.search(sentence.text[max(0, at - 80) : at])) or bool(_NEW_AFTER.match(sentence.text[at + 1 :]))


def shorthand(sentence: Marked, at: int) -> tuple[int, ...]:
    """The season that is part of a title as it is written: “Mirzapur 3”."""
    mention = sentence.mentions.get(at)
    return (mention.number,) if isinstance(mention, TitleMention) and mention.number else ()


def shows_of(sentence: Marked, cue: Cue) -> list[tuple[int, str]]:
    """The shows of its own sentence that a cue is about, each with its place."""
    return [(at, mention.key) for at, mention in _group(sentence, cue)]


def _group(sentence: Marked, cue: Cue) -> list[tuple[int, TitleMention]]:
    """By the cue's voice those before or behind it, with all that are listed with them."""
    listed = enumerated(sentence, cue.end)
    if listed:
        return listed
    every = groups_of(sentence)
    relative = _WHICH.match(sentence.text[cue.clause[0] : cue.start])
    if relative and " , " not in sentence.text[cue.clause[0] + relative.end() : cue.start]:
        told = [group for group in every if group[-1][0] < cue.clause[0]][-1:]
        if told and len(sentence.text[told[0][-1][0] : cue.clause[0]].split()) <= 2:
            return told[0]
    groups = [group for group in every if not _OTHER_WORK.match(sentence.text[group[-1][0] + 1 :])]
    inside = [group for group in groups if any(cue.start <= at < cue.end for at, _ in group)]
    if inside:
        return inside[0]
    left = [
        group
        for group in groups
        if group[-1][0] < cue.start and not COMPARED.search(sentence.text[max(0, group[0][0] - 60) : group[0][0]])
    ]
    right = [group for group in groups if group[0][0] >= cue.end]
    near = right[0] if right and _reaches(sentence.text[cue.end : right[0][0][0]]) else None
    voice = cue.phrase.voice
    own = sentence.text[cue.clause[0] : cue.clause[1]]
    if SHOW not in own and IT.search(own) and (not left or _ASIDE.match(sentence.text)):
        return []
    if voice == "active":
        return near or (left[-1] if left else [])
    if voice == "noun" and left and near and _is_behind(sentence, left[-1][-1][0], cue, near[0][0]):
        return left[-1]
    if voice in ("verb", "noun") and near is not None:
        return near
    if left:
        joined = right[0] if right and _ALONG.match(sentence.text[cue.end : right[0][0][0]]) else []
        return left[-1] + joined
    return near or []


def _is_behind(sentence: Marked, before: int, cue: Cue, behind: int) -> bool:
    """Whether a noun stands right behind one title and apart from another: “gives ‘X’ a full order, cancels ‘Y’”."""
    between = sentence.text[before + 1 : cue.start].strip(" \"'’")
    return not between and " , " in sentence.text[cue.end : behind]


_GENERAL = re.compile(
    r"(?i)^(?: (?:the|their|its|all|many|some|several|other|more|most|a|few|lot|of|these|those|such))*"
    r" (?:shows|series that|things|programmes|programs|titles|projects|plans|dramas|comedies|sitcoms|originals"
    r"|everything"
    r"|anything|something|films?|movies?|games?|deals?|contracts?|people|fans)(?= )"
)
_GENERAL_BEFORE = re.compile(
    r"(?i) (?:shows|things|programmes|programs|titles|projects|plans|sitcoms|originals|everything|anything|i|we"
    r"|you|he|she"
    r"|actor|actress|host|man|woman|who)(?: (?:to|that|which|can|could|would|should|had|has|have|was|were|are"
    r"|is|been|be|being"
    r"|get|gets|got|also|will|just|not))* $"
)
_AUXILIARY = re.compile(
    r"(?:(?:^| )(?:is|are|was|were|has|have|had|been|be|being|will|also|now|just|gets|got|to|would|[a-z]+ly))+ *$"
)


def is_general(sentence: Marked, cue: Cue) -> bool:
    """Whether a decision is told of no show in particular, or of a person: “they cancel shows”, “he was sacked”."""
    if cue.kind not in DECISIONS or sentence.sentence.role in ("headline", "heading") or shows_of(sentence, cue):
        return False
    if cue.phrase.voice != "passive" and _GENERAL.match(sentence.text[cue.end :]):
        return True
    return bool(_GENERAL_BEFORE.search(sentence.text[cue.clause[0] : cue.start] + " ")) and cue.phrase.voice != "active"


def is_stranger(sentence: Marked, cue: Cue) -> bool:
    """Whether a name that is no title stands where the phrase wants its show: then it is about that."""
    if sentence.sentence.role == "headline" or (cue.kind == "pending" and SHOW in sentence.text):
        return False
    if cue.phrase.voice != "passive" and not shows_of(sentence, cue):
        behind = re.match(r" (?:(?:the|its|[\"“‘]) )*([A-Z][\w’'-]+)", sentence.text[cue.end :])
        if behind and behind[1].lower() not in words().never_titles:
            return True
    if cue.phrase.voice not in ("passive", "verb"):
        return False
    if sentence.text.startswith(" ,", cue.start) and " , " in sentence.text[: cue.start]:  # an apposition ends there
        return False
    ahead = re.sub(r" \( [^()]* \)\s*$", "", sentence.text[: cue.start] + " ").rstrip()
    last = _AUXILIARY.sub("", ahead).split()[-1:]
    return bool(last) and last[0][0].isupper() and last[0].isalpha() and last[0].lower() not in words().never_titles


def _reaches(between: str) -> bool:
    """Whether a phrase reaches the title behind it: few words between, and none that begins something else."""
    words = between.split()
    if len(words) > 7 or re.search(
        r" [;.!?(—] | (?:but|while|after|as|when|than|like|by|before|because) ", between + " "
    ):
        return False
    verbs = re.search(r" (?:is|are|was|were|has|have|will|had) ", between + " ")
    return not verbs or len(words) <= 3


def own_season(sentence: Marked, at: int, *, ahead: bool = True) -> SeasonMention | None:
    """The season that is named with a title: “X season 2”, “season 2 of X”, “X's second season”, “X (Season 2)”.

    What stands before a title is not looked at unless `ahead`: “season 2 of X and Y” is of both.
    """
    after = re.match(
        rf"(?: [,(:\"”’'–-])?(?: 's)?(?: (?:[a-z-]+|Anime|TV))?(?: [(])? ({SEASON})", sentence.text[at + 1 : at + 50]
    )
    if after:
        found = sentence.mentions[at + 1 + after.start(1)]
        return found if isinstance(found, SeasonMention) else None
    first = max(0, at - 80)
    if not ahead:
        return None
    before = re.search(rf"({SEASON}) (?:of|for|to) (?:[\w'’-]+ ){{0,5}}?[\"“‘']? ?$", sentence.text[first:at])
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
        return nothing
    if len(season.listed) == len(places) and (len(season.listed) > 2 or " respectively" in text):
        order = dict(zip(sorted(places), season.listed, strict=True))
        return [replace(season, numbers=(order[at],)) for at in places]
    return [season] * len(places)


def years_of(sentence: Marked, at: int) -> int:
    """How many seasons a show has had by what it is called: “freshman drama X”, “X, a sophomore comedy”; else 0."""
    text = sentence.text
    called = _YEARS.search(text) if at < 0 else _CALLED.search(text[max(0, at - 70) : at]) or _CALLED_AFTER.match(text[at + 1 :])
    return _GRADES.get(called[1].lower(), 0) if called else 0


_GRADES = {"freshman": 1, "rookie": 1, "first-year": 1, "sophomore": 2, "second-year": 2, "third-year": 3}
_YEAR = rf"({'|'.join(_GRADES)}) (?:[a-z-]+ ){{0,2}}?(?:drama|comedy|dramedy|sitcom|show|procedural|thriller|hit|series)"
_YEARS = re.compile(rf"(?i) {_YEAR}(?= )")
_CALLED = re.compile(rf"(?i) {_YEAR}(?: series)?[ ,\"“‘']*$")
_CALLED_AFTER = re.compile(rf"(?i)[ \"”’']* , (?:(?:a|an|the|its|'s|{PLATFORM}|\w+) ){{0,4}}{_YEAR}(?= )")
_FOR_ALL = re.compile(
    rf"(?: [\"”’',])*(?: [^{SHOW}{SEASON};:().]*?)? (?:for|with|to|get|gets|got|have|has|will get|will have|each get)"
    rf"(?: both| each)?(?: (?:a|an|their|its|the))? ({SEASON})(?= )"
)
"""What stands between the last show of a list and the season that is told of them all."""
DAY = re.compile(r"(?i)\b\d{1,2}(?:st|nd|rd|th)?\b(?!\d)|day\b|tonight")
_OF_TIME = re.compile(
    r"(?i) (?:after|before|ahead of|following|since|during|end of|midway through|until)(?: (?:the|its|of|end))* $"
)
_OF_TIME_AFTER = re.compile(
    r"(?i)^ (?:finale|premiere|opener|ended|ends|cliffhanger|ender|had|has yet|wraps|even)(?= )"
)


def season_of(sentence: Marked, cue: Cue, here: Sequence[Cue]) -> SeasonMention | None:
    """The season a cue is about: inside it, behind it or before it in its clause, else the only one of the sentence."""
    alone, titles = len(groups_of(sentence)) < 2, sentence.of(TitleMention)
    owned = {
        id(own_season(sentence, other, ahead=not alone or other != titles[0][0])) for other, _ in titles
    } if len(titles) > 1 else set()  # fmt: skip
    free = [pair for pair in sentence.of(SeasonMention) if id(pair[1]) not in owned]
    if len(titles) > 1:
        mine = {at for at, _ in shows_of(sentence, cue)}
        others = [at for at, _ in titles if at not in mine]
        free = [pair for pair in free if not _is_parted(sentence, pair[0], cue, mine, others)]
    inside = sentence.of(SeasonMention, cue.start, cue.end)
    behind = [pair for pair in free if cue.end <= pair[0] < cue.clause[1]]
    before = [pair for pair in free if cue.clause[0] <= pair[0] < cue.start]
    behind = [pair for pair in behind if not _OF_TIME_AFTER.match(sentence.text[pair[0] + 1 :])]
    if cue.kind in ("renewed", "returns", "window", "pending", "filming-started"):
        behind = [pair for pair in behind if not _OF_TIME.search(sentence.text[max(0, pair[0] - 50) : pair[0]])]
        before = [pair for pair in before if not _OF_TIME.search(sentence.text[max(0, pair[0] - 50) : pair[0]])]
    behind = [
        pair for pair in behind if not any(other.start <= pair[0] < other.end for other in here if other is not cue)
    ]
    close = [pair for pair in before[-1:] if len(sentence.text[pair[0] : cue.start].split()) <= 3]
    told_of = close if cue.phrase.voice == "passive" and cue.kind not in DECISIONS else []
    for mentions in (inside, told_of, behind[:1], before[-1:]):
        if mentions and isinstance(mentions[0][1], SeasonMention):
            return mentions[0][1]
    every = [
        (at, s)
        for at, s in sentence.of(SeasonMention)
        if id(s) not in owned
        and not _OF_TIME_AFTER.match(sentence.text[at + 1 :])
        and not _OF_TIME.search(sentence.text[max(0, at - 50) : at])
    ]
    return (
        every[0][1]
        if alone
        and len(every) == 1
        and isinstance(every[0][1], SeasonMention)
        and cue.kind not in ("premiered", "finale")
        else None
    )


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


_TOLD_ON = re.compile(
    rf"(?i) (?:said|announced|wrote|tweeted|confirmed|revealed|reported|blogged|posted|shared|told"
    rf"|broke|came|declared|unveiled|dropped)(?: [\w’'-]+){{0,4}}? ({DATE})"
)


def date_of(sentence: Marked, cue: Cue, here: Sequence[Cue]) -> DateMention | None:
    """The date a cue has: inside it, or free in its clause; a decision may have it at the beginning of the sentence."""
    inside = sentence.of(DateMention, cue.start, cue.end)
    told = _TOLD_ON.search(sentence.text)
    if told and cue.kind not in ("window", "premiered", "finale") and not (inside and cue.kind != "delayed"):
        found = sentence.mentions[told.start(1)]
        return found if isinstance(found, DateMention) else None
    if inside and isinstance(inside[-1][1], DateMention):
        return inside[-1][1]
    if cue.kind == "window" or cue.phrase.source == "S":
        return None
    taken = [other for other in here if other is not cue and other.phrase.source != "S"]
    dates = [(at, mention) for at, mention in sentence.of(DateMention) if isinstance(mention, DateMention)]
    free = [
        (at, mention)
        for at, mention in dates
        if not any(o.start <= at < o.end or (o.end <= at and len(sentence.text[o.end : at].split()) < 3) for o in taken)
    ]

    def between(at: int) -> bool:
        low, high = min(at, cue.start), max(at, cue.start)
        return any(low < other.start < high for other in taken)

    for at, mention in free:
        if cue.end <= at <= cue.clause[1] and not between(at) and len(sentence.text[cue.end : at].split()) <= 12:
            if cue.kind in DECISIONS and re.search(
                r"(?i) (?:for|until|till|through|since|of)(?: the)? $", sentence.text[cue.end : at]
            ):
                continue
            return _plainer(sentence, at, mention)
    for at, mention in reversed(free):
        if at < cue.start and (at >= cue.clause[0] or len(sentence.text[:at].split()) <= 3) and not between(at):
            return mention
    if cue.kind in DECISIONS and len(dates) == len(free) == 1 and dates[0][0] < cue.start and not between(dates[0][0]):
        return dates[0][1]
    return None


def _plainer(sentence: Marked, at: int, mention: DateMention) -> DateMention:
    """The date, or the one right behind it that says it without the day of publication: “two years ago, in 2020”."""
    behind = re.match(rf" (?:, |\( )?(?:in |on )?(?={DATE})", sentence.text[at + 1 :])
    other = sentence.mentions.get(at + 1 + behind.end()) if behind else None
    return other if mention.relative and isinstance(other, DateMention) and not other.relative else mention
