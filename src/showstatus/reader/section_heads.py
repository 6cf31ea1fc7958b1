"""What a heading or headline says of the shows that are listed below it, where it is no more than that: “Staying”."""

from __future__ import annotations

import re

from showstatus.reader.sentences import Sentence

LONGEST = 60
"""A heading of more characters says more than a verdict."""
_GUESSED = (
    r"(?:(?:very |most |more |highly |almost |all but )?(?:likely|certain|probable|probably|leaning|leans?|predicted"
    r"|expected|sure"
    r"|possible|possibly)(?: to be| for| to)? (?:renew\w*|cancel\w*|axed|return\w*|end\w*|pick\w*)|(?:a )?(?:safe bet"
    r"|sure thing"
    r"|long[- ]?shot|toss-?up|coin[- ]flip|maybe|question mark|sure bet)s?|(?:in|on) (?:danger|trouble|life support"
    r"|the brink"
    r"|the fence|thin ice)|at risk|endangered|toast|looking (?:good|bad|safe|shaky)|good as gone|as good as \w+)"
)
_OPEN = (
    r"(?:too (?:close|early|soon) to (?:call|tell|say|know)|(?:could go|can go) either way|(?:still )?up in the air"
    r"|(?:still )?in (?:limbo|the balance)|tb[acd]|(?:fates? )?(?:still )?(?:unknown|undecided|unclear|uncertain)"
    r"|(?:still )?(?:awaiting|waiting)(?: (?:for|on))?(?: (?:a |its |their )?(?:word|news|decisions?|fates?"
    r"|verdicts?))?"
    r"|(?:we )?(?:still )?do(?: not|n['’]t) know(?: yet)?|(?:still )?(?:yet )?to be (?:determined|decided|announced"
    r"|confirmed)"
    r"|who knows|no (?:decision|word|news)(?: yet)?|not (?:yet )?decided(?: yet)?|(?:the )?jury(?: is"
    r"|['’]s) (?:still )?out"
    r"|(?:on )?the bubble|pending)"
)
_GONE = (
    r"(?:going(?: away)?|gone(?: for good)?|out|over|leaving|departing|not (?:coming back|returning|renewed|back"
    r"|picked up)"
    r"|won['’]t be back|dead|dumped|dropped|the (?:fallen|dead|departed|bad news|axed|losers|cancell?ed)|bad news"
    r"|losers|goners"
    r"|thumbs down|chopped|axed|cancell?ed|scrapped|r\.?i\.?p\.?|(?:what|who)(?:['’]s| is) (?:gone|going|out|over"
    r"|leaving|not coming back"
    r"|not back|done|cancell?ed))"
)
_STAYS = (
    r"(?:staying(?: put)?|safe|in|back(?: for more)?|keepers|survivors|survived|alive|living|winners|thumbs up"
    r"|picked up"
    r"|(?:the )?good news|the (?:survivors|winners|living|keepers|renewed)|renewed"
    r"|(?:what|who)(?:['’]s| is) (?:staying|safe|in|back|coming back|returning|renewed))"
)
_LAST = (
    r"(?:ending|concluding|saying goodbye|bowing out|wrapping up|signing off"
    r"|(?:in their |the )?(?:final|last) (?:seasons?|series))"
)
_FRESH = r"(?:new(?:comers)?|debuting|rookies|freshmen)"
_ORDERED = (
    r"(?:(?:new|fresh|first) (?:orders|commissions|pick-?ups)|(?:newly )?(?:ordered|commissioned|greenlit)"
    r"|pilots (?:picked[- ]up|ordered)|(?:picked[- ]up|ordered) pilots)"
)
_OF_THEM = (
    r"(?: (?:shows?|series|dramas?|comed(?:y|ies)|sitcoms|ones|list|so far|this (?:year|season|week)|for now|yet"
    r"|(?:at|on|from|by) (?:the )?[A-Z][\w+]*))*"
)
_WHOLE = tuple(
    (kind, re.compile(rf"[^\w]*(?i:{what}){_OF_THEM}(?: ?\(\d+\))?[^\w]*"))
    for kind, what in (
        ("pending", _GUESSED), ("pending", _OPEN), ("cancelled", _GONE), ("renewed", _STAYS), ("final", _LAST),
        ("ordered", _ORDERED), ("production", _FRESH),
    )
)  # fmt: skip
"""Headings that are nothing but the verdict of what stands below them."""


def section(text: str) -> str | None:
    """The verdict that a heading is, and nothing else: “GOING”, “Too close to call”, “What's staying (4)”."""
    if len(text) > LONGEST:
        return None
    return next((kind for kind, pattern in _WHOLE if pattern.fullmatch(text)), None)


_LABELLED = re.compile(
    r"[^\w“\"‘']*(?P<label>[A-Za-z][A-Za-z'’ -]{1,38}?)(?: ?\(\d+\))?: (?P<rest>(?=[“\"‘'A-Z0-9]).+)$"
)


def labelled(line: Sentence) -> re.Match[str] | None:
    """A line that begins with such a verdict and goes on with the shows of it: “Gone for good: X, Y and Z”."""
    match = _LABELLED.match(line.text) if line.role != "headline" and ": " in line.text else None
    return match if match and section(match["label"]) is not None else None


def is_section(line: Sentence, below: Sentence | None) -> bool:
    """Whether a line is the heading of a list, and nothing but the verdict of what stands in that.

    One word above a paragraph is rather a title: “Survivors”.
    """
    if line.role != "heading" or below is None or section(line.text) is None:
        return False
    return below.role != "body" or " " in line.text.strip()


_BOTH = re.compile(
    r"(?i)\bnew\b.*\breturn(?:ing|s)\b|\breturn(?:ing|s)\b.*\bnew\b|\b(?:and|or|,) (?:which|what"
    r"|who)(?:['’]s)?(?: \w+){0,3}"
    r" (?:not|n['’]t|gone|going|out|over|cancell?ed|axed|leaving|done|ending)\b"
)
"""What a headline names that lists shows of both kinds: “new and returning”, “what's back, what's gone”."""


def is_of_both(headline: str) -> bool:
    """Whether a headline announces shows that share no verdict."""
    return bool(_BOTH.search(headline))


WHICH = re.compile(
    r"(?i)^ (?:which|what|every|all the|the)(?: (?!might|may|could|should|will|would|when|how|why|if)\S+){0,5}? (?:is"
    r"|are|was|were|has|have|got"
    r"|gets)(?: been)?(?: just| now| already)? (?!might|may|could|should|not)(?:\S+ ){1,3}?\?"
)
"""A headline that asks which shows they are that its text lists: “Which dramas have been axed?”"""
