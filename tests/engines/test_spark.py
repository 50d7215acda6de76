from __future__ import annotations

import datetime as dt
import gc
import importlib.util
import itertools
import os
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from benchmarks.lineage_hub import Hub, arrived, invented
from tests.conftest import ROOT
from tests.descent.graphs import DAY, Edge, Said, agree, rows_of
from weighbridge.descent import Attribution, Graph
from weighbridge.descent.arrivals import extend
from weighbridge.descent.attribution import attribute
from weighbridge.engine import Engine
from weighbridge.engine_spark import SETTINGS, SparkEngine
from weighbridge.errors import StoreError, UsageError
from weighbridge.schema import RELATIONS

DUCK = Engine(threads=2)
needs_spark = pytest.mark.skipif(
    importlib.util.find_spec("pyspark") is None,
    reason="NOT TESTED ON SPARK: PySpark is not installed; `make test-all` installs it (450 MB)",
)
pytestmark = [
    pytest.mark.spark,
    # PySpark leaves a socket to Java for the collector.
    pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning"),
]


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkEngine]:
    engine = SparkEngine(threads=2, heap="1g")
    yield engine
    engine.close()
    gc.collect()


def both(spark: SparkEngine, said: Said) -> tuple[Attribution, Attribution]:
    return attribute(DUCK, said.graph(DUCK)), attribute(spark, said.graph(spark))


def alike(ours: Attribution, theirs: Attribution) -> None:
    assert (ours.roots.schema, ours.left_out.schema) == (theirs.roots.schema, theirs.left_out.schema)
    agree(rows_of(ours), rows_of(theirs))
    assert left_out(ours) == left_out(theirs)
    assert ours.counts == theirs.counts


def left_out(found: Attribution) -> list[tuple[str, ...]]:
    return sorted(tuple(row.values()) for row in found.left_out.to_pylist())


def tangle(parts: int) -> Said:
    """Small graphs beside each other: merges, cycles, self-parents, unknown days, parents that nobody lists."""
    chance = random.Random(4)  # noqa: S311 - no secret
    edges: list[Edge] = []
    for part in range(parts):
        size = chance.randint(2, 9)
        for _ in range(int(size * chance.choice([0.5, 1.0, 1.5, 3.0]))):
            child, parent = (f"{part}/{chance.randrange(size)}" for _ in range(2))
            edges.append((child, parent, chance.choice([None, *RELATIONS])))
    days = [None, *(DAY + dt.timedelta(days=i) for i in range(4))]
    return Said({f"{part}/{i}": chance.choice(days) for part in range(parts) for i in range(6)}, edges)


def written(hub: Hub, folder: Path) -> list[Path]:
    folder.mkdir()
    paths = [folder / f"{name}.parquet" for name in ("nodes", "edges", "renames")]
    for path in paths:
        pq.write_table(getattr(hub, path.stem), path, compression="zstd")
    return paths


def graph(engine: Engine, paths: list[Path]) -> Graph:
    return Graph(*(engine.parquet([path]) for path in paths))


@needs_spark
def test_a_hundred_graphs_are_attributed_alike(spark: SparkEngine) -> None:
    ours, theirs = both(spark, tangle(100))
    alike(ours, theirs)
    assert min(ours.counts[name] for name in ("cycle", "itself", "repeated")) > 20


@needs_spark
def test_odd_names_renames_and_blanks_are_attributed_alike(spark: SparkEngine) -> None:
    names = ["a/b/c", "../../etc", "Ünï/码 头", "line\nbreak", "nul\x00l", "\x1b[31m", "'; DROP TABLE x; --", "`", " "]
    edges: list[Edge] = [(child, parent, None) for child, parent in itertools.pairwise(names)]
    edges += [("m", names[0], "merge"), ("m", "first", "merge"), ("s", None, None), ("", "s", None), ("t", "t", None)]
    renames = {"first": "second", "second": "third", "x": "y", "y": "x"}
    ours, theirs = both(spark, Said({names[-1]: DAY, "third": None, "first": DAY}, edges, renames))
    alike(ours, theirs)
    assert ours.counts["renamed"] == 1


@needs_spark
def test_nothing_stated_is_nothing_found(spark: SparkEngine) -> None:
    alike(*both(spark, Said({}, [])))


@needs_spark
def test_a_hub_and_its_next_day_in_files_are_attributed_alike(spark: SparkEngine, tmp_path: Path) -> None:
    hub = invented(2_000)
    first, second = written(hub, tmp_path / "before"), written(arrived(hub, 200), tmp_path / "arrivals")
    found = []
    for engine in (DUCK, spark):
        before, arrivals = graph(engine, first), graph(engine, second)
        whole = attribute(engine, before)
        more = extend(engine, engine.table(whole.roots), before, arrivals)
        assert more is not None
        found.append((whole, more))
    (ours, our_day), (theirs, their_day) = found
    alike(ours, theirs)
    alike(our_day, their_day)
    assert our_day.roots.num_rows > 200


@needs_spark
def test_rows_come_out_as_they_went_in(spark: SparkEngine) -> None:
    noon = dt.datetime(2026, 3, 29, 12, tzinfo=dt.UTC)
    rows = pa.table({
        "whole": pa.array([2**62 + 1, None, -1]),
        "small": pa.array([None, 7, -7], pa.int32()),
        "part": [0.1, None, float("inf")],
        "flag": [True, None, False],
        "day": [dt.date(1969, 12, 31), None, dt.date(2026, 3, 29)],
        "at": pa.array([noon, None, noon], pa.timestamp("us", tz="UTC")),
        "names": [["a", None], None, []],
    })  # fmt: skip
    for given in (rows, rows.slice(0, 0)):
        out = spark.arrow(spark.table(given))
        assert out.schema == rows.schema
        assert sorted(out.to_pylist(), key=str) == sorted(given.to_pylist(), key=str)


@needs_spark
def test_rows_behind_an_empty_piece_are_kept(spark: SparkEngine) -> None:
    rows = pa.table({"n": [1, 2, 3]})
    pieces = pa.concat_tables([rows.slice(0, 1), rows.slice(0, 0), rows.slice(1)])
    assert sorted(spark.arrow(spark.table(pieces))["n"].to_pylist()) == [1, 2, 3]


@needs_spark
def test_a_sum_that_overflows_is_refused(spark: SparkEngine) -> None:
    rows = spark.table(pa.table({"n": [2**63 - 1, 1]}))
    with pytest.raises(StoreError, match="ARITHMETIC_OVERFLOW"):
        spark.arrow(rows.aggregate(total=rows.n.sum()))


@needs_spark
def test_a_table_lives_as_long_as_what_is_built_on_it(spark: SparkEngine) -> None:
    def seen() -> int:
        gc.collect()
        spark.table(pa.table({"n": [0]}))
        return len(spark._session.catalog.listTables())

    before = seen()
    doubled = spark.table(pa.table({"n": [1]})).select(twice=2)
    assert seen() == before + 1
    assert spark.arrow(doubled)["twice"].to_pylist() == [2]
    del doubled
    assert seen() == before


@needs_spark
@pytest.mark.parametrize("name", ["a b", "a=b", "{a,b}", "[a]", "a*", "a?", "a%20b", "a#b", "a\\b", "ü"])
def test_a_path_is_a_path_whatever_its_name(spark: SparkEngine, tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    path = tmp_path / name / f"{name}.parquet"
    pq.write_table(pa.table({"n": [1]}), path)
    assert spark.arrow(spark.parquet([path])).to_pydict() == {"n": [1]}


@needs_spark
def test_a_hidden_folder_hides_nothing(spark: SparkEngine, tmp_path: Path) -> None:
    (tmp_path / ".local" / "_store").mkdir(parents=True)
    paths = [tmp_path / ".local" / "_store" / f"{n}.parquet" for n in (1, 2)]
    for path in paths:
        pq.write_table(pa.table({"n": [1]}), path)
    assert spark.arrow(spark.parquet(paths)).num_rows == 2


@needs_spark
def test_a_name_that_spark_passes_over_is_refused(spark: SparkEngine, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=re.escape("_rows.parquet: Spark passes over")):
        spark.parquet([tmp_path / "_rows.parquet"])


@needs_spark
@pytest.mark.parametrize(("kept", "message"), [(100, "is damaged"), (None, "went away")])
def test_a_damaged_file_is_named(spark: SparkEngine, tmp_path: Path, kept: int | None, message: str) -> None:
    sound, broken = tmp_path / "sound.parquet", tmp_path / "broken.parquet"
    for path in (sound, broken):
        pq.write_table(pa.table({"n": list(range(1000))}), path)
    engine = SparkEngine(spark._session)
    rows = engine.parquet([sound, broken])
    if kept is None:
        broken.unlink()
    else:
        broken.write_bytes(broken.read_bytes()[:kept])
    with pytest.raises(StoreError, match=rf"broken\.parquet: {message}"):
        engine.arrow(rows)
    with pytest.raises(StoreError, match=rf"broken\.parquet: {message}"):
        engine.parquet([broken])


@needs_spark
def test_a_fault_of_ours_is_not_called_damage(spark: SparkEngine) -> None:
    from pyspark.errors import AnalysisException

    rows = spark.table(pa.table({"n": [1]}))
    spark._session.catalog.dropTempView(rows.get_name())
    with pytest.raises(AnalysisException):
        spark.arrow(rows)


@needs_spark
def test_java_listens_on_loopback_only(spark: SparkEngine) -> None:
    spark.arrow(spark.table(pa.table({"n": [1]})))
    every = [process.net_connections() for process in psutil.Process().children(recursive=True)]
    listening = [each.laddr for each in itertools.chain(*every) if each.status == psutil.CONN_LISTEN]
    assert {each.ip for each in listening} <= {"127.0.0.1", "::ffff:127.0.0.1", "::1"}
    assert listening


@needs_spark
def test_a_session_that_is_given_stays_as_it_is(spark: SparkEngine) -> None:
    theirs = spark._session.newSession()
    theirs.conf.set("spark.sql.session.timeZone", "Asia/Kathmandu")
    theirs.conf.set("spark.sql.ansi.enabled", "false")
    guest = SparkEngine(theirs)
    assert guest.arrow(guest.table(pa.table({"n": [1]})))["n"].to_pylist() == [1]
    assert {name: guest._session.conf.get(name) for name in SETTINGS} == SETTINGS
    guest.close()
    assert theirs.conf.get("spark.sql.session.timeZone") == "Asia/Kathmandu"
    assert theirs.conf.get("spark.sql.ansi.enabled") == "false"
    assert theirs.catalog.listTables() == []
    assert theirs.range(3).count() == 3


@needs_spark
def test_spark_is_not_started_beside_spark(spark: SparkEngine) -> None:
    rows = pa.table({"n": [1]})
    spark.table(rows)
    with pytest.raises(UsageError, match="runs in this process already; give its session"):
        SparkEngine().table(rows)


CLOSED = """
import psutil, pyarrow as pa
from weighbridge.engine_spark import SparkEngine

for heap in (600, 700):
    engine = SparkEngine(threads=1, heap=f"{heap}m")
    assert engine.arrow(engine.table(pa.table({"n": [1]})))["n"].to_pylist() == [1]
    print(engine._session.sparkContext._jvm.java.lang.Runtime.getRuntime().maxMemory() // 2**20)
    engine.close()
    engine.close()
    assert not psutil.Process().children(), "Java lives on"
"""
KILLED = """
import psutil, pyarrow as pa
from weighbridge.engine_spark import SparkEngine
from weighbridge.errors import StoreError

engine = SparkEngine(threads=1, heap="600m")
rows = engine.table(pa.table({"n": [1]}))
psutil.Process().children()[0].kill()
for _ in range(2):
    try:
        engine.arrow(rows)
    except StoreError as error:
        print(error)
engine.close()
"""
BARE = """
import pyarrow as pa
from weighbridge.engine_spark import SparkEngine
from weighbridge.errors import UsageError

try:
    SparkEngine().table(pa.table({"n": [1]}))
except UsageError as error:
    print(error)
"""


def run(script: str, **variables: str) -> str:
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT, env=os.environ | variables)
    return done.stdout


@needs_spark
def test_what_is_closed_ends_and_leaves_nothing_to_the_next() -> None:
    assert run(CLOSED).split() == ["600", "700"]


@needs_spark
def test_where_java_ends_by_itself_the_reader_is_told() -> None:
    told = run(KILLED).splitlines()
    assert len(told) == 2
    assert told[1].startswith("Spark: Java ended, most often for want of memory; begin again with a larger `heap`")


@needs_spark
def test_without_java_the_reader_is_told() -> None:
    told = run(BARE, JAVA_HOME="/nonexistent")
    assert told == "Spark: does not start (JAVA_GATEWAY_EXITED); install Java 17 or newer, or name it in JAVA_HOME.\n"


def test_without_pyspark_the_reader_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark", None)
    with pytest.raises(UsageError, match=re.escape("Spark: is not installed; install `weighbridge[spark]`")):
        SparkEngine().table(pa.table({"n": [1]}))


def test_nothing_is_started_before_it_is_asked() -> None:
    engine = SparkEngine()
    engine.close()
    assert not {"_session", "_backend"} & engine.__dict__.keys()
