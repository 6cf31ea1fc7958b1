"""What is told of a show by pointing back at what was told of another: “so does X”, “the others are X and Y”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from showstatus.reader.cues.cue import DECISIONS
from showstatus.reader.cues.groups import COMPARED, groups_of, titles_of
from showstatus.reader.events.event import Event
from showstatus.reader.events.own_seasons import own_season
from showstatus.reader.lexicon import SHOW
from showstatus.reader.mentions.marked import Marked

_DO = r"(?:is|are|was|were|has|have|had|will|would|do|does|did|can|got|gets|went|goes)"
_AHEAD = re.compile(
    rf"(?i) (?:the same (?:is true|goes|went|holds|held|applies|applied|can be said|happened|fate \w+|news \w+)"
    rf"(?: true)?(?: for| of| to| with)?|(?:it is|it was)? ?the same (?:story|thing|news|fate|verdict|answer)"
    rf"(?: \w+)? (?:for|with|at)|(?:and )?so (?:too )?{_DO}|(?:,|and) as {_DO}(?: be)?"
    rf"|(?:nor|neither) {_DO}|ditto(?: for| with)?|likewise(?: for)?"
    rf"|(?:a|the) (?:similar|same|like) (?:fate|end|outcome) (?:\w+ ){{0,2}}?"
    rf"(?:awaits|awaited|befell|befalls|met|meets|for))(?: to)?(?: (?:the|a|an|its|fellow|[\w-]+['’]?s?|['’]s))"
    r"{0,4}?(?: [\"“‘'])* $"
)
"""What stands right before a show of which the same is told as before."""
_BEHIND = re.compile(
    r"(?i)^(?: [\"”’'])*(?: ,)?(?: (?:has|have|had|will|would|also|likewise|now|too|both|all|then|soon))*"
    r" (?:(?:go|goes|went|gone|going) the same way|(?:met|meets?|meeting|suffer(?:s|ed)?|shares?|shared|had|got)"
    r" (?:the|a) (?:same|similar|like) (?:fate|end|treatment|verdict|outcome|answer)|follow(?:s|ed)? suit"
    r"|join(?:s|ed)? (?:it|them)|(?:is|are|was|were) (?:in the same (?:boat|position|situation|limbo|spot)"
    r"|no exceptions?|next|another|(?:the )?others)|likewise(?= [;,.])|ditto(?= [;,.]))(?= )"
)
"""What stands right behind a show of which the same is told as before."""
_TOLD = DECISIONS | {"ended", "final", "finale", "delayed", "window"}


def echoed(sentence: Marked, told: Sequence[Event], before: Sequence[Event]) -> list[Event]:
    """What a sentence tells by pointing back: what it told itself so far, else what the one before it told last."""
    if SHOW not in sentence.text:
        return []
    here = [event for event in told if event.kind in _TOLD]
    near = [event for event in before[-8:] if sentence.sentence.block - event.sentence.block <= 1]
    able = here or [event for event in near if event.kind in _TOLD and event.said]
    keys = {event.show for event in told}
    made: list[Event] = []
    for group in groups_of(sentence) if able else ():
        ahead, behind = sentence.text[: group[0][0]], sentence.text[group[-1][0] + 1 :]
        if not (_AHEAD.search(ahead) or _BEHIND.match(behind)):
            continue
        source = able[-1]
        for at, mention in group:
            season = own_season(sentence, at)
            if mention.key not in keys:
                numbers = season.numbers if season else source.seasons if here else ()
                made.append(replace(source, show=mention.key, seasons=numbers, direct=True, sentence=sentence.sentence))
    return made


_NAMES = re.compile(
    r"(?i)^ (?:[\"“'] )?(?:also |and )?(?:among )?(?:the |these |those |all |other )*(?:[\w-]+ ){0,2}?(?:others?|rest"
    r"|remaining|them|two|three|four|five|six|seven|eight|nine|ten|list|lucky|unlucky|victims|casualties|survivors"
    r"|dramas|comedies|sitcoms|shows|series|titles|programm?e?s|projects|newcomers|freshmen|veterans|returnees|one)"
    r"(?: (?!but|and|while|that|which|who|is|are|was|were|has|have|will)[\w’'-]+){0,5}(?: , [^,]{1,60} ,)?"
    r" (?:is|are|were|was|include|includes|included)(?= )"
)
"""How a sentence begins that names those of which the one before spoke: “The others are …”, “Dramas on the list …”."""


def named_behind(sentence: Marked) -> list[tuple[int, str]]:
    """The shows that a sentence names as those that were spoken of: all behind its verb, but what they are like."""
    first = sentence.text.find(SHOW)
    if first < 0 or not _NAMES.match(sentence.text[:first]):
        return []
    return [(at, key) for at, key in titles_of(sentence) if not COMPARED.search(sentence.text[max(0, at - 60) : at])]


_THEY_ARE = re.compile(
    r"(?i)^ (?:(?:some|among|one|most) of )?(?:they|these|those|among them|namely)(?: (?:are|include|being)| )"
)


def announces(sentence: Marked, following: Marked) -> bool:
    """Whether the shows of a sentence are named in the next: “… projects are delayed. They are …”, “…:”."""
    if not titles_of(following):
        return False
    return bool(_THEY_ARE.match(following.text)) or sentence.text.rstrip().endswith(":")
