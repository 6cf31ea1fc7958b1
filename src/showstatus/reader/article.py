"""Reads a whole text: sentences → titles and other mentions → cues → events → one reading for each show."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from showstatus.reader import lexicon, scales
from showstatus.reader.cues.cue import Cue, cues
from showstatus.reader.events.answers import answered
from showstatus.reader.events.event import Event
from showstatus.reader.events.instalments import instalments
from showstatus.reader.events.lead import is_of_many, lead_of
from showstatus.reader.events.newness import called_new, presented
from showstatus.reader.events.slates import ordered_together, slated
from showstatus.reader.events.told import events
from showstatus.reader.events.unsaid import announced_on
from showstatus.reader.events.wording import Odds, Words, strongest, wording
from showstatus.reader.mentions.marked import Marked, counted, marked, put_in_year
from showstatus.reader.mentions.numbers import MOST_IN_SHORT, SeasonMention
from showstatus.reader.mentions.title import TitleMention
from showstatus.reader.readings.cast import Role, roles
from showstatus.reader.readings.fellows import fellow_marks
from showstatus.reader.readings.findings import Issue
from showstatus.reader.readings.naming import Naming, naming_marks, namings, platform_of, platforms_named
from showstatus.reader.readings.no_news import holds_news
from showstatus.reader.readings.reading import Reading, reading
from showstatus.reader.readings.subject import named_with
from showstatus.reader.readings.sureness import ENOUGH, show_marks
from showstatus.reader.readings.verdict_words import verdict_words
from showstatus.reader.readings.year_told import put_in_their_year
from showstatus.reader.scales import strength, weight
from showstatus.reader.sentences import sentences
from showstatus.reader.titles.candidates import key_of
from showstatus.reader.titles.finder import TitleFinder

LEAD_ENOUGH = -1.0
"""A text has a show it is about more often than not: less speaks for that one."""
NEWS = 5
"""How many sentences a piece takes to tell its news: the headline and the lead."""
MOST_SHOWS = 60
"""A text that names more is no article."""


def read(
    text: str,
    published: dt.date | None = None,
    known: Collection[str] = (),
    listed: Callable[[str], bool] = lambda _: False,
) -> list[Reading]:
    """What a text says of the shows it names, the one it is about first.

    `known` are titles that a registry has; `listed` tells of any name whether some show in the world bears it. Dates
    that are said relative to the day of publication need `published`.
    """
    heard = gathered(text, published, _every_name(frozenset(known)), listed)
    named = [roles(line.sentence) for line in heard.marks]
    heard, every = settled(heard, named)
    made = [found for found in every if found.sure >= (LEAD_ENOUGH if found.lead else ENOUGH)]
    if not (made and holds_news(heard.marks, heard.told, every)):
        return []
    _cast(heard, named, made)
    put_in_their_year(heard.marks, made, heard.issue.published)
    return made


@lru_cache(4)  # a registry is the same for text after text
def _every_name(known: frozenset[str]) -> frozenset[str]:
    """All titles that are known beforehand."""
    return known | lexicon.known_titles()


def settled(heard: Gathered, named: Sequence[list[Role]]) -> tuple[Gathered, list[Reading]]:
    """What a text tells and says of each name, where no sentence without a name is about what it names in passing."""
    every = readings(heard, named)
    passing = {found.key for found in every if not found.lead and found.sure < ENOUGH}
    if not any(event.show in passing and not event.direct for event in heard.told):
        return heard, every
    published = heard.issue.published
    told = _told(heard.marks, heard.said, heard.lead, published, heard.new, many=heard.many, passing=passing)
    before, after = _by_show(heard.told), _by_show(told)
    changed = [key for key in heard.order if before[key] != after[key]]
    anew = {found.key: found for found in _readings(replace(heard, told=told, order=changed), named)}
    return replace(heard, told=told), _weighed([anew.get(found.key, found) for found in every])


def _by_show(told: Sequence[Event]) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = defaultdict(list)
    for event in told:
        found[event.show].append(event)
    return found


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is found in a text before anything is weighed."""

    finder: TitleFinder
    marks: list[Marked]
    said: Sequence[tuple[list[Cue], Odds]]
    """The phrases of each sentence, and what its words are likely to state."""
    lead: str | None
    many: bool
    told: list[Event]
    order: list[str]
    """The keys of the shows that it names, the one it is about first."""
    naming: dict[str, Naming]
    seasons: dict[str, list[int]]
    text: Odds
    """What any sentence is likely to state."""
    platforms: dict[str, Counter[str]]
    issue: Issue
    new: frozenset[str]
    """The keys of the shows that are presented as new."""

    def places_of(self, key: str) -> Sequence[int]:
        """The places of the sentences that name a show."""
        return self.naming[key].places if key in self.naming else ()


def gathered(
    text: str, published: dt.date | None, known: Collection[str], listed: Callable[[str], bool] = lambda _: False
) -> Gathered:
    """The shows, mentions and events of a text; `known` are all titles that are known beforehand."""
    lines = sentences(text)
    finder = TitleFinder(lines, known, listed)
    marks = [marked(line, finder.mentions(line)) for line in lines]
    if published is None:
        put_in_year(marks, text[: lines[0].start] if lines else "")
    counted(marks)
    phrases = [cues(line) for line in marks]
    said = [(here, wording(line, here)) for line, here in zip(marks, phrases, strict=True)]
    lead = lead_of(finder, marks)
    many = is_of_many(marks, lead)
    new = called_new(marks)
    told = _told(marks, said, lead, published, new, many=many)
    news = lines[NEWS].start if len(lines) > NEWS else len(text) + 1
    order = dict.fromkeys([*([lead] if lead else []), *(event.show for event in told), *finder.accepted])
    seasons = _named_seasons(marks)
    if lead is not None and marks and len({mention.key for _, mention in marks[0].of(TitleMention)}) < 2:
        seasons[lead] += [n for _, m in marks[0].of(SeasonMention) for n in m.numbers]
    return Gathered(
        finder,
        marks,
        said,
        lead,
        many,
        told,
        list(order)[:MOST_SHOWS],
        namings(marks),
        seasons,
        strongest(odds for _, odds in said),
        platforms_named(marks),
        Issue(published, news),
        new,
    )


def _told(
    marks: list[Marked], said: Sequence[tuple[list[Cue], Odds]], lead: str | None, published: dt.date | None,
    new: frozenset[str], *, many: bool, passing: Collection[str] = (),
) -> list[Event]:  # fmt: skip
    """The events of a text whose shows and phrases are found; of some it speaks only in `passing`."""
    told = events(marks, said, lead, published, many=many, passing=passing)
    told = announced_on(marks, told, published)
    told += answered(marks, told, published)
    told += ordered_together(marks, told)
    told += slated(marks, told, published)
    told += instalments(marks, lead, published)
    return told + presented(marks, told, new)


def readings(heard: Gathered, named: Sequence[list[Role]]) -> list[Reading]:
    """What a text says of every name that may be a show, sure or not; `named` are the roles in each sentence."""
    return _weighed(_readings(heard, named))


def _weighed(every: list[Reading]) -> list[Reading]:
    """The same readings, with how sure it is of each by the others as well that the text is about it."""
    lead = next((found for found in every if found.lead), None)
    for found in every:
        found.marks = {**found.own_marks, **dict.fromkeys(fellow_marks(found, lead, every), 1.0)}
        found.sure = weight(found.marks, "show")
    return every


def _readings(heard: Gathered, named: Sequence[list[Role]]) -> list[Reading]:
    """What a text says of every name by itself."""
    people = _named_as_cast(heard, named)
    told_of = {event.show for event in heard.told if event.said and event.direct}
    return [_of_show(heard, key, told_of) for key in heard.order if key not in people]


def _of_show(heard: Gathered, key: str, told_of: Collection[str]) -> Reading:
    """What a text says of one show, and what of that speaks for it; `told_of` are those it tells of."""
    mine = [event for event in heard.told if event.show == key]
    title = heard.finder.accepted[key]
    named = named_with([heard.marks[place] for place in heard.places_of(key)], heard.seasons[key])
    lead, new = key == heard.lead, key in heard.new
    found = reading(key, title.title, mine, named, _words(heard, key), heard.issue, new=new, lead=lead)
    length = heard.marks[-1].sentence.start
    tests = show_marks(mine, found.verdict, len(found.findings), length, lead=lead, many=heard.many)
    tests |= naming_marks(key, heard.naming, told_of, len(heard.marks))
    heavy = f"title weighs {min(3, max(-1, round(title.weight)))}"
    surest = {"surest event": strength(max(f.sure for f in found.findings))} if found.findings else {}
    of_title = {f"title: {mark}" for mark in title.marks if not mark.startswith(scales.WORDS)}
    found.own_marks = {**dict.fromkeys(tests | of_title | {heavy}, 1.0), **surest}
    found.platform = platform_of(heard.platforms, key)
    return found


_NAMED = re.compile(
    rf"(?: 's)?(?: [(,:])?(?: (?:[a-z-]+|Anime|TV))? ({lexicon.SEASON})"
    rf"(?! (?:of|for) (?:[\w'’-]+ ){{0,4}}(?:[\"“‘'] )?{lexicon.SHOW})"
    r"|(?: [,\"”’'])*(?: (?:which|that))?(?: (?:goes|go|heads|is heading|moves|will go|is going))?"
    rf" (?:in)?to (?:its|a|the) ({lexicon.SEASON})"
)
"""What stands between a title and the season that is named with it: “X season 2”, “X, which goes into its second …”."""


def _named_seasons(marks: Sequence[Marked]) -> dict[str, list[int]]:
    """For each show the seasons that stand right behind its title or are its shorthand, the headline's first."""
    found: dict[str, list[int]] = defaultdict(list)
    for line in marks:
        for at, mention in line.of(TitleMention):
            if mention.number and (line.sentence.role == "headline" or mention.number <= MOST_IN_SHORT):
                found[mention.key].append(mention.number)
            after = _NAMED.match(line.text[at + 1 :])
            season = line.mentions[at + after.end()] if after else None
            if isinstance(season, SeasonMention):
                found[mention.key] += season.numbers
    return found


def _words(heard: Gathered, key: str) -> Words:
    """What a text says of one show by its words alone."""
    places = heard.places_of(key)
    named = [heard.marks[place] for place in places]
    first = next((line for line in named if line.of(SeasonMention)), named[0] if named else None)
    by_name = strongest(heard.said[place][1] for place in places)
    marks = verdict_words(heard.marks, places, lead=key == heard.lead)
    return Words(heard.text, by_name, marks, first.sentence if first else None)


def _named_as_cast(heard: Gathered, named: Sequence[list[Role]]) -> set[str]:
    """The keys of names that a text calls cast and nothing else says to be titles."""
    actors = {key_of(role.actor) for found in named for role in found}
    sure = ("known", "known, one word", "quoted")
    return {
        key for key in actors & set(heard.order)
        if not any(mark in heard.finder.accepted[key].marks for mark in sure) and not heard.finder.accepted[key].quoted
    }  # fmt: skip


def _cast(heard: Gathered, named: Sequence[list[Role]], made: Sequence[Reading]) -> None:
    by_key = {found.key: found for found in made}
    current = topic = heard.lead
    block, actors = -1, {key_of(role.actor) for found in named for role in found}
    for line, cast in zip(heard.marks, named, strict=True):
        if line.sentence.block != block:
            block, current = line.sentence.block, topic
        people = actors | {key_of(role.character) for role in cast if role.character}
        titles = [mention for _, mention in line.of(TitleMention) if mention.key not in people]
        if titles:
            current = titles[0].key
            if line.sentence.role == "heading" and titles[0].listed:
                topic = current
        if current in by_key:
            known = {role.actor for role in by_key[current].cast}
            by_key[current].cast += [
                role for role in cast if role.actor not in known and key_of(role.actor) not in by_key
            ]
