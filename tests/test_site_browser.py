"""The static site in a real Chromium: it works, it is readable by everybody, and nothing leaves it.

Skipped where Chromium, Node.js or the two packages of `tests/browser` are missing; `scripts/browser` installs them.
"""

from __future__ import annotations

import functools
import http.server
import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli import Cli
from tests.test_site import HOSTILE

HERE = Path(__file__).resolve().parent / "browser"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
NODE = shutil.which("node")
MISSING = [
    what
    for what, there in (
        ("Chromium", CHROMIUM),
        ("Node.js", NODE),
        ("playwright-core and axe-core", (HERE / "node_modules" / "axe-core").exists()),
    )
    if not there
]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"{', '.join(MISSING)} missing: scripts/browser installs them")
NOW = "2023-01-11T12:00:00Z"
MORE = """
[show.dated]
title = "Dated & Sons"
platform = "HBO"
aliases = ["The Firm"]
[[claim]]
show = "dated"
kind = "date-announced"
season = 1
value = 2023-01-13
on = 2023-01-02
by = "HBO"
[show.creme]
title = "Crème brûlée"
platform = "HBO"
"""
SHOWN = "(await page.$$eval('#shows li:not([hidden]) a', links => links.map(link => link.textContent)))"


class Browser:
    """Chromium, one fresh start a question."""

    def __init__(self, site: Path) -> None:
        self.site = site

    def ask(self, page: str, script: str = "", **settings: Any) -> Any:
        """What the script returns on a page; nothing may be logged, and nothing asked of anywhere else."""
        told = self.open(f"{self.site.as_uri()}/{page}", script, **settings)
        assert [] == told["console"]
        assert [] == [url for url in told["requests"] if not url.startswith(self.site.as_uri())]
        return told["result"]

    def open(self, url: str, script: str = "", **settings: Any) -> Any:
        question = {"browser": CHROMIUM, "url": url, "script": script, "now": NOW, **settings}
        ran = subprocess.run(
            [NODE or "node", "drive.mjs"],
            cwd=HERE,
            input=json.dumps(question),
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert 0 == ran.returncode, ran.stderr
        return json.loads(ran.stdout)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with shows of every sort, a hostile one among them."""
    home = tmp_path_factory.mktemp("home")
    cli = Cli(home)
    cli.write(HOSTILE + MORE)
    cli.ok("site", str(home / "site"), "--all")
    return home / "site"


@pytest.fixture(scope="module")
def browser(folder: Path) -> Browser:
    return Browser(folder)


def test_the_search_finds_titles_aliases_and_platforms_without_accents_and_case(browser: Browser) -> None:
    script = f"""
      const found = [];
      for (const asked of ["CREME", "firm", "hbo", "heart net", "nothing like it", ""]) {{
        await page.fill('#search', asked);
        found.push([{SHOWN}.length, await page.textContent('#count'), await page.isVisible('#none')]);
      }}
      return found;"""

    assert [
        [1, "1 of 9 shows", False],
        [1, "1 of 9 shows", False],
        [3, "3 of 9 shows", False],
        [1, "1 of 9 shows", False],
        [0, "0 of 9 shows", True],
        [9, "9 shows", False],
    ] == browser.ask("index.html", script)


def test_the_filters_narrow_what_the_search_left(browser: Browser) -> None:
    script = f"""
      await page.selectOption('#platform', 'Netflix');
      const all = {SHOWN};
      await page.selectOption('#decision', 'cancelled');
      const over = {SHOWN};
      await page.fill('#search', 'heart');
      await page.click('#reset');
      return [all, over, ({SHOWN}).length];"""

    assert [["Heartstopper", "GLOW"], ["GLOW"], 9] == browser.ask("index.html", script)


def test_more_than_a_screenful_of_hundreds_is_shown_on_demand(tmp_path: Path) -> None:
    cli = Cli(tmp_path)
    cli.write("".join(f'[show.show-{number}]\ntitle = "Show {number}"\n' for number in range(701)))
    cli.ok("site", str(tmp_path / "site"))
    script = f"""
      const counts = [({SHOWN}).length];
      await page.click('#more');
      counts.push(({SHOWN}).length, await page.isVisible('#more'));
      const focused = await page.evaluate(() => document.activeElement.textContent);
      counts.push(focused === ({SHOWN})[500]);
      await page.fill('#search', 'show 7');
      counts.push(({SHOWN}).length);
      return counts;"""

    assert [500, 701, False, True, 134] == Browser(tmp_path / "site").ask("index.html", script)


def test_the_order_can_be_chosen(browser: Browser) -> None:
    script = f"""
      const orders = {{}};
      for (const order of ['title', 'news', 'decision', 'comes']) {{
        await page.selectOption('#sort', order);
        orders[order] = ({SHOWN}).slice(0, 2);
      }}
      return orders;"""
    orders = browser.ask("index.html", script)

    assert "Crème brûlée" == orders["title"][1]
    assert ["Dated & Sons", "Heartstopper"] == [orders["news"][0], orders["comes"][1]]
    assert ["Dated & Sons", "GLOW"] == [orders["comes"][0], orders["decision"][0]]


def test_what_is_asked_for_stands_in_the_address(browser: Browser) -> None:
    asked = browser.ask(
        "index.html",
        "await page.fill('#search', 'glow'); await page.clock.runFor(300); return page.url().split('/').pop()",
    )

    assert "index.html#search=glow" == asked
    assert ["GLOW"] == browser.ask(asked, f"return {SHOWN}")


def test_a_countdown_ticks(browser: Browser) -> None:
    script = """
      const time = page.locator('time[data-from="2023-01-13"]').first();
      const told = [];
      await page.clock.pauseAt(new Date('2023-01-11T12:10:00Z'));
      for (const milliseconds of [1000, 5000]) {
        await page.clock.runFor(milliseconds);
        told.push(await time.textContent());
      }
      for (const day of ['2023-01-13', '2023-02-13']) {
        await page.clock.pauseAt(new Date(day + 'T08:00:00Z'));
        await page.clock.runFor(1000);
        told.push(await time.textContent());
      }
      return told;"""

    for page in ("index.html", "shows/dated.html"):
        told = browser.ask(page, script)
        assert ["in 1 day 11:49:59", "in 1 day 11:49:54", "today", "the day has passed"] == told


def test_an_estimate_is_counted_down_by_the_words_of_the_page(browser: Browser) -> None:
    script = """
      const read = () => page.$$eval('time[data-from]', times => times.map(time => time.textContent));
      await page.clock.runFor(1000);
      return (await read()).filter(text => !text.includes(':'));"""
    ticking = browser.ask("index.html", script)
    plain = browser.ask("index.html", script, javascript=False)

    assert ticking
    assert set(ticking) < set(plain)


def test_without_script_every_show_is_there_and_nothing_that_would_not_work(browser: Browser) -> None:
    script = f"return [({SHOWN}).length, await page.isVisible('#controls'), await page.isVisible('.countdown time')]"

    assert [9, False, True] == browser.ask("index.html", script, javascript=False)


def test_a_hostile_title_is_shown_and_does_nothing(browser: Browser) -> None:
    script = "await page.clock.runFor(2000); return await page.textContent('h1') + await page.title()"
    told = browser.ask("shows/x.html", script)

    assert 3 <= told.count("<script>alert(1)</script>")
    assert any("<script>alert(1)</script>" in title for title in browser.ask("index.html", f"return {SHOWN}"))


def test_the_keyboard_reaches_everything_in_order(browser: Browser) -> None:
    script = """
      const reached = [];
      for (let step = 0; step < 6; step++) {
        await page.keyboard.press('Tab');
        reached.push(await page.evaluate(() => document.activeElement.id || document.activeElement.textContent));
      }
      return reached;"""

    assert ["Skip to the shows", "search", "decision", "platform", "sort"] == browser.ask("index.html", script)[:5]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("page", ["index.html", "shows/heartstopper.html", "shows/glow.html", "shows/x.html"])
def test_no_rule_of_accessibility_is_broken(browser: Browser, page: str, dark: bool) -> None:
    script = """
      const open = await page.$('details summary');
      if (open) await open.click();
      // axe runs in a world of its own, which the page's policy does not bind.
      const session = await page.context().newCDPSession(page);
      const { frameTree } = await session.send('Page.getFrameTree');
      const world = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
      const run = expression => session.send('Runtime.evaluate', {
        expression, contextId: world.executionContextId, awaitPromise: true, returnByValue: true });
      await run(axe);
      const found = await run(`axe.run(document, {preload: false, resultTypes: ['violations']}).then(found => ({
        broken: found.violations.map(one => one.id + ': ' + one.nodes.map(node => node.html + node.failureSummary)),
        held: found.passes.length}))`);
      return found.result.value;"""
    found = browser.ask(page, script, dark=dark)

    assert [] == found["broken"]
    assert found["held"] > 20


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
@pytest.mark.parametrize("page", ["index.html", "shows/heartstopper.html", "shows/x.html"])
def test_nothing_sticks_out_sideways(browser: Browser, page: str, width: int) -> None:
    assert width == browser.ask(
        page, "return await page.evaluate(() => document.documentElement.scrollWidth)", width=width
    )


@pytest.fixture
def host(folder: Path) -> Iterator[str]:
    """A web server on loopback."""
    handler = functools.partial(_Quiet, directory=os.fspath(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it
        pass


def test_a_web_server_serves_it_alike(browser: Browser, host: str) -> None:
    script = "await page.fill('#search', 'glow'); await page.click('#shows li:not([hidden]) a'); return page.url()"
    told = browser.open(host + "index.html", script)

    assert (f"{host}shows/glow.html", []) == (told["result"], told["console"])
    assert [] == [url for url in told["requests"] if not url.startswith(host)]
