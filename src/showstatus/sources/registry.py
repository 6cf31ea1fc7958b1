"""A shared registry: whether what came is one, and whether an update of it is to be believed. Bytes in, values out.

What is assumed: it is somebody else's file, who may mean harm or make mistakes. What it claims is weighed by `book`;
here it is only made sure that it can be read within bounds.
"""

from __future__ import annotations

from showstatus.ledger.toml_format import RegistryRows, decode
from showstatus.ledger.toml_lines import BOM, document
from showstatus.sources.base import Unusable

MOST_BYTES = 8_000_000
"""How long a shared registry may be."""
LONGEST_LINE = 5_000
"""How many bytes a line may have: the time to read a key grows with the square of its parts."""
FEWEST = 0.5
"""An update with fewer than this share of the claims that there were is not believed."""


def read(data: bytes) -> RegistryRows:
    """What a shared registry says. Raises `Unusable`."""
    if len(data) > MOST_BYTES:
        raise Unusable(f"with more than {MOST_BYTES // 1_000_000} million bytes")
    if data[:200].lstrip().lower().startswith((b"<!doctype", b"<html")):
        raise Unusable("with HTML instead of a registry")
    if max(map(len, data.split(b"\n"))) > LONGEST_LINE:
        raise Unusable(f"with a line of more than {LONGEST_LINE} bytes, which no registry has")
    try:
        said = document(data.decode().removeprefix(BOM))
    except RecursionError:
        raise Unusable("with brackets that are nested too deep") from None
    except UnicodeDecodeError:
        raise Unusable("with bytes that are not UTF-8") from None
    except ValueError as error:
        raise Unusable(f"with something that is no TOML ({error})") from None
    rows = decode(said, "", {}, [])
    if not rows.shows and not rows.claims:
        broken = f" ({rows.problems[0].message})" if rows.problems else ""
        raise Unusable(f"with TOML that is no registry: no show and no claim is in it{broken}")
    return rows


def doubt(before: RegistryRows, now: RegistryRows) -> str | None:
    """Why an update is not believed, in words that follow “SOURCE answered”; None where it is."""
    were, are = len(before.claims), len(now.claims)
    if are >= FEWEST * were:
        return None
    left = "no claims" if not are else "one claim" if are == 1 else f"{are} claims"
    return f"with {left} where there were {were}"
