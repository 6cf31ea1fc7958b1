"""`showstatus withdraw SHOW ID`: take a claim back."""

from __future__ import annotations

from showstatus.cli.command import SHOW, Argument, Command, Example, Option
from showstatus.cli.edit import carry_out
from showstatus.cli.session import Session
from showstatus.errors import UsageError

COMMAND = Command(
    "withdraw",
    "Take a claim back; it stays on record, and counts no longer.",
    "The ids stand in `showstatus check SHOW --json` and `showstatus log SHOW --json`.",
    (SHOW, Argument("id", "The id of the claim.")),
    (Option("--said", "Why.", "TEXT"),),
    (
        Example('claim severance ended --on 2026-11-20 --by "A rumour"', "record what turns out to be wrong"),
        Example("withdraw severance a5d5f500d9", "take it back"),
    ),
)


def run(session: Session, *, show: str, id: str, said: str | None) -> int:  # noqa: A002 - the argument's name
    """Append a claim that withdraws another."""
    from showstatus.cli.clock import today
    from showstatus.ledger.edits import append_claim

    ledger = session.ledger
    entry = ledger.entry(ledger.resolve(show))
    if not any(claim.id == id for claim in entry.claims):
        raise UsageError(f"{entry.show.display} has no claim {id}; see `showstatus check {entry.show.slug} --json`.")
    table: dict[str, object] = {"show": entry.show.slug, "kind": "withdrawn", "value": id, "on": today()}
    if said is not None:
        table["said"] = said
    said_so = f"Claim {id} about {entry.show.display} is withdrawn."
    slug = entry.show.slug
    carry_out(session, lambda text: append_claim(text, table), "withdrawn", said_so, show=slug, id=id)
    return 0
