"""When does it come, and what only looks like it? Premieres, moves, parts and schedules, in words of our own."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.reader.article import gathered, read
from showstatus.reader.mentions.marked import marked
from showstatus.reader.sentences import sentences

DAY = dt.date(2023, 6, 15)
TITLES = ("Salt Road", "Harbour Lights", "Iron Hollow", "Stone Quay")
Told = tuple[str, str, tuple[int, ...], str | None]


def told(text: str) -> set[Told]:
    """What is stated of which show and season, with its date."""
    heard = gathered(text, DAY, TITLES)
    return {
        (event.show, event.kind, event.seasons, str(event.date) if event.date else None)
        for event in heard.told
        if event.said
    }


STATED = [
    ("Salt Road Season 2 Unveils Trailer, August 8 Debut", "salt road", "window", (2,), "2023-08-08"),
    ("TVN's Salt Road locks in an October premiere", "salt road", "window", (), "2023-10"),
    ("Salt Road\n\nThe first series ran from January to March this year.", "salt road", "finale", (1,), "2023-03"),
    ("Salt Road series 6: start date\n\nIt begins on 3 July.", "salt road", "window", (6,), "2023-07-03"),
    ("Salt Road\n\nThe third season, which began on May 2, is over.", "salt road", "premiered", (3,), "2023-05-02"),
    ("Salt Road\n\nThe show starts July 2, ending on August 6.", "salt road", "finale", (), "2023-08-06"),
    ("Salt Road\n\nITV will show the second series of Salt Road from 3 July.", "salt road", "window", (2,),
     "2023-07-03"),
    ("Salt Road\n\nIt takes over from Iron Hollow on June 23.", "salt road", "window", (), "2023-06-23"),
    ("Salt Road\n\nSalt Road resumes on July 5.", "salt road", "window", (), "2023-07-05"),
    ("Salt Road\n\nA court drama, on ITV from September.", "salt road", "window", (), "2023-09"),
    ("Summer\n\nSalt Road airs on June 20, followed by the new drama Iron Hollow.", "iron hollow", "window", (1,),
     "2023-06-20"),
    ("Salt Road\n\nSalt Road will open its third season on July 19.", "salt road", "window", (3,), "2023-07-19"),
    ("Salt Road\n\nThe drama came back on New Year's Day.", "salt road", "premiered", (), "2023-01-01"),
    ("Salt Road\n\nSalt Road begins on New Year's Day.", "salt road", "window", (), "2024-01-01"),
    ("Salt Road\n\nThe last ever episode of Salt Road goes out tonight.", "salt road", "finale", (), "2023-06-15"),
    ("Salt Road\n\nIt will wrap a week late, on July 6.", "salt road", "finale", (), "2023-07-06"),
    ("Salt Road\n\nIt comes on July 7, one episode a week through August 4.", "salt road", "finale", (), "2023-08-04"),
    ("Salt Road\n\nSalt Road will air next Tuesday 20 June.", "salt road", "window", (), "2023-06-20"),
    ("Salt Road\n\nSalt Road gets Mondays at 9 in the fall.", "salt road", "window", (), "2023-23"),
    ("Salt Road\n\nSalt Road joins the block in January.", "salt road", "window", (), "2024-01"),
    ("Salt Road\n\nThe show is released on Christmas Day.", "salt road", "window", (), "2023-12-25"),
    ("Salt Road\n\nSalt Road moves up from July 9 to July 2.", "salt road", "window", (), "2023-07-02"),
    ("Salt Road\n\nIt is followed on July 4 by Iron Hollow.", "iron hollow", "window", (), "2023-07-04"),
    ("This week on TV\n\nMonday: Salt Road opens its second season.", "salt road", "window", (2,), "2023-06-19"),
    ("This week on TV\n\nMonday: ITV airs the season finale of Salt Road.", "salt road", "finale", (), "2023-06-19"),
    ("Salt Road\n\nIt will run weekly until August 4.", "salt road", "finale", (), "2023-08-04"),
    ("Salt Road\n\nSeason 3 is out July 8.", "salt road", "window", (3,), "2023-07-08"),
    ("Salt Road\n\nSalt Road, hit by the strikes, will have to wait until May.", "salt road", "window", (), "2024-05"),
    ("Salt Road starts a week from today", "salt road", "window", (), "2023-06-22"),
    ("ITV's autumn\n\nThursday, Sept. 28: Salt Road; Iron Hollow, season 2", "salt road", "window", (), "2023-09-28"),
    ("Salt Road\n\nSalt Road wraps its six-season run on TNT on August 28.", "salt road", "finale", (), "2023-08-28"),
    ("Salt Road\n\nIts parts air on Sundays; the last goes out on July 9.", "salt road", "finale", (), "2023-07-09"),
    ("Salt Road\n\nSeason 3 gets under way July 4.", "salt road", "window", (3,), "2023-07-04"),
    ("Summer\n\nIn between comes Salt Road, a drama, on June 29.", "salt road", "window", (), "2023-06-29"),
    ("Salt Road\n\nNetflix has put a date on the third season of Salt Road: July 9.", "salt road", "window", (3,),
     "2023-07-09"),
    ("Salt Road\n\nSeries two of Salt Road, seen in Germany since 24 April, is good.", "salt road", "premiered", (2,),
     "2023-04-24"),
    ("Summer\n\nSalt Road airs Sunday at 9 p.m. Apple's Iron Hollow comes on June 30.", "iron hollow", "window", (),
     "2023-06-30"),
    ("Summer\n\nNetflix unleashes all of Salt Road on July 4.", "salt road", "window", (), "2023-07-04"),
    ("Autumn\n\nSalt Road waits for midseason.", "salt road", "window", (), "2024-01/2024-05"),
    ("Salt Road\n\nThe first season is out in three weeks, on July 6.", "salt road", "window", (1,), "2023-07-06"),
    ("Finale dates\n\nMay 2, 2024\n\n8pm – Salt Road (season 3 finale)\n\n9pm – Iron Hollow (season 1 finale)",
     "salt road", "finale", (3,), "2024-05-02"),
    ("What is new\n\nSalt Road season 2 — May, Netflix\n\nIron Hollow season 3 — July, Netflix",
     "iron hollow", "window", (3,), "2023-07"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "show", "kind", "seasons", "date"), STATED)
def test_when_it_comes_is_told(text: str, show: str, kind: str, seasons: tuple[int, ...], date: str) -> None:
    found = {(s, "window" if k == "premiered" and d and d > "2023-06-15" else k, n, d) for s, k, n, d in told(text)}
    assert any((show, kind, date) == (s, k, d) and n in (seasons, ()) for s, k, n, d in found), found


NOT_STATED = [
    ("Salt Road\n\nReruns of season one start July 2.", "window"),
    ("Salt Road\n\nSalt Road usually returns in September.", "window"),
    ("Salt Road\n\nNetflix has released the midseason trailer for Salt Road.", "premiered"),
    ("Salt Road\n\nSalt Road was originally due in October.", "window"),
    ("Salt Road\n\nWe'd guess at a launch late this year.", "window"),
    ("Salt Road\n\nThe BBC had hoped to shoot the third series of Salt Road this summer.", "filming-started"),
    ("Salt Road\n\nWith two episodes left to shoot, Salt Road is off the calendar.", "filming-started"),
    ("Autumn\n\nNBC saves Salt Road and Iron Hollow for midseason.", "saved"),
    ("Salt Road\n\nWe wouldn't bet on it before 2024.", "delayed"),
    ("Salt Road\n\nFilming, which had to stop in March 2020, wrapped in November.", "finale"),
]


@pytest.mark.parametrize(("text", "kind"), NOT_STATED)
def test_what_is_none_of_its_days_is_not_told(text: str, kind: str) -> None:
    assert kind not in {found for _, found, _, _ in told(text)}


def test_a_day_on_which_it_was_announced_is_none_on_which_it_comes() -> None:
    found = told("Salt Road\n\nSalt Road will be back for season 2, the channel announced Tuesday.")
    assert all(date is None or kind != "window" for _, kind, _, date in found)


def test_the_show_whose_slot_another_takes_does_not_come_with_it() -> None:
    found = told("Salt Road\n\nSalt Road replaces Iron Hollow on June 23.")
    assert ("salt road", "window", (), "2023-06-23") in found
    assert "iron hollow" not in {show for show, kind, *_ in found if kind == "window"}


def test_a_show_that_shares_a_phrase_does_not_share_the_season() -> None:
    found = told("Autumn\n\nSalt Road, renewed for a third season, is held for midseason, as is Iron Hollow.")
    assert ("iron hollow", (3,)) not in {(show, seasons) for show, _, seasons, _ in found}


def test_an_episode_that_was_the_last_of_its_season_ends_that() -> None:
    found = told("Salt Road\n\nSunday's episode, on June 11, was the last of series 5.")
    assert ("finale", (5,)) in {(kind, seasons) for _, kind, seasons, _ in found}


def test_the_list_of_its_episodes_tells_when_a_season_begins_and_ends() -> None:
    lines = "\n\n".join(f"Episode {n} – {day}" for n, day in ((1, "June 5"), (2, "June 12"), (3, "June 19")))
    found = told(f"Salt Road season 2: when is it on?\n\nAll dates:\n\n{lines}\n\nThat is all.")
    assert {("salt road", "premiered", (2,), "2023-06-05"), ("salt road", "finale", (2,), "2023-06-19")} <= found


def test_what_answers_a_question_is_of_the_season_it_asks_for() -> None:
    found = told("Salt Road season 3\n\nIs there a season 4? Yes: ITV renewed the drama in May.")
    assert ("renewed", (4,)) in {(kind, seasons) for _, kind, seasons, _ in found}


def test_a_show_that_was_renewed_before_it_launched_is_not_back_with_that_season() -> None:
    found = told("Salt Road\n\nThe drama was renewed for a second season before it launched on May 8.")
    assert ("premiered", (2,)) not in {(kind, seasons) for _, kind, seasons, _ in found}


def test_a_season_that_is_only_inserted_is_not_the_one_that_comes() -> None:
    found = told("Salt Road\n\nSalt Road, whose first season bowed in March, will follow in July.")
    assert ("salt road", "window", (), "2023-07") in found


def test_a_show_stands_apart_from_the_one_it_came_from() -> None:
    found = told("Salt Road\n\nSalt Road, the Iron Hollow offshoot, will not air before July.")
    assert {show for show, kind, *_ in found if kind == "window"} == {"salt road"}


PARTS = [
    "Netflix said that season 4 comes in two volumes. Volume 1 lands on July 27; Volume 2 follows on September 1.",
    "The first half of season 4 arrives July 27, and the second half on September 1.",
    "Season 4, part 1 premieres on July 27. The remaining episodes will drop on September 1.",
]


@pytest.mark.parametrize("text", PARTS)
def test_each_part_of_a_season_has_its_day(text: str) -> None:
    found = read(f"Salt Road season 4 has two dates\n\n{text}", DAY, TITLES)[0]
    days = {str(one.date) for one in found.findings if one.kind == "date-announced" and one.season == 4}
    assert days == {"2023-07-27", "2023-09-01"}


def test_a_part_that_is_told_twice_is_told_once() -> None:
    text = "Salt Road season 4\n\nSeason 4 premieres on July 27. Part 2 of season 4 lands on July 27."
    found = read(text, DAY, TITLES)[0]
    assert [one.kind for one in found.findings].count("date-announced") == 1


def test_the_day_until_which_a_season_is_put_off_is_its_window() -> None:
    found = read("Salt Road season 2 delayed\n\nNetflix has delayed Salt Road season 2 until 2024.", DAY, TITLES)[0]
    assert str(found.official) == "2024"
    assert "window-announced" not in {one.kind for one in found.findings}


def test_what_counts_shows_is_no_title() -> None:
    heard = gathered("Five British dramas to wait for\n\nSalt Road is one.", DAY, TITLES)
    assert "five british" not in heard.finder.pool.candidates


def test_where_a_drama_is_set_is_no_title() -> None:
    heard = gathered("Salt Road is back\n\nThe Belfast police drama aired in March.", DAY, TITLES)
    assert not [found for found in heard.finder.pool.candidates.values() if "Belfast" in found.title]


def test_an_episode_is_no_season() -> None:
    found = told("Salt Road\n\nThe first episode is there now, and the twelfth comes on July 20.")
    assert (12,) not in {seasons for _, _, seasons, _ in found}


def test_lines_that_end_with_a_channel_name_shows() -> None:
    heard = gathered(
        "On TV this week\n\nLost Coast, ITV, 9pm\n\nA singer rises.\n\nUnforgiven, BBC One\n\nA family hides.", DAY, ()
    )
    assert {"lost coast", "unforgiven"} <= set(heard.finder.pool.candidates)


def test_a_line_that_answers_its_own_question_is_one_sentence() -> None:
    assert [one.text for one in sentences("New\n\nSalt Road\n\nWhen can I watch it? July 27")][
        -1
    ] == "When can I watch it? July 27"
    assert marked(sentences("A midseason break")[0], []).mentions == {}
