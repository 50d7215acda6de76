"""Cycles of descent and the one rule by which they are cut: in each, the edge of the node created first.

Cycles overlap, but the rule needs no order among them: an edge is cut exactly where its child is the first of some
cycle that it lies on. That is: where child and parent reach each other by way of nodes that come no earlier than the
child. For all edges at once this is a search by halves over the order of creation, each step of which asks for the
strongly connected components of a graph no larger than the first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def against(child: NDArray[np.int64], parent: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Say of each edge whether it is cut. Nodes are numbered 0, 1, ... in order of creation; shapes (edges,)."""
    cut = np.zeros(len(child), dtype=bool)
    label = _components(child, parent)
    inside = np.flatnonzero(label[child] == label[parent]) if len(child) else np.flatnonzero(cut)
    cut[inside] = _latest(child[inside], parent[inside]) == child[inside]
    return cut


def _latest(child: NDArray[np.int64], parent: NDArray[np.int64]) -> NDArray[np.int64]:
    """Give for each edge on a cycle the latest node from which on its ends reach each other.

    Each edge's answer lies in [low, high). Edges with one interval share a graph of their own, in which whatever is
    connected from `high` on is one node.
    """
    present, low = np.minimum(child, parent), np.zeros_like(child)
    high = np.full_like(child, child.max(initial=0) + 1)
    while (open_ := np.flatnonzero(high - low > 1)).size:
        middle = (low[open_] + high[open_]) // 2
        ends = _apart(low[open_], child[open_], parent[open_])
        there = present[open_] >= middle
        label = _components(ends[0][there], ends[1][there], size=int(max(map(np.max, ends))) + 1)
        later = there & (label[ends[0]] == label[ends[1]])
        low[open_[later]] = middle[later]
        sooner = open_[~later]
        high[sooner] = middle[~later]
        child, parent = child.copy(), parent.copy()
        child[sooner], parent[sooner] = label[ends[0]][~later], label[ends[1]][~later]
    return low


def _apart(part: NDArray[np.int64], *ends: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    """Give the ends of edges new numbers, so that those of different parts are different nodes."""
    wide = max(int(end.max()) for end in ends) + 1
    _, number = np.unique(np.concatenate([part * wide + end for end in ends]), return_inverse=True)
    return list(number.reshape(len(ends), -1).astype(np.int64))


def _components(child: NDArray[np.int64], parent: NDArray[np.int64], size: int = 0) -> NDArray[np.int64]:
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    size = max(size, int(max(child.max(initial=-1), parent.max(initial=-1))) + 1)
    graph = coo_array((np.ones(len(child), dtype=np.int8), (child, parent)), shape=(size, size)).tocsr()
    _, label = connected_components(graph, directed=True, connection="strong")
    return np.asarray(label, dtype=np.int64)
