"""Pairs of a descendant and what it descends from, counted for every group at once by whatever is asked of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.lineage import Held

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from weighbridge.descent.reach import Reached

    Numbers = NDArray[np.int64]

NONE = Held(0, None, 0)


@dataclass(frozen=True)
class Pairs:
    """Each descendant of each of `groups`. `downloads`: NaN where not known; arrays of one length, sorted by group."""

    reached: Reached
    downloads: NDArray[np.float64]
    groups: int

    def tally(self, code: Numbers, most: int = 0) -> Mapping[int, Sequence[tuple[int, Held]]]:
        """Give (code, what is held) of each group, by code; those below 0 are left out.

        With `most` only so many of each group, the most downloaded first, then the most repositories.
        """
        kept = code >= 0
        n = int(code.max(initial=0)) + 1
        keys, place = np.unique(self.reached.group[kept] * n + code[kept], return_inverse=True)
        repositories = np.bincount(place, minlength=keys.size)
        known = ~np.isnan(self.downloads[kept])
        uncounted = repositories - np.bincount(place, known, keys.size).astype(np.int64)
        downloads = np.bincount(place, np.where(known, self.downloads[kept], 0), keys.size)
        group, own = np.divmod(keys, n)
        order = np.lexsort((own, -repositories, -downloads, group)) if most else np.arange(keys.size)
        found: dict[int, list[tuple[int, Held]]] = {}
        for i in order[_rank(group[order]) < most] if most else order:
            held = _held(int(repositories[i]), float(downloads[i]), int(uncounted[i]))
            found.setdefault(int(group[i]), []).append((int(own[i]), held))
        return found

    def number(self, code: Numbers) -> Numbers:
        """Count the different codes of each group, those below 0 left out; shape (groups,)."""
        n = int(code.max(initial=0)) + 1
        keys = np.unique((self.reached.group * n + code)[code >= 0])
        return np.bincount(keys // n, minlength=self.groups)

    def marked(self, hit: NDArray[np.bool_]) -> Numbers:
        """Count the pairs of each group that are `hit`; shape (groups,)."""
        return np.bincount(self.reached.group[hit], minlength=self.groups)

    def union(self, mask: Numbers) -> Numbers:
        """Give the bits that any pair of each group has; shape (groups,)."""
        found = np.zeros(self.groups, np.int64)
        np.bitwise_or.at(found, self.reached.group, mask)
        return found


def _rank(group: Numbers) -> Numbers:
    """Give the place of each within its group; groups stand together."""
    first = np.flatnonzero(np.diff(group, prepend=-1))
    return np.arange(group.size) - np.repeat(first, np.diff(first, append=group.size))


def _held(repositories: int, downloads: float, uncounted: int) -> Held:
    return Held(repositories, None if uncounted == repositories else round(downloads), uncounted)


def less(whole: Held, parts: Sequence[Held]) -> Held:
    """Give what is left of `whole` beside its parts."""
    n, uncounted = (getattr(whole, name) - sum(getattr(part, name) for part in parts)
                    for name in ("repositories", "uncounted"))  # fmt: skip
    downloads = (whole.downloads_30d or 0) - sum(part.downloads_30d or 0 for part in parts)
    return _held(n, downloads, uncounted)
