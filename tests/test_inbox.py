"""The inbox by itself: what is proposed, once, what became of it, and which items of a feed were read."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator

import pytest

from showstatus.errors import FetchedUnusable
from showstatus.ledger.fetched import Fetched
from showstatus.ledger.inbox import ACCEPTED, OPEN, REJECTED, REMEMBERED_DAYS, Asked, Inbox, Proposed, Waiting

DAY = dt.date(2023, 1, 11)
ASKED = Asked("terms", '"etag"', "Wed, 11 Jan 2023", DAY)


@pytest.fixture
def inbox() -> Iterator[Inbox]:
    fetched = Fetched(":memory:")
    yield Inbox(fetched.connection)
    fetched.close()


def _proposed(what: str, published: dt.date | None = DAY) -> Proposed:
    claim = {"show": "glow", "kind": "renewed", "season": 4, "on": DAY, "by": "“Ü”"}
    return Proposed(claim, what, f"They said {what}.", "sure", published)


def _take(inbox: Inbox, *what: str, feed: str = "paper", day: dt.date = DAY) -> list[int]:
    """Read items that each propose something; gives the numbers of what is new."""
    marks = {one: one for one in what}
    return [one.number for one in inbox.take(feed, ASKED._replace(day=day), marks, [*map(_proposed, what)])]


def _waiting(inbox: Inbox) -> list[tuple[int, str]]:
    return [(one.number, one.what.statement) for one in inbox.waiting()]


def test_what_is_proposed_comes_back_as_it_was_taken(inbox: Inbox) -> None:
    wanted = [_proposed("a"), _proposed("b", None)]
    came = inbox.take("paper", ASKED, {"1": "x"}, wanted)

    assert [Waiting(1, "paper", DAY, wanted[0]), Waiting(2, "paper", DAY, wanted[1])] == came
    assert came == inbox.waiting()
    assert ["glow", "glow"] == [one.slug for one in came]


def test_nothing_is_proposed_twice_whatever_became_of_it(inbox: Inbox) -> None:
    assert [1, 2, 3] == _take(inbox, "a", "b", "c")
    inbox.settle([1], ACCEPTED)
    inbox.settle([2], REJECTED)

    assert [] == _take(inbox, "a", "b", "c", feed="other", day=DAY + dt.timedelta(1))
    assert [(3, "c")] == _waiting(inbox)
    assert ("paper", DAY) == inbox.waiting()[0][1:3]
    (new,) = _take(inbox, "c", "d")
    assert (new, "d") == _waiting(inbox)[-1]


def test_what_was_settled_by_mistake_can_wait_again(inbox: Inbox) -> None:
    _take(inbox, "a", "b")
    inbox.settle([1, 2], REJECTED)
    inbox.settle([2], OPEN)

    assert [(2, "b")] == _waiting(inbox)


def test_an_item_is_read_again_only_where_its_mark_is_another(inbox: Inbox) -> None:
    inbox.take("paper", ASKED, {"1": "a", "2": "b"}, ())

    assert {"2", "3"} == inbox.unread("paper", {"1": "a", "2": "changed", "3": "c"})
    assert {"1"} == inbox.unread("other", {"1": "a"})
    inbox.take("paper", ASKED, {"2": "changed"}, ())
    assert set() == inbox.unread("paper", {"1": "a", "2": "changed"})


def test_an_item_is_forgotten_once_it_was_in_its_feed_no_longer_for_long(inbox: Inbox) -> None:
    inbox.take("paper", ASKED, {"1": "a", "2": "b"}, ())
    inbox.take("other", ASKED, {"1": "a"}, ())
    last = DAY + dt.timedelta(REMEMBERED_DAYS)
    inbox.take("paper", ASKED._replace(day=last), {"2": "b"}, ())
    assert set() == inbox.unread("paper", {"1": "a", "2": "b"})

    inbox.note("paper", ASKED._replace(day=last + dt.timedelta(1)))

    assert {"1"} == inbox.unread("paper", {"1": "a", "2": "b"})
    assert set() == inbox.unread("other", {"1": "a"})


def test_what_a_feed_was_asked_by_last_is_remembered_of_each(inbox: Inbox) -> None:
    assert inbox.asked("paper") is None
    inbox.note("paper", ASKED)
    inbox.note("other", Asked("others", None, None, DAY))
    assert ASKED == inbox.asked("paper")

    later = Asked("new", "w", None, DAY + dt.timedelta(1))
    inbox.take("paper", later, {}, ())

    assert later == inbox.asked("paper")
    assert Asked("others", None, None, DAY) == inbox.asked("other")


def test_a_feed_that_is_forgotten_takes_along_what_waits_and_no_more(inbox: Inbox) -> None:
    _take(inbox, "a", "b")
    _take(inbox, "c", feed="other")
    inbox.settle([1], REJECTED)
    inbox.forget("paper")

    assert [(3, "c")] == _waiting(inbox)
    assert inbox.asked("paper") is None
    assert {"a"} == inbox.unread("paper", {"a": "a"})
    assert (ASKED, set()) == (inbox.asked("other"), inbox.unread("other", {"c": "c"}))
    _take(inbox, "a", "b")
    assert ["c", "b"] == [what for _, what in _waiting(inbox)], "what was rejected stays so"


def test_where_one_of_many_cannot_be_noted_none_is(inbox: Inbox) -> None:
    _take(inbox, "a", "b")
    with pytest.raises(FetchedUnusable) as refused:
        inbox.settle([1, object()], ACCEPTED)  # type: ignore[list-item]
    assert isinstance(refused.value.__cause__, sqlite3.Error)
    assert [(1, "a"), (2, "b")] == _waiting(inbox)
    with pytest.raises(FetchedUnusable):
        inbox.take("paper", ASKED, {"1": object()}, [_proposed("c")])  # type: ignore[dict-item]

    assert [(1, "a"), (2, "b")] == _waiting(inbox)
    assert {"1"} == inbox.unread("paper", {"1": "a"})
