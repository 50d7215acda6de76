"""A dataset of full-Hub listings, served as the Hub does: commits, trees, and files behind a redirect, by ranges."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pyarrow as pa
import pyarrow.parquet as pq
from werkzeug import Request, Response

from weighbridge.sources.hub_stats import FILE, REPO

if TYPE_CHECKING:
    from pytest_httpserver import HTTPServer

Fault = Callable[[Response], Response]
ROWS, GROUP = 4_000, 1_000
COMMITS_ON_PAGE = 2
PARENT = pa.struct([("_id", pa.string()), ("id", pa.string())])
SCHEMA = pa.schema([
    ("_id", pa.string()), ("id", pa.string()), ("author", pa.string()), ("cardData", pa.string()),
    ("createdAt", pa.timestamp("us")), ("downloads", pa.int64()), ("downloadsAllTime", pa.int64()),
    ("likes", pa.int64()), ("library_name", pa.string()), ("pipeline_tag", pa.string()),
    ("tags", pa.list_(pa.string())), ("siblings", pa.list_(pa.struct([("rfilename", pa.string())]))),
    ("safetensors", pa.struct([("parameters", pa.struct([("BF16", pa.int64())])), ("total", pa.int64())])),
    ("gguf", pa.struct([("architecture", pa.string()), ("total", pa.int64())])),
    ("baseModels", pa.struct([("models", pa.list_(PARENT)), ("relation", pa.string())])),
])  # fmt: skip
CREATED = dt.datetime(2026, 7, 20, 12, tzinfo=dt.UTC)


def noise(*seeds: object) -> str:
    """Give text that does not pack, and is the same in every run."""
    return hashlib.shake_128(repr(seeds).encode()).hexdigest(384)


def model(number: int, **changed: Any) -> dict[str, Any]:  # noqa: ANN401 - a row's values
    """Make one row as the dataset has it; the card and the files weigh most."""
    row = {
        "_id": f"{number:024x}", "id": f"maker{number % 7}/model-{number}", "author": f"maker{number % 7}",
        "cardData": noise("card", number), "createdAt": CREATED.replace(tzinfo=None), "downloads": number,
        "downloadsAllTime": number * 10, "likes": number % 5, "library_name": "transformers",
        "pipeline_tag": "text-generation", "tags": ["transformers", noise("tag", number)[:40], "license:mit"],
        "siblings": [{"rfilename": noise("file", number)}],
        "safetensors": {"parameters": {"BF16": 7}, "total": 7_000_000_000}, "gguf": None, "baseModels": None,
    }  # fmt: skip
    return row | changed


def listing(*changed: dict[str, Any], rows: int = ROWS) -> pa.Table:
    """Make a listing; its first rows are those given."""
    first = pa.Table.from_pylist(list(changed), schema=SCHEMA)
    return pa.concat_tables([first, _plain().slice(len(changed), rows - len(changed))]).combine_chunks()


@cache
def _plain() -> pa.Table:
    return pa.Table.from_pylist([model(number) for number in range(ROWS)], schema=SCHEMA)


def parquet(table: pa.Table, group: int = GROUP) -> bytes:
    """Write `table` as the dataset does: several row groups."""
    sink = io.BytesIO()
    pq.write_table(table, sink, row_group_size=group, compression="zstd")
    return sink.getvalue()


@dataclass(frozen=True)
class Commit:
    """One commit: what the files are from here on, by path."""

    at: dt.datetime
    files: Mapping[str, bytes]
    number: int

    @property
    def oid(self) -> str:
        return hashlib.sha1(str(self.number).encode(), usedforsecurity=False).hexdigest()


@dataclass
class FullHub:
    """The Hub at 127.0.0.1, its bytes at localhost.

    The next answers are bent: pages by `strikes`, redirects by `turns`, ranges by `faults`. Files `in_git` are small:
    the Hub serves them itself.
    """

    server: HTTPServer
    repo: str = REPO
    commits: list[Commit] = field(default_factory=list)
    asked: list[Request] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    strikes: list[Fault] = field(default_factory=list)
    turns: list[Fault] = field(default_factory=list)
    in_git: set[str] = field(default_factory=set)
    sent: int = 0

    def start(self) -> None:
        self.server.expect_request(f"/api/datasets/{self.repo}/commits/main").respond_with_handler(self._commits)
        self.server.expect_request(re.compile(f"/api/datasets/{self.repo}/tree/.*")).respond_with_handler(self._tree)
        self.server.expect_request(re.compile(f"/datasets/{self.repo}/resolve/.*")).respond_with_handler(self._resolve)
        self.server.expect_request(re.compile("/bytes/.*")).respond_with_handler(self._bytes)

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.server.port}"

    def commit(self, day: str, body: bytes | None) -> Commit:
        """Add a commit of the one file; None where it has none."""
        return self.put(day, {} if body is None else {FILE: body})

    def put(self, day: str, files: Mapping[str, bytes]) -> Commit:
        """Add a commit at 3 a.m., or an hour after the last one of its day."""
        hours = 3 + sum(commit.at.date() == dt.date.fromisoformat(day) for commit in self.commits)
        made = Commit(dt.datetime.fromisoformat(f"{day}T{hours:02}:00:00+00:00"), files, len(self.commits))
        self.commits.append(made)
        return made

    def paths(self, start: str) -> list[str]:
        return [request.path for request in self.asked if request.path.startswith(start)]

    def ranges(self) -> list[str]:
        return [request.headers["Range"] for request in self.asked if request.path.startswith("/bytes/")]

    def _commits(self, request: Request) -> Response:
        self.asked.append(request)
        first = int(request.args.get("cursor", "0"))
        newest_first = self.commits[::-1]
        page = [
            {"id": c.oid, "title": "Upload", "message": "", "authors": [], "date": _written(c.at)}
            for c in newest_first[first : first + COMMITS_ON_PAGE]
        ]
        answer = _json(page)
        if first + COMMITS_ON_PAGE < len(newest_first):
            url = f"{self.root}{request.path}?cursor={first + COMMITS_ON_PAGE}"
            answer.headers["Link"] = f'<{url}>; rel="next"'
        return self.strikes.pop(0)(answer) if self.strikes else answer

    def _tree(self, request: Request) -> Response:
        self.asked.append(request)
        here = next(n for n, c in enumerate(self.commits) if c.oid == request.path.rsplit("/", 1)[1])
        entries: list[dict[str, Any]] = [_entry("README.md", b"#", self.commits[0])]
        for path, body in self.commits[here].files.items():
            # The commit that put these bytes there may be an earlier one.
            first = here
            while first and self.commits[first - 1].files.get(path) == body:
                first -= 1
            if "/" not in path or request.args.get("recursive") == "true":
                entries.append(_entry(path, body, self.commits[first], in_git=path in self.in_git))
        answer = _json(entries)
        return self.strikes.pop(0)(answer) if self.strikes else answer

    def _resolve(self, request: Request) -> Response:
        self.asked.append(request)
        oid, path = request.path.partition("/resolve/")[2].split("/", 1)
        body = self._body(oid, path)
        if path in self.in_git:
            return self._range(request, body, _in_git(body))
        where = f"http://localhost:{self.server.port}/bytes/{oid}/{quote(path)}?Signature=secret"
        headers = {"Location": where, "X-Repo-Commit": oid, "X-Linked-Etag": f'"{_sha256(body)}"',
                   "X-Linked-Size": str(len(body))}  # fmt: skip
        answer = Response("Found", 302, headers)
        return self.turns.pop(0)(answer) if self.turns else answer

    def _bytes(self, request: Request) -> Response:
        self.asked.append(request)
        body = self._body(*request.path.removeprefix("/bytes/").split("/", 1))
        return self._range(request, body, _sha256(body))

    def _body(self, oid: str, path: str) -> bytes:
        return next(c.files[path] for c in self.commits if c.oid == oid)

    def _range(self, request: Request, body: bytes, tag: str) -> Response:
        span = re.fullmatch(r"bytes=(\d+)-(\d+)", request.headers["Range"])
        assert span is not None
        start, stop = int(span[1]), int(span[2]) + 1
        headers = {"Content-Range": f"bytes {start}-{stop - 1}/{len(body)}", "ETag": f'"{tag}"'}
        answer = Response(body[start:stop], 206, headers, content_type="application/octet-stream")
        answer = self.faults.pop(0)(answer) if self.faults else answer
        self.sent += len(answer.get_data()) if not answer.is_streamed else 0
        return answer


def _sha256(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def _in_git(body: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(body) + body, usedforsecurity=False).hexdigest()


def _written(at: dt.datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%S.000Z")


def _entry(path: str, body: bytes, commit: Commit, *, in_git: bool = False) -> dict[str, Any]:
    last = {"id": commit.oid, "title": "Upload", "date": _written(commit.at)}
    entry = {"type": "file", "oid": _in_git(body), "size": len(body), "path": path, "lastCommit": last}
    lfs = {"oid": _sha256(body), "size": len(body), "pointerSize": 134}
    return entry if in_git else entry | {"lfs": lfs}


def _json(value: object) -> Response:
    return Response(json.dumps(value), content_type="application/json; charset=utf-8")
