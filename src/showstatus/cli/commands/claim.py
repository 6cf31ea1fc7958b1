"""`showstatus claim SHOW KIND`: record what you read."""

from __future__ import annotations

import datetime as dt
from typing import Any

from showstatus.claims import KINDS, RANKS
from showstatus.cli.command import SHOW, Argument, Command, Example, Option
from showstatus.cli.edit import carry_out
from showstatus.cli.session import Session
from showstatus.errors import UsageError

COMMAND = Command(
    "claim",
    "Record what you read about a show: one dated, sourced statement.",
    "KIND is one of: " + ", ".join(KINDS) + ". Dates may be written 2023, 2023-07, 2023-08-03, “August 2023”, "
    "“summer 2023”, “early 2023”. Without --on the claim was made today.",
    (SHOW, Argument("kind", "What kind of statement it is.", choices=tuple(KINDS))),
    (
        Option("--season", "The season it is about; several times for several.", "N", number=True, many=True),
        Option("--part", "The part of that season.", "N", number=True),
        Option("--special", "The special it is about.", "NAME"),
        Option("--film", "The film it is about.", "TITLE"),
        Option("--concludes", "The film ends the story."),
        Option("--value", "The day or window it names, or the number of episodes.", "WHEN"),
        Option("--label", "For split: what a part is called; once for each part.", "NAME", many=True),
        Option("--actor", "For cast: who is in it, “Name as Character”; once for each.", "NAME", many=True),
        Option("--platform", "For saved: the new home.", "NAME"),
        Option("--on", "When it was said.", "WHEN"),
        Option("--by", "Who published it.", "NAME"),
        Option("--reports", "Whose words it carries.", "NAME"),
        Option("--url", "Where it can be read.", "URL"),
        Option("--said", "The words, where you worked a value out of them.", "TEXT"),
        Option("--rank", "How much it weighs, where that is not plain.", "RANK", choices=RANKS),
    ),
    examples=(
        Example('claim severance renewed --season 4 --by "My newspaper"', "record a renewal you read of today"),
        Example(
            'claim severance date-announced --season 3 --value "14 May 2027"',
            "record an announced date",
        ),
    ),
)


def run(session: Session, *, show: str, kind: str, **given: object) -> int:
    """Append one claim to your registry."""
    from showstatus.cli.clock import today
    from showstatus.ledger.edits import append_claim
    from showstatus.ledger.toml_format import one_claim

    if kind not in KINDS:
        raise UsageError(f"There is no kind of claim “{kind}”; the kinds are {', '.join(KINDS)}.")
    slug = session.ledger.resolve(show)
    table = _table(slug, kind, given, today())
    claim_id = one_claim(table)["id"]
    entry = session.ledger.entry(slug)
    known = any(claim.id == claim_id for claim in entry.claims)
    said = f"{claim_id} is on record already" if known else f"Recorded {claim_id}"
    change = None if known else lambda text: append_claim(text, table)
    carry_out(session, change, "claimed", f"{said}: {entry.show.display}, {kind}.", show=slug, id=claim_id)
    return 0


def _table(slug: str, kind: str, given: dict[str, object], day: dt.date) -> dict[str, object]:
    """The claim as its registry file will hold it."""
    from showstatus.spoken import hear

    seasons = _list(given["season"])
    table: dict[str, object] = {"show": slug, "kind": kind}
    if len(seasons) == 1:
        table["season"] = seasons[0]
    elif seasons:
        table["seasons"] = sorted(set(seasons))
    for key in ("part", "special", "film"):
        table[key] = given[key]
    table["concludes"] = given["concludes"] or None
    value = given["value"]
    if isinstance(value, str):
        counts = KINDS[kind].value
        table["value"] = int(value) if counts == "count" and value.isdecimal() and len(value) < 10 else value
        if counts in ("date", "date?"):
            table["value"] = hear(value, day).edtf
    table["parts"] = given["label"] or None
    table["cast"] = [_member(text) for text in _list(given["actor"])] or None
    said_on = hear(str(given["on"]), day) if given["on"] is not None else None
    table["on"] = day if said_on is None else said_on.start if said_on.is_day else said_on.edtf
    for key in ("platform", "by", "reports", "url", "said", "rank"):
        table[key] = given[key]
    return {key: value for key, value in table.items() if value is not None}


def _member(text: str) -> dict[str, str]:
    actor, _, character = text.partition(" as ")
    return {"actor": actor.strip(), "character": character.strip()} if character else {"actor": actor.strip()}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
