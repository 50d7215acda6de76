"""A parent by tokenizer: equal special tokens and an equal chat template."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.entities.evidence.one_family import last_stated, of_one_family

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from weighbridge.engine import Engine
    from weighbridge.entities.evidence.bases import Stated


def by_tokenizer(engine: Engine, stated: Stated, children: ir.Table, bases: ir.Table) -> ir.Table:
    """Give (child, parent, relation) of the children whose tokenizer is that of the bases of one family."""
    import ibis

    known = stated.configurations.filter(stated.configurations.tokenizer.notnull())
    marks = last_stated(known, ["tokenizer"]).rename(mark="tokenizer")
    return of_one_family(engine, marks, children, bases).mutate(relation=ibis.literal("unspecified"))
