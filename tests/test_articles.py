"""`refresh` and Wikipedia: which article is a show's, what an edit adds and takes back, and how little is asked."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from showstatus.articles import sync_articles
from showstatus.ledger.book import Entry
from showstatus.ledger.fetched import Fetched
from showstatus.ledger.ledger import Ledger
from showstatus.sources.http import Client
from showstatus.sources.wiki import Wiki
from showstatus.sources.wikipedia import address, asks_to_wait, titles
from showstatus.status import status
from showstatus.sync import Synced
from tests.cli import Cli
from tests.registries import told
from tests.standin import NOW, Fault, StandIn
from tests.standin_wiki import PATH, Note, WikiStandIn, late, links, page

pytest.importorskip("lxml")

DAY = dt.date(2023, 1, 11)
SHOW = """
[show.salt-road]
title = "Salt Road"
platform = "Harbour TV"
[[claim]]
show = "salt-road"
kind = "premiered"
season = 1
value = 2021-03-04
"""
BOX = {"Network": "Harbour TV", "Release": "March 4, 2021"}
RENEWED = "The series was renewed for a second season on May 20, 2022.[a]"
NOTES = {"a": Note("https://example.org/a", "The Daily Wave")}


class Desk:
    """A user's registry, what was fetched, and the stand-in that is asked."""

    def __init__(self, folder: Path, wiki: WikiStandIn, client: Client) -> None:
        self.registry = folder / "shows.toml"
        self.wiki = wiki
        self.fetched = Fetched(str(folder / "fetched.db"), NOW)
        self._asked = Wiki(f"{wiki.url}{PATH}", client)
        self.follow(SHOW)

    def follow(self, text: str) -> None:
        """Make this the user's registry."""
        self.registry.write_text(text, encoding="utf-8")

    def refresh(self, day: dt.date = DAY) -> Synced:
        """Ask what was edited, and keep it."""
        with closing(self._ledger()) as ledger:
            return sync_articles(self._asked, ledger, self.fetched, day, lambda *_: None)

    def entry(self, slug: str = "salt-road") -> Entry:
        """A show with all that is known of it."""
        with closing(self._ledger()) as ledger:
            return ledger.entry(slug)

    def decision(self, day: dt.date = DAY) -> str:
        """How the show stands."""
        entry = self.entry()
        return status(entry.show, entry.claims, day).decision

    def kinds(self) -> list[str]:
        """The kinds of what came of Wikipedia, in the order in which it did."""
        known = self.fetched.known("wikipedia", "salt-road")
        return [row["kind"] for row in known.claims] if known is not None else []

    def _ledger(self) -> Ledger:
        return Ledger(None, shipped=None, user=str(self.registry), fetched=self.fetched)


@pytest.fixture
def wiki() -> Iterator[WikiStandIn]:
    with closing(WikiStandIn()) as server:
        yield server


@pytest.fixture
def desk(tmp_path: Path, wiki: WikiStandIn, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("NO_PROXY", "*")
    client = Client("Wikipedia", clock=lambda: NOW, is_refusal=asks_to_wait)
    one = Desk(tmp_path, wiki, client)
    yield one
    client.close()
    one.fetched.close()


def write(wiki: WikiStandIn, *paragraphs: str, number: int = 7, title: str = "Salt Road (TV series)") -> None:
    """Write or edit the article."""
    wiki.write(number, title, page(*paragraphs, notes=NOTES, box=BOX))


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


# --- whose article it is -------------------------------------------------------------------------------------------


def test_an_article_of_that_title_about_another_show_is_not_taken(desk: Desk) -> None:
    desk.wiki.write(7, "Salt Road (TV series)", page(RENEWED, notes=NOTES, box={"Release": "May 1, 1987"}))
    result = desk.refresh()

    assert (0, []) == (result.fetched, desk.kinds())
    assert ["has no article that is surely about it"] == [line[21:59] for line in result.problems]
    desk.wiki.questions  # noqa: B018 - forget what was asked
    assert [] == desk.refresh(dt.date(2023, 1, 12)).problems  # said once, and asked again a month later
    assert [] == desk.wiki.questions
    write(desk.wiki, RENEWED)
    assert 1 == desk.refresh(dt.date(2023, 2, 20)).fetched


@pytest.mark.parametrize(("imdb", "taken"), [("tt0000007", 1), ("tt0000008", 0)], ids=["the same", "another"])
def test_the_id_at_imdb_decides_where_both_have_one(desk: Desk, imdb: str, taken: int) -> None:
    desk.follow(SHOW.replace("platform", f'ids = {{ imdb = "{imdb}" }}\nplatform'))
    linked = page(RENEWED, notes=NOTES, box=BOX) + "".join(links("https://www.imdb.com/title/tt0000007/"))
    desk.wiki.write(7, "Salt Road (TV series)", linked)

    assert taken == desk.refresh().fetched


def test_a_page_that_lists_others_is_none_and_a_redirect_is_followed(desk: Desk) -> None:
    desk.wiki.write(6, "Salt Road", page(RENEWED, notes=NOTES, box=BOX), disambiguation="")
    desk.wiki.moved["Salt Road (TV series)"] = "Salt Road (American TV series)"
    write(desk.wiki, RENEWED, title="Salt Road (American TV series)")

    assert 1 == desk.refresh().fetched
    assert "Salt Road (American TV series)" == desk.entry().show.ids["wikipedia"]


def test_the_title_in_a_registry_is_taken_at_its_word(desk: Desk) -> None:
    desk.follow(SHOW.replace("platform", 'ids = { wikipedia = "salt Road" }\nplatform'))
    desk.wiki.write(9, "Salt Road", page(RENEWED, notes=NOTES))

    assert 1 == desk.refresh().fetched
    assert [["query 1", "parse 9"], 0, ["query 1"]] == [
        desk.wiki.questions,
        desk.refresh().fetched,
        desk.wiki.questions,
    ]

    desk.follow(SHOW.replace("platform", 'ids = { wikipedia = "Nowhere" }\nplatform'))
    assert ["Salt Road: Wikipedia has no article “Nowhere”; mend ids in your registry."] == desk.refresh().problems


def test_the_item_at_wikidata_is_checked_where_a_registry_has_it(desk: Desk) -> None:
    desk.follow(SHOW.replace("platform", 'ids = { wikidata = "Q7" }\nplatform'))
    desk.wiki.write(7, "Salt Road (TV series)", page(RENEWED, notes=NOTES, box=BOX), wikibase_item="Q8")
    assert 0 == desk.refresh().fetched

    desk.wiki.write(7, "Salt Road (TV series)", page(RENEWED, notes=NOTES), wikibase_item="Q7")
    assert 1 == desk.refresh(dt.date(2023, 3, 1)).fetched


def test_an_article_that_was_deleted_leaves_what_it_said(desk: Desk) -> None:
    write(desk.wiki, RENEWED)
    desk.refresh()
    desk.wiki.pages.clear()

    assert ["Salt Road: Wikipedia no longer has its article; what it said is kept."] == desk.refresh().problems
    assert "renewed" == desk.decision()


def test_a_show_that_nobody_dates_is_not_guessed_at(desk: Desk) -> None:
    desk.follow('[show.salt-road]\ntitle = "Salt Road"\n')
    write(desk.wiki, RENEWED)

    assert 0 == desk.refresh().fetched


@pytest.mark.parametrize(
    ("show", "wanted"),
    [
        (
            'title = "Ghosts"\ncountry = "GB"',
            ["Ghosts (TV series)", "Ghosts (British TV series)", "Ghosts (2019 TV series)", "Ghosts"],
        ),
        ('title = "X"\nids = { wikipedia = "Y" }', ["Y"]),
        ('title = "A|B"', []),
        ('title = "X"\nids = { wikipedia = "A#B" }', []),
    ],
)
def test_articles_bear_titles_like_these(show: str, wanted: Sequence[str]) -> None:
    assert wanted == titles(told(show=show).show, 2019)


def test_the_address_of_an_article_is_one() -> None:
    assert "https://en.wikipedia.org/wiki/It%27s_a_Sin_(TV_series)" == address("It's a Sin (TV series)")


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
