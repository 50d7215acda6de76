"""The same attribution in networkx: a graph in memory, its cycles cut by the same rule, walked from the roots down."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import networkx as nx

# (nearest base, root) -> (weight, steps, cut)
Lines = dict[tuple[str, str], tuple[float, int, bool]]
LATEST = dt.date.max


@dataclass(frozen=True)
class Descents:
    """`lines` of each repository, the names that are `known`, the `copies`, and the edges cut as (child, parent)."""

    lines: dict[str, Lines]
    known: set[str]
    copies: set[str]
    cut: set[tuple[str, str]]


def attributed(
    nodes: Iterable[tuple[str, dt.date | None]],
    edges: Iterable[tuple[str, str, str | None]],
    renames: Mapping[str, str],
) -> Descents:
    """Attribute every repository; `renames` holds no circle."""
    listed = _listed(nodes, renames)
    graph, known = _graph(edges, renames)
    known |= listed.keys()
    cut = _cut(graph, listed)
    copies = {node for node in graph if _is_copy(graph, node)}
    lines = _walked(graph, copies, {child for child, _ in cut})
    lines |= {node: {(node, node): (1.0, 0, False)} for node in known - lines.keys()}
    return Descents({node: lines[node] for node in known}, known, copies, cut)


def _last(name: str, renames: Mapping[str, str]) -> str:
    while name in renames:
        name = renames[name]
    return name


def _listed(nodes: Iterable[tuple[str, dt.date | None]], renames: Mapping[str, str]) -> dict[str, dt.date]:
    listed: dict[str, dt.date] = {}
    for name, created in nodes:
        last = _last(name, renames)
        listed[last] = min(created or LATEST, listed.get(last, LATEST))
    return listed


def _graph(
    edges: Iterable[tuple[str, str, str | None]], renames: Mapping[str, str]
) -> tuple[nx.DiGraph[str], set[str]]:
    graph: nx.DiGraph[str] = nx.DiGraph()
    stating = set()
    for said_child, said_parent, relation in edges:
        child, parent = _last(said_child, renames), _last(said_parent, renames)
        if child:
            stating.add(child)
        if child and parent and child != parent:
            before = graph.edges[child, parent]["copy"] if graph.has_edge(child, parent) else True
            graph.add_edge(child, parent, copy=before and relation == "quantized")
    return graph, stating


def _cut(graph: nx.DiGraph[str], listed: Mapping[str, dt.date]) -> set[tuple[str, str]]:
    """In each cycle take away the edge of the node created first, until there is none."""
    cut: set[tuple[str, str]] = set()
    tangled = [part for part in nx.strongly_connected_components(graph) if len(part) > 1]
    while tangled:
        part = tangled.pop()
        first = min(part, key=lambda node: (listed.get(node, LATEST), node))
        gone = [(first, parent) for parent in list(graph.successors(first)) if parent in part]
        graph.remove_edges_from(gone)
        cut.update(gone)
        tangled += [each for each in nx.strongly_connected_components(graph.subgraph(part)) if len(each) > 1]
    return cut


def _is_copy(graph: nx.DiGraph[str], node: str) -> bool:
    parents = list(graph.successors(node))
    return len(parents) == 1 and bool(graph.edges[node, parents[0]]["copy"])


def _walked(graph: nx.DiGraph[str], copies: set[str], broken: set[str]) -> dict[str, Lines]:
    lines: dict[str, Lines] = {}
    for node in reversed(list(nx.topological_sort(graph))):
        parents = list(graph.successors(node))
        own: Lines = {} if parents else {(node, node): (1.0, 0, node in broken)}
        for parent in parents:
            for (base, root), (weight, steps, cut) in lines[parent].items():
                key = (base if parent in copies else parent, root)
                before = own.get(key, (0.0, 0, node in broken))
                own[key] = (before[0] + weight / len(parents), max(before[1], steps + 1), before[2] or cut)
        lines[node] = own
    return lines
