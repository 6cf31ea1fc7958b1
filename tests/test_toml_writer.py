"""A show with all that can be said of one, as the text of a registry."""

from __future__ import annotations

import pytest

from showstatus.ledger.book import entry
from showstatus.ledger.toml_writer import registry_text
from tests.registries import layer

SHOW = """\

[show.x]
title = "X"
qualifier = "US"
aliases = ["Ex", "Iks"]
platform = "Netflix"
country = "GB"
genres = ["Drama"]
release = "weekly"
continues = "y"
ids = { imdb = "tt0000001", tvmaze = 590 }
checked = 2024-01-01
"""
OWN = """\
tags = ["a", "b"]
note = "mine"
pin = { decision = "ended", until = 2024-06-01 }
"""
CLAIMS = """\

[[claim]]
show = "x"
kind = "renewed"
seasons = [2, 3]
on = 2022-05-20
by = "Netflix"
reports = "Jane Doe"
url = "https://example.org/renewed"
said = "It is back"

[[claim]]
show = "x"
kind = "saved"
season = 4
platform = "Max"
on = "2022-06"
by = "Max"

[[claim]]
show = "x"
kind = "premiered"
season = 4
part = 2
value = 2023-01-01
rank = "inferred"

[[claim]]
show = "x"
kind = "split"
season = 4
parts = ["4A", "4B"]
on = 2022-07-01

[[claim]]
show = "x"
kind = "episodes"
season = 1
value = 0
rank = "official"

[[claim]]
show = "x"
kind = "cast"
season = 2
cast = [{ actor = "Kit Connor", character = "Nick Nelson", since = 1 }, { actor = "Leila Khan" }]
left = ["Seb Croft"]
on = 2022-09-26

[[claim]]
show = "x"
kind = "film-ordered"
film = "X Forever"
concludes = true
on = 2023-02-01

[[claim]]
show = "x"
kind = "date-announced"
special = "Christmas with X"
value = "2023-12"
on = 2023-02-02
"""


@pytest.mark.parametrize(("private", "expected"), [(True, SHOW + OWN + CLAIMS), (False, SHOW + CLAIMS)])
def test_everything_that_can_be_said_is_written_as_it_was_said(private: bool, expected: str) -> None:
    found = entry("x", [layer(SHOW + OWN + CLAIMS, "x")])

    assert expected == registry_text([found], private=private)
