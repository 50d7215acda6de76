"""A process that writes snapshots and says which were acknowledged, until it is killed.

    python -m tests.snapshot_writer ROOT NAME COUNT [STEP [take-in FOLDER]]

With STEP it kills itself at its STEP-th call that changes the disk; half of a write is done by then.
"""

from __future__ import annotations

import datetime as dt
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from weighbridge.snapshot import SnapshotStore
from weighbridge.sources import Document


def body(name: str, number: int) -> bytes:
    """Give one body that is stored plain, then one that is packed."""
    text = f"{name} {number} ".encode()
    return text * (10_000 if number % 2 else 3)


def document(name: str, number: int) -> Document:
    return Document(f"{name}.txt", "https://example.org/", body(name, number), "text/plain", "MIT", "Example")


def die_at(step: int) -> None:
    """Count calls that change the disk, and die in the `step`-th."""
    left = [step]

    def deadly(call: Callable[..., Any], *, half: bool) -> Callable[..., Any]:
        def counted(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - stands for any system call
            left[0] -= 1
            if left[0] == 0:
                if half:
                    call(arguments[0], bytes(arguments[1])[: len(arguments[1]) // 2])
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*arguments, **named)

        return counted

    for name in ("write", "fsync", "rename", "replace", "ftruncate", "unlink", "mkdir"):
        setattr(os, name, deadly(getattr(os, name), half=name == "write"))


def main(root: str, name: str, count: str, step: str = "0", *rest: str) -> None:
    store = SnapshotStore(Path(root))
    if int(step):
        die_at(int(step))
    if rest:
        store.take_in(Path(rest[1]))
    for number in range(int(count)):
        snapshot = store.put("example", document(name, number), dt.datetime.now(dt.UTC))
        sys.stdout.write(f"{number} {snapshot.path}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
