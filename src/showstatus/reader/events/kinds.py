"""What does a phrase tell where it stands? A season may end and not the show, a shoot begin, a premiere be to come."""

from __future__ import annotations

import re

from showstatus.reader.cues.cue import Cue
from showstatus.reader.events.days import DAY
from showstatus.reader.events.shoots import is_last, kind_of_work
from showstatus.reader.events.tense import ends_after, ends_on, is_of_next_year, season_ends
from showstatus.reader.events.things import is_managed
from showstatus.reader.events.twofold import kind_of_order
from showstatus.reader.lexicon import DATE, SEASON, SHOW
from showstatus.reader.mentions.marked import Marked
from showstatus.reader.mentions.times import DateMention

_UNTIL = re.compile(
    rf"(?i) (?:(?:mon|tues|wednes|thurs|fri|satur|sun)days|weekly|each week|every [a-z]+)(?: [^ ,;]+)*?"
    rf" (?:until|till|through)(?: the)? {DATE}$"
)
"""What makes of a day the last on which a season is shown: “new episodes come out on Fridays until May 3”."""


def kind_told(sentence: Marked, cue: Cue, mention: DateMention | None) -> str:
    """What a phrase tells where it stands: it may be the season that ends, the shoot that begins, or still to come."""
    ahead, inside = sentence.text[: cue.start], sentence.text[cue.start : cue.end]
    work = kind_of_work(sentence, cue)
    if work is not None or ends_after(sentence, cue):
        return work or "final"
    last = is_last(ahead + inside[: 2 * inside.startswith(f" {SEASON}")])
    if cue.kind in ("window", "premiered") and last and SHOW not in inside:
        return "finale"
    if cue.kind == "window" and _UNTIL.search(inside):
        return "finale"
    if cue.kind == "premiered" and cue.future:
        return "window"
    if cue.kind == "window" and is_of_next_year(inside, mention):
        return "renewed"
    if cue.kind == "ordered":
        return kind_of_order(inside)
    on_day = cue.kind == "final" and mention is not None and bool(DAY.search(mention.text))
    if cue.kind == "final" and is_managed(sentence, cue):
        return "finale"
    ends = cue.kind == "ended" or (cue.kind == "final" and ends_on(sentence, cue, mention))
    return "finale" if ends and (on_day or season_ends(sentence, cue)) else cue.kind
