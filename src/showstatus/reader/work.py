"""Tells the work on a season, which begins, stops or ends, from the season itself."""

from __future__ import annotations

import re

from showstatus.reader.cues import Cue
from showstatus.reader.mentions import Marked

_WORK = r"(?:filming|production|shooting|shoots?|films|photography)"
_SHOOT = re.compile(rf"(?i) {_WORK}(?: [^\s.;:()]+){{0,10}} *$")
_SHOOT_AND = re.compile(rf"(?i) {_WORK}(?: [^\s.;:()]+){{0,12}} (?:to|will|should|and)(?: \S+){{0,3}}(?= *$)")
_SHOOTS = re.compile(r"(?i) (?:filming|shooting|shoot|photography)(?= )")
_BEGINS = re.compile(
    r"(?i) (?:to |will )?(?:start|starts|begin|begins|kick|kicks|resume|resumes|starting|beginning)(?= )"
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
