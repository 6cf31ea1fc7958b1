"""One show as an article in Markdown: is it cancelled, what is confirmed, when it comes and why, who is in it.

Every sentence that tells a fact ends with the numbers of the claims it rests on, and each day it names is one of
theirs; the claims stand at the end. Only what is worked out (the estimate, how long it is until then) is no claim.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from showstatus.claims import STAGES, Claim
from showstatus.report import Report
from showstatus.spoken import counted, percent, say, say_day, say_range
from showstatus.views.citing import grounds, reasons_of
from showstatus.views.json_doc import SCHEMA_VERSION, Document
from showstatus.views.plain import one_line
from showstatus.views.wording import claim_words, instalments, next_words, source_words

_SPECIAL = str.maketrans({char: f"\\{char}" for char in "\\`*_[]<>#|"})
_STEPS: dict[str, tuple[str, str]] = {
    "writing": ("is being written", "are being written"),
    "casting": ("is being cast", "are being cast"),
    "filming-started": ("began filming", "began filming"),
    "filming-wrapped": ("finished filming", "finished filming"),
    "post-production": ("is in post-production", "are in post-production"),
    "delayed": ("is delayed", "are delayed"),
    "split": ("comes in parts", "come in parts"),
    "episodes": ("has", "have"),
}
"""What is told of making what comes next, in the order of the trade: of one instalment, of several."""
_RELEASES: dict[str, tuple[str, str]] = {
    "window-announced": ("is announced", "are announced"),
    "date-announced": ("is announced", "are announced"),
    "premiered": ("premiered", "premiered"),
}
"""What is told of when it comes."""
DEEDS = {**_STEPS, **_RELEASES}


class _References:
    """The claims an article cites, numbered as they are cited."""

    def __init__(self) -> None:
        self.claims: list[Claim] = []

    def cite(self, *claims: Claim) -> str:
        """The numbers that stand behind a sentence resting on claims."""
        self.claims += [claim for claim in dict.fromkeys(claims) if claim not in self.claims]
        return " ".join(f"[{self.claims.index(claim) + 1}]" for claim in dict.fromkeys(claims))


def answer_page(report: Report) -> str:
    """The article about one show on one day; it says nothing that no claim or estimate says."""
    references = _References()
    parts = [
        f"# {_plain(report.question)}\n",
        _verdict(report, references),
        *_section("What is confirmed", _confirmed(report, references)),
        *_section(_release_heading(report), _release(report, references)),
        *_section("Cast", _cast(report, references)),
        *_section("Where sources disagree", _disputes(report, references)),
        *_section("Updated", _updated(report)),
        *_section("References", _listed(references.claims)),
    ]
    return "\n".join(parts)


def answer_page_document(report: Report) -> Document:
    """`answer SHOW --json`."""
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": report.as_of.isoformat(),
        "slug": report.show.slug,
        "title": report.show.title,
        "markdown": answer_page(report),
    }


def _section(heading: str, lines: Iterable[str]) -> list[str]:
    body = list(lines)
    return [f"## {heading}\n", "\n".join(body) + "\n"] if body else []


def _verdict(report: Report, references: _References) -> str:
    if report.status.pin is not None and report.asked_season is None:
        return f"{_plain(report.answer)}\n"
    return f"{_plain(report.answer)} {references.cite(*grounds(report))}".rstrip() + "\n"


def _confirmed(report: Report, references: _References) -> list[str]:
    """The orders that are not all out, and what is known of making what comes next, in the order of the trade."""
    lines = []
    for instalment, claim in report.status.orders.items():
        lines.append(f"- {_capital(_plain(str(instalment)))} is ordered. {references.cite(claim)}")
    coming = report.next
    about = coming.instalment.season if coming is not None else None
    reached = STAGES.index(coming.stage) if coming is not None and coming.stage is not None else 0
    steps = _counted(
        report, lambda claim: claim.kind in _STEPS and about in claim.instalments and not _is_over(claim, reached)
    )
    steps.sort(key=lambda claim: [*_STEPS].index(claim.kind))
    return lines + [f"- {_sentence(claim)} {references.cite(claim)}" for claim in steps]


def _is_over(claim: Claim, reached: int) -> bool:
    """Whether a step is told without its day, as going on, and a later stage is reached by now."""
    goes_on = claim.value is None and _STEPS[claim.kind][0].startswith("is ")
    return goes_on and claim.rule.stage is not None and STAGES.index(claim.rule.stage) < reached


def _release_heading(report: Report) -> str:
    return f"When does {_plain(next_words(report.next))} come?" if report.next is not None else "Release date"


def _release(report: Report, references: _References) -> list[str]:
    coming = report.next
    if coming is None:
        return []
    about = (coming.instalment, coming.instalment.season)
    told = _counted(report, lambda claim: claim.kind in _RELEASES and any(i in about for i in claim.instalments))
    lines = [f"{_sentence(claim)} {references.cite(claim)}" for claim in told]
    if lines:
        lines.append("")
    if coming.window is not None:
        window = coming.window
        when = say_range(window.start, window.end)
        lines.append(f"By our estimate it comes, with a probability of {percent(window.level)}: {when}. The reasons:")
        reasons = [(reason, references.cite(*reasons_of(reason, report))) for reason in window.because]
        lines += ["", *(f"- {_plain(reason)} {cited}".rstrip() for reason, cited in reasons)]
    elif coming.countdown is not None and told:
        lines.append(f"That is {coming.countdown.words}. {references.cite(told[-1])}")
    return lines


def _cast(report: Report, references: _References) -> list[str]:
    lines = []
    for face in report.cast:
        role = f" as {_plain(face.character)}" if face.character else ""
        lines.append(f"- {_plain(face.actor)}{role}{' (new)' if face.new else ''}")
    faces = [(face.actor, face.character) for face in report.cast]
    told = (c for c in reversed(report.status.known) if [(m.actor, m.character) for m in c.cast] == faces)
    claim = next(told, None)
    return [f"{line} {references.cite(claim)}" if claim is not None else line for line in lines]


def _disputes(report: Report, references: _References) -> list[str]:
    by_id = {claim.id: claim for claim in report.status.known}
    return [
        "- "
        + "; ".join(f"{_plain(claim_words(by_id[one]))} {references.cite(by_id[one])}" for one in group if one in by_id)
        for group in report.status.disputes
    ]


def _updated(report: Report) -> list[str]:
    checked = report.freshness.last_checked
    known = f", from what was known on {say_day(checked)}" if checked is not None and checked < report.as_of else ""
    return [f"Updated on {say_day(report.as_of)}{known}.", *map(_plain, report.attribution)]


def _listed(claims: list[Claim]) -> list[str]:
    lines = []
    for number, claim in enumerate(claims, 1):
        on = f", {say(claim.on)}" if claim.on is not None else ""
        url = f" <{one_line(claim.url)}>" if claim.url and " " not in claim.url and ">" not in claim.url else ""
        what = f"{_plain(source_words(claim))}{on}: {_plain(claim_words(claim))} (claim {claim.id})"
        lines.append(f"{number}. {what}.{url}")
    return lines


def _counted(report: Report, wanted: Callable[[Claim], bool]) -> list[Claim]:
    return [claim for claim, counted in report.evidence if counted and wanted(claim)]


def _sentence(claim: Claim) -> str:
    """Say a claim in a sentence: season 2 finished filming on 2 December 2022."""
    about = instalments(claim.instalments) or "the show"
    deed = DEEDS[claim.kind][len(claim.instalments) > 1]
    if claim.rule.nature == "fact" and claim.value is not None:
        deed = deed.replace("is ", "was ", 1).replace("are ", "were ", 1)
    rest = ""
    if claim.kind == "episodes":
        rest = f" {counted(claim.count, 'episode')}" if claim.count is not None else ""
    elif claim.parts:
        rest = f": {', '.join(claim.parts)}"
    elif claim.value is not None:
        joint = " for " if claim.rule.nature == "plan" else " on " if claim.value.is_day else " in "
        rest = f": {say(claim.value)}" if claim.kind == "delayed" else f"{joint}{say(claim.value)}"
    return f"{_capital(_plain(f'{about} {deed}{rest}'))}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _plain(text: str) -> str:
    """A text as Markdown shows it, whatever signs it has."""
    return one_line(text).translate(_SPECIAL)
