"""When does it come? A day that stands right below a question is its answer, though no phrase tells what comes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from showstatus.reader.cues import Cue
from showstatus.reader.days import DAY
from showstatus.reader.event import Event, plain_event
from showstatus.reader.focus import Focus
from showstatus.reader.lexicon import DATE
from showstatus.reader.mentions import Marked
from showstatus.reader.numbers import SeasonMention
from showstatus.reader.times import DateMention
from showstatus.reader.unsaid import COME
from showstatus.reader.verdicts import STEPS

_WHEN = re.compile(
    r"(?i)^(?: [^ ]+){0,4}? when (?:does|will|is|can|do|could|might)(?= )"
    r".* (?:come out|out|return|back|premiere|air|start|begin|debut|released?|on|arrive|land|drop|launch"
    r"|watch (?:it|them))(?: (?:on|to|for|in)(?: [^ ]+){1,3})? \? $"
)
_AT_ONCE = re.compile(
    rf"^(?: [\"'])*(?: (?:It is|On|In|From|Set for|Expected))?(?: the)? {DATE}(?= [,.!;:]| on| at| in| $|$)"
)


def answered(
    sentence: Marked, asked: Marked | None, here: Sequence[Cue], focus: Focus, published: dt.date | None
) -> list[Event]:
    """When it comes, where the line above asks for that: “When is season 2 out?”, “August 28, ABC says”."""
    key = focus.topic or focus.last
    if asked is None or key is None or not _WHEN.search(asked.text) or not _AT_ONCE.match(sentence.text):
        return []
    if any(cue.kind in COME | STEPS for cue in here):
        return []
    date = next((mention for _, mention in sentence.of(DateMention) if isinstance(mention, DateMention)), None)
    if date is None:
        return []
    seasons = [season for _, season in asked.of(SeasonMention) if isinstance(season, SeasonMention)]
    event = plain_event("window", key, seasons[0] if seasons else focus.season, sentence, direct=True)
    day = bool(DAY.search(date.text))
    return [replace(event, date=date.heard(published, "future"), day=day, dated=True, relative=date.relative)]
