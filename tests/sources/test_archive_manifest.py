"""What the archive's manifest lists, as the store keeps it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from weighbridge.snapshot import Snapshot, SnapshotStore

PACKED_ABOVE = 50_000


@pytest.fixture(scope="module")
def listed(stored: SnapshotStore) -> list[Snapshot]:
    return stored.snapshots()


def test_entries_per_source(listed: list[Snapshot]) -> None:
    assert len(listed) == 339
    assert Counter(snapshot.source for snapshot in listed) == {
        "aider": 1,
        "arena": 18,
        "atom_tracked_models": 11,
        "ecosystem_graphs": 1,
        "embedding_downloads": 26,
        "epoch": 54,
        "genai_prices": 1,
        "hf_radar": 2,
        "huggingface_listing_llmfit": 15,
        "huggingface_listing_top30": 26,
        "huggingface_listing_top600": 16,
        "huggingface_listing_trending30": 22,
        "laufer_trees": 39,
        "litellm_prices": 13,
        "llm_prices": 11,
        "models_dev": 15,
        "ollama": 55,
        "openrouter_daily": 6,
        "openrouter_models": 1,
        "openrouter_monthly": 4,
        "redhat_hf_stats": 2,
    }


def test_plain_sizes(stored: SnapshotStore, listed: list[Snapshot]) -> None:
    sizes = {snapshot: len(stored.read(snapshot)) for snapshot in listed}
    assert sum(sizes.values()) == 200_117_154
    largest = max(listed, key=sizes.__getitem__)
    assert (sizes[largest], largest.source, largest.file_name) == (14_180_706, "hf_radar", "models.jsonl")


def test_three_quarters_are_the_publishers_own_bytes(listed: list[Snapshot]) -> None:
    assert Counter(snapshot.verbatim for snapshot in listed) == {True: 265, False: 74}


def test_a_path_is_source_day_and_name(listed: list[Snapshot]) -> None:
    for snapshot in listed:
        source, day, name = snapshot.path.split("/")
        assert (source, day) == (snapshot.source, snapshot.retrieved_at.date().isoformat())
        assert name.removesuffix(".gz") == snapshot.file_name


def test_first_and_last_capture(listed: list[Snapshot]) -> None:
    moments = [snapshot.retrieved_at for snapshot in listed]
    assert min(moments) == dt.datetime(2024, 5, 8, 14, 5, 24, tzinfo=dt.UTC)
    assert max(moments) == dt.datetime(2026, 8, 22, 20, 0, 29, tzinfo=dt.UTC)


def test_only_large_files_are_packed(listed: list[Snapshot]) -> None:
    assert {s.path.endswith(".gz") for s in listed if s.bytes > PACKED_ABOVE} == {True}
    assert {s.path.endswith(".gz") for s in listed if s.bytes <= PACKED_ABOVE} == {False}


def test_licences(listed: list[Snapshot]) -> None:
    assert Counter(snapshot.licence for snapshot in listed) == {
        "Apache-2.0": 12, "CC-BY-4.0": 62, "MIT": 126, "MPL-2.0": 15, "unstated": 124,
    }  # fmt: skip
