"""What does a sentence tell of its shows where no phrase does? What all its words together are likely to state."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import replace

from showstatus.reader.days import DAY
from showstatus.reader.event import WORDS, Event, plain_event
from showstatus.reader.groups import COMPARED, in_credits, titles_of
from showstatus.reader.mentions import Marked
from showstatus.reader.numbers import SeasonMention
from showstatus.reader.seasons import own_season
from showstatus.reader.times import DateMention
from showstatus.reader.wording import Odds, kind_of

LIKELY = -1.0
"""What is less likely in log odds, a quarter or so, is not even considered."""
_TENSES = {"window": "future", "premiered": "past"}


def by_words(
    sentence: Marked, odds: Odds, meant: Sequence[str], told: Collection[Event], published: dt.date | None
) -> list[Event]:
    """The events that words alone speak for; `meant` are the shows of a sentence that names none.

    `told` are the events of its phrases: what one of them tells is not told again.
    """
    kinds = [kind for kind, likely in odds.items() if likely >= LIKELY]
    if not kinds:
        return []
    named = titles_of(sentence)
    shows = [(at, key) for at, key in named if not _is_aside(sentence, at)] or [(-1, key) for key in meant if not named]
    seen = {(kind_of(event.kind), event.show) for event in told}
    made = []
    for at, key in shows:
        season = (own_season(sentence, at) if at >= 0 else None) or _only_season(sentence)
        for kind in (kind for kind in kinds if (kind, key) not in seen):
            event = plain_event(kind, key, season, sentence, direct=at >= 0)
            made.append(
                replace(
                    _dated(event, sentence, published), phrase=WORDS, voice=WORDS, among=len(shows),
                    others=any(other != key for _, other in named), wording=odds,
                )
            )  # fmt: skip
    return made


def _is_aside(sentence: Marked, at: int) -> bool:
    """Whether a show is only named to be compared, or in somebody's credits."""
    return bool(COMPARED.search(sentence.text[max(0, at - 60) : at])) or in_credits(sentence.text, at)


def _only_season(sentence: Marked) -> SeasonMention | None:
    seasons = [season for _, season in sentence.of(SeasonMention) if isinstance(season, SeasonMention)]
    return seasons[0] if len(seasons) == 1 else None


def _dated(event: Event, sentence: Marked, published: dt.date | None) -> Event:
    """The event on the one day that its sentence names."""
    dates = [date for _, date in sentence.of(DateMention) if isinstance(date, DateMention)]
    if len(dates) != 1:
        return event
    day = bool(DAY.search(dates[0].text))
    heard = dates[0].heard(published, _TENSES.get(event.kind, ""))
    return replace(event, date=heard, day=day, dated=True, relative=dates[0].relative)
