"""What stands around a candidate, and says that it is a title, a person, or the entry of a list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from showstatus.reader import lexicon
from showstatus.reader.mentions.numbers import CARDINAL, ORDINAL
from showstatus.reader.scales import words_beside
from showstatus.reader.sentences import Sentence
from showstatus.reader.titles.candidates import VERB_BEFORE

GENRE = 32
"""In how many characters before a name the kind of show is looked for."""
_PLATFORM_OWNS = r"['’]s? (?:[\w-]+ ){0,3}$"
_NOUN_AFTER = re.compile(
    rf"^(?:['’]s?)?[”\"’']?,?\s\(?(?:[Ss](?:eason|eries)\ (?:{CARDINAL}|premiere|finale|opener|return)"
    rf"|S\d\b|(?:{ORDINAL})\ (?:and\ (?:final|last)\ )?(?:\w+\ )?(?:season|series|run|outing)"
    r"|(?:upcoming|forthcoming|final|last|next|new|debut)\ (?:\w+\ )?(?:season|series)|renewal"
    r"|cancellation|spin-?off|reboot|revival|prequel|finale|premieres?\b|showrunner)",
    re.VERBOSE | re.IGNORECASE,
)
_STATUS_AFTER = re.compile(
    r"^[”\"’']?[?!]?(?:, [^,;]{3,70},|,)?(?: (?:which|that|who))? (?:(?:has|have|had|is|are|was|were"
    r"|will|would|has not|hasn['’]t|isn['’]t|won['’]t|been|be|being|not|also|already|officially|both"
    r"|all|now|just|finally|gets?|got|to|on|its|yet|being|going|due|set|expected|among|those)\s)+?"
    r"(?:renewed|recommissioned|learn|find out|hear\b|shot\b|filmed|filming|shooting|cancel|axed"
    r"|scrapped|saved|rescued|resurrected|revived|given|handed"
    r"|picked up|back\b|return|com(?:e|ing) back|end\b|conclude\b|finish\b|ending|ended|safe\b"
    r"|greenlit|concluded|pulled"
    r"|dropped|ordered|coming to an end|another season|in limbo|on the bubble|way back|(?:a "
    r"|an )?(?:\w+ )?(?:season|series)\b|(?:a |an |its )(?:second|third|fourth|fifth|sixth|seventh|eighth)\b)",
    re.IGNORECASE,
)
_BARE_STATUS = re.compile(
    r"^[”\"’']?,?(?: which| that)? (?:\w+ly )?(?:returns?|arrives?|lands|drops|follows|lives|survives"
    r"|premieres?|premiered|debuts?|debuted|aired|airs|renewed"
    r"|cancell?ed|axed|scored|bows|ended|finished|wrapped|concluded|launched|moves|joins|goes on|bowed out"
    r"|starts? filming|began filming|kicks off)\b",
    re.IGNORECASE,
)
_CASTED_AFTER = re.compile(
    r"^['’]s? (?:[\w-]+ ){0,3}(?:fans|creator|showrunner|cast|star|stars|finale|premiere|fate|future"
    r"|renewal|cancellation|return|run)\b"
    r"|^ (?:fans|viewers|watchers)\b"
)
_TRADE = re.compile(
    r"(?i)\b(?:seasons?|series|shows?|renew|cancel|axe|episodes?|return|filming|shoot|network|drama"
    r"|comedy|premiere|streaming|spin-?off)"
)
VERDICT = re.compile(
    r"(?i)^\W*(?:officially |definitely |shows? |already |still )?(?:renewed|cancell?ed|ended|ending"
    r"|axed|pending|picked up|saved|returning|final seasons?|on the bubble|undecided|in limbo"
    r"|awaiting|to be determined|waiting|safe|gone|out|staying|revived|concluded)"
    r"(?:[ /]*(?:and|or|/)[ /]*\w+)?(?: (?:shows?|series|dramas|comedies|so far|for \S+|this year|at \w+))*\W*$"
)
ENTRY_LABEL = re.compile(r"^[“\"‘']?([A-Z0-9][^:.!?]{0,50}?)[”\"’']?(?::| [–—-]) (?=[A-Z])")
STATUS_LINE = re.compile(
    r"^[^–—:-]{1,60} [–—-] .*\b(?i:season|series|renewed|cancell?ed|ordered|ending|pending|axed"
    r"|returning|undecided|final)\b"
)
LABEL = re.compile(
    r"^\s*(?:status\s*[:–—-]\s*)?(?:full[- ]season (?:orders?|ordered|pick-?ups?)"
    r"|(?:back|additional) \w+ ordered|renewed|(?:not )?(?:coming back|returning|renewed)|cancell?ed"
    r"|ended|ending|axed|pending|picked up|saved"
    r"|safe|gone|out|in|undecided|in limbo|still waiting|returning|final season|new|on the bubble"
    r"|renewal|cancellation|moving|moved|new (?:series|shows?)|concluding|concluded|dead|revived|rebooted|debuting"
    r"|in development|full[- ]season(?: (?:orders?|ordered|pick-?ups?))?|back[- ](?:nine|order(?:s|ed)?)"
    r"|(?:series )?orders?|ordered|commissioned|premiering|premieres|delayed|on hold|saved|rescued)"
    r"(?: (?:this|next|last) (?:season|year|fall|autumn|spring|summer|week)| so far"
    r"| (?:before|without) airing| for now| (?:at|by|on) \w+)?\s*[:–—-]\s*(?P<rest>.+)$",
    re.IGNORECASE,
)
_OTHER_KIND = re.compile(
    r"(?:\b(?:novels?|books?|films?|movies?|comics?|manga|play|video ?game|game|podcast|memoir"
    r"|short story|song|album|bestseller|graphic novels?)|^(?:Novel|Film|Movie|Book)|\b[Ee]pisode(?: [\d.]+)?)"
    r"(?: series| of the same name| by [A-Z]\w+ [A-Z]\w+|,? called|,? titled|,|:)? [‘'“\"]?$"
    r"|\b(?:[Ff]inale|opener|closer)(?:,?(?: (?:called|titled|entitled))?) [‘'“\"]$"
)
_APPOSITION = re.compile(
    r"^[”\"’']?, (?:the|a|an|its|his|her|which|about|(?:[A-Z][\w.-]+ ){0,2}[A-Z]\w+['’]s?)(?= )([^,.;]{0,60})"
)


_DAY_IN_BRACKETS = re.compile(
    r"[”\"’']? \((?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d|\d{1,2} [A-Z]"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
_LENGTH_IN_BRACKETS = re.compile(r"[”\"’']? \((?:\d{1,3} ?[x×] ?\d{2,3}|(?:\d{1,2}|[a-z]+)[ -](?:episodes?|parts?)\b)")
"""How long a show is: “Salt Road (6x60')”."""
_CAPITALS_IN_BRACKETS = re.compile(r"[”\"’']? \([A-Z][A-Z0-9&+]{1,5}(?: [A-Z0-9]\w*)?\)")
_LOWER_WORDS = r"(?:[a-z-]+ ){1,3}[‘'“\"]?"
_BEHIND = (
    ("season behind it", _NOUN_AFTER),
    ("status behind it", _STATUS_AFTER),
    ("verb behind it", _BARE_STATUS),
    ("people of it", _CASTED_AFTER),
    ("speaks", re.compile(
        r"^(?:,? (?:who|said|says|told|tells|plays|played|tweeted|wrote|explained|added|reveals|will play"
        r"|as [A-Z])\b| \([A-Z][a-z]+\)|['’]s? (?:character|role|wife|husband|father|mother|son|daughter)\b)"
    )),
    ("tells its story", re.compile(
        r"^[”\"’']?,? (?:(?:which|that) )?(?:also )?"
        r"(?:stars?(?! (?:in|as|opposite|alongside)\b)|follows?|follow(?:ed|ing)|centers?|centres?|tells"
        r"|features?|revolves|chronicles"
        r"|starred|is about|is set|is based|was created|was adapted|comes from|is from|hails from)\b"
    )),
    ("is said to be a show", re.compile(
        r"(?i)^[”\"’']?,? (?:is|was|are|were|has been|as|became)(?: (?:a|an|the|one of|its"
        r"|\w+['’]s))? (?:[\w’'-]+ ){0,4}?"
        r"(?:series|show|drama|comedy|sitcom|thriller|anime|soap|hit|dramedy|procedural|spin-?off|prequel"
        r"|program(?:me)?|adaptation)\b"
    )),
    ("told what it is behind", re.compile(
        r"^[”\"’']?(?: \([^()]{1,40}\))?,? (?:(?:in|for|of|with|on|about) which\b|where\b|,? ?whose\b"
        r"|(?:led|headlined|fronted|hosted|presented|written|created|made|produced|directed|penned|adapted|based|set"
        r"|filmed|shot|starring|featuring|about)\b|with [A-Z]|from (?:the|[A-Z])"
        r"|which (?:tells|follows|stars|is|was|has))"
    )),
    ("apposition behind it", re.compile(
        r"^[”\"’']?, (?:(?:a|an|the|its|another|one of|his|her|their|(?:[A-Z][\w.-]+ ){0,2}[A-Z]\w+['’]s?) "
        r"|(?:two|three|four|five|six|seven|eight|nine|ten|\d+)[- ])"
    )),
    ("does what shows do", re.compile(
        r"^[”\"’']? (?:goes|went|is down|is the new|is on|was on|airs?|left (?:our|the|its)|said goodbye|says goodbye"
        r"|ran for|runs|is out|is over|was a hit|was the first|gets going|carries on|goes off|will go|will look"
        r"|has (?:character|a trailer|a date|decent|high|low|the highest)|tells|appears on|plays on|rated|drew|opened"
        r"|pulled|turns up|made (?:its|a)|came (?:to|out)|comes (?:to|from)|takes over|replaces|is about|was about)\b"
    )),
    ("in passing", re.compile(
        r"^[”\"’']?(?:['’]s?)?,? (?:star|alum\w*|creator|actor|actress|winner|veteran|fame|universe|franchise|prequel"
        r"|sequel|spin-?off|offshoot|writer|director)\b"
    )),
    ("trade name behind it", re.compile(
        r"^ (?:Studios?|Pictures|Entertainment|Productions?|Television|Films?|Media|Network|Guild|Awards?|Festival"
        r"|University|Magazine|Animation)\b"
    )),
)  # fmt: skip
_AHEAD = (
    ("season of it", re.compile(
        rf"\b(?:(?:seasons?|series)(?: (?:{CARDINAL}))?(?:(?:,| and|-|, and) (?:{CARDINAL}))*|s\d|runs?"
        r"|instal?lments?|outings?|helpings?|renewals?|cancell?ation|episodes|premiere|finale|return|fate|future|more"
        r"|another|makers|production|pickups?|orders?) ?(?:of|for|to) (?:[\w’'-]+ ){0,3}?[‘'“\"]?$"
        r"|\b(?:filming|production|shooting|wrap(?:s|ped)?|photography|scripts?|writers['’] room) (?:on|for|of)"
        r" (?:(?:the|upcoming|new|drama|comedy|series|thriller) ){0,3}[‘'“\"]?$"
    )),
    ("news for it", re.compile(
        r"\b(?:confirmed|way|green light|go-ahead|run|up|back|line|road|plug|due|made|good news|bad news"
        r"|return) for"
        r" (?:[\w-]+ ){0,2}?[‘'“\"]?$"
    )),
    ("people of it before", re.compile(
        r"\b(?:cast|stars?|fans|creators?|writer|version|reboot|revival|leads?|ensemble) ?(?:of|for|to)"
        r" (?:[\w-]+ ){0,2}?[‘'“\"]?$"
        r"|\b(?:been|was|were|be|also|newly|is|are) cast in (?:[\w-]+ ){0,2}?[‘'“\"]?$"
    )),
    ("verb before it", VERB_BEFORE),
    ("joined", re.compile(
        r"\b(?:along with|joined by|join(?:s|ing)?(?: the previously renewed)?|as (?:is|are|will)"
        r"|so (?:is|are|will|does|has)|another|more"
        r"|including|include|includes|such as|like|only|are|among them|fellow \w+)(?: be)?:? [‘'“\"]?$"
    )),
    ("in passing", re.compile(
        r"\b(?:(?:makers|creators?|people|team|minds?|man|woman|writers?|producers?|directors?|stars?|alum\w*)"
        r" (?:of|behind|from)|known for|famous for|late of|once of|(?:who|that) (?:made|created|wrote|gave us)"
        r"|(?:spin-?off|prequel|sequel|offshoot|companion|successor|answer|follow-up) (?:of|from|to|for)|based on"
        r"|inspired by|unlike|like|such as|similar to|alongside|than) (?:the )?[‘'“\"]?$"
    )),
    ("introduced", re.compile(
        r"\b(?:there(?:['’]s| is| are| was)|turn of|(?:begin|start|end|open|close)s? with|(?:first|other|next|then"
        r"|last|second|third|latest|them|these|those|others|two|three|four) (?:one )?(?:is|are|was|were)|by the name of"
        r"|titled|entitled|called|now for|as for|case of|on to|welcome to|goodbye to|watch(?:ed|ing)?|binge[ds]?"
        r"|viewers of|fans of|episodes? of|room for|replaced by|followed by|fared|for|in) (?:the )?[‘'“\"]?$"
    )),
    ("a role", re.compile(r"\b(?:as|named|called|plays|playing|portrays|played) (?:the )?$")),
    ("by somebody", re.compile(
        r"\b(?:stars?|actors?|actress|creators?|showrunners?|producers?|directors?|writers?|comedian|host|presenter"
        r"|by|boss|chief|president|starring|opposite|told|tells|telling|detective|captain|agent|mr|ms|mrs|dr)\.? $"
    )),
)  # fmt: skip
"""What stands before a name, in small letters: to look for those alone takes half the time."""
_AHEAD_AS_WRITTEN = (
    ("other work", _OTHER_KIND),
    ("in a place", re.compile(r"\b(?:(?:in|at|near|outside|from|across|to) (?:the )?|on the )$")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Beside:
    """Patterns that are made of the lexicon."""

    platforms_before: tuple[tuple[str, re.Pattern[str]], ...]
    platforms_after: tuple[tuple[str, re.Pattern[str]], ...]
    season_in_brackets: re.Pattern[str]
    genre: re.Pattern[str]


@cache
def _beside() -> _Beside:
    names, genres = lexicon.words().platforms.pattern, lexicon.words().genres.pattern
    season = "[Ss]eason|[Ss]eries|[Rr]enew|[Cc]ancel"
    return _Beside(
        (
            ("platform owns it", re.compile(names + _PLATFORM_OWNS)),
            ("platform before it", re.compile(rf"{names} {_LOWER_WORDS}$")),
        ),
        (
            ("on a platform", re.compile(rf"[”\"’']?,? (?:on|at|from|for) {names}")),
            ("platform or season in brackets", re.compile(rf"[”\"’']? \((?:{names}|{season})")),
        ),
        re.compile(rf"[”\"’']? \((?:{season})"),
        re.compile(rf"(?:{genres})s?(?P<apart>,|:| [–—])? (?:called |titled |of )?[‘'“\"]?$", re.IGNORECASE),
    )


_CREDIT_AHEAD = re.compile(r"[A-Z][\w'’.-]+ \((?:[^()]*, )?[‘'“\"]?$")
_CREDIT_BEHIND = re.compile(r"[^()]*\)")


def around(before: str, after: str, sentence: Sentence, quoted: bool) -> list[str]:
    """The marks of one occurrence, by what stands around it; `lexicon/titles.txt` says how much each weighs."""
    tail = before[-70:]
    marks = _words_beside(before, after)
    marks += [mark for mark, pattern in _BEHIND if pattern.match(after)]
    if tail.strip("“‘\"' "):  # many names begin their sentence
        small = tail.lower()
        marks += [mark for mark, pattern in _AHEAD if pattern.search(small)]
        marks += [mark for mark, pattern in _AHEAD_AS_WRITTEN if pattern.search(tail)]
    beside = _beside()
    if lexicon.platforms_in(sentence.text):
        marks += [mark for mark, pattern in beside.platforms_before if pattern.search(tail)]
        marks += [mark for mark, pattern in beside.platforms_after if pattern.match(after)]
    elif beside.season_in_brackets.match(after) or _LENGTH_IN_BRACKETS.match(after):
        marks.append("platform or season in brackets")
    genre = beside.genre.search(before[-GENRE:])
    if genre:
        marks.append("genre and comma before it" if genre["apart"] else "genre before it")
    apposed = _APPOSITION.match(after)
    if apposed and lexicon.words().genres.search(apposed[1]):
        marks.append("genre in apposition")
    if _CREDIT_AHEAD.search(before[-80:]) and _CREDIT_BEHIND.match(after):
        marks.append("credit in brackets")
    if len(before) < 2 and sentence.role in ("body", "item"):
        marks.append("begins an item" if sentence.role == "item" else "begins a sentence")
    if sentence.role == "heading" and len(before) < 2 and re.match(r"[”\"’']? [a-z]", after):
        marks.append("begins a heading")
    if _CAPITALS_IN_BRACKETS.match(after):
        marks.append("capitals in brackets")
    if before[-1:] == "(" and after[:1] == ")":
        marks.append("alone in brackets")
    if _DAY_IN_BRACKETS.match(after):
        marks.append("day in brackets")
    if quoted:
        marks.append("quoted")
        if _TRADE.search(before) or _TRADE.search(after):
            marks.append("quoted beside a word of the trade")
        if sentence.role == "headline":
            marks.append("quoted in the headline")
    return marks


_TOKEN = re.compile(r"[\w’']+|[^\w\s]")
_DIGITS = re.compile(r"\d+")
_LOOKED_AT = 40
"""Within so many characters of a name the words beside it are looked for."""


def _words_beside(before: str, after: str) -> list[str]:
    """The words around a name as marks; a sign counts as one."""
    ahead = _TOKEN.findall(_DIGITS.sub("#", before[-_LOOKED_AT:].lower()))
    return words_beside(ahead, _TOKEN.findall(_DIGITS.sub("#", after[:_LOOKED_AT].lower())))


_NEWS = re.compile(
    r"(?i)\b(?:renew\w*|cancel\w*|axed|axes|axe|picked up|pickup|order(?:s|ed)|returns?|returning|premier\w+"
    r"|debut\w*|seasons?"
    r"|recommission\w*|scrapped|dropped|saved|revived|in limbo|on the bubble|finale|filming|production|shoot\w*)\b"
)


@lru_cache(64)  # asked for each name of a sentence
def words_of_trade(text: str) -> bool:
    """Whether a sentence tells of what happens to shows."""
    return bool(_NEWS.search(text))
