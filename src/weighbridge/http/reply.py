"""What a publisher answered: new bytes, or that nothing changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


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
