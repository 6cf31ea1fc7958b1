"""The user's registry on a real disk: read, written, fought over, killed, and refused by the system."""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import os
import random
import re
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import showstatus
from showstatus.errors import RegistryUnreadable, ShowstatusError
from showstatus.ledger import user_file, whole_file
from showstatus.ledger.edits import append_claim
from showstatus.ledger.toml_lines import BOM

DAY = dt.date(2026, 11, 22)

Start = Callable[..., subprocess.Popen[str]]

WRITER = """
import sys, time
from showstatus.ledger import edits, user_file
path, lock_dir, name, count = sys.argv[1:]
for number in range(int(count)):
    claim = {"show": f"{name}-{number}"}
    user_file.edit(path, lambda text: edits.append_claim(text, claim), lock_dir=lock_dir)
    print(claim["show"], flush=True)
    time.sleep(0.002)  # a moment for the others
"""


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    path = tmp_path / "shows.toml"
    path.write_text(_old())
    return path


def _old(*added: str) -> str:
    """Give the registry of these tests, with what was added to it."""
    return "".join(['# mine\n[show.heartstopper]\ntitle = "Heartstopper"\n', *added])


def _edit(path: Path, change: Callable[[str], str] = lambda text: text + "# more\n", **options: Any) -> tuple[str, ...]:
    return user_file.edit(str(path), change, lock_dir=str(path.parent / "locks"), **options)


@pytest.fixture
def start() -> Iterator[Start]:
    """Start programs as real processes; those still running when a test fails are ended."""
    source = os.path.dirname(os.path.dirname(showstatus.__file__))
    started: list[subprocess.Popen[str]] = []

    def begin(program: str, *arguments: object) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", program, *map(str, arguments)]
        environment = {**os.environ, "PYTHONPATH": source}
        pipe = subprocess.PIPE
        process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=environment)
        started.append(process)
        return process

    yield begin
    for process in started:
        with process:
            process.kill()


def _names(path: Path) -> list[str]:
    return [claim["show"] for claim in tomllib.loads(path.read_text())["claim"]]


def _temporaries(folder: Path) -> list[str]:
    return [name for name in os.listdir(folder) if name.endswith(".tmp")]


# --- reading --------------------------------------------------------------------------------------------------------


def test_a_text_is_read_as_it_is_but_for_the_byte_order_mark(registry: Path) -> None:
    registry.write_bytes(f"{BOM}# é\r\na = 1".encode())
    expected = "# é\r\na = 1"
    assert expected == user_file.read(str(registry))


@pytest.mark.parametrize("path", ["none.toml", "shows.toml/below.toml"])
def test_a_missing_file_is_told_from_a_damaged_one(registry: Path, path: str) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        user_file.read(str(registry.parent / path))
    expected = (errno.ENOENT, "No such file or directory", str(registry.parent / path))
    assert expected == (caught.value.errno, caught.value.strerror, caught.value.filename)


@pytest.mark.parametrize(
    ("data", "line", "column", "why"),
    [
        (b"a = 1\r\nb = = 2\r\n", 2, 5, r"Invalid value\. Mend"),
        (b"\xef\xbb\xbfa = 1\nb\n", 2, 2, "Expected '='"),
        (b"a = 1\nb = [\n", 3, 1, r"Invalid value\. Mend"),
        (b"a = '''\nx", 2, 2, r"""Expected "'''"\. Mend"""),
        (b"[show.x]\n[[claim]]\n[show.x]\n", 3, 8, r"\[show\.x\] is defined twice\. Mend"),
        (b"[show.'a b']\n[show.'a b']\n", 2, 12, r"\[show\.a b\] is defined twice\. Mend"),
        (b"[show.x]\na = 1\na = 2\n", 3, 6, r"this key or table is defined twice\. Mend"),
        ("a = 1\n# né ".encode() + b"\xe9t\xe9\n", 2, 6, r"the byte 0xe9 is not UTF-8\. Mend"),
        ("a = 'é'\n".encode("utf-16"), 1, 1, r"the byte 0xff is not UTF-8\. Mend"),
        (b"a = 1\0", 1, 6, "Expected newline"),
        (b"a = " + b"[" * 9999, None, None, r"brackets are nested too deep\. Mend"),
        (b"a = " + b"9" * 9999, None, None, ".*integer string conversion"),
    ],
)
def test_a_damaged_file_is_named_with_line_and_column_and_stays_as_it_is(
    registry: Path, data: bytes, line: int | None, column: int | None, why: str
) -> None:
    registry.write_bytes(data)
    for attempt in (lambda: user_file.read(str(registry)), lambda: _edit(registry)):
        with pytest.raises(RegistryUnreadable, match=f": {why}") as caught:
            attempt()
        assert (str(registry), line, column) == (caught.value.path, caught.value.line, caught.value.column)
        assert "\n" not in str(caught.value)
    assert data == registry.read_bytes()


def test_a_folder_is_no_registry(tmp_path: Path) -> None:
    for attempt in (lambda: user_file.read(str(tmp_path)), lambda: _edit(tmp_path)):
        with pytest.raises(RegistryUnreadable) as caught:
            attempt()
        assert str(caught.value).startswith(f"{tmp_path}: it cannot be read (Is a directory). Mend")


# --- writing --------------------------------------------------------------------------------------------------------


def test_an_edit_writes_what_the_change_gives_and_leaves_nothing_else(registry: Path) -> None:
    assert _edit(registry) == ()
    assert _old("# more\n") == registry.read_text()
    assert {"shows.toml", "locks"} == set(os.listdir(registry.parent))


def test_a_missing_file_and_its_folders_are_made_with_the_mode_of_the_umask(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "shows.toml"
    old_mask = os.umask(0o027)
    try:
        _edit(path)
    finally:
        os.umask(old_mask)
    expected = ("# more\n", 0o640)
    assert expected == (path.read_text(), stat.S_IMODE(path.stat().st_mode))


def test_the_same_text_writes_nothing(registry: Path) -> None:
    before = registry.stat()
    _edit(registry, lambda text: text)
    _edit(registry.parent / "none.toml", lambda text: text)
    assert before == registry.stat()
    assert not (registry.parent / "none.toml").exists()


@pytest.mark.parametrize("mode", [0o600, 0o664, 0o755])
def test_the_mode_stays(registry: Path, mode: int) -> None:
    registry.chmod(mode)
    _edit(registry)
    assert mode == stat.S_IMODE(registry.stat().st_mode)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
def test_the_owner_stays_when_root_writes(registry: Path) -> None:
    os.chown(registry, 1234, 2345)
    _edit(registry)
    expected = (1234, 2345)
    assert expected == (registry.stat().st_uid, registry.stat().st_gid)


@pytest.mark.parametrize("relative", [True, False])
def test_a_symbolic_link_stays_and_is_followed(registry: Path, relative: bool) -> None:
    folder = registry.parent / "config"
    folder.mkdir()
    link = folder / "link.toml"
    link.symlink_to("../shows.toml" if relative else registry)
    user_file.edit(str(link), lambda text: text + "# more\n", lock_dir=str(registry.parent / "locks"))
    assert link.is_symlink()
    assert _old("# more\n") == registry.read_text()
    _edit(registry)
    assert len(os.listdir(registry.parent / "locks")) == 1


def test_a_link_to_a_file_not_there_yet_makes_that_file(tmp_path: Path) -> None:
    link = tmp_path / "link.toml"
    link.symlink_to(tmp_path / "git" / "shows.toml")
    _edit(link)
    assert link.is_symlink()
    assert (tmp_path / "git" / "shows.toml").read_text() == "# more\n"


def test_line_ends_and_byte_order_mark_stay(registry: Path) -> None:
    registry.write_bytes(f"{BOM}# é\r\n".encode())
    _edit(registry, lambda text: append_claim(text, {"show": "x"}))
    assert f'{BOM}# é\r\n\r\n[[claim]]\r\nshow = "x"\r\n'.encode() == registry.read_bytes()


@pytest.mark.parametrize("damage", ["a = = 1", "[show.heartstopper]", "# \udce9", "a = " + "9" * 9999])
def test_a_change_that_would_damage_the_file_is_not_written(registry: Path, damage: str) -> None:
    with pytest.raises(ShowstatusError) as caught:
        _edit(registry, lambda text: text + damage)
    assert str(caught.value).startswith(f"{registry} was not written: its new text would be damaged (")
    assert str(caught.value).endswith(").")
    assert _old() == registry.read_text()


def test_a_change_may_call_the_edit_off(registry: Path) -> None:
    def refuse(text: str) -> str:
        raise KeyError(text)

    with pytest.raises(KeyError):
        _edit(registry, refuse)
    assert _old() == registry.read_text()
    _edit(registry, timeout=0)


def test_the_text_is_on_the_disk_before_the_name_points_to_it(registry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    def recorded(name: str, real: Callable[..., object]) -> Callable[..., object]:
        def call(*given: object) -> object:
            calls.append(name)
            return real(*given)

        return call

    for name in ("write", "fsync", "replace"):
        monkeypatch.setattr(os, name, recorded(name, getattr(os, name)))
    _edit(registry)
    expected = ["write", "fsync", "replace", "fsync"]
    assert expected == calls[-4:]


# --- backups --------------------------------------------------------------------------------------------------------


def test_the_first_write_of_a_day_keeps_the_old_text(registry: Path) -> None:
    folder = registry.parent / "state" / "backups"
    for day in (DAY, DAY, DAY + dt.timedelta(1)):
        assert _edit(registry, backup_dir=str(folder), day=day) == ()
    expected = {"shows-2026-11-22.toml": _old(), "shows-2026-11-23.toml": _old(2 * "# more\n")}
    assert expected == {file.name: file.read_text() for file in folder.iterdir()}


def test_fourteen_backups_are_kept_and_other_files_left_alone(registry: Path) -> None:
    folder = registry.parent / "backups"
    folder.mkdir()
    (folder / "shows-2026-01-01-mine.toml").touch()
    (folder / ".shows-2026-11-01.toml.showstatus-0123456789ab.tmp").touch()
    days = [DAY + dt.timedelta(number) for number in range(20)]
    for day in days:
        _edit(registry, backup_dir=str(folder), day=day)
    expected = {"shows-2026-01-01-mine.toml", *(f"shows-{day}.toml" for day in days[-14:])}
    assert expected == set(os.listdir(folder))


def test_an_empty_or_missing_registry_needs_no_backup(tmp_path: Path) -> None:
    _edit(tmp_path / "shows.toml", backup_dir=str(tmp_path / "backups"), day=DAY)
    assert not (tmp_path / "backups").exists()


def test_a_backup_that_cannot_be_written_is_a_warning(registry: Path) -> None:
    (warning,) = _edit(registry, backup_dir=str(registry / "backups"), day=DAY)
    assert f"No backup of {registry} could be kept in {registry}/backups: Not a directory." == warning
    assert _old("# more\n") == registry.read_text()


def test_a_backup_that_does_not_hold_what_was_written_is_taken_away(
    registry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a disk that loses bits without a word."""
    folder, real = registry.parent / "backups", whole_file.write

    def lossy(path: str, data: bytes, like: os.stat_result | None) -> None:
        real(path, data.replace(b"m", b"n") if path.startswith(str(folder)) else data, like)

    monkeypatch.setattr(whole_file, "write", lossy)
    (warning,) = _edit(registry, backup_dir=str(folder), day=DAY)
    assert f"No backup of {registry} could be kept in {folder}: it does not hold what was written." == warning
    assert ([], _old("# more\n")) == (os.listdir(folder), registry.read_text())


def test_a_backup_put_back_is_the_registry_as_the_day_began(registry: Path) -> None:
    folder = registry.parent / "backups"
    for _ in range(3):
        _edit(registry, backup_dir=str(folder), day=DAY)
    registry.write_text("damaged = ")

    shutil.copy(folder / "shows-2026-11-22.toml", registry)
    assert _old() == user_file.read(str(registry))
    _edit(registry, backup_dir=str(folder), day=DAY)
    assert _old("# more\n") == registry.read_text()


# --- others at work -------------------------------------------------------------------------------------------------


def test_a_change_by_a_program_without_the_lock_is_kept(registry: Path) -> None:
    seen: list[str] = []

    def change(text: str) -> str:
        if not seen:
            registry.write_text(text + "# theirs\n")
        seen.append(text)
        return text + "# ours\n"

    _edit(registry, change)
    assert [_old(), _old("# theirs\n")] == seen
    assert _old("# theirs\n# ours\n") == registry.read_text()
    assert not _temporaries(registry.parent)


def test_a_file_that_appears_or_goes_meanwhile_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "shows.toml"

    def change(text: str) -> str:
        if text == "":
            path.write_text("# theirs\n")
        elif text == "# theirs\n":
            path.write_text("# theirs, too\n")
        return text + "# ours\n"

    _edit(path, change)
    assert path.read_text() == "# theirs, too\n# ours\n"


def test_a_program_that_never_stops_changing_the_file_wins(registry: Path) -> None:
    def change(text: str) -> str:
        registry.write_text(text + "# theirs\n")
        return text + "# ours\n"

    with pytest.raises(ShowstatusError) as caught:
        _edit(registry, change)
    why = "another program changed it 5 times meanwhile"
    assert f"{registry} was not written: {why}. Close that program, then try again." == str(caught.value)
    assert _old(5 * "# theirs\n") == registry.read_text()
    assert not _temporaries(registry.parent)


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
        _edit(registry, timeout=0.2)
    why = "another showstatus has held its lock for 0.2 seconds"
    assert f"{registry} was not written: {why}. Try again when that one is done." == str(caught.value)
    process.communicate("\n", timeout=30)
    assert _old("# first\n") == registry.read_text()
    _edit(registry, timeout=0)


def test_eight_programs_at_once_lose_no_claim(tmp_path: Path, start: Start) -> None:
    path = tmp_path / "shows.toml"
    writers = [start(WRITER, path, tmp_path / "locks", f"w{number}", 25) for number in range(8)]
    said = [name for writer in writers for name in writer.communicate(timeout=60)[0].split()]
    assert not any(writer.returncode for writer in writers)
    assert len(said) == 200
    assert sorted(said) == sorted(_names(path))


# --- sudden ends ----------------------------------------------------------------------------------------------------


def test_a_hundred_kills_lose_nothing_that_was_acknowledged(tmp_path: Path, start: Start) -> None:
    """Two writers at a time on one file; each is killed at a random moment after its first claim."""
    for folder in (tmp_path / str(number) for number in range(10)):
        path, said = folder / "shows.toml", set[str]()
        running = [start(WRITER, path, folder / "locks", f"w{number}", 9999) for number in (0, 1)]
        for number in range(10):
            said |= _killed(running.pop(0))
            assert said <= set(_names(path))
            if number < 8:
                running.append(start(WRITER, path, folder / "locks", f"w{number + 2}", 9999))
        _edit(path)
        assert said <= set(_names(path))
        assert len(_names(path)) == len(set(_names(path)))
        assert not _temporaries(folder)


def _killed(writer: subprocess.Popen[str]) -> set[str]:
    """Let a writer work for a moment, kill it, and say what it had acknowledged."""
    assert writer.stdout is not None
    said = {writer.stdout.readline().strip()}
    time.sleep(random.uniform(0, 0.03))  # time for a few writes
    writer.send_signal(signal.SIGKILL)
    said |= set(writer.stdout.read().split())
    writer.wait()
    assert writer.returncode == -signal.SIGKILL
    return said


KILLED = """
import os, signal, sys
from showstatus.ledger import user_file, whole_file
path, lock_dir, call = sys.argv[1:]
def change(text):
    setattr(os, call, lambda *given: os.kill(os.getpid(), signal.SIGKILL))
    return text + "# more\\n"
user_file.edit(path, change, lock_dir=lock_dir)
"""


@pytest.mark.parametrize(
    ("call", "text", "leftovers"),
    [("write", _old(), 1), ("fsync", _old(), 1), ("replace", _old(), 1), ("unlink", _old("# more\n"), 0)],
)
def test_a_writer_killed_at_one_step_leaves_a_whole_file(
    registry: Path, start: Start, call: str, text: str, leftovers: int
) -> None:
    process = start(KILLED, registry, registry.parent / "locks", call)
    process.wait(timeout=30)
    assert process.returncode == -signal.SIGKILL
    assert (text, leftovers) == (registry.read_text(), len(_temporaries(registry.parent)))
    _edit(registry, timeout=0)
    assert (text + "# more\n", []) == (registry.read_text(), _temporaries(registry.parent))


# --- what the system refuses ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "number", "words"),
    [
        ("write", errno.ENOSPC, "No space left on device; free some space, then try again."),
        ("write", errno.EDQUOT, "Disk quota exceeded; free some space, then try again."),
        ("fsync", errno.EIO, "Input/output error; check the disk and the folder, then try again."),
        ("replace", errno.EACCES, "Permission denied; check who owns it and its folder, or name another place."),
        ("makedirs", errno.EROFS, "Read-only file system; name another place."),
    ],
)
def test_a_refusal_is_told_in_one_line_and_the_old_file_is_whole(
    registry: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, words: str
) -> None:
    def refuse(*_given: object, **_named: object) -> None:
        raise OSError(number, os.strerror(number))

    def change(text: str) -> str:
        monkeypatch.setattr(os, call, refuse)
        return text + "# more\n"

    with pytest.raises(ShowstatusError) as caught:
        _edit(registry, change)
    monkeypatch.undo()
    assert f"{registry} was not written: {words}" == str(caught.value)
    assert (_old(), []) == (registry.read_text(), _temporaries(registry.parent))


def test_a_folder_that_cannot_be_synced_is_a_warning(registry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: str) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO), folder)

    monkeypatch.setattr(whole_file, "_sync_folder", refuse)
    (warning,) = _edit(registry)
    assert f"{registry} is written, but may not outlast a power cut: Input/output error." == warning
    assert _old("# more\n") == registry.read_text()


LIMITED = """
import resource, sys
from showstatus.errors import ShowstatusError
from showstatus.ledger import user_file, whole_file
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    user_file.edit(sys.argv[1], lambda text: text + "# more\\n" * 1000, lock_dir=sys.argv[2])
except ShowstatusError as error:
    print(error)
"""


def test_a_limit_on_the_size_of_files_is_told(registry: Path, start: Start) -> None:
    said, _ = start(LIMITED, registry, registry.parent / "locks").communicate(timeout=30)
    words = "File too large; raise the limit on the size of files (ulimit -f), then try again."
    assert f"{registry} was not written: {words}\n" == said
    assert (_old(), []) == (registry.read_text(), _temporaries(registry.parent))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a disk of 64 kB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    try:
        mounted = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as error:
        pytest.skip(f"no small disk to fill: {error}")
    if mounted.returncode != 0:
        pytest.skip(f"no small disk to fill: {mounted.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_is_told(small_disk: Path, tmp_path: Path) -> None:
    path = small_disk / "shows.toml"
    old = "# mine, and long\n" * 2000
    path.write_text(old)
    with pytest.raises(ShowstatusError, match="No space left on device; free some space"):
        user_file.edit(str(path), lambda text: text * 2, lock_dir=str(tmp_path / "locks"))
    assert (old, ["shows.toml"]) == (path.read_text(), os.listdir(small_disk))


def test_a_path_below_a_file_is_told(registry: Path) -> None:
    for path in (registry / "shows.toml", registry / "a" / "shows.toml"):
        with pytest.raises(ShowstatusError, match=r"was not written: .*; a file stands where its folder should be"):
            user_file.edit(str(path), lambda _: "# new\n", lock_dir=str(registry.parent / "locks"))


def test_a_lock_that_cannot_be_made_is_told(registry: Path) -> None:
    with pytest.raises(ShowstatusError) as caught:
        user_file.edit(str(registry), lambda text: text + "# more\n", lock_dir=str(registry / "locks"))
    lock = registry / "locks" / f"{user_file.key_of(str(registry))}.lock"
    why = f"the lock {lock} cannot be had (Not a directory)"
    assert f"{registry} was not written: {why}; check who owns that folder." == str(caught.value)
    assert _old() == registry.read_text()


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


def test_a_pipe_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ShowstatusError, match="not a regular file"):
        _edit(tmp_path / "pipe")
    assert (tmp_path / "pipe").is_fifo()


@contextlib.contextmanager
def _as_nobody() -> Iterator[None]:
    """Lay down the powers of root, whom no mode binds; other users are bound already."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Give a folder that anybody can enter, unlike tmp_path."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _edit(folder / "warm-up.toml")  # loads every module while this process may still read them
        folder.chmod(0o755)
        (folder / "locks").chmod(0o777)
        (folder / "shows.toml").write_text(_old())
        yield folder
        folder.chmod(0o755)


@pytest.mark.parametrize(
    ("folder_mode", "mode", "words"),
    [
        (0o555, 0o666, "Permission denied; check who owns it and its folder, or name another place"),
        (0o777, 0o444, "it is write-protected; allow writing, then try again"),
    ],
)
def test_what_its_owner_protects_is_not_written(open_folder: Path, folder_mode: int, mode: int, words: str) -> None:
    path = open_folder / "shows.toml"
    path.chmod(mode)
    open_folder.chmod(folder_mode)
    with _as_nobody(), pytest.raises(ShowstatusError, match=words):
        _edit(path)
    assert (_old(), []) == (path.read_text(), _temporaries(open_folder))


def test_a_file_that_may_not_be_read_is_told(open_folder: Path) -> None:
    path = open_folder / "shows.toml"
    path.chmod(0)
    with _as_nobody(), pytest.raises(RegistryUnreadable, match=r"it cannot be read \(Permission denied\)"):
        user_file.read(str(path))
