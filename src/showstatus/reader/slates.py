"""Which shows does a schedule name without telling anything of them, as in “Monday begins with X”."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from showstatus.reader.event import Event, plain_event
from showstatus.reader.groups import COMPARED, in_credits
from showstatus.reader.lexicon import DATE
from showstatus.reader.mentions import Marked
from showstatus.reader.seasons import own_season
from showstatus.reader.title_pool import TitleMention
from showstatus.reader.unsaid import coming, own_day

TOP = 4
"""In so many sentences from the top a piece says that it is about a schedule."""
_SCHEDULE = re.compile(
    r"(?i)\b(?:schedules?|line-?ups?|slate|upfronts?|premiere (?:dates|schedule)|programming plans"
    r"|(?:fall|autumn|midseason|summer|winter|spring) (?:plans|tv|premieres|season|programming)|for (?:fall|midseason)"
    r"|what(?:['’]s| is) (?:new|on))\b"
)
_NUMBER = re.compile(r"\d")
_WHEN = re.compile(
    r"(?i)\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?(?:['’]s)?|midseason|fall|autumn|spring|winter|summer"
    r"|new (?:series|shows?|dramas?|comed(?:y|ies))|freshm[ae]n|rookies?|newcomers?|\d{1,2}(?::\d\d)? ?[ap]\.?m)\b"
)


def slated(sentences: Sequence[Marked], told: Sequence[Event], published: dt.date | None) -> list[Event]:
    """An event for each show of a schedule that nothing else is told of: it comes on its day, or is being made."""
    if not any(_SCHEDULE.search(line.sentence.text) for line in sentences[:TOP]):
        return []
    seen = {event.show for event in told}
    made = []
    for line in (line for line in sentences[1:] if _WHEN.search(line.sentence.text) or DATE in line.text):
        for at, title in line.of(TitleMention):
            if not isinstance(title, TitleMention) or title.key in seen or in_credits(line.text, at):
                continue
            if COMPARED.search(line.text[max(0, at - 60) : at]):
                continue
            seen.add(title.key)
            day = own_day(line, at)
            event = plain_event("production", title.key, own_season(line, at), line, direct=True)
            dated = day is not None and _NUMBER.search(day.text)  # a weekday is that of every week
            made.append(coming(line, at, title.key, day, published) if day is not None and dated else event)
    return made
