"""The table `derivatives`: what sources list, with lines of descent, and what the ends of the lines are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weighbridge.entities import lineage
from weighbridge.schema import DERIVATIVES, DOWNLOADS

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa

    from weighbridge.lake import Lake


@dataclass(frozen=True)
class Lines:
    """Lines of descent (rows of `roots`), and the statements (child, relation, ...) that they follow."""

    roots: ir.Table
    edges: ir.Table


def derivatives(lake: Lake, facts: ir.Table, names: ir.Table, stated: Lines, with_evidence: Lines) -> pa.Table:
    """Give every line of what is stated, and of what evidence adds the lines that differ.

    `names`: the Hub's rows of `subjects`. `with_evidence` holds the edges of evidence alone, the lines of both.
    """
    import ibis
    import pyarrow as pa

    listed = lake.kept(_newest(facts, lake.read(DOWNLOADS)))
    moved = lake.kept(_moved(stated.roots, with_evidence.roots))
    days = lake.kept(lineage.listed(facts))
    known = listed.left_join(moved.mutate(superseded=True), "repo_id").drop("repo_id_right")
    other = listed.inner_join(moved, "repo_id").mutate(superseded=False)
    edges = (stated.edges, with_evidence.edges)
    parts = (
        _lines(rows.mutate(basis=ibis.literal(basis)), lines.roots, days, edges)
        for basis, rows, lines in (("stated", known, stated), ("with_evidence", other, with_evidence))
    )
    return pa.concat_tables([lake.engine.arrow(_described(part, names)) for part in parts])


def _lines(rows: ir.Table, roots: ir.Table, days: ir.Table, edges: tuple[ir.Table, ir.Table]) -> ir.Table:
    rows = _dated(rows, days)
    rows = rows.inner_join(roots.select("repo_id", "nearest", "root", "weight", "depth", "cut"), "repo_id")
    return _related(rows, *edges)


def _newest(facts: ir.Table, downloads: ir.Table) -> ir.Table:
    """Give each source's last word on each repository, with the downloads of that reading."""
    import ibis

    last = ibis.window(group_by=["source", "repo_id"], order_by=facts.observed_on.desc())
    rows = facts.mutate(place=ibis.row_number().over(last))
    rows = rows.filter(rows.place == 0).select("source", "observed_on", "repo_id", "licence", "removed")
    keys = ["source", "observed_on", "repo_id"]
    counted = downloads.select(*keys, "downloads_30d")
    return rows.left_join(counted, keys).drop(*(f"{key}_right" for key in keys))


def _moved(first: ir.Table, second: ir.Table) -> ir.Table:
    """Give the repositories whose lines differ."""
    one, other = (lines.select("repo_id", "nearest", "root", "depth") for lines in (first, second))
    return one.difference(other).union(other.difference(one)).select("repo_id").distinct()


def _dated(rows: ir.Table, days: ir.Table) -> ir.Table:
    days = days.select(dated="repo_id", created_on="created_on")
    rows = rows.mutate(superseded=rows.superseded.fill_null(False))
    return rows.left_join(days, rows.repo_id == days.dated).drop("dated")


def _related(rows: ir.Table, stated: ir.Table, more: ir.Table) -> ir.Table:
    """Add how each was built; null where no line leads further than to itself."""
    edges = stated.select("child", "relation").union(more.select("child", "relation"))
    said = edges.group_by("child").aggregate(said=edges.relation.max())
    rows = rows.left_join(said, rows.repo_id == said.child).drop("child")
    return rows.mutate(relation=(rows.depth > 0).ifelse(rows.said, None)).drop("said")


def _described(rows: ir.Table, names: ir.Table) -> ir.Table:
    """Add what the repository is for, and what its bases are; where nobody says the first, its bases' say it."""
    import ibis

    rows = _with_base(_with_base(rows, names, "nearest"), names, "root")
    own = names.select(own_key="key", field="field")
    rows = rows.left_join(own, rows.repo_id == own.own_key).drop("own_key")
    above = names.select(root_key="key", root_field="field")
    rows = rows.left_join(above, rows.root == above.root_key).drop("root_key")
    of = ibis.window(group_by=["source", "repo_id"])
    one, other = rows.root_field.min().over(of), rows.root_field.max().over(of)
    rows = rows.mutate(field=rows.field.coalesce((one == other).ifelse(one, ibis.null(str))))
    return rows.select([column.name for column in DERIVATIVES.columns])


def _with_base(rows: ir.Table, names: ir.Table, which: str) -> ir.Table:
    """Add what the base in column `which` is; of a root, what a curated release says it was built on in turn."""
    further = which == "root"
    family = names.base_family_id.coalesce(names.family_id) if further else names.family_id
    maker, country = ("base_organisation_id", "base_country") if further else ("organisation_id", "country")
    known = names.select(
        base_key="key",
        **{
            f"{which}_organisation_id": names[maker],
            f"{which}_country": names[country],
            f"{which}_family_id": family,
            f"{which}_openness": names.openness,
        },
    )
    return rows.left_join(known, rows[which] == known.base_key).drop("base_key")
