"""On how many cores this process may work, which may be fewer than the machine has."""

from __future__ import annotations

import os


def cores(threads: int | None = None) -> int:
    """Give how many; `threads` of whoever asks for so many goes first."""
    return threads or (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)
