"""Which words are titles of shows? Told from the text's own marks, and from the names a registry knows.

Every run of capitalised words and everything in quotation marks is a candidate; what stands around its occurrences
weighs for or against it (`marks`). What reaches `ENOUGH` is a title wherever it occurs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from itertools import zip_longest

from showstatus.reader import scales
from showstatus.reader.mentions.title import TitleMention
from showstatus.reader.section_heads import is_section
from showstatus.reader.sentences import Sentence
from showstatus.reader.titles.aliases import (
    aliases,
    fuller,
    in_the_end,
    joined_spans,
    joint_names,
    renamed,
    told_apart,
    without_owner,
)
from showstatus.reader.titles.candidates import COUNTRY, Known, any_of, key_of, known_names, spans_of
from showstatus.reader.titles.entries import weigh_headings, weigh_labels, weigh_lines, weigh_slots
from showstatus.reader.titles.headlines import weigh_headline
from showstatus.reader.titles.lists import lists
from showstatus.reader.titles.marks import around, words_of_trade
from showstatus.reader.titles.people import is_nickname, is_person, owns
from showstatus.reader.titles.pool import ENOUGH, SURE, Candidate, Pool
from showstatus.reader.titles.standing import is_alone, is_cry, parts_of, shorthand, stands_out
from showstatus.reader.titles.told import weigh_cues

_AHEAD = ("genre before it", "platform owns it", "season of it")
_OF_OWNED = ("genre before it", "season of it", "news for it", "people of it before")
"""What stands before the name of somebody whose show is named behind it."""
_BEHIND = ("status behind it", "season behind it")
_OUTSTANDING = (
    "genre before it",
    "quoted",
    "season behind it",
    "season of it",
    "platform owns it",
    "headline: season behind",
)
_STANDS_AS_NAME = ("inside a sentence", "quoted", "heading", "headline", "headline: begins", "in headline and text")
SHORT = 300
"""In a text of fewer characters it tells nothing how often a name stands."""
EARLY = 3
"""The first lines of a text name what it is about."""
NEARLY = -0.9
"""The weight from which a name is a title where some show in the world bears it. Most words are some show's title: with
less, of 355 shows in the articles at hand none more was found, and single facts were told of the wrong ones."""
LIST_ROUNDS = 3
"""How often what a list tells of its members is asked anew."""
LEAST = -2.0
"""A name of less weight is not even taken where a text has no other."""
NEAR = 150
"""How many characters before and behind a candidate are looked at."""
_IN_A_PLACE = re.compile(r"(.+?) (?:in|on|at) (?!the\b)\w+(?: \w+)?$")


class TitleFinder:
    """The titles of one text."""

    def __init__(
        self,
        sentences: Sequence[Sentence],
        known: Collection[str] = (),
        listed: Callable[[str], bool] = lambda _: False,
    ) -> None:
        self.sentences = sentences
        self.pool = Pool()
        self.candidates = self.pool.candidates
        names = known_names(frozenset(known))
        self._aliases: dict[str, str] = {}
        self.lists: list[tuple[list[str], bool, bool]] = []
        joint = joint_names(sentences, names)
        self._spans = [
            (line, [] if is_section(line, below) else self._collect(line, joint, names))
            for line, below in zip_longest(sentences, sentences[1:])
        ]
        weigh_headline(self.pool, sentences)
        weigh_headings(self.pool, sentences)
        weigh_lines(self.pool, sentences)
        weigh_slots(self.pool, sentences)
        weigh_labels(self.pool, sentences)
        weigh_cues(self.pool, self._spans)
        self._mark_whole(names)
        self._aliases |= renamed(self._spans, self.candidates)
        apart = told_apart(self._spans)
        self._aliases |= {
            short: long for short, long in fuller(self._spans, self.candidates).items()
            if (short, long) not in apart and long not in self._aliases
        }  # fmt: skip
        short_forms = aliases(self.candidates, apart)
        self._aliases |= {short: long for short, long in short_forms if long not in self._aliases}
        for found in self.candidates.values():
            found.forget_light(scales.title_weights())
        self._own = {key: found.marks.copy() for key, found in self.candidates.items()}
        self.settle()
        self._drop_fragments()
        self._overrule(listed)
        self._ensure_some()
        self.accepted = {key: found for key, found in self.candidates.items() if found.accepted}
        self._form_keys = {form: key for key, found in self.accepted.items() for form in found.forms}
        for short, long in in_the_end(self._aliases, self.accepted).items():
            self._form_keys |= dict.fromkeys(self.candidates[short].forms, long)
            self.accepted.pop(short, None)
        self._pattern = any_of(self._form_keys)
        self._by_sentence = {sentence.start: spans for sentence, spans in self._spans}

    def mentions(self, sentence: Sentence) -> list[TitleMention]:
        """The titles in a sentence, in order."""
        found: list[TitleMention] = []
        matches = list(self._pattern.finditer(sentence.text)) if self._form_keys else []
        people = self._people(sentence) if matches else []
        for match in matches:
            if any(start <= match.start() and match.end() <= end for start, end in people):
                continue
            key = self._form_keys[match[0]]
            candidate = self.accepted[key]
            alone = is_alone(sentence, match)
            if candidate.everyday and not stands_out(sentence, *match.span()) and not (key.isdigit() and alone):
                continue
            end, number = shorthand(sentence.text, match.end())
            found.append(TitleMention(match.start(), end, key, candidate.title, number, alone))
        return found

    def _people(self, sentence: Sentence) -> list[tuple[int, int]]:
        """Where the names of people stand that are no titles, for a title within is theirs: “Will Chase”."""
        kept = self.accepted.keys() | self._aliases.keys()
        able = (
            (start, end, key_of(sentence.text[start:end]))
            for start, end, quoted in self._by_sentence.get(sentence.start, ()) if not quoted
        )  # fmt: skip
        return [
            (start, end) for start, end, key in able
            if key in self.candidates and self.candidates[key].person and key not in kept
            and key_of(sentence.text[start:end].replace("’", "'").rpartition("'s ")[2]) not in self.accepted
        ]  # fmt: skip

    def _collect(self, sentence: Sentence, joint: Collection[str], known: Known) -> list[tuple[int, int, bool]]:
        text = sentence.text
        spans = [without_owner(text, span, known) for span in joined_spans(text, spans_of(sentence, known), joint)]
        for start, end, quoted in spans:
            surface = text[start:end]
            if quoted and sentence.role == "body" and is_nickname(text[:start], text[end:]):
                continue
            candidate = self.pool.add(surface, marked=quoted or known.numbered(surface))
            if candidate is None:
                continue
            candidate.count += 1
            candidate.headline |= sentence.role == "headline"
            candidate.quoted |= quoted
            before, after = text[max(0, start - NEAR) : start], text[end : end + NEAR]
            beside = around(before, after, sentence, quoted)
            if not quoted and owns(surface, after):
                beside = [mark for mark in beside if mark not in _OF_OWNED]
            candidate.marks.update(beside)
            candidate.marks[sentence.role if sentence.role != "item" else "body"] += 1
            if sentence.block < EARLY:
                candidate.marks["early"] += 1
            if words_of_trade(sentence.text):
                candidate.marks["in a sentence of the trade"] += 1
            if quoted and " " not in surface:
                candidate.marks["quoted, one word"] += 1
            if known.surely(surface):
                candidate.marks["known" if " " in surface else "known, one word"] += 1
            if start > 0 and before.rstrip()[-1:] not in tuple('.!?:“"—'):
                candidate.marks["inside a sentence"] += 1
            if is_person(surface, before, after) and not quoted and not (" " in surface and surface in known):
                candidate.person = True
                candidate.marks["person"] += 1
        self.lists += lists(sentence, spans)
        return spans

    def _weigh(self) -> None:
        for candidate in self.candidates.values():
            candidate.weigh(scales.title_weights())

    def settle(self) -> None:
        """Weigh all, then again by what the first weighing told of those that a candidate is listed with."""
        for key, found in self.candidates.items():
            found.marks = self._own[key].copy()
        self._weigh()
        for _ in range(LIST_ROUNDS):
            marks = self._list_marks()
            for key, found in self.candidates.items():
                found.marks = self._own[key].copy()
                found.marks.update(marks[key])
            self._weigh()

    def _list_marks(self) -> dict[str, set[str]]:
        """What is listed with titles is likely one, what is listed with people is likely a person."""
        marks: dict[str, set[str]] = defaultdict(set)
        for keys, told, joined in self.lists:
            members = [self.candidates[key] for key in keys if key in self.candidates]
            for member in members:
                others = [other for other in members if other is not member]
                titles = sum(other.accepted for other in others)
                people = sum(other.person for other in others)
                if told:
                    marks[member.key].add("listed before or behind a status")
                if others and 2 * titles >= len(others) and (joined or len(others) > 1):
                    marks[member.key].add("listed with titles")
                if not people and any(other.weight > SURE for other in others):
                    marks[member.key].add("listed with a sure title")
                if others and 2 * people >= len(others):
                    marks[member.key].add("listed with people")
                if others and not people and not member.person:
                    marks[member.key].add(f"listed without people: {min(len(others) + 1, 4)}")
                    if "in a sentence of the trade" in member.marks:
                        marks[member.key].add("listed without people in a sentence of the trade")
        quotes = sum(found.accepted and found.quoted for found in self.candidates.values())
        for key, found in self.candidates.items():
            nobody = not found.person and found.marks.keys().isdisjoint(("first name", "part of a person's name"))
            if nobody and "in a sentence of the trade" in found.marks:
                marks[key].add("nobody, in a sentence of the trade")
            if nobody and "heading" in found.marks and found.count > 1:
                marks[key].add("nobody, in heading and text")
            if not found.quoted and quotes > 1:
                marks[key].add("no quotes, where titles have them")
            if not found.quoted and not quotes:
                marks[key].add("no quotes, as nothing has")
        return marks

    def _mark_whole(self, known: Known) -> None:
        """The marks that only the whole text gives: how often a name stands there, and within which others."""
        body = " ".join(sentence.text for sentence in self.sentences)
        small = set(re.findall(r"(?<![\w’'-])[a-z][a-z'’-]+", body))
        people = {word for found in self.candidates.values() if found.person for word in found.key.split()}
        longer = {part for found in self.candidates.values() for part in parts_of(found.key)}
        for found in self.candidates.values():
            times = 5 if found.count > 4 else 3 if found.count > 2 else min(found.count, 2)
            found.marks[f"named: {times}" if len(body) > SHORT else "short text"] += 1
            if found.marks["other work"] >= found.count > 0:
                found.marks["only other work"] += 1
            if found.marks["in passing"] >= found.count > 0:
                found.marks["only in passing"] += 1
            if found.everyday and any(mark in found.marks for mark in _OUTSTANDING):
                found.marks["everyday word that stands out"] += 1
            nowhere = found.key in known.keys and {"known", "known, one word"}.isdisjoint(found.marks)
            if nowhere and (found.key != "us" or any(known.surely(form) for form in found.forms)):
                found.marks["known" if " " in found.key else "known, one word"] += 1
            if "known, one word" in found.marks:
                if found.key in small:
                    found.marks["known, an everyday word"] += 1
                if found.marks.keys().isdisjoint(_STANDS_AS_NAME):
                    found.marks["known, only where sentences begin"] += 1
            if found.key in longer:
                found.marks["part of another name"] += 1
            if " " not in found.key and found.key in small:
                found.marks["small elsewhere"] += 1
            if " " not in found.key and found.key in people:
                found.marks["part of a person's name"] += 1

    def _overrule(self, listed: Callable[[str], bool]) -> None:
        """What needs no weighing: books are no shows; known names are, and what is marked on both sides.

        A name that is `listed`, as that of some show in the world, is a title where little speaks against it.
        """
        for found in self.candidates.values():
            both = any(mark in found.marks for mark in _AHEAD) and any(mark in found.marks for mark in _BEHIND)
            if found.marks["other work"] >= found.count > 0:
                found.weight = -SURE
            elif both or "known" in found.marks:
                found.weight = max(found.weight, ENOUGH)
            elif NEARLY <= found.weight < ENOUGH and not (found.person or found.everyday) and listed(found.title):
                found.weight = ENOUGH

    def _ensure_some(self) -> None:
        """A text speaks of some show: where no title is told by its marks, the likeliest name is taken."""
        found = list(self.candidates.values())
        headline = any(other.headline for other in found)
        if any(other.accepted and (other.headline or not headline) for other in found):
            return
        able = [
            other for other in found
            if not (other.everyday or other.person or is_cry(other.title))
            and other.weight >= LEAST and (other.headline or other.count > 2)
        ]  # fmt: skip
        if able:
            max(able, key=lambda other: (other.headline, other.weight, other.count)).weight = SURE

    def _placed(self, found: Candidate) -> Candidate | None:
        """The name that is told to be made or on somewhere: “Salt Road in Dublin”, of a name that is more frequent."""
        if found.quoted or "known" in found.marks:
            return None
        at = _IN_A_PLACE.match(found.key)
        return self.candidates.get(at[1]) if at else None

    def _drop_fragments(self) -> None:
        """What only occurs inside a longer title is none itself; a country behind a title is no part of it."""
        for found in list(self.candidates.values()):
            placed = self._placed(found)
            shorter = placed or self.candidates.get(COUNTRY.sub("", found.key))
            if shorter is None or shorter is found or shorter.everyday:
                continue
            as_good = placed is not None and placed.accepted and placed.count == found.count
            if as_good or shorter.count > found.count or (shorter.headline and not found.headline):
                shorter.weight += found.weight
                shorter.headline |= found.headline
                found.weight = -SURE
