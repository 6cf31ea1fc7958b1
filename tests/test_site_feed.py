"""What a site gives to programs: a registry to subscribe to, a feed, and a calendar."""

from __future__ import annotations

import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import vobject  # type: ignore[import-untyped]

from tests.cli import Cli

ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_registry_to_subscribe_to_gives_the_same_answers(cli: Cli, site: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = Cli(tmp_path / "other", shipped=(site / "shows.toml").read_text(encoding="utf-8"))

    assert set(tomllib.loads(other.shipped.read_text(encoding="utf-8"))["show"]) == {
        path.stem for path in (site / "shows").glob("*.json")
    }
    for slug in ("heartstopper", "glow"):
        told = [on.ok("check", slug, "--json").document for on in (cli, other)]
        assert told[0] == told[1]


def test_the_feed_tells_what_changed_within_a_year_newest_first(cli: Cli, site: Path) -> None:
    feed = ET.parse(site / "feed.xml")
    entries = feed.findall(f"{ATOM}entry")
    days = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]

    assert sorted(days, reverse=True) == days
    assert "2022-01-11" <= min(days) <= max(days) <= "2023-01-12"
    titles = [entry.findtext(f"{ATOM}title") for entry in entries]
    assert "Heartstopper: renewed (was pending)" in titles
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries)
    assert days[0] == feed.findtext(f"{ATOM}updated")
    with_links = cli.ok("site", str(site), "--all", "--url", "https://example.org/tv")
    assert with_links.code == 0
    assert 'href="https://example.org/tv/shows/heartstopper.html"' in (site / "feed.xml").read_text(encoding="utf-8")


def test_an_entry_of_the_feed_keeps_its_id(cli: Cli, site: Path) -> None:
    def ids() -> set[str | None]:
        return {entry.findtext(f"{ATOM}id") for entry in ET.parse(site / "feed.xml").findall(f"{ATOM}entry")}

    before = ids()
    cli.ok("claim", "severance", "renewed", "--season", "2", "--on", "2023-01-10", "--by", "Apple TV+")
    cli.ok("site", str(site), "--all", "--as-of", "2023-01-12")

    assert before < ids()


def test_a_feed_is_xml_whatever_a_title_holds(cli: Cli, tmp_path: Path) -> None:
    claim = '[[claim]]\nshow = "x"\nkind = "renewed"\nseason = 2\non = 2023-01-01\n'
    cli.write(f'[show.x]\ntitle = "a\\u0001b\\uFFFEc & ]]>"\n{claim}')
    cli.ok("site", str(tmp_path / "site"))

    title = ET.parse(tmp_path / "site" / "feed.xml").findtext(f"{ATOM}entry/{ATOM}title")
    assert (title or "").startswith("a\ufffdb\ufffdc & ]]>: ")


def test_the_calendar_of_the_site_is_one_calendar(site: Path) -> None:
    (found,) = vobject.readComponents((site / "calendar.ics").read_bytes().decode())

    assert "season-2.heartstopper@showstatus" in [event.uid.value for event in found.vevent_list]
