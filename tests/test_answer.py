"""The one sentence that answers “is it cancelled?”, for a show and for one season of it."""

from __future__ import annotations

import pytest

from showstatus.answer import doer, question
from tests.asking import on, said
from tests.registries import told

OUT = 'kind = "premiered", season = 1, value = "2023-01-05"'
RENEWED = 'kind = "renewed", season = 2, on = 2023-03-01'
NETFLIX = 'platform = "Netflix"\nrelease = "all"'


def one(claim: str, day: str = "2023-06-01", show: str = NETFLIX) -> str:
    """The answer where one more thing is known than that season 1 is out."""
    return said(told(OUT, claim, show=show), day)


def test_the_question_names_the_show_and_the_season() -> None:
    show = told(show='title = "Ghosts"\nqualifier = "UK"').show

    assert "Is Ghosts (UK) cancelled?" == question(show)
    assert "Is Ghosts (UK) season 2 cancelled?" == question(show, 2)


# --- who did it --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ('by = "Netflix"', "No. Netflix renewed X for season 2 on 1 March 2023."),
        ('by = "Variety", reports = "Netflix"', "No. Netflix renewed X for season 2 on 1 March 2023."),
        ('by = "Variety"', "No. X was renewed for season 2 on 1 March 2023, as Variety reported."),
        (
            'by = "Variety", reports = "A star"',
            "No. X was renewed for season 2 on 1 March 2023, as Variety reported.",
        ),
        ('by = "Studio", rank = "official"', "No. Studio renewed X for season 2 on 1 March 2023."),
        ("", "No. X was renewed for season 2 on 1 March 2023."),
    ],
)
def test_the_platform_did_it_where_it_said_so_itself_or_was_reported(source: str, sentence: str) -> None:
    assert sentence == one(f"{RENEWED}, {source}".removesuffix(", "))


def test_who_saved_a_show_is_its_new_platform() -> None:
    show = told('kind = "saved", season = 2, platform = "Starz", on = 2023-01-12, by = "IndieWire"')

    assert "Starz" == doer(show.show, show.claims[0])


# --- each decision -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        (
            'kind = "renewed", seasons = [2, 3, 4], on = "2023-05"',
            "No. X was renewed for seasons 2, 3 and 4 in May 2023.",
        ),
        ('kind = "renewed", season = 2', "No. X was renewed for season 2."),
        ('kind = "renewed", on = 2023-03-01', "No. X was renewed on 1 March 2023."),
        ('kind = "ordered", season = 2, on = 2023-03-01', "No. Season 2 of X was ordered on 1 March 2023."),
        ('kind = "ordered", special = "S", on = 2023-03-01', "No. The special S of X was ordered on 1 March 2023."),
        (
            'kind = "saved", season = 2, platform = "Hulu", on = 2023-03-01',
            "No. Hulu saved X for season 2 on 1 March 2023.",
        ),
        (
            'kind = "filming-started", season = 2, value = "2023-04", on = 2023-04-30',
            "No. Season 2 of X began filming (April 2023).",
        ),
        ('kind = "filming-wrapped", season = 2, on = 2023-04-30', "No. Season 2 of X has finished filming."),
        ('kind = "post-production", season = 2, on = 2023-04-30', "No. Season 2 of X is in post-production."),
        (
            'kind = "window-announced", season = 2, value = "2024-21", on = 2023-04-30',
            "No. Season 2 of X is announced for spring 2024.",
        ),
        ('kind = "cancelled", on = 2023-03-01, by = "Netflix"', "Yes. Netflix cancelled X on 1 March 2023."),
        ('kind = "cancelled", season = 2, on = 2023-03-01', "Yes. Season 2 of X was cancelled on 1 March 2023."),
        ('kind = "cancelled", season = 1, on = 2023-03-01', "Yes. X was cancelled on 1 March 2023."),
        ('kind = "ended", on = 2023-03-01', "No. X was not cancelled; it ended with season 1 on 5 January 2023."),
        ('kind = "limited", on = 2022-03-01', "No. X is a limited series; it was never meant to go on."),
        ('kind = "final-season", season = 2, on = 2023-03-01', "No. Season 2 of X is still to come and is the last."),
        (
            'kind = "film-ordered", film = "F", concludes = true, on = 2023-03-01',
            "No. X concludes with the film F; it was ordered on 1 March 2023.",
        ),
        (
            'kind = "cast", cast = [{ actor = "A" }]',
            "Not decided. Nobody has said whether X gets a season 2; season 1 premiered on 5 January 2023.",
        ),
    ],
)
def test_each_decision_has_its_sentence(claim: str, sentence: str) -> None:
    assert sentence == one(claim)


@pytest.mark.parametrize(
    ("claims", "sentence"),
    [
        ([], "Unknown. Nothing is known of X yet."),
        (['kind = "ended", on = 2023-03-01'], "No. X was not cancelled; it ended."),
        (
            ['kind = "ended", on = 2023-03-01, by = "BBC News"'],
            "No. X was not cancelled; it ended, as BBC News said on 1 March 2023.",
        ),
        (
            ['kind = "limited", on = 2023-03-01'],
            "No. X is a limited series, which has not begun yet; it was never meant to go on.",
        ),
        (['kind = "cancelled", on = 2023-03-01'], "Yes. X was cancelled on 1 March 2023."),
        (
            ['kind = "writing", season = 1, on = 2023-03-01'],
            "Not decided. X is in development, and nobody has ordered it yet.",
        ),
        (
            ['kind = "ordered", season = 1, on = 2023-03-01'],
            "No. X was ordered on 1 March 2023; it has not begun yet.",
        ),
        (
            ['kind = "premiered", special = "S", value = "2023-03-01"'],
            "Not decided. Nobody has said whether X goes on.",
        ),
        (
            ['kind = "premiered", film = "F", value = "2003-03-01"'],
            "Unknown. Nothing has been heard of X since the film F, which premiered on 1 March 2003.",
        ),
    ],
)
def test_a_show_of_which_no_season_is_out_has_a_sentence_too(claims: list[str], sentence: str) -> None:
    assert sentence == said(told(*claims), "2023-06-01")


@pytest.mark.parametrize(
    ("decision", "word"),
    [
        ("renewed", "No"), ("final-season", "No"), ("concludes-with-film", "No"), ("ended", "No"), ("limited", "No"),
        ("cancelled", "Yes"), ("pending", "Not decided"), ("in-development", "Not decided"), ("unknown", "Unknown"),
    ],
)  # fmt: skip
def test_a_pin_is_told_as_the_users_own(decision: str, word: str) -> None:
    pinned = told(OUT, show=f'pin = {{ decision = "{decision}" }}')

    assert f"{word}. You pinned X as {decision}." == said(pinned, "2023-06-01")


# --- one season --------------------------------------------------------------------------------------------------


def test_a_season_that_is_out_was_not_cancelled() -> None:
    assert "No. Season 1 of X premiered on 5 January 2023." == said(told(OUT), "2023-06-01", 1)
    assert "No. Season 1 of X premiered." == said(
        told('kind = "finale", season = 1, value = "2023-01-05"'), "2023-06-01", 1
    )


def test_a_season_whose_announced_day_passed_was_due() -> None:
    show = told('kind = "date-announced", season = 1, value = "2023-05-05", on = 2023-01-05')

    assert "No. Season 1 of X was due on 5 May 2023." == said(show, "2023-06-01", 1)


def test_a_season_that_is_ordered_is_not_cancelled() -> None:
    show = told(OUT, 'kind = "renewed", seasons = [2, 3], on = 2023-03-01, by = "Netflix"')

    assert "No. Netflix renewed X for seasons 2 and 3 on 1 March 2023." == said(show, "2023-06-01", 3)


def test_a_season_of_a_cancelled_show_is_not_coming() -> None:
    show = told(OUT, 'kind = "cancelled", on = 2023-03-01, by = "Netflix"')

    assert "Yes. Netflix cancelled X on 1 March 2023, and season 2 is not coming." == said(show, "2023-06-01", 2)


def test_a_season_beyond_the_last_was_never_ordered() -> None:
    show = told(OUT, 'kind = "final-season", season = 2, on = 2023-03-01')

    assert "No. Season 3 was never ordered: Season 2 of X is still to come and is the last." == (
        said(show, "2023-06-01", 3)
    )


def test_a_season_nobody_ordered_is_not_decided() -> None:
    assert "Not decided. Nobody has ordered season 2 of X." == said(told(OUT), "2023-06-01", 2)


def test_an_answer_about_a_season_leaves_the_decision_about_the_show() -> None:
    show = told(OUT, RENEWED)

    assert "renewed" == on(show, "2023-06-01").decision
    assert "Not decided. Nobody has ordered season 9 of X." == said(show, "2023-06-01", 9)


def test_a_title_keeps_its_small_letter() -> None:
    show = told(OUT, RENEWED, show='title = "iZombie"')

    assert "No. iZombie was renewed for season 2 on 1 March 2023." == said(show, "2023-06-01")


def test_what_is_only_listed_is_not_said_to_be_decided() -> None:
    listed = told(
        'kind = "premiered", season = 1, value = "2023-01-05"',
        'kind = "renewed", season = 2, on = "2023-05-01", by = "TVmaze", rank = "inferred"',
        show='title = "Harbour Lights"',
    )

    assert "No. TVmaze lists season 2 of Harbour Lights as coming." == said(listed, "2023-06-01")


def test_a_show_that_is_over_for_reasons_untold_may_have_been_cancelled() -> None:
    over = told(
        'kind = "premiered", season = 1, value = "2023-01-05"',
        'kind = "finale", season = 1, value = "2023-03-05"',
        'kind = "ended", on = "2023-05-01", by = "TVmaze", rank = "inferred"',
        show='title = "Harbour Lights"',
    )
    end = "Harbour Lights ended with season 1 on 5 March 2023; TVmaze does not tell whether it was cancelled."

    assert f"Unknown. {end}" == said(over, "2023-06-01")
    assert f"Unknown. Season 2 was never ordered: {end}" == said(over, "2023-06-01", 2)
