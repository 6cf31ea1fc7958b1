"""Asks a person at a terminal to choose, on stderr: the answer to the command alone goes to stdout."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from showstatus.cli.output import Output
from showstatus.cli.session import Session
from showstatus.views.plain import one_line


class Enough(Exception):
    """Whoever is asked wants to be asked no more."""


def can_ask(session: Session) -> bool:
    """Whether there is a person to ask, and the answer is made for one."""
    return sys.stdin.isatty() and sys.stderr.isatty() and not session.json


def choose_one(output: Output, question: str, choices: Sequence[str]) -> int | None:
    """Which of the choices a person means, by its place; None for none. Raises `Enough` where the input ends."""
    listed = [f"  {number}  {one_line(choice)}" for number, choice in enumerate(choices, 1)]
    output.ask("\n".join([one_line(question), *listed, "Which one? Its number, or nothing to leave it: "]))
    answer = answered()
    known = answer.isascii() and answer.isdigit() and 1 <= int(answer[:9]) <= len(choices)
    return int(answer) - 1 if known else None


def answered() -> str:
    """The line that a person types, without spaces around it. Raises `Enough` where the input ends."""
    line = sys.stdin.readline()
    if not line:
        sys.stderr.write("\n")  # nobody typed one, and what is said next begins a line
        raise Enough
    return line.strip()
