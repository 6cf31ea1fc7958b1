"""What a person is asked at a prompt, and what the end of the input means there."""

from __future__ import annotations

import io

import pytest

from showstatus.cli.asking import Enough, answered, choose_one
from showstatus.cli.output import Output


def test_an_answer_is_what_is_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(" 2 \ny\n"))

    assert 1 == choose_one(Output("auto", {}), "Which?", ["a", "b"])
    assert "y" == answered()


def test_the_end_of_the_input_ends_the_questions_and_the_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))

    with pytest.raises(Enough):
        choose_one(Output("auto", {}), "Which?", ["a"])
    assert capsys.readouterr().err.endswith("leave it: \n")
