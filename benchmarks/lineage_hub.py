"""An invented Hub: repositories with the days of their creation, what they say they were built on, and renames. Seeded.

Parents are drawn so that most repositories stand one to three steps from a root, some twelve, as on the real Hub: 28 %
state a parent (hub-stats, 2025-10), most of them one of few makers' own.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from benchmarks.population import SEED

if TYPE_CHECKING:
    from numpy.typing import NDArray

REPOSITORIES = 3_000_000
ARRIVALS = 5_000
DEEPEST = 12
# Parts of all repositories.
STATING, MERGING, RENAMED = 0.28, 0.015, 0.001
# Of the parents stated: no longer there, or never; and repositories that stand in a cycle, per million.
DANGLING, CYCLING = 0.04, 20
# Of those that state a renamed parent.
BY_OLD_NAME = 0.5
RELATIONS = {"adapter": 0.42, "finetune": 0.35, "quantized": 0.21, None: 0.02}
MERGED = {2: 0.65, 3: 0.2, 4: 0.15}
FIRST = dt.date(2022, 3, 2)


@dataclass(frozen=True)
class Hub:
    """`nodes` (repo_id, created_on), `edges` (child, parent, relation), `renames` (old, new)."""

    nodes: pa.Table
    edges: pa.Table
    renames: pa.Table


def invented(repositories: int) -> Hub:
    """Invent a Hub: the same for the same number of repositories."""
    chance = np.random.default_rng(SEED)
    _, child, parent = descent(repositories, chance)
    names = _names(0, repositories)
    old = np.flatnonzero(chance.random(repositories) < RENAMED)
    edges = _stated(names, child, parent, old, chance)
    renames = pa.table({"old": _older(names, old), "new": names.take(pa.array(old))})
    return Hub(_listed(names, 0), edges, renames)


def descent(
    repositories: int, chance: np.random.Generator
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Give the steps above each repository, in order of creation, and who was built on whom: child, parent."""
    depth = _depths(repositories, chance)
    child, parent = _edges(depth, chance)
    return depth, *_with_cycles(depth, child, parent, chance)


def arrived(hub: Hub, arrivals: int = ARRIVALS) -> Hub:
    """Invent the next day's repositories: what they are built on was there before; a few were already stated."""
    chance = np.random.default_rng((SEED, 1))
    names = _names(hub.nodes.num_rows, arrivals)
    stating = np.flatnonzero(chance.random(arrivals) < STATING)
    # Who is built on today was mostly built on before.
    parents = hub.edges.column("parent").take(pa.array(chance.integers(0, hub.edges.num_rows, len(stating))))
    awaited = pa.array(["gone/model-00000001", "gone/model-00000002"])
    names = pa.concat_arrays([names.slice(0, arrivals - len(awaited)), awaited])
    relations = _relations(len(stating), chance)
    edges = pa.table({"child": names.take(pa.array(stating)), "parent": parents, "relation": relations})
    edges = edges.filter(pc.invert(pc.is_in(edges.column("child"), value_set=awaited)))
    return Hub(_listed(names, hub.nodes.num_rows), edges, hub.renames)


def _depths(n: int, chance: np.random.Generator) -> NDArray[np.int64]:
    """Give the steps above each repository, in order of creation: 0 where it states no parent."""
    steps = np.arange(1, DEEPEST + 1)
    part = 0.38 ** steps.astype(float)
    found = np.where(chance.random(n) < STATING, chance.choice(steps, n, p=part / part.sum()), 0)
    found[: DEEPEST + 1] = range(DEEPEST + 1)
    return found


def _edges(depth: NDArray[np.int64], chance: np.random.Generator) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give each repository a parent one step nearer to a root, created before it; a merge has others besides."""
    merges = np.flatnonzero((chance.random(len(depth)) < MERGING / STATING) & (depth > 0))
    more = np.repeat(merges, chance.choice(list(MERGED), len(merges), p=list(MERGED.values())) - 1)
    child = np.concatenate([np.flatnonzero(depth > 0), more])
    above = depth[child] - 1
    above[len(child) - len(more) :] = chance.integers(0, above[len(child) - len(more) :] + 1)
    parent = np.empty_like(child)
    for step in range(DEEPEST):
        there, mine = np.flatnonzero(depth == step), above == step
        older = np.searchsorted(there, child[mine])
        # Few are built on by many: log-uniform over those that are older.
        parent[mine] = there[(np.maximum(older, 1) ** chance.random(mine.sum())).astype(np.int64) - 1]
    return child, parent


def _with_cycles(
    depth: NDArray[np.int64], child: NDArray[np.int64], parent: NDArray[np.int64], chance: np.random.Generator
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Add a few rings of two to five repositories that stated no parent, themselves first."""
    n = max(len(depth) * CYCLING // 1_000_000, 5)
    rings = np.array_split(chance.choice(np.flatnonzero(depth == 0), n, replace=False), max(n // 3, 1))
    return np.concatenate([child, *rings]), np.concatenate([parent, *(np.roll(ring, 1) for ring in rings)])


def _stated(
    names: pa.Array,
    child: NDArray[np.int64],
    parent: NDArray[np.int64],
    old: NDArray[np.int64],
    chance: np.random.Generator,
) -> pa.Table:
    """Name the ends of edges: some parents by an older name, some that are gone."""
    gone = pa.array([f"gone/model-{i:08d}" for i in range(max(len(child) // 100, 3))])
    place = np.full(len(names), -1)
    place[old] = np.arange(len(old)) + len(names)
    said = np.where((place[parent] >= 0) & (chance.random(len(parent)) < BY_OLD_NAME), place[parent], parent)
    missing = len(names) + len(old) + chance.integers(0, len(gone), len(parent))
    said = np.where(chance.random(len(parent)) < DANGLING, missing, said)
    every = pa.concat_arrays([names, _older(names, old), gone])
    parents = every.take(pa.array(said))
    return pa.table(
        {"child": names.take(pa.array(child)), "parent": parents, "relation": _relations(len(child), chance)}
    )


def _relations(n: int, chance: np.random.Generator) -> pa.Array:
    words = pa.array(list(RELATIONS))
    return words.take(pa.array(chance.choice(len(RELATIONS), n, p=list(RELATIONS.values()))))


def _names(first: int, n: int) -> pa.Array:
    return pa.array([f"account{i * 7919 % 600_013:06d}/model-{i:08d}-v2" for i in range(first, first + n)])


def _older(names: pa.Array, old: NDArray[np.int64]) -> pa.Array:
    return pc.binary_join_element_wise("former-", names.take(pa.array(old)), "")


def _listed(names: pa.Array, first: int) -> pa.Table:
    days = np.datetime64(FIRST) + (np.arange(first, first + len(names)) * 1600 // REPOSITORIES)
    return pa.table({"repo_id": names, "created_on": pa.array(days)})
