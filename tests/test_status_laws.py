"""What holds for every set of claims: order, duplicates and the future change nothing, and nothing fails."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from showstatus.answer import answer
from showstatus.claims import DECISIONS, KINDS, RANKS, STAGES, Instalment
from showstatus.dates import ONE_DAY, parse_edtf
from showstatus.history import history
from showstatus.ledger.book import Entry, Layer, entry
from showstatus.ledger.toml_format import decode
from showstatus.report import report, summary
from showstatus.status import status

ANSWERS = re.compile(r"(No|Yes|Not decided|Unknown)\. .*[^.]\.", re.DOTALL)
LAWS = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])

DAYS = st.dates(dt.date(2019, 1, 1), dt.date(2026, 12, 31))
DATES = st.one_of(
    DAYS.map(str),
    DAYS.map(lambda day: f"{day:%Y-%m}"),
    DAYS.map(lambda day: f"{day:%Y}"),
    DAYS.map(lambda day: f"{day:%Y-%m}~"),
    DAYS.map(lambda day: f"{day:%Y-%m}/.."),
    DAYS.map(lambda day: f"../{day:%Y}"),
    DAYS.map(lambda day: f"{day:%Y}-2{1 + day.month % 4}"),
    st.sampled_from(["1000", "9998", "9998-12-31", "../9998", "1000/.."]),
)
SAID = DATES.filter(lambda text: not text.endswith("/.."))
SEASONS = st.sampled_from([1, 2, 3, 4, 2024])
FILMS = st.sampled_from(["Last Boat", "Spin-off"])


@st.composite
def tables(draw: st.DrawFn) -> dict[str, Any]:
    """A claim as a registry has it, of any kind but a withdrawal."""
    kind = draw(st.sampled_from([name for name in KINDS if name != "withdrawn"]))
    rule = KINDS[kind]
    table: dict[str, Any] = {"show": "x", "kind": kind}
    subjects = {"season": ["season"], "film": ["film"], "instalment": ["season", "seasons", "film", "special"]}
    subject = draw(st.sampled_from(subjects.get(rule.subject, [*subjects["instalment"], None])))
    if subject == "seasons":
        table["seasons"] = draw(st.lists(SEASONS, min_size=1, max_size=3))
    elif subject is not None:
        table[subject] = draw(SEASONS if subject == "season" else FILMS)
    if subject in ("season", "seasons") and draw(st.integers(0, 3)) == 0:
        table["part"] = draw(st.integers(1, 3))
    if rule.value in ("date", "date?") and (rule.value == "date" or draw(st.booleans())):
        table["value"] = draw(DATES)
    if rule.value == "count":
        table["value"] = draw(st.integers(0, 30))
    if draw(st.integers(0, 4)):
        table["on"] = draw(SAID)
    table["by"] = draw(st.sampled_from(["Netflix", "Variety", "Deadline", "TMDB"]))
    if draw(st.integers(0, 9)) == 0:
        table["rank"] = draw(st.sampled_from(RANKS))
    extra: dict[str, dict[str, Any]] = {
        "film-ordered": {"concludes": draw(st.booleans())},
        "saved": {"platform": draw(st.sampled_from(["Hulu", "Netflix"]))},
        "split": {"parts": draw(st.lists(st.sampled_from(["Volume 1", "Volume 2", "The Finale"]), max_size=3))},
        "cast": {"cast": [{"actor": "A", "since": draw(SEASONS)}]},
    }
    return table | extra.get(kind, {})


@st.composite
def entries(draw: st.DrawFn, least: int = 0, pins: bool = True) -> Entry:
    """A show with claims of all kinds, some of them withdrawn, some withdrawals withdrawn."""
    told = draw(st.lists(tables(), min_size=least, max_size=12))
    show: dict[str, Any] = {"platform": "Netflix", "release": draw(st.sampled_from(["all", "weekly", "batches"]))}
    if pins and draw(st.integers(0, 9)) == 0:
        show["pin"] = {"decision": draw(st.sampled_from(DECISIONS)), "until": draw(SAID)}
    for _ in range(draw(st.integers(0, 2))):
        ids = [row["id"] for row in decode({"claim": told}, "", {}, []).claims]
        target = draw(st.sampled_from(ids)) if ids else "none"
        told.append({"show": "x", "kind": "withdrawn", "value": target, "on": draw(SAID)})
    checked = draw(st.one_of(st.none(), DAYS))
    read = decode({"claim": told, "show": {"x": show}} | ({"checked": checked} if checked else {}), "", {}, [])
    assert not read.problems
    return entry("x", [Layer("user", read.shows["x"], read.claims, parse_edtf(read.checked) if read.checked else None)])


@LAWS
@given(entries(), DAYS, st.randoms(use_true_random=False))
def test_the_order_of_claims_does_not_matter(show: Entry, as_of: dt.date, random: Any) -> None:
    shuffled = list(show.claims)
    random.shuffle(shuffled)

    assert status(show.show, show.claims, as_of) == status(show.show, shuffled, as_of)


@LAWS
@given(entries(), DAYS)
def test_a_claim_that_counts_only_later_changes_nothing(show: Entry, as_of: dt.date) -> None:
    known = [claim for claim in show.claims if claim.counts_from <= as_of]

    assert status(show.show, known, as_of) == status(show.show, show.claims, as_of)


@LAWS
@given(entries(), DAYS)
def test_a_claim_told_twice_changes_nothing(show: Entry, as_of: dt.date) -> None:
    assert status(show.show, show.claims, as_of) == status(show.show, show.claims * 2, as_of)


@LAWS
@given(entries(), DAYS, st.one_of(st.none(), SEASONS))
def test_every_answer_begins_with_one_of_four_words_and_is_one_sentence(
    show: Entry, as_of: dt.date, season: int | None
) -> None:
    assert ANSWERS.fullmatch(answer(show.show, status(show.show, show.claims, as_of), season))


@LAWS
@given(entries(), DAYS)
def test_seasons_are_confirmed_aired_and_complete_without_contradiction(show: Entry, as_of: dt.date) -> None:
    stand = status(show.show, show.claims, as_of)

    assert set(stand.complete) <= set(stand.aired)
    assert not set(stand.confirmed) & set(stand.complete)
    assert list(stand.confirmed) == sorted(set(stand.confirmed))
    dropped = {*stand.aired} - {*stand.complete} - {*stand.confirmed}
    assert not dropped or any(claim.kind == "cancelled" for claim in stand.known)
    assert {"between-parts"} >= {stand.seasons[Instalment(number)].stage(as_of) for number in dropped}


@LAWS
@given(entries(), DAYS)
def test_what_comes_next_is_ordered_and_not_out(show: Entry, as_of: dt.date) -> None:
    stand = status(show.show, show.claims, as_of)
    stage = stand.stage_of(stand.next) if stand.next is not None else None

    assert stand.decision in DECISIONS
    assert (stand.next is None) <= (not stand.orders)
    assert stand.next is None or not stand.orders or stand.next.season in stand.orders
    assert stage is None or (stage in STAGES and stage != "complete")


@LAWS
@given(entries(), DAYS)
def test_what_counts_and_what_is_disputed_is_known(show: Entry, as_of: dt.date) -> None:
    stand = status(show.show, show.claims, as_of)
    known = {claim.id for claim in stand.known}

    assert stand.counted <= known
    assert {claim_id for group in stand.disputes for claim_id in group} <= known
    assert all(len(set(group)) == len(group) > 1 for group in stand.disputes)
    assert stand.claim is None or stand.claim.id in known


@LAWS
@given(entries(pins=False), DAYS)
def test_the_history_leads_in_order_to_how_the_show_stands(show: Entry, as_of: dt.date) -> None:
    moved = history(show, as_of)
    decisions = [transition.after for transition in moved if transition.what == "decision"]

    assert [transition.day for transition in moved] == sorted(transition.day for transition in moved)
    assert all(transition.day <= as_of and transition.before != transition.after for transition in moved)
    assert status(show.show, show.claims, as_of).decision == (decisions or ["unknown"])[-1]


@LAWS
@given(entries(least=3), DAYS)
def test_nothing_changes_between_two_days_without_a_transition(show: Entry, as_of: dt.date) -> None:
    tomorrow = as_of + ONE_DAY
    before, after = (status(show.show, show.claims, day).decision for day in (as_of, tomorrow))
    moved = {transition.day for transition in history(show, tomorrow) if transition.what == "decision"}

    assert before == after or show.show.pin is not None or tomorrow in moved


@settings(LAWS, max_examples=60)
@given(entries(), DAYS, st.one_of(st.none(), SEASONS))
def test_every_report_can_be_made_and_its_windows_lie_ahead(show: Entry, as_of: dt.date, season: int | None) -> None:
    made = report(show, as_of, season)
    coming = made.next

    assert made.asked_season == season
    assert {"slug", "decision"} <= {*summary(made)}
    if coming is not None and coming.window is not None:
        days = list(coming.window.quantiles.values())
        assert days == sorted(days)
        assert as_of <= days[0]
        assert as_of <= coming.window.start <= coming.window.median < coming.window.end
    if coming is not None and coming.countdown is not None:
        assert 0 <= coming.countdown.min_days <= coming.countdown.max_days
