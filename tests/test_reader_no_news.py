"""What sounds like news of a show and is none, or is of another kind; sentences of our own."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.reader.article import gathered, readings

DAY = dt.date(2023, 1, 11)
START = "What we know about Harlow Bay\n\nHarlow Bay is a drama with Ann Lee. Harlow Bay tells of two sisters.\n\n"


def said(sentence: str) -> set[str]:
    """The kinds that a sentence states of the show."""
    heard = gathered(START + sentence + "\n", DAY, ["Harlow Bay"])
    return {event.kind for event in heard.told if event.said}


def considered(text: str) -> set[tuple[str, int | None]]:
    heard = gathered(START + text + "\n", DAY, ["Harlow Bay"])
    found = next(found for found in readings(heard, [[] for _ in heard.marks]) if found.title == "Harlow Bay")
    return {(way.kind, way.season) for ways in found.considered for way in ways}


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Nobody is saying that Harlow Bay has been cancelled.", "cancelled"),
        ("Fox has poured cold water on a report that the drama is axed.", "cancelled"),
        ("After its first year Harlow Bay was almost cancelled.", "cancelled"),
        ("There is no more doubt about Harlow Bay.", "cancelled"),
        ("The budget of Harlow Bay is cut to the bone.", "cancelled"),
        ("Will it be renewed or cancelled?", "renewed"),
        ("Harlow Bay season 3 renewed or cancelled: all we have heard", "cancelled"),
        ("Fox announced that season two of the drama will arrive in May.", "renewed"),
        ("A renewal for season 3 has not been announced yet.", "renewed"),
        ("Fox looked into making a second season.", "renewed"),
        ("Harlow Bay season 2 renewal status explained", "renewed"),
        ("As it is, anime series are often renewed late.", "renewed"),
        ("It has begun entering its third season.", "renewed"),
        ("With any luck Harlow Bay will premiere in the spring of 2024.", "window"),
        ("The second season is likely to be released in June 2023.", "window"),
        ("We can expect season 2 to come out in late 2023.", "window"),
        ("The hope is that it will air later this year.", "window"),
        ("The drama airs on Sunday nights at ten.", "window"),
        ("Auditions start on March 3, 2023, in Leeds.", "window"),
        ("More renewals, large and small, are to follow this spring.", "window"),
        ("It stays on air until 2025.", "window"),
        ("The penultimate episode of season 2 aired on January 5.", "premiered"),
        ("It launched on November 1, 2019, as the first streaming service of its kind.", "premiered"),
        ("It opened offices here in late February.", "premiered"),
        ("Filming on the finale is set to begin in early 2024.", "finale"),
        ("Filming finished in December 2022.", "ended"),
        ("The writer put it out as a film in 2016.", "filming-started"),
        ("The series goes back to the film that Lee made in 2013.", "filming-started"),
        ("Filming of season 2 has officially wrapped.", "filming-started"),
        ("Now Fox plans to start rolling it out this summer.", "filming-started"),
        ("Ann Lee heads the cast as a judge.", "casting"),
        ("It is not known who will be joining the cast for season 2.", "casting"),
        ("In May the drama finished its second season.", "filming-wrapped"),
        ("The story holds up from start to finish.", "final"),
        ("It was early March, before the networks shut down.", "delayed"),
        ("Fans had feared that a strike would cause the second season to be delayed.", "delayed"),
    ],
)
def test_what_only_sounds_like_news_is_not_told(sentence: str, kind: str) -> None:
    assert kind not in said(sentence)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The premiere of Harlow Bay was shelved after the storm.", "delayed"),
        ("Harlow Bay is done filming.", "filming-wrapped"),
        ("Harlow Bay is due to wrap filming on March 3, 2023.", "filming-wrapped"),
        ("The third season is already being filmed in Leeds.", "filming-started"),
        ("In May the drama finished its second season.", "finale"),
        ("Season 2 of Harlow Bay will end with an episode set at sea.", "finale"),
        ("It managed to finish its second season.", "finale"),
        ("Fox Orders More Harlow Bay", "renewed"),
        ("The cable net has picked up Harlow Bay from Fox.", "saved"),
        ("Tom Reed has joined the cast as a judge.", "casting"),
        ("Expect it in the summer of 2024.", "window"),
        ("We return on March 3, 2023, and our sisters with us.", "window"),
        ("Production on season 2 is expected to begin in May.", "filming-started"),
        ("Fox has announced a second season of Harlow Bay.", "renewed"),
        ("Harlow Bay was cancelled almost three years ago.", "cancelled"),
        ("Season 2 will arrive in 2024 and a date has not been announced.", "window"),
        ("Harlow Bay has been renewed and a date has not been announced.", "renewed"),
        ("The streaming service released the second season on May 3, 2022.", "premiered"),
        ("The third instalment premiered on May 3, 2022.", "premiered"),
        ("It premiered in 2019 as the first original series of the platform.", "premiered"),
    ],
)
def test_what_is_of_another_kind_is_told_as_that(sentence: str, kind: str) -> None:
    assert kind in said(sentence)


def test_what_comes_today_is_no_announcement() -> None:
    assert ("premiered", 2) in considered("Season 2 of Harlow Bay premieres tonight on Fox.")
    assert ("date-announced", 2) in considered("Season 2 of Harlow Bay premieres on Friday on Fox.")


def test_a_season_that_is_back_on_a_day_is_not_renewed_by_it() -> None:
    assert ("renewed", 2) in considered("Harlow Bay is back for season 2.")
    assert ("renewed", 2) not in considered("Harlow Bay is back for season 2. Season 2 arrives on May 3, 2023.")


def test_an_order_beside_a_renewal_is_the_same_and_before_the_first_season_there_is_no_renewal() -> None:
    assert "ordered" not in {kind for kind, _ in considered("Fox renewed Harlow Bay with a 13-episode order.")}
    assert "renewed" not in {kind for kind, _ in considered("Harlow Bay has landed a first season order.")}


def test_a_pick_up_may_save_what_is_said_to_be_cancelled_behind_it() -> None:
    text = "Fox has picked up Harlow Bay for a fourth season. The drama was cancelled by ABC in May 2022."
    assert ("saved", 4) in considered(text)


def test_events_are_marked_by_their_phrase_and_by_what_is_told_of_their_season() -> None:
    text = START + "Harlow Bay has been renewed for season 3. Season 3 of Harlow Bay premieres on May 3, 2023.\n"
    heard = gathered(text, DAY, ["Harlow Bay"])
    found = next(found for found in readings(heard, [[] for _ in heard.marks]) if found.title == "Harlow Bay")
    marks = {mark for ways in found.considered for way in ways if way.season == 3 for mark in way.marks}

    assert {"renewed beside date-announced", "date-announced beside renewed"} <= marks
    assert any(mark.startswith("phrase renewed: ") for mark in marks)


def test_of_a_day_and_the_month_it_lies_in_only_the_day_is_told() -> None:
    text = START + "Season 2 of Harlow Bay returns in May. Season 2 of Harlow Bay premieres on May 3, 2023.\n"
    heard = gathered(text, DAY, ["Harlow Bay"])
    found = next(found for found in readings(heard, [[] for _ in heard.marks]) if found.title == "Harlow Bay")

    assert [event.kind for event in found.findings if event.season == 2] == ["date-announced"]
