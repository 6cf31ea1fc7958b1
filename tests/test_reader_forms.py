"""How the trade lists shows and says what happens to them: one form each, in sentences of our own."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.reader.json_lines import shows

DAY = dt.date(2019, 5, 10)


def stands(text: str) -> dict[str, tuple[object, list[tuple[object, object]]]]:
    return {
        str(show["title"]): (show["verdict"], [(e["kind"], e["season"]) for e in show["events"]])  # type: ignore[attr-defined]
        for show in shows(text, DAY)
    }


def test_a_verdict_stands_over_bare_lines() -> None:
    text = (
        "Every Show Renewed and Cancelled\n\nRENEWED\n\nGhosts\nElsbeth\nFire Country\n\nCANCELLED\n\nSo Help Me Todd\n"
    )

    told = stands(text)

    assert {"Ghosts", "Elsbeth", "Fire Country"} <= {
        title for title, (verdict, _) in told.items() if verdict == "renewed"
    }
    assert "cancelled" == told["So Help Me Todd"][0]


def test_a_scorecard_tells_each_show_in_its_line() -> None:
    text = (
        "TV Scorecard: the fate of every show\n\nBless This Mess – ABC – Renewed for Season 2\n"
        "The Passage – FOX – Canceled\nGrand Hotel – ABC – Pending\n"
    )

    told = stands(text)

    assert ("renewed", [("renewed", 2)]) == told["Bless This Mess"]
    assert ("cancelled", "pending") == (told["The Passage"][0], told["Grand Hotel"][0])


def test_a_list_in_a_sentence_shares_its_verdict() -> None:
    text = (
        "CBS renews its dramas\n\nCBS has renewed Blue Bloods, Bull, MacGyver, SEAL Team and Evil.\n\n"
        "The network cancelled Man With a Plan, God Friended Me and Tommy.\n"
    )

    told = {title: verdict for title, (verdict, _) in stands(text).items()}

    assert {"renewed"} == {told[title] for title in ("Blue Bloods", "Bull", "MacGyver", "SEAL Team", "Evil")}
    assert {"cancelled"} == {told[title] for title in ("Man With a Plan", "God Friended Me", "Tommy")}


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Season 3 of Harlow Bay has been confirmed.", ("renewed", 3)),
        ("Work on a third season has been given the green light.", ("renewed", 3)),
        ("NBC has decided not to renew Harlow Bay.", ("cancelled", None)),
        ("The third season of Harlow Bay will be its last.", ("final-season", 3)),
        ("Season 2 concluded on May 2, 2019.", ("finale", 2)),
        ("Season 2 premiered on NBC on March 3, 2019.", ("premiered", 2)),
        ("Season 3 will premiere on Friday 20th September.", ("date-announced", 3)),
        ("The third season is due in 2020.", ("window-announced", 3)),
        ("Cameras are rolling on season 3.", ("filming-started", 3)),
        ("Season 3 has been delayed.", ("delayed", 3)),
    ],
)
def test_news_has_its_kind_and_season(sentence: str, event: tuple[str, int | None]) -> None:
    text = f"Harlow Bay: the latest news\n\nHarlow Bay is a drama on NBC. Harlow Bay stars two actors.\n\n{sentence}\n"

    assert event in stands(text)["Harlow Bay"][1]


def test_a_move_saves_only_what_was_cancelled() -> None:
    moved = "Harlow Bay moves to Hulu\n\nThe drama Harlow Bay moves to Hulu for season 3.\n"
    saved = moved + "\nNBC cancelled Harlow Bay in April, after two seasons.\n"

    assert ["renewed", "saved"] == [stands(text)["Harlow Bay"][0] for text in (moved, saved)]


def test_what_is_told_of_shows_in_general_is_told_of_none() -> None:
    text = "Harlow Bay season 2: what we know\n\nHarlow Bay is on NBC. They have cancelled shows far too soon before.\n"

    assert "cancelled" != stands(text)["Harlow Bay"][0]
