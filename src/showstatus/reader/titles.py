"""Which words are titles of shows? Told from the text's own marks, and from the names a registry knows.

Every run of capitalised words and everything in quotation marks is a candidate; what stands around its occurrences
weighs for or against it (`title_marks`). What reaches `ENOUGH` is a title wherever it occurs.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from showstatus.reader.candidates import any_of, lists, spans_of, tells
from showstatus.reader.entries import weigh_headings, weigh_labels
from showstatus.reader.headlines import weigh_headline
from showstatus.reader.sentences import Sentence
from showstatus.reader.times import date_mentions
from showstatus.reader.title_marks import ENTRY_LABEL, around, is_person
from showstatus.reader.title_pool import ENOUGH, SURE, Pool

NEAR = 150
"""How many characters before and behind a candidate are looked at."""
_COUNTRY = re.compile(r" (?:usa|us|uk|australia|canada|india)$")
_DAY_BEFORE = re.compile(r"(?i)\b(?:on|last|next|this|late|early|every|by|until|since|in) $")


@dataclass(frozen=True, slots=True)
class TitleMention:
    """A title where it stands in its sentence; `key` tells one show from another."""

    start: int
    end: int
    key: str
    title: str
    number: int | None = None
    """The season of a shorthand such as “Mirzapur 3”."""
    listed: bool = False
    """Whether it stands alone as the heading or the entry of a list."""


class TitleFinder:
    """The titles of one text."""

    def __init__(self, sentences: Sequence[Sentence], known: Collection[str] = ()) -> None:
        self.sentences = sentences
        self.pool = Pool()
        self.candidates = self.pool.candidates
        self._known = any_of([name for name in known if tells(name)])
        self.lists: list[tuple[list[str], bool, bool]] = []
        for sentence in sentences:
            self._collect(sentence)
        weigh_headline(self.pool, sentences)
        weigh_headings(self.pool, sentences)
        weigh_labels(self.pool, sentences)
        self._weigh_lists()
        for candidate in self.candidates.values():
            candidate.weight += 0.5 * min(candidate.count, 4) if candidate.count > 1 else 0
            candidate.weight += 1 if candidate.key.count(" ") > 1 and not candidate.person else 0
        self._drop_fragments()
        self._trust_quotes()
        self._ensure_headline()
        self._ensure_some()
        self.accepted = {key: found for key, found in self.candidates.items() if found.accepted}
        self._pattern = any_of([form for found in self.accepted.values() for form in found.forms])
        self._form_keys = {form: key for key, found in self.accepted.items() for form in found.forms}

    def mentions(self, sentence: Sentence) -> list[TitleMention]:
        """The titles in a sentence, in order."""
        found = []
        for match in self._pattern.finditer(sentence.text) if self._form_keys else ():
            key = self._form_keys[match[0]]
            candidate = self.accepted[key]
            if candidate.everyday and not _stands_out(sentence, match.start(), match.end()):
                continue
            shorthand = re.match(
                r"['’”\"]? (\d{1,2})(?![\d:%]|st|nd|rd|th|[ -](?:episodes?|years?|days?|million|more))",
                sentence.text[match.end() :],
            )
            end, number = match.end(), None
            if shorthand and sentence.text[match.end() : match.end() + 1] == " ":
                end, number = match.end() + shorthand.end(), int(shorthand[1])
            found.append(TitleMention(match.start(), end, key, candidate.title, number, _alone(sentence, match)))
        return found

    def _collect(self, sentence: Sentence) -> None:
        text = sentence.text
        spans = spans_of(sentence, self._known)
        for start, end, quoted in spans:
            surface = text[start:end]
            candidate = self.pool.add(surface)
            if candidate is None:
                continue
            if self._known.fullmatch(surface):
                candidate.weight = max(candidate.weight, ENOUGH)
            candidate.count += 1
            candidate.headline |= sentence.role == "headline"
            candidate.quoted |= quoted
            candidate.weight += around(text[max(0, start - NEAR) : start], text[end : end + NEAR], sentence, quoted)
            if is_person(surface, text[max(0, start - NEAR) : start], text[end : end + NEAR]) and not quoted:
                candidate.person = True
        self.lists += lists(sentence, spans)

    def _weigh_lists(self) -> None:
        """What is listed with titles is a title, what is listed with people is a person."""
        for keys, _, _ in self.lists:
            members = [self.candidates[key] for key in keys if key in self.candidates]
            people = [member for member in members if member.person]
            if 2 * len(people) >= len(members):
                for member in members:
                    member.person = member.person or (" " in member.key and member.weight < ENOUGH)
        for _ in range(2):
            for keys, sealed, joined in self.lists:
                members = [self.candidates[key] for key in keys if key in self.candidates]
                if sealed:
                    for member in members:
                        if not member.person:
                            member.weight = max(member.weight, ENOUGH)
                sure = [member for member in members if member.weight >= ENOUGH and not member.person]
                if len(sure) * 2 >= len(members) - 1 and sure and (len(members) > 2 or joined):
                    for member in members:
                        if not member.person and not member.everyday and member.weight < ENOUGH:
                            member.weight = ENOUGH

    def _ensure_headline(self) -> None:
        """A headline speaks of some show: where none is found in it, its best candidate is taken."""
        if any(found.accepted and found.headline for found in self.candidates.values()):
            return
        able = [
            found
            for found in self.candidates.values()
            if found.headline and not found.everyday and (found.weight > 0 or not found.person)
        ]
        if able:
            best = max(able, key=lambda found: (not found.person, found.weight, found.count))
            best.weight = SURE

    def _trust_quotes(self) -> None:
        """Where several titles stand in quotation marks, what else stands in them is one more likely than not."""
        quoted = [found for found in self.candidates.values() if found.quoted]
        if sum(found.accepted for found in quoted) > 1:
            for found in quoted:
                found.weight += 1

    def _ensure_some(self) -> None:
        """A text speaks of some show: where no title is told by its marks, the name it repeats most is taken."""
        if any(found.accepted for found in self.candidates.values()):
            return
        able = [
            found
            for found in self.candidates.values()
            if not found.everyday and not found.person and found.weight >= 0 and (found.count > 2 or found.headline)
        ]
        if able:
            max(able, key=lambda found: (found.headline, found.weight + found.count)).weight = SURE

    def _drop_fragments(self) -> None:
        """What only occurs inside a longer title is none itself; a country behind a title is no part of it."""
        for found in list(self.candidates.values()):
            shorter = self.candidates.get(_COUNTRY.sub("", found.key))
            if shorter is not None and shorter is not found and shorter.count >= found.count and not shorter.everyday:
                shorter.weight += found.weight
                shorter.headline |= found.headline
                found.weight = -SURE
        whole = [found for found in self.candidates.values() if found.accepted]
        for found in self.candidates.values():
            for other in whole:
                if other is not found and f" {found.key} " in f" {other.key} " and other.weight >= found.weight + 1:
                    found.weight = min(found.weight, 0)


def _alone(sentence: Sentence, match: re.Match[str]) -> bool:
    if match.start() <= 1 and sentence.role in ("body", "item") and ENTRY_LABEL.match(sentence.text):
        return bool(re.match(r"[”\"’']?(?::| [–—-]) ", sentence.text[match.end() :]))
    rest = sentence.text[: match.start()] + sentence.text[match.end() :]
    return sentence.role in ("heading", "item") and len(re.findall(r"\w+", rest)) <= 6


def _stands_out(sentence: Sentence, start: int, end: int) -> bool:
    """Whether an everyday word is a title here: not at the beginning of its sentence, or with a mark of its own."""
    before, after = sentence.text[:start], sentence.text[end:]
    if date_mentions(sentence.text[start:end]) and _DAY_BEFORE.search(before):
        return False
    if sentence.role == "headline" and start == 0:
        return True
    if around(before, after, sentence, quoted=before[-1:] in tuple("'\"“‘")) >= 2:
        return True
    return bool(before.strip()) and before.rstrip()[-1:] not in tuple('.!?:“"—') and sentence.role != "headline"
