"""What the repositories of families and releases are built on themselves: the steps above each, to the roots."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from weighbridge.lineage import Ancestor, Ancestry

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from weighbridge.lineages.asking import Asked


@dataclass(frozen=True)
class Above:
    """Steps by child, and what is known of repositories; `told` are sources whose statements may be repeated."""

    steps: Mapping[str, tuple[Ancestry, ...]]
    known: Mapping[str, Mapping[str, Any]]
    used: Mapping[str, int | None]
    told: Collection[str]

    def of(self, own: Collection[str]) -> tuple[tuple[Ancestry, ...], tuple[Ancestor, ...], int]:
        """Give the steps above `own`, what is at their ends, and how many steps may not be repeated."""
        found: list[Ancestry] = []
        at, gone, unnamed = sorted(own), set(own), 0
        while at:
            steps = [step for repo in at for step in self.steps.get(repo, ())]
            named = [step for step in steps if step.source in self.told]
            unnamed += len(steps) - len(named)
            found += named
            at = sorted({step.parent for step in named} - gone)
            gone |= set(at)
        ends = sorted({repo for step in found for repo in (step.child, step.parent)})
        return tuple(found), tuple(self._ancestor(repo, repo in own) for repo in ends), unnamed

    def _ancestor(self, repo: str, own: bool) -> Ancestor:  # noqa: FBT001 - a field of what is made
        known = self.known.get(repo, {})
        return Ancestor(
            repo_id=repo,
            own=own,
            organisation=known.get("organisation_id"),
            family=known.get("family_id"),
            release=known.get("release_id"),
            downloads_30d=self.used.get(repo),
        )


def steps_above(asked: Asked) -> Mapping[str, tuple[Ancestry, ...]]:
    """Give, by child, the steps above the repositories of all releases and above what those lead to."""
    child, parent = asked.ends
    wanted = np.zeros(len(asked.names), bool)
    wanted[asked.numbers(asked.own.column("repo_id"))] = True
    before = -1
    while before < wanted.sum():
        before = wanted.sum()
        wanted[parent[wanted[child]]] = True
    rows = asked.edges.take(np.flatnonzero(wanted[child])).to_pylist()
    found: dict[str, list[Ancestry]] = {}
    for row in rows:
        ends = {end: asked.names[row.pop(end)].as_py() for end in ("child", "parent")}
        found.setdefault(ends["child"], []).append(Ancestry(**ends, **row))
    return {repo: tuple(sorted(steps, key=lambda step: step.parent)) for repo, steps in found.items()}
