"""A stand-in for TVmaze on loopback: answers in its shapes, and goes wrong on demand in the ways it may.

It is a real HTTP server in a thread; `requests` holds what was asked and when. A fault that is set for a path is
answered once for each time it was set, before the true answer.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

Json = dict[str, Any]
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
    """TVmaze, as far as the program asks it."""

    def __init__(self) -> None:
        self.shows: dict[int, Json] = {}
        self.requests: list[tuple[float, str]] = []
        self.agents: set[str] = set()
        self.tokens: list[str] = []
        """What each request carried as its authorization."""
        self.faults: dict[str, list[Fault]] = {}
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    @property
    def url(self) -> str:
        """Where it is asked."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

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

    def answer(self, path: str) -> Fault:
        """The true answer."""
        parts = urlsplit(path)
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


def season(number: int, premiere: str | None = None, end: str | None = None, episodes: int | None = None) -> Json:
    """A season as TVmaze lists it."""
    return {
        "id": number, "number": number, "name": "", "episodeOrder": episodes, "premiereDate": premiere, "endDate": end,
        "network": None, "webChannel": None, "image": None, "summary": None,
    }  # fmt: skip


def _json(value: Any) -> Fault:
    return Fault(200, json.dumps(value).encode(), {"Content-Type": "application/json"})


def _handler(standin: StandIn) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            standin.requests.append((time.time(), self.path))
            standin.agents.add(self.headers.get("User-Agent", ""))
            standin.tokens.append(self.headers.get("Authorization", ""))
            waiting = standin.faults.get(urlsplit(self.path).path)
            reply = waiting.pop(0) if waiting else standin.answer(self.path)
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
