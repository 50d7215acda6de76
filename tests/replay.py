"""A publisher on this machine: it answers at documented addresses with what the test or the archive says.

    def test_reads_what_is_published(replay: Replay) -> None:
        replay.publish("https://example.org/a.json", b"{}", "application/json")
        replay.fail("https://example.org/a.json", broken(), busy("3"))  # first these, then the document
        with replay.client() as client:
            client.get("https://example.org/a.json", media_types={"application/json"})
        assert replay.asked == ["https://example.org/a.json"] * 3
        assert replay.slept[-1] == 3
"""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from weighbridge.http import Client

if TYPE_CHECKING:
    from tests.faults.line import Fault

_ANY = re.compile(".*", re.DOTALL)


@dataclass(frozen=True)
class Published:
    """A document as an honest server offers it: conditional requests and, with a strong `etag`, ranges."""

    body: bytes
    media_type: str
    etag: str = ""
    last_modified: str = ""
    packed: bool = False

    def answer(self, request: Request) -> Response:
        headers = {"Content-Type": self.media_type}
        headers |= {"ETag": self.etag} if self.etag else {}
        headers |= {"Last-Modified": self.last_modified} if self.last_modified else {}
        headers |= {"Content-Encoding": "gzip"} if self.packed else {}
        if self._unchanged(request):
            return Response("", 304, headers)
        body = gzip.compress(self.body, mtime=0) if self.packed else self.body
        start = self._start(request)
        if start:
            headers["Content-Range"] = f"bytes {start}-{len(body) - 1}/{len(body)}"
        return Response(body[start:], 206 if start else 200, headers)

    def _unchanged(self, request: Request) -> bool:
        if tags := request.headers.get("If-None-Match"):
            return tags == self.etag
        return bool(self.last_modified) and request.headers.get("If-Modified-Since") == self.last_modified

    def _start(self, request: Request) -> int:
        asked = request.headers.get("Range", "")
        if not asked.startswith("bytes=") or request.headers.get("If-Range") != self.etag:
            return 0
        return int(asked.removeprefix("bytes=").partition("-")[0])


@dataclass
class Replay:
    """The server, what it was asked, and how long its clients chose to wait."""

    server: HTTPServer
    over: Event = field(default_factory=Event)
    asked: list[str] = field(default_factory=list)
    headers: list[Mapping[str, str]] = field(default_factory=list)
    slept: list[float] = field(default_factory=list)
    _published: dict[str, Published] = field(default_factory=dict)
    _faults: defaultdict[str, deque[Fault]] = field(default_factory=lambda: defaultdict(deque))

    def publish(self, url: str, body: bytes, media_type: str, **more: Any) -> None:  # noqa: ANN401 - of Published
        """Answer at `url`; where no document stands at the whole address, one at the address without query answers."""
        self._published[url] = Published(body, media_type, **more)

    def publish_archived(self, archive: Path, source: str) -> list[str]:
        """Publish the newest capture of each address of `source`; give the addresses."""
        lines = (archive / "manifest.jsonl").read_text("utf-8").splitlines()
        captures = [entry for entry in map(json.loads, lines) if entry["source"] == source and entry["url"]]
        newest = {entry["url"]: entry for entry in sorted(captures, key=lambda entry: entry["retrieved_at"])}
        for url, entry in newest.items():
            stored = (archive / entry["path"]).read_bytes()
            body = gzip.decompress(stored) if entry["path"].endswith(".gz") else stored
            self.publish(url, body, entry["media_type"])
        return list(newest)

    def fail(self, url: str, *faults: Fault) -> None:
        """Let the next answers at `url` (its query does not matter) be these; afterwards the document comes."""
        self._faults[_bare(url)].extend(faults)

    def body(self, url: str) -> bytes:
        """Give what is published at `url`, to change it and publish it again."""
        return self._published[url].body

    @staticmethod
    def unpublished(body: bytes, encoding: str, media_type: str = "application/json") -> Response:
        """Give an answer that says it is packed as `encoding`, whatever it is."""
        return Response(body, 200, {"Content-Type": media_type, "Content-Encoding": encoding})

    def route(self, url: str) -> str:
        """Give the local address that stands for `url`; one that is local already stays."""
        if url.startswith(self.server.url_for("/")):
            return url
        parts = urlsplit(url)
        query = f"?{parts.query}" if parts.query else ""
        return self.server.url_for(f"/{parts.scheme}/{parts.netloc}{parts.path}") + query

    def client(self, **settings: Any) -> Client:  # noqa: ANN401 - those of Client
        """Give a client that asks here instead, and notes its waits instead of sleeping."""
        usual: dict[str, Any] = {"route": self.route, "sleep": self.slept.append, "pace": 0.0}
        return Client(**usual | settings)

    def answer(self, request: Request) -> Response:
        """Answer as the next fault says, else as published, else 404."""
        scheme, _, rest = request.path.lstrip("/").partition("/")
        query = request.query_string.decode()
        url = f"{scheme}://{rest}" + (f"?{query}" if query else "")
        self.asked.append(url)
        self.headers.append(dict(request.headers))
        published = self._published.get(url) or self._published.get(_bare(url))
        faults = self._faults[_bare(url)]
        if faults:
            return faults.popleft()(request, published or Published(b"", "text/plain"))
        return published.answer(request) if published else Response("", 404)


def _bare(url: str) -> str:
    return url.partition("?")[0]


@pytest.fixture(scope="session")
def replay_server() -> Iterator[HTTPServer]:
    # Threaded: a silent answer must not keep the others waiting.
    with HTTPServer(host="127.0.0.1", threaded=True) as server:
        yield server


@pytest.fixture
def replay(replay_server: HTTPServer) -> Iterator[Replay]:
    running = Replay(replay_server)
    replay_server.clear()
    replay_server.expect_request(_ANY).respond_with_handler(running.answer)
    yield running
    running.over.set()
