from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.snapshot_writer import body, document
from weighbridge.errors import StoreError
from weighbridge.gunzip import gunzip
from weighbridge.snapshot import SnapshotStore
from weighbridge.snapshot.body import as_stored

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WRITER = (sys.executable, "-m", "tests.snapshot_writer")


def start(root: Path, name: str, *arguments: object) -> subprocess.Popen[str]:
    command = [*WRITER, str(root), name, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def acknowledged(output: str, name: str) -> dict[str, bytes]:
    """Give path and body of each whole line that a writer said."""
    lines = [line.split() for line in output.splitlines(keepends=True) if line.endswith("\n")]
    return {path: body(name, int(number)) for number, path in lines}


def is_whole(stored: bytes) -> bool:
    """Whether these are the bytes of a body, as they should stand on disk."""
    said = gunzip(stored, 1_000_000) if stored.startswith(b"\x1f\x8b") else stored
    name, number, *_ = said.decode().split()
    return stored == as_stored(body(name, int(number)))


def check_whole(root: Path, expected: dict[str, bytes]) -> None:
    """All that was acknowledged is there; all that is listed is whole; what a killed writer left is only unlisted."""
    store = SnapshotStore(root)
    listed = {snapshot.path: store.read(snapshot) for snapshot in store.snapshots()}
    assert expected.items() <= listed.items()
    flaws = store.verify()
    assert all("not in the manifest" in flaw.says for flaw in flaws)
    left = [store.folder / flaw.path for flaw in flaws if not flaw.path.startswith(".tmp")]
    assert all(is_whole(path.read_bytes()) for path in left)


def check_goes_on(root: Path) -> None:
    store = SnapshotStore(root)
    before = len(store.snapshots())
    new = store.put("example", document("after", 1), store.now())
    assert len(SnapshotStore(root).snapshots()) == before + 1
    assert SnapshotStore(root).read(new) == body("after", 1)
    assert not [flaw for flaw in store.verify() if flaw.path.startswith(".tmp")]


def test_a_kill_at_any_step_loses_nothing(tmp_path: Path) -> None:
    for step in range(1, 200):
        root = tmp_path / str(step)
        writer = start(root, "a", 2, step)
        output, errors = writer.communicate(timeout=60)
        check_whole(root, acknowledged(output, "a"))
        check_goes_on(root)
        if writer.returncode == 0:
            assert step > 12
            assert len(acknowledged(output, "a")) == 2
            return
        assert writer.returncode == -signal.SIGKILL, errors
    pytest.fail("the writer never came to its end")


def test_a_kill_while_taking_in_is_made_good(tmp_path: Path) -> None:
    other = SnapshotStore(tmp_path / "other")
    for number in range(3):
        other.put("example", document("taken", number), other.now())
    for step in range(1, 200):
        root = tmp_path / str(step)
        writer = start(root, "a", 0, step, "take-in", other.folder)
        _, errors = writer.communicate(timeout=60)
        check_whole(root, {})
        SnapshotStore(root).take_in(other.folder)
        assert [s.sha256 for s in SnapshotStore(root).snapshots()] == [s.sha256 for s in other.snapshots()]
        assert SnapshotStore(root).verify() == []
        if writer.returncode == 0:
            return
        assert writer.returncode == -signal.SIGKILL, errors
    pytest.fail("taking in never came to its end")


def test_a_kill_at_any_moment_loses_nothing(tmp_path: Path) -> None:
    chance, expected = random.Random(7), dict[str, bytes]()  # noqa: S311 - moments, not secrets
    for round_ in range(8):
        name = f"round{round_}"
        writer = start(tmp_path, name, 10_000)
        assert writer.stdout is not None
        said = "".join(writer.stdout.readline() for _ in range(chance.randint(1, 30)))
        writer.kill()
        rest, _ = writer.communicate(timeout=60)
        expected |= acknowledged(said + rest, name)
        check_whole(tmp_path, expected)
    check_goes_on(tmp_path)


def test_writers_wait_for_one_another(tmp_path: Path) -> None:
    names = ("a", "b", "c", "d")
    writers = {name: start(tmp_path, name, 25) for name in names}
    expected = dict[str, bytes]()
    for name, writer in writers.items():
        output, errors = writer.communicate(timeout=120)
        assert writer.returncode == 0, errors
        expected |= acknowledged(output, name)
    assert len(expected) == 100
    check_whole(tmp_path, expected)
    assert SnapshotStore(tmp_path).verify() == []


def test_one_writer_among_killed_ones_ends(tmp_path: Path) -> None:
    survivor = start(tmp_path, "survivor", 40)
    for number in range(4):
        victim = start(tmp_path, f"victim{number}", 10_000)
        assert victim.stdout is not None
        victim.stdout.readline()
        victim.kill()
        victim.communicate(timeout=60)
    output, errors = survivor.communicate(timeout=120)
    assert survivor.returncode == 0, errors
    check_whole(tmp_path, acknowledged(output, "survivor"))


def full_after(calls: int) -> Callable[[int, bytes], int]:
    """Give a write that does `calls` calls, half of one more, and finds the disk full from then on."""
    left, write = [calls], os.write

    def limited(handle: int, data: bytes) -> int:
        left[0] -= 1
        if left[0] > 0:
            return write(handle, data)
        if left[0] == 0:
            return write(handle, bytes(data)[: len(data) // 2])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    return limited


@pytest.mark.parametrize("calls", [0, 1, 2])
def test_a_full_disk_leaves_the_store_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, calls: int) -> None:
    store = SnapshotStore(tmp_path)
    kept = store.put("example", document("before", 1), store.now())
    manifest = store.folder / "manifest.jsonl"
    before = manifest.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full_after(calls))
        with pytest.raises(StoreError, match="No space left on device"):
            store.put("example", document("a", 2), store.now())
    assert store.read(kept) == body("before", 1)
    assert manifest.read_bytes() == before
    assert store.verify() == []
    check_goes_on(tmp_path)


def test_a_store_may_be_read_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = SnapshotStore(tmp_path)
    kept = store.put("example", document("a", 1), store.now())

    def refuse(*_: object, **__: object) -> int:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    # Rights would not stop root, whom tests may run as.
    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(StoreError, match=r"cannot be written \(Permission denied\).*--store"):
        store.put("example", document("a", 2), store.now())
    assert SnapshotStore(tmp_path).read(kept) == body("a", 1)


def test_a_lock_that_never_opens_is_told(tmp_path: Path) -> None:
    from weighbridge.snapshot.disk import locked

    with (
        locked(tmp_path / ".lock"),
        pytest.raises(StoreError, match="another process is writing here"),
        locked(tmp_path / ".lock", patience=0.05),
    ):
        pytest.fail("two writers held one lock")
