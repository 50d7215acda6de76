"""Pages filled on every core: processes split off from this one fill pages too, and say which stand.

A book of some hundred megabytes takes longer to hand over than its pages do to fill; a process that is split off has
it. Whoever comes to a page first takes it. Whatever ends or holds such a process costs time, never a page: what it took
and did not say to stand is filled here.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import partial
from mmap import mmap
from threading import Lock, Thread
from typing import TYPE_CHECKING, Self

from weighbridge.cores import cores
from weighbridge.outputs.site.hands import Hands

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from pathlib import Path

    from weighbridge.outputs.site.page import Page

Files = Sequence[Sequence["Path"]]  # of a page, by language
Stands = Callable[["Page", Files], None]
Said = Callable[[int, Files], None]  # the same of a page by its number
Put = Callable[["Page", Hands, Callable[[Files], None]], None]  # has a page written and says when it stands

# Elsewhere a process that has threads may not be split in two, or not safely.
SPLITS = sys.platform == "linux"
WORTH, MOST = 50, 7  # pages that a further process is worth, and processes
PATIENCE = 60.0  # seconds without a word after which a process is given up


def fill(
    pages: Sequence[Page],
    put: Put,
    hands: Hands,
    stands: Stands,
    processes: int | None = None,
    threads: int | None = None,
) -> None:
    """Have every page put; `stands` is told of each once its files are down, by one of several threads.

    `hands` puts down what this process fills. `processes`: by how many; where it is not said, by as many as the pages
    are worth, on `threads` cores at most (null: all). StoreError where a page cannot be written.
    """
    if not pages:
        return
    shared, stood = _Shared(pages, put, mmap(-1, len(pages))), set[int]()

    def said(number: int, files: Files) -> None:
        stands(pages[number], files)
        stood.add(number)

    wanted = _wanted(len(pages), threads) if processes is None else processes - 1
    with ExitStack() as running:
        for i in range(wanted):
            running.enter_context(_Helper(partial(shared.sweep, len(pages) * (i + 1) // (wanted + 1)), said))
        mine = set(shared.sweep(0, hands, said))
    for number in sorted(set(range(len(pages))) - stood - mine):
        put(pages[number], hands, partial(said, number))


def _wanted(pages: int, threads: int | None) -> int:
    """Say how many processes so many pages are worth. One that ends with its parent may have none of its own."""
    may = SPLITS and not multiprocessing.current_process().daemon
    return min(cores(threads) - 1, MOST, pages // WORTH) if may else 0


@dataclass(frozen=True)
class _Shared:
    """Pages that several processes go through; each byte of `taken`, which all of them see, is for one page.

    Two that look at the same moment fill the same page twice: the same bytes come to stand in the same place.
    """

    pages: Sequence[Page]
    put: Put
    taken: mmap

    def sweep(self, first: int, hands: Hands, said: Said) -> Iterator[int]:
        """Put what nobody took, from the page `first` on and around, and give the numbers."""
        for number in (*range(first, len(self.pages)), *range(first)):
            if not self.taken[number]:
                self.taken[number] = 1
                self.put(self.pages[number], hands, partial(said, number))
                yield number


Sweep = Callable[[Hands, Said], Iterator[int]]


class _Helper:
    """A process split off from this one; leaving the block waits for what it has to say, or ends it after an error."""

    def __init__(self, sweep: Sweep, said: Said) -> None:
        split = multiprocessing.get_context("fork")
        self._heard, self._told = split.Pipe(duplex=False)
        self._process = split.Process(target=_work, args=(sweep, self._heard, self._told), daemon=True)
        self._listening = Thread(target=self._listen, args=(said,), daemon=True)

    def __enter__(self) -> Self:
        with suppress(OSError):  # no process more is to be had
            self._process.start()
        self._told.close()  # so that its end is heard
        self._listening.start()
        return self

    def __exit__(self, *raised: object) -> None:
        if any(raised):
            self._end()
        self._listening.join()
        self._end()
        self._heard.close()

    def _end(self) -> None:
        if self._process.pid is not None:
            self._process.kill()
            self._process.join()

    def _listen(self, said: Said) -> None:
        with suppress(EOFError, OSError):
            while self._heard.poll(PATIENCE):
                said(*self._heard.recv())


def _work(sweep: Sweep, heard: Connection, told: Connection) -> None:
    """Put pages, and say which stand."""
    one = Lock()

    def said(number: int, files: Files) -> None:
        with one:
            told.send((number, files))

    # What goes wrong with a page goes wrong again where somebody can be told.
    with suppress(BaseException), Hands() as hands:
        heard.close()  # so that the end of the other process is noticed
        for _ in sweep(hands, said):
            pass
