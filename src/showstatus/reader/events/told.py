"""What happened to which show, which season of it, and when: the cues of a text with their shows, seasons and dates."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from showstatus.reader.cues.arguments import is_joined, is_new, joins, shorthand, shows_of
from showstatus.reader.cues.cue import DECISIONS, Cue
from showstatus.reader.cues.groups import titles_of
from showstatus.reader.events.answers import day_asked
from showstatus.reader.events.days import DAY, date_of
from showstatus.reader.events.echoes import announces, echoed, named_behind
from showstatus.reader.events.event import Event, plain_event
from showstatus.reader.events.focus import Focus, head, theme
from showstatus.reader.events.idle import is_idle
from showstatus.reader.events.kinds import kind_told
from showstatus.reader.events.own_seasons import in_list, own_season, shared_season, years_of
from showstatus.reader.events.parts import part_of
from showstatus.reader.events.seasons import end_with_season, is_taken, of_clause, one_before, season_of, so_far
from showstatus.reader.events.shoots import is_of_the_show, is_of_work
from showstatus.reader.events.slates import KIN, entries_of, goes_on, heads, is_bare, is_line, is_row, under_label
from showstatus.reader.events.spans import in_its_span, spans
from showstatus.reader.events.subjects import named
from showstatus.reader.events.tense import DONE, begins_show, is_aside, is_back, said_as, tense_of
from showstatus.reader.events.twofold import with_its_day
from showstatus.reader.events.unsaid import (
    COME,
    FINALES,
    PARTINGS,
    SHOOTS,
    decided_on,
    detail,
    in_brackets,
    is_day_line,
    likewise,
    listed,
    on_day_above,
)
from showstatus.reader.events.wording import Odds, kind_of
from showstatus.reader.lexicon import DATE
from showstatus.reader.mentions.marked import Marked
from showstatus.reader.mentions.numbers import SeasonMention
from showstatus.reader.mentions.title import TitleMention

_WHICH = re.compile(r"(?i) (?:series|show|drama|comedy|sitcom|thriller|soap) (?:that|which)(?: (?:first|originally))?$")
"""What makes of a premiere that of the show: “the drama that began in 2019 is to return for a third season”."""
_ANSWER = re.compile(r"(?i)^ (?:yes|yep|indeed|no|nope)(?: [,.:!])(?= )")
"""What answers the question before, so that it is told of the season that is asked for."""


def events(
    sentences: Sequence[Marked],
    said: Sequence[tuple[list[Cue], Odds]],
    lead: str | None,
    published: dt.date | None,
    *,
    many: bool = False,
    passing: Collection[str] = (),
) -> list[Event]:
    """Everything a text says, in order; `lead` is the show it is about where nothing else is named.

    `said` are the phrases of each sentence, and what its words are likely to state. Shows that are only named in
    `passing` are never those of a sentence that names none.
    """
    found: list[Event] = []
    focus = Focus(lead, many, frozenset(passing))
    announced: _Case | None = None
    asked: Marked | None = None
    above: list[_Case] = []
    worded: dict[int, Odds] = {}
    for sentence, (phrases, odds), following in zip(sentences, said, [*sentences[1:], None], strict=False):
        focus.enter(sentence)
        here = tuple(cue for cue in phrases if not is_of_work(sentence, cue))
        made = _enter(sentence, here, focus, published)
        told = detail(sentence, here, focus, published) if not titles_of(sentence) else []
        told += day_asked(sentence, asked, here, focus, published)
        asked = sentence if sentence.sentence.asks else None
        for cue in (cue for cue in here if not is_idle(sentence, cue)):
            told += _told(_Case(sentence, cue, here, focus.season, published), focus, following)
        told += _of_those(sentence, announced, told)
        told += under_label(sentence, told)
        above = above if is_line(sentence, here) or goes_on(sentence, here) else []
        below = _below(sentence, above, [*found[-_LOOKED_AT:], *made, *told])
        made = [event for event in made if event.phrase or event.kind not in DECISIONS] if below else made
        told += below
        above = [_Case(sentence, cue, here, None, published) for cue in heads(sentence, here)] or above
        announced = _announced(_Case(sentence, here[0], here, None, published), announced) if here else announced
        told += likewise(sentence, told, published) + spans(sentence, told, published)
        told += echoed(sentence, told, found)
        made = [*made, *told, *in_brackets(sentence, told, published)]
        worded[sentence.sentence.start] = odds
        found += [
            replace(event, wording=worded.get(event.sentence.start, odds).get(kind_of(event.kind), 0.0))
            for event in made
        ]
        focus.look_on(sentence)
    return found


def _enter(sentence: Marked, here: Sequence[Cue], focus: Focus, published: dt.date | None) -> list[Event]:
    """What a headline, a heading or an entry turns the focus to, and what the entries of a line are told by it."""
    titles = [mention for _, mention in sentence.of(TitleMention)]
    dated = focus.day is not None or DATE in sentence.text
    decided = any(cue.kind in DECISIONS and not (dated and is_back(sentence, cue)) for cue in here)
    made: list[Event] = []
    lined = titles and (titles[0].listed or is_row(sentence) or is_day_line(sentence))
    if lined and sentence.sentence.role != "headline" and not decided:
        made += listed(sentence, here, focus, published)
    if sentence.sentence.role == "headline":
        focus.theme = theme(here, titles, sentence)
        focus.parting, focus.shoots = bool(PARTINGS.search(sentence.text)), bool(SHOOTS.search(sentence.text))
        focus.ends = focus.parting or (bool(FINALES.search(sentence.text)) and not titles)
    if titles and titles[0].listed and (sentence.sentence.role == "body" or is_bare(sentence)):
        focus.topic = focus.last = titles[0].key
    if sentence.sentence.role == "heading":
        head(focus, titles, here, sentence)
    elif focus.many and focus.opens and sentence.sentence.asks and len({title.key for title in titles}) == 1:
        focus.topic = focus.last = titles[0].key  # what a block begins to ask it answers
    return made


@dataclass(frozen=True, slots=True)
class _Case:
    """A phrase in its sentence, with what is needed to understand it."""

    sentence: Marked
    cue: Cue
    here: tuple[Cue, ...] = field(hash=False)
    """All phrases of the sentence."""
    season: SeasonMention | None
    """The season the sentence before named."""
    published: dt.date | None


def _told(case: _Case, focus: Focus, following: Marked | None) -> list[Event]:
    """The events of one phrase: one for each show it is about, in this sentence, the next, or those before."""
    found = named(case.sentence, case.cue, focus)
    if not found and following is not None and announces(case.sentence, following):
        places = [(at, key) for at, key in titles_of(following) if not KIN.match(following.text[at + 1 :])]
        made = [_of_next(case, following, at, key) for at, key in places]
        return with_its_day(made, case.cue, case.sentence, case.published)
    keys = found or [(-1, key) for key in focus.meant(case.sentence, case.cue)]
    all_of_them = focus.counted(case.sentence) if not found else ()
    if all_of_them:
        keys = [(-1, key) for key in all_of_them]
    elif not found and len(keys) == 1 and _COUNTED.search(case.sentence.text):  # “the network cancelled four dramas”
        return []
    shared = shared_season(case.sentence, [at for at, _ in keys])
    made = [_of_show(case, at, key, season) for (at, key), season in zip(keys, shared, strict=True)]
    made = on_day_above(made, case.sentence, focus, case.published)
    made = with_its_day(made, case.cue, case.sentence, case.published)
    return [
        replace(
            event,
            seasons=() if event.carried and len(keys) > 1 else event.seasons,
            direct=event.direct or len(keys) > 1 or event.show == focus.topic,
            among=len(keys),
        )
        for event in made
    ]


@lru_cache(4096)  # a text may be gone through twice
def _of_show(case: _Case, at: int, key: str, shared: SeasonMention | None = None) -> Event:
    """The event that a phrase tells of one show, whose title stands at `at` (-1: in another sentence)."""
    sentence, cue = case.sentence, case.cue
    mention = date_of(sentence, cue, case.here)
    tense, spanned = tense_of(sentence, cue, mention), in_its_span(sentence, mention)
    season, carried = _season(case, at, shared)
    kind = kind_told(sentence, cue, mention)
    new = at >= 0 and is_new(sentence, at)
    if new and kind == "renewed" and season is None:
        kind = "ordered"
    new = new and cue.kind not in DONE
    event = plain_event(kind, key, season, sentence, direct=at >= 0)
    aired = event.aired or (years_of(sentence, at) if kind in DECISIONS and not event.seasons else 0)
    return replace(
        event,
        aired=aired,
        carried=carried,
        seasons=event.seasons or shorthand(sentence, at) or ((1,) if new else ()),
        date=spanned.heard(case.published, tense) if spanned is not None else None,
        day=mention is not None and bool(DAY.search(mention.text)),
        dated=mention is not None,
        relative=mention is not None and mention.relative,
        part=part_of(sentence, cue),
        mood=cue.mood,
        planned=cue.future,
        before=cue.before,
        phrase=cue.phrase.source,
        voice=cue.phrase.voice,
        said_as=said_as(sentence, cue),
        aside=is_aside(sentence, cue),
        others=any(other != key for _, other in titles_of(sentence)),
    )


def _in_its_clause(case: _Case, at: int) -> SeasonMention | None:
    """The season in the clause of a phrase, where its show is named in another: “X season 3 wraps; 4 is ordered”."""
    sentence, cue = case.sentence, case.cue
    if at < 0 or cue.clause[0] <= at < cue.clause[1] or is_joined(sentence, cue.end, at):
        return None
    season = season_of(sentence, cue, case.here)
    return season if any(season is found for _, found in sentence.of(SeasonMention, *cue.clause)) else None


def _season(case: _Case, at: int, shared: SeasonMention | None) -> tuple[SeasonMention | None, bool]:
    """The season of a show that a phrase is about, and whether it is only that of the sentence before."""
    sentence, cue = case.sentence, case.cue
    season = shared or _in_its_clause(case, at) or (own_season(sentence, at) if at >= 0 else None)
    if season is None and is_joined(sentence, cue.end, at):
        return None, False
    season = None if is_taken(sentence, season, cue, case.here) else season
    if cue.kind not in DECISIONS:
        season = of_clause(sentence, cue) or season
    first = cue.start - 2 * (cue.kind in COME)  # with the season that comes right before its verb: “season 3 drops”
    last = end_with_season(sentence, cue)
    inside = [found for _, found in sentence.of(SeasonMention, first, last)]
    if season is not None and season not in inside and not joins(sentence, cue, at):
        season = next((found for found in inside if found.numbers), season)
    came = cue.kind == "premiered"
    first = not inside and " first " in sentence.text[cue.start : cue.end]  # “season 2 of X, which first aired …”
    if came and (first or is_of_the_show(sentence, cue, case.here)):
        return None, False
    if season is None and not (came and _WHICH.search(sentence.text[: cue.start])):
        season = season_of(sentence, cue, case.here)
    carries = cue.kind not in DECISIONS or _ANSWER.match(sentence.text)
    if season is None and carries and at < 0 and not (came and begins_show(sentence, cue)):
        carried = None if _NEW_ONES.search(sentence.text) else case.season
        return carried, carried is not None
    return so_far(sentence, at, cue, one_before(sentence, cue, season, case.here)), False


_NEW_ONES = re.compile(
    r"(?i) (?:new|next|further|fresh|upcoming) (?:episodes|season|series|run|batch|instal?lments)(?= )"
)
"""What is none of the season that was spoken of before."""


_SPOKEN_OF = 2
"""In so many blocks are shows named that were counted before: “Four are cancelled. … The four are X, …”."""
_COUNTED = re.compile(
    r"(?i)(?<!one of )(?<!one of the )\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|more|some|most"
    r"|other|all|many|number of|these|slew of|handful of|batch of|raft of|those)(?: of [a-z]+)?"
    r"(?: (?!(?:a|an|the|to|and|its|in)\b)[a-z-]+){0,3}? (?:shows|series|dramas|comedies|sitcoms|titles|originals"
    r"|programm?e?s|projects|pilots|productions)\b"
)
_THEY = re.compile(r"(?i) (?:they|these|those|all) ")


_OF_MANY = frozenset({*DECISIONS, "delayed"})
"""What is told of a number of shows at once."""


def _announced(case: _Case, before: _Case | None) -> _Case | None:
    """The phrase that is told of a number of shows without naming them all; else the one before, where it is near."""
    sentence = case.sentence
    able = [cue for cue in case.here if cue.kind in _OF_MANY and cue.mood == "said"]
    if able and sentence.sentence.role == "body":
        counted = _COUNTED.search(sentence.sentence.text)
        they = not counted and _THEY.match(sentence.text)
        meant = able if counted else [cue for cue in able if they and not shows_of(sentence, cue)]
        if meant:
            return replace(case, cue=meant[0])
    near = before is not None and sentence.sentence.block - before.sentence.sentence.block < _SPOKEN_OF
    return before if near else None


def _of_those(sentence: Marked, case: _Case | None, told: Sequence[Event]) -> list[Event]:
    """What was told of a number of shows, for each of them that a sentence names."""
    if case is None or sentence.sentence.role == "headline":
        return []
    keys = {event.show for event in told}
    return [_of_next(case, sentence, at, key) for at, key in named_behind(sentence) if key not in keys]


_LOOKED_AT = 40
"""Among so many events before is looked for what a line of a list was told already."""


def _below(sentence: Marked, above: Sequence[_Case], told: Sequence[Event]) -> list[Event]:
    """What the phrases over a list tell of each of its lines, where it is not told already."""
    made: list[Event] = []
    for case in above:
        near = [event for event in told if event.sentence in (case.sentence.sentence, sentence.sentence)]
        known = {event.show for event in near if event.kind == case.cue.kind}
        places = [(at, key) for at, key in entries_of(sentence) if key not in known]
        dated = [decided_on(sentence, at, case.cue.kind, case.published) for at, _ in places]
        new = [event or _of_next(case, sentence, *place) for event, place in zip(dated, places, strict=True)]
        made += with_its_day(new, case.cue, case.sentence, case.published)
    return made


def _of_next(case: _Case, following: Marked, at: int, key: str) -> Event:
    event = _of_show(case, -1, key)
    season = own_season(following, at) or in_list(following, at)
    numbers = season.numbers if season else (1,) if is_new(following, at) else event.seasons
    return replace(event, seasons=numbers, direct=True)
