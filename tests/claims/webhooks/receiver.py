"""A real receiver on this machine, and subscriptions that lead to it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from claims.webhooks.models import Subscription
from claims.webhooks.subscriptions import subscribe
from tests.claims.people import person

KINDS = ("verdict", "correction", "withdrawal", "status-change")


@dataclass
class Receiver:
    """What came in: the headers by lower-case name, and the body. `codes` are answered in turn,
    then 200; `silent` keeps it from answering until it is closed."""

    url: str = ""
    got: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    codes: list[int] = field(default_factory=list)
    silent: bool = False
    closing: threading.Event = field(default_factory=threading.Event)


@contextmanager
def receiving(*codes: int, silent: bool = False) -> Iterator[Receiver]:
    receiver = Receiver(codes=list(codes), silent=silent)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            receiver.got.append(({k.lower(): v for k, v in self.headers.items()}, body))
            if receiver.silent:
                receiver.closing.wait()
                return
            code = receiver.codes.pop(0) if receiver.codes else 200
            self.send_response(code)
            if code in (301, 302, 307):
                self.send_header("Location", receiver.url)
            self.end_headers()

        def log_message(self, *args):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        receiver.url = f"http://127.0.0.1:{server.server_port}/hook?of=us"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield receiver
        finally:
            receiver.closing.set()
            server.shutdown()
            thread.join()


def subscribed(url: str, **given) -> tuple[Subscription, str]:
    """A subscription to everything, unless it is `given` otherwise; and its secret."""
    owner = given.pop("owner", None) or person(None)
    given = {"name": "A mirror", "kinds": KINDS, "by": owner} | given
    return subscribe(url=url, owner=owner, **given)
