"""The public API: `__all__` is the truth, its page runs, it loads nothing before it is used, and it writes safely."""

from __future__ import annotations

import dataclasses
import datetime as dt
import doctest
import os
import re
import subprocess
import sys
import time
import typing
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

import showstatus
from showstatus import Registry, UsageError
from showstatus.ledger.fetched import Fetched
from showstatus.sources.tmdb import TMDB
from showstatus.sync import keep
from tests.cli import SHIPPED

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "api.md"
DAY = dt.date(2023, 1, 11)


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Registry]:
    """A registry in a home of its own, with the small shipped registry of `tests.cli`."""
    for name in ("data", "state", "config", "cache"):
        monkeypatch.setenv(f"XDG_{name.upper()}_HOME", str(tmp_path / name))
    monkeypatch.delenv("SHOWSTATUS_REGISTRY", raising=False)
    shipped = tmp_path / "shipped.toml"
    shipped.write_text(SHIPPED, encoding="utf-8")
    with Registry(shipped=shipped) as opened:
        yield opened


def _public() -> dict[str, object]:
    return {name: getattr(showstatus, name) for name in showstatus.__all__}


def test_every_public_name_is_there_and_nothing_else() -> None:
    homes = {name for names in showstatus._HOMES.values() for name in names}

    assert {*homes, "__version__"} == set(showstatus.__all__)
    assert sorted(set(showstatus.__all__)) == showstatus.__all__
    assert set(showstatus.__all__) <= set(dir(showstatus))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = showstatus.nothing  # type: ignore[attr-defined]


def _ours(hint: object) -> set[type]:
    """The classes of the package that a type is made of."""
    inner = {one for argument in typing.get_args(hint) for one in _ours(argument)}
    mine = isinstance(hint, type) and hint.__module__.startswith("showstatus")
    return inner | {hint} if mine and isinstance(hint, type) else inner


def _returned(cls: type) -> set[type]:
    """The classes of the package that a class's methods, properties and fields give."""
    known = vars(sys.modules[cls.__module__]) | _public()
    found: set[type] = set()
    for base in cls.__mro__[:-1]:
        for name, member in vars(base).items():
            function = member.fget if isinstance(member, property) else member
            told = getattr(function, "__annotations__", {}).get("return")
            if told is not None and not name.startswith("_"):
                found |= _ours(eval(told, {**vars(typing), **vars(sys.modules[base.__module__]), **known}))
    if dataclasses.is_dataclass(cls):
        hints = typing.get_type_hints(cls, known)
        found |= {one for field in dataclasses.fields(cls) for one in _ours(hints[field.name])}
    return found


INNER = {"Explanation", "Kind", "Run", "Season"}
"""Classes that public ones hand on and that may still change: the API page does not name them."""


def test_every_type_that_the_surface_gives_is_public_or_known_to_be_inner() -> None:
    public = {value for value in _public().values() if isinstance(value, type)}
    given = {one.__name__ for cls in public for one in _returned(cls) - public}

    assert INNER == given


def test_every_public_name_is_on_the_page() -> None:
    text = PAGE.read_text(encoding="utf-8")

    assert [name for name in showstatus.__all__ if name not in text] == []


def test_the_examples_of_the_page_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("data", "state", "config", "cache"):
        monkeypatch.setenv(f"XDG_{name.upper()}_HOME", str(tmp_path / name))
    for name in ("SHOWSTATUS_REGISTRY", "SHOWSTATUS_SHIPPED"):
        monkeypatch.delenv(name, raising=False)
    failed, tried = doctest.testfile(str(PAGE), module_relative=False)

    assert (0, True) == (failed, tried > 10)


def test_importing_the_package_loads_none_of_its_modules() -> None:
    told = "import sys, showstatus; print(sorted(name for name in sys.modules if name.startswith('showstatus')))"
    heavy = "print(set(sys.modules) & {'dataclasses', 'sqlite3', 'tomllib', 'datetime', 're'})"
    command = [sys.executable, "-S", "-c", f"import sys; sys.path.insert(0, {str(PAGE.parents[2] / 'src')!r}); {told}"]
    ran = subprocess.run([*command[:-1], f"{command[-1]}; {heavy}"], capture_output=True, text=True, check=True)

    assert ["['showstatus']", "set()"] == ran.stdout.splitlines()


def test_an_added_claim_is_known_at_once_and_a_second_time_changes_nothing(registry: Registry) -> None:
    told = {"season": 2, "value": dt.date(2023, 8, 3), "by": "Netflix"}
    first = registry.add_claim("heartstopper", "date-announced", on="2023-01-10", **told)  # type: ignore[arg-type]
    text = Path(registry.path).read_text(encoding="utf-8")
    second = registry.add_claim("heartstopper", "date-announced", on=dt.date(2023, 1, 10), **told)  # type: ignore[arg-type]

    coming = registry.report("heartstopper", DAY).next
    assert coming is not None
    assert (dt.date(2023, 8, 3), second) == (coming.date, first)
    assert text == Path(registry.path).read_text(encoding="utf-8")
    assert "value = 2023-08-03\n" in text


@pytest.mark.parametrize(("days", "decision"), [(179, "cancelled"), (181, "pending")])
def test_what_tmdb_said_is_shown_for_six_months_only(registry: Registry, days: int, decision: str) -> None:
    assert "pending" == registry.report("severance", DAY).status.decision
    said = TMDB().read_show({"id": 95396, "name": "Severance", "status": "Canceled"})
    with closing(Fetched(registry._where.fetched, time.time() - days * 86_400)) as fetched:
        keep(said, "severance", fetched, DAY)
    with Registry(shipped=registry._where.shipped or False) as opened:
        assert decision == opened.report("severance", DAY).status.decision


def test_a_partial_date_is_written_as_it_was_said(registry: Registry) -> None:
    summer = showstatus.PartialDate("2023-22", dt.date(2023, 6, 1), dt.date(2023, 9, 1), "season")
    registry.add_claim("heartstopper", "window-announced", season=2, value=summer, on=DAY)

    assert 'value = "2023-22"\n' in Path(registry.path).read_text(encoding="utf-8")


def test_what_is_no_claim_is_refused_and_nothing_is_written(registry: Registry) -> None:
    for kind, details in (("nonsense", {}), ("date-announced", {"value": "2023"}), ("renewed", {"season": 0})):
        with pytest.raises(UsageError, match=r"^This is no claim: "):
            registry.add_claim("heartstopper", kind, on=DAY, **details)
    with pytest.raises(UsageError, match="moment"):
        registry.add_claim("heartstopper", "renewed", on=dt.datetime(2023, 1, 1, tzinfo=dt.UTC))

    assert not Path(registry.path).exists()


def test_comments_in_the_file_survive_an_added_claim(registry: Registry) -> None:
    Path(registry.path).parent.mkdir(parents=True)
    Path(registry.path).write_text("# mine\n[show.glow] # the wrestlers\n", encoding="utf-8")
    with Registry(registry.path, shipped=False) as alone:
        alone.add_claim("glow", "cancelled", on="2020-10-05", by="Netflix")

    assert (
        Path(registry.path).read_text(encoding="utf-8").startswith("# mine\n[show.glow] # the wrestlers\n\n[[claim]]")
    )


def test_without_the_shipped_registry_only_ones_own_shows_are_known(registry: Registry) -> None:
    with Registry(registry.path, shipped=False) as alone:
        assert [] == alone.shows()
    assert "heartstopper" in [show.slug for show in registry.shows()]
    assert [] == registry.shows(followed=True)


def test_the_readmes_example_runs(tmp_path: Path) -> None:
    text = (PAGE.parents[2] / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```python\n(.*?)^```$", text, re.M | re.S)
    environment = {**os.environ, "HOME": str(tmp_path), "PYTHONPATH": str(PAGE.parents[2] / "src")}
    kept = {key: value for key, value in environment.items() if not key.startswith(("SHOWSTATUS_", "XDG_"))}
    ran = subprocess.run([sys.executable, "-c", example], env=kept, capture_output=True, text=True, check=True)

    assert "No. Netflix renewed Heartstopper for seasons 2 and 3 on 20 May 2022.\n" == ran.stdout
