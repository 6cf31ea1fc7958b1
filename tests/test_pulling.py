"""How the catalogue comes: page by page, from where it was broken off, and later only what changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from showstatus.catalogue.file import Catalogue, made
from showstatus.catalogue.lookup import has_title
from showstatus.catalogue.pulling import broken_off, pull, update
from showstatus.errors import SourceUnreachable
from showstatus.sources.base import Unusable
from showstatus.sources.http import Client
from showstatus.sources.index import Index
from showstatus.sources.remote import Remote
from showstatus.sources.tvmaze import TVmaze
from tests.standin import PAGE, Fault, StandIn

DAY = dt.date(2022, 12, 2)
"""The day of the stand-in's clock."""
Bring = Callable[[Index, Catalogue, dt.date, Callable[[int, int], None]], int]


class Desk:
    """A catalogue, and the index it comes from."""

    def __init__(self, catalogue: Catalogue, index: Index, standin: StandIn) -> None:
        self.catalogue, self.index, self.standin = catalogue, index, standin
        self.steps: list[tuple[int, int]] = []

    def fill(self, pages: int, each: int = 2) -> None:
        """Make the first shows of so many pages."""
        for number in (page * PAGE + place for page in range(pages) for place in range(1, each + 1)):
            self.standin.add(number, f"Show {number}", updated=1_600_000_000)

    def pull(self) -> int:
        return self._bring(pull, DAY)

    def update(self, day: dt.date = DAY) -> int:
        return self._bring(update, day)

    def has(self, *names: str) -> bool:
        return all(has_title(self.catalogue, name) for name in names)

    @property
    def asked(self) -> list[str]:
        """What was asked of the last pull or update."""
        return [path for _, path in self.standin.requests]

    def _bring(self, bring: Bring, day: dt.date) -> int:
        self.standin.requests.clear()
        return bring(self.index, self.catalogue, day, lambda done, of: self.steps.append((done, of)))


@pytest.fixture
def desk(tmp_path: Path, standin: StandIn, client: Client) -> Iterator[Desk]:
    catalogue = made(str(tmp_path / "catalogue.db"))
    catalogue.connection.execute("PRAGMA synchronous = OFF")  # a test needs no disk that outlives the machine
    yield Desk(catalogue, Index(Remote(TVmaze(), standin.url, client)), standin)
    catalogue.close()


def instead(desk: Desk, where: str, fault: Fault) -> None:
    """Answer so at a path from now on."""
    answer = desk.standin.answer

    def answered(path: str, etag: str | None = None) -> Fault:
        return fault if path == where else answer(path, etag)

    desk.standin.answer = answered  # type: ignore[method-assign]


def test_every_page_is_asked_for_once_up_to_the_first_that_is_not_there(desk: Desk) -> None:
    desk.fill(3)

    assert 6 == desk.pull()
    assert [f"/shows?page={page}" for page in range(4)] == desk.asked
    assert (6, None, "2022-12-02") == (
        desk.catalogue.shows, desk.catalogue.state.page, desk.catalogue.state.day,
    )  # fmt: skip
    assert [0, 1, 2, 3] == [done for done, _ in desk.steps]
    assert all(done < of for done, of in desk.steps)
    assert 1 == len(desk.standin.peers)


def test_a_new_pull_leaves_nothing_of_what_is_gone_and_misses_nothing(desk: Desk) -> None:
    desk.fill(3)
    desk.pull()
    del desk.standin.shows[251]
    desk.standin.shows[501]["name"] = "Renamed"
    desk.standin.add(900, "Brand New")
    desk.pull()

    assert 6 == desk.catalogue.shows
    assert desk.has("Renamed", "Brand New")
    assert not desk.has("Show 251")


def test_a_page_that_is_missing_keeps_what_was_known_of_it(desk: Desk) -> None:
    desk.fill(4)
    desk.pull()
    del desk.standin.shows[251], desk.standin.shows[252]
    desk.pull()

    assert 8 == desk.catalogue.shows
    assert [f"/shows?page={page}" for page in range(5)] == desk.asked


@pytest.mark.parametrize(
    "fault",
    [Fault(200, b"<html>"), Fault(200, b"{}"), Fault(200, b"[{}]"), Fault(200, b"null"), Fault(418),
     Fault(200, b'[{"id": 1, "name": "Of another page"}]')],
)  # fmt: skip
def test_an_answer_that_is_no_page_ends_it_and_the_next_pull_goes_on_there(desk: Desk, fault: Fault) -> None:
    desk.fill(3)
    whole = desk.standin.answer
    instead(desk, "/shows?page=1", fault)

    with pytest.raises(Unusable) as caught:
        desk.pull()
    told = str(broken_off(caught.value, desk.catalogue, "pull"))
    assert told.startswith("TVmaze answered ")
    assert told.endswith("2 shows are kept, and showstatus catalogue pull goes on from there.")
    desk.standin.answer = whole  # type: ignore[method-assign]
    assert 4 == desk.pull()
    assert (["/shows?page=1", "/shows?page=2", "/shows?page=3"], 6) == (desk.asked, desk.catalogue.shows)


def test_an_index_without_a_first_page_is_none(desk: Desk) -> None:
    with pytest.raises(Unusable, match="that it has no list of shows"):
        desk.pull()
    assert ["/shows?page=0"] == desk.asked


def test_without_a_network_it_is_one_clear_line(desk: Desk, client: Client, waits: list[float]) -> None:
    nobody = Index(Remote(TVmaze(), "http://127.0.0.1:9", client))

    with pytest.raises(SourceUnreachable) as caught:
        pull(nobody, desk.catalogue, DAY, lambda done, of: None)
    told = str(broken_off(caught.value, desk.catalogue, "pull"))
    assert told.startswith("TVmaze could not be reached: no connection")
    assert told.endswith(". Nothing came; try again later.")


def test_an_update_asks_only_for_what_changed(desk: Desk) -> None:
    desk.fill(3)
    desk.pull()
    desk.standin.shows[252] |= {"name": "Renamed", "updated": desk.standin.now}
    desk.standin.add(700, "Brand New")

    assert 2 == desk.update(DAY + dt.timedelta(3))
    assert ["/updates/shows?since=week", "/shows/252", "/shows/700"] == desk.asked
    assert desk.has("Renamed", "Brand New")
    assert (7, "2022-12-05") == (desk.catalogue.shows, desk.catalogue.state.day)
    assert 0 == desk.update()


@pytest.mark.parametrize(
    ("days", "asked"),
    [(0, "?since=week"), (5, "?since=week"), (6, "?since=month"), (28, "?since=month"), (29, ""), (-1, "")],
)
def test_the_older_it_is_the_further_back_it_asks(desk: Desk, days: int, asked: str) -> None:
    desk.fill(1)
    desk.pull()
    desk.update(DAY + dt.timedelta(days))

    assert [f"/updates/shows{asked}"] == desk.asked


def test_of_many_changed_shows_those_that_share_a_page_come_with_it(desk: Desk) -> None:
    desk.fill(3, each=60)
    desk.pull()
    for number, show in desk.standin.shows.items():
        if number <= 2 * PAGE + 1:
            show |= {"name": f"Renamed {number}", "updated": desk.standin.now}

    assert 121 == desk.update()
    assert ["/shows?page=0", "/shows?page=1", "/shows/501"] == desk.asked[1:]
    assert desk.has("Renamed 1", "Renamed 310", "Renamed 501", "Show 502")


def test_what_a_page_is_too_old_to_have_is_asked_for_again(desk: Desk) -> None:
    desk.fill(1, each=120)
    desk.pull()
    stale = desk.standin.answer("/shows?page=0")
    for number, show in desk.standin.shows.items():
        show |= {"name": f"Renamed {number}", "updated": desk.standin.now}
    instead(desk, "/shows?page=0", stale)
    desk.update()
    assert desk.has("Show 1")
    desk.standin.answer = type(desk.standin).answer.__get__(desk.standin)  # type: ignore[method-assign]

    assert 120 == desk.update()
    assert desk.has("Renamed 1", "Renamed 120")


def test_a_show_that_is_gone_is_forgotten(desk: Desk) -> None:
    desk.fill(1)
    desk.pull()
    desk.standin.shows[1]["updated"] = desk.standin.now
    desk.standin.fails("/shows/1", Fault(404))
    desk.update()

    assert (1, False) == (desk.catalogue.shows, desk.has("Show 1"))


def test_an_update_that_is_broken_off_asks_for_nothing_twice(desk: Desk) -> None:
    desk.fill(1, each=3)
    desk.pull()
    for show in desk.standin.shows.values():
        show["updated"] = desk.standin.now
    desk.standin.fails("/shows/2", Fault(200, b"{}"))

    with pytest.raises(Unusable, match="something that is not show 2"):
        desk.update()
    assert 2 == desk.update()
    assert ["/shows/2", "/shows/3"] == desk.asked[1:]


@pytest.mark.parametrize("body", [b"[]", b"<html>", b"null"])
def test_updates_that_are_none_change_nothing(desk: Desk, body: bytes) -> None:
    desk.fill(1)
    desk.pull()
    desk.standin.fails("/updates/shows", Fault(200, body), Fault(404))

    for _ in range(2):
        with pytest.raises(Unusable):
            desk.update(DAY + dt.timedelta(1))
    assert (2, "2022-12-02") == (desk.catalogue.shows, desk.catalogue.state.day)
