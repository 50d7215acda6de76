"""The data that come with Weighbridge: core tables of an archive, rebuilt by `python -m weighbridge.starter`.

Figures carry over, raw files do not: a source whose licence is not stated is here as sums by family and maker alone,
with no model or repository named.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

MOST_BYTES = 6_000_000


def data() -> Path:
    """Say where the tables stand."""
    return Path(str(files("weighbridge") / "starter" / "data"))
