"""What fools readers must not fool this one: short pieces of our own, each with one trap, and how its shows stand."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.reader.article import read

DAY = dt.date(2023, 1, 11)
CASES = {
    "yet to be renewed": (
        "Salt Road Season 2\n\nNBC's Salt Road has yet to be renewed for a second season.",
        "pending",
    ),
    "not cancelled": ("News\n\nThe drama Salt Road has not been cancelled.", "pending"),
    "not cancelled but renewed": (
        "Is Salt Road Season 2 Cancelled?\n\nSalt Road hasn't been cancelled. Netflix renewed it for a second season.",
        "renewed",
    ),
    "not renewed": ("'Salt Road' Is Over\n\nABC has opted not to renew Salt Road for a third season.", "cancelled"),
    "no plans": (
        "Salt Road axed by BBC\n\nThere are no plans for more Salt Road at the moment, a spokesman said.",
        "cancelled",
    ),
    "will not return": ("News\n\nThe sitcom Salt Road won't be returning for a second season.", "cancelled"),
    "prediction": (
        "Salt Road season 2\n\nThe drama Salt Road could well be renewed. Nothing has been announced.",
        "pending",
    ),
    "rumour": (
        "Salt Road season 2\n\nRumour has it that Salt Road may be cancelled. There is no word from HBO.",
        "pending",
    ),
    "question": (
        "Salt Road Season 3: Renewed Or Cancelled?\n\nNetflix has not said whether Salt Road will be back.",
        "pending",
    ),
    "headline against body": (
        "Salt Road Cancelled? What We Know\n\nWorry not: Netflix has renewed Salt Road for season 2.",
        "renewed",
    ),
    "renewed then cancelled": (
        "Netflix cancels Salt Road\n\nSalt Road had previously been renewed, but Netflix has cancelled it after all.",
        "cancelled",
    ),
    "cancelled then saved": (
        "Salt Road saved by Peacock\n\nA month after Fox cancelled it, Salt Road "
        "has been picked up by Peacock for season 4.",
        "saved",
    ),
    "final season": ("News\n\nThe drama Salt Road will end with its upcoming fifth season.", "final-season"),
    "renewed for a last one": ("News\n\nHulu has renewed Salt Road for a third and final season.", "final-season"),
    "ended": ("Goodbye, Salt Road\n\nThe drama Salt Road wrapped after nine seasons in May 2020.", "ended"),
    "back order": (
        "ABC gives 'Salt Road' a back nine\n\nABC has ordered nine more episodes of Salt Road.",
        "in-production",
    ),
    "filming": ("Salt Road season 3\n\nFilming on the third season of Salt Road has begun in Leeds.", "in-production"),
    "a stablemate's fate": (
        "Salt Road season 2\n\nUnlike The Ferry, which was axed in May, Salt Road has been renewed for season 2.",
        "renewed",
    ),
    "one-word title": (
        "You Renewed For A Second Season\n\nLifetime has renewed the drama You for a second season.",
        "renewed",
    ),
    "UK series": ("BBC One orders more Salt Road\n\nSalt Road is to return for a second series.", "renewed"),
}


@pytest.mark.parametrize("trap", CASES)
def test_the_lead_show_stands_as_the_text_says(trap: str) -> None:
    text, verdict = CASES[trap]

    assert verdict == read(text, DAY)[0].verdict


def stands(text: str, published: dt.date | None = DAY) -> dict[str, str]:
    return {reading.title: reading.verdict for reading in read(text, published)}


def test_one_verdict_goes_over_a_list_until_the_next() -> None:
    text = "Fates\n\nRenewed\nSalt Road (Season 3)\nThe Ferry (Season 2)\n\nCancelled\nLast Orders\nNight Bus\n"

    assert {
        "Salt Road": "renewed",
        "The Ferry": "renewed",
        "Last Orders": "cancelled",
        "Night Bus": "cancelled",
    } == stands(text)


def test_two_verdicts_in_one_sentence_keep_apart() -> None:
    text = (
        "Fox decides\n\nThe drama Salt Road has been renewed for season 2, while "
        "the comedy The Ferry has been cancelled."
    )

    assert {"Salt Road": "renewed", "The Ferry": "cancelled"} == stands(text)


def test_a_show_named_for_comparison_is_not_told_of() -> None:
    text = "'Salt Road' Renewed for Season 2\n\nThe comedy Salt Road, from the creator of The Ferry, is coming back."

    assert {"Salt Road": "renewed"} == stands(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "What television is for\n\nA network may renew or cancel a series at any time, and viewers grieve.",
        "Ratings\n\nSome shows end too soon. Cancellations hurt, and a renewal is never certain.",
    ],
)
def test_a_text_that_names_no_show_makes_no_claim(text: str) -> None:
    assert {} == stands(text)


def test_after_two_seasons_the_third_is_the_one_that_is_cancelled() -> None:
    (salt,) = read("Hulu axes Salt Road\n\nHulu has cancelled Salt Road after two seasons.", DAY)

    assert ("cancelled", 3, ()) == (salt.verdict, salt.subject_season, salt.confirmed)


def test_what_an_earlier_season_did_is_not_told_of_the_next() -> None:
    text = "Salt Road season 3\n\nSalt Road has been renewed for season 3. The second season premiered on 3 May 2022."
    (salt,) = read(text, DAY)

    assert ((3,), {("renewed", 3), ("premiered", 2)}) == (salt.confirmed, {(f.kind, f.season) for f in salt.findings})


def test_what_is_planned_is_told_apart_from_what_is_done() -> None:
    text = "Salt Road season 2\n\nSalt Road is back for season 2; filming is due to begin in Cork in spring 2024."
    planned = {f.kind: f.planned for f in read(text, DAY)[0].findings}

    assert {"renewed": False, "filming-started": True} == planned


def test_a_guess_is_no_official_window() -> None:
    text = (
        "Salt Road season 2\n\nNetflix has renewed Salt Road for season 2. "
        "No date is known, but we might expect a release in October 2024."
    )
    (salt,) = read(text, DAY)

    assert (None, "2024-10") == (salt.official, str(salt.estimate))


def test_relative_dates_need_the_day_of_publication() -> None:
    text = "Salt Road\n\nThe drama Salt Road was renewed last month. Filming begins in the autumn."

    for published, dated in ((DAY, ["2022-12", "2023-23"]), (None, ["None", "None"])):
        assert dated == [str(finding.date) for finding in read(text, published)[0].findings]


def test_the_year_that_shows_are_renewed_for_is_their_window_and_no_other_year_is() -> None:
    text = "NBC renews shows\n\n'Salt Road' and 'Gull Bay' are among the dramas that NBC has renewed for 2023-24.\n"
    money = (
        "NBC renews shows\n\nNBC has renewed the dramas 'Salt Road' and 'Gull Bay'. It spends a billion for 2023-24.\n"
    )

    assert ["2023/2024", "2023/2024"] == [str(found.official) for found in read(text, DAY)]
    assert [None, None] == [found.official for found in read(money, DAY)]


def test_what_is_only_likely_is_an_estimate() -> None:
    (salt,) = read(
        "Salt Road\n\nThe drama Salt Road has been renewed for season 2. It is due in June 2024, probably.\n", DAY
    )

    assert (None, "2024-06") == (salt.official, str(salt.estimate))


def test_a_text_whose_headline_names_one_show_is_about_that_one() -> None:
    text = (
        "Netflix orders drama 'Salt Road'\n\n'Gull Bay' star Ann Ross and 'Kelp' star Bo Lind lead 'Salt Road'.\n\n"
        "Ross is a vet.\n\nIt will launch in May 2023.\n"
    )

    assert "2023-05" == str(next(found for found in read(text, DAY) if found.title == "Salt Road").official)


def test_decisions_in_headline_or_lead_happened_on_the_day_of_publication() -> None:
    text = "Hulu renews 'Salt Road' for season 2\n\nHulu has renewed the drama Salt Road for a second season."

    assert ["2023-01-11"] == [str(finding.date) for finding in read(text, DAY)[0].findings]


@pytest.mark.parametrize(
    "line",
    [
        "Kit Connor as Nick Nelson",
        "Kit Connor (Nick Nelson) is in it.",
        "Kit Connor, who plays Nick Nelson, is back.",
        "Kit Connor plays Nick Nelson in it.",
        "Kit Connor, aka Nick Nelson, said yes.",
    ],
)
def test_the_cast_is_told_in_many_ways(line: str) -> None:
    (salt,) = read(f"Salt Road season 2\n\nNetflix has renewed Salt Road for season 2.\n\n{line}\n", DAY)

    assert [("Kit Connor", "Nick Nelson")] == [(role.actor, role.character) for role in salt.cast]


@pytest.mark.parametrize(
    "line",
    [
        "Ann Ross, Ülle Ömer and Bo Lind head to it and then join the cast.",
        "Ann Ross (Kelp), Ülle Ömer and Bo Lind will also star.",
        "The cast also includes Ann Ross, Ülle Ömer, and Bo Lind.",
        "It is hosted by Ann Ross, Ülle Ömer and Bo Lind.",
        "It was starring Ann Ross, Poe, Ülle Ömer and Bo Lind.",
        "A farmer (Ann Ross), her son (Ülle Ömer) and a vet (Bo Lind) find it.",
    ],
)
def test_one_known_first_name_vouches_for_a_list_of_the_cast(line: str) -> None:
    (salt,) = read(f"Salt Road season 2\n\nNetflix has renewed Salt Road for season 2.\n\n{line}\n", DAY)

    assert ["Ann Ross", "Ülle Ömer", "Bo Lind"] == [role.actor for role in salt.cast]


@pytest.mark.parametrize(
    "line",
    [
        "It was created by Ann Ross and Bo Lind.",
        "Lark Productions and Foam Features present it.",
        "Ann Ross left the show.",
    ],
)
def test_who_makes_it_or_leaves_is_not_in_the_cast(line: str) -> None:
    (salt,) = read(f"Salt Road season 2\n\nNetflix has renewed Salt Road for season 2.\n\n{line}\n", DAY)

    assert [] == salt.cast


def test_who_leaves_is_not_in_the_cast() -> None:
    text = (
        "Salt Road season 2\n\nNetflix has renewed Salt Road for season 2. Kit "
        "Connor, who plays Nick, has left the show.\n"
    )

    assert [] == read(text, DAY)[0].cast
