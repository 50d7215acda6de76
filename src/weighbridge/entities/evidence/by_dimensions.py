"""A parent by dimensions: one model type, and every dimension that a configuration states equal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.entities.evidence.one_family import last_stated, of_one_family

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from weighbridge.engine import Engine
    from weighbridge.entities.evidence.bases import Stated

DIMENSIONS = ("layers", "hidden_size", "heads", "kv_heads", "vocabulary")


def by_dimensions(engine: Engine, stated: Stated, children: ir.Table, bases: ir.Table) -> ir.Table:
    """Give (child, parent, relation) of the children whose model type and dimensions are those of one family's bases.

    A configuration that lacks one of them says nothing. Experts are not among them: mixtures of two sizes look alike.
    """
    import ibis

    whole = stated.configurations.drop_null(["model_type", *DIMENSIONS])
    rows = last_stated(whole, ["model_type", *DIMENSIONS])
    mark = rows.model_type
    for name in DIMENSIONS:
        mark = mark + " x " + rows[name].cast("string")
    found = of_one_family(engine, rows.select("repo_id", mark=mark), children, bases)
    return found.mutate(relation=ibis.literal("unspecified"))
