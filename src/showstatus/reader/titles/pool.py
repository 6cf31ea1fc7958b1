"""The candidates of one text: what could be a title, with all the marks that speak for it and against it."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache

from showstatus.names import fold
from showstatus.reader import lexicon, scales
from showstatus.reader.mentions.times import date_mentions
from showstatus.reader.titles.candidates import any_of, key_of

ENOUGH = -0.5
"""The weight from which a candidate is a title: as likely as not, or little less."""
SURE = 2.0
"""The weight of what is taken for a title whatever else is said."""

_TV = re.compile(
    r"(?i)(?:(?:fall|autumn|winter|spring|summer|midseason|cable|network|broadcast|new) )?tv\b"
    r"|(?:fall|autumn|winter|spring|summer|midseason)$"
    r"|(?:part|vol(?:ume|\.)|episode|chapter|season|series|cour|no|number) [\divx.]+[a-d]?(?!\w)"
    r"|\d[\d:.]*(?:-\d[\d:.]*)?[ap]m$"
    r"|\d[\d.,]*(?:m|k|bn|th|st|nd|rd| ?million)$|\d{1,2}[ -]episodes?$|the \d{1,2}(?:[ -]episodes?)?$"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day, \w+$"
    r"|(?:ii|iii|iv|vi{1,3}|ix|tb[acd])$"
    r"|(?:the |this |that )?(?:[kcj]-?dramas?|anime|telenovela|sitcom|soap)$"
    r"|(?:sci-fi |space )?westerns?$|(?:one|two|three|four|five|six|eight|ten|\d+)-(?:week|day|month|year|hour|part)s?$"
    r"|(?:full|half|back|short)[- ]season (?:order(?:s|ed)?|pick-?ups?)$"
    r"|(?:(?:19|20)\d\d )?so far$|.{4,} awards?(?: \d{4})?$"
    r"|\d+ (?:responses|comments|replies|thoughts)\b|.*\b(?:scorecard|renewals?|cancell?ations?|best tv|round-?up)\b"
)
"""What names a part of the trade, and no show: “Fall TV 2022”, “TV Scorecard”, “Episode 4.22”, “23 Responses”."""


_BROKEN = re.compile(
    r"[»›|]|^[^\"“”]*[\"“][^\"“”]*$|^(?:And )?As (?:to|for) "
    r"| (?:At|For|With|From|The|And|As|By|A|An)$"
)
"""What is cut out of a line wrongly: the path to a page, half a quotation, what ends with a word that goes on."""


@dataclass(slots=True)
class Candidate:
    """A possible title. Its marks are counted over all places where it stands; `weigh` adds up what they weigh."""

    key: str
    forms: dict[str, int]
    marks: Counter[str] = field(default_factory=Counter)
    weight: float = 0.0
    person: bool = False
    everyday: bool = False
    headline: bool = False
    quoted: bool = False
    count: int = 0

    @property
    def accepted(self) -> bool:
        """Whether it is a title."""
        return self.weight >= ENOUGH

    @property
    def title(self) -> str:
        """How it is written most often; a longer way where two are as frequent, and not in capitals throughout."""
        return max(self.forms, key=lambda form: (not form.isupper(), self.forms[form], len(form)))

    def forget_light(self, weights: dict[str, float]) -> None:
        """Leave out words beside it that weigh nothing; none of them where nothing was fitted yet."""
        if weights:
            light = [mark for mark in self.marks if mark.startswith(scales.WORDS) and mark not in weights]
            for mark in light:
                del self.marks[mark]

    def weigh(self, weights: dict[str, float]) -> None:
        """Its log odds to be a title; a mark that stands there more than once counts one and a half times."""
        self.weight = math.fsum(weights.get(mark, 0.0) * (1.0 if n == 1 else 1.5) for mark, n in self.marks.items())


_ORDINAL_OR_DAY = re.compile(r"\d+(?:st|nd|rd|th)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (?:on|in|at|via) .+")
_NUMBER_ALONE = re.compile(r"[\d\W]+s?|[IVX]{2,5}")
_COUNTED = re.compile(r"\d+-[a-z]+(?! (?:no|ni) )(?![a-z])")
"""“10-episode”, but not a Japanese title that begins like that."""


class Pool:
    """The candidates of one text by their keys."""

    def __init__(self) -> None:
        self.candidates: dict[str, Candidate] = {}

    def add(self, surface: str, *, marked: bool = False) -> Candidate | None:
        """The candidate of a way of writing it, made at the first; None for what can be no title.

        Digits by themselves, and words of how a show stands, are only looked at where they are `marked`: in quotation
        marks, or an entry.
        """
        key = key_of(surface)
        if (
            not key
            or len(surface) > 80
            or any(lexicon.words().platforms.fullmatch(form) for form in (surface, surface.title()))
        ):
            return None
        if _TV.match(surface) or _BROKEN.search(surface):
            return None
        if not marked and surface.lower() in lexicon.words().status_words:
            return None
        if _ORDINAL_OR_DAY.fullmatch(surface):
            return None
        if (_NUMBER_ALONE.fullmatch(surface) and not marked) or _COUNTED.match(surface):
            return None
        candidate = self.candidates.get(key)
        if candidate is None and _names_day(surface):
            return None
        if candidate is None:
            candidate = self.candidates[key] = Candidate(key, defaultdict(int))
            candidate.marks.update(_shape(surface))
            candidate.everyday = "everyday word" in candidate.marks
        candidate.forms[surface] += 1
        return candidate


_SHORTENED = re.compile(r"(?<=\w)['’](?:re|ve|ll|d|m|s)$")
"""“We're” is as everyday as “we”."""


_A_DIGIT, _SMALL_LETTERS = re.compile(r"\d"), re.compile("[a-z]{3}")


def _names_day(surface: str) -> bool:
    """Whether a name is a day with its month: “Wednesday 16th December 2015”."""
    if not (_A_DIGIT.search(surface) and _SMALL_LETTERS.search(surface)):
        return False
    return any(date.end - date.start >= len(surface) - len("Wednesday, ") for date in date_mentions(surface))


@cache
def _trade_names() -> re.Pattern[str]:
    return any_of(lexicon.words().not_in_titles)


_NATIONS = frozenset("british american english french german spanish korean japanese uk us".split())  # noqa: SIM905
"""Behind an article as well these only say where something is from: “The British series that …”."""


def _shape(surface: str) -> list[str]:
    """What a name says of itself."""
    words, folded = surface.split(), surface.lower()
    known = lexicon.words()
    marks = ["any", f"words: {min(len(words), 5)}"]
    word = _SHORTENED.sub("", folded) if _SHORTENED.search(folded) else folded
    if word in known.never_titles or folded.removeprefix("the ") in _NATIONS or len(folded) < 2 or folded.isdigit():
        marks.append("everyday word")
    if _trade_names().search(folded):
        marks.append("trade name")
    plain = not any(word.islower() or word == "&" for word in words) and ":" not in surface
    if fold(words[0]) in known.first_names and len(words) in (2, 3) and plain:
        marks.append("first name")
    if any(word.islower() for word in words[1:]):
        marks.append("small words within")
    if words[0] in ("The", "A", "An"):
        marks.append("article")
    if ":" in surface:
        marks.append("colon within")
    if words[-1][-1:] == "!":
        marks.append("exclamation")
    return marks
