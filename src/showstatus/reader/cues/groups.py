"""Which shows of a sentence are named together, and which in passing: in credits, as what another is like."""

from __future__ import annotations

import re
from functools import lru_cache

from showstatus.names import fold
from showstatus.reader.lexicon import PLATFORM, SEASON, SHOW, words
from showstatus.reader.mentions.marked import Marked
from showstatus.reader.mentions.title import TitleMention

COMPARED = re.compile(
    r"(?i) (?:like|than|unlike|behind|from|(?:stars?|creators?|makers|writers?|producers?|team|minds?"
    r"|people|(?<!news for )(?<!blow for )(?<!blow to )(?<!treat for )fans|cast|spin-?off|prequel|sequel|offshoot"
    r"|companion|successor|answer|follow-?up) (?:of|behind|to"
    r"|from|on)|alongside|opposite|as with|beating|surpassing|overtaking|eclipsing|topping|outlasting"
    r"|besting|surpasses|overtakes|tied with|edging out|"
    r"(?:episode|part|finale|special|chapter|instal?lment|opener)(?: \d+)?(?: ,)? (?:is )?(?:dubbed|titled|entitled"
    r"|called|named)|such as|case of|similar to|based on(?: the)?(?: \S+)?|inspired by|next to|known for|famous for"
    r"|see also|late of|once of|(?:who|that|which) (?:made|created|wrote|gave us|hosts|hosted|presents|presented|runs"
    r"|ran|produced|directed)|known from|(?:long|straight|fresh) out of|(?:rose|shot) to fame (?:in|on|with)"
    r"|credits include|(?:was|were|be|been) (?:last |recently |also |soon to be )?(?:seen|heard) (?:as [^,]{1,25} )?"
    r"(?:in|on)|soon to be (?:seen|heard) (?:as [^,]{1,25} )?in"
    r"|who (?:was|were|starred|appeared|appears|stars) (?:in|on)"
    r"|(?:starred|appeared|appears|acted|featured) (?:in|on|opposite [^,]{1,25} in)|grew out of|novels?|books?|films?"
    r"|movies?|comics?|manga|(?:did|does|happened|(?<!is )(?<!are )(?<!now )done) (?:with|to))(?: the)?"
    r"(?: (?:likes of|hit|comedy|drama))?"
    r"[ \"“‘']*$"
)
_BETWEEN = (
    r"(?!(?:is|are|was|were|has|have|will|gets|had|been|did|does|can|could|(?i:renewed|cancelled|canceled|axed|scrapped|dropped|returns?)|but"
    r"|while|which|who|it|they|that|(?i:gives|gave|giving|renews|cancels|axes|orders|saves|ends|delays|drops|sets|revives"
    r"|scraps|pulls|picks|brings|kills|moves|adds|hands|greenlights)|starring|features?|stars?"
    r"|follows|after|before|because|since|from|by|on|about|set|spin|take|adaptation|version|tale|story|creators?|makers?"
    r"|like|unlike|based|prequel|sequel|spin-?off|alum)\b)[\w'’.-]+"
)
_LINK = re.compile(
    rf"^(?: [\"”’'])*(?:(?: (?:for|at|on|with|to|from|after))?(?: (?:a|its|the|just|only))? [{SEASON}{PLATFORM}]"
    rf"|(?: 's)| \( [^()]{{0,120}}\))*"
    rf"(?: , (?:a|an|the|its|which|who|with|in which|starring|featuring|about|set|led by|based on|[A-Z][\w’-]+"
    rf"(?: [A-Z][\w’-]+)? 's) [^,;:(){SHOW}]{{1,80}}(?= , (?:and|or|plus) ))?"
    r"(?: [\"”’'])*(?:(?: [,&/]| and(?: , [^,;:()]{3,40} ,)?| or| plus| along with| as well as)(?: [\"”’'])*)+"
    rf"(?: {_BETWEEN}){{0,4}}?(?:(?: {_BETWEEN})? {PLATFORM}(?: 's)?(?: {_BETWEEN}){{0,3}}?)?(?: {SEASON} (?:of"
    rf"|for))?(?: [,\"“‘'])*(?: 's)? $"
)


def titles_of(sentence: Marked) -> list[tuple[int, str]]:
    """The shows a sentence names, each with its place."""
    return [(at, mention.key) for at, mention in sentence.of(TitleMention)]


_OTHER_WORK = re.compile(
    r"(?i)^(?: [\"”’'])*(?: \S+)? (?:prequel|sequel|spin-?off|offshoot|companion|alum\w*|star|actor|actress|fame"
    r"|-(?:like|esque|style|inspired|rival|adjacent)|creator|director|screenwriter|veteran|universe|franchise|writer"
    r"|producer|correspondent|team|makers|duo|finalist|winner|contestant|regular)(?= )"
)
_FRANCHISE = re.compile(
    r"(?i)(?: [\"”’'])*(?: (?:limited|animated|prequel|tv|new))? (?:series|show|drama|spin-?off|prequel|sequel)"
    r"(?: [\"“‘'])* "
)
"""Between a franchise and the show that is told of: “‘Star Wars’ series ‘X’ is over”."""
_PERSON_OF = re.compile(r"(?: [\"”’'])* (?:['’]s? )?([A-Z][a-z]+) [A-Z][\w’-]+(?= )")
_OWN_PERSON = re.compile(
    r"(?: [\"”])* ['’]s? ([A-Z][a-z]+) [A-Z][\w’-]+(?= (?:has|will|is|was|joins?|joined|stars?|plays?|and|as|to|,|\())"
)
"""Behind a title: somebody who is in it, “X's Jane Doe has joined”."""
_BEST_SINCE = re.compile(
    r"(?i) (?:best|biggest|first|only|most \w+|greatest|highest)\b[^.;]{0,40} since(?: the)? [\"“‘' ]*$"
)


REPLACED = re.compile(
    r"(?i) (?:(?:tak(?:es?|ing|en)|took) over (?:from|the (?:[a-z-]+ ){1,3}(?:of|from))|over from"
    r"|(?:slot|place|hour) of|replac(?:es?|ing|ed)|succeed(?:s|ing|ed)?"
    r"|follows|(?<!were )(?<!are )(?<!been )(?<!am )following)(?: the)?"
    r"(?: (?:end|finale|conclusion|run) of)?"
    r"(?: (?:hit|popular|current|currently airing|drama|comedy|series))*[ \"“‘']*$"
)
"""What goes before a show whose place another takes: “takes over from X on Monday”."""


@lru_cache(2048)  # asked for each phrase of a sentence
def is_other_work(sentence: Marked, at: int) -> bool:
    """Whether a title only says where somebody is known from, or what another show comes from or comes after."""
    if REPLACED.search(sentence.text[max(0, at - 60) : at]):
        return True
    person, own = _PERSON_OF.match(sentence.text, at + 1), _OWN_PERSON.match(sentence.text, at + 1)
    if own and own[1].lower() not in words().never_titles | words().section_words:
        return True
    if _FRANCHISE.match(sentence.text, at + 1, sentence.text.find(SHOW, at + 1)):
        return True
    return bool(
        _OTHER_WORK.match(sentence.text[at + 1 :])
        or (person and person[1] != "Will" and fold(person[1]) in words().first_names)
    )


def in_passing(sentence: Marked, at: int) -> bool:
    """Whether a title only says what another show is like or who made it: “the best comedy since X”, “an X alum”."""
    before = sentence.text[max(0, at - 60) : at]
    return is_other_work(sentence, at) or bool(COMPARED.search(before) or _BEST_SINCE.search(before))


@lru_cache(2048)  # asked for each phrase of a sentence
def groups_of(sentence: Marked) -> list[list[tuple[int, TitleMention]]]:
    """The titles of a sentence, those in one list together."""
    groups: list[list[tuple[int, TitleMention]]] = []
    for at, mention in sentence.of(TitleMention):
        if in_credits(sentence.text, at):
            continue
        between = sentence.text[groups[-1][-1][0] + 1 : at] if groups else ""
        listed = groups and _LINK.match(between) and not _FRANCHISE.fullmatch(between)
        if listed and not _goes_on(sentence, groups[-1], at):
            groups[-1].append((at, mention))
        else:
            groups.append([(at, mention)])
    return groups


_ASIDE_OPENS = re.compile(r" ,(?: [\"”’'])* (?:which|who|whose|where|in which|based on|inspired by) [^,]*$")
_ASIDE_CLOSES = re.compile(r"^[^,;.]*( , )(?:is|was|has|had|will|would|did|does|gets?|got)(?= )")


def without_asides(
    sentence: Marked, groups: list[list[tuple[int, TitleMention]]], start: int, end: int
) -> list[list[tuple[int, TitleMention]]]:
    """The groups but those in what is said aside: “X, which ABC shot like Y, is over”, unless it is told there."""
    kept = []
    for group in groups if len(groups) > 1 else ():
        first, last = group[0][0], group[-1][0] + 1
        opens, closes = _ASIDE_OPENS.search(sentence.text, 0, first), _ASIDE_CLOSES.match(sentence.text[last:])
        if not (opens and closes) or (opens.start() <= start and end < last + closes.start(1)):
            kept.append(group)
    return kept or groups


_ONE = re.compile(
    rf"(?: [\"”’'{SEASON}])*"
    rf"(?: , (?:the|a|an|its|which|from) [^,;:(){SHOW}]{{1,60}}(?:{SHOW}[^,;:(){SHOW}]{{0,30}})? ,)?"
    rf"(?: [\"”’'{SEASON}])* (?:is|was|has|gets|got|isn['’]t|wasn['’]t|hasn['’]t|does|did|returns|arrives|premieres"
    r"|debuts|launches|lands|drops|begins|starts|kicks|moves|ends|wraps|concludes|airs|comes|goes|heads|follows)(?= )"
)


_OBJECT = re.compile(
    r"(?i) (?:renew(?:ed|s)|cancell?ed|cancels|axe[ds]|ordere?[ds]|picked up|save[ds]|dropped|scrapped|revive[ds]"
    r"|recommissioned|greenlit)(?: (?:the|its|new|hit|drama|comedy))*(?: [\"“‘'])* $"
)
_ANEW = re.compile(r"(?: [\"”’'])* (?:will|would|has been|is)(?= )")
"""What begins a clause of its own behind one in which a show was only the object: “renewed X, and Y will be back”."""


def _goes_on(sentence: Marked, group: list[tuple[int, TitleMention]], at: int) -> bool:
    """Whether a title begins a clause of its own: “ABC has renewed X, and Y is in doubt”."""
    between = sentence.text[group[-1][0] + 1 : at]
    if " , and" not in between:
        return False
    told = _OBJECT.search(sentence.text[max(0, group[0][0] - 40) : group[0][0]])
    if told and _ANEW.match(sentence.text, at + 1):
        return True
    return len(group) == 1 and bool(_ONE.match(sentence.text, at + 1))


_SOMEBODY_OF = re.compile(
    r" [A-Z][a-z]+ (?:[A-Z][\w.-]* )?[A-Z](?!eason|eries|art |olume|pisode|remiere|inale|eturn|un |ast |reator|tar "
    r"|enewal|ancel|pin|ersion|eboot|evival|roduction)[\w’-]+ of (?:the )?[\"“‘']? ?$"
)


@lru_cache(2048)  # asked for each phrase of a sentence
def in_credits(text: str, at: int) -> bool:
    """Whether a title stands behind a name, with “of” or in brackets: what an actor was in before."""
    if _SOMEBODY_OF.search(text[max(0, at - 60) : at]):
        return True
    opened = text.rfind(" ( ", 0, at)
    if opened < 0 or " ) " in text[opened:at]:
        return False
    before = text[:opened].split()[-1:]
    return bool(before) and before[0][0].isupper() and before[0][0] not in (SHOW, SEASON)


_MANY = re.compile(
    r"(?i) (?:shows|series|dramas|comedies|sitcoms|documentaries|programm?e?s|titles|originals|projects|ones|others"
    r"|more|list|newcomers|freshmen|favou?rites|hits|pilots|returnees|casualties|two|three|four|five|six|seven|eight|nine|ten"
    r"|\d+)(?= )"
)
_INTRODUCED = re.compile(
    r"(?i) (?:[:!-]|,? ?(?:such as|including|among them|namely)|(?:list|slate|line-?up|roster|which|they|these)"
    r" (?:also )?(?:includes?|are|is))(?= )"
)


_INVERTED = re.compile(r"(?: [a-z’'-]+){0,3}? (?:are|were|is|was|includes?|included)(?= )")
_AMONG = re.compile(r"(?i)^ (?:also|among|other|others|the other|the others|newly|freshly|those|likewise)(?= )")
_PARTED = re.compile(r"(?i) (?:while|but|whereas|though|although|meanwhile)(?= )")


def _inverted(sentence: Marked, end: int, first: int) -> int | None:
    """Where a sentence begins to name what its phrase is told of: “Among those on hold are X; Y, with …; and Z”."""
    verb = _INVERTED.match(sentence.text, end)
    return verb.end() if verb and verb.end() <= first and _AMONG.match(sentence.text) else None


def enumerated(sentence: Marked, end: int) -> list[tuple[int, TitleMention]]:
    """The shows that a sentence names one by one behind a phrase, which ends at `end` and is told of them all.

    “Four new shows have been canceled: X on ABC, Y (which nobody saw) and Z”; none where a show is named before.
    """
    text = sentence.text
    first = text.find(SHOW)
    if first < end:
        return []
    start = _inverted(sentence, end, first)
    if start is None:
        point = next((match for match in _INTRODUCED.finditer(text, end - 1, first)), None)
        if point is None or not _MANY.search(text, 0, point.end()):
            return []
        start = point.end()
    parted = _PARTED.search(text, start)
    last = parted.start() if parted else len(text)
    return [
        (at, mention) for at, mention in sentence.of(TitleMention, start, last)
        if text.rfind(" ( ", 0, at) <= text.rfind(" ) ", 0, at)
        and not (COMPARED.search(text[max(start, at - 60) : at]) or is_other_work(sentence, at))
    ]  # fmt: skip
