"""Families and releases as groups of repositories, and the walk down from all of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.descent.reach import Reached, reached
from weighbridge.lineages.asking import placed
from weighbridge.lineages.counting import Pairs
from weighbridge.schema import STATED_BY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from weighbridge.lineages.asking import Asked

    Numbers = NDArray[np.int64]


class Groups:
    """`keys`: kind and id of each family and release; a group is its place among them."""

    def __init__(self, asked: Asked) -> None:
        self._asked, self._n = asked, len(asked.names)
        columns = {"family": asked.own.column("family_id"), "model": asked.own.column("release_id")}
        self._ids = {kind: sorted(set(column.to_pylist()) - {None}) for kind, column in columns.items()}
        self.keys = [(kind, key) for kind, keys in self._ids.items() for key in keys]

    def own(self) -> dict[int, list[str]]:
        """Give the repositories of each group."""
        found: dict[int, list[str]] = {}
        for node, group in zip(*(each.tolist() for each in self._start), strict=True):
            found.setdefault(group, []).append(self._asked.names[node].as_py())
        return found

    @cached_property
    def _start(self) -> tuple[Numbers, Numbers]:
        import pyarrow as pa

        repos = self._asked.numbers(self._asked.own.column("repo_id"))
        family, release = (
            placed(self._asked.own.column(column), pa.array(self._ids[kind], pa.string()))
            for kind, column in (("family", "family_id"), ("model", "release_id"))
        )
        named, offset = family >= 0, len(self._ids["family"])
        return np.concatenate([repos[named], repos]), np.concatenate([family[named], release + offset])

    @cached_property
    def pairs(self) -> Pairs:
        """Who descends from which group, by whatever statement."""
        read = self._asked.readings
        downloads = np.full(self._n, np.nan)
        downloads[self._asked.numbers(read.column("repo_id"))] = read.column("downloads_30d").to_numpy().astype(float)
        every = self._walked(())
        return Pairs(every, downloads[every.node], len(self.keys))

    @cached_property
    def strength(self) -> Numbers:
        """Give of each pair the weakest statement on its surest line: a place in (declared, Hub, evidence)."""
        weak = np.full(self.pairs.reached.node.size, len(STATED_BY), np.int64)
        for place in reversed(range(len(STATED_BY))):
            weak[self.pairs.reached.among(self._walked(STATED_BY[: place + 1]), self._n)] = place
        return weak

    def _walked(self, known_by: Sequence[str]) -> Reached:
        """Walk down by the statements of these kinds alone; with none, by all."""
        import pyarrow as pa
        import pyarrow.compute as pc

        child, parent = self._asked.ends
        by = self._asked.edges.column("known_by")
        kept = (
            pc.is_in(by, value_set=pa.array(known_by, pa.string())).to_numpy() if known_by else np.ones(len(by), bool)
        )
        return reached(child[kept], parent[kept], self._start, self._n)
