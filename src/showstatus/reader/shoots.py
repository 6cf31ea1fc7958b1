"""Does the work on a season begin or end, or come its last episode? A phrase may only say that something does."""

from __future__ import annotations

import re

from showstatus.reader.cues import Cue
from showstatus.reader.lexicon import PLATFORM, SEASON, SHOW
from showstatus.reader.mentions import Marked

_WORK = r"(?:filming|production|shooting|shoots?|films|photography)"
_SHOOT = re.compile(rf"(?i) {_WORK}(?: [^\s.;:()]+){{0,10}} *$")
_SHOOT_AND = re.compile(rf"(?i) {_WORK}(?: [^\s.;:()]+){{0,12}} (?:to|will|should|and)(?: \S+){{0,3}}(?= *$)")
_SHOOTS = re.compile(r"(?i) (?:filming|shooting|shoot|photography)(?= )")
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
    rf"(?i) (?:finales?|(?:final|last|closing|concluding) (?:episode|part|chapter|instal?lment|hour)|closer|conclusion"
    rf"|(?:ends?|concludes?|wraps?(?: up)?|finish(?:es)?) with (?:the|an) (?:[a-z-]+ )?episode)"
    rf"(?: (?:of|to)(?: the| its| {PLATFORM} 's)?(?: [a-z-]+)?"
    rf"(?: [\"“‘'])? [{SEASON}{SHOW}])?(?: [\"”’'])*(?: (?:titled|called|entitled))?"
    r"(?: \" [^\"]{1,50} \")?(?: (?:,|which|that|is|are|will|to|be|being|was|were|now|also))* *$"
    rf"|(?i: (?:final|last)(?: ever)? episodes? of (?:the|its) (?:[a-z-]+ ){{0,2}}(?:show|series|soap|drama|comedy"
    r"|sitcom|programme|program|serial|quiz|game show|cartoon))(?: (?:is|are|will|to|be|being|was|were|now))* *$"
)
"""What makes of a day to come that of the last episode: “the finale, which is set for May 3”."""
_ON_IT = re.compile(
    r"(?i) (?:filming|production|shooting|photography|work|shoot|writing) (?:on|of|for)(?: (?:the|its|their|a|big))* $"
)
_BEGUN = re.compile(
    r"(?i) (?:filming|production|shooting|photography|work) (?:on|of|for) [^,;.]*(?:began|begun|started)\b"
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
    ahead, inside = sentence.text[: cue.start], sentence.text[cue.start : cue.end]
    shot = _SHOOT.search(ahead) or _SHOOT_AND.search(ahead)
    if cue.kind == "filming-started":
        return "filming-wrapped" if _TO_WRAP.search(inside) and not _BEGINS.search(inside) else None
    if cue.kind == "filming-wrapped":
        return "filming-started" if _BEING.search(inside) else None
    if cue.kind in ("ended", "final") and cue.phrase.source != "S" and _OF_SHOOT.search(ahead):
        return "filming-wrapped"
    if cue.kind == "finale" and _OF_WORK.search(ahead) and not _WRAPS.match(inside):
        begins, ends = _BEGINS.search(inside), _TO_WRAP.search(inside)
        return "filming-started" if begins else "filming-wrapped" if ends else None
    if cue.kind in ("finale", "ended") and _WRAPS.match(inside):
        return "filming-wrapped" if shot else None
    if cue.kind == "window" and _DUE_TO_WRAP.search(inside):
        return "filming-wrapped" if shot or _SHOOTS.search(sentence.text) else "finale"
    if cue.kind == "window" and _TO_WRAP.search(inside):
        return "filming-wrapped" if shot else None
    return "filming-started" if cue.kind == "window" and _BEGINS.match(inside) and _SHOOT.search(ahead) else None


def is_last(ahead: str) -> bool:
    """Whether the day behind these words is that of the last episode."""
    return bool(_LAST_ONE.search(ahead))


def is_measure(sentence: Marked, cue: Cue) -> bool:
    """Whether a step only measures time: “a year after it wrapped”."""
    return cue.kind in _STEPS and bool(_MEASURES.search(sentence.text[cue.clause[0] : cue.start] + " "))
