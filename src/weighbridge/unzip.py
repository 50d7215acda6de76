"""Zip, unpacked within limits and by known names: no name inside it ever becomes a path."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Collection
from io import BytesIO

from weighbridge.gunzip import TooLargeError

# A directory entry takes 46 bytes packed and a kilobyte unpacked, so a list of nothing can fill a machine as well.
_ENTRY = b"PK\x01\x02"
_MOST_ENTRIES = 10_000
_PLAIN = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENCRYPTED = 0x1
# What zipfile raises over hostile bytes, besides its own error.
_DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, NotImplementedError, RuntimeError)


def unzip(packed: bytes, wanted: Collection[str], limit: int) -> dict[str, bytes]:
    """Unpack the members whose name, without folders, is one of `wanted`; at most `limit` bytes come out in all.

    TooLargeError beyond the limit; ValueError where the bytes are no zip, are damaged or encrypted, or name one twice.
    """
    if packed.count(_ENTRY) > _MOST_ENTRIES:
        raise TooLargeError(f"lists more than {_MOST_ENTRIES:,} files")
    out: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(BytesIO(packed)) as archive:
            for name, member in _chosen(archive, wanted).items():
                out[name] = _unpacked(archive, member, limit - sum(map(len, out.values())))
    except _DAMAGE as error:
        raise ValueError(f"not a sound zip: {error}") from None
    return out


def _chosen(archive: zipfile.ZipFile, wanted: Collection[str]) -> dict[str, zipfile.ZipInfo]:
    chosen: dict[str, zipfile.ZipInfo] = {}
    for member in archive.infolist():
        name = member.filename.rpartition("/")[2]
        if name not in wanted:
            continue
        if name in chosen:
            raise ValueError(f"{name} stands in it twice")
        if member.compress_type not in _PLAIN or member.flag_bits & _ENCRYPTED:
            raise ValueError(f"{name} is packed in a way that is not read")
        chosen[name] = member
    return chosen


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, left: int) -> bytes:
    with archive.open(member) as file:
        body = file.read(left + 1)
    if len(body) > left:
        raise TooLargeError("unpacks to more than its limit")
    return body
