"""Stores that hold descent made by hand: what is stated, attributed by the program itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pyarrow as pa

import weighbridge
from tests.measures.small_lake import TODAY, put_subjects, subject, table
from weighbridge.descent import Graph
from weighbridge.descent.attribution import attribute
from weighbridge.engine import Engine
from weighbridge.lake import Lake
from weighbridge.schema import DERIVATIVES, FAMILIES, LINEAGE, RELEASES, SOURCE_USES

if TYPE_CHECKING:
    from pathlib import Path

    from weighbridge.api import Weighbridge

READ_ON = dt.date(2026, 8, 1)
BEGAN = dt.date(2024, 1, 1)
PUBLISHER = {"publisher": "P", "licence": "MIT", "grain": "name", "as_of": READ_ON, "snapshots": 1, "digest": "d" * 64}
Edge = tuple[str, str, str, str]


@dataclass(frozen=True)
class Stated:
    """`listed`: repository to columns of `derivatives`, its day of creation by age: the later named, the younger.

    `edges`: child, parent, relation, known_by. `renames`: old name to new. `named`: rows of `subjects`.
    `silent`: repositories that a source lists which gives no parents.
    """

    listed: Mapping[str, Mapping[str, Any]]
    edges: Iterable[Edge]
    renames: Mapping[str, str] = field(default_factory=dict)
    named: Iterable[Mapping[str, Any]] = ()
    silent: frozenset[str] = frozenset()


def store(folder: Path, said: Stated) -> Weighbridge:
    """Write a store whose lake holds what is stated, and open it."""
    engine = Engine(threads=1)
    lake = Lake(folder / "lake", engine, name="store")
    born = {repo: BEGAN + dt.timedelta(days=min(i, 900)) for i, repo in enumerate(said.listed)}
    edges = list(said.edges)
    found = attribute(engine, Graph(
        engine.table(pa.table({"repo_id": list(born), "created_on": pa.array(born.values(), pa.date32())})),
        engine.table(pa.table([list(of) for of in zip(*(edge[:3] for edge in edges), strict=True)], EDGES)),
        engine.table(pa.table([list(said.renames), list(said.renames.values())], ["old", "new"]).cast(RENAMES)),
    ))  # fmt: skip
    left = {(row["child"], row["parent"]): row["reason"] for row in found.left_out.to_pylist()}
    lake.write(LINEAGE, table(LINEAGE, [_edge(edge, said.renames, left) for edge in edges]), TODAY)
    lines = [row for row in found.roots.to_pylist() if row["repo_id"] in said.listed]
    lake.write(DERIVATIVES, table(DERIVATIVES, [_line(row, said, born) for row in lines]), TODAY)
    put_subjects(lake, [subject(**{"namespace": "hub", **row}) for row in said.named])
    for empty in (RELEASES, FAMILIES):
        lake.write(empty, table(empty, []), TODAY)
    uses = [{"source": name, "attribution": f"by {name}", **PUBLISHER} for name in ("radar", "silent", "unused")]
    lake.write(SOURCE_USES, table(SOURCE_USES, uses), TODAY)
    return weighbridge.open(folder)


EDGES = ["child", "parent", "relation"]
RENAMES = pa.schema({"old": pa.string(), "new": pa.string()})


def _edge(edge: Edge, renames: Mapping[str, str], left: Mapping[tuple[str, str], str]) -> dict[str, Any]:
    child, parent, relation, known_by = edge
    now = renames.get(parent, parent)
    return {
        "child": child, "parent": parent, "known_as": now, "relation": relation, "known_by": known_by,
        "confidence": 0.9 if known_by == "name" else None, "left_out": left.get((child, now)), "source": "radar",
        "stated_on": READ_ON,
    }  # fmt: skip


def _line(row: Mapping[str, Any], said: Stated, born: Mapping[str, dt.date]) -> dict[str, Any]:
    repo = row["repo_id"]
    kept = {name: row[name] for name in ("repo_id", "nearest", "root", "weight", "depth", "cut")}
    source = "silent" if repo in said.silent else "radar"
    stated = {"source": source, "observed_on": READ_ON, "basis": "stated", "superseded": False, "removed": False}
    return {**stated, **kept, "created_on": born[repo], **said.listed[repo]}
