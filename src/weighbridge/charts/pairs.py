"""Groups of a measure that sets one beside another, as a lag does: who follows, who leads, and the same turned."""

from __future__ import annotations

import re
from collections.abc import Mapping

PAIR = ">"  # between the ids of a pair: the first follows, the second leads
_ID = re.compile(r"[A-Za-z0-9_.-]+")


def parted(group_id: str) -> tuple[str, str, str]:
    """Part the id of a pair as `str.partition` does; what a stranger named with the sign is no pair."""
    first, pair, other = group_id.partition(PAIR)
    return (first, pair, other) if pair and _ID.fullmatch(first) and _ID.fullmatch(other) else (group_id, "", "")


def mirrored(figures: Mapping[str, float]) -> frozenset[str]:
    """Name the pairs that only tell another's `figures`, by id, the other way round: of two the lower, as a lead is."""
    found = ((key, _turned(key)) for key in figures)
    return frozenset(key for key, other in found if other in figures and (figures[key], key) < (figures[other], other))


def _turned(key: str) -> str:
    first, pair, other = parted(key)
    return f"{other}{pair}{first}" if pair else ""
