"""Each measure by a grouping is weighed once for what it is made from: then memory, the package or the store answers.

With the starter data come their weighings, made by `python -m weighbridge.starter`. A store keeps its own beside its
lake, each named by the tables that it read: it stands as long as these do, and longer where what it had of them is the
same. Those of other code go when the first of the new is kept. What cannot be kept or read costs time, never a figure.
"""

from __future__ import annotations

import os
import re
import shutil
import threading
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from weighbridge import fingerprints
from weighbridge.errors import NoDataError, StoreError
from weighbridge.grounds import Grounds, answer_of
from weighbridge.question import Met, unmet
from weighbridge.weighing import Weighing, read, written
from weighbridge.weighing.column import ColumnError
from weighbridge.weighing.packed import MOST_BYTES, PackedError
from weighbridge.weighing.picked import newest, one_away

if TYPE_CHECKING:
    from collections.abc import Callable

    from weighbridge.estimate import Provenance, Series
    from weighbridge.lake import Lake

Make: TypeAlias = "Callable[[bool, Met], tuple[Series, Series | None]]"
FOLDER, ENDING, STARTER = "weighings", ".weighing", "starter"
_KEY = re.compile(r"[0-9a-f]{64}")


class SameError(Exception):
    """What a measure read is what an earlier weighing was made of."""


class Answer:
    """The digest of what a measure read, once it `met` it: SameError where it is that of an earlier weighing."""

    def __init__(self, before: str) -> None:
        self._before, self.digest = before, ""

    def met(self, read: object) -> None:
        """Take the digest of what was read."""
        from weighbridge.read_digest import digest

        self.digest = digest(read)
        if self.digest and self.digest == self._before:
            raise SameError


class Shelf:
    """Where the weighings of the lake of an open store stand. What the lake is made of is looked at once."""

    def __init__(self, root: Path, lake: Lake) -> None:
        self.root, self.lake = root, lake

    @cached_property
    def made_from(self) -> str:
        """Name what the lake's figures are made from; empty while a build moves its files."""
        return fingerprints.content(self.lake.root) if self.lake.name == STARTER else kept_key(self.lake.root)

    @cached_property
    def grounds(self) -> Grounds:
        """What the lake's tables are, as they stood when this was first asked."""
        return Grounds(self.lake, self.folder)

    @cached_property
    def folder(self) -> Path:
        """Where the weighings of a store stand that this code made."""
        return self.root / FOLDER / fingerprints.code()

    @cached_property
    def provenance(self) -> Provenance:
        """Where the lake's figures come from."""
        return self.grounds.provenance

    def weighed(self, measure: Any, by: str, make: Make, *, runs: bool) -> Weighing:  # noqa: ANN401 - Measure
        """Give a weighing, its runs too where they are wanted: read if it was kept, else made and kept.

        `make` gives the series, and beside it the same with all its runs if it is told so, or raises NoDataError; what
        it is told has met what was read. Only a store that has a lake keeps anything: answering from the starter data
        leaves no trace.
        """
        if (held := self.held(measure, by, runs=runs)) is not None:
            return held
        if self.lake.name == STARTER:
            return weigh("", lambda every: make(every, unmet), runs=runs)
        path = file(self.folder, measure.name, by)
        return self._anew([path], lambda met: weigh("", lambda every: make(every, met), runs=runs), runs=runs)

    def _anew(self, paths: list[Path], make: Callable[[Met], Weighing], *, runs: bool) -> Weighing:
        """Make a weighing and keep it at the first of `paths`, without its runs at others.

        What stood there is kept once more instead where what the measure reads is still what that was made of.
        """
        before = taken(paths[0], bool, runs=runs)
        answer, stood = Answer(answer_of(before.key) if before else ""), self.grounds.stamps
        with self.lake.noting() as reads:
            try:
                made = make(answer.met)
            except SameError:
                assert before is not None  # noqa: S101 - there is no digest without it
                made = before
        # A build that ran meanwhile may have given it some of each lake.
        if stood and (key := self.grounds.key(reads, answer.digest)):
            for path in paths:
                whole = made.whole if path is paths[0] else None
                keep(replace(made, key=key, whole=whole), path)
            self.grounds.write()
        return _sourced(made, self.provenance)

    def comparable(self, measure: Any, by: str, make: Callable[[Met], Series]) -> Series:  # noqa: ANN401 - Measure
        """Give a series with all runs on the scale of its defaults: read if it was kept, else made and kept.

        `make` gives it, or raises NoDataError. What `weighed` gives without runs is in it, and is kept beside it.
        """
        path = self._comparable(measure, by)
        found = taken(path, self.grounds.hold, runs=True)
        if found is not None and (whole := _sourced(found, self.provenance).whole) is not None:
            return whole

        def weighed(met: Met) -> Weighing:
            made = make(met)
            return Weighing("", replace(made, runs=()), made)

        made = self._anew([path, file(self.folder, measure.name, by)], weighed, runs=True)
        assert made.whole is not None  # noqa: S101 - it was made or taken with its runs
        return made.whole

    def holds_comparable(self, measure: Any, by: str) -> bool:  # noqa: ANN401 - Measure
        """Say whether `comparable` need not make what it gives."""
        return taken(self._comparable(measure, by), self.grounds.hold, runs=False) is not None

    def _comparable(self, measure: Any, by: str) -> Path:  # noqa: ANN401 - Measure
        return file(self.folder, measure.name, f"{by}-comparable")

    def held(self, measure: Any, by: str, *, runs: bool) -> Weighing | None:  # noqa: ANN401 - Measure
        """Give a weighing if it was kept, its runs too where they are wanted."""
        if self.lake.name == STARTER:
            key = shipped_key(self.made_from, measure.version)
            found = taken(file(self.lake.root / FOLDER, measure.name, by), key.__eq__, runs=runs)
            return None if found is None else _complete(found, measure)
        found = taken(file(self.folder, measure.name, by), self.grounds.hold, runs=runs)
        return None if found is None else _sourced(found, self.provenance)


def _sourced(held: Weighing, now: Provenance) -> Weighing:
    """Give a weighing with what its sources say of themselves now: the figures of some rest on no new snapshot."""

    def sourced(series: Series | None) -> Series | None:
        if series is None:
            return None
        names = {use.name for use in series.provenance.sources}
        sources = tuple(use for use in now.sources if use.name in names)
        return replace(series, provenance=replace(now, sources=sources))

    return replace(held, series=sourced(held.series), whole=sourced(held.whole))


def _complete(held: Weighing, measure: Any) -> Weighing:  # noqa: ANN401 - Measure
    """Give what is shipped with its newest runs and those one away, which stand there among all runs alone."""
    if held.whole is None:
        return held
    scale = measure.comparable(held.whole.choices)
    some = replace(
        held.whole, newest_runs=tuple(newest(held.whole, scale)), one_away=tuple(one_away(held.whole, scale))
    )
    return replace(held, whole=some)


def shipped_key(tables: str, version: int) -> str:
    """Name what a weighing of the starter data is made from: their tables, and what the measure means."""
    return f"version {version} of {tables}"


def kept_key(lake: Path) -> str:
    """Name what a weighing of a store is made from, its files and our code; empty where files come and go."""
    try:
        return sha256(f"{fingerprints.stamp(lake)} {fingerprints.code()}".encode()).hexdigest()
    except OSError:
        return ""


def file(folder: Path, measure: str, by: str) -> Path:
    """Say where the weighing of a measure by a grouping stands; both are names that the measure knows."""
    return folder / f"{measure}-by-{by}{ENDING}"


def weigh(key: str, make: Callable[[bool], tuple[Series, Series | None]], *, runs: bool) -> Weighing:
    """Make a weighing, or note why there is none."""
    try:
        return Weighing(key, *make(runs))
    except NoDataError as error:
        return Weighing(key, None, missing=error)


def taken(path: Path, holds: Callable[[str], bool], *, runs: bool) -> Weighing | None:
    """Read what was kept; None if it is not there, is damaged, lacks its runs, or if its key no longer `holds`."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return None
        held = read(path.read_bytes(), str(path), runs=runs)
    except (OSError, StoreError):
        return None
    lacking = runs and held.missing is None and held.whole is None
    return held if holds(held.key) and not lacking else None


def keep(made: Weighing, path: Path) -> None:
    """Put a weighing where `taken` finds it, whole or not at all, and clear away those of other code."""
    from weighbridge.snapshot.disk import place

    # Two writers at once give the same bytes, each by way of a file of its own.
    beside = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}.part")
    with suppress(OSError, ColumnError, PackedError):
        body = written(made)
        if not path.parent.is_dir():
            path.parent.mkdir(parents=True, exist_ok=True)
            clear(path.parent.parent, but=path.parent.name)
        place(body, path, beside)


def clear(folder: Path, *, but: str) -> None:
    """Remove the weighings of other keys; nothing else in the folder is touched."""
    for found in folder.iterdir():
        if found.name != but and _KEY.fullmatch(found.name):
            shutil.rmtree(found, ignore_errors=True)
