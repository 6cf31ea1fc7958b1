"""Registries for tests: a TOML text, or a small file of `ledgers/`, read into entries by the real code."""

from __future__ import annotations

import os

from showstatus.dates import parse_edtf
from showstatus.ledger.book import Entry, Layer, entry
from showstatus.ledger.toml_format import RegistryRows, decode
from showstatus.ledger.toml_lines import claim_lines, document, show_lines

HERE = os.path.dirname(os.path.abspath(__file__))
LEDGERS = os.path.join(HERE, "ledgers")
SHIPPED = os.path.join(os.path.dirname(HERE), "data", "shows.toml")


def rows(text: str) -> RegistryRows:
    """What a registry with this text says."""
    return decode(document(text), "shows.toml", show_lines(text), claim_lines(text))


def layer(text: str, slug: str, origin: str = "user") -> Layer:
    """What a registry with this text says about one show."""
    read = rows(text)
    claims = [row for row in read.claims if row["show"] == slug]
    return Layer(origin, read.shows.get(slug), claims, parse_edtf(read.checked) if read.checked else None)


def entries(text: str) -> dict[str, Entry]:
    """The shows of a registry with this text, in which nothing may be wrong."""
    read = rows(text)
    assert not read.problems
    return {slug: entry(slug, [layer(text, slug)]) for slug in read.shows}


def told(*claims: str, show: str = 'platform = "Netflix"') -> Entry:
    """A show of which nothing is known but these claims, each the inside of an inline table, and its own keys."""
    tables = ",\n".join(f'{{ show = "x", {claim} }}' for claim in claims)
    return entries(f"claim = [\n{tables}\n]\n[show.x]\n{show}\n")["x"]


def ledger(name: str) -> dict[str, Entry]:
    """The shows of one file of `ledgers/`, by slug."""
    with open(os.path.join(LEDGERS, f"{name}.toml"), encoding="utf-8") as file:
        return entries(file.read())


def only(name: str) -> Entry:
    """The one show of a file of `ledgers/`."""
    (found,) = ledger(name).values()
    return found


def shipped(slug: str) -> Entry:
    """One show of the shipped registry."""
    with open(SHIPPED, encoding="utf-8") as file:
        return entry(slug, [layer(file.read(), slug, "shipped")])
