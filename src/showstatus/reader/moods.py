"""Is a thing told as so, or only supposed, nearly so, asked or not known? By what stands around its phrase."""

from __future__ import annotations

import re

_GUESSED = re.compile(
    r"(?i) (?:likely|unlikely|hopes?|hopefully|hoping|luck|presumably|probably|looks (?:like|as)"
    r"|we (?:think|expect|guess|imagine|are guessing))(?= )"
)
"""What makes of a day or window one that only somebody supposes."""
_WE = re.compile(r"(?i) (?:we|i)(?: (?:can|could|do|all|might|may|would))? $")
_EXPECT = re.compile(r"(?i)^ (?:expect|imagine|guess|look)(?= )")
_LIKELY = re.compile(r"(?i)^(?: \S+)? (?:likely|unlikely)(?= )")
_NOT_KNOWN = re.compile(
    r"(?i) (?:not (?:yet |been |currently |at present )*(?:known|clear|announced|revealed|confirmed|said|decided|sure)"
    r"|unknown|unclear|no (?:official )?(?:word|news|details?|information|idea)|remains to be seen|find out"
    r"|(?:yet|still) to be (?:seen|announced|confirmed|revealed|decided))"
    r"(?: [^ ;.]+){0,5}? (?:who|when|where|whether|if|what|which|how)(?= )"
)
"""What goes before a thing that nobody knows yet: “it is not known who will be joining”."""
_STEPS = frozenset({"filming-started", "filming-wrapped", "post-production", "writing", "casting", "window", "delayed"})
_NEAR = 9
"""Within so many words before a phrase it is said that somebody only supposes it."""
ALMOST = re.compile(
    r"(?i) (?:almost|nearly|narrowly|on the (?:point|verge|brink|cusp) of|close to|(?:inches|spared) from|within an inch of)"
    r"(?: (?:got|getting|be|been|being|was|were|\w+ly))* +$"
)
"""What has not happened, right before its verb: “was almost canceled”."""
WHY = re.compile(r"(?i)^(?: [\"“‘'])* (?:so )?why (?:is|are|was|were|has|have|did|does)(?= )")
"""A question that takes for granted what it asks about: “why was it cancelled?”."""
TELL_WHY = re.compile(r"(?i)^.* (?:why|the reasons? (?:that|for))(?= )")
SETTLED = re.compile(r"(?i)^.* (?:settled|over|at last|finally|official|confirmed) :(?= )")
"""What ends all talk that goes before it: “at last the matter is settled: …”."""
EITHER = frozenset({"renewed", "cancelled"})
OR = re.compile(r"(?i)^ ?or (?:is it |was it |be |been )?(?:cancell?ed|axed|renewed|picked up|ended|ending)(?= )")
OR_BEFORE = re.compile(r"(?i) (?:cancell?ed|axed|renewed|picked up) or(?: is it| was it| be| been)? +$")
"""What puts both in question: “season 4 renewed or cancelled”."""
NOT_YET_MADE = re.compile(
    r"(?i)^(?: [^ ,.;:!?]+){0,6}? (?:has|have|had|is|was|were|are) (?:not|yet to|never)(?: (?:yet|officially|been|be"
    r"|even|so far))*"
    r" (?:announced|confirmed|given|made|come|arrived|happened|materiali[sz]ed|ordered|granted|secured)(?= )"
)
"""What makes of a noun a thing that is not there: “a renewal has not been announced”."""


def is_unsure(kind: str, ahead: str, inside: str) -> bool:
    """Whether a phrase of a kind tells nothing for sure, by what stands before it in its clause and by its words."""
    if kind in _STEPS and _NOT_KNOWN.search(ahead):
        return True
    if kind != "window":
        return False
    near = " " + " ".join(ahead.split()[-_NEAR:]) + " "
    return bool(_GUESSED.search(near) or _LIKELY.match(inside) or (_WE.search(near) and _EXPECT.match(inside)))
