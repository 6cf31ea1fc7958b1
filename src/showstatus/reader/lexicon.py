"""The words and phrases the reader goes by, read from the files beside it.

A phrase of `cues.toml` is written as people say it: words, ``(one|other)``, ``[left out]``, ``word*`` for any ending,
``..``, ``...`` and ``....`` for words between, and in capitals ``S`` a season, ``D`` a date, ``X`` shows, ``P`` a
platform, ``T`` a show or “the series”, ``BE``, ``HAVE`` and ``WILL`` the forms of these verbs: its head says more.
"""

from __future__ import annotations

import os.path
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

SHOW, SEASON, DATE, PLATFORM = "\ue001", "\ue002", "\ue003", "\ue004"
"""What stands for a mention in a marked sentence: one character each, so that phrases can ask for it."""
_ADVERBS = r"(?: (?:now|also|already|just|still|indeed|all|both|too|only|even|since|[a-z]+ly))*"
_DETERMINED = r"(?:(?:a|an|the|its|their|this|that|another|one|our|his|her) (?:[\w\ue004-]+ ){0,2}?)?"
"""What may stand before a season or a show without changing what is told: “a ten-episode second season”."""
_CALLED = _DETERMINED.replace("{0,2}?", "{0,4}?(?:[\"'] )?")
"""What a show may be called before it is named: “of the Leeds-based crime thriller X”; several: “comedies X and Y”."""
_KINDS = r"(?:[a-z-]+ ){0,2}?(?:comedies|dramas|sitcoms|thrillers|comedy|drama|sitcom|thriller|soap|series) (?:[\"'] )?"
_GENRE = r"(?:the|its|their|a|an) (?:[\w\ue004’'-]+ ){0,7}?(?:show|series|drama|comedy|sitcom|thriller|anime|hit|soap) "
"""What may stand before a show that is said to be one of some kind: “the Queenstown-based crime thriller X”."""
VERBS = {
    "BE": ("is", "are", "was", "were", "be", "been", "being", "gets", "got", "get", "getting"),
    "HAVE": ("has", "have", "had", "having"), "NOT": ("not", "never", "no longer"),
}  # fmt: skip
"""With what those words of a phrase begin that stand in capitals for forms of a verb."""
_SLOTS = {
    "X": f"(?:{_CALLED}|{_KINDS}){SHOW}",
    "T": rf"(?:(?:{_CALLED}|{_GENRE}(?:[\"'] )?){SHOW}"
    r"|(?:the|this) (?:[\w-]+ ){0,3}?(?:show|series|drama|comedy|sitcom|thriller|anime|dramedy|rom-?com|soap|saga"
    r"|mystery|procedural|fantasy|k-drama|docuseries|programme|whodunn?it|spin-?off|prequel|adaptation|hit))",
    "S": rf"(?:{_DETERMINED}|(?:a|an|another|any|that) (?:[\"'] )?{SHOW} (?:[\"'] )?(?:'s )?){SEASON}",
    "D": f"(?:the )?{DATE}",
    "P": PLATFORM,
    "BE": rf"(?:{'|'.join(VERBS['BE'])}){_ADVERBS}(?: (?:been|being))?{_ADVERBS}",
    "HAVE": rf"(?:{'|'.join(VERBS['HAVE'])}){_ADVERBS}",
    "WILL": r"(?:will|would|shall|(?:is|are|was|were|be)?(?: (?:now|also|officially|currently|still))? ?"
    rf"(?:going|set|due|expected|slated|scheduled|about|likely|bound)? ?to){_ADVERBS}(?: be)?",
    "NOT": rf"(?:{'|'.join(VERBS['NOT'])}){_ADVERBS}",
}
SIGN_OF = {"X": SHOW, "S": SEASON, "D": DATE, "P": PLATFORM}
_SPACE = r" (?:[,\"'] )*"
"""Between two words: commas and quotation marks, which stand by themselves in a marked sentence, may be there."""
_GAP = r"(?: [^ ;:()?!]*[^ ;:().?!]){0,5}?"
_FAR = (
    r"(?: (?!(?:said|says|announced|confirmed|told|reported|revealed|wrote|but|or|while|whereas|although|though"
    r"|after|before|since|because|following|when|where|who|which|that|if|as|than|like|set|about|by)(?= )"
    rf"|and(?! (?:(?:on |in |at )?(?:the )?{PLATFORM}|[^ ]+(?: (?:in|on|from))? {DATE})))"
    rf"[^ ;:()?!{SHOW}]*[^ ;:().?!{SHOW}]){{0,12}}?"
)
"""Up to a dozen words in which nothing else is told, and no other show is named."""
_TOKEN = re.compile(r"\.{2,4}|[()|\[\]]|[^\s()|\[\]]+")
_HYPHEN = "[-]"
"""In a word, what may be a hyphen or a space: “full[-]season”; as a token it is “~”."""
_END = (
    r"(?! (?:[,\"'] )*(?:to|takes|sees)(?= ))"
    r"(?!(?: (?!(?:that|which|who|as|and|but|when|after|while|where|because|for)(?= ))[^ ;:,.?!()]+){0,9}?"
    r" (?:[,\"'] )*(?:has|have|had|will|would|is|are|was|were|may|might|could)(?= ))"
)
"""Nothing that goes on with a verb of its own: “announced season 2”, but not “announced season 2 of X will air”."""
_NEAR = rf"(?: [^ ,;:()?!\"{SHOW}]*[^ ,;:().?!\"{SHOW}]){{0,6}}?"
_SIGNS = {"....": _NEAR, "...": _FAR, "..": _GAP, "(": "(?:", "[": "(?:", "|": "|", ")": ")", "]": ")?", "END": _END}


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase that is looked for in marked sentences."""

    kind: str
    voice: str
    """Where its show stands: ``passive`` before it, ``active`` behind it, ``verb`` either, ``noun`` nearest."""
    source: str
    """How it is written in the lexicon."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """The phrase as a regular expression over a marked sentence."""
        return compiled(self.source)


@dataclass(frozen=True, slots=True)
class Words:
    """Names and single words."""

    platforms: re.Pattern[str]
    genres: re.Pattern[str]
    never_titles: frozenset[str]
    status_words: frozenset[str]
    openers: frozenset[str]
    not_in_titles: frozenset[str]
    section_words: frozenset[str]
    first_names: frozenset[str]
    furniture: re.Pattern[str]
    furniture_begins: re.Pattern[str]
    """What furniture of the page begins with; apart, for it need not be looked for further on."""


@cache
def words() -> Words:
    """What `words.toml` holds."""
    table = _load("words.toml")
    platforms = sorted(table["platforms"], key=len, reverse=True)
    genres = sorted(table["genres"], key=len, reverse=True)
    return Words(
        platforms=re.compile(rf"(?<![\w&+])(?:{'|'.join(_platform(name) for name in platforms)})(?![\w+])"),
        genres=re.compile(rf"\b(?:{'|'.join(map(re.escape, genres))})\b", re.IGNORECASE),
        never_titles=frozenset(word.lower() for word in table["never_titles"]),
        status_words=frozenset(table["status_words"]),
        openers=frozenset(table["sentence_openers"]),
        not_in_titles=frozenset(word.lower() for word in table["not_in_titles"]),
        section_words=frozenset(table["section_words"]),
        first_names=frozenset(table["first_names"].split()),
        furniture=_any(line for line in table["furniture"] if line[0] != "^"),
        furniture_begins=_any(line for line in table["furniture"] if line[0] == "^"),
    )


def _any(lines: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{line})" for line in lines), re.IGNORECASE)


@lru_cache(2048)  # asked from several sides of each sentence
def platforms_in(text: str) -> tuple[tuple[int, int], ...]:
    """Where a text names platforms."""
    return tuple(match.span() for match in words().platforms.finditer(text))


@cache
def known_titles() -> frozenset[str]:
    """Titles that many people know, from `names.toml`."""
    names = re.split(r"[|\n]", _load("names.toml")["titles"])
    return frozenset(name.strip() for name in names if name.strip())


@cache
def phrases() -> tuple[Phrase, ...]:
    """Every phrase of `cues.toml`, in the order in which they are looked for."""
    return tuple(
        Phrase(group["kind"], group.get("voice", "noun"), source)
        for group in _load("cues.toml")["cue"]
        for source in group["phrases"]
    )


@cache
def scopes() -> dict[str, re.Pattern[str]]:
    """The words that take a statement back or put it in doubt, by what they do."""
    return {
        name: re.compile("|".join(f"(?:{_pattern(source)})" for source in sources), re.IGNORECASE)
        for name, sources in _load("cues.toml")["scope"].items()
    }


@cache
def compiled(source: str) -> re.Pattern[str]:
    """A phrase as a regular expression over a marked sentence in small letters: that compiles in half the time."""
    return re.compile(_pattern(source))


def _pattern(source: str) -> str:
    """Every word brings the space before it, so that groups need no care; marked sentences begin with a space."""
    return "".join(_SIGNS.get(token) or _SPACE + _word(token) for token in tokens(source)) + r"(?= )"


def tokens(source: str) -> list[str]:
    """The words, signs and brackets of which a phrase is written; only what stands for others is in capitals."""
    found = _TOKEN.findall(source.replace(_HYPHEN, "~"))
    return [token if token in _SLOTS or token in _SIGNS else token.lower() for token in found]


def _word(token: str) -> str:
    slot = _SLOTS.get(token)
    if slot is not None:
        return slot
    return re.escape(token).replace(r"\*", r"[\w-]*").replace(r"\~", "[ -]")


def _platform(name: str) -> str:
    """A platform as it is written: capitals count, so that “time” or “stars” is none; FOX is Fox as well."""
    spellings = {name, name.title()} if name.isupper() and len(name) == 3 and name == "FOX" else {name}
    return "|".join(re.escape(spelling).replace(r"\ ", r"\s") for spelling in spellings)


@cache
def _load(name: str) -> dict[str, Any]:
    with open(_path(name), "rb") as file:
        return tomllib.load(file)


def lines(name: str) -> list[str]:
    """The lines of a file of the lexicon that is no TOML: with ten thousand of them that would take too long."""
    with open(_path(name), encoding="utf-8") as file:
        return file.read().splitlines()


def _path(name: str) -> str:
    return os.path.join(os.path.dirname(os.path.abspath(__file__)), "lexicon", name)
