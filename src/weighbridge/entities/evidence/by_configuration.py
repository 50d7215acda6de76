"""A parent by configuration: one model type and one exact count of parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.entities.evidence.one_family import last_stated, of_one_family

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from weighbridge.engine import Engine
    from weighbridge.entities.evidence.bases import Stated


def by_configuration(engine: Engine, stated: Stated, children: ir.Table, bases: ir.Table) -> ir.Table:
    """Give (child, parent, relation) of the children whose model type and parameters one family's bases have."""
    import ibis

    typed = stated.configurations.filter(stated.configurations.model_type.notnull())
    counted = stated.facts.filter(stated.facts.params_total.notnull())
    rows = last_stated(typed, ["model_type"]).inner_join(last_stated(counted, ["params_total"]), "repo_id")
    marks = rows.select("repo_id", mark=rows.model_type + " " + rows.params_total.cast("string"))
    return of_one_family(engine, marks, children, bases).mutate(relation=ibis.literal("unspecified"))
