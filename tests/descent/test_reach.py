"""Walks down from many groups at once, beside networkx from each alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from weighbridge.descent.reach import reached

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Pairs = list[tuple[int, int]]

NODES, GROUPS = 8, 3
EDGES = st.lists(st.tuples(st.integers(0, NODES - 1), st.integers(0, NODES - 1)), max_size=20)
STARTS = st.lists(st.tuples(st.integers(0, NODES - 1), st.integers(0, GROUPS - 1)), max_size=8)


def columns(pairs: Pairs) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    first, second = np.array(pairs, np.int64).reshape(-1, 2).T
    return first, second


@given(EDGES, STARTS)
def test_steps_are_the_fewest_from_any_of_a_group(edges: Pairs, starts: Pairs) -> None:
    """Circles, a node that is its own parent and repeated edges included."""
    found = reached(*columns(edges), columns(starts), NODES)
    graph = nx.DiGraph((above, below) for below, above in edges)
    graph.add_nodes_from(range(NODES))
    expected: dict[tuple[int, int], float] = {}
    for group in range(GROUPS):
        own = {node for node, of in starts if of == group}
        steps = nx.multi_source_dijkstra_path_length(graph, own) if own else {}
        expected |= {(group, node): n for node, n in steps.items() if n}
    pairs = list(zip(found.group.tolist(), found.node.tolist(), strict=True))
    assert dict(zip(pairs, found.steps.tolist(), strict=True)) == expected
    assert pairs == sorted(set(pairs))


def test_nothing_descends_from_nothing() -> None:
    none = columns([])
    assert reached(*none, none, 0).node.size == 0


def test_what_descends_by_some_edges_is_among_what_does_by_all() -> None:
    child, parent = columns([(1, 0), (2, 1), (3, 0)])
    start = columns([(0, 0)])
    every, some = (reached(child[kept], parent[kept], start, 4) for kept in (slice(None), slice(1)))
    assert every.among(some, 4).tolist() == [True, False, False]
