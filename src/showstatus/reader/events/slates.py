"""Which shows does a schedule name without telling anything of them, as in “Monday begins with X”."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from showstatus.reader.cues.cue import DECISIONS, Cue
from showstatus.reader.cues.groups import COMPARED, REPLACED, in_credits, in_passing
from showstatus.reader.events.event import Event, plain_event
from showstatus.reader.events.own_seasons import own_season
from showstatus.reader.events.unsaid import coming, own_day
from showstatus.reader.lexicon import DATE, PLATFORM, SEASON, SHOW
from showstatus.reader.mentions.marked import Marked
from showstatus.reader.mentions.times import DateMention
from showstatus.reader.mentions.title import TitleMention
from showstatus.reader.section_heads import labelled, section

_OPENING = 6
"""Behind so many words of its sentence at most stands a show that is told of next."""
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


_ORDERED = re.compile(
    r"(?i)\b(?:order|commission|greenli|green-li|pick|support|fund|unveil|announc|back|add|reveal)\w*(?: up)?"
    r"(?: [\w’'-]+){0,3}? (?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|several|slate of|raft of|trio of"
    r"|pair of|batch of)(?: more)? (?:brand[ -])?(?:new|original|first)(?: [\w’'-]+){0,3}?"
    r" (?:series|shows|dramas|comedies|sitcoms|originals|titles|projects|programmes|commissions)\b"
    r"|\b(?:order|commission|greenli|green-li|unveil|announc|reveal|confirm|set)\w*(?: out| up)?(?: [\w’'-]+){0,4}?"
    r" (?:(?:new|original|fresh|latest) (?:[\w-]+ ){0,2}(?:commissions|dramas|comedies|originals|orders)"
    r"|slate of (?:[\w-]+ ){0,2}(?:new|original) (?:drama|comedy|series|scripted|programming))\b"
)
"""What says that several new shows are ordered, each of which is then told of."""
_OF_LISTS = DECISIONS | {"delayed", "window", "finale"}
_TOLD_OF = re.compile(
    r"(?i)^(?: [\"”’'])*(?: ,[^,]{1,60},)?(?: (?:will|also))?"
    r" (?:(?:is|are) (?:an? |the |about|based|set|from|written|created|produced|adapted)|comes from|stars?|follows?"
    r"|tells?|centers?|centres?|revolves?|explores?|focuses|adapts|sees|charts|concerns|depicts|marks)"
)


def ordered_together(sentences: Sequence[Marked], told: Sequence[Event]) -> list[Event]:
    """The order of each of several new shows that a piece names one by one: “X is a thriller about …”."""
    if not any(_ORDERED.search(line.sentence.text) for line in sentences[:TOP]):
        return []
    seen = {event.show for event in told if event.kind in DECISIONS}
    made = []
    for place, line in enumerate(sentences[1:], 1):
        at, title = next(iter(line.of(TitleMention)), (-1, None))
        if title is None or title.key in seen or len(line.text[:at].split()) > _OPENING:
            continue
        seen.add(title.key)
        told_of = _TOLD_OF.match(line.text[at + 1 :]) or (title.listed and _is_described(sentences, place))
        if told_of and own_season(line, at) is None:
            made.append(replace(plain_event("ordered", title.key, None, line, direct=True), seasons=(1,)))
    return made


_SEEN = re.compile(
    r"(?i)\b(?:return(?:s|ed|ing)?|back|renew\w*|recommission\w*|new season|another|second|third|fourth|fifth|sixth"
    r"|(?:series|season) (?:two|three|four|five|six|\d+)|final|last|latest|since)\b"
)
"""What is said of a show that there is already."""


def _is_described(sentences: Sequence[Marked], place: int) -> bool:
    """Whether a paragraph below the title that stands at a place says what a new show is about."""
    block = sentences[place].sentence.block
    if sentences[place].sentence.role != "heading":
        return False
    below = [line for line in sentences[place + 1 : place + 8] if line.sentence.block == block + 1]
    return bool(below) and below[0].sentence.role == "body" and not any(_SEEN.search(o.sentence.text) for o in below)


def slated(sentences: Sequence[Marked], told: Sequence[Event], published: dt.date | None) -> list[Event]:
    """An event for each show of a schedule that nothing else is told of: it comes on its day, or is being made."""
    if not any(_SCHEDULE.search(line.sentence.text) for line in sentences[:TOP]):
        return []
    seen = {event.show for event in told}
    made = []
    for line in (line for line in sentences[1:] if _WHEN.search(line.sentence.text) or DATE in line.text):
        for at, title in line.of(TitleMention):
            if title.key in seen or in_credits(line.text, at):
                continue
            ahead = line.text[max(0, at - 60) : at]
            if COMPARED.search(ahead) or REPLACED.search(ahead):
                continue
            seen.add(title.key)
            day = own_day(line, at) or _day_over(line)
            event = plain_event("production", title.key, own_season(line, at), line, direct=True)
            dated = day is not None and _NUMBER.search(day.text)  # a weekday is that of every week
            made.append(coming(line, at, title.key, day, published) if day is not None and dated else event)
    return made


def _day_over(line: Marked) -> DateMention | None:
    """The day with which a line of a schedule begins: “Wednesday, June 24: X, followed by Y”."""
    match = _OPENS.match(line.text)
    day = line.mentions.get(match.start(1)) if match else None
    return day if isinstance(day, DateMention) else None


_OPENS = re.compile(rf"(?: \w+day ,)? ({DATE}) [:!]")
_INTRODUCES = re.compile(
    r"(?i) (?:(?:full|complete|whole|growing|running|our|the|a) list|rundown|run-down|below (?:are|is|you)"
    r"|here (?:are|is)|these are|the following)(?= )"
)
"""What says that a list stands below, with or without a colon."""


_TURNS = re.compile(r"(?i) (?:but|yet|though|although|however|only to|no longer|then)(?= )")
"""What makes two of what such a sentence says: “those that were picked up and yet will not be made”."""


def heads(sentence: Marked, here: Sequence[Cue]) -> list[Cue]:
    """The phrases of a sentence that are told of the shows listed below it: “These dramas have been delayed:”."""
    if SHOW in sentence.text or sentence.sentence.role == "headline":
        return []
    colon = sentence.text.rstrip().endswith(":")
    if not (colon or (_INTRODUCES.search(sentence.text) and not _TURNS.search(sentence.text))):
        return []
    return [cue for cue in here if cue.mood == "said" and cue.kind in (_OF_LISTS if colon else DECISIONS)]


def entries_of(sentence: Marked) -> list[tuple[int, str]]:
    """The shows that a line of a list is about."""
    return [
        (at, title.key) for at, title in sentence.of(TitleMention)
        if not (in_credits(sentence.text, at) or in_passing(sentence, at))
    ]  # fmt: skip


_ROW = re.compile(
    rf"(?: (?:[^\w{SHOW}{SEASON}{DATE}{PLATFORM}]|{SHOW}|{SEASON}|{DATE}|{PLATFORM}"
    r"|and|\d+|new|returning|newcomer|also|the))*"
)
_OWNER = re.compile(rf" (?:{PLATFORM}|[A-Z][A-Z0-9+&]{{1,5}})(?= [:!-] )")


def is_row(sentence: Marked) -> bool:
    """Whether a line is nothing but titles with their seasons, perhaps behind the channel they are on: “NBC: X, Y”."""
    if sentence.sentence.role == "headline" or SHOW not in sentence.text:
        return False
    return bool(_ROW.fullmatch(_OWNER.sub("", sentence.text, count=1).rstrip()))


def under_label(sentence: Marked, told: Sequence[Event]) -> list[Event]:
    """What a line says of the shows behind its label where no phrase of the lexicon does: “Too close to call: X, Y”."""
    label = labelled(sentence.sentence)
    kind = section(label["label"]) if label else None
    if kind is None or any(event.kind not in ("production", "window") for event in told):
        return []
    return [plain_event(kind, key, own_season(sentence, at), sentence, direct=True) for at, key in entries_of(sentence)]


def is_line(sentence: Marked, here: Sequence[Cue]) -> bool:
    """Whether a sentence is a line of a list, and no heading that ends it."""
    names = SHOW in sentence.text and not here and not sentence.sentence.asks
    first = next((title for _, title in sentence.of(TitleMention)), None)
    entry = sentence.sentence.role == "heading" or (first is not None and first.listed)
    return sentence.sentence.role == "item" or (entry and names)


def goes_on(sentence: Marked, here: Sequence[Cue]) -> bool:
    """Whether a sentence only says more of the entry above it: what stands behind “Salt Road (drama): …”."""
    return sentence.sentence.role == "body" and SHOW not in sentence.text and not here


KIN = re.compile(r"(?i)(?: [\"”’'])*(?: 's)? (?:spin-?off|prequel|sequel|offshoot|reboot|remake)(?= )")
"""What stands behind a show that only another is made after: “They are ‘X’ spinoff ‘Y’ and …”."""


def is_bare(sentence: Marked) -> bool:
    """Whether an item of a list is little more than a title: what follows is told of that."""
    return sentence.sentence.role == "item" and len(sentence.text.split()) <= 6
