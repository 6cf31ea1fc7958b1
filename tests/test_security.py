"""What keeps others out and secrets in, where no other test says it; docs/explanation/security.md is the list."""

from __future__ import annotations

import ast
import os
import re
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from showstatus import hooks
from showstatus.private import make_private
from showstatus.replacing import replace
from tests.cli import Cli, together
from tests.refreshing import S1, follow, refresh
from tests.standin import StandIn, season
from tests.standin_tmdb import TOKEN, TMDBStandIn

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "explanation" / "security.md"
NAMED = re.findall(r"`(test_\w+\.py)::([\w:]+)`", PAGE.read_text(encoding="utf-8"))


# --- the page ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_every_test_that_the_page_names_is_there(file: str, name: str) -> None:
    names: set[str] = set()
    tree = ast.parse((HERE / file).read_text(encoding="utf-8"))
    for node in tree.body:
        inner = node.body if isinstance(node, ast.ClassDef) else [node]
        prefix = f"{node.name}::" if isinstance(node, ast.ClassDef) else ""
        names |= {prefix + one.name for one in inner if isinstance(one, ast.FunctionDef)}
    assert name in names


def test_every_line_of_the_page_names_a_test() -> None:
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    rows = [row for row in rows if not row.startswith("| What may happen")]

    assert len(rows) > 30
    assert [] == [row for row in rows if not re.search(r"`test_\w+\.py::", row)]


# --- file modes -------------------------------------------------------------------------------------------------


@pytest.fixture
def careless() -> Iterator[None]:
    """A umask that keeps nobody out."""
    before = os.umask(0)
    yield
    os.umask(before)


FIRST_USES = {
    "add": ("add", "glow"),
    "check": ("check", "glow"),
    "notify add": ("notify", "add", "me", "json://hunter2@127.0.0.1:9/"),
    "registry add": ("registry", "add", "{shipped}"),
    "refresh": ("refresh",),
}


@pytest.mark.parametrize("first", FIRST_USES)
@pytest.mark.usefixtures("careless")
def test_whatever_is_run_first_state_and_secrets_are_for_their_owner_only(
    cli: Cli, standin: StandIn, first: str
) -> None:
    if first == "notify add":
        pytest.importorskip("apprise")
    words = [word.format(shipped=cli.shipped) for word in FIRST_USES[first]]
    cli.ok(*words, **(cli.online(standin.url) if first == "refresh" else {}))

    open_to_others = stat.S_IRWXG | stat.S_IRWXO
    assert 0 == (cli.folder / "state").stat().st_mode & open_to_others
    config = cli.folder / "config" / "showstatus"
    assert [] == [path.name for path in config.glob("*.toml") if path.stat().st_mode & open_to_others]
    assert not config.exists() or 0 == config.stat().st_mode & open_to_others


@pytest.mark.usefixtures("careless")
def test_a_folder_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir(mode=0o755)
    make_private(str(tmp_path / "there" / "new" / "newer"))
    make_private(str(tmp_path / "there" / "new"))
    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("there", "there/new", "there/new/newer")]

    assert [0o755, 0o700, 0o700] == modes
    (tmp_path / "file").touch()
    with pytest.raises(FileExistsError):
        make_private(str(tmp_path / "file"))


# --- links ------------------------------------------------------------------------------------------------------


def test_no_link_that_others_put_there_is_followed_where_a_file_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in /tmp: somebody who guesses the name of the temporary file makes it a link to a file of yours."""
    mine = tmp_path / "mine"
    mine.write_text("mine")
    monkeypatch.setattr(os, "urandom", lambda size: bytes(size))
    (tmp_path / f".out.csv.showstatus-{'00' * 6}.tmp").symlink_to(mine)

    with pytest.raises(FileExistsError):
        replace(str(tmp_path / "out.csv"), b"theirs")
    assert "mine" == mine.read_text()


def test_a_link_to_your_registry_is_one_registry_with_one_history(cli: Cli, tmp_path: Path) -> None:
    cli.write("# mine\n")
    link = tmp_path / "link.toml"
    link.symlink_to(cli.registry)
    cli.ok("add", "glow", "--registry", str(link))
    cli.ok("undo")

    assert (True, "# mine\n") == (link.is_symlink(), cli.text)


# --- secrets ----------------------------------------------------------------------------------------------------


def test_a_token_is_written_nowhere_and_told_to_nobody(cli: Cli, standin: StandIn) -> None:
    tmdb = TMDBStandIn()
    follow(cli, standin, 1)
    tmdb.add(1, "Show 1", [])
    online = {**cli.online(standin.url), "SHOWSTATUS_TMDB_URL": tmdb.url, "SHOWSTATUS_TMDB_TOKEN": TOKEN}
    done = [cli.ok("refresh", **online), cli.ok("refresh", "--json", **online), cli.ok("doctor", **online)]
    done += [cli.ok("help", "environment", **online), cli.ok("path", **online)]
    tmdb.close()

    assert f"Bearer {TOKEN}" in tmdb.tokens
    assert TOKEN not in "".join(one.out + one.err for one in done)
    kept = [path for path in cli.folder.rglob("*") if path.is_file() and TOKEN.encode() in path.read_bytes()]
    assert [] == kept


def test_an_address_with_a_password_need_not_stand_on_a_command_line(cli: Cli, standin: StandIn) -> None:
    standin.files["/films.toml"] = b'[show.films]\ntitle = "Films"\n'
    where = standin.url.replace("://", "://me:hunter2@") + "/films.toml\n"
    environ = cli.env(**cli.online(standin.url), NO_PROXY="*")
    done = subprocess.run(
        cli.command("registry", "add", "-"), input=where.encode(), env=environ, capture_output=True, check=True
    )

    assert b"hunter2" not in done.stdout + done.stderr
    assert standin.sent[-1][1]["authorization"].startswith("Basic ")
    assert "Standard input holds no address" in cli.fails(2, "registry", "add", "-")


# --- hooks ------------------------------------------------------------------------------------------------------


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can give a folder away")
@pytest.mark.parametrize("place", [".", "..", "../.."])
def test_a_hook_in_a_folder_of_somebody_else_is_not_run(tmp_path: Path, place: str) -> None:
    folder = tmp_path / "showstatus" / "hooks" / "on-change"
    folder.mkdir(parents=True)
    hook = folder / "tell"
    hook.write_text("#!/bin/sh\n")
    hook.chmod(0o755)
    assert None is hooks.fault(str(hook))
    os.chown(folder / place, 4321, 4321)

    assert "belongs to somebody else" in (hooks.fault(str(hook)) or "")


def test_a_hook_in_a_configuration_that_others_may_change_is_not_run(tmp_path: Path) -> None:
    folder = tmp_path / "showstatus" / "hooks" / "on-change"
    folder.mkdir(parents=True)
    (folder / "tell").write_text("#!/bin/sh\n")
    (folder / "tell").chmod(0o755)
    (tmp_path / "showstatus").chmod(0o777)

    assert "is not run: others may write" in (hooks.fault(str(folder / "tell")) or "")


# --- text from elsewhere ----------------------------------------------------------------------------------------

STEERING = "\x1b[31mRed\x1b]0;title\x07\u202eb\u2066\r\n\x9b2J<b>&[bold]=1"


@pytest.fixture
def steered(cli: Cli, standin: StandIn) -> Cli:
    """A show whose title, platform and cast steer a terminal, of which there is news."""
    follow(cli, standin, 1)
    standin.add(1, STEERING, [S1], network={"name": STEERING})
    refresh(cli, standin)
    text = cli.text.replace('title = "Show 1"', f"title = {_toml(STEERING)}")
    cli.write(text)
    standin.change(1, [S1, season(2)], cast=[{"person": {"name": STEERING}, "character": {"name": STEERING}}])
    return cli


def _toml(text: str) -> str:
    return (
        '"' + "".join(char if char.isascii() and char.isprintable() else f"\\u{ord(char):04x}" for char in text) + '"'
    )


def test_news_of_a_show_steers_no_terminal_and_is_one_line(steered: Cli, standin: StandIn) -> None:
    told = refresh(steered, standin).out
    looks: list[Callable[[], object]] = [
        partial(steered.ok, *words.split())
        for words in (
            "changes",
            "changes --color always",
            "answer show-1",
            "list --color always",
            "forecast show-1",
            "doctor",
        )
    ]
    outs = [told, *(done.out for done in together(*looks))]  # type: ignore[attr-defined]

    assert 2 == told.count("\n")  # it was renewed, and is called otherwise
    steers = re.compile("[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\x1b(?!\\[[0-9;]*m)")
    assert [] == [out for out in outs if steers.search(out)]
    assert "\x1b[31mRed" not in "".join(outs)


def test_an_article_shows_markup_as_text(cli: Cli) -> None:
    cli.ship('[show.x]\ntitle = "<img src=x> [a](javascript:b) *c*"\n')
    page = cli.ok("answer", "x").out

    assert r"\<img src=x\> \[a\](javascript:b) \*c\*" in page


def test_a_drawing_shows_markup_as_text(cli: Cli, tmp_path: Path) -> None:
    for needed in ("jinja2", "icalendar"):
        pytest.importorskip(needed)
    cli.ship(
        'checked = 2023-01-01\n[show.x]\ntitle = "</svg><b>"\n[[claim]]\nshow = "x"\nkind = "premiered"\nseason = 1\n'
        'value = 2022-01-01\n[[claim]]\nshow = "x"\nkind = "date-announced"\nfilm = "<i>"\nvalue = 2023-06-01\n'
        'on = 2022-06-01\nby = "<u>"\n'
    )
    cli.ok("site", str(tmp_path / "site"), "--all")
    page = (tmp_path / "site" / "shows" / "x.html").read_text(encoding="utf-8")

    assert page.count("<svg") == page.count("</svg>") > 0
    assert [] == [tag for tag in ("<b>", "<i>", "<u>") if tag in page]
    assert "&lt;i&gt;" in page


def test_python_runs_nothing_that_lies_in_the_folder_where_it_is_called(cli: Cli, tmp_path: Path) -> None:
    """The installed command does not look for modules in the current folder."""
    place = tmp_path / "elsewhere"
    place.mkdir()
    (place / "tomllib.py").write_text("raise SystemExit('theirs')")
    command = Path(sys.executable).with_name("showstatus")
    if not command.exists():
        pytest.skip("the program is not installed as a command")
    done = subprocess.run([command, "check", "glow"], cwd=place, env=cli.env(), capture_output=True, check=False)

    assert (0, b"theirs" in done.stderr) == (done.returncode, False)
