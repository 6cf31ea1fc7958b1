"""Which phrases of the lexicon stand in a sentence, and how far they are meant: said, denied, doubted, asked."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from showstatus.reader.cues.moods import WHY, is_presupposed, is_unsure, mood_of
from showstatus.reader.cues.phrase_index import phrases_for
from showstatus.reader.lexicon import DATE, PLATFORM, SEASON, SHOW, Phrase, scopes
from showstatus.reader.mentions.marked import Marked
from showstatus.reader.mentions.numbers import SeasonMention

_BOUNDARY = re.compile(
    r" [;:—!?] | \. | [-–] | \( | \) | , (?=(?:but|while|whereas|although|though|and (?!\ue001)|which"
    r"|who|so|with|as|because|since|after|before|when|where|yet|then)\b)"
    r"|(?<! all)(?<! nothing)(?<! none) (?=(?:but|while|whereas|although|though|because)\b)"
)
_OPENING = re.compile(
    r"(?i)^ (?:before|after|when|while|although|though|since|as|despite|following|in|on|with|for"
    r"|given|because|ahead of)(?= )[^;:()]{5,90}? , "
)
_NAMED_AFTER = re.compile(
    rf"{SHOW}(?: [\"”’'])* \( (?:[\"“‘'] )?(?=[A-ZÀ-ÖØ-Þ])"
    r"(?![^()]*(?i:renew|cancel|axed|return|premier|final|season|series))"
    rf"[^(){DATE}{SEASON}]{{1,45}} \)(?= [a-z])"
)
"""Another name in brackets, which ends no clause: “X (El Embarcadero) goes before cameras in May”."""
_ADJECTIVE = re.compile(
    r"(?i)^ (?!(?:of|for|to|on) )(?:[a-z\ue004-]+ ){0,3}?(?:show|series|drama|comedy|sitcom|soap|thriller|hit"
    r"|favou?rite|programme|cult)(?: [\"“‘',])* \ue001"
)
_OPENS_WITH_IT = re.compile(
    r"(?i)^(?: [\"“‘'])* \ue001(?: [\"”’'])* (?!(?:after|at|by|on|for|with|as|and|amid) )[a-z]+ "
)
"""What stands behind a participle that a headline begins with: “Canceled ‘X’ revived by Y”."""
_DONE = re.compile(
    rf"(?i)^(?: [\"',])*(?: {SHOW}(?: [\"'])*)?(?:(?: the| its)? {SEASON})?(?: of(?: [^ ]+)?? {SHOW})?(?: [a-z]+ly)?"
    r" (?:came|went|returned|was|were|ended|wrapped|started|began|limped|drew|crawled|finished|concluded|ran|aired"
    r"|lasted)(?= )"
)
"""A phrase that begins with a verb in the past is of what is done, whatever “to” stands in it: “came to an end”."""
_SINCE = re.compile(
    rf"(?i) (?:after|since|following|despite)(?: (?:it|being|its|the|{PLATFORM}|\w+ly|was|had|been))* +$"
)
"""What goes before a cancellation that something else has followed: “picked up after Fox cancelled it”."""
DECISIONS = frozenset(
    {"renewed", "returns", "cancelled", "saved", "moved", "final", "ended", "ordered", "back-order", "alive", "pending"}
)
"""Kinds that are decisions, or say that there is none."""
NOTHING = "nothing"
"""The kind of phrases that only look like news."""
_DATED = frozenset({"window", "premiered", "finale"})
_BACK = re.compile(rf"(?i)^ back (?:in|on|at)(?: the)?(?: [a-z]+)? {DATE}$")
_DONE_BACK = re.compile(
    r"(?i) (?!(?:slated|scheduled|planned|expected|delayed|confirmed) )(?:way|\w{2,}ed|began|begun|came|went|shown|shot"
    r"|made|given|seen|held|won|got|filming|production|photography|set up) +$"
)
"""What is told of a time past where “back in” a month or year stands behind it."""
_BEGINS = re.compile(
    r"(?i)^ (?:(?:will|to|is|was|had|has|officially|only) )*"
    r"(?:began|begun|begins?|starts?|started|kicks? off|kicked off|got)(?= )"
)
_SAID_ON = re.compile(
    rf" (?:said|says|announced|announces|confirmed|revealed|reported|reports|told|tweeted|wrote|posted)"
    rf"(?: (?!(?:that|for|as|to|with|by|until|from)(?= ))[^ :]+){{0,3}}? {DATE}$"
)
"""A day on which somebody said so, which is none of what he said: “will be back, the channel announced Tuesday”."""
_LIKE = re.compile(r"(?i) (?:like|unlike|than|as (?:in|with)) (?:(?:the|its|their|a) )?$")
"""What a last season is only named for beside another."""
_FINAL = Phrase("final", "noun", "S")
_INSERTED = re.compile(
    r"(?i) , [^,;:()]{5,90} ,((?: (?:is|are|was|were|has|have|had|will|be|been|being|also|now|just|officially"
    r"|already))*) *$"
)
"""What is said of a show between it and its verb."""
_ANSWERED = re.compile(
    r"(?i)\? (?!(?:what|when|how|why|who|where|here|everything|all|cast|release|plot|the latest|latest|is|are|will|can"
    r"|does|your|find out)\b)[^?]*$"
)
"""A question with its answer behind it in one line: “Is it over? Fox has renewed X”."""
_ORIGINAL = re.compile(rf"(?i){PLATFORM}(?: 's)? original(?= )")
_ENDED = re.compile(r"(?i) (?:, )?(?:ended|concluded|wrapped|finished|signed off|bowed out|closed)(?= )")
_TO = re.compile(r"(?i) (?:to|be|been|will|is|are|get|gets) +$")
_NOT_INSIDE = re.compile(r"(?i) (?:not|never|no longer|yet to)(?= )")
_DENIES = re.compile(r"NOT|\b(?:not|no|never|yet|nothing|without)\b")
"""A phrase that says no by itself; in any other one “not” stands where some words may: “casting has not begun”."""
_HERE_IS_WHY = re.compile(r"(?i) \? (?:here|this|that) is (?:exactly )?why(?= )")
"""What answers the question before it: “Is it over? Here's why it won't be back”."""
_WAS = re.compile(r"(?i) (?:was|were)(?: \w+ly| first| also| only)* +$")


@dataclass(frozen=True, slots=True)
class Cue:
    """One phrase where it stands in a marked sentence, and what its clause makes of it."""

    phrase: Phrase
    start: int
    end: int
    mood: str
    """``said``, ``denied``, ``doubted`` or ``asked``."""
    future: bool
    """Whether it is still to come."""
    before: bool
    """Whether it was so, and something else may have come since."""
    clause: tuple[int, int]
    """Where its clause begins and ends."""

    @property
    def kind(self) -> str:
        """What the phrase tells."""
        return self.phrase.kind


def cues(sentence: Marked) -> list[Cue]:
    """The phrases in a sentence, in order; no word belongs to two of them."""
    text = sentence.text
    small = text.lower()
    if len(small) != len(text):  # the small form of some letters has two characters
        small = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    matches = _matches(small)
    seasons = sentence.of(SeasonMention)
    if not (matches or seasons):
        return []
    found: list[Cue] = []
    bounds = [0, *sorted({match.start() for match in _BOUNDARY.finditer(text)}), len(text)]
    aside = [match.span() for match in _NAMED_AFTER.finditer(text)]
    bounds = [at for at in bounds if not any(start < at < end for start, end in aside)]
    opening = _OPENING.match(text)
    if opening:
        bounds = sorted({*bounds, opening.end() - 2})
    repeated = [at for at, one in seasons if one.repeated]
    last = [at for at, one in seasons if one.final]
    for phrase, start, end in matches:
        if phrase.source.startswith("(confirm* | announc*") and any(start <= at < end for at in last):
            continue  # “announces the final season of X” says only that it is the last
        if not (phrase.kind == "renewed" and any(start <= at < end for at in repeated)):  # “is the last” orders none
            found.append(_judged(sentence, phrase, start, end, bounds))
    found = [_whole(sentence, cue, found, bounds) for cue in found if not _looks_back(sentence, cue, found)]
    found = [replace(cue, mood="asked") if cue.mood == "said" and _is_open(text, cue, found) else cue for cue in found]
    found += _last_seasons(sentence, found, bounds)
    return sorted((cue for cue in found if cue.kind != NOTHING), key=lambda cue: cue.start)


@lru_cache(4096)  # a sentence is looked at twice: to tell titles, and to tell events
def _matches(small: str) -> tuple[tuple[Phrase, int, int], ...]:
    """The phrases in a marked sentence in small letters, each with its place; no word belongs to two of them."""
    found: list[tuple[Phrase, int, int]] = []
    for phrase in phrases_for(small):
        for match in phrase.pattern.finditer(small):
            start, end = match.span()
            if phrase.kind in _DATED and _SAID_ON.search(match[0], 1):
                continue
            if not any(start < e and s < end for _, s, e in found):
                found.append((phrase, start, end))
    return tuple(found)


def _looks_back(sentence: Marked, cue: Cue, found: list[Cue]) -> bool:
    """Whether a phrase only says when another was, and is of no return or premiere: “began back in May”."""
    text = sentence.text[cue.start : cue.end]
    if cue.phrase.source.startswith("filming (of"):
        over = any(other.end == cue.start and other.kind == "filming-wrapped" for other in found)
        behind = sentence.text[cue.end :]
        if _WRAPPED.match(behind) or _NOT_BEGUN.match(behind) or (over and text.startswith(" filming")):
            return True
    if cue.kind == "window" and _BACK.match(text):
        return bool(_DONE_BACK.search(sentence.text[: cue.start] + " "))
    return _is_rest(text, cue) and any(_is_work(other) and other.end == cue.start for other in found)


_WRAPPED = re.compile(
    r"(?i)^(?: ,)?(?: [^ ,;:.()]+){0,4}? (?:wrap\w*|finish\w*|end(?:s|ed|ing)?|conclud\w*|complet\w*|stopp\w*|paus\w*"
    r"|halt\w*|postpon\w*|delay\w*|suspend\w*|shut)(?= )"
)
_NOT_BEGUN = re.compile(
    r"(?i)^(?: (?:is|are|was|has|have|had|will|would|can|could|should|itself|there|still|also|\w+ly))*"
    r" (?:not|yet to|unlikely to|never)(?= )"
)
"""What is said of a shoot that is named before it, and has not begun."""
_EITHER = re.compile(r"(?i)^ (?:, )?or (?:be |been |is )?(?:not )?$")


def _is_open(text: str, cue: Cue, found: list[Cue]) -> bool:
    """Whether a phrase is one of two that rule each other out: “renewed or cancelled”."""
    return any(
        {cue.kind, other.kind} == {"renewed", "cancelled"}
        and _EITHER.match(text[min(cue.end, other.end) : max(cue.start, other.start)] + " ")
        for other in found
    )


def _whole(sentence: Marked, cue: Cue, found: list[Cue], bounds: list[int]) -> Cue:
    """A phrase of work with the verb behind it that another has taken: “filming on season 2” + “began in May”."""
    rest = [o for o in found if _is_work(cue) and o.start == cue.end and _is_rest(sentence.text[o.start : o.end], o)]
    return _judged(sentence, cue.phrase, cue.start, rest[0].end, bounds) if rest else cue


def _is_work(cue: Cue) -> bool:
    return cue.kind == "filming-started" and not cue.phrase.source.startswith("(for |")


def _is_rest(text: str, cue: Cue) -> bool:
    return cue.kind in ("premiered", "window") and bool(_BEGINS.match(text))


def _last_seasons(sentence: Marked, found: list[Cue], bounds: list[int]) -> list[Cue]:
    """A season that is called the last says by itself that it is."""
    made = []
    for at, season in sentence.of(SeasonMention):
        told = any(cue.kind == "final" and cue.clause[0] <= at < cue.clause[1] for cue in found)
        like = _LIKE.search(sentence.text[:at])
        if season.final and not (told or like):
            made.append(_judged(sentence, _FINAL, at - 1, at + 1, bounds))
    return made


def _judged(sentence: Marked, phrase: Phrase, start: int, end: int, bounds: list[int]) -> Cue:
    text = sentence.text
    first = max(bound for bound in bounds if bound <= start)
    last = min(bound for bound in bounds if bound >= end - 1)
    ahead = _without_inserted(text, start + 2 * text.startswith(" ,", start), bounds) or text[first:start] + " "
    behind, decides = text[end:last] + " ", phrase.kind in DECISIONS
    told = start if sentence.sentence.role == "headline" and not decides else 0  # “Hurt? Filming of X moves on”
    asked = sentence.sentence.asks and "?" in text[told:] and not _HERE_IS_WHY.search(text[:start] + " ")
    asked = asked and ("?" in text[end - 2 :] or not _ANSWERED.search(text[:start]))
    mood = "asked" if asked else mood_of(phrase, ahead, text[:start] + " ", behind, decides=decides)
    if mood in ("denied", "doubted"):
        harmless = scopes()["harmless"]
        mood = mood_of(phrase, harmless.sub(" ", ahead), harmless.sub(" ", text[:start] + " "), behind, decides=decides)
    if mood != "said" and is_presupposed(phrase, text, start, end):
        mood = "said"
    if mood == "said" and not decides and _NOT_INSIDE.search(text, start, end) and not _DENIES.search(phrase.source):
        mood = "denied"
    if mood == "asked" and decides and WHY.match(text[:start] + " "):
        mood = mood_of(phrase, ahead, text[:start] + " ", behind, decides=decides)
    scope = scopes()
    inside, near = text[start:end] + " ", " " + " ".join(ahead.split()[-9:]) + " "
    near = _TO_SOMEBODY.sub(" ", near)
    future = bool(scope["future"].search(near) or (scope["future"].search(inside) and not _DONE.match(inside)))
    if _MARKS.match(inside) and not _TO_BE_MARKED.search(ahead):
        future = False
    if phrase.kind == "premiered" and _ING.match(inside) and _WITH.search(ahead):
        future = True
    elif phrase.kind == "premiered" and (_CAME.search(inside) or _WAS.search(ahead)) and not _TO_BE.search(ahead):
        future = False
    if phrase.kind == "premiered" and (_IS_SHOWN.match(inside) or (_SHOWN.match(inside) and _IS.search(ahead))):
        future = True
    if phrase.kind in ("ended", "finale") and _ENDED.match(inside) and not _TO.search(ahead):
        future = False
    if phrase.kind in ("finale", "ended", "filming-wrapped") and _TO_WRAP.match(inside):
        future = True
    if sentence.sentence.role == "headline" and _ITS_DAY.match(inside) and not _OFF.match(behind):
        future = True
    kind = "window" if phrase.kind == "premiered" and future else phrase.kind
    if mood == "said" and is_unsure(kind, scope["harmless"].sub(" ", ahead), inside):
        mood = "doubted"
    earlier = _ORIGINAL.sub(PLATFORM, ahead)  # “Stan Original X” is none of an original of something
    before = bool(scope["before"].search(" " + " ".join(earlier.split()[-5:]) + " ")) or bool(
        re.search(r" (?:had|after being|despite|having) ", inside)
    )
    opens = not start and _OPENS_WITH_IT.match(text[end:] + " ")
    if phrase.kind == "cancelled" and (opens or _ADJECTIVE.match(text[end:]) or _SINCE.search(ahead)):
        before = True
    return Cue(phrase, start, end, mood, future, before, (first, last))


_TO_SOMEBODY = re.compile(
    r"(?<= had )to |(?<= )to (?=(?:the|a|an|his|her|their|its|this|that|us|me|him|them"
    r"|announce|reveal|confirm|report|say|tell|share|thank|celebrate"
    rf"|[{PLATFORM}{SHOW}{SEASON}{DATE}]|[A-Z][\w’'-]*) )"
)
"""What is no infinitive, and so tells nothing of what is to come: “confirmed to the Herald that …”."""
_ITS_DAY = re.compile(
    rf"(?i)(?: [,\"'])*(?: reveals?| sets?| announces| confirms)? {DATE} (?:premiere|debut|launch|release) $"
)
"""The day of a premiere, as headlines have it: it is still to come."""
_OFF = re.compile(r"(?i)^(?: \w+)? (?:pulled|postponed|delayed|shelved|scrapped|cancell?ed|pushed|moved|off)(?= )")
_TO_WRAP = re.compile(r"(?i)^ (?:wrap|finish|conclude)(?: up)? (?:in|on|by|at|this|next|later|before)(?= )")
"""No past is told by the plain verb: “the plan is to shoot for six months and wrap in May”."""
_MARKS = re.compile(r"(?i)^ marks?(?= )")
_TO_BE_MARKED = re.compile(r"(?i) (?:will|is|are|be|set|due|planned|scheduled)(?: \w+)* to (?:be )?$| will $")
"""What has been done “to mark the start of filming” is past."""


def _without_inserted(text: str, start: int, bounds: list[int]) -> str | None:
    """What stands before a phrase in its clause, where another is inserted: “X, whose end nobody knows, is renewed”."""
    inserted = _INSERTED.search(text[:start])
    if inserted is None:
        return None
    first = max(bound for bound in bounds if bound < inserted.start() or not bound)
    return f"{text[first : inserted.start()]} {inserted[1]} "


_SHOWN = re.compile(r"(?i)^ (?:released|shown|broadcast|screened|unveiled)(?= )")
_IS = re.compile(r"(?i) (?:is|are)(?: (?:also|finally|being|all))* +$")
_IS_SHOWN = re.compile(r"(?i)^ (?:is|are)(?: (?:also|finally|being|all))* (?:released|shown|broadcast|screened)(?= )")
"""“Is released on Christmas Day” is to come."""
_CAME = re.compile(
    r"(?i) (?:premiered|debuted|launched|arrived|landed|dropped|aired|began|started|came|bowed|opened|returned"
    r"|kicked|ran|streamed|went|been back|was|were|introduced|unveiled"
    r"|(?:broadcast|shown|screened) (?:from|between))(?= )"
    r"|^ (?:after|since|following)(?= )"
)
"""Words that tell of a premiere in the past, whatever “soon” stands before them."""
_ING = re.compile(r" [a-z]+ing ")
_WITH = re.compile(rf"(?i) with [^,;:]*{SEASON}[^,;:]* $")
"""“With season 2 landing on Friday” is of a day to come."""
_TO_BE = re.compile(r"(?i) (?:will|to) be(?: [a-z]+)? +$")
