"""Is it told of a show, or of a thing beside it? Trailers, episodes, premieres, services and people are none."""

from __future__ import annotations

import re

from showstatus.reader.cues.cue import Cue
from showstatus.reader.lexicon import DATE, PLATFORM, SEASON, SHOW
from showstatus.reader.mentions.marked import Marked

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
