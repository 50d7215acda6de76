"""The tables of descent: who states what parent, what evidence adds, and each repository with its lines of descent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.arrow import arrow_schema
from weighbridge.building.derivatives import OF_BASES, Lines, derivatives
from weighbridge.building.resolve import statements, stating
from weighbridge.building.state import digest
from weighbridge.descent import Graph
from weighbridge.descent.attribution import attribute
from weighbridge.entities import curated, dimensions, lineage
from weighbridge.entities.evidence.bases import Stated
from weighbridge.entities.evidence.inference import inferred
from weighbridge.schema import CONFIGURATIONS, DERIVATIVES, DOWNLOADS, LINEAGE, REPO_FACTS, SUBJECTS

if TYPE_CHECKING:
    import datetime as dt

    import ibis.expr.types as ir
    import pyarrow as pa

    from weighbridge.building.parse import Parsed
    from weighbridge.building.state import State
    from weighbridge.descent import Attribution
    from weighbridge.lake import Lake

# Moves when other rows come from the same statements.
DESCENT_VERSION = 4
MADE = (LINEAGE, DERIVATIVES)
STATED = (REPO_FACTS, CONFIGURATIONS, DOWNLOADS)
NAMED = ("namespace", "key", "release_id", "rule", "copy", *OF_BASES)


def descend(lake: Lake, parsed: list[Parsed], state: State, today: dt.date) -> None:
    """Write `lineage` and `derivatives` if what sources state, or what names are, has changed."""
    made = digest([state.subjects, f"descent {DESCENT_VERSION}", *stating(parsed, STATED)])
    if made == state.descent and lake.holds_all(MADE):
        return
    # What they were made of is let go of before they are sorted and checked, which takes as much again.
    listed = bool(stating(parsed, (REPO_FACTS,)))
    none = (arrow_schema(table).empty_table() for table in MADE)
    for table, rows in zip(MADE, _made(lake, parsed) if listed else none, strict=True):
        lake.write(table, rows, today)
    state.descent = made


def _made(lake: Lake, parsed: list[Parsed]) -> tuple[pa.Table, pa.Table]:
    """Give the rows of `lineage` and of `derivatives`."""
    engine = lake.engine
    facts = statements(lake, REPO_FACTS, parsed)
    names = lake.engine.hold(lake.read(SUBJECTS).filter(lambda rows: rows.namespace == "hub").select(*NAMED))
    graph = _graph(lake, facts)
    found = attribute(engine, graph)
    rows = lake.engine.hold(_lineage(lake, graph, found))
    edges, roots = rows.select("child", parent="known_as"), engine.table(found.roots)
    stated = Stated(facts, statements(lake, CONFIGURATIONS, parsed), names, edges, roots)
    more = lake.engine.hold(_dated(engine.table(inferred(engine, stated)), facts))
    both = engine.table(attribute(engine, _with(graph, more)).roots)
    of_lineage = engine.arrow(rows.union(more.select(*rows.columns)))
    return of_lineage, derivatives(lake, facts, names, Lines(roots, graph.edges), Lines(both, more))


def _graph(lake: Lake, facts: ir.Table) -> Graph:
    """Give the graph of what is stated; its edges have the columns of `lineage.stated`."""
    nodes, edges = lake.engine.hold(lineage.listed(facts)), lake.engine.hold(lineage.stated(facts))
    accounts = lake.engine.table(dimensions.accounts(curated.load()))
    return Graph(nodes, edges, lake.engine.hold(lineage.renames(lake.engine, edges, nodes, accounts)))


def _with(graph: Graph, more: ir.Table) -> Graph:
    columns = ("child", "parent", "relation")
    return Graph(graph.nodes, graph.edges.select(*columns).union(more.select(*columns)), graph.renames)


def _lineage(lake: Lake, graph: Graph, found: Attribution) -> ir.Table:
    """Give the rows of `lineage`: each statement, its parent's name today, and why it is not followed."""
    import ibis

    assert graph.renames is not None  # noqa: S101 - _graph gives them
    edges, names = graph.edges, graph.renames
    rows = edges.left_join(names, edges.parent == names.old)
    rows = rows.mutate(known_as=rows.new.coalesce(rows.parent)).drop("old", "new")
    left = lake.engine.table(found.left_out).rename(left_child="child", left_parent="parent", left_out="reason")
    rows = rows.left_join(left, [rows.child == left.left_child, rows.known_as == left.left_parent])
    return rows.drop("left_child", "left_parent").mutate(confidence=ibis.null("float64"))


def _dated(rows: ir.Table, facts: ir.Table) -> ir.Table:
    """Make rows of `lineage` of what was inferred: who listed the child last, and when."""
    import ibis

    last = lineage.last_read(facts)
    rows = rows.inner_join(last, rows.child == last.repo_id).drop("repo_id")
    return rows.mutate(known_as=rows.parent, left_out=ibis.null(str))
