"""What is drawn at a terminal, kept in files: every view, at three widths, with and without colour and UTF-8.

`scripts/test tests/test_snapshots.py --snapshot-update` writes the files anew and removes those nobody asks for.
"""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from showstatus.cli.run import run
from tests.cli import cells, plain, widest

FOLDER = Path(__file__).parent / "snapshots"
DAY = "2024-06-12"
VIEWS = {
    "list": "list",
    "list-sorted": "list --sort decision --tag favourite --decision renewed",
    "next": "next",
    "timeline": "timeline",
    "timeline-of-one": "timeline filming",
    "calendar": "calendar",
    "calendar-of-july": "calendar July",
    "binge": "binge",
    "check-airing": "check airing",
    "check-between": "check between",
    "check-cancelled": "check cancelled",
    "check-of-a-wide-title": "check post --explain",
    "log": "log post",
    "forecast": "forecast filming",
    "score": "score airing",
    "search": "search post",
}
WIDTHS = (60, 80, 120)
FORMS = {
    "plain": ({"NO_COLOR": "1"}, "utf-8"),
    "colour": ({}, "utf-8"),
    "ascii": ({"NO_COLOR": "1"}, "ascii"),
    "coloured ascii": ({}, "ascii"),
}
KEPT = [(columns, form) for form in ("plain", "colour", "ascii") for columns in WIDTHS]


class Terminal(io.TextIOWrapper):
    """A standard output that says it is a terminal, and remembers what is written."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True, scope="module")
def _home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A home of its own, in which the registry of these tests is the user's."""
    before = dict(os.environ)
    home = tmp_path_factory.mktemp("home")
    for name in [name for name in os.environ if name.startswith(("SHOWSTATUS_", "XDG_"))]:
        del os.environ[name]
    os.environ |= {
        "HOME": str(home),
        "TERM": "xterm-256color",
        "SHOWSTATUS_AS_OF": DAY,
        "SHOWSTATUS_SHIPPED": "",
        "SHOWSTATUS_REGISTRY": str(FOLDER / "registry.toml"),
    }
    os.environ.pop("FORCE_COLOR", None)
    yield
    os.environ.clear()
    os.environ |= before


@cache
def seen(view: str, columns: int, form: str) -> str:
    """What a person sees who asks for a view at a terminal of that width."""
    more, encoding = FORMS[form]
    screen = Terminal(io.BytesIO(), encoding=encoding)
    before, stdout = dict(os.environ), sys.stdout
    os.environ.pop("NO_COLOR", None)
    os.environ |= {"COLUMNS": str(columns), **more}
    sys.stdout = screen
    try:
        assert 0 == run(VIEWS[view].split())
    finally:
        sys.stdout = stdout
        os.environ.clear()
        os.environ |= before
    screen.seek(0)
    return screen.read()


def _file(view: str, columns: int, form: str) -> Path:
    return FOLDER / f"{view}-{columns}{'' if form == 'plain' else f'-{form}'}.txt"


def _as_kept(text: str) -> str:
    """With each escape as a person can read it."""
    return "".join(f"{line}\n" for line in text.replace("\x1b", "␛").splitlines())


@pytest.mark.parametrize(("columns", "form"), KEPT)
@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_drawn_as_it_was(view: str, columns: int, form: str, pytestconfig: pytest.Config) -> None:
    path = _file(view, columns, form)
    text = _as_kept(seen(view, columns, form))
    if pytestconfig.getoption("--snapshot-update"):
        path.write_text(text, encoding="utf-8")

    assert path.read_text(encoding="utf-8") == text


def test_no_file_is_kept_that_no_view_asks_for(pytestconfig: pytest.Config) -> None:
    wanted = {_file(view, columns, form) for view in VIEWS for columns, form in KEPT}
    orphans = {path for path in FOLDER.glob("*.txt") if path not in wanted}
    if pytestconfig.getoption("--snapshot-update"):
        for path in orphans:
            path.unlink()
        orphans = set()

    assert set() == orphans


@pytest.mark.parametrize("columns", [24, *WIDTHS, 200])
@pytest.mark.parametrize("view", VIEWS)
def test_no_line_is_wider_than_the_terminal(view: str, columns: int) -> None:
    for form in FORMS:
        assert widest(seen(view, columns, form)) <= columns


@pytest.mark.parametrize("columns", [24, *WIDTHS, 200])
@pytest.mark.parametrize("view", VIEWS)
def test_no_line_ends_with_blanks(view: str, columns: int) -> None:
    for form in FORMS:
        assert [] == [line for line in plain(seen(view, columns, form)).splitlines() if line != line.rstrip()]


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("view", VIEWS)
def test_colour_adds_nothing_but_colour(view: str, columns: int) -> None:
    assert seen(view, columns, "plain") == plain(seen(view, columns, "colour"))
    assert seen(view, columns, "ascii") == plain(seen(view, columns, "coloured ascii"))


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("view", VIEWS)
def test_ascii_says_the_same_words(view: str, columns: int) -> None:
    def words(text: str) -> list[str]:
        return re.findall(r"[A-Za-z0-9]+", text)

    assert words(seen(view, columns, "plain")) == words(seen(view, columns, "ascii"))


def test_every_decision_and_every_stage_stands_as_a_word() -> None:
    """In the list they are looked for, which shows both."""
    from showstatus.claims import DECISIONS, STAGES
    from showstatus.views.wording import decision_words

    told = seen("list", 200, "plain")
    for word in (*map(decision_words, DECISIONS), *STAGES[:-1]):
        assert word in told
    assert STAGES[-1] == "complete"  # of what comes next nothing is complete


@pytest.mark.parametrize("columns", [80, 120])
def test_columns_line_up_beside_wide_titles(columns: int) -> None:
    lines = seen("list", columns, "plain").splitlines()
    starts = {cells(line[: line.index(" Netflix ") + 1]) for line in lines if " Netflix " in line}

    assert 1 == len(starts)
    assert starts == {cells(line[: line.index("日本")]) for line in lines if "日本" in line}


def test_the_frame_of_a_card_lines_up_beside_a_wide_title() -> None:
    assert {80} == {cells(line) for line in seen("check-of-a-wide-title", 80, "plain").splitlines()}
