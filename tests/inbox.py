"""A server on loopback to which Apprise sends messages, as to any that takes JSON; its address holds a secret."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SECRET = "hunter2hunter2"


class Inbox:
    """A server that takes messages, or refuses them."""

    def __init__(self) -> None:
        self.messages: list[tuple[str, str]] = []
        self.refuses = False
        self.takes: int | None = None
        """How many more messages it takes; None for any number."""
        self.asked, self.free = threading.Event(), threading.Event()
        """Whether a message came, and whether it may be answered."""
        self.free.set()
        inbox = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                inbox.asked.set()
                inbox.free.wait(60)
                refused = inbox.refuses or inbox.takes == 0
                if not refused:
                    inbox.messages.append((told["title"], told["message"]))
                    inbox.takes = inbox.takes and inbox.takes - 1
                self.send_response(500 if refused else 200)
                self.end_headers()

            def log_message(self, *args: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    @property
    def bodies(self) -> list[str]:
        """What the messages said, without their titles."""
        return [body for _, body in self.messages]

    @property
    def url(self) -> str:
        """Its address, as Apprise writes it."""
        return f"json://me:{SECRET}@127.0.0.1:{self._server.server_address[1]}/"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
