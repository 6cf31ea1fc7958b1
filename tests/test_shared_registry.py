"""What is taken for a shared registry, and which update of one is believed."""

from __future__ import annotations

import re

import pytest

from showstatus.sources.base import Unusable
from showstatus.sources.registry import LONGEST_LINE, MOST_BYTES, doubt, read

SHOW = b'[show.x]\ntitle = "X"\n'


def refusal(data: bytes) -> str:
    with pytest.raises(Unusable) as refused:
        read(data)
    return str(refused.value)


def claims(count: int) -> bytes:
    return b"".join(b'[[claim]]\nshow = "x"\nkind = "ended"\non = 2024-01-%02d\n' % day for day in range(1, count + 1))


def test_shows_or_claims_make_a_registry() -> None:
    assert (1, 0) == (len(read(SHOW).shows), len(read(SHOW).claims))
    assert (0, 2) == (len(read(claims(2)).shows), len(read(claims(2)).claims))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "TOML that is no registry: no show and no claim"),
        (b"# nothing\nchecked = 2024-01-01\n", "TOML that is no registry: no show and no claim"),
        (b'[project]\nname = "x"\n', "TOML that is no registry.*unknown key “project”"),
        (b'[[claim]]\nshow = "x"\nkind = "frobbed"\n', "TOML that is no registry.*unknown kind"),
        (b"\n<!DOCTYPE html><html>", "HTML instead of a registry"),
        (b"[show.x\n", r"something that is no TOML.*line 1, column 8"),
        (SHOW + b"[show.x]\n", "something that is no TOML"),
        (b"\xff\xfe" + SHOW, "bytes that are not UTF-8"),
        (b"x = " + b"[\n" * 100_000, "brackets that are nested too deep"),
        (b"x = " + b"[" * LONGEST_LINE, "a line of more than"),
        (b".".join([b"x"] * 2000) + b" = 1\n", "brackets that are nested too deep"),
        (SHOW + b"ids = { tmdb = 0x" + b"f" * 4500 + b" }\n", "a number does not fit into 64 bits"),
        (SHOW + b"#\n" * (MOST_BYTES // 2), "more than 8 million bytes"),
    ],
)
def test_what_is_no_registry_is_refused(data: bytes, why: str) -> None:
    assert re.search(why, refusal(data))


def test_what_is_wrong_in_one_place_hides_nothing_else() -> None:
    rows = read(SHOW + b'tags = 3\n[[claim]]\nshow = "x"\nkind = "frobbed"\n' + claims(1))

    assert ({"x"}, 1, 2) == ({*rows.shows}, len(rows.claims), len(rows.problems))


@pytest.mark.parametrize(
    ("before", "now", "why"),
    [
        (0, 0, None),
        (1, 1, None),
        (4, 2, None),
        (4, 9, None),
        (4, 1, "with one claim where there were 4"),
        (9, 4, "with 4 claims where there were 9"),
        (1, 0, "with no claims where there were 1"),
    ],
)
def test_an_update_that_shrinks_by_more_than_half_is_not_believed(before: int, now: int, why: str | None) -> None:
    assert why == doubt(read(SHOW + claims(before)), read(SHOW + claims(now)))
