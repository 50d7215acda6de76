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

    `facts`: number, created_on, listed; only of names that are listed. `edges`: child, parent, quantised, each pair
    once: it is quantised where all who state it say so.
    """

    names: pa.Array
    facts: pa.Table
    edges: pa.Table

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


def numbered(engine: Engine, nodes: ir.Table, edges: pa.Table, others: ir.Table | None = None) -> Numbered:
    """Give each name in `edges` (child, parent, quantised) and `others` (name) a number; `nodes` are those listed."""
    import numpy as np
    import pyarrow as pa

    stated = engine.table(edges)
    found = stated.select(name="child").union(stated.select(name="parent"))
    names = engine.arrow((found if others is None else found.union(others)).distinct())
    numbers = engine.table(names.append_column("number", pa.array(np.arange(names.num_rows, dtype=np.int32))))
    column = names.column("name").combine_chunks()
    return Numbered(column, engine.arrow(_facts(nodes, numbers)), engine.arrow(_numbers(stated, numbers)))


def _facts(nodes: ir.Table, numbers: ir.Table) -> ir.Table:
    rows = nodes.inner_join(numbers, nodes.repo_id == numbers.name)
    return rows.group_by("number").aggregate(created_on=rows.created_on.min())


def _numbers(edges: ir.Table, numbers: ir.Table) -> ir.Table:
    rows = edges.inner_join(numbers, edges.child == numbers.name)
    rows = rows.select("parent", "quantised", below="number")
    above = numbers.view()
    rows = rows.inner_join(above, rows.parent == above.name)
    return rows.group_by(child="below", parent="number").aggregate(quantised=rows.quantised.all())
