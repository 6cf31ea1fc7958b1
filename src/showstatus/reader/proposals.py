"""Readings as claims that could be recorded: each with the words that carry it, and how sure it is."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from showstatus.claims import Claim
from showstatus.dates import PartialDate, on_day
from showstatus.reader.readings.findings import Finding
from showstatus.reader.readings.reading import Reading
from showstatus.reader.sentences import Sentence, sentences

SURENESS = ("sure", "likely", "unsure")
"""Best first: the show is named in the sentence that says it; it is meant by it; something had to be supplied."""
LONGEST_QUOTE = 160
_DECISIONS = frozenset({"renewed", "cancelled", "saved", "ordered", "final-season"})
_OF_SEASON = frozenset({"final-season", "writing", "casting", "filming-started", "filming-wrapped", "post-production",
                        "premiered", "finale", "window-announced", "date-announced", "delayed"})  # fmt: skip
_DATED = frozenset({"premiered", "finale", "window-announced", "date-announced"})
_EARLIEST = re.compile(r"(?i)\b(?:at (?:the )?(?:very )?earliest|(?:no|not any) (?:earlier|sooner) than)\b")
"""What makes of the date in a sentence one before which nothing comes."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text comes from."""

    published: dt.date | None = None
    by: str | None = None
    """The outlet."""
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """One claim that a text supports."""

    keys: Mapping[str, object]
    """The claim as a registry holds it, without its show."""
    quote: str
    line: int
    """The line of the text on which the quote stands, from 1."""
    sure: str
    """One of `SURENESS`."""


def proposals(reading: Reading, source: Source) -> list[Proposal]:
    """The claims that a reading supports, in the order of the text; the cast comes last.

    Plans to film are no facts and make no claim, nor does an estimate of the author's.
    """
    made: list[Proposal] = []
    whole = [finding for finding in reading.findings if finding.part < 2]  # a season comes with its first part
    for group in _grouped(whole):
        proposal = _proposal(group, source, reading)
        if proposal is not None:
            made.append(proposal)
    if reading.cast:
        keys: dict[str, object] = {"kind": "cast"}
        if reading.subject_season is not None:
            keys["season"] = reading.subject_season
        keys["cast"] = [
            {"actor": role.actor} | ({"character": role.character} if role.character else {}) for role in reading.cast
        ]
        first = reading.cast[0].sentence
        made.append(Proposal({**keys, **_said_by(source, None)}, quote(first), first.line, "likely"))
    return made


def is_from(text: str, source: Source, claims: Collection[Claim]) -> bool:
    """Whether there are claims, and all were made of this text: whoever reads it again knows no more than it says."""
    quotes = {quote(sentence) for sentence in sentences(text)}
    day = on_day(source.published) if source.published is not None else None
    return bool(claims) and all(
        claim.said in quotes if claim.said else (claim.on, claim.by, claim.url) == (day, source.by, source.url)
        for claim in claims
    )


def quote(sentence: Sentence) -> str:
    """The words of a sentence, cut where it is long."""
    words = " ".join(sentence.text.split())
    return words if len(words) <= LONGEST_QUOTE else f"{words[: LONGEST_QUOTE - 1].rsplit(' ', 1)[0]}…"


def _grouped(findings: list[Finding]) -> list[list[Finding]]:
    """Findings in one sentence of one kind and date are one claim about several seasons."""
    groups: dict[tuple[str, str, int], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.kind, str(finding.date), finding.sentence.start), []).append(finding)
    return list(groups.values())


def _proposal(group: list[Finding], source: Source, reading: Reading) -> Proposal | None:
    first = group[0]
    kind = first.kind
    seasons = sorted({finding.season for finding in group if finding.season is not None})
    unfit = (kind in _OF_SEASON and not seasons) or (kind in _DATED and first.date is None)
    if unfit or (first.planned and kind not in ("window-announced", "date-announced", "delayed")):
        return None
    keys: dict[str, object] = {"kind": kind}
    if len(seasons) == 1:
        keys["season"] = seasons[0]
    elif seasons:
        keys["seasons"] = seasons
    date = first.date
    if kind == "delayed" and date is None and reading.subject_season in (*seasons, None):
        date = reading.put_off
    if kind not in _DECISIONS and date is not None:
        keys["value"] = _value(kind, date, first.sentence.text)
    if kind == "saved" and reading.platform is not None:
        keys["platform"] = reading.platform
    keys |= _said_by(source, first.date if kind in _DECISIONS else None)
    keys["said"] = quote(first.sentence)
    return Proposal(keys, quote(first.sentence), first.sentence.line, _sure(first))


def _value(kind: str, date: PartialDate, text: str) -> object:
    """The value of a claim: a day as TOML has days, else EDTF; a delay and an earliest date as “not before”."""
    at_the_earliest = kind == "window-announced" and _EARLIEST.search(text) is not None
    if (kind == "delayed" or at_the_earliest) and "/" not in date.edtf:
        return f"{date.edtf}/.."
    return date.start if date.is_day else date.edtf


def _said_by(source: Source, date: PartialDate | None) -> dict[str, object]:
    """When and where it was said: on the day of the decision where that is told, else on that of publication."""
    keys: dict[str, object] = {}
    if date is not None and (source.published is None or date.start <= source.published):
        keys["on"] = date.start if date.is_day else date.edtf
    elif source.published is not None:
        keys["on"] = source.published
    return keys | {key: value for key, value in (("by", source.by), ("url", source.url)) if value is not None}


def _sure(finding: Finding) -> str:
    if finding.weak or finding.implied:
        return "unsure"
    return "sure" if finding.direct else "likely"
