"""`refresh` and Wikipedia: what an edit adds and takes back, how little is asked, and what may go wrong."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.article_desk import RENEWED, SHOW, Desk, opened, write
from tests.cli import Cli
from tests.standin import Fault, StandIn
from tests.standin_wiki import PATH, WikiStandIn, late, page

pytest.importorskip("lxml")


@pytest.fixture
def desk(tmp_path: Path, wiki: WikiStandIn, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("NO_PROXY", "*")
    with opened(tmp_path, wiki) as one:
        yield one


# --- what an article says, and what an edit changes ----------------------------------------------------------------


def test_an_article_becomes_claims_of_the_rank_of_a_database(desk: Desk) -> None:
    write(desk.wiki, RENEWED)

    assert 1 == desk.refresh().fetched
    (claim,) = [claim for claim in desk.entry().claims if claim.origin == "wikipedia"]
    assert ("renewed", "2022-05-20", "Wikipedia", "The Daily Wave") == (
        claim.kind, str(claim.on), claim.by, claim.reports,
    )  # fmt: skip
    assert ("https://example.org/a", "database") == (claim.url, claim.rank)
    assert "Salt Road (TV series)" == desk.entry().show.ids["wikipedia"]
    assert "renewed" == desk.decision()
    assert "pending" == desk.decision(dt.date(2022, 5, 19))


def test_an_article_that_was_not_edited_costs_a_share_of_one_small_question(desk: Desk) -> None:
    desk.follow("".join(f'[show.s{n}]\ntitle = "S{n}"\nids = {{ wikipedia = "S{n}" }}\n' for n in range(60)))
    for n in range(60):
        desk.wiki.write(100 + n, f"S{n}", page("A drama."))
    desk.refresh()
    assert ["query 50", "query 10"] == desk.wiki.questions[:2]

    assert 0 == desk.refresh().fetched
    assert ["query 50", "query 10"] == desk.wiki.questions


def test_an_edit_that_takes_a_sentence_away_takes_its_claim_back_from_that_day_on(desk: Desk) -> None:
    write(desk.wiki, RENEWED)
    desk.refresh()
    write(desk.wiki, "It is a drama.")
    desk.refresh(dt.date(2023, 2, 1))

    assert ["renewed", "withdrawn"] == desk.kinds()
    assert "renewed" == desk.decision(dt.date(2023, 1, 31))
    assert "pending" == desk.decision(dt.date(2023, 2, 1))


def test_a_sentence_that_is_taken_away_and_restored_counts_again(desk: Desk) -> None:
    for day, lines in ((11, RENEWED), (12, "It is a drama."), (12, RENEWED), (12, "Gone."), (13, RENEWED)):
        write(desk.wiki, lines)
        desk.refresh(dt.date(2023, 1, day))

    assert "renewed" == desk.decision(dt.date(2023, 1, 13))


def test_an_edit_elsewhere_in_the_article_changes_no_claim(desk: Desk) -> None:
    write(desk.wiki, RENEWED, "The second season is scheduled to premiere on June 3, 2023.")
    desk.refresh()
    before = desk.entry().claims
    write(desk.wiki, "Once upon a time.", RENEWED, "The second season is scheduled to premiere on June 3, 2023. Good.")

    assert 1 == desk.refresh(dt.date(2023, 1, 20)).fetched
    assert before == desk.entry().claims


def test_vandalism_never_reverses_what_an_outlet_said(desk: Desk) -> None:
    said = '\n[[claim]]\nshow = "salt-road"\nkind = "renewed"\nseason = 2\non = 2022-05-20\nby = "Variety"\n'
    desk.follow(SHOW + said)
    write(desk.wiki, "On January 2, 2023, Harbour TV cancelled the series.[a]")
    desk.refresh()

    assert "cancelled" in desk.kinds()
    assert "renewed" == desk.decision()


# --- when it goes wrong --------------------------------------------------------------------------------------------


def test_it_waits_as_long_as_databases_that_are_late_ask_for(desk: Desk, waits: list[float]) -> None:
    write(desk.wiki, RENEWED)
    desk.wiki.fails(PATH, late("5"), late("7"))

    assert 1 == desk.refresh().fetched
    assert [5.0, 7.0] == waits


def test_nothing_is_asked_where_articles_cannot_be_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml.html", None)

    (why,) = desk.refresh().unreachable
    assert ("Wikipedia was not asked. ", True) == (why[:25], "pip install 'showstatus[read]'" in why)
    assert [] == desk.wiki.requests


def test_an_article_that_was_deleted_and_is_back_is_read_again(desk: Desk) -> None:
    write(desk.wiki, RENEWED)
    desk.refresh()
    gone = dict(desk.wiki.pages)
    desk.wiki.pages.clear()
    desk.refresh()
    desk.wiki.pages |= gone

    assert 1 == desk.refresh(dt.date(2023, 1, 12)).fetched
    assert [] == desk.fetched.problems()


def test_it_gives_up_where_they_stay_late(desk: Desk, waits: list[float]) -> None:
    desk.wiki.fails(PATH, *[late("5")] * 4)

    assert ["Wikipedia could not be reached: it is too busy for now; try again later."] == desk.refresh().unreachable
    assert 3 == len(waits)


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"null", b"{}", b'{"query": 7}', b'{"query": {"pages": [1, null, {}]}}', b"<html>"]
)
def test_an_answer_that_says_nothing_changes_nothing(desk: Desk, body: bytes) -> None:
    write(desk.wiki, RENEWED)
    desk.refresh()
    desk.wiki.fails(PATH, Fault(200, body), Fault(200, body))
    desk.refresh(dt.date(2023, 1, 12))

    assert "renewed" == desk.decision(dt.date(2023, 1, 12))


@pytest.mark.parametrize("body", [b"{}", b'{"error": {"code": "nosuchpageid"}}', b'{"parse": {"text": {"*": "x"}}}'])
def test_an_article_that_cannot_be_read_is_told_of_and_spoils_no_other(desk: Desk, body: bytes) -> None:
    other = SHOW.replace("salt-road", "b").replace("Salt Road", "B")
    desk.follow(SHOW + other)
    write(desk.wiki, RENEWED)
    write(desk.wiki, RENEWED, number=8, title="B (TV series)")
    standing = desk.wiki.answer

    def broken(path: str, etag: str | None = None) -> Fault:
        return Fault(200, body) if "pageid=7" in path else standing(path, etag)

    desk.wiki.answer = broken  # type: ignore[method-assign]
    result = desk.refresh()

    assert (1, 1) == (result.fetched, len(result.problems))
    assert "what was known stays" in result.problems[0]


def test_refresh_asks_wikipedia_where_it_is_named_or_switched_on(cli: Cli, wiki: WikiStandIn, standin: StandIn) -> None:
    cli.write(SHOW)
    write(wiki, RENEWED)
    environ = {**cli.online(standin.url), "SHOWSTATUS_WIKIPEDIA_URL": f"{wiki.url}{PATH}"}
    done = cli.ok("refresh", "--source", "wikipedia", **environ)

    assert "Wikipedia had news of one show. Facts and quotations from Wikipedia (CC BY-SA)." in done.err
    assert (["query 3", "parse 7"], []) == (wiki.questions, standin.requests)
    assert all("showstatus" in agent and "+https://" in agent for agent in wiki.agents)
    answer = cli.ok("check", "salt-road").pairs
    assert "No. Salt Road was renewed for season 2 on 20 May 2022, as Wikipedia reported." == answer["answer"]

    cli.ok("refresh", **environ)
    assert ([], True) == (wiki.questions, bool(standin.requests))
    cli.ok("refresh", **environ, SHOWSTATUS_WIKIPEDIA="1")
    assert ["query 1"] == wiki.questions


@pytest.mark.parametrize(("name", "why"), [("imdb", "“imdb” is no source"), ("tmdb", "SHOWSTATUS_TMDB_TOKEN")])
def test_a_source_that_cannot_be_asked_is_refused(cli: Cli, name: str, why: str) -> None:
    assert why in cli.fails(2, "refresh", "--source", name, SHOWSTATUS_OFFLINE=None)
