"""The manifest: one line per snapshot, only ever added to."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from weighbridge.errors import StoreError
from weighbridge.snapshot.capture import EntryError, Snapshot, line, read_line
from weighbridge.snapshot.disk import write_all


class Manifest:
    """The snapshots that a manifest lists. It is read once, and afterwards only what was added since."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._forget()

    def _forget(self) -> None:
        self.snapshots: dict[str, Snapshot] = {}
        self._newest: dict[tuple[str, str], Snapshot] = {}
        self._captures: dict[tuple[object, ...], Snapshot] = {}
        self._folded: set[str] = set()
        self._read_to, self._lines, self._file = 0, 0, (0, 0)

    def refresh(self) -> None:
        """Read what other processes have added. StoreError names a damaged line."""
        for number, text in self._new_lines():
            try:
                snapshot, _ = read_line(text)
            except EntryError as error:
                raise StoreError(
                    f"line {number}: {error.field} {error.why}",
                    where=str(self.path),
                    then="restore the line from a copy, or delete it and fetch that document again",
                ) from error
            self._remember(snapshot)

    def flaws(self) -> Iterator[str]:
        """Say what is wrong with the manifest, line by line; what was remembered of it is forgotten."""
        self._forget()
        for number, text in self._new_lines():
            try:
                read_line(text)
            except EntryError as error:
                yield f"line {number}: {error.field} {error.why}"
        self._forget()

    def newest(self, source: str, file_name: str) -> Snapshot | None:
        """Give the latest capture of one document."""
        return self._newest.get((source, file_name))

    def same_capture(self, snapshot: Snapshot) -> Snapshot | None:
        """Give what is listed of the same bytes of the same document, taken at the same instant."""
        return self._captures.get(_capture_key(snapshot))

    def taken(self, path: str) -> bool:
        """Whether a snapshot has this path, or one that some file systems hold to be the same."""
        return path.casefold() in self._folded

    def append(self, snapshots: Iterable[Snapshot]) -> None:
        """List `snapshots`, all or none; the caller holds the lock. OSError if it cannot be written."""
        self.refresh()
        text = b"".join(line(snapshot) for snapshot in snapshots)
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o644)
        try:
            # What a killed writer left of a last line was never acknowledged.
            os.ftruncate(handle, self._read_to)
            try:
                write_all(handle, _line_end(handle, self._read_to) + text)
                os.fsync(handle)
            except BaseException:
                os.ftruncate(handle, self._read_to)
                raise
        finally:
            os.close(handle)
        self.refresh()

    def _new_lines(self) -> Iterator[tuple[int, bytes]]:
        """Give the number and text of each line not read yet. What a killed writer left of a last line is no line."""
        try:
            with self.path.open("rb") as file:
                self._begin_again_if_replaced(file.fileno())
                file.seek(self._read_to)
                for text in file:
                    if not (text.endswith(b"\n") or _whole(text)):
                        return
                    if text.strip():
                        yield self._lines + 1, text
                    self._read_to += len(text)
                    self._lines += 1
        except FileNotFoundError:
            self._forget()
        except OSError as error:
            what = f"cannot be read ({error.strerror})"
            raise StoreError(what, where=str(self.path), then="check its rights") from error

    def _begin_again_if_replaced(self, handle: int) -> None:
        state = os.fstat(handle)
        if (state.st_dev, state.st_ino) != self._file or state.st_size < self._read_to:
            self._forget()
            self._file = (state.st_dev, state.st_ino)

    def _remember(self, snapshot: Snapshot) -> None:
        self.snapshots[snapshot.path] = snapshot
        self._captures[_capture_key(snapshot)] = snapshot
        self._folded.add(snapshot.path.casefold())
        key = snapshot.source, snapshot.file_name
        before = self._newest.get(key)
        if before is None or age(before) <= age(snapshot):
            self._newest[key] = snapshot


def age(snapshot: Snapshot) -> tuple[object, str]:
    """Give what puts snapshots in order: when they were taken, then their path."""
    return snapshot.retrieved_at, snapshot.path


def _capture_key(snapshot: Snapshot) -> tuple[object, ...]:
    return snapshot.source, snapshot.file_name, snapshot.retrieved_at, snapshot.sha256


def _whole(text: bytes) -> bool:
    """Whether a last line that has no end is complete: a copy made by hand may lack the last line end."""
    try:
        read_line(text)
    except EntryError:
        return False
    return True


def _line_end(handle: int, size: int) -> bytes:
    return b"" if size == 0 or os.pread(handle, 1, size - 1) == b"\n" else b"\n"
