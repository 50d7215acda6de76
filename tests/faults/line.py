"""Faults of the line and of the server: the document itself is not touched."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event
from typing import TYPE_CHECKING

from werkzeug import Request, Response

if TYPE_CHECKING:
    from tests.replay import Published

    Fault = Callable[[Request, Published], Response]

# Longer than any client in these tests waits, short enough that a forgotten one does not hang the suite.
_LONGEST = 20.0


def status(code: int, **headers: str) -> Fault:
    """Answer `code` and nothing else; `retry_after="7"` becomes Retry-After: 7."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _request, _published: Response("", code, named)


def busy(retry_after: str) -> Fault:
    return status(429, retry_after=retry_after)


def broken() -> Fault:
    return status(500)


def silent(until: Event) -> Fault:
    """Say nothing until the test is over."""

    def answer(_request: Request, _published: Published) -> Response:
        until.wait(_LONGEST)
        return Response("", 503)

    return answer


def cut_off(after: int) -> Fault:
    """Promise the whole body, send `after` bytes of what was asked for, hang up."""

    def answer(request: Request, published: Published) -> Response:
        whole = published.answer(request)
        body = whole.get_data()
        return Response(_sent(body[:after]), whole.status, {**whole.headers, "Content-Length": str(len(body))})

    return answer


def wrong_type(media_type: str = "text/html") -> Fault:
    def answer(request: Request, published: Published) -> Response:
        whole = published.answer(request)
        whole.headers["Content-Type"] = media_type
        return whole

    return answer


def redirect(location: str, code: int = 302) -> Fault:
    return status(code, location=location)


def drip(until: Event) -> Fault:
    """Send the body byte by byte, slowly, so that no single wait is long."""

    def answer(request: Request, published: Published) -> Response:
        whole = published.answer(request)
        return Response(_dripping(whole.get_data(), until), whole.status, whole.headers)

    return answer


def endless(until: Event) -> Fault:
    """Send bytes for ever, and never say how many."""
    return lambda _request, published: Response(_endless(until), 200, {"Content-Type": published.media_type})


def _sent(body: bytes) -> Iterator[bytes]:
    yield body


def _dripping(body: bytes, until: Event) -> Iterator[bytes]:
    for byte in body:
        yield bytes([byte])
        if until.wait(0.02):
            return


def _endless(until: Event) -> Iterator[bytes]:
    while not until.is_set():
        yield b"0" * 65_536
