"""`showstatus add SHOW`: follow it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing

from showstatus.cli.command import Argument, Command, Example, Option
from showstatus.cli.edit import carry_out
from showstatus.cli.session import Session
from showstatus.errors import NoSuchShow, SourceUnreachable, UsageError
from showstatus.names import fold, slug_for

TYPE_CHECKING = False
if TYPE_CHECKING:
    from showstatus.sources.base import Hit, SourceShow

    Found = tuple[SourceShow | Hit, ...]
    """What the sources say of one show, that which was asked for first; or what the catalogue has of it."""

COMMAND = Command(
    "add",
    "Follow a show, from the registries, the catalogue or TVmaze; --new makes one that nobody knows.",
    "A name that neither the registries nor the catalogue know is looked up at TVmaze, and with your token at TMDB, "
    "unless this run is offline. Of a show from the catalogue the next refresh tells more.",
    arguments=(Argument("shows", "The shows to follow.", is_show=True, many=True, required=False),),
    options=(
        Option("--id", "The show with this id: tvmaze:590, tmdb:1399, imdb:tt0168366, tvdb:76703.", "ID", many=True),
        Option("--online", "Ask TVmaze, else TMDB, though the catalogue knows the show."),
        Option("--new", "Make a show with this title."),
        Option("--qualifier", "With --new: what tells it from another of the same title.", "TEXT"),
        Option("--platform", "With --new: where it is shown.", "NAME"),
        Option("--country", "With --new: its country, as two letters.", "CODE"),
        Option("--release", "With --new: how episodes come.", "HOW", choices=("all", "weekly", "batches")),
    ),
    examples=(
        Example('add heartstopper severance "the last of us"', "follow three shows"),
        Example('add --new "Some Title" --platform HBO --release weekly', "follow one that no registry knows"),
    ),
)


def run(
    session: Session,
    *,
    shows: list[str],
    id: list[str],  # noqa: A002 - named after its option
    online: bool,
    new: bool,
    qualifier: str | None,
    platform: str | None,
    country: str | None,
    release: str | None,
) -> int:
    """Follow each named show; all of them or, where a name is unknown, none."""
    if new:
        keys = {"qualifier": qualifier, "platform": platform, "country": country, "release": release}
        return _make(session, shows, {key: value for key, value in keys.items() if value is not None})
    if (qualifier, platform, country, release) != (None,) * 4:
        raise UsageError("--qualifier, --platform, --country and --release describe a new show: add --new.")
    if not shows and not id:
        raise UsageError("Which show? Give its name, or its id with --id tvmaze:590.")
    try:
        ids = [_by_id(session, text, online=online) for text in id]
        named = [_by_name(session, name, online=online) for name in shows]
    except NoSuchShow as error:
        if len(id) + len(shows) == 1:
            raise
        raise NoSuchShow(
            error.name, error.suggestions, f"{error.hint} None of the shows was added.".lstrip()
        ) from error
    return _add(session, [*ids, *named])


def _by_name(session: Session, name: str, *, online: bool) -> str | Found:
    """The slug of a known show, or what the catalogue or the sources say of one that no registry knows."""
    try:
        return session.ledger.resolve(name)
    except NoSuchShow as error:
        missed = error
    from showstatus.cli.finding import choose, hits, listed

    at_hand = listed(session, name) if not online else None
    if at_hand is not None:
        return session.ledger.with_ids(at_hand.ids) or (at_hand,)
    if session.offline:
        raise missed
    try:
        found = hits(session, name, enough=True)
    except SourceUnreachable as error:
        raise SourceUnreachable(f"{missed} {error}") from error
    if not found:
        raise missed
    hit = choose(session, name, found)
    return session.ledger.with_ids(hit.ids) or _fetched(session, name, hit.source, hit.id)


def _by_id(session: Session, text: str, *, online: bool) -> str | Found:
    from showstatus.cli.finding import read_id
    from showstatus.cli.listed import with_id

    kind, value = read_id(text)
    known = session.ledger.with_ids({kind: value})
    if known is not None:
        return known
    at_hand = with_id(session, kind, value) if not online else None
    if at_hand is not None:
        return session.ledger.with_ids(at_hand.ids) or (at_hand,)
    return _fetched(session, text, kind, value)


def _fetched(session: Session, name: str, kind: str, value: str | int) -> str | Found:
    """What the sources say of the show with an id; its slug where a registry turns out to know it by another."""
    from showstatus.cli.finding import elsewhere, fetch

    show = fetch(session, kind, value)
    if show is None:
        raise NoSuchShow(name)
    slug = session.ledger.with_ids(show.ids)
    if slug is not None:
        return slug
    found = (show, *elsewhere(session, show))
    slugs = (session.ledger.with_ids(one.ids) for one in found)
    return next((slug for slug in slugs if slug is not None), found)


def _add(session: Session, wanted: Sequence[str | Found]) -> int:
    """Follow shows, of which some are new to the registries; what the sources say of those is kept."""
    ledger = session.ledger
    slugs: dict[str, str] = {}
    fresh: dict[str, dict[str, object]] = {}
    found: list[tuple[str, SourceShow | Hit]] = []
    for one in wanted:
        if isinstance(one, str):
            slugs[one] = ledger.entry(one).show.display
            if one not in ledger.followed():
                fresh[one] = {}
        elif not _is_among(one, [show for _, show in found]):
            from showstatus.cli.finding import new_keys

            slug, keys = new_keys(one, lambda name: name in fresh or ledger.has(name))
            slugs[slug], fresh[slug] = one[0].title, keys
            found += [(slug, show) for show in one]
    listed = _keep(session, found)
    change = (lambda text: _follow(text, fresh)) if fresh else None
    sentence = f"You follow {', '.join(slugs.values())}."
    carry_out(session, change, "added", sentence, shows=list(slugs), new=list(fresh))
    if found:
        from showstatus.cli.remotes import SERVICES

        told = {show.source for _, show in found}
        words = [service.credit for name, service in SERVICES.items() if name in told]
        session.output.talk(" ".join([*words, *(["The next showstatus refresh tells more."] if listed else [])]))
    return 0


def _is_among(found: Found, others: Sequence[SourceShow | Hit]) -> bool:
    """Whether a show is one of others, named by another of its ids."""
    known = {pair for show in others for pair in show.ids.items()}
    return any(not known.isdisjoint(show.ids.items()) for show in found)


def _keep(session: Session, found: Sequence[tuple[str, SourceShow | Hit]]) -> bool:
    """Keep what the sources said of shows; gives whether others are known from the catalogue only."""
    if not found:
        return False
    from showstatus.sources.base import SourceShow
    from showstatus.sync import keep

    fetched = [(slug, one) for slug, one in found if isinstance(one, SourceShow)]
    if fetched:
        with closing(session.open_fetched()) as file:
            for slug, show in fetched:
                keep(show, slug, file, session.as_of)
    return len(fetched) < len(found)


def _follow(text: str, fresh: Mapping[str, Mapping[str, object]]) -> str:
    from showstatus.ledger.edits import append_show, remove_key
    from showstatus.ledger.toml_lines import show_lines

    for slug, keys in fresh.items():
        text = remove_key(text, slug, "followed") if slug in show_lines(text) else append_show(text, slug, keys)
    return text


def _make(session: Session, titles: list[str], keys: Mapping[str, str]) -> int:
    from showstatus.ledger.edits import append_show

    if len(titles) != 1 or not fold(titles[0]):
        raise UsageError("--new takes one title, in quotes: showstatus add --new “Some Title”.")
    title = titles[0]
    slug = slug_for(title, keys.get("qualifier"))
    if session.ledger.has(slug):
        raise UsageError(f"There is a show {slug} already; follow it, or give another --qualifier.")
    carry_out(
        session,
        lambda text: append_show(text, slug, {"title": title, **keys}),
        "added",
        f"You follow {title}, new as {slug}.",
        shows=[slug],
        new=[slug],
    )
    return 0
