"""How names of shows are compared, shortened and made into slugs. Text in, text out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

_APOSTROPHES = re.compile(r"['’ʼ`]")
_NOT_WORD = re.compile(r"[\W_]+")
_LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)  # letters with no accent to take off, as they are typed on other keyboards
ALIKE = 75
"""Of 100, how alike a name must be to one that is not there: one letter in four may be wrong. With 80, one slip in
twelve would no longer be understood; with 70, one word in seven that is no show would find one."""
_ARTICLE = re.compile(r"^(?:the|a|an) (?=\S)")


def fold(name: str) -> str:
    """A name as it is compared: no case, accents, punctuation or doubled spaces; “&” is “and”."""
    plain = unicodedata.normalize("NFKD", name).casefold().translate(_LETTERS).replace("&", " and ")
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(_NOT_WORD.sub(" ", _APOSTROPHES.sub("", plain)).split())


def without_article(folded: str) -> str:
    """A folded name without “the”, “a” or “an” before it."""
    return _ARTICLE.sub("", folded)


def acronym(title: str) -> str | None:
    """The initials of a title of three words or more (“House of the Dragon” is “hotd”); None for a shorter one."""
    words = fold(title).split()
    return "".join(word[0] for word in words) if len(words) >= 3 else None


def slug_for(title: str, qualifier: str | None = None) -> str:
    """The slug a new show gets: its folded title, in ASCII where that leaves all its letters.

    A title in another script keeps it (“進撃の巨人”); one of signs only becomes “show”.
    """
    folded = fold(f"{title} {qualifier}" if qualifier else title)
    return unicodedata.normalize("NFC", "-".join(folded.split())) or "show"


def free_slug(
    title: str, qualifiers: Iterable[str | None], taken: Callable[[str], bool], first: str | None = None
) -> tuple[str, str | None]:
    """A slug that is not taken, and the qualifier by which it is free: `first`, else the first that will do.

    Qualifiers that are None are passed over. Where none will do, a number does.
    """
    slug = slug_for(title, first)
    if not taken(slug):
        return slug, first
    for qualifier in (one for one in qualifiers if one is not None):
        slug = slug_for(title, qualifier)
        if not taken(slug):
            return slug, qualifier
    number = next(number for number in range(2, 10**9) if not taken(slug_for(title, str(number))))
    return slug_for(title, str(number)), str(number)
