"""On which day did it happen, or will it, that a phrase tells of? The date that is said with it in its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from showstatus.reader.cues.cue import DECISIONS, Cue
from showstatus.reader.lexicon import DATE, PLATFORM
from showstatus.reader.mentions.marked import Marked, Mention
from showstatus.reader.mentions.times import DateMention

DAY = re.compile(r"(?i)\b\d{1,2}(?:st|nd|rd|th)?\b(?!\d)|day\b|tonight")
_TOLD_ON = re.compile(
    rf"(?i) (?:said|announced|wrote|tweeted|confirmed|revealed|reported|blogged|posted|shared|told|let it be known"
    rf"|took to(?: [\w’'-]+){{1,2}}?"
    rf"|made (?:it|this) (?:known|official|public|clear)|made the (?:announcement|decision|news)"
    rf"|broke|came|declared|unveiled|dropped)(?: [\w’'-]+){{0,4}}? ({DATE})"
)
_FINALE = re.compile(r"(?i) (?:finale|episode)(?= |$)")
_ONLY_SAID = re.compile(
    r"(?i) (?:said|announced|wrote|tweeted|confirmed|revealed|reported|blogged|posted|told|let it be known|declared"
    r"|took to|made)(?= )"
)


_SHOT = re.compile(r"(?i) (?:shot|filmed|shoot|film)(?= )")
_UNDONE = re.compile(
    r"(?i) (?:to|should|ought to) have (?:been|begun|started|gone|wrapped|premiered|launched|aired)(?= )"
    r"| (?:supposed|meant) to "
)
"""What should have been, on a day that is none of its delay."""
_MEASURED = re.compile(
    rf"(?i) (?:hours?|days?|weeks?|months?|years?) (?:after|before|since)"
    rf"(?: {PLATFORM}| the| its| had| was| it){{0,3}}$"
)
"""What goes before a thing from which is only counted: “said on Friday that …, a day after Fox let it go”."""


def _is_measured(sentence: Marked, cue: Cue) -> bool:
    return cue.kind in DECISIONS and bool(_MEASURED.search(sentence.text[cue.clause[0] : cue.start]))


_SCENES = re.compile(
    r"(?i) (?:(?<!first )(?<!last )(?<!final )scenes?|sequences?|shots|stunts?|exteriors?|interiors?"
    r"|part of (?:it|the (?:series|show|drama)))"
    r"(?: (?:for|of|from|in) [^;:]*?)?(?: (?:will|to|are|is|were|was|being|be|set|due|also))* $"
)
_UNTIL = re.compile(
    r"(?i) (?:until|till|through|to)(?: the)?(?: (?:very )?(?:end|middle|beginning|start) of)?(?: the)? $"
)
_ONE_DAY = re.compile(r"(?i)^(?: [\"'])* (?:films|shoots|filmed|shot)(?= )")
"""“X films in Leeds on Monday”: a day of many."""
_A_SCENE = re.compile(
    r"(?i)^(?: (?:a|an|the|its|some|two|three|more|key|final|last|new)){0,3}(?: [a-z-]+){0,2}"
    r" (?:scenes?|sequences?|stunts?)(?= )"
)
"""What is shot on one day of many, which is none on which the shoot begins."""


def told_on(sentence: Marked) -> DateMention | None:
    """The day on which something was made known, where that is all that its verb tells."""
    match = _told_on(sentence.text)
    mention = sentence.mentions.get(match.start(1)) if match and _ONLY_SAID.match(match[0]) else None
    return mention if isinstance(mention, DateMention) else None


@lru_cache(1024)  # asked for each phrase of a sentence
def _told_on(text: str) -> re.Match[str] | None:
    return _TOLD_ON.search(text) if DATE in text else None


def date_of(sentence: Marked, cue: Cue, here: Sequence[Cue]) -> DateMention | None:
    """The date a cue has: inside it, or free in its clause; a decision may have it at the beginning of the sentence."""
    if cue.kind == "filming-started" and _SHOT.search(sentence.text[cue.start : cue.end] + " "):
        behind = sentence.text[cue.end :]
        if _SCENES.search(sentence.text[cue.clause[0] : cue.start] + " ") or _A_SCENE.match(behind):
            return None
    if cue.kind == "filming-started":
        found = _date_of(sentence, cue, here)
        return None if found is not None and _is_of_no_start(sentence, cue, found) else found
    return _date_of(sentence, cue, here)


def _is_of_no_start(sentence: Marked, cue: Cue, found: DateMention) -> bool:
    """Whether a date said with a shoot is that of its end, or one of its days: “is before the cameras until May”."""
    place = next((at for at, mention in sentence.mentions.items() if mention is found), -1)
    until = place >= 0 and _UNTIL.search(sentence.text[:place])
    one_day = _ONE_DAY.match(sentence.text[cue.start : cue.end]) and DAY.search(found.text)
    return bool(until or one_day)


def _date_of(sentence: Marked, cue: Cue, here: Sequence[Cue]) -> DateMention | None:
    if cue.kind == "delayed" and _UNDONE.search(sentence.text[cue.start : cue.end]):
        return None
    inside = sentence.of(DateMention, cue.start, cue.end)
    told, inside_of = _told_on(sentence.text), sentence.text[cue.start : cue.end]
    if told and any(o.start <= told.start() < o.end and o.kind == "premiered" for o in here):  # a season dropped
        told = None
    comes = cue.kind in ("window", "premiered", "finale") or (cue.kind == "ended" and _FINALE.search(inside_of))
    measured = _is_measured(sentence, cue)
    told = None if measured else told
    if told and not comes and cue.kind in (DECISIONS | {"delayed"}) and not (inside and cue.kind != "delayed"):
        found = sentence.mentions[told.start(1)]
        return found if isinstance(found, DateMention) else None
    if inside and isinstance(inside[-1][1], DateMention):
        return _plainer(sentence, *inside[-1])
    if cue.kind == "window" or cue.phrase.source == "S":  # the name of a season has no day of its own
        return None
    label = _LABEL.match(sentence.text[cue.end :])
    labelled = sentence.mentions[cue.end + label.start(1)] if label else None
    if isinstance(labelled, DateMention):
        return labelled
    free = _free_date(sentence, cue, [other for other in here if other is not cue and other.phrase.source != "S"])
    bare = cue.phrase.source.startswith("filming (of")  # “told the crew on Friday that filming of season 6 …”
    return told_on(sentence) if free is None and not (comes or measured or bare) else free


_DATELINE = re.compile(
    rf"(?:(?: [A-Z][\w.’'-]*| ,)*)(?: \()? {DATE}(?: [\d:]+)?(?: ,)?(?: \))?"
    r"(?: \( [^()]* \))?(?: ,)? (?:--|[–—!|])(?= )"
)
"""The place and day of a report before what it tells: “Toronto, May 1 (CP) — …”."""


def _free_date(sentence: Marked, cue: Cue, taken: Sequence[Cue]) -> DateMention | None:
    """The date of a phrase that has none inside it: one that no other phrase has taken."""
    dates = [(at, mention) for at, mention in sentence.of(DateMention)]
    said = told_on(sentence) if cue.kind not in DECISIONS else None
    dateline = _DATELINE.match(sentence.text)
    first = cue.start if _is_measured(sentence, cue) else dateline.end() if dateline else 0
    free = [
        (at, mention)
        for at, mention in dates
        if mention is not said
        and at >= first
        and not (cue.kind in DECISIONS and _AHEAD.search(sentence.text[:at]))
        and not any(
            o.start <= at < o.end or (o.end <= at and len(sentence.text[o.end : at].split()) < 3) for o in taken
        )
    ]

    def between(at: int) -> bool:
        low, high = min(at, cue.start), max(at, cue.start)
        return any(low < other.start < high for other in taken)

    for at, mention in free:
        if cue.end <= at <= cue.clause[1] and not between(at) and len(sentence.text[cue.end : at].split()) <= 12:
            if cue.kind in DECISIONS and re.search(
                r"(?i) (?:for|until|till|through|since|of)(?: the)? $", sentence.text[cue.end : at]
            ):
                continue
            return _end_of(sentence, at, mention) if cue.kind in _ENDS else _plainer(sentence, at, mention)
    for at, mention in reversed(free):
        if at < cue.start and (at >= cue.clause[0] or len(sentence.text[:at].split()) <= 3) and not between(at):
            return mention
    alone = cue.kind in DECISIONS and len(dates) == len(free) == 1 and not _YEAR.fullmatch(dates[0][1].text)
    if alone and dates[0][0] < cue.start and not between(dates[0][0]):
        return dates[0][1]
    opens = cue.kind in DECISIONS and free and free[0][0] < cue.start and _OPENS.match(sentence.text[: free[0][0]])
    return free[0][1] if opens and not _TURNS.search(sentence.text[free[0][0] : cue.start] + " ") else None


_ENDS = frozenset({"finale", "ended", "filming-wrapped"})
_BETWEEN = re.compile(r"(?i) between $")
_LABEL = re.compile(rf" (?:! )?(?::|\() (?:on |in )?({DATE})")
"""“Cancelled: 27 October”, “its first-season finale (May 23)”."""
_YEAR = re.compile(r"(?i)(?:[a-z]+ )*(?:19|20)\d\d")
"""A year by itself, which is rather that of something else than of the decision behind it."""
_AHEAD = re.compile(r"(?i) (?:ahead of|before|prior to|in advance of)(?= )[^,;:]* $")
"""What stands before the day of something that a decision comes before: “ahead of its return this spring, …”."""
_OPENS = re.compile(r"(?i) (?:it (?:was|is) )?(?:back )?(?:only )?(?:on |in |as of )?$")
"""What stands before a date that all of a sentence is about."""
_TURNS = re.compile(r"(?i) (?:now|but|yet|today|then|however|before|until|since|while)(?= )")
"""What begins a time of its own."""


def _end_of(sentence: Marked, at: int, mention: DateMention) -> DateMention | None:
    """The date, or the last of a span of two that it begins: “from 2016 to 2019”."""
    until = r"(?:to|until|till|through|and)" if _BETWEEN.search(sentence.text[:at]) else r"(?:to|until|till|through)"
    behind = re.match(rf" {until} (?:the )?(?={DATE})", sentence.text[at + 1 :])
    last = sentence.mentions.get(at + 1 + behind.end()) if behind else None
    return last if isinstance(last, DateMention) else _plainer(sentence, at, mention)


def _plainer(sentence: Marked, at: int, mention: Mention) -> DateMention | None:
    """The date, or the one right behind that says more: “two years ago, in 2020”, “next week, on June 26”."""
    if not isinstance(mention, DateMention):
        return None
    behind = re.match(rf" (?:, |\( )?(?:in |on )?(?={DATE})", sentence.text[at + 1 :])
    other = sentence.mentions.get(at + 1 + behind.end()) if behind else None
    if not isinstance(other, DateMention):
        return mention
    finer = DAY.search(other.text) and not DAY.search(mention.text)
    return other if finer or (mention.relative and not other.relative) else mention
