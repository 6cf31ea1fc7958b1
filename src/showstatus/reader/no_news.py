"""Does a text hold news of shows at all? Essays, lists of the best, deaths, prizes and what companies earn do not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from showstatus.reader.cues import DECISIONS
from showstatus.reader.event import Event
from showstatus.reader.mentions import Marked
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


def tells_news(marks: Sequence[Marked], told: Sequence[Event]) -> bool:
    """Whether a text may hold news: an essay, or a list of the best, tells none of the shows that it names."""
    head = [line for line in marks[:2] if len(line.sentence.text.split()) <= HEADLINE_WORDS]
    others = [line for line in head if line.sentence.role != "body" and _OF_OTHERS.search(line.sentence.text)]
    if not others and not any(_NO_NEWS.search(line.sentence.text) for line in head):
        return True
    last = (others or head)[-1].sentence.start
    kinds = DECISIONS | {"delayed", "window"} if others else DECISIONS
    news = [event for event in told if event.said and event.kind in kinds and event.phrase]
    top = [event for event in news if event.sentence.start <= last]
    return any(event.direct or event.sentence.role == "headline" for event in top)
