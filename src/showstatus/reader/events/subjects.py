"""Of which shows is a phrase told? Those that its sentence names, and what was spoken of before if it joins them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from showstatus.reader.cues.arguments import IT, shows_of
from showstatus.reader.cues.cue import Cue
from showstatus.reader.cues.groups import groups_of, in_passing
from showstatus.reader.events.focus import Focus
from showstatus.reader.lexicon import PLATFORM
from showstatus.reader.mentions.marked import Marked
from showstatus.reader.mentions.title import TitleMention

_SHOW = r"(?:it|the (?:show|series|drama|comedy|sitcom))"
_IT_WITH = re.compile(
    rf"(?i) {_SHOW} (?:[a-z]+ ){{0,3}}?(?:, )?(?:along with|together with|alongside|and|as do)(?: the| fellow)?"
    r"(?: [\"“‘'])* $"
)
_IT_AND = re.compile(rf"(?i) {_SHOW} (?:, )?(?:and|along with|together with|as well as)(?: [\"“‘'])* $")


def named(sentence: Marked, cue: Cue, focus: Focus) -> Sequence[tuple[int, str]]:
    """The shows that a phrase is told of, each with its place, where its sentence names any."""
    found = shows_of(sentence, cue)
    if found and _of_topic(sentence, cue, found, focus):
        return []
    if found and _it_too(sentence, cue, found[0][0]):
        keys = {key for _, key in found}
        return [*found, *((-1, key) for key in focus.meant(sentence) if key not in keys)]
    if not found and (own := _of_its_maker(sentence, cue)):
        return own
    alone = focus.many and cue.kind != "pending" and not IT.search(sentence.text[slice(*cue.clause)])
    return _only_one(sentence) if alone and not found else found


_OF_TOPIC = re.compile(r"(?i) (?:and|but|before|until|then|so|though) (?=[^ ])")


def _of_topic(sentence: Marked, cue: Cue, found: Sequence[tuple[int, str]], focus: Focus) -> bool:
    """Whether a phrase is told of the entry that a paragraph stands under, though it names another show before.

    “(Salt Road) Its maker left X for it, but ABC pulled the plug.”
    """
    if focus.topic is None or sentence.sentence.role != "body" or focus.topic in {m.key for _, m in _titles(sentence)}:
        return False
    last = max(at for at, _ in found)
    parted = _OF_TOPIC.search(sentence.text, last, cue.start + 1)
    return last < cue.start and parted is not None and PLATFORM in sentence.text[parted.end() : cue.start]


def _titles(sentence: Marked) -> list[tuple[int, TitleMention]]:
    return [(at, mention) for at, mention in sentence.of(TitleMention)]


_MAKER = re.compile(
    r"(?: [\"”’'])* (?:['’]s )?(?:co-)?(?:creator|showrunner|star|writer|director|boss|producer)s?(?= [A-Z])"
)
_ITS = re.compile(
    r"(?i) (?:its|the (?:show|series|drama|comedy)(?: 's)?|it|of it|the (?:second|third|fourth|next|new|final))(?= )"
)


def _of_its_maker(sentence: Marked, cue: Cue) -> list[tuple[int, str]]:
    """The one show of a sentence that begins with who made it and tells of “its” next season: “X creator Ann has …”."""
    titles = _titles(sentence)
    if len(titles) != 1 or not _MAKER.match(sentence.text, titles[0][0] + 1) or titles[0][0] > _OPENS_AT:
        return []
    at, mention = titles[0]
    return [(at, mention.key)] if at < cue.start and _ITS.search(sentence.text[at : cue.clause[1]] + " ") else []


_OPENS_AT = 8
"""In so many characters a sentence begins with a show."""


def _it_too(sentence: Marked, cue: Cue, at: int) -> bool:
    """Whether a phrase is told of what was spoken of before as well: “it returns along with X”, “renewed it, and X”."""
    if at < cue.end:
        return bool(_IT_WITH.search(sentence.text[cue.clause[0] : at]))
    return bool(_IT_AND.fullmatch(sentence.text[cue.end : at]))


def _only_one(sentence: Marked) -> list[tuple[int, str]]:
    """The one show that a sentence names, and not in passing."""
    groups = [group for group in groups_of(sentence) if not in_passing(sentence, group[0][0])]
    return [(at, mention.key) for at, mention in groups[0]] if len(groups) == 1 == len(groups[0]) else []
