"""Files of the site: each appears whole. A site is made again from its book, so no file waits for the disk."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from weighbridge.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path


def place(body: bytes, path: Path, twin: Path | None = None) -> Path:
    """Write `body` so that `path` holds it whole or is what it was; StoreError where the system refuses.

    Thousands of pages would each wait for the disk if they had to outlive a power cut. What stands already is left:
    to replace a file costs more than to read it. `twin` was placed with the same body: one file under both names costs
    less than two.
    """
    if _stands(body, path):
        return path
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        try:
            _make(beside, body, twin)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            _make(beside, body, twin)
        beside.replace(path)
        if twin is not None:
            beside.unlink(missing_ok=True)  # of two names of one file, to replace one by the other does nothing
    except (OSError, ValueError) as error:  # a name with a zero byte is no value for a path
        with suppress(OSError, ValueError):
            beside.unlink(missing_ok=True)
        then = "free some space or name another folder with --out"
        reason = (isinstance(error, OSError) and error.strerror) or type(error).__name__
        raise StoreError(f"cannot be written ({reason})", where=str(path), then=then) from error
    return path


def _make(path: Path, body: bytes, twin: Path | None) -> None:
    """Write a file that is not there; a link or a pipe that somebody put in its place is neither followed nor fed."""
    if twin is not None and _linked(path, body, twin):
        return
    try:
        file = path.open("xb")
    except FileExistsError:
        path.unlink()
        file = path.open("xb")
    with file:
        file.write(body)


def _linked(path: Path, body: bytes, twin: Path) -> bool:
    """Give the file of `twin` a second name, unless it is no file of that body any more."""
    try:
        os.link(twin, path)
    except OSError:  # not every system of files gives a file two names
        return False
    return not path.is_symlink() and _stands(body, path)


def _stands(body: bytes, path: Path) -> bool:
    try:
        return path.stat().st_size == len(body) and path.read_bytes() == body
    except (OSError, ValueError):
        return False
