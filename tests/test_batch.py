"""The batch interface: what a line asks, how it is answered, and that nothing a line holds stops the rest."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from showstatus.cli.batch import answered
from showstatus.forecast.batch import answer, decode, refusal
from showstatus.forecast.features import Milestone, OwnLag, PastSeason
from showstatus.forecast.fields import QuestionError
from showstatus.forecast.spellings import country_code, genre_names, language_code, platform_name, show_type
from tests.engines import StandIn

TODAY = dt.date(2023, 6, 1)
HEARTSTOPPER: dict[str, Any] = {
    "id": "heartstopper", "as_of": "2023-01-11", "platform": "Netflix", "country": "GB", "type": "Scripted",
    "genres": ["Drama"], "language": "en",
    "seasons": [{"number": 1, "premiere": "2022-04-22", "end": "2022-04-22", "episodes": 8, "release_days": 1}],
    "milestones": [{"kind": "filming-wrapped", "season": 2, "value": "2022-12-02"}],
}  # fmt: skip


def test_the_example_of_the_issue_is_understood() -> None:
    asked = decode(HEARTSTOPPER, TODAY)

    assert ("heartstopper", dt.date(2023, 1, 11)) == (asked.id, asked.as_of)
    assert (PastSeason(1, dt.date(2022, 4, 22), dt.date(2022, 4, 22), 8, 1),) == asked.case.seasons
    wrapped = Milestone("filming-wrapped", 2, dt.date(2022, 12, 2), dt.date(2022, 12, 3))
    assert (wrapped,) == asked.case.milestones
    assert ("Netflix", "GB", "Scripted", "en", ("Drama",)) == (
        asked.case.platform, asked.case.country, asked.case.type, asked.case.language, asked.case.genres,
    )  # fmt: skip


def test_an_answer_has_19_quantiles_three_odds_and_reasons() -> None:
    told = answer(decode(HEARTSTOPPER, TODAY), StandIn())

    assert ["id", "quantiles", "odds", "because"] == list(told)
    assert [f"{step / 20:.2f}" for step in range(1, 20)] == list(told["quantiles"])
    days = list(told["quantiles"].values())
    assert sorted(days) == days
    assert days[0] >= "2023-01-11"
    assert {"12": 0.4, "24": 0.55, "36": 0.6} == told["odds"]
    assert any("wrap (2 December 2022)" in sentence for sentence in told["because"])


@pytest.mark.parametrize("kept", [7, 7.5, "7", True, None, [1, {"a": None}], {"b": 2}])
def test_an_id_comes_back_as_it_was(kept: object) -> None:
    line = json.dumps({**HEARTSTOPPER, "id": kept}).encode()

    assert [kept, type(kept)] == [(told := json.loads(answered(line, TODAY, StandIn()))["id"]), type(told)]


@pytest.mark.parametrize("field", HEARTSTOPPER)
@pytest.mark.parametrize("missing", [True, False])
def test_every_field_may_be_missing_or_null(field: str, missing: bool) -> None:
    row = {key: value for key, value in HEARTSTOPPER.items() if not (missing and key == field)}
    if not missing:
        row[field] = None

    assert "error" not in answer(decode(row, TODAY), StandIn())


@pytest.mark.parametrize("field", ["number", "premiere", "end", "episodes", "release_days"])
def test_every_field_of_a_season_may_be_null(field: str) -> None:
    season = {**HEARTSTOPPER["seasons"][0], field: None}

    assert "error" not in answer(decode({**HEARTSTOPPER, "seasons": [season]}, TODAY), StandIn())


def test_an_empty_question_is_asked_as_of_today() -> None:
    asked = decode({}, TODAY)

    assert (None, TODAY, ()) == (asked.id, asked.as_of, asked.case.seasons)
    assert "quantiles" in answer(asked, StandIn())


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2022-12-02", "2022-12-02", "2022-12-03"),
        ("2022-12", "2022-12-01", "2023-01-01"),
        ("2022-Q3", "2022-07-01", "2022-10-01"),
        ("2022-35", "2022-07-01", "2022-10-01"),
        ("2022", "2022-01-01", "2023-01-01"),
        (2022, "2022-01-01", "2023-01-01"),
        ("2022-07/2022-10", "2022-07-01", "2022-11-01"),
        ("2022~", "2022-01-01", "2023-01-01"),
        ("2023-08/..", "2023-08-01", "9999-12-31"),
        ("2022?", "2022-01-01", "2023-01-01"),
        ("2022-07%", "2022-07-01", "2022-08-01"),
        ("2022-07-XX", "2022-07-01", "2022-08-01"),
        ("2022-XX", "2022-01-01", "2023-01-01"),
        ("2022-07-03T00:00:00Z", "2022-07-03", "2022-07-04"),
        ("late 2022", "2022-09-01", "2023-01-01"),
        ("December 2022", "2022-12-01", "2023-01-01"),
    ],
)
def test_dates_are_read_as_they_are_written(text: object, start: str, end: str) -> None:
    row = {**HEARTSTOPPER, "milestones": [{"kind": "window-announced", "season": 2, "value": text}]}
    (milestone,) = decode(row, TODAY).case.milestones

    assert (start, end) == (milestone.start.isoformat(), milestone.end.isoformat())


def _with_seasons(*rows: dict[str, Any]) -> tuple[PastSeason, ...]:
    return decode({"as_of": "2022-06-01", "seasons": list(rows)}, TODAY).case.seasons


def test_a_season_that_comes_later_is_not_known() -> None:
    seasons = _with_seasons({"number": 1, "premiere": "2021-03-01"}, {"number": 2, "premiere": "2022-09-01"})

    assert [1] == [season.number for season in seasons]


def test_parts_of_one_season_count_once_from_the_first() -> None:
    seasons = _with_seasons(
        {"number": 4, "premiere": "2022-05-27", "end": "2022-05-27", "episodes": 7, "release_days": 1},
        {"number": 4, "premiere": "2022-04-01", "end": "2022-04-01", "episodes": 2, "release_days": 1},
    )

    assert (PastSeason(4, dt.date(2022, 4, 1), dt.date(2022, 5, 27), 9, 2),) == seasons


def test_specials_are_no_seasons_and_a_vague_premiere_is_taken_in_its_middle() -> None:
    seasons = _with_seasons({"number": 0, "premiere": "2021-12-25"}, {"number": 1, "premiere": "2022"})

    assert (PastSeason(1, dt.date(2022, 3, 17), None, None, None),) == seasons


def test_an_end_before_the_premiere_is_unknown() -> None:
    (season,) = _with_seasons({"number": 1, "premiere": "2021-03-01", "end": "2020-03-01"})

    assert season.end is None


def _with_milestones(*rows: dict[str, Any]) -> list[tuple[str, int | None]]:
    row = {**HEARTSTOPPER, "milestones": list(rows)}
    return [(one.kind, one.season) for one in decode(row, TODAY).case.milestones]


def test_a_milestone_is_known_whatever_its_day() -> None:
    assert [("filming-wrapped", 2)] == _with_milestones({"kind": "filming-wrapped", "season": 2, "value": "2023-05-01"})


def test_only_the_coming_season_has_milestones() -> None:
    assert [("renewed", None), ("renewed", 2)] == _with_milestones(
        {"kind": "filming-wrapped", "season": 1, "value": "2021-06"},
        {"kind": "renewed", "value": "2022-05-20"},
        {"kind": "renewed", "season": 2, "value": "2022-05-20"},
        {"kind": "renewed", "season": 3, "value": "2022-05-20"},
    )


def test_the_filming_of_a_season_that_has_come_tells_how_long_the_show_takes() -> None:
    before = {"kind": "filming-wrapped", "season": 1, "value": "2021-06-11"}
    asked = decode({**HEARTSTOPPER, "milestones": [before, *HEARTSTOPPER["milestones"]]}, TODAY)

    assert (OwnLag("filming-wrapped", 1, 315),) == asked.case.own
    assert [2] == [one.season for one in asked.case.milestones]


def test_a_fact_without_a_day_lies_between_the_last_premiere_and_the_question() -> None:
    row = {**HEARTSTOPPER, "milestones": [{"kind": "filming-started"}, {"kind": "window-announced"}]}

    assert (Milestone("filming-started", None, dt.date(2022, 4, 22), dt.date(2023, 1, 12)),) == decode(
        row, TODAY
    ).case.milestones


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"nonsense", "The line is no JSON: Expecting value, at character 1."),
        (b"[1]", "A line is a JSON object, and this is a list."),
        (b"null", "A line is a JSON object, and this is null."),
        (b'{"id": NaN}', "The line is no JSON: it has no NaN."),
        (b"\xff\xfe", "The line is not UTF-8."),
        (b"[" * 100_000, "The line is nested too deeply."),
        (b'{"id": 1' + b"0" * 5000 + b"}", "The line holds a number of thousands of digits."),
    ],
)
def test_a_line_that_is_no_object_is_refused(line: bytes, why: str) -> None:
    assert {"id": None, "error": why} == json.loads(answered(line, TODAY, StandIn()))


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"as_of": "soon"}, "“soon” is no date"),
        ({"as_of": "2023"}, "“as_of” needs one day, and “2023” is more."),
        ({"as_of": True}, "A date is a text, and this is true or false."),
        ({"platform": 3}, "“platform” is a text, and this is a number."),
        ({"genres": {}}, "“genres” is a list of texts."),
        ({"seasons": [3]}, "“seasons” is a list of objects."),
        ({"seasons": [{"number": 1.5}]}, "“number” is a whole number"),
        ({"seasons": [{"number": -1}]}, "“number” is a number from 0 to 1000000"),
        ({"seasons": [{"premiere": "2022-02-30"}]}, "“2022-02-30” is no day of the calendar."),
        ({"milestones": [{"kind": "rumour"}]}, "“rumour” is no kind of milestone"),
    ],
)
def test_a_field_that_cannot_be_read_is_told_in_one_sentence(fields: dict[str, Any], why: str) -> None:
    row = {**HEARTSTOPPER, **fields}
    with pytest.raises(QuestionError) as caught:
        decode(row, TODAY)

    assert str(caught.value).startswith(why)
    assert {"id": "heartstopper", "error": str(caught.value)} == refusal(row, caught.value)


def test_a_fault_of_the_model_is_an_error_of_that_line() -> None:
    class Broken(StandIn):
        def odds(self, case: object, as_of: object) -> dict[int, float]:
            raise OverflowError("date value out of range")

    told = json.loads(answered(json.dumps(HEARTSTOPPER).encode(), TODAY, Broken()))

    assert "heartstopper" == told["id"]
    assert "This question has no answer (OverflowError: date value out of range)." == told["error"]


@pytest.mark.parametrize(
    ("given_name", "expected"),
    [
        ("netflix", "Netflix"), ("Amazon Prime Video", "Prime Video"), ("Sky/AMC+", "Sky"), ("Fox", "FOX"),
        ("BBC/Disney+", "BBC One"), ("STARZ", "Starz"), (" Arte ", "Arte"), ("Nowhere TV", "Nowhere TV"), ("", None),
        (None, None),
    ],
)  # fmt: skip
def test_platforms_come_in_any_spelling(given_name: str | None, expected: str | None) -> None:
    assert expected == platform_name(given_name)


@pytest.mark.parametrize(
    ("said", "expected"), [("UK", "GB"), ("US/France", "US"), ("Spain", "ES"), ("gb", "GB"), ("the Netherlands", "NL")]
)
def test_countries_come_in_any_spelling(said: str, expected: str) -> None:
    assert expected == country_code(said)


def test_genres_types_and_languages_come_in_any_spelling() -> None:
    assert ("Sci-Fi & Fantasy", "Mystery") == genre_names(["post-apocalyptic sci-fi", "Horror"])
    assert ("Action & Adventure", "Romance") == genre_names(["Action & Adventure", "Romance"])
    assert ("Scripted", "Miniseries", "Reality", None) == (
        show_type("scripted-live"), show_type("limited"), show_type(None, ["Reality"]), show_type(None),
    )  # fmt: skip
    assert ("en", "ko", None) == (language_code("English"), language_code(None, "KR"), language_code(None, "IN"))
