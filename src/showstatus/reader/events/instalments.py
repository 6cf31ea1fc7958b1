"""When does a season begin and end by the list of its episodes? “Episode 1 – May 13 … Episode 10 – July 8”."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from showstatus.reader.events.event import Event, plain_event
from showstatus.reader.mentions.marked import Marked
from showstatus.reader.mentions.numbers import CARDINAL, SeasonMention, number
from showstatus.reader.mentions.times import DateMention

_LINE = re.compile(rf"(?i)(?:season \d+,? )?(?:episode|ep\.?|chapter) ({CARDINAL})(?=\W)")
_FEWEST = 3
"""Fewer lines are no list of episodes."""


def instalments(sentences: Sequence[Marked], show: str | None, published: dt.date | None) -> list[Event]:
    """The first and the last day of the season whose episodes a text lists, each with its day."""
    made: list[Event] = []
    run: list[tuple[int, Marked]] = []
    season: SeasonMention | None = None
    for line in [*sentences, None]:
        found = _LINE.match(line.sentence.text) if line is not None else None
        if line is not None and found is not None and line.of(DateMention):
            run.append((number(found[1]), line))
            continue
        if show is not None and len(run) >= _FEWEST and run[-1][0] > run[0][0]:
            lines = [("finale", run[-1][1]), *([("window", run[0][1])] if run[0][0] == 1 else [])]
            made += [_told(kind, show, season, day, published) for kind, day in lines]
        run = []
        named = [one for _, one in line.of(SeasonMention)] if line is not None else []
        season = named[0] if len(named) == 1 and named[0].numbers else season
    return made


def _told(kind: str, show: str, season: SeasonMention | None, line: Marked, published: dt.date | None) -> Event:
    day = next(found for _, found in line.of(DateMention))
    heard = day.heard(published)
    past = kind == "window" and heard is not None and published is not None and heard.start <= published
    event = plain_event("premiered" if past else kind, show, season, line, direct=True)
    return replace(event, date=heard, day=True, dated=True, relative=day.relative)
