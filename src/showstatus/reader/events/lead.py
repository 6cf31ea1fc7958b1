"""Which show a text is about, and whether it is about several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from showstatus.reader.cues.groups import in_credits, in_passing, is_other_work
from showstatus.reader.mentions.marked import Marked
from showstatus.reader.mentions.title import TitleMention
from showstatus.reader.titles.finder import TitleFinder


def lead_of(finder: TitleFinder, marks: Sequence[Marked]) -> str | None:
    """The show a text is about: in its headline and early, and named often."""
    weights: Counter[str] = Counter()
    headline = {mention.key for line in marks[:1] for at, mention in line.of(TitleMention) if not in_passing(line, at)}
    named = {mention.key for line in marks[:1] for _, mention in line.of(TitleMention)}
    for place, line in enumerate(marks):
        for at, mention in line.of(TitleMention):
            if mention.key in headline if not place else not (in_credits(line.text, at) or is_other_work(line, at)):
                weights[mention.key] += 6 if line.sentence.role == "headline" else 3 if place < 4 else 1
                if line.sentence.role == "headline":
                    weights[mention.key] += max(0, 4 - at // 30)
    for key, found in finder.accepted.items():
        if found.headline and (key in headline or key not in named):
            weights[key] += 4
    for key in weights:
        weights[key] += round(_UNSURE * min(0.0, finder.accepted[key].weight - 1))
    best = weights.most_common(1)[0][0] if weights else _of_its_maker(finder, marks)
    return best if best is None or not _is_doubtful(finder, best) else _surest(finder, marks) or best


def _of_its_maker(finder: TitleFinder, marks: Sequence[Marked]) -> str | None:
    """The only show of a text that begins with it: “X creator Jane Doe said on Friday that …”."""
    opening = {mention.key for line in marks[:1] for at, mention in line.of(TitleMention) if at <= _OPENING}
    return opening.pop() if opening and opening == finder.accepted.keys() else None


_OPENING = 16
"""In so many characters the first sentence, or an item of a list, names the show that it is about."""
_UNSURE = 3
"""How much less a name stands out that is hardly a title."""
_NO_TITLE, _TITLE = 2.0, 5.0
"""Up to what a name weighs that stands in the headline and is perhaps no title, and from where one surely is."""
_EARLY = 4
"""In so many sentences from the top the show is named that a text is about."""


def _is_doubtful(finder: TitleFinder, key: str) -> bool:
    """Whether a name may be taken from the headline though it is no title: “DI Jack Caffery”, “Farewell to X”."""
    found = finder.accepted[key]
    return found.weight <= _NO_TITLE and "known" not in found.marks


def _surest(finder: TitleFinder, marks: Sequence[Marked]) -> str | None:
    """The show that is named early and most often of those whose titles surely are some."""
    counts: Counter[str] = Counter()
    early: set[str] = set()
    for place, line in enumerate(marks):
        keys = [mention.key for _, mention in line.of(TitleMention) if finder.accepted[mention.key].weight >= _TITLE]
        counts.update(dict.fromkeys(keys, 3 if place < _EARLY else 1))
        early |= set(keys) if place < _EARLY else set()
    named = Counter({key: count for key, count in counts.items() if key in early})
    return named.most_common(1)[0][0] if named else None


def is_of_many(marks: Sequence[Marked], lead: str | None) -> bool:
    """Whether a text is about several shows: entries of a list, or others named nearly as often as the lead.

    Where the headline names the lead alone, only a list makes it so.
    """
    counts: Counter[str] = Counter()
    entries = set()
    items: set[int] = set()
    for line in marks:
        for at, mention in line.of(TitleMention):
            if not (in_credits(line.text, at) or is_other_work(line, at)):
                counts[mention.key] += 1
                first = line.sentence.block not in items
                asks = line.sentence.asks and line.sentence.role == "body"
                opens = first and (asks or (line.sentence.role == "item" and at < _OPENING))
                if mention.listed or opens:
                    entries.add(mention.key)
                items.add(line.sentence.block)
    others = [key for key in counts if key != lead]
    if marks and {mention.key for _, mention in marks[0].of(TitleMention)} == {lead}:
        return len(entries) > 2
    return len(entries) > 2 or (len(others) >= 2 and sum(counts[key] for key in others) > counts[lead or ""])
