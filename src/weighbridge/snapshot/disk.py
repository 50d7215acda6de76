"""Bytes on disk: whole or not at all, and one writer at a time."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from weighbridge.errors import StoreError

_PATIENCE = 60.0
_POLL = 0.02


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what an operating system refuses into StoreError."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        then = "free some space or name another folder with --store; what was stored before is whole"
        where = os.fsdecode(error.filename or path)
        raise StoreError(f"cannot be written ({reason})", where=where, then=then) from error


@contextmanager
def locked(path: Path, patience: float = _PATIENCE) -> Iterator[None]:
    """Hold the lock at `path`, which the system lets go when the process dies. StoreError after `patience` seconds."""
    import fcntl

    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        ends_at = time.monotonic() + patience
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > ends_at:
                    then = "wait for it to end, or end it"
                    raise StoreError("another process is writing here", where=str(path.parent), then=then) from None
                time.sleep(_POLL)
        yield
    finally:
        os.close(handle)


def place(body: bytes, path: Path, beside: Path) -> None:
    """Make `path` hold `body`, by way of the temporary file `beside`: it appears whole, and outlives a power cut."""
    try:
        # A link or a pipe that somebody put in its place is neither followed nor fed.
        beside.unlink(missing_ok=True)
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o644)
        try:
            write_all(handle, body)
            os.fsync(handle)
        finally:
            os.close(handle)
        make_folder(path.parent)
        beside.replace(path)
        sync_folder(path.parent)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def write_all(handle: int, body: bytes) -> None:
    """Write every byte; a system may take fewer than it is given."""
    view = memoryview(body)
    while view:
        view = view[os.write(handle, view) :]


def make_folder(folder: Path) -> None:
    """Make `folder` and what it stands in, so that they outlive a power cut."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Make what was renamed into `folder` outlive a power cut."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
