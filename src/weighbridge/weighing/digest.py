"""One digest of all that a series says: the same for the same figures, wherever and whenever they were weighed."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from weighbridge.weighing import Weighing, sections

if TYPE_CHECKING:
    from weighbridge.estimate import Series


def digest(series: Series) -> str:
    """Give one sha256 over figures, standing, sources and newest runs; what else the lake holds is not in it."""
    bare = replace(series, provenance=replace(series.provenance, lake="", lake_digest=""), runs=())
    whole = sha256()
    for section in sections(Weighing("", bare)):
        whole.update(section)
    return whole.hexdigest()
