"""Which season does a phrase mean? “seasons 4 and 5”, “a third and final series”, “S2”, “two more seasons”."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

_CARDINALS = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
]  # fmt: skip
_ORDINALS = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth", "twentieth",
]  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
MOST_IN_SHORT = 12
"""“The 19th” without its noun is a day."""
MOST = 99
"""A higher number is a year or an episode, not a season."""

_TENTH = rf"(?:{'|'.join(_TENS)})-(?:{'|'.join(_ORDINALS[:9])})|(?:thirt|fort|fift)ieth"
ORDINAL = rf"(?:{_TENTH}|{'|'.join(sorted(_ORDINALS, key=len, reverse=True))}|\d{{1,2}}(?:st|nd|rd|th))"
_TWENTY = rf"(?:{'|'.join(_TENS)})-(?:{'|'.join(_CARDINALS[:9])})"
CARDINAL = (
    rf"(?:{_TWENTY}|{'|'.join(sorted(_CARDINALS, key=len, reverse=True))}"
    r"|\d{1,2}(?!\d|:\d|st|nd|rd|th|/|-\d{3}|\ ?[x×]\ ?\d))"
)
_NOUN = (
    r"(?:seasons?|series|runs?|outings?|instal?lments?|chapters?|helpings?|batch(?:es)?|go-?rounds?|editions?|cycles?"
    r"|terms?|rounds?|rides?|servings?|stretch(?:es)?|stints?)"
)
_AND = r"(?:,?\ (?:and|&|then)\ |,\ |\ ?&\ ?|\ ?[-–]\ ?|\ to\ |\ through\ |\ or\ )"
_LAST = r"(?:final|last|concluding|closing|farewell|ultimate)"
_WHICH = re.compile(r"(?i)\b(first|next|last|(?<=the )past|previous|other|final) $")
_OF_ONE = re.compile(
    r"(?i)\b(?:after|for|ran|run|runs|lasted|lasting|lasts|over|across|spanning|spans|its|all|of|about|just|only|first"
    r"|already|aired|made|been|the|during|through|to|than|there were) $"
)
"""What stands before a number of series that are those of one show: “CBS renewed 18 series” has as many shows."""
_SPREAD = re.compile(r"(?i)\bto be (?:spread|split|divided|aired|shown) (?:out )?(?:over|across|into|between) $")
_NO_PREPOSITION = r"(?<!\bin\ )(?<!during\ )(?<!since\ )(?<!than\ )(?<!from\ )"
"""“In the last season” is in the one before."""
_ADJECTIVE = (
    r"(?:(?!season|series|an?\ |of\b|for\b|and\b|the\b|in\b|at\b|to\b|on\b|with\b|by\b|from\b|as\b|went\b|came\b"
    r"|looks?\b|images?\b|trailer|photos?\b|pictures?\b|clip|teaser|glimpse|day\b|scenes?\b|script|episodes?\b|week\b"
    rf"|time\b|{CARDINAL}\ |{ORDINAL}\ )[a-z0-9-]+\ ){{0,2}}?"
)
_FORMS = re.compile(
    rf"""
    \b(?=[\da-fhijnorstuy'’])(?:  # told once, that is not asked of every form at every letter
    (?P<named>(?:seasons?|series|cycles?|(?<=for\ )year)\ (?P<list>{CARDINAL}
        (?:{_AND}(?:(?:season|series)\ )?{CARDINAL})*)(?![\w])
        (?!\ (?:episodes?|years?|weeks?|days?|months?|more|others|new)\b)(?P<andlast>,?\ (?:and|the)\ {_LAST})?)
  | (?P<short>S(?P<code>[1-9]\d?)\b(?!\.\w))
  | (?P<ordinal>(?P<ords>{ORDINAL}(?:,?{_AND}(?:an?\ )?{ORDINAL})*),?(?P<last>\ (?:and|&|-)\ (?:(?:potentially
        |presumably|probably)\ )?{_LAST},?)?
        (?:(?:\ {_ADJECTIVE}|-){_NOUN}\b|\ year\b))
  | (?P<long>(?P<length>{CARDINAL})-(?:season|series|year)\b(?=\ (?:run|stint|(?P<order>order|renewal|pick-?up|deal
        |commitment|extension))\b))
  | (?P<both>both\ seasons\b(?!\ \d))
  | (?P<more>(?<![-–/\d])(?P<count>{CARDINAL}|another|a\ further|an\ additional
        |a\ new)(?:\ (?P<further>{CARDINAL}))?(?P<extra>\ (?:more|additional|further|new))?
        (?P<finally>\ (?:and\ )?{_LAST})?\ (?:seasons?|series|runs?|years)\b)
  | (?P<ends>(?:(?:its|their|his|her|a|one|upcoming|this|{_NO_PREPOSITION}the)\ |[’']s\ )
        (?:(?!same|of)\w+\ )?{_LAST}\ (?:ever\ )?(?:(?!of\b|few\b)\w+\ )?(?:season|series|run|outing|chapter)\b
        |final\ seasons?\b|farewell\ season\b)
  | (?P<year>(?P<grade>sophomore|freshman|rookie|debut|junior)\ (?:seasons?|runs?|years?|outings?|series)\b))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ELLIPTIC = re.compile(
    rf"(?:\b(?P<whose>the|an?|its|their|this)|(?<=\w)['’]s)\s(?:(?:upcoming|forthcoming|coming|new|current)\s)?"
    rf"(?P<ord>{ORDINAL}(?:{_AND}{ORDINAL})*)"
    rf"(?=\s(?:as\ well|too|came|ended|one|in\s|out|this|last|next|earlier|back|later|go\b|ahead"
    rf"|on|also|by|at|from|for|of\swhich"
    rf"|of(?=\s(?-i:[A-Z])(?!an\b|eb\b|ar[.c]|pr\b|ay\b|un|ul|ug\b|ep|ct|ov|ec))|(?:wo|is|was|has|had|did|does)n['’]t|was|is|has|had|will|would|may|could|might|can|should|did|does"
    rf"|wrapp?(?:ed|s)|premiere[ds]|debut(?:ed|s)|launche[ds]|arrive[ds]|air(?:ed|s)|start(?:ed|s)|beg[iau]ns?|return(?:ed|s)"
    rf"|conclude[ds]|finishe[ds]|ends"
    rf"|goes\ out|to(?=\s[“‘\"']?(?-i:[A-Z]))"
    rf"|comes|follows|opens|bows|hits|dropp?(?:ed|s)|land(?:ed|s)|ran|went)\b|\s?[.,;:!?()]|$)",
    re.IGNORECASE | re.VERBOSE,
)
_RANGE = 9
"""So many seasons are not named at once."""
_BEGINS = re.compile(
    r" (?:begins|premieres|starts|launches|returns|airs|concludes|ended|began|premiered|started|launched) "
)
_OF_ITS = re.compile(r" of (?!which)")
_GETS_A_YEAR = re.compile(r"(?i)\b(?:for|gets?|into|enters?|nabs|earns|lands|given|through)(?: an?| its| the)? $")
_LAST_TIME = re.compile(
    r"(?i)the last (?:season|series)(?: of [^,.;]{1,40}?)?(?:,[^,.;]{1,60},)?"
    r" (?:ended|finished|wrapped|concluded|was won|crowned|saw|averaged|drew|featured|was filmed|kicked off)\b"
)
"""“The last season ended a year ago” is of the one before this."""
_SPOKEN_OF = re.compile(r"(?i)\b(?:season|series)\b")
_MORE_OF = re.compile(r"\b(one|two|three|four|five) more(?= of [“\"‘']?[A-Z])")
"""“Another season of X, and two more of Y”."""
_AFTER_SO_MANY = re.compile(rf"(?i)\bafter (?:just |only )?{CARDINAL} seasons?\b")
_AFTER_AS_WELL = re.compile(
    rf"(?i)\bafter (?:just |only )?(?P<count>{CARDINAL})(?=(?: each| respectively)?(?: ?[.,;:!?)]| and\b| while\b|$))"
)
"""“X after one season and Y after two”."""
_NAMELY = re.compile(r",? (?:\(?(?:its|their|the|for a) )?")
"""“Two more seasons, its third and fourth”."""
_IN_A_ROW = re.compile(r"(?i) (?:in a row|running|straight|in succession|of (?:my|her|his|college|school))\b")
_FRACTION = re.compile(
    r"(?i)\b(?:up|down|by|off|fell|rose|lost|shed|dropped|dipped|slipped|gained|added|than|about|almost|nearly|over"
    r"|only) an? (?:third|fourth|fifth|sixth|eighth|tenth|twentieth)$"
)
"""“Down a tenth” is of a rating."""
_PARTS = re.compile(
    r"(?i)\b(?:parts|halves|volumes|batches|chunks|cours|episodes air"
    r"|(?:first|opening|second|third|last|final|\d+(?:st|nd|rd|th)) (?:\w+ )?episodes?)\b"
)
"""Where these are spoken of, “the second” may be one of them."""
_SHOWS = re.compile(
    r"(?i) (?:original|scripted|unscripted|drama|comedy|limited|animated|animation|television|tv|web|spin-?off|anime"
    r"|crime|fantasy|sci-fi|reality|documentary|[a-z]+-language|new|us|u\.s\.|uk|british|american"
    r"|korean|japanese|indian|irish|australian|canadian|european|foreign|international|major) series$"
)
"""What makes of “the first … series” one show of several, not a season of one."""
_ONE_OF = re.compile(r"(?i) (?:that|ever|of its kind|from|to (?:be )?(?:come|made|emerge|feature|star|shot|filmed))\b")
_IS = re.compile(
    r"(?i)(?: of [^,;:.]{1,40}?)? (?:is|was|(?:will|would|to|could|may|might) (?:also )?(?:be|mark|serve as))"
    r"(?: (?:also|now|indeed|set to be|going to be|the|its|their|a|very))* $"
)
"""What stands between a season and the last one, which it is."""


_UP_TO = re.compile(
    r"(?i)[^.;:]{0,60}?(?:, |\b(?:which|that) (?:\w+ )?|\b(?:to|and) )"
    r"(?:tak|bring|carr|keep|extend)(?:e|y|s|es|ies|ing|ying)?"
    r" (?:it|things|the (?:show|series|drama|comedy|sitcom|thriller|total|run|soap|sudser))"
    r" (?:up |on )?(?:to|through|into)"
    r"(?: (?:a|an|its|the|at least|total of))* $"
    r"|,? (?:up )?(?:to|through|until)(?: (?:a|its|the|at least))* $"
)
"""What stands between a number of new seasons and the last of them: “two more seasons, taking it to a sixth”."""


@dataclass(frozen=True, slots=True)
class SeasonMention:
    """Seasons that a phrase names, and where in its sentence."""

    start: int
    end: int
    numbers: tuple[int, ...] = ()
    """The seasons, where they are numbered."""
    more: int = 0
    """How many further seasons are meant, where they are counted from the last one."""
    aired: int = 0
    """How many seasons there were: “after two seasons”."""
    final: bool = False
    """Whether the last season is meant."""
    repeated: bool = False
    """Whether it is the season named before, which is said to be the last."""
    listed: tuple[int, ...] = ()
    """The seasons as they are listed: “a fifth and a second season respectively”."""


@lru_cache(maxsize=2048)
def season_mentions(text: str) -> tuple[SeasonMention, ...]:
    """The seasons a sentence names, in order; they never overlap."""
    found = [mention for match in _FORMS.finditer(text) if (mention := _meaning(match, text)) is not None]
    taken = [(mention.start, mention.end) for mention in found]
    for match in _ELLIPTIC.finditer(text) if not _PARTS.search(text) else ():
        start, end = match.span("ord")
        if not _is_another(match, text) and all(end <= s or start >= e for s, e in taken):
            found.append(SeasonMention(start, end, _numbers(match["ord"], ORDINAL)))
    spoken = _SPOKEN_OF.search(text)
    if spoken:
        further = _MORE_OF.finditer(text, spoken.end())
        found += [SeasonMention(*match.span(), more=number(match[1])) for match in further]
    after = _AFTER_SO_MANY.search(text)
    if after:
        as_well = _AFTER_AS_WELL.finditer(text, after.end())
        found += [SeasonMention(*match.span("count"), aired=number(match["count"])) for match in as_well]
    return _same_seasons(text, sorted(found, key=lambda mention: mention.start))


def _is_another(match: re.Match[str], text: str) -> bool:
    """Whether an ordinal without its noun is a day (“the 19th”), or one of other things (“the third of her novels”)."""
    if _FRACTION.search(text[max(0, match.start() - 12) : match.end("ord")]):
        return True
    day = match["ord"][0].isdigit() and number(match["ord"]) > MOST_IN_SHORT and not _BEGINS.match(text, match.end())
    whose = (match["whose"] or "").lower()
    ours = whose not in ("a", "an")
    if not ours and number(match["ord"]) == 1:  # “in a first, …”
        return True
    day = day or (match["ord"][0].isdigit() and text[: match.start()].endswith(" on "))
    return (day and whose == "the") or (ours and bool(_OF_ITS.match(text, match.end())))


def _same_seasons(text: str, found: list[SeasonMention]) -> tuple[SeasonMention, ...]:
    """Where one season is said to be the last (“the fourth season would be the final season”), both are that one."""
    made = found[:1]
    for mention in found[1:]:
        before = made[-1]
        if before.more == len(mention.numbers) and before.more and _NAMELY.fullmatch(text, before.end, mention.start):
            made[-1] = before = replace(before, more=0, numbers=mention.numbers)
        same = mention.final and not mention.numbers and len(before.numbers) == 1
        if same and _IS.match(text, before.end, mention.start):
            mention = replace(mention, numbers=before.numbers, repeated=True)
        last = mention.numbers[0] if len(mention.numbers) == 1 else 0
        if 0 < before.more < last and _UP_TO.match(text[before.end : mention.start]):
            made[-1] = replace(before, numbers=tuple(range(last - before.more + 1, last + 1)))
        made.append(mention)
    return tuple(made)


def number(word: str) -> int:
    """The number of a cardinal, an ordinal or digits; 0 for anything else."""
    word = word.lower()
    digits = re.match(r"\d+", word)
    if digits:
        return int(digits[0])
    if word in _CARDINALS:
        return _CARDINALS.index(word) + 1
    if word in _ORDINALS:
        return _ORDINALS.index(word) + 1
    tens, _, ones = word.partition("-")
    return _TENS.get(tens, 0) + (number(ones) if ones else 0)


def _meaning(match: re.Match[str], text: str) -> SeasonMention | None:
    start, end = match.span()
    if match["named"]:
        numbers = _numbers(match["list"], CARDINAL)
        final = bool(match["andlast"])
        listed = _listed(match["list"], CARDINAL)
        return SeasonMention(start, end, numbers, final=final, listed=listed) if numbers else None
    if match["short"]:
        return SeasonMention(start, end, (int(match["code"]),))
    if match["ordinal"]:
        if match[0].lower().endswith(" year") and not _is_year_on_air(text, start, end):
            return None
        if _SHOWS.search(match[0]) or (match[0].lower() == "first series" and _ONE_OF.match(text, end)):
            return None
        before = text[:start].rstrip().lower()
        final = bool(match["last"]) or before.endswith(("final", "last"))
        ordinals = match["ords"]
        return SeasonMention(start, end, _numbers(ordinals, ORDINAL), final=final, listed=_listed(ordinals, ORDINAL))
    if match["more"]:
        return _counted(match, text)
    if match["long"]:
        count = number(match["length"])
        return SeasonMention(start, end, more=count) if match["order"] else SeasonMention(start, end, aired=count)
    if match["both"]:
        return SeasonMention(start, end, aired=2)
    if match["ends"]:
        return None if _LAST_TIME.match(text, start) else SeasonMention(start, end, final=True)
    grade = {"sophomore": 2, "junior": 3}.get(match["grade"].lower(), 1)
    return SeasonMention(start, end, (grade,))


def _is_year_on_air(text: str, start: int, end: int) -> bool:
    """Whether a year is a season: talk shows are renewed “for a second year”, or go “into its fifth year”."""
    return bool(_GETS_A_YEAR.search(text[max(0, start - 15) : start])) and not _IN_A_ROW.match(text, end)


_FEW = 2
"""More new series are counted as seasons only where it is said of what."""
_OF_THE_SHOW = re.compile(r" of (?:the (?:show|series|programme|drama|comedy|sitcom)\b|[“\"‘']?[A-Z])")
_GIVEN = re.compile(r"(?i)\b(?:renewed|recommissioned|picked up|back|returns?|returning)(?: [\w’']+){0,3}? for $")
"""Of what so many new series are seasons, and what a show is that is given them; “five new series” are five shows."""


def _counted(match: re.Match[str], text: str) -> SeasonMention | None:
    start, end = match.span()
    if match[0].lower().endswith("years") and not (match["extra"] and text[:start].lower().endswith("for ")):
        return None
    count = number(match["further"] or "") or number(match["count"]) or 1
    final = bool(match["finally"])
    numbered = number(match["count"]) > 0
    if count > _FEW and match[0].lower().endswith("new series"):
        of_one = _OF_THE_SHOW.match(text, end) or _GIVEN.search(text[max(0, start - 40) : start])
        if not of_one:
            return None
    ahead = _WHICH.search(text[max(0, start - 14) : start])
    which = ahead[1].lower() if ahead else ""
    start -= len(ahead[0]) if ahead else 0
    if numbered and which == "first" and count > 1 and not match["extra"]:
        return SeasonMention(start, end, tuple(range(1, min(count, MOST) + 1)))
    if which in ("last", "past", "previous", "other"):
        return None
    final |= which == "final"
    if numbered and _SPREAD.search(text[max(0, start - 30) : start]):
        return SeasonMention(start, end, more=count, final=final)
    if not numbered or match["extra"] or final or which == "next":
        return SeasonMention(start, end, more=count, final=final)
    if match[0].lower().endswith("series") and not _OF_ONE.search(text[max(0, start - 24) : start]):
        return None
    return SeasonMention(start, end, aired=count) if count <= MOST else None


def _listed(text: str, one: str) -> tuple[int, ...]:
    return tuple(number(word) for word in re.findall(one, text, re.IGNORECASE))


def _numbers(text: str, one: str) -> tuple[int, ...]:
    words = list(_listed(text, one))
    if len(words) == 2 and words[1] - words[0] > _RANGE and not text.lower().startswith("seasons"):
        return tuple(words[:1])  # “which brings season six to 22 episodes”
    if len(words) == 2 and re.search(r"\d ?[-–] ?\d| to | through ", text) and words[0] < words[1]:
        words = list(range(words[0], words[1] + 1))
    return tuple(sorted({n for n in words if 1 <= n <= MOST}))
