"""The many ways in which outlets tell that something happened to a show; sentences of our own."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.reader.article import gathered

DAY = dt.date(2024, 6, 10)
START = "What we know about Harlow Bay\n\nHarlow Bay is a Netflix drama with Ann Lee.\n\n"
MANY = ("Salt Road", "Dark Fen", "Mole Hill")


def said(sentence: str) -> set[str]:
    """The kinds of what a sentence states of the show."""
    heard = gathered(START + sentence + "\n", DAY, ["Harlow Bay"])
    first = heard.marks[2].sentence.start
    return {event.kind for event in heard.told if event.mood == "said" and event.sentence.start >= first}


@pytest.mark.parametrize(
    "sentence",
    [
        "Netflix has given “Harlow Bay” its marching orders.",
        "Netflix and “Harlow Bay” are parting ways.",
        "“Harlow Bay” has been shown the exit after one season.",
        "Netflix sends “Harlow Bay” packing after two seasons.",
        "Netflix won't be bringing back “Harlow Bay.”",
        "Netflix declined to renew “Harlow Bay” for a second season.",
        "“Harlow Bay” was retired by Netflix after six years.",
        "“Harlow Bay” was through after a season.",
        "Netflix has pulled the comedy “Harlow Bay” after two seasons.",
        "Netflix calls off “Harlow Bay.”",
        "Netflix is bringing “Harlow Bay” to a close after two seasons.",
        "Time has run out for “Harlow Bay.”",
        "Netflix reverses course on “Harlow Bay” season 3.",
    ],
)
def test_a_show_is_cancelled_in_many_words(sentence: str) -> None:
    assert "cancelled" in said(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Netflix has signed off on a second season of “Harlow Bay.”",
        "Netflix isn't done with “Harlow Bay.”",
        "A second season of the hit crime drama “Harlow Bay” has been commissioned.",
        "Fresh seasons of the popular show “Harlow Bay” are coming.",
        "The streamer has exercised its option for a third season of “Harlow Bay.”",
        "“Harlow Bay” is heading back to our screens for a second series.",
        "Netflix has pulled the trigger on a second season of “Harlow Bay.”",
        "Netflix has given the pirate rom-com a second season.",
        "“Harlow Bay” and “Salt Road” live to see another year.",
    ],
)
def test_a_show_goes_on_in_many_words(sentence: str) -> None:
    kinds = said(sentence)
    assert "renewed" in kinds
    assert "cancelled" not in kinds


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Thirteen episodes of “Harlow Bay” have been ordered.", "ordered"),
        ("The series was commissioned by the BBC.", "ordered"),
        ("The BBC announces “Harlow Bay,” a brand new drama by Jo Hale.", "ordered"),
        ("Among the new commissions is “Harlow Bay.”", "ordered"),
        ("“Harlow Bay” has been given a full-season order.", "back-order"),
        ("“Harlow Bay” will get 22 episodes.", "back-order"),
        ("Season 3 will bring “Harlow Bay” to a close.", "cancelled"),
        ("Season 3 will wrap up the story of “Harlow Bay.”", "final"),
        ("The third season of “Harlow Bay” will bring the drama to a conclusion.", "final"),
        ("“Harlow Bay” is calling it quits after season 3.", "final"),
        ("The show's third season, its last, will have eight episodes.", "final"),
        ("“Harlow Bay”, the third and final season.", "final"),
        ("“Harlow Bay” called it a day after season 3.", "ended"),
        ("Netflix has picked up “Harlow Bay” from Fox.", "saved"),
        ("Fox has had a change of heart about “Harlow Bay.”", "saved"),
        ("Fox has reversed its decision to cancel “Harlow Bay.”", "saved"),
        ("“Harlow Bay” goes to Netflix for its third season.", "moved"),
        ("The premiere has been put off until 2025.", "delayed"),
        ("Viewers have to wait a little longer for season 2.", "delayed"),
        ("The strikes have set back season 2.", "delayed"),
        ("Season 2 is behind schedule.", "delayed"),
        ("Ann Lee has signed on for season 2.", "casting"),
        ("Netflix has cast Tom Reed in “Harlow Bay.”", "casting"),
        ("Also joining are Tom Reed and Eve Moss.", "casting"),
        ("New neighbours join “Harlow Bay” as regular characters.", "casting"),
        ("The crew has been spotted filming in Leeds.", "filming-started"),
        ("The team has begun the shoot of the second season.", "filming-started"),
        ("“Harlow Bay” season 2 wrapped in Halifax last week.", "filming-wrapped"),
        ("Work on “Harlow Bay” season 2 has started in the writers' room.", "writing"),
    ],
)
def test_steps_are_told_in_many_words(sentence: str, kind: str) -> None:
    assert kind in said(sentence)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Season 2 will begin airing on Netflix in the U.S. and on ITV in Britain on July 8.", "window"),
        ("This month sees the second season arrive on our screens.", "window"),
        ("July brings “Harlow Bay.”", "window"),
        ("It is currently being filmed, for broadcast in early 2025.", "window"),
        ("Broadcast dates are 2025 for series 2.", "window"),
        ("“Harlow Bay” has been given a date: July 8.", "window"),
        ("It's not until July 8 that season 2 has its finale.", "finale"),
        ("The finale, which has been set for July 8, has a guest.", "finale"),
        ("The series finale airs on Monday, July 8.", "finale"),
        ("The show got going in 2021.", "premiered"),
        ("Viewers tuned in last month for the start of season 2.", "premiered"),
        ("Premiere: August 8 on Netflix, two episodes", "window"),
        ("Season 3 premiere: August 8", "window"),
        ("Finale: October 3", "finale"),
    ],
)
def test_days_are_told_in_many_words(sentence: str, kind: str) -> None:
    assert kind in said(sentence)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Production on the last six episodes is scheduled to begin in Leeds this summer.", "filming-started"),
        ("Filming on the finale is set to begin in early 2025.", "filming-started"),
        ("Filming for the last season of Harlow Bay began in March and wrapped in May.", "filming-wrapped"),
        ("The drama shoots in Leeds and is due to wrap in July.", "filming-wrapped"),
        ("The shoot is set to wrap in July.", "filming-wrapped"),
        ("Filming came to an end in May.", "filming-wrapped"),
    ],
)
def test_work_on_a_season_is_not_the_season(sentence: str, kind: str) -> None:
    kinds = said(sentence)
    assert kind in kinds
    assert not kinds & {"window", "finale", "ended"}


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Netflix is making another season of “Harlow Bay.”", "filming-started"),
        ("The announcement was made today by Jo Hale.", "filming-wrapped"),
        ("None has been delayed.", "delayed"),
        ("It has secured money for a second series.", "ordered"),
        ("“Harlow Bay” dodges the axe.", "cancelled"),
    ],
)
def test_other_things_are_not_told(sentence: str, kind: str) -> None:
    assert kind not in said(sentence)


def of_many(text: str) -> dict[str, set[str]]:
    """What a piece tells of several shows."""
    heard = gathered(f"The year on television\n\n{text}\n", DAY, MANY)
    made: dict[str, set[str]] = {}
    for event in heard.told:
        made.setdefault(event.show, set()).add(event.kind)
    return made


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Full season ordered: Salt Road, Dark Fen, Mole Hill", "back-order"),
        ("Fox killed three that were shot in Hull: Salt Road, Dark Fen and Mole Hill.", "cancelled"),
        ("The one-and-done club: Salt Road, Dark Fen and Mole Hill.", "cancelled"),
        ("ABC handed renewals to Salt Road, Dark Fen and Mole Hill.", "renewed"),
        ("The new shows are Salt Road, Dark Fen and Mole Hill.", "ordered"),
        ("ABC picked up three pilots: Salt Road, Dark Fen and Mole Hill.", "ordered"),
        ("Shut down by the strikes: Salt Road, Dark Fen and Mole Hill.", "delayed"),
        ("Mon., Sept. 16, 8/7c: Salt Road\nTue., Sept. 17, 9/8c: Dark Fen\nFri., Sept. 20, 8:30/7:30c: Mole Hill",
         "window"),
        ("Friday, July 12 at 9pm: Salt Road (Season 2 premiere)\n\nAda Quinn is back.\n\nFriday, July 19 at 10pm: Dark "
         "Fen (series premiere)\n\nIt is wet.\n\nFriday, July 26 at 10pm: Mole Hill (Season 3 U.S. premiere)",
         "window"),
        ("Tuesday, July 9\n\n8pm: Salt Road returns for Season 5\n9pm: Dark Fen makes its series debut\n"
         "10pm: Mole Hill returns for Season 2", "window"),
        ("Salt Road (September)\n\nAda plays a cop.\n\nDark Fen (October)\n\nIt is wet.\n\nMole Hill (November)\n\n"
         "Moles dig.", "window"),
    ],
)  # fmt: skip
def test_lists_with_a_label_or_a_day_tell_of_each(text: str, kind: str) -> None:
    told = of_many(text)
    assert [kind in told.get(title.lower(), ()) for title in MANY] == [True] * len(MANY)


def test_the_work_on_a_show_goes_on_in_the_next_block() -> None:
    told = of_many(
        "Salt Road and Dark Fen are ordered.\n\nMole Hill is a new drama for ITV.\n\n"
        "Casting is under way, and filming will begin in Hull later this year."
    )
    assert {"casting", "filming-started"} <= told["mole hill"]
