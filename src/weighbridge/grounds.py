"""What figures rest on: tables of a lake as they stand, told apart by the stamps of their files or by what they hold.

A weighing names what it read, so that a new snapshot of one source leaves what does not read that source. The names of
all publishers stand in one table and the descent that all lists state in another, which nearly every build changes: of
these the rows of each publisher are told apart by what they hold.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import cached_property, partial
from hashlib import sha256
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, TypeVar

from weighbridge import fingerprints
from weighbridge.estimate import Provenance
from weighbridge.schema import SOURCE_USES, TABLES
from weighbridge.weighing.plain import plain, restored

if TYPE_CHECKING:
    from pathlib import Path

    from weighbridge.lake import Lake, Reading

T = TypeVar("T")
# What a note or a key that was spoilt can have: it costs the time to make it again.
FAULTS = (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError)


def answer_of(key: str) -> str:
    """Give the digest that `key` names of what was had of all that was read; empty where it names none."""
    with suppress(*FAULTS):
        _, answer = json.loads(key)
        found: str = restored(str, answer)
        return found
    return ""


class Grounds:
    """The tables of a lake as they stood when they were first asked for; `folder` keeps what takes long to find out."""

    def __init__(self, lake: Lake, folder: Path) -> None:
        self.lake, self.folder = lake, folder
        self._unwritten: dict[Path, object] = {}
        self._apart: dict[str, Mapping[str, str]] = {}

    @cached_property
    def stamps(self) -> Mapping[str, str]:
        """The stamp of each table, empty for one without files; none at all where files come and go meanwhile."""
        try:
            return {name: self._stamp(name) for name in TABLES}
        except OSError:
            return {}

    def _stamp(self, table: str) -> str:
        folder = self.lake.root / table
        return fingerprints.stamp(folder) if folder.is_dir() else ""

    def key(self, reads: Iterable[Reading], answer: str) -> str:
        """Name what was read and the digest of what was had of it, if it has one.

        Empty where it no longer stands as it did when this was first asked.
        """
        wanted = {*reads, (SOURCE_USES.name, "")}
        try:
            if not self.stamps or any(self._stamp(table) != self.stamps[table] for table, _ in wanted):
                return ""
            names = sorted(" ".join(filter(None, reading)) for reading in wanted)
            return json.dumps([{name: self._found(name) for name in names}, answer], separators=(",", ":"))
        except (OSError, ValueError):
            return ""

    def hold(self, key: str) -> bool:
        """Say whether all that `key` names stands as it did; false for what is no such name."""
        try:
            read, _ = json.loads(key)
            return bool(self.stamps) and all(self._found(name) == digest for name, digest in read.items())
        except FAULTS:
            return False

    def _found(self, name: str) -> str:
        """Give the stamp of a table, or the digest of some of its rows; KeyError for what is no table."""
        if name == SOURCE_USES.name:
            # What a source's use says now is put beside figures when they are read: that it is there is enough.
            return sha256("\n".join(use.name for use in self.provenance.sources).encode()).hexdigest()
        table, _, value = name.partition(" ")
        return self.apart(table).get(value, "") if value else self.stamps[table]

    def apart(self, table: str) -> Mapping[str, str]:
        """Give a digest of the rows of each value of a table's column in APART; KeyError for any other table."""
        if table not in self._apart:
            from weighbridge.lake import APART
            from weighbridge.row_digests import digests

            column, files = APART[table], self.lake.files(TABLES[table])
            read = partial(restored, Mapping[str, str])
            self._apart[table] = self._noted(table, self.stamps[table], read, lambda: plain(digests(files, column)))
        return self._apart[table]

    @cached_property
    def provenance(self) -> Provenance:
        """Where the lake's figures come from."""
        from weighbridge.labels import provenance

        stamp = f"{self.stamps.get(SOURCE_USES.name)} {version('weighbridge')}"

        def make() -> Any:  # noqa: ANN401 - any JSON value
            return plain(provenance(self.lake, version("weighbridge")))

        found: Provenance = self._noted("provenance", stamp, partial(restored, Provenance), make)
        return found

    def _noted(self, name: str, stamp: str, taken: Callable[[Any], T], make: Callable[[], Any]) -> T:
        """Give what `taken` makes of the note `name`, made and noted where there is none under `stamp`."""
        path = self.folder / f"{name}.json"
        with suppress(*FAULTS):
            of, said = json.loads(path.read_bytes())
            if of == stamp:
                return taken(said)
        said = make()
        self._unwritten[path] = [stamp, said]
        self.write()
        return taken(said)

    def write(self) -> None:
        """Keep what took long to find out, if there is a folder for it by now."""
        from weighbridge.snapshot.disk import place

        while self._unwritten and self.folder.is_dir():
            path, said = self._unwritten.popitem()
            beside = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}.part")
            with suppress(OSError):
                place(json.dumps(said).encode(), path, beside)
