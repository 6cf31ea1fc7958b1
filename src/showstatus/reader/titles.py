"""Which words are titles of shows? Told from the text's own marks, and from the names a registry knows.

Every run of capitalised words and everything in quotation marks is a candidate; what stands around its occurrences
weighs for or against it (`_AROUND`). What reaches `ENOUGH` is a title wherever it occurs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from showstatus.names import fold
from showstatus.reader import lexicon
from showstatus.reader.candidates import any_of, key_of, lists, spans_of, tells, title_case
from showstatus.reader.numbers import CARDINAL, ORDINAL, season_mentions
from showstatus.reader.sentences import Sentence
from showstatus.reader.title_marks import ENTRY_LABEL, LABEL, STATUS_LINE, VERDICT, around, entry, is_person

NEAR = 150
"""How many characters before and behind a candidate are looked at."""
ENOUGH = 3
"""The weight from which a candidate is a title."""
SURE = 5
"""The weight that an everyday word (You, Time, See) or the name of a person needs."""
_STATUS = (
    r"renew(?:ed|s|al)?|cancel(?:l?ed|s|lation)?|axed?|axes|sav(?:ed|es)|revived|scrapped|picked up"
    r"|picks up|greenlit|orders|ordered"
    r"|recommissioned|ends|ended|returns?|returning|scores|lands|gets|nabs|rescued|bags"
)
_HEADLINE_LEFT = re.compile(
    rf"^(?P<title>.+?)(?:['’]s)?,? (?:(?:has|have|is|are|was|will|won['’]t|to|gets?|officially|finally"
    rf"|not|going|be|been|set|just|at|a|for|the|could|might|may|may be|its|already|never)\s)*?"
    rf"(?:{_STATUS}|season|series \d|series {CARDINAL}\b|{ORDINAL} season|final season|coming back"
    rf"|back for|be back|on its way|not coming|sets|lands|premiere|release date|cancellation|renewal"
    rf"|finale|cast|to (?:end|return|star|conclude)|ending|moves|lives)\b",
    re.IGNORECASE,
)
_HEADLINE_RIGHT = re.compile(
    r"\b(?:renews?|renewed|cancels?|cancel(?:l)?ed|axes|axe|saves?|orders?|picks? up|revives?"
    r"|brings? back|scraps|greenlights|pulls the plug on|recommissions|more of|any more of|rescues"
    r"|drops|resurrects|season of|series of|\d of|ends|passes on)\s+(?:hit |hit sitcom |sitcom "
    r"|drama |comedy |the |series |soap |show )*(?P<title>[A-Z0-9‘'“\"].+?)(?=\s+(?:for|after|at|as"
    r"|with|because|following|despite|early|amid|on|by|ahead|to|through|–|—|-)\s|[,:;?!]|\s[–—-]\s|$)"
)
_COUNTRY = re.compile(r" (?:usa|us|uk|australia|canada|india)$")
_MARKS = " '\"“”‘’"
_PLAIN_HEADLINE = re.compile(
    r"(?i)['’”\"]?,? (?:season|series) (?:\d|[a-z]+)\b|['’”\"]? renewed for|['’”\"]? cancell?ed (?:at|by|after)"
)
_STRIP = re.compile(
    r"^(?:(?:is|has|will|when|why|did|does|how|what|are|breaking|exclusive|official|confirmed"
    r"|it['’]s official|update|report|more|yes|no|they|sorry|goodbye|good news)\b[,:!]?\s+)+",
    re.IGNORECASE,
)


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


@dataclass(slots=True)
class Candidate:
    """A possible title, with its weight so far."""

    key: str
    forms: dict[str, int]
    weight: float = 0
    person: bool = False
    everyday: bool = False
    headline: bool = False
    count: int = 0

    @property
    def accepted(self) -> bool:
        """Whether it is a title."""
        return self.weight >= (SURE if self.person or self.everyday else ENOUGH)

    @property
    def title(self) -> str:
        """How it is written most often; a longer way where two are as frequent."""
        return max(self.forms, key=lambda form: (self.forms[form], len(form)))


class TitleFinder:
    """The titles of one text."""

    def __init__(self, sentences: Sequence[Sentence], known: Collection[str] = ()) -> None:
        self.sentences = sentences
        self.candidates: dict[str, Candidate] = {}
        self._known = any_of([name for name in known if tells(name)])
        self.lists: list[tuple[list[str], bool, bool]] = []
        for sentence in sentences:
            self._collect(sentence)
        self._weigh_headline()
        self._weigh_headings()
        self._weigh_labels()
        self._weigh_lists()
        for candidate in self.candidates.values():
            candidate.weight += 0.5 * min(candidate.count, 4) if candidate.count > 1 else 0
            candidate.weight += 1 if candidate.key.count(" ") > 1 and not candidate.person else 0
        self._drop_fragments()
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
            candidate = self._candidate(surface)
            if candidate is None:
                continue
            if self._known.fullmatch(surface):
                candidate.weight = max(candidate.weight, ENOUGH)
            candidate.count += 1
            candidate.headline |= sentence.role == "headline"
            candidate.weight += around(text[max(0, start - NEAR) : start], text[end : end + NEAR], sentence, quoted)
            if is_person(surface, text[max(0, start - NEAR) : start], text[end : end + NEAR]) and not quoted:
                candidate.person = True
        self.lists += lists(sentence, spans)

    def _candidate(self, surface: str) -> Candidate | None:
        key = key_of(surface)
        if (
            not key
            or len(surface) > 80
            or lexicon.words().platforms.fullmatch(surface)
            or re.match(r"\d+-[a-z]", surface)
        ):
            return None
        if re.fullmatch(r"[\d\W]+s?", surface) and not re.fullmatch(r"\d-\d-\d", surface):
            return None
        candidate = self.candidates.get(key)
        if candidate is None:
            folded = surface.lower()
            everyday = folded in lexicon.words().never_titles or len(key) < 2 or folded.isdigit()
            candidate = self.candidates[key] = Candidate(key, defaultdict(int), everyday=everyday)
            if any(re.search(rf"\b{re.escape(word)}\b", folded) for word in lexicon.words().not_in_titles):
                candidate.weight -= 4
        candidate.forms[surface] += 1
        return candidate

    def _weigh_headline(self) -> None:
        """A headline is in capitals throughout: it only confirms what the body or quotation marks hold."""
        if not self.sentences:
            return
        if self.sentences[0].role != "headline":
            return
        text = self.sentences[0].text
        body = "\n".join(sentence.text for sentence in self.sentences[1:])
        for pattern, left in ((_HEADLINE_LEFT, True), (_HEADLINE_RIGHT, False)):
            for match in pattern.finditer(text):
                surface = self._in_headline(match["title"], body, left=left)
                plain = (
                    left
                    and _PLAIN_HEADLINE.match(text[match.end("title") :])
                    and _STRIP.sub("", match["title"]).strip(_MARKS)
                )
                surface = surface or (plain if plain and title_case(plain) else None)
                candidate = self._candidate(surface) if surface else None
                if candidate is not None:
                    candidate.weight += 3
                    candidate.headline = True
        colon = re.match(
            r"([^:?!|]{1,60}?): (?=.*(?i:season|series|renew|cancel|release|return|what we know|everything"
            r"|axe|ending|coming back|dates?|cast))",
            text,
        )
        if (
            colon
            and title_case(colon[1].strip(_MARKS))
            and len(colon[1].split()) <= 7
            and not season_mentions(colon[1])
        ):
            pieces = re.split(r", | and | & ", colon[1]) if ", " in colon[1] else [colon[1]]
            for piece in pieces:
                candidate = self._candidate(_STRIP.sub("", piece.strip(_MARKS)))
                longer = [
                    found for key, found in self.candidates.items() if candidate and key.startswith(f"{candidate.key} ")
                ]
                if longer and candidate is not None and candidate.count == 0:  # “Star Trek: Discovery”
                    candidate = max(longer, key=lambda found: found.count)
                if candidate is not None and not candidate.everyday:
                    candidate.weight += ENOUGH if not candidate.person else SURE
                    candidate.headline = True
        for match in re.finditer(
            r"([A-Z][\w'’&-]*(?: [A-Z][\w'’&-]*){0,5}) (\d{1,2})(?=,|;|:| and | is | are |$| [A-Z])", text
        ):
            words = match[1].split()
            for first in range(len(words)):
                candidate = self.candidates.get(key_of(" ".join(words[first:])))
                if candidate is not None and not candidate.person:
                    candidate.weight += 3
                    break
        for candidate in self.candidates.values():
            if any(form in text and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) for form in candidate.forms):
                candidate.headline = True
                if not candidate.person:
                    candidate.weight += 3 if candidate.count > 1 else 2

    def _in_headline(self, phrase: str, body: str, *, left: bool) -> str | None:
        """The longest end (or beginning) of a phrase of the headline that the body has as well."""
        words = _STRIP.sub("", phrase.strip(_MARKS)).split()[-9 if left else 0 :]
        for cut in range(len(words)):
            piece = (
                " ".join(words[cut:] if left else words[: len(words) - cut])
                .strip(_MARKS)
                .removesuffix("'s")
                .removesuffix("’s")
            )
            if (
                not piece
                or not (piece[0].isupper() or piece[0].isdigit())
                or lexicon.words().platforms.fullmatch(piece)
            ):
                continue
            inside = re.search(rf"(?<!\w){re.escape(piece)}(?!\w)", body)
            known = self.candidates.get(key_of(piece))
            if known is not None and (" " in piece or not known.everyday):
                return piece
            if (
                inside
                and (len(piece.split()) > 1 or key_of(piece) not in lexicon.words().never_titles)
                and title_case(piece)
            ):
                return piece
        return None

    def _weigh_headings(self) -> None:
        """Short lines that name nothing else, above a paragraph or below a verdict, are the entries of a list."""
        entries = []
        verdict = False
        for sentence, following in zip(self.sentences, [*self.sentences[1:], None], strict=False):
            if VERDICT.match(sentence.text):
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
                if " as " in surface and not verdict:
                    continue
                if not surface or not folded or set(folded) & lexicon.words().section_words or len(folded) > 9:
                    continue
                entries.append(surface)
        labelled = [
            m[1]
            for s in self.sentences
            if s.role in ("body", "item") and (m := ENTRY_LABEL.match(s.text)) and title_case(m[1])
        ]
        if len(labelled) > 1:
            entries += [label for label in labelled if not set(fold(label).split()) & lexicon.words().section_words]
        for surface in entries:
            candidate = self._candidate(surface)
            if candidate is not None and (title_case(surface) or candidate.count):
                candidate.count += 1
                candidate.weight += 4 if len(entries) > 1 else 2

    def _weigh_labels(self) -> None:
        """What stands behind a label such as “RENEWED:” is titles."""
        for sentence in self.sentences[1:]:
            match = LABEL.match(sentence.text)
            if match is None:
                continue
            for piece in re.split(r"[,;]\s+", match["rest"]):
                surface = entry(piece)
                if surface and title_case(surface):
                    candidate = self._candidate(surface)
                    if candidate is not None:
                        candidate.count += 1
                        candidate.weight += 5

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
    if sentence.role == "headline" and start == 0:
        return True
    if around(before, after, sentence, quoted=before[-1:] in tuple("'\"“‘")) >= 2:
        return True
    return bool(before.strip()) and before.rstrip()[-1:] not in tuple('.!?:“"—') and sentence.role != "headline"
