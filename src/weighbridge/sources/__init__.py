"""The contract of a source: `fetch` (network to bytes) and `parse` (bytes to rows). The file's name is its name.

A module in this folder is a source if it has `SOURCE`, a `Source`, and the function

    parse(snapshot: Snapshot, raw: bytes, issues: Issues) -> dict[str, pa.Table]

a pure function of one snapshot's uncompressed bytes; its keys are names of tables in `schema.py`. A source that can be
read live also has

    fetch(visit: Visit) -> Iterator[Document]

which asks through `visit.client`, the one polite client, and yields bytes as they come, so that what was
acknowledged stays when the next request fails.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import pyarrow as pa

    from weighbridge.http import Client
    from weighbridge.snapshot import Snapshot


@dataclass(frozen=True)
class Source:
    """Who publishes what, under which terms, and when it misleads."""

    name: str
    publisher: str
    says: str
    homepage: str
    licence: str  # SPDX, or `unstated`: then figures ship aggregated by family or maker only
    attribution: str  # as the publisher demands it; `{as_of}` is filled in
    tables: tuple[str, ...]
    misleads: tuple[str, ...]
    version: int = 1  # moves when the parser's meaning moves, so that snapshots are parsed again
    key_variable: str = ""  # environment variable that holds the key, where one is needed


@dataclass(frozen=True)
class Document:
    """Bytes as a publisher sent them, and what the manifest must remember of them."""

    file_name: str
    url: str
    body: bytes
    media_type: str
    licence: str
    attribution: str
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True)
class Visit:
    """One call at a publisher: the client, the first day wanted, and what the store already holds."""

    client: Client
    since: dt.date | None
    today: dt.date
    known: tuple[Snapshot, ...] = ()  # newest last, of this source


@dataclass
class Issues:
    """What parsing met and could not use, counted by kind, with one example each; never an exception."""

    counts: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)

    def add(self, kind: str, example: str, n: int = 1) -> None:
        """Count `n` more of `kind`; the first example is kept."""
        self.counts[kind] += n
        self.examples.setdefault(kind, example)


class SourceModule(Protocol):
    """What a module in this folder gives."""

    SOURCE: Source

    def parse(self, snapshot: Snapshot, raw: bytes, issues: Issues) -> dict[str, pa.Table]:
        """Turn one snapshot's bytes into raw tables."""
        ...


class LiveSource(SourceModule, Protocol):
    """A source that can also be read over the network."""

    def fetch(self, visit: Visit) -> Iterator[Document]:
        """Yield each document as it arrives."""
        ...
