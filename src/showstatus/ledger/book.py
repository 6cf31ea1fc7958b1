"""One show as the layers of the ledger know it: rows of several registries become a `Show` and its claims.

Layers come in order: what was fetched, shared registries, the shipped one, the user's. A later layer's keys of a show
win, its claims are added. What is personal (tags, note, pin) is taken from the user's layer alone, only the user can
take back what another layer claims, and a shared registry gives ids only to a show that has none.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from showstatus.claims import KINDS, RANKS, CastMember, Claim, Instalment
from showstatus.dates import FIRST_DAY, PartialDate, parse_edtf
from showstatus.names import fold
from showstatus.shows import Pin, Show

TYPE_CHECKING = False
if TYPE_CHECKING:
    from showstatus.ledger.toml_format import Row

DATABASES = frozenset({"tmdb", "tvmaze", "imdb", "thetvdb", "trakt", "wikipedia"})
"""Publishers whose word has the rank of a database, folded; and layers that were fetched from one."""
SHIPPED, USER = "shipped", "user"
SHARED = "registry:"
"""How the origin of a shared registry begins; its name follows."""
_PERSONAL = ("tags", "note", "pin", "followed")


@dataclass(frozen=True, slots=True)
class Layer:
    """What one registry or source says about one show."""

    origin: str
    show: Row | None
    """The keys of its block; None where it has claims about the show but no block."""
    claims: Sequence[Row]
    checked: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A show with every claim about it."""

    show: Show
    claims: tuple[Claim, ...]
    checked: dt.date | None
    """How far the knowledge of the layers that know it reaches."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A show, and which claims there are about it; what they say is made out where it is asked for."""

    show: Show
    layers: tuple[Layer, ...]

    @property
    def claim_ids(self) -> frozenset[str]:
        """The ids of the claims of its entry."""
        return frozenset(row["id"] for row, _ in _heeded(self.layers))

    def entry(self) -> Entry:
        """The show with every claim about it."""
        layers = self.layers
        homes = homes_of(self.show.platform, *(row.get("platform") for layer in layers for row in layer.claims))
        claims: dict[str, Claim] = {}
        for row, layer in _heeded(layers):
            known = claims.get(row["id"])
            if known is None or known.origin.startswith(SHARED):
                claims[row["id"]] = _claim(row, layer, homes)
        own = [claim for claim in claims.values() if claim.origin == USER]
        for claim in claims.values():
            if claim.origin.startswith(SHARED):
                claims[claim.id] = _below(claim, own)
        checked = [layer.checked.last for layer in layers if layer.checked is not None]
        return Entry(self.show, tuple(claims.values()), max(checked, default=None))


def outline(slug: str, layers: Iterable[Layer]) -> Outline:
    """One show, its layers merged as far as the show itself goes."""
    dated = tuple(_dated(layer) for layer in layers)
    return Outline(_show(slug, dated), dated)


def entry(slug: str, layers: Iterable[Layer]) -> Entry:
    """One show, its layers merged."""
    return outline(slug, layers).entry()


def is_claim(row: Any) -> bool:
    """Whether a row that comes from nowhere but a file of ours has what the row of every claim has."""
    told = isinstance(row, dict) and all(isinstance(row.get(key), str) for key in ("id", "show", "kind"))
    return told and row["kind"] in KINDS


def _heeded(layers: Sequence[Layer]) -> Iterator[tuple[Row, Layer]]:
    """The claims of all layers but for those by which one would take back what another claims.

    The user may; any other layer takes back what it alone claims. That it claims the same does not make it the owner.
    """
    made_by: dict[str, set[str]] = {}
    for layer in layers:
        for row in layer.claims:
            made_by.setdefault(row["id"], set()).add(layer.origin)
    for layer in layers:
        for row in layer.claims:
            if row["kind"] != "withdrawn" or layer.origin == USER or made_by.get(row["value"]) == {layer.origin}:
                yield row, layer


def _below(claim: Claim, own: Iterable[Claim]) -> Claim:
    """A claim out of a shared registry, ranked no higher than what the user claims about the same thing."""

    def same(mine: Claim) -> bool:
        apart = mine.instalments and claim.instalments and not {*mine.instalments} & {*claim.instalments}
        return mine.rule.nature == claim.rule.nature and not apart

    return replace(claim, rank=RANKS[max([claim.rank_order, *(mine.rank_order for mine in own if same(mine))])])


def _dated(layer: Layer) -> Layer:
    """The same layer, with the show's own `checked` where its block has one: a file may gather what several told."""
    own = (layer.show or {}).get("checked")
    return replace(layer, checked=parse_edtf(own)) if own is not None else layer


def _show(slug: str, layers: Sequence[Layer]) -> Show:
    keys: Row = {}
    aliases: list[str] = []
    known = any(layer.show and layer.show.get("ids") for layer in layers if layer.origin in (SHIPPED, USER))
    for layer in layers:
        block = layer.show or {}
        if layer.origin != USER:
            block = {key: value for key, value in block.items() if key not in _PERSONAL}
        if known and layer.origin.startswith(SHARED):
            block.pop("ids", None)  # they decide which show of a source is asked for
        ids = {**keys.get("ids", {}), **block.get("ids", {})}
        aliases += block.get("aliases", ())
        keys = {**keys, **block, "ids": ids}
    users = next((layer.show for layer in layers if layer.origin == USER), None)
    return Show(
        slug=slug,
        title=keys.get("title") or slug.replace("-", " ").title(),
        qualifier=keys.get("qualifier"),
        aliases=tuple(dict.fromkeys(aliases)),
        platform=keys.get("platform"),
        country=keys.get("country"),
        genres=tuple(keys.get("genres", ())),
        release=keys.get("release"),
        continues=keys.get("continues"),
        ids=keys.get("ids", {}),
        tags=tuple(keys.get("tags", ())),
        note=keys.get("note"),
        pin=_pin(keys["pin"]) if "pin" in keys else None,
        followed=users is not None and users.get("followed", True),
    )


def _pin(row: Row) -> Pin:
    return Pin(decision=row["decision"], until=parse_edtf(row["until"]) if "until" in row else None)


def _claim(row: Row, layer: Layer, homes: set[str]) -> Claim:
    on = parse_edtf(row["on"]) if "on" in row else None
    value = row.get("value")
    dated = isinstance(value, str) and row["kind"] != "withdrawn"
    date = parse_edtf(value) if dated and value is not None else None
    return Claim(
        id=row["id"],
        show=row["show"],
        kind=row["kind"],
        instalments=_instalments(row),
        value=date,
        count=value if row["kind"] == "episodes" else None,
        target=value if row["kind"] == "withdrawn" else None,
        on=on,
        by=row.get("by"),
        reports=row.get("reports"),
        url=row.get("url"),
        rank=_rank(row, layer.origin, homes),
        origin=layer.origin,
        said=row.get("said"),
        concludes=row.get("concludes", False),
        platform=row.get("platform"),
        parts=tuple(row.get("parts", ())),
        cast=tuple(CastMember(**member) for member in row.get("cast", ())),
        left=tuple(row.get("left", ())),
        counts_from=_counts_from(row["kind"], on, date, layer.checked),
        line=row.get("line"),
    )


def _instalments(row: Row) -> tuple[Instalment, ...]:
    if "film" in row:
        return (Instalment(0, 0, "film", row["film"]),)
    if "special" in row:
        return (Instalment(0, 0, "special", row["special"]),)
    return tuple(Instalment(number, row.get("part", 0)) for number in row.get("seasons", ()))


def _rank(row: Row, origin: str, homes: set[str]) -> str:
    """What a claim's rank is: as it says, or by who published it. A shared registry cannot say it better than that."""
    told: str | None = row.get("rank")
    plain = usual_rank(row.get("by"), origin, homes)
    if told is not None and origin.startswith(SHARED):
        return max(told, plain, key=RANKS.index)
    return told or plain


def homes_of(*platforms: str | None) -> set[str]:
    """The platforms a show has or had, folded: what they publish is official."""
    return {fold(name) for name in platforms if name}


def usual_rank(by: str | None, origin: str, homes: set[str]) -> str:
    """The rank of a claim that does not tell its own, by who published it and the layer it came in by."""
    if origin in DATABASES:
        return "database"
    if by is None:
        return "press"
    name = fold(by)
    return "official" if name in homes else "database" if name in DATABASES else "press"


def _counts_from(kind: str, on: PartialDate | None, value: PartialDate | None, checked: PartialDate | None) -> dt.date:
    """From which day a claim counts: the last day of its `on`.

    Without one, a premiere or finale counts from its value; anything else from the day its registry was checked. Where
    the registry does not say how far it reaches, other facts count from their value too, and the rest always.
    """
    if on is not None:
        return on.last
    if value is not None and (kind in ("premiered", "finale") or (checked is None and KINDS[kind].nature == "fact")):
        return value.last
    return checked.last if checked is not None else FIRST_DAY
