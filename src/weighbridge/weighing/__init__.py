"""A weighing: a series computed once, with the values under every combination of choices, as bytes and back, exactly.

Reading needs the standard library and the words alone, so a command of the shell need not wait for an engine.
What a publisher may not have written is never run: a file is figures and names, checked before use.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from weighbridge.errors import NoDataError, StoreError
from weighbridge.estimate import Run, Series, SourceUse
from weighbridge.weighing.column import ColumnError
from weighbridge.weighing.packed import PackedError, packed, unpacked
from weighbridge.weighing.plain import PlainError, plain, restored
from weighbridge.weighing.stretch import Stretch, table_of
from weighbridge.weighing.table import Table, lifted

LENGTH = struct.Struct("<I")
SERIES, RUNS, NEWEST, ONE_AWAY = range(4)
NAMED, SOURCES, FIELDS = Mapping[str, str], tuple[SourceUse, ...], tuple[str, ...]
# Far above any series, and above what its runs have together.
MOST_ESTIMATES = 1 << 22
_APART = 2  # fields of a series, the last, that have sections of their own
# What bytes that are no weighing can raise on the way to one.
FAULTS = (ValueError, TypeError, KeyError, IndexError, OverflowError, RecursionError, struct.error)


@dataclass(frozen=True)
class Weighing:
    """A series under its defaults, or why there is none, and the same with its runs and all their sources.

    `key` names what it was made from. `left_out` says in words what of the runs is not kept; `whole.runs_lack` names
    the fields.
    """

    key: str
    series: Series | None
    whole: Series | None = None
    missing: NoDataError | None = None
    left_out: str = ""

    def stated(self, name: str) -> Series:
        """Give the series of the measure `name`; NoDataError says why there is none."""
        if self.series is None:
            error = self.missing or NoDataError("nothing was weighed", where=name)
            raise NoDataError(error.what, where=error.where, then=error.then)
        return self.series

    def with_some(self) -> Series | None:
        """Give the series with its newest runs and those one away, which a whole has that was kept with all runs."""
        if self.series is None or self.whole is None:
            return None
        some = {name: getattr(self.whole, name) for name in ("newest_runs", "one_away", "runs_lack")}
        return replace(self.series, **some)


def written(weighing: Weighing, *, small: bool = False) -> bytes:
    """Give the bytes of `weighing`; `small` takes longer and less room.

    ColumnError for NaN and for more rows than are read again, PackedError for more bytes.
    """
    return packed(sections(weighing), small=small)


def sections(weighing: Weighing) -> list[bytes]:
    """Give the parts that are packed: the series, its runs where they are kept, its newest runs and those one away."""
    error, series = weighing.missing, weighing.series
    missing = None if error is None else [error.what, error.where, error.then]
    head = [weighing.key, weighing.left_out, missing, None if series is None else _bare(series)]
    found = [_section(head, table_of([series.estimates if series else ()]))]
    found.append(b"" if weighing.whole is None else _runs(weighing.whole))
    # What is shipped has these among all runs, and keeps them once.
    found += [_some(runs) for runs in ((series.newest_runs, series.one_away) if series else ())]
    while not found[-1]:
        found.pop()
    return found


def _bare(series: Series) -> list[Any]:
    """Give the fields that stand in the head: all but the last, which are runs."""
    told: list[Any] = plain(replace(series, estimates=(), runs=(), newest_runs=(), one_away=()))
    return told[:-_APART]


def _runs(whole: Series) -> bytes:
    head = [plain(whole.provenance.sources), list(whole.runs_lack), _told(whole.runs)]
    return _section(head, table_of([run.estimates for run in whole.runs]))


def _some(runs: Sequence[Run]) -> bytes:
    return _section([_told(runs)], table_of([run.estimates for run in runs])) if runs else b""


def _told(runs: Sequence[Run]) -> list[Any]:
    return [[plain(run.choices), len(run.estimates)] for run in runs]


def _section(head: list[Any], table: Table) -> bytes:
    if table.rows > MOST_ESTIMATES:
        raise ColumnError("too many rows to be kept")
    said = json.dumps([head, table.head()], separators=(",", ":")).encode()
    return b"".join((LENGTH.pack(len(said)), said, table.raw()))


def read(raw: bytes, where: str, *, runs: bool = False) -> Weighing:
    """Give back what was written, its runs only where they are wanted; StoreError names `where` if it is damaged."""
    try:
        return _read(raw, runs=runs)
    except FAULTS as error:
        why = str(error) if isinstance(error, (PackedError, PlainError, ColumnError)) else "is not what was written"
        raise StoreError(why, where=where, then="delete the file: it is made again") from error


def _read(raw: bytes, *, runs: bool) -> Weighing:
    head, table = _opened(unpacked(raw, SERIES) or b"")
    key, left_out, missing, bare = head
    error = None if missing is None else _error(*missing)
    series = None if bare is None else _series(bare, table, *(unpacked(raw, part) for part in (NEWEST, ONE_AWAY)))
    if not (isinstance(key, str) and isinstance(left_out, str)) or (series is None) is (error is None):
        raise PlainError("holds neither figures nor why there are none")
    kept = unpacked(raw, RUNS) if runs and series is not None else None
    whole = _whole(series, *_opened(kept)) if series is not None and kept else None
    return Weighing(key, series, whole, error, left_out)


def _series(bare: list[Any], table: Table, newest: bytes | None, one_away: bytes | None) -> Series:
    """Put its estimates and some of its runs beside what a head says of a series."""
    series: Series = restored(Series, [*bare, *([] for _ in range(_APART))])
    estimates = tuple(Stretch(table, range(table.rows)))
    return replace(series, estimates=estimates, newest_runs=_these(newest), one_away=_these(one_away))


def _these(section: bytes | None) -> tuple[Run, ...]:
    if not section:
        return ()
    (told,), table = _opened(section)
    return tuple(_lifted(told, table))


def _opened(section: bytes) -> tuple[list[Any], Table]:
    (length,) = LENGTH.unpack_from(section)
    body = memoryview(section)[LENGTH.size :]
    if length > len(body):
        raise PackedError("is cut off")
    head, table = json.loads(bytes(body[:length]))
    return head, lifted(table, body[length:], MOST_ESTIMATES)


def _error(what: str, where: str, then: str) -> NoDataError:
    return NoDataError(restored(str, what), where=restored(str, where), then=restored(str, then))


def _whole(series: Series, head: list[Any], table: Table) -> Series:
    """Put runs beside a series."""
    sources, lack, told = head
    provenance = replace(series.provenance, sources=restored(SOURCES, sources))
    runs = tuple(_lifted(told, table))
    return replace(series, runs=runs, runs_lack=restored(FIELDS, lack), provenance=provenance)


def _lifted(told: list[Any], table: Table) -> Iterator[Run]:
    """Give the runs that a head tells of: the rows of the table, as many for each as it says."""
    at = 0
    for choices, rows in told:
        size = restored(int, rows)
        if not 0 <= size <= table.rows - at:
            raise ColumnError("has fewer rows than its runs")
        yield Run(restored(NAMED, choices), Stretch(table, range(at, at + size)))
        at += size
    if at != table.rows:
        raise ColumnError("has more rows than its runs")
