"""A pedigree laid out line by line: what stands below what, and what was shown before. A tree of any depth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weighbridge.pedigree import Descent, Pedigree, Relative


class Side(StrEnum):
    """Where a row stands to what was asked."""

    SELF = "self"
    ABOVE = "above"
    BELOW = "below"


@dataclass(frozen=True)
class Row:
    """One line. `under`: the row that it hangs from, by its place in the layout; of what was asked, its own.

    `more`: relatives that are not shown, beside those below the row it hangs from where `relative` is null, else all of
    this one's on that side. `again`: its own relatives stand at an earlier row. `last`: of each level down to this one,
    whether no more follows on it.
    """

    side: Side
    under: int
    relative: Relative | None
    descent: Descent | None
    more: int
    again: bool
    last: tuple[bool, ...]


Next = Mapping[str, Sequence["Descent"]]


def outline(pedigree: Pedigree) -> tuple[Row, ...]:
    """Give the rows: each repository that was asked for, below it its ancestors, then its descendants."""
    relatives = {relative.repo_id: relative for relative in pedigree.relatives}
    parents, children = _next(pedigree, relatives)
    rows: list[Row] = []
    seen: dict[Side, set[str]] = defaultdict(set)
    for repo in pedigree.asked:
        rows.append(Row(Side.SELF, len(rows), relatives[repo], None, 0, again=False, last=()))
        start = len(rows) - 1
        _hang(rows, start, Side.ABOVE, parents, relatives, seen[Side.ABOVE])
        _hang(rows, start, Side.BELOW, children, relatives, seen[Side.BELOW])
    return tuple(rows)


def _next(pedigree: Pedigree, relatives: Mapping[str, Relative]) -> tuple[Next, Next]:
    """Give the steps up and the steps down of each repository, those most downloaded first, left out ones last."""
    parents: dict[str, list[Descent]] = defaultdict(list)
    children: dict[str, list[Descent]] = defaultdict(list)
    for descent in pedigree.descents:
        parents[descent.child].append(descent)
        if descent.child != descent.parent:
            children[descent.parent].append(descent)
    return _ordered(parents, lambda d: relatives[d.parent]), _ordered(children, lambda d: relatives[d.child])


def _ordered(steps: Mapping[str, Iterable[Descent]], end: Callable[[Descent], Relative]) -> Next:
    def order(descent: Descent) -> tuple[bool, float, str]:
        used = end(descent).downloads_30d
        return descent.left_out is not None, 1 if used is None else -used, end(descent).repo_id

    return {repo: sorted(of, key=order) for repo, of in steps.items()}


def _hang(
    rows: list[Row], start: int, side: Side, steps: Next, relatives: Mapping[str, Relative], seen: set[str]
) -> None:
    """Add all that hangs from row `start` on one side, without recursion: chains may be long."""
    # What is yet to be laid out, the next at the end: (row it hangs from, step or number not shown, last of levels).
    waiting: list[tuple[int, Descent | int, tuple[bool, ...]]] = []

    def wait(place: int, relative: Relative, last: tuple[bool, ...]) -> None:
        seen.add(relative.repo_id)
        below: list[Descent | int] = list(steps.get(relative.repo_id, ()))
        # Where none is shown, the row itself says how many there are.
        rest = _unshown(relative, side, steps) if below else 0
        below += [rest] if rest > 0 else []
        ends = [i == len(below) - 1 for i in range(len(below))]
        waiting.extend((place, step, (*last, end)) for step, end in reversed(list(zip(below, ends, strict=True))))

    first = rows[start].relative
    if first is not None:
        wait(start, first, ())
    while waiting:
        under, step, last = waiting.pop()
        if isinstance(step, int):
            rows.append(Row(side, under, None, None, step, again=False, last=last))
            continue
        relative = relatives[step.parent if side is Side.ABOVE else step.child]
        stops, met = step.left_out is not None, relative.repo_id in seen
        more = 0 if stops or met or steps.get(relative.repo_id) else _unshown(relative, side, steps)
        again = met and not stops and bool(steps.get(relative.repo_id))
        rows.append(Row(side, under, relative, step, more, again=again, last=last))
        if not stops and not met:
            wait(len(rows) - 1, relative, last)


def _unshown(relative: Relative, side: Side, steps: Next) -> int:
    """Count the parents or children whose statements are followed and that are not among the relatives."""
    followed = sum(step.left_out is None for step in steps.get(relative.repo_id, ()))
    return (relative.parents if side is Side.ABOVE else relative.children) - followed
