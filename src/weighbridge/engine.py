"""Ibis on DuckDB: the only file that names an engine. Everything above it is Ibis or Arrow."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa

# What a report on the surroundings names.
PACKAGES = ("ibis-framework", "duckdb")

# A quarter of a small server's memory is left to the reader; larger than this spills to disk.
MEMORY_LIMIT = "3GB"


class Engine:
    """One embedded session, begun when it is first asked something: importing an engine takes a second.

    `threads` defaults to the machine's; `scratch` takes what does not fit into memory.
    """

    def __init__(
        self, *, threads: int | None = None, memory_limit: str = MEMORY_LIMIT, scratch: Path | None = None
    ) -> None:
        options: dict[str, Any] = {"threads": threads or os.cpu_count() or 1, "memory_limit": memory_limit}
        if scratch is not None:
            options["temp_directory"] = str(scratch)
        # Data never name code: no extension is fetched and no other file is opened because of what a file says.
        options |= {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
        self._options = options

    @cached_property
    def _backend(self) -> Any:  # noqa: ANN401 - an Ibis backend, untyped upstream
        import ibis

        backend = ibis.duckdb.connect(**self._options)
        backend.raw_sql("SET preserve_insertion_order = false")
        return backend

    def parquet(self, paths: Sequence[Path]) -> ir.Table:
        """Give one table over Parquet files of one schema."""
        return cast("ir.Table", self._backend.read_parquet([str(path) for path in paths], hive_partitioning=False))

    def table(self, rows: pa.Table) -> ir.Table:
        """Give a table over Arrow rows in memory."""
        import ibis

        return cast("ir.Table", ibis.memtable(rows))

    def arrow(self, expression: ir.Table) -> pa.Table:
        """Run `expression` and give its rows."""
        return cast("pa.Table", self._backend.to_pyarrow(expression))

    def close(self) -> None:
        """Free the session's memory, if it ever began."""
        if "_backend" in self.__dict__:
            self._backend.disconnect()


def fingerprint(text: ir.StringValue) -> ir.IntegerValue:
    """Give a 64-bit number for each text: the same within one session, never to be stored. Joins on it beat joins on names."""
    import ibis

    number = ibis.udf.scalar.builtin(_hash, name="hash", signature=(("string",), "uint64"))
    return cast("ir.IntegerValue", number(text))


def _hash(text: str) -> int:
    """Stand for the engine's own function of this name."""
    raise AssertionError(text)
