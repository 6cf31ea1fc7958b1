"""Which candidates does a headline speak for? It has capitals throughout, so it only confirms what stands elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from showstatus.reader import lexicon
from showstatus.reader.candidates import key_of, title_case
from showstatus.reader.numbers import CARDINAL, ORDINAL, season_mentions
from showstatus.reader.sentences import Sentence
from showstatus.reader.title_pool import ENOUGH, SURE, Pool

_STATUS = (
    r"renew(?:ed|s|al)?|cancel(?:l?ed|s|lation)?|axed?|axes|sav(?:ed|es)|revived|scrapped|picked up"
    r"|picks up|greenlit|orders|ordered"
    r"|recommissioned|ends|ended|returns?|returning|scores|lands|gets|nabs|rescued|bags"
)
_HEADLINE_LEFT = re.compile(
    rf"^(?P<title>.+?)(?:['’]s)?,? (?:(?:has|have|is|are|was|will|won['’]t|to|gets?|officially|finally"
    rf"|not|going|be|been|set|just|at|a|for|the|could|might|may|may be|its|already|never)\s)*?"
    rf"(?:{_STATUS}|season|series \d|series {CARDINAL}\b|{ORDINAL} season|final season|coming back"
    rf"|back for|be back|on its way|not coming|sets|lands|premiere|release date|cancellation|renewal"
    rf"|finale|cast|to (?:end|return|star|conclude)|ending|moves|lives)\b",
    re.IGNORECASE,
)
_HEADLINE_RIGHT = re.compile(
    r"\b(?:renews?|renewed|cancels?|cancel(?:l)?ed|axes|axe|saves?|orders?|picks? up|revives?"
    r"|brings? back|scraps|greenlights|pulls the plug on|recommissions|more of|any more of|rescues"
    r"|drops|resurrects|season of|series of|\d of|ends|passes on)\s+(?:hit |hit sitcom |sitcom "
    r"|drama |comedy |the |series |soap |show )*(?P<title>[A-Z0-9‘'“\"].+?)(?=\s+(?:for|after|at|as"
    r"|with|because|following|despite|early|amid|on|by|ahead|to|through|–|—|-)\s|[,:;?!]|\s[–—-]\s|$)"
)
_PRONOUNS = frozenset(
    ["it", "they", "we", "he", "she", "this", "that", "what", "who", "here", "there", "fans", "all", "one"]
)
_MARKS = " '\"“”‘’"
_PLAIN_HEADLINE = re.compile(
    r"(?i)['’”\"]?,? (?:season|series) (?:\d|[a-z]+)\b|['’”\"]? renewed for|['’”\"]? cancell?ed (?:at|by|after)"
)
_STRIP = re.compile(
    r"^(?:(?:is|has|will|when|why|did|does|how|what|are|breaking|exclusive|official|confirmed"
    r"|it['’]s official|update|report|more|yes|no|they|sorry|goodbye|good news)\b[,:!]?\s+)+",
    re.IGNORECASE,
)


def weigh_headline(pool: Pool, sentences: Sequence[Sentence]) -> None:
    """A headline is in capitals throughout: it only confirms what the body or quotation marks hold."""
    if not sentences:
        return
    if sentences[0].role != "headline":
        return
    text = sentences[0].text
    body = "\n".join(sentence.text for sentence in sentences[1:])
    for pattern, left in ((_HEADLINE_LEFT, True), (_HEADLINE_RIGHT, False)):
        for match in pattern.finditer(text):
            surface = _confirmed(pool, match["title"], body, left=left)
            plain = (
                left
                and _PLAIN_HEADLINE.match(text[match.end("title") :])
                and _STRIP.sub("", match["title"]).strip(_MARKS)
            )
            surface = surface or (plain if plain and title_case(plain) else None)
            candidate = pool.add(surface) if surface else None
            if candidate is not None:
                candidate.weight += 3
                candidate.headline = True
    colon = re.match(
        r"([^:?!|]{1,60}?): (?=.*(?i:season|series|renew|cancel|release|return|what we know|everything"
        r"|axe|ending|coming back|dates?|cast))",
        text,
    )
    if colon and title_case(colon[1].strip(_MARKS)) and len(colon[1].split()) <= 7 and not season_mentions(colon[1]):
        pieces = re.split(r", | and | & ", colon[1]) if ", " in colon[1] else [colon[1]]
        for piece in pieces:
            candidate = pool.add(_STRIP.sub("", piece.strip(_MARKS)))
            longer = [
                found for key, found in pool.candidates.items() if candidate and key.startswith(f"{candidate.key} ")
            ]
            if longer and candidate is not None and candidate.count == 0:  # “Star Trek: Discovery”
                candidate = max(longer, key=lambda found: found.count)
            if candidate is not None and not candidate.everyday:
                candidate.weight += ENOUGH if not candidate.person else SURE
                candidate.headline = True
    for match in re.finditer(
        r"([A-Z][\w'’&-]*(?: [A-Z][\w'’&-]*){0,5}) (\d{1,2})(?=,|;|:| and | is | are |$| [A-Z])", text
    ):
        words = match[1].split()
        for first in range(len(words)):
            candidate = pool.candidates.get(key_of(" ".join(words[first:])))
            if candidate is not None and not candidate.person:
                candidate.weight += 3
                break
    for candidate in pool.candidates.values():
        if any(form in text and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) for form in candidate.forms):
            candidate.headline = True
            if not candidate.person:
                candidate.weight += 3 if candidate.count > 1 else 2


def _confirmed(pool: Pool, phrase: str, body: str, *, left: bool) -> str | None:
    """The longest end (or beginning) of a phrase of the headline that the body has as well."""
    words = _STRIP.sub("", phrase.strip(_MARKS)).split()[-9 if left else 0 :]
    for cut in range(len(words)):
        piece = (
            " ".join(words[cut:] if left else words[: len(words) - cut])
            .strip(_MARKS)
            .removesuffix("'s")
            .removesuffix("’s")
        )
        if not piece or not (piece[0].isupper() or piece[0].isdigit()) or lexicon.words().platforms.fullmatch(piece):
            continue
        inside = re.search(rf"(?<!\w){re.escape(piece)}(?!\w)", body)
        known = pool.candidates.get(key_of(piece))
        whole = left and len(words) == 1 and piece.lower() not in _PRONOUNS
        if known is not None and (" " in piece or not known.everyday or whole):
            return piece
        if (
            inside
            and (len(piece.split()) > 1 or key_of(piece) not in lexicon.words().never_titles)
            and title_case(piece)
        ):
            return piece
    return None
