"""What stands around a candidate, and says that it is a title, a person, or the entry of a list."""

from __future__ import annotations

import re

from showstatus.reader import lexicon
from showstatus.reader.candidates import QUOTED, VERB_BEFORE, title_case
from showstatus.reader.numbers import CARDINAL, ORDINAL
from showstatus.reader.sentences import Sentence

_PLATFORM_OWNS = r"['’]s? (?:[\w-]+ ){0,3}$"
_NOUN_AFTER = re.compile(
    rf"^(?:['’]s?)?[”\"’']?,?\s\(?(?:[Ss](?:eason|eries)\ (?:{CARDINAL}|premiere|finale|opener|return)"
    rf"|S\d\b|(?:{ORDINAL})\ (?:and\ (?:final|last)\ )?(?:\w+\ )?(?:season|series|run|outing)"
    r"|(?:upcoming|forthcoming|final|last|next|new|debut)\ (?:\w+\ )?(?:season|series)|renewal"
    r"|cancellation|spin-?off|reboot|revival|prequel|finale|showrunner)",
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
    r"|cancell?ed|axed|scored|bows|ended|wrapped|concluded|launched|moves|joins|goes on|bowed out"
    r"|starts? filming|began filming|kicks off)\b",
    re.IGNORECASE,
)
_CASTED_AFTER = re.compile(
    r"^['’]s? (?:[\w-]+ ){0,3}(?:fans|creator|showrunner|cast|star|stars|finale|premiere|fate|future"
    r"|renewal|cancellation|return|run)\b"
)
_OF_BEFORE = re.compile(
    rf"\b(?:(?P<strong>(?:seasons?|series)(?: (?:{CARDINAL}))?(?:(?:,| and|-|, and) (?:{CARDINAL}))*|S\d"
    rf"|runs?|instal?lments?|outings?|helpings?|renewals?|cancell?ation|episodes|premiere|finale|return|fate"
    rf"|future|more|another|makers|production|(?:confirmed|way|green light|go-ahead|run|up|back"
    rf"|orders?|pickup|line|road|plug|due|made|good news|bad news|return) (?=for))|cast|stars?|fans"
    rf"|creator|creators|writer|version|reboot|revival) ?(?:of|for|to) (?:[\w-]+ ){{0,3}}?[‘'“\"]?$",
    re.IGNORECASE,
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
    r"^\s*(?:status\s*[:–—-]\s*)?(?:renewed|(?:not )?(?:coming back|returning|renewed)|cancell?ed"
    r"|ended|ending|axed|pending|picked up|saved"
    r"|safe|gone|out|in|undecided|in limbo|still waiting|returning|final season|new|on the bubble"
    r"|renewal|cancellation)\s*[:–—-]\s*(?P<rest>.+)$",
    re.IGNORECASE,
)
_OTHER_KIND = re.compile(
    r"(?i)\b(?:novels?|books?|films?|movies?|comics?|manga|play|video ?game|game|podcast|memoir"
    r"|short story|song|album|bestseller|graphic novels?)(?: series| of the same name"
    r"| by [A-Z]\w+ [A-Z]\w+| called| titled|,)? [‘'“\"]?$"
)
_APPOSITION = re.compile(r"^[”\"’']?, (?:the|a|an|its|his|her|which|about|[A-Z]\w+['’]s)\b([^,.;]{0,60})")


def around(before: str, after: str, sentence: Sentence, quoted: bool) -> float:
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
    if (
        owned
        and re.search(_PLATFORM_OWNS, tail)
        and re.search(lexicon.words().platforms.pattern + _PLATFORM_OWNS, tail)
    ):
        weight += 3
    genre = re.search(rf"(?:{lexicon.words().genres.pattern})s? (?:called |titled |of )?[‘'“\"]?$", tail, re.IGNORECASE)
    if genre:
        weight += 4
    of = _OF_BEFORE.search(tail)
    if of:
        weight += 3 if of["strong"] else 1.5
    if VERB_BEFORE.search(tail):
        weight += 3
    if re.search(
        r"(?i)\b(?:along with|joined by|join(?:s|ing)?(?: the previously renewed)?|as (?:is|are|will)"
        r"|another)(?: be)?:? [‘'“\"]?$",
        tail,
    ):
        weight += 2
    on = re.match(r"[”\"’']?,? on (?=\S)", after)
    if on and lexicon.words().platforms.match(after, on.end()):
        weight += 2
    if re.search(r"(?i)\b(?:more|another) [‘'“\"]?$", tail):
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


def is_person(surface: str, before: str, after: str) -> bool:
    """Whether a run of capitalised words is somebody's name."""
    words = surface.split()
    named = (
        2 <= len(words) <= 4 and words[0].lower() in lexicon.words().first_names and not any(w.islower() for w in words)
    )
    told = (
        bool(
            re.search(
                r"(?i)\b(?:stars?|actors?|actress|creators?|showrunners?|producers?|directors?|writers?|comedian"
                r"|host|presenter|by|boss|chief|president|played by|starring|opposite|mr|ms|mrs|dr)\.? $",
                before[-40:],
            )
        )
        and 2 <= len(words) <= 3
    )
    speaks = bool(
        re.match(
            r"^(?:,? (?:who|said|says|told|tells|plays|played|stars|tweeted|wrote|explained|added|reveals"
            r"|will play|as [A-Z])| \([A-Z][a-z]+)",
            after,
        )
    ) and len(words) in (1, 2, 3)
    return named or told or (speaks and len(words) > 1)


def entry(text: str) -> str:
    """The title in the heading of an entry: without number, quotation marks, platform and season behind it."""
    text = re.sub(r"^\s*(?:#?\d{1,3}[.):]\s+)", "", text).strip()
    for match in QUOTED.finditer(text):
        if title_case(match[1] or match[2]):
            return (match[1] or match[2]).rstrip(",. ")
    text = re.sub(r"\s*[(\[][^)\]]*[)\]]\s*$", "", text)
    text = re.split(
        r"\s+[–—|-]\s+(?!The\b)|,\s+(?:[Ss]eason|[Ss]eries)\b|:\s+(?:[Ss]eason|[Ss]eries|[Rr]enew|[Cc]ancel)", text
    )[0]
    text = re.sub(r"\s+(?:[Ss]eason|[Ss]eries)\s+\w+$", "", text)
    return text.strip(" '\"“”‘’:-–—")
