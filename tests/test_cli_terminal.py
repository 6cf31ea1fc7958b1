"""At a terminal: cards and tables that fit, whatever its width, its alphabet and its colours."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import partial

import pytest
from rich.text import Text

from showstatus.cli.output import Output
from tests.cli import SHIPPED, Cli, cells, plain, together, widest

WIDE = (
    SHIPPED
    + """
[show.wide]
title = "進撃の巨人 The Final Season: 進撃の巨人進撃の巨人進撃の巨人進撃の巨人 Ünïcödé"
platform = "日本放送協会 NHK General TV"

[[claim]]
show = "wide"
kind = "premiered"
season = 1
value = 2022-01-01
by = "日本放送協会"

[[claim]]
show = "wide"
kind = "renewed"
seasons = [2, 3, 4, 5, 6, 7, 8, 9, 10]
on = 2022-05-20
by = "日本放送協会"
reports = "Averyveryverylongnamewithoutanyspacesinitthatgoesonandonandonandon"
url = "https://example.org/a/very/long/address/that/is/only/a/link"

[[claim]]
show = "wide"
kind = "filming-wrapped"
season = 2
value = 2022-11-01
on = 2022-12-02

[[claim]]
show = "wide"
kind = "filming-wrapped"
season = 2
value = 2022-12-01
on = 2022-12-02

[[claim]]
show = "wide"
kind = "cast"
season = 2
cast = [{ actor = "梶裕貴", character = "エレン・イェーガー" }, { actor = "石川由依", character = "ミカサ" }]
on = 2022-12-02
"""
)
VIEWS = (
    "check heartstopper --explain", "check heartstopper --season 3", "check wide --explain", "check glow", "list",
    "next", "log wide",
)  # fmt: skip


def _views(cli: Cli, columns: int, **environ: str | None) -> dict[str, str]:
    cli.ship(WIDE)
    seen = together(*(partial(cli.terminal, *view.split(), columns=columns, **environ) for view in VIEWS))
    return dict(zip(VIEWS, seen, strict=True))


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal(cli: Cli, columns: int) -> None:
    for view, seen in _views(cli, columns).items():
        assert widest(seen) <= columns, view
        if view.startswith("check"):
            assert {columns} == {cells(line) for line in plain(seen).splitlines()}, view


def test_a_very_narrow_terminal_is_lived_with(cli: Cli) -> None:
    assert [] == [view for view, seen in _views(cli, 24).items() if widest(seen) > 24]


@pytest.mark.parametrize("view", ["list", "log wide", "check wide"])
def test_folding_loses_no_word(cli: Cli, view: str) -> None:
    cli.ship(WIDE)
    seen = [_letters(cli.terminal(*view.split(), columns=columns)) for columns in (60, 80, 200)]
    assert seen[-1:] * 3 == seen


def _letters(seen: str) -> list[str]:
    """The letters of a view, whatever their lines; without a card's frame and title, and its time line."""
    lines = [line for line in plain(seen).splitlines() if not line.startswith("╭")]
    body = [line for line, before in zip(lines, ["", *lines], strict=False) if not set("░▒▓█") & set(line + before)]
    return sorted(char for line in body for char in line if not char.isspace() and char not in "│╰─╯")


def test_a_card_asks_and_answers_first(cli: Cli) -> None:
    lines = [line.strip("│ ") for line in plain(cli.terminal("check", "heartstopper", columns=120)).splitlines()]
    assert "╭─ Heartstopper · Netflix " in lines[0]
    assert [
        "Is Heartstopper cancelled?",
        "No. Netflix renewed Heartstopper for seasons 2 and 3 on 20 May 2022.",
    ] == lines[1:3]
    told = {line.split("  ")[0]: line.split("  ", 1)[1].strip() for line in lines[3:] if "  " in line}
    assert ("renewed, 20 May 2022", "seasons 2 and 3", "season 2, wrapped") == (
        told["Decision"], told["Confirmed"], told["Next"],
    )  # fmt: skip
    assert "Leila Khan (new)" in told["Cast"]
    assert "80 % likely: " in told["Estimated"]
    assert {"Countdown", "Evidence", "Checked"} <= set(told)


def test_evidence_is_linked_to_its_page(cli: Cli) -> None:
    assert ";https://example.org/wrapped\x1b\\" in cli.terminal("check", "heartstopper")


def test_an_asked_season_is_asked_about(cli: Cli) -> None:
    assert "Is Heartstopper season 3 cancelled?" in plain(cli.terminal("check", "heartstopper", "--season", "3"))


def test_a_state_is_a_word_and_not_only_a_colour(cli: Cli) -> None:
    for seen in (cli.terminal("list", columns=120, NO_COLOR="1"), cli.terminal("list", columns=120, TERM="dumb")):
        assert "\x1b" not in seen
        for word in ("renewed", "cancelled", "pending", "unknown", "wrapped"):
            assert word in seen
    card = cli.terminal("check", "glow", "--color", "never")
    assert ("\x1b" not in card, "Yes." in card, "cancelled" in card, "╭" in card) == (True, True, True, True)


@pytest.mark.parametrize(
    ("text", "style", "seen"),
    [
        ("a  ", "bold", "\x1b[1ma\x1b[0m\n"),
        ("   ", "green", "\n"),
        ("a  ", "reverse", "\x1b[7ma  \x1b[0m\n"),
        ("a  ", "bold underline", "\x1b[1;4ma  \x1b[0m\n"),
        ("a  ", "red on blue", "\x1b[31;44ma  \x1b[0m\n"),
        ("a  ", "white on bright_blue", "\x1b[37;104ma  \x1b[0m\n"),
    ],
)
def test_blanks_at_the_end_stay_only_where_they_are_seen(text: str, style: str, seen: str) -> None:
    assert seen == Output("always", {"COLUMNS": "20"}).drawn(Text(text, style=style, end="  \n"))


def test_ascii_is_enough(cli: Cli) -> None:
    for view, seen in _views(cli, 72, PYTHONIOENCODING="ascii:strict").items():
        assert seen.isascii(), view
        assert widest(seen) <= 72, view
    assert "+- GLOW - Netflix -" in cli.terminal("check", "glow", PYTHONIOENCODING="ascii")


@pytest.mark.parametrize(
    "environ", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}]
)
def test_a_bare_locale_is_enough(cli: Cli, environ: dict[str, str]) -> None:
    for words in (("check", "glow"), ("list",)):
        cli.terminal(*words, columns=80, **environ)
        cli.ok(*words, **environ)


def test_another_alphabet_loses_only_what_it_lacks(cli: Cli) -> None:
    cli.ship(SHIPPED.replace('"GLOW"', '"GLØW 進撃"'))
    environ = {"PYTHONIOENCODING": "latin-1"}
    piped = subprocess.run(cli.command("list"), capture_output=True, env=cli.env(**environ), check=True).stdout
    assert "glow\tGLØW \\u9032\\u6483\t" in piped.decode("latin-1")


def test_what_cannot_be_answered_is_said_in_words(cli: Cli) -> None:
    assert "No show fits." in cli.terminal("list", "--platform", "Nobody")
    assert "Nothing that is coming has a date or a window." in cli.terminal("next", "--as-of", "1950-01-01")
    assert "Nothing is on record." in cli.terminal("log", "house-of-the-dragon")
    cli.write("")
    assert "All is well." in cli.terminal("doctor")


def test_columns_overrule_the_terminal(cli: Cli) -> None:
    assert 64 == widest(cli.terminal("check", "glow", columns=100, COLUMNS="64"))


def test_a_terminal_that_does_not_know_its_width_has_80_columns(cli: Cli) -> None:
    assert 80 == widest(cli.terminal("check", "glow", columns=0))


def test_open_calls_the_browser_and_prints_the_page(cli: Cli) -> None:
    log = cli.folder / "opened"
    browser = cli.folder / "browser"
    browser.write_text(f'#!{sys.executable}\nimport sys\nopen("{log}", "a").write(sys.argv[1] + "\\n")\n')
    browser.chmod(0o755)
    seen = cli.terminal("open", "heartstopper", "--all", BROWSER=f"{browser} %s")
    assert "https://example.org/wrapped\nhttps://example.org/renewed\n" == seen
    assert sorted(seen.split()) == sorted(log.read_text().split())
    log.unlink()
    cli.terminal("open", "heartstopper", "--print", BROWSER=f"{browser} %s")
    cli.ok("open", "heartstopper", "--color", "always", BROWSER=f"{browser} %s")
    assert not os.path.exists(log)


def test_a_long_list_shows_on_stderr_how_far_it_is_and_only_at_a_terminal(cli: Cli) -> None:
    cli.write("".join(f'[show.s{number}]\ntitle = "S {number}"\n' for number in range(600)))
    ours, theirs = os.openpty()
    words = cli.command("list", "--json")
    shown = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=theirs, env=cli.env(TERM="xterm-256color"))
    os.close(theirs)
    answer, _ = shown.communicate(timeout=60)
    talk = os.read(ours, 65536).decode()
    os.close(ours)
    assert 600 == len(json.loads(answer)["shows"])
    assert "Forecasting" in talk
    assert "" == cli.run("list", "--json", "--as-of", "2023-01-12").err
