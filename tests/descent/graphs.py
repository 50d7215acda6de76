"""Graphs made by hand or drawn, and what the engine and networkx make of them, in one form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pyarrow as pa

from benchmarks.lineage_networkx import attributed
from weighbridge.descent import Attribution, Graph

if TYPE_CHECKING:
    from weighbridge.engine import Engine

Edge = tuple[str | None, str | None, str | None]
# (repository, nearest base, root) -> (weight, depth, root is known, repository is a copy, line is cut)
Rows = dict[tuple[str, str, str], tuple[float, int, bool, bool, bool]]
DAY = dt.date(2024, 1, 1)


@dataclass(frozen=True)
class Said:
    """Nodes by name with the day of creation, edges (child, parent, relation), and renames."""

    nodes: Mapping[str, dt.date | None]
    edges: Sequence[Edge]
    renames: Mapping[str, str] = field(default_factory=dict)

    def graph(self, engine: Engine) -> Graph:
        return Graph(
            engine.table(pa.table([list(self.nodes), list(self.nodes.values())], schema=NODES)),
            engine.table(pa.Table.from_pylist([dict(zip(EDGES.names, e, strict=True)) for e in self.edges], EDGES)),
            engine.table(pa.table([list(self.renames), list(self.renames.values())], schema=RENAMES)),
        )


NODES = pa.schema({"repo_id": pa.string(), "created_on": pa.date32()})
EDGES = pa.schema({"child": pa.string(), "parent": pa.string(), "relation": pa.string()})
RENAMES = pa.schema({"old": pa.string(), "new": pa.string()})


def rows_of(found: Attribution | pa.Table) -> Rows:
    roots = found.roots if isinstance(found, Attribution) else found
    rows = [tuple(row.values()) for row in roots.to_pylist()]
    keyed = {(row[0], row[1], row[2]): (row[3], row[4], row[5], row[6], row[7]) for row in rows}
    assert len(keyed) == len(rows), "repository, nearest base and root are a key"
    return keyed


def expected(said: Said) -> Rows:
    edges = [(child or "", parent or "", relation) for child, parent, relation in said.edges]
    found = attributed(said.nodes.items(), edges, said.renames)
    return {
        (node, base, root): (weight, steps, root in found.known, node in found.copies, cut)
        for node, lines in found.lines.items()
        for (base, root), (weight, steps, cut) in lines.items()
    }


def agree(ours: Rows, theirs: Rows) -> None:
    assert ours.keys() == theirs.keys()
    assert {key: row[1:] for key, row in ours.items()} == {key: row[1:] for key, row in theirs.items()}
    assert all(abs(row[0] - theirs[key][0]) < 1e-9 for key, row in ours.items())
