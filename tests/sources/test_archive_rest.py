"""What is known of archived counts and is not seen in parsed tables, asserted on their bytes."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from tests.sources.bodies import Row, bodies, day, documents, header, lines, only

if TYPE_CHECKING:
    from weighbridge.snapshot import SnapshotStore


@pytest.fixture(scope="module")
def panel(stored: SnapshotStore) -> dict[str, list[Row]]:
    return {day(snapshot): lines(raw) for snapshot, raw in bodies(stored, "embedding_downloads")}


class TestEmbeddings:
    def test_sizes(self, panel: dict[str, list[Row]]) -> None:
        assert (len(panel), min(panel), max(panel)) == (26, "2024-05-08", "2026-05-07")
        assert sum(map(len, panel.values())) == 3_899
        assert len({row["id"] for rows in panel.values() for row in rows}) == 233

    def test_no_profiles(self, stored: SnapshotStore) -> None:
        headers = [header(raw) for _, raw in bodies(stored, "embedding_downloads")]
        assert all("author" in names and "authorData" not in names for names in headers)

    def test_a_count_can_jump_seventyfold(self, panel: dict[str, list[Row]]) -> None:
        on = ("2024-05-08", "2024-06-01", "2025-01-01", "2026-05-07")
        found = [{row["id"]: int(row["downloads"]) for row in panel[each]} for each in on]
        counts = [downloads["nomic-ai/nomic-embed-text-v1.5"] for downloads in found]
        assert counts == [145_806, 10_724_070, 1_470_047, 15_746_851]

    def test_the_listing_shrank(self, panel: dict[str, list[Row]]) -> None:
        assert [len(panel[on]) for on in ("2025-09-01", "2025-10-01", "2025-12-01")] == [199, 132, 98]


class TestOpenRouterCharts:
    def test_months(self, stored: SnapshotStore) -> None:
        months = json.loads(only(stored, "openrouter_monthly", "rankings-monthly.json"))["months"]
        names = [month["month"] for month in months]
        assert (len(names), min(names), max(names)) == (20, "2025-01", "2026-08")
        rows = [(row, month["weekTotal"]) for month in months for row in month["models"]]
        assert sum(abs(row["share"] - row["tokens"] / total) < 1e-12 for row, total in rows) == len(rows) == 300

    def test_the_last_week_of_the_history_is_partial(self, stored: SnapshotStore) -> None:
        weeks = json.loads(only(stored, "openrouter_monthly", "rankings-history.json"))
        assert [len(week["models"]) for week in sorted(weeks, key=lambda week: week["date"])] == [9] * 51 + [8]

    def test_weekly_columns(self, stored: SnapshotStore) -> None:
        raw = only(stored, "openrouter_monthly", "weekly-top-models-total-tokens.csv")
        assert header(raw) == [
            "week_start", "week_end", "model_permaslug", "total_tokens", "precision", "source_file", "source_commit",
        ]  # fmt: skip
        assert Counter(row["precision"] for row in lines(raw)) == {"exact": 225, "rounded": 130}

    def test_a_chart_week_is_its_models_and_the_others(self, stored: SnapshotStore) -> None:
        [week] = json.loads(only(stored, "openrouter_monthly", "chart-weeks.json"))["weeks"]
        assert week["weekStart"] == "2026-05-25"
        assert week["total"] == week["others"] + sum(model["tokens"] for model in week["models"])


def test_ollama_writes_counts_as_text(stored: SnapshotStore) -> None:
    captures = stored.snapshots("ollama")
    counts = [json.loads(stored.read(each))["models"]["llama3.1"]["pullCount"] for each in (captures[0], captures[-1])]
    assert counts == ["98M", "118.7M"]


def test_top600_knows_no_changes(stored: SnapshotStore) -> None:
    rows = documents(stored, "huggingface_listing_top600")["2026-08-22"]["models"]
    assert [row["lastModified"] for row in rows] == [None] * 529
    assert sum(row["createdAt"] == "2022-03-02T23:29:04.000Z" for row in rows) == 18


@pytest.fixture(scope="module")
def models(stored: SnapshotStore) -> list[dict[str, Any]]:
    return [json.loads(text) for text in only(stored, "hf_radar", "models.jsonl").splitlines()]


class TestRadar:
    def test_index_counts_the_lines(self, stored: SnapshotStore, models: list[dict[str, Any]]) -> None:
        index = json.loads(only(stored, "hf_radar", "index.json"))
        assert index["models"] == len(index["entries"]) == 15_904
        assert len(models) == len({model["id"] for model in models}) == 15_904

    def test_stated(self, models: list[dict[str, Any]]) -> None:
        assert sum(bool(model["base_model"]) for model in models) == 8_552
        assert sum("," in (model["base_model"] or "") for model in models) == 257
        # Zero and impossible sizes included.
        assert sum(model["parameters"] is not None for model in models) == 7_874


def test_atom_repeats_two_lines(stored: SnapshotStore) -> None:
    sizes = {day(each): len(lines(raw)) for each, raw in bodies(stored, "atom_tracked_models", "models.csv")}
    assert sizes == {"2025-12-30": 1_152, "2026-02-08": 1_481, "2026-05-25": 1_694, "2026-08-17": 1_772}


def test_atom_states_299_sizes(stored: SnapshotStore) -> None:
    rows = lines(bodies(stored, "atom_tracked_models", "model_parameters.csv")[-1][1])
    assert len(rows) == 299
