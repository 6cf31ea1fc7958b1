"""What happened to which show, which season of it, and when: the cues of a text with their shows, seasons and dates."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from showstatus.reader.arguments import is_general, is_joined, is_new, is_stranger, shorthand, shows_of
from showstatus.reader.cues import DECISIONS, Cue
from showstatus.reader.days import DAY, date_of
from showstatus.reader.echoes import announces, echoed, named_behind
from showstatus.reader.event import Event, plain_event
from showstatus.reader.focus import Focus, head, theme
from showstatus.reader.groups import titles_of
from showstatus.reader.lexicon import DATE, SEASON
from showstatus.reader.mentions import Marked
from showstatus.reader.numbers import SeasonMention
from showstatus.reader.parts import part_of
from showstatus.reader.seasons import (
    end_with_season,
    in_list,
    is_taken,
    one_before,
    own_season,
    season_of,
    shared_season,
    so_far,
    years_of,
)
from showstatus.reader.shoots import is_last, is_measure, is_of_work, kind_of_work
from showstatus.reader.slates import entries_of, goes_on, heads, is_line, is_row
from showstatus.reader.subjects import named
from showstatus.reader.tense import (
    DONE,
    ends_on,
    is_aside,
    is_back,
    is_beside,
    is_managed,
    is_of_thing,
    said_as,
    season_ends,
    tense_of,
)
from showstatus.reader.times import DateMention
from showstatus.reader.title_pool import TitleMention
from showstatus.reader.twofold import kind_of_order, with_its_day
from showstatus.reader.unsaid import (
    COME,
    FINALES,
    PARTINGS,
    detail,
    in_brackets,
    likewise,
    listed,
    on_day_above,
    spans,
)
from showstatus.reader.wording import Odds, kind_of

_FIRST = re.compile(r"(?i)\b(?:first|debut)\b")
_BEGAN = re.compile(
    r"(?i) (?:it|which|that|(?:series|show|drama|comedy|sitcom|anime|thriller)(?: first)?|first|originally)"
    r" (?:was |were )?(?:premiered|debuted|launched|began|started|first|aired|released|bowed|arrived)(?= )"
)
_WHICH = re.compile(r"(?i) (?:series|show|drama|comedy|sitcom|thriller|soap) (?:that|which)(?: (?:first|originally))?$")
"""What makes of a premiere that of the show: “the drama that began in 2019 is to return for a third season”."""


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
    above: list[_Case] = []
    worded: dict[int, Odds] = {}
    for sentence, (here, odds), following in zip(sentences, said, [*sentences[1:], None], strict=False):
        focus.enter(sentence)
        here = [cue for cue in here if not is_of_work(sentence, cue)]
        made = _enter(sentence, here, focus, published)
        told = detail(sentence, here, focus, published) if not titles_of(sentence) else []
        for cue in (cue for cue in here if not _is_idle(sentence, cue)):
            told += _told(_Case(sentence, cue, here, focus.season, published), focus, following)
        told += _of_those(sentence, announced, told)
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
        found += [replace(event, wording=worded[event.sentence.start].get(kind_of(event.kind), 0.0)) for event in made]
        focus.look_on(sentence)
    return found


def _enter(sentence: Marked, here: list[Cue], focus: Focus, published: dt.date | None) -> list[Event]:
    """What a headline, a heading or an entry turns the focus to, and what the entries of a line are told by it."""
    titles = [mention for _, mention in sentence.of(TitleMention) if isinstance(mention, TitleMention)]
    dated = focus.day is not None or DATE in sentence.text
    decided = any(cue.kind in DECISIONS and not (dated and is_back(sentence, cue)) for cue in here)
    made: list[Event] = []
    if titles and (titles[0].listed or is_row(sentence)) and sentence.sentence.role != "headline" and not decided:
        made += listed(sentence, here, focus, published)
    if sentence.sentence.role == "headline":
        focus.theme = theme(here, titles, sentence)
        focus.parting = bool(PARTINGS.search(sentence.text))
        focus.ends = focus.parting or bool(FINALES.search(sentence.text))
    if titles and titles[0].listed and (sentence.sentence.role == "body" or _is_bare(sentence)):
        focus.topic = focus.last = titles[0].key
    if sentence.sentence.role == "heading":
        head(focus, titles, here, sentence)
    return made


def _is_bare(sentence: Marked) -> bool:
    """Whether an item of a list is little more than a title: what follows is told of that."""
    return sentence.sentence.role == "item" and len(sentence.text.split()) <= 6


def _is_idle(sentence: Marked, cue: Cue) -> bool:
    """Whether a phrase tells nothing of any show."""
    return is_stranger(sentence, cue) or is_general(sentence, cue) or _by_the_way(sentence, cue)


def _by_the_way(sentence: Marked, cue: Cue) -> bool:
    """Whether a phrase only counts seasons, measures time (“a year after it wrapped”), or is of a trailer or book."""
    if cue.kind == "renewed" and cue.phrase.voice == "passive":  # “they have three series” says how many there are
        inside = [season for _, season in sentence.of(SeasonMention, cue.start, cue.end)]
        if any(isinstance(season, SeasonMention) and season.aired and not season.numbers for season in inside):
            return True
    return is_of_thing(sentence, cue) or is_beside(sentence, cue) or is_measure(sentence, cue)


@dataclass(frozen=True, slots=True)
class _Case:
    """A phrase in its sentence, with what is needed to understand it."""

    sentence: Marked
    cue: Cue
    here: Sequence[Cue]
    """All phrases of the sentence."""
    season: SeasonMention | None
    """The season the sentence before named."""
    published: dt.date | None


def _told(case: _Case, focus: Focus, following: Marked | None) -> list[Event]:
    """The events of one phrase: one for each show it is about, in this sentence, the next, or those before."""
    found = named(case.sentence, case.cue, focus)
    if not found and following is not None and announces(case.sentence, following):
        places = [(at, key) for at, key in titles_of(following) if not _KIN.match(following.text[at + 1 :])]
        made = [_of_next(case, following, at, key) for at, key in places]
        return with_its_day(made, case.cue, case.sentence, case.published)
    keys = found or [(-1, key) for key in focus.meant(case.sentence, case.cue)]
    if not found and len(keys) == 1 and _COUNTED.search(case.sentence.text):  # “the network cancelled four dramas”
        return []
    shared = shared_season(case.sentence, [at for at, _ in keys])
    made = [_of_show(case, at, key, season) for (at, key), season in zip(keys, shared, strict=True)]
    made = on_day_above(made, case.sentence, focus, case.published)
    made = with_its_day(made, case.cue, case.sentence, case.published)
    return [
        replace(event, direct=event.direct or len(keys) > 1 or event.show == focus.topic, among=len(keys))
        for event in made
    ]


def _of_show(case: _Case, at: int, key: str, shared: SeasonMention | None = None) -> Event:
    """The event that a phrase tells of one show, whose title stands at `at` (-1: in another sentence)."""
    sentence, cue = case.sentence, case.cue
    mention = date_of(sentence, cue, case.here)
    tense = tense_of(sentence, cue, mention)
    season, carried = _season(case, at, shared)
    kind = _kind(sentence, cue, mention)
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
        date=mention.heard(case.published, tense) if mention is not None else None,
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
    first = cue.start - 2 * (cue.kind in COME)  # with the season that comes right before its verb: “season 3 drops”
    last = end_with_season(sentence, cue)
    inside = [found for _, found in sentence.of(SeasonMention, first, last) if isinstance(found, SeasonMention)]
    if season is not None and season not in inside:
        season = next((found for found in inside if found.numbers), season)
    came = cue.kind == "premiered"
    if season is None and not (came and _WHICH.search(sentence.text[: cue.start])):
        season = season_of(sentence, cue, case.here)
    began = came and (_FIRST.search(sentence.text) or _BEGAN.search(sentence.text[cue.clause[0] : cue.end]))
    if season is None and cue.kind not in DECISIONS and at < 0 and not began:
        return case.season, case.season is not None
    return so_far(sentence, at, cue, one_before(sentence, cue, season, case.here)), False


def _kind(sentence: Marked, cue: Cue, mention: DateMention | None) -> str:
    """What a phrase tells where it stands: it may be the season that ends, the shoot that begins, or still to come."""
    ahead, inside = sentence.text[: cue.start], sentence.text[cue.start : cue.end]
    work = kind_of_work(sentence, cue)
    if work is not None:
        return work
    if cue.kind in ("window", "premiered") and is_last(ahead + inside[: 2 * inside.startswith(f" {SEASON}")]):
        return "finale"
    if cue.kind == "premiered" and cue.future:
        return "window"
    if cue.kind == "ordered":
        return kind_of_order(inside)
    on_day = cue.kind == "final" and mention is not None and bool(DAY.search(mention.text))
    if cue.kind == "final" and is_managed(sentence, cue):
        return "finale"
    ends = cue.kind == "ended" or (cue.kind == "final" and ends_on(sentence, cue, mention))
    return "finale" if ends and (on_day or season_ends(sentence, cue)) else cue.kind


_KIN = re.compile(r"(?i)(?: [\"”’'])*(?: 's)? (?:spin-?off|prequel|sequel|offshoot|reboot|remake)(?= )")
"""What stands behind a show that only another is made after: “They are ‘X’ spinoff ‘Y’ and …”."""
_SPOKEN_OF = 2
"""In so many blocks are shows named that were counted before: “Four are cancelled. … The four are X, …”."""
_COUNTED = re.compile(
    r"(?i)(?<!one of )(?<!one of the )\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|more|some|most"
    r"|other|all|many|number of|these|slew of|handful of|batch of|raft of|those)(?: of [a-z]+)?"
    r"(?: (?!(?:a|an|the|to|and|its|in)\b)[a-z-]+){0,3}? (?:shows|series|dramas|comedies|sitcoms|titles|originals"
    r"|programm?e?s|projects|pilots|productions)\b"
)
_THEY = re.compile(r"(?i) (?:they|these|those|all) ")


def _announced(case: _Case, before: _Case | None) -> _Case | None:
    """The phrase that is told of a number of shows without naming them all; else the one before, where it is near."""
    sentence = case.sentence
    counted, they = _COUNTED.search(sentence.sentence.text), _THEY.match(sentence.text)
    if (counted or they) and sentence.sentence.role == "body":
        for cue in case.here:
            able = cue.kind in {*DECISIONS, "delayed"} and cue.mood == "said"
            if able and (counted or not shows_of(sentence, cue)):
                return replace(case, cue=cue)
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
        new = [_of_next(case, sentence, at, key) for at, key in entries_of(sentence) if key not in known]
        made += with_its_day(new, case.cue, case.sentence, case.published)
    return made


def _of_next(case: _Case, following: Marked, at: int, key: str) -> Event:
    event = _of_show(case, -1, key)
    season = own_season(following, at) or in_list(following, at)
    numbers = season.numbers if season else (1,) if is_new(following, at) else event.seasons
    return replace(event, seasons=numbers, direct=True)
