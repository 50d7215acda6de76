"""A limit on the whole of an exchange, which a server cannot stretch by sending a little now and then."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import Lock, Timer
from typing import Any, Self

from weighbridge.http.failure import PassingError

_CONNECTED = ("connect_tcp.complete", "start_tls.complete")


class Deadline:
    """Hangs up when `seconds` have passed, whatever is being waited for. `trace` tells it of each connection."""

    def __init__(self, seconds: float) -> None:
        self.seconds, self.passed = seconds, False
        self._lock = Lock()
        self._line: socket.socket | None = None
        self._timer = Timer(seconds, self._hang_up)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        with self._lock:
            self._line = None

    @contextmanager
    def told(self) -> Iterator[None]:
        """Raise PassingError if it passes in this block: hanging up can look like any fault, or like an end."""
        late: Exception | None = None
        try:
            yield
        except PassingError as error:
            late = error
            if not self.passed:
                raise
        if self.passed:
            raise PassingError(f"no complete answer within {self.seconds:g} s", "try again on a faster line") from late

    def trace(self, event: str, info: Mapping[str, Any]) -> None:
        """Take note of a connection; the shape is that of the client library's `trace` extension."""
        if event.endswith(_CONNECTED):
            with self._lock:
                self._line = info["return_value"].get_extra_info("socket")
                self._cut()

    def _hang_up(self) -> None:
        with self._lock:
            self.passed = True
            self._cut()

    def _cut(self) -> None:
        if self.passed and self._line is not None:
            try:
                # The plain call: that of an encrypted socket would take its state away from under the reader.
                socket.socket.shutdown(self._line, socket.SHUT_RDWR)
            except OSError:
                # It was closed in the meantime, which is as good.
                return
