"""Ibis on DuckDB, or on Spark in `engine_spark.py`: no other file names an engine. All above is Ibis or Arrow."""

from __future__ import annotations

import os
import weakref
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from shutil import rmtree
from tempfile import gettempdir
from typing import TYPE_CHECKING, Any, cast
from uuid import uuid4

from weighbridge.errors import StoreError
from weighbridge.soundness import first_damaged

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa

# What a report on the surroundings names.
PACKAGES = ("ibis-framework", "duckdb")

# A quarter of a small server's memory is left to the reader; larger than this spills to disk.
MEMORY_LIMIT = "3GB"
MOST_REMEMBERED = 64_000_000  # bytes
MADE_AGAIN = "delete that file and run `weighbridge build`: it is made again from the snapshots"


class Engine:
    """One embedded session, begun when it is first asked something: importing an engine takes a second.

    `threads` defaults to the machine's; what does not fit into memory goes into a folder of the session's own
    beside `scratch`, in one that is there, or among the system's temporary files.
    """

    def __init__(
        self, *, threads: int | None = None, memory_limit: str = MEMORY_LIMIT, scratch: Path | None = None
    ) -> None:
        options: dict[str, Any] = {"threads": threads or os.cpu_count() or 1, "memory_limit": memory_limit}
        # Data never name code: no extension is fetched and no other file is opened because of what a file says.
        options |= {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
        self._options, self._scratch = options, scratch
        self._files: dict[Path, None] = {}
        self._unused: list[str] = []
        self._answers: dict[Any, pa.Table] | None = None

    @cached_property
    def _backend(self) -> Any:  # noqa: ANN401 - an Ibis backend, untyped upstream
        import ibis

        backend = ibis.duckdb.connect(**self._options, temp_directory=self._spilt())
        backend.raw_sql("SET preserve_insertion_order = false")
        return backend

    def _spilt(self) -> str:
        """Name a folder for what does not fit: made when it is needed, gone with the session.

        Sessions that share one clear it away from one another.
        """
        beside = self._scratch or Path(gettempdir()) / "weighbridge"
        spilt = beside.with_name(f"{beside.name}-{uuid4().hex}")
        weakref.finalize(self, rmtree, spilt, ignore_errors=True)
        return str(spilt)

    def parquet(self, paths: Sequence[Path]) -> ir.Table:
        """Give one table over Parquet files of one schema; StoreError names a file that is damaged."""
        self._files |= dict.fromkeys(paths)
        with _told(self._files):
            return cast("ir.Table", self._backend.read_parquet([str(path) for path in paths], hive_partitioning=False))

    def table(self, rows: pa.Table) -> ir.Table:
        """Give a table over Arrow rows in memory, which are let go of with the last expression over it."""
        import ibis

        made = cast("ir.Table", ibis.memtable(rows))
        # Ibis itself would hold the rows until the process ends.
        weakref.finalize(made.op(), self._unused.append, made.op().name).atexit = False
        return made

    def keep(self, expression: ir.Table) -> ir.Table:
        """Run `expression` once and keep its rows inside the session, where they may spill; StoreError as `arrow`."""
        import ibis

        self.let_go()
        with _told(self._files):
            name = ibis.util.gen_name("weighbridge_kept")
            return cast("ir.Table", self._backend.create_table(name, expression, temp=True))

    def hold(self, expression: ir.Table) -> ir.Table:
        """Run `expression` once and hold its rows in memory, as `table` does; StoreError as `arrow`.

        Ibis takes two joins with one unrun table for one: what a question joins twice is run apart.
        """
        return self.table(self.arrow(expression))

    def arrow(self, expression: ir.Table) -> pa.Table:
        """Run `expression` and give its rows; StoreError where a file that it reads is damaged or memory runs out."""
        held = self._answers
        if held is None:
            return self._run(expression)
        question = expression.op()
        found = held.pop(question, None)
        held[question] = answer = self._run(expression) if found is None else found
        while len(held) > 1 and sum(rows.nbytes for rows in held.values()) > MOST_REMEMBERED:
            del held[next(iter(held))]
        return answer

    def ordered(self, expression: ir.Table) -> pa.Table:
        """Give the rows of `expression` by their columns from the first on, which an engine gives in any order.

        What is made of the same rows is then the same to the last bit, and can be told by their digest.
        """
        rows = self.arrow(expression)
        return rows.sort_by([(name, "ascending") for name in rows.column_names])

    @contextmanager
    def remembering(self) -> Iterator[None]:
        """Answer what is asked twice from memory, the latest answers first to stay, while no file is written.

        Many measures ask the same of a lake.
        """
        before = self._answers
        self._answers = {} if before is None else before
        try:
            yield
        finally:
            self._answers = before

    def _run(self, expression: ir.Table) -> pa.Table:
        self.let_go()
        with _told(self._files):
            return cast("pa.Table", self._backend.to_pyarrow(expression))

    def let_go(self) -> None:
        """Free the tables over which no expression is left; never while one runs."""
        while self._unused:
            self._backend.con.unregister(self._unused.pop())

    def close(self) -> None:
        """Free the session's memory, if it ever began."""
        if "_backend" in self.__dict__:
            self._backend.disconnect()


@contextmanager
def _told(paths: Iterable[Path]) -> Iterator[None]:
    """Turn what the engine meets in the files at `paths` into StoreError."""
    import duckdb

    try:
        yield
    except duckdb.OutOfMemoryException:
        raise StoreError("needs more memory or scratch space than there is", then="free some and try again") from None
    except (duckdb.ParserException, duckdb.CatalogException):
        raise  # a fault of ours, not of the files
    except duckdb.Error as error:
        raise damaged(paths, str(error)) from error


def damaged(paths: Iterable[Path], says: str) -> StoreError:
    """Name the file of `paths` that is damaged or gone, from its bytes or from what the engine `says`."""
    place = first_damaged(paths) or next((path for path in paths if str(path) in says), None)
    if place is None:
        what = f"a table cannot be read ({' '.join(says.split())[:200]})"
        return StoreError(what, then="run `weighbridge doctor`, which says what file it is")
    if not place.exists():
        return StoreError("went away while it was read", where=str(place), then="run the command again")
    return StoreError("is damaged and cannot be read", where=str(place), then=MADE_AGAIN)


def fingerprint(text: ir.StringValue) -> ir.IntegerValue:
    """Give a 64-bit number for each text: the same within one session, never to be stored.

    Joins on it beat joins on names.
    """
    import ibis

    number = ibis.udf.scalar.builtin(_hash, name="hash", signature=(("string",), "uint64"))
    return cast("ir.IntegerValue", number(text))


def _hash(text: str) -> int:
    """Stand for the engine's own function of this name."""
    raise AssertionError(text)
