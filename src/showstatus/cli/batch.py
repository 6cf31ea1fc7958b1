"""The lines of `forecast --stdin`: each is read, answered and written before the next, so that a pipe never waits.

Answers are ASCII, whatever the terminal's encoding: JSON escapes the rest.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from typing import Any

from showstatus.forecast.batch import Answer, answer, decode, refusal
from showstatus.forecast.engine import Engine, shipped
from showstatus.forecast.fields import QuestionError

_LONGEST = 200
"""How much of an unexpected fault is told."""


def answer_lines(today: dt.date) -> int:
    """Answer every line of standard input that is not blank; a question without a day is asked as of `today`."""
    engine = shipped()
    write, flush = sys.stdout.write, sys.stdout.flush
    first = True
    for line in sys.stdin.buffer:
        if first:
            line, first = line.removeprefix(b"\xef\xbb\xbf"), False
        if line.strip():
            write(answered(line, today, engine) + "\n")
            flush()
    return 0


def answered(line: bytes, today: dt.date, engine: Engine) -> str:
    """The answer to one line, as a line of JSON without its end."""
    row: object = None
    try:
        row = _parsed(line)
        return _text(answer(decode(row, today), engine))
    except QuestionError as error:
        return _text(refusal(row, error))
    except Exception as error:  # one line must never keep the rest from being answered
        why = " ".join(f"{type(error).__name__}: {error}".split())[:_LONGEST]
        return _text(refusal(row, f"This question has no answer ({why})."))


def _parsed(line: bytes) -> object:
    try:
        return json.loads(line.decode("utf-8"), parse_constant=_refuse_constant)
    except UnicodeDecodeError:
        raise QuestionError("The line is not UTF-8.") from None
    except QuestionError:
        raise
    except RecursionError:
        raise QuestionError("The line is nested too deeply.") from None
    except json.JSONDecodeError as error:
        raise QuestionError(f"The line is no JSON: {error.msg}, at character {error.pos + 1}.") from None
    except ValueError:  # the interpreter's own limit: a number of that size would take long to read
        raise QuestionError("The line holds a number of thousands of digits.") from None


def _refuse_constant(name: str) -> Any:
    raise QuestionError(f"The line is no JSON: it has no {name}.")


def _text(told: Answer) -> str:
    try:
        return json.dumps(told, allow_nan=False)
    except (ValueError, RecursionError):
        return json.dumps({**told, "id": None}, allow_nan=False)
