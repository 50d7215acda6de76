"""Weighbridge: the public scale for open-weight AI.

import weighbridge
scale = weighbridge.open()
series = scale.measure("token_share", by="country")
series.standing, series.to_polars()
"""

from __future__ import annotations

from weighbridge.api import Weighbridge, open  # noqa: A004 - `weighbridge.open()` is how readers say it
from weighbridge.errors import WeighbridgeError

__all__ = ["Weighbridge", "WeighbridgeError", "open"]
