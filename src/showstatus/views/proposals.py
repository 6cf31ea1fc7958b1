"""What a text says, as `read` shows it: each proposed claim with its words, and what adding it would change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from showstatus.adoption import Adoption, Standing
from showstatus.dates import parse_edtf
from showstatus.reader.proposals import Proposal
from showstatus.reader.readings.reading import Reading
from showstatus.spoken import say
from showstatus.views.claim_json import claim_row, claim_value
from showstatus.views.json_doc import SCHEMA_VERSION, Document
from showstatus.views.lines import records
from showstatus.views.plain import one_line
from showstatus.views.wording import claim_words, decision_words, seasons


@dataclass(frozen=True, slots=True)
class Offer:
    """One show of a text: what is said of it, and what of that could be recorded."""

    slug: str
    new: bool
    """Whether no registry has the show yet."""
    reading: Reading
    proposals: tuple[Proposal, ...]
    adoption: Adoption

    @property
    def open(self) -> list[int]:
        """The numbers, from 0, of the proposals that are not on record."""
        return [n for n, claim in enumerate(self.adoption.claims) if claim.id not in self.adoption.known]


def proposals_document(offers: Sequence[Offer], published: dt.date | None, applied: Sequence[str]) -> Document:
    """`read --json`; `applied` are the ids of the claims that were added."""
    return {
        "schema_version": SCHEMA_VERSION,
        "published": published.isoformat() if published is not None else None,
        "shows": [_offer(offer, set(applied)) for offer in offers],
    }


def proposal_lines(offers: Sequence[Offer]) -> str:
    """`read` in a pipe: slug, id, kind, seasons, value, on, how sure, known or not, line, quote."""
    return records(
        (
            offer.slug, claim.id, claim.kind, [i.number for i in claim.instalments] or None, claim_value(claim),
            claim.on, proposal.sure, claim.id in offer.adoption.known, proposal.line, proposal.quote,
        )
        for offer in offers
        for proposal, claim in zip(offer.proposals, offer.adoption.claims, strict=True)
    )  # fmt: skip


def offer_text(offer: Offer) -> str:
    """One show for a person: the claims with their words, the author's guess, and what would change."""
    reading = offer.reading
    lines = [f"{one_line(reading.title)}{' (not in your registry yet)' * offer.new}: {decision_words(reading.verdict)}"]
    for number, (proposal, claim) in enumerate(zip(offer.proposals, offer.adoption.claims, strict=True), 1):
        known = ", on record" if claim.id in offer.adoption.known else f", {proposal.sure}"
        lines.append(f"  {number}. {one_line(claim_words(claim))}{known}")
        lines.append(f"     line {proposal.line}: “{one_line(proposal.quote)}”")
    if reading.estimate is not None and reading.estimate_sentence is not None:
        lines.append(f"  The author's guess, which is no claim: {say(reading.estimate)}")
        lines.append(f"     line {reading.estimate_sentence.line}: “{one_line(reading.estimate_sentence.text)[:160]}”")
    lines.append(f"  {_change(offer.adoption)}")
    return "\n".join(lines) + "\n"


def _change(adoption: Adoption) -> str:
    before, after = _facts(adoption.before), _facts(adoption.after)
    changed = [f"{name}: {before[name]} → {after[name]}" for name in after if before[name] != after[name]]
    return f"It would change {'; '.join(changed)}." if changed else "It would change nothing."


def _facts(standing: Standing) -> dict[str, str]:
    return {
        "decision": decision_words(standing.decision),
        "confirmed": seasons(standing.confirmed) or "nothing",
        "next": standing.next or "nothing",
        "stage": standing.stage or "none",
        "announced for": say(parse_edtf(standing.official)) if standing.official else "no day",
    }


def _offer(offer: Offer, applied: set[str]) -> Document:
    reading = offer.reading
    return {
        "slug": offer.slug,
        "title": reading.title,
        "known": not offer.new,
        "verdict": reading.verdict,
        "subject_season": reading.subject_season,
        "confirmed_seasons": list(reading.confirmed),
        "official_window": str(reading.official) if reading.official is not None else None,
        "estimate": str(reading.estimate) if reading.estimate is not None else None,
        "proposals": [
            {
                **claim_row(claim),
                "cast": [{"actor": m.actor, "character": m.character} for m in claim.cast],
                "quote": proposal.quote,
                "line": proposal.line,
                "sure": proposal.sure,
                "known": claim.id in offer.adoption.known,
                "applied": claim.id in applied,
            }
            for proposal, claim in zip(offer.proposals, offer.adoption.claims, strict=True)
        ],
        "before": _standing(offer.adoption.before),
        "after": _standing(offer.adoption.after),
    }


def _standing(standing: Standing) -> Document:
    return {
        "decision": standing.decision,
        "confirmed_seasons": list(standing.confirmed),
        "next": standing.next,
        "stage": standing.stage,
        "official": standing.official,
    }
