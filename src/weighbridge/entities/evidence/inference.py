"""One parent for each repository that states none, where evidence of it was measured to be right often enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.entities.evidence.bases import bases, children, not_of_copies
from weighbridge.entities.evidence.by_configuration import by_configuration
from weighbridge.entities.evidence.by_dimensions import by_dimensions
from weighbridge.entities.evidence.by_name import by_name
from weighbridge.entities.evidence.by_tokenizer import by_tokenizer
from weighbridge.entities.evidence.measured import measured, trusted

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    import ibis.expr.types as ir
    import pyarrow as pa

    from weighbridge.engine import Engine
    from weighbridge.entities.evidence.bases import Stated

# Where several kinds name a parent of one family, the first names it: a name tells members of a family apart.
KINDS = ("name", "configuration", "tokenizer", "dimensions")
# Dimensions are part of a configuration; how often they are right is another question.
KNOWN_BY = {kind: kind for kind in KINDS} | {"dimensions": "configuration"}


def inferred(engine: Engine, stated: Stated) -> pa.Table:
    """Give child, parent, relation, known_by and confidence of what may be inferred: one row a child.

    `known_by`: a word of `schema.EVIDENCE`. `confidence`: the measured part of such rows whose family is right, 0 to 1.
    Kinds that are right less often than `measured.ENOUGH` are left out.
    """
    import ibis

    sure = {kind: each.precision for kind, each in measured().items()}
    rows = chosen(engine, by_kind(engine, stated, children(engine, stated)), trusted())
    confidence = rows.kind.cases(*sure.items(), else_=ibis.null("float64"))
    known_by = rows.kind.cases(*KNOWN_BY.items(), else_=rows.kind)
    return engine.arrow(rows.select("child", "parent", "relation", known_by=known_by, confidence=confidence))


def by_kind(engine: Engine, stated: Stated, young: ir.Table) -> dict[str, pa.Table]:
    """Give child, parent, relation and family of every kind of evidence, each on its own, of `young`.

    `young`: repo_id, created_on of the repositories asked.
    """
    old = bases(engine, stated)
    found = {
        "name": by_name(engine, young, old),
        "configuration": by_configuration(engine, stated, young, old),
        "tokenizer": by_tokenizer(engine, stated, young, old),
        "dimensions": by_dimensions(engine, stated, young, old),
    }
    family = old.select(parent="repo_id", family="family")
    sound = {kind: not_of_copies(stated, rows) for kind, rows in found.items()}
    return {kind: engine.arrow(rows.inner_join(family, "parent")) for kind, rows in sound.items()}


def chosen(engine: Engine, found: Mapping[str, pa.Table], kinds: Collection[str]) -> ir.Table:
    """Give child, parent, relation, family, kind and how many kinds agree; where two disagree, no row."""
    import ibis

    every = [
        engine.table(found[kind]).mutate(kind=ibis.literal(kind), rank=ibis.literal(rank))
        for rank, kind in enumerate(KINDS)
        if kind in kinds
    ]
    if not every:
        none = engine.table(found[KINDS[0]]).limit(0)
        return none.mutate(kind=ibis.literal(""), agreeing=ibis.literal(0))
    rows = engine.hold(ibis.union(*every))
    of = ibis.window(group_by="child")
    rows = rows.mutate(families=rows.family.nunique().over(of), agreeing=rows.kind.count().over(of),
                       best=rows["rank"].min().over(of))  # fmt: skip
    rows = rows.filter((rows.families == 1) & (rows["rank"] == rows.best))
    return rows.select("child", "parent", "relation", "family", "kind", "agreeing")
