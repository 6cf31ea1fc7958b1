"""The pages of the site: what each shows, put into words, and the templates that make HTML of it.

Templates escape everything; every text goes through `one_line` first, so that nothing turns the page's text around.
"""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from showstatus import __version__
from showstatus.claims import DECISIONS, Claim
from showstatus.dates import FIRST_DAY, ONE_DAY, PartialDate
from showstatus.history import Transition
from showstatus.names import acronym
from showstatus.report import Report
from showstatus.seasons import Season
from showstatus.spoken import counted, percent, say, say_day
from showstatus.views.plain import one_line, web_link
from showstatus.views.rows import Row, countdown_words, next_of, when_of
from showstatus.views.site.drawings import timeline_drawing, window_drawing
from showstatus.views.site.feed import News, change
from showstatus.views.wording import (
    claim_words,
    decision_words,
    next_words,
    seasons,
    source_words,
    window_words,
)

TONES = {
    "renewed": "go", "final-season": "last", "concludes-with-film": "last", "cancelled": "stop", "ended": "done",
    "limited": "done", "pending": "open", "in-development": "open", "unknown": "open",
}  # fmt: skip
"""How a decision looks; its word always stands beside it."""
_COUNTED = {"final-season": "in the final season", "concludes-with-film": "concluding with a film"}
"""Decisions as they are said of several shows."""
_LAYERS = {"user": "whoever keeps this list", "shipped": "the registry of showstatus"}
"""Whose word a claim is that names nobody, by the layer it came in by."""
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Site:
    """What all pages share."""

    title: str
    url: str
    """Where it will be, ending in a slash; empty where that is not told, and links are then relative."""
    as_of: str
    day: str
    """The same day, as people say it."""

    generator: str = f"showstatus {__version__}"
    """What made it."""


def show_page(site: Site, page: str, report: Report, changes: Sequence[Transition]) -> str:
    """The page of one show."""
    lead, _, sentence = report.answer.partition(". ")
    show, coming = report.show, report.next
    window = coming.window if coming is not None else None
    return _render(
        "show.html",
        site=site,
        up="../",
        page=page,
        name=show.display,
        platform=show.platform,
        country=show.country,
        genres=show.genres,
        question=report.question,
        answer=report.answer,
        lead=f"{lead}.",
        sentence=sentence,
        tone=TONES[report.status.decision],
        count=_count(report),
        window=window_drawing(report),
        likely=_likely(report),
        because=window.because if window is not None else (),
        facts=_facts(report),
        timeline=timeline_drawing(report),
        seasons=[_season(season, show.release) for season in report.status.seasons.values()],
        cast=report.cast,
        evidence=_evidence(report),
        disputes=[_dispute(group, report) for group in report.status.disputes],
        changes=[{"day": say_day(one.day), "what": change(one)} for one in reversed(changes)],
        attribution=report.attribution,
    )


def index_row(page: str, row: Row, report: Report) -> str:
    """One show in the index."""
    names = [*report.show.aliases, acronym(report.show.title) or ""]
    return _render(
        "row.html",
        page=page,
        row=row,
        names=" ".join(["", *names]).rstrip(),
        tone=TONES[row["decision"]],
        decision=decision_words(row["decision"]),
        what=next_of(row),
        when=when_of(row),
        count=countdown_words(row, report.as_of),
    )


def index_page(site: Site, rows: Sequence[Row], markup: Iterable[str], attribution: Iterable[str]) -> str:
    """The index; `markup` are the rows as `index_row` made them, in the order in which they stand."""
    counts = {decision: sum(row["decision"] == decision for row in rows) for decision in DECISIONS}
    platforms: dict[str, int] = {}
    for row in rows:
        if row["platform"]:
            platforms[row["platform"]] = platforms.get(row["platform"], 0) + 1
    told = [
        f"{count:,} {_COUNTED.get(decision, decision_words(decision))}" for decision, count in counts.items() if count
    ]
    return _render(
        "index.html",
        site=site,
        up="",
        total=f"{counted(len(rows), 'show')} as of {site.day}: {', '.join(told)}" if rows else "No shows yet",
        count=f"{len(rows):,}",
        decisions=[(decision, decision_words(decision), count) for decision, count in counts.items() if count],
        platforms=sorted(platforms.items(), key=lambda pair: (pair[0].casefold(), pair[0])),
        rows=map(Markup, markup),
        attribution=list(attribution),
    )


def feed_page(site: Site, entries: Sequence[News], attribution: Iterable[str]) -> str:
    """The Atom feed; `entries` newest first."""
    import uuid

    text = _render(
        "feed.xml",
        site=site,
        id=uuid.uuid5(uuid.NAMESPACE_URL, f"showstatus:feed:{site.url}:{site.title}").urn,
        updated=entries[0].day if entries else site.as_of,
        entries=entries,
        attribution=list(attribution),
    )
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def static_files() -> dict[str, bytes]:
    """The files that go out as they are, by name: style, script and icon."""
    found = {}
    with os.scandir(os.path.join(os.path.dirname(os.path.abspath(__file__)), "files")) as files:
        for item in files:
            with open(item.path, "rb") as file:
                found[item.name] = file.read()
    return dict(sorted(found.items()))


def _count(report: Report) -> Mapping[str, str] | None:
    coming = report.next
    if coming is None or coming.countdown is None:
        return None
    if coming.date is not None:
        start = end = coming.date
    elif coming.window is not None:
        start, end = coming.window.start, coming.window.end - ONE_DAY
    else:
        return None
    words = coming.countdown.words
    about = "announced" if coming.date is not None else "estimated"
    told = f"until {next_words(coming)}, {about}"
    return {"start": start.isoformat(), "end": end.isoformat(), "words": words, "what": told}


def _likely(report: Report) -> str:
    coming = report.next
    if coming is None or coming.window is None:
        return ""
    announced = ""
    if coming.official is not None:
        late = ", which has passed" if coming.overdue else ""
        announced = f"Announced for {say(coming.official)}{late}. "
    return f"{announced}Estimated, {window_words(coming.window)}."


def _facts(report: Report) -> list[tuple[str, str]]:
    stand, coming = report.status, report.next
    decided = [decision_words(stand.decision)]
    if report.decided_on is not None:
        decided.append(say(report.decided_on))
    if report.decided_by is not None:
        decided.append(f"by {report.decided_by}")
    facts = [("Decision", ", ".join(decided))]
    if stand.confirmed:
        facts.append(("Confirmed", seasons(stand.confirmed)))
    if coming is not None:
        facts.append(("Next", next_words(coming) + (f", {coming.stage}" if coming.stage else "")))
        if coming.date is not None:
            note = " (announced; nobody has confirmed that it came)" if coming.presumed else ""
            facts.append(("Date", say_day(coming.date) + note))
        elif coming.official is not None:
            facts.append(("Announced", say(coming.official) + (", which has passed" if coming.overdue else "")))
    if report.odds is not None:
        odds = report.odds
        facts.append(
            (
                "Odds",
                f"{percent(odds.probability)} that it returns within {odds.horizon_months} months of its last season, "
                f"judged by {odds.reference_class} ({odds.n:,} gaps between seasons)",
            )
        )
    fresh = report.freshness
    if fresh.last_checked is not None:
        age = f", {counted(fresh.age_days, 'day')} before this page was made" if fresh.age_days else ""
        facts.append(("Checked", say_day(fresh.last_checked) + age + (" (stale)" if fresh.stale else "")))
    return facts


def _season(season: Season, release: str | None) -> Mapping[str, str]:
    """One line of the table of seasons; a last day that is only assumed is left out."""
    first, last = season.first, season.runs[-1]
    began = say(first.premiere) if first.premiere is not None else ""
    if not began and first.official is not None:
        began = f"announced: {say(first.official)}"
    out = last.finale
    if out is None and (release == "all" or season.instalment.kind != "season"):
        out = last.premiere
    name = str(season.instalment)
    return {
        "name": f"{name[:1].upper()}{name[1:]}",
        "first": began,
        "last": say(out) if out is not None else "",
        "episodes": str(season.episodes) if season.episodes else "",
    }


def _evidence(report: Report) -> list[Mapping[str, Any]]:
    """The claims, newest first and those without a day last; the cast has a list of its own."""
    told = [(_said(claim), claim, counted) for claim, counted in report.evidence if claim.kind != "cast"]
    told.sort(key=lambda item: item[0].last if item[0] is not None else FIRST_DAY, reverse=True)
    return [
        {
            "day": say(date) if date is not None else "undated",
            "words": claim_words(claim),
            "source": _source(claim),
            "url": web_link(claim.url),
            "counted": counted,
        }
        for date, claim, counted in told
    ]


def _said(claim: Claim) -> PartialDate | None:
    """When a claim was made; a premiere that does not say so is told by its own day."""
    return claim.on or (claim.value if claim.kind in ("premiered", "finale") else None)


def _source(claim: Claim) -> str:
    """Who said it; the reader of a site is not the “you” of the command line."""
    return source_words(claim) if claim.by or claim.reports else _LAYERS.get(claim.origin, claim.origin)


def _dispute(group: Iterable[str], report: Report) -> str:
    claims = [claim for claim_id in group for claim, _ in report.evidence if claim.id == claim_id]
    return "; ".join(f"{claim_words(claim)} ({_source(claim)})" for claim in claims)


def _render(template: str, **values: Any) -> str:
    return _environment().get_template(template).render(**values)


@functools.cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("showstatus.views.site"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=False,
        keep_trailing_newline=True,
        auto_reload=False,
    )


def _harmless(value: Any) -> Any:
    return one_line(value) if isinstance(value, str) and not isinstance(value, Markup) else value
