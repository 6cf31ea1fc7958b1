"""The pages of a static site: what is in them, and that nothing in them is obeyed."""

from __future__ import annotations

import json
import os
import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema  # type: ignore[import-untyped]

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


def _page(path: Path) -> _Page:
    return _Page(path.read_text(encoding="utf-8"))


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
