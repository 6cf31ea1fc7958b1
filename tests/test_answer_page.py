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
from showstatus.views.wording import claim_words
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


ALIKE = (
    'kind = "date-announced", season = 1, value = "2023-01-05", on = 2022-12-01',
    'kind = "premiered", season = 1, value = "2023-01-05"',
    'kind = "writing", season = 2, on = 2023-02-01',
    'kind = "renewed", season = 2, on = 2023-02-01',
    'kind = "window-announced", season = 2, value = "2024", on = 2023-02-01',
)
"""Claims that tell the same days: of each day one alone carries what a sentence says of it."""


def test_a_day_cites_the_claim_that_carries_the_sentence_and_none_beside_it() -> None:
    said = page(*ALIKE, day="2023-03-01", show='platform = "Netflix"\nrelease = "all"')
    told = {line.split(".")[0]: line.split(" (claim")[0] for line in said["References"]}

    def cited(words: str) -> list[str]:
        lines = [line for lines in said.values() for line in lines if words in line]
        return [told[number].split(": ", 1)[1] for number in NUMBERS.findall(lines[0])]

    assert ["season 2 renewed"] == cited("No. X was renewed for season 2 on 1 February 2023.")
    assert ["season 1: premiered, 5 January 2023"] == cited("- Season 1 premiered on 5 January 2023, ")
    assert ["season 2 renewed", "season 2: announced for 2024"] == cited(
        "- Known: order (1 February 2023), official window (2024)"
    )
    assert [] == cited("- Median ")


def test_an_asked_season_that_came_cites_its_premiere_alone() -> None:
    made = report(told(*ALIKE), dt.date(2023, 3, 1), 1)
    said = sections(answer_page(made))

    assert ["No. Season 1 of X premiered on 5 January 2023. [1]"] == said[""]
    assert "season 1: premiered, 5 January 2023" in said["References"][0]


def test_a_year_in_a_title_is_no_day() -> None:
    said = page(
        'kind = "premiered", season = 1, value = "2021"',
        'kind = "renewed", season = 2, on = 2022-02-01',
        day="2022-03-01",
        show='title = "Time"\nqualifier = "2021"',
    )

    assert ["No. Time (2021) was renewed for season 2 on 1 February 2022. [1]"] == said[""]


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


@pytest.mark.parametrize(
    ("actors", "words"),
    [
        (["A"], "cast, A"),
        (["A", "B"], "cast, A and B"),
        (["A", "B", "C"], "cast, A, B and C"),
        (["A", "B", "C", "D", "E"], "cast, A, B, C and 2 more"),
    ],
)
def test_a_claim_of_a_cast_names_who_is_in_it(actors: list[str], words: str) -> None:
    cast = ", ".join(f'{{ actor = "{actor}" }}' for actor in actors)
    (claim,) = told(f'kind = "cast", season = 2, on = 2022-12-02, cast = [{cast}]').claims

    assert f"season 2: {words}" == claim_words(claim)
