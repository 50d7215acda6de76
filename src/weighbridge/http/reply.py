"""What a publisher answered: new bytes, or that nothing changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

_LONGEST_MARKER = 500


class Validators(Protocol):
    """What the last answer was marked with; a stored `Snapshot` is one. Empty: unknown."""

    @property
    def etag(self) -> str:
        """The entity tag, quotes included."""
        ...

    @property
    def last_modified(self) -> str:
        """The Last-Modified header as it was sent."""
        ...


def marker(value: str) -> str:
    """Give a validator that can be kept and sent back; empty where it is longer or stranger than any honest one."""
    return value if value.isascii() and value.isprintable() and len(value) <= _LONGEST_MARKER else ""


@dataclass(frozen=True)
class Reply:
    """A complete answer. `body` is uncompressed, `url` is the address that was asked, without secrets."""

    body: bytes
    media_type: str
    etag: str
    last_modified: str
    url: str
    status: int = 200


@dataclass(frozen=True)
class NotModified:
    """The publisher says that what the store holds is still the newest."""

    url: str
    etag: str
    last_modified: str
    status: int = 304
