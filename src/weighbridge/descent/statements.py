"""Statements as they come, made into edges: renamed names followed, blanks and self-parents left out and counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa

    from weighbridge.engine import Engine


@dataclass(frozen=True)
class Stated:
    """`edges`: child, parent, quantised, each as often as stated; `itself`: child, parent, where they are one.

    `idle` (name): who made a statement that was left out. `counts`: edges stated, blank and renamed.
    """

    edges: pa.Table
    itself: pa.Table
    idle: pa.Table
    counts: dict[str, int]


def stated(engine: Engine, edges: ir.Table, names: ir.Table | None) -> Stated:
    """Clean `edges` (child, parent, relation); `names` (old, new) gives the last name of each that was renamed."""
    import pyarrow.compute as pc

    rows = engine.arrow(_cleaned(edges, names))
    named, same = rows.column("named"), rows.column("same")
    counts = {
        "stated": rows.num_rows,
        "blank": pc.sum(pc.invert(named)).as_py() or 0,
        "renamed": pc.sum(rows.column("renamed")).as_py() or 0,
    }
    idle = rows.filter(pc.or_(pc.invert(named), same)).select(["child"]).rename_columns(["name"])
    idle = idle.filter(pc.fill_null(pc.not_equal(idle.column("name"), ""), fill_value=False))
    kept = rows.filter(pc.and_(named, pc.invert(same))).select(["child", "parent", "quantised"])
    return Stated(kept, rows.filter(pc.and_(named, same)).select(["child", "parent"]), idle, counts)


def _cleaned(edges: ir.Table, names: ir.Table | None) -> ir.Table:
    import ibis

    rows = edges.select("child", "parent", quantised=(edges.relation == "quantized").fill_null(False))
    renamed: ir.BooleanValue = ibis.literal(False)
    if names is not None:
        rows = _renamed(_renamed(rows, "child", names), "parent", names)
        renamed = rows.renamed_child | rows.renamed_parent
    named = _named(rows.child) & _named(rows.parent)
    same = (rows.child == rows.parent).fill_null(False)
    return rows.select("child", "parent", "quantised", named=named, same=same, renamed=renamed)


def _named(name: ir.StringValue) -> ir.BooleanValue:
    return (name != "").fill_null(False)


def _renamed(rows: ir.Table, column: str, names: ir.Table) -> ir.Table:
    names = names.select(**{f"old_{column}": "old", f"new_{column}": "new"})
    old, new = names.columns
    rows = rows.left_join(names, rows[column] == names[old])
    return rows.mutate(**{column: rows[new].coalesce(rows[column]), f"renamed_{column}": rows[new].notnull()}).drop(
        old, new
    )
