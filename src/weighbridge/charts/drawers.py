"""Many pictures at once: as many processes as the machine has cores, and none where there is little to draw.

The library that draws does so one picture after another within a process, whatever the threads.
"""

from __future__ import annotations

import re
import subprocess
import sys
import threading
import time
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from queue import Empty, Queue
from typing import TYPE_CHECKING, Any, NamedTuple, Self

import orjson

from weighbridge.charts import drawer
from weighbridge.charts.bitmap import FONTS
from weighbridge.charts.drawer import FAILED
from weighbridge.charts.script import script
from weighbridge.cores import cores

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from weighbridge.charts.inset import Inset

MOST = 4  # processes: each holds an engine of some hundred megabytes
PAUSE = 0.005  # seconds between looks
_NAME = re.compile(r"[0-9a-f]{64}\.(?:svg|png)")  # of a picture
_OWN = re.compile(rf"{_NAME.pattern}|\.{_NAME.pattern}\.part")  # as they stand, and as they are made
_DRAWN_BY = ("picture.py", "seen.py", "vega.py", "still.js", "drawer.py", "inset.py", "bitmap.py")
_LIBRARIES = ("vl-convert-python", "mini-racer", "pyvips", "pyvips-binary")
FEW = 8  # pictures that are drawn before a process would have started


class _Job(NamedTuple):
    """What a process is asked for, in one line: the picture `name`, which holds `chart` where it holds one."""

    name: str
    asked: bytes
    chart: str


class Drawers:
    """Draws jobs into a folder; leaving the block waits for all of them. What stands there is not drawn again."""

    def __init__(self, folder: Path, processes: int | None = None) -> None:
        self._folder = folder
        self._most = min(cores() if processes is None else processes, MOST)
        self._waiting: Queue[_Job | None] = Queue()  # None: no more
        self._left: dict[str, bytes] = {}  # by name, what a process did not draw
        self._asked: set[str] = set()
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> Self:
        self._folder.mkdir(parents=True, exist_ok=True)
        return self

    def __exit__(self, *raised: object) -> None:
        try:
            if not any(raised):
                self.settle()
        finally:
            self._drop()
            for _ in self._threads:
                self._waiting.put(None)
            for thread in self._threads:
                thread.join()
            self._threads.clear()

    def _drop(self) -> None:
        """Leave undrawn what still waits: who met an error need not wait for it."""
        with suppress(Empty):
            while self._waiting.get_nowait():
                self._waiting.task_done()

    def svg(self, spec: dict[str, Any], says: str) -> str:
        """Ask for a specification as SVG, which `says` in words what it is, and give the name of its file."""
        made = orjson.dumps({"spec": spec, "says": says})
        return self._ask(f"{_digest(made)}.svg", made)

    def png(self, picture: str, at: Inset | None = None) -> str:
        """Ask for an SVG as PNG, a chart that was asked for before set into it, and give the name of its file."""
        made = orjson.dumps({"svg": picture, "inset": at} if at else {"svg": picture})
        return self._ask(f"{_digest(made)}.png", made, at.chart if at else "")

    def stand(self, names: Iterable[str]) -> bool:
        """Say whether pictures of these names are drawn or asked for; if so they are taken as asked for again."""
        found = set(names)
        if not all(name in self._asked or self._holds(name) for name in found):
            return False
        self._asked |= found
        return True

    def read(self, name: str) -> bytes:
        """Give a picture that was asked for, once it is drawn."""
        while not self._holds(name) and self._busy():
            time.sleep(PAUSE)
        if not self._holds(name):
            self.settle()
        return (self._folder / name).read_bytes()

    def prune(self) -> None:
        """Remove every picture that was not asked for, and nothing else: somebody may have put another folder here."""
        for path in self._folder.glob("*.*"):
            if path.name not in self._asked and _OWN.fullmatch(path.name):
                path.unlink(missing_ok=True)

    def _holds(self, name: str) -> bool:
        """Say whether a picture of this name stands: what its folder holds under other names, or by a link, is none."""
        path = self._folder / name
        return bool(_NAME.fullmatch(name)) and path.is_file() and not path.is_symlink()

    def _ask(self, name: str, made: bytes, chart: str = "") -> str:
        if name not in self._asked:
            self._asked.add(name)
            if not self._holds(name):
                self._begin(_Job(name, b'{"name":"' + name.encode() + b'",' + made[1:] + b"\n", chart))
        return name

    def _busy(self) -> bool:
        return bool(self._waiting.unfinished_tasks) and any(thread.is_alive() for thread in self._threads)

    def settle(self) -> None:
        """Wait until all that was asked for is drawn; what no process draws is drawn here."""
        while self._busy():
            time.sleep(PAUSE)
        for _ in range(self._waiting.qsize()):
            if job := self._waiting.get():
                self._left[job.name] = job.asked
            self._waiting.task_done()
        # Charts before the pictures that hold them. What cannot be drawn stays, and is said again by the next to wait.
        for one in sorted(map(orjson.loads, self._left.values()), key=lambda one: "inset" in one):
            drawer.draw(one, self._folder)
            del self._left[one["name"]]

    def _begin(self, job: _Job) -> None:
        self._waiting.put(job)
        if self._waiting.qsize() > FEW and len(self._threads) < self._most > 1:
            self._threads.append(threading.Thread(target=self._feed, daemon=True))
            self._threads[-1].start()

    def _feed(self) -> None:
        """Give one process job after job. What it does not draw is left to `settle`, and all else if it ends."""
        # -P: nothing in the folder that a reader happens to stand in is run.
        command = [sys.executable, "-P", "-m", "weighbridge.charts.drawer", str(self._folder)]
        script()  # bundled once, before processes ask for it
        pipe = subprocess.PIPE
        # Who interrupts a terminal is answered by one process: these end when nobody asks them any more.
        with (
            suppress(OSError),
            subprocess.Popen(command, stdin=pipe, stdout=pipe, start_new_session=True) as process,  # noqa: S603 - ours
        ):
            while (job := self._waiting.get()) is not None:
                # A process would wait in vain for a chart that none of them draws.
                said = FAILED if job.chart in self._left else _said(process, job)
                if said != job.name:
                    self._left[job.name] = job.asked
                self._waiting.task_done()
                if not said:
                    return


@cache
def _drawn_by() -> bytes:
    """Name what draws: another version of it draws anew."""
    folder = files("weighbridge.charts")
    fonts = sorted((folder / FONTS).iterdir(), key=lambda path: path.name)
    own = b"".join(path.read_bytes() for path in (*(folder / name for name in _DRAWN_BY), *fonts))
    return f"{' '.join(map(version, _LIBRARIES))} {sha256(own).hexdigest()}".encode()


def _digest(made: bytes) -> str:
    return sha256(_drawn_by() + made).hexdigest()


def _said(process: subprocess.Popen[bytes], job: _Job) -> str:
    """Ask for a job and give the answer, the name of the picture or FAILED; empty where the process has ended."""
    assert process.stdin is not None and process.stdout is not None  # noqa: S101, PT018 - both are pipes
    try:
        process.stdin.write(job.asked)
        process.stdin.flush()
    except OSError:
        return ""
    lines = (line.decode("utf-8", "replace").strip() for line in process.stdout)
    return next((line for line in lines if line in (job.name, FAILED)), "")
