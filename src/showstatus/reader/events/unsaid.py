"""What is told of a show without a phrase of its own: by the list it stands in, by a detail below it, by its day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from showstatus.reader.cues.cue import DECISIONS, Cue
from showstatus.reader.cues.groups import in_credits, is_other_work, titles_of
from showstatus.reader.events.days import DAY, date_of, told_on
from showstatus.reader.events.details import told_by
from showstatus.reader.events.event import STEPS, Event, plain_event
from showstatus.reader.events.focus import Focus
from showstatus.reader.events.own_seasons import own_season
from showstatus.reader.events.parts import dated_parts, part_beside
from showstatus.reader.lexicon import DATE, PLATFORM, SEASON, SHOW
from showstatus.reader.mentions.marked import Marked
from showstatus.reader.mentions.numbers import SeasonMention
from showstatus.reader.mentions.times import DateMention
from showstatus.reader.mentions.title import TitleMention

FINALES = re.compile(r"(?i) finales?(?= )")
SHOOTS = re.compile(
    r"(?i) (?:(?:start|shoot(?:ing)?|filming|production) (?:dates|schedules?|calendar|starts?|slate|list)"
    r"|(?:what is|now|currently|series|shows|projects) (?:filming|shooting|in production)"
    r"|(?:back (?:in|to|into)|returns? to) (?:filming|shooting|production))(?= )"
)
"""What makes of the days in a list those on which shows go before the cameras."""
PARTINGS = re.compile(
    r"(?i) (?:goodbyes|farewells|series finales|(?:final|last) (?:episodes|bows)"
    r"|(?:shows|series) (?:(?:that|which) are )?(?:ending|bowing out|leaving|saying goodbye))(?= )"
)
"""What the headline calls a list of shows that end."""
_PREMIERES = re.compile(r"(?i) (?:premieres?|debuts?|returns?)(?= )")
_ALSO = re.compile(r"(?i) (?:and|while|(?<!back-to-back )with|,)(?: the)? $")
_OWN_DAY = re.compile(rf"(?: [\"”’',])*(?: {SEASON})?(?: \( [^()]* \))?(?: ,)?(?: on| in| from)? ({DATE})")
"""The day of a show that has no verb of its own."""
_OWN_SPAN = re.compile(rf"(?: [\"”’',])*(?: {SEASON})? from {DATE} to ({DATE})")
_DAY_BEHIND = re.compile(rf" \( (?:on )?({DATE}) \)")
"""The day of a season that stands in brackets: “two years after the first (July 2, 2020)”."""
_IN_BRACKETS = re.compile(rf"(?: [\"”’'])*(?: {SEASON})? \( (?:on )?({DATE})(?: [,&/] ?[^()]{{0,30}})? \)")
_DECISIONS = ("cancelled", "renewed", "saved", "ordered")
_FOR_IT = re.compile(rf"({DATE}) (?:for|is for|with|brings|goes to)(?: [^ ;:(){DATE}{SHOW}]+){{0,6}} (?:[,\"“‘'] )*$")
"""The day of a show that stands before it: “September 3rd for X, September 10th for Y”."""
_OF_NEXT = re.compile(r" (?:for|is for|with|brings|goes to|sees)(?= )")
_TODAY = re.compile(r"(?i)\b(?:today|tonight|this (?:evening|morning|afternoon))\b")
_NO_DAY = re.compile(r"(?i) (?:until|till|should have|was to|were to|instead of|break|breaks)(?= )")
"""What makes of the day of an entry one on which it does not come: “X should have been on from 8 May”."""
_COMING = frozenset({"renewed", "returns", "ordered", "production"})
_OPEN = re.compile(r"(?i)^\S+ (?:[\"”’'] )?[:!] (?:tb[acd]|undecided|not (?:yet )?decided|no word(?: yet)?)(?= )")
"""What says behind an entry that nothing is decided of it."""
COME = frozenset({"window", "premiered", "finale"})


def likewise(sentence: Marked, told: Sequence[Event], published: dt.date | None) -> list[Event]:
    """What is told in short of further shows and seasons: “X returns on 3 May and Y on 7 May”."""
    before = [event for event in told if event.kind in COME and event.dated]
    if not before:
        return []
    made = []
    for at, key in titles_of(sentence):
        date = own_day(sentence, at, last="from D to D" in before[0].phrase) or _followed(sentence, at)
        if date is None or is_other_work(sentence, at) or any(event.show == key for event in before):
            continue
        season = own_season(sentence, at)
        event = plain_event(before[0].kind, key, season, sentence, direct=True)
        heard = date.heard(published, "future" if before[0].kind == "window" else "past")
        made.append(
            replace(event, date=heard, day=bool(DAY.search(date.text)), dated=True, relative=date.relative,
                    mood=before[0].mood, phrase=before[0].phrase, voice=before[0].voice)
        )  # fmt: skip
    for at, other in sentence.of(SeasonMention):
        form = _OWN_DAY if _ALSO.search(sentence.text[:at]) else _DAY_BEHIND
        own = form.match(sentence.text[at + 1 :])
        named = sentence.mentions.get(at + 1 + own.start(1)) if own else None
        if isinstance(named, DateMention) and isinstance(other, SeasonMention) and other.numbers:
            heard = named.heard(published, "future" if before[0].kind == "window" else "past")
            made.append(replace(before[0], seasons=other.numbers, date=heard, day=bool(DAY.search(named.text))))
    return made + _other_parts(sentence, before, published)


def _other_parts(sentence: Marked, before: Sequence[Event], published: dt.date | None) -> list[Event]:
    """The days of the further parts of a season: “part 1 lands on 16 May, part 2 on 13 June”."""
    told = before[0]
    if told.kind == "finale" or any(event.show != told.show for event in before):
        return []
    made = []
    known = {event.part for event in before}
    for part, at in dated_parts(sentence):
        date = sentence.mentions.get(at)
        if part in known or not isinstance(date, DateMention):
            continue
        heard = date.heard(published, "past" if told.kind == "premiered" else "future")
        if all(event.date != heard for event in before):
            made.append(replace(told, part=part, date=heard, day=bool(DAY.search(date.text)), relative=date.relative))
    return made


_FOLLOWED = re.compile(
    rf"({DATE})(?: [^ ;.()?!{SHOW}{DATE}]+){{0,8}} followed (?:at (?:[^ ,;]+ ){{1,4}})?by"
    rf"(?: the)?(?: (?:new|returning|freshman))?(?: (?!series )[^ ;.()?!{SHOW}{SEASON}{DATE}]+){{0,3}}(?: [\"“‘'])* $"
)
"""What goes before a show that is on after another on the same day: “on Monday, followed by the new drama X”."""


def _followed(sentence: Marked, at: int) -> DateMention | None:
    """The day of a show that another is followed by."""
    first = max(0, at - 120)
    found = _FOLLOWED.search(sentence.text[first:at])
    date = sentence.mentions.get(first + found.start(1)) if found else None
    return date if isinstance(date, DateMention) and DAY.search(date.text) else None


def in_brackets(sentence: Marked, told: Sequence[Event], published: dt.date | None) -> list[Event]:
    """The days behind the shows of a list: “Featured are X (February 13), Y (March 3) and Z (March 10)”."""
    made = []
    for at, key in titles_of(sentence):
        date = _day_beside(sentence, at)
        if date is not None and DAY.search(date.text) and not in_credits(sentence.text, at):
            made.append(coming(sentence, at, key, date, published))
    dated = {event.show for event in told if event.kind in COME}
    return [event for event in made if event.show not in dated] if len(made) > 1 else []


def _day_beside(sentence: Marked, at: int) -> DateMention | None:
    """The day in brackets behind a show, or the one that is said to be for it."""
    first = max(0, at - 80)
    behind, ahead = _IN_BRACKETS.match(sentence.text, at + 1), _FOR_IT.search(sentence.text[first:at])
    place = behind.start(1) if behind else first + ahead.start(1) if ahead else -1
    date = sentence.mentions.get(place)
    return date if isinstance(date, DateMention) else None


def coming(sentence: Marked, at: int, key: str, date: DateMention, published: dt.date | None) -> Event:
    """That a show comes on its day, where its title stands beside it."""
    event = plain_event("window", key, own_season(sentence, at), sentence, direct=True)
    day = bool(DAY.search(date.text))
    return replace(event, date=date.heard(published, "future"), day=day, dated=True, relative=date.relative)


def own_day(sentence: Marked, at: int, *, last: bool = False) -> DateMention | None:
    """The day right behind a show: “X, 21 September”; of two from one to which it moves, the `last`."""
    own = _OWN_SPAN.match(sentence.text[at + 1 :]) if last else _OWN_DAY.match(sentence.text[at + 1 :])
    date = sentence.mentions.get(at + 1 + own.start(1)) if own else None
    others = own is not None and _OF_NEXT.match(sentence.text[at + 1 + own.end() :])
    return date if isinstance(date, DateMention) and not others else None


def listed(sentence: Marked, here: Sequence[Cue], focus: Focus, published: dt.date | None) -> list[Event]:
    """What is told of the entries of a line: the verdict or the day above it, or its own day; that it comes."""
    made = []
    dates = [date for _, date in sentence.of(DateMention)]
    taken = [date_of(sentence, cue, here) for cue in here if cue.kind in STEPS]
    dates = [date for date in dates if not any(date is other for other in taken)]
    day = dates[0] if dates else None if any(taken) else focus.day
    if day is not None and (_is_dateline(day, published) or _is_long_past(day, published)):
        day = None
    told = any(cue.kind in ("window", "premiered", "finale") for cue in here)
    if any(cue.kind in _STEPS and sentence.of(DateMention, *cue.clause) for cue in here):
        day = None
    several = len(titles_of(sentence)) > 1
    for at, title in sentence.of(TitleMention):
        season = own_season(sentence, at)
        seasons = [] if several or is_day_line(sentence) else sentence.of(SeasonMention)
        season = season or next((named for _, named in seasons), focus.over)
        plain = not season or bool(season.numbers) or focus.theme == "cancelled"  # “X (two seasons)”
        kind = focus.section or (focus.theme if not day and plain else None)
        if _OPEN.search(sentence.text[at:]):
            kind = "pending"
        decision = None if told or kind == "pending" else decided_on(sentence, at, kind or focus.theme, published)
        if decision is not None:
            made.append(decision if season is None else replace(decision, seasons=season.numbers, aired=season.aired))
            continue
        if kind is None and day is not None and not told:
            ends = (focus.ends or FINALES.search(sentence.text)) and not _PREMIERES.search(sentence.text)
            if _NO_DAY.search(sentence.text):
                made.append(plain_event("delayed", title.key, season, sentence, direct=True))
                continue
            shot = focus.shoots and not _PREMIERES.search(sentence.text)
            come = "filming-started" if shot else "finale" if ends else "window"
            event = plain_event(come, title.key, season, sentence, direct=True)
            heard, part = day.heard(published, "" if ends and focus.section else "future"), part_beside(sentence.text)
            made.append(
                replace(event, date=heard, day=bool(DAY.search(day.text)), dated=True, relative=day.relative, part=part)
            )
            if ends and focus.parting:
                made.append(plain_event("final", title.key, season, sentence, direct=True))
        elif kind is not None:
            made.append(plain_event(kind, title.key, season, sentence, direct=True))
            beside = own_day(sentence, at) or _day_beside(sentence, at)
            if beside is not None and kind in _COMING and not told:
                made.append(coming(sentence, at, title.key, beside, published))
        elif season is not None and not here:
            made.append(plain_event("production", title.key, season, sentence, direct=True))
    return made


_STEPS = frozenset({"filming-started", "filming-wrapped", "post-production", "writing"})
"""Of what is told of the work the day is that of the work: “X: filming was completed in March”."""


def on_day_above(made: Sequence[Event], sentence: Marked, focus: Focus, published: dt.date | None) -> list[Event]:
    """What a line below a day tells without one of its own comes on that day: “X (season 2 finale)” below “May 2”."""
    day = focus.day
    if day is None or sentence.sentence.role not in ("heading", "item") or DATE in sentence.text:
        return list(made)
    heard = day.heard(published, "future")
    return [
        replace(event, date=heard, day=bool(DAY.search(day.text)), dated=True, relative=day.relative)
        if event.kind in COME and not event.dated else event
        for event in made
    ]  # fmt: skip


_DAY_LINE = re.compile(rf" {DATE} : (?:[\"“‘'] )*{SHOW}(?: [{SHOW}{SEASON}{PLATFORM}\"”’',;&()“‘]| and)* *")


def is_day_line(sentence: Marked) -> bool:
    """Whether a line only says what is on that day: “Thursday, Sept. 28: X; Y, season 2”."""
    return sentence.sentence.role in ("heading", "item") and bool(_DAY_LINE.fullmatch(sentence.text))


def _is_dateline(day: DateMention, published: dt.date | None) -> bool:
    """Whether a day is only that on which a text came out, as its byline has it."""
    heard = day.heard(published, "future")
    return heard is not None and heard.is_day and heard.start == published and not _TODAY.search(day.text)


def _is_long_past(day: DateMention, published: dt.date | None) -> bool:
    """Whether a year over a list is none in which anything of it comes: it is a title, or when a story is set."""
    heard = day.heard(published, "future") if published is not None else None
    return heard is not None and published is not None and heard.last.year < published.year - 1


def decided_on(sentence: Marked, at: int, kind: str | None, published: dt.date | None) -> Event | None:
    """The decision of a list with the month or day behind an entry on which it was made: “X (3 seasons) – May 2017”."""
    dates = [(place, date) for place, date in sentence.of(DateMention)]
    if kind not in _DECISIONS or len(dates) != 1 or dates[0][0] < at:
        return None
    date, title = dates[0][1], sentence.mentions[at]
    heard = date.heard(published, "past")
    if heard is None or heard.precision not in ("day", "month") or (published is not None and heard.start > published):
        return None
    if date.relative and kind != "cancelled":  # of a day without its year it is not known whether it is past
        return None
    key = title.key if isinstance(title, TitleMention) else ""
    event = plain_event(kind, key, None, sentence, direct=True)
    return replace(event, date=heard, day=bool(DAY.search(date.text)), dated=True, relative=date.relative)


def detail(sentence: Marked, here: Sequence[Cue], focus: Focus, published: dt.date | None) -> list[Event]:
    """What a short line with a date tells of the entry above it, where no phrase does."""
    able = focus.topic is not None and DATE in sentence.text and sentence.sentence.role != "headline"
    kind = told_by(sentence) if able else None
    dates = [date for _, date in sentence.of(DateMention)]
    if kind is None or focus.topic is None or not dates or any(cue.kind in COME for cue in here):
        return []
    own = next((season for _, season in sentence.of(SeasonMention)), focus.season)
    event = plain_event(kind, focus.topic, own, sentence, direct=True)
    heard = dates[0].heard(published, "future" if kind == "window" else "past")
    day = bool(DAY.search(dates[0].text))
    return [replace(event, date=heard, day=day, dated=True, relative=dates[0].relative)]


def announced_on(sentences: Sequence[Marked], told: Sequence[Event], published: dt.date | None) -> list[Event]:
    """The events of a text, its decisions with the day that the sentence behind names: “so it said on Tuesday”."""
    made = list(told)
    for before, line in pairwise(sentences):
        mention = told_on(line)
        if mention is None or any(event.sentence is line.sentence and event.kind in DECISIONS for event in told):
            continue
        heard = mention.heard(published, "past")
        for place, event in enumerate(made):
            new = event.kind in DECISIONS and event.said and not event.dated and not event.before
            if new and event.sentence is before.sentence and heard is not None:
                made[place] = replace(event, date=heard, dated=True, relative=mention.relative)
    return made
