"""What happened to which show, which season of it, and when: the cues of a text with their shows, seasons and dates."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from showstatus.dates import PartialDate
from showstatus.reader.arguments import (
    DAY,
    date_of,
    is_new,
    is_stranger,
    own_season,
    season_of,
    shorthand,
    shows_of,
    titles_of,
)
from showstatus.reader.cues import DECISIONS, Cue, cues
from showstatus.reader.focus import Focus
from showstatus.reader.mentions import Marked
from showstatus.reader.numbers import SeasonMention
from showstatus.reader.sentences import Sentence
from showstatus.reader.titles import TitleMention

THEY_ARE = re.compile(r"(?i)^ (?:they|these|those|among them|namely)(?: (?:are|include|being)| )")
_DONE = DECISIONS | {"premiered"}


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


def events(
    sentences: Sequence[Marked], lead: str | None, published: dt.date | None, *, many: bool = False
) -> list[Event]:
    """Everything a text says, in order; `lead` is the show it is about where nothing else is named."""
    found: list[Event] = []
    focus = Focus(lead, many)
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
            if is_stranger(sentence, cue):
                continue
            named = shows_of(sentence, cue)
            if not named and _announces(sentence, following):
                assert following is not None
                found += [
                    _of_next(sentence, cue, here, following, pair, focus, published) for pair in titles_of(following)
                ]
                continue
            keys = named or [(-1, key) for key in focus.meant(sentence)]
            made = [_of_cue(sentence, cue, here, at, key, focus, published) for at, key in keys]
            found += [
                replace(event, direct=event.direct or len(keys) > 1 or event.show == focus.topic) for event in made
            ]
        focus.look_on(sentence)
    return found


def _head(focus: Focus, titles: list[TitleMention], here: list[Cue], sentence: Marked) -> None:
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
            season = own_season(sentence, at)
            made.append(_event(kind, title.key, season, sentence, direct=True))
    return made


def _event(kind: str, show: str, season: SeasonMention | None, sentence: Marked, *, direct: bool) -> Event:
    return Event(
        kind, show, season.numbers if season else (), season.more if season else 0, season.aired if season else 0,
        None, False, False, False, "said", False, False, bool(season and season.final), direct, sentence.sentence,
    )  # fmt: skip


def _of_cue(
    sentence: Marked, cue: Cue, here: list[Cue], at: int, key: str, focus: Focus, published: dt.date | None
) -> Event:
    """The event that a cue tells of one show, whose title stands at `at` (-1: in another sentence)."""
    mention = date_of(sentence, cue, here)
    tense = "future" if cue.kind in ("window", "delayed") or cue.future else "past" if cue.kind in _DONE else ""
    season = (own_season(sentence, at) if at >= 0 else None) or season_of(sentence, cue, here)
    if season is None and cue.kind in ("premiered", "finale") and at < 0:
        season = focus.season
    event = _event(cue.kind, key, season, sentence, direct=at >= 0)
    return replace(
        event,
        seasons=event.seasons
        or shorthand(sentence, at)
        or (() if at < 0 or cue.kind in _DONE or not is_new(sentence, at) else (1,)),
        date=mention.heard(published, tense) if mention is not None else None,
        day=mention is not None and bool(DAY.search(mention.text)),
        dated=mention is not None,
        relative=mention is not None and mention.relative,
        mood=cue.mood,
        planned=cue.future,
        before=cue.before,
        phrase=cue.phrase.source,
    )


def _announces(sentence: Marked, following: Marked | None) -> bool:
    """Whether the shows of a sentence are named in the next: “… projects are delayed. They are …”, “…:”."""
    if following is None or not titles_of(following):
        return False
    return bool(THEY_ARE.match(following.text)) or sentence.text.rstrip().endswith(":")


def _of_next(
    sentence: Marked,
    cue: Cue,
    here: list[Cue],
    following: Marked,
    named: tuple[int, str],
    focus: Focus,
    published: dt.date | None,
) -> Event:
    event = _of_cue(sentence, cue, here, -1, named[1], focus, published)
    season = own_season(following, named[0])
    numbers = season.numbers if season else (1,) if is_new(following, named[0]) else event.seasons
    return replace(event, seasons=numbers, direct=True)
