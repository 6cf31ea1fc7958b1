"""What a short answer tells: “Has it been cancelled? Yes, sadly.”, “When was it cancelled? On October 8.”."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from showstatus.reader.cues.cue import Cue
from showstatus.reader.events.days import DAY
from showstatus.reader.events.event import STEPS, Event, plain_event
from showstatus.reader.events.focus import Focus
from showstatus.reader.events.unsaid import COME
from showstatus.reader.lexicon import DATE
from showstatus.reader.mentions.marked import Marked
from showstatus.reader.mentions.numbers import SeasonMention
from showstatus.reader.mentions.times import DateMention

_OPENS = (
    r"(?i)^(?: [\"“‘'])*(?: (?:in (?:a word|short)|(?:the |our )?short answer(?: is)?|simply put|well|sadly"
    r"|unfortunately|alas|happily|thankfully|i am afraid|the answer is)(?: [:,])?)*"
)
_YES = re.compile(
    rf"{_OPENS} (?:yes|yep|yup|absolutely|indeed|(?:i am )?afraid so|it (?:has|is|was|did))(?: [,.!;:]|$)"
    r"(?! (?:but|and no|maybe))"
)
_NO = re.compile(rf"{_OPENS} (?:no|nope|(?:sadly|unfortunately|i am afraid|afraid) not)(?: [,.!;:]|$)(?P<rest>.*)")
_OPEN = re.compile(
    r"(?i) (?:yet|official\w*|announc\w+|confirm\w+|word|news|so far|at the moment|for now|decid\w+|decision|but|still"
    r"|knows?|unless|may|might|could|renew\w*|cancell?ed)(?= )"
)
"""What makes of a plain no that nothing is known."""
_WHETHER_DONE = re.compile(
    r"(?i) (?:renewed|confirmed|announced|ordered|commissioned|picked up|greenlit|official)(?= )"
)
_WHEN = re.compile(r"(?i)^(?: [\"“‘'])* (?:and )?when (?:was|were|did)(?= )")
_ON = re.compile(rf"(?i)^(?: (?:it was|that was|back))?(?: (?:on|in))?(?: the)? ({DATE})")
_DECIDED = frozenset({"renewed", "returns", "cancelled", "saved", "final", "ended", "premiered", "finale"})


def answered(sentences: Sequence[Marked], told: Sequence[Event], published: dt.date | None) -> list[Event]:
    """What the sentences behind questions tell by answering them with a word or a date."""
    made: list[Event] = []
    for before, line in pairwise(sentences):
        if before.sentence.asks and line.sentence.block - before.sentence.block <= 1:
            asked = [event for event in told if event.sentence is before.sentence and event.kind in _DECIDED]
            for event in asked:
                made += _answer(event, before, line, published)
    return made


def _answer(event: Event, before: Marked, line: Marked, published: dt.date | None) -> list[Event]:
    """What one of the things that were asked is answered with."""
    if event.said and _WHEN.match(before.text):
        on = _ON.match(line.text)
        day = line.mentions.get(on.start(1)) if on else None
        heard = day.heard(published, "past") if isinstance(day, DateMention) else None
        if heard is None or not isinstance(day, DateMention) or event.dated:
            return []
        dated = replace(event, date=heard, day=bool(DAY.search(day.text)), dated=True, relative=day.relative)
        return [replace(dated, sentence=line.sentence)]
    if event.mood != "asked" or event.kind in ("premiered", "finale"):
        return []
    here = replace(event, mood="said", sentence=line.sentence, planned=False)
    if _YES.match(line.text):
        return [here]
    no = _NO.match(line.text)
    if no is None:
        return []
    if event.kind in ("cancelled", "ended", "final"):
        return [replace(here, kind="alive")]
    open_now = _OPEN.search(no["rest"] + " ") or _WHETHER_DONE.search(before.text)
    return [replace(here, kind="pending" if open_now else "cancelled")]


_WHEN_IS = re.compile(
    r"(?i)^(?: [^ ]+){0,4}? when (?:does|will|is|can|do|could|might)(?= )"
    r".* (?:come out|out|return|back|premiere|air|start|begin|debut|released?|on|arrive|land|drop|launch"
    r"|watch (?:it|them))(?: (?:on|to|for|in)(?: [^ ]+){1,3})? \? $"
)
_AT_ONCE = re.compile(
    rf"^(?: [\"'])*(?: (?:It is|On|In|From|Set for|Expected))?(?: the)? {DATE}(?= [,.!;:]| on| at| in| $|$)"
)


def day_asked(
    sentence: Marked, asked: Marked | None, here: Sequence[Cue], focus: Focus, published: dt.date | None
) -> list[Event]:
    """When it comes, where the line above asks for that: “When is season 2 out?”, “August 28, ABC says”."""
    key = focus.topic or focus.last
    if asked is None or key is None or not _WHEN_IS.search(asked.text) or not _AT_ONCE.match(sentence.text):
        return []
    if any(cue.kind in COME | STEPS for cue in here):
        return []
    date = next((mention for _, mention in sentence.of(DateMention)), None)
    if date is None:
        return []
    seasons = [season for _, season in asked.of(SeasonMention)]
    event = plain_event("window", key, seasons[0] if seasons else focus.season, sentence, direct=True)
    day = bool(DAY.search(date.text))
    return [replace(event, date=date.heard(published, "future"), day=day, dated=True, relative=date.relative)]
