"""The store: bytes go in once, and come out as they went in or not at all."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from weighbridge.errors import StoreError, UsageError
from weighbridge.snapshot.body import Capture, as_stored, packed_as, packed_suffix, plain, unpacked
from weighbridge.snapshot.capture import EntryError, Snapshot, free_path, line, read_line
from weighbridge.snapshot.disk import locked, make_folder, place, writing
from weighbridge.snapshot.manifest import Manifest, age

if TYPE_CHECKING:
    from weighbridge.snapshot.checkup import Flaw
    from weighbridge.snapshot.document import Document
    from weighbridge.snapshot.intake import TakeIn

_SHORTEST_MARK = 8


def _utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class SnapshotStore:
    """Snapshots under `<root>/snapshots`, listed in `manifest.jsonl` there. StoreError where that fails.

    Reading needs no right to write. Any number of processes may write: one at a time does. A process that is killed at
    any moment loses nothing that `put` or `take_in` has returned, and leaves nothing half-written to be seen.
    """

    def __init__(self, root: Path, *, now: Callable[[], dt.datetime] = _utc_now) -> None:
        self.root = Path(root)
        self.folder = self.root / "snapshots"
        self.now = now
        self._manifest = Manifest(self.folder / "manifest.jsonl")
        self._beside = self.folder / ".tmp"

    def snapshots(self, source: str | None = None) -> list[Snapshot]:
        """List what is stored, of one source or of all, oldest capture first."""
        self._manifest.refresh()
        kept = self._manifest.snapshots.values()
        return sorted((s for s in kept if source in {None, s.source}), key=age)

    def read(self, snapshot: Snapshot) -> bytes:
        """Give the plain bytes of `snapshot`, after comparing them with its sha256."""
        try:
            return unpacked(self.folder / snapshot.path, snapshot)
        except ValueError as error:
            raise StoreError(
                f"{error}", where=snapshot.path, then="fetch it again: equal bytes repair it in place"
            ) from error

    def put(self, source: str, document: Document, retrieved_at: dt.datetime) -> Snapshot:
        """Store a document and give its snapshot; where it equals the newest of its name, that one, and nothing new.

        UsageError names the field of a document that cannot be listed: nothing is stored then.
        """
        body = document.body
        wished = Snapshot(
            source=source,
            url=document.url or None,
            retrieved_at=_in_utc(retrieved_at),
            path=free_path(source, _in_utc(retrieved_at).date(), document.file_name, ""),
            sha256=sha256(body).hexdigest(),
            bytes=len(body),
            media_type=document.media_type,
            licence=document.licence,
            attribution=document.attribution,
            etag=document.etag,
            last_modified=document.last_modified,
            verbatim=document.verbatim,
            note=document.note,
        )
        self._check(wished, document.file_name)
        with self.alone():
            newest = self._manifest.newest(source, document.file_name)
            if newest is not None and newest.sha256 == wished.sha256:
                self.repair(newest, lambda: body)
                return newest
            return self.add([Capture(wished, as_stored(body))])[0]

    def take_in(self, folder: Path, progress: Callable[[int, int, str], None] | None = None) -> TakeIn:
        """Take in a folder of the store's own shape; every good entry is kept. StoreError names those that are not.

        `progress(done, total, path)` is called after each entry.
        """
        from weighbridge.snapshot.intake import take_in

        return take_in(self, folder, progress)

    def verify(self) -> list[Flaw]:
        """List what is missing, damaged or unlisted; empty: the store is whole."""
        from weighbridge.snapshot.checkup import flaws

        return flaws(self.folder)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the store as its only writer, having read all that others wrote and cleared what killed ones left."""
        with writing(self.folder):
            make_folder(self.folder)
            with locked(self.folder / ".lock"):
                self._manifest.refresh()
                self._clear()
                yield

    def add(self, captures: Sequence[Capture]) -> list[Snapshot]:
        """Write bodies, then list them all at once; the caller is `alone`. OSError leaves the store as it was."""
        added: list[Snapshot] = []
        try:
            for number, capture in enumerate(captures):
                snapshot = replace(capture.snapshot, path=self._free(capture, {s.path.casefold() for s in added}))
                added.append(snapshot)
                place(capture.stored, self.folder / snapshot.path, self._temporary(number))
            self._manifest.append(added)
        except OSError:
            self._drop_unlisted(added)
            raise
        return added

    def holds(self, capture: Capture) -> bool:
        """Whether this very capture is stored; damaged bytes are repaired by the way. The caller is `alone`."""
        listed = self._manifest.same_capture(capture.snapshot)
        if listed is not None:
            self.repair(listed, lambda: plain(capture.stored, packed_suffix(listed.bytes), listed))
        return listed is not None

    def repair(self, snapshot: Snapshot, body: Callable[[], bytes]) -> None:
        """Write the bytes of a listed snapshot again if they are missing or damaged; the caller is `alone`."""
        try:
            unpacked(self.folder / snapshot.path, snapshot)
        except ValueError:
            place(packed_as(snapshot.path, body()), self.folder / snapshot.path, self._temporary(0))

    def _drop_unlisted(self, snapshots: Sequence[Snapshot]) -> None:
        """Delete bodies that did not reach the manifest, to give their space back."""
        self._manifest.refresh()
        for snapshot in snapshots:
            if snapshot.path not in self._manifest.snapshots:
                (self.folder / snapshot.path).unlink(missing_ok=True)

    def _free(self, capture: Capture, others: set[str]) -> str:
        """Give the wished path, or one with the start of the sha256 in its name where that is taken."""
        wished = capture.snapshot
        packed = packed_suffix(wished.bytes)
        for digits in (0, *range(_SHORTEST_MARK, len(wished.sha256) + 1)):
            mark = wished.sha256[:digits]
            path = free_path(wished.source, wished.retrieved_at.date(), wished.file_name, packed, mark)
            if not self._manifest.taken(path) and path.casefold() not in others:
                return path
        raise StoreError("stored more than fifty times on one day", where=wished.path, then="look at what fetches it")

    def _temporary(self, number: int) -> Path:
        make_folder(self._beside)
        return self._beside / f"{os.getpid()}-{number}"

    def _clear(self) -> None:
        """Delete temporary files: whoever made them is dead, for this process holds the lock."""
        if self._beside.is_dir():
            for left in self._beside.iterdir():
                left.unlink(missing_ok=True)

    def _check(self, snapshot: Snapshot, name: str) -> None:
        where = f"{snapshot.source}: {name[:200]!r}"
        try:
            # As it will be read: a line that cannot be read would close the whole store.
            read_line(line(snapshot))
        except EntryError as error:
            raise UsageError(f"{error.field} {error.why}", where=where, then="correct the source") from error
        if snapshot.file_name != name:
            raise UsageError("the name of a packed file", where=where, then="unpack it before it is stored")


def _in_utc(moment: dt.datetime) -> dt.datetime:
    if moment.tzinfo is None:
        raise UsageError("retrieved_at has no time zone", then="give it in UTC")
    return moment.astimezone(dt.UTC)
