"""By which words a statement is no news yet, or takes for granted what it seems to ask."""

from __future__ import annotations

import re

ALMOST = re.compile(
    r"(?i) (?:almost|nearly|on the (?:point|verge|brink|cusp) of|close to|within an inch of)"
    r"(?: (?:got|getting|been|being|\w+ly))* +$"
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
