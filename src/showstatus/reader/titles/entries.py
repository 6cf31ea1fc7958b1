"""Which candidates are entries of a list? Headings over paragraphs, lines below a verdict, names behind a label."""

from __future__ import annotations

import re
from collections.abc import Sequence

from showstatus.names import fold
from showstatus.reader import lexicon
from showstatus.reader.mentions.times import date_mentions
from showstatus.reader.section_heads import is_section, labelled
from showstatus.reader.sentences import Sentence
from showstatus.reader.titles.candidates import QUOTED, key_of, title_case
from showstatus.reader.titles.marks import ENTRY_LABEL, LABEL, STATUS_LINE, VERDICT
from showstatus.reader.titles.people import is_person
from showstatus.reader.titles.pool import Pool
from showstatus.reader.titles.trimming import NUMBER_BEHIND


def weigh_headings(pool: Pool, sentences: Sequence[Sentence]) -> None:
    """Short lines that name nothing else, above a paragraph or below a verdict, are the entries of a list."""
    entries: list[str] = []
    below: list[str] = []
    verdict = False
    for sentence, following in zip(sentences, [*sentences[1:], None], strict=False):
        if VERDICT.match(sentence.text) or is_section(sentence, following):
            verdict = True
            continue
        verdict = verdict and sentence.role in ("heading", "item")
        above = following is not None and following.role in ("body", "item")
        if (
            sentence.role in ("heading", "item")
            and not sentence.asks
            and (verdict or STATUS_LINE.match(sentence.text) or (above and sentence.role == "heading"))
        ):
            surface = entry(sentence.text)
            folded = fold(surface).split()
            if (" as " in surface and not verdict) or (sentence.text.endswith(":") and sentence.role == "heading"):
                continue
            if LABEL.match(sentence.text) or _channel(sentence):
                continue
            if not surface or not folded or _is_section(folded) or len(folded) > 9:
                continue
            caption = _CAPTION.match(surface)
            if caption and is_person(caption[1], "", ""):
                surface = surface[caption.end() :]
            entries.append(surface)
            if verdict:
                below.append(surface)
    entries += _labelled(sentences)
    for surface in entries:
        candidate = pool.add(surface, marked=True)
        if candidate is not None and (title_case(surface) or candidate.count):
            candidate.count += 1
            candidate.marks[f"entries: {min(len(entries), 4)}"] += 1
            if title_case(surface) and " " in surface:
                candidate.marks["entry in capitals"] += 1
            if surface in below:
                candidate.marks["entry below a verdict"] += 1


def _labelled(sentences: Sequence[Sentence]) -> list[str]:
    """What stands before the colon of several lines: “Salt Road: renewed for a second season”."""
    labelled = [
        label
        for s in sentences
        if s.role in ("body", "item")
        and (m := ENTRY_LABEL.match(s.text))
        and title_case(label := NUMBER_BEHIND.sub("", _IN_BRACKETS.sub("", m[1])))
    ]
    if len(labelled) < 2:
        return []
    labelled = [part for label in labelled for part in _parts(label, sentences)]
    return [
        label for label in labelled
        if not (set(fold(label).split()) & lexicon.words().section_words or LABEL.match(f"{label}: –"))
    ]  # fmt: skip


_BOTH = re.compile(r"[”\"’']?(?: \([^()]*\))?(?::| [–—-]) (?:Both|Each|Neither|Two)\b")


def _parts(label: str, sentences: Sequence[Sentence]) -> list[str]:
    """The titles that a label names: two, where what follows is told of both."""
    halves = label.split(" and ")
    line = next((s.text for s in sentences if label in s.text), "")
    both = len(halves) == 2 and _BOTH.match(line, line.find(label) + len(label))
    return halves if both and all(title_case(half) for half in halves) else [label]


_IN_BRACKETS = re.compile(r" \([^()]*\)$")
_CAPTION = re.compile(r"((?:[A-Z][\w.’'-]+ ){1,2}[A-Z][\w.’'-]+)(?: and (?:[A-Z][\w.’'-]+ ?){2,3})? in (?=[A-Z])")
"""What stands below a picture: “Jane Doe in Salt Road”."""


def _is_section(folded: list[str]) -> bool:
    """Whether the words of a heading name a part of the text; one such word in three may be a title's."""
    return len(set(folded) & lexicon.words().section_words) * 3 > len(folded)


_WHEN = (
    r"(?:\*{0,2}(?:\d{1,2}(?::\d\d)?(?:\s?[ap]\.?m\.?)?(?:\s?E[SD]?T)?|(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur"
    r"|Sun)day,? )?"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:, \d{4})?)\*{0,2}\s?[:–—-]?\s+)?"
)
LISTED = re.compile(
    rf"^[*•·▪]?\s*(?:#?\d{{1,3}}[.):] )?{_WHEN}[“\"‘']?(?P<title>(?=[A-Z0-9*])(?:[^:()–—|]"
    rf"|: (?=[^:]*\()){{1,60}}?)[”\"’']?,?"
    rf"(?: \((?P<bracket>[^()]{{1,40}})\)|\s*(?P<sign>:(?!\s[A-Z0-9][\w'’-]*(?: [\w'’&-]+){{0,4}} \()|\|"
    rf"|\s[–—-])(?=\s)| (?P<season>[Ss]eason|[Ss]eries) [\dIVX]+\b)(?P<rest>.*)$"
)
"""A line that begins with a name and goes on with what is told of it: “X (FOX), 9 p.m.”, “X: Renewed”, “X season 2”."""
_CHANNEL = re.compile(r"[A-Z][A-Z0-9&+]{1,5}(?: [A-Z0-9]\w*)?")
"""What stands alone in brackets behind a title, in capitals, is a network's name."""
_TOLD = re.compile(
    r"(?i)\b(?:renew|cancel|axed|season|series|returns?|premieres?|ended|pending|final|debut|p\.m|a\.m|episodes"
    r"|reboot|revival)"
)


_SLOT = re.compile(
    r"^(?:\d{1,2}(?::\d\d)?(?: ?[-–] ?\d{1,2}(?::\d\d)?)? ?[ap]\.?m\.?(?: ?E[SD]?T)?|\d{1,2}:\d\d) *[:–—-]* +"
    r"[“\"‘']?(?P<title>[A-Z0-9][^()]{0,58}?)[”\"’']?(?: \([^()]*\))?$"
)


_ON = re.compile(r"^[“\"‘']?(?P<title>[A-Z0-9][^:()–—|,.;]{1,58}),[”\"’']? (?P<on>[A-Z][^.;]{1,50})$")


def _is_channel(match: re.Match[str]) -> bool:
    """Whether a line goes on with where a show is: “X, BBC One, 9pm”."""
    return bool(lexicon.words().platforms.match(match["on"]))


def weigh_slots(pool: Pool, sentences: Sequence[Sentence]) -> None:
    """What stands alone behind a time of day, or before a channel, in more than one line, is on then: “9 p.m. - X”."""
    slots = [match["title"] for sentence in sentences[1:] if (match := _SLOT.match(sentence.text))]
    slots += [
        match["title"] for sentence in sentences[1:] if (match := _ON.match(sentence.text)) and _is_channel(match)
    ]
    for surface in (surface for surface in slots if len(slots) > 1 and title_case(surface)):
        candidate = pool.add(surface)
        if candidate is not None:
            candidate.count += 1
            candidate.marks[f"lines: {min(len(slots), 4)}"] += 1


_LABEL_OF_QUOTED = re.compile(r"(?i)\W*(?:gone|safe|dead|out|back|new|moving|staying|saved)\s*: [“\"‘']")
"""A verdict before the names of shows in quotation marks: “Gone: ‘X’”."""


def weigh_lines(pool: Pool, sentences: Sequence[Sentence]) -> None:
    """Lines of one build, each with a name and what is told of it, are a schedule, a scorecard or a list."""
    found = []
    for sentence in sentences[1:]:
        match = LISTED.match(sentence.text)
        if match is None or sentence.asks or _LABEL_OF_QUOTED.match(sentence.text):
            continue
        surface = match["title"].strip(" *,")
        folded = set(fold(surface).split())
        if not title_case(surface) or folded & lexicon.words().section_words or date_mentions(surface):
            continue
        about = " ".join(filter(None, (match["bracket"], match["season"], match["rest"])))
        channel = match["bracket"] or ""
        if (
            match["season"]
            or _TOLD.search(about)
            or lexicon.words().platforms.search(channel)
            or _CHANNEL.fullmatch(channel)
        ):
            found.append(surface)
    for surface in (part for whole in found for part in _parts(whole, sentences)):
        candidate = pool.add(surface, marked=len(found) > 1)
        if candidate is not None:
            candidate.count += 1
            candidate.marks[f"lines: {min(len(found), 4)}"] += 1


_STOP = re.compile(r"(?<=[a-z\d]{2})\.$")
"""The full stop behind a list, which is none of its last title; that of “S.W.A.T.” is."""


def weigh_labels(pool: Pool, sentences: Sequence[Sentence]) -> None:
    """What stands behind a label such as “RENEWED:” is titles."""
    for sentence in sentences[1:]:
        match = LABEL.match(sentence.text) or _channel(sentence) or labelled(sentence)
        if match is None:
            continue
        for surface in _pieces(pool, _STOP.sub("", match["rest"])):
            if surface and title_case(surface):
                candidate = pool.add(surface, marked=True)
                if candidate is not None:
                    candidate.count += 1
                    candidate.marks["behind a label"] += 1
                    if sentence.role == "heading":
                        candidate.marks["behind the label of a heading"] += 1


_OWN = re.compile(r"(?P<owner>[A-Z][\w+&]*(?: [A-Z+][\w+]*){0,2}): (?P<rest>[“\"‘']?[A-Z0-9].*)$")


def _channel(sentence: Sentence) -> re.Match[str] | None:
    """A line that lists what a channel has: “NBC: Salt Road, Iron Hollow (season 2)”."""
    match = _OWN.match(sentence.text) if sentence.role != "headline" else None
    named = match is not None and any(
        lexicon.words().platforms.fullmatch(form) for form in (match["owner"], match["owner"].title())
    )
    if match is None or not named:
        return None
    rest = [entry(piece) for piece in re.split(r"[,;]\s+(?:and )?", match["rest"])]
    return match if all(piece and title_case(piece) for piece in rest) and not match["rest"].endswith(".") else None


def _pieces(pool: Pool, rest: str) -> list[str]:
    """What is listed behind a label; “X and Y” is two where nothing else of the text says that it is one name."""
    found = []
    for piece in re.split(r"[,;]\s+(?:and )?", rest):
        surface = entry(piece)
        one = key_of(surface) in pool.candidates
        found += [surface] if one else [entry(part) for part in surface.split(" and ")]
    return found


_DAY_BEHIND = re.compile(
    r",\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:\d{1,2}(?:st|nd|rd|th)? )?"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?(?: \d{1,2}(?:st|nd|rd|th)?)?(?:,? \d{4})?$"
)
"""The day behind a title that heads a paragraph: “Salt Road, May 12”."""
_HOUR_BEHIND = (
    r"(?:,? (?:at )?(?:(?:tonight|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?),? (?:at )?)?\d{1,2}(?:[:.]\d\d)?"
    r"(?: ?[ap]\.?m)?)?"
)
"""When it is on, behind the channel: “Salt Road, ITV, 9pm”."""


def entry(text: str) -> str:
    """The title in the heading of an entry: without number, quotation marks, platform and season behind it."""
    text = re.sub(r"^\s*(?:#?\d{1,3}[.):]\s+)", "", text).strip()
    for match in QUOTED.finditer(text):
        inner = match[match.lastindex or 0]
        if title_case(inner) and not date_mentions(inner):
            return NUMBER_BEHIND.sub("", inner.rstrip(",. "))
    text = re.sub(r"\s*[(\[][^)\]]*[)\]][.;]?\s*$", "", text)
    text = _DAY_BEHIND.sub("", text)
    text = re.sub(rf"(?<=[\w!?]),\s+(?:{lexicon.words().platforms.pattern}|[A-Z]{{2,5}}){_HOUR_BEHIND}\.?$", "", text)
    text = re.split(
        r"\s+[–—|/-]\s+(?!The\b)|,\s+(?:[Ss]eason|[Ss]eries)\b|:\s+(?:[Ss]eason\b|[Ss]eries\b|[Rr]enew|[Cc]ancel"
        r"|TB[ACD]\b|[Pp]ending\b|[Ee]nd(?:ed|ing)\b|[Ff]inal\b|[Rr]eturn(?:s|ing)\b|[Ss]aved\b|[Uu]ndecided\b)",
        text,
    )[0]
    text = re.sub(r"\s+(?:[Ss]eason|[Ss]eries)\s+\w+$", "", text)
    text = re.sub(r"\s+\([^()]*\)$", "", text)
    return NUMBER_BEHIND.sub("", text.strip(" '\"“”‘’:-–—"))
