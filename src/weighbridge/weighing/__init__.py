"""A weighing: a series computed once, with the values under every combination of choices, as bytes and back, exactly.

Reading needs the standard library and the words alone, so a command of the shell need not wait for an engine.
What a publisher may not have written is never run: a file is figures and names, checked before use.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from weighbridge.errors import NoDataError, StoreError
from weighbridge.estimate import Run, Series, SourceUse
from weighbridge.weighing.column import ColumnError
from weighbridge.weighing.packed import PackedError, packed, unpacked
from weighbridge.weighing.plain import PlainError, plain, restored
from weighbridge.weighing.stretch import Stretch
from weighbridge.weighing.table import Table, laid, lifted

LENGTH = struct.Struct("<I")
SERIES, RUNS = range(2)
NAMED, SOURCES, FIELDS = Mapping[str, str], tuple[SourceUse, ...], tuple[str, ...]
# Far above any series, as is what its runs may have together.
MOST_ESTIMATES, MOST_OF_RUNS = 1 << 18, 1 << 22
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


def written(weighing: Weighing, *, small: bool = False) -> bytes:
    """Give the bytes of `weighing`; `small` takes longer and less room.

    ColumnError for NaN and for more rows than are read again, PackedError for more bytes.
    """
    error, series = weighing.missing, weighing.series
    missing = None if error is None else [error.what, error.where, error.then]
    bare = None if series is None else plain(replace(series, estimates=(), runs=()))
    head = [weighing.key, weighing.left_out, missing, bare]
    sections = [_section(head, laid([series.estimates if series else ()]), MOST_ESTIMATES)]
    if weighing.whole is not None:
        sections.append(_runs(weighing.whole))
    return packed(sections, small=small)


def _runs(whole: Series) -> bytes:
    runs = [[plain(run.choices), len(run.estimates)] for run in whole.runs]
    head = [plain(whole.provenance.sources), list(whole.runs_lack), runs]
    return _section(head, laid([run.estimates for run in whole.runs]), MOST_OF_RUNS)


def _section(head: list[Any], table: Table, most: int) -> bytes:
    if table.rows > most:
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
    head, table = _opened(unpacked(raw, SERIES) or b"", MOST_ESTIMATES)
    key, left_out, missing, bare = head
    error = None if missing is None else _error(*missing)
    series = None if bare is None else replace(restored(Series, bare), estimates=tuple(Stretch(table, 0, table.rows)))
    if not (isinstance(key, str) and isinstance(left_out, str)) or (series is None) is (error is None):
        raise PlainError("holds neither figures nor why there are none")
    kept = unpacked(raw, RUNS) if runs and series is not None else None
    whole = None if series is None or kept is None else _whole(series, *_opened(kept, MOST_OF_RUNS))
    return Weighing(key, series, whole, error, left_out)


def _opened(section: bytes, most: int) -> tuple[list[Any], Table]:
    (length,) = LENGTH.unpack_from(section)
    body = memoryview(section)[LENGTH.size :]
    if length > len(body):
        raise PackedError("is cut off")
    head, table = json.loads(bytes(body[:length]))
    return head, lifted(table, body[length:], most)


def _error(what: str, where: str, then: str) -> NoDataError:
    return NoDataError(restored(str, what), where=restored(str, where), then=restored(str, then))


def _whole(series: Series, head: list[Any], table: Table) -> Series:
    """Put runs beside a series: the rows of the table, as many for each as its head says."""
    sources, lack, told = head
    runs, at = [], 0
    for choices, rows in told:
        size = restored(int, rows)
        if not 0 <= size <= table.rows - at:
            raise ColumnError("has fewer rows than its runs")
        runs.append(Run(restored(NAMED, choices), Stretch(table, at, at + size)))
        at += size
    if at != table.rows:
        raise ColumnError("has more rows than its runs")
    provenance = replace(series.provenance, sources=restored(SOURCES, sources))
    return replace(series, runs=tuple(runs), runs_lack=restored(FIELDS, lack), provenance=provenance)
