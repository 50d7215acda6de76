"""Parquet tables by schema. A day of a source is a file of its own, so one more day touches no other file."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from weighbridge.errors import NoDataError, StoreError
from weighbridge.schema import DERIVATIVES, SUBJECTS
from weighbridge.soundness import is_whole

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa

    from weighbridge.engine import Engine
    from weighbridge.schema import Table

T = TypeVar("T")
# What was read: a table by name, and of one that stands in APART a value of that column, else empty.
Reading: TypeAlias = tuple[str, str]
# Each build writes these whole, and most of their rows as they were: a column by which readers take some of them.
APART = {SUBJECTS.name: "namespace", DERIVATIVES.name: "source"}
WHOLE = "all"
# What is read and written at once: bounds memory, whatever the history.
DAYS_AT_ONCE = 64
CHECKED_AT_ONCE = 500_000  # rows
BLOCK = 1 << 20  # bytes
# Below this many rows, effort at compression saves nothing.
FEW = 1000


class Lake:
    """Core tables under `root`: `<table>/<source>/<day>.parquet`, or `<table>/all.parquet` for tables without days."""

    def __init__(self, root: Path, engine: Engine, *, name: str) -> None:
        self.root, self.engine, self.name = root, engine, name
        self._made: dict[tuple[str, Callable[..., Any]], tuple[object, Any]] = {}
        self._read: dict[str, tuple[object, ir.Table]] = {}
        self._noting: list[set[Reading]] = []

    def has(self, table: Table) -> bool:
        """Say whether the lake holds any file of `table`."""
        return bool(self.files(table))

    def files(self, table: Table) -> list[Path]:
        """Give the files of `table`, in order of their names."""
        self._note(table.name)
        return self._files(table)

    def _files(self, table: Table) -> list[Path]:
        return sorted((self.root / table.name).rglob("*.parquet"))

    @contextmanager
    def noting(self) -> Iterator[set[Reading]]:
        """Give a set that is filled with what is read of the lake within the block."""
        reads: set[Reading] = set()
        self._noting.append(reads)
        try:
            yield reads
        finally:
            # By what it is and not by what it holds: two blocks may have read the same.
            self._noting = [each for each in self._noting if each is not reads]

    def _note(self, table: str, namespace: str = "") -> None:
        for reads in self._noting:
            reads.add((table, namespace))

    def names(self, *namespaces: str) -> ir.Table:
        """Give what is known of the names of some publishers: the rows of `subjects` in these namespaces."""
        return self._some(SUBJECTS, namespaces)

    def _some(self, table: Table, values: Sequence[str]) -> ir.Table:
        """Give the rows of `table` that have one of `values` in the column of APART; of others nothing is noted."""
        for value in values:
            self._note(table.name, value)
        rows = self._table(table, self._files(table))
        return rows.filter(rows[APART[table.name]].isin(values))

    def read(self, table: Table) -> ir.Table:
        """Give `table` as an expression; a table without files is empty, StoreError names a file that is damaged."""
        return self._table(table, self.files(table))

    def _table(self, table: Table, files: list[Path]) -> ir.Table:
        stamp = _stamp(files)
        if not files:
            return self.empty(table)
        held = self._read.get(table.name)
        # To open a table costs more than many a question to it, and the same question is known by the same table.
        if stamp is None or held is None or held[0] != stamp:
            held = self._read[table.name] = stamp, self._opened(table, files)
        return held[1]

    def _opened(self, table: Table, files: list[Path]) -> ir.Table:
        rows = self.engine.parquet(files)
        if missing := [column.name for column in table.columns if column.name not in rows.columns]:
            then = "another version made it: delete the folder `lake` and run `weighbridge build`"
            raise StoreError(f"lacks the column {missing[0]}", where=str(files[0]), then=then)
        return rows

    def need(self, table: Table) -> ir.Table:
        """Give `table`; NoDataError if the lake has none of it."""
        if not self.has(table):
            raise self._lacks(table)
        return self.read(table)

    def _lacks(self, table: Table) -> NoDataError:
        then = "run `weighbridge fetch` and `weighbridge build`"
        return NoDataError(f"holds no {table.name}", where=self.name, then=then)

    def once(self, table: Table, make: Callable[[Engine, ir.Table], T], some: Sequence[str] = ()) -> T:
        """Give what `make` makes of `table`, made again when its files changed; NoDataError if the lake has none.

        `some`: of one in APART, the values that its rows are taken by. One `make` is asked for with the same alone.
        """
        rows = self._some(table, some) if some else self.read(table)
        if not (files := self._files(table)):
            raise self._lacks(table)
        stamp, key = _stamp(files), (table.name, make)
        if stamp is None or self._made.get(key, (None,))[0] != stamp:
            self._made[key] = (stamp, make(self.engine, rows))
        made: T = self._made[key][1]
        return made

    def empty(self, table: Table) -> ir.Table:
        """Give `table` without rows; its columns may be null, as those of files may."""
        import pyarrow as pa

        from weighbridge.arrow import arrow_schema

        loose = pa.schema([column.with_nullable(True) for column in arrow_schema(table)])
        return self.engine.table(loose.empty_table())

    def path(self, table: Table, source: str = "", day: str = WHOLE) -> Path:
        """Say where the file of a source's day stands."""
        return self.root / table.name / source / f"{day}.parquet"

    def parts(self, table: Table) -> set[str]:
        """Give what days of `table` have a file, as source/day."""
        return {f"{path.parent.name}/{path.stem}" for path in self.files(table)}

    def holds(self, table: Table, part: str) -> bool:
        """Say whether the file of `part`, a source/day, is there and whole."""
        return is_whole(self.path(table, *part.split("/")))

    def holds_all(self, tables: Iterable[Table]) -> bool:
        """Say whether the one file of each table without days is there and whole."""
        return all(is_whole(self.path(table)) for table in tables)

    def write(self, table: Table, rows: pa.Table, today: dt.date, *, source: str = "", day: str = WHOLE) -> Path:
        """Check `rows` at the door and put them in place of the file that stood there, whole or not at all."""
        from weighbridge.door import admit

        # To check and sort takes as much memory as the rows: what they were made of is in the way.
        self.engine.let_go()
        return put_parquet(admit(table, rows, today), self.path(table, source, day), table.key)

    def write_days(self, table: Table, rows: pa.Table, days: Sequence[str], today: dt.date, *, source: str) -> None:
        """Write `rows` of one source as one file for each of `days`; a day without rows gets an empty file.

        Few rows of many days are checked at the door and sorted together, which costs as much as for one of them.
        """
        from weighbridge.door import admit

        self.engine.let_go()
        rows = rows.sort_by(table.day)
        order = (table.day, *(name for name in table.key if name != table.day))
        for _, run in groupby(_parts(rows.column(table.day), days), key=lambda part: part[-1] // CHECKED_AT_ONCE):
            parts = list(run)
            first, last = parts[0][1], parts[-1][2]
            admitted = _sorted(admit(table, rows.slice(first, last - first), today), order)
            for day, start, end in parts:
                _put_sorted(admitted.slice(start - first, end - start), self.path(table, source, day), table.key)

    def drop(self, paths: Iterable[Path]) -> None:
        """Remove files that nothing states any more."""
        for path in paths:
            path.unlink(missing_ok=True)


def _stamp(files: Iterable[Path]) -> object:
    """Give what tells files from others that stood there; None where one goes away meanwhile."""
    try:
        found = [(path, path.stat()) for path in files]
    except OSError:
        return None
    return tuple((path, stat.st_mtime_ns, stat.st_size, stat.st_ino) for path, stat in found)


def _parts(column: pa.ChunkedArray, days: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Give each of `days` with the first of its rows and the end of them in a sorted column."""
    import numpy as np

    found = column.to_numpy()
    wanted = np.array(days, found.dtype)
    starts, ends = (np.searchsorted(found, wanted, side).tolist() for side in ("left", "right"))
    return zip(days, starts, ends, strict=True)


def put_parquet(rows: pa.Table, path: Path, order: tuple[str, ...] = ()) -> Path:
    """Write `rows` (sorted by `order`) as zstd Parquet under a temporary name, then rename: no reader sees half."""
    return _put_sorted(_sorted(rows, order) if order else rows, path, order)


def _sorted(rows: pa.Table, order: tuple[str, ...]) -> pa.Table:
    return rows.sort_by([(name, "ascending") for name in order])


def _put_sorted(rows: pa.Table, path: Path, order: tuple[str, ...]) -> Path:
    import pyarrow.parquet as pq

    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    level = 9 if rows.num_rows > FEW else 1
    try:
        pq.write_table(
            rows, part, compression="zstd", compression_level=level, write_page_checksum=True, **_encoding(rows, order)
        )
        _put(part, path)
    except OSError as error:
        part.unlink(missing_ok=True)
        then = "free space or choose --store"
        raise StoreError(f"cannot be written: {error.strerror}", where=str(path), then=then) from None
    return path


def _put(part: Path, path: Path) -> None:
    """Move `part` to `path`, unless the same bytes stand there: what rests on them then need not be made again."""
    if path.is_file() and _equal(part, path):
        part.unlink()
    else:
        part.replace(path)


def _equal(one: Path, other: Path) -> bool:
    """Compare two files byte by byte: `filecmp` would take a file's stamp for its bytes."""
    if one.stat().st_size != other.stat().st_size:
        return False
    with one.open("rb") as here, other.open("rb") as there:
        return all(block == there.read(BLOCK) for block in iter(lambda: here.read(BLOCK), b""))


def _encoding(rows: pa.Table, order: tuple[str, ...]) -> dict[str, Any]:
    """Say how columns are laid down: names that differ in every row gain nothing from a dictionary and read slower."""
    names = [name for name in order[-1:] if rows.num_rows > FEW and rows.schema.field(name).type == "string"]
    if not names:
        return {}
    others = [name for name in rows.column_names if name not in names]
    return {"use_dictionary": others, "column_encoding": dict.fromkeys(names, "DELTA_LENGTH_BYTE_ARRAY")}


def batched(days: Sequence[T], at_once: int = DAYS_AT_ONCE) -> Iterator[Sequence[T]]:
    """Give `days`, or the files of days, in runs that fit into memory together."""
    return (days[i : i + at_once] for i in range(0, len(days), at_once))
