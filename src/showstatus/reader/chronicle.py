"""What an article of an encyclopedia says happened to its show, and when: each dated sentence by itself.

An encyclopedia tells a whole history in one text, so that its sentences are read one by one, each under the article's
title: what one of them says does not change when another is edited. Only what a sentence dates is taken. A citation
becomes the reference of the claim; what nobody is cited for ranks lowest, and what editors doubt is left out.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from showstatus.claims import KINDS
from showstatus.dates import PartialDate, parse_edtf
from showstatus.reader.article import read
from showstatus.reader.mentions.numbers import season_mentions
from showstatus.reader.mentions.times import date_mentions
from showstatus.reader.proposals import quote
from showstatus.reader.readings.findings import Finding
from showstatus.reader.sentences import Sentence, sentences

Row = dict[str, object]
"""A claim as a registry holds it, without its show."""
_Dated = tuple[PartialDate, Row]
MOST_SENTENCES = 300
"""How many dated sentences of an article are read; long articles have half as many."""
MOST_CLAIMS = 120
LONGEST_SENTENCE = 500
"""Characters; a longer sentence is a list or worse."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SEASON = r"(?:season|series|volume)\b"
_NAMES_SEASON = re.compile(rf"(?i)\b(?:\w+(?:st|nd|rd|th)|first|second|third|final) (?:and final )?{_SEASON}")
_CLAUSE = re.compile(r"; |, (?:and|while|but|with) ")
_OTHERS = re.compile(
    r"(?i)\bspin-?offs?\b|\bprequels?\b|\bsequels?\b|\bremakes?\b|\breboots?\b|\bfilms?\b|\bmovies?\b|\bspecials?\b"
    r"|\badaptations? of\b|\bvideo ?games?\b|\bDVDs?\b|\bBlu-ray\b|\bsoundtracks?\b|\bsyndicat\w+|\bdubbed\b"
)
"""Words of sentences about something else than the seasons of the show."""
_ENOUGH = -1.0
"""Less than news needs, in log odds: the sentences of an encyclopedia are plain, and have dates and references."""
_FORMER = re.compile(r"(?i)\b(?:after|following|although|despite|since|originally|previously)\b[^,.;]*\bcancel")
_CAME = re.compile(r"(?i)\b(?:premier|debut|releas|air|launch|broadcast|stream|bow(?:s|ed)\b|return|drop)")
_SHOOTING = re.compile(r"(?i)^[^.;]*?\b(?:filming|principal photography|production|shooting)\b")
_AND_WRAPPED = re.compile(
    r"(?i)\b(and|before|then) (?:was )?(?:wrapp|conclud|finish|complet|end)(ed|ing)"
    r"(?= (?:on|in|by)\b)"
)
_ABOVE = "Production\n\n"
_ON_ITS_DAY = ("premiered", "finale")
"""Facts that count from the day they tell of, whoever says so."""


@dataclass(frozen=True, slots=True)
class Citation:
    """The work that is cited for a statement."""

    url: str
    publisher: str | None = None
    date: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, with what is cited where."""

    text: str
    season: int | None = None
    """The season that the heading above it names."""
    cited: tuple[tuple[int, Citation], ...] = ()
    """Citations by their offset: each stands for the words before it."""
    doubted: tuple[int, ...] = ()
    """Where editors ask for a citation, or doubt one."""


@dataclass(frozen=True, slots=True)
class Article:
    """What an article of an encyclopedia says, and what tells which show it is about."""

    title: str
    """The name of the show, without what tells the page from others: “(TV series)”."""
    passages: tuple[Passage, ...]
    networks: tuple[str, ...] = ()
    began: int | None = None
    """The year in which the show began."""
    imdb: frozenset[str] = frozenset()
    """The titles at IMDb that it links to."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A sentence, or a clause of one, with what it rests on."""

    words: str
    whole: Sentence
    season: int | None
    cited: tuple[Citation, ...]


def claims(article: Article, page: str, by: str, day: dt.date) -> list[Row]:
    """The claims that an article supports on a day, in the order of its text; `page` is its address, `by` its house.

    Those without `on` were said on no day that it tells.
    """
    parts = [part for passage in article.passages for part in _parts(passage)]
    made = [told for part in parts[:MOST_SENTENCES] for told in _of_part(article.title, part, (page, by), day)]
    return [row for _, row in _once(made)][:MOST_CLAIMS]


def _parts(passage: Passage) -> Iterator[_Part]:
    """The dated sentences of a paragraph, those in two where each half dates a season of its own."""
    for sentence in sentences(_ABOVE + passage.text)[1:]:  # a first line may be taken for a headline
        start = sentence.start - len(_ABOVE)
        end = start + len(sentence.text)
        doubted = any(start < at <= end + 1 for at in passage.doubted)
        if doubted or not _YEAR.search(sentence.text) or len(sentence.text) > LONGEST_SENTENCE:
            continue
        for first, last in _clauses(sentence.text):
            words = sentence.text[first:last]
            yield _Part(words, sentence, passage.season, _citations(passage, start + first, start + last))


def _clauses(text: str) -> list[tuple[int, int]]:
    """Where the clauses of a sentence begin and end; one that does not date a season of its own stays with the rest."""
    for joint in _CLAUSE.finditer(text):
        halves = text[: joint.start()], text[joint.end() :]
        if all(_YEAR.search(half) and _NAMES_SEASON.search(half) for half in halves):
            behind = [(joint.end() + first, joint.end() + last) for first, last in _clauses(halves[1])]
            return [(0, joint.start()), *behind]
    return [(0, len(text))]


def _citations(passage: Passage, start: int, end: int) -> tuple[Citation, ...]:
    """What is cited for the words from `start` to `end`: in them, else what is cited next in the paragraph."""
    inside = tuple(citation for at, citation in passage.cited if start < at <= end + 1)
    if inside:
        return inside
    behind = [at for at, _ in passage.cited if at > end]
    return tuple(citation for at, citation in passage.cited if behind and at == min(behind))


def _of_part(title: str, part: _Part, home: tuple[str, str], day: dt.date) -> Iterator[_Dated]:
    """The claims of a sentence, each with the day that the sentence tells."""
    headline = f"{title} season {part.season}" if part.season is not None else title
    words = _AND_WRAPPED.sub(_filming, part.words) if _SHOOTING.search(part.words) else part.words
    groups: dict[tuple[str, PartialDate], list[Finding]] = {}
    findings = [one for reading in read(f"{headline}\n\n{words}", day, [title])[:1] for one in reading.findings]
    for finding in findings:
        date = finding.date if not finding.relative else None
        if date is None and finding.kind == "final-season":
            date = _day_decided(findings, words, day)
        if date is not None and _is_meant(finding, part, date, day):
            groups.setdefault((finding.kind, date), []).append(finding)
    for (kind, date), group in groups.items():
        row = _row(kind, date, group, part, home, day)
        if row is not None:
            yield date, row


def _day_decided(findings: Sequence[Finding], words: str, day: dt.date) -> PartialDate | None:
    """The day on which a season was said to be the last, where the sentence does not tell it by itself.

    It is that of another decision (“in January 2024 it was renewed for a fifth and final season”), or else the only
    day that is named, unless something else happened on it.
    """
    told = {one.date: one.kind for one in findings if one.date is not None and not one.relative}
    decided = [date for date, kind in told.items() if _decides(kind)]
    if decided or told:
        return decided[0] if len(told) == len(decided) == 1 else None
    named = date_mentions(words)
    return named[0].heard(day, "past") if len(named) == 1 and not named[0].relative else None


def _filming(match: re.Match[str]) -> str:
    return f"{match[1]} filming {'wrapped' if match[2].lower() == 'ed' else 'wrapping'}"


def _is_meant(finding: Finding, part: _Part, date: PartialDate, day: dt.date) -> bool:
    """Whether a finding is one that a sentence of an encyclopedia states of this show."""
    kind, words = finding.kind, part.words
    nature = KINDS[kind].nature
    if finding.weak or finding.sure < _ENOUGH or (finding.planned and nature != "plan"):
        return False
    if _OTHERS.search(words) or (kind == "cancelled" and _FORMER.search(words)):
        return False
    if kind == "premiered" and not _CAME.search(words):
        return False
    if nature != "plan" and date.start > day:
        return False
    supplied = not {"season stated", "season counted"} & finding.marks.keys()
    first = kind == "ordered" or (kind == "premiered" and finding.season == 1)
    named_apart = kind == "final-season" and finding.season is None
    by_heading = part.season is not None and finding.season == part.season
    return not supplied or kind == "cancelled" or named_apart or first or by_heading


def _row(
    kind: str, date: PartialDate, group: Sequence[Finding], part: _Part, home: tuple[str, str], day: dt.date
) -> Row | None:
    seasons = sorted({finding.season for finding in group if finding.season is not None} or _last_named(kind, part))
    if not seasons and kind != "cancelled":
        return None
    decides = _decides(kind)
    if kind == "delayed" and "/" not in date.edtf:
        date = parse_edtf(f"{date.edtf}/..")
    row: Row = {"kind": kind, **({"seasons": seasons} if seasons else {})}
    citation = _best(part.cited, date)
    if not decides:
        row["value"] = date.edtf
    said = date if decides else citation.date if citation is not None and kind not in _ON_ITS_DAY else None
    if said is not None and said.last <= day:  # what was said “this month” counts from today, not from its end
        row["on"] = said.edtf
    page, row["by"] = home
    row["url"] = citation.url if citation is not None else page
    if citation is None:
        row["rank"] = "inferred"
    elif citation.publisher is not None:
        row["reports"] = citation.publisher
    return {**row, "said": quote(part.whole)}


def _decides(kind: str) -> bool:
    return KINDS[kind].nature == "decision"


def _last_named(kind: str, part: _Part) -> set[int]:
    """The one season that a sentence about the last names: “that the fourth season would be its last”."""
    named = {number for mention in season_mentions(part.words) for number in mention.numbers}
    return named if kind == "final-season" and len(named) == 1 else set()


def _best(cited: Sequence[Citation], date: PartialDate) -> Citation | None:
    """Of several citations the first that came out when that happened or later; else the first."""
    later = [one for one in cited if one.date is not None and one.date.last >= date.start]
    return next(iter([*later, *cited]), None)


def _once(told: Iterable[_Dated]) -> list[_Dated]:
    """Each thing once: of two claims of a kind about the same seasons, the one that tells its day more finely.

    Where they tell the same, the one with a citation stays, else the first.
    """
    kept: list[_Dated] = []
    for one in told:
        same = [old for old in kept if _about(old) == _about(one) and old[0].overlaps(one[0])]
        if not any(_order(old) <= _order(one) for old in same):
            kept = [*(old for old in kept if old not in same), one]
    return kept


def _about(told: _Dated) -> tuple[object, str]:
    return told[1]["kind"], str(told[1].get("seasons"))


def _order(told: _Dated) -> tuple[int, bool]:
    return told[0].days, "rank" in told[1]
