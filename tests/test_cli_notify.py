"""`notify`: news is sent to real servers on loopback through Apprise; addresses are secrets."""

from __future__ import annotations

import stat
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli import Cli, Done
from tests.inbox import SECRET, Inbox
from tests.standin import StandIn, season

pytest.importorskip("apprise", reason="notifications need Apprise, which is an extra")


class Followed:
    """The command line, one show that is followed, and a stand-in that tells news of it."""

    def __init__(self, cli: Cli, tvmaze: StandIn) -> None:
        self.cli, self.tvmaze, self.day = cli, tvmaze, 11
        cli.ship("")
        cli.write('[show.x]\ntitle = "X"\nids = { tvmaze = 7 }\n')
        cli.environ.pop("SHOWSTATUS_OFFLINE")
        cli.environ["SHOWSTATUS_TVMAZE_URL"] = tvmaze.url
        self.seasons = [season(1, "2021-01-01", "2021-01-01", 8)]
        tvmaze.add(7, "X", self.seasons)

    @property
    def file(self) -> Path:
        return self.cli.folder / "config" / "showstatus" / "notify.toml"

    def refresh(self) -> Done:
        """Refresh on the next day; no secret is seen."""
        self.day += 1
        done = self.cli.run("refresh", "--quiet", SHOWSTATUS_AS_OF=f"2023-01-{self.day:02}")
        assert SECRET not in done.out + done.err
        return done

    def renew(self) -> None:
        """Let another season be ordered."""
        self.seasons.append(season(len(self.seasons) + 1))
        self.tvmaze.change(7, self.seasons)


@pytest.fixture
def followed(cli: Cli) -> Iterator[Followed]:
    with closing(StandIn()) as tvmaze:
        yield Followed(cli, tvmaze)


@pytest.fixture
def inbox() -> Iterator[Inbox]:
    with closing(Inbox()) as inbox:
        yield inbox


def test_a_target_is_told_what_comes_from_now_on_once(followed: Followed, inbox: Inbox) -> None:
    followed.refresh()
    followed.renew()
    followed.refresh()
    followed.cli.ok("notify", "add", "phone", inbox.url)
    followed.refresh()
    assert [] == inbox.messages

    followed.renew()
    told = followed.refresh().out
    followed.refresh()
    assert [("X", told.removesuffix("\n"))] == inbox.messages
    assert "season 3" in told


def test_one_that_fails_three_runs_is_told_everything_once_when_it_is_back(followed: Followed, inbox: Inbox) -> None:
    followed.seasons.append(season(2, "2023-01-20"))
    followed.refresh()
    followed.cli.ok("notify", "add", "phone", inbox.url)
    followed.cli.ok("notify", "add", "soon", inbox.url, "--each", "--only", "premiere:7", "--only", "window:20")
    inbox.refuses = True
    told = []
    for _ in range(3):
        followed.renew()
        done = followed.refresh()
        told += done.out.splitlines()
        assert (0, 1) == (done.code, done.err.count("phone was not reached; it is told the same at the next refresh."))
    inbox.refuses = False
    for _ in range(2):
        followed.refresh()

    assert [("X", "\n".join(told)), ("X", "X: season 2 comes in 4 days, on 20 January 2023.")] == inbox.messages
    assert 3 == len(told)


def test_of_two_runs_at_once_one_tells(followed: Followed, inbox: Inbox) -> None:
    followed.refresh()
    followed.cli.ok("notify", "add", "phone", inbox.url, "--only", "changes", "--only", "premiere:9")
    followed.seasons += [season(2, "2023-01-20"), season(3)]
    followed.tvmaze.change(7, followed.seasons)
    inbox.free.clear()
    environ = followed.cli.env(SHOWSTATUS_AS_OF="2023-01-13")
    with subprocess.Popen(followed.cli.command("refresh", "--quiet"), env=environ, stdout=subprocess.PIPE) as first:
        assert inbox.asked.wait(60)
        assert "" == followed.cli.ok("refresh", SHOWSTATUS_AS_OF="2023-01-13").out
        inbox.free.set()
        assert 0 == first.wait(60)
    followed.refresh()
    assert 1 == len(inbox.messages)


def test_a_target_is_told_only_what_it_asks_for(followed: Followed, inbox: Inbox) -> None:
    followed.refresh()
    followed.cli.ok("notify", "add", "phone", inbox.url, "--only", "date", "--only", "platform")
    followed.renew()
    followed.refresh()
    assert [] == inbox.messages
    followed.seasons[1] = season(2, "2023-05-01")
    followed.tvmaze.change(7, followed.seasons)
    followed.refresh()
    assert ["X: season 2 comes on 1 May 2023."] == [body for _, body in inbox.messages]


def test_one_target_that_fails_does_not_spoil_another(followed: Followed, inbox: Inbox) -> None:
    followed.refresh()
    followed.cli.ok("notify", "add", "dead", "json://127.0.0.1:9/")
    followed.cli.ok("notify", "add", "phone", inbox.url)
    followed.renew()
    assert "dead was not reached" in followed.refresh().err
    assert 1 == len(inbox.messages)


def test_the_addresses_are_secrets(followed: Followed, inbox: Inbox) -> None:
    added = followed.cli.ok("notify", "add", "phone", inbox.url)
    listed = followed.cli.ok("notify", "list")
    document = followed.cli.ok("notify", "list", "--json")
    for done in (added, listed, document):
        assert SECRET not in done.out + done.err
    assert ["phone", "json", "", "no"] == listed.rows[0]
    assert [{"name": "phone", "service": "json", "only": [], "each": False}] == document.document["targets"]
    assert 0o600 == stat.S_IMODE(followed.file.stat().st_mode)
    assert SECRET in followed.file.read_text()
    followed.file.chmod(0o644)
    assert "others may read the addresses in it; chmod 600" in followed.cli.ok("doctor").out


def test_an_address_can_come_from_standard_input(followed: Followed, inbox: Inbox) -> None:
    words = followed.cli.command("notify", "add", "phone", "-")
    subprocess.run(words, input=inbox.url.encode(), env=followed.cli.env(), check=True, capture_output=True)
    assert "phone" in followed.cli.ok("notify", "test", "phone").out
    assert [("showstatus", "This is a test.")] == inbox.messages


def test_a_target_that_is_removed_is_told_no_more_and_comments_stay(followed: Followed, inbox: Inbox) -> None:
    followed.cli.ok("notify", "add", "phone", inbox.url)
    followed.file.write_text("# mine\n" + followed.file.read_text())
    followed.cli.ok("notify", "add", "desk", "json://127.0.0.1:9/")
    followed.cli.ok("notify", "remove", "phone")
    assert [["desk", "json", "", "no"]] == followed.cli.ok("notify", "list").rows
    assert followed.file.read_text().startswith("# mine\n")
    followed.refresh()
    followed.renew()
    followed.cli.ok("notify", "remove", "desk")
    followed.refresh()
    followed.cli.ok("notify", "add", "phone", inbox.url)
    followed.refresh()
    assert [] == inbox.messages


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("notify add phone", "Write notify list"),
        ("notify add phone nonsense://x", "Apprise cannot use such an address here"),
        ("notify add phone json://x --only gossip", "“gossip” is no kind of news; there are changes, decision"),
        ("notify list --each", "--each goes with notify add."),
        ("notify test", "There is no target yet"),
        ("notify remove phone", "There is no target “phone”; those there are: none."),
        ("notify list --only date", "--only goes with notify add."),
        ("notify dance", "Write notify list"),
    ],
)
def test_a_mistake_is_one_line(followed: Followed, line: str, words: str) -> None:
    assert words in followed.cli.fails(2, *line.split())


def test_a_damaged_file_is_said_and_a_refresh_goes_on(followed: Followed) -> None:
    followed.file.parent.mkdir(parents=True)
    for text, words in (
        ("[[target]\n", "line 1"),
        ("[[target]]\nname = 1\n", "target 1 needs a name of its own and a url"),
        (
            '[[target]]\nname = "a"\nurl = "json://x"\nonly = ["date:3"]\n',
            "“date:3” is no kind of news; there are changes",
        ),
        ('[[target]]\nname = "a"\nurl = "json://x"\neach = "yes"\n', "an each that is not true or false"),
    ):
        followed.file.write_text(text)
        done = followed.refresh()
        assert (0, 1) == (done.code, len(done.err.splitlines()))
        assert words in done.err


def test_without_apprise_it_is_said_what_is_missing(followed: Followed) -> None:
    (followed.cli.folder / "apprise.py").write_text("raise ImportError\n")
    path = f"{followed.cli.folder}:{followed.cli.environ['PYTHONPATH']}"
    told = followed.cli.fails(1, "notify", "add", "phone", "json://x", PYTHONPATH=path)
    assert "install 'showstatus[notify]'" in told


def test_a_person_is_told_that_news_is_sent_nowhere(cli: Cli) -> None:
    assert "News is sent nowhere.\n" == cli.terminal("notify", "list")
    assert "" == cli.ok("notify", "list").out
