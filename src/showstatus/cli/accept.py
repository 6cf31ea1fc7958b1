"""Proposed claims on their way into the user's registry: what they would change, which are wanted, adding them once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from showstatus.adoption import adoption
from showstatus.cli.asking import Enough, answered
from showstatus.cli.output import Output
from showstatus.cli.session import Session
from showstatus.errors import NoSuchShow
from showstatus.reader.proposals import Source, proposals
from showstatus.reader.readings.reading import Reading
from showstatus.spoken import counted
from showstatus.views.plain import one_line
from showstatus.views.proposals import Offer, offer_text
from showstatus.views.wording import claim_words


class Addition(NamedTuple):
    """Claims about one show that are to be recorded."""

    slug: str
    claims: Sequence[Mapping[str, object]]
    """As a registry holds them; their show may be left out."""
    block: Mapping[str, object] | None = None
    """The keys of the show where no registry has it yet; None where one has."""


def offer(session: Session, slug: str, reading: Reading, source: Source, *, lead: bool) -> Offer:
    """What a text says of one show, with what recording it would change."""
    try:
        known = session.ledger.entry(slug)
    except NoSuchShow:
        known = None
    made = tuple(proposals(reading, source))
    block = _block(reading, lead=lead)
    tables = [{"show": slug, **proposal.keys} for proposal in made]
    return Offer(slug, known is None, reading, made, adoption(slug, block, known, tables, session.as_of))


def asked(output: Output, offers: Sequence[Offer]) -> list[list[int]]:
    """The proposals a person at the terminal wants, for each show; “q” or the end of the input ends the questions."""
    chosen: list[list[int]] = []
    for one in offers:
        output.sentences(offer_text(one))
        wanted: list[int] = []
        chosen.append(wanted)
        for number in one.open:
            output.ask(f"Add “{one_line(claim_words(one.adoption.claims[number]))}”? [y/N/q] ")
            try:
                answer = answered().lower()
            except Enough:
                answer = "q"
            if answer.startswith("q"):
                return chosen + [[] for _ in offers[len(chosen) :]]
            if answer.startswith("y"):
                wanted.append(number)
    return chosen


def accept(
    session: Session,
    offers: Sequence[Offer],
    chosen: Sequence[Sequence[int]],
    answer: Callable[[], None] = lambda: None,
) -> list[str]:
    """Add the chosen claims to the user's registry, each once; the ids of those that were added.

    `answer` is called once nothing can fail any more: an error leaves stdout empty.
    """
    wanted = [
        Addition(one.slug, [one.proposals[number].keys for number in numbers], _block_of(one, lead=place == 0))
        for place, (one, numbers) in enumerate(zip(offers, chosen, strict=True))
        if numbers
    ]
    added = add(session, wanted, "add what an article says") if wanted else []
    answer()
    if wanted:
        session.output.talk(f"{counted(len(added), 'claim')} added to your registry.")
    return added


def add(session: Session, wanted: Sequence[Addition], what: str) -> list[str]:
    """Add claims to the user's registry in one edit, each once; the ids of those that were added.

    `what` is the sentence by which `undo` tells it.
    """
    from showstatus.cli.edit import record

    added: list[str] = []

    def change(text: str) -> str:
        added.clear()
        for one in wanted:
            text = _added(text, one, added)
        return text

    record(session, change, what)
    return added


def _added(text: str, one: Addition, added: list[str]) -> str:
    """The text of a registry with these claims, without those it has."""
    from showstatus.ledger.edits import append_claim, append_show
    from showstatus.ledger.toml_format import decode
    from showstatus.ledger.toml_lines import document

    here = document(text)
    known = {row["id"] for row in decode(here, "", {}, []).claims}
    if one.block is not None and one.slug not in here.get("show", {}):
        text = append_show(text, one.slug, one.block)
    for keys in one.claims:
        table = {"show": one.slug, **keys}
        claim_id = decode({"claim": [table]}, "", {}, []).claims[0]["id"]
        if claim_id not in known:
            text = append_claim(text, table)
            known.add(claim_id)
            added.append(claim_id)
    return text


def _block_of(one: Offer, *, lead: bool) -> Mapping[str, object] | None:
    return _block(one.reading, lead=lead) if one.new else None


def _block(reading: Reading, *, lead: bool) -> dict[str, object]:
    """The keys of a show that is new: only the one a text is about is followed from now on."""
    block: dict[str, object] = {"title": reading.title}
    if reading.platform is not None:
        block["platform"] = reading.platform
    return block if lead else {**block, "followed": False}
