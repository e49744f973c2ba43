"""One POST to a subscriber: to an address that was looked at, in a set time, without detours."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit

from .addresses import refusal

PATIENCE = 15.0
"""Seconds for all of it, however slowly the other side answers."""


class NotSent(Exception):
    """No answer came back; the text says why in one line."""


@dataclass(frozen=True, slots=True)
class Answer:
    code: int
    took: timedelta


def post(
    url: str,
    *,
    headers: Mapping[str, str],
    body: bytes,
    allow_http: bool = False,
    allow_private: bool = False,
    patience: float = PATIENCE,
) -> Answer:
    """POST the body, and give the answer whatever its code; a redirection is not followed.

    The name is resolved once, and the connection goes to the address that was looked at: a name
    that leads elsewhere a moment later changes nothing. Raises NotSent.
    """
    begun = time.monotonic()
    parts = urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and allow_http):
        raise NotSent("only https is sent to")
    target = parts.path or "/"
    if parts.query:
        target += f"?{parts.query}"
    try:
        port = parts.port or (443 if parts.scheme == "https" else 80)
        addresses = _addresses(parts.hostname or "", port, allow_private)
        code = _Exchange(parts.scheme, parts.hostname, port, begun + patience).post(
            addresses, target, headers, body
        )
    except (OSError, ValueError, http.client.HTTPException) as error:
        raise NotSent(" ".join(f"{type(error).__name__}: {error}".split())) from error
    return Answer(code, timedelta(seconds=time.monotonic() - begun))


def _addresses(host: str, port: int, allow_private: bool) -> list[str]:
    """The addresses of the host, without doubles, none of which may be ours."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = list(dict.fromkeys(where[0] for *_, where in found))
    for address in addresses:
        why = None if allow_private else refusal(address)
        if why:
            raise NotSent(f"{host} leads to {address}, which is {why}")
    return addresses


class _Exchange:
    """One connection that ends at a deadline, whatever the other side does."""

    def __init__(self, scheme: str, host: str, port: int, deadline: float) -> None:
        self._scheme, self._host, self._port, self._deadline = scheme, host, port, deadline

    def post(
        self, addresses: list[str], target: str, headers: Mapping[str, str], body: bytes
    ) -> int:
        made = (
            http.client.HTTPSConnection if self._scheme == "https" else http.client.HTTPConnection
        )
        connection = made(self._host, self._port)
        connection.sock = self._open(addresses)
        over = threading.Event()
        timer = threading.Timer(self._left(), lambda: (over.set(), _cut(connection.sock)))
        timer.start()
        try:
            if self._scheme == "https":
                context = ssl.create_default_context()
                connection.sock = context.wrap_socket(
                    connection.sock, server_hostname=self._host, do_handshake_on_connect=False
                )
                connection.sock.do_handshake()
            connection.request("POST", target, body, dict(headers))
            return connection.getresponse().status  # only the code counts: the body stays unread
        except (OSError, http.client.HTTPException) as error:
            if over.is_set():
                raise NotSent("it did not answer in time") from error
            raise
        finally:
            timer.cancel()
            connection.close()

    def _open(self, addresses: list[str]) -> socket.socket:
        """A connection to the first of the addresses that takes one."""
        failure: OSError = OSError("the name leads to no address")
        for address in addresses:
            try:
                return socket.create_connection((address, self._port), timeout=self._left())
            except OSError as error:
                failure = error
        raise failure

    def _left(self) -> float:
        return max(0.001, self._deadline - time.monotonic())


def _cut(opened: socket.socket | None) -> None:
    with suppress(OSError):  # it may be closed already
        if opened is not None:
            opened.shutdown(socket.SHUT_RDWR)
