"""Sections of a file: each compressed, with its lengths and a sha256 before it, so that damage is seen before use."""

from __future__ import annotations

import lzma
import struct
import zlib
from collections.abc import Sequence
from hashlib import sha256

MARK = b"weighing"
VERSION = 1
START = struct.Struct("<8sBB")  # mark, version, sections
SECTION = struct.Struct("<cIQ32s")  # how it is compressed, its length as it stands, its length opened, sha256
MOST_SECTIONS = 8
# Far above any series: what claims more was not written here.
MOST_BYTES = 1 << 28
SMALL, FAST = b"x", b"z"
# A file that is kept should cost little to write; one that is shipped is written once, and most of it is doubles.
LEVEL = 1
SMALLEST = {"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "dict_size": 1 << 23, "lc": 0, "lp": 3, "pb": 3}


class PackedError(ValueError):
    """The bytes are cut off, changed, of another version, or never were such a file."""


def packed(sections: Sequence[bytes], *, small: bool) -> bytes:
    """Give a file of `sections`; `small` takes longer and less room. PackedError for what would not be read again."""
    if any(len(section) > MOST_BYTES for section in sections):
        raise PackedError("is too large to be kept")
    heads, bodies = [START.pack(MARK, VERSION, len(sections))], []
    for section in sections:
        kind, body = (
            (SMALL, lzma.compress(section, filters=[SMALLEST])) if small else (FAST, zlib.compress(section, LEVEL))
        )
        lengths = struct.pack("<cIQ", kind, len(body), len(section))
        heads.append(lengths + sha256(lengths + body).digest())
        bodies.append(body)
    return b"".join((*heads, *bodies))


def unpacked(raw: bytes, wanted: int) -> bytes | None:
    """Give section `wanted`, or None where the file has fewer; PackedError where it is damaged."""
    count = _count(raw)
    heads = [_head(raw, place) for place in range(count)]
    at = START.size + count * SECTION.size
    if len(raw) != at + sum(length for _, length, _, _ in heads):
        raise PackedError("is not as long as it says")
    if wanted >= count:
        return None
    kind, length, size, digest = heads[wanted]
    at += sum(head[1] for head in heads[:wanted])
    body = raw[at : at + length]
    if sha256(struct.pack("<cIQ", kind, length, size) + body).digest() != digest:
        raise PackedError("is not what was written")
    return _opened(kind, body, size)


def _count(raw: bytes) -> int:
    if len(raw) < START.size:
        raise PackedError("is cut off")
    mark, version, count = START.unpack_from(raw)
    if mark != MARK:
        raise PackedError("is no weighing")
    if version != VERSION:
        raise PackedError(f"is of version {version}, not {VERSION}")
    if not 0 < count <= MOST_SECTIONS or len(raw) < START.size + count * SECTION.size:
        raise PackedError("is cut off")
    return int(count)


def _head(raw: bytes, place: int) -> tuple[bytes, int, int, bytes]:
    kind, length, size, digest = SECTION.unpack_from(raw, START.size + place * SECTION.size)
    if kind not in (SMALL, FAST) or size > MOST_BYTES:
        raise PackedError("has a section of unknown kind or size")
    return kind, length, size, digest


def _opened(kind: bytes, body: bytes, size: int) -> bytes:
    # One byte more than it says shows a section that opens to more, without ever holding all of it.
    try:
        opener = lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=MOST_BYTES) if kind == SMALL else zlib.decompressobj()
        section = opener.decompress(body, size + 1)
    except (lzma.LZMAError, zlib.error, EOFError, MemoryError) as error:
        raise PackedError("does not open") from error
    if len(section) != size or not opener.eof or opener.unused_data:
        raise PackedError("does not open to what it says")
    return section
