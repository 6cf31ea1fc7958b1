"""What happened to which show, which season of it, and when: the cues of a text with their shows, seasons and dates."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from showstatus.dates import PartialDate
from showstatus.reader.cues import Cue, cues
from showstatus.reader.lexicon import SEASON, SHOW
from showstatus.reader.mentions import Marked
from showstatus.reader.numbers import SeasonMention
from showstatus.reader.sentences import Sentence
from showstatus.reader.times import DateMention
from showstatus.reader.titles import TitleMention

DECISIONS = frozenset({"renewed", "cancelled", "saved", "final", "ended", "ordered", "back-order", "alive", "pending"})
_COMPARED = re.compile(
    r"(?i) (?:like|than|unlike|behind|from|(?:stars?|creators?|makers|writers?|producers?|team|minds?|people|fans|cast|spin-?off|prequel|sequel|offshoot|companion|successor|answer) (?:of|behind|to|from|on)|alongside|opposite|as with|"
    r"such as|case of|similar to|based on|inspired by|next to|known for|famous for|see also)(?: the)?(?: (?:likes of|hit|comedy|drama))?[ \"“‘']*$"
)
_LINK = re.compile(
    r"^(?: \ue002)?(?: \ue004)?(?: \( [^()]{0,40}\))?(?: [,;&/]| and| or| plus| along with| as well as| , and| [\"”’'])+(?: (?!(?:is|are|was|were|has|have|will|gets|had|been|did|does|can|could|renewed|cancelled|canceled|returns?|but|while|which|who|it|they)\b)[\w'’.-]+){0,4}?(?: [,\"“‘'])*(?: \ue004 's)? $"
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

    @property
    def said(self) -> bool:
        """Whether the text states it."""
        return self.mood == "said"


@dataclass(slots=True)
class _Focus:
    """Which show is spoken of where a sentence names none."""

    lead: str | None
    topic: str | None = None
    last: str | None = None
    block: int = -1
    section: str | None = None

    def enter(self, sentence: Marked) -> None:
        """A new block goes back to the topic above it, or to what the whole text is about."""
        if sentence.sentence.block != self.block:
            self.block = sentence.sentence.block
            self.last = self.topic or self.lead


def events(sentences: Sequence[Marked], lead: str | None, published: dt.date | None) -> list[Event]:
    """Everything a text says, in order; `lead` is the show it is about where nothing else is named."""
    found: list[Event] = []
    focus = _Focus(lead)
    for sentence in sentences:
        focus.enter(sentence)
        titles = [mention for _, mention in sentence.of(TitleMention) if isinstance(mention, TitleMention)]
        here = cues(sentence)
        if sentence.sentence.role == "heading":
            _head(focus, titles, here, sentence)
        elif titles and titles[0].listed and focus.section and not here:
            found += _listed(sentence, titles, focus.section)
        for cue in here:
            found += _of_cue(sentence, cue, here, focus, published)
        _look_on(focus, sentence, titles)
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


def _look_on(focus: _Focus, sentence: Marked, titles: list[TitleMention]) -> None:
    """The show a sentence is about is spoken of in the next one."""
    main = [m for at, m in sentence.of(TitleMention) if isinstance(m, TitleMention) and not _COMPARED.search(sentence.text[:at])]
    if main:
        focus.last = main[0].key


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
        None, False, False, "said", False, False, bool(season and season.final), direct, sentence.sentence,
    )  # fmt: skip


def _of_cue(
    sentence: Marked, cue: Cue, here: list[Cue], focus: _Focus, published: dt.date | None
) -> list[Event]:
    group = _shows(sentence, cue)
    direct = bool(group)
    keys = [(at, mention.key) for at, mention in group]
    if not keys and focus.last is not None:
        keys = [(-1, focus.last)]
    kind, date, dated, relative = cue.kind, None, False, False
    mention = _date(sentence, cue, here)
    if mention is not None:
        tense = "future" if kind in ("window", "delayed") or cue.future else "past" if kind in DECISIONS | {"premiered"} else ""
        dated, relative, date = True, mention.relative, mention.heard(published, tense)
    made = []
    for at, key in keys:
        season = (_own_season(sentence, at) if at >= 0 else None) or _season(sentence, cue, here)
        event = _event(kind, key, season, sentence, direct=direct)
        made.append(
            Event(
                event.kind, key, event.seasons or _shorthand(sentence, at), event.more, event.aired, date, dated, relative,
                cue.mood, cue.future, cue.before, event.final, direct, sentence.sentence,
            )  # fmt: skip
        )
    return made


def _shorthand(sentence: Marked, at: int) -> tuple[int, ...]:
    mention = sentence.mentions.get(at)
    return (mention.number,) if isinstance(mention, TitleMention) and mention.number else ()


def _shows(sentence: Marked, cue: Cue) -> list[tuple[int, TitleMention]]:
    """The shows a cue is about: by its voice those before or behind it, with all that are listed with them."""
    groups = _groups(sentence)
    inside = [group for group in groups if any(cue.start <= at < cue.end for at, _ in group)]
    if inside:
        return inside[0]
    left = [group for group in groups if group[-1][0] < cue.start and not _COMPARED.search(sentence.text[: group[0][0]])]
    right = [group for group in groups if group[0][0] >= cue.end]
    near = right[0] if right and _reaches(sentence.text[cue.end : right[0][0][0]]) else None
    voice = cue.phrase.voice
    if voice == "active":
        return near or (left[-1] if left else [])
    if voice in ("verb", "noun") and near is not None:
        return near
    if left:
        return left[-1]
    return near or []


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
        if groups and _LINK.match(sentence.text[groups[-1][-1][0] + 1 : at]):
            groups[-1].append((at, mention))
        else:
            groups.append([(at, mention)])
    return groups


def _own_season(sentence: Marked, at: int) -> SeasonMention | None:
    """The season that is named with a title: “X season 2”, “season 2 of X”, “X's second season”, “X (Season 2)”."""
    after = re.match(rf"(?: [,(:\"”’'–-])?(?: 's)?(?: [\w-]+)?(?: [(])? ({SEASON})", sentence.text[at + 1 :])
    if after:
        found = sentence.mentions[at + 1 + after.start(1)]
        return found if isinstance(found, SeasonMention) else None
    before = re.search(rf"({SEASON}) (?:of|for|to) (?:[\w'’-]+ ){{0,5}}?[\"“‘']? ?$", sentence.text[:at])
    found = sentence.mentions[before.start(1)] if before else None
    return found if isinstance(found, SeasonMention) else None


def _season(sentence: Marked, cue: Cue, here: list[Cue]) -> SeasonMention | None:
    """The season a cue is about: inside it, behind it or before it in its clause, else the only one of the sentence."""
    inside = sentence.of(SeasonMention, cue.start, cue.end)
    behind = sentence.of(SeasonMention, cue.end, cue.clause[1])
    before = sentence.of(SeasonMention, cue.clause[0], cue.start)
    others = [other for other in here if other is not cue]
    behind = [pair for pair in behind if not any(other.start <= pair[0] < other.end for other in others)]
    for mentions in (inside, behind[:1], before[-1:]):
        if mentions and isinstance(mentions[0][1], SeasonMention):
            return mentions[0][1]
    every = sentence.of(SeasonMention)
    return every[0][1] if len(every) == 1 and isinstance(every[0][1], SeasonMention) and cue.kind not in ("premiered", "finale") else None


def _date(sentence: Marked, cue: Cue, here: list[Cue]) -> DateMention | None:
    """The date a cue has: inside it, or free in its clause; a decision may have it at the beginning of the sentence."""
    inside = sentence.of(DateMention, cue.start, cue.end)
    if inside and isinstance(inside[-1][1], DateMention):
        return inside[-1][1]
    if cue.kind == "window":
        return None
    taken = [other for other in here if other is not cue]
    free = [
        (at, mention) for at, mention in sentence.of(DateMention) if not any(o.start <= at < o.end for o in taken)
    ]
    def between(at: int) -> bool:
        low, high = min(at, cue.start), max(at, cue.start)
        return any(low < other.start < high for other in taken)

    for at, mention in free:
        if cue.end <= at <= cue.clause[1] and not between(at) and len(sentence.text[cue.end : at].split()) <= 12:
            if cue.kind in DECISIONS and re.search(r"(?i) (?:for|until|till|through|since|of)(?: the)? $", sentence.text[cue.end : at]):
                continue
            return mention if isinstance(mention, DateMention) else None
    for at, mention in reversed(free):
        if at < cue.start and (at >= cue.clause[0] or len(sentence.text[:at].split()) <= 3) and not between(at):
            return mention if isinstance(mention, DateMention) else None
    return None


__all__ = ["SHOW", "Event", "events"]
