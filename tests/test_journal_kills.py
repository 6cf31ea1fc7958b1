"""The journal of a registry through kills: whenever one comes, everything can be taken back."""

from __future__ import annotations

import itertools
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.test_journal import FIRST, FOURTH, SECOND, THIRD, Registry

CALLS = ("open", "write", "fsync", "replace", "unlink", "listdir", "makedirs")


def _killed(registry: Registry, what: str, at: int) -> bool:
    """Do something with the registry in a process that is killed before its n-th call; whether it was."""
    child = os.fork()
    if child == 0:  # a copy of this process, which never returns
        count = itertools.count(1)

        def counted(real: Callable[..., Any]) -> Callable[..., Any]:
            def call(*given: Any, **named: Any) -> Any:
                if next(count) == at:
                    os.kill(os.getpid(), signal.SIGKILL)
                return real(*given, **named)

            return call

        for name in CALLS:
            setattr(os, name, counted(getattr(os, name)))
        registry.make(registry.text + "d = 4\n") if what == "make" else registry.undo()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert status in (0, signal.SIGKILL)
    return status != 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
@pytest.mark.parametrize("by_hand", ["", "# by hand\n"])
@pytest.mark.parametrize(("what", "done", "not_done"), [("make", FOURTH, THIRD), ("undo", SECOND, THIRD)])
def test_whenever_it_is_killed_everything_can_be_taken_back(
    tmp_path: Path, what: str, done: str, not_done: str, by_hand: str
) -> None:
    """After a kill the registry holds the one text or the other, and `undo` leads to the one before either."""
    outcomes = set()
    for at in range(1, 100):
        folder = tmp_path / str(at)
        folder.mkdir()
        registry = Registry(folder)
        for text in (FIRST, SECOND, THIRD):
            registry.make(text)
        registry.write(by_hand + registry.text)
        survived = not _killed(registry, what, at)
        outcomes.add(registry.text)
        before = {FOURTH: THIRD, THIRD: SECOND, SECOND: FIRST}
        assert registry.text in (by_hand + done, by_hand + not_done)
        now = registry.text.removeprefix(by_hand)
        registry.undo()
        assert by_hand + before[now] == registry.text, at
        registry.redo()
        assert by_hand + now == registry.text
        if survived:
            break
    assert survived
    assert {by_hand + done, by_hand + not_done} == outcomes
