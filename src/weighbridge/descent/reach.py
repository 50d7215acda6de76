"""What descends from each of many groups of repositories, and by how few steps: all groups in one walk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Reached:
    """Who descends from which group, each pair once, sorted by group and node; `steps`: the fewest, from 1."""

    node: Numbers
    group: Numbers
    steps: Numbers

    def among(self, other: Reached, n: int) -> NDArray[np.bool_]:
        """Say of each pair whether `other` has it too; nodes are 0 to `n` - 1."""
        mine, theirs = (each.group * n + each.node for each in (self, other))
        return np.isin(mine, theirs, assume_unique=True)


def reached(child: Numbers, parent: Numbers, start: tuple[Numbers, Numbers], n: int) -> Reached:
    """Walk down from `start` (node, group): what starts in a group does not descend from it.

    `child` and `parent` are the edges, by node 0 to `n` - 1; they may hold circles.
    """
    order = np.argsort(parent, kind="stable")
    below, ends = child[order], np.searchsorted(parent[order], np.arange(n + 1))
    seen = np.unique(start[1] * n + start[0])
    at, found = seen, [(seen[:0], seen[:0])]
    steps = 0
    while at.size:
        steps += 1
        ahead = np.unique(_stepped(at, below, ends, n))
        at = ahead[~np.isin(ahead, seen, assume_unique=True)]
        seen = np.concatenate([seen, at])
        found.append((at, np.full(at.size, steps, np.int64)))
    keys, levels = (np.concatenate(each) for each in zip(*found, strict=True))
    place = np.argsort(keys, kind="stable")
    return Reached(keys[place] % n if n else keys, keys[place] // n if n else keys, levels[place])


def _stepped(at: Numbers, below: Numbers, ends: Numbers, n: int) -> Numbers:
    """Give the pairs one step below the pairs `at`, some of them several times."""
    group, node = np.divmod(at, n)
    counts = ends[node + 1] - ends[node]
    first = np.repeat(ends[node] - np.concatenate([[0], np.cumsum(counts)[:-1]]), counts)
    return np.asarray(np.repeat(group, counts) * n + below[first + np.arange(counts.sum())], np.int64)
