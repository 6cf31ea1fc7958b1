"""Runs of the program that start quickly: a process in which Python and all modules are loaded forks for each.

A run is a process as any other: its environment, folder, streams, memory and exit code are its own, and nothing of the
program ever ran in the process that it is forked from. Spared is what every start and end of Python repeats, most of a
run. How Python itself starts and ends, and what is loaded when, is told by whoever runs `Cli.command`:
`tests/test_startup.py`, `tests/test_loaded.py`, the terminals, the lines of shell, the examples of the pages.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import importlib
import json
import os
import queue
import runpy
import socket
import subprocess
import sys
import threading
import traceback
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NoReturn

import showstatus

_SOURCES = os.path.dirname(os.path.dirname(showstatus.__file__))
REAL_STARTS = "SHOWSTATUS_TESTS_START_PYTHON"
"""The variable that is 1 where every run is to start Python, as with `scripts/anywhere newest`."""
_OWN = ("SHOWSTATUS_", "XDG_", "HOME", "PATH", "NO_PROXY", "_SHOWSTATUS_", "COMP_")
"""How the variables begin that a run may have of its own: neither Python nor a library reads one while it is loaded."""

Done = subprocess.CompletedProcess[bytes]


def run(words: list[str], environ: Mapping[str, str], timeout: float) -> Done:
    """What becomes of a run of `showstatus` with these words. Raises `subprocess.TimeoutExpired`."""
    own = {name: value for name, value in environ.items() if name != "PYTHONPATH"}
    forks = sys.platform == "linux" and os.environ.get(REAL_STARTS) != "1"
    if not (forks and environ.get("PYTHONPATH") == _SOURCES and all(name.startswith(_OWN) for name in own)):
        command = [sys.executable, "-m", "showstatus", *words]
        return subprocess.run(command, capture_output=True, env=dict(environ), timeout=timeout, check=False)
    try:
        parent = _idle.get_nowait()
    except queue.Empty:
        parent = _Parent()
    done = parent.run(words, dict(environ), timeout)
    _idle.put(parent)
    return done


class _Parent:
    """A process that forks for each run, one at a time."""

    def __init__(self) -> None:
        self._orders, theirs = socket.socketpair()
        self._replies = self._orders.makefile()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, __file__, str(theirs.fileno())], env={"PYTHONPATH": _SOURCES},
                pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            )  # fmt: skip
        atexit.register(self._end)

    def run(self, words: list[str], environ: dict[str, str], timeout: float) -> Done:
        (out, to_out), (err, to_err) = os.pipe(), os.pipe()
        order = json.dumps({"words": words, "environ": environ, "folder": os.getcwd()})
        socket.send_fds(self._orders, [order.encode() + b"\n"], [0, to_out, to_err])
        os.close(to_out)
        os.close(to_err)
        pid = int(self._replies.readline())
        self._orders.settimeout(timeout)
        with ThreadPoolExecutor(2) as readers:
            told = [readers.submit(_all_of, stream) for stream in (out, err)]
            try:
                code = int(self._replies.readline())
            except TimeoutError:
                os.kill(pid, 9)
                self._end()
                raise subprocess.TimeoutExpired(words, timeout) from None
        self._orders.settimeout(None)
        return Done(words, code, *(one.result() for one in told))

    def _end(self) -> None:
        atexit.unregister(self._end)
        self._replies.close()
        self._orders.close()
        self._process.communicate()


_idle: queue.SimpleQueue[_Parent] = queue.SimpleQueue()


def _all_of(stream: int) -> bytes:
    with open(stream, "rb") as file:
        return file.read()


def _serve(orders: socket.socket) -> dict[str, Any] | None:
    """Fork for each order. Gives it in the process that is to follow it; None where no more come."""
    by_python = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}  # it sets the locale
    while True:
        text, streams = _next(orders)
        if not text:
            return None
        news, to_news = os.pipe()
        if (pid := os.fork()) == 0:
            for number, stream in enumerate(streams):
                os.dup2(stream, number)
            order: dict[str, Any] = json.loads(text)
            os.environ.clear()
            os.environ.update(order["environ"] | by_python)
            atexit.register(_tell_what_is_loaded, to_news, set(sys.modules))
            for one in (*streams, news):
                os.close(one)
            return order
        for one in (*streams, to_news):
            os.close(one)
        orders.sendall(f"{pid}\n".encode())
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        orders.sendall(f"{code}\n".encode())
        if names := _all_of(news).decode().split():
            _load(names)


def _next(orders: socket.socket) -> tuple[bytes, list[int]]:
    """The next order and its streams; nothing where no more come."""
    text, streams, *_ = socket.recv_fds(orders, 65536, 3)
    while text and not text.endswith(b"\n"):
        text += orders.recv(65536)
    return text, streams


def _tell_what_is_loaded(to: int, before: set[str]) -> None:
    """Tell, when a run ends, what it had to load, in that order."""
    os.write(to, " ".join(name for name in sys.modules if name not in before).encode())


def _load(names: Iterable[str]) -> None:
    """Load what the last run had to load, so that the next need not."""
    for name in names:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    gc.collect()
    gc.freeze()


def _run(order: Mapping[str, Any]) -> int:
    """Run the program; gives its exit code."""
    os.chdir(order["folder"])
    sys.path[0] = order["folder"]
    sys.argv[1:] = order["words"]
    try:
        runpy.run_module("showstatus", run_name="__main__", alter_sys=True)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    except BaseException:
        traceback.print_exc()
        return 1
    return 0


def _leave(code: int) -> NoReturn:
    """End as Python does, but for taking every module apart: that takes longer than most runs."""
    threading._shutdown()  # type: ignore[attr-defined]  # as `multiprocessing` ends the processes it forks
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    with socket.socket(fileno=int(sys.argv[1])) as control:
        asked = _serve(control)
    if asked is not None:
        _leave(_run(asked))
