"""Pages put down while the next are filled: a file that takes another's place waits for the disk, and nobody else."""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Self

from weighbridge.outputs.site.writing import place

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

HANDS = 4
MOST = 64  # pages that wait to be put down: all of a site need not be held at once


class Hands:
    """Puts files down; leaving the block waits for all, and StoreError of any has come by then."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(HANDS)
        self._waiting: deque[Future[object]] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        try:
            while self._waiting and not any(raised):
                self._waiting.popleft().result()
        finally:
            self._pool.shutdown(cancel_futures=True)

    def put(self, files: Mapping[Path, bytes], then: Callable[[], None]) -> None:
        """Have files written, and `then` called once they stand.

        What is new is written at once: it waits for nothing, and to pass it to another hand costs more.
        """
        if os.path.lexists(next(iter(files))):
            self.begin(partial(_put, files, then))
        else:
            _put(files, then)

    def begin(self, what: Callable[[], object]) -> None:
        """Have something done beside all else; what it raises comes when the block is left, or before."""
        self._waiting.append(self._pool.submit(what))
        if len(self._waiting) > MOST:
            self._waiting.popleft().result()


def _put(files: Mapping[Path, bytes], then: Callable[[], None]) -> None:
    """Write files; those whose bodies are one object, as records in every language are, become one file."""
    first: dict[int, Path] = {}
    for path, body in files.items():
        place(body, path, first.get(id(body)))
        first.setdefault(id(body), path)
    then()
