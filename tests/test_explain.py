"""The arithmetic behind a forecast: own gaps, the reference class, what each milestone moved, the nearest cases."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from showstatus.forecast.analogues import Gap, gaps_of, nearest
from showstatus.forecast.explain import analogue_words, effect_words, explain, months, own_gaps, sentences, short
from showstatus.forecast.features import Case, Milestone, PastSeason
from showstatus.forecast.origins import ObservedShow
from showstatus.forecast.reference import reference_of, table
from tests.engines import StandIn

DAY = dt.date(2023, 1, 11)
WRAP = Milestone("filming-wrapped", 2, dt.date(2022, 12, 2), dt.date(2022, 12, 3))
RENEWED = Milestone("renewed", 2, dt.date(2022, 5, 20), dt.date(2022, 5, 21))
CASE = Case(
    platform="Netflix",
    type="Scripted",
    genres=("Drama",),
    seasons=(PastSeason(1, dt.date(2022, 4, 22), dt.date(2022, 4, 22), 8, 1),),
    milestones=(RENEWED, WRAP),
)


def season(number: int, day: str) -> PastSeason:
    return PastSeason(number, dt.date.fromisoformat(day), None, 8, 1)


def gap(title: str, days: int = 500, **more: object) -> Gap:
    plain = Gap(
        slug=title.lower(), title=title, first=1, second=2, days=days, premiere=dt.date(2021, 4, 22),
        platform="Netflix", type="Scripted", genres=("Drama",), at_once=True, before=None,
    )  # fmt: skip
    return replace(plain, **more)  # type: ignore[arg-type]


def test_own_gaps_run_between_seasons_in_a_row() -> None:
    case = replace(CASE, seasons=(season(1, "2020-01-01"), season(2, "2021-01-01"), season(3, "2022-06-01")))

    assert [(1, 2, 366), (2, 3, 516)] == [(g.first, g.second, g.days) for g in own_gaps(case)]


def test_the_effects_of_the_milestones_add_up_to_the_whole() -> None:
    told = explain(CASE, DAY, StandIn())
    median = StandIn().distribution(CASE, DAY).quantile(0.5)

    assert ["renewed", "filming-wrapped"] == [effect.milestone.kind for effect in told.effects]
    assert (median - told.plain).days == sum(effect.days for effect in told.effects)
    assert 0 == told.effects[0].days


def test_an_effect_says_which_way_and_to_which_day() -> None:
    renewed, wrapped = explain(CASE, DAY, StandIn()).effects

    assert effect_words(renewed).startswith("The order (20 May 2022) leaves the median at ")
    assert effect_words(wrapped).startswith("The wrap (2 December 2022) moves the median ")
    assert f"{abs(wrapped.days)} days {'later' if wrapped.days > 0 else 'earlier'}, to " in effect_words(wrapped)


def test_a_vague_day_is_said_as_vaguely() -> None:
    window = Milestone("window-announced", 2, dt.date(2023, 1, 1), dt.date(2024, 1, 1))
    month = replace(WRAP, start=dt.date(2022, 12, 1), end=dt.date(2023, 1, 1))
    open_end = replace(window, kind="delayed", start=dt.date(2024, 1, 1), end=dt.date.max)
    told = explain(replace(CASE, milestones=(window, month, open_end)), DAY, StandIn())

    assert ["The wrap (December 2022)", "The delay (1 January 2024 or later)", "The official window (2023)"] == [
        effect_words(effect).partition(")")[0] + ")" for effect in told.effects
    ]


def test_the_reference_class_is_the_narrowest_that_has_enough_cases() -> None:
    narrow = reference_of(CASE)
    wide = reference_of(replace(CASE, platform="Nowhere TV", genres=("Unheard of",)))

    assert narrow is not None
    assert wide is not None
    assert "scripted shows of the genre Drama on Netflix" == narrow.words
    assert "scripted shows" == wide.words
    assert 30 <= narrow.n < wide.n
    assert None is reference_of(replace(CASE, type="Opera"))


def test_the_shipped_table_holds_what_it_says() -> None:
    rows = table()

    assert {"Scripted||", "Reality||", "Documentary||"} <= set(rows)
    assert all(n >= 30 and 0 < low <= median <= high <= 1826 for n, low, median, high in rows.values())


def test_the_nearest_cases_are_alike_and_of_other_shows() -> None:
    alike, other_platform, reality = gap("Alike"), gap("Other", platform="HBO"), gap("Real", type="Reality")
    found = nearest(CASE, "x", DAY, [reality, other_platform, alike, gap("X")])

    assert ["Alike", "Other", "Real"] == [one.title for one in found]


def test_a_gap_that_was_over_sooner_than_this_wait_is_no_analogue() -> None:
    assert () == nearest(CASE, "x", DAY, [gap("Quick", days=200)])


def test_one_show_is_told_once_by_its_nearest_gap() -> None:
    found = nearest(CASE, "x", DAY, [gap("A", first=7, second=8), gap("A"), gap("B")])

    assert [("A", 1), ("B", 1)] == [(one.title, one.first) for one in found]


def test_a_show_like_it_in_its_own_last_gap_is_nearer() -> None:
    case = replace(CASE, seasons=(season(1, "2019-04-22"), season(2, "2022-04-22")))
    found = nearest(case, "x", DAY, [gap("Yearly", before=365), gap("Slow", before=1000)])

    assert ["Slow", "Yearly"] == [one.title for one in found]


def test_gaps_are_told_between_seasons_in_a_row_with_the_one_before() -> None:
    seasons = (season(1, "2019-01-01"), season(2, "2020-01-01"), season(3, "2021-06-01"), season(5, "2023-01-01"))
    found = list(gaps_of(ObservedShow(id="x", title="X", seasons=seasons)))

    assert [(1, 2, 365, None), (2, 3, 517, 365)] == [(g.first, g.second, g.days, g.before) for g in found]


def test_months_are_told_as_people_do() -> None:
    assert ["20 months", "9.5 months", "1 month"] == [months(609), months(289), months(30)]
    assert "Sex Education 2→3: 20 months" == analogue_words(gap("Sex Education", days=609, first=2, second=3))


def test_the_sentences_hold_the_whole_arithmetic() -> None:
    spread = StandIn().distribution(CASE, DAY)
    told = explain(CASE, DAY, StandIn(), [gap("Alike")], "x")
    said = " ".join(sentences(CASE, DAY, spread, told))

    for words in (
        "Season 1 premiered on 22 April 2022, 8.5 months before 11 January 2023.",
        "took a median",
        "Without any milestone the median would be ",
        "The wrap (2 December 2022) moves the median",
        "Nearest in the registry: Alike 1→2: 16 months.",
        "50 % of the probability from",
    ):
        assert words in said


def test_the_short_form_weighs_all_milestones_as_one() -> None:
    spread = StandIn().distribution(CASE, DAY)
    said = short(CASE, DAY, StandIn(), spread)

    assert 1 == sum("order (20 May 2022), wrap (2 December 2022)" in sentence for sentence in said)
    assert "No earlier premiere is known" in short(Case(), DAY, StandIn(), spread)[0]
