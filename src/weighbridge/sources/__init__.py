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
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import pyarrow as pa

    from weighbridge.http import Client, Reply
    from weighbridge.snapshot import Snapshot

# Files in a code repository are served as plain text, whatever they hold.
JSON_FILE = frozenset({"application/json", "text/plain"})
CSV_FILE = frozenset({"text/csv", "text/plain"})


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
    on_request: bool = False  # so large that it is read only when it is named


@dataclass(frozen=True)
class Document:
    """Bytes as a publisher sent them, and what the manifest must remember of them.

    `verbatim` is false where they are a part of what the publisher has, and `note` says which.
    """

    file_name: str
    url: str
    body: bytes
    media_type: str
    licence: str
    attribution: str
    etag: str = ""
    last_modified: str = ""
    verbatim: bool = True
    note: str = ""


@dataclass(frozen=True)
class Visit:
    """One call at a publisher: the client, the first day wanted, and what the store already holds.

    `step`: of a history, one reading each day (`daily`), week (`weekly`) or month (`monthly`). `notes` take what the
    reader should be told although nothing failed.
    """

    client: Client
    since: dt.date | None
    today: dt.date
    known: tuple[Snapshot, ...] = ()  # newest last, of this source
    step: str = "daily"
    notes: list[str] = field(default_factory=list)

    def changed(
        self, source: Source, url: str, file_name: str, media_types: Collection[str], max_bytes: int = 64_000_000
    ) -> Iterator[Document]:
        """Yield the document at `url`, or nothing if the publisher says that the newest known one still stands."""
        from weighbridge.http import NotModified

        newest = next((snapshot for snapshot in reversed(self.known) if snapshot.url == url), None)
        reply = self.client.get(url, media_types=media_types, max_bytes=max_bytes, known=newest)
        if not isinstance(reply, NotModified):
            yield self.document(source, file_name, reply)

    def document(self, source: Source, file_name: str, reply: Reply) -> Document:
        """Wrap an answer in the terms of its source."""
        attribution = source.attribution.replace("{as_of}", str(self.today))
        return Document(
            file_name, reply.url, reply.body, reply.media_type, source.licence, attribution,
            reply.etag, reply.last_modified,
        )  # fmt: skip


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
