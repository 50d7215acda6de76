"""Chains of single parents, followed to their end by pointer doubling: the joins are the logarithm of the length.

Rows are numbers: `edges` (child, parent, parents: how many the child has, copy: the child is a quantised copy of its
only parent). A pointer (node, to, steps, base, cut, going) leads from a node with one parent to an ancestor; `base` is
the first ancestor passed that is no copy, null as long as all were; `going`: `to` has one parent itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa

    from weighbridge.engine import Engine


def followed(engine: Engine, edges: pa.Table, copies: pa.Table, broken: pa.Table) -> pa.Table:
    """Give the pointers of all nodes whose chain has an end: a node without a parent or with several.

    `copies` and `broken` (node): copies outside of `edges`, and nodes of which a parent was left out. Nodes that have
    no pointer lead into a circle of single parents.
    """
    import pyarrow as pa

    table = engine.table
    pointers = engine.arrow(_started(table(edges), table(copies), table(broken)))
    done, going = _parted(pointers)
    while going.num_rows:
        # A round that ends no chain ends none for ever: a chain twice as long as all known has parts that end.
        further = engine.arrow(_doubled(table(going), table(pa.concat_tables([done, going]))))
        ended, still = _parted(further.cast(pointers.schema))
        if not ended.num_rows:
            break
        done, going = pa.concat_tables([done, ended]), still
    return done


def _parted(pointers: pa.Table) -> tuple[pa.Table, pa.Table]:
    import pyarrow.compute as pc

    going = pointers.column("going")
    return pointers.filter(pc.invert(going)), pointers.filter(going)


def _started(edges: ir.Table, copies: ir.Table, broken: ir.Table) -> ir.Table:
    single = edges.filter(edges.parents == 1)
    passed = single.filter(single.copy).select(passed="child").union(copies.select(passed="node"))
    chained = single.select(chained="child").view()
    rows = single.left_join(passed, single.parent == passed.passed)
    rows = rows.left_join(chained, rows.parent == chained.chained)
    rows = rows.left_join(broken, rows.child == broken.node)
    return rows.select(
        node="child",
        to="parent",
        steps=rows.parents,
        base=rows.passed.isnull().ifelse(rows.parent, None),
        cut=rows.node.notnull(),
        going=rows.chained.notnull(),
    )


def _doubled(going: ir.Table, pointers: ir.Table) -> ir.Table:
    far = pointers.rename(middle="node", **{f"far_{name}": name for name in ("to", "steps", "base", "cut", "going")})
    rows = going.inner_join(far, going.to == far.middle)
    return rows.select(
        node="node",
        to="far_to",
        steps=rows.steps + rows.far_steps,
        base=rows.base.coalesce(rows.far_base),
        cut=rows.cut | rows.far_cut,
        going="far_going",
    )
