"""Is a thing told as so, or only supposed, nearly so, asked or not known? By what stands around its phrase."""

from __future__ import annotations

import re

from showstatus.reader.lexicon import Phrase, scopes

_GUESSED = re.compile(
    r"(?i) (?:likely|unlikely|hopes?|hopefully|hoping|luck|presumably|probably|thinks?|believes?|reckons?"
    r"|looks (?:like|as)|(?:we|i|you)"
    r"(?: (?:would|can|could|do|are|am))? (?:think|expect|guess|imagine|guessing|bet|betting|assume|estimate|predict"
    r"|reckon|suspect|speculate)|(?:best|educated|safe|my|our|reasonable)"
    r" (?:guess|bet|estimate|prediction|assumption))(?= )"
)
"""What makes of a day or window one that only somebody supposes."""
_WE = re.compile(r"(?i) (?:we|i)(?: (?:can|could|do|all|might|may|would))? $")
_EXPECT = re.compile(r"(?i)^ (?:expect|imagine|guess|look)(?= )")
_PERHAPS = re.compile(r"(?i) (?:probably|perhaps|hopefully|presumably|maybe)(?= )")
_NOT_EXPECT = re.compile(r"(?i)^ not (?:to )?(?:count on|expect|look for|hold|bank on|bet on|anticipate)(?= )")
"""“Don't count on it before 2025” is a guess, and no delay."""
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
_ALMOST = re.compile(
    r"(?i) (?:almost|nearly|narrowly|on the (?:point|verge|brink|cusp) of|close to|(?:inches|spared) from"
    r"|within an inch of)"
    r"(?: (?:got|getting|be|been|being|was|were|\w+ly))* +$"
)
"""What has not happened, right before its verb: “was almost canceled”."""
WHY = re.compile(r"(?i)^(?: [\"“‘'])* (?:(?:so )?why (?:is|are|was|were|has|have|did|does)|when (?:was|were|did))(?= )")
"""A question that takes for granted what it asks about: “why was it cancelled?”."""
_TELL_WHY = re.compile(r"(?i)^.* (?:why|the reasons? (?:that|for))(?= )")
_SETTLED = re.compile(r"(?i)^.* (?:settled|over|at last|finally|official|confirmed) :(?= )")
"""What ends all talk that goes before it: “at last the matter is settled: …”."""
_NOT_YET_MADE = re.compile(
    r"(?i)^(?: [^ ,.;:!?]+){0,6}? (?:has|have|had|is|was|were|are) (?:not|yet to|never)(?: (?:yet|officially|been|be"
    r"|even|so far))*"
    r" (?:announced|confirmed|given|made|come|arrived|happened|materiali[sz]ed|ordered|granted|secured)(?= )"
)
"""What makes of a noun a thing that is not there: “a renewal has not been announced”."""
_RULED_OUT = re.compile(
    r"(?i)^(?: (?:is|was|now|looks|seems|therefore|thus|also))+ (?:off the table|out of the question|unlikely|ruled out"
    r"|impossible|not (?:possible|on the cards|happening|likely))(?= )"
)
"""What makes of a day or window one on which it does not come: “a premiere in May is off the table”."""
_STRONG_DOUBT = re.compile(
    r"(?i) (?:could|may|might|if|whether|unless|rumou?r\w*|would have|believ(?:e|es|ed|ing)|suspect(?:s|ed)?"
    r"|fear(?:s|ed)?)(?= )"
)
_PLANNABLE = frozenset(
    "filming-started filming-wrapped post-production writing casting window final finale production delayed".split()  # noqa: SIM905
)
"""Kinds that may be told of what is to come."""
_AFTERTHOUGHT = re.compile(
    r"(?i)^[^.;:]{0,25} (?:if|unless|or not|(?:does |do )?(?:seems?|looks?"
    r"|appears?) (?:[a-z]+ )?(?:likely|unlikely)|is (?:likely|unlikely|possible)|looks (?:likely"
    r"|unlikely)|(?<!that it )(?<!that this )would be"
    r"|remains (?:un\w+|in|to|up|a|an|only|very|highly|more|possible|likely|doubtful|open|questionable|anyone|pending)"
    r"|(?:claims?|rumou?rs?|reports?|talk|fears?) (?:[a-z]+ ){0,2}(?:denied|dismissed|debunked|false|untrue|wrong)"
    r")(?= )"
)
_UNDECIDED = re.compile(
    r"(?i)^(?: (?!and )[^ .;:,]+){0,4} (?:has|have|had|is|was) not (?:[a-z]+ ){0,2}"
    r"(?:announced|confirmed|official)(?= )"
)
"""What makes of an order none yet: “a renewal for season 4 has not been announced”."""
_FOR_NOW = re.compile(
    r"(?i)^[^.;:]{0,10} (?:for (?:[a-z]+ ){0,3}(?:weeks|months|years|while)|(?:any ?time )?soon(?! after)|right away"
    r"|immediately|just yet)(?= )"
)
"""What makes of a cancellation a wait: “did not come back for more than two months”."""
_HEARSAY = re.compile(
    r"(?i) (?:drawn|comment(?:ed|ing)?|pressed|asked) (?:on|about) (?:\w+ ){0,3}"
    r"(?:reports?|claims?|talk|whether|if)(?= )"
    r"| (?:speculat\w+|rumou?r\w*|unconfirmed|theor(?:y|ies)|leak(?:s|ed|er)?|talk (?:that|of)"
    r"|(?:worr(?:y|ied)|fear(?:s|ed)?|afraid) that|falsely|hoax|fake (?:news|posts?|videos?|stor(?:y|ies))"
    r"|(?:post|video|article|clip|page|tweet)s? claim(?:s|ed|ing))(?= )"
)
"""What makes all that follows in a sentence a thing that is only talked of."""
_FOR_SURE = re.compile(r"(?i) (?:officially|definitely|now officially) +$")
"""What takes a doubt back: “could go either way. Officially cancelled”."""
_NOT_AND = re.compile(r"(?i) (?:did|does|do) not (?:[a-z]+ (?:[^ ,;]+ ){0,5}?)and $")
"""What is denied before another verb that is not: “did not like the figures and cancelled it”."""
_REFUTED = re.compile(
    r"(?i) (?:denie[sd]|deny|denying|dismiss\w*|refut\w+|reject\w*|debunk\w*|quash\w*|rubbish\w*|shot down|shoots down"
    r"|pour(?:s|ed|ing)? (?:cold water|scorn) on|laugh(?:s|ed)? off|brush(?:es|ed) (?:off|aside)|hits? back at"
    r"|put paid to|false|untrue|not true)(?: [^ ;.]+){0,6} (?:that|of|about)(?= )"
    r"| (?:nobody|no one|none of [^ ;.]+) (?:(?:is|was|has|had|ever|\w+ly) )*"
    r"(?:say|said|claim|suggest|mean)\w* that(?= )"
)
"""What makes what follows in a sentence untrue: “denied a report that it is to be scrapped”."""
_REPORTED = re.compile(
    r"(?i) (?:claims?|reports?|rumou?rs?|stor(?:y|ies)|suggestions?|speculation|talk|posts?)"
    r" (?:[^ ;.,]+ ){0,4}?(?:that|of|about|on)(?= )"
)
_UNTRUE = re.compile(
    r"(?i)^(?: [^ ;,.]+){0,6}? (?:is|are|was|were|be|been|proved?) (?:[a-z]+ ){0,2}(?:false|untrue|not true|wrong"
    r"|incorrect|inaccurate|unfounded|baseless|nonsense|fake|an? hoax|hoaxes|premature|made up|exaggerated)(?= )"
)
"""What stands before and behind a thing that is said to be untrue: “reports that it is cancelled are false”."""
_NOT_YET = re.compile(r"(?i) (?:not|never|no|yet to|was to|were to|could|might|may|would|should)(?: [^ ,]+){0,2} $")
_HAPPENED = re.compile(
    r"(?i)^(?: \S+){0,3}? (?:premiered|debuted|launched|arrived|landed|dropped|aired|began|started|bowed|ended"
    r"|concluded|finished|wrapped|finale|closer|ender|release|premiere|debut|launch|came|released|broadcast|shown|episode"
    r"|since)(?= )"
)
_PLANNED = r"(?:set|due|slated|scheduled|expected|planned|supposed|meant|eyed|tipped|targeted|intended|pencill?ed)"
_SUPERSEDED = re.compile(
    rf"(?i) (?:originally|initially|once|(?:previously|first|earlier) {_PLANNED})"
    rf"(?: (?:been|announced|going|in|for|to|be|{_PLANNED}))* +$"
)
"""What makes of a day one that has been given up: “originally due in May”."""
_CONDITIONAL = re.compile(r"(?i)^ (?:[\"“] )?(?:if|should|unless|had it|were it|whether)\b")


def mood_of(phrase: Phrase, ahead: str, sofar: str, behind: str, *, decides: bool) -> str:
    """Whether a phrase is said, denied or doubted by what stands around it; `decides` is one of a decision."""
    scope = scopes()
    plain = phrase.kind not in ("alive", "pending")
    ahead = _from_why(_NOT_AND.sub(" and ", ahead))
    sofar = _SETTLED.sub(" ", _from_why(sofar)) if " :" in sofar else _from_why(sofar)
    if phrase.kind == "window" and _RULED_OUT.match(behind):
        return "denied"
    if plain and phrase.voice == "noun" and _NOT_YET_MADE.match(behind):
        return "denied"
    if plain and (scope["denied"].search(" " + " ".join(ahead.split()[-6:]) + " ") or _REFUTED.search(sofar)):
        return "denied"
    if plain and _UNTRUE.match(behind) and _REPORTED.search(sofar):
        return "denied"
    if phrase.kind == "window" and _SUPERSEDED.search(ahead):
        return "denied"
    doubt = _STRONG_DOUBT if phrase.kind in _PLANNABLE else scope["doubted"]
    doubted = (
        doubt.search(" " + " ".join(ahead.split()[-9:]) + " ")
        or _AFTERTHOUGHT.match(behind)
        or (decides and _UNDECIDED.match(behind))
        or (phrase.kind == "cancelled" and _FOR_NOW.match(behind))
        or (plain and _HEARSAY.search(sofar))
        or (decides and plain and _ALMOST.search(ahead))
        or (phrase.kind in ("renewed", "returns", "cancelled", "saved", "moved") and _CONDITIONAL.match(sofar))
    )
    return "doubted" if doubted and not _FOR_SURE.search(ahead) else "said"


def _from_why(text: str) -> str:
    """What is said from where a sentence begins to tell why: the rest is taken for granted."""
    small = text.lower()
    return _TELL_WHY.sub(" why ", text) if " why" in small or " reason" in small else text


def is_unsure(kind: str, ahead: str, inside: str) -> bool:
    """Whether a phrase of a kind tells nothing for sure, by what stands before it in its clause and by its words."""
    if kind in _STEPS and _NOT_KNOWN.search(ahead):
        return True
    if kind == "delayed":
        return bool(_LIKELY.match(inside) or _NOT_EXPECT.match(inside))
    if kind != "window":
        return False
    near = " " + " ".join(ahead.split()[-_NEAR:]) + " "
    return bool(
        _GUESSED.search(near)
        or _LIKELY.match(inside)
        or _PERHAPS.search(inside)
        or (_WE.search(near) and _EXPECT.match(inside))
    )


def is_presupposed(phrase: Phrase, text: str, start: int, end: int) -> bool:
    """Whether a sentence takes for granted what it doubts or asks beside it: “if you missed the season 2 finale”."""
    if phrase.kind not in ("premiered", "finale"):
        return False
    ahead = text[max(0, start - 40) : start] + " "
    return bool(_HAPPENED.match(text[start:end] + " ")) and not _NOT_YET.search(ahead)
