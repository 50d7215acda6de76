"""Lines of descent of an acyclic graph, and of all of a cyclic one that no cycle stands above.

Rows are numbers. A line (node, base, root, weight, depth, cut) says that a node descends from a root through a base
by a fraction. Chains of single parents are followed first; merges come level by level, as many as stand on each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weighbridge.descent import MOST_LEVELS, MOST_LINES
from weighbridge.descent.chains import followed

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa

    from weighbridge.engine import Engine

# Fractions are rounded, so that the order in which an engine adds does not show.
DIGITS = 12
COLUMNS = {"node": "int32", "base": "int32", "root": "int32", "weight": "float64", "depth": "int32", "cut": "bool"}


@dataclass(frozen=True)
class Ground:
    """What lines may rest on: `lines` of nodes settled before, `copies` among those (node), `broken` (node).

    `broken` are nodes of which a parent was left out; those without any parent left are roots.
    """

    lines: pa.Table
    copies: pa.Table
    broken: pa.Table


@dataclass(frozen=True)
class Lines:
    """`lines` of the nodes that could be settled; `crowded` (node): settled as roots, for they had too many.

    `copies` (node): those settled that are quantised copies of their only parent.
    `waiting`: the edges of nodes below a cycle, or below more levels of merges than are followed.
    """

    lines: pa.Table
    crowded: pa.Table
    copies: pa.Table
    waiting: pa.Table


def drawn(engine: Engine, edges: pa.Table, ground: Ground) -> Lines:
    """Draw the lines of the children in `edges` (child, parent, quantised), each pair once."""
    import pyarrow as pa

    edges = engine.arrow(_shaped(engine.table(edges)))
    pointers = followed(engine, edges, ground.copies, ground.broken)
    given = engine.table(edges)
    copies, broken = engine.table(ground.copies), engine.table(ground.broken)
    roots = _lines(engine, _roots(given, engine.table(ground.lines), broken))
    resting = pa.concat_tables([ground.lines, roots])
    merged = engine.arrow(_condensed(given, engine.table(pointers), copies, broken))
    merges, crowded = _by_level(engine, merged, resting)
    ends = pa.concat_tables([resting, merges])
    singles = _lines(engine, _passed_down(engine.table(pointers), engine.table(ends)))
    lines = pa.concat_tables([roots, merges, singles])
    waiting = engine.arrow(given.anti_join(engine.table(lines.select(["node"])), [("child", "node")]))
    copied = edges.filter(edges.column("copy")).select(["child"]).rename_columns(["node"])
    copied = _without(copied, "node", waiting.column("child"))
    return Lines(lines, crowded, copied, waiting.select(["child", "parent", "quantised"]))


def no_lines() -> pa.Table:
    """Give a table of lines without a row."""
    import pyarrow as pa

    return pa.schema([(name, pa.type_for_alias(kind)) for name, kind in COLUMNS.items()]).empty_table()


def _lines(engine: Engine, rows: ir.Table) -> pa.Table:
    # Engines widen what they add up; tables of one kind must have one type.
    return engine.arrow(rows.select(*COLUMNS)).cast(no_lines().schema)


def _shaped(edges: ir.Table) -> ir.Table:
    """Add how many `parents` each child has, and whether it is a quantised `copy` of its only one."""
    counted = edges.group_by(of="child").aggregate(parents=edges.count().cast("int32"))
    rows = edges.inner_join(counted, edges.child == counted.of).drop("of")
    return rows.mutate(copy=rows.quantised & (rows.parents == 1))


def _roots(edges: ir.Table, settled: ir.Table, broken: ir.Table) -> ir.Table:
    """Give a line of its own to every node that has no parent here and was not settled before."""
    named = edges.select(node="parent").union(broken).distinct()
    rows = named.anti_join(edges, [("node", "child")]).anti_join(settled, "node")
    marked = broken.select(left="node")
    rows = rows.left_join(marked, rows.node == marked.left)
    return _own(rows, cut=rows.left.notnull())


def _own(rows: ir.Table, cut: ir.BooleanValue) -> ir.Table:
    import ibis

    one, none = ibis.literal(1.0), ibis.literal(0, type="int32")
    return rows.select("node", base="node", root="node", weight=one, depth=none, cut=cut)


def _condensed(edges: ir.Table, pointers: ir.Table, copies: ir.Table, broken: ir.Table) -> ir.Table:
    """Give one row for each parent of a merge: the end of its chain (`to`), and what is passed on the way."""
    merged = edges.filter(edges.parents > 1)
    copies = edges.filter(edges.copy).select(copied="child").union(copies.select(copied="node"))
    marked = broken.select(left="node")
    rows = merged.left_join(pointers, merged.parent == pointers.node)
    rows = rows.left_join(copies, rows.parent == copies.copied)
    rows = rows.left_join(marked, rows.child == marked.left)
    return rows.select(
        "child",
        to=rows.to.coalesce(rows.parent),
        base=rows.copied.notnull().ifelse(rows.base, rows.parent),
        steps=rows.steps.fill_null(0) + 1,
        share=1.0 / rows.parents,
        cut=rows.cut.fill_null(False) | rows.left.notnull(),
    )


def _by_level(engine: Engine, pending: pa.Table, lines: pa.Table) -> tuple[pa.Table, pa.Table]:
    import pyarrow as pa

    found, crowded = lines.slice(0, 0), lines.slice(0, 0).select(["node"])
    for _ in range(MOST_LEVELS):
        if not pending.num_rows:
            break
        known = engine.table(pa.concat_tables([lines, found]))
        level = _lines(engine, _settled(engine.table(pending), known))
        if not level.num_rows:
            break
        level, many = _uncrowded(engine, level)
        found, crowded = pa.concat_tables([found, level]), pa.concat_tables([crowded, many])
        pending = _without(pending, "child", level.column("node"))
    return found, crowded


def _settled(pending: ir.Table, known: ir.Table) -> ir.Table:
    """Give the lines of the merges all of whose parents have theirs."""
    known = known.rename(known_base="base", known_cut="cut")
    rows = pending.left_join(known, pending.to == known.node)
    rows = rows.anti_join(rows.filter(rows.node.isnull()).select("child").view(), "child")
    by = {"node": rows.child, "base": rows.base.coalesce(rows.known_base), "root": rows.root}
    return rows.group_by(**by).aggregate(
        weight=(rows.share * rows.weight).sum().round(DIGITS),
        depth=(rows.steps + rows.depth).max(),
        cut=(rows.cut | rows.known_cut).any(),
    )


def _uncrowded(engine: Engine, level: pa.Table) -> tuple[pa.Table, pa.Table]:
    """Make roots of the nodes that have too many lines, and name them."""
    import ibis
    import pyarrow as pa
    import pyarrow.compute as pc

    counted = level.group_by("node").aggregate([([], "count_all")])
    many = counted.filter(pc.greater(counted.column("count_all"), MOST_LINES)).select(["node"])
    if not many.num_rows:
        return level, many
    roots = _lines(engine, _own(engine.table(many), cut=ibis.literal(True)))
    return pa.concat_tables([_without(level, "node", many.column("node")), roots]), many


def _without(rows: pa.Table, name: str, nodes: pa.ChunkedArray) -> pa.Table:
    import pyarrow.compute as pc

    return rows.filter(pc.invert(pc.is_in(rows.column(name), value_set=nodes)))


def _passed_down(pointers: ir.Table, ends: ir.Table) -> ir.Table:
    # Bases of a merge are one line below it. Of a copy's lines, which alone pass their base on, all have the same.
    ends = ends.group_by(end="node", root="root").aggregate(
        end_base=ends.base.min(), weight=ends.weight.sum().round(DIGITS), depth=ends.depth.max(), end_cut=ends.cut.any()
    )
    rows = pointers.inner_join(ends, pointers.to == ends.end)
    return rows.select(
        "node",
        "root",
        "weight",
        base=rows.base.coalesce(rows.end_base),
        depth=rows.steps + rows.depth,
        cut=rows.cut | rows.end_cut,
    )
