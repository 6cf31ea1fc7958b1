"""Where a show's page is: a file name that every system and web server takes, from a slug that may be anything."""

from __future__ import annotations

import hashlib
import re

_PLAIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST = 80
_TAKEN = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
"""Names that Windows keeps for devices."""


def page_name(slug: str) -> str:
    """The name of a show's files without their ending: its slug where that is plain; no two slugs share one."""
    if _PLAIN.fullmatch(slug) and len(slug) <= _LONGEST and not _TAKEN.fullmatch(slug):
        return slug
    digest = hashlib.blake2b(slug.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    plain = "-".join(re.findall(r"[a-z0-9]+", slug.lower()))[: _LONGEST - 20].strip("-")
    # A plain slug never holds a dot, so this is nobody else's.
    return f"{plain or 'show'}.{digest}"
