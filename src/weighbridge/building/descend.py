"""The tables of descent: who states what parent, and each listed repository with its lines of descent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.building.resolve import statements
from weighbridge.building.state import digest
from weighbridge.descent import Graph
from weighbridge.descent.attribution import attribute
from weighbridge.entities import curated, dimensions, lineage
from weighbridge.schema import DERIVATIVES, DOWNLOADS, LINEAGE, REPO_FACTS, SUBJECTS

if TYPE_CHECKING:
    import datetime as dt

    import ibis.expr.types as ir

    from weighbridge.building.parse import Parsed
    from weighbridge.building.state import State
    from weighbridge.descent import Attribution
    from weighbridge.lake import Lake

# Moves when other rows come from the same statements.
DESCENT_VERSION = 1
MADE = (LINEAGE, DERIVATIVES)


def descend(lake: Lake, parsed: list[Parsed], state: State, today: dt.date) -> None:
    """Write `lineage` and `derivatives` if what sources state, or what names are, has changed."""
    made = digest([state.subjects, f"descent {DESCENT_VERSION}"])
    if made == state.descent and lake.holds_all(MADE):
        return
    facts = statements(lake, REPO_FACTS, parsed)
    graph, edges = _graph(lake, facts)
    found = attribute(lake.engine, graph)
    lake.write(LINEAGE, lake.engine.arrow(_lineage(lake, edges, graph, found)), today)
    rows = derivatives(lake, facts, edges, lake.engine.table(found.roots))
    lake.write(DERIVATIVES, lake.engine.arrow(rows), today)
    state.descent = made


def _graph(lake: Lake, facts: ir.Table) -> tuple[Graph, ir.Table]:
    """Give the graph of what is stated, and its edges as stated."""
    engine = lake.engine
    nodes = engine.table(engine.arrow(lineage.listed(facts)))
    edges = engine.table(engine.arrow(lineage.stated(facts)))
    accounts = engine.table(dimensions.accounts(curated.load()))
    renames = engine.table(engine.arrow(lineage.renames(engine, edges, nodes, accounts)))
    return Graph(nodes, edges, renames), edges


def _lineage(lake: Lake, edges: ir.Table, graph: Graph, found: Attribution) -> ir.Table:
    """Give the rows of `lineage`: each statement, its parent's name today, and why it is not followed."""
    import ibis

    assert graph.renames is not None  # noqa: S101 - _graph gives them
    names = graph.renames
    rows = edges.left_join(names, edges.parent == names.old)
    rows = rows.mutate(known_as=rows.new.coalesce(rows.parent)).drop("old", "new")
    left = lake.engine.table(found.left_out).rename(left_child="child", left_parent="parent", left_out="reason")
    rows = rows.left_join(left, [rows.child == left.left_child, rows.known_as == left.left_parent])
    return rows.drop("left_child", "left_parent").mutate(confidence=ibis.null("float64"))


def derivatives(lake: Lake, facts: ir.Table, edges: ir.Table, lines: ir.Table) -> ir.Table:
    """Give the rows of `derivatives`: the newest statement of each source on each repository, by line of descent."""
    import ibis

    rows = _newest(facts, lake.read(DOWNLOADS))
    first = lineage.listed(facts).rename(listed_repo="repo_id", first_day="created_on")
    rows = rows.left_join(first, rows.repo_id == first.listed_repo)
    relations = edges.group_by("child").aggregate(relation=edges.relation.max())
    rows = rows.left_join(relations, rows.repo_id == relations.child).drop("child")
    rows = rows.inner_join(lines.select("repo_id", "nearest", "root", "weight", "depth", "cut"), "repo_id")
    names = lake.read(SUBJECTS)
    names = lake.engine.table(lake.engine.arrow(names.filter(names.namespace == "hub")))
    own = names.select(own_key="key", field="field")
    rows = rows.left_join(own, rows.repo_id == own.own_key)
    rows = _with_base(_with_base(rows, names, "nearest"), names, "root")
    rows = rows.mutate(
        basis=ibis.literal("stated"),
        superseded=ibis.literal(False),
        created_on=rows.first_day,
        relation=(rows.depth > 0).ifelse(rows.relation, ibis.null(str)),
    )
    return rows.select([column.name for column in DERIVATIVES.columns])


def _newest(facts: ir.Table, downloads: ir.Table) -> ir.Table:
    """Give each source's last word on each repository, with the downloads of that reading."""
    import ibis

    last = ibis.window(group_by=["source", "repo_id"], order_by=facts.observed_on.desc())
    rows = facts.mutate(place=ibis.row_number().over(last))
    rows = rows.filter(rows.place == 0).select("source", "observed_on", "repo_id", "licence", "removed")
    counted = downloads.select("source", "observed_on", "repo_id", "downloads_30d")
    return rows.left_join(counted, ["source", "observed_on", "repo_id"]).drop(
        "source_right", "observed_on_right", "repo_id_right"
    )


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
