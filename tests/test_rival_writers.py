"""Others at work on the user's registry: with the lock they wait for each other, without it nothing is lost."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

import pytest

from showstatus.errors import ShowstatusError
from showstatus.ledger import user_file
from tests.editing import WRITER, Start, edit, names, old, temporaries


def test_a_change_by_a_program_without_the_lock_is_kept(registry: Path) -> None:
    seen: list[str] = []

    def change(text: str) -> str:
        if not seen:
            registry.write_text(text + "# theirs\n")
        seen.append(text)
        return text + "# ours\n"

    edit(registry, change)
    assert [old(), old("# theirs\n")] == seen
    assert old("# theirs\n# ours\n") == registry.read_text()
    assert not temporaries(registry.parent)


def test_a_file_that_appears_or_goes_meanwhile_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "shows.toml"

    def change(text: str) -> str:
        if text == "":
            path.write_text("# theirs\n")
        elif text == "# theirs\n":
            path.write_text("# theirs, too\n")
        return text + "# ours\n"

    edit(path, change)
    assert path.read_text() == "# theirs, too\n# ours\n"


def test_a_program_that_never_stops_changing_the_file_wins(registry: Path) -> None:
    def change(text: str) -> str:
        registry.write_text(text + "# theirs\n")
        return text + "# ours\n"

    with pytest.raises(ShowstatusError) as caught:
        edit(registry, change)
    why = "another program changed it 5 times meanwhile"
    assert f"{registry} was not written: {why}. Close that program, then try again." == str(caught.value)
    assert old(5 * "# theirs\n") == registry.read_text()
    assert not temporaries(registry.parent)


def test_a_lock_that_is_not_free_in_time_is_an_error(registry: Path, start: Start) -> None:
    holder = """
import sys
from showstatus.ledger import user_file, whole_file
def change(text):
    print("held", flush=True)
    sys.stdin.readline()
    return text + "# first\\n"
user_file.edit(sys.argv[1], change, lock_dir=sys.argv[2])
"""
    process = start(holder, registry, registry.parent / "locks")
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    with pytest.raises(ShowstatusError) as caught:
        edit(registry, timeout=0.2)
    why = "another showstatus has held its lock for 0.2 seconds"
    assert f"{registry} was not written: {why}. Try again when that one is done." == str(caught.value)
    process.communicate("\n", timeout=30)
    assert old("# first\n") == registry.read_text()
    edit(registry, timeout=0)


def test_eight_programs_at_once_lose_no_claim(tmp_path: Path, start: Start) -> None:
    path = tmp_path / "shows.toml"
    writers = [start(WRITER, path, tmp_path / "locks", f"w{number}", 25) for number in range(8)]
    said = [name for writer in writers for name in writer.communicate(timeout=60)[0].split()]
    assert not any(writer.returncode for writer in writers)
    assert len(said) == 200
    assert sorted(said) == sorted(names(path))


def test_a_registry_has_one_lock_whichever_path_leads_to_it(registry: Path) -> None:
    (registry.parent / "link.toml").symlink_to("shows.toml")
    paths = (registry, registry.parent / "link.toml", registry.parent / "locks" / ".." / "shows.toml")
    for path in paths:
        user_file.edit(str(path), lambda text: text + "# more\n", lock_dir=str(registry.parent / "locks"))

    name = user_file.key_of(str(registry))
    assert re.fullmatch(r"registry-[0-9a-f]{16}", name)
    assert name != user_file.key_of(str(registry.parent / "other.toml"))
    assert {f"{name}.lock"} >= set(os.listdir(registry.parent / "locks"))
    assert 0o700 == stat.S_IMODE((registry.parent / "locks").stat().st_mode)
