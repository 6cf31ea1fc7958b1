"""Backups of the user's registry: one a day, fourteen kept, each read again when it is made."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from pathlib import Path

import pytest

from showstatus.ledger import user_file, whole_file
from tests.editing import edit, old

DAY = dt.date(2026, 11, 22)


def test_the_first_write_of_a_day_keeps_the_old_text(registry: Path) -> None:
    folder = registry.parent / "state" / "backups"
    for day in (DAY, DAY, DAY + dt.timedelta(1)):
        assert edit(registry, backup_dir=str(folder), day=day) == ()
    expected = {"shows-2026-11-22.toml": old(), "shows-2026-11-23.toml": old(2 * "# more\n")}
    assert expected == {file.name: file.read_text() for file in folder.iterdir()}


def test_fourteen_backups_are_kept_and_other_files_left_alone(registry: Path) -> None:
    folder = registry.parent / "backups"
    folder.mkdir()
    (folder / "shows-2026-01-01-mine.toml").touch()
    (folder / ".shows-2026-11-01.toml.showstatus-0123456789ab.tmp").touch()
    days = [DAY + dt.timedelta(number) for number in range(20)]
    for day in days:
        edit(registry, backup_dir=str(folder), day=day)
    expected = {"shows-2026-01-01-mine.toml", *(f"shows-{day}.toml" for day in days[-14:])}
    assert expected == set(os.listdir(folder))


def test_an_empty_or_missing_registry_needs_no_backup(tmp_path: Path) -> None:
    edit(tmp_path / "shows.toml", backup_dir=str(tmp_path / "backups"), day=DAY)
    assert not (tmp_path / "backups").exists()


def test_a_backup_that_cannot_be_written_is_a_warning(registry: Path) -> None:
    (warning,) = edit(registry, backup_dir=str(registry / "backups"), day=DAY)
    assert f"No backup of {registry} could be kept in {registry}/backups: Not a directory." == warning
    assert old("# more\n") == registry.read_text()


def test_a_backup_that_does_not_hold_what_was_written_is_taken_away(
    registry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a disk that loses bits without a word."""
    folder, real = registry.parent / "backups", whole_file.write

    def lossy(path: str, data: bytes, like: os.stat_result | None) -> None:
        real(path, data.replace(b"m", b"n") if path.startswith(str(folder)) else data, like)

    monkeypatch.setattr(whole_file, "write", lossy)
    (warning,) = edit(registry, backup_dir=str(folder), day=DAY)
    assert f"No backup of {registry} could be kept in {folder}: it does not hold what was written." == warning
    assert ([], old("# more\n")) == (os.listdir(folder), registry.read_text())


def test_a_backup_put_back_is_the_registry_as_the_day_began(registry: Path) -> None:
    folder = registry.parent / "backups"
    for _ in range(3):
        edit(registry, backup_dir=str(folder), day=DAY)
    registry.write_text("damaged = ")

    shutil.copy(folder / "shows-2026-11-22.toml", registry)
    assert old() == user_file.read(str(registry))
    edit(registry, backup_dir=str(folder), day=DAY)
    assert old("# more\n") == registry.read_text()
