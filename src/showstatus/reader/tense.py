"""What a phrase tells, is it done or still to come? And is it the show that ends, or a season? By its words alone."""

from __future__ import annotations

import re

from showstatus.reader.cues import DECISIONS, Cue
from showstatus.reader.days import told_on
from showstatus.reader.lexicon import DATE, PLATFORM, SEASON, SHOW
from showstatus.reader.mentions import Marked
from showstatus.reader.numbers import SeasonMention
from showstatus.reader.shoots import kind_of_work
from showstatus.reader.times import DateMention

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
    return any(isinstance(season, SeasonMention) and season.numbers for season in seasons)


def season_ends(sentence: Marked, cue: Cue) -> bool:
    """Whether it is a season that ended, and not the show: “the first season ended its run”."""
    before, inside = sentence.text[cue.clause[0] : cue.start], sentence.text[cue.start : cue.end]
    behind = re.match(rf" (?:of|with|after|following)(?: [a-z-]+){{0,2}} {SEASON}", sentence.text[cue.end :])
    part = _PART_OF_IT.search(before) is not None
    return part or (SEASON in before and SEASON not in inside and not behind) or f" of {SEASON}" in inside


_PART_OF_IT = re.compile(r"(?i) (?:part|volume) (?:\d|one|two|three|i{1,3})(?= )| first (?:half|part|batch|cour)(?= )")
"""What of a season may end, with more to come: “part 1 came to an end in January”."""
_THING = (
    r"(?:trailers?|teasers?|posters?|clips?|novels?|books?|soundtracks?|albums?|singles?|songs?|podcasts?|petitions?"
    r"|manga"
    r"|comics?|campaigns?|merchandise|games?|statements?|photos?|images?|visuals?|stage play|musical|renewals|line-?up"
    r"|offices?|strikes?|website|auditions?"
    r"|casting calls?|applications|tickets)"
)
_THING_COMES = re.compile(
    rf"(?i) (?:the|a|an|its|their|his|her|new|first|full|official) (?:[a-z-]+ )?{_THING}"
    r"(?: (?:for|of|about|from|to|that|on)(?: [^ ;,]+){1,7}?)?"
    r"(?: (?:which|that|was|were|is|are|will|to|be|been|has|have|had|also|just|first|,))* $"
)
_WITH_THING = re.compile(
    rf"(?i)^ [a-z]+ (?:a|an|the|its|their)(?: [a-z-]+)? {_THING}(?= )|^ opened (?:[a-z]+ )?(?:offices|auditions)(?= )"
)
_THINGS_COME = re.compile(
    r"(?i) (?:auditions|casting calls|applications|renewals|tickets|pre-?orders|re-?runs|repeats|encores|re-?airings"
    r"|rebroadcasts|preliminaries|try-?outs|heats)(?: (?:of|for)(?: [^ ;,]+){1,7}?)?(?: , [^,]+ ,)?"
    r"(?: (?:are|will|to|be|also))* $"
)
_AS_THING = re.compile(
    r"(?i)^(?: [^ ;.]+){0,4}? (?:, )?as (?:the|a|an) (?:(?!series|shows?|dramas?|comed|originals?|sitcom"
    r"|anime)[^ ;.,]+ ){0,6}?(?:service|platform|streamer|channel|network)(?= )"
)
_EPISODE_COMES = re.compile(
    r"(?i) (?:penultimate|next|latest|previous|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|\d+(?:st|nd|rd|th)|repeat|bonus|missing|delayed|crossover|musical|week 's"
    r"|first (?:few|couple of|two|three|four)) (?:[a-z-]+ )?"
    r"episodes?(?: (?:of|in|from)(?: [^,;]+?)?)?"
    r"(?: (?:which|that|was|were|is|are|will|to|be|been|has|have|had|also|just|first|,))* $"
)
"""An episode that is not the first of its season."""
_THING_BEFORE = re.compile(rf"(?i) (?:{_THING}|preliminaries|try-?outs|heats|applications) $")
"""What “which” is of: “auditions, which began on Monday”."""
_GOES_ON = re.compile(r"(?i)^ (?:air|airs|stream|streams|run|runs|on)(?: on| the| air)* (?:until|till|through)(?= )")


_INSERTED = re.compile(r" , [^,;()]{3,90} ,(?= (?:is|are|will|has|have|was|were|to|would)(?= ))")
"""What is said of a show between it and its verb: “X, hit by the strikes, will have to wait until May”."""
_HABIT = re.compile(
    r"(?i) (?:usually|normally|typically|traditionally|generally|tends? to|every (?:year|autumn|fall|spring"
    r"|summer|winter))(?: [^ ,;]+){0,3} $"
)
"""What is told of every year: “it usually returns in September”."""
_ITSELF = re.compile(rf"^(?: ,| and| but)*(?: the)? {PLATFORM}(?: itself)? +$")
_LAUNCHES = re.compile(
    rf"(?i)^(?: (?:will|would|to|is|was|set|due|not|itself|\w+ly))* (?:launch(?:es|ed)?|go(?:es)? live|went live"
    rf"|roll(?:s|ed)? out)"
    rf"(?: (?:on|in|until|till|before|at|this|next|later|the|of|back|here|worldwide|globally|{PLATFORM}))* {DATE} $"
)
"""A service comes by itself: “Disney+ will not launch until November 12”."""


def is_of_thing(sentence: Marked, cue: Cue) -> bool:
    """Whether it is no show that comes or came, but something beside it, or one that does so year by year."""
    if cue.kind not in ("window", "premiered", "finale", "delayed"):
        return False
    ahead, inside = sentence.text[cue.clause[0] : cue.start] + " ", sentence.text[cue.start : cue.end] + " "
    if cue.kind != "finale" and _ITSELF.search(ahead) and _LAUNCHES.match(inside):
        return True
    if cue.kind == "delayed":
        return False
    ahead = _INSERTED.sub("", ahead)
    if _THINGS_COME.search(ahead) or _THINGS_COME.search(sentence.text[: cue.start] + " "):
        return True
    if cue.kind != "finale" and _HABIT.search(ahead):
        return True
    if ahead.startswith((" , which ", " , that ")) and _THING_BEFORE.search(sentence.text, 0, cue.clause[0] + 1):
        return True
    if cue.kind == "finale":
        return False
    if _THING_COMES.search(ahead) or _WITH_THING.match(inside) or _GOES_ON.match(inside):
        return True
    return bool(_EPISODE_COMES.search(ahead) or _AS_THING.match(sentence.text[cue.end :]))


_MANAGED = re.compile(r"(?i) (?:managed|manages|able) $")


def is_managed(sentence: Marked, cue: Cue) -> bool:
    """Whether somebody only got to an end: “the season managed to finish”."""
    return bool(_MANAGED.search(sentence.text[: cue.start] + " "))


_NO_SHOW = re.compile(
    r"(?i) (?:day|date|deadline|hour|premiere|screening|launch|episode|event|party|panel|tour|concert|festival|film"
    r"|movie|version|convention"
    r"|ceremony|match|flight|trip|wedding|thread|stor(?:y|yline)|storylines|plot|plotline|subplot|arc|case|lawsuit|charges?"
    r"|investigation|idea|joke|bit|segment|sketch|character|sponsor|presenter|host|judge|contestant|candidate|single|album"
    r"|scene|song|predecessor|original|namesake|forerunner)(?: (?:of|for|in|at) [^ ,;]+(?: [^ ,;]+)?)?"
    r"(?: (?:was|were|is|are|has|have|had|been|be|being|also|later|then|therefore|now|thus|\w+ly))+ +$"
)
"""What is called off beside a show: “the premiere was shelved”."""
_OTHER_PLANS = re.compile(
    r"(?i)^(?: (?:a|an|any|the|its|their|his|her|when|exactly|official|exact|specific|firm|new|full|more|further|all))*"
    r"(?: (?:premiere|release|air|launch|start|return|debut|broadcast))?"
    r" (?:dates?|windows?|plans|schedules?|slates?|line-?ups?|trailers?|cast|casting|titles?|prices?"
    r"|time ?slots?)(?= )"
)
"""What else may still have to be made known, of a show that goes on: “has yet to announce a release date”."""
_MORE_EPISODES = re.compile(r"(?i)^(?: [^ ,;]+){0,7}? (?:back (?:9|nine)|full[ -]seasons?|additional episodes)(?= )")
_MORE_OF = re.compile(
    r" (?!(?:of|episodes?|seasons?|series|shows?|runs?|after|for|from|on|to|and|but|at|as|in)\b)[a-z]"
)
"""What there is no more of beside a show: “there's no more doubt”."""
_LAST_OF_SHOWS = re.compile(
    rf"(?i) (?:[a-z]+ ){{1,3}}?the last of (?:the|its|their|this year 's|{PLATFORM} 's) (?:[\w’'-]+ ){{0,4}}?"
    r"(?:shows|dramas|comedies|sitcoms|(?:bubble|returning|new|original) series)(?= )"
)
"""What comes last of several, and does not end: “it was the last of the network's bubble shows to be decided upon”."""
_FOR_A_LAND = re.compile(
    r"(?i)^(?: the)? (?:u\.?s\.?|u\.?k\.?|north america|america|canada|australia|britain|states)(?= )"
)
"""Where a show is bought for: “picked up for the U.S.”."""
_SUFFERS = re.compile(r"(?i) (?:is|are|was|were|has|have|had|been|be|being|gets?|got) ")
_SOMEBODY = re.compile(r"(?:^|[.!?]) (?!It |This |That |She |The )[A-Z][a-z]+ $")
"""“Liv did not make it” is of a character."""
_AGED = re.compile(r"(?i)^ (?:, )?(?:at|aged)(?: the age of)? \d\d(?= )")
"""Who is dead at 86 is no show."""
_MANAGES = re.compile(r"(?i) (?:unable|allowed|time|rush(?:es|ed|ing)?|rac(?:es|ed|ing)|tr(?:y|ies|ied|ying)) +$")


_FOR_LATER = re.compile(rf"(?: [\"“”‘’',{SHOW}{SEASON}]| and| the)* for(?: the)? {DATE}")
"""What makes of what is saved something held back: “NBC saves X and Y for midseason”."""


def is_beside(sentence: Marked, cue: Cue) -> bool:
    """Whether what looks like a decision is of something beside a show: its premiere, its date, its back nine."""
    ahead, behind = sentence.text[cue.clause[0] : cue.start] + " ", sentence.text[cue.end :]
    if cue.kind == "cancelled":
        ahead += "was " * bool(_SUFFERS.match(sentence.text, cue.start))
        more = sentence.text[: cue.end].endswith(" no more") and _MORE_OF.match(behind)
        somebody = sentence.text[: cue.end].endswith(" make it") and _SOMEBODY.search(ahead)
        return bool(more or somebody or _AGED.match(behind) or _NO_SHOW.search(ahead) or _MORE_EPISODES.match(behind))
    if cue.kind == "saved":
        return bool(_FOR_LATER.match(behind)) and sentence.text.startswith(" sav", cue.start)
    if cue.kind == "renewed" and sentence.text[: cue.end].endswith(" for"):
        return bool(_FOR_A_LAND.match(behind))
    if cue.kind == "pending":
        return bool(_OTHER_PLANS.match(behind))
    if cue.kind == "final" and _LAST_OF_SHOWS.match(sentence.text[cue.start :]):
        return True
    return cue.kind == "final" and sentence.text.startswith(" to ", cue.start) and bool(_MANAGES.search(ahead))


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
