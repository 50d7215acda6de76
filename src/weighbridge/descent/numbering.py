"""Names to numbers and back, once each: joins on names cost several times what joins on numbers do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import numpy as np
    import pyarrow as pa
    from numpy.typing import NDArray

    from weighbridge.engine import Engine


@dataclass(frozen=True)
class Numbered:
    """A number is a place in `names`, which are in no order.

    `facts`: number, created_on; of those that are listed, once for each name that a repository had. `edges`: child,
    parent, quantised, each pair once: it is quantised where all who state it say so. `alone`: the names listed that
    have no number, for nothing speaks of them.
    """

    names: pa.Array
    facts: pa.Table
    edges: pa.Table
    alone: pa.ChunkedArray

    def named(self, numbers: pa.ChunkedArray) -> pa.Array:
        """Give the names of `numbers`."""
        return self.names.take(numbers)

    def numbers(self, names: pa.ChunkedArray) -> pa.ChunkedArray:
        """Give the numbers of `names`, all of which have one."""
        import pyarrow.compute as pc

        return pc.index_in(names, value_set=self.names)

    def marked(self, numbers: pa.ChunkedArray) -> NDArray[np.bool_]:
        """Mark `numbers` among all; shape (names,)."""
        import numpy as np

        marks = np.zeros(len(self.names), dtype=bool)
        marks[numbers.to_numpy()] = True
        return marks


def numbered(
    engine: Engine, nodes: ir.Table, edges: pa.Table, others: ir.Table, renames: ir.Table | None = None
) -> Numbered:
    """Give each name in `edges` (child, parent, quantised), `others` (name) and each new one in `renames` a number."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    stated = engine.table(edges)
    found = union(stated.select("child"), stated.select("parent"), others)
    if renames is not None:
        found = union(found, renames.select("new"))
    names = engine.arrow(found.distinct())
    numbers = engine.table(names.append_column("number", pa.array(np.arange(names.num_rows, dtype=np.int32))))
    listed = engine.arrow(_listed(nodes, _with_old(numbers, renames)))
    none = pc.is_null(listed.column("number"))
    facts = listed.select(["number", "created_on"]).filter(pc.invert(none))
    alone = listed.column("repo_id").filter(none)
    return Numbered(names.column("name").combine_chunks(), facts, engine.arrow(_numbers(stated, numbers)), alone)


def _with_old(numbers: ir.Table, renames: ir.Table | None) -> ir.Table:
    """Give the old names the numbers of the new ones: cheaper than to rename all that is listed."""
    if renames is None:
        return numbers
    rows = renames.inner_join(numbers, renames.new == numbers.name)
    return numbers.union(rows.select(name=rows.old.cast("string"), number="number"))


def union(*columns: ir.Table) -> ir.Table:
    """Give the names in tables of one column as a table of `name`, whatever the column is called and may hold."""
    import ibis

    return ibis.union(*(column.select(name=column[0].cast("string")) for column in columns))


def _listed(nodes: ir.Table, numbers: ir.Table) -> ir.Table:
    rows = nodes.filter((nodes.repo_id != "").fill_null(False))
    rows = rows.left_join(numbers, rows.repo_id == numbers.name)
    return rows.select("repo_id", "created_on", "number")


def _numbers(edges: ir.Table, numbers: ir.Table) -> ir.Table:
    rows = edges.inner_join(numbers, edges.child == numbers.name)
    rows = rows.select("parent", "quantised", below="number")
    above = numbers.view()
    rows = rows.inner_join(above, rows.parent == above.name)
    return rows.group_by(child="below", parent="number").aggregate(quantised=rows.quantised.all())
