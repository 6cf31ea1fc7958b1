"""Which stretches of a sentence could be titles: what is in quotation marks, and runs of capitalised words."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from showstatus.names import fold, without_article
from showstatus.reader import lexicon
from showstatus.reader.mentions.numbers import season_mentions
from showstatus.reader.mentions.times import date_mentions
from showstatus.reader.section_heads import labelled
from showstatus.reader.sentences import Sentence
from showstatus.reader.titles.people import is_person
from showstatus.reader.titles.trimming import CAPITAL, trimmed

_WORD = (
    r"(?:(?:La|El|Las|Los|Le|Les|Il|Una|Un)\ (?!(?:is|was|has|had|will|and|the|are|for|but|can)\b)[a-zà-ÿ]{3,}"
    r"(?:\ (?:de|del|du|des|di|y|en)\ (?:la\ |los\ |las\ )?\w+)*"
    rf"|(?:Mr|Mrs|Ms|Dr|St)\.(?=\ [{CAPITAL}])|(?:[{CAPITAL}]\.){{2,}}[{CAPITAL}]?\b\.?"
    rf"|[{CAPITAL}]\w+/[{CAPITAL}]\w+|24/7\b|[{CAPITAL}0-9][\w&+*£$€’'-]*(?::[{CAPITAL}]\w+)?(?:\.[{CAPITAL}]\b\.?)*"
    rf"|[{CAPITAL}]\.|[a-z][{CAPITAL}]\w+)"
)
_LINK = (
    r"(?:of\ the|of|the|to\ the|in\ the|on\ the|a|an|in|on|to|vs\.?|&|\+|with\ the|for\ the|at\ a|with\ an?"
    r"|no|ni|wo|wa|ga|x|de|der|den|van\ der|van|von|di|og|och|del|de\ la|de\ los|de\ las|du|des|et|und|y)"
)
_RUN = re.compile(
    rf"(?<![\w’'@#£$€]){_WORD}(?:(?:\ {_LINK})*\ {_WORD}|:\ (?=[{CAPITAL}0-9]){_WORD}|\ [-–]\ (?=The\ ){_WORD}"
    rf"|\ [+&]\ {_WORD}|(?<=\w)!\ (?={_WORD})|\ (?:{_LINK}\ )+{_WORD})*",
    re.VERBOSE,
)
QUOTED = re.compile(
    r"[“\"«„]([^“”\"«»„]{1,80}?)[”\"»“]"
    r"|(?<![\w’'])[‘']((?:[^‘’']|[’'](?=\w)|(?<=s)[’'](?= )){1,80}?)[’'](?!\w)"
    r"(?!(?<=s.)(?: [A-Z][\w-]*){1,3}[’'](?!\w))"
    r"|(?<![\w*])\*{1,2}([A-Z0-9][^*]{0,78}[^*\s])\*{1,2}(?![\w*])"
)
"""What stands in quotation marks, or between stars that make it slanted; “'Billionaires' Lair'” ends with its last."""
_SLANTED = 3
"""The group of what stands between stars."""
_OF_ANIME = re.compile(r"((?:\S+ ){1,9}?\S+) (?:TV |Television |ONA |Original )?Anime(?:['’]s)?(?= )")
"""What a headline has before the word: “Bye Bye, Earth Anime's 2nd Season Debuts” names a title with a comma."""
_TWO_NAMES = re.compile(r"(.{2,}) / (.{2,}?)")
"""What one show is called in two languages."""
Spans = list[tuple[int, int, bool]]
"""Where candidates stand in a sentence, and whether each is in quotation marks."""
_SMALL = frozenset(
    """
    a an and as at but by for from in into is nor of off on or over per so than the to up upon via vs with x yet
    & + my de la
    """.split()  # noqa: SIM905
)
VERB_BEFORE = re.compile(
    r"\b(?:(?:gone|out|up|back|safe|axed|returning|renewed"
    r"|cancell?ed) (?:is|are)|(?:come |came |falls? |fallen |fell |down )+on|(?:goodbye|farewell) to|among"
    r"|also \w+ (?:is|are)|as do(?:es)?|as (?:is"
    r"|are|will|were|was)|renew(?:s|ed|ing)?|hand(?:s|ed)|giv(?:es|en)|cancel(?:s|l?ed|l?ing)?|ax(?:e|es|ed"
    r"|ing)|sav(?:e|es|ed|ing)|reviv(?:e"
    r"|es|ed|ing)|picks? up|picked up|order(?:s|ed)|greenlit|recommission(?:s|ed)|scrap(?:s|ped)"
    r"|dropped|rescued|pull(?:s|ed|ing) the plug on|bring(?:s|ing) back|brought back|re-?upped|joins?"
    r"|wrapped)(?: the| its| hit| drama| comedy| series| sitcom)* [‘'“\"]?$"
)
"""What stands before a title, in small letters."""
_NUMBERED = re.compile(r"\d+-\d[\d-]*|\d{4}")


@lru_cache(32768)  # titles that many people know are looked up for every text
def key_of(title: str) -> str:
    """What titles are compared by: folded, without an article before it."""
    return without_article(fold(title))


def any_of(forms: Collection[str]) -> re.Pattern[str]:
    """Any of these as whole words, the longest first; of nothing, what is never found."""
    options = "|".join(re.escape(form).replace("'", "['’]") for form in sorted(forms, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?<!\w-)(?:{options})(?!\w|['’]t)" if options else r"(?!)")


SHORT_NAME = 3
"""“US” is not “Us”: names of so few letters are only known as they are written."""


class Known:
    """Titles that are known beforehand, found by how they begin."""

    def __init__(self, titles: Collection[str]) -> None:
        self.keys = {key_of(title) for title in titles}
        self.written = frozenset(titles)
        self._by_start: dict[str, list[str]] = {}
        for title in titles:
            form = title.lower().replace("’", "'")
            if " " not in form:  # a single word tells nothing by itself: it is only known where something marks it
                continue
            for way in {form, form.replace(" & ", " and "), form.replace(" and ", " & "), form.replace(": ", " - ")}:
                self._by_start.setdefault(_start(way), []).append(way)
        self._small = any_of({title.lower() for title in titles if _SMALL_BEHIND.fullmatch(title)})
        for forms in self._by_start.values():
            forms.sort(key=len, reverse=True)

    def __contains__(self, surface: str) -> bool:
        return key_of(surface) in self.keys or COUNTRY.sub("", key_of(surface)) in self.keys

    def surely(self, surface: str) -> bool:
        """Whether a name is known as it is written; “US” and “the US” are not “Us”."""
        name = _ARTICLE.sub("", surface)
        return surface in self and (len(name) > SHORT_NAME or not name.isupper() or surface in self.written)

    def numbered(self, surface: str) -> bool:
        """Whether digits are a title that is known: “9-1-1” and “1923”, but not “24”."""
        return _NUMBERED.fullmatch(surface) is not None and self.surely(surface)

    def spans(self, text: str, *, headline: bool = False) -> list[tuple[int, int]]:
        """Where titles of several words stand, the longest at each place.

        In a `headline` all words may begin with a capital, so that a title does not end with the last of them.
        """
        folded = text.lower().replace("’", "'")
        found: list[tuple[int, int]] = []
        if len(folded) != len(text):  # some letters have no small form of one character
            return found
        running = not (headline and _capitals_throughout(text))
        for match in _FIRST_WORD.finditer(text):
            start = match.start()
            if found and start < found[-1][1]:
                continue
            for form in self._by_start.get(folded[start : match.end() + _SECOND], ()):
                end = start + len(form)
                whole = not text[end : end + 1].isalnum() and not (running and _GOES_ON.match(text[end:]))
                whole = whole and not _GOES_BEFORE.search(text[max(0, start - 20) : start])
                if folded.startswith(form, start) and whole and title_case(text[start:end]):
                    country = _OF_COUNTRY.match(text, end)
                    found.append((start, country.end() if country else _subtitled(text, start, end)))
                    break
        found += [match.span() for match in self._small.finditer(text)]
        return sorted(found)


_ARTICLE = re.compile(r"^(?:The|A|An) ")
_GOES_BEFORE = re.compile(r"(?:[a-z] |^)(?:It['’]s|I['’]m|Who['’]s|What['’]s|Million Dollar) $")
"""What stands before a known title and makes a longer name of it: “It's Florida Man” is not “Florida Man”."""
_SUBTITLE = re.compile(
    rf": ((?:The |A )?[{CAPITAL}][\w’'-]+"
    rf"(?: (?:(?:of|the|and|in|to|on|from|with|a|&) ){{0,2}}[{CAPITAL}][\w’'-]+){{0,5}})"
    r"(?P<mark>[”\"’']?(?:[,.;)]|$| \())?"
)


_WHAT_IT_IS = re.compile(
    r"(?i)(?:drama|series|show|comedy|sitcom|anime|thriller|documentary|docuseries|podcast|spin-?off|prequel|sequel)"
    r" [“\"‘']?$"
)


def _subtitled(text: str, start: int, end: int) -> int:
    """Where a known title ends that may go on behind a colon: “Bondi Vet: Coast to Coast” is not “Bondi Vet”."""
    behind = _SUBTITLE.match(text, end)
    if behind is None or lexicon.words().platforms.match(behind[1]) or is_person(behind[1], "", ""):
        return end
    words = [re.sub(r"['’]\w+$", "", word) for word in behind[1].lower().split()]
    known = lexicon.words()
    if words[0] in known.openers or not known.section_words.isdisjoint(words) or words[0] in known.never_titles:
        return end
    inside = re.search(r"[a-z,’'] (?:The )?$", text[:start]) is not None
    called = _WHAT_IT_IS.search(text, max(0, start - 24), start) is not None
    return behind.end(1) if called or (inside and len(words) > 1) or (behind["mark"] is not None and start > 0) else end


_OF_COUNTRY = re.compile(r" (?:USA|US|UK|NZ|Australia|Canada|India|Ireland|New Zealand|South Africa)(?![\w’'-])")
COUNTRY = re.compile(r" (?:usa|us|uk|nz|australia|canada|india|ireland|new zealand|south africa)$")
"""“Married at First Sight NZ”: the version of a country is known where the title is."""
_SMALL_BEHIND = re.compile(r"[A-Za-z]\w+-[a-z]+")
"""“Black-ish” is written without capitals as well."""
_SECOND = 3
"""A title is looked up by its first word, and with it the space and two letters of the second."""


def _start(form: str) -> str:
    return form[: form.index(" ") + _SECOND].ljust(form.index(" ") + _SECOND)


@lru_cache(4)  # the names of a registry and those that many people know are the same for text after text
def known_names(titles: frozenset[str]) -> Known:
    """What `titles` make known."""
    return Known(titles)


_GOES_ON = re.compile(
    r" (?!(?:Season|Series|Part|Volume|Renew|Cancel|Return|Star|Finale|Premiere|Spin|Reboot|Movie|Trailer|Cast|UK|US)"
    r"|(?:I|On|In|At|Is|Has|Will|And|For|After)\b)[A-Z][a-z]+"
)
"""A name that goes on behind a known title is another name: “The Gold Room” is not “The Gold”."""
_CLOCK = re.compile(r"(?<!\w)\d{1,2}(?::\d\d)?(?:/\d{1,2}(?::\d\d)?c\b| ?[aApP]\.?[mM]\b\.?)(?: ?E[SD]?T\b)?")
_DECIDES = re.compile(
    r"(?<=\w )(?:Renews|Renewed|Cancels|Cancell?ed|Axes|Axed|Scraps|Greenlights|Delayed|Recommissions"
    r"|Revives)(?!\w)|\bEpisodes? \d+\b"
)
"""What is decided, in a line whose words all begin with a capital."""
_FIRST_WORD = re.compile(r"(?<![\w’'@#-])[A-Z0-9][^\s]*")


_LABELS, _GOES_ON_SMALL = re.compile(r"\w: $"), re.compile(r"['’]s? | [a-z]")


def spans_of(sentence: Sentence, known: Known | None = None) -> Spans:
    """The candidates of a sentence: in quotation marks, then runs of capitalised words between other mentions."""
    text = sentence.text
    spans: Spans = []
    for match in QUOTED.finditer(text):
        group = match.lastindex or 0
        inside = match[group].strip()
        if group == _SLANTED and date_mentions(inside):
            continue
        start = text.index(inside, match.start(group))
        end = start + len(inside)
        two = _TWO_NAMES.fullmatch(inside)
        if two and title_case(two[1]) and title_case(two[2]):
            spans += [(start, start + len(two[1]), True), (end - len(two[2]), end, True)]
            continue
        inner = re.sub(r"(?<=\w)(?:[,:]?(?: [-–—])? [Ss](?:eason|eries) \w+| [2-9])$", "", inside.rstrip(",. "))
        if title_case(inner) or _is_foreign(inner):
            spans.append((start, start + len(inner), True))
    anime = _OF_ANIME.match(text) if sentence.role == "headline" and not spans else None
    if anime and "," in anime[1] and title_case(anime[1]):
        spans.append((0, anime.end(1), True))
    for first, last in known.spans(text, headline=sentence.role == "headline") if known is not None else ():
        if all(last <= s or first >= e for s, e, _ in spans):
            spans.append((first, last, False))
    blocked = [(s, e) for s, e, _ in spans]
    if (sentence.role == "headline" and _capitals_throughout(text)) or (sentence.role == "heading" and sentence.asks):
        return spans
    label = labelled(sentence)
    blocked += [] if label is None else [(0, label.start("rest"))]
    blocked += [(m.start, m.end) for m in season_mentions(text)]
    blocked += [(m.start, m.end) for m in date_mentions(text) if re.search(r"[\d ]", m.text) or m.text[0].islower()]
    blocked += [match.span() for pattern in (_CLOCK, _DECIDES) for match in pattern.finditer(text)]
    blocked += [
        (start, end) for start, end in lexicon.platforms_in(text)
        if not _LABELS.search(text[:start]) or _GOES_ON_SMALL.match(text, end)
    ]  # fmt: skip
    masked = list(text)
    for start, end in blocked:
        masked[start:end] = ["|"] * (end - start)
    for match in _RUN.finditer("".join(masked)):
        spans += [(start, end, False) for start, end in trimmed(text, match.start(), match.end())]
    return sorted(spans)


_SMALL_WORD = re.compile(r"(?<![\w’'-])[a-z]{4,}")


def _capitals_throughout(text: str) -> bool:
    """Whether the words of a headline begin with capitals as titles do, so that capitals tell nothing."""
    return len(_SMALL_WORD.findall(text)) < 2


_FOREIGN = frozenset(
    "na ng sa de la el los las del di da du des les que y e en por una uno der das und van het ka ki ke".split()  # noqa: SIM905
)
_ENGLISH = re.compile(r"(?i)\b(?:the|an?|of|is|are|was|will|it|we|you|i|they|and|to|not|no|this|that|for|with)\b")
_MOST_FOREIGN = 7


def _is_foreign(text: str) -> bool:
    """Whether words in quotation marks are a title that another language writes small: “La chica de nieve”."""
    words = text.replace(":", "").split()
    able = 1 < len(words) <= _MOST_FOREIGN and words[0][:1].isupper() and not _ENGLISH.search(text)
    return able and not _FOREIGN.isdisjoint(word.lower() for word in words)


def title_case(text: str) -> bool:
    """Whether all words but small ones begin with a capital or a digit."""
    words = [word.strip("“”\"'‘’(),.!?:") for word in text.split()]
    words = [word for word in words if word]
    if not words or len(words) > 12 or not (words[0][:2] != words[0][:2].lower() or words[0][0].isdigit()):
        return False
    return all(not word[:2].islower() or word.lower() in _SMALL for word in words)
