"""Where the files are: the user's registry, the shipped one, the store, backups, configuration.

Each can be named by an environment variable; otherwise platformdirs says where this system keeps such files.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import NamedTuple

APP = "showstatus"


class Places(NamedTuple):
    """The files and folders of one run; all paths are absolute."""

    registry: str
    """The user's registry."""
    shipped: str | None
    """The shipped registry; None where it is switched off."""
    state: str
    """The folder of the store, locks, backups and journals."""
    config: str
    cache: str

    @property
    def store(self) -> str:
        """The store."""
        return os.path.join(self.state, "showstatus.db")

    @property
    def fetched(self) -> str:
        """What was fetched from sources, and the record of changes."""
        return os.path.join(self.state, "fetched.db")

    @property
    def shared(self) -> str:
        """The folder of the copies of shared registries, one file each, named after them."""
        return os.path.join(self.state, "registries")

    @property
    def copies(self) -> dict[str, str]:
        """The copies of shared registries that there are, by name."""
        try:
            names = sorted(name for name in os.listdir(self.shared) if name.endswith(".toml") and name[0] != ".")
        except OSError:
            return {}
        return {name: self.copy(name) for name in (name.removesuffix(".toml") for name in names)}

    def copy(self, name: str) -> str:
        """The copy of a shared registry."""
        return os.path.join(self.shared, f"{name}.toml")

    @property
    def subscriptions(self) -> str:
        """The file that says which shared registries there are."""
        return os.path.join(self.config, "registries.toml")

    @property
    def feeds(self) -> str:
        """The file that says which feeds are read."""
        return os.path.join(self.config, "feeds.toml")

    @property
    def hooks(self) -> str:
        """The folder of the programs that are told what changed."""
        return os.path.join(self.config, "hooks", "on-change")

    @property
    def notify(self) -> str:
        """The file that says where news is sent; its addresses may hold secrets."""
        return os.path.join(self.config, "notify.toml")

    @property
    def locks(self) -> str:
        """The folder of lock files."""
        return os.path.join(self.state, "locks")

    @property
    def journals(self) -> str:
        """The folder of the changes that can be taken back, one folder in it for each registry."""
        return os.path.join(self.state, "journal")

    @property
    def backups(self) -> str:
        """The folder of daily copies of the user's registry."""
        return os.path.join(self.state, "backups")


def places(environ: Mapping[str, str], registry: str | None = None) -> Places:
    """Where the files of a run are; `registry` is what the command line named, which beats the environment."""
    import platformdirs

    named = registry or environ.get("SHOWSTATUS_REGISTRY")
    data = named or os.path.join(platformdirs.user_data_dir(APP, appauthor=False), "shows.toml")
    return Places(
        registry=os.path.abspath(os.path.expanduser(data)),
        shipped=_shipped(environ),
        state=platformdirs.user_state_dir(APP, appauthor=False),
        config=platformdirs.user_config_dir(APP, appauthor=False),
        cache=platformdirs.user_cache_dir(APP, appauthor=False),
    )


def _shipped(environ: Mapping[str, str]) -> str | None:
    """The registry that came with the program: in the installed package, or in the checkout it runs from."""
    named = environ.get("SHOWSTATUS_SHIPPED")
    if named is not None:
        return os.path.abspath(os.path.expanduser(named)) if named else None
    package = os.path.dirname(os.path.abspath(__file__))
    installed = os.path.join(package, "data", "shows.toml")
    if os.path.exists(installed):
        return installed
    return os.path.join(os.path.dirname(os.path.dirname(package)), "data", "shows.toml")


def code_stamp() -> str:
    """A text that changes whenever a file of this program does: what was derived by other code is not trusted."""
    newest = count = 0
    folders = [os.path.dirname(os.path.abspath(__file__))]
    while folders:
        with os.scandir(folders.pop()) as found:
            for item in found:
                if item.name.endswith((".py", ".json", ".html", ".xml")):
                    newest, count = max(newest, item.stat().st_mtime_ns), count + 1
                elif not item.name.startswith("__") and item.is_dir():
                    folders.append(item.path)
    return f"{count}:{newest}"
