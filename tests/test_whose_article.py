"""Which article of Wikipedia is a show's: none is taken that might be about another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from showstatus.sources.wikipedia import address, titles
from tests.article_desk import BOX, NOTES, RENEWED, SHOW, Desk, opened, write
from tests.registries import told
from tests.standin_wiki import WikiStandIn, links, page

pytest.importorskip("lxml")


@pytest.fixture
def desk(tmp_path: Path, wiki: WikiStandIn, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("NO_PROXY", "*")
    with opened(tmp_path, wiki) as one:
        yield one


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
