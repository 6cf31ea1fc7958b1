"""What happened to which show, which season of it, and when: the cues of a text with their shows, seasons and dates."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from showstatus.dates import PartialDate
from showstatus.reader.cues import Cue, cues
from showstatus.reader.lexicon import DATE, SEASON, SHOW, words
from showstatus.reader.mentions import Marked
from showstatus.reader.numbers import SeasonMention
from showstatus.reader.sentences import Sentence
from showstatus.reader.times import DateMention
from showstatus.reader.titles import TitleMention

DECISIONS = frozenset({"renewed", "returns", "cancelled", "saved", "final", "ended", "ordered", "back-order", "alive", "pending"})
_COMPARED = re.compile(
    r"(?i) (?:like|than|unlike|behind|from|(?:stars?|creators?|makers|writers?|producers?|team|minds?|people|fans|cast|spin-?off|prequel|sequel|offshoot|companion|successor|answer) (?:of|behind|to|from|on)|alongside|opposite|as with|"
    r"such as|case of|similar to|based on(?: the)?(?: \\S+)?|inspired by|next to|known for|famous for|see also|novels?|books?|films?|movies?|comics?|manga)(?: the)?(?: (?:likes of|hit|comedy|drama))?[ \"“‘']*$"
)
_DONE = DECISIONS | {"premiered"}
_THEY_ARE = re.compile(r"(?i)^ (?:they|these|those|among them|namely)(?: (?:are|include|being)| )")
_ALL = re.compile(r"(?i) (?:all|both|each|the (?:two|three|four|five|six|pair|trio|lot)|they|these|every one|none|neither)(?= )")
_IT = re.compile(r"(?i) (?:it|its|he|she|they|this|that|the (?:[a-z’'-]+ ){0,2}(?:show|series|drama|comedy|sitcom|soap|programme|program|thriller|anime|cartoon|reboot|spin-?off|prequel|revival|period|crime|medical|reality|hit))(?= )")
_ASIDE = re.compile(r"(?i)^ (?:while|although|though|unlike|like|as(?! for)|where)(?= )")
_ALONG = re.compile(r"(?i)^(?: [,\"”’'])* (?:along with|as (?:will|is|are|does|do)|and so (?:will|is|are)|joined by|alongside|together with)(?: be)? (?:[\"“‘'] )?$")
_OTHER_WORK = re.compile(r"(?i)^(?: \S+)? (?:prequel|sequel|spin-?off|reboot|revival|alum\w*|star|actor|actress|fame|creator|veteran|universe|franchise|writer|producer)(?= )")
_NEW = re.compile(
    r"(?i) (?:prequel|spin-?off|new(?:est)? (?:\S+ )?(?:series|drama|comedy|show|sitcom|thriller)|upcoming (?:\S+ )?(?:series|drama|comedy|show|thriller)|another (?:tale|story)(?: \S+){0,3})(?: series)? ?(?:[,\"“‘'] ?)*$"
)
_NEW_AFTER = re.compile(r"(?i)^(?: [\"”’',])* (?:the|a|an|its) (?:new|upcoming|forthcoming|planned) (?:\S+ ){0,4}?(?:series|drama|comedy|show|spin-?off|prequel|thriller)(?= )")
_LINK = re.compile(
    r"^(?: \ue002)?(?: \ue004)?(?: \( [^()]{0,40}\))?(?: [,&/]| and| or| plus| along with| as well as| , and| [\"”’'])+(?: (?!(?:is|are|was|were|has|have|will|gets|had|been|did|does|can|could|renewed|cancelled|canceled|returns?|but|while|which|who|it|they)\b)[\w'’.-]+){0,4}?(?: [,\"“‘'])*(?: \ue004 's)? $"
)


@dataclass(frozen=True, slots=True)
class Event:
    """One thing a text says of one show."""

    kind: str
    show: str
    """The key of the show."""
    seasons: tuple[int, ...]
    more: int
    """How many seasons beyond the last known one are meant, where they are not numbered."""
    aired: int
    """How many seasons there were by then: “after two seasons”."""
    date: PartialDate | None
    day: bool
    """Whether a day is named, understood or not."""
    dated: bool
    """Whether some date is named, understood or not."""
    relative: bool
    mood: str
    planned: bool
    before: bool
    final: bool
    direct: bool
    """Whether its sentence names the show."""
    sentence: Sentence
    weak: bool = False
    """Whether it only says that the show comes back, which may be no news."""
    phrase: str = ""
    """The phrase of the lexicon that carries it; empty for the entry of a list."""

    @property
    def said(self) -> bool:
        """Whether the text states it."""
        return self.mood == "said"


@dataclass(slots=True)
class _Focus:
    """Which show is spoken of where a sentence names none."""

    lead: str | None
    many: bool = False
    """Whether the text is about several shows, so that what names none need not be about the lead."""
    topic: str | None = None
    last: str | None = None
    several: tuple[str, ...] = ()
    """The shows of the last sentence that named more than one."""
    season: SeasonMention | None = None
    """The one season that the sentence before, in the same block, named."""
    block: int = -1
    section: str | None = None

    def enter(self, sentence: Marked) -> None:
        """A new block goes back to the topic above it, or to what the whole text is about."""
        if sentence.sentence.block != self.block:
            self.block = sentence.sentence.block
            self.last = self.topic or (None if self.many else self.lead)
            self.season = None

    def meant(self, sentence: Marked) -> list[str]:
        """The shows that a sentence is about which names none."""
        if self.several and _ALL.search(sentence.text):
            return list(self.several)
        if self.last is None or (self.many and self.last != self.topic and not _IT.search(sentence.text) and SEASON not in sentence.text):
            return []
        return [self.last]

    def look_on(self, sentence: Marked) -> None:
        """What a sentence names is spoken of in the next one."""
        titles = [(at, m) for at, m in sentence.of(TitleMention) if isinstance(m, TitleMention)]
        main = [m.key for at, m in titles if not _COMPARED.search(sentence.text[:at]) and not in_credits(sentence.text, at)]
        if main:
            self.last = self.lead if self.lead in main and not self.many else main[0]
        if len({m.key for _, m in titles}) > 1:
            self.several = tuple(dict.fromkeys(m.key for _, m in titles))
        seasons = [m for _, m in sentence.of(SeasonMention) if isinstance(m, SeasonMention) and m.numbers]
        if seasons:
            self.season = seasons[0] if len(seasons) == 1 else None


def events(
    sentences: Sequence[Marked], lead: str | None, published: dt.date | None, *, many: bool = False
) -> list[Event]:
    """Everything a text says, in order; `lead` is the show it is about where nothing else is named."""
    found: list[Event] = []
    focus = _Focus(lead, many)
    for sentence, following in zip(sentences, [*sentences[1:], None], strict=True):
        focus.enter(sentence)
        titles = [mention for _, mention in sentence.of(TitleMention) if isinstance(mention, TitleMention)]
        here = cues(sentence)
        if titles and titles[0].listed and focus.section and not here:
            found += _listed(sentence, titles, focus.section)
        if sentence.sentence.role == "body" and titles and titles[0].listed:
            focus.topic = focus.last = titles[0].key
        if sentence.sentence.role == "heading":
            _head(focus, titles, here, sentence)
        for cue in here:
            if _stranger(sentence, cue):
                continue
            named = _shows(sentence, cue)
            if not named and _announces(sentence, following):
                assert following is not None
                found += [_of_next(sentence, cue, here, following, pair, focus, published) for pair in _titles(following)]
                continue
            keys = named or [(-1, key) for key in focus.meant(sentence)]
            made = [_of_cue(sentence, cue, here, at, key, focus, published) for at, key in keys]
            found += [replace(event, direct=event.direct or len(keys) > 1 or event.show == focus.topic) for event in made]
        focus.look_on(sentence)
    return found


def _head(focus: _Focus, titles: list[TitleMention], here: list[Cue], sentence: Marked) -> None:
    """What a heading makes of the lines below it: a show to speak of, or a verdict over a list."""
    listed = [title for title in titles if title.listed]
    if listed:
        focus.topic = focus.last = listed[0].key
    elif not titles and here and not sentence.sentence.asks:
        focus.section = here[0].kind if here[0].mood == "said" and here[0].kind in DECISIONS else None
        focus.topic = None
    elif not titles:
        focus.topic = None
        if not focus.section or len(sentence.sentence.text.split()) > 2:
            focus.section = None


def _listed(sentence: Marked, titles: list[TitleMention], kind: str) -> list[Event]:
    made = []
    for at, title in sentence.of(TitleMention):
        if isinstance(title, TitleMention):
            season = _own_season(sentence, at)
            made.append(_event(kind, title.key, season, sentence, direct=True))
    return made


def _event(kind: str, show: str, season: SeasonMention | None, sentence: Marked, *, direct: bool) -> Event:
    return Event(
        kind, show, season.numbers if season else (), season.more if season else 0, season.aired if season else 0,
        None, False, False, False, "said", False, False, bool(season and season.final), direct, sentence.sentence,
    )  # fmt: skip


def _of_cue(
    sentence: Marked, cue: Cue, here: list[Cue], at: int, key: str, focus: _Focus, published: dt.date | None
) -> Event:
    """The event that a cue tells of one show, whose title stands at `at` (-1: in another sentence)."""
    mention = _date(sentence, cue, here)
    tense = "future" if cue.kind in ("window", "delayed") or cue.future else "past" if cue.kind in _DONE else ""
    season = (_own_season(sentence, at) if at >= 0 else None) or _season(sentence, cue, here)
    if season is None and cue.kind in ("premiered", "finale") and at < 0:
        season = focus.season
    event = _event(cue.kind, key, season, sentence, direct=at >= 0)
    return replace(
        event,
        seasons=event.seasons or _shorthand(sentence, at) or (() if at < 0 or cue.kind in _DONE or not _is_new(sentence, at) else (1,)),
        date=mention.heard(published, tense) if mention is not None else None,
        day=mention is not None and bool(_DAY.search(mention.text)),
        dated=mention is not None,
        relative=mention is not None and mention.relative,
        mood=cue.mood,
        planned=cue.future,
        before=cue.before,
        phrase=cue.phrase.source,
    )


def _announces(sentence: Marked, following: Marked | None) -> bool:
    """Whether the shows of a sentence are named in the next: “… projects are delayed. They are …”, “…:”."""
    if following is None or not _titles(following):
        return False
    return bool(_THEY_ARE.match(following.text)) or sentence.text.rstrip().endswith(":")


def _of_next(
    sentence: Marked, cue: Cue, here: list[Cue], following: Marked, named: tuple[int, str], focus: _Focus, published: dt.date | None
) -> Event:
    event = _of_cue(sentence, cue, here, -1, named[1], focus, published)
    season = _own_season(following, named[0])
    numbers = season.numbers if season else (1,) if _is_new(following, named[0]) else event.seasons
    return replace(event, seasons=numbers, direct=True)


def _titles(sentence: Marked) -> list[tuple[int, str]]:
    return [(at, mention.key) for at, mention in sentence.of(TitleMention) if isinstance(mention, TitleMention)]


def _is_new(sentence: Marked, at: int) -> bool:
    """Whether a show is called new where its title stands: what is told of it then is told of its first season."""
    return bool(_NEW.search(sentence.text[:at])) or bool(_NEW_AFTER.match(sentence.text[at + 1 :]))


def _shorthand(sentence: Marked, at: int) -> tuple[int, ...]:
    mention = sentence.mentions.get(at)
    return (mention.number,) if isinstance(mention, TitleMention) and mention.number else ()


def _shows(sentence: Marked, cue: Cue) -> list[tuple[int, str]]:
    """The shows of its own sentence that a cue is about, each with its place."""
    return [(at, mention.key) for at, mention in _group(sentence, cue)]


def _group(sentence: Marked, cue: Cue) -> list[tuple[int, TitleMention]]:
    """By the cue's voice those before or behind it, with all that are listed with them."""
    groups = [group for group in _groups(sentence) if not _OTHER_WORK.match(sentence.text[group[-1][0] + 1 :])]
    inside = [group for group in groups if any(cue.start <= at < cue.end for at, _ in group)]
    if inside:
        return inside[0]
    left = [group for group in groups if group[-1][0] < cue.start and not _COMPARED.search(sentence.text[: group[0][0]])]
    right = [group for group in groups if group[0][0] >= cue.end]
    near = right[0] if right and _reaches(sentence.text[cue.end : right[0][0][0]]) else None
    voice = cue.phrase.voice
    own = sentence.text[cue.clause[0] : cue.clause[1]]
    if SHOW not in own and _IT.search(own) and (not left or _ASIDE.match(sentence.text)):
        return []
    if voice == "active":
        return near or (left[-1] if left else [])
    if voice in ("verb", "noun") and near is not None:
        return near
    if left:
        joined = right[0] if right and _ALONG.match(sentence.text[cue.end : right[0][0][0]]) else []
        return left[-1] + joined
    return near or []


def _stranger(sentence: Marked, cue: Cue) -> bool:
    """Whether a name that is no title stands right before a phrase that wants its show there: it is about that."""
    if cue.phrase.voice not in ("passive", "verb") or sentence.sentence.role == "headline":
        return False
    ahead = re.sub(r" \( [^()]* \)\s*$", "", sentence.text[: cue.start] + " ").rstrip()
    last = ahead.split()[-1:]
    return bool(last) and last[0][0].isupper() and last[0].isalpha() and last[0].lower() not in words().never_titles


def _reaches(between: str) -> bool:
    """Whether a phrase reaches the title behind it: few words between, and none that begins something else."""
    words = between.split()
    if len(words) > 7 or re.search(r" [;.!?(—] | (?:but|while|after|as|when|than|like|by|before|because) ", between + " "):
        return False
    verbs = re.search(r" (?:is|are|was|were|has|have|will|had) ", between + " ")
    return not verbs or len(words) <= 3


def _groups(sentence: Marked) -> list[list[tuple[int, TitleMention]]]:
    """The titles of a sentence, those in one list together."""
    groups: list[list[tuple[int, TitleMention]]] = []
    for at, mention in sentence.of(TitleMention):
        assert isinstance(mention, TitleMention)
        if in_credits(sentence.text, at):
            continue
        if groups and _LINK.match(sentence.text[groups[-1][-1][0] + 1 : at]):
            groups[-1].append((at, mention))
        else:
            groups.append([(at, mention)])
    return groups


def in_credits(text: str, at: int) -> bool:
    """Whether a title stands in the brackets behind a name: what an actor was in before."""
    opened = text.rfind(" ( ", 0, at)
    if opened < 0 or " ) " in text[opened:at]:
        return False
    before = text[:opened].split()[-1:]
    return bool(before) and before[0][0].isupper() and before[0][0] not in (SHOW, SEASON)


def _own_season(sentence: Marked, at: int) -> SeasonMention | None:
    """The season that is named with a title: “X season 2”, “season 2 of X”, “X's second season”, “X (Season 2)”."""
    after = re.match(rf"(?: [,(:\"”’'–-])?(?: 's)?(?: [\w-]+)?(?: [(])? ({SEASON})", sentence.text[at + 1 :])
    if after:
        found = sentence.mentions[at + 1 + after.start(1)]
        return found if isinstance(found, SeasonMention) else None
    before = re.search(rf"({SEASON}) (?:of|for|to) (?:[\w'’-]+ ){{0,5}}?[\"“‘']? ?$", sentence.text[:at])
    found = sentence.mentions[before.start(1)] if before else None
    return found if isinstance(found, SeasonMention) else None


_DAY = re.compile(r"(?i)\b\d{1,2}(?:st|nd|rd|th)?\b(?!\d)|day\b|tonight")
_OF_TIME = re.compile(r"(?i) (?:after|before|ahead of|following|since|during|end of|midway through|until)(?: (?:the|its|of|end))* $")
_OF_TIME_AFTER = re.compile(r"(?i)^ (?:finale|premiere|opener|ended|ends|cliffhanger|ender|had|has yet|wraps|even)(?= )")


def _season(sentence: Marked, cue: Cue, here: list[Cue]) -> SeasonMention | None:
    """The season a cue is about: inside it, behind it or before it in its clause, else the only one of the sentence."""
    alone = len(_groups(sentence)) < 2
    owned = {id(_own_season(sentence, other)) for other, _ in sentence.of(TitleMention)} if not alone else set()
    free = [pair for pair in sentence.of(SeasonMention) if id(pair[1]) not in owned]
    inside = sentence.of(SeasonMention, cue.start, cue.end)
    behind = [pair for pair in free if cue.end <= pair[0] < cue.clause[1]]
    before = [pair for pair in free if cue.clause[0] <= pair[0] < cue.start]
    others = [other for other in here if other is not cue]
    behind = [pair for pair in behind if not _OF_TIME_AFTER.match(sentence.text[pair[0] + 1 :])]
    if cue.kind in ("renewed", "returns", "window", "pending", "filming-started"):
        behind = [pair for pair in behind if not _OF_TIME.search(sentence.text[: pair[0]])]
        before = [pair for pair in before if not _OF_TIME.search(sentence.text[: pair[0]])]
    behind = [pair for pair in behind if not any(other.start <= pair[0] < other.end for other in others)]
    for mentions in (inside, behind[:1], before[-1:]):
        if mentions and isinstance(mentions[0][1], SeasonMention):
            return mentions[0][1]
    every = [(at, s) for at, s in sentence.of(SeasonMention) if not _OF_TIME_AFTER.match(sentence.text[at + 1 :]) and not _OF_TIME.search(sentence.text[:at])]
    return every[0][1] if alone and len(every) == 1 and isinstance(every[0][1], SeasonMention) and cue.kind not in ("premiered", "finale") else None


_TOLD_ON = re.compile(
    rf"(?i) (?:said|announced|wrote|tweeted|confirmed|revealed|reported|blogged|posted|shared|told|broke|came|declared|unveiled|dropped)(?: [\w’'-]+){{0,4}}? ({DATE})"
)


def _date(sentence: Marked, cue: Cue, here: list[Cue]) -> DateMention | None:
    """The date a cue has: inside it, or free in its clause; a decision may have it at the beginning of the sentence."""
    inside = sentence.of(DateMention, cue.start, cue.end)
    told = _TOLD_ON.search(sentence.text)
    if told and cue.kind not in ("window", "premiered", "finale") and not (inside and cue.kind != "delayed"):
        found = sentence.mentions[told.start(1)]
        return found if isinstance(found, DateMention) else None
    if inside and isinstance(inside[-1][1], DateMention):
        return inside[-1][1]
    if cue.kind == "window":
        return None
    taken = [other for other in here if other is not cue]
    dates = [(at, mention) for at, mention in sentence.of(DateMention) if isinstance(mention, DateMention)]
    free = [
        (at, mention)
        for at, mention in dates
        if not any(o.start <= at < o.end or (o.end <= at and len(sentence.text[o.end : at].split()) < 3) for o in taken)
    ]
    def between(at: int) -> bool:
        low, high = min(at, cue.start), max(at, cue.start)
        return any(low < other.start < high for other in taken)

    for at, mention in free:
        if cue.end <= at <= cue.clause[1] and not between(at) and len(sentence.text[cue.end : at].split()) <= 12:
            if cue.kind in DECISIONS and re.search(r"(?i) (?:for|until|till|through|since|of)(?: the)? $", sentence.text[cue.end : at]):
                continue
            return mention
    for at, mention in reversed(free):
        if at < cue.start and (at >= cue.clause[0] or len(sentence.text[:at].split()) <= 3) and not between(at):
            return mention
    if cue.kind in DECISIONS and len(dates) == len(free) == 1 and dates[0][0] < cue.start and not between(dates[0][0]):
        return dates[0][1]
    return None
