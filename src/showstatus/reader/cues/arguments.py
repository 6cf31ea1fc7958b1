"""Which shows and which season does a phrase have? Its arguments, from where they stand in its sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from showstatus.reader.cues.cue import DECISIONS, Cue
from showstatus.reader.cues.groups import COMPARED, enumerated, groups_of, is_other_work, without_asides
from showstatus.reader.lexicon import DATE, PLATFORM, SEASON, SHOW
from showstatus.reader.mentions.marked import Marked
from showstatus.reader.mentions.title import TitleMention

IT = re.compile(
    rf"(?i) (?:it|its|he|she|they|this|that|the (?:[a-z’'{PLATFORM}-]+ ){{0,2}}(?:show|series|drama|comedy|sitcom"
    r"|soap|programme|program|thriller|anime|cartoon|reboot|spin-?off|prequel|revival|period|crime|romance|fantasy"
    r"|medical|reality|hit))(?= )"
)
_ASIDE = re.compile(r"(?i)^ (?:while|although|though|unlike|like|as(?! for)|where)(?= )")
_WHICH = re.compile(r"(?i)^ (?:[,(] )?(?:which|who|that|whose) ")
_ONE_OF_THEM = re.compile(rf"(?i)^ (?:[,(] )?(?:(?:which|that) (?:is|was|has)|whose {SEASON} (?:is|was|has|will)) ")
"""What is said behind a list of the last in it alone: “X and Y, which is in its third season”."""
_ALONG = re.compile(
    r"(?i)^(?: \S+){0,3}?(?: [,\"”’'])* (?:along with|as (?:will|is|are|does|do|was|were)"
    r"|and so (?:will|is|are)|joined by"
    rf"|alongside|together with)(?: be)?(?: (?:the )?(?:{SEASON}|return|premiere|debut|launch|season|series) of)?"
    r"(?: the)? (?:[\"“‘'] )?$"
)


def joins(sentence: Marked, cue: Cue, at: int) -> bool:
    """Whether a show is told of beside that of a phrase: “X is back for a third season, as is Y for its second”."""
    return at >= cue.end and bool(_ALONG.match(sentence.text[cue.end : at]))


_NEW = re.compile(
    r"(?i) (?:prequel|spin-?off|new(?:est)? (?:\S+ )?(?:series|dramas?|comed(?:y|ies)|shows?|sitcoms?|thrillers?)"
    r"|upcoming (?:\S+ )?(?:series|drama|comedy|show|thriller)|another (?:tale"
    rf"|story)(?: [^{SHOW} ]+){{0,3}})(?: series)? ?(?:[,\"“‘'] ?|and |{SHOW} )*$"
)
_NEW_AFTER = re.compile(
    r"(?i)^(?: [\"”’',])* (?:the|a|an|its) (?:(?:brand-)?new|upcoming|forthcoming|limited|\w+-part"
    r"|\w+-episode|planned) (?:\S+ ){0,4}?(?:series|drama|comedy|show|spin-?off|prequel|thriller|sitcom)(?= )"
)


def is_new(sentence: Marked, at: int) -> bool:
    """Whether a show is called new where its title stands: what is told of it then is told of its first season."""
    return bool(_NEW.search(sentence.text[max(0, at - 80) : at])) or bool(_NEW_AFTER.match(sentence.text[at + 1 :]))


def shorthand(sentence: Marked, at: int) -> tuple[int, ...]:
    """The season that is part of a title as it is written: “Mirzapur 3”."""
    mention = sentence.mentions.get(at)
    return (mention.number,) if isinstance(mention, TitleMention) and mention.number else ()


@lru_cache(4096)  # asked from several sides, and again where a text is gone through twice
def shows_of(sentence: Marked, cue: Cue) -> tuple[tuple[int, str], ...]:
    """The shows of its own sentence that a cue is about, each with its place."""
    return tuple((at, mention.key) for at, mention in _group(sentence, cue))


def _group(sentence: Marked, cue: Cue) -> list[tuple[int, TitleMention]]:
    """By the cue's voice those before or behind it, with all that are listed with them."""
    swallowed = _NAMES_THEM.search(sentence.text[cue.start : cue.end] + " ")
    listed = enumerated(sentence, cue.start + swallowed.start() if swallowed else cue.end)
    one = _one_of_two(sentence, cue)
    if listed and not one:
        return listed
    every = groups_of(sentence)
    one = one or _in_brackets(sentence, cue, every)
    if one:
        return one
    relative = _WHICH.match(sentence.text[cue.clause[0] : cue.start + 1])
    if relative and " , " not in sentence.text[cue.clause[0] + relative.end() : cue.start]:
        told = [group for group in every if group[-1][0] < cue.clause[0]][-1:]
        told = [group for group in told if not is_other_work(sentence, group[-1][0])]
        between = sentence.text[told[0][-1][0] + 1 : cue.clause[0]] if told else ""
        if told and (len(between.split()) <= 1 or _APPOSED.fullmatch(between)):
            return told[0][-1:] if _ONE_OF_THEM.match(sentence.text[cue.clause[0] : cue.clause[1]]) else told[0]
    groups = [kept for group in every if (kept := _own_works(sentence, group))]
    groups = without_asides(sentence, groups, cue.start, cue.end)
    inside = [group for group in groups if any(cue.start <= at < cue.end for at, _ in group)]
    if inside:
        return inside[0]
    left = [
        group
        for group in groups
        if group[-1][0] < cue.start and not COMPARED.search(sentence.text[max(0, group[0][0] - 60) : group[0][0]])
    ]
    right = [group for group in groups if group[0][0] >= cue.end]
    near = right[0] if right and _reaches(sentence.text[cue.end : right[0][0][0]]) else None
    voice = _voice(sentence, cue)
    if near and _HANDS_ON.search(sentence.text[cue.start : cue.end]) and near[0][0] - cue.end <= HANDED:
        return near
    own = sentence.text[cue.clause[0] : cue.clause[1]]
    if SHOW not in own and IT.search(own) and (not left or _ASIDE.match(sentence.text)):
        return []
    ahead = sentence.text[cue.clause[0] : cue.start]
    if near and not left and _OPENS_WITH.match(sentence.text[cue.end :]) and IT.search(ahead):
        return []
    if near and len(right) > 1 and _ALONG.match(sentence.text[near[-1][0] + 1 : right[1][0][0]]):
        near = near + right[1]
    if voice == "active":
        return near or (left[-1] if left else [])
    if voice == "noun" and left and _ITS.fullmatch(sentence.text[left[-1][-1][0] + 1 : cue.start]):
        return left[-1][-1:]
    if voice == "noun" and left and near and _is_behind(sentence, left[-1][-1][0], cue, near[0][0]):
        return left[-1]
    if voice == "noun" and left and _OWNED.fullmatch(sentence.text[left[-1][-1][0] + 1 : cue.start]):
        return left[-1]
    if voice == "noun" and left and _DOES.fullmatch(sentence.text[left[-1][-1][0] + 1 : cue.start + 1]):
        return left[-1]
    if voice in ("verb", "noun") and near is not None:
        return near
    if left:
        joined = right[0] if right and _ALONG.match(sentence.text[cue.end : right[0][0][0]]) else []
        return left[-1] + joined
    return near or []


_ALSO_KNOWN = re.compile(r"(?: [\"”’'])*(?: 's)? ,(?: [\"“‘'])* (?:the|a|an|its|this)(?: [\"“‘'])* ")


def _own_works(sentence: Marked, group: list[tuple[int, TitleMention]]) -> list[tuple[int, TitleMention]]:
    """A list of shows, or none where they only say what somebody was in; without what one of them came from."""
    if not is_other_work(sentence, group[-1][0]):
        return group
    apposed = len(group) > 1 and _ALSO_KNOWN.fullmatch(sentence.text[group[-2][0] + 1 : group[-1][0]])
    return group[:-1] if apposed else []


_NAMES_THEM = re.compile(rf" (?:are|were|include)(?: [\"“‘'])* {SHOW} $")
"""The verb of a phrase that ends with the first of several shows: “Also ordered are X, …; Y, …; and Z”."""


def _in_brackets(
    sentence: Marked, cue: Cue, groups: list[list[tuple[int, TitleMention]]]
) -> list[tuple[int, TitleMention]]:
    """The show right before the brackets in which a phrase stands that names none: “X (its finale was on 6 May)”."""
    opened = sentence.text.rfind(" ( ", 0, cue.start + 2)
    if opened < 0 or " ) " in sentence.text[opened : cue.start]:
        return []
    closed = sentence.text.find(" ) ", cue.end - 1)
    if closed < 0 or SHOW in sentence.text[opened:closed]:
        return []
    last = next((group[-1:] for group in reversed(groups) if group[-1][0] < opened), [])
    beside = last and re.fullmatch(rf"(?: [\"”’'{SEASON}])*", sentence.text[last[0][0] + 1 : opened])
    return last if beside else []


_AS_IS = re.compile(
    r"(?i)(?: [^ ;.]+){0,4}?(?: [,\"”’'])* (?:as (?:will|is|are|does|do|has|have|was|were)"
    r"|and so (?:will|is|are|do|does))(?: be)?(?: [\"“‘'])*(?: the)? *"
)


def is_joined(sentence: Marked, end: int, at: int) -> bool:
    """Whether a show behind a phrase is only said to share it, not its season: “X is back for season 2, as is Y”."""
    return at >= end and bool(_AS_IS.fullmatch(sentence.text[end:at]))


def _one_of_two(sentence: Marked, cue: Cue) -> list[tuple[int, TitleMention]]:
    """The show that is “the former” or “the latter” of those named before, where a clause is told of that."""
    said = _FORMER.search(sentence.text, cue.clause[0], cue.end)
    before = [group for group in groups_of(sentence) if said and group[-1][0] < said.start()]
    pair = [pair for group in before[-2:] for pair in group]
    return ([pair[0]] if said[1].lower() == "former" else [pair[-1]]) if said and len(pair) > 1 else []


_FORMER = re.compile(r"(?i) the (former|latter)(?= )(?! (?:two|three|half|part|stages?|star|host|actor))")
_APPOSED = re.compile(
    r"(?: [\"”’'])*(?: ,)?(?: [\"”’'])* (?:a|an|the|its|\S+ 's)"
    r"(?: (?!which|who|that|and|but)[^ ,;:()]+){1,8}(?: ,)? *"
)
"""What stands between a show and “which” and only says what it is: “X, the channel's new drama, which …”."""
HANDED = 20
"""In so many characters behind a phrase that ends with “of” or “for” stands its show: “no plans for the drama X”."""
_HANDS_ON = re.compile(r" (?:of|for)$")
_SUFFERS = re.compile(
    r"(?i) (?:been|is|are|was|were|be|being|gets?|got)(?: (?:also|both|all|now|already|just|not|never|only|\w+ly))* $"
)
_ITS = re.compile(r"(?: [\"”’'])* 's")
"""What stands between a show and what is its own: “X's last season”."""
_RIGHT_BEHIND = re.compile(rf"{SHOW}(?: [\"”’'])* $")
"""A verb right behind a title has that for its object: “‘X’ renewed by CBS”."""
_DONE_TO = re.compile(r"(?i)^(?: [\"'])* \w+(?:ed|lit|axed)(?= |$)")


def _voice(sentence: Marked, cue: Cue) -> str:
    """The voice of a phrase; of a verb that is told of what was done to a show, the passive: “have been renewed”."""
    done = _DONE_TO.match(sentence.text[cue.start : cue.end])
    ahead = sentence.text[: cue.start] + " "
    if cue.phrase.voice == "verb" and done and (_SUFFERS.search(ahead) or _RIGHT_BEHIND.search(ahead)):
        return "passive"
    return cue.phrase.voice


def _is_behind(sentence: Marked, before: int, cue: Cue, behind: int) -> bool:
    """Whether a noun stands right behind one title and apart from another: “gives ‘X’ a full order, cancels ‘Y’”."""
    between = sentence.text[before + 1 : cue.start].strip(" \"'’")
    return not between and " , " in sentence.text[cue.end : behind]


_OWNED = re.compile(r"(?: [\"”])* ['’]s?(?: [a-z-]+)?")
"""Between a title and what is its own: “the premiere of X's final season”."""
_DOES = re.compile(
    r"(?: [\"”’'])*(?: (?:has|have|had|is|are|was|were|will|would|already|now|also|just|finally|officially))+"
    r"(?: been)?(?: (?:given|handed|granted|awarded|getting|received|landed|scored)(?: (?:a|an|another|\w+))?)? +"
)
"""Between a title and the verb that says what it does: “X has begun filming, and Y …”."""
_OPENS_WITH = re.compile(r" with (?:[\"“‘'] )?(?:an episode |the episode )?")
"""What stands before the name of an episode: “the series premieres on Friday with ‘The Letter’”."""
_GENERAL = re.compile(
    r"(?i)^(?: (?:the|their|its|all|many|some|several|other|more|most|a|few|lot|of|these|those|such))*"
    r" (?:shows|series that|things|programmes|programs|titles|projects|plans|dramas|comedies|sitcoms|originals"
    r"|everything"
    r"|anything|something|films?|movies?|games?|deals?|contracts?|people|fans)(?= )"
)
_GENERAL_BEFORE = re.compile(
    r"(?i) (?:shows|things|programmes|programs|titles|projects|plans|sitcoms|originals|everything|anything|i|we"
    r"|you|he|she|(?:anime|most|many|such|other|few|some|tv|television|streaming|network|new) series"
    r"(?= (?:are|were|get))"
    r"|actor|actress|host|man|woman|who)(?: (?:to|that|which|can|could|would|should|had|has|have|was|were|are"
    r"|is|been|be|being"
    r"|get|gets|got|also|will|just|not|often|usually|sometimes|rarely|always))* $"
)
_ANY = re.compile(r"(?i) (?:for|of) any of (?:its|the|their)(?= )")


def is_general(sentence: Marked, cue: Cue) -> bool:
    """Whether a decision is told of no show in particular, or of a person: “they cancel shows”, “he was sacked”."""
    if cue.kind not in DECISIONS or sentence.sentence.role in ("headline", "heading") or shows_of(sentence, cue):
        return False
    if _ANY.match(sentence.text[cue.end :]) or _ANY.match(sentence.text[cue.end + 2 :]):
        return True
    if cue.phrase.voice != "passive" and _GENERAL.match(sentence.text[cue.end :]):
        return True
    return bool(_GENERAL_BEFORE.search(sentence.text[cue.clause[0] : cue.start] + " ")) and cue.phrase.voice != "active"


def _reaches(between: str) -> bool:
    """Whether a phrase reaches the title behind it: few words between, and none that begins something else."""
    words = between.split()
    if len(words) > (7 if {SEASON, DATE, PLATFORM} & set(words) else 9) or re.search(
        r" [;.!?(—] | , (?:which(?! (?:means|includes?|is|are|was|were) )|who|whose|where) | (?:but|while|after|as"
        r"|when|than|like|by|before|because) ",
        between + " ",
    ):
        return False
    verbs = re.search(r" (?:is|are|was|were|has|have|will|had) ", between + " ")
    return not verbs or len(words) <= 3
