"""Which candidates of a sentence are listed together? One that is surely a title speaks for the others."""

from __future__ import annotations

import re

from showstatus.reader.sentences import Sentence
from showstatus.reader.titles.candidates import VERB_BEFORE, Spans, key_of

_LIST_STATUS = re.compile(
    r"^[”\"’']?,? (?:[\w’'-]+,? ){0,4}?(?:renewed|recommissioned|cancell?ed|axed|scrapped|saved|back"
    r"|returning|return|coming back|ending|safe|renewals?|in limbo|on the bubble|get|are here"
    r"|come back|pick(?:ed)? up)\b"
)


def lists(sentence: Sentence, spans: Spans) -> list[tuple[list[str], bool, bool]]:
    """What is listed (“A, B and C”): the keys, whether the list is said to be renewed or so, whether “and” joins it."""
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
        (
            keys,
            bool(
                _LIST_STATUS.match(sentence.text[end:])
                or VERB_BEFORE.search(sentence.text[max(0, start - 70) : start].lower())
            ),
            bool(re.search(r"\b(?:and|&)\b", sentence.text[start:end])),
        )
        for keys, start, end in groups
        if len(keys) > 1
    ]


_JOINED = re.compile(
    r"[”\"’']?(?: (?:[Ss]eason|[Ss]eries) \w+| [1-9](?=,| and)"
    r"| (?:for|to|with) (?:its |a )?(?:[Ss]eason \w+|\w+ season)"
    r"|['’]s \w+ season)?"
    r"(?: \(?[^(),;.]{1,25}\))?(?: ?[,;/|] (?:and |plus |along with |as well as |then )?"
    r"| (?:and|&|or|plus|along with|as well as) )"
    r"(?:(?:(?!starring|featuring|with|from|by|which|who|about|whose|led)[a-z-]+ ){0,3}"
    r"|(?:[A-Z]\w+ )?[A-Z]\w+['’]s )[‘'“\"]?"
)
