"""What `doctor` doubts: each check by one small registry, in the process."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from showstatus.ledger.checks import MANY
from showstatus.ledger.ledger import Ledger

DAY = dt.date(2023, 1, 11)
GLOW = '[show.glow]\ntitle = "GLOW"\n'


def _doubts(folder: Path, mine: str, *, shipped: str = "") -> list[tuple[int | None, str, str]]:
    """Line, words and severity of what is doubtful in a registry of the user's."""
    (folder / "mine.toml").write_text(mine)
    (folder / "shipped.toml").write_text(shipped)
    ledger = Ledger(None, shipped=str(folder / "shipped.toml"), user=str(folder / "mine.toml"))
    found = ledger.diagnose(DAY, shipped=False)
    ledger.close()
    assert {str(folder / "mine.toml")} >= {one.path for one in found}
    return [(one.line, one.message, one.severity) for one in found]


def _claim(show: str, kind: str, *more: str) -> str:
    return "\n".join(["[[claim]]", f'show = "{show}"', f'kind = "{kind}"', *more, ""])


def test_a_sound_registry_raises_no_doubt(tmp_path: Path) -> None:
    sound = _claim("glow", "premiered", "season = 1", "value = 2017-06-23")
    later = _claim("glow", "premiered", "season = 2", "value = 2018-06-29")
    said = _claim("glow", "renewed", "season = 3", "on = 2018-08-20")

    assert [] == _doubts(tmp_path, GLOW + sound + later + said)


def test_claims_about_a_show_that_nobody_knows_are_told_once_with_their_first_line(tmp_path: Path) -> None:
    two = _claim("glo", "ended", "on = 2020-01-01") + _claim("glo", "renewed", "season = 2", "on = 2019-01-01")

    assert [(4, "claims about “glo”, which no registry knows as a show", "error")] == [
        (line, words, severity) for line, words, severity in _doubts(tmp_path, f"{GLOW}\n{two}")
    ]


def test_a_show_that_the_shipped_registry_knows_is_known(tmp_path: Path) -> None:
    assert [] == _doubts(tmp_path, _claim("glow", "ended", "on = 2020-01-01"), shipped=GLOW)


@pytest.mark.parametrize(
    ("glow", "other", "told"),
    [
        ("ids = { tvmaze = 1 }", "ids = { tvmaze = 1 }", "glow and other have the tvmaze id 1 in common"),
        ("ids = { tvmaze = 1 }", "ids = { tvmaze = 2 }", None),
        ("ids = { tvmaze = 1 }", "ids = { tmdb = 1 }", None),
        (
            'aliases = ["The Wrestlers"]',
            'aliases = ["the wrestlers"]',
            "glow and other have the alias “The Wrestlers” in common",
        ),
        ('aliases = ["Wrestlers", "wrestlers"]', "", None),
    ],
)
def test_what_two_shows_have_in_common_is_doubted(tmp_path: Path, glow: str, other: str, told: str | None) -> None:
    found = _doubts(tmp_path, f'{GLOW}{glow}\n[show.other]\ntitle = "Other"\n{other}\n')

    assert found == ([(None, told, "error")] if told else [])


def test_what_only_shipped_shows_have_in_common_is_no_business_of_yours(tmp_path: Path) -> None:
    one = "{title}\nids = {{ tvmaze = 1 }}\n"
    shipped = "".join(one.format(title=f'[show.{slug}]\ntitle = "{slug}"') for slug in ("a", "b"))

    assert [] == _doubts(tmp_path, GLOW, shipped=shipped)
    assert 1 == len(_doubts(tmp_path, '[show.mine]\ntitle = "Mine"\nids = { tvmaze = 1 }\n', shipped=shipped))


def test_a_withdrawal_of_nothing_is_doubted(tmp_path: Path) -> None:
    claim = _claim("glow", "withdrawn", 'value = "0123456789"', "on = 2020-01-01")

    (doubt,) = _doubts(tmp_path, GLOW + claim)

    assert doubt == (3, "glow: no claim 0123456789 is there to be withdrawn", "error")


def test_a_season_before_the_one_that_it_follows_is_doubted_where_it_stands(tmp_path: Path) -> None:
    first = _claim("glow", "premiered", "season = 1", "value = 2018-06-29")
    second = _claim("glow", "premiered", "season = 2", "value = 2017-06-23")

    (doubt,) = _doubts(tmp_path, GLOW + first + second)

    assert doubt == (8, "glow: season 2 premiered before the season before it", "error")


def test_a_season_is_held_against_the_last_that_came_whatever_stands_between(tmp_path: Path) -> None:
    first = _claim("glow", "premiered", "season = 1", "value = 2018-06-29")
    between = _claim("glow", "renewed", "season = 2", "on = 2018-08-20")
    special = _claim("glow", "premiered", 'special = "Christmas"', "value = 2016-12-25")
    third = _claim("glow", "premiered", "season = 3", "value = 2017-06-23")

    found = _doubts(tmp_path, GLOW + first + between + special + third)

    assert ["glow: season 3 premiered before the season before it"] == [words for _, words, _ in found]


def test_claims_without_a_line_of_their_own_are_doubted_all_the_same(tmp_path: Path) -> None:
    inline = 'claim = [{ show = "glo", kind = "ended", on = 2020-01-01 }]\n'

    assert [(None, "claims about “glo”, which no registry knows as a show", "error")] == _doubts(tmp_path, inline)


@pytest.mark.parametrize(("second", "doubts"), [("2018-06-28", 1), ("2018-06-29", 0), ("2018-06-30", 0)])
def test_a_season_may_come_on_the_day_of_the_one_before(tmp_path: Path, second: str, doubts: int) -> None:
    first = _claim("glow", "premiered", "season = 1", "value = 2018-06-29")
    other = _claim("glow", "premiered", "season = 2", f"value = {second}")

    assert doubts == len(_doubts(tmp_path, GLOW + first + other))


def test_a_first_season_after_the_second_of_the_shipped_registry_is_doubted_by_whose_claim_comes_later(
    tmp_path: Path,
) -> None:
    shipped = GLOW + _claim("glow", "premiered", "season = 2", "value = 2017-06-23")
    mine = _claim("glow", "premiered", "season = 1", "value = 2018-06-29")

    assert [] == _doubts(tmp_path, mine, shipped=shipped)


def test_claims_without_the_day_they_were_made_are_noted(tmp_path: Path) -> None:
    (doubt,) = _doubts(tmp_path, GLOW + _claim("glow", "renewed", "season = 4"))

    assert doubt == (3, "glow: “renewed” does not say when it was made (no “on”)", "note")


@pytest.mark.parametrize("number", [MANY, MANY + 1])
def test_many_claims_without_a_day_are_noted_in_one_sentence(tmp_path: Path, number: int) -> None:
    claims = "".join(_claim("glow", "renewed", f"season = {season}") for season in range(1, number + 1))

    found = _doubts(tmp_path, GLOW + claims)

    if number > MANY:
        assert [(None, f"{number} claims do not say when they were made (no “on”)", "note")] == found
    else:
        assert number == len(found)
