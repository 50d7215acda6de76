"""What a source hands over to be stored. Sources stand above the store, so their `Document` is known by its shape."""

from __future__ import annotations

from typing import Protocol


class Document(Protocol):
    """Bytes as a publisher sent them, and what must be remembered of them."""

    @property
    def file_name(self) -> str:
        """The publisher's name of the file: letters, digits, dot, dash, underscore."""
        ...

    @property
    def url(self) -> str:
        """The address that was asked; empty where no single address gives these bytes."""
        ...

    @property
    def body(self) -> bytes:
        """The bytes, unpacked."""
        ...

    @property
    def media_type(self) -> str:
        """As the publisher stated it."""
        ...

    @property
    def licence(self) -> str:
        """SPDX id, or `unstated`."""
        ...

    @property
    def attribution(self) -> str:
        """As the publisher demands it."""
        ...

    @property
    def etag(self) -> str:
        """Entity tag of the answer; empty: none."""
        ...

    @property
    def last_modified(self) -> str:
        """Last-Modified of the answer; empty: none."""
        ...

    @property
    def verbatim(self) -> bool:
        """Whether these are all of the publisher's bytes."""
        ...

    @property
    def note(self) -> str:
        """What must be known of the bytes; empty: nothing."""
        ...
