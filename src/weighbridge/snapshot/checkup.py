"""Is the store whole? What is missing, damaged, or not listed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from weighbridge.errors import StoreError
from weighbridge.snapshot.body import unpacked
from weighbridge.snapshot.manifest import Manifest

_OURS = frozenset({"manifest.jsonl", ".lock"})


@dataclass(frozen=True)
class Flaw:
    """One thing that is not as it should be: where, and what."""

    path: str
    says: str


def flaws(folder: Path) -> list[Flaw]:
    """List every flaw of the store whose snapshots lie in `folder`."""
    manifest = Manifest(folder / "manifest.jsonl")
    damaged = [Flaw("manifest.jsonl", says) for says in manifest.flaws()]
    if damaged:
        # Without the whole list nothing can be called unlisted.
        return damaged
    manifest.refresh()
    return [*_bodies(folder, manifest), *_unlisted(folder, manifest)]


def _bodies(folder: Path, manifest: Manifest) -> Iterator[Flaw]:
    for path, snapshot in sorted(manifest.snapshots.items()):
        try:
            unpacked(folder / path, snapshot)
        except ValueError as error:
            yield Flaw(path, str(error))


def _unlisted(folder: Path, manifest: Manifest) -> Iterator[Flaw]:
    try:
        found = sorted(path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    except OSError as error:
        raise StoreError(f"cannot be listed ({error.strerror})", where=str(folder), then="check its rights") from error
    for path in found:
        name = path.relative_to(folder).as_posix()
        if name not in manifest.snapshots and name not in _OURS:
            yield Flaw(name, "is not in the manifest: a writer was killed before it was acknowledged; may be deleted")
