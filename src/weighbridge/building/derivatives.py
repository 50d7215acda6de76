"""The table `derivatives`: what sources list, with lines of descent, and what the ends of the lines are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weighbridge.entities import lineage
from weighbridge.newest import newest
from weighbridge.schema import DERIVATIVES, DOWNLOADS

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa

    from weighbridge.lake import Lake

# What `subjects` says of a repository that is asked of a base.
OF_BASES = (
    *("organisation_id", "country", "family_id", "base_organisation_id", "base_country", "base_family_id"),
    *("openness", "field"),
)


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

    listed = lake.engine.hold(_newest(facts, lake.read(DOWNLOADS)))
    moved = lake.engine.hold(_moved(stated.roots, with_evidence.roots))
    days = lake.engine.hold(lineage.listed(facts))
    known = listed.left_join(moved.mutate(superseded=True), "repo_id").drop("repo_id_right")
    other = listed.inner_join(moved, "repo_id").mutate(superseded=False)
    edges = (stated.edges, with_evidence.edges)
    of = names.select("key", *OF_BASES)
    parts = []
    for basis, of_basis, lines in (("stated", known, stated), ("with_evidence", other, with_evidence)):
        bases = lake.engine.hold(_bases(lines.roots, of))
        rows = _lines(of_basis.mutate(basis=ibis.literal(basis)), lines.roots, days, edges)
        parts.append(lake.engine.arrow(_described(rows, lines.roots, of, bases)))
    return pa.concat_tables(parts)


def _lines(rows: ir.Table, roots: ir.Table, days: ir.Table, edges: tuple[ir.Table, ir.Table]) -> ir.Table:
    rows = _dated(rows, days)
    rows = rows.inner_join(roots.select("repo_id", "nearest", "root", "weight", "depth", "cut"), "repo_id")
    return _related(rows, *edges)


def _newest(facts: ir.Table, downloads: ir.Table) -> ir.Table:
    """Give each source's last word on each repository, with the downloads of that reading."""
    # One reading may list a repository twice.
    order = [facts.observed_at.desc(), facts.licence, facts.removed]
    rows = newest(facts, ["source", "repo_id"], order)
    rows = rows.select("source", "observed_on", "repo_id", "licence", "removed")
    keys = ["source", "observed_on", "repo_id"]
    counted = downloads.select(*keys, "downloads_30d")
    return rows.left_join(counted, keys).drop(*(f"{key}_right" for key in keys))


def _moved(first: ir.Table, second: ir.Table) -> ir.Table:
    """Give the repositories whose lines differ."""
    # Who has no parent is its own root in both, or has one in the other.
    further = (lines.filter(lines.depth > 0) for lines in (first, second))
    one, other = (lines.select("repo_id", "nearest", "root", "depth") for lines in further)
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


def _described(rows: ir.Table, roots: ir.Table, names: ir.Table, bases: ir.Table) -> ir.Table:
    """Add what the repository is for, and what its bases are; where nobody says the first, its bases' say it."""
    agreed = _agreed(roots, bases)
    rows = _with_bases(rows, names, bases).left_join(agreed, "repo_id").drop("repo_id_right")
    rows = rows.mutate(field=rows.own_field.coalesce(rows.agreed_field))
    return rows.select([column.name for column in DERIVATIVES.columns])


def _agreed(roots: ir.Table, bases: ir.Table) -> ir.Table:
    """Give (repo_id, agreed_field) of the repositories all of whose ultimate bases that say so are for one thing."""
    further, ends = roots.filter(roots.depth > 0), bases.select("field", end="key")
    rows = further.inner_join(ends, further.root == ends.end)
    found = rows.group_by("repo_id").aggregate(one=rows.field.min(), other=rows.field.max())
    return found.filter(found.one == found.other).select("repo_id", agreed_field="one")


def _bases(roots: ir.Table, names: ir.Table) -> ir.Table:
    """Give what is known of the repositories that others are built on."""
    further = roots.filter(roots.depth > 0)
    used = further.select(key="nearest").union(further.select(key="root")).distinct()
    return names.semi_join(used, "key")


def _with_bases(rows: ir.Table, names: ir.Table, bases: ir.Table) -> ir.Table:
    """Add `own_field`, and what the nearest and the ultimate base are.

    Most repositories are their own base, so they meet what is known of them; few are the base of others, so the lines
    that lead further meet a small table.
    """
    own = names.rename(**{f"own_{name}": name for name in names.columns})
    rows = rows.left_join(own, rows.repo_id == own.own_key).drop("own_key")
    for which in ("nearest", "root"):
        known = bases.rename(**{f"{which}_of_{name}": name for name in bases.columns})
        rows = rows.left_join(known, rows[which] == known[f"{which}_of_key"])
    own_base = rows.depth == 0

    def of(which: str, name: str) -> ir.Value:
        return own_base.ifelse(rows[f"own_{name}"], rows[f"{which}_of_{name}"])

    return rows.mutate(
        nearest_organisation_id=of("nearest", "organisation_id"),
        nearest_country=of("nearest", "country"),
        nearest_family_id=of("nearest", "family_id"),
        nearest_openness=of("nearest", "openness"),
        # What a curated release says it was built on in turn.
        root_organisation_id=of("root", "base_organisation_id"),
        root_country=of("root", "base_country"),
        root_family_id=of("root", "base_family_id").coalesce(of("root", "family_id")),
        root_openness=of("root", "openness"),
    )
