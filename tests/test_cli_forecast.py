"""`forecast`, `backtest` and `score` as people and programs run them, with the shipped model."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli import Cli, plain, widest
from tests.observed import MILESTONES, SEASONS
from tests.test_batch import HEARTSTOPPER

REAL = Path(__file__).resolve().parent.parent / "data" / "shows.toml"
CAME_BACK = """\
checked = 2024-01-01

[show.came-back]
title = "Came Back"
platform = "Netflix"
country = "US"
genres = ["Drama"]
release = "all"

[[claim]]
show = "came-back"
kind = "premiered"
season = 1
value = 2018-01-12

[[claim]]
show = "came-back"
kind = "renewed"
season = 2
on = 2018-03-01

[[claim]]
show = "came-back"
kind = "filming-wrapped"
season = 2
value = 2018-10-01
on = 2018-10-02

[[claim]]
show = "came-back"
kind = "premiered"
season = 2
value = 2019-05-03
"""


@pytest.fixture
def real(cli: Cli) -> Cli:
    """The command line over the registry that ships."""
    cli.ship(REAL.read_text(encoding="utf-8"))
    return cli


def ask(cli: Cli, lines: bytes, *words: str) -> list[Any]:
    """The answers to lines of standard input; the run is answered and says nothing else."""
    done = subprocess.run(
        cli.command("forecast", "--stdin", *words),
        input=lines,
        capture_output=True,
        env=cli.env(),
        timeout=60,
        check=False,
    )
    assert (0, b"") == (done.returncode, done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_heartstopper_2_in_january_2023(real: Cli) -> None:
    told = real.ok("forecast", "heartstopper", "--json").document
    ((start, end),) = [(one["start"], one["end"]) for one in told["intervals"] if one["level"] == 0.8]

    assert ({"kind": "season", "number": 2, "part": None, "title": None}, None) == (told["next"], told["odds"])
    assert "2023-01-11" <= start <= "2023-08-03" <= end <= "2023-12-31"
    kinds = [effect["kind"] for effect in told["explanation"]["milestones"]]
    assert {"renewed", "filming-wrapped"} <= set(kinds)
    assert 5 == len(told["explanation"]["analogues"])
    assert told["explanation"]["reference"]["n"] >= 30


def test_a_pipe_gets_keys_and_values(cli: Cli) -> None:
    rows = cli.ok("forecast", "heartstopper").rows
    told = dict(row for row in rows if row[0] != "because")

    assert ("Heartstopper", "season 2") == (told["show"], told["next"])
    assert told["interval_80_start"] <= told["median"] == told["quantile_0.50"] <= told["interval_80_end"]
    assert [row[1] for row in rows if row[0] == "because"][-1].startswith("Median ")


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_a_terminal_gets_a_picture_that_fits(cli: Cli, columns: int) -> None:
    seen = cli.terminal("forecast", "heartstopper", columns=columns)

    assert widest(seen) <= columns
    for words in ("When does season 2 come", "80 % likely", "▲", "█", "Arithmetic"):
        assert words in plain(seen)


def test_a_picture_needs_no_more_than_ascii(cli: Cli) -> None:
    seen = cli.terminal("forecast", "heartstopper", PYTHONIOENCODING="ascii", LANG="C")

    assert seen.isascii()
    assert "#" in plain(seen)


def test_odds_are_told_while_nobody_has_decided(cli: Cli) -> None:
    told = cli.ok("forecast", "severance", "--json").document

    assert "pending" == told["decision"]
    assert 0 <= told["odds"]["12"] <= told["odds"]["24"] <= told["odds"]["36"] <= 1


def test_what_cannot_be_forecast_is_answered_in_words(cli: Cli) -> None:
    done = cli.ok("forecast", "glow", "--json").document
    third = cli.ok("forecast", "heartstopper", "--season", "3").pairs

    assert (None, None, [], []) == (done["median"], done["quantiles"], done["intervals"], done["because"])
    assert "GLOW is over (cancelled), so nothing is forecast." == done["why_not"]
    assert "only the next one can be forecast" in third["why_not"]
    assert "GLOW is over" in cli.terminal("forecast", "glow")


def test_fields_pick_from_the_document(cli: Cli) -> None:
    assert ["median"] == list(cli.ok("forecast", "heartstopper", "--fields", "median").document)


@pytest.mark.parametrize(
    "words", [(), ("heartstopper", "--stdin"), ("--stdin", "--season", "2"), ("--stdin", "--fields", "id")]
)
def test_a_show_or_lines_but_not_both(cli: Cli, words: tuple[str, ...]) -> None:
    cli.fails(2, "forecast", *words)


def test_an_unknown_show_is_refused(cli: Cli) -> None:
    cli.fails(3, "forecast", "hartstoper-the-series")


# --- lines ------------------------------------------------------------------------------------------------------


def test_every_line_is_answered_in_order_and_a_bad_one_stops_nothing(cli: Cli) -> None:
    lines = [json.dumps({**HEARTSTOPPER, "id": 1}), "nonsense", "", json.dumps({"id": [2], "as_of": "x"}), "{}"]
    told = ask(cli, "\r\n".join(lines).encode("utf-8-sig"))

    assert [1, None, [2], None] == [one["id"] for one in told]
    assert [False, True, True, False] == ["error" in one for one in told]


def test_lines_that_are_long_broken_or_told_twice_stop_nothing(cli: Cli) -> None:
    asked = json.dumps(HEARTSTOPPER).encode()
    long = json.dumps({**HEARTSTOPPER, "note": "x" * 10_000_000}).encode()
    told = ask(cli, b"\n".join([asked, b"", b"  \t", b"\xff\xfe\x00", long, b'{"id": 1e999}', b"null", asked]))

    assert ["error" in one for one in told] == [False, True, False, False, True, False]
    assert told[0] == told[2] == told[5]


def test_the_shipped_model_answers_heartstopper(cli: Cli) -> None:
    (told,) = ask(cli, json.dumps(HEARTSTOPPER).encode())
    days = list(told["quantiles"].values())

    assert ("heartstopper", 19, sorted(days)) == (told["id"], len(days), days)
    assert "2023-01-11" <= told["quantiles"]["0.10"] <= "2023-08-03" <= told["quantiles"]["0.90"]
    assert 0.5 < told["odds"]["36"] <= 1
    assert any("wrap (2 December 2022)" in sentence for sentence in told["because"])


@pytest.mark.parametrize("as_of", ["1950-01-01", "2022-04-22", "2027-06-01", "2040-01-01"])
def test_no_quantile_lies_before_the_day_however_long_the_wait(cli: Cli, as_of: str) -> None:
    (told,) = ask(cli, json.dumps({**HEARTSTOPPER, "as_of": as_of}).encode())

    assert min(told["quantiles"].values()) >= as_of


@pytest.mark.parametrize("field", HEARTSTOPPER)
def test_the_shipped_model_answers_whatever_is_missing(cli: Cli, field: str) -> None:
    (told,) = ask(cli, json.dumps({key: value for key, value in HEARTSTOPPER.items() if key != field}).encode())

    assert "quantiles" in told


def test_a_line_is_answered_before_the_next_is_read(cli: Cli) -> None:
    process = subprocess.Popen(
        cli.command("forecast", "--stdin"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=cli.env()
    )
    assert process.stdin is not None
    assert process.stdout is not None
    for number in range(3):
        process.stdin.write(json.dumps({**HEARTSTOPPER, "id": number}).encode() + b"\n")
        process.stdin.flush()
        assert number == json.loads(process.stdout.readline())["id"]
    process.stdin.close()
    assert b"" == process.stdout.read()
    assert 0 == process.wait(timeout=30)
    process.stdout.close()


def test_nothing_is_read_but_the_lines(cli: Cli) -> None:
    cli.write("this is no TOML [")

    assert 1 == len(ask(cli, b"{}"))
    assert not cli.store.exists()


# --- backtest and score -----------------------------------------------------------------------------------------


def test_a_folder_of_data_is_replayed(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "seasons.csv").write_text(SEASONS, encoding="utf-8")
    (tmp_path / "milestones.csv").write_text(MILESTONES, encoding="utf-8")
    told = cli.ok("backtest", "--data", str(tmp_path), "--json").document

    assert ("2024-11-01", str(tmp_path)) == (told["watched_until"], told["source"])
    finale = told["origins"][0]
    assert ("finale", "model") == (finale["origin"], finale["methods"][0]["method"])
    assert {"renewal", "filming start", "wrap"} <= {origin["origin"] for origin in told["origins"]}


def test_the_registry_replays_itself(cli: Cli) -> None:
    cli.ship(CAME_BACK)
    done = cli.ok("backtest", SHOWSTATUS_AS_OF="2024-01-01")
    wraps = [row for row in done.rows if row[0] == "wrap"]

    assert ["model", "no-milestone"] == [row[1] for row in wraps if row[1] in ("model", "no-milestone")]
    assert {14} == {len(row) for row in wraps}
    assert "" == done.err
    seen = plain(cli.terminal("backtest", columns=120, SHOWSTATUS_AS_OF="2024-01-01"))
    assert "this model" in seen


def test_a_sample_of_shows_is_replayed(cli: Cli) -> None:
    cli.ship(CAME_BACK + CAME_BACK.replace("came-back", "again").replace("checked = 2024-01-01\n", ""))
    told = cli.ok("backtest", "--shows", "1", "--json", SHOWSTATUS_AS_OF="2024-01-01").document

    assert 1 == told["shows"]


def test_a_folder_without_data_is_refused(cli: Cli, tmp_path: Path) -> None:
    assert "seasons.csv" in cli.fails(2, "backtest", "--data", str(tmp_path))


def test_earlier_forecasts_are_scored(cli: Cli) -> None:
    cli.ship(CAME_BACK)
    done = cli.ok("score", "came-back", "--json", SHOWSTATUS_AS_OF="2024-01-01").document

    assert [("finale", "2018-01-12"), ("renewed", "2018-03-01"), ("filming-wrapped", "2018-10-02")] == [
        (row["moment"], row["as_of"]) for row in done["forecasts"]
    ]
    assert {"2019-05-03"} == {row["premiere"] for row in done["forecasts"]}
    assert ("all", 3) == (done["summary"][0]["moment"], done["summary"][0]["n"])
    lines = cli.ok("score", SHOWSTATUS_AS_OF="2024-01-01")
    assert [12, 12, 12] == [len(row) for row in lines.rows]
    assert "3 forecasts: " in lines.err
    assert "3 forecasts: " in plain(cli.terminal("score", columns=100, SHOWSTATUS_AS_OF="2024-01-01"))


@pytest.mark.parametrize("columns", [40, 60, 100])
def test_a_score_breaks_no_word_and_no_day(cli: Cli, columns: int) -> None:
    cli.ship(CAME_BACK)
    words = plain(cli.terminal("score", columns=columns, SHOWSTATUS_AS_OF="2024-01-01")).replace(",", "").split()

    for row in cli.ok("score", "--json", SHOWSTATUS_AS_OF="2024-01-01").document["forecasts"]:
        assert {row["moment"], row["as_of"], row["premiere"]} <= {*words}


def test_a_score_of_nothing_is_empty(cli: Cli) -> None:
    assert ([], []) == tuple(cli.ok("score", "severance", "--json").document[key] for key in ("forecasts", "summary"))
    assert "" == cli.ok("score", "severance").out
