from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from weighbridge.snapshot import SnapshotStore

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def stored(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> SnapshotStore:
    """The whole archive, taken in once: what is read from here went through the store."""
    store = SnapshotStore(tmp_path_factory.mktemp("stored"))
    store.take_in(archive)
    return store
