"""What the store keeps changes no answer: it may be deleted, old, of another day or another width."""

from __future__ import annotations

import os
import re
import sqlite3
from pathlib import Path

import pytest

from showstatus.ledger.ledger import Ledger
from tests.cli import SHIPPED, Cli

VIEWS = (
    "check heartstopper", "check heartstopper --json", "check heartstopper --season 3 --explain",
    "check heartstopper --color always", "list", "list --json", "next",
)  # fmt: skip


def _seen(cli: Cli, view: str, **environ: str | None) -> str:
    """An answer, but for the numbers that rich gives its links, which are drawn by lot."""
    return re.sub(r"\x1b\]8;id=\d+;", "", cli.ok(*view.split(), **environ).out)


@pytest.mark.parametrize("view", VIEWS)
def test_an_answer_is_the_same_fresh_kept_and_without_the_store(cli: Cli, view: str) -> None:
    fresh = _seen(cli, view)
    kept = _seen(cli, view)
    cli.store.unlink()
    assert [fresh] * 4 == [kept, _seen(cli, view), _seen(cli, view, XDG_STATE_HOME="/dev/null"), _seen(cli, view)]


def test_a_changed_registry_changes_the_answer_at_once(cli: Cli) -> None:
    assert "pending" == cli.ok("check", "severance").pairs["decision"]
    cli.ok("claim", "severance", "renewed", "--season", "2", "--on", "2022-04-06")
    assert "renewed" == cli.ok("check", "severance").pairs["decision"]
    cli.registry.unlink()
    assert "pending" == cli.ok("check", "severance").pairs["decision"]
    cli.ship(SHIPPED + '[[claim]]\nshow = "severance"\nkind = "ended"\non = 2022-12-01\n')
    assert "ended" == cli.ok("check", "severance").pairs["decision"]


def test_a_change_is_seen_though_size_and_time_stay(cli: Cli) -> None:
    before = '[show.glow]\nplatform = "Aaaa"\n'
    cli.write(before)
    stat = cli.registry.stat()
    assert "Aaaa" == cli.ok("check", "glow").pairs["platform"]
    cli.write(before.replace("Aaaa", "Bbbb"))
    os.utime(cli.registry, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert "Bbbb" == cli.ok("check", "glow").pairs["platform"]


def test_another_day_is_another_answer(cli: Cli) -> None:
    days = ("2022-05-01", "2022-05-20", "2023-01-11")
    first = [_seen(cli, "check heartstopper", SHOWSTATUS_AS_OF=day) for day in days]
    again = [_seen(cli, f"check heartstopper --as-of {day}") for day in days]
    assert (first, 3) == (again, len(set(first)))
    rows = [_seen(cli, f"list --as-of {day}") for day in days]
    assert rows == [_seen(cli, f"list --as-of {day}") for day in days]
    assert 3 == len(set(rows))


def test_every_look_is_drawn_anew(cli: Cli) -> None:
    looks: list[dict[str, str | None]] = [
        {"COLUMNS": "60", "SHOWSTATUS_COLOR": "always"}, {"COLUMNS": "100", "FORCE_COLOR": "1"},
        {"PYTHONIOENCODING": "ascii", "FORCE_COLOR": "1"}, {},
    ]  # fmt: skip
    words = ("check glow", "check glow --explain")
    drawn = [_seen(cli, view, **look) for view in words for look in looks]
    cli.store.unlink()
    assert drawn[::-1] == [_seen(cli, view, **look) for view in reversed(words) for look in reversed(looks)]


def test_two_registries_do_not_answer_for_each_other(cli: Cli, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.toml").write_text(f'[show.glow]\nplatform = "{name}"\n')
    for _ in range(2):
        for name in ("one", "two"):
            said = cli.ok("check", "glow", "--registry", str(tmp_path / f"{name}.toml"))
            assert name == said.pairs["platform"]


def test_following_changes_the_list_and_nothing_else_of_a_show(cli: Cli) -> None:
    assert 6 == len(cli.ok("list").rows)
    alone = cli.ok("check", "glow").out
    cli.ok("add", "glow")
    assert (1, alone) == (len(cli.ok("list").rows), cli.ok("check", "glow").out)
    cli.ok("remove", "glow")
    assert 6 == len(cli.ok("list").rows)


def test_what_another_version_kept_is_not_believed(cli: Cli) -> None:
    usual = cli.ok("check", "glow").out
    with sqlite3.connect(cli.store) as connection:
        connection.execute("UPDATE answer SET body = '0\nfalse', basis = basis || 'x'")
        connection.execute("UPDATE layout SET version = 'older'")
    connection.close()
    assert usual == cli.ok("check", "glow").out


def test_ten_thousand_shows_change_no_answer_about_one(cli: Cli) -> None:
    filler = "".join(
        f'[show.filler-{number}]\ntitle = "Filler {number}"\nplatform = "Nowhere"\n\n'
        f'[[claim]]\nshow = "filler-{number}"\nkind = "premiered"\nseason = 1\nvalue = 2022-01-01\n\n'
        for number in range(10_000)
    )
    views = (
        "check heartstopper",
        "check heartstopper --json",
        "log heartstopper",
        "check hotd",
        "check severance --explain",
    )
    few = [_seen(cli, view) for view in views]
    cli.ship(SHIPPED + filler)
    assert few == [_seen(cli, view) for view in views]
    assert "Filler 9999" == cli.ok("check", "filler-9999").pairs["show"]
    assert "Did you mean “Heartstopper”?" in cli.fails(3, "check", "hartstoper")
    assert "the-office-uk" in cli.fails(4, "check", "the office")


def test_an_index_answers_alike_from_disk_and_from_memory(tmp_path: Path) -> None:
    shipped = tmp_path / "shipped.toml"
    shipped.write_text(SHIPPED, encoding="utf-8")
    stores = [str(tmp_path / "a.db"), str(tmp_path / "a.db"), None, "/dev/null/x.db"]
    ledgers = [Ledger(store, shipped=str(shipped), user=str(tmp_path / "none.toml")) for store in stores]
    assert [False, False, False, True] == [ledger.note is not None for ledger in ledgers]
    entries = [list(ledger.entries(followed=False)) for ledger in ledgers]
    assert entries[:1] * 4 == entries
    assert 1 == len({ledger.digest for ledger in ledgers})
    assert ledgers[0].complete("he") == ledgers[2].complete("he") == ["heartstopper"]
    for ledger in ledgers:
        ledger.close()
