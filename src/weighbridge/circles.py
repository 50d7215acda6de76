"""Circles of objects, which Python looks for again and again: a look goes through all that is held."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unsought() -> Iterator[None]:
    """Look for none within the block: weighing and writing pages leave few, and hold all figures of a book."""
    sought = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if sought:
            gc.enable()
