"""Every command that writes, with what has to be there for it and what it leaves."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Command:
    """A command line, and what of a home it may change beside the registry and the state folder."""

    words: tuple[str, ...]
    before: tuple[tuple[str, ...], ...] = ()
    """What is run first, to have something to lose."""
    files: tuple[str, ...] = ()
    """The files that are to be as before or as after, below the home."""
    needs: str | None = None
    """The module of an extra without which it does nothing."""
    begins_online: bool = False
    """Whether what is run first asks the network."""
    is_online: bool = False
    """Whether it asks the network itself, and may tell something although it fails."""
    tells_news: bool = False
    """Whether each line of its answer is told once, by it or by the same command later."""
    looks: tuple[tuple[str, ...], ...] = ()
    """What is asked once that command, or `mends`, was run again: the answers are as if nothing had gone wrong."""
    mends: tuple[str, ...] = ()
    """What is run then, where the same command does not do: a disk may have made a file unusable."""
    is_slow: bool = False
    """Whether its many files make it one for long runs only."""


HOME = "{home}"
_READS = ("feed", "add", "{base}/feed.xml", "--name", "paper")
_PUBLISHES = ("publish", f"{HOME}/web/shows.toml")
_FINDS = (("search", "show", "--json"), ("search", "sohw 2", "--json"), ("search", "heartstopper", "--json"))
COMMANDS = {
    "add": Command(("add", "heartstopper")),
    "add --new": Command(("add", "--new", "Mine", "--platform", "HBO")),
    "remove": Command(("remove", "show-2")),
    "claim": Command(("claim", "glow", "renewed", "--season", "4", "--on", "2023-01-10", "--by", "Netflix")),
    "withdraw": Command(("withdraw", "show-1", "{claim}")),
    "alias": Command(("alias", "glow", "gloria")),
    "note": Command(("note", "glow", "hm")),
    "pin": Command(("pin", "glow", "renewed")),
    "tag": Command(("tag", "glow", "sad", "--remove")),
    "undo": Command(("undo",)),
    "undo --redo": Command(("undo", "--redo"), before=(("tag", "glow", "third"), ("undo",))),
    "import": Command(("import", "{base}/titles.txt", "--no-input")),
    "import --doubtful": Command(
        ("import", "{base}/titles.txt", "--doubtful", f"{HOME}/doubtful.txt"), files=("doubtful.txt",)
    ),
    "read --apply": Command(("read", "{base}/article.txt", "--apply")),
    "publish": Command(
        ("publish", f"{HOME}/web/shows.toml"),
        before=(_PUBLISHES, ("claim", "glow", "renewed", "--season", "4")),
        files=("web/shows.toml",),
    ),
    "registry add": Command(
        ("registry", "add", "{base}/shared.toml", "--name", "films"),
        files=("config/showstatus/registries.toml", "state/showstatus/registries/films.toml"),
    ),
    "registry remove": Command(
        ("registry", "remove", "films"),
        before=(("registry", "add", "{base}/shared.toml", "--name", "films"),),
        files=("config/showstatus/registries.toml", "state/showstatus/registries/films.toml"),
    ),
    "feed add": Command(
        ("feed", "add", "{base}/feed.xml", "--name", "paper"), files=("config/showstatus/feeds.toml",), needs="lxml"
    ),
    "feed remove": Command(
        ("feed", "remove", "paper"),
        before=(_READS,),
        files=("config/showstatus/feeds.toml",),
        needs="lxml",
    ),
    "inbox accept": Command(
        ("inbox", "accept", "--all"), before=(_READS, ("refresh", "--quiet")), needs="lxml", begins_online=True,
        looks=(("inbox", "--json"), ("list", "--json")),
    ),
    "inbox reject": Command(
        ("inbox", "reject", "--all"), before=(_READS, ("refresh", "--quiet")), needs="lxml", begins_online=True,
        looks=(("inbox", "--json"),),
    ),
    "notify add": Command(
        ("notify", "add", "me", "json://127.0.0.1:9/x"), files=("config/showstatus/notify.toml",), needs="apprise"
    ),
    "notify remove": Command(
        ("notify", "remove", "me"),
        before=(("notify", "add", "me", "json://127.0.0.1:9/x"),),
        files=("config/showstatus/notify.toml",),
        needs="apprise",
    ),
    "refresh": Command(("refresh", "--quiet"), is_online=True, tells_news=True),
    "refresh, feed": Command(
        ("refresh", "--quiet"), before=(_READS,), needs="lxml", is_online=True, tells_news=True,
        looks=(("inbox", "--json"),),
    ),
    "refresh, registry": Command(
        ("refresh", "--quiet"),
        before=(
            _PUBLISHES, ("registry", "add", f"{HOME}/web/shows.toml", "--name", "web"),
            ("claim", "glow", "renewed", "--season", "4"), _PUBLISHES,
        ),
        files=("state/showstatus/registries/web.toml",), is_online=True, tells_news=True,
    ),
    "catalogue pull": Command(("catalogue", "pull", "--quiet"), is_online=True, looks=_FINDS),
    "catalogue update": Command(
        ("catalogue", "update", "--quiet"), is_online=True, looks=_FINDS, mends=("catalogue", "pull")
    ),
    "check": Command(("check", "glow")),
    "export": Command(
        ("export", "csv", "--output", f"{HOME}/out.csv"),
        before=(("export", "csv", "--output", f"{HOME}/out.csv"), ("add", "heartstopper")),
        files=("out.csv",),
    ),
    "site": Command(
        ("site", f"{HOME}/site"), files=("site/index.html", "site/shows.json"), needs="jinja2", is_slow=True
    ),
}  # fmt: skip
