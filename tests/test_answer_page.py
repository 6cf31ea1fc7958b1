"""The article about a show: each of its sentences can be traced to the claims it rests on."""

from __future__ import annotations

import datetime as dt
import os
import re

import pytest
from hypothesis import given, settings

from showstatus.claims import Claim
from showstatus.dates import FIRST_DAY
from showstatus.ledger.book import Entry
from showstatus.report import Report, report
from showstatus.spoken import say
from showstatus.views.answer_page import answer_page
from tests.registries import LEDGERS, entries, ledger, told
from tests.test_status_laws import DAYS
from tests.test_status_laws import entries as any_entry

CITED = re.compile(r"(?: \[\d+\])+$")
NUMBERS = re.compile(r"\[(\d+)\](?!\()")
DATE = re.compile(
    r"(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}"
    r"|(?<![\d.])\d{4}(?!\d| days)"
)

SEASONS = re.compile(r"(?i)seasons? \d+(?:(?:, | and )\d+)*")
"""A year may be a season's number, which is no date."""


def sections(page: str) -> dict[str, list[str]]:
    """The lines of an article that say something, by the heading they stand under; the first has none."""
    found: dict[str, list[str]] = {"": []}
    heading = ""
    for line in page.split("\n"):
        if line.startswith("## "):
            heading = line.removeprefix("## ")
        elif line and not line.startswith("# "):
            found.setdefault(heading, []).append(line)
    return found


def dates_of(claim: Claim) -> str:
    """The days that a claim tells and was told on, as they are said."""
    return " ".join(say(date) for date in (claim.value, claim.on) if date is not None)


def traced(made: Report) -> None:
    """Every sentence of an article cites claims that were known that day, and they hold each date it names."""
    parts = sections(answer_page(made))
    known = {claim.id: claim for claim in made.status.known}
    listed = [re.search(r"\(claim ([0-9a-f]{10})\)", line) for line in parts.pop("References", [])]
    claims = [known[found[1]] for found in listed if found is not None]
    assert len(listed) == len(claims) == len({claim.id for claim in claims})
    verdict, *rest = parts.pop("")
    assert [] == rest
    parts.pop("Updated")  # when it was written, and whom it credits
    used = {*NUMBERS.findall(verdict)}
    if made.status.pin is None:
        _holds(verdict, claims, made.show.display)
        assert CITED.search(verdict) or made.status.claim is None
    for heading, lines in parts.items():
        estimate = False
        for line in lines:
            estimate |= line.startswith("By our estimate")
            used |= {*NUMBERS.findall(line)}
            assert estimate or CITED.search(line), (heading, line)
            if not estimate:
                _holds(line, claims, made.show.display)
    assert {str(number) for number in range(1, len(claims) + 1)} == used


def _holds(line: str, claims: list[Claim], title: str) -> None:
    told_by = " ".join(dates_of(claims[int(number) - 1]) for number in NUMBERS.findall(line))
    plain = SEASONS.sub("", NUMBERS.sub("", line.replace(title, "")))
    assert [] == [date for date in DATE.findall(plain) if date not in told_by], (line, told_by)


@pytest.mark.parametrize("name", sorted(name[:-5] for name in os.listdir(LEDGERS) if name.endswith(".toml")))
def test_every_sentence_about_a_show_rests_on_claims(name: str) -> None:
    for show in ledger(name).values():
        days = {claim.counts_from for claim in show.claims if claim.counts_from > FIRST_DAY}
        for day in sorted(days | {one + dt.timedelta(400) for one in days})[:12]:
            traced(report(show, day))


@given(any_entry(), DAYS)
@settings(max_examples=60)
def test_every_sentence_rests_on_claims_whatever_is_claimed(show: Entry, day: dt.date) -> None:
    traced(report(show, day))
    traced(report(show, day, 2))


def page(*claims: str, day: str, show: str = 'platform = "Netflix"') -> dict[str, list[str]]:
    """The article about a show X."""
    return sections(answer_page(report(told(*claims, show=show), dt.date.fromisoformat(day))))


OUT = 'kind = "premiered", season = 1, value = "2023-01-05"'


def test_an_open_decision_cites_the_season_that_it_tells_of() -> None:
    (verdict,) = page(OUT, day="2023-06-01")[""]

    assert verdict.endswith("season 1 premiered on 5 January 2023. [1]")


def test_a_step_that_is_over_is_not_told_as_if_it_went_on() -> None:
    said = page(
        'kind = "casting", season = 2, on = 2023-02-01',
        'kind = "filming-wrapped", season = 2, value = "2023-05", on = 2023-06-01',
        day="2023-06-02",
    )["What is confirmed"]

    assert ["- Season 2 is ordered. [1]", "- Season 2 finished filming in May 2023. [1]"] == said


def test_steps_come_in_the_order_of_the_trade() -> None:
    said = page(
        'kind = "post-production", season = 2, on = 2023-06-01',
        'kind = "filming-wrapped", season = 2, value = "2023-05", on = 2023-06-02',
        'kind = "filming-started", season = 2, value = "2023-03", on = 2023-03-31',
        day="2023-06-02",
    )["What is confirmed"]

    assert ["began filming", "finished filming", "is in post-production"] == [
        next(words for words in ("began filming", "finished filming", "is in post-production") if words in line)
        for line in said[1:]
    ]


def test_a_text_in_a_claim_is_no_markup() -> None:
    text = entries('claim = [{ show = "x", kind = "film-ordered", film = "[A](b) <i>", on = 2023-01-01 }]\n[show.x]\n')
    made = answer_page(report(text["x"], dt.date(2023, 2, 1)))

    assert "<i>" not in made
    assert "](b)" not in made.replace("\\](b)", "")
