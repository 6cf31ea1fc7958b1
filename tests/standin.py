"""A stand-in for TVmaze on loopback: answers in its shapes, and goes wrong on demand in the ways it may.

It serves `files` as well, as any web server does: with an ETag, and with 304 to whoever has that one already.
It is a real HTTP server in a thread; `requests` holds what was asked and when. A fault that is set for a path is
answered once for each time it was set, before the true answer.
"""

from __future__ import annotations

import hashlib
import json
import threading
import time
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

import pytest

from showstatus.errors import SourceUnreachable
from showstatus.sources.base import Unusable
from showstatus.sources.http import Client

Json = dict[str, Any]
NOW = 1_670_000_000.0
"""What the clock of a client says, unless it is a process: 2 December 2022."""
SECRET = "hunter2"
STAMP = 1_670_000_000
"""2 December 2022: when shows were last changed, unless a test says otherwise."""
Serve = Callable[[BaseHTTPRequestHandler], None]


class Fault(NamedTuple):
    """An answer that is not the true one."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = {}
    serve: Serve | None = None
    """What to do instead of answering in order."""


class StandIn:
    """TVmaze, as far as the program asks it, at an address of loopback."""

    def __init__(self, host: str = "127.0.0.1") -> None:
        self.shows: dict[int, Json] = {}
        self.requests: list[tuple[float, str]] = []
        self.agents: set[str] = set()
        self.peers: set[tuple[str, int]] = set()
        """The connections that were opened to it, by their other ends."""
        self.faults: dict[str, list[Fault]] = {}
        self.files: dict[str, bytes] = {}
        self.unchanged: list[str] = []
        """The paths that were answered with 304."""
        self.sent: list[tuple[str, Mapping[str, str]]] = []
        """What was asked for, with the headers of the request by lower-case name."""
        self._server = _Server((host, 0), _handler(self))
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    @property
    def tokens(self) -> list[str]:
        """What each request carried as its authorization."""
        return [headers.get("authorization", "") for _, headers in self.sent]

    @property
    def url(self) -> str:
        """Where it is asked."""
        host, port = self._server.server_address[:2]
        return f"http://{host!s}:{port}"

    @property
    def paths(self) -> list[str]:
        """What was asked so far, without what stands behind the question mark."""
        return [urlsplit(path).path for _, path in self.requests]

    def close(self) -> None:
        """Answer no more."""
        self._server.shutdown()
        self._server.server_close()

    def add(self, number: int, title: str, seasons: list[Json] | None = None, **keys: Any) -> Json:
        """Make a show; `keys` are those of its record."""
        embedded = {"seasons": seasons} if seasons is not None else {}
        embedded |= {name: keys.pop(name) for name in ("nextepisode", "cast") if name in keys}
        self.shows[number] = {
            "id": number,
            "url": f"https://www.tvmaze.com/shows/{number}/x",
            "name": title,
            "type": "Scripted",
            "language": "English",
            "genres": ["Drama"],
            "status": "Running",
            "premiered": "2021-01-01",
            "ended": None,
            "network": None,
            "webChannel": {"id": 1, "name": "Netflix", "country": None},
            "externals": {"tvrage": None, "thetvdb": 1000 + number, "imdb": f"tt{number:07}"},
            "updated": STAMP,
            **keys,
            "_embedded": embedded,
        }
        return self.shows[number]

    def change(self, number: int, seasons: list[Json] | None = None, **keys: Any) -> None:
        """Change a show's record, and its stamp with it."""
        show = self.shows[number]
        show.update({"updated": show["updated"] + 86_400, **keys})
        if seasons is not None:
            show["_embedded"]["seasons"] = seasons

    def fails(self, path: str, *faults: Fault) -> None:
        """Go wrong at a path, once for each fault."""
        self.faults.setdefault(path, []).extend(faults)

    def answer(self, path: str, etag: str | None = None) -> Fault:
        """The true answer, to somebody who has the file with that ETag."""
        parts = urlsplit(path)
        if parts.path in self.files:
            return self._file(parts.path, etag)
        asked = {key: values[0] for key, values in parse_qs(parts.query).items()}
        if parts.path == "/updates/shows":
            return _json({str(number): show["updated"] for number, show in self.shows.items()})
        if parts.path == "/search/shows":
            words = asked["q"].lower()
            found = [show for show in self.shows.values() if words in show["name"].lower()]
            return _json([{"score": 0.9, "show": {**show, "_embedded": {}}} for show in found[:10]])
        if parts.path == "/lookup/shows":
            key, value = next(iter(asked.items()))
            for number, show in self.shows.items():
                if str(show["externals"].get(key)) == value:
                    return Fault(301, b"null", {"Location": f"/shows/{number}"})
            return Fault(404, b"null")
        wanted = parts.path.removeprefix("/shows/")
        if wanted.isdigit() and int(wanted) in self.shows:
            show = self.shows[int(wanted)]
            return _json(show if parts.query else {key: show[key] for key in show if key != "_embedded"})
        return Fault(404, b'{"name":"Not Found","message":"","code":0,"status":404}')

    def _file(self, path: str, etag: str | None) -> Fault:
        body = self.files[path]
        mark = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        if etag == mark:
            self.unchanged.append(path)
            return Fault(304, b"", {"ETag": mark})
        return Fault(200, body, {"ETag": mark, "Content-Type": "text/plain"})


def season(number: int, premiere: str | None = None, end: str | None = None, episodes: int | None = None) -> Json:
    """A season as TVmaze lists it."""
    return {
        "id": number, "number": number, "name": "", "episodeOrder": episodes, "premiereDate": premiere, "endDate": end,
        "network": None, "webChannel": None, "image": None, "summary": None,
    }  # fmt: skip


def _json(value: Any) -> Fault:
    return Fault(200, json.dumps(value).encode(), {"Content-Type": "application/json"})


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: Any) -> None:
        """Say nothing: a client that breaks off is what is tested."""


def _handler(standin: StandIn) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # else each answer waits for the receipt of its headers

        def do_GET(self) -> None:
            standin.requests.append((time.time(), self.path))
            standin.peers.add(self.client_address)
            standin.agents.add(self.headers.get("User-Agent", ""))
            standin.sent.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            waiting = standin.faults.get(urlsplit(self.path).path)
            reply = waiting.pop(0) if waiting else standin.answer(self.path, self.headers.get("If-None-Match"))
            try:
                if reply.serve is not None:
                    reply.serve(self)
                    self.close_connection = True
                    return
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(reply.body)))
                self.end_headers()
                self.wfile.write(reply.body)
            except OSError:  # the other side has gone
                self.close_connection = True

        def log_message(self, *args: Any) -> None:
            """Say nothing."""

    return Handler


def unreachable(client: Client, url: str) -> str:
    """What the client says where no answer came."""
    return refused(lambda: client.get(url))


def refused(ask: Callable[[], object]) -> str:
    """What is said where something cannot be asked."""
    with pytest.raises(SourceUnreachable) as caught:
        ask()
    return _clear(caught.value)


def unusable(ask: Callable[[], object]) -> str:
    """What is said of an answer that cannot be used."""
    with pytest.raises(Unusable) as caught:
        ask()
    return _clear(caught.value)


def _clear(error: Exception) -> str:
    """A message that is one short line and tells no secret."""
    message = str(error)
    assert message.isprintable()
    assert len(message) < 200
    assert SECRET not in message
    return message
