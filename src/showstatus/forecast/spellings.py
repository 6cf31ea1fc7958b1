"""How platforms, countries, types, genres and languages are spelled elsewhere, and the one way the model has.

The model's way is TMDB's: “Prime Video”, “GB”, “Scripted”, “Sci-Fi & Fantasy”, “en”. A name that is in no table here is
passed on as it is: the model judges what it does not know. Of “Sky/AMC+” or “US/France” the first counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

# Compared without case and doubled spaces. Only what differs from the model's spelling has a row.
_PLATFORMS = {
    "amazon": "Prime Video", "amazon prime": "Prime Video", "amazon prime video": "Prime Video",
    "amazon studios": "Prime Video", "apple": "Apple TV+", "apple tv": "Apple TV+", "apple tv plus": "Apple TV+",
    "bbc": "BBC One", "bbc 1": "BBC One", "bbc 2": "BBC Two", "bbc 3": "BBC Three", "channel four": "Channel 4",
    "discovery plus": "discovery+", "disney plus": "Disney+", "itv": "ITV1", "max": "HBO Max", "nippon television":
    "Nippon TV", "ntv": "Nippon TV", "paramount plus": "Paramount+", "the cw network": "The CW", "cw": "The CW",
}  # fmt: skip
_AS_IN_THE_DATA = (
    "A&E", "ABC", "AMC", "AMC+", "Apple TV+", "Arte", "BBC One", "BBC Three", "BBC Two", "Bravo", "CBS", "Channel 4",
    "Discovery", "Disney+", "FOX", "FX", "HBO", "HBO Max", "Hulu", "ITV1", "MTV", "NBC", "Netflix", "Nippon TV", "PBS",
    "Paramount+", "Peacock", "Prime Video", "Showcase", "Showtime", "Sky Atlantic", "Sky One", "Smithsonian Channel",
    "SonyLIV", "Star+", "Starz", "Syfy", "TBS", "TLC", "TNT", "The CW", "YouTube", "discovery+", "iQiyi", "tvN",
)  # fmt: skip
_PLATFORM = {**{name.casefold(): name for name in _AS_IN_THE_DATA}, **_PLATFORMS}

_COUNTRIES = {
    "argentina": "AR", "australia": "AU", "austria": "AT", "belgium": "BE", "brazil": "BR", "britain": "GB",
    "canada": "CA", "chile": "CL", "china": "CN", "colombia": "CO", "czech republic": "CZ", "czechia": "CZ",
    "denmark": "DK", "england": "GB", "finland": "FI", "france": "FR", "germany": "DE", "great britain": "GB",
    "greece": "GR", "hong kong": "HK", "hungary": "HU", "iceland": "IS", "india": "IN", "indonesia": "ID",
    "ireland": "IE", "israel": "IL", "italy": "IT", "japan": "JP", "korea": "KR", "malaysia": "MY", "mexico": "MX",
    "netherlands": "NL", "new zealand": "NZ", "nigeria": "NG", "norway": "NO", "philippines": "PH", "poland": "PL",
    "portugal": "PT", "romania": "RO", "russia": "RU", "scotland": "GB", "singapore": "SG", "south africa": "ZA",
    "south korea": "KR", "spain": "ES", "sweden": "SE", "switzerland": "CH", "taiwan": "TW", "thailand": "TH",
    "turkey": "TR", "uk": "GB", "ukraine": "UA", "united kingdom": "GB", "united states": "US",
    "united states of america": "US", "usa": "US", "wales": "GB",
}  # fmt: skip
_SPOKEN_IN = {
    "AR": "es", "AU": "en", "BR": "pt", "CN": "zh", "DE": "de", "DK": "da", "ES": "es", "FI": "fi", "FR": "fr",
    "GB": "en", "IE": "en", "IT": "it", "JP": "ja", "KR": "ko", "MX": "es", "NL": "nl", "NO": "no", "NZ": "en",
    "PL": "pl", "PT": "pt", "RU": "ru", "SE": "sv", "TH": "th", "TR": "tr", "TW": "zh", "US": "en",
}  # fmt: skip
_LANGUAGES = {
    "arabic": "ar", "chinese": "zh", "danish": "da", "dutch": "nl", "english": "en", "finnish": "fi", "french": "fr",
    "german": "de", "hebrew": "he", "hindi": "hi", "italian": "it", "japanese": "ja", "korean": "ko", "nb": "no",
    "norwegian": "no", "polish": "pl", "portuguese": "pt", "russian": "ru", "spanish": "es", "swedish": "sv",
    "thai": "th", "turkish": "tr",
}  # fmt: skip

_TYPES = {
    "scripted": "Scripted", "scripted live": "Scripted", "animation": "Scripted", "drama": "Scripted",
    "reality": "Reality", "competition": "Reality", "game show": "Reality", "documentary": "Documentary",
    "docuseries": "Documentary", "miniseries": "Miniseries", "limited": "Miniseries", "limited series": "Miniseries",
    "talk show": "Talk Show", "talk": "Talk Show", "news": "News", "video": "Video",
}  # fmt: skip
# A word of a genre, and the genre it makes: “post-apocalyptic sci-fi”, “Action & Adventure”, “romantic comedy”.
_GENRE_OF_WORD = {
    "reality": "Reality", "dating": "Reality", "competition": "Reality", "docuseries": "Documentary",
    "documentary": "Documentary", "talk": "Talk", "news": "News", "animation": "Animation", "animated": "Animation",
    "anime": "Animation", "kids": "Kids", "family": "Family", "sci": "Sci-Fi & Fantasy", "scifi": "Sci-Fi & Fantasy",
    "science": "Sci-Fi & Fantasy", "fantasy": "Sci-Fi & Fantasy", "superhero": "Sci-Fi & Fantasy",
    "supernatural": "Sci-Fi & Fantasy", "dystopian": "Sci-Fi & Fantasy", "comedy": "Comedy", "sitcom": "Comedy",
    "crime": "Crime", "spy": "Action & Adventure", "action": "Action & Adventure", "adventure": "Action & Adventure",
    "mystery": "Mystery", "thriller": "Mystery", "horror": "Mystery", "war": "War & Politics",
    "politics": "War & Politics", "political": "War & Politics", "soap": "Soap", "western": "Western", "music": "Music",
    "romance": "Drama", "romantic": "Drama", "drama": "Drama", "historical": "Drama", "period": "Drama",
}  # fmt: skip
_GENRES = frozenset(_GENRE_OF_WORD.values()) | {"Romance", "History", "Musical"}
"""Genres as the model spells them; they are kept as they are."""
# The first group named wins: how a show is made tells more of a lag than its subject, and effects more than mood.
_GENRE_GROUPS = (
    ("unscripted", "reality documentary docuseries dating talk news game competition music"),
    ("animation", "animation animated anime kids"),
    ("fantasy", "fantasy sci scifi science superhero supernatural horror apocalyptic dystopian"),
    ("comedy", "comedy comedies romance romantic sitcom"),
    ("drama", "drama thriller crime mystery action adventure war western historical history soap legal spy heist"),
)
_GROUP_OF_WORD = {word: place for place, (_, words) in enumerate(_GENRE_GROUPS) for word in words.split()}
GENRE_NAMES = {
    "animation": "animated shows",
    "comedy": "comedies and romances",
    "drama": "dramas and thrillers",
    "fantasy": "fantasy and science fiction shows",
    "unscripted": "unscripted shows",
}
"""The genre groups, and what a sentence calls them."""
CALENDAR_NETWORKS = frozenset({"abc", "cbs", "fox", "nbc", "the cw"})
"""US broadcasters: they film a season while it airs, in a yearly slot, so filming and orders tell little of the day."""
_ONE_BUDGET = {"hbo max": "hbo"}  # shows move between the two labels
_UNSCRIPTED = {"Reality": "Reality", "Documentary": "Documentary", "Talk": "Talk Show", "News": "News"}


def platform_name(text: str | None) -> str | None:
    """The platform a text means, spelled as the model knows it; None for no text."""
    plain = _plain(text)
    if plain is None:
        return None
    first = plain.split("/")[0].strip() or plain
    return _PLATFORM.get(first.casefold(), first)


def platform_key(text: str | None) -> str:
    """The name of a platform in the fitted tables, in small letters; empty for no text."""
    return (platform_name(text) or "").casefold()


def budget_key(text: str | None) -> str:
    """The same in the tables of lags: platforms that make their programmes from one budget are one."""
    key = platform_key(text)
    return _ONE_BUDGET.get(key, key)


def country_key(text: str | None) -> str:
    """The code of a country in the fitted tables; empty for no text."""
    return country_code(text) or ""


def country_code(text: str | None) -> str | None:
    """The ISO 3166 code of the country a text means: “UK” is “GB”; None for no text."""
    plain = _plain(text)
    if plain is None:
        return None
    first = re.split(r"[/,|]", plain)[0].strip().removeprefix("the ").removeprefix("The ")
    return _COUNTRIES.get(first.casefold(), first.upper() if len(first) == 2 else first)


def language_code(text: str | None, country: str | None = None) -> str | None:
    """The ISO 639 code of the language a text means; where there is none, the one most spoken in a country."""
    plain = _plain(text)
    if plain is None:
        return _SPOKEN_IN.get(country or "")
    first = re.split(r"[-_/,|]", plain)[0].casefold()
    return _LANGUAGES.get(first, first)


def genre_names(words: Iterable[str]) -> tuple[str, ...]:
    """The genres that words of any source name, each once, in their order; unknown words are passed on."""
    found: list[str] = []
    for text in words:
        if text in _GENRES:
            found.append(text)
            continue
        tokens = re.findall("[a-z]+", text.casefold())
        found += [_GENRE_OF_WORD[token] for token in tokens if token in _GENRE_OF_WORD] or [text.strip()]
    return tuple(dict.fromkeys(genre for genre in found if genre))


def genre_group(words: Iterable[str]) -> str:
    """The group of `GENRE_NAMES` that a show of these genres belongs to; empty where no word is known.

    Takes genre words of any source: “Sci-Fi”, “Action & Adventure”, “coming-of-age romance”, “Talk Show”.
    """
    tokens = [token for word in words for token in re.findall("[a-z]+", word.casefold())]
    found = min((_GROUP_OF_WORD[token] for token in tokens if token in _GROUP_OF_WORD), default=None)
    return _GENRE_GROUPS[found][0] if found is not None else ""


def show_type(text: str | None, genres: Iterable[str] = ()) -> str | None:
    """The type a text means: “scripted-live” is “Scripted”; without a text, the one its genres show.

    None where neither says anything.
    """
    plain = _plain(text)
    if plain is not None:
        return _TYPES.get(plain.casefold().replace("-", " ").replace("_", " "), plain)
    named = tuple(genres)
    return next((_UNSCRIPTED[genre] for genre in named if genre in _UNSCRIPTED), "Scripted" if named else None)


def _plain(text: str | None) -> str | None:
    return (" ".join(text.split()) or None) if text is not None else None
