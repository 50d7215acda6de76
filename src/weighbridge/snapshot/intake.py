"""Taking in a folder of snapshots that someone else made: nothing in it is believed before it is checked."""

from __future__ import annotations

import stat
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from weighbridge.errors import StoreError
from weighbridge.snapshot.body import Capture, as_stored, plain, read_stored
from weighbridge.snapshot.capture import LONGEST_LINE, EntryError, Snapshot, read_line

if TYPE_CHECKING:
    from weighbridge.snapshot.store import SnapshotStore

# Ours are written with all fields, so an entry must leave some room to stay readable.
_LONGEST_ENTRY = LONGEST_LINE - 2_000
# What is written under one lock and acknowledged together.
_BATCH = 32
_NAMED = 3


@dataclass(frozen=True)
class Refusal:
    """An entry that was not taken in: where it stands, which field is at fault, and why."""

    entry: str
    field: str
    why: str

    def __str__(self) -> str:
        return f"{self.entry}: {self.field} {self.why}"


@dataclass
class TakeIn:
    """What became of a folder: what is new, how many were present, what was refused, and fields not known here."""

    added: list[Snapshot] = field(default_factory=list)
    present: int = 0
    refused: list[Refusal] = field(default_factory=list)
    unknown_fields: Counter[str] = field(default_factory=Counter)

    @property
    def done(self) -> int:
        """How many entries have been dealt with."""
        return len(self.added) + self.present + len(self.refused)


def take_in(store: SnapshotStore, folder: Path, progress: Callable[[int, int, str], None] | None) -> TakeIn:
    """Store every good entry that `folder` lists. StoreError, after all of them, names those that were refused."""
    folder = _with_manifest(Path(folder))
    lines = list(_lines(folder / "manifest.jsonl"))
    result, batch = TakeIn(), list[Capture]()
    for number, text in enumerate(lines, 1):
        try:
            batch.append(_capture(store, folder, text, result))
        except EntryError as error:
            result.refused.append(Refusal(_named(number, text), error.field, error.why))
        if len(batch) == _BATCH or number == len(lines):
            _keep(store, batch, result)
            batch.clear()
        if progress:
            progress(number, len(lines), _named(number, text))
    _raise_refused(folder, result)
    return result


def _with_manifest(folder: Path) -> Path:
    for place in (folder, folder / "snapshots"):
        if (place / "manifest.jsonl").is_file():
            return place
    then = "name a folder that holds manifest.jsonl and the files that it lists"
    raise StoreError("has no manifest.jsonl", where=str(folder), then=then)


def _lines(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            while text := file.readline(_LONGEST_ENTRY):
                rest = text
                while rest and not rest.endswith(b"\n"):
                    rest = file.readline(_LONGEST_ENTRY)
                if text.strip():
                    yield text
    except OSError as error:
        raise StoreError(f"cannot be read ({error.strerror})", where=str(path), then="check its rights") from error


def _capture(store: SnapshotStore, folder: Path, text: bytes, result: TakeIn) -> Capture:
    """Check one entry and its bytes. EntryError names the field that does not hold."""
    snapshot, unknown = read_line(text)
    if snapshot.retrieved_at > store.now():
        raise EntryError("retrieved_at", "lies in the future (or this machine's clock is behind)")
    path = _inside(folder, snapshot.path)
    try:
        stored = read_stored(path, snapshot)
        body = plain(stored, path.name, snapshot)
    except ValueError as error:
        raise EntryError("body", str(error)) from error
    result.unknown_fields.update(unknown)
    return Capture(snapshot, as_stored(body, stored))


def _inside(folder: Path, relative: str) -> Path:
    """Give the plain file at `relative`, no link on the way: a link may lead to what was never meant to be read."""
    path = folder.resolve() / relative
    try:
        real, state = path.resolve(strict=True), path.lstat()
    except OSError as error:
        raise EntryError("path", f"cannot be read ({error.strerror})") from error
    if real != path:
        raise EntryError("path", "leads through a symbolic link")
    if not stat.S_ISREG(state.st_mode):
        raise EntryError("path", "is not a plain file")
    return path


def _keep(store: SnapshotStore, batch: list[Capture], result: TakeIn) -> None:
    with store.alone():
        fresh = [capture for capture in batch if not store.holds(capture)]
        result.added += store.add(fresh)
    result.present += len(batch) - len(fresh)


def _named(number: int, text: bytes) -> str:
    """Give an entry's path if it can be read, else its line number."""
    try:
        return read_line(text)[0].path
    except EntryError:
        return f"manifest.jsonl line {number}"


def _raise_refused(folder: Path, result: TakeIn) -> None:
    if not result.refused:
        return
    count = len(result.refused)
    named = "; ".join(str(refusal) for refusal in result.refused[:_NAMED])
    more = f"; and {count - _NAMED} more" if count > _NAMED else ""
    error = StoreError(
        f"{count} of {result.done} entries refused: {named}{more}",
        where=str(folder),
        then=f"get these again from where the folder came from; the other {result.done - count} are stored",
    )
    for refusal in result.refused:
        error.add_note(str(refusal))
    raise error
