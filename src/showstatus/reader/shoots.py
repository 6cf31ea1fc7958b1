"""Does the work on a season begin or end, or come its last episode? A phrase may only say that something does."""

from __future__ import annotations

import re

from showstatus.reader.cues import Cue
from showstatus.reader.lexicon import PLATFORM, SEASON, SHOW
from showstatus.reader.mentions import Marked

_WORK = r"(?:filming|production|shooting|shoots?|films|photography|cameras)"
_SHOOT = re.compile(rf"(?i) {_WORK}(?: [^\s.;:()]+){{0,10}} *$")
_SHOOT_AND = re.compile(rf"(?i) {_WORK}(?: [^\s.;:()]+){{0,12}} (?:to|will|should|and)(?: \S+){{0,3}}(?= *$)")
_SHOOTS = re.compile(r"(?i) (?:filming|shooting|shoot|photography|cameras)(?= )")
_BEGINS = re.compile(
    r"(?i) (?:to |will )?(?:start|starts|begin|begins|kick|kicks|resume|resumes|starting|beginning"
    r"|gets? under ?way|gets? going)(?= )"
)
_WRAPS = re.compile(
    r"(?i) (?:wrap(?:s|ped)?|finish(?:e[sd])?|conclude[sd]?|end(?:s|ed)?|be (?:done|over|finished|completed?))"
    r"(?: up)?(?= )"
)
_TO_WRAP = re.compile(r"(?i) (?:wrap(?:s|ped)?|finish(?:e[sd])?|conclude[sd]?|(?:to|will) end)(?= )")
_DUE_TO_WRAP = re.compile(r"(?i) (?:due|expected|scheduled|set|slated) to (?:wrap|finish|end|conclude)(?= )")
_BEING = re.compile(r"(?i) being (?:\w+ly )?(?:filmed|shot)$")
_OF_WORK = re.compile(rf"(?i) {_WORK} (?:on|of|for)(?: [^\s.,;:()]+){{0,4}} *$")
"""What makes of the end of a season, or of a premiere, that of the work on it: “filming on the finale begins”."""
_OF_SHOOT = re.compile(
    r"(?i) (?:filming|production|shooting|the shoot|photography)(?: (?:on|of|for|at|in)(?: [^\s.,;:()]+){1,6}?)?"
    r"(?: (?:has|have|had|is|will|also|now|already|officially))* *$"
)
"""What makes of an end that of the work: “filming on the series will come to an end in May”."""
_LAST_ONE = re.compile(
    rf"(?i) (?:finales?|(?:final|last|closing|concluding|(?:final|last)[- ]ever) (?:episode|part|chapter|instal?lment"
    r"|hour|broadcast|edition|programme|bow|goodbye)|closer|conclusion|farewell|send-?off|goodbye"
    rf"|(?:ends?|concludes?|wraps?(?: up)?|finish(?:es)?) with (?:the|an) (?:[a-z-]+ )?episode)"
    rf"(?: (?:of|to)(?: the| its| {PLATFORM} 's)?(?: [a-z-]+)?"
    rf"(?: [\"“‘'])? [{SEASON}{SHOW}])?(?: [\"”’'])*(?: (?:titled|called|entitled))?"
    r"(?: \" [^\"]{1,50} \")?(?: , [^,;:]{1,50} ,(?= (?:is|will|was|has|airs)))?"
    r"(?: (?:,|which|that|is|are|will|to|be|being|was|were|now|also))* *$"
    rf"|(?i: (?:final|last)(?: ever)? episodes? of (?:the|its) (?:[a-z-]+ ){{0,2}}(?:show|series|soap|drama|comedy"
    r"|sitcom|programme|program|serial|quiz|game show|cartoon))(?: (?:is|are|will|to|be|being|was|were|now))* *$"
)
"""What makes of a day to come that of the last episode: “the finale, which is set for May 3”."""
_ON_IT = re.compile(
    r"(?i) (?:filming|production|shooting|photography|work|shoot|writing) (?:on|of|for)(?: (?:the|its|their|a|big))* $"
)
_SHOOTING = re.compile(r"(?i)^ (?:principal )?(?:filming|shooting|production|photography)(?= )")
"""What ends with the phrase before it: “was about to finish filming”."""
_WORK_ON_IT = re.compile(
    rf"(?i) work (?:on|for) (?:the |its |their )?(?:{SEASON}|it|that one|this one|them|those)(?: \w+)? *$"
)
_NOT_BEGUN = re.compile(r"(?i) (?:not|no (?:earlier|sooner)|unlikely)(?= ).* (?:until|till|before|than)(?= )")
_ON_SCREEN = re.compile(
    r"(?i) (?:ready|out|return|premier|debut|air|launch|arriv|releas|seen|screen|drop|land|on |back)"
)
"""What is said of a shoot that has its time still to come: “cameras will not roll until May”."""
_BEGUN = re.compile(
    r"(?i) (?:filming|production|shooting|photography|work) (?:on|of|for) [^,;.]*(?:began|begun|started)\b"
)
_OFF = re.compile(r"(?i) (?:called off|calls off|halted|stopped)(?= |$)")
_SET = re.compile(
    r"(?i) (?:sets?|studios?|stages?|soundstages?|rooms?|production|filming|shoot)"
    r"(?: (?:has|have|had|was|were|is|are|been|\w+ly))* *$"
)
_SHUT = re.compile(r"(?i)^(?: (?:has|have|had|was|were|been|is|are))* (?:closed|shut|dark)(?= )")
"""What is closed, and no run of a show: “the set was closed in July”."""
_TO_START = re.compile(
    r"(?i)^ (?:production|filming|shoot|shooting)(?: (?:start|kick-?off|date|restart|return))?(?= )"
    r"|^(?: [^ ;:.]+){0,8}? (?:(?:start|beginning) of|when|for) (?:production|filming|shooting|cameras)(?= )"
)
_ON_WORK = re.compile(
    rf"(?i)^ (?:(?:will|to|due|set|be|start|starts|begin|begins|resume|resumes|starting|beginning))+(?: back)?"
    rf" (?:work|production|filming|shooting)(?: (?:on|of|for)(?: the| its)? (?:it|them|[{SEASON}{SHOW}]))?(?= )"
)
"""A day on which work begins: “he starts work on it in May”, “eyes a May production start”."""
_CREW = re.compile(
    r"(?i) (?:filming|shooting|shoot|photography|production|cameras|cast|crew|crews|actors|we|they)(?= )"
)
_NOT_DONE = re.compile(r"(?i) not(?: \w+)* be (?:done|finished|wrapped|through|over)(?= )")
_PRONOUN = re.compile(
    r"(?i)(?: it| they| we|[;,]? (?:and|then|before))(?: (?:finally|then|has|have|had|to|will|\w+ly))* *$"
)
_GOES_ON = re.compile(
    r"(?i) (?:carr(?:y|ies|ying) on|continu(?:e|es|ing)|go(?:es)? on|last|lasts|run|runs|keep going|be there|stay)(?= )"
    r".* (?:until|till|through|to)(?: the)?(?: (?:end|middle|beginning) of)?(?: the)? \S+$"
)
_EVERYBODY = re.compile(
    r"(?i) (?:industry|hollywood|networks|studios|broadcasters|business|world)(?: across the board)?"
    r"(?: (?:has|have|had|was|were|been|all))* $"
)
"""Who shuts down where no show in particular does."""
_STEPS = frozenset({"filming-started", "filming-wrapped", "post-production", "writing", "casting"})
_MEASURES = re.compile(
    r"(?i) (?:days?|weeks?|months?|years?) (?:after|before|since)(?: (?:it|they|the show|had|has))* +$"
)


def is_of_work(sentence: Marked, cue: Cue) -> bool:
    """Whether a phrase of a season only names the work on it, of which nothing is told; or the work of all."""
    ahead = sentence.text[cue.clause[0] : cue.start] + " "
    if cue.kind == "finale":
        return bool(_ON_IT.search(ahead)) and kind_of_work(sentence, cue) is None
    if cue.kind == "delayed":
        return bool(_EVERYBODY.search(ahead))
    return cue.kind == "premiered" and bool(_BEGUN.search(sentence.text[cue.clause[0] : cue.end]))


def kind_of_work(sentence: Marked, cue: Cue) -> str | None:
    """What a phrase tells of the work: “production on the last episodes is to begin in May”; None where of none."""
    ahead, inside = sentence.text[: cue.start], sentence.text[cue.start : cue.end].removeprefix(" ,")
    shot = _SHOOT.search(ahead) or _SHOOT_AND.search(ahead)
    if cue.kind == "cancelled":
        return "delayed" if _OFF.search(inside) and _SHOOTS.search(ahead) else None
    if cue.kind in ("finale", "ended") and _SET.search(ahead) and _SHUT.match(inside):
        return "delayed"
    if cue.kind == "window" and (_TO_START.match(sentence.text[cue.end :]) or _ON_WORK.search(inside)):
        return "filming-started"
    if cue.kind == "filming-started":
        return "filming-wrapped" if _TO_WRAP.search(inside) and not _BEGINS.search(inside) else None
    if cue.kind == "filming-wrapped":
        return "filming-started" if _BEING.search(inside) else None
    last = cue.kind in ("ended", "final") and cue.phrase.source != "S"
    if last and (_OF_SHOOT.search(ahead) or _SHOOTING.match(sentence.text[cue.end :])):
        return "filming-wrapped"
    if cue.kind == "finale" and _OF_WORK.search(ahead) and not _WRAPS.match(inside):
        begins, ends = _BEGINS.search(inside), _TO_WRAP.search(inside)
        return "filming-started" if begins else "filming-wrapped" if ends else None
    if cue.kind in ("finale", "ended") and _WRAPS.match(inside):
        return "filming-wrapped" if shot or (_PRONOUN.search(ahead) and _CREW.search(ahead)) else None
    if cue.kind == "window" and _GOES_ON.search(inside) and _CREW.search(ahead):
        return "filming-wrapped"
    if cue.kind == "window" and _DUE_TO_WRAP.search(inside):
        return "filming-wrapped" if shot or _SHOOTS.search(sentence.text) else "finale"
    if cue.kind == "window" and _TO_WRAP.search(inside):
        return "filming-wrapped" if shot else None
    if cue.kind == "delayed" and _NOT_DONE.search(inside) and _CREW.search(ahead):
        return "filming-wrapped"
    waits = cue.kind == "delayed" and _NOT_BEGUN.search(inside) and not _ON_SCREEN.search(inside)
    if waits and (_SHOOT.search(ahead) or _SHOOTS.search(inside)):
        return "filming-started"
    work = cue.kind == "window" and _BEGINS.match(inside)
    return "filming-started" if work and (_SHOOT.search(ahead) or _WORK_ON_IT.search(ahead)) else None


def is_last(ahead: str) -> bool:
    """Whether the day behind these words is that of the last episode."""
    return bool(_LAST_ONE.search(ahead))


def is_measure(sentence: Marked, cue: Cue) -> bool:
    """Whether a step only measures time: “a year after it wrapped”."""
    return cue.kind in _STEPS and bool(_MEASURES.search(sentence.text[cue.clause[0] : cue.start] + " "))
