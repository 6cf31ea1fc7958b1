"""Where a run of capitalised words begins and ends as a name, without what it only stands beside."""

from __future__ import annotations

import re

from showstatus.names import fold
from showstatus.reader import lexicon
from showstatus.reader.titles.people import is_person

CAPITAL = "A-ZÀ-ÖØ-ÞĆČĐĞİŁŃŘŚŞŠŹŻŽŌŪ"
"""Capital letters, those of other European languages as well."""


def trimmed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A run without the function words it begins with, and without whose show it is: a person's or a company's."""
    if _LABEL_BEFORE.fullmatch(f"{text[start:end]}: ") and text.startswith(":", end):
        return []
    cast = _STARRED.fullmatch(text, start, end)
    if cast and cast[1].lower() not in _NOBODY and is_person(cast[3], "", ""):
        return [cast.span(1), cast.span(3)]
    owned = _owned(text[start:end])
    start += owned
    if " " not in text[start:end] and _PLACE_BEFORE.search(text[max(0, start - 25) : start]):
        return []
    if text.startswith("Original ", start) and _is_behind_platform(text, start):
        start += len("Original ")
    for ahead in (_LABEL_BEFORE, _KIND_BEFORE):
        label = ahead.match(text[start:end])
        start += label.end() if label else 0
    if not owned and (start == 0 or text[:start].rstrip()[-1:] in tuple('.!?:•|—–"“')):
        start = _opened(text, start, end)
        alone = text[start:end].lower()
        single = " " not in alone and start == 0
        if single and (alone in lexicon.words().never_titles or alone.endswith(("ing", "ly"))):
            return []
    for ahead in (_COUNT_BEFORE, _CHANNEL_BEFORE, _OPEN_BEFORE):
        label = ahead.match(text[start:end])
        start += label.end() if label else 0
    somebody = _SOMEBODY_IN.match(text[start:end])
    if somebody and fold(somebody[1]) in lexicon.words().first_names:
        person = somebody.end() - len(somebody[2])
        return [(start, start + person), *trimmed(text, start + somebody.end(), end)]
    end = _closed(text, start, end)
    if _COUNTED.match(text[start:end]) and _OF_THEM.match(text, end):
        return []
    place = text[start:end].lower().removeprefix("the ")
    if text.startswith("The ", start) and place in lexicon.words().never_titles and _OF_A_KIND.match(text, end):
        return []
    return [(start, end)] if end > start and not _LED_BY.search(text[start:end]) else []


_PLACE_BEFORE = re.compile(
    r"\b(?:in|around|across|from) (?:regional|rural|suburban|outback|coastal|downtown|central|upstate|inner"
    r"|(?:north|south|east|west)(?:ern)?) $"
)
"""What stands before the name of a place: “wrapped in regional Victoria”."""


def _is_behind_platform(text: str, start: int) -> bool:
    """Whether a platform stands right before a run: “Stan Original Bloom” is “Bloom”."""
    ahead = text[max(0, start - 30) : start].rstrip()
    return any(match.end() == len(ahead) for match in lexicon.words().platforms.finditer(ahead))


def _opened(text: str, start: int, end: int) -> int:
    """Where a run at the beginning of a sentence begins without the words that only open it."""
    if _PLACED.fullmatch(text[start:end]) and _DOES.match(text, end):
        return start
    words = text[start:end].split(" ")
    while len(words) > 1 and words[0].lower() in lexicon.words().openers and not _begins_title(words):
        start += len(words[0]) + 1
        words = words[1:]
        while len(words) > 1 and words[0].islower() and words[0] != "the":
            start += len(words[0]) + 1
            words = words[1:]
    return start


_PLACED = re.compile(
    r"(?:On|In|Under|Without|Over|Behind|Above|Beyond|From|Into) (?:[Tt]he|[Aa]n?) [A-Z][a-z]+(?: [A-Z][a-z]+)?"
)
_DOES = re.compile(r" (?:is|was|has|will|returns|follows|stars|won['’]t|gets)\b")
"""What does something is a name, and begins with none of the words that say where: “On The Verge is …”."""


def _closed(text: str, start: int, end: int) -> int:
    """Where a run ends without the kind of show, a season's number and a genitive, but with its own mark."""
    somebody = text.find(": ", start, end)
    if somebody > 0 and is_person(text[somebody + 2 : end], "", ""):
        end = somebody
    for behind in (_QUESTION_BEHIND, _NIGHT_BEHIND, KIND_BEHIND, _LINK_BEHIND, NUMBER_BEHIND):
        found = behind.search(text[start:end])
        end -= len(found[0]) if found else 0
    behind_time = _TIME_BEHIND.search(text[start:end])
    if behind_time and re.match(r" [A-Z0-9]", text[end:]):
        end -= len(behind_time[0])
    tail = next((tail for tail in ("'s", "’s", "'", "’", "-") if text[start:end].endswith(tail)), "")
    end -= len(tail)
    return end + 1 if _MARK_BEHIND.match(text[end : end + 3]) else end


_OWNER = re.compile(rf"((?:[{CAPITAL}][\w.-]+ ){{0,2}}[{CAPITAL}][\w-]+)(?:['’]s|(?<=s)['’]) (?=[{CAPITAL}0-9])")
_STARRED = re.compile(rf"([{CAPITAL}][\w-]+)(['’]s |(?<=s)['’] )([{CAPITAL}][\w-]+ [{CAPITAL}][\w’'-]*)")
"""A show of one word, and who is in it: “Harbour's Jane Doe”."""
_MAKER = re.compile(r"(?:Marvel|DC|Disney|Tyler Perry|Tom Clancy|Stephen King)$")
_ARTICLE = re.compile(r"(?:The|A|An) [A-Z]")
_NOBODY = frozenset(
    """
    the a an mr mrs ms miss dr st sir lady lord king queen prince princess captain judge president uncle aunt auntie
    new north south east west hong los las san saint great my our your his her their this that it everybody everyone
    """.split()  # noqa: SIM905
)
"""What begins the name of an owner that belongs to the title: “The Queen's Gambit”, “Miss Fisher's Mysteries”."""


def _owned(surface: str) -> int:
    """How many characters name whose a show is: “Dan Brown's The Lost Symbol”, “Frantic Films' Baroness”."""
    found = _OWNER.match(surface)
    if found is None:
        return 0
    words = found[1].lower().split()
    known = lexicon.words()
    if known.platforms.fullmatch(found[1].title()) and found[1].isupper():
        return found.end()
    if _MAKER.match(found[1]) or (len(words) > 1 and words[0] in known.first_names):
        return found.end()
    if words[0] in _NOBODY or words[0] in known.openers:
        return 0
    rest = surface[found.end() :]
    company = words[-1] in known.not_in_titles
    return found.end() if len(words) > 1 or company or _ARTICLE.match(rest) else 0


_SOMEBODY_IN = re.compile(
    rf"(?:(?:Dr|Mr|Mrs|Ms|DI|DCI|DS)\.? )?([A-Z][a-z]+) [A-Z][\w’'-]+( (?:in|on|of) )(?=[{CAPITAL}])"
)
"""Somebody with the show that they are in: “Jane Doe in Salt Road”."""
_LED_BY = re.compile(r"(?i)\w-(?:led|fronted|starring|hosted|produced|created|directed|penned|based|owned|backed|set)$")
"""What only says whose a show is: “the Jane Doe-led drama”."""
_COUNTED = re.compile(
    r"(?:\d{1,3}|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Dozens?|More|All|These|Best|Top)"
    r"(?: (?:New|Big|Great|Returning|Original|(?:[A-Z][a-z]+)?(?:ish|ian|ean|ese|can|ench|rman)|[KC]))*$"
)
_OF_THEM = re.compile(
    r"[ -](?:new |returning |original |upcoming |hit |[a-z]+-)*"
    r"(?:shows|dramas|k-dramas|comedies|thrillers|sitcoms|series|titles|originals|programmes|miniseries|docuseries)\b"
)
"""Behind what only counts shows and says where they come from: “Five British dramas”."""
_OF_A_KIND = re.compile(
    r"[ -](?:[a-z-]+ ){0,3}?(?:drama|comedy|series|thriller|sitcom|soap|show|dramedy|mystery|whodunit)\b(?! [A-Z‘“\"'])"
)
"""Behind what only says where a show is set: “The Belfast police drama”."""
_COUNT_BEFORE = re.compile(r"\d+ (?=The |A )")
_CHANNEL_BEFORE = re.compile(r"[A-Z][\w.]* TV['’]s (?=[A-Z])")
_OPEN_BEFORE = re.compile(r"TB[ACD]:? (?=[A-Z0-9])")
KIND_BEHIND = re.compile(
    r"(?<=\w)(?: (?:TV|Anime|TV Anime|TV Series|Anime Series|Reboot|Revival|Spin-?[Oo]ff|Premieres?|PREMIERES?|RETURNS?"
    r"|FINALE|(?<!LONE )(?<!POP )STARS?|BOSS(?:ES)?|FANS|CAST))(?:['’]s?)?$"
)
_QUESTION_BEHIND = re.compile(
    r": (?:When|What|How|Why|Who|Where|Is|Are|Will|Did|Does|Do|Can|Could|Has|Have|Everything|All|Here|Which|Should"
    r"|Renewed|Cancell?ed|Renewal|TBA|TBD|TBC|Season|Series|Pending|Ordered|Undecided|Release|Premiere"
    r"|Trailer|Cast|Plot|Netflix|News|Spoilers?|Officially|First|Final)\b.*$"
)
"""What begins behind a colon, and is no second half of a title."""
_NIGHT_BEHIND = re.compile(r"(?<=\w) on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?$")
"""On which night it is: “brings Batwoman on Sundays”."""
_LINK_BEHIND = re.compile(r"(?<=\w)(?: (?:to|to be|will|is|are|for|in|on|at|of|and|or|with))+$")
"""What led to a word that is cut off: “Harbour Lights to RETURN”."""
NUMBER_BEHIND = re.compile(r"(?<=\w) (?:[1-9]|1[0-2]|II|III|IV|VI{0,3}|IX)$")
"""“Mirzapur 3” is the third season of Mirzapur."""
_TIME_BEHIND = re.compile(r"(?<=\w) (?:After|Before|Following|Amid)$")
"""What begins “After Two Seasons”, where that is cut off."""
_MARK_BEHIND = re.compile(r"[!?](?:[,;)'’]| (?![A-Z–—-]|$))")
"""A mark that does not end the sentence is the title's own."""
_LABEL_BEFORE = re.compile(
    r"(?i)(?:renewed|cancell?ed|axed|ended|ending|moving|moved|new|saved|returning|pending|final season|confirmed"
    r"|gone|safe|dead|out|undecided|back|coming back|staying|leaving|bubble|in limbo|on the bubble"
    r"|breaking|update|start dates|filming(?: dates| update)?|production(?: news| update| dates)?"
    r"|casting(?: news)?|set visit|first look|spotted|shoot(?:ing)?|photos?|video|watch|on set"
    r"|exclusive|report|official|host|stars|starring|cast|premieres?|returns|network|genre|creators?"
    r"|status|season finale|series premiere|tv|news|review|recap|plus|also|and|bonus|elsewhere|meanwhile): "
    r"|(?:[\w-]+ ){0,3}(?:(?:not|newly|officially) (?:renewed|returning|cancell?ed|picked up)"
    r"|(?:season|series|episodes?) (?:ordered|picked up|renewed|orders?)|(?:before|after|without) airing"
    r"|(?:this|next|last|past) (?:season|year|fall|spring|summer|week|month)|(?:for|at|until) (?:midseason|mid-season)"
    r"|(?:release|premiere|air) dates?): "
)
"""What stands before a colon and is no part of the title behind it."""
_KIND_BEFORE = re.compile(
    r"(?:[KCJ]-?[Dd]rama|TV [Aa]nime|Anime|Docuseries|Sitcom|Prequel|Spin-?off|Sequel|Reboot|Miniseries"
    r"|(?:TV|Drama|Comedy|Reality|Original|Web) (?:[Ss]eries|[Ss]how)) (?=[A-Z0-9])"
)
"""What kind of show it is, where it is written in capitals before the title."""
_QUESTIONING = frozenset(
    """
    how what who why when where so no not just only first now do once still
    """.split()  # noqa: SIM905
)


def _begins_title(words: list[str]) -> bool:
    """Whether an opener is part of a title: “How I Met Your Father”, “So Help Me Todd”."""
    return (
        words[0].lower() in _QUESTIONING
        and len(words) > 1 + (words[0].lower() != "all")
        and all(word[0].isupper() for word in words[:3])
    )
