"""Which names of a text are one name? What always stands together, and what is short for a longer one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from itertools import pairwise

from showstatus.reader.lexicon import words
from showstatus.reader.sentences import Sentence
from showstatus.reader.titles.candidates import Known, Spans, key_of
from showstatus.reader.titles.people import is_person
from showstatus.reader.titles.pool import Candidate
from showstatus.reader.titles.trimming import KIND_BEHIND

MOST = 40
"""So many pairs of names are looked at."""
LONGEST = 6
"""Initials of more letters are no name."""
_NAME = r"[A-Z][\w'’]+(?: [A-Z][\w'’]+)*"
_JOINT = re.compile(
    rf"(?<![\w’'])((?:An? )?{_NAME})(, |(?i: and | and the | & | [-–] | or | from | to | with the ))"
    rf"({_NAME}(?: (?:of|to)(?: the)? {_NAME})*)(?![\w])"
)
_TWO_BEHIND = re.compile(r"[”\"’']?,? (?:(?:will )?(?:both|each)|are|were|have|aren['’]t|weren['’]t|haven['’]t)\b")
_TWO_AHEAD = re.compile(r"(?i)\b(?:both|between|seasons (?:of|for)|(?:shows|dramas|comedies):?) [“\"‘']?$")
"""What says of two names that they are two: “A and B are …”, “second seasons for A and B”."""
_DAY = re.compile(r"(?:day|January|February|March|April|May|June|July|August|September|October|November|December)$")
_LISTED = re.compile(r"[”\"’']?(?:,| and | & | or )")
_OWNED = re.compile(r"(?:[A-Z][\w.]+ ){0,2}[A-Z][\w.]+['’]s ([A-Z].+)")
"""A title with its maker before it: “Marvel's Runaways” is “Runaways”."""
_HOSTED = re.compile(r"(.+?) (?:[Ww]ith|[Ss]tarring|[Hh]osted by) [A-Z][\w.’'-]+ [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)*")
"""A title with its host: “The Late Show With Stephen Colbert” is “The Late Show”."""
_SMALL = ("of", "the", "a", "an", "and", "in", "on", "to", "with", "for")


def joint_names(sentences: Sequence[Sentence], known: Known | None = None) -> frozenset[str]:
    """Two names that never stand apart in a text are one: “Winners and Losers”, “Work Later, Drink Now”."""
    text = "\n".join(sentence.text for sentence in sentences).replace(" & ", " and ")
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    apart = set()
    for match in _JOINT.finditer(text):
        second = KIND_BEHIND.sub("", match[3])
        name = match[0].removesuffix(match[3]) + second
        parts = (match[1], match[2].lower(), second)
        found[parts].append(name)
        two = known is not None and match[1] in known and second in known and name not in known
        if two or _two_people(match[1], second) or _says_two(text, match):
            apart.add(parts)
    often = sorted((item for item in found.items() if len(item[1]) > 1), key=lambda item: -len(item[1]))[:MOST]
    names = {
        name
        for parts, written in often
        if parts not in apart
        and all(_only(part, text, len(written)) for part in (parts[:1] if ", " in parts else parts[::2]))
        for name in written
    }
    return frozenset(names | {name.replace(" and ", " & ") for name in names})


def _two_people(first: str, second: str) -> bool:
    """Whether two names of more than one word are those of people."""
    several = " " in first and " " in second
    return several and (is_person(first, "", "") or is_person(second, "", ""))


def _says_two(text: str, match: re.Match[str]) -> bool:
    """Whether a text tells of two names that they are two, or lists them with others; “X to Netflix” is no name."""
    ahead, behind = text[max(0, match.start() - 30) : match.start()], text[match.end() : match.end() + 30]
    listed = match[2] == ", " and (_LISTED.match(behind) or ahead.rstrip()[-1:] == ",")
    trade = not words().section_words.isdisjoint(match[1].lower().split())
    place = match[2].lower() == " to " and (trade or words().platforms.match(match[3]))
    return bool(listed or place or _DAY.search(match[1]) or _TWO_BEHIND.match(behind) or _TWO_AHEAD.search(ahead))


def _only(name: str, text: str, times: int) -> bool:
    """Whether a name stands only so many times in a text, which is the least that it does."""
    return text.count(name) == times or len(re.findall(rf"(?<![\w’']){re.escape(name)}(?!\w)", text)) == times


def joined_spans(text: str, spans: Spans, joint: Collection[str]) -> Spans:
    """The candidates of a sentence, those of joint names taken together."""
    for name in joint:
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            if not any(
                (quoted and start < end and at < stop) or (start <= at and end <= stop) for start, stop, quoted in spans
            ):
                spans = sorted([span for span in spans if span[1] <= at or span[0] >= end] + [(at, end, False)])
            at = text.find(name, end)
    return spans


_RENAMED = re.compile(
    r"(?i)[”\"’']?,? \(?(?:(?:which is |is )?(?:(?:also|better|originally|formerly|now) )?known (?:\w+ ){0,3}?as"
    r"|a\.?k\.?a\.?|(?:now|formerly|originally|previously|since) (?:titled|called|named)|formerly|renamed|retitled"
    r"|(?<=\()or)(?: just| simply)? [‘'“\"]?"
)
_SLASH = re.compile(r"[”\"’']? / [‘'“\"]?")
_APART = re.compile(r"[”\"’']?(?:,| \() ?[‘'“\"]?")
_ORIGINAL = re.compile(
    r"[”\"’']?,? in (?:the original|(?:Spanish|Korean|Turkish|German|French|Japanese|Italian|Danish|Swedish|Norwegian)"
    r"(?=[,.)]))"
)


def renamed(spans: Sequence[tuple[Sentence, Spans]], candidates: Mapping[str, Candidate]) -> dict[str, str]:
    """Names that a text says to be those of one show, each with the name that it uses more: “A, also known as B”."""
    found: dict[str, str] = {}
    for one, two in _same(spans):
        if one == two or {one, two} & {*found, *found.values()} or not {one, two} <= candidates.keys():
            continue
        if candidates[one].person or candidates[two].person:
            continue
        kept = max((one, two), key=lambda key: (*_rank(candidates[key]), key == one))
        found[two if kept == one else one] = kept
    return found


def _rank(name: Candidate) -> tuple[bool, bool, int]:
    """By which of two names of one show it is called: the headline's, a known one, the more frequent."""
    return name.headline, "known" in name.marks or "known, one word" in name.marks, name.count


_KIN = re.compile(
    r"(?i),?[”\"’']?,? (?:(?:is |was |as )?(?:a|an|the|its) )?(?:[\w-]+ ){0,3}?(?:spin-?off|reboot|revival"
    r"|remake|prequel|sequel|offshoot|version|update|reimagining|companion)s?(?: series)?(?: (?:of|to|for|from|on))?"
    r"(?: [\w’'-]+){0,4}? [‘'“\"]?|[”\"’']? and [‘'“\"]?"
)
"""Between two names of a sentence that are two shows: “‘Walker,’ a reboot of the drama ‘Walker, Texas Ranger’”."""


_KIN_WORD = re.compile(r"spin|reb|rev|rem|quel|off|ver|upd|rei|comp")


def told_apart(spans: Sequence[tuple[Sentence, Spans]]) -> set[tuple[str, str]]:
    """The pairs of names that a text calls two shows, each in both orders."""
    found = set()
    for sentence, here in spans:
        for (first, end, _), (start, last, _) in pairwise(here):
            near = start - end < _KIN_WITHIN and (start - end < 9 or _KIN_WORD.search(sentence.text, end, start))
            if near and _KIN.fullmatch(sentence.text[end:start]):
                one, two = key_of(sentence.text[first:end]), key_of(sentence.text[start:last])
                found |= {(one, two), (two, one)}
    return found


def _same(spans: Sequence[tuple[Sentence, Spans]]) -> Iterator[tuple[str, str]]:
    """The pairs of names between which a text says that they are one."""
    for sentence, here in spans:
        text = sentence.text
        for (first, end, quoted), (start, last, _) in pairwise(here):
            between = text[end:start]
            if (
                _RENAMED.fullmatch(between)
                or (_SLASH.fullmatch(between) and (quoted or sentence.role in ("heading", "item")))
                or (_APART.fullmatch(between) and _ORIGINAL.match(text[last:]))
            ):
                yield key_of(text[first:end]), key_of(text[start:last])


_OWNS = re.compile(r"[A-Z][\w+&]*['’]s (?=[A-Z0-9])")


def without_owner(text: str, span: tuple[int, int, bool], known: Known) -> tuple[int, int, bool]:
    """A name without whose it is, where it is known without and not with that: “Global's Salt Road”."""
    start, end, quoted = span
    owner = _OWNS.match(text, start, end)
    if owner is None or quoted or known.surely(text[start:end]) or not known.surely(text[owner.end() : end]):
        return span
    return owner.end(), end, quoted


_KIN_WITHIN = 80
"""In so many characters behind one show is that named which comes from it."""


def aliases(candidates: Mapping[str, Candidate], apart: Collection[tuple[str, str]] = ()) -> Iterator[tuple[str, str]]:
    """Names that are short for another of the text, each with that: “BNA” for “BNA: Brand New Animal”, “RHONY”."""
    for short, long in _able(candidates):
        if (short, long) not in apart:
            yield short, long


def in_the_end(aliases: Mapping[str, str], accepted: Container[str]) -> dict[str, str]:
    """For each name that is short for another the accepted title that it comes to; of two for each other one stays."""
    found: dict[str, str] = {}
    for short in aliases:
        key, seen = short, {short}
        while key in aliases and aliases[key] in accepted and aliases[key] not in seen:
            key = aliases[key]
            seen.add(key)
        if key != short and key not in found:
            found[short] = key
    return found


def fuller(spans: Sequence[tuple[Sentence, Spans]], candidates: Mapping[str, Candidate]) -> dict[str, str]:
    """A name of the headline with the longer one that the text goes on with: “TURN” for “TURN: Washington's Spies”.

    That is the first name below the headline to hold it, where the shorter does not stand before that.
    """
    found: dict[str, str] = {}
    headline = {key for key, name in candidates.items() if name.headline and name.count and not name.person}
    seen: set[str] = set()
    for sentence, here in spans:
        if sentence.role == "headline":
            continue
        if sentence.block > _EARLY:
            break
        for start, end, quoted in here:
            key = key_of(sentence.text[start:end])
            long = candidates.get(key)
            if long is None or long.person or key in headline:
                seen.add(key)
                continue
            held = [short for short in sorted(headline - seen) if f" {short} " in f" {key} "]
            held = [short for short in held if _may_be(candidates[short], long, quoted=quoted)]
            found |= dict.fromkeys(held, key)
            seen.update((key, *held))
    return found


def _may_be(short: Candidate, long: Candidate, *, quoted: bool) -> bool:
    """Whether a name of the headline may be short for one that is `quoted`, or for a known one."""
    known = "known" in long.marks
    if short.count > 2 or short.everyday or len(short.key) < 4:
        return False
    return (quoted or known) if short.quoted else known and "known, one word" not in short.marks


_EARLY = 4
"""In so many blocks of a text its show is called by its full name."""


def _able(candidates: Mapping[str, Candidate]) -> Iterator[tuple[str, str]]:
    longer: dict[str, list[str]] = defaultdict(list)
    behind: dict[str, list[str]] = defaultdict(list)
    for key, found in candidates.items():
        for short in {short for form in found.forms for short in _shortened(form)}:
            longer[short].append(key)
        for form in (form for form in found.forms if ": " in form and (found.quoted or _is_known(found))):
            behind[form.partition(": ")[2]].append(key)
    for key, found in candidates.items():
        able = [long for form in found.forms for long in longer.get(form, ()) if long != key]
        owned = [long for long in able if found.count > candidates[long].count and _is_owned(candidates[long], found)]
        if owned and not (found.person or found.everyday):  # “RTÉ's Smother”, which is else called “Smother”
            yield from ((long, key) for long in owned)
            continue
        known = _is_known(found)
        if known:  # “CSI” is no short form of “CSI: Miami”
            able = [long for long in able if any(_tells_whose(form) for form in candidates[long].forms)]
        if found.quoted and not able:
            able = [long for long, other in candidates.items() if other.quoted and _ends_with(other, found, known)]
        if not (able or known) and " " in key:  # “Deep Water” of “Salt Road: Deep Water”; “Miami” is a city
            able = [long for form in found.forms for long in behind.get(form, ()) if long != key]
        if "headline" in found.marks and not (able or known or found.person):
            able = _holding(key, candidates)  # “the Walter family”, where “My Life with the Walter Boys” is known
        if able and not (found.person or found.everyday):
            yield key, max(able, key=lambda long: (candidates[long].headline, candidates[long].count))


def _is_known(name: Candidate) -> bool:
    return not name.marks.keys().isdisjoint(("known", "known, one word"))


def _tells_whose(form: str) -> bool:
    """Whether a name says where it plays, whose it is or who hosts it."""
    return bool("," in form or _OWNED.match(form) or _HOSTED.fullmatch(form))


def _is_owned(long: Candidate, short: Candidate) -> bool:
    """Whether a name is another with its maker or its channel before it."""
    return any((owned := _OWNED.fullmatch(form)) and owned[1] in short.forms for form in long.forms)


def _ends_with(long: Candidate, short: Candidate, known: bool) -> bool:
    """Whether a name ends with another, which is known by itself only where a colon stands before it."""
    if known:
        return any(form.endswith(f": {end}") for form in long.forms for end in short.forms)
    return long.key.endswith(f" {short.key}")


def _holding(key: str, candidates: Mapping[str, Candidate]) -> list[str]:
    """The known titles that hold a name and stand early in the text."""
    return [
        long for long, other in candidates.items()
        if long != key and f" {key} " in f" {long} " and "known" in other.marks and "early" in other.marks
    ]  # fmt: skip


_BEFORE_A_SIGN = re.compile(r"(?:The )?([^:,]+?)(?:: |, | [-–] )")


def _shortened(form: str) -> set[str]:
    """What a name may be called for short: what stands before a colon or comma, or behind a maker, and its initials."""
    ahead = _BEFORE_A_SIGN.match(form)
    words = re.findall(r"\w+", form)
    made = {ahead[1]} if ahead else set()
    made |= {match[1] for match in (_OWNED.fullmatch(form), _HOSTED.fullmatch(form)) if match}
    for some in (words, [w for w in words if w.lower() not in _SMALL], [w for w in words if w.lower() != "the"]):
        initials = "".join(word[0] for word in some).upper()
        made |= {initials[:n] for n in range(3, min(len(initials), LONGEST) + 1)} if len(words) > 2 else set()
    return made
