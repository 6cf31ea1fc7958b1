"""Text from elsewhere is harmless in every view, and JSON hands it on unchanged."""

from __future__ import annotations

import json
import unicodedata
from functools import partial

import pytest

from tests.cli import DAY, ESCAPES, Cli, plain, together, widest

EVIL = {
    "steering": "\x1b[31mRed\x1b[2J\x1b]0;title\x07\x1b]8;;http://evil\x1b\\link\x9b31m a\u202eb\u2066\u200f\ufeff",
    "markup": "[bold red]Loud[/] [link=http://evil]x[/link] :smile: [/nothing] <script>alert('&')</script>",
    "breaks": "one\ntwo\r\nthree\tfour\u2028five\x0bsix\x00seven\x85eight\u2029nine",
    "shapes": "進撃の巨人 e\u0301 👩\u200d👩\u200d👧 a\u200bb\U000e0041\U000e0042",
}
STEERS = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
JOINERS = "\u200c\u200d\u00ad"
VIEWS = ("check evil --explain", "log evil", "list", "next", "timeline evil", "calendar 2023-12", "binge evil")


def _registry(evil: str) -> str:
    """A registry in which everything that can be text is this one."""
    text = json.dumps(evil)  # JSON and TOML write texts alike
    return f"""
checked = {DAY}

[show.evil]
title = {text}
qualifier = {text}
aliases = [{text}]
platform = {text}
country = {text}
genres = [{text}]
tags = [{text}]
note = {text}
ids = {{ imdb = {text} }}

[[claim]]
show = "evil"
kind = "premiered"
season = 1
value = 2022-01-01
by = {text}
url = {text}

[[claim]]
show = "evil"
kind = "split"
season = 2
parts = [{text}, {text}]
on = 2022-02-01
by = {text}

[[claim]]
show = "evil"
kind = "filming-wrapped"
season = 2
value = 2022-12-01
on = 2022-12-02
by = {text}
reports = {text}
said = {text}

[[claim]]
show = "evil"
kind = "filming-wrapped"
season = 2
value = 2022-11-01
on = 2022-12-05
by = {text}

[[claim]]
show = "evil"
kind = "cast"
season = 2
cast = [{{ actor = {text}, character = {text} }}]
on = 2022-12-02

[[claim]]
show = "evil"
kind = "film-ordered"
film = {text}
concludes = true
on = 2022-12-03
by = {text}
"""


def _toml(text: str) -> str:
    """TOML has no surrogate pairs and wants its own escape for what lies beyond the first plane."""
    return "".join(char if ord(char) < 0x10000 else f"\\U{ord(char):08x}" for char in text)


@pytest.fixture(params=EVIL)
def evil(request: pytest.FixtureRequest, cli: Cli) -> str:
    text = EVIL[request.param]
    written = _registry("@").replace('"@"', json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f"))
    cli.write(_toml(written).replace("\x9b", "\\u009b"))
    cli.ship("")
    return text


def _harmless(text: str) -> bool:
    return not [char for char in text if char not in "\n\t" + JOINERS and unicodedata.category(char) in STEERS]


@pytest.mark.parametrize("look", ["pipe", "card"])
def test_what_is_shown_steers_nothing(cli: Cli, evil: str, look: str) -> None:
    color = "always" if look == "card" else "never"
    done = together(*(partial(cli.ok, *view.split(), "--color", color, COLUMNS="72") for view in VIEWS))
    for view, out in zip(VIEWS, (one.out for one in done), strict=True):
        assert _harmless(out if look == "pipe" else plain(out)), view
        if look == "pipe":
            widths = {"check": 2, "log": 6, "list": 18, "next": 18, "timeline": 12, "calendar": 11, "binge": 14}
            width = widths[view.split()[0]]
            assert {width} >= {line.count("\t") + 1 for line in out.splitlines()}
        else:
            assert widest(out) <= 72


def test_markup_is_text(cli: Cli) -> None:
    cli.ship(_registry("[bold]Loud[/] :smile: <b>&amp;</b>"))
    for view in ("check evil", "list", "log evil"):
        seen = plain(cli.ok(*view.split(), "--color", "always", COLUMNS="400").out)
        assert "[bold]Loud[/] :smile: <b>&amp;</b>" in seen


def test_json_hands_text_on_unchanged(cli: Cli, evil: str) -> None:
    document = cli.ok("check", "evil", "--json").document
    assert [evil] * 4 == [document["show"][key] for key in ("title", "qualifier", "platform", "country")]
    assert [[evil], [evil], {"imdb": evil}] == [document["show"][key] for key in ("aliases", "genres", "ids")]
    wrapped = next(claim for claim in document["evidence"] if claim["kind"] == "filming-wrapped" and claim["reports"])
    assert [evil, evil] == [wrapped["by"], wrapped["reports"]]
    assert evil == next(claim for claim in document["evidence"] if claim["kind"] == "premiered")["url"]
    assert evil == next(c for c in document["evidence"] if c["kind"] == "film-ordered")["subject"][0]["title"]
    row = cli.ok("list", "--json").document["shows"][0]
    assert [evil, evil, evil, [evil]] == [row[key] for key in ("title", "qualifier", "platform", "tags")]
    assert evil == cli.ok("log", "evil", "--json").document["title"]
    assert [[evil], evil] == [document["tags"], document["note"]]


def test_what_is_typed_is_stored_unchanged_and_told_harmlessly(cli: Cli, evil: str) -> None:
    if "\x00" in evil:
        evil = evil.replace("\x00", "")  # no command line can hold it
    done = [
        cli.ok("note", "evil", evil),
        cli.ok("tag", "evil", evil),
        cli.ok("claim", "evil", "cast", "--season", "2", "--actor", evil, "--by", evil, "--url", evil, "--said", evil),
        cli.ok("add", "--new", evil, "--qualifier", "2"),
    ]
    assert [1] * 4 == [one.out.count("\n") for one in done]
    assert all(_harmless(one.out + one.err) for one in done)
    rows = {row["slug"]: row for row in cli.ok("list", "--json").document["shows"]}
    assert evil in rows["evil"]["tags"]
    assert evil in [row["title"] for slug, row in rows.items() if slug != "evil"]
    assert _harmless(cli.run("doctor").out)


def test_an_error_about_it_is_one_harmless_line(cli: Cli, evil: str) -> None:
    evil = evil.replace("\x00", "")
    for words in (
        ["check", f"zzqq {evil}"],
        ["check", "evil", evil],
        ["alias", "evil", "x", "--registry", f"/dev/null/{evil}"],
    ):
        done = cli.run(*words)
        assert ("", 1) == (done.out, done.err.count("\n"))
        assert _harmless(done.err)


def test_a_slug_may_be_hostile_too(cli: Cli) -> None:
    cli.ship(
        '[show."\\u001b[31mx\\ny"]\ntitle = "Slug"\n'
        + "".join(
            f'[[claim]]\nshow = "\\u001b[31mx\\ny"\nkind = "premiered"\nseason = {n}\nvalue = {2000 + n}-01-01\n'
            for n in range(1, 12)
        )
    )
    for view in ("check slug", "log slug", "list", "check slug --json", "doctor --shipped"):
        for color in ("always", "never"):
            assert _harmless(ESCAPES.sub("", cli.run(*view.split(), "--color", color).out)), view
    assert "\x1b[31mx\ny" == cli.ok("check", "slug", "--json").document["show"]["slug"]
    cli.ok("tag", "slug", "ok")
    assert 1 == len(cli.ok("list", "--tag", "ok").rows)


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://example.org/a", True),
        ("http://example.org/a", True),
        ("https://example.org/\\u001b]8;;\\u001b\\\\", False),
        ("https://example.org/\\u0007", False),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
    ],
)
def test_only_harmless_addresses_become_links(cli: Cli, url: str, linked: bool) -> None:
    cli.ship(
        f'[show.x]\ntitle = "X"\n[[claim]]\nshow = "x"\nkind = "cancelled"\non = 2022-01-01\nby = "Y"\nurl = "{url}"\n'
    )
    seen = cli.ok("check", "x", "--color", "always").out
    assert linked == ("\x1b]8;" in seen)
    assert _harmless(plain(seen))


def test_a_number_too_long_to_be_written_is_a_damaged_file(cli: Cli) -> None:
    cli.write(f"[show.x]\nids = {{ tmdb = 0x{'f' * 4000} }}\n")

    assert "a number does not fit into 64 bits" in cli.fails(6, "check", "heartstopper")
