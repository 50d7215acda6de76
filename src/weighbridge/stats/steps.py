"""Changes of figures that stand still between changes, each dated to the two readings around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.estimate import Status, Step

if TYPE_CHECKING:
    from weighbridge.estimate import Panel


def steps(panel: Panel, keep: Sequence[int], labels: Mapping[str, str]) -> tuple[Step, ...]:
    """Give every change within the periods `keep`, in order of groups and time; a gap is unknown, not a change.

    A figure that was carried to a period, and not observed on it, dates nothing.

    A figure that is read again after a gap and differs changed somewhere between the two readings.
    """
    found = []
    for g, group in enumerate(panel.groups):
        known = [i for i in keep if not np.isnan(panel.value[i, g]) and panel.status[i, g] == Status.OBSERVED]
        for i, j in pairwise(known):
            was, now = float(panel.value[i, g]), float(panel.value[j, g])
            if was != now:
                found.append(Step(labels.get(group, group), group, was, now, panel.ends[i], panel.ends[j]))
    return tuple(found)
