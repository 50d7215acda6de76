"""Gzip, unpacked within a limit: a small file can unpack to more than a machine holds."""

from __future__ import annotations

import zlib

_GZIP = zlib.MAX_WBITS | 16
# Each round unpacks at most this much, so that what is held never exceeds the limit by more.
_STEP = 1 << 20
# Each member copies what follows it: a file of nothing but empty members would take hours.
_MOST_MEMBERS = 1_000


class TooLargeError(ValueError):
    """The packed bytes unpack to more than the limit."""


def gunzip(packed: bytes, limit: int) -> bytes:
    """Unpack gzip members; at most `limit` bytes come out.

    TooLargeError beyond the limit or 1,000 members; ValueError where the bytes are no gzip, end early, or carry
    anything after the end.
    """
    out = bytearray()
    rest = packed
    for _ in range(_MOST_MEMBERS):
        rest = _unpack_member(rest, out, limit)
        if not rest:
            return bytes(out)
    raise TooLargeError(f"is packed in more than {_MOST_MEMBERS:,} parts")


def _unpack_member(packed: bytes, out: bytearray, limit: int) -> bytes:
    """Append one member to `out` and give what follows it."""
    machine = zlib.decompressobj(_GZIP)
    data = packed
    while not machine.eof:
        before = len(out)
        try:
            out += machine.decompress(data, _STEP)
        except zlib.error as error:
            raise ValueError(f"not gzip: {error}") from None
        if len(out) > limit:
            raise TooLargeError(f"unpacks to more than {limit:,} bytes")
        data = machine.unconsumed_tail
        if not data and len(out) == before and not machine.eof:
            raise ValueError("gzip ends before its end mark")
    return machine.unused_data
