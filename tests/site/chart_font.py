"""Which characters a font holds, by its own table."""

from __future__ import annotations

import struct
from pathlib import Path

SEGMENTS = 4  # the form of table that holds the first 65,536 characters
NONE = 0xFFFF


def held(font: Path) -> set[int]:
    """Give the code points of an OpenType font."""
    raw = font.read_bytes()
    tables = (16 * i + 12 for i in range(_number(raw, 4)))
    cmap = next(struct.unpack_from(">I", raw, at + 8)[0] for at in tables if raw[at : at + 4] == b"cmap")
    listed = (cmap + struct.unpack_from(">I", raw, cmap + 8 + 8 * i)[0] for i in range(_number(raw, cmap + 2)))
    return next(_points(raw, at) for at in listed if _number(raw, at) == SEGMENTS)


def _points(raw: bytes, at: int) -> set[int]:
    size = _number(raw, at + 6)
    ends, starts = at + 14, at + 16 + size
    spans = ((_number(raw, starts + i), _number(raw, ends + i)) for i in range(0, size, 2))
    return {point for first, last in spans for point in range(first, last + 1)} - {NONE}


def _number(raw: bytes, at: int) -> int:
    found: int = struct.unpack_from(">H", raw, at)[0]
    return found
