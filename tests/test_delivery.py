"""Who is told what, when, and once: a real file of what was told, and a real server that is not always there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showstatus.changes import changes, stand
from showstatus.delivery import MOST_LINES, deliver, welcome
from showstatus.ledger.fetched import Fetched
from showstatus.ledger.record import Record, Seen
from showstatus.notify import Target, apprise_send
from showstatus.occasions import PREMIERE
from showstatus.status import status
from showstatus.views.news import sentence
from showstatus.wishes import wish
from tests.inbox import Inbox
from tests.registries import told

pytest.importorskip("apprise", reason="notifications need Apprise, which is an extra")
pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")  # Apprise's own import
OUT = 'kind = "premiered", season = 1, value = "2023-01-05"'
RENEWED = 'kind = "renewed", season = 2, on = "2023-02-01"'
DATED = 'kind = "date-announced", season = 2, value = "2024-07-20", on = "2024-07-01"'
WRAPPED = 'kind = "filming-wrapped", season = 2, value = "2024-01-10", on = "2024-01-10"'
SHOW = 'title = "X"\nplatform = "Netflix"\nrelease = "all"'
X = told(OUT, show=SHOW).show
COMES = "X: season 2 comes in {} days, on 20 July 2024."


class Post:
    """Runs of a refresh as far as they tell targets, each opening the file anew as a process of its own would."""

    def __init__(self, folder: Path, inbox: Inbox, *words: str, each: bool = False) -> None:
        self.path = str(folder / "fetched.db")
        self.target = Target("phone", inbox.url, wish(words), each)
        self.run(1, begin=True)

    def run(self, day: int, *claims: str, begin: bool = False) -> int:
        """Look on a day of July at a show with these claims, and tell; how many targets could not be told."""
        today, entry = dt.date(2024, 7, day), told(OUT, RENEWED, *claims, show=SHOW)
        ids = frozenset(claim.id for claim in entry.claims)
        with closing(Fetched(self.path)) as fetched:
            record = Record(fetched)
            if not begin:
                welcome(record, [self.target])
            stood, looks = stand(entry.show, status(entry.show, entry.claims, today)), record.looks("x")
            news = [*changes("x", looks[0].stand, stood, today)] if looks else []
            record.note("x", Seen(today, today, "", ids, stood), news)
            known = [] if begin else [self.target]
            return len(deliver(record, known, [entry], today, sentence, apprise_send))


@pytest.fixture
def inbox() -> Iterator[Inbox]:
    with closing(Inbox()) as inbox:
        yield inbox


def test_a_premiere_is_told_after_missed_and_failed_runs_and_after_it_came(tmp_path: Path, inbox: Inbox) -> None:
    post = Post(tmp_path, inbox, "premiere:7", "premiere:1")
    post.run(12, DATED)
    inbox.refuses = True
    assert [1, 1, 1] == [post.run(day, DATED) for day in (14, 15, 16)]
    inbox.refuses = False
    assert [0, 0, 0, 0] == [post.run(day, DATED) for day in (17, 18, 12, 14)]  # the clock is set back
    assert [COMES.format(3)] == inbox.bodies

    inbox.refuses = True
    assert 1 == post.run(19, DATED)
    inbox.refuses = False
    for day in (22, 23):
        post.run(day, DATED)
    assert ["X: season 2 came on 20 July 2024."] == inbox.bodies[1:]


def test_a_day_that_is_new_is_not_told_twice(tmp_path: Path, inbox: Inbox) -> None:
    post = Post(tmp_path, inbox, "date", "premiere:7", "premiere:2")
    for day in (15, 16, 18, 19):
        post.run(day, DATED)
    assert ["X: season 2 comes on 20 July 2024.", COMES.format(2)] == inbox.bodies


def test_an_estimate_that_moved_is_told_once_it_can_be(tmp_path: Path, inbox: Inbox) -> None:
    post = Post(tmp_path, inbox, "window:30")
    post.run(2)
    inbox.refuses = True
    assert [1, 1, 1] == [post.run(day, WRAPPED) for day in (3, 4, 5)]
    inbox.refuses = False
    for day in (6, 7):
        post.run(day, WRAPPED)
    (body,) = inbox.bodies
    assert body.startswith("X: season 2 is now estimated for ")


def test_an_estimate_that_moved_before_a_target_was_known_is_not_told_to_it(tmp_path: Path, inbox: Inbox) -> None:
    post = Post(tmp_path, inbox, "window:30")
    post.run(2, WRAPPED, begin=True)
    post.run(3, WRAPPED)
    assert [] == inbox.bodies


def test_one_message_for_each_piece_of_news_and_none_twice_where_a_later_one_fails(
    tmp_path: Path, inbox: Inbox
) -> None:
    post = Post(tmp_path, inbox, "changes", "premiere:7", each=True)
    post.run(2)
    third = 'kind = "renewed", season = 3, on = "2024-07-02"'
    filming = 'kind = "filming-started", season = 3, value = "2024-07", on = "2024-07-02"'
    inbox.takes = 2
    assert 1 == post.run(15, DATED, third, filming)
    assert 2 == len(inbox.bodies)
    inbox.takes = None
    assert [0, 0] == [post.run(day, DATED, third, filming) for day in (16, 17)]
    assert [
        "X: season 3 confirmed.", "X: season 2 comes on 20 July 2024.", "X: season 3 is being filmed.",
    ] == inbox.bodies  # fmt: skip


def test_a_season_that_is_all_out_can_be_asked_for_alone(tmp_path: Path, inbox: Inbox) -> None:
    post = Post(tmp_path, inbox, "complete")
    for day in (2, 19, 20, 21, 22):
        post.run(day, DATED)
    assert ["X: season 2 is complete."] == inbox.bodies


STEP = st.tuples(st.integers(1, 31), st.integers(0, 3), st.integers(0, 3))


@given(st.lists(STEP, max_size=8), st.booleans())
def test_whatever_fails_whatever_the_days_everything_is_told_once(
    steps: list[tuple[int, int, int]], each: bool
) -> None:
    """A step is a day of July, how many claims are known by then, and how many messages get through."""
    known = [DATED, 'kind = "renewed", season = 3, on = "2024-07-02"', 'kind = "cancelled", on = "2024-07-03"']
    target = Target("phone", "x:", wish(["changes", "premiere:7", "premiere:1"]), each)
    sent: list[str] = []
    with closing(Fetched(":memory:")) as fetched:
        record = Record(fetched)
        welcome(record, [target])
        seen = stand(X, status(X, told(OUT, RENEWED).claims, dt.date(2024, 7, 1)))
        for day, claims, through in [*steps, (31, 3, 99), (31, 3, 99)]:
            today, entry = dt.date(2024, 7, day), told(OUT, RENEWED, *known[:claims], show=SHOW)
            stood = stand(entry.show, status(entry.show, entry.claims, today))
            record.note("x", Seen(today, today, "", frozenset(), stood), changes("x", seen, stood, today))
            seen, free = stood, len(sent) + through

            def send(_url: str, _title: str, body: str, most: int = free) -> str | None:
                if len(sent) >= most:
                    return "was not reached"
                sent.append(body)
                return None

            deliver(record, [target], [entry], today, lambda one: f"{one.what}|{sentence(one)}", send)
        told_of = [line.split("|") for body in sent for line in body.splitlines()]
        on_record = [sentence(one.change) for one in record.since(dt.date(2024, 1, 1))]
    assert on_record == [said for what, said in told_of if what != PREMIERE]
    assert 2 >= len([said for what, said in told_of if what == PREMIERE])


def test_of_many_what_is_soon_is_said_and_the_rest_is_counted(tmp_path: Path, inbox: Inbox) -> None:
    post = Post(tmp_path, inbox, "changes", "premiere:7")
    post.run(2, DATED)
    later = [f'kind = "date-announced", season = {n}, value = "2026-01-01", on = "2024-07-02"' for n in range(3, 53)]
    post.run(15, DATED, *later)
    first, *_, last = inbox.bodies[-1].splitlines()
    assert (COMES.format(5), MOST_LINES + 1) == (first, len(inbox.bodies[-1].splitlines()))
    assert last.startswith("And ")
    assert last.endswith(" more: showstatus changes and showstatus next tell them.")


def test_a_target_that_goes_is_forgotten(tmp_path: Path, inbox: Inbox) -> None:
    post = Post(tmp_path, inbox, "premiere:7")
    post.run(15, DATED)
    with closing(Fetched(post.path)) as fetched:
        record = Record(fetched)
        assert {} != record.told("notify:phone")
        record.leave("notify:phone")
        assert {} == record.told("notify:phone")
