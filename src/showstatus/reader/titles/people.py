"""Which names are those of people, and no titles."""

from __future__ import annotations

import re

from showstatus.names import fold
from showstatus.reader import lexicon

_KOREAN = re.compile(
    r"[A-Z][a-z]+ [A-Z][a-z]+-[a-z]+|(?:Kim|Lee|Park|Jung|Choi|Jang|Kang|Yoon|Seo|Shin|Kwon|Hwang|Ryu|Jeon|Bae|Han|Jo"
    r"|Ji|Im|Lim|Song|Ahn|Yang|Cho|Yoo|Nam|Noh|Heo|Ko|Kwak|Moon|Byun|Gong|Joo|Sung|Seong|Sohn|Wi|Yeo|Yook|Jeong|Chae|Baek"
    r"|Hong|Uhm|Um)"
    r" [A-Z][a-z]{1,5} [A-Z][a-z]{1,5}"
)
_INITIAL = re.compile(r"[A-Z][a-z]+ [A-Z]\. [A-Z][a-z]+")
_INITIALS_BEFORE = re.compile(r"\b[A-Z][a-z]+ (?:[A-Z]\. ?)+$")
_NOT_OF_PEOPLE = frozenset(
    """
    a an the it me my you your we us our is are makes goes gets wants needs has can will not no and or of &
    from to in on at by with for into
    """.split()  # noqa: SIM905
)
"""Words that stand in titles but not in the names of people."""
_CALLING = re.compile(
    r"(?i)\b(?:stars?|actors?|actress|creators?|showrunners?|producers?|directors?|writers?|comedian|host|presenter|by"
    r"|boss|chief|president|played by|starring|opposite|mr|ms|mrs|dr)\.? $"
)
"""What somebody is, before the name."""
_SPEAKS = re.compile(
    r"^(?:,? (?:who|said|says|told|plays|played|tweeted|wrote|explained|added|reveals|will play|as [A-Z]"
    r"|(?:(?:will|to|also|who) )*(?:co-|guest-)?stars? (?:in|as|alongside|opposite))"
    r"| \([A-Z][a-z]+|: (?:I|I['’]m|I['’]ve|My) )"
)
_RANK = re.compile(r"(?:DI|DCI|DS|DSI|DC|DSU|DCS|PC|WPC|Sgt|Lt|Det)\.? [A-Z]")
"""What policemen are in the credits: “DI Jane Doe”."""


def is_person(surface: str, before: str, after: str) -> bool:
    """Whether a run of capitalised words is somebody's name."""
    if surface.startswith("The ") and _KIND_BEHIND.match(after):  # “the Jane Doe comedy”, where it begins a sentence
        surface = surface[4:]
    words = surface.split()
    if before.endswith("the ") and 1 < len(words) < 5 and _STARRING.match(after):
        return True
    if _KOREAN.fullmatch(surface) or _INITIAL.fullmatch(surface) or _RANK.match(surface):
        return True
    if len(words) == 1 and _INITIALS_BEFORE.search(before[-12:]):
        return True
    if any(word.lower() in _NOT_OF_PEOPLE for word in words[1:]):  # “Mary Makes It Easy”
        return False
    if not 2 <= len(words) <= 4 or ":" in surface:
        return False
    if fold(words[0]) in lexicon.words().first_names and not any(word.islower() for word in words):
        return True
    if len(words) in (2, 3) and " and " in before[-6:] + " " and _is_joined(before):
        return True
    return len(words) < 4 and bool(_CALLING.search(before[-40:]) or _SPEAKS.match(after))


_KIND_BEHIND = re.compile(r" (?:comedy|drama|dramedy|sitcom|thriller|series|vehicle|spin-?off)\b")
_STARRING = re.compile(r" (?:comedy|drama|dramedy|sitcom|vehicle)\b(?! [“\"‘']?[A-Z])")
"""What stands behind somebody's name: “the Jane Doe drama is back”."""
_FULL_NAME = r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,2}"
_BESIDE = re.compile(
    rf"\b(?:with|starring|featuring|stars|led by|fronted by) (?:{_FULL_NAME}, )*({_FULL_NAME})"
    rf"(?:, {_FULL_NAME})*,? and $"
)
"""Whom a name is joined with: “the drama with Jane Doe and Ali Roe”."""


def _is_joined(before: str) -> bool:
    """Whether the name before is that of somebody, so that the one joined with it is as well."""
    match = _BESIDE.search(before[-120:])
    return match is not None and fold(match[1].split()[0]) in lexicon.words().first_names


_OWNS = re.compile(r"['’]s? (?:(?:[a-z][\w-]*|award-\w+) ){0,4}[‘'“\"]?[A-Z0-9]")


def owns(surface: str, after: str) -> bool:
    """Whether somebody's name says whose the title behind it is: “Jane Doe's drama ‘Salt Road’”."""
    return bool(_OWNS.match(after)) and is_person(surface, "", "")


_NAME_AHEAD = re.compile(r"(?:^|[\s(])([A-Z][a-z]+) [‘'“\"]$")
_NAME_BEHIND = re.compile(r"[”\"’'] ([A-Z][a-z]+)(?=[,.;)]|['’]s| [a-z])")


def is_nickname(before: str, after: str) -> bool:
    """Whether what is in quotation marks stands within somebody's name: “Madeline ‘Matty’ Matlock”."""
    ahead, behind = _NAME_AHEAD.search(before[-40:]), _NAME_BEHIND.match(after)
    common = lexicon.words().never_titles
    return ahead is not None and behind is not None and not {ahead[1].lower(), behind[1].lower()} & common
