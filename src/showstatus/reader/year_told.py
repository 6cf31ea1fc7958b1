"""The year that a text of many shows is about: “renewed for the 2020-21 season”, “every show cancelled in 2025”."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from showstatus.dates import PartialDate
from showstatus.reader.mentions import Marked
from showstatus.reader.readings import Reading
from showstatus.reader.times import DateMention

WITHIN = 8
"""In how many sentences from the top the year is named that shows are renewed for."""
_YEAR = re.compile(r"20\d\d(?:[-–/](?:20)?\d\d)?(?: season)?")
_OF_SHOWS = re.compile(
    r"(?i) (?:season|shows?|series|dramas?|comed\w+|slate|schedule|line-?up|comebacks?|renew\w*)(?= )"
)
_FOR = re.compile(r"(?i) for (?:the |its )?$")
_GONE = re.compile(
    r"(?i) (?:cancel\w*|axed?|gone|chop(?:ped)?|scrapped|dropped|lost|purge[ds]?)(?: (?!for)[^ ?]+){0,3}? in $"
)
_MANY = 3
"""So many shows are cancelled in a text that is about a year of cancellations."""


def put_in_their_year(sentences: Sequence[Marked], made: Sequence[Reading], published: dt.date | None) -> None:
    """Give the shows of a text the year that it is about, where it tells no day of them.

    The window of each that it says is coming, and the date of each cancellation.
    """
    for line in (line for line in sentences[:WITHIN] if _OF_SHOWS.search(line.text)):
        year = _year_behind(line, _FOR, published)
        if year is not None and (published is None or year.last >= published):
            for found in made:
                if found.official is None and found.verdict in ("renewed", "in-production"):
                    found.official = year
            break
    gone = _year_behind(sentences[0], _GONE, published) if sentences else None
    if gone is not None and sum(found.verdict == "cancelled" for found in made) >= _MANY:
        for found in made:
            found.findings = [
                replace(one, date=gone) if one.kind == "cancelled" and (one.date is None or one.assumed) else one
                for one in found.findings
            ]


def _year_behind(line: Marked, words: re.Pattern[str], published: dt.date | None) -> PartialDate | None:
    """The year, or the season of two, that a sentence names right behind some words."""
    for at, mention in line.of(DateMention):
        if _YEAR.fullmatch(mention.text) and words.search(line.text[:at]):
            return mention.heard(published, "future")
    return None
