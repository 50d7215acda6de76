"""Attribute every repository of a graph to what it descends from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.descent import Attribution, Graph, results
from weighbridge.descent.lines import Ground, no_lines
from weighbridge.descent.numbering import numbered
from weighbridge.descent.settling import settled
from weighbridge.descent.statements import stated

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa

    from weighbridge.engine import Engine


def attribute(engine: Engine, graph: Graph) -> Attribution:
    """Give the lines of descent of every repository that is listed or that states a parent."""
    import pyarrow as pa

    names, undecided = last_names(engine, graph.renames)
    said = stated(engine, graph.edges, names)
    numbers = numbered(engine, graph.nodes, said.edges, engine.table(said.idle), names)
    none = no_lines()
    found = settled(engine, numbers, Ground(none, none.select(["node"]), none.select(["node"])))
    known = results.known(numbers, said)
    roots = pa.concat_tables([results.named(numbers, found, known), results.single(numbers, found, known)])
    counts = said.counts | {"renames undecided": undecided} | results.counted(said, numbers, found, roots)
    return Attribution(roots, results.left_out(said, numbers, found), counts)


def last_names(engine: Engine, renames: ir.Table | None) -> tuple[ir.Table | None, int]:
    """Give old and new of each name that was renamed, new being the last; and how many old names have no one new name.

    Renames are a graph too: a circle of them is cut, and where one name became several none of them is taken.
    """
    import pyarrow.compute as pc

    if renames is None:
        return None, 0
    pairs = engine.arrow(renames.filter(renames.old != renames.new).select("old", "new").distinct())
    old = pairs.column("old")
    # Mostly no name was changed twice, and nothing need be followed.
    if pc.any(pc.is_in(pairs.column("new"), value_set=old)).as_py() or pc.count_distinct(old).as_py() < len(old):
        pairs = _followed(engine, engine.table(pairs))
    return engine.table(pairs), pc.count_distinct(old).as_py() - pairs.num_rows


def _followed(engine: Engine, pairs: ir.Table) -> pa.Table:
    import ibis
    import pyarrow as pa

    rows = pairs.select(child="old", parent="new", relation=ibis.null(str))
    nobody = pa.schema({"repo_id": pa.string(), "created_on": pa.date32()}).empty_table()
    ends = engine.table(attribute(engine, Graph(engine.table(nobody), rows)).roots)
    ends = ends.group_by(old="repo_id", new="root").aggregate(steps=ends.depth.max())
    ways = ends.group_by("old").aggregate(new=ends.new.max(), ways=ends.count(), steps=ends.steps.max())
    return engine.arrow(ways.filter((ways.ways == 1) & (ways.steps > 0)).select("old", "new"))
