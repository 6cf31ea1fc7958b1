"""What a phrase tells, is it done or still to come? And is it the show that ends, or a season? By its words alone."""

from __future__ import annotations

import re

from showstatus.reader.cues.cue import DECISIONS, Cue
from showstatus.reader.events.days import told_on
from showstatus.reader.events.shoots import kind_of_work
from showstatus.reader.lexicon import DATE, SEASON, SHOW
from showstatus.reader.mentions.marked import Marked
from showstatus.reader.mentions.numbers import SeasonMention
from showstatus.reader.mentions.times import DateMention

_NAMED_DAY = re.compile(r"(?i) (?:premiere|debut|launch|release|return)(?= )")
_PAST = re.compile(
    r"(?i) (?:took|came|went|aired|ended|wrapped|concluded|finished|closed|began|started|resumed|commenced|entered"
    r"|kicked|completed|dropped|landed|signed|bowed|restarted|got|stopped|ran|lasted|was|were|had|has|have)\b"
)
_BEGAN_TO = re.compile(rf"(?i) (?:began|started|signed|came|went|got|resumed|set out)(?: (?:on|in|up|back|{DATE}))* *$")
"""A verb in the past that a phrase goes on: “began to shoot”."""
_AHEAD_OF = re.compile(
    r"(?i) (?:ahead of|in time for|in advance of|until|awaiting|anticipating)(?: (?:the|its|their))? +$"
)
"""What comes before what is still to come: “ahead of Friday's return”."""
_STILL_TO = re.compile(r"(?i) (?:(?:is|are|set|due|plans|has|have) to|will)(?: \w+ly)? +$")
_ENDS_NOW = re.compile(
    r"(?i) (?:is|airs|ends|concludes|wraps|finishes|closes|drops|lands|streams|arrives|comes"
    r"|goes|bows|signs|draws|takes|says|bids)(?= )"
)
_WORK = frozenset({"filming-started", "filming-wrapped", "writing"})
_STOPPED_ON = re.compile(rf"(?i) (?:since|closed|shut|shuttered|dark|stopped)(?: (?:on|in|the|back))* {DATE}$")
"""The day on which work stopped, not the one to which it is put off."""
_BEGINS_NOW = re.compile(
    r"(?i) (?:begins|starts|resumes|restarts|re-?opens|kicks off|gets? (?:under ?way|going)|commences|heads"
    r"|runs|lasts|continues|carries on|stretches|extends|goes(?: on)? (?:until|through|till)"
    r"|goes (?:before|on floors|into|back))(?= |$)"
)
"""What is said of work that will begin: “filming begins on Monday”."""
_SHOWS = re.compile(r"(?i) (?:airs|shows|screens|broadcasts|sees|brings|presents|carries|streams)(?: (?:the|its|a))? $")
"""Who shows a finale: “Monday: NBC airs the season finale of X”."""
_NO_VERB = re.compile(rf"(?i) finale(?: (?:on|in|for))?(?: the)?(?: {DATE})?$")
"""“With the series finale on April 9” may be told before and after."""
DONE = DECISIONS | {"premiered"}
"""Kinds that are told when they are done."""


def tense_of(sentence: Marked, cue: Cue, mention: DateMention | None) -> str:
    """Whether a date without a year lies before or behind the day of publication."""
    text = sentence.text
    place = next((at for at, found in sentence.mentions.items() if found is mention), -1)
    inside = cue.start <= place < cue.end
    if cue.kind != "window" and mention is not None and mention is told_on(sentence):
        return "past"
    if cue.future and cue.kind in DECISIONS and kind_of_work(sentence, cue) is not None:
        return "future"
    if (
        cue.kind == "window"
        or (cue.kind == "delayed" and inside and not _STOPPED_ON.search(text[: place + 1]))
        or (cue.future and cue.kind in ("premiered", "finale"))
    ):
        return "future"
    if cue.future and (cue.kind == "ended" or (cue.kind == "final" and ends_on(sentence, cue, mention))):
        return "future"
    if cue.kind == "premiered" and _AHEAD_OF.search(f"{text[: cue.start]} "):
        return "future"
    is_out = cue.phrase.source.startswith("S [of T] (BE | is | are) [all]")
    if cue.kind == "premiered" and (is_out or _NAMED_DAY.search(text[cue.start : cue.end] + " ")):
        return ""
    if cue.kind == "ended" and _NO_VERB.search(text[cue.start : cue.end]):
        return ""
    near = " ".join(["", *text[cue.clause[0] : cue.start].split()[-2:], ""])
    comes = cue.kind in ("finale", "ended") and (
        _ENDS_NOW.search(text[cue.start : cue.end] + " ") or _SHOWS.search(near)
    )
    if comes and cue.kind == "ended":
        return "future"
    if cue.kind == "delayed" and cue.future and _STILL_TO.search(text[: cue.start] + " "):
        return "future"
    if cue.kind in DONE or cue.kind == "delayed" or _PAST.search(text[cue.start : cue.end]):
        return "past"
    if not text.startswith(" ,", cue.start) and _BEGAN_TO.search(text[cue.clause[0] : cue.start]):
        return "past"
    return (
        "future" if cue.future or comes or (cue.kind in _WORK and _BEGINS_NOW.search(text[cue.start : cue.end])) else ""
    )


_BACK = re.compile(r"(?i) (?:return(?:s|ing)?|back)(?= )")
_TV_YEAR = re.compile(r"20\d\d ?[-–/] ?(?:20)?\d\d(?: (?:TV |broadcast |television )?season)?")


def is_of_next_year(inside: str, mention: DateMention | None) -> bool:
    """Whether a show is said to come back in another year of television, which is that it is renewed."""
    return mention is not None and bool(_BACK.match(inside) and _TV_YEAR.fullmatch(mention.text))


_WITH_EPISODE = re.compile(
    r"(?i)^ (?:with|on)(?: its| the| an?)(?: [^ ;.]+){0,3}? (?:episode|cliffhanger|bang|finale|instalment|hour)(?= )"
)
_EPISODE_WAS = re.compile(
    r"(?i) (?:'s|night|evening|this|that|the|latest) (?:[a-z-]+ )?(?:episode|instal?lment|hour|edition)"
    r"(?: [^ ;.:()]+){0,6} *$"
)
"""What was the last of its season is an episode: “Sunday's episode was the last of series five”."""
_ENDS = re.compile(r"(?i) (?:end|conclude|com(?:e|es|ing) to an end|come to a close|finish|close|wrap)$")


def ends_on(sentence: Marked, cue: Cue, mention: DateMention | None) -> bool:
    """Whether it is only told when a season ends: “season 3 will conclude on Friday”."""
    if SEASON in sentence.text[cue.clause[0] : cue.start] and _WITH_EPISODE.match(sentence.text[cue.end :]):
        return True
    if _EPISODE_WAS.search(sentence.text[cue.clause[0] : cue.start] + " "):
        return True
    return cue.phrase.source.startswith("(come ") or (
        mention is not None and bool(_ENDS.search(sentence.text[cue.start : cue.end]))
    )


_ENDS_AFTER = re.compile(rf"(?i) end {SHOW} after ")


def ends_after(sentence: Marked, cue: Cue) -> bool:
    """Whether a show is to end after a season that is named: “has decided to end X after the fifth season”."""
    if cue.kind != "cancelled" or not _ENDS_AFTER.search(sentence.text[cue.start : cue.end]):
        return False
    seasons = [season for _, season in sentence.of(SeasonMention, cue.start, cue.end)]
    return any(season.numbers for season in seasons)


def season_ends(sentence: Marked, cue: Cue) -> bool:
    """Whether it is a season that ended, and not the show: “the first season ended its run”."""
    before, inside = sentence.text[cue.clause[0] : cue.start], sentence.text[cue.start : cue.end]
    behind = re.match(rf" (?:of|with|after|following)(?: [a-z-]+){{0,2}} {SEASON}", sentence.text[cue.end :])
    part = _PART_OF_IT.search(before) is not None
    return part or (SEASON in before and SEASON not in inside and not behind) or f" of {SEASON}" in inside


_PART_OF_IT = re.compile(r"(?i) (?:part|volume) (?:\d|one|two|three|i{1,3})(?= )| first (?:half|part|batch|cour)(?= )")
"""What of a season may end, with more to come: “part 1 came to an end in January”."""


_RETURNS = re.compile(r"(?i) (?:returns?|returning|(?:is |comes )?back)(?= |$)")


def is_back(sentence: Marked, cue: Cue) -> bool:
    """Whether it is only told that a show is back, which an entry of a schedule says of its day."""
    return cue.kind in ("renewed", "returns") and bool(_RETURNS.match(sentence.text[cue.start : cue.end]))


_ASIDE = re.compile(
    r"(?i) (?:after|when|since|while|as|following|before|until|ahead of|despite|although|though|where)(?= )"
)
_PLAIN = frozenset(
    "is are was were be been being has have had having will would to a an the its it of on in for at and get gets got"  # noqa: SIM905
    " getting now also already just still officially out up set that not with their this another finally".split()
)
_WORD = re.compile(r"[a-z][a-z-]+")


def is_aside(sentence: Marked, cue: Cue) -> bool:
    """Whether something is told in passing: “after it premiered”, “when filming began”."""
    return bool(_ASIDE.search(sentence.text[cue.clause[0] : cue.start] + " "))


def said_as(sentence: Marked, cue: Cue) -> str:
    """The word of a phrase that tells most about what kind of saying it is."""
    return next((word for word in _WORD.findall(sentence.text[cue.start : cue.end].lower()) if word not in _PLAIN), "")


_FIRST = re.compile(r"(?i)\b(?:first|debut)\b")
_BEGAN = re.compile(
    r"(?i) (?:it|which|that|(?:series|show|drama|comedy|sitcom|anime|thriller)(?: first)?|first|originally)"
    r" (?:was |were )?(?:premiered|debuted|launched|began|started|first|aired|released|bowed|arrived)(?= )"
)


def begins_show(sentence: Marked, cue: Cue) -> bool:
    """Whether a premiere is that of the show: “it began in 2019”, “the first episode aired”."""
    return bool(_FIRST.search(sentence.text) or _BEGAN.search(sentence.text[cue.clause[0] : cue.end]))
