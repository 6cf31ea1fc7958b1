"""What help has to say beside the commands: one topic, one page, shown by `help`, the manual page and the reference.

A topic is made of paragraphs, tables of terms and examples, so that each of the three can set it in its own way.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from showstatus import errors
from showstatus.claims import KINDS
from showstatus.cli.commands.check import CODES
from showstatus.cli.run import INTERRUPTED

_TOLD = {True: "more is to come", False: "it is over", None: "nobody has decided"}


class Terms(NamedTuple):
    """A table: what something is called or how it is written, and what it means."""

    rows: tuple[tuple[str, str], ...]


class Code(NamedTuple):
    """Lines that are typed or written as they stand."""

    lines: tuple[str, ...]


Block = str | Terms | Code
"""A paragraph, a table or an example."""


class Topic(NamedTuple):
    """One page of help."""

    summary: str
    blocks: tuple[Block, ...]


def exit_codes() -> Topic:
    """What each exit code means, from the exception classes."""
    rows = [(0, "answered; an empty list is an answer")]
    rows += sorted({(cls.exit_code, cls.meaning) for cls in _kinds(errors.ShowstatusError)})
    rows.append((INTERRUPTED, "interrupted"))
    return Topic(
        "What the exit codes mean.",
        (
            Terms(tuple((str(code), meaning) for code, meaning in rows)),
            "`check --exit-code` answers by its code instead:",
            Terms(tuple((str(code), _TOLD[answer]) for answer, code in CODES.items())),
        ),
    )


def _kinds(cls: type[errors.ShowstatusError]) -> Iterator[type[errors.ShowstatusError]]:
    yield cls
    for child in cls.__subclasses__():
        yield from _kinds(child)


def dates() -> Topic:
    """How dates are written and what they mean."""
    return Topic(
        "How dates are written, and what they mean.",
        (
            "Dates keep the precision they were said with. In a registry they stand in EDTF syntax (ISO 8601-2):",
            Terms(
                (
                    ("2023-08-03", "that day"),
                    ("2023-07, 2023", "some day of that month, of that year"),
                    ("2023-21 … 2023-24", "spring, summer, autumn, winter of 2023 (winter: January and February)"),
                    ("2023-33 … 2023-36", "the first to the fourth quarter"),
                    ("2023-07/2023-10", "July to October, both included"),
                    ("2024-01/.., ../2024", "January 2024 or later, 2024 or earlier"),
                    ("2023~", "about 2023"),
                )
            ),
            "On the command line they may also be written as people do:",
            Terms(
                (
                    ("3 August 2023, Aug 3", "that day; without a year, the one that is nearest"),
                    ("summer 2023, Q3 2023", "June to August, July to September"),
                    ("early, mid, late 2023", "January to April, May to August, September to December"),
                    ("July to October 2023", "from the one to the other, both included"),
                    ("not before January 2024", "January 2024 or later"),
                    ("today, yesterday", "as it says"),
                )
            ),
            "A window that is printed includes its last day.",
        ),
    )


def cron() -> Topic:
    """How it behaves where nobody watches."""
    return Topic(
        "Running it from cron, timers and scripts.",
        (
            "In a pipe there is no colour, box, header or truncation: lists are lines of fields separated by tabs, "
            "with ISO dates, and `check` prints a key and its value a line. The answer is on stdout, all else on "
            "stderr; stdout is empty on an error.",
            "cron mails what a job prints. This mails the three shows that come soonest, every Monday:",
            Code(("0 7 * * 1  showstatus next --count 3",)),
            "This asks a question that is answered by the exit code:",
            Code(("showstatus check severance --exit-code > /dev/null && echo more is to come",)),
            "cron has a short PATH: name the program by its full path, or set PATH in the crontab. What is answered is "
            "answered as of today; --as-of or SHOWSTATUS_AS_OF names another day.",
        ),
    )


def registry() -> Topic:
    """What a registry file holds."""
    return Topic(
        "What your registry holds, and how to edit it.",
        (
            "Your registry is one TOML file (`showstatus path registry` says where). A block follows a show; of a "
            "shipped one it needs only what you want otherwise. Each claim is one dated statement with its source. "
            "Edit it by hand as you like: comments and order survive every command, `showstatus doctor` tells what is "
            "wrong, and `showstatus undo` takes back what a command changed.",
            Code(
                (
                    "[show.severance]",
                    'tags = ["favourite"]       # tags, note and pin are yours',
                    "",
                    "[[claim]]",
                    'show = "severance"',
                    'kind = "date-announced"',
                    "season = 3",
                    "value = 2027-05-14         # the day or window it tells of",
                    "on = 2026-11-20            # when it was said",
                    'by = "My newspaper"        # who published it; url = where it can be read',
                )
            ),
            "The kinds of claims: " + ", ".join(KINDS) + ".",
        ),
    )


def environment() -> Topic:
    """Which variables are heeded."""
    return Topic(
        "The environment variables that are heeded.",
        (
            Terms(
                (
                    ("SHOWSTATUS_REGISTRY", "your registry, as --registry"),
                    ("SHOWSTATUS_SHIPPED", "the shipped registry; empty for none"),
                    ("SHOWSTATUS_AS_OF", "the day asked about, as --as-of"),
                    ("SHOWSTATUS_OFFLINE", "1 opens no connection, as --offline"),
                    ("SHOWSTATUS_TMDB_TOKEN", "your token for TMDB, which refresh, search and add then ask as well"),
                    ("SHOWSTATUS_WIKIPEDIA", "1 has refresh read the articles of your shows as well"),
                    ("SHOWSTATUS_COLOR", "auto, always or never, as --color"),
                    ("NO_COLOR, FORCE_COLOR", "no colour; cards, tables and colour in a pipe too"),
                    ("COLUMNS", "how wide to draw"),
                    ("XDG_DATA_HOME and its like", "where the files of each kind are, where the system has them"),
                )
            ),
        ),
    )


TOPICS: Mapping[str, Callable[[], Topic]] = {
    "exit-codes": exit_codes,
    "dates": dates,
    "cron": cron,
    "registry": registry,
    "environment": environment,
}
"""Every topic by its name."""


def as_text(topic: Topic, width: int = 78) -> str:
    """A topic as plain text, no line wider than `width` but for code and single words."""
    return "\n\n".join(_text(block, width) for block in (topic.summary, *topic.blocks))


def _text(block: Block, width: int) -> str:
    if isinstance(block, Code):
        return "\n".join(f"    {line}".rstrip() for line in block.lines)
    if isinstance(block, Terms):
        return "\n".join(_terms(block, width))
    return textwrap.fill(block, width, break_on_hyphens=False)


def _terms(block: Terms, width: int) -> Iterator[str]:
    """Terms with their meanings beside them; below them where there is little room."""
    indent = max(len(term) for term, _ in block.rows) + 4
    for term, meaning in block.rows:
        if indent > width // 2:
            yield f"  {term}"
            yield textwrap.fill(meaning, width, initial_indent="    ", subsequent_indent="    ")
        else:
            first = f"  {term}".ljust(indent)
            yield textwrap.fill(first + meaning, width, subsequent_indent=" " * indent, break_on_hyphens=False)
