"""The year that a text of many shows is about: “renewed for the 2020-21 season”, “every show cancelled in 2025”."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from showstatus.dates import PartialDate
from showstatus.reader.mentions.marked import Marked
from showstatus.reader.mentions.times import DateMention
from showstatus.reader.readings.reading import Reading

WITHIN = 8
"""In how many sentences from the top the year is named that shows are renewed for; they are cancelled in that of the
headline."""
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

    The window of each that it says is coming, and the date of each cancellation, whatever came of the show later.
    """
    for year in (year for line in sentences[:WITHIN] if _OF_SHOWS.search(line.text) for year in _years(line, _FOR)):
        if published is None or year.last >= published:
            for found in made:
                if found.official is None and found.verdict in ("renewed", "in-production"):
                    found.official = year
            break
    gone = next(iter(_years(sentences[0], _GONE)), None) if sentences else None
    begun = gone is not None and (published is None or gone.start <= published)
    if begun and sum(found.verdict == "cancelled" for found in made) >= _MANY:
        for found in made:
            found.findings = [
                replace(one, date=gone, relative=False, assumed=False)
                if one.kind == "cancelled" and (one.date is None or one.assumed) else one
                for one in found.findings
            ]  # fmt: skip


def _years(line: Marked, words: re.Pattern[str]) -> list[PartialDate]:
    """The years, or seasons of two, that a sentence names right behind some words."""
    mentions = line.of(DateMention)
    found = [one for at, one in mentions if _YEAR.fullmatch(one.text) and words.search(line.text[:at])]
    return [year for one in found if (year := one.heard(None)) is not None]
