"""Is a thing told as so, or only supposed, nearly so, or not known? By what stands right before its phrase."""

from __future__ import annotations

import re

_ALMOST = re.compile(
    r"(?i) (?:almost|nearly|narrowly|on the point of|close to|inches from|spared from|from)"
    r"(?: (?:been|being|be|was|were|got|getting))* $"
)
"""What makes of a cancellation one that did not come: “it was almost cancelled”."""
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


def is_unsure(kind: str, ahead: str, inside: str) -> bool:
    """Whether a phrase of a kind tells nothing for sure, by what stands before it in its clause and by its words."""
    if kind == "cancelled":
        return bool(_ALMOST.search(ahead))
    if kind in _STEPS and _NOT_KNOWN.search(ahead):
        return True
    if kind != "window":
        return False
    near = " " + " ".join(ahead.split()[-_NEAR:]) + " "
    return bool(_GUESSED.search(near) or _LIKELY.match(inside) or (_WE.search(near) and _EXPECT.match(inside)))
