"""Which words are titles of shows? Told from the text's own marks, and from the names a registry knows.

Every run of capitalised words and everything in quotation marks is a candidate; what stands around its occurrences
weighs for or against it (`_AROUND`). What reaches `ENOUGH` is a title wherever it occurs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from showstatus.names import fold, without_article
from showstatus.reader import lexicon
from showstatus.reader.numbers import CARDINAL, ORDINAL, season_mentions
from showstatus.reader.sentences import Sentence
from showstatus.reader.times import date_mentions

ENOUGH = 3
"""The weight from which a candidate is a title."""
SURE = 5
"""The weight that an everyday word (You, Time, See) or the name of a person needs."""
_WORD = r"(?:(?:[A-Z]\.){2,}[A-Z]?\b\.?|[A-Z0-9][\w&+*’'-]*(?:\.[A-Z]\b\.?)*|[A-Z]\.)"
_LINK = r"(?:of\ the|of|the|to\ the|in\ the|on\ the|a|an|in|on|to|vs\.?|&|\+|with\ the|for\ the)"
_RUN = re.compile(
    rf"(?<![\w’'@#]){_WORD}(?:(?:\ {_LINK})*\ {_WORD}|:\ (?=[A-Z0-9]){_WORD}|\ [-–]\ (?=The\ ){_WORD}|\ [+&]\ {_WORD}|(?<=\w)!\ (?={_WORD})|\ (?:{_LINK}\ )+{_WORD})*",
    re.VERBOSE,
)
_QUOTED = re.compile(r"[“\"]([^“”\"]{1,80}?)[”\"]|(?<![\w’'])[‘']((?:[^‘’']|[’'](?=\w)){1,80}?)[’'](?![\w])")
_SMALL = frozenset("a an and as at but by for from in into is nor of off on or over per so than the to up upon via vs with yet & + my de la".split())
_STATUS = (
    r"renew(?:ed|s|al)?|cancel(?:l?ed|s|lation)?|axed?|axes|sav(?:ed|es)|revived|scrapped|picked up|picks up|greenlit|orders|ordered"
    r"|recommissioned|ends|ended|returns?|returning|scores|lands|gets|nabs|rescued|bags"
)
_HEADLINE_LEFT = re.compile(
    rf"^(?P<title>.+?)(?:['’]s)?,? (?:(?:has|have|is|are|was|will|won['’]t|to|gets?|officially|finally|not|going|be|been|set|just|at|a|for|the|could|might|may|may be|its|already|never)\s)*?"
    rf"(?:{_STATUS}|season|series \d|series {CARDINAL}\b|{ORDINAL} season|final season|coming back|back for|be back|on its way|not coming|sets|lands|premiere|release date|cancellation|renewal|finale|cast|to (?:end|return|star|conclude)|ending|moves|lives)\b",
    re.IGNORECASE,
)
_HEADLINE_RIGHT = re.compile(
    r"\b(?:renews?|renewed|cancels?|cancel(?:l)?ed|axes|axe|saves?|orders?|picks? up|revives?|brings? back|scraps|greenlights|pulls the plug on|recommissions|more of|any more of|rescues|drops|resurrects|season of|series of|\d of|ends|passes on)\s+(?:hit |hit sitcom |sitcom |drama |comedy |the |series |soap |show )*(?P<title>[A-Z0-9‘'“\"].+?)(?=\s+(?:for|after|at|as|with|because|following|despite|early|amid|on|by|ahead|to|through|–|—|-)\s|[,:;?!]|\s[–—-]\s|$)"
)
_COUNTRY = re.compile(r" (?:usa|us|uk|australia|canada|india)$")
_MARKS = " '\"“”‘’"
_PLAIN_HEADLINE = re.compile(r"(?i)['’”\"]?,? (?:season|series) (?:\d|[a-z]+)\b|['’”\"]? renewed for|['’”\"]? cancell?ed (?:at|by|after)")
_STRIP = re.compile(
    r"^(?:(?:is|has|will|when|why|did|does|how|what|are|breaking|exclusive|official|confirmed|it['’]s official|update|report|more|yes|no|they|sorry|goodbye|good news)\b[,:!]?\s+)+", re.IGNORECASE
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


def key_of(title: str) -> str:
    """What titles are compared by: folded, without an article before it."""
    return without_article(fold(title))


class TitleFinder:
    """The titles of one text."""

    def __init__(self, sentences: Sequence[Sentence], known: Collection[str] = ()) -> None:
        self.sentences = sentences
        self.candidates: dict[str, Candidate] = {}
        self._known = _any_of([name for name in known if _tells(name)])
        self._lists: list[tuple[list[str], bool, bool]] = []
        for sentence in sentences:
            self._collect(sentence)
        self._weigh_headline()
        self._weigh_headings()
        self._weigh_labels()
        self._weigh_lists()
        for candidate in self.candidates.values():
            candidate.weight += 0.5 * min(candidate.count, 4) if candidate.count > 1 else 0
        self._drop_fragments()
        self._ensure_headline()
        self.accepted = {key: found for key, found in self.candidates.items() if found.accepted}
        self._pattern = _any_of([form for found in self.accepted.values() for form in found.forms])
        self._form_keys = {form: key for key, found in self.accepted.items() for form in found.forms}

    def mentions(self, sentence: Sentence) -> list[TitleMention]:
        """The titles in a sentence, in order."""
        found = []
        for match in self._pattern.finditer(sentence.text) if self._form_keys else ():
            key = self._form_keys[match[0]]
            candidate = self.accepted[key]
            if candidate.everyday and not _stands_out(sentence, match.start(), match.end()):
                continue
            shorthand = re.match(r"['’”\"]? (\d{1,2})(?![\d:%]|st|nd|rd|th|[ -](?:episodes?|years?|days?|million|more))", sentence.text[match.end() :])
            end, number = match.end(), None
            if shorthand and sentence.text[match.end() : match.end() + 1] == " ":
                end, number = match.end() + shorthand.end(), int(shorthand[1])
            found.append(TitleMention(match.start(), end, key, candidate.title, number, _alone(sentence, match)))
        return found

    def _collect(self, sentence: Sentence) -> None:
        text = sentence.text
        spans = _spans(sentence, self._known)
        for start, end, quoted in spans:
            surface = text[start:end]
            candidate = self._candidate(surface)
            if candidate is None:
                continue
            if self._known.fullmatch(surface):
                candidate.weight = max(candidate.weight, ENOUGH)
            candidate.count += 1
            candidate.headline |= sentence.role == "headline"
            candidate.weight += _around(text[:start], text[end:], sentence, quoted)
            if _is_person(surface, text[:start], text[end:]) and not quoted:
                candidate.person = True
        self._lists += _lists(sentence, spans)

    def _candidate(self, surface: str) -> Candidate | None:
        key = key_of(surface)
        if not key or len(surface) > 80 or re.match(r"\d+-[a-z]", surface):
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
        text = self.sentences[0].text
        body = "\n".join(sentence.text for sentence in self.sentences[1:])
        for pattern, left in ((_HEADLINE_LEFT, True), (_HEADLINE_RIGHT, False)):
            for match in pattern.finditer(text):
                surface = self._in_headline(match["title"], body, left=left)
                plain = left and _PLAIN_HEADLINE.match(text[match.end("title") :]) and _STRIP.sub("", match["title"]).strip(_MARKS)
                surface = surface or (plain if plain and _title_case(plain) else None)
                candidate = self._candidate(surface) if surface else None
                if candidate is not None:
                    candidate.weight += 3
                    candidate.headline = True
        colon = re.match(r"([^:?!|]{1,60}?): (?=.*(?i:season|series|renew|cancel|release|return|what we know|everything|axe|ending|coming back))", text)
        if colon and _title_case(colon[1].strip(_MARKS)) and len(colon[1].split()) <= 7 and not season_mentions(colon[1]):
            candidate = self._candidate(_STRIP.sub("", colon[1].strip(_MARKS)))
            if candidate is not None and not candidate.everyday:
                candidate.weight += ENOUGH
                candidate.headline = True
        for match in re.finditer(r"([A-Z][\w'’&-]*(?: [A-Z][\w'’&-]*){0,5}) (\d{1,2})(?=,|;|:| and | is | are |$| [A-Z])", text):
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
            piece = " ".join(words[cut:] if left else words[: len(words) - cut]).strip(_MARKS).removesuffix("'s").removesuffix("’s")
            if not piece or not (piece[0].isupper() or piece[0].isdigit()) or lexicon.words().platforms.fullmatch(piece):
                continue
            inside = re.search(rf"(?<!\w){re.escape(piece)}(?!\w)", body)
            known = self.candidates.get(key_of(piece))
            if known is not None and (" " in piece or not known.everyday):
                return piece
            if inside and (len(piece.split()) > 1 or not key_of(piece) in lexicon.words().never_titles) and _title_case(piece):
                return piece
        return None

    def _weigh_headings(self) -> None:
        """Short lines that name nothing else, above a paragraph or below a verdict, are the entries of a list."""
        entries = []
        verdict = False
        for sentence, following in zip(self.sentences, [*self.sentences[1:], None], strict=True):
            if _VERDICT.match(sentence.text):
                verdict = True
                continue
            verdict = verdict and sentence.role in ("heading", "item")
            above = following is not None and following.role in ("body", "item")
            if sentence.role in ("heading", "item") and not sentence.asks and (verdict or (above and sentence.role == "heading")):
                surface = _entry(sentence.text)
                folded = fold(surface).split()
                if " as " in surface and not verdict:
                    continue
                if not surface or not folded or set(folded) & lexicon.words().section_words or len(folded) > 9:
                    continue
                entries.append(surface)
        labelled = [m[1] for s in self.sentences if s.role in ("body", "item") and (m := _ENTRY_LABEL.match(s.text)) and _title_case(m[1])]
        if len(labelled) > 1:
            entries += [label for label in labelled if not set(fold(label).split()) & lexicon.words().section_words]
        for surface in entries:
            candidate = self._candidate(surface)
            if candidate is not None and (_title_case(surface) or candidate.count):
                candidate.count += 1
                candidate.weight += 4 if len(entries) > 1 else 2

    def _weigh_labels(self) -> None:
        """What stands behind a label such as “RENEWED:” is titles."""
        for sentence in self.sentences[1:]:
            match = _LABEL.match(sentence.text)
            if match is None:
                continue
            for piece in re.split(r"[,;]\s+", match["rest"]):
                surface = _entry(piece)
                if surface and _title_case(surface):
                    candidate = self._candidate(surface)
                    if candidate is not None:
                        candidate.count += 1
                        candidate.weight += 5

    def _weigh_lists(self) -> None:
        """What is listed with titles is a title, what is listed with people is a person."""
        for keys, _, _ in self._lists:
            members = [self.candidates[key] for key in keys if key in self.candidates]
            people = [member for member in members if member.person]
            if 2 * len(people) >= len(members):
                for member in members:
                    member.person = member.person or (" " in member.key and member.weight < ENOUGH)
        for _ in range(2):
            for keys, sealed, joined in self._lists:
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
        able = [found for found in self.candidates.values() if found.headline and not found.everyday and (found.weight > 0 or not found.person)]
        if able:
            best = max(able, key=lambda found: (not found.person, found.weight, found.count))
            best.weight = SURE

    def _drop_fragments(self) -> None:
        """A candidate that only ever occurs inside a longer title is none itself; a country behind one is no part of it."""
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


def _any_of(forms: Collection[str]) -> re.Pattern[str]:
    """Any of these as whole words, the longest first; of nothing, what is never found."""
    options = "|".join(re.escape(form).replace("'", "['’]") for form in sorted(forms, key=len, reverse=True))
    return re.compile(rf"(?<![\w])(?:{options})(?!\w|['’]t)" if options else r"(?!)")


def _tells(name: str) -> bool:
    """Whether a known title can be told from other words by itself: of several words, or a rare one."""
    return " " in name.strip() and key_of(name).count(" ") > 0


def _spans(sentence: Sentence, known: re.Pattern[str] | None = None) -> list[tuple[int, int, bool]]:
    """The candidates of a sentence: in quotation marks, then runs of capitalised words between other mentions."""
    text = sentence.text
    spans: list[tuple[int, int, bool]] = []
    for match in _QUOTED.finditer(text):
        group = 1 if match[1] is not None else 2
        start, end = match.span(group)
        inner = match[group].rstrip(",. ")
        if _title_case(inner):
            spans.append((start, start + len(inner), True))
    for match in known.finditer(text) if known is not None else ():
        if all(match.end() <= s or match.start() >= e for s, e, _ in spans):
            spans.append((match.start(), match.end(), False))
    blocked = [(s, e) for s, e, _ in spans]
    if sentence.role == "headline" or (sentence.role == "heading" and sentence.asks):
        return spans
    blocked += [(m.start, m.end) for m in season_mentions(text)]
    blocked += [(m.start, m.end) for m in date_mentions(text) if re.search(r"\d", m.text) or m.text[0].islower()]
    blocked += [match.span() for match in lexicon.words().platforms.finditer(text)]
    masked = list(text)
    for start, end in blocked:
        masked[start:end] = ["|"] * (end - start)
    for match in _RUN.finditer("".join(masked)):
        spans += [(start, end, False) for start, end in _trimmed(text, match.start(), match.end(), sentence)]
    return sorted(spans)


def _trimmed(text: str, start: int, end: int, sentence: Sentence) -> list[tuple[int, int]]:
    """A run without the function words it begins with, split where one belongs to a person."""
    surface = text[start:end]
    owner = re.match(r"((?:[A-Z][\w.]+ ){1,2}[A-Z]\w+)['’]s? (?=[A-Z0-9])", surface)
    if owner and owner[1].split()[0].lower() in lexicon.words().first_names:
        return [(start + len(owner[0]), end)]
    words = surface.split(" ")
    if start == 0 or text[:start].rstrip()[-1:] in tuple(".!?:•|—–\"“"):
        while len(words) > 1 and words[0].lower() in lexicon.words().openers:
            start += len(words[0]) + 1
            words = words[1:]
            while len(words) > 1 and words[0].islower():
                if words[0] == "the":
                    break
                start += len(words[0]) + 1
                words = words[1:]
        alone = words[0].lower()
        if len(words) == 1 and start == 0 and (alone in lexicon.words().never_titles or alone.endswith(("ing", "ly"))):
            return []
    surface = text[start:end]
    for tail in ("'s", "’s", "'", "’", "-"):
        if surface.endswith(tail):
            end -= len(tail)
            break
    after = text[end : end + 2]
    if len(after) == 2 and after[0] in "!?" and after[1] in ",;)'’ " and not re.match(r"[!?] [A-Z]|[!?] ?$", text[end : end + 3]):
        end += 1
    return [(start, end)] if end > start else []


def _title_case(text: str) -> bool:
    """Whether all words but small ones begin with a capital or a digit."""
    words = [word.strip("“”\"'‘’(),.!?:") for word in text.split()]
    words = [word for word in words if word]
    if not words or len(words) > 10 or not (words[0][0].isupper() or words[0][0].isdigit()):
        return False
    return all(not word[0].islower() or word.lower() in _SMALL for word in words)


_PLATFORM_OWNS = r"['’]s? (?:[\w-]+ ){0,3}$"
_NOUN_AFTER = re.compile(
    rf"^(?:['’]s?)?[”\"’']?,?\s\(?(?:[Ss](?:eason|eries)\ (?:{CARDINAL}|premiere|finale|opener|return)|S\d\b|(?:{ORDINAL})\ (?:and\ (?:final|last)\ )?(?:\w+\ )?(?:season|series|run|outing)"
    r"|(?:upcoming|forthcoming|final|last|next|new|debut)\ (?:\w+\ )?(?:season|series)|renewal|cancellation|spin-?off|reboot|revival|prequel|finale|showrunner)",
    re.VERBOSE | re.IGNORECASE,
)
_STATUS_AFTER = re.compile(
    r"^[”\"’']?[?!]?(?:, [^,;]{3,70},|,)?(?: (?:which|that|who))? (?:(?:has|have|had|is|are|was|were|will|would|has not|hasn['’]t|isn['’]t|won['’]t|been|be|being|not|also|already|officially|both|all|now|just|finally|gets?|got|to|on|its|yet)\s)+?"
    r"(?:renewed|recommissioned|cancel|axed|scrapped|saved|rescued|resurrected|revived|given|handed|picked up|back\b|return|com(?:e|ing) back|ending|ended|safe\b|greenlit|concluded|pulled|dropped|ordered|coming to an end|another season|in limbo|on the bubble|way back|(?:a |an )?(?:\w+ )?(?:season|series)\b)",
    re.IGNORECASE,
)
_BARE_STATUS = re.compile(
    r"^[”\"’']?,? (?:\w+ly )?(?:returns?|premieres?|premiered|debuts?|debuted|aired|airs|renewed|cancell?ed|axed|scored|bows|ended|wrapped|concluded|launched|moves|joins|goes on|bowed out|starts? filming|began filming|kicks off)\b",
    re.IGNORECASE,
)
_CASTED_AFTER = re.compile(r"^['’]s? (?:[\w-]+ ){0,3}(?:fans|creator|showrunner|cast|star|stars|finale|premiere|fate|future|renewal|cancellation|return|run)\b")
_OF_BEFORE = re.compile(
    rf"\b(?:(?P<strong>(?:seasons?|series)(?: (?:{CARDINAL}))?(?:(?:,| and|-|, and) (?:{CARDINAL}))*|S\d|runs?|instal?lments?|helping|renewals?|cancell?ation|episodes|premiere|finale|return|fate|future|more|another|makers|production|(?:confirmed|way|green light|go-ahead|run|up|back|orders?|pickup|line|road|plug|due|made|good news|bad news|return) (?=for))|cast|stars?|fans|creator|creators|writer|version|reboot|revival) ?(?:of|for|to) (?:[\w-]+ ){{0,3}}?[‘'“\"]?$",
    re.IGNORECASE,
)
_VERB_BEFORE = re.compile(
    r"\b(?:renew(?:s|ed|ing)?|cancel(?:s|l?ed|l?ing)?|ax(?:e|es|ed|ing)|sav(?:e|es|ed|ing)|reviv(?:e|es|ed|ing)|picks? up|picked up|order(?:s|ed)|greenlit|recommission(?:s|ed)|scrap(?:s|ped)|dropped|rescued|pull(?:s|ed|ing) the plug on|bring(?:s|ing) back|brought back|re-?upped|joins?|wrapped)(?: the| its| hit| drama| comedy| series| sitcom)* [‘'“\"]?$",
    re.IGNORECASE,
)
_TRADE = re.compile(
    r"(?i)\b(?:seasons?|series|shows?|renew|cancel|axe|episodes?|return|filming|shoot|network|drama|comedy|premiere|streaming|spin-?off)"
)
_LIST_STATUS = re.compile(
    r"^[”\"’']?,? (?:[\w’'-]+,? ){0,4}?(?:renewed|recommissioned|cancell?ed|axed|scrapped|saved|back|returning|return|coming back|ending|safe|renewals?|in limbo|on the bubble|get|are here|come back|pick(?:ed)? up)\b"
)
_VERDICT = re.compile(
    r"(?i)^\W*(?:officially |definitely |shows? |already |still )?(?:renewed|cancell?ed|ended|ending|axed|pending|picked up|saved|returning|final seasons?|on the bubble|undecided|in limbo|awaiting|to be determined|waiting|safe|gone|out|staying|revived|concluded)"
    r"(?:[ /]*(?:and|or|/)[ /]*\w+)?(?: (?:shows?|series|dramas|comedies|so far|for \S+|this year|at \w+))*\W*$"
)
_ENTRY_LABEL = re.compile(r"^[“\"‘']?([A-Z0-9][^:.!?]{0,50}?)[”\"’']?(?::| [–—-]) (?=[A-Z])")
_LABEL = re.compile(
    r"^\s*(?:status\s*[:–—-]\s*)?(?:renewed|cancell?ed|ended|ending|axed|pending|picked up|saved|returning|final season|new|on the bubble|renewal|cancellation)\s*[:–—-]\s*(?P<rest>.+)$", re.IGNORECASE
)
_OTHER_KIND = re.compile(
    r"(?i)\b(?:novels?|books?|films?|movies?|comics?|manga|play|video ?game|game|podcast|memoir|short story|song|album|bestseller|graphic novels?)(?: series| of the same name| by [A-Z]\w+ [A-Z]\w+| called| titled|,)? [‘'“\"]?$"
)
_APPOSITION = re.compile(r"^[”\"’']?, (?:the|a|an|its|his|her|which|about|[A-Z]\w+['’]s)\b([^,.;]{0,60})")


def _around(before: str, after: str, sentence: Sentence, quoted: bool) -> float:
    """What stands around an occurrence says for it."""
    weight = 0.0
    if quoted:
        weight = 3.0 if _TRADE.search(before) or _TRADE.search(after) else 2.0
    if _NOUN_AFTER.match(after):
        weight += 4
    if _STATUS_AFTER.match(after):
        weight += 3
    elif _BARE_STATUS.match(after):
        weight += 3 if " " in before[-1:] or not before else 2
    if _CASTED_AFTER.match(after):
        weight += 1
    owned = lexicon.words().platforms.search(before[-60:])
    tail = before[-70:]
    if owned and re.search(_PLATFORM_OWNS, tail) and re.search(lexicon.words().platforms.pattern + _PLATFORM_OWNS, tail):
        weight += 3
    genre = re.search(rf"(?:{lexicon.words().genres.pattern})s? (?:called |titled |of )?[‘'“\"]?$", tail, re.IGNORECASE)
    if genre:
        weight += 4
    of = _OF_BEFORE.search(tail)
    if of:
        weight += 3 if of["strong"] else 1.5
    if _VERB_BEFORE.search(tail):
        weight += 3
    if re.search(r"(?i)\b(?:along with|joined by|join(?:s|ing)?(?: the previously renewed)?|as (?:is|are|will)|another)(?: be)?:? [‘'“\"]?$", tail):
        weight += 2
    if _OTHER_KIND.search(tail):
        weight -= 4
    if re.search(r"(?i)\b(?:as|named|called|plays|playing|portrays) (?:the )?$", tail) and not genre:
        weight -= 3
    apposed = _APPOSITION.match(after)
    if apposed and lexicon.words().genres.search(apposed[1]):
        weight += 3
    if sentence.role == "headline" and quoted:
        weight += 1.5
    if re.match(rf"^[”\"’']? \((?:{lexicon.words().platforms.pattern}|[Ss]eason|[Ss]eries|[Rr]enew|[Cc]ancel)", after):
        weight += 4
    return weight


def _is_person(surface: str, before: str, after: str) -> bool:
    words = surface.split()
    named = 2 <= len(words) <= 4 and words[0].lower() in lexicon.words().first_names and not any(w.islower() for w in words)
    told = bool(re.search(
        r"(?i)\b(?:stars?|actors?|actress|creators?|showrunners?|producers?|directors?|writers?|comedian|host|presenter|by|boss|chief|president|played by|starring|opposite|mr|ms|mrs|dr)\.? $", before[-40:]
    )) and 2 <= len(words) <= 3
    speaks = bool(re.match(r"^(?:,? (?:who|said|says|told|tells|plays|played|stars|tweeted|wrote|explained|added|reveals|will play|as [A-Z])| \([A-Z][a-z]+)", after)) and len(words) in (1, 2, 3)
    return named or told or (speaks and len(words) > 1)


def _lists(sentence: Sentence, spans: list[tuple[int, int, bool]]) -> list[tuple[list[str], bool, bool]]:
    """The candidates that are listed with each other (“A, B and C”), and whether the list is said to be renewed or so."""
    groups: list[tuple[list[str], int, int]] = []
    last = None
    for start, end, _ in spans:
        key = key_of(sentence.text[start:end])
        if last is not None and _JOINED.fullmatch(sentence.text[last:start]):
            groups[-1] = ([*groups[-1][0], key], groups[-1][1], end)
        else:
            groups.append(([key], start, end))
        last = end
    return [
        (keys, bool(_LIST_STATUS.match(sentence.text[end:]) or _VERB_BEFORE.search(sentence.text[max(0, start - 70) : start])), bool(re.search(r"\b(?:and|&)\b", sentence.text[start:end])))
        for keys, start, end in groups
        if len(keys) > 1
    ]


_JOINED = re.compile(
    r"[”\"’']?(?: \(?[^(),;.]{1,25}\))?(?: ?[,;/|] (?:and |plus |along with |as well as |then )?| (?:and|&|or|plus|along with|as well as) )"
    r"(?:(?:[a-z-]+ ){0,3}|(?:[A-Z]\w+ )?[A-Z]\w+['’]s )[‘'“\"]?"
)


def _entry(text: str) -> str:
    """The title in the heading of an entry: without number, quotation marks, platform and season behind it."""
    text = re.sub(r"^\s*(?:#?\d{1,3}[.):]\s+)", "", text).strip()
    for match in _QUOTED.finditer(text):
        if _title_case(match[1] or match[2]):
            return (match[1] or match[2]).rstrip(",. ")
    text = re.sub(r"\s*[(\[][^)\]]*[)\]]\s*$", "", text)
    text = re.split(r"\s+[–—|-]\s+(?!The\b)|,\s+(?:[Ss]eason|[Ss]eries)\b|:\s+(?:[Ss]eason|[Ss]eries|[Rr]enew|[Cc]ancel)", text)[0]
    text = re.sub(r"\s+(?:[Ss]eason|[Ss]eries)\s+\w+$", "", text)
    return text.strip(" '\"“”‘’:-–—")


def _alone(sentence: Sentence, match: re.Match[str]) -> bool:
    if match.start() <= 1 and sentence.role in ("body", "item") and _ENTRY_LABEL.match(sentence.text):
        return bool(re.match(r"[”\"’']?(?::| [–—-]) ", sentence.text[match.end() :]))
    rest = sentence.text[: match.start()] + sentence.text[match.end() :]
    return sentence.role in ("heading", "item") and len(re.findall(r"\w+", rest)) <= 6


def _stands_out(sentence: Sentence, start: int, end: int) -> bool:
    """Whether an everyday word is a title here: not at the beginning of its sentence, or with a mark of its own."""
    before, after = sentence.text[:start], sentence.text[end:]
    if sentence.role == "headline" and start == 0:
        return True
    if _around(before, after, sentence, quoted=before[-1:] in tuple("'\"“‘")) >= 2:
        return True
    return bool(before.strip()) and before.rstrip()[-1:] not in tuple(".!?:“\"—") and sentence.role != "headline"
