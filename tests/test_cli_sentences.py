"""Sentences at a terminal: no word is broken at its edge; in a pipe they stay on one line."""

from __future__ import annotations

import pytest

from tests.cli import Cli, cells, plain, widest

ARTICLE = """\
Harbour TV has renewed the drama Salt Road for seasons 3 and 4, as its boss told the people who came to hear it.
Filming on the third season began last month, and it is set for autumn 2027.
"""
DOUBTFUL = '[show.glow]\ntags = ["favourite"]\nsomething-that-nobody-knows = 1\n\n[[claim]]\nshow = "nobody-at-all"\n'


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("check the-office", 4), ("check heartstoper", 3), ("check", 2), ("frob", 2), ("read nothing-that-is-there", 1),
        ("add severance glow house-of-the-dragon heartstopper", 0), ("catalogue status", 0), ("refresh", 5),
        ("answer heartstopper", 0), ("doctor", 1), ("check --help", 0),
    ],
)  # fmt: skip
def test_every_sentence_fits_a_terminal_of_60_columns(cli: Cli, line: str, code: int) -> None:
    cli.write(DOUBTFUL)
    seen = cli.screen(*line.split(), columns=60, code=code)

    assert 60 >= max(cells(row) for row in plain(seen).splitlines() if " " in row.strip())


def test_a_message_goes_on_below_itself(cli: Cli) -> None:
    assert [
        "showstatus: “the office” fits 2 shows; say which:",
        "  the-office-uk (The Office (UK)), the-office-us (The Office",
        "  (US)).",
    ] == cli.screen("check", "the office", columns=60, code=4).splitlines()


def test_a_proposal_goes_on_beside_its_number(cli: Cli) -> None:
    article = cli.folder / "article.txt"
    article.write_text(ARTICLE)
    seen = cli.terminal("read", str(article), "--apply", "--published", "2026-11-20", columns=60)

    assert "     line 1: “Harbour TV has renewed the drama Salt Road for\n     seasons 3 and 4, as its boss" in seen
    assert 60 >= widest(seen)


def test_a_pipe_keeps_each_sentence_on_one_line(cli: Cli) -> None:
    cli.write(DOUBTFUL)
    problems = cli.run("doctor", "--json").document["problems"]

    assert len(problems) == len(cli.run("doctor", COLUMNS="20").out.splitlines()) > 1
    assert cli.fails(4, "check", "the office", COLUMNS="20").endswith(" (The Office (US)).")


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("site shipped.toml", 2, "shipped.toml is a file, and a site is a folder of files; name a folder."),
        ("read nothing-there", 1, "nothing-there: No such file or directory; check the path."),
        ("read .", 1, ".: Is a directory; it is a folder, so name a file in it."),
        ("check glow --season x", 2, "“x” is no whole number of 1 or more. Try `showstatus check --help`."),
        ("frob", 2, "No such command “frob”. Try `showstatus --help`."),
        (
            "pin glow",
            2,
            "There is no decision to pin; it is one of renewed, final-season, pending, cancelled, ended, "
            "concludes-with-film, limited, in-development, unknown.",
        ),
        ("import nothing.zip", 1, "nothing.zip cannot be imported: no such file or directory; check the path."),
        ("refresh", 5, "and this run is offline; leave out --offline and SHOWSTATUS_OFFLINE."),
    ],
)
def test_an_error_names_the_thing_the_cause_and_the_next_step(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, line: str, code: int, told: str
) -> None:
    monkeypatch.chdir(cli.folder)
    assert cli.fails(code, *line.split()).endswith(told)


def test_a_typo_without_a_network_is_told_as_a_typo_too(cli: Cli) -> None:
    told = cli.fails(5, "add", "heartstoper", **cli.online("http://127.0.0.1:9"))

    assert "No show named “heartstoper” is known. Did you mean “Heartstopper”? TVmaze could not be reached:" in told
    assert told.endswith("; check the network.")
