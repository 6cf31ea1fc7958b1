"""What is doubtful in a registry beside what is wrong in single lines of it: problems that hide nothing.

Each check is a function from what is known to problems; `check` runs them all for one registry.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from showstatus.claims import Problem
from showstatus.ledger.book import Entry
from showstatus.names import fold
from showstatus.seasons import timeline
from showstatus.weighing import standing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from showstatus.ledger.toml_format import Row

MANY = 20
"""Above how many claims without `on` they are told in one sentence."""
_NEED_NO_DATE = ("premiered", "finale", "episodes", "split", "cast")


def check(
    known: Sequence[Entry], named: Mapping[str, Sequence[Row]], origin: str, path: str, as_of: dt.date
) -> Iterator[Problem]:
    """What is doubtful in one registry: `known` is every show there is, `named` the file's own claims by slug."""
    slugs = {entry.show.slug for entry in known}
    yield from _unknown_shows(slugs, named, path)
    here = [entry for entry in known if entry.show.slug in named]
    yield from _shared_names(known, set(named), path)
    for entry in here:
        yield from _claims(entry, origin, path, as_of)
    yield from _undated(here, origin, path)


def _unknown_shows(slugs: set[str], named: Mapping[str, Sequence[Row]], path: str) -> Iterator[Problem]:
    for slug in sorted(set(named) - slugs):
        lines = [row["line"] for row in named[slug] if "line" in row]
        yield Problem(path, min(lines, default=None), f"claims about “{slug}”, which no registry knows as a show")


def _shared_names(known: Sequence[Entry], here: set[str], path: str) -> Iterator[Problem]:
    """An id or an alias that two shows bear, one of them in this registry."""
    bearers: dict[str, tuple[str, list[str]]] = {}
    for entry in known:
        for key, value in entry.show.ids.items():
            bearers.setdefault(f"{key}:{value}", (f"the {key} id {value}", []))[1].append(entry.show.slug)
        for folded, alias in {fold(alias): alias for alias in entry.show.aliases}.items():
            bearers.setdefault(folded, (f"the alias “{alias}”", []))[1].append(entry.show.slug)
    for what, slugs in bearers.values():
        if len(slugs) > 1 and here.intersection(slugs):
            yield Problem(path, None, f"{' and '.join(slugs)} have {what} in common")


def _claims(entry: Entry, origin: str, path: str, as_of: dt.date) -> Iterator[Problem]:
    """A withdrawal of nothing; a season that premiered before the one it follows."""
    ids = {claim.id for claim in entry.claims}
    for claim in entry.claims:
        if claim.kind == "withdrawn" and claim.target not in ids and claim.origin == origin:
            yield Problem(path, claim.line, f"{entry.show.slug}: no claim {claim.target} is there to be withdrawn")
    previous = None
    for instalment, season in timeline(standing(entry.claims, as_of), entry.show.release, as_of).items():
        came = season.first.premiere_claim
        if instalment.kind != "season" or came is None or came.value is None:
            continue
        if previous is not None and came.value.end <= previous.start and came.origin == origin:
            yield Problem(path, came.line, f"{entry.show.slug}: {instalment} premiered before the season before it")
        previous = came.value


def _undated(here: Sequence[Entry], origin: str, path: str) -> Iterator[Problem]:
    """Claims that do not say when they were made: they count only from the day the registry was checked."""
    claims = [c for entry in here for c in entry.claims if c.origin == origin]
    undated = [c for c in claims if c.on is None and c.kind not in _NEED_NO_DATE]
    if len(undated) > MANY:
        yield Problem(path, None, f"{len(undated)} claims do not say when they were made (no “on”)", "note")
        return
    for claim in undated:
        yield Problem(path, claim.line, f"{claim.show}: “{claim.kind}” does not say when it was made (no “on”)", "note")
