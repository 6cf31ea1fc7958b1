"""Which changes were made to the user's registry, and how are they taken back? The texts before and after each.

One folder for each registry, one file for each change, named by its number; what was taken back says so in its name.
Everything here is done under the registry's lock, inside an edit (see `user_file`), and before the registry is
written. A writer that is killed between the two leaves a mark for what did not happen; the next one compares the
newest change with the text as it stands and puts the mark right. So either both are there, or it is seen that not.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from dataclasses import dataclass

from showstatus.errors import ShowstatusError
from showstatus.ledger.merging import merged
from showstatus.ledger.whole_file import put, remove, remove_leftovers
from showstatus.private import make_private

KEPT = 50
"""How many changes are kept at most."""
KEPT_BYTES = 20_000_000
"""How much they may take on the disk; the last two are kept whatever they take."""
_NAME = re.compile(r"(\d{8})-[0-9a-f]{8}(\.undone)?\.json")
_UNDONE = ".undone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of the registry."""

    path: str
    """The file that holds it."""
    made: str
    """When it was made, as ISO 8601 with an offset."""
    what: str
    """The sentence with which it was told."""
    before: str
    after: str
    undone: bool
    """Whether it was taken back."""

    def applies(self, text: str) -> bool:
        """Whether a text holds it: it could be taken back, or else could not be made."""
        if text in (self.before, self.after):
            return text == self.after
        can_be_undone = merged(text, self.after, self.before) is not None
        return can_be_undone or (not self.undone and merged(text, self.before, self.after) is None)


class Recording:
    """A change of a text that is entered in the journal before it is handed on."""

    def __init__(self, enter: Callable[[str, str], str], change: Callable[[str], str]) -> None:
        self._enter = enter
        self._change = change
        self._entered: str | None = None
        self.failure: OSError | None = None
        """Why it could not be entered; the change is made all the same."""

    def __call__(self, text: str) -> str:
        """The changed text. Called again where the last attempt could not be written."""
        self.drop()
        new = self._change(text)
        if new != text:
            try:
                self._entered = self._enter(text, new)
            except OSError as error:
                self.failure = error
        return new

    def drop(self) -> None:
        """Take the entry out: the change was not written."""
        if self._entered is not None:
            remove(self._entered)
        self._entered = None


class Journal:
    """The changes of one registry."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def changes(self) -> list[Change]:
        """Every change that is kept, oldest first; a damaged file is left out."""
        return [change for name in self._names() if (change := self._load(name)) is not None]

    def recording(self, change: Callable[[str], str], what: str, made: str) -> Recording:
        """The same change of a text, entered before it is handed on; `what` and `made` as in `Change`."""
        return Recording(lambda before, after: self._enter(before, after, what, made), change)

    def undo(self, text: str) -> tuple[str, Change]:
        """The text without its last change. Raises `ShowstatusError` where there is none, or it was edited since."""
        done, _ = self._settled(text)
        if done is None:
            raise ShowstatusError("There is nothing to take back: no change by this program is on record.")
        return self._moved(text, done, done.after, done.before), done

    def redo(self, text: str) -> tuple[str, Change]:
        """The text with the change again that was taken back last. Raises `ShowstatusError` as `undo` does."""
        _, undone = self._settled(text)
        if undone is None:
            raise ShowstatusError("There is nothing to make again: nothing was taken back since the last change.")
        return self._moved(text, undone, undone.before, undone.after), undone

    def _moved(self, text: str, change: Change, old: str, new: str) -> str:
        found = merged(text, old, new)
        if found is None:
            raise ShowstatusError(
                f"“{change.what}” touches lines that were edited by hand since, so nothing was changed. "
                f"Edit your registry by hand; the texts before and after that change are in {change.path}."
            )
        self._mark(change, undone=not change.undone)
        return found

    def _settled(self, text: str) -> tuple[Change | None, Change | None]:
        """The last change that is made and the first that is taken back.

        Before, a mark is put right that a killed writer left: see the text of the module.
        """
        done, undone = self._edge()
        if done is not None and not done.applies(text):
            self._mark(done, undone=True)
            return self._edge()
        if undone is not None and undone.applies(text):
            self._mark(undone, undone=False)
            return self._edge()
        return done, undone

    def _edge(self) -> tuple[Change | None, Change | None]:
        names = self._names()
        done = (self._load(name) for name in reversed(names) if _UNDONE not in name)
        undone = (self._load(name) for name in names if _UNDONE in name)
        return next(filter(None, done), None), next(filter(None, undone), None)

    def _load(self, name: str) -> Change | None:
        """The change in a file; None where the file is damaged or gone.

        Raises `OSError` where it cannot be read now: the change before must not be taken for the last one.
        """
        path = os.path.join(self._folder, name)
        try:
            with open(path, "rb") as file:
                return Change(path=path, undone=_UNDONE in name, **json.load(file))
        except (FileNotFoundError, ValueError, TypeError):
            return None
        except OSError as error:
            raise OSError(error.errno, error.strerror, path) from error

    def _mark(self, change: Change, *, undone: bool) -> None:
        stem = change.path.removesuffix(".json").removesuffix(_UNDONE)
        os.replace(change.path, f"{stem}{_UNDONE if undone else ''}.json")

    def _enter(self, before: str, after: str, what: str, made: str) -> str:
        make_private(self._folder)
        remove_leftovers(self._folder, r".*\.json")
        self._settled(before)
        for name in self._names():
            if _UNDONE in name:  # the new change takes its place
                remove(os.path.join(self._folder, name))
        names = self._names()
        number = int(names[-1][:8]) + 1 if names else 1
        path = os.path.join(self._folder, f"{number:08}-{os.urandom(4).hex()}.json")
        body = {"made": made, "what": what, "before": before, "after": after}
        put(path, json.dumps(body, indent=1).encode())
        self._drop_oldest()
        return path

    def _drop_oldest(self) -> None:
        paths = [os.path.join(self._folder, name) for name in self._names()]
        sizes = {path: os.path.getsize(path) for path in paths}
        while len(paths) > KEPT or (len(paths) > 2 and sum(map(sizes.__getitem__, paths)) > KEPT_BYTES):
            remove(paths.pop(0))

    def _names(self) -> list[str]:
        """The files, in the order of the changes. Raises `OSError`: a new change must not be numbered before them."""
        try:
            return sorted(name for name in os.listdir(self._folder) if _NAME.fullmatch(name))
        except (FileNotFoundError, NotADirectoryError):
            return []
