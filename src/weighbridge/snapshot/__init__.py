"""Immutable snapshots: a publisher's exact bytes with their sha256, in a manifest. Nothing else writes raw bytes."""

from __future__ import annotations

from weighbridge.snapshot.capture import Snapshot
from weighbridge.snapshot.checkup import Flaw
from weighbridge.snapshot.intake import Refusal, TakeIn
from weighbridge.snapshot.store import SnapshotStore

__all__ = ["Flaw", "Refusal", "Snapshot", "SnapshotStore", "TakeIn"]
