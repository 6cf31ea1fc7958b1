"""Commands that ask: list, next, log, open, path and doctor."""

from __future__ import annotations

import shlex

from tests.cli import Cli
from tests.test_cli_commands import MINE


def test_the_list_is_filtered(cli: Cli) -> None:
    def slugs(line: str) -> list[str]:
        return [row[0] for row in cli.ok("list", *shlex.split(line)).rows]

    assert ["glow", "heartstopper"] == slugs("--platform netflix")
    assert ["glow", "heartstopper", "severance"] == slugs("--platform NETFLIX --platform 'Apple TV+'")
    assert ["heartstopper"] == slugs("--decision renewed")
    assert ["glow", "severance"] == slugs("--decision cancelled --decision pending")
    assert ["heartstopper"] == slugs("--platform Netflix --before 2024-01-01 --after 'early 2023'")
    assert [] == slugs("--platform Netflix --decision pending")


def test_the_list_is_sorted(cli: Cli) -> None:
    def slugs(order: str) -> list[str]:
        return [row[0] for row in cli.ok("list", "--sort", order).rows]

    assert ["glow", "heartstopper", "house-of-the-dragon", "severance", "the-office-uk", "the-office-us"] == slugs(
        "title"
    )
    assert "glow" == slugs("decision")[0]
    assert "heartstopper" == slugs("updated")[0]
    coming = [row for row in cli.ok("list", "--sort", "countdown").rows if row[15]]
    assert [row[15] for row in coming] == sorted((row[15] for row in coming), key=int)


def test_next_counts_down_to_what_comes_soonest(cli: Cli) -> None:
    rows = cli.ok("next", "--json").document["shows"]
    assert rows
    assert [row["countdown_days"] for row in rows] == sorted(row["countdown_days"] for row in rows)
    assert rows[:1] == cli.ok("next", "--count", "1", "--json").document["shows"]


def test_the_log_tells_how_it_came_to_this(cli: Cli) -> None:
    transitions = cli.ok("log", "heartstopper", "--json").document["transitions"]
    decisions = [(t["day"], t["before"], t["after"]) for t in transitions if t["what"] == "decision"]
    assert ("2022-05-20", "pending", "renewed") in decisions
    until = cli.ok("log", "heartstopper", "--json", "--as-of", "2022-05-19").document["transitions"]
    assert until == transitions[: len(until)]
    assert "renewed" not in {t["after"] for t in until}


def test_any_day_can_be_asked_about(cli: Cli) -> None:
    days = {"2022-04-01": "unknown", "2022-05-01": "pending", "2022-05-19": "pending", "2022-05-20": "renewed"}
    assert days == {day: cli.ok("check", "heartstopper", "--as-of", day).pairs["decision"] for day in days}
    assert cli.ok("check", "glow", "--as-of", "2020-10-05").out == cli.ok("check", "glow", "--as-of", "Oct 5, 2020").out
    assert "pending" == cli.ok("check", "heartstopper", SHOWSTATUS_AS_OF="2022-05-01").pairs["decision"]


def test_the_pages_behind_an_answer_are_printed(cli: Cli) -> None:
    assert "https://example.org/wrapped\n" == cli.said("open heartstopper --print")
    assert "https://example.org/wrapped\nhttps://example.org/renewed\n" == cli.said("open heartstopper --all")
    assert "https://example.org/renewed\n" == cli.said("open heartstopper --season 3")
    urls = cli.ok("open", "heartstopper", "--all", "--json").document["urls"]
    assert ["https://example.org/wrapped", "https://example.org/renewed"] == urls


def test_only_addresses_of_pages_are_opened(cli: Cli) -> None:
    for url in ("javascript:alert(1)", "file:///etc/passwd", "-x", "https://example.org/\\u001b[31m"):
        cli.write(f'[[claim]]\nshow = "severance"\nkind = "ended"\non = 2022-12-01\nurl = "{url}"\n')
        assert "cites a page" in cli.fails(1, "open", "severance", "--print")


def test_where_the_files_are_is_told(cli: Cli) -> None:
    paths = cli.ok("path").pairs
    assert (str(cli.registry), str(cli.shipped), str(cli.store)) == (
        paths["registry"],
        paths["shipped"],
        paths["store"],
    )
    for name, path in paths.items():
        assert f"{path}\n" == cli.ok("path", name).out
    assert paths == cli.ok("path", "--json").document["paths"]
    assert None is cli.ok("path", "--json", SHOWSTATUS_SHIPPED="").document["paths"]["shipped"]


def test_a_path_is_told_as_it_is(cli: Cli) -> None:
    path = str(cli.folder / "two  spaces.toml")
    assert path == cli.ok("path", "--registry", path).pairs["registry"]
    assert f"{path}\n" == cli.ok("path", "registry", "--registry", path).out


DOUBTFUL = """\
chekced = 2023-01-01

[show.glow]
titel = "GLOW"

[show.mine]
release = "daily"

[[claim]]
show = "glow"
kind = "renewed"
on = "soon"

[[claim]]
show = "nobody"
kind = "renewed"
season = 2
on = 2023-01-01

[[claim]]
show = "glow"
kind = "bought"

[[claim]]
show = "glow"
kind = "withdrawn"
value = "0123456789"
on = 2023-01-01
"""


def test_doctor_names_file_and_line_and_hides_nothing(cli: Cli) -> None:
    cli.write(DOUBTFUL)
    done = cli.run("doctor")
    found = {tuple(line.removeprefix(f"{cli.registry}:").split(": ", 2)[:2]) for line in done.out.splitlines()}
    assert 1 == done.code
    assert all(line.startswith(f"{cli.registry}:") for line in done.out.splitlines())
    assert {("3:", "note"), ("6:", "error"), ("9:", "error"), ("14:", "error"), ("20:", "error")} <= {
        (where if where.endswith(":") else f"{where}:", what) for where, what in found
    }
    assert {"chekced", "titel", "daily", "soon", "nobody", "bought", "0123456789"} <= {
        word for word in ("chekced", "titel", "daily", "soon", "nobody", "bought", "0123456789") if word in done.out
    }
    assert len(done.out.splitlines()) == len(cli.run("doctor", "--json").document["problems"])
    assert "cancelled" == cli.ok("check", "glow").pairs["decision"]


def test_doctor_is_silent_where_all_is_well(cli: Cli) -> None:
    cli.write(MINE)
    assert "" == cli.ok("doctor").out
