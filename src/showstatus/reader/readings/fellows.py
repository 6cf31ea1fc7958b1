"""What does a text tell of one show beside what it tells of the others? A round-up tells much the same of each."""

from __future__ import annotations

from collections.abc import Sequence

from showstatus.reader.readings.reading import Reading

_SURE, _UNSURE = 0.5, -0.5
"""Of more weight an event is sure, of less it is none; in log odds."""
_MOST = 6
"""More shows are many."""


def fellow_marks(found: Reading, lead: Reading | None, every: Sequence[Reading]) -> set[str]:
    """What the other shows of a text say for one that it is about this one, too; `lead` is the one it is about most."""
    sure = sum(_is_sure(other) for other in every if other is not found)
    own = "sure" if _is_sure(found) else "unsure" if _surest(found) > _UNSURE else "no"
    marks = {f"{min(sure, _MOST)} others sure", f"{min(sure, _MOST)} others sure, {own} event"}
    if lead is None or found is lead:
        return marks
    mine, its = _kinds(found), _kinds(lead)
    alike = "nothing" if not mine else "no kind" if not mine & its else "each kind" if mine <= its else "some kinds"
    same = "the same" if found.verdict == lead.verdict else "another"
    return marks | {
        f"{alike} of the lead", f"{same} verdict as the lead",
        f"{found.verdict} where the lead is {lead.verdict}", f"{alike} of the lead, {min(sure, 3)} others sure",
    }  # fmt: skip


def _surest(found: Reading) -> float:
    return max((finding.sure for finding in found.findings), default=-9.0)


def _is_sure(found: Reading) -> bool:
    return _surest(found) > _SURE


def _kinds(found: Reading) -> set[str]:
    return {finding.kind for finding in found.findings if finding.sure > _UNSURE}
