"""How `search` and `add` find a show that no registry knows: in the catalogue, else at TVmaze; and which is meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from typing import TypeVar

from showstatus.cli.asking import can_ask
from showstatus.cli.listed import label, searched, titled
from showstatus.cli.remotes import refuse_offline, remote, source
from showstatus.cli.session import Session
from showstatus.errors import AmbiguousName, NoSuchShow, SourceUnreachable, UsageError
from showstatus.names import fold, free_slug

TYPE_CHECKING = False
if TYPE_CHECKING:
    from showstatus.sources.base import Hit, SourceShow
    from showstatus.sources.remote import Remote

T = TypeVar("T")
_ID_NAMES = {"thetvdb": "tvdb"}


def hits(session: Session, words: str) -> tuple[Hit, ...]:
    """What TVmaze finds under a title. Raises `SourceUnreachable`, offline as well."""
    return _asked_of_tvmaze(session, lambda tvmaze: tvmaze.search(words))


def listed(session: Session, name: str) -> Hit | None:
    """The show that a name means by the catalogue; None where that does not tell. Raises as `choose` does.

    A name that no title is means one that is spelt alike only where nobody else can be asked, offline.
    """
    exact = titled(session, name)
    if len(exact) == 1:
        return exact[0]
    found = exact or (searched(session, name) if session.offline else None)
    return choose(session, name, found) if found else None


def fetch(session: Session, kind: str, value: str | int) -> SourceShow | None:
    """Everything TVmaze says of the show with this id. Raises `SourceUnreachable`, offline as well."""
    return _asked_of_tvmaze(session, lambda tvmaze: tvmaze.by_id(kind, value))


def read_id(text: str) -> tuple[str, str | int]:
    """An id as it is written on a command line: “tvmaze:590”, “imdb:tt0168366”, “tvdb:76703”. Raises `UsageError`."""
    kind, colon, value = text.partition(":")
    kind = _ID_NAMES.get(kind.lower(), kind.lower())
    kinds = ("tvmaze", *source("tvmaze").lookup_ids)
    if not colon or kind not in kinds or not (value.isascii() and value.isalnum()):
        raise UsageError(f"“{text}” is no id; write tvmaze:590, imdb:tt0168366 or tvdb:76703.")
    if kind != "imdb":
        if not value.isdigit() or len(value) > 12:
            raise UsageError(f"“{text}” is no id; what follows {kind}: is a number.")
        return kind, int(value)
    return kind, value


def choose(session: Session, name: str, found: Sequence[Hit]) -> Hit:
    """The one result that is meant: the only one of exactly that title, or the one a person at a terminal chooses.

    Raises `AmbiguousName` where several bear the title and nobody can be asked, `NoSuchShow` where none is chosen.
    """
    exact = [hit for hit in found if fold(hit.title) == fold(name)]
    if len(exact) == 1:
        return exact[0]
    if can_ask(session):
        return _asked(name, exact or found)
    if exact:
        raise AmbiguousName(name, tuple((f"--id {hit.source}:{hit.id}", label(hit)) for hit in exact))
    raise NoSuchShow(name, tuple(label(hit) for hit in found[:3]))


def _asked(name: str, found: Sequence[Hit]) -> Hit:
    from showstatus.cli.asking import Enough, choose_one

    try:
        chosen = choose_one(
            f"TVmaze knows {len(found)} shows like “{name}”:", [f"{label(hit)}  {hit.url}" for hit in found]
        )
    except Enough:
        chosen = None
    if chosen is None:
        raise NoSuchShow(name)
    return found[chosen]


def new_keys(show: SourceShow | Hit, taken: Callable[[str], bool]) -> tuple[str, dict[str, object]]:
    """The slug and the keys of a show that is new to the registries; a slug that is taken gets a qualifier."""
    slug, qualifier = free_slug(show.title, (_began(show), show.country, f"{show.source} {show.id}"), taken)
    keys = {"qualifier": qualifier} if qualifier is not None else {}
    return slug, {"title": show.title, **keys, "ids": dict(show.ids)}


def _began(show: SourceShow | Hit) -> str | None:
    """The year in which it began."""
    seasons = getattr(show, "seasons", ())
    came = [season.premiere.year for season in seasons if season.premiere is not None]
    year = min(came, default=getattr(show, "year", None))
    return str(year) if year is not None else None


def _asked_of_tvmaze(session: Session, ask: Callable[[Remote], T]) -> T:
    """What TVmaze answers; an answer that cannot be used is a source out of reach."""
    refuse_offline(session, "Asking TVmaze")
    from showstatus.sources.base import Unusable

    with closing(session.open_fetched()) as fetched, remote(session, "tvmaze", fetched) as tvmaze:
        try:
            return ask(tvmaze)
        except Unusable as error:
            raise SourceUnreachable(f"TVmaze answered {error}; try again later.") from error
