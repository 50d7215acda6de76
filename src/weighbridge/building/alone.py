"""One build of a store at a time: what two write at once is neither's."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from weighbridge.snapshot.disk import locked, make_folder, writing

# Of what is made in a store, these folders hold what a killed build may have begun.
MADE = ("lake", "raw")


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Build in the store at `root` as the only one, what killed builds left cleared away. StoreError where refused."""
    with writing(root):
        make_folder(root)
        with locked(root / ".build.lock"):
            _clear(root)
            yield


def _clear(root: Path) -> None:
    """Delete what was begun under a temporary name: whoever began it is dead, for this process holds the lock."""
    left = [*root.glob(".*.part"), *(path for name in MADE for path in (root / name).rglob(".*.part"))]
    for path in left:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
