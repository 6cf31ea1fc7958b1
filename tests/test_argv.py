"""The quick reader and Typer read every command line alike; where the quick one is not sure, it leaves it to Typer."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from showstatus.cli.argv import Values, read
from showstatus.cli.command import Command, Option
from showstatus.cli.run import COMMANDS, commands, load
from showstatus.cli.typer_app import build

WORDS = st.one_of(
    st.sampled_from(["heartstopper", "the office", "", "-", "a=b", "0", "2", "--", "-5", "--x", "-x", "é", "x" * 40]),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=8),
)
NUMBERS = st.one_of(
    st.integers(-2, 3000).map(str),
    st.sampled_from(["01", "+2", " 3", "1_000", "٣", "²", "1.0", "", "x", "9" * 12, "9" * 5000]),
)  # fmt: skip


class Recorder:
    """Stands for the commands themselves: keeps with what it was called."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, Values]] = []

    def __call__(self, command: Command, values: Values) -> int:
        """Keep the call."""
        self.calls.append((command.name, values))
        return 0


RECORDER = Recorder()
APP = build(commands(), RECORDER)
RUNNER = CliRunner()


def _by_typer(words: list[str]) -> tuple[str, Values] | None:
    """What Typer makes of a command line; None where it finds a mistake or shows help."""
    RECORDER.calls.clear()
    result = RUNNER.invoke(APP, words, prog_name="showstatus")
    assert result.exit_code in (0, 2), result.output
    return RECORDER.calls[0] if RECORDER.calls else None


def _option_words(option: Option) -> st.SearchStrategy[list[str]]:
    if option.value is None:
        return st.sampled_from([[option.flag], [option.flag], [f"{option.flag}=x"]])
    values = NUMBERS if option.number else WORDS
    if option.choices:
        values = st.one_of(st.sampled_from(option.choices), st.sampled_from(option.choices), WORDS)
    together = values.map(lambda value: [f"{option.flag}={value}"])
    apart = values.map(lambda value: [option.flag, value])
    return st.one_of(apart, apart, together, st.just([option.flag]))


@st.composite
def lines(draw: st.DrawFn) -> tuple[Command, list[str]]:
    """A command with words that mostly make sense behind it."""
    command = load(draw(st.sampled_from(COMMANDS))).COMMAND
    chunks = draw(st.lists(st.sampled_from(command.all_options).flatmap(_option_words), max_size=4))
    fewest = sum(argument.required for argument in command.arguments)
    count = draw(st.sampled_from([fewest, fewest, len(command.arguments), len(command.arguments) + 1, 0]))
    chunks += draw(st.lists(WORDS.map(lambda word: [word]), min_size=count, max_size=count))
    return command, [word for chunk in draw(st.permutations(chunks)) for word in chunk]


@settings(max_examples=400)
@given(lines())
def test_what_the_quick_reader_accepts_typer_reads_alike(line: tuple[Command, list[str]]) -> None:
    command, words = line
    quick = read(command, words)
    if quick is not None:
        assert (command.name, quick) == _by_typer([command.name, *words])


@given(st.sampled_from(COMMANDS), st.lists(WORDS, max_size=5))
def test_so_it_is_with_any_words(name: str, words: list[str]) -> None:
    quick = read(load(name).COMMAND, words)
    if quick is not None:
        assert (name, quick) == _by_typer([name, *words])


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("check heartstopper", {"show": "heartstopper", "season": None, "json": False, "fields": None}),
        ("check heartstopper --season 2 --json", {"season": 2, "json": True}),
        ("check --season=2 heartstopper", {"show": "heartstopper", "season": 2}),
        ("check heartstopper --season 2 --season 3", {"season": 3}),
        ("list --platform Netflix --platform HBO", {"platform": ["Netflix", "HBO"], "tag": []}),
        ("add a b c", {"shows": ["a", "b", "c"], "new": False}),
        ("tag a b c --remove", {"show": "a", "tags": ["b", "c"], "remove": True}),
        ("claim a renewed --season 2 --season 3", {"kind": "renewed", "season": [2, 3]}),
        ("note a --remove", {"show": "a", "text": None}),
        ("path", {"name": None}),
    ],
)
def test_plain_lines_are_read_quickly(line: str, told: dict[str, Any]) -> None:
    name, *words = line.split()
    quick = read(load(name).COMMAND, words)
    assert quick is not None
    assert told.items() <= quick.items()
    assert (name, quick) == _by_typer([name, *words])


@pytest.mark.parametrize(
    "line",
    [
        "check", "check a b", "check a --help", "check -- a", "check a --season", "check a --season x",
        "check a --season 0", "check a --season -1", "check a --season 01", "check a --json=1", "check a --frob",
        "check a -x", "check a --as-of -1", "check a --color mauve", "list --sort size", "remove", "path a b",
        "claim a renewed --rank x", "check a --sea 2",
    ],
)  # fmt: skip
def test_the_rest_is_left_to_typer(line: str) -> None:
    name, *words = line.split()
    assert None is read(load(name).COMMAND, words)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_tells_every_argument_and_option(name: str) -> None:
    command = load(name).COMMAND
    result = RUNNER.invoke(APP, [name, "--help"], prog_name="showstatus", env={"COLUMNS": "80"})
    assert (0, []) == (
        result.exit_code,
        [option.flag for option in command.all_options if option.flag not in result.output]
        + [argument.name for argument in command.arguments if argument.name.upper() not in result.output],
    )


def test_help_lists_every_command() -> None:
    told = " ".join(RUNNER.invoke(APP, ["--help"], prog_name="showstatus").output.split())
    assert [] == [f"{c.name} {c.summary}" for c in commands() if f" {c.name} {c.summary}" not in told]


def test_every_command_takes_the_common_options() -> None:
    common = {"--as-of", "--registry", "--offline", "--color", "--json", "--fields"}
    assert [] == [c.name for c in commands() if not common <= {option.flag for option in c.all_options}]


def test_no_two_words_of_a_command_share_a_name() -> None:
    for command in commands():
        names = [argument.name for argument in command.arguments] + [option.name for option in command.all_options]
        assert sorted(set(names)) == sorted(names)
