"""Which claims count on a day, and which of several about one thing wins."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.claims import Claim, Instalment
from showstatus.dates import FIRST_DAY, parse_edtf
from showstatus.weighing import happened, standing, weigh_fact, weigh_plans, withdrawn_ids

LATER = dt.date(2030, 1, 1)


def claim(name: str, kind: str, value: str | None = None, on: str | None = None, rank: str = "press") -> Claim:
    said = parse_edtf(on) if on else None
    told = parse_edtf(value) if value else None
    return Claim(
        id=name,
        show="x",
        kind=kind,
        instalments=(Instalment(2),),
        value=told,
        on=said,
        rank=rank,
        counts_from=said.last if said else FIRST_DAY,
    )


def withdrawal(name: str, target: str, on: str = "2024-01-01") -> Claim:
    said = parse_edtf(on)
    return Claim(id=name, show="x", kind="withdrawn", target=target, on=said, counts_from=said.last)


def wrap(name: str, value: str | None, on: str | None = None, rank: str = "press") -> Claim:
    return claim(name, "filming-wrapped", value, on, rank)


def plan(name: str, value: str | None, on: str, rank: str = "press") -> Claim:
    return claim(name, "window-announced" if value else "delayed", value, on, rank)


def winner(*claims: Claim, as_of: dt.date = dt.date(2023, 1, 1)) -> str | None:
    found = weigh_plans(claims, as_of).winner
    return found.id if found else None


# --- what counts -------------------------------------------------------------------------------------------------


def test_a_claim_counts_from_the_last_day_of_its_on() -> None:
    said_in_may = claim("a", "renewed", on="2022-05")

    assert [] == standing([said_in_may], dt.date(2022, 5, 30))
    assert [said_in_may] == standing([said_in_may], dt.date(2022, 5, 31))


def test_claims_stand_in_the_order_in_which_they_were_made() -> None:
    first, second, third = (
        claim("z", "renewed", on="2022"),
        claim("y", "ended", on="2023"),
        claim("x", "saved", on="2024"),
    )

    assert [first, second, third] == standing([third, first, second], LATER)


def test_of_one_day_the_better_rank_stands_first_and_then_the_kinds_in_the_order_of_their_table() -> None:
    press = [claim(str(n), kind, on="2022") for n, kind in enumerate(("saved", "cancelled", "renewed"))]
    official = claim("9", "ended", on="2022", rank="official")

    assert ["ended", "renewed", "cancelled", "saved"] == [c.kind for c in standing([*press, official], LATER)]


def test_a_claim_told_twice_stands_once() -> None:
    assert 1 == len(standing([claim("a", "renewed"), claim("a", "renewed")], LATER))


def test_what_is_withdrawn_counts_until_then_and_no_longer() -> None:
    renewed, taken_back = claim("a", "renewed", on="2022-05-20"), withdrawal("b", "a", "2023-01-01")

    assert [renewed] == standing([renewed, taken_back], dt.date(2022, 12, 31))
    assert [] == standing([renewed, taken_back], dt.date(2023, 1, 1))


def test_a_withdrawal_that_was_withdrawn_takes_nothing_back() -> None:
    assert {"b"} == withdrawn_ids([withdrawal("b", "a"), withdrawal("c", "b", "2024-02-01")])


@pytest.mark.parametrize("names", [("b", "c"), ("c", "b")])
def test_a_withdrawal_may_be_withdrawn_on_the_same_day(names: tuple[str, str]) -> None:
    first, second = names

    assert {first} == withdrawn_ids([withdrawal(first, "a"), withdrawal(second, first)])


def test_a_chain_of_withdrawals_is_read_from_its_end() -> None:
    chain = [withdrawal("b", "a"), withdrawal("c", "b"), withdrawal("d", "c")]

    assert {"c", "a"} == withdrawn_ids(chain)


def test_of_two_withdrawals_of_one_claim_both_must_be_withdrawn() -> None:
    twice = [withdrawal("b", "a"), withdrawal("c", "a"), withdrawal("d", "b")]

    assert {"a", "b"} == withdrawn_ids(twice)


def test_withdrawals_of_each_other_take_nothing_else_with_them() -> None:
    assert {"a", "b"} == withdrawn_ids([withdrawal("a", "b"), withdrawal("b", "a")])


# --- facts -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "on", "as_of", "expected"),
    [
        (None, "2022-11-01", "2022-11-01", True),
        ("2022-09", "2022-09-05", "2022-09-05", True),  # said when the month had begun
        ("2022-09-10", "2022-09-05", "2022-09-09", False),
        ("2022-09-10", "2022-09-05", "2022-09-10", True),
        ("2022-09", "2022-08-01", "2022-09-29", False),  # said ahead: it may yet come later in the month
        ("2022-09", "2022-08-01", "2022-09-30", True),
    ],
)
def test_what_was_said_ahead_has_happened_when_its_time_is_over(
    value: str | None, on: str, as_of: str, expected: bool
) -> None:
    assert expected is happened(wrap("a", value, on), dt.date.fromisoformat(as_of))


def test_a_wrap_before_the_start_of_filming_is_impossible_and_a_dispute() -> None:
    started = claim("s", "filming-started", "2022-09", "2022-09-25")
    weighed = weigh_fact([wrap("early", "2022-01/2022-04"), wrap("late", "2022-12-02")], began=started)

    assert weighed.winner is not None
    assert ("late", ("early",), ("late", "early")) == (weighed.winner.id, weighed.superseded, weighed.dispute)


def test_a_wrap_told_without_a_day_before_filming_began_is_impossible_too() -> None:
    started = claim("s", "filming-started", "2022-09", "2022-09-25", rank="official")
    weighed = weigh_fact([wrap("rumour", None, "2022-03-01")], began=started)

    assert (None, ("s", "rumour")) == (weighed.winner, weighed.dispute)


def test_an_impossible_claim_does_not_win_by_being_finer_or_of_better_rank() -> None:
    started = claim("s", "filming-started", "2022-09", "2022-09-25")
    claims = [wrap("day", "2022-03-01", "2022-03-01", "official"), wrap("year", "2022", "2023-01-01", "inferred")]
    weighed = weigh_fact(claims, began=started)

    assert weighed.winner is not None
    assert ("year", ("day",)) == (weighed.winner.id, weighed.superseded)


def test_a_wrap_before_the_previous_season_came_loses_against_one_after_it() -> None:
    came = dt.date(2022, 4, 22)
    early, late = wrap("early", "2022-03-01"), wrap("late", "2022-12")

    assert late is weigh_fact([early, late], rather_after=came).winner


def test_a_wrap_before_the_previous_season_came_is_believed_where_nobody_says_otherwise() -> None:
    back_to_back = wrap("a", "2022-03-01")

    assert back_to_back is weigh_fact([back_to_back], rather_after=dt.date(2022, 4, 22)).winner


def test_of_facts_the_better_rank_wins_then_the_finer_precision_then_the_nearer_on_then_the_newer() -> None:
    official = wrap("official", "2022", "2023-06-01", "official")
    database = wrap("database", "2022-12-02", "2022-12-02", "database")
    day = wrap("day", "2022-12-05", "2023-06-01")
    month = wrap("month", "2022-12", "2022-12-31")
    near = wrap("near", "2022-12-09", "2022-12-10")
    far = wrap("far", "2022-12-08", "2023-04-01")
    same, newer = wrap("same", "2022-12-20", "2022-12-15"), wrap("newer", "2022-12-20", "2022-12-25")

    assert official is weigh_fact([database, official, day]).winner
    assert day is weigh_fact([month, database, day]).winner
    assert near is weigh_fact([far, near]).winner
    assert newer is weigh_fact([same, newer]).winner


def test_a_claim_that_does_not_say_when_it_was_made_is_not_near_its_day() -> None:
    undated, dated = wrap("undated", "2022-12-03"), wrap("dated", "2022-12-02", "2022-12-10")

    assert dated is weigh_fact([undated, dated]).winner


def test_facts_that_overlap_do_not_dispute_each_other() -> None:
    assert () == weigh_fact([wrap("day", "2022-12-02"), wrap("month", "2022-12"), wrap("year", "2022")]).dispute


@pytest.mark.parametrize(
    ("other", "rank", "disputed"),
    [("2023-08-04", "database", False), ("2023-08-05", "database", True), ("2023-08-04", "press", True)],
)
def test_databases_that_are_one_day_apart_do_not_dispute_each_other(other: str, rank: str, disputed: bool) -> None:
    one = claim("a", "premiered", "2023-08-03", rank="database")
    found = weigh_fact([one, claim("b", "premiered", other, rank=rank)])

    assert disputed == bool(found.dispute)


def test_a_fact_without_a_day_disputes_nothing() -> None:
    told = [wrap("told", None, "2022-12-20", "official"), wrap("dated", "2022-12-02", "2022-12-02")]
    weighed = weigh_fact(told)

    assert weighed.winner is told[0]
    assert () == weighed.dispute


def test_no_claims_no_fact() -> None:
    weighed = weigh_fact([])

    assert (None, (), ()) == (weighed.winner, weighed.superseded, weighed.dispute)


# --- plans -------------------------------------------------------------------------------------------------------


def test_the_newest_plan_of_the_best_rank_holds() -> None:
    old = plan("old", "2023-08", "2022-06-01", "official")
    new = plan("new", "2023-10", "2022-09-01", "official")
    press = plan("press", "2024", "2022-12-01")

    assert "new" == winner(old, press, new)


def test_a_newer_plan_of_worse_rank_is_a_dispute_an_older_one_is_superseded_in_silence() -> None:
    old, official = plan("old", "2023-03", "2022-01-01"), plan("official", "2023-08", "2022-06-01", "official")
    press = plan("press", "2024", "2022-12-01")
    weighed = weigh_plans([old, official, press], dt.date(2023, 1, 1))

    assert (("old", "press"), ("official", "press")) == (weighed.superseded, weighed.dispute)


def test_two_plans_of_one_day_that_differ_are_a_dispute() -> None:
    plans = [plan("day", "2023-08-03", "2022-06-01"), plan("month", "2023-09", "2022-06-01")]

    assert ("day", "month") == weigh_plans(plans, dt.date(2023, 1, 1)).dispute


def test_a_newer_and_finer_plan_within_the_official_one_holds_whatever_its_rank() -> None:
    year = plan("year", "2023", "2022-06-01", "official")

    assert "day" == winner(year, plan("day", "2023-08-03", "2022-12-01"))
    assert "year" == winner(year, plan("older", "2023-08-03", "2022-01-01"))


def test_a_delay_without_a_new_day_leaves_none() -> None:
    plans = [plan("day", "2023-08-03", "2022-06-01"), plan("delay", None, "2022-09-01")]
    weighed = weigh_plans(plans, dt.date(2023, 1, 1))

    assert weighed.winner is plans[1]
    assert ("day",) == weighed.superseded


def test_a_delay_the_press_tells_of_disputes_the_official_day() -> None:
    plans = [plan("day", "2023-08-03", "2022-06-01", "official"), plan("delay", None, "2022-09-01")]
    weighed = weigh_plans(plans, dt.date(2023, 1, 1))

    assert weighed.winner is plans[0]
    assert ("day", "delay") == weighed.dispute


def test_a_plan_whose_time_is_over_gives_way_to_a_newer_one_of_any_rank() -> None:
    plans = [plan("official", "2023", "2022-06-01", "official"), plan("press", "2024", "2023-11-01")]

    assert "official" == winner(*plans, as_of=dt.date(2023, 12, 31))
    assert "press" == winner(*plans, as_of=dt.date(2024, 1, 1))


def test_a_plan_whose_time_is_over_holds_where_nothing_newer_lies_ahead() -> None:
    official = plan("official", "2023", "2022-06-01", "official")

    assert "official" == winner(plan("older", "2025", "2022-01-01"), official, as_of=dt.date(2024, 6, 1))
    assert "official" == winner(official, plan("over too", "2022-12", "2022-11-01"), as_of=dt.date(2024, 6, 1))


def test_no_plans_nothing_planned() -> None:
    assert None is winner()


def test_of_several_plans_that_refine_one_the_newest_holds() -> None:
    wide = plan("wide", "2024", "2023-01-01")
    half, month, later = (
        plan(name, value, said)
        for name, value, said in (
            ("half", "2024-01/2024-06", "2023-02-01"),
            ("month", "2024-03", "2023-03-01"),
            ("later", "2024-04/2024-05", "2023-04-01"),
        )
    )

    assert "month" == winner(wide, half, month)
    assert "later" == winner(wide, month, half, later)
