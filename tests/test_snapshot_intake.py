from __future__ import annotations

import datetime as dt
import gzip
import json
import os
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest

from weighbridge.errors import StoreError
from weighbridge.snapshot import SnapshotStore

if TYPE_CHECKING:
    from pathlib import Path

NOW = dt.datetime(2026, 9, 1, tzinfo=dt.UTC)
BODIES = {"one.csv": b"a,b\n1,2\n", "two.json": b"[" + b"7," * 40_000 + b"7]", "three.json": b"{}"}


def entry(name: str, body: bytes) -> dict[str, Any]:
    return {
        "source": "example",
        "url": "https://example.org/data",
        "retrieved_at": "2026-08-22T09:00:00Z",
        "path": f"example/2026-08-22/{name}" + (".gz" if len(body) > 50_000 else ""),
        "sha256": sha256(body).hexdigest(),
        "bytes": len(body),
        "media_type": "text/plain",
        "licence": "MIT",
        "attribution": "Example",
        "origin": "",
        "verbatim": True,
        "note": "",
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A good folder of three entries."""
    place = tmp_path / "folder"
    entries = [entry(name, body) for name, body in BODIES.items()]
    for listed, body in zip(entries, BODIES.values(), strict=True):
        path = place / listed["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(gzip.compress(body, mtime=0) if path.suffix == ".gz" else body)
    write(place, entries)
    return place


@pytest.fixture
def store(tmp_path: Path) -> SnapshotStore:
    return SnapshotStore(tmp_path / "store", now=lambda: NOW)


def write(folder: Path, entries: list[dict[str, Any]]) -> None:
    (folder / "manifest.jsonl").write_text("".join(json.dumps(listed) + "\n" for listed in entries))


def entries(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(text) for text in (folder / "manifest.jsonl").read_text().splitlines()]


def change(folder: Path, **fields: object) -> None:
    """Change the second of the three entries."""
    one, two, three = entries(folder)
    write(folder, [one, two | fields, three])


def refused(store: SnapshotStore, folder: Path, match: str) -> StoreError:
    """Take in a folder whose second entry is bad: it is named, and the good ones on both sides are kept."""
    with pytest.raises(StoreError, match=match) as caught:
        store.take_in(folder)
    assert "1 of 3 entries refused" in caught.value.what
    assert caught.value.then.endswith("the other 2 are stored")
    assert [snapshot.file_name for snapshot in store.snapshots()] == ["one.csv", "three.json"]
    assert store.verify() == []
    return caught.value


def test_a_good_folder_is_taken_in_once(store: SnapshotStore, folder: Path) -> None:
    seen: list[tuple[int, int, str]] = []
    first = store.take_in(folder, lambda *step: seen.append(step))
    assert [(len(first.added), first.present, first.refused)] == [(3, 0, [])]
    assert seen[-1] == (3, 3, "example/2026-08-22/three.json")
    again = store.take_in(folder)
    assert (len(again.added), again.present) == (0, 3)
    assert {store.read(snapshot) for snapshot in store.snapshots()} == set(BODIES.values())
    assert store.verify() == []


def test_a_store_can_be_taken_in(store: SnapshotStore, folder: Path, tmp_path: Path) -> None:
    store.take_in(folder)
    other = SnapshotStore(tmp_path / "other", now=lambda: NOW)
    assert len(other.take_in(store.root).added) == 3
    assert other.snapshots() == store.snapshots()


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("sha256", "0" * 64, "body has another sha256"),
        ("sha256", "A" * 64, "sha256 is not 64"),
        ("bytes", 80_000, "body has 80,003 bytes|unpacks to more than 80,000"),
        ("bytes", 80_004, "body has 80,003 bytes where the manifest states 80,004"),
        ("bytes", "80003", "bytes is not a whole number"),
        ("bytes", True, "bytes is not a whole number"),
        ("bytes", 10**12, "bytes is not a whole number"),
        ("retrieved_at", "2026-09-01T00:00:01Z", "path lies in the folder of another day"),
        ("retrieved_at", "2026-08-22T09:00:00", "retrieved_at is not an instant"),
        ("retrieved_at", "2026-02-30T09:00:00Z", "retrieved_at is no day"),
        ("source", "elsewhere", "path lies in the folder of another source"),
        ("source", "", "source is empty"),
        ("licence", " ", "licence is empty"),
        ("note", "\x1b[31m", "note has control characters"),
        ("verbatim", "yes", "verbatim is neither"),
        ("url", "file:///etc/passwd", "url is not"),
        ("path", "../outside.json", "path is not"),
        ("path", "/etc/passwd", "path is not"),
        ("path", "example/2026-08-22/../../../outside", "path is not"),
        ("path", "example/2026-08-22/..", "path is not"),
        ("path", "example/2026-08-22/a\\b", "path is not"),
        ("path", "example/2026-08-22/gone.json", "path cannot be read"),
        ("path", "example/2026-08-22/", "path is not"),
        ("path", None, "path is not text"),
    ],
)
def test_a_bad_entry_is_refused_by_name(
    store: SnapshotStore, folder: Path, field: str, value: object, why: str
) -> None:
    (folder.parent / "outside.json").write_bytes(BODIES["two.json"])
    change(folder, **{field: value})
    refused(store, folder, why)


def test_the_future_has_not_been_retrieved(store: SnapshotStore, folder: Path) -> None:
    path = folder / "example/2026-09-01/two.json.gz"
    path.parent.mkdir()
    (folder / "example/2026-08-22/two.json.gz").rename(path)
    change(folder, retrieved_at="2026-09-01T00:00:01Z", path="example/2026-09-01/two.json.gz")
    refused(store, folder, "example/2026-09-01/two.json.gz: retrieved_at lies in the future")


@pytest.mark.parametrize("field", ["source", "url", "retrieved_at", "path", "sha256", "bytes", "media_type", "licence"])
def test_a_missing_field_is_refused_by_name(store: SnapshotStore, folder: Path, field: str) -> None:
    one, two, three = entries(folder)
    del two[field]
    write(folder, [one, two, three])
    refused(store, folder, f"manifest.jsonl line 2: {field} is missing")


def test_an_unknown_field_is_counted(store: SnapshotStore, folder: Path) -> None:
    change(folder, mirror="somewhere")
    result = store.take_in(folder)
    assert result.unknown_fields == {"mirror": 1}
    assert len(result.added) == 3


@pytest.mark.parametrize("text", ["", "not json", "[]", "null", "{", '{"source": ' + "[" * 5_000, "x" * 100_000])
def test_a_line_that_is_no_entry_is_refused(store: SnapshotStore, folder: Path, text: str) -> None:
    one, _, three = (folder / "manifest.jsonl").read_text().splitlines()
    (folder / "manifest.jsonl").write_text(f"{one}\n{text}\n{three}\n")
    if not text:
        assert len(store.take_in(folder).added) == 2
        return
    refused(store, folder, r"manifest\.jsonl line 2: line is")


@pytest.mark.parametrize("damage", ["flip", "cut", "empty", "tail", "bomb", "plain"])
def test_damaged_bytes_are_refused(store: SnapshotStore, folder: Path, damage: str) -> None:
    path = folder / "example/2026-08-22/two.json.gz"
    stored = path.read_bytes()
    middle = len(stored) // 2
    path.write_bytes(
        {
            "flip": stored[:middle] + bytes([stored[middle] ^ 1]) + stored[middle + 1 :],
            "cut": stored[:-1],
            "empty": b"",
            "tail": stored + b"more",
            "bomb": gzip.compress(bytes(30_000_000), mtime=0),
            "plain": BODIES["two.json"],
        }[damage]
    )
    refused(store, folder, "example/2026-08-22/two.json.gz: body ")


def test_a_link_is_not_followed(store: SnapshotStore, folder: Path) -> None:
    path = folder / "example/2026-08-22/two.json.gz"
    path.rename(folder.parent / "outside.gz")
    path.symlink_to(folder.parent / "outside.gz")
    refused(store, folder, "path leads through a symbolic link")


def test_a_linked_folder_is_not_followed(store: SnapshotStore, folder: Path) -> None:
    outside = folder.parent / "outside"
    outside.mkdir()
    (folder / "example/2026-08-22/two.json.gz").rename(outside / "two.json.gz")
    (folder / "example/2026-08-21").symlink_to(outside, target_is_directory=True)
    change(folder, retrieved_at="2026-08-21T09:00:00Z", path="example/2026-08-21/two.json.gz")
    refused(store, folder, "path leads through a symbolic link")


def test_only_plain_files_are_read(store: SnapshotStore, folder: Path) -> None:
    path = folder / "example/2026-08-22/two.json.gz"
    path.unlink()
    os.mkfifo(path)
    refused(store, folder, "path is not a plain file")


def test_other_bytes_under_one_path_get_another(store: SnapshotStore, folder: Path) -> None:
    store.take_in(folder)
    body = b"a,b\n3,4\n"
    (folder / "example/2026-08-22/one.csv").write_bytes(body)
    write(folder, [entry("one.csv", body)])
    [added] = store.take_in(folder).added
    assert added.path == f"example/2026-08-22/one~{sha256(body).hexdigest()[:8]}.csv"
    assert store.read(added) == body
    assert len(store.snapshots()) == 4


def test_taking_in_again_repairs(store: SnapshotStore, folder: Path) -> None:
    store.take_in(folder)
    for path in ("one.csv", "two.json.gz"):
        (store.folder / "example/2026-08-22" / path).write_bytes(b"damaged")
    assert len(store.verify()) == 2
    assert store.take_in(folder).present == 3
    assert store.verify() == []


def test_every_refusal_is_noted(store: SnapshotStore, folder: Path) -> None:
    write(folder, [listed | {"bytes": -1} for listed in entries(folder)] * 2)
    with pytest.raises(StoreError, match=r"6 of 6 entries refused: .*; and 3 more") as caught:
        store.take_in(folder)
    assert len(caught.value.__notes__) == 6
    assert store.snapshots() == []


def test_a_folder_without_manifest_is_none(store: SnapshotStore, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"has no manifest\.jsonl"):
        store.take_in(tmp_path)


def test_the_archive_is_taken_in_whole(store: SnapshotStore, archive: Path) -> None:
    listed = entries(archive)
    result = store.take_in(archive)
    assert len(result.added) == len(listed)
    assert result.unknown_fields == {}
    assert [(s.path, s.sha256) for s in result.added] == [(e["path"], e["sha256"]) for e in listed]
    assert all((store.folder / e["path"]).read_bytes() == (archive / e["path"]).read_bytes() for e in listed)
    assert store.verify() == []
    assert store.take_in(archive).present == len(listed)
