"""Parents as a tree states them: whoever lists a model stands above it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weighbridge.record import Reading
    from weighbridge.sources.laufer_trees.nodes import Node

# For each model: its parents in the order of the tree, and the relations under which each lists it.
Parents = Mapping[str, Mapping[str, set[str]]]


def parents(walked: Sequence[Node], reading: Reading) -> Parents:
    """Give the parents of every model that a list names. A model in a list of its own is counted and left out."""
    found: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for node in walked:
        for relation, listed in node.below.items():
            for child in listed:
                if child == node.repo:
                    reading.note("repository is its own parent", f"{child} lists itself as {relation}")
                else:
                    found[child][node.repo].add(relation)
    return found
