"""Root attribution of an invented Hub, embedded, on Spark and in networkx, each in a process of its own; rows agree."""

from __future__ import annotations

import importlib
import importlib.util
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.contender import Run
from benchmarks.watch import Watch, peak_mib

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa

    from weighbridge.descent import Graph
    from weighbridge.engine import Engine

TABLES = ("nodes", "edges", "renames")
TOLERANCE = 1e-9
SPARK = ("spark", "spark, new day")


def has_spark() -> bool:
    """Say whether Spark can be measured here: `make bench` installs it."""
    return importlib.util.find_spec("pyspark") is not None


@dataclass(frozen=True)
class Result:
    """What was measured; `difference`: the largest of a weight, where all else is equal."""

    repositories: int
    edges: int
    rows: int
    runs: dict[str, list[Run]]
    difference: float
    counts: dict[str, int]

    def middle(self, name: str) -> Run:
        """Give the median run by wall time."""
        return sorted(self.runs[name], key=lambda run: run.total)[len(self.runs[name]) // 2]


def bench(repositories: int, repeats: int) -> Result:
    """Measure; ValueError if the contenders differ in a row, or a day added differs from the whole attributed again."""
    with tempfile.TemporaryDirectory(prefix="weighbridge-bench-") as folder:
        root = Path(folder)
        _started("invent", root, str(repositories))
        names = ("weighbridge",) * repeats + ("networkx",) + ("new day",) * repeats + SPARK * has_spark()
        runs: dict[str, list[Run]] = {name: [] for name in names}
        for name in names:
            print(f"{name} ...", file=sys.stderr, flush=True)
            runs[name].append(Run(**json.loads(_started(name, root))))
        return Result(repositories, runs=runs, **json.loads(_started("compare", root)))


def _started(what: str, root: Path, *more: str) -> str:
    command = [sys.executable, "-m", "benchmarks.lineage", what, str(root), *more]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=Path(__file__).parents[1])  # noqa: S603 - ours
    return done.stdout.decode()


def invent(root: Path, repositories: int) -> None:
    """Write the Hub, and the day after."""
    from benchmarks.lineage_hub import arrived, invented
    from weighbridge.lake import put_parquet

    hub = invented(repositories)
    for folder, each in (("before", hub), ("arrivals", arrived(hub))):
        for name in TABLES:
            put_parquet(getattr(each, name), root / folder / f"{name}.parquet")


def weighbridge(root: Path, watch: Watch) -> pa.Table:
    """Attribute with ours."""
    return _attributed(_engine(), root, watch)


def new_day(root: Path, watch: Watch) -> pa.Table:
    """Attribute the next day's repositories with ours."""
    return _extended(_engine(), root, watch)


def spark(root: Path, watch: Watch) -> pa.Table:
    """Attribute with ours on Spark in local mode."""
    return _attributed(_spark(), root, watch)


def spark_new_day(root: Path, watch: Watch) -> pa.Table:
    """Attribute the next day's repositories with ours on Spark in local mode."""
    return _extended(_spark(), root, watch)


def _attributed(engine: Engine, root: Path, watch: Watch) -> pa.Table:
    from weighbridge.descent.attribution import attribute

    with watch.step("read and attribute"):
        return attribute(engine, _graph(engine, root / "before")).roots


def _extended(engine: Engine, root: Path, watch: Watch) -> pa.Table:
    from weighbridge.descent.arrivals import extend

    with watch.step("read and attribute"):
        before = engine.parquet([root / "weighbridge.parquet"])
        found = extend(engine, before, _graph(engine, root / "before"), _graph(engine, root / "arrivals"))
    assert found is not None
    return found.roots


def networkx(root: Path, watch: Watch) -> pa.Table:
    """Attribute with networkx."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    from benchmarks.lineage_networkx import attributed
    from weighbridge.arrow import arrow_schema
    from weighbridge.schema import ROOTS

    with watch.step("read"):
        read = (pq.read_table(root / "before" / f"{name}.parquet") for name in TABLES)
        nodes, edges, renames = (list(zip(*(c.to_pylist() for c in table.columns), strict=True)) for table in read)
    with watch.step("attribute"):
        found = attributed(nodes, edges, dict(renames))
    rows = [
        (node, base, end, weight, steps, end in found.known, node in found.copies, cut)
        for node, lines in found.lines.items()
        for (base, end), (weight, steps, cut) in lines.items()
    ]
    return pa.table([list(column) for column in zip(*rows, strict=True)], schema=arrow_schema(ROOTS))


def compare(root: Path) -> dict[str, object]:
    """Say how far apart the contenders are."""
    from weighbridge.descent import Graph
    from weighbridge.descent.attribution import attribute

    engine = _engine()
    ours, theirs, day = (engine.parquet([root / f"{name}.parquet"]) for name in ("weighbridge", "networkx", "new day"))
    before, arrivals = (_graph(engine, root / name) for name in ("before", "arrivals"))
    both = Graph(before.nodes.union(arrivals.nodes), before.edges.union(arrivals.edges), before.renames)
    whole = attribute(engine, both)
    extended = ours.anti_join(day, "repo_id").union(day)
    pairs = [(ours, theirs), (extended, engine.table(whole.roots))]
    if (root / f"{SPARK[0]}.parquet").exists():
        on_spark = (engine.parquet([root / f"{name}.parquet"]) for name in SPARK)
        pairs += zip((ours, day), on_spark, strict=True)
    difference = max(_apart(engine, *pair) for pair in pairs)
    counts = attribute(engine, before).counts
    rows = engine.arrow(ours.aggregate(n=ours.count())).column("n")[0].as_py()
    return {"edges": counts["stated"], "rows": rows, "difference": difference, "counts": dict(counts)}


def _engine() -> Engine:
    from weighbridge.engine import Engine

    return _begun(Engine())


def _spark() -> Engine:
    from weighbridge.engine_spark import SparkEngine

    return _begun(SparkEngine())


def _begun(engine: Engine) -> Engine:
    # The session's start is nobody's work.
    engine.arrow(engine.table(_one_row()))
    return engine


def _one_row() -> pa.Table:
    import pyarrow as pa

    return pa.table({"row": [1]})


def _graph(engine: Engine, folder: Path) -> Graph:
    from weighbridge.descent import Graph

    nodes, edges, renames = (engine.parquet([folder / f"{name}.parquet"]) for name in TABLES)
    return Graph(nodes, edges, renames)


def _apart(engine: Engine, ours: ir.Table, theirs: ir.Table) -> float:
    """Give the largest difference of a weight; ValueError if any other column of any row differs."""
    from weighbridge.schema import ROOTS

    others = [column.name for column in ROOTS.columns if column.name != "weight"]
    theirs = theirs.rename(other="weight").view()
    rows = ours.inner_join(theirs, others)
    counts = [ours.count().as_scalar(), theirs.count().as_scalar(), rows.count()]
    found = rows.aggregate(
        ours=counts[0], theirs=counts[1], equal=counts[2], apart=(rows.weight - rows.other).abs().max()
    )
    row = engine.arrow(found).to_pylist()[0]
    if not row["ours"] == row["theirs"] == row["equal"]:
        raise ValueError(f"of {row['ours']:,} and {row['theirs']:,} rows only {row['equal']:,} are equal")
    if row["apart"] > TOLERANCE:
        raise ValueError(f"weights differ by up to {row['apart']}")
    return float(row["apart"])


CONTENDERS = {
    "weighbridge": weighbridge,
    "networkx": networkx,
    "new day": new_day,
    "spark": spark,
    "spark, new day": spark_new_day,
}


def main() -> None:
    """Do what the command line names, in the folder that it names."""
    what, root = sys.argv[1], Path(sys.argv[2])
    if what == "invent":
        invent(root, int(sys.argv[3]))
    elif what == "compare":
        print(json.dumps(compare(root)))
    else:
        watch = Watch()
        found = CONTENDERS[what](root, watch)
        peak = peak_mib()
        print(json.dumps({"name": what, "seconds": watch.seconds, "processor": watch.processor, "peak_mib": peak}))
        importlib.import_module("weighbridge.lake").put_parquet(found, root / f"{what}.parquet")


if __name__ == "__main__":
    main()
