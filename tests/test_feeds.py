"""What a refresh makes of feeds: items that name a followed show become proposals, once; faults stay where they are."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("lxml")

from showstatus.gleaning import Followed
from showstatus.ledger.feeds import Subscribed
from showstatus.ledger.inbox import ACCEPTED, REJECTED, Proposed
from showstatus.sources.feed import Item
from tests.feed_desk import DAY, GLOW, MINE, SEVERANCE, Desk, atom, item
from tests.standin import Fault, StandIn


@pytest.fixture
def desk(tmp_path: Path, standin: StandIn, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("NO_PROXY", "*")
    one = Desk(tmp_path, standin)
    yield one
    one.fetched.close()


def test_an_item_that_names_a_followed_show_becomes_a_proposal(desk: Desk) -> None:
    desk.serve(item(GLOW))
    (one,) = desk.refresh().proposed

    assert ("glow", "paper", DAY) == (one.slug, one.feed, one.came)
    assert {
        "show": "glow",
        "kind": "renewed",
        "season": 4,
        "on": dt.date(2023, 1, 10),
        "by": "A Paper",
        "url": "https://example.org/1",
        "said": GLOW,
    } == one.what.claim
    assert (GLOW, dt.date(2023, 1, 10)) == (one.what.quote, one.what.published)
    assert [("glow", "renewed", [4])] == desk.told()


def test_what_leads_to_no_page_is_proposed_too_beside_claims_that_cite_none(desk: Desk) -> None:
    desk.user.write_text(f'{MINE}[[claim]]\nshow = "glow"\nkind = "ended"\non = 2019-01-01\n')
    desk.serve(item(GLOW).replace('<link href="https://example.org/1"/>', ""))
    (one,) = desk.refresh().proposed

    assert "url" not in one.what.claim
    assert [("glow", "renewed", [4])] == desk.told()


def test_a_show_is_named_by_what_is_its_own_too(desk: Desk) -> None:
    ledger = desk.ledger()
    followed = Followed(ledger)
    ledger.close()

    assert followed.named_in("GLOW’s fourth season")
    assert followed.named_in("the stars of “Severance”, at last")
    assert not followed.named_in("It glows.")


def test_shows_that_nobody_follows_are_passed_over(desk: Desk) -> None:
    desk.serve(item("Netflix has renewed Heartstopper for a fourth season."), item("The weather is fine.", 2))

    assert ([], []) == (desk.refresh().proposed, desk.told())


def test_a_title_that_others_bear_too_is_unsure(desk: Desk) -> None:
    desk.serve(item("The Office has been renewed for a third series.", title="The Office returns"))
    (one,) = desk.refresh().proposed

    assert ("the-office-uk", "unsure") == (one.slug, one.what.sure)


def test_what_feeds_say_of_several_shows_stays_apart(desk: Desk) -> None:
    desk.serve(item(GLOW, 1), item(SEVERANCE, 2))
    desk.refresh()

    assert [("glow", "renewed", [4]), ("severance", "renewed", [2])] == desk.told()


def test_an_item_without_a_day_was_published_by_the_day_it_was_found(desk: Desk) -> None:
    desk.serve(item(GLOW, 1, day=None), item(SEVERANCE, 2, day="2031-01-01"))
    proposed = desk.refresh().proposed

    assert ["../2023-01-11"] * 2 == [one.what.claim["on"] for one in proposed]


def test_a_feed_that_is_as_it_was_is_not_sent_again(desk: Desk) -> None:
    desk.serve(item(GLOW))
    desk.refresh()
    again = desk.refresh(day=DAY + dt.timedelta(1))

    assert (["/paper"], []) == (desk.server.unchanged, again.proposed)
    asked = desk.inbox.asked("paper")
    assert asked is not None
    assert DAY + dt.timedelta(1) == asked.day
    assert [("glow", "renewed", [4])] == desk.told()


def test_a_feed_that_moved_is_asked_anew(desk: Desk) -> None:
    desk.serve(item(GLOW))
    desk.refresh()
    desk.serve(item(GLOW), name="elsewhere")
    moved = Subscribed(name="paper", address=f"{desk.server.url}/elsewhere")
    desk.refresh(moved)

    assert [] == desk.server.unchanged
    assert 1 == len(desk.told())


def test_an_item_is_read_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.serve(item(GLOW))
    desk.refresh()
    desk.serve(item(SEVERANCE, 2), item(GLOW))
    read: list[str | None] = []

    def looked_at(one: Item, *_: object) -> list[Proposed]:
        read.append(one.link)
        return []

    monkeypatch.setattr("showstatus.feeds.glean", looked_at)
    desk.refresh()

    assert ["https://example.org/2"] == read


def test_an_item_that_was_updated_is_read_again_and_proposes_what_is_new(desk: Desk) -> None:
    desk.serve(item(GLOW, updated="2023-01-10T10:00:00Z"))
    desk.refresh()
    more = f"{GLOW}</p><p>Filming on season 4 of GLOW began on 9 January 2023."
    desk.serve(item(more, updated="2023-01-10T11:00:00Z", day="2023-01-11T09:00:00Z"))
    desk.refresh()

    assert [("glow", "renewed", [4]), ("glow", "filming-started", [4])] == desk.told()


@pytest.mark.parametrize("state", [ACCEPTED, REJECTED])
def test_what_was_decided_on_is_not_proposed_again(desk: Desk, state: str) -> None:
    desk.serve(item(GLOW))
    (one,) = desk.refresh().proposed
    desk.inbox.settle([one.number], state)
    desk.serve(item(f"{GLOW} Really.", updated="2023-01-11T00:00:00Z"))
    assert ([], []) == (desk.refresh().proposed, desk.told())

    desk.inbox.forget("paper")
    assert ([], []) == (desk.refresh().proposed, desk.told())


def test_two_feeds_that_lead_to_one_page_propose_what_it_says_once(desk: Desk) -> None:
    desk.serve(item(GLOW))
    desk.serve(item(GLOW).replace("/1", "/1?utm_source=other"), name="other")

    assert ["paper"] == [one.feed for one in desk.refresh(desk.feed(), desk.feed("other")).proposed]


def test_what_the_registry_holds_vanishes(desk: Desk) -> None:
    desk.serve(item(GLOW))
    desk.refresh()
    claim = '\n[[claim]]\nshow = "glow"\nkind = "renewed"\nseason = 4\non = 2023-01-05\nurl = "https://example.org/1"\n'
    other = claim.replace("/1", "/other")
    desk.user.write_text(MINE + other)
    assert [("glow", "renewed", [4])] == desk.told()
    desk.user.write_text(MINE + claim)
    assert [] == desk.told()


def test_what_is_about_a_show_that_is_followed_no_longer_waits_unseen(desk: Desk) -> None:
    desk.serve(item(GLOW))
    desk.refresh()
    desk.user.write_text("[show.severance]\n")
    assert [] == desk.told()
    desk.user.write_text(MINE)
    assert [("glow", "renewed", [4])] == desk.told()


def test_a_feed_that_fails_is_one_line_and_stops_no_other(desk: Desk) -> None:
    desk.serve(item(GLOW))
    desk.server.files["/html"] = b"<!DOCTYPE html><p>Are you human?"
    desk.server.files["/broken"] = b"<rss><channel>"
    desk.server.files["/long"] = b" " * 5_000_001
    names = ("gone", "html", "broken", "long", "paper")
    came = desk.refresh(*(desk.feed(name) for name in names))

    url = desk.server.url
    assert [f"The feed gone ({url}/gone) could not be reached: it answered 404; check the address."] == came.unreachable
    assert [
        f"The feed html ({url}/html) answered with HTML instead of a feed; look there for the address of its feed.",
        f"The feed broken ({url}/broken) answered with XML that is broken at line 1.",
        f"The feed long ({url}/long) answered with more than 5 million bytes.",
    ] == came.problems
    assert [("glow", "renewed", [4])] == desk.told()


def test_each_host_is_asked_at_its_pace(desk: Desk) -> None:
    desk.serve(item(GLOW))
    desk.refresh(desk.feed(), desk.feed("gone"))

    assert ["127.0.0.1", "127.0.0.1"] == desk.hosts


def test_a_feed_is_kept_whole_or_read_again(desk: Desk) -> None:
    desk.serve(item(GLOW), item(SEVERANCE, 2))
    trigger = "CREATE TRIGGER stop BEFORE INSERT ON feed BEGIN SELECT RAISE(ABORT, 'killed'); END"
    desk.fetched.connection.execute(trigger)
    with pytest.raises(Exception, match="killed"):
        desk.refresh()
    assert [] == desk.told()

    desk.fetched.connection.execute("DROP TRIGGER stop")
    desk.refresh()
    assert 2 == len(desk.told())


def test_a_number_is_never_given_twice(desk: Desk) -> None:
    desk.serve(item(GLOW))
    (one,) = desk.refresh().proposed
    desk.inbox.forget("paper")
    (two,) = desk.refresh().proposed

    assert one.number < two.number


def test_a_path_is_a_feed_too(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(atom(item(GLOW)))
    desk.refresh(Subscribed(name="file", address=str(path)))

    assert [("glow", "renewed", [4])] == desk.told()


def test_signs_that_steer_a_terminal_reach_a_registry_only_spelt_out(desk: Desk) -> None:
    from showstatus.ledger.edits import append_claim

    desk.serve(item("Netflix has renewed GLOW for a fourth season, it said&#7; today&#27;[31m."))
    claims = [one.what.claim for one in desk.refresh().proposed]

    assert claims
    for claim in claims:
        assert not {"\x1b", "\x07"} & {*append_claim("", claim)}


def test_without_its_library_no_feed_is_read_and_it_is_said_how_to_get_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from showstatus.cli.inbox import fill
    from showstatus.cli.session import open_session

    monkeypatch.setitem(sys.modules, "lxml", None)
    session = open_session({}, {})
    ledger = desk.ledger()
    came, proposed = fill(session, {"paper": desk.feed()}, ledger, desk.fetched, desk.fetched)
    ledger.close()

    assert (1, []) == (len(came.problems), proposed)
    assert "No feed was read. This needs lxml" in came.problems[0]
    assert "'showstatus[read]'" in came.problems[0]


@pytest.mark.parametrize("fault", [Fault(401), Fault(410), Fault(302, b"", {"Location": "file:///etc/passwd"})])
def test_whatever_it_answers_what_waits_stays(desk: Desk, fault: Fault) -> None:
    desk.serve(item(GLOW))
    desk.refresh()
    desk.server.fails("/paper", fault)
    came = desk.refresh()

    assert 1 == len(came.unreachable + came.problems)
    assert [("glow", "renewed", [4])] == desk.told()
