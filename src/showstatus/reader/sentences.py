"""How is a text laid out? Lines become blocks with a role, blocks become sentences; offsets point into the text.

Nothing is dropped here but what `skip` names as page furniture (share buttons, related links, captions).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from showstatus.reader.lexicon import words

LONGEST = 600
"""A sentence of more characters is cut: what looks back and forth in it stays quick, whatever the text."""
HEADLINE_WORDS = 40
"""A first line of more words is no headline, and neither is one of several sentences."""
SHORT_LINE = 8
"""A line of more words below an entry is a paragraph about it."""
HEADING_WORDS = 12
"""A line of more words is no heading."""
_ABBREVIATIONS = frozenset(
    """
    dept mr mrs ms dr st vs jr sr no jan feb mar apr jun jul aug sept sep oct nov dec a.m p.m u.s u.k etc approx ep bros
    """.split()  # noqa: SIM905
)
_MAY_END = frozenset({"a.m", "p.m", "u.s", "u.k", "etc", "jr", "sr", "bros"})
_BEGINS = re.compile(
    r"(?:The|It|Its|It['’]s|He|She|They|This|That|But|And|While|A|An|There|Both|Its|After|When|If|New|Then|Also|On|In"
    r"|For|Meanwhile|Later|Season|Series|You|We|All|Each|His|Her|Their|Other|Next|Here|What|With|As|Since|One|Two)\b"
    r"|[A-Z][\w+&]*['’]s "
)
"""What begins a sentence behind an abbreviation that may end one: “at 9 p.m. The show …”."""
_END = re.compile(r"[.!?…]+[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|\n")
_ANSWERED = re.compile(r"(?i:when|what|which|where|how)(?: [^\s?!.]+){0,7} [^\s?!.]+\? (?:[^\s?!]+ ){0,4}[^\s?!]+")
"""A line that asks and answers: “When can I watch it? July 20”."""
_TIMECODE = re.compile(r"^\d\d?:\d\d(?::\d\d)?(?!\s?[ap]\.?m\b|\s?[-–—])\s*", re.IGNORECASE)
_BULLET = re.compile(
    r"^\s*(?:[-–—*•‣◦·▪]|\d{1,2}[.)–-]|[\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]+\ufe0f?|\d\ufe0f?\u20e3)\s+"
)
_TABLE = re.compile(r"^\s*\|[\s|:–—-]*(?=[^\s|]|$)")
"""The edge of a table's row; of the rule below its head all of it."""
_TABLE_ENDS = re.compile(r"(?<=\S)\s*\|\s*$")
_SPEAKS = re.compile(r"^\s*(?:[QA]|Question|Answer)[.:]\s+(?=[A-Z“\"‘'](?!\.))")
"""Whose turn it is in a page of questions and answers."""
_LOWER = re.compile(r"^\s*[a-z]")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_STAMP = re.compile(
    r"(?i)^\W*(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|published|updated|posted|on|at"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|(?:19|20)\d\d"
    r"|\d{1,2}/\d{1,2}/\d{2,4}|\d{1,2}[:.]\d\d|[ap]\.?m\.?)\W*)+$"
)
"""A line that only says when it was written."""
_SECTIONS = frozenset(
    """
    news tv television entertainment culture media updates update headlines latest exclusive breaking streaming drama
    dramas comedy features feature articles article blog home lifestyle arts celebrity shows series & and anime k-drama
    """.split()  # noqa: SIM905
)
"""Of such words the names of a site's sections are made."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a line that is none: where it stands and what part it plays."""

    text: str
    start: int
    """Its offset in the document."""
    line: int
    """The line it stands on, from 1."""
    block: int
    """The block it belongs to, from 0."""
    role: str
    """``headline``, ``heading``, ``item`` (of a list) or ``body``."""

    @property
    def asks(self) -> bool:
        """Whether it is a question; a headline is one with any question in it."""
        return self.text.rstrip("\"”’') ").endswith("?") or (self.role == "headline" and "? " in self.text)


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text in their order."""
    found: list[Sentence] = []
    lines = _joined(text)
    first, turns = True, _turns(lines)
    for number, (line, start, row) in enumerate(lines):
        body, skipped = _content(line, turns)
        if not body or _is_furniture(body):
            continue
        if first and _stands_above(body, lines[number + 1 :]):
            continue
        beside = lines[max(0, number - 1) : number] + lines[number + 1 : number + 2]
        listed = bool(_BULLET.match(line)) and any(_BULLET.match(other) for other, _, _ in beside)
        role = _role(body, line, first, [] if listed else lines[number + 1 :])
        first = False
        answered = role == "item" and bool(_ANSWERED.fullmatch(body.strip()))
        cuts = [body] if answered or role in ("headline", "heading") else _split(body)
        at = start + skipped
        for piece in (part for cut in cuts for part in _short(cut)):
            stripped = piece.strip()
            if stripped:
                offset = at + piece.index(stripped[0])
                found.append(Sentence(stripped, offset, row, number, role))
            at += len(piece)
    return tuple(found)


def _is_furniture(body: str) -> bool:
    """Whether a line is furniture of its page."""
    return bool(words().furniture_begins.match(body) or words().furniture.search(body))


def _stands_above(body: str, rest: list[tuple[str, int, int]]) -> bool:
    """Whether a first line only stands above the headline: a day, the path to a page, the name of a section."""
    if not rest:
        return False
    if _STAMP.match(body) or " » " in body:
        return True
    following, said = rest[0][0].strip(), body.lower().split()
    headline = 4 <= len(following.split()) <= HEADLINE_WORDS and following[-1:] not in tuple(".:;,")
    return headline and (_SECTIONS.issuperset(said) or (len(said) < 6 and bool(_LOWER.match(body))))


def _joined(text: str) -> list[tuple[str, int, int]]:
    """The lines with offset and number; a line that goes on in small letters where it was wrapped is one with it."""
    lines: list[tuple[str, int, int]] = []
    offset = 0
    for number, raw in enumerate(text.split("\n"), 1):
        line = raw.rstrip("\r")
        before = lines[-1] if lines else None
        wrapped = before is not None and len(before[0]) >= 50 and before[0].rstrip()[-1:] not in tuple('.!?:;"”')
        if before is not None and wrapped and _LOWER.match(line):
            lines[-1] = (text[before[1] : offset + len(line)].replace("\n", " "), before[1], before[2])
        elif line.strip():
            lines.append((line, offset, number))
        elif lines and lines[-1][0]:
            lines.append(("", offset, number))
        offset += len(raw) + 1
    return [line for line in lines if line[0]]


_ASKS = re.compile(r"\s*(?:Q|Question)[.:]\s")
_ANSWERS = re.compile(r"\s*([A-Z][a-z]+(?: [A-Z][a-z]+)?): ")
_SIGNED = re.compile(r"\s*(?:--|—|–)\s?[A-Z][^.!?:]{2,40}$")


def _turns(lines: list[tuple[str, int, int]]) -> re.Pattern[str] | None:
    """What begins the answers of a page of readers' questions, and who signs those: “Rob: …”, “-- Carol, Butler”."""
    if sum(bool(_ASKS.match(line)) for line, _, _ in lines) < 2:
        return None
    names = Counter(match[1] for line, _, _ in lines if (match := _ANSWERS.match(line)))
    often = [name for name, count in names.items() if count > 1]
    return re.compile("|".join([*(rf"\s*{name}: " for name in often), _SIGNED.pattern]))


def _content(line: str, turns: re.Pattern[str] | None = None) -> tuple[str, int]:
    """A line without time code, bullet and the edges of a table, and how many characters stood before it."""
    skipped = 0
    for pattern in (turns, _TABLE, _TIMECODE, _BULLET, _SPEAKS):
        match = pattern.match(line[skipped:]) if pattern is not None else None
        if match:
            skipped += match.end()
    return _TABLE_ENDS.sub("", line[skipped:].strip("\r")), skipped


def _role(body: str, line: str, first: bool, rest: list[tuple[str, int, int]]) -> str:
    stripped = body.strip()
    if first and len(body.split()) <= HEADLINE_WORDS and not (stripped[-1:] == "." and len(_split(body)) > 1):
        return "headline"
    bullet = bool(_BULLET.match(line))
    if bullet and not (rest and len(rest[0][0].split()) > SHORT_LINE):  # one of a list, and no heading of its own
        return "item"
    short = len(stripped.split()) <= HEADING_WORDS and len(stripped) <= 90
    if (
        short
        and (stripped[-1:] not in tuple(".,;!…") or re.fullmatch(r"(?:.* )?(?:[A-Z]\.)+", stripped))
        and not _LOWER.match(stripped)
    ):
        return "heading" if rest else "item"
    return "item" if bullet else "body"


def _short(piece: str) -> list[str]:
    """A piece in parts that are not too long, cut between words where there are any."""
    parts = []
    while len(piece) > LONGEST:
        cut = piece.rfind(" ", LONGEST // 2, LONGEST) + 1 or LONGEST
        parts.append(piece[:cut])
        piece = piece[cut:]
    return [*parts, piece]


def _split(body: str) -> list[str]:
    pieces: list[str] = []
    at = 0
    for match in _END.finditer(body):
        before = body[at : match.start()].rsplit(None, 1)
        last = before[-1].lstrip("(\"“‘'").lower() if before else ""
        dot = body[match.start()] == "."
        begins = last in _MAY_END and _BEGINS.match(body, match.end())
        if dot and not begins and (last in _ABBREVIATIONS or re.fullmatch(r"(?:[a-z]\.)*[a-z]", last)):
            continue
        pieces.append(body[at : match.end()])
        at = match.end()
    pieces.append(body[at:])
    return pieces
