from __future__ import annotations

import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from weighbridge.descent.cycles import against

EDGES = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda e: e[0] != e[1]), unique=True)


def cut(edges: list[tuple[int, int]]) -> set[tuple[int, int]]:
    child, parent = np.array(edges, dtype=np.int64).reshape(-1, 2).T
    return {edge for edge, is_cut in zip(edges, against(child, parent), strict=True) if is_cut}


def first_edges(edges: list[tuple[int, int]]) -> set[tuple[int, int]]:
    """Walk every cycle there is and take the edge of its first node."""
    found = set()
    for cycle in nx.simple_cycles(nx.DiGraph(edges)):
        at = cycle.index(min(cycle))
        found.add((cycle[at], cycle[(at + 1) % len(cycle)]))
    return found


@given(EDGES)
def test_an_edge_is_cut_where_its_child_is_the_first_of_a_cycle(edges: list[tuple[int, int]]) -> None:
    assert cut(edges) == first_edges(edges)


@given(EDGES)
def test_no_cycle_is_left(edges: list[tuple[int, int]]) -> None:
    assert nx.is_directed_acyclic_graph(nx.DiGraph(list(set(edges) - cut(edges))))


def test_cycles_in_cycles_are_cut_in_few_steps() -> None:
    """Each node with its neighbour is a cycle: taken one after the other, there are as many steps as nodes."""
    below = np.arange(100_000)
    child, parent = np.r_[below, below + 1], np.r_[below + 1, below]
    assert against(child, parent).tolist() == [True] * 100_000 + [False] * 100_000
