"""Ibis on Spark: the same tables and expressions as the embedded engine, in local mode or in the reader's session."""

from __future__ import annotations

import os
import weakref
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from weighbridge.engine import Engine, damaged
from weighbridge.errors import StoreError, UsageError

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa
    from pyspark.sql import SparkSession

# What Java may hold, in its own spelling: -Xmx takes no "GB".
HEAP = "3g"
# Without them figures would depend on the machine's clock, and sums that overflow would wrap.
SETTINGS = {
    "spark.sql.ansi.enabled": "true",
    "spark.sql.session.timeZone": "UTC",
    # Batches of the usual 10,000 rows cost more to announce than to carry.
    "spark.sql.execution.arrow.maxRecordsPerBatch": "200000",
    # Above this many bytes rows are spread over all threads; below, they stay in the plan. The usual 48 MB, on one
    # thread, took half as long again.
    "spark.sql.execution.arrow.localRelationThreshold": "1048576",
}
# Spark takes such names for its own unfinished work and passes over them without a word.
PASSED_OVER = ("_", ".")
GLOB = str.maketrans({sign: f"\\{sign}" for sign in "{}[]*?\\"})


class SparkEngine(Engine):
    """One Spark session, begun when it is first asked something; needs Weighbridge's extra `spark`.

    `session`: the reader's, on a cluster or not. It is used by a session of our own beside it, so its settings and
    views stay as they are, and it is left running. Every machine of it must see the files that are read.
    Without one Spark is started here: `threads` defaults to the machine's, `heap` is what Java may hold, `scratch`
    takes what does not fit. UsageError where Spark is missing or runs in this process already.
    """

    def __init__(
        self,
        session: SparkSession | None = None,
        *,
        threads: int | None = None,
        heap: str = HEAP,
        scratch: Path | None = None,
    ) -> None:
        super().__init__(threads=threads, scratch=scratch)
        self._given = session
        self._local = _local(threads or os.cpu_count() or 1, heap, scratch)
        self._numbers = count()
        self._gone: list[str] = []

    @cached_property
    def _session(self) -> SparkSession:
        if self._given is None:
            return _started(self._local)
        session = self._given.newSession()
        for name, value in SETTINGS.items():
            session.conf.set(name, value)
        return session

    @cached_property
    def _backend(self) -> Any:  # noqa: ANN401 - an Ibis backend, untyped upstream
        session = self._session
        import ibis

        return ibis.pyspark.connect(session)

    def parquet(self, paths: Sequence[Path]) -> ir.Table:
        """Give one table over Parquet files of one schema; StoreError names a file that is damaged."""
        if hidden := next((path for path in paths if path.name.startswith(PASSED_OVER)), None):
            raise UsageError("Spark passes over names that begin so", where=str(hidden), then="give it another name")
        self._files |= dict.fromkeys(paths)
        backend = self._backend
        with _told(self._files):
            # A folder called `a=b` makes no column.
            reader = self._session.read.option("recursiveFileLookup", "true")
            view = reader.parquet(*(f"file://{str(path.absolute()).translate(GLOB)}" for path in paths))
        return self._seen(view, backend)

    def table(self, rows: pa.Table) -> ir.Table:
        """Give a table over Arrow rows in memory."""
        backend = self._backend
        # Not by Ibis's own tables in memory: they pass through pandas, where a whole number beside a null is a float.
        return self._seen(self._session.createDataFrame(_filled(rows)), backend)

    def keep(self, expression: ir.Table) -> ir.Table:
        """Run `expression` once and keep its rows; StoreError as `arrow`."""
        return self.hold(expression)

    def arrow(self, expression: ir.Table) -> pa.Table:
        """Run `expression` and give its rows; StoreError where a file that it reads is damaged or memory runs out."""
        backend = self._backend
        with _told(self._files):
            rows = self._session.sql(backend.compile(expression)).toArrow()
        return rows.cast(expression.schema().to_pyarrow())

    def close(self) -> None:
        """End Spark if it was started here; a session that was given stays."""
        session = self.__dict__.pop("_session", None)
        self.__dict__.pop("_backend", None)
        if session is not None and self._given is None:
            _ended(session)

    def _seen(self, view: Any, backend: Any) -> ir.Table:  # noqa: ANN401 - untyped where Spark is not installed
        """Name `view`, for as long as any expression speaks of it."""
        while self._gone:
            self._session.catalog.dropTempView(self._gone.pop())
        name = f"weighbridge_{next(self._numbers)}"
        view.createOrReplaceTempView(name)
        table = cast("ir.Table", backend.table(name))
        # Only noted: Java cannot be spoken to from wherever Python happens to collect.
        weakref.finalize(table.op(), self._gone.append, name).atexit = False
        instants = [field.name for field in view.schema if field.dataType.typeName() == "timestamp"]
        # Spark's are UTC, but Ibis reads them as of no zone.
        return table.cast(dict.fromkeys(instants, "timestamp('UTC')")) if instants else table


def _filled(rows: pa.Table) -> pa.Table:
    """Leave out empty batches: Spark 4.0 takes the first for the end and drops all rows behind it."""
    import pyarrow as pa

    if not rows.num_rows:
        return rows.schema.empty_table()
    return pa.Table.from_batches([batch for batch in rows.to_batches() if batch.num_rows], rows.schema)


def _local(threads: int, heap: str, scratch: Path | None) -> dict[str, str]:
    """Give the settings of Spark on this machine alone: no port but on loopback, no pages, no Hive."""
    settings = SETTINGS | {
        "spark.master": f"local[{threads}]",
        "spark.app.name": "weighbridge",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.maxResultSize": "0",
        "spark.driver.memory": heap,
        # What goes wrong is raised; said a second time with Java's own words it would bury ours.
        "spark.log.level": "FATAL",
        # Sorting both sides of a join costs more than a table of one in memory.
        "spark.sql.adaptive.maxShuffledHashJoinLocalMapThreshold": "128m",
        "spark.sql.catalogImplementation": "in-memory",
        "spark.sql.shuffle.partitions": str(threads),
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }
    return settings if scratch is None else settings | {"spark.local.dir": str(scratch)}


def _started(settings: dict[str, str]) -> SparkSession:
    try:
        from pyspark import SparkContext
        from pyspark.errors import PySparkRuntimeError
        from pyspark.sql import SparkSession
    except ModuleNotFoundError:
        then = "install `weighbridge[spark]`, which brings PySpark (450 MB), and Java 17 or newer"
        raise UsageError("is not installed", where="Spark", then=then) from None
    if SparkContext._active_spark_context is not None:  # noqa: SLF001 - nothing public asks without starting
        raise UsageError("runs in this process already", where="Spark", then="give its session, or stop it first")
    try:
        builder = SparkSession.builder.config(map=settings)
        return cast("SparkSession", builder.getOrCreate())
    except PySparkRuntimeError as error:
        then = "install Java 17 or newer, or name it in JAVA_HOME"
        raise UsageError(f"does not start ({error.getCondition()})", where="Spark", then=then) from error


def _ended(session: SparkSession) -> None:
    """Stop Spark and end Java: stopped alone, it would keep its memory, and give the next its own limits."""
    from py4j.protocol import Py4JError
    from pyspark import SparkContext

    # Java may have ended by itself.
    with suppress(Py4JError, OSError):
        session.stop()
    gateway: Any = SparkContext._gateway  # noqa: SLF001 - Spark never ends Java itself while Python runs
    SparkContext._gateway = SparkContext._jvm = None  # noqa: SLF001 - as above
    gateway.shutdown()
    gateway.proc.stdin.close()
    gateway.proc.wait()


@contextmanager
def _told(paths: Iterable[Path]) -> Iterator[None]:
    """Turn what Spark meets in the files at `paths` into StoreError."""
    from py4j.protocol import Py4JError, Py4JJavaError
    from pyspark.errors import AnalysisException, PySparkException

    try:
        yield
    except AnalysisException as error:
        if error.getCondition() != "PATH_NOT_FOUND":
            raise  # a fault of ours, not of the files
        raise damaged(paths, str(error)) from error
    except (PySparkException, Py4JJavaError) as error:
        raise damaged(paths, str(error)) from error
    except (Py4JError, ConnectionError) as error:
        then = "begin again with a larger `heap`, or with a session that has more"
        raise StoreError("Java ended, most often for want of memory", where="Spark", then=then) from error
