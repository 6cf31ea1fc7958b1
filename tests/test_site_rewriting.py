"""What a site writes when it is made again, and whose files it leaves alone."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

from showstatus.replacing import LEFT_AFTER
from tests.cli import Cli


def _snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_nothing_is_written_where_nothing_changed(cli: Cli, site: Path) -> None:
    before = _snapshot(site)
    again = cli.ok("site", str(site), "--all", "--json").document

    assert ("published", 6, 0, 0) == (again["action"], again["shows"], again["written"], again["removed"])
    assert before == _snapshot(site)


def test_a_change_writes_the_pages_of_its_show_and_those_that_tell_of_all(cli: Cli, site: Path) -> None:
    before = _snapshot(site)
    cli.ok("claim", "severance", "renewed", "--season", "2", "--on", "2023-01-10", "--by", "Apple TV+")
    cli.ok("site", str(site), "--all")
    changed = {name for name, kept in _snapshot(site).items() if before.get(name) != kept}

    together = {"index.html", "feed.xml", "calendar.ics", "shows.toml", "shows.json"}
    assert {"shows/severance.html", "shows/severance.json"} | together == changed


def test_a_page_that_was_tampered_with_or_lost_is_made_again(cli: Cli, site: Path) -> None:
    before = {name: content for name, (content, _) in _snapshot(site).items()}
    (site / "shows" / "glow.html").write_text("tampered", encoding="utf-8")
    (site / "shows" / "severance.json").unlink()
    cli.ok("site", str(site), "--all")

    assert before == {name: content for name, (content, _) in _snapshot(site).items()}


def test_what_killed_builds_left_goes_with_the_first_build_an_hour_later(cli: Cli, site: Path) -> None:
    before, now = _snapshot(site), time.time()
    for folder in (site, site / "shows"):
        for name, written in {"0123456789ab": now - LEFT_AFTER - 1, "ba9876543210": now - LEFT_AFTER / 2}.items():
            path = folder / f".glow.html.showstatus-{name}.tmp"
            path.touch()
            os.utime(path, (written, written))
    cli.ok("site", str(site), "--all")

    left = ".glow.html.showstatus-ba9876543210.tmp"
    assert {left, os.path.join("shows", left)} == _snapshot(site).keys() - before.keys()


def test_the_same_registry_and_day_give_the_same_bytes_whatever_was_kept(cli: Cli, site: Path, tmp_path: Path) -> None:
    cli.ok("site", str(tmp_path / "kept"), "--all", PYTHONHASHSEED="7")
    cli.store.unlink()
    cli.ok("site", str(tmp_path / "new"), "--all", PYTHONHASHSEED="8")
    first, kept, new = (
        {name: content for name, (content, _) in _snapshot(folder).items()}
        for folder in (site, tmp_path / "kept", tmp_path / "new")
    )

    assert first == kept == new


def test_a_show_that_is_gone_takes_its_pages_along_and_nothing_else(cli: Cli, site: Path) -> None:
    (site / "shows" / "mine.html").write_text("not ours", encoding="utf-8")
    (site / "CNAME").write_text("example.org", encoding="utf-8")
    cli.ok("add", "glow", "severance")
    done = cli.ok("site", str(site), "--json").document

    assert (2, 8) == (done["shows"], done["removed"])
    assert ["glow.html", "glow.json", "mine.html", "severance.html", "severance.json"] == sorted(
        os.listdir(site / "shows")
    )
    assert (site / "CNAME").exists()


@pytest.mark.parametrize("name", ["index.html", "shows.toml", "shows/mine.html", "site.css"])
def test_a_folder_with_files_of_somebody_else_is_left_alone(cli: Cli, tmp_path: Path, name: str) -> None:
    mine = tmp_path / "home" / name
    mine.parent.mkdir(parents=True)
    mine.write_text("mine", encoding="utf-8")

    assert "was not made by showstatus" in cli.fails(2, "site", str(tmp_path / "home"), "--all")
    assert [mine] == [path for path in (tmp_path / "home").rglob("*") if path.is_file()]


def test_a_build_that_was_stopped_can_go_on(cli: Cli, site: Path) -> None:
    before = {name: content for name, (content, _) in _snapshot(site).items()}
    for name in ("index.html", "shows.json", "shows/glow.html"):
        (site / name).unlink()
    cli.ok("site", str(site), "--all")

    assert before == {name: content for name, (content, _) in _snapshot(site).items()}


def test_no_registry_is_ever_written_over(cli: Cli, site: Path) -> None:
    cli.write("[show.glow] # mine\n")
    assert "is a registry" in cli.fails(2, "export", "toml", "--output", str(cli.registry))
    assert "is a registry" in cli.fails(2, "site", str(cli.registry.parent))
    link = site / "shows.toml"
    link.unlink()
    link.symlink_to(cli.registry)
    assert "is a registry" in cli.fails(2, "site", str(site))

    assert "[show.glow] # mine\n" == cli.text


def test_a_list_of_pages_cannot_make_it_delete_what_lies_elsewhere(cli: Cli, site: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim.html"
    victim.write_text("x", encoding="utf-8")
    rows = [{"page": page} for page in ("shows/../../victim.html", "../victim.html", str(victim), None)]
    (site / "shows.json").write_text(json.dumps({"shows": [*rows, 3]}), encoding="utf-8")
    cli.ok("site", str(site), "--all")

    assert victim.exists()
