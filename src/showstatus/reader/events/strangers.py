"""Is it another that a phrase is told of, whose name is no title? By what stands where its show should."""

from __future__ import annotations

import re

from showstatus.names import fold
from showstatus.reader.cues.arguments import shows_of
from showstatus.reader.cues.cue import DECISIONS, Cue
from showstatus.reader.lexicon import SHOW, words
from showstatus.reader.mentions.marked import Marked

_I = re.compile(r" I(?: (?:am|was|will|would|have|had|do|did|just|never|really|definitely|not|be))* $")
"""Who says “I'm not coming back” speaks of no show."""
_LEAVES = re.compile(
    r"(?i) (?:walk\w*|part\w*|say|said|says|bids?|bade|waves?|cuts?|done|finished|through|gives?|gave|leav\w+|left"
    r"|quits?)(?= )"
)
_PERSON = re.compile(r" ([A-Z][a-z]+)(?: [A-Z][\w.’'-]*)+$")
"""Who leaves a show does not end it: “Ann Lee has walked away from X”."""
_SOMEBODYS = re.compile(
    r" (?:(?:the|this|that) (?:[A-Z][\w’'.-]+ ){1,4}(?:(?:and|&) (?:[A-Z][\w’'.-]+ ){1,3})?"
    r"|(?:[A-Z][\w’'.-]+ ){1,3}(?:(?:and|&) (?:[A-Z][\w’'.-]+ ){1,3})?'s )(?:[a-z-]+ ){0,3}?"
    r"(?:drama|comedy|dramedy|sitcom|series|show|thriller|starrer|vehicle|saga|soap|procedural|anime|mystery)(?= )"
)
"""The show that is spoken of, by who is in it or made it: “a second season of the Jane Doe comedy”."""
_RENEWS = re.compile(r"(?i) (?:renew|recommission|re-?up)")
"""Who does this to “it” has had it before: what was greenlit may be anything."""
_IT_BEHIND = re.compile(r" (?:it|(?:the|its|this) (?:[a-z-]+ ){0,3}?(?:show|series|drama|comedy|sitcom|thriller))(?= )")
_THE_SHOW = re.compile(
    r" (?:the|its|this|that) (?:(?!of |for |and )[\w’'-]+ ){1,6}?(?i:shows?|series|drama|comedy|sitcom"
    r"|soap|thriller|dramedy|programme|spin-?off|prequel|procedural|western|half-hour|hour)(?= )(?! [\"“‘']? ?[A-Z])"
)
"""What says whose show it is, or where, and names none: “renewed the Jane Doe drama for a second season”."""
_WITH_PEOPLE = re.compile(
    r"(?i)^(?: [\"“‘'()–—:!;,])*(?: (?:and|but|so))? (?:the|this|its) (?:[\w’'-]+ ){0,4}?(?:shows?|series|dramas?"
    r"|comedy|sitcom|soap|thriller|programme|hit|(?:love )?story) (?:with|of|from|by|starring|featuring|about|around"
    r"|(?:led|fronted|written|created) by) [^,;:()]+$"
)
"""What names people only to say which show is meant: “the drama with Jane Doe came to its end”."""
_AUXILIARY = re.compile(
    r"(?:(?:^| )(?:is|are|was|were|has|have|had|been|be|being|will|also|now|just|gets|got|to|would|[a-z]+ly))+ *$"
)


def is_stranger(sentence: Marked, cue: Cue) -> bool:
    """Whether a name that is no title stands where the phrase wants its show: then it is about that."""
    if cue.phrase.voice == "passive" and cue.kind in DECISIONS and _I.search(sentence.text[: cue.start] + " "):
        return True
    if cue.kind == "cancelled" and _LEAVES.match(sentence.text[cue.start : cue.end] + " "):
        person = _PERSON.search(_AUXILIARY.sub("", sentence.text[: cue.start]).rstrip())
        if person and fold(person[1]) in words().first_names:
            return True
    if sentence.sentence.role == "headline" or (cue.kind == "pending" and SHOW in sentence.text):
        return False
    if SHOW in sentence.text[cue.start : cue.end]:
        return False
    if cue.kind == "casting" and cue.phrase.voice == "noun":  # the name behind is that of an actor, or of a part
        return False
    if cue.phrase.voice != "passive" and not shows_of(sentence, cue):
        behind = re.match(r" (?:(?:the|its|[\"“‘]) )*([A-Z][\w’'-]+)", sentence.text[cue.end :])
        if behind and behind[1].lower() not in words().never_titles and not _SOMEBODYS.match(sentence.text, cue.end):
            return not _THE_SHOW.match(sentence.text, cue.end)
    if cue.phrase.voice not in ("passive", "verb"):
        return False
    behind_it = any(at >= cue.end for at, _ in shows_of(sentence, cue)) or (
        _RENEWS.search(sentence.text[cue.start : cue.end]) and _IT_BEHIND.match(sentence.text, cue.end)
    )
    if cue.phrase.voice == "verb" and behind_it:
        return False  # who does it may be a channel that nobody knows
    if sentence.text.startswith(" ,", cue.start) and " , " in sentence.text[: cue.start]:  # an apposition ends there
        return False
    if _WITH_PEOPLE.search(sentence.text[cue.clause[0] : cue.start]):
        return False
    ahead = re.sub(r" \( [^()]* \)\s*$", "", sentence.text[: cue.start] + " ").rstrip()
    last = _AUXILIARY.sub("", ahead).split()[-1:]
    return bool(last) and last[0][0].isupper() and last[0].isalpha() and last[0].lower() not in words().never_titles
