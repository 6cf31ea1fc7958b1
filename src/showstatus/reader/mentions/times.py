"""Which stretches of a sentence name a date? Found here, understood by `relative_dates` and `spoken`."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from showstatus.dates import PartialDate, on_day, parse_edtf
from showstatus.errors import DateError
from showstatus.reader.mentions.counted import counted_from
from showstatus.reader.mentions.numbers import number
from showstatus.relative_dates import hear_near
from showstatus.spoken import MONTHS

_MONTH = "(?:" + "|".join(f"{m[:3]}(?:{m[3:]})?" if len(m) > 3 else m for m in MONTHS) + r"|Sept)\b\.?"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_ON_WEEKDAY = rf"(?:(?:[Nn]ext|[Ll]ast|[Tt]his|[Tt]his\ coming|[Cc]oming)\ )?{_WEEKDAY}"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
_PART = r"(?:[Ee]arly|[Mm]id|[Ll]ate)"
_SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
_HALF = r"(?:[Ff]irst|[Ss]econd|[Ff]ront|[Bb]ack|[Ll]atter)\ [Hh]alf\ of"
_COUNT = r"(?i:\d+|an?|a\ few|a\ couple\ of|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_EXACT = r"(?i:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_BACK_IN = r"(?<!\bis\ )(?<!\bare\ )(?<!\bbe\ )(?<!\bcomes\ )(?<!\bcome\ )(?<!\bcoming\ )[Bb]ack\ in"
"""“Began back in May” is of a time past, “is back in May” of what comes."""
_UNIT = r"(?:day|week|fortnight|month|year)"
_OF_MIDSEASON = (
    r"(?:(?:winter|two-hour|two-part|big)\ )?(?:trailers?|teasers?|promos?|breaks?|hiatus|pause|finales?|enders?"
    r"|cliffhangers?|replacements?|orders?|pick-?ups?)\b"
)
"""What a season has in its middle, whenever that is."""
_FIRST = (
    rf"{_COUNT}|{_EXACT}|{_SEASON}|at|back|before|beginning|between|by|come|coming|during|earl(?:y|ier)|end|first|for"
    r"|fourth|from|front|in|last|latt?er?|mid|middle|midseason|next|of|on|over|second|since|some(?:time)?|start(?:ing)?"
    r"|tail|that|the|third|this|through|to|today|tonight|tomorrow|until|yesterday"
)
"""The words in small letters that one of the forms begins with."""
_FORMS = re.compile(
    rf"""
    \b(?=[A-Z\d]|(?:{_FIRST})\b)(?:  # told once, that is not asked of every form at every letter
    (?P<full>(?:{_ON_WEEKDAY},?\ \(?)?(?:the\ )?{_DAY}(?:\ of)?\ {_MONTH},?\ {_YEAR}\b
        | (?:{_ON_WEEKDAY},?\ \(?)?{_MONTH}\ {_DAY}\b,?\ {_YEAR}\b
        | (?<![\w/])\d{{1,2}}/\d{{1,2}}/{_YEAR}(?![\w/])
        | {_YEAR}-\d\d-\d\d\b)
  | (?P<counted>(?:(?:[Ii]n|[Oo]n|[Bb]y|[Ff]rom|[Dd]uring)\ (?:the\ )?)?
        (?:(?:{_PART}[ -])?(?:{_DAY}\ (?:of\ )?{_MONTH}|{_MONTH}(?:\ {_DAY})?|{_SEASON}),?
        \ (?:of\ )?that\ (?:same\ )?year
        |(?:(?:[Ll]ater|[Ee]arlier)\ (?:in\ )?)?(?:[Tt]hat(?:\ same)?|[Tt]he\ (?:same|following))
        \ (?:year|month|{_SEASON}|{_MONTH})|the\ (?:year|month)\ after(?=[.,;!?)]|$))(?!\w|\ \d)
        |(?<!in\ )(?<!over\ )(?<!within\ )(?<!during\ )(?<!for\ )[Tt]he\ next\ (?:year|month)(?!\w)
        | (?:[Oo]n\ )?(?:[Tt]he\ (?:very\ )?(?:same|following|next)|[Tt]hat\ (?:very\ )?same)\ day\b
        (?!\ (?:as|and|date))
        | {_EXACT}\ (?:day|month|year)s?\ (?:later|after\ that|on(?=,))(?!\w))
  | (?P<of>(?=[A-Z\dbefilmostuw])(?:(?:[Ii]n|[Oo]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Tt]o|[Tt]hrough|{_BACK_IN})
        \ (?:the\ )?)?
        (?:{_PART}[ -])?(?:{_DAY}\ (?:of\ )?{_MONTH}|{_MONTH}(?:\ {_DAY})?|{_SEASON})
        ,?\ (?:of\ )?(?:last|this|next)\ year\b)
  | (?P<dayless>(?:{_ON_WEEKDAY},?\ \(?)?(?:the\ )?{_DAY}(?:\ of)?\ {_MONTH}(?!\w)
        | (?:{_ON_WEEKDAY},?\ \(?)?{_MONTH}\ {_DAY}\b(?!:\d)
        | [Oo]n\ the\ \d{{1,2}}(?:st|nd|rd|th)(?=[.,;:)!?]|$|\ (?:instead|at|on|and)\b))
  | (?P<month>(?:(?:{_PART}|[Ss]tart\ of|[Ee]nd\ of|[Bb]eginning\ of)[ -](?:in\ )?)?{_MONTH},?\ (?:of\ )?{_YEAR}\b)
  | (?P<tv>{_YEAR}\s?[-–/]\s?(?:{_YEAR}|\d\d)\b(?:\ (?:TV\ |broadcast\ |television\ )?(?P<tvseason>[Ss]eason
        |midseason|cycle))?)
  | (?P<mid>[Mm]id-?season(?:\ {_YEAR})?\b(?=\ {_YEAR}|)(?!\ {_OF_MIDSEASON}))
  | (?P<part>(?:{_PART}(?:\ (?:in|part\ of))?|[Ss]tart\ of|[Bb]eginning\ of|[Mm]iddle\ of|[Ee]nd\ of|[Tt]ail\ end\ of
        |{_HALF})[ -](?:{_YEAR}|(?:last|this|next|the)\ year)\b)
  | (?P<quarter>(?:Q[1-4]\ (?:of\ )?{_YEAR}
        |(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast)\ [Qq]uarter\ of\ {_YEAR}))
  | (?P<season>(?:{_PART}[ -])?{_SEASON}(?:\ of)?\ {_YEAR}\b)
  | (?P<near>(?:{_PART}\ )?(?:[Tt]his\ past|[Tt]his\ coming|the\ coming|[Ll]ast|[Tt]his|[Nn]ext)
        \ (?:{_SEASON}|{_MONTH}|{_WEEKDAY})(?!\w)(?!,?\ (?:of\ )?\d)(?!,?\ \(?(?:{_DAY}\ {_MONTH}|{_MONTH}\ \d))
        | (?:[Ii]n|[Dd]uring|[Oo]ver|[Uu]ntil|[Bb]y|through|[Ss]ince
        |[Tt]o|for(?=\ the))\ (?:the\ )?(?:{_PART}[ -])?{_SEASON}\b(?!\ (?:of\ )?(?:{_YEAR}))
        | {_PART}[ -]{_SEASON}\b(?!\ (?:of\ )?{_YEAR})
        | (?:[Ee]arlier|[Ll]ater|[Ss]ometime|[Ss]ome\ time|at\ some\ point)\ (?:in\ )?(?:last|this|next
        |the\ coming)\ (?:year|month|week)\b
        | (?:[Ll]ast|[Tt]his|[Tt]his\ past|[Nn]ext|[Tt]his\ coming)\ (?:year|month|weekend|week)\b
        | (?:[Ll]ater\ in|(?:the\ )?[Ee]nd\ of)\ the\ (?:year|month)\b
        | (?:[Ee]arlier\ |[Ll]ater\ )?(?:[Tt]oday|[Tt]onight|[Tt]his\ (?:morning|evening|afternoon)
        |[Yy]esterday|[Ll]ast\ night|[Tt]omorrow)\b
          (?!['’]s(?!\ (?:\w+\ ){{0,2}}(?:finale|closer|ender|premiere|opener)\b))
        | (?:[Ee]arly\ )?in\ the\ [Nn]ew\ [Yy]ear\b
        | {_COUNT}\ {_UNIT}s?\ ago\b
        | {_EXACT}\ (?:day|week|fortnight)s?\ from\ (?:today|now)\b
        | (?:{_PART}[ -](?:in\ )?){_MONTH}(?!\w)(?!\.?,?\ (?:of\ )?\d)
        | (?:[Ii]n|[Ll]ast|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|of|to|{_BACK_IN}|for|this|starting|before|through|come
        |between|a|an|the)\ {_MONTH}(?=[\s.,;:)!?]|$)(?!\s[A-Z][a-z])(?!\.?,?\ (?:of\ )?\d)
        | (?<=\()(?:{_PART}[ -])?{_MONTH}(?=\))
        | (?<!\d\ )(?!May){_MONTH}(?=\ (?:premiere|debut|launch|return|bow|release|start)\b)
        | (?:(?<=[–—:]\ )|(?<=[–—:]\ [“"‘']))(?:(?:{_PART}|[Ss]ometime\ in)[ -])?(?:{_MONTH}|{_SEASON})
          (?=[”"’']?(?:[,;)]|$|\ \(|\ on\b))
        | ^{_MONTH}(?=\ (?:brings|sees|will\ (?:bring|see|mark)|also\ (?:brings|sees))\b)
        | (?:[Ii]n|[Ss]ince|[Bb]ack\ in)\ {_MONTH},(?=\ \d+(?:[.,]\d|\ [a-z]))
        | [Ii]n\ (?:January|February|September|October|November|December)(?=\ [A-Z][a-z])
        | (?<![Ee]very\ )(?<![Ee]ach\ )(?<!\ba\ )(?:(?:[Oo]n|[Ee]arlier|[Ll]ast|[Tt]his|[Nn]ext)\ )?{_WEEKDAY}\b
          (?!\ (?:night|evening|morning|afternoon)s)
          (?!(?:['’]s)?\ (?:[Ss]eason|[Ss]eries)\ (?:\d|one|two|three|four)\b)
          (?!,?\ \(?(?:the\ )?(?:{_DAY}(?:\ of)?\ {_MONTH}|{_MONTH}\ \d)))
  | (?P<holiday>(?:Christmas\ Day|Boxing\ Day|New\ Year[’']s\ (?:Day|Eve)|Valentine[’']s\ Day
        |Halloween)(?:,?\ {_YEAR})?\b)
  | (?P<year>(?<![\w$£€#/.-]){_YEAR}(?![\w/%-]|\.\d|['’]s\b)))
    """,
    re.VERBOSE,
)
_TIME = re.compile(
    rf"\d|day|week|month|year|ago|season|night|morning|evening|afternoon|tomorrow|christmas|valentine|halloween"
    rf"|spring|summer|autumn|fall|winter|{'|'.join(month[:3].lower() for month in MONTHS)}"
)
"""What one of which a sentence has that names a date: few have none, but those take no time."""
_CAPITALS = re.compile(
    rf"\b(?:{'|'.join(month.upper() for month in MONTHS)}|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC"
    r"|MIDSEASON|MID-SEASON|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)\b"
)
"""Days, months and midseasons in capitals throughout, as schedules have them."""
_LEAD = re.compile(
    r"^(?:(?:back|starting|sometime) )?(?:in|during|over|until|before|through|come|between|by|since|from|of|to|for"
    r"|on|starting|the|an?(?!\s(?:few|couple|day|week|fortnight|month|year)\b))\s+(?!half)(?:the\s+)?",
    re.I,
)
_SUBS = {21: ("03", "05"), 22: ("06", "08"), 23: ("09", "11"), 24: ("01", "02"),
         33: ("01", "03"), 34: ("04", "06"), 35: ("07", "09"), 36: ("10", "12")}  # fmt: skip


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date that is named, as it is written."""

    start: int
    end: int
    text: str
    relative: bool
    """Whether it names no year of its own."""
    counts: bool = False
    """Whether it counts from the date named before it."""
    before: DateMention | None = None
    """The date that it counts from."""

    def heard(self, published: dt.date | None, tense: str = "") -> PartialDate | None:
        """What it means, said on the day of publication; None where that cannot be told."""
        words = _LEAD.sub("", self.text)
        if self.counts:
            before = self.before.heard(published, "past") if self.before is not None else None
            return counted_from(words, before) if before is not None else None
        ahead_of_now = _FROM_NOW.fullmatch(words)
        if ahead_of_now:
            return _from_now(ahead_of_now, published)
        if re.match(r"(?i)mid-?season$", words):
            if published is None:
                return None
            words = f"midseason {published.year + (published.month > _UPFRONTS)}"
        if _NEW_YEAR.search(words) and published is not None:
            words = f"early {published.year + (published.month > _UPFRONTS)}"
        ahead = _IN_SOME_YEAR.search(words)
        if ahead and published is not None:
            words = f"{words[: ahead.start(1)]} {published.year + _SHIFT[ahead[2].lower()]}"
        if self.text.lower().startswith("back in"):
            tense = "past"
        try:
            heard = hear_near(_plain(words), published, tense)
            lately = self._lately(words, heard, published) if tense == "future" and published is not None else None
        except DateError:
            return None
        return lately or heard

    def _lately(self, words: str, heard: PartialDate, published: dt.date) -> PartialDate | None:
        """The day a few weeks ago that a schedule still has as one to come; None where it is to come."""
        if not (self.relative and heard.is_day and heard.start - published > _A_YEAR_AHEAD):
            return None
        before = hear_near(_plain(words), published, "past")
        return before if published - before.last <= _STILL_LISTED else None


_FROM_NOW = re.compile(rf"({_EXACT}) (day|week|fortnight)s? from (?:today|now)", re.IGNORECASE)
_DAYS = {"day": 1, "week": 7, "fortnight": 14}


def _from_now(match: re.Match[str], published: dt.date | None) -> PartialDate | None:
    """So many days after that of publication."""
    count = 1 if match[1].lower() in ("a", "an") else number(match[1])
    if published is None or count > _MOST_WEEKS:
        return None
    try:
        return on_day(published + dt.timedelta(days=count * _DAYS[match[2].lower()]))
    except OverflowError:
        return None


_MOST_WEEKS = 99
"""Further ahead nothing is announced in days and weeks."""
_STILL_LISTED = dt.timedelta(days=31)
_A_YEAR_AHEAD = dt.timedelta(days=300)
_UPFRONTS = 4
"""The month before networks present their schedules for the season from autumn on: later a midseason is that one’s."""
_NEW_YEAR = re.compile(r"(?i)(?:early in the )?new year$")
_IN_SOME_YEAR = re.compile(rf"(?i)(?:{_MONTH}(?: {_DAY})?|{_SEASON})(,? (?:of )?(last|this|next) year)$")
_SHIFT = {"last": -1, "this": 0, "next": 1}
_YEARLESS = re.compile(
    rf"(?i)(?:(?:{_WEEKDAY},?|in|on|of|from|to|until|between|through|before|by|for|since|during"
    rf"|over|the|{_PART}|this)[ -])*"
    rf"(?:{_MONTH}(?: {_DAY})?|{_DAY} (?:of )?{_MONTH}|{_SEASON})"
)
"""What a year can be put behind: a day and month, a month, a part of the year."""


def in_year(date: DateMention, year: int) -> DateMention:
    """The same date in this year, where it names none and is not counted from the day of publication."""
    if not (date.relative and _YEARLESS.fullmatch(date.text)):
        return date
    words = re.sub(r"(?i)\bthis ", "", _LEAD.sub("", date.text))
    return DateMention(date.start, date.end, f"{words} {year}", relative=False)


@lru_cache(maxsize=2048)
def date_mentions(text: str) -> tuple[DateMention, ...]:
    """The dates a sentence names, in order."""
    found = []
    text = _CAPITALS.sub(lambda match: match[0].capitalize(), text)
    if not _TIME.search(text.lower()):
        return ()
    for match in _FORMS.finditer(text):
        group = match.lastgroup if match.lastgroup != "tvseason" else "tv"
        relative = group in ("dayless", "near", "of", "counted") or (group == "part" and "year" in match[0])
        relative = relative or (group in ("holiday", "mid") and not re.search(r"\d{4}", match[0]))
        lead = _LEAD.match(match[0])
        back = match[0].lower().startswith("back in")  # no coming back, but a time past
        start = match.start() + (lead.end() if lead and not back else 0)
        found.append(DateMention(start, match.end(), match[0], relative, counts=group == "counted"))
    return tuple(found)


_WEEK = 6
_THIRDS = {("01", "10"), ("11", "20"), *(("21", str(last)) for last in range(28, 32))}


def iso(date: PartialDate) -> str:
    """A date without codes for seasons and quarters: ISO days, months, years and intervals of them."""
    text = date.edtf.replace("~", "")
    first, slash, last = text.partition("/")
    within = len(first) == len(last) == 10 and first[:7] == last[:7]
    if within and ((first[8:], last[8:]) in _THIRDS or int(last[8:]) - int(first[8:]) == _WEEK):
        return first[:7]  # early, mid or late in a month, or in one week of it
    first, last = _months(first)[0], _months(last)[1] if slash else _months(text)[1]
    return first if first == last else f"{first}/{last}"


def _months(text: str) -> tuple[str, str]:
    months = _SUBS.get(int(text[5:7])) if re.fullmatch(r"\d{4}-\d\d", text) else None
    return (f"{text[:5]}{months[0]}", f"{text[:5]}{months[1]}") if months else (text, text)


@lru_cache(1024)  # a date may be asked for by many phrases
def _plain(words: str) -> str:
    """The spellings of the trade as the project's own reading of dates has them."""
    words = re.sub(r"(?i)last quarter of", "fourth quarter of", words).replace("(", "")
    words = re.sub(r"(?i)\b(?:back|latter) half of", "second half of", words)
    words = re.sub(r"(?i)\bfront half of", "first half of", words)
    words = re.sub(r"(?i)^tail end of", "end of", words)
    words = re.sub(r"(?i)^(later in|.* of) the (?=year$|month$)", r"\1 this ", words)
    numbers = re.fullmatch(r"(\d\d?)/(\d\d?)/(\d{4})", words)
    if numbers:  # month and day as Americans write it, where that is possible
        first, second = (int(number) for number in numbers.groups()[:2])
        month, day = (first, second) if first <= 12 else (second, first)
        return f"{numbers[3]}-{month:02}-{day:02}"
    pair = re.match(rf"({_YEAR})\s?[-–/]\s?((?:\d\d)?\d\d)", words)
    if pair:
        return f"{pair[1]}/{pair[1][:2]}{pair[2][-2:]}" if "mid" not in words else f"midseason {pair[1]}-{pair[2][-2:]}"
    words = re.sub(r"(?i)^(early|mid|late) part of", r"\1", words)
    words = re.sub(r"(?i)^start of|^beginning of", "early", words)
    words = re.sub(r"(?i)^end of", "late", words)
    words = re.sub(r"(?i)^middle of", "mid", words)
    words = re.sub(r"\b(\d{1,2}(?:st|nd|rd|th)?) of ", r"\1 ", words)
    words = re.sub(rf"(?i)^(?:next|last|this|this coming|coming) (?={_WEEKDAY},? \S+ \S)", "", words)
    return words.strip(" .")


def interval(first: PartialDate, last: PartialDate) -> PartialDate | None:
    """From the beginning of one date to the end of another; None where that is no range."""
    try:
        return parse_edtf(f"{iso(first).partition('/')[0]}/{iso(last).rpartition('/')[2]}")
    except DateError:
        return None
