from __future__ import annotations

import datetime as dt
import gzip
import json
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weighbridge.errors import StoreError, UsageError
from weighbridge.snapshot import Snapshot, SnapshotStore
from weighbridge.snapshot.capture import EntryError, line, read_line
from weighbridge.sources import Document

if TYPE_CHECKING:
    from pathlib import Path

NINE = dt.datetime(2026, 8, 22, 9, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
URL = "https://example.org/data.json"
SMALL = Document("data.json", URL, b"[1]", "application/json", "MIT", "Example", '"a"', "then")
LARGE = replace(SMALL, body=b"[" + b"1," * 25_000 + b"1]")


@pytest.fixture
def store(tmp_path: Path) -> SnapshotStore:
    return SnapshotStore(tmp_path)


def names(store: SnapshotStore) -> list[str]:
    return [snapshot.path for snapshot in SnapshotStore(store.root).snapshots()]


def test_bytes_come_out_as_they_went_in(store: SnapshotStore) -> None:
    small, large = store.put("example", SMALL, NINE), store.put("example", LARGE, NINE + HOUR)
    assert store.read(small) == SMALL.body
    assert store.read(large) == LARGE.body
    assert small.bytes == 3
    assert small.sha256 == sha256(b"[1]").hexdigest()
    assert (small.etag, small.last_modified, small.url) == ('"a"', "then", SMALL.url)
    assert SnapshotStore(store.root).snapshots() == [small, large]


def test_the_path_says_whose_and_when(store: SnapshotStore) -> None:
    late = dt.datetime(2026, 8, 22, 23, 30, tzinfo=dt.timezone(-2 * HOUR))
    assert store.put("example", SMALL, NINE).path == "example/2026-08-22/data.json"
    assert store.put("example", LARGE, late).path == "example/2026-08-23/data.json.gz"
    assert (store.folder / "example/2026-08-22/data.json").read_bytes() == b"[1]"


def test_packing_says_nothing_of_its_maker(store: SnapshotStore) -> None:
    path = store.put("example", LARGE, NINE).path
    packed = (store.folder / path).read_bytes()
    assert gzip.decompress(packed) == LARGE.body
    assert packed[3:8] == bytes(5)


def test_equal_bytes_are_stored_once(store: SnapshotStore) -> None:
    first = store.put("example", SMALL, NINE)
    assert store.put("example", SMALL, NINE + HOUR) == first
    assert names(store) == [first.path]


def test_equal_bytes_of_another_name_are_another_document(store: SnapshotStore) -> None:
    store.put("example", SMALL, NINE)
    store.put("example", replace(SMALL, file_name="other.json"), NINE)
    store.put("elsewhere", SMALL, NINE)
    assert len(names(store)) == 3


def test_a_document_that_returns_to_old_bytes_has_changed(store: SnapshotStore) -> None:
    captures = [
        store.put("example", replace(SMALL, body=body), NINE + number * HOUR)
        for number, body in enumerate((b"a", b"b", b"a", b"b", b"a"))
    ]
    assert [store.read(snapshot) for snapshot in captures] == [b"a", b"b", b"a", b"b", b"a"]
    assert names(store) == [snapshot.path for snapshot in captures]
    assert len(set(names(store))) == 5
    assert {snapshot.file_name for snapshot in captures} == {"data.json"}


def test_two_captures_of_one_day_are_set_apart_by_sha(store: SnapshotStore) -> None:
    store.put("example", SMALL, NINE)
    second = store.put("example", replace(SMALL, body=b"[2]"), NINE + HOUR)
    assert second.path == f"example/2026-08-22/data~{second.sha256[:8]}.json"


def test_names_that_some_disks_confuse_are_set_apart(store: SnapshotStore) -> None:
    store.put("example", SMALL, NINE)
    other = store.put("example", replace(SMALL, file_name="DATA.json", body=b"[2]"), NINE)
    assert "~" in other.path
    assert other.file_name == "DATA.json"


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "../x", "/etc/passwd", "a/b", "a\\b", ".hidden", "a~b", "a\0b", "a\nb", "é", "x" * 151, "a.gz"],
)
def test_no_path_comes_from_a_name(store: SnapshotStore, name: str) -> None:
    with pytest.raises(UsageError, match=r"correct the source|before it is stored"):
        store.put("example", replace(SMALL, file_name=name), NINE)
    assert not store.root.joinpath("snapshots").exists()


@pytest.mark.parametrize("source", ["", "..", "Example", "a-b", "a/b", "1a", "x" * 65])
def test_a_source_is_a_plain_name(store: SnapshotStore, source: str) -> None:
    with pytest.raises(UsageError):
        store.put(source, SMALL, NINE)


@pytest.mark.parametrize("field", ["etag", "last_modified", "attribution", "media_type", "licence", "url"])
def test_what_a_publisher_says_cannot_close_the_store(store: SnapshotStore, field: str) -> None:
    kept = store.put("example", SMALL, NINE)
    strange: dict[str, Any] = {field: "a\x85b\x1b[0m"}
    with pytest.raises(UsageError, match=field):
        store.put("example", replace(LARGE, **strange), NINE)
    endless: dict[str, Any] = {field: "https://x/" + "x" * 70_000}
    with pytest.raises(UsageError, match="line is longer"):
        store.put("example", replace(LARGE, **endless), NINE)
    assert SnapshotStore(store.root).snapshots() == [kept]


def test_a_time_needs_a_zone(store: SnapshotStore) -> None:
    with pytest.raises(UsageError, match="retrieved_at has no time zone"):
        store.put("example", SMALL, NINE.replace(tzinfo=None))


def test_snapshots_are_in_the_order_of_their_capture(store: SnapshotStore) -> None:
    for source, hours in (("b", 2), ("a", 1), ("b", 0)):
        store.put(source, replace(SMALL, body=bytes([hours])), NINE + hours * HOUR)
    assert [snapshot.retrieved_at.hour for snapshot in store.snapshots()] == [9, 10, 11]
    assert [snapshot.retrieved_at.hour for snapshot in store.snapshots("b")] == [9, 11]
    assert store.snapshots("c") == []


def test_an_empty_store_is_empty(store: SnapshotStore) -> None:
    assert store.snapshots() == []
    assert store.verify() == []
    assert not store.folder.exists()


def test_what_others_add_is_seen(store: SnapshotStore) -> None:
    store.put("example", SMALL, NINE)
    other = SnapshotStore(store.root).put("example", LARGE, NINE + HOUR)
    assert store.snapshots()[-1] == other
    assert store.put("example", LARGE, NINE + 2 * HOUR) == other


@pytest.mark.parametrize("damage", ["flip", "cut", "empty", "longer", "gone", "bomb"])
@pytest.mark.parametrize("document", [SMALL, LARGE], ids=["plain", "packed"])
def test_damage_is_told_and_made_good(store: SnapshotStore, document: Document, damage: str) -> None:
    snapshot = store.put("example", document, NINE)
    path = store.folder / snapshot.path
    stored = path.read_bytes()
    middle = len(stored) // 2
    flipped = stored[:middle] + bytes([stored[middle] ^ 1]) + stored[middle + 1 :]
    bomb = gzip.compress(bytes(20_000_000))
    harmed = {"flip": flipped, "cut": stored[:-2], "empty": b"", "longer": stored + b"x" * 60_000, "bomb": bomb}
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(harmed[damage])
    with pytest.raises(StoreError, match="equal bytes repair it") as caught:
        store.read(snapshot)
    assert caught.value.where == snapshot.path
    assert [flaw.path for flaw in store.verify()] == [snapshot.path]
    assert store.put("example", document, NINE + HOUR) == snapshot
    assert store.read(snapshot) == document.body
    assert store.verify() == []


def test_what_is_not_listed_is_told(store: SnapshotStore) -> None:
    store.put("example", SMALL, NINE)
    (store.folder / "example" / "stray.json").write_text("{}")
    [flaw] = store.verify()
    assert flaw.path == "example/stray.json"
    assert "not in the manifest" in flaw.says


@pytest.mark.parametrize("torn", [b"{", b'{"source": "exam', b"\xff\xfe", b"null"])
def test_a_torn_last_line_was_never_acknowledged(store: SnapshotStore, torn: bytes) -> None:
    kept = store.put("example", SMALL, NINE)
    manifest = store.folder / "manifest.jsonl"
    whole = manifest.read_bytes()
    manifest.write_bytes(whole + torn)
    assert SnapshotStore(store.root).snapshots() == [kept]
    assert store.verify() == []
    store.put("example", LARGE, NINE + HOUR)
    assert len(names(store)) == 2
    assert manifest.read_bytes().startswith(whole)
    assert torn + b"\n" not in manifest.read_bytes()


def test_a_last_line_without_end_still_counts(store: SnapshotStore) -> None:
    store.put("example", SMALL, NINE)
    manifest = store.folder / "manifest.jsonl"
    manifest.write_bytes(manifest.read_bytes().rstrip(b"\n"))
    assert len(names(store)) == 1
    SnapshotStore(store.root).put("example", LARGE, NINE + HOUR)
    assert len(names(store)) == 2


def test_a_damaged_line_stops_reading_and_writing(store: SnapshotStore) -> None:
    for number in range(3):
        store.put("example", replace(SMALL, body=bytes([number])), NINE + number * HOUR)
    manifest = store.folder / "manifest.jsonl"
    lines = manifest.read_bytes().splitlines(keepends=True)
    harmed = b"".join([lines[0], lines[1].replace(b'"bytes":1', b'"bytes":-1'), lines[2]])
    manifest.write_bytes(harmed)
    fresh = SnapshotStore(store.root)
    for _ in range(2):
        with pytest.raises(StoreError, match="line 2: bytes is not a whole number"):
            fresh.snapshots()
    with pytest.raises(StoreError, match="line 2"):
        fresh.put("example", LARGE, NINE)
    assert manifest.read_bytes() == harmed
    assert [flaw.says for flaw in fresh.verify()] == ["line 2: bytes is not a whole number from 0 to 1,000,000,000"]


def test_a_manifest_that_was_restored_is_read_anew(store: SnapshotStore) -> None:
    first = store.put("example", SMALL, NINE)
    manifest = store.folder / "manifest.jsonl"
    before = manifest.read_bytes()
    store.put("example", LARGE, NINE + HOUR)
    manifest.unlink()
    assert store.snapshots() == []
    manifest.write_bytes(before)
    assert store.snapshots() == [first]


UNHURRIED = settings(deadline=None)
TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=30)


@UNHURRIED
@given(
    st.builds(
        Snapshot,
        source=st.just("example"),
        url=st.none() | st.just("https://example.org/a?b=c"),
        retrieved_at=st.datetimes(timezones=st.just(dt.UTC)),
        path=st.just(""),
        sha256=st.text("0123456789abcdef", min_size=64, max_size=64),
        bytes=st.integers(0, 10**9),
        media_type=st.just("text/csv"),
        licence=st.just("MIT"),
        attribution=TEXT.filter(lambda text: bool(text.strip())),
        origin=TEXT,
        verbatim=st.booleans(),
        note=TEXT,
        etag=TEXT,
        last_modified=TEXT,
    ),
    st.sampled_from(["a", "a.csv", "a.b.csv", "A-1_2.x"]),
    st.sampled_from(["", ".gz"]),
)
def test_a_line_reads_as_it_was_written(snapshot: Snapshot, name: str, packed: str) -> None:
    placed = replace(snapshot, path=f"example/{snapshot.retrieved_at.date()}/{name}{packed}")
    text = line(placed)
    assert text.count(b"\n") == 1
    assert read_line(text) == (placed, ())
    assert placed.file_name == name


@UNHURRIED
@given(st.binary(max_size=200) | st.lists(st.none() | st.booleans() | st.floats() | st.text()).map(json.dumps))
def test_no_line_crashes_the_reader(text: bytes | str) -> None:
    with pytest.raises(EntryError):
        read_line(text.encode() if isinstance(text, str) else text)


GOOD = line(Snapshot("example", None, NINE, "example/2026-08-22/a", "0" * 64, 1, "a/b", "MIT", "Example"))
VALUES = st.none() | st.integers() | st.booleans() | st.text() | st.lists(st.text()) | st.floats(allow_nan=False)


@UNHURRIED
@given(st.sampled_from(sorted(json.loads(GOOD))), VALUES)
def test_a_field_is_refused_by_name(name: str, value: object) -> None:
    faults = set()
    try:
        read_line(json.dumps(json.loads(GOOD) | {name: value}).encode())
    except EntryError as error:
        faults.add(error.field)
    assert faults <= {name, "path", "line"}
