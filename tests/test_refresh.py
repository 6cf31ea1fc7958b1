"""`refresh` and `changes` as processes, against a stand-in server: what is asked, what is told, what is kept."""

from __future__ import annotations

from tests.cli import Cli
from tests.refreshing import S1, follow, refresh, streams
from tests.standin import Fault, StandIn, season


def test_a_first_refresh_asks_for_every_show_and_tells_nothing(cli: Cli, standin: StandIn) -> None:
    follow(cli, standin, 3)

    assert "" == refresh(cli, standin).out
    assert ["/updates/shows", "/shows/1", "/shows/2", "/shows/3"] == standin.paths


def test_a_second_refresh_asks_once(cli: Cli, standin: StandIn) -> None:
    follow(cli, standin, 3)
    refresh(cli, standin)
    standin.requests.clear()

    assert ("", "") == streams(refresh(cli, standin))
    assert ["/updates/shows"] == standin.paths


def test_a_new_season_row_is_a_renewal_told_once(cli: Cli, standin: StandIn) -> None:
    follow(cli, standin, 1)
    refresh(cli, standin)
    assert "pending" == cli.ok("check", "show-1").pairs["decision"]

    standin.change(1, [S1, season(2)])
    assert ("Show 1: renewed for season 2 (was pending).\n", "") == streams(refresh(cli, standin))
    assert "renewed" in cli.ok("list").rows[0]
    assert "" == refresh(cli, standin).out
    (change,) = cli.ok("changes").rows
    assert ["2023-01-11", "show-1", "Show 1", "decision", "", "pending", "renewed", "2"] == change
    assert "" == cli.ok("changes").out
    assert [change] == cli.ok("changes", "--since", "2023-01-11").rows
    assert "" == cli.ok("changes", "--since", "2023-01-12").out
    stood = " ".join(word for row in cli.ok("log", "show-1").rows for word in row)
    assert "pending" in stood
    assert "pending renewed" in stood


def test_five_hundred_shows_of_which_seven_changed_make_eight_requests(cli: Cli, standin: StandIn) -> None:
    follow(cli, standin, 500, fetched=True)
    assert ("", 1) == (refresh(cli, standin).out, len(standin.requests))

    for number in range(7, 50, 7):
        standin.change(number, [S1, season(2)])
    standin.requests.clear()
    assert 7 == len(refresh(cli, standin).rows)
    assert 8 == len(standin.requests)
    standin.requests.clear()
    assert ("", "") == streams(refresh(cli, standin))
    assert ["/updates/shows"] == standin.paths


def test_one_show_that_fails_spoils_nothing(cli: Cli, standin: StandIn) -> None:
    follow(cli, standin, 3)
    refresh(cli, standin)
    for number in (1, 2, 3):
        standin.change(number, [S1, season(2)])
    standin.fails("/shows/2", Fault(200, b"<html>"))

    done = refresh(cli, standin)
    assert ["Show 1", "Show 3"] == [line.split(":")[0] for line in done.out.splitlines()]
    assert "showstatus: Show 2: TVmaze answered with HTML instead of JSON; what was known stays.\n" == done.err
    assert "Show 2: renewed for season 2 (was pending).\n" == refresh(cli, standin).out


def test_what_comes_back_empty_blanks_nothing(cli: Cli, standin: StandIn) -> None:
    follow(cli, standin, 1)
    refresh(cli, standin)
    usual = cli.ok("check", "show-1").out

    standin.change(1, [], network=None, webChannel=None, genres=[], externals={})
    assert "no longer lists season 1; what it said is kept" in refresh(cli, standin).err
    assert usual == cli.ok("check", "show-1").out


def test_a_show_that_the_source_loses_is_reported_once_and_kept(cli: Cli, standin: StandIn) -> None:
    follow(cli, standin, 3)
    refresh(cli, standin)
    lost = standin.shows.pop(2)

    told = "showstatus: Show 2: TVmaze no longer has show 2; what it said is kept.\n"
    assert ("", told) == streams(refresh(cli, standin))
    assert "" == refresh(cli, standin).err
    assert "pending" == cli.ok("check", "show-2").pairs["decision"]
    standin.shows[2] = lost
    standin.change(2, [S1, season(2)])
    assert "Show 2: renewed for season 2 (was pending).\n" == refresh(cli, standin).out


def test_an_id_of_no_show_in_the_registry_costs_nothing_that_is_known(cli: Cli, standin: StandIn) -> None:
    follow(cli, standin, 2)
    refresh(cli, standin)
    right = cli.text
    cli.write(right.replace("tvmaze = 2", "tvmaze = 999"))

    assert "Show 2: TVmaze has no show 999; mend its id in your registry." in refresh(cli, standin).err
    cli.write(right)
    standin.requests.clear()
    assert ("", "") == streams(refresh(cli, standin))
    assert (["/updates/shows"], "pending") == (standin.paths, cli.ok("check", "show-2").pairs["decision"])


def test_a_show_that_is_pointed_to_another_has_the_claims_of_that(cli: Cli, standin: StandIn) -> None:
    follow(cli, standin, 2)
    refresh(cli, standin)
    standin.add(3, "Show 3", [S1], status="Ended")
    cli.write(cli.text.replace("tvmaze = 2", "tvmaze = 3"))

    assert "Show 2: ended (was pending).\n" == refresh(cli, standin).out
    assert {"https://www.tvmaze.com/shows/3/x"} == {
        one["url"] for one in cli.ok("check", "show-2", "--json").document["evidence"]
    }


def test_a_list_of_updates_that_shrinks_is_not_believed(cli: Cli, standin: StandIn) -> None:
    follow(cli, standin, 3)
    refresh(cli, standin)
    standin.fails("/updates/shows", Fault(200, b"{}"))

    assert "TVmaze answered with only 0 shows when asked for updates" in refresh(cli, standin).err
    assert "pending" == cli.ok("check", "show-2").pairs["decision"]


def test_a_page_to_log_in_at_is_no_answer(cli: Cli, standin: StandIn) -> None:
    follow(cli, standin, 12)
    page = Fault(200, b"<!doctype html>")
    for path in ("/updates/shows", *(f"/shows/{number}" for number in range(1, 13))):
        standin.fails(path, page)

    done = cli.run("refresh", "--quiet", **cli.online(standin.url))
    assert (5, "", 12) == (done.code, done.out, len(done.err.splitlines()))
    assert "TVmaze is left alone for now; 2 more shows wait for the next refresh." in done.err


def test_a_source_that_is_down_is_5_and_loses_nothing(cli: Cli, standin: StandIn) -> None:
    follow(cli, standin, 1)
    refresh(cli, standin)
    usual = cli.ok("check", "show-1").out
    standin.close()

    told = cli.fails(5, "refresh", "--quiet", **cli.online(standin.url))
    assert told.startswith("showstatus: TVmaze could not be reached: no connection")
    assert usual == cli.ok("check", "show-1").out


def test_offline_opens_no_connection(cli: Cli, standin: StandIn) -> None:
    follow(cli, standin, 1)
    online = cli.online(standin.url)

    for words in (("refresh", "--offline"), ("refresh", "--offline", "--dry-run"), ("search", "--offline", "xyz")):
        assert "this run is offline" in cli.fails(5, *words, **online)
    assert "this run is offline" in cli.fails(5, "refresh", **{**online, "SHOWSTATUS_OFFLINE": "1"})
    cli.fails(3, "add", "--offline", "xyzzy", **online)
    assert [] == standin.requests
    assert not cli.fetched.exists()


def test_who_follows_no_show_is_told_how_to_and_no_source_is_asked(cli: Cli, standin: StandIn) -> None:
    cli.write("[show.glow]\nfollowed = false\n")
    told = "showstatus: You follow no show yet; showstatus add SHOW follows one.\n"

    assert ("", told) == streams(cli.ok("refresh", **cli.online(standin.url)))
    assert ("", "") == streams(refresh(cli, standin))
    assert [] == standin.paths


def test_a_trial_keeps_nothing(cli: Cli, standin: StandIn) -> None:
    follow(cli, standin, 1)
    refresh(cli, standin)
    standin.change(1, [S1, season(2)])
    hook = cli.hook("touch ran")

    done = cli.ok("refresh", "--dry-run", **cli.online(standin.url))
    assert "Show 1: renewed for season 2 (was pending).\n" == done.out
    assert "Nothing was kept: this was a trial." in done.err
    assert ("", "pending") == (cli.ok("changes").out, cli.ok("check", "show-1").pairs["decision"])
    assert not (hook.parent / "ran").exists()
    assert "Show 1: renewed for season 2 (was pending).\n" == refresh(cli, standin).out


def test_a_first_fetch_tells_only_what_contradicts(cli: Cli, standin: StandIn) -> None:
    cli.write("[show.glow]\nids = { tvmaze = 1 }\n[show.severance]\nids = { tvmaze = 2 }\n")
    standin.add(1, "GLOW", [season(3, "2019-08-09"), season(4, "2023-06-01")])
    standin.add(2, "Severance", [S1, season(2)])

    assert ["GLOW: "] == [line[:6] for line in refresh(cli, standin).out.splitlines()]


def test_what_is_printed_for_cron(cli: Cli, standin: StandIn) -> None:
    follow(cli, standin, 1)
    online = cli.online(standin.url)
    told = "showstatus: Nothing changed; TVmaze had news of one show. Data: TVmaze.com (CC BY-SA).\n"
    assert ("", told) == streams(cli.ok("refresh", **online))
    standin.change(1, [S1, season(2)])

    document = cli.ok("refresh", "--json", **online).document
    assert (1, []) == (document["fetched"], document["warnings"])
    assert ["Show 1: renewed for season 2 (was pending)."] == [one["sentence"] for one in document["changes"]]
    assert ("", "") == streams(cli.ok("refresh", "--quiet", **online))
    assert [] == cli.ok("refresh", "--json", **online).document["changes"]
    assert 1 == len(cli.ok("changes", "--json").document["changes"])
