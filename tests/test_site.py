"""The static site as files: what is in them, that nothing in them is obeyed, and that only what changed is written."""

from __future__ import annotations

import json
import os
import re
import tomllib
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema  # type: ignore[import-untyped]
import pytest
import vobject  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from showstatus.views.site.names import page_name
from tests.cli import Cli, printed_schema

HOSTILE = """\
[show.x]
title = "<script>alert(1)</script>"
qualifier = '"><img src=x onerror=alert(1)>'
aliases = ['"><script>alert(1)</script>']
platform = "'><svg onload=alert(1)>"
genres = ["&lt;b&gt;"]
note = "a secret note"
tags = ["secret-tag"]
pin = { decision = "cancelled" }

[[claim]]
show = "x"
kind = "premiered"
season = 1
value = 2022-02-18
by = "<script>alert(1)</script>"
url = "javascript:alert(1)"

[[claim]]
show = "x"
kind = "renewed"
season = 2
on = 2022-12-20
by = "<script>alert(1)</script>"
url = 'https://example.org/"onmouseover="alert(1)'

[[claim]]
show = "x"
kind = "cast"
season = 2
cast = [{ actor = "<script>alert(1)</script>", character = "]]><script>alert(1)</script>" }]
on = 2022-12-21
"""
ATOM = "{http://www.w3.org/2005/Atom}"


class _Page(HTMLParser):
    """What a browser finds in a page: elements with their attributes, and the text of each kind of element."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: dict[str, str] = {}
        self._open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._open:
            self.text[self._open[-1]] = self.text.get(self._open[-1], "") + data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture
def site(cli: Cli, tmp_path: Path) -> Path:
    """The site of the small shipped registry."""
    cli.ok("site", str(tmp_path / "site"), "--all")
    return tmp_path / "site"


def _page(path: Path) -> _Page:
    return _Page(path.read_text(encoding="utf-8"))


def _snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_show_has_a_page_with_the_answer_as_its_title_and_a_document(site: Path, cli: Cli) -> None:
    page = _page(site / "shows" / "glow.html")
    document = json.loads((site / "shows" / "glow.json").read_text(encoding="utf-8"))

    assert "Yes. Netflix cancelled GLOW on 5 October 2020. · Renewed or cancelled" == page.text["title"]
    assert {"https://example.org/glow"} == {a["href"] for a in page.all("a") if (a["href"] or "").startswith("http")}
    assert cli.ok("check", "glow", "--json").document == document


def test_every_document_fits_the_schema_of_check(site: Path) -> None:
    schema = jsonschema.Draft202012Validator(printed_schema()["properties"]["check"])
    documents = sorted((site / "shows").glob("*.json"))

    assert 6 == len(documents)
    for path in documents:
        schema.validate(json.loads(path.read_text(encoding="utf-8")))


def test_the_index_lists_every_show_soonest_first_and_links_to_pages_that_are_there(site: Path) -> None:
    page = _page(site / "index.html")
    links = [a["href"] or "" for a in page.all("a") if (a["href"] or "").startswith("shows/")]

    assert "shows/heartstopper.html" == links[0]
    assert 6 == len(links)
    assert all((site / link).exists() for link in links)


def test_every_link_between_pages_leads_somewhere(site: Path) -> None:
    for path in site.rglob("*.html"):
        page = _page(path)
        targets = [element.get("href") or element.get("src") for _, element in page.elements]
        for target in targets:
            if target and "://" not in target and not target.startswith("#"):
                assert (path.parent / target).exists(), (path, target)


def test_no_page_may_load_or_run_anything_from_elsewhere(site: Path) -> None:
    for path in site.rglob("*.html"):
        page = _page(path)
        policy = [meta["content"] for meta in page.all("meta") if meta.get("http-equiv") == "Content-Security-Policy"]
        assert policy == [
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; "
            "form-action 'none'"
        ]
        assert [] == page.all("style")
        assert ["site.js"] == [os.path.basename(script.get("src") or "") for script in page.all("script")]
        assert not [
            name for _, element in page.elements for name in element if name.startswith("on") or name == "style"
        ]


def test_hostile_texts_stay_texts_everywhere(cli: Cli, tmp_path: Path) -> None:
    cli.write(HOSTILE)
    cli.ok("site", str(tmp_path / "site"), "--title", "<b>&")
    pages = [_page(path) for path in (tmp_path / "site").rglob("*.html")]

    assert 2 == len(pages)
    for page in pages:
        assert [] == page.all("img") + page.all("style") + page.all("iframe")
        assert 1 == len(page.all("script"))
        assert not [name for _, element in page.elements for name in element if name.startswith("on")]
        assert not [a for a in page.all("a") if (a["href"] or "").startswith("javascript:")]
    assert "<script>alert(1)</script>" in pages[0].text["a"] + pages[1].text["a"]
    feed = ET.parse(tmp_path / "site" / "feed.xml")
    assert "<b>&: changes" == feed.findtext(f"{ATOM}title")


def test_what_the_user_noted_stays_at_home(cli: Cli, tmp_path: Path) -> None:
    cli.write(HOSTILE)
    cli.ok("site", str(tmp_path / "site"))
    everything = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "site").rglob("*") if path.is_file())

    assert "secret" not in everything
    assert '"decision": "renewed"' in everything


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


def test_pages_with_data_that_ask_for_it_name_their_publisher(cli: Cli, tmp_path: Path) -> None:
    claim = '[[claim]]\nshow = "x"\nkind = "premiered"\nseason = 1\nvalue = 2022-03-01\nby = "TMDB"\n'
    cli.write(f"[show.x]\n{claim}[show.y]\n")
    cli.ok("site", str(tmp_path / "site"))
    folder = tmp_path / "site"
    asked = "This product uses the TMDB API but is not endorsed or certified by TMDB."

    for name in ("index.html", "shows/x.html", "shows/x.json", "feed.xml", "calendar.ics", "shows.toml"):
        text = (folder / name).read_text(encoding="utf-8").replace("\n ", "")
        assert (name, True) == (name, asked in text)
    assert asked not in (folder / "shows" / "y.html").read_text(encoding="utf-8")


def test_without_the_packages_the_command_that_installs_them_is_named(cli: Cli, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.mkdir()
    (blocked / "sitecustomize.py").write_text("import sys\nsys.modules['jinja2'] = None\n", encoding="utf-8")
    path = f"{blocked}:{cli.environ['PYTHONPATH']}"
    said = cli.fails(1, "site", str(tmp_path / "site"), PYTHONPATH=path)

    assert "This needs jinja2, which is not installed" in said
    assert "python -m pip install 'showstatus[site]'" in said


def test_an_address_that_is_none_is_refused(cli: Cli, tmp_path: Path) -> None:
    assert "--url is “example.org”" in cli.fails(2, "site", str(tmp_path / "site"), "--url", "example.org")


@pytest.mark.parametrize("slug", ["glow", "the-100", "a", "9-1-1"])
def test_a_plain_slug_is_its_page(slug: str) -> None:
    assert slug == page_name(slug)


@given(st.text(min_size=1), st.text(min_size=1))
def test_no_two_slugs_share_a_page_and_every_name_is_safe(one: str, other: str) -> None:
    assert (one == other) == (page_name(one).lower() == page_name(other).lower())
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]*(\.[0-9a-f]{16})?", page_name(one))
    assert len(page_name(one)) <= 100


@pytest.mark.parametrize("slug", ["con", "com1", "..", "../x", "A", "x" * 200, "進撃の巨人", "a--b", "-a"])
def test_a_slug_that_some_system_would_not_take_gets_another_name(slug: str) -> None:
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]*\.[0-9a-f]{16}", page_name(slug))


def test_a_last_day_that_is_only_assumed_is_not_told(cli: Cli, tmp_path: Path) -> None:
    claim = '[[claim]]\nshow = "{0}"\nkind = "{1}"\nseason = 1\nvalue = {2}\n'
    cli.write(
        '[show.weekly]\nrelease = "weekly"\n[show.ended]\nrelease = "weekly"\n[show.all]\nrelease = "all"\n'
        + "".join(claim.format(slug, "premiered", "2022-03-01") for slug in ("weekly", "ended", "all"))
        + claim.format("ended", "finale", "2022-04-05")
    )
    cli.ok("site", str(tmp_path / "site"))
    cells = {
        slug: re.findall("<td>(.*?)</td>", (tmp_path / "site" / "shows" / f"{slug}.html").read_text(encoding="utf-8"))
        for slug in ("weekly", "ended", "all")
    }

    assert ["1 March 2022", ""] == cells["weekly"]
    assert ["1 March 2022", "5 April 2022"] == cells["ended"]
    assert ["1 March 2022", "1 March 2022"] == cells["all"]
