"""Does the work on a season begin or end, or come its last episode? A phrase may only say that something does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from showstatus.reader.cues.cue import Cue
from showstatus.reader.events.own_seasons import own_season
from showstatus.reader.lexicon import DATE, PLATFORM, SEASON, SHOW
from showstatus.reader.mentions.marked import Marked

_WORK = r"(?:filming|production|shooting|shoots?|films|photography|cameras)"
_SHOOT = re.compile(rf"(?i) {_WORK}(?: [^\s.;:()]+){{0,10}} *$")
_SHOOT_AND = re.compile(rf"(?i) {_WORK}(?: [^\s.;:()]+){{0,12}} (?:to|will|should|and)(?: \S+){{0,3}}(?= *$)")
_SHOOTS = re.compile(r"(?i) (?:filming|shooting|shoot|photography|cameras)(?= )")
_BEGINS = re.compile(
    r"(?i) (?:to |will )?(?:start|starts|begin|begins|kick|kicks|resume|resumes|starting|beginning"
    r"|gets? under ?way|gets? going)(?= )"
)
_WRAPS = re.compile(
    r"(?i) (?:wrap(?:s|ped)?|finish(?:e[sd])?|conclude[sd]?|end(?:s|ed)?|be (?:done|over|finished|completed?)"
    r"|(?:comes?|came|drew|draws) to (?:an|its|a) (?:end|close|conclusion))"
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
    rf"(?i) (?:finales?|(?:final|last|closing|concluding|farewell|(?:final|last)[- ]ever) (?:episode|part|chapter"
    r"|instal?lment|hour|broadcast|edition|programme|bow|goodbye)|closer|conclusion|farewell|send-?off|goodbye"
    r"|the last of (?:which|them|these|those)"
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
_SHOOT_OF = re.compile(
    r"(?i)^(?: (?:[,\"']|and|the|principal))* (?:filming|production|shooting|photography|shoot) (?:of|on|for)"
    r"(?: (?!(?:has|have|had|is|was|were|are|will|that|which|who|and then)(?= ))[^ ;:()]+)* *$"
)
"""A clause whose subject is a shoot, however long its show is called."""
_BACK_TO_IT = re.compile(r"(?i)^(?: (?:will|to|be|go))* back (?:to|at) (?:it|work|set|filming|production)(?= )")
_MARKS = re.compile(r"^(?: [,\"'])+")
_CONTINUES = re.compile(r"(?i) (?:continu\w+|carr(?:y|ies) on|go(?:es)? on)$")
_UNTIL = re.compile(
    rf"(?i)^(?: [^ ,;:]+){{0,4}}? (?:to|into|until|till|through)(?: the)?"
    rf"(?: (?:end|middle|beginning) of)?(?: the)? {DATE}"
)
_STARTED_ON = re.compile(rf"(?i)^ (?:started|began|begun)(?: work)? on(?: the| its)? {SEASON}(?= |$)")
_THERE = re.compile(
    rf" (?i:wraps?|wrapped|wrapping)(?: up)?(?: {DATE}| back| production)? (?:in|at) (?:[A-Z]|{PLATFORM})"
    r"|(?i: wrapped(?= )[^;:.]* (?:in post|post-production|the edit|edited)(?= ))"
)
"""Who wraps in a place wraps a shoot, and so does what is in post-production then."""
_UNDER_WAY = re.compile(r"(?i) under ?way$")
_BEGAN = re.compile(r"(?i) (?:began|started|begun|kicked off|resumed)(?= |$)")
_OFF = re.compile(r"(?i) (?:called off|calls off|halted|stopped|abandoned|cut short)(?= |$)")
_WORK_HAD = re.compile(r"(?i)^(?: the)? work(?: on [^ ,]+)? (?:had|was|has)(?= |$)")
_BREAK_ON = re.compile(
    r"(?i) (?:hiatus|break|pause|shutdown|suspension) (?:on|of|for|in)(?: its| the)?"
    rf"(?: {SEASON})?(?: of [^ ,]+)? (?:began|started|begun|kicked off)(?= |$)"
)
_WORK_IS = re.compile(
    r"(?i) (?:filming|production|shooting|shoot|photography)(?: (?:is|are|was|now|has|been|be|also|being"
    r"|currently|\w+ly))+ *$"
)
_SHOOT_WHICH = re.compile(
    r"(?i) (?:filming|production|shooting|photography) (?:of|on|for) [^;:()!?]*? , (?:which|that) [^;:()!?]*?(?: ,)? *$"
)
"""A shoot of which something is said before it is told what becomes of it."""
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
    r"(?i) (?:filming|shooting|shoot|photography|lensing|production|cameras|cast|crew|crews|actors|writers"
    r"|we|they)(?= |$)"
)
_NOT_DONE = re.compile(r"(?i) not(?: \w+)* be (?:done|finished|wrapped|through|over)(?= )")
_PRONOUN = re.compile(
    r"(?i)(?: it| they| we|[;,]? (?:and|then|before))(?: (?:finally|then|has|have|had|to|will|\w+ly))* *$"
)
_GOES_ON = re.compile(
    r"(?i) (?:carr(?:y|ies|ying) on|continu(?:e|es|ing)|go(?:es)?(?: on)?|last|lasts|run|runs"
    r"|keep going|be there|stays?)(?= )"
    r".* (?:until|till|through|to)(?: the)?(?: (?:end|middle|beginning) of)?(?: the)? \S+$"
)
_FOR_DAY = re.compile(rf"(?i) for(?: the)?(?: (?:end|middle|beginning) of)?(?: the)? {DATE}$")
_SHOT = re.compile(r"(?i)^ (?:filmed|shot)(?= )")
_OTHER_THING = re.compile(
    r"(?i) (?:movies?|films?|pilots?|videos?|trailers?|documentar(?:y|ies)|scenes?|sequences?"
    r"|episodes?)(?= )[^;:()!?]* $"
)
_EVERYBODY = re.compile(
    r"(?i) (?:industry|hollywood|networks|studios|broadcasters|business|world)(?: across the board)?"
    r"(?: (?:has|have|had|was|were|been|all))* $"
)
"""Who shuts down where no show in particular does."""
_STEPS = frozenset({"filming-started", "filming-wrapped", "post-production", "writing", "casting"})
_WRITERS = re.compile(r"(?i)^ (?:in|inside|at|by|from) (?:the|its|their|a) writers? (?:' )?room")
_MEASURES = re.compile(
    r"(?i) (?:days?|weeks?|months?|years?) (?:after|before|since)(?: (?:it|they|the show|had|has))* +$"
    r"| (?:days?|weeks?|months?|years?) of $"
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
    ahead, inside = sentence.text[: cue.start], _MARKS.sub("", sentence.text[cue.start : cue.end])
    behind, own = sentence.text[cue.end :], sentence.text[cue.clause[0] : cue.start]
    shot = bool(_SHOOT.search(ahead) or _SHOOT_AND.search(ahead) or _SHOOT_OF.match(own))
    if cue.kind in ("renewed", "returns"):
        goes_on = _CONTINUES.search(inside) and _UNTIL.match(behind) and _CREW.search(ahead)
        return "filming-wrapped" if goes_on else "filming-started" if _UNDER_WAY.search(inside) and shot else None
    if cue.kind == "premiered":
        if _BREAK_ON.search(ahead + inside):
            return "delayed"
        begun = (_BEGAN.search(inside) and _SHOOTING.match(behind)) or (
            _STARTED_ON.match(inside) and _CREW.search(ahead)
        )
        return "filming-started" if begun else None
    if cue.kind == "cancelled":
        return "delayed" if _OFF.search(inside) and (_SHOOTS.search(ahead) or _WORK_HAD.search(own)) else None
    if cue.kind == "filming-started" and _WRITERS.match(behind):
        return "writing"
    if cue.kind == "filming-started":
        return "filming-wrapped" if _TO_WRAP.search(inside) and not _BEGINS.search(inside) else None
    if cue.kind == "filming-wrapped":
        return "filming-started" if _BEING.search(inside) else None
    shooting = cue.phrase.source != "S" and (_OF_SHOOT.search(ahead) or _SHOOTING.match(behind))
    if cue.kind in ("ended", "final") and shooting:
        return "filming-wrapped"
    if cue.kind in ("finale", "ended"):
        return _kind_of_end(cue, ahead, inside, behind, shot=shot)
    if cue.kind == "window":
        return _kind_of_day(sentence, ahead, inside, behind, shot=shot)
    return _kind_of_delay(ahead, inside) if cue.kind == "delayed" else None


def _kind_of_end(cue: Cue, ahead: str, inside: str, behind: str, *, shot: bool) -> str | None:
    """What an end is of the work: that of the shoot, or of the days on which the set is open."""
    if _SET.search(ahead) and _SHUT.match(inside):
        return "delayed"
    if _GOES_ON.search(inside) and _CREW.search(ahead):
        return "filming-wrapped"
    if cue.kind == "finale" and _OF_WORK.search(ahead) and not _WRAPS.match(inside):
        begins, ends = _BEGINS.search(inside), _TO_WRAP.search(inside)
        return "filming-started" if begins else "filming-wrapped" if ends else None
    if _THERE.search(inside + behind):
        return "filming-wrapped"
    shot = shot or bool(_PRONOUN.search(ahead) and _CREW.search(ahead))
    return "filming-wrapped" if shot and _WRAPS.match(inside) else None


def _kind_of_day(sentence: Marked, ahead: str, inside: str, behind: str, *, shot: bool) -> str | None:
    """What a day to come is of the work: “eyes a May production start”, “will carry on there until the end of May”."""
    if _TO_START.match(behind) or _ON_WORK.search(inside) or _BACK_TO_IT.search(inside):
        return "filming-started"
    if _GOES_ON.search(inside) and _CREW.search(ahead):
        return "filming-wrapped"
    if _DUE_TO_WRAP.search(inside):
        return "filming-wrapped" if shot or _SHOOTS.search(sentence.text) else "finale"
    if _TO_WRAP.search(inside):
        return "filming-wrapped" if shot else None
    of_work = _SHOOT.search(ahead) or _WORK_ON_IT.search(ahead) or _SHOOT_WHICH.search(ahead)
    begins = _BEGINS.match(inside) and of_work
    return "filming-started" if begins or (_FOR_DAY.search(inside) and _WORK_IS.search(ahead)) else None


def _kind_of_delay(ahead: str, inside: str) -> str | None:
    """What a wait is of the work, whose time is still to come: “cameras will not roll until May”."""
    if _NOT_DONE.search(inside) and _CREW.search(ahead):
        return "filming-wrapped"
    waits = _NOT_BEGUN.search(inside) and not _ON_SCREEN.search(inside)
    return "filming-started" if waits and (_SHOOT.search(ahead) or _SHOOTS.search(inside)) else None


def is_of_the_show(sentence: Marked, cue: Cue, here: Sequence[Cue]) -> bool:
    """Whether a premiere is that of the show, of whose next season it is said that it is made: “X, which premiered”."""
    behind = _OF_SHOW.search(sentence.text[: cue.start])
    if behind is None or own_season(sentence, behind.start(), ahead=False) is not None:
        return False
    return any(other.kind in _AT_WORK and other.end <= behind.start() + 1 for other in here)


_AT_WORK = frozenset({"filming-started", "filming-wrapped", "writing", "casting", "renewed", "post-production"})
_OF_SHOW = re.compile(rf"{SHOW}(?: [\"'])* , (?:which|that)(?: (?:first|originally|only|just|\w+ly))* ?$")


def is_last(ahead: str) -> bool:
    """Whether the day behind these words is that of the last episode."""
    return bool(_LAST_ONE.search(ahead))


def is_measure(sentence: Marked, cue: Cue) -> bool:
    """Whether a step only measures time: “a year after it wrapped”; or a film is shot, or a part of the show."""
    shot = cue.kind == "filming-started" and _SHOT.match(sentence.text[cue.start : cue.end])
    if shot and _OTHER_THING.search(sentence.text[cue.clause[0] : cue.start] + " "):
        return True
    return cue.kind in _STEPS and bool(_MEASURES.search(sentence.text[cue.clause[0] : cue.start] + " "))
