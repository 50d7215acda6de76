"""Amounts as totals: at most everything of unknown group belongs to one group."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from weighbridge.estimate import Panel, Status
from weighbridge.stats.coverage import coverage

if TYPE_CHECKING:
    from weighbridge.amounts import Amounts


def totals(found: Amounts, unknown: str, complete: str) -> Panel:
    """Give totals of shape (periods, groups), none where nothing was seen.

    `unknown` and `complete` say how the interval came about: where groups are unknown, and where all are known.
    """
    seen = found.n > 0
    return Panel(
        starts=found.starts,
        ends=found.ends,
        groups=found.groups,
        value=np.where(seen, found.amount, np.nan),
        low=np.where(seen, found.amount, np.nan),
        high=np.where(seen, found.amount + found.unknown[:, None], np.nan),
        n=found.n,
        status=np.where(seen, str(Status.OBSERVED), str(Status.MISSING)),
        coverage=coverage(found),
        certain=True,
        slack=found.unknown,
        ci_method=f"worst-case bound over {unknown}" if found.unknown.any() else f"none: {complete}",
        resolution_days=found.resolution_days,
        sources=found.sources,
    )
