"""What fills the time line of a show."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.report import report
from showstatus.spans import Span, span_of, span_row, spans
from tests.registries import ledger, told

FIRST = 'kind = "premiered", season = 1, value = 2022-04-22'
RENEWED = 'kind = "renewed", season = 2, on = 2022-05-20'
AT_ONCE = 'release = "all"'


def drawn(day: str, *claims: str, show: str = AT_ONCE) -> tuple[Span, ...]:
    return spans(report(told(*claims, show=show), dt.date.fromisoformat(day)))


def told_as(span: Span) -> tuple[str, str, str, str]:
    return span.what, str(span.instalment), span.start.isoformat(), span.end.isoformat()


def test_a_season_at_once_fills_its_day() -> None:
    (span,) = drawn("2022-05-01", FIRST)

    assert ("season", "season 1", "2022-04-22", "2022-04-23") == told_as(span)
    assert (True, True) == (span.starts_on_day, span.ends_on_day)


def test_a_weekly_season_reaches_to_its_finale() -> None:
    (span,) = drawn("2022-12-01", FIRST, 'kind = "finale", season = 1, value = 2022-06-03', show='release = "weekly"')

    assert ("season", "season 1", "2022-04-22", "2022-06-04") == told_as(span)
    assert span.ends_on_day


def test_a_running_season_reaches_to_where_it_is_reckoned_to_end() -> None:
    (span,) = drawn("2022-05-01", FIRST, 'kind = "episodes", season = 1, value = 8', show='release = "weekly"')

    assert ("season", "season 1", "2022-04-22", "2022-06-11") == told_as(span)
    assert not span.ends_on_day


def test_filming_goes_from_its_start_to_its_wrap() -> None:
    started = 'kind = "filming-started", season = 2, value = "2022-09", on = 2022-09-05'
    wrapped = 'kind = "filming-wrapped", season = 2, value = 2022-12-02, on = 2022-12-02'
    (filming,) = [span for span in drawn("2023-01-01", FIRST, RENEWED, started, wrapped) if span.what == "filming"]

    assert ("filming", "season 2", "2022-09-01", "2022-12-03") == told_as(filming)
    assert (False, True) == (filming.starts_on_day, filming.ends_on_day)


def test_filming_that_goes_on_reaches_to_the_day_asked_about() -> None:
    started = 'kind = "filming-started", season = 2, value = 2022-09-12, on = 2022-09-12'
    (filming,) = [span for span in drawn("2022-11-01", FIRST, RENEWED, started) if span.what == "filming"]

    assert ("filming", "season 2", "2022-09-12", "2022-11-02") == told_as(filming)


def test_filming_of_which_only_the_wrap_is_known_fills_no_more_than_that() -> None:
    wrapped = 'kind = "filming-wrapped", season = 2, value = "2022-12", on = 2023-01-01'
    (filming,) = [span for span in drawn("2023-01-02", FIRST, RENEWED, wrapped) if span.what == "filming"]

    assert ("filming", "season 2", "2022-12-01", "2023-01-01") == told_as(filming)


def test_an_announced_day_takes_the_place_of_the_estimate() -> None:
    date = 'kind = "date-announced", season = 2, value = 2023-08-03, on = 2023-01-20'
    _, coming = drawn("2023-02-01", FIRST, RENEWED, date)

    assert ("announced", "season 2", "2023-08-03", "2023-08-04") == told_as(coming)
    assert coming.starts_on_day


def test_an_announced_window_stands_beside_the_estimate_in_it() -> None:
    window = 'kind = "window-announced", season = 2, value = 2023-22, on = 2023-01-20'
    found = drawn("2023-02-01", FIRST, RENEWED, window.replace("2023-22,", '"2023-22",'))

    assert ["season", "announced", "window"] == [span.what for span in found]
    assert ("2023-06-01", "2023-09-01") == told_as(found[1])[2:]
    assert found[2].quantiles["0.5"] in (
        found[1].start + dt.timedelta(days) for days in range((found[1].end - found[1].start).days)
    )


@pytest.mark.parametrize("value", ["2023-07/..", "../2024"])
def test_what_is_open_at_an_end_fills_no_stretch(value: str) -> None:
    window = f'kind = "window-announced", season = 2, value = "{value}", on = 2023-01-20'

    assert "announced" not in [span.what for span in drawn("2023-02-01", FIRST, RENEWED, window)]


def test_every_part_is_a_span_with_its_label() -> None:
    (entry,) = ledger("three_volumes_stranger_things").values()
    parts = [span for span in spans(report(entry, dt.date(2026, 3, 1))) if span.instalment.part]

    assert ["Volume 1", "Volume 2", "The Finale"] == [span.label for span in parts]


@pytest.mark.parametrize("name", ["concludes_with_a_film_heartstopper", "three_volumes_stranger_things", "pending"])
@pytest.mark.parametrize("day", ["2022-06-01", "2024-01-01", "2026-11-22"])
def test_a_span_is_the_same_after_it_was_kept_as_a_row(name: str, day: str) -> None:
    for entry in ledger(name).values():
        found = spans(report(entry, dt.date.fromisoformat(day)))
        assert found == tuple(span_of(span_row(span)) for span in found)
        assert all(span.start < span.end for span in found)
