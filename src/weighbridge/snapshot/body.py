"""How a body stands on disk: plain, or packed where that saves something. Equal bodies give equal files."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from weighbridge.gunzip import gunzip

if TYPE_CHECKING:
    from weighbridge.snapshot.capture import Snapshot

# Larger bodies are packed.
_PLAIN_UP_TO = 50_000
# The start of gzip that says neither when nor under which name it was packed.
_NAMELESS = b"\x1f\x8b\x08\x00\x00\x00\x00\x00"


@dataclass(frozen=True)
class Capture:
    """A snapshot that wants to be stored, with its bytes as they will stand on disk."""

    snapshot: Snapshot  # its path is a wish
    stored: bytes


def packed_suffix(size: int) -> str:
    """Give what a body of `size` bytes adds to its file name."""
    return ".gz" if size > _PLAIN_UP_TO else ""


def as_stored(body: bytes, packed: bytes = b"") -> bytes:
    """Give the bytes to write for `body`; `packed` spares the packing where someone has packed it in the same form."""
    suffix = packed_suffix(len(body))
    return packed if suffix and packed.startswith(_NAMELESS) else packed_as(suffix, body)


def packed_as(path: str, body: bytes) -> bytes:
    """Give the bytes of `body` in the form that `path` states."""
    return gzip.compress(body, mtime=0) if path.endswith(".gz") else body


def read_stored(path: Path, snapshot: Snapshot) -> bytes:
    """Read the file at `path`, not further than `snapshot` can reach. ValueError if it is missing or larger."""
    # Bytes that do not pack become a little longer.
    most = snapshot.bytes + snapshot.bytes // 1000 + 1000
    try:
        if not path.is_file():
            raise ValueError("is missing")
        with path.open("rb") as file:
            stored = file.read(most + 1)
    except OSError as error:
        raise ValueError(f"cannot be read ({error.strerror})") from error
    if len(stored) > most:
        raise ValueError(f"is larger than the {snapshot.bytes:,} bytes that the manifest states")
    return stored


def plain(stored: bytes, path: str, snapshot: Snapshot) -> bytes:
    """Unpack what stood at `path`. ValueError where these are not the bytes that `snapshot` remembers."""
    body = gunzip(stored, snapshot.bytes) if path.endswith(".gz") else stored
    if len(body) != snapshot.bytes:
        raise ValueError(f"has {len(body):,} bytes where the manifest states {snapshot.bytes:,}")
    if sha256(body).hexdigest() != snapshot.sha256:
        raise ValueError("has another sha256 than the manifest states")
    return body


def unpacked(path: Path, snapshot: Snapshot) -> bytes:
    """Read the plain bytes at `path`. ValueError where they are not those that `snapshot` remembers."""
    return plain(read_stored(path, snapshot), path.name, snapshot)
