"""Which kinds of claim bear on when a season comes, read off the table of kinds."""

from __future__ import annotations

from showstatus.claims import KINDS

ORDERS = tuple(name for name, kind in KINDS.items() if kind.orders)
"""What orders an instalment; to the model each is a renewal."""
FILMING = tuple(name for name, kind in KINDS.items() if kind.stage in ("filming", "wrapped"))
PRODUCTION = tuple(name for name, kind in KINDS.items() if kind.stage in ("filming", "wrapped", "post-production"))
"""How far it is, from the start of filming on."""
PLANS = tuple(name for name, kind in KINDS.items() if kind.nature == "plan")
TOLD = ("renewed", *PRODUCTION, *PLANS)
"""The kinds of milestone that a forecast knows."""
