"""What the words mean by which somebody asks for news."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from showstatus.changes import KINDS, Change
from showstatus.wishes import SOON, WORDS, wish


def change(what: str, after: str | None = None) -> Change:
    return Change(day="2024-03-01", slug="x", title="X", what=what, after=after)


EVERY = [change(kind) for kind in KINDS if kind != "stage"] + [change("stage", "filming"), change("stage", "complete")]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ([], [*KINDS, "complete"]),
        (["changes"], [*KINDS, "complete"]),
        (["decision"], ["decision", "revived", "seasons"]),
        (["revived"], ["revived"]),
        (["date", "platform"], ["date", "platform"]),
        (["complete"], ["complete"]),
        (["stage"], ["stage", "complete"]),
        (["stage", "complete"], ["stage", "complete"]),
        (["window"], ["window"]),
        (["window:30"], []),
        (["changes", "window:30"], [kind for kind in [*KINDS, "complete"] if kind != "window"]),
        (["premiere:7"], []),
    ],
)
def test_a_word_asks_for_its_kinds_of_changes(words: list[str], wanted: list[str]) -> None:
    found = [one.after if one.after == "complete" else one.what for one in EVERY if wish(words).wants(one)]
    assert sorted(wanted) == sorted(str(what) for what in found)


def test_every_kind_of_change_can_be_asked_for_by_its_own_word() -> None:
    assert {*KINDS} <= {*WORDS}
    assert all(kind in WORDS[kind] for kind in KINDS)


def test_every_word_is_on_the_page_of_how_to_do_it() -> None:
    page = Path(__file__).parent.parent / "docs" / "how-to" / "refresh-and-hooks.md"
    rows = " ".join(
        line.split("|")[1] for line in page.read_text(encoding="utf-8").splitlines() if line.startswith("|")
    )
    assert {*WORDS} == {word.partition(":")[0] for word in re.findall("`([a-z:N]+)`", rows)}


@pytest.mark.parametrize(
    ("words", "premieres", "window"),
    [
        ([], (), None),
        (["premiere"], (SOON,), None),
        (["premiere:0", "premiere:365", "premiere:0"], (0, 365), None),
        (["window"], (), None),
        (["window:30", "window:9", "decision"], (), 9),
    ],
)
def test_days_stand_behind_a_colon(words: list[str], premieres: tuple[int, ...], window: int | None) -> None:
    assert (premieres, window) == (wish(words).premieres, wish(words).window)


@pytest.mark.parametrize("word", ["", "gossip", "premiere:", "premiere:-1", "premiere:366", "window:0", "date:3"])
def test_anything_else_is_none(word: str) -> None:
    with pytest.raises(
        ValueError, match=rf"^“{word}” is no kind of news; there are changes, .* premiere:N and window:N "
    ):
        wish(["date", word])
