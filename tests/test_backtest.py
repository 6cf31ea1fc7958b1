"""A backtest as a whole: the model beside its rivals, at every origin."""

from __future__ import annotations

import pytest

from showstatus.forecast.backtest import MODEL, backtest
from showstatus.forecast.origins import Production
from tests.engines import StandIn
from tests.observed import UNTIL, show, wrap


def test_a_replay_scores_the_model_beside_its_rivals_at_every_origin() -> None:
    shows = [show(f"s{k}", "2016-06-01", f"2017-{6 + k % 5:02}-01", f"2019-{1 + k % 9:02}-01") for k in range(40)]
    steps: list[tuple[int, int]] = []
    production = Production(
        show=shows[0], season=3, told=(wrap(3, "2018-06-01"),), premiere=shows[0].seasons[2].premiere
    )
    result = backtest(shows, [production], UNTIL, StandIn(), lambda done, of: steps.append((done, of)))

    assert ["finale", "+3 months", "+6 months", "+12 months", "+18 months", "wrap"] == [
        origin.origin for origin in result.origins
    ]
    finale = result.origins[0]
    assert [MODEL, "last-gap", "mean-gap", "platform"] == list(finale.spreads)
    assert {(120, 80)} == {(finale.trials, score.n) for score in finale.spreads.values()}
    assert [12, 24, 36] == list(finale.odds)
    assert pytest.approx(80 / 120) == finale.odds[36].base_rate
    assert (len(steps), len(steps)) == steps[-1]
    assert 40 == result.shows
    assert {"no-milestone", MODEL} <= set(result.origins[-1].spreads)


def test_a_replay_of_nothing_has_no_origins() -> None:
    assert () == backtest([], [], UNTIL, StandIn()).origins


def test_odds_are_judged_only_while_their_horizon_is_ahead() -> None:
    result = backtest([show("a", "2018-01-01"), show("b", "2018-01-01", "2020-06-01")], [], UNTIL, StandIn())

    assert [24, 36] == list(next(origin for origin in result.origins if origin.origin == "+18 months").odds)
