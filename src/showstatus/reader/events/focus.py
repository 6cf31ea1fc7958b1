"""Which show is spoken of where a sentence names none? What a text has been about so far."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from showstatus.reader.cues.arguments import IT
from showstatus.reader.cues.cue import DECISIONS, Cue
from showstatus.reader.cues.groups import groups_of, in_passing
from showstatus.reader.events.details import is_detail, is_status
from showstatus.reader.lexicon import PLATFORM, SEASON, SHOW
from showstatus.reader.mentions.marked import Marked
from showstatus.reader.mentions.numbers import SeasonMention, number
from showstatus.reader.mentions.times import DateMention
from showstatus.reader.mentions.title import TitleMention
from showstatus.reader.section_heads import WHICH, is_of_both, section

_ALL = re.compile(
    r"(?i) (?:all|both|each|(?:the|these|those) (?:two|three|four|five|six|pair|trio|lot|shows|dramas"
    r"|comedies)|they|them|these"
    r"|every one|none|neither)(?= )"
)
_ALL_BEHIND = re.compile(
    r"(?i)^(?: [a-z]+){0,4}? (?:all|both|each|them|these"
    r"|(?:the|these|those) (?:two|three|four|five|six|pair|trio|lot))(?= )"
)
_SO_MANY = re.compile(
    r"(?i) (?:(?:all|the|these|both) (two|three|four|five|six)|(two|three|four|five|six) (?:of (?:its|the|their) )?"
    r"(?:[a-z-]+ ){0,3}(?:shows|series|dramas|comedies|sitcoms|originals|titles))(?= )"
)
_ONE = re.compile(
    r"(?i) (?:(?:it|he|she)(?: (?:is|was|has|had|will|would|been|be|also|now|just|not|\w+ly))*"
    r"|(?:this|that) (?:is|was|has|had|will|would)(?: \w+)?) $"
)
_MAKERS = re.compile(r"(?i) they(?: (?:have|had|also|just|already|then|soon))* +$")
"""Who decides, and not what is decided upon: “they have ordered a fourth season”."""
_IT_NEXT = re.compile(r"(?i)^(?: [^ ,;]+){0,4} , it(?= )")
"""What follows a phrase at the beginning that is told of one: “first shown in 2000, it …”."""
_GOES_ON = re.compile(
    r"(?i)^ (?:[a-z]+ly , )?(?:it|its|the (?:[a-z-]+ ){0,2}(?:show|series|drama|comedy|season|thriller|sitcom))(?= )"
)
"""A sentence about what the block before spoke of."""
_WORK_GOES_ON = re.compile(
    r"(?i)^ (?:the )?(?:filming|production|shooting|shoot|casting|principal photography|cast|cast list|cameras"
    r"|release date|premiere date)(?= )"
)
"""A sentence about the work on it."""


_SECTIONS = tuple(
    (kind, re.compile(rf"(?i) (?:{words})(?= )"))
    for kind, words in (
        (
            "cancelled",
            r"cancell?ations?|casualties|axings?|cancell?ed series|cancell?ed shows|the fallen|chopping block",
        ),
        ("renewed", r"renewals?|pick-?ups|recommissions|survivors"),
        ("final", r"final seasons|farewells|goodbyes|last seasons|swan songs"),
        ("pending", r"bubble|limbo|undecided|toss-?ups?|waiting game|question marks|yet to be decided|no word yet"),
        ("ordered", r"new (?:series|shows|dramas|comedies)|series orders|newcomers|freshm[ae]n"),
        ("saved", r"rescues|rescued|revivals"),
        ("production", r"what is new|in (?:production|development|the works)|now (?:filming|shooting)|coming soon"),
    )
)
"""What a heading says of the shows below it where it has no phrase of the lexicon."""


_WHICH_ONES = re.compile(
    r"(?i)^ (?:which|what)(?: (?!might|may|could|should|will|would)\S+){0,5} (?:is|are|was|were|has|have|got|gets)"
    r"(?: been)? (?!might|may|could|should|not)(?:\S+ ){1,3}\? $"
)
"""A heading that asks which shows they are that are named below it: “Which shows are renewed?”"""
_ITS_OWN = re.compile(
    r"(?i) (?:(?:the|a|an) (?:[a-z-]+ ){0,2}(?:premiere|debut|launch|finale|episode|season|instal?lment|run|batch"
    r"|opener|outing)"
    r"|(?:[a-z]+|\d+) (?:new |more )?episodes)(?= )"
    r"|(?i:(?:^|[,;]| and| while) (?:filming|production|shooting|casting|principal photography|cameras?|work)(?= ))"
)
"""What a show has, and what is said of it where a sentence names none: “the premiere is in May”."""
NEAR = 2
"""In so many blocks behind those that name several shows, “all of them” are these."""


_OF_TWO = re.compile(r"(?i) the (former|latter)(?= )")


@dataclass(slots=True)
class Focus:
    """Which show is spoken of where a sentence names none."""

    lead: str | None
    many: bool = False
    """Whether the text is about several shows, so that what names none need not be about the lead."""
    passing: frozenset[str] = frozenset()
    """The shows that are only named in passing, and so never spoken of further."""
    topic: str | None = None
    last: str | None = None
    before: str | None = None
    """The show that was spoken of in the block before."""
    several: tuple[str, ...] = ()
    """The shows of the last sentence that named more than one."""
    headed: tuple[str, ...] = ()
    """The shows of the headline."""
    since: int = -1
    """The block of that sentence."""
    season: SeasonMention | None = None
    """The one season that the sentence before, in the same block, named."""
    block: int = -1
    section: str | None = None
    """The verdict that a heading holds over the entries below it."""
    over: SeasonMention | None = None
    """The season that it names with its verdict: “Renewed for a second season”."""
    day: DateMention | None = None
    """The day that a heading holds over them."""
    ends: bool = False
    """Whether the headline speaks of finales, so that the days below it are theirs."""
    shoots: bool = False
    """Whether the headline speaks of the days of shoots, so that the days below it are theirs."""
    parting: bool = False
    """Whether they are the last there will be."""
    theme: str | None = None
    """The verdict that the headline holds over all entries."""

    opens: bool = False
    """Whether a sentence is the first of its block."""

    def enter(self, sentence: Marked) -> None:
        """A new block goes back to the topic above it, or to what the whole text is about."""
        self.opens = sentence.sentence.block != self.block
        if self.opens:
            self.block = sentence.sentence.block
            self.before = self.last or self.before
            self.last = self.topic or (None if self.many else self.lead)
            self.season = None

    def meant(self, sentence: Marked, cue: Cue | None = None) -> list[str]:
        """The shows that a sentence is about which names none with its phrase, or none at all."""
        near = self.block - self.since <= NEAR
        ahead = sentence.text[cue.clause[0] : cue.start] + " " if cue is not None else ""
        which = _OF_TWO.findall(ahead) if near and len(self.several) == 2 else []
        if which:
            return [self.several[which[-1].lower() == "latter"]]
        if self.several and near and _speaks_of_all(sentence.text, cue):
            return list(self.several)
        if self.last is None:
            goes_on = self.before is not None and (
                _GOES_ON.match(sentence.text) or _WORK_GOES_ON.match(sentence.text) or SEASON in sentence.text
            )
            return [self.before] if goes_on and self.before is not None else []
        said = IT.search(sentence.text) or _ITS_OWN.search(sentence.text) or SEASON in sentence.text
        if self.many and self.last != self.topic and not said:
            return []
        return [self.last]

    def counted(self, sentence: Marked) -> tuple[str, ...]:
        """The shows of the headline, where a sentence without any speaks of as many: “renewed three of its dramas”."""
        if len(self.headed) < 2 or SHOW in sentence.text or sentence.sentence.role != "body":
            return ()
        spoken = _SO_MANY.search(sentence.text)
        return self.headed if spoken and number(spoken[1] or spoken[2]) == len(self.headed) else ()

    def look_on(self, sentence: Marked) -> None:
        """What a sentence names is spoken of in the next one."""
        titles = [(at, m) for at, m in sentence.of(TitleMention)]
        groups = [group for group in groups_of(sentence) if not in_passing(sentence, group[0][0])]
        main = [m.key for group in groups for _, m in group if m.key not in self.passing]
        if main:
            self.last = self.lead if self.lead in main and not self.many else main[0]
        if sentence.sentence.role == "headline" and not self.headed:
            self.headed = tuple(dict.fromkeys(m.key for at, m in titles if not in_passing(sentence, at)))
        if len({m.key for _, m in titles}) > 1:
            self.several, self.since = tuple(dict.fromkeys(m.key for _, m in titles)), self.block
        seasons = [m for _, m in sentence.of(SeasonMention) if m.numbers]
        if seasons:
            self.season = seasons[0] if len(seasons) == 1 else None


def _speaks_of_all(text: str, cue: Cue | None) -> bool:
    """Whether what a phrase is told of are several shows: “they were cancelled”, “Fox cancelled them”, not “it was”."""
    ahead, behind = ("", "") if cue is None else (text[cue.clause[0] : cue.start], text[cue.end : cue.clause[1]])
    if cue is None or not ahead.strip():
        return bool(_ALL.search(text)) and not (cue is not None and _IT_NEXT.match(text[cue.end :]))
    ahead, behind = f"{ahead} ", f"{behind} "
    if _ONE.search(ahead) or (cue.phrase.voice in ("active", "verb") and _MAKERS.search(ahead)):
        return False
    return bool(_ALL.search(ahead) or _ALL.search(text[cue.start : cue.end] + " ") or _ALL_BEHIND.match(behind))


_WHAT_OF = re.compile(
    rf"(?i) (?:(?:know|hear|heard|news|word|say|what) (?:about|on|of)"
    rf"|(?:what|whatever) (?:\w+ )?happen(?:s|ed|ing) (?:to|with)"
    rf"|(?:fate|future|status) of|hope for|next for)(?: the)?(?: [\"“‘'])* {SHOW}"
)
"""A question to a column about one show, of which the answer below it is told."""


def head(focus: Focus, titles: list[TitleMention], here: Sequence[Cue], sentence: Marked) -> None:
    """What a heading makes of the lines below it: a show to speak of, or a verdict or a day over a list."""
    if any(title.listed for title in titles):
        focus.topic = focus.last = next(title.key for title in titles if title.listed)
        return
    asks = sentence.sentence.asks if focus.many else "?" in sentence.text and _WHAT_OF.search(sentence.text)
    if asks and len({title.key for title in titles}) == 1:
        focus.topic = focus.last = titles[0].key
        return
    decided = any(cue.kind in DECISIONS for cue in here)
    if titles or (focus.topic is not None and is_detail(sentence) and (not decided or is_status(sentence))):
        return
    focus.topic = focus.before = None
    dates = [date for _, date in sentence.of(DateMention)]
    which = bool(_WHICH_ONES.match(sentence.text))
    kinds = [cue.kind for cue in here if cue.kind in DECISIONS and (cue.mood == "said" or which)]
    whole = section(sentence.sentence.text)
    kinds = [whole] if whole else kinds or [kind for kind, pattern in _SECTIONS if pattern.search(sentence.text)][:1]
    if (sentence.sentence.asks and not which) or not (dates or kinds or len(sentence.sentence.text.split()) <= 2):
        focus.section, focus.day, focus.over = None, None, None
    elif dates or kinds:  # a heading of one or two words, such as a network's name, changes nothing
        focus.section, focus.day = (kinds[0] if kinds else None), (dates[0] if dates else None)
        seasons = [season for _, season in sentence.of(SeasonMention)]
        focus.over = seasons[0] if kinds and len(seasons) == 1 else None


_GOODBYES = re.compile(r"(?i) (?:goodbyes?|farewells?|adieu|bow\w* out)(?= |$)")
"""What says that shows end, whether they were cancelled or not; a channel that waves them goodbye cancels them."""
_YEAR_IN = re.compile(
    r"(?i) (?:(?:year|month|week|season|summer|spring|fall|autumn|winter) (?:in|of)|(?:every|all)(?: of)?(?: the)?"
    r"|list of|guide to|\d+) (?:[a-z-]+ )?(?:cancell?ations|axings|renewals|pick-?ups)(?= )"
)
"""What a list calls itself whose headline names some of its shows: “X, Y and the year in cancellations”."""


def theme(here: Sequence[Cue], titles: list[TitleMention], headline: Marked) -> str | None:
    """What a headline that names no show says of those that its text lists."""
    text = "" if headline.sentence.asks else headline.text
    which = WHICH.match(headline.text)
    kinds = [
        cue.kind for cue in here
        if cue.kind in DECISIONS and (cue.mood == "said" or (which and cue.start < which.end()))
    ]  # fmt: skip
    if any(_GOODBYES.search(headline.text[c.start : c.end]) and PLATFORM not in headline.text[: c.start] for c in here):
        kinds = ["final"]
    sections = [kind for kind, pattern in _SECTIONS[:2] if pattern.search(text)]
    counted = not kinds and len(sections) == 1 and _YEAR_IN.search(text)
    if not kinds and len(sections) == 1:
        kinds = sections
    if (
        (titles and not counted)
        or not kinds
        or any(cue.kind == "delayed" for cue in here)
        or is_of_both(headline.sentence.text)
        or len({*kinds} & {"renewed", "returns", "cancelled"}) > 1
    ):
        return None
    return "saved" if "saved" in kinds else kinds[-1]
