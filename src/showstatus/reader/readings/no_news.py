"""Does a text hold news of shows at all? Essays, lists of the best, deaths, prizes and what companies earn do not.

It is weighed by its words, by how sure is what it tells, and by what it calls itself. `tools/fit_reader.py` makes the
numbers in `lexicon/weights.txt`; where there are none, what it calls itself decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from showstatus.reader import scales
from showstatus.reader.cues.cue import DECISIONS
from showstatus.reader.events.event import Event
from showstatus.reader.mentions.marked import Marked
from showstatus.reader.readings.reading import Reading
from showstatus.reader.readings.verdict_words import marks_of, those_of
from showstatus.reader.scales import Marks, strength, weight
from showstatus.reader.sentences import HEADLINE_WORDS

_NO_NEWS = re.compile(
    r"(?i)^(?:essay|opinion)\b|(?<!its )(?<!their )(?<!our )\b(?:best|greatest|worst|funniest|top \d+|top ten)"
    r" (?:(?:new|tv|streaming|\d+) )*"
    r"(?:shows|series|dramas|comedies|programmes|finales|episodes|anime|k-dramas|sitcoms|moments)\b"
    r"|\brevisited\b|\breviews$|\bquiz(?:$|[:!?])|\b(?:our|this|pop|trivia|ultimate|take the) quiz\b"
    r"|\bthings (?:we|i) (?:learn\w*|lov\w+|hat\w+|notic\w+|want\w*)\b"
    r"|\bhistory of\b|^how (?:tv|television|networks|streamers)\b"
)
"""What a piece calls itself that holds no news: essays, lists of the best, reviews of many."""
_OF_OTHERS = re.compile(
    r"(?i)\b(?:dies|died|dead)(?: suddenly| peacefully)?(?: at|, aged| aged|, \d\d\b)|\bpasses away\b"
    r"|^obituary: |[:,–-] obituary$|^R\.?I\.?P\b|\bin memoriam\b"
    r"|\b(?:nominations|nominees|nominated for|(?:list of|all the) winners|winners list|takes home)\b"
    r"|\b(?:wins?|winners?|lead|leads|sweeps?|dominates?) (?:[\w’'&-]+ ){0,4}?"
    r"(?:awards?|emmys?|baftas?|globes|guild|logies)\b"
    r"|\b(?:emmys|baftas|golden globes|logies|guild awards)(?: \d{4})?: "
    r"|^[^:]{3,40} awards?(?: \d{4})?: |\b(?:emmys?|oscar|award|golden globe|bafta) (?:\d{4}[: ]|snubs?\b)|\bsnubs\b"
    r"|\b(?:cuts?|cutting|slash\w*|axe|lose|shed) (?:about |up to |some )?[\d,]{2,} (?:jobs|staff|roles|positions)\b"
    r"|\bjob cuts\b|\blay(?:s|ing)? off\b|\blayoffs (?:at|hit)\b|\b(?:raises?|hikes?|ups) (?:the )?prices?\b"
    r"|\b(?:shares|stock) (?:slides?|falls?|jumps?|rises?|drops?|surges?|plunges?|tumbles?|soars?)\b"
    r"|\bsubscriber (?:growth|losses|numbers|gains)\b"
    r"|\bprice (?:rise|hike|increase)s?\b|\b(?:quarterly|earnings|takeover|merger)\b|\bsubscribers$"
    r"|\b(?:sue[sd]|lawsuits?|arrested (?:on|for|in|after)|charged with|pleads|sentenced)\b"
    r"|\bepisode \d+ recap\b|^recap: |\brecap: "
    r"|^(?:\w+ ){0,3}ratings(?: report| recap)?:|\bovernights\b|\bnielsen (?:ratings|top|chart|streaming)"
)
"""What it is about that is none of a show: a death, a prize, the ratings of a day, what a company earns, a court."""


HOLDS_NEWS = 1.5
"""A text of less weight, in log odds, holds none.

When it was chosen, by cross-validation on 3,580 texts, half of those that hold none were told by it, and of the others
3 in 1,000 lost.
"""
FEW = 8
"""Fewer sentences have few words that could weigh: they hold news where that is likelier than not."""


def holds_news(sentences: Sequence[Marked], told: Sequence[Event], every: Sequence[Reading]) -> bool:
    """Whether a text holds news; `every` is what it says of each name that may be a show."""
    if not scales.weights("news"):
        return calls_itself(sentences, told) == "nothing else"
    enough = HOLDS_NEWS if len(sentences) >= FEW else 0.0
    return weight(news_marks(sentences, told, every), "news") >= enough


def calls_itself(sentences: Sequence[Marked], told: Sequence[Event]) -> str:
    """What a text calls itself: an “essay or list”, something “of others”, or “nothing else” than news.

    It is nothing else where it tells a decision at its top all the same; one of others also by a delay or a date.
    """
    head = [line for line in sentences[:2] if len(line.sentence.text.split()) <= HEADLINE_WORDS]
    others = [line for line in head if line.sentence.role != "body" and _OF_OTHERS.search(line.sentence.text)]
    if not others and not any(_NO_NEWS.search(line.sentence.text) for line in head):
        return "nothing else"
    last = (others or head)[-1].sentence.start
    kinds = DECISIONS | {"delayed", "window"} if others else DECISIONS
    news = [event for event in told if event.said and event.kind in kinds and event.phrase]
    top = [event for event in news if event.sentence.start <= last]
    if any(event.direct or event.sentence.role == "headline" for event in top):
        return "nothing else"
    return "of others" if others else "essay or list"


_READ = 40
"""So many sentences are enough to tell what kind of text it is."""
_LIKELY, _MOST = 0.0, 4
"""Of more weight an event is more likely right than wrong; more of them than so many tell no more."""
_BODY = 0.5
"""What a word of the text counts against one of its headline."""


def news_marks(sentences: Sequence[Marked], told: Sequence[Event], every: Sequence[Reading]) -> Marks:
    """What speaks for it that a text holds news: its words, what it calls itself, how sure is what it tells."""
    sure = [max((found.sure for found in reading.findings), default=_NEVER) for reading in every]
    shows, events = max((reading.sure for reading in every), default=_NEVER), max(sure, default=_NEVER)
    many = sum(found.sure > _LIKELY for reading in every for found in reading.findings)
    lead = next((reading.verdict for reading in every if reading.lead), "no show")
    tests = {
        "any", f"calls itself {calls_itself(sentences, told)}", f"leads with {lead}",
        f"surest show: {round(2 * shows)} halves", f"surest event: {round(2 * events)} halves",
        f"{min(many, _MOST)} events told",
    }  # fmt: skip
    words = marks_of(sentences[:1], f"{scales.WORDS}news headline: ")
    words |= {mark: _BODY * counts for mark, counts in marks_of(sentences[:_READ], f"{scales.WORDS}news: ").items()}
    return {
        **dict.fromkeys(tests, 1.0), "surest show": strength(shows), "surest event": strength(events),
        **those_of(words, scales.weighed_for_news()),
    }  # fmt: skip


_NEVER = -4.0
"""How sure a text is that tells nothing, in log odds."""
