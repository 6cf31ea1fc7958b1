"""How `search` and `add` find a show that no registry knows: by the catalogue, else the sources; and which is meant."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from typing import TypeVar

from showstatus.cli.asking import can_ask
from showstatus.cli.listed import label, searched, titled
from showstatus.cli.remotes import configured, refuse_offline, remote, source
from showstatus.cli.session import Session
from showstatus.errors import AmbiguousName, NoSuchShow, SourceUnreachable, UsageError
from showstatus.names import fold, free_slug

TYPE_CHECKING = False
if TYPE_CHECKING:
    from showstatus.sources.base import Hit, SourceShow
    from showstatus.sources.remote import Remote

T = TypeVar("T")
ASKED = ("tvmaze", "tmdb")
"""The sources that know shows by ids and titles, in the order in which they are asked."""
_ID_NAMES = {"thetvdb": "tvdb"}
_MOST_OTHERS = 10
"""How many shows are shown that only TMDB finds; TVmaze finds at most as many."""


def hits(session: Session, words: str, *, enough: bool = False) -> tuple[Hit, ...]:
    """What is found under a title, each show once: what TVmaze knows, then what only TMDB does.

    With `enough`, TMDB is not asked where TVmaze has a show of that very title. A source that fails is said where the
    other answers. Raises `SourceUnreachable` where none does, offline as well.
    """
    sources = _Sources(session)
    found = sources.ask("tvmaze", lambda tvmaze: tvmaze.search(words)) or ()
    if not (enough and any(fold(hit.title) == fold(words) for hit in found)):
        found += sources.ask("tmdb", lambda tmdb: _others(session, tmdb, words, found)) or ()
    sources.own_up()
    return found


def _others(session: Session, tmdb: Remote, words: str, found: Sequence[Hit]) -> tuple[Hit, ...]:
    """What TMDB finds that is not among what was found elsewhere, by the ids of IMDb and TheTVDB.

    TMDB's answer to a search gives no ids but its own, so that it is asked for those of what was found elsewhere.
    """
    others = {hit.id: hit for hit in tmdb.search(words)}
    with_ids = session.ledger.with_ids
    slugs = {slug for hit in found if (slug := with_ids(hit.ids)) is not None}
    others = {number: hit for number, hit in others.items() if with_ids(hit.ids) not in slugs}
    for hit in found:
        number = _number_of(tmdb, hit.ids) if others else None
        if number is not None:
            others.pop(number, None)
    return tuple(others.values())[:_MOST_OTHERS]


def _number_of(remote: Remote, ids: Mapping[str, str | int]) -> int | None:
    """A source's own id of a show of which others' ids are known."""
    own = ids.get(remote.source.name)
    if isinstance(own, int):
        return own
    numbers = (remote.number_of(kind, ids[kind]) for kind in remote.source.lookup_ids if kind in ids)
    return next((number for number in numbers if number is not None), None)


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
    """Everything the first source says that knows the show with this id.

    Raises `SourceUnreachable` where none could say, offline as well, or where only one could that wants a token.
    """
    if kind == "tmdb" and kind not in configured():
        why = f"tmdb:{value} is an id of TMDB, and SHOWSTATUS_TMDB_TOKEN holds no token for it"
        raise SourceUnreachable(f"{why}; set one, or give the show's id of TVmaze, IMDb or TheTVDB.")
    sources = _Sources(session)
    for name in (kind,) if kind in ASKED else ASKED:
        show = sources.ask(name, lambda asked: asked.by_id(kind, value))
        if show is not None:
            sources.own_up()
            return show
    sources.raise_failure()
    return None


def elsewhere(session: Session, show: SourceShow) -> list[SourceShow]:
    """What the other sources say of a show; one that fails is said."""
    sources = _Sources(session)

    def same(asked: Remote) -> SourceShow | None:
        number = _number_of(asked, show.ids)
        return asked.show(number) if number is not None else None

    told = [sources.ask(name, same) for name in ASKED if name != show.source]
    for failure in sources.failures:
        session.output.talk(str(failure))
    return [one for one in told if one is not None]


def read_id(text: str) -> tuple[str, str | int]:
    """An id as it is written on a command line: “tvmaze:590”, “tmdb:1399”, “imdb:tt0168366”. Raises `UsageError`."""
    kind, colon, value = text.partition(":")
    kind = _ID_NAMES.get(kind.lower(), kind.lower())
    kinds = (*ASKED, *source("tvmaze").lookup_ids)
    if not colon or kind not in kinds or not (value.isascii() and value.isalnum()):
        raise UsageError(f"“{text}” is no id; write tvmaze:590, tmdb:1399, imdb:tt0168366 or tvdb:76703.")
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
        return _asked(session, name, exact or found)
    if exact:
        raise AmbiguousName(name, tuple((f"--id {hit.source}:{hit.id}", label(hit)) for hit in exact))
    raise NoSuchShow(name, tuple(label(hit) for hit in found[:3]))


def _asked(session: Session, name: str, found: Sequence[Hit]) -> Hit:
    from showstatus.cli.asking import Enough, choose_one

    try:
        choices = [f"{label(hit)}  {hit.url}" for hit in found]
        chosen = choose_one(session.output, f"There are {len(found)} shows like “{name}”:", choices)
    except Enough:
        chosen = None
    if chosen is None:
        raise NoSuchShow(name)
    return found[chosen]


def new_keys(found: Sequence[SourceShow | Hit], taken: Callable[[str], bool]) -> tuple[str, dict[str, object]]:
    """The slug and the keys of a show that is new to the registries; a slug that is taken gets a qualifier.

    `found` is what the sources say of it, or the catalogue; the first gives its name.
    """
    show = found[0]
    slug, qualifier = free_slug(show.title, (_began(show), show.country, f"{show.source} {show.id}"), taken)
    keys = {"qualifier": qualifier} if qualifier is not None else {}
    ids = {kind: value for one in reversed(found) for kind, value in one.ids.items()}
    return slug, {"title": show.title, **keys, "ids": {**show.ids, **ids}}


def _began(show: SourceShow | Hit) -> str | None:
    """The year in which it began."""
    seasons = getattr(show, "seasons", ())
    came = [season.premiere.year for season in seasons if season.premiere is not None]
    year = min(came, default=getattr(show, "year", None))
    return str(year) if year is not None else None


class _Sources:
    """The sources that can be asked, and why some of them could not."""

    def __init__(self, session: Session) -> None:
        refuse_offline(session, "Asking TVmaze")
        self._session = session
        self._answered = False
        self.failures: list[SourceUnreachable] = []

    def ask(self, name: str, ask: Callable[[Remote], T]) -> T | None:
        """What a source answers; None where it is not asked for want of a token, or fails.

        An answer that cannot be used is a source out of reach.
        """
        from showstatus.sources.base import Unusable

        if name not in configured():
            return None
        try:
            with closing(self._session.open_fetched()) as fetched, remote(self._session, name, fetched) as asked:
                answer = ask(asked)
        except Unusable as error:
            told = f"{source(name).title} answered {error}; try again later."
            self.failures.append(SourceUnreachable(told))
        except SourceUnreachable as error:
            self.failures.append(error)
        else:
            self._answered = True
            return answer
        return None

    def own_up(self) -> None:
        """Say which sources failed. Raises `SourceUnreachable` where none answered."""
        if not self._answered:
            self.raise_failure()
        for failure in self.failures:
            self._session.output.talk(str(failure))

    def raise_failure(self) -> None:
        """Raises the first failure, if there is one, and says the others."""
        if self.failures:
            for failure in self.failures[1:]:
                self._session.output.talk(str(failure))
            raise self.failures[0]
