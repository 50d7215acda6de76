"""What the repositories of a family or model were built on: a tree from the roots down to them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weighbridge.outputs.site.identity import Link

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from weighbridge.lineage import Ancestor, Ancestry, Lineage
    from weighbridge.outputs.site.languages import Language

MOST_SHOWN = 8  # repositories of its own
MOST_NODES = 40  # of a tree: a merge of many takes no more room than the page


@dataclass(frozen=True)
class Node:
    """A repository below what it was built on. `how` says how and who says so; empty at a root.

    `again`: it stands above with what is below it.
    """

    name: Link
    own: bool
    how: str
    again: bool
    below: tuple[Node, ...]


def leaves(lineage: Lineage) -> list[str]:
    """Give its own repositories with a known parent, the most downloaded first; those on others' before all.

    Of a family those on others' alone: what its releases are built on among themselves stands on their pages.
    """
    own = {one.repo_id: one.downloads_30d or 0 for one in lineage.ancestors if one.own}
    apart = {step.child for step in lineage.steps if step.child in own and step.parent not in own}
    every = apart if lineage.kind == "family" else {step.child for step in lineage.steps} & own.keys()
    return sorted(every, key=lambda repo: (repo not in apart, -own[repo], repo))


def tree(language: Language, lineage: Lineage) -> tuple[Node, ...]:
    """Give the roots, each with what was built on it on the way to the first of `leaves`."""
    above: dict[str, list[Ancestry]] = defaultdict(list)
    for step in lineage.steps:
        above[step.child].append(step)
    shown = _upwards(leaves(lineage)[:MOST_SHOWN], above)
    below: dict[str, list[Ancestry]] = defaultdict(list)
    for repo in shown:
        for step in above[repo]:
            if step.parent in shown:
                below[step.parent].append(step)
    roots = sorted(repo for repo in shown if not any(step.parent in shown for step in above[repo]))
    laid = _Laid(language, lineage, below)
    return tuple(laid.node(repo, "") for repo in roots if below[repo])


def _upwards(own: Sequence[str], above: Mapping[str, Sequence[Ancestry]]) -> set[str]:
    """Give `own` and what is above them, as far as there is room for."""
    found: dict[str, None] = dict.fromkeys(own)
    for repo in (waiting := list(own)):
        for step in above.get(repo, ()):
            if step.parent not in found and len(found) < MOST_NODES:
                found[step.parent] = None
                waiting.append(step.parent)
    return set(found)


class _Laid:
    """A tree while it is laid out."""

    def __init__(self, language: Language, lineage: Lineage, below: Mapping[str, Sequence[Ancestry]]) -> None:
        self._language, self._below, self._kind, self._id = language, below, lineage.kind, lineage.id
        self._known: Mapping[str, Ancestor] = {one.repo_id: one for one in lineage.ancestors}
        self._seen: set[str] = set()

    def node(self, repo: str, how: str) -> Node:
        again = repo in self._seen
        self._seen.add(repo)
        steps = () if again else sorted(self._below.get(repo, ()), key=lambda step: step.child)
        below = tuple(self.node(step.child, self._how(step)) for step in steps)
        return Node(self._link(repo), self._known[repo].own, how, again and bool(self._below.get(repo)), below)

    def _how(self, step: Ancestry) -> str:
        says = self._language.says
        return says("comma").join((says(f"step_{step.relation}"), says(f"by_{step.known_by}")))

    def _link(self, repo: str) -> Link:
        release = self._known[repo].release
        here = (self._kind, self._id) == ("model", release)
        return Link(repo, "" if here else self._language.path("model", release))
