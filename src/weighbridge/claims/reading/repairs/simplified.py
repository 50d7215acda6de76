"""Traditional characters to simplified ones, so that one list of Chinese names serves both. Words are not exchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

    from weighbridge.claims.reading.traced import Edit

_CHINESE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")


def simplified(text: str) -> Iterator[Edit]:
    """Give the edits to simplified characters: one character for one, in whole words where a word decides."""
    for run in _CHINESE.finditer(text):
        new = _converter().convert(run[0])
        if new != run[0]:
            yield from _edits(run[0], new, run.start())


def _edits(old: str, new: str, offset: int) -> Iterator[Edit]:
    if len(old) != len(new):
        yield offset, offset + len(old), new
        return
    for place, (before, after) in enumerate(zip(old, new, strict=True), offset):
        if before != after:
            yield place, place + 1, after


@cache
def _converter() -> OpenCC:
    from opencc import OpenCC

    return OpenCC("t2s")
