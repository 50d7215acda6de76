"""What is known of the archived capability scores, asserted on their bytes."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from statistics import median
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.sources.bodies import Row, bodies, day, header, lines, only

if TYPE_CHECKING:
    from weighbridge.snapshot import SnapshotStore

HUB = "2026-04-30"
VERSION = "Model version"
BOARDS = ("lmsys.csv", "lmarena_text.csv")


@pytest.fixture(scope="module")
def scores(stored: SnapshotStore) -> list[Row]:
    return lines(only(stored, "epoch", "eci_scores.csv"))


class TestEpochIndex:
    def test_openness(self, scores: list[Row]) -> None:
        assert len(scores) == 222
        assert Counter(row["Accessibility group"] for row in scores) == {
            "Open weights": 94, "Closed weights": 104, "Other": 24,
        }  # fmt: skip

    def test_countries(self, scores: list[Row]) -> None:
        countries = Counter(row["Country (of organization)"] for row in scores)
        assert [countries[name] for name in ("United States of America", "China", "", "France")] == [138, 51, 17, 11]

    @pytest.mark.parametrize(
        ("column", "value", "best"),
        [
            ("Accessibility group", "Closed weights", ("GPT-5.6 Sol", "161.65", "2026-07-09")),
            ("Accessibility group", "Open weights", ("Kimi K3", "157.01", "2026-07-16")),
            ("Country (of organization)", "China", ("Kimi K3", "157.01", "2026-07-16")),
            ("Country (of organization)", "France", ("Mistral Medium 3.5", "142.64", "2026-04-29")),
        ],
    )
    def test_frontier(self, scores: list[Row], column: str, value: str, best: tuple[str, ...]) -> None:
        first = max((row for row in scores if row[column] == value), key=lambda row: float(row["eci"]))
        assert (first["Display name"], first["eci"], first["date"]) == best

    def test_benchmarks(self, stored: SnapshotStore) -> None:
        rows = lines(only(stored, "epoch", "eci_benchmarks.csv"))
        assert (len(rows), len({row["model_id"] for row in rows}), len({row["benchmark_id"] for row in rows})) == (
            2_249, 222, 57,
        )  # fmt: skip
        assert len(lines(only(stored, "epoch", "edi_scores.csv"))) == 57

    def test_a_refit_moves_every_score(self, stored: SnapshotStore, scores: list[Row]) -> None:
        before: defaultdict[str, float] = defaultdict(lambda: float("-inf"))
        for row in lines(only(stored, "epoch", "epoch_capabilities_index.csv")):
            if row["ECI Score"]:
                before[row["Model name"]] = max(before[row["Model name"]], float(row["ECI Score"]))
        moved = [float(row["eci"]) - before[name] for row in scores if (name := row["Display name"]) in before]
        assert len(moved) == 137
        assert [round(float(f(moved)), 2) for f in (min, median, max)] == [-2.12, -0.41, 3.96]


@pytest.fixture(scope="module")
def hub(stored: SnapshotStore) -> dict[str, bytes]:
    return {snapshot.file_name: raw for snapshot, raw in bodies(stored, "epoch") if day(snapshot) == HUB}


class TestEpochHub:
    def test_sizes(self, hub: dict[str, bytes]) -> None:
        files = [lines(raw) for raw in hub.values() if VERSION in header(raw)]
        assert (len(hub), len(files)) == (51, 49)
        assert sum(map(len, files)) == 4_394
        assert len({row[VERSION] for rows in files for row in rows}) == 609

    @pytest.mark.parametrize(
        ("name", "column", "most"),
        [
            ("gpqa_diamond.csv", "mean_score", 0.946),
            ("swe_bench_bash.csv", "% Resolved", 0.768),
            ("aider_polyglot_external.csv", "Percent correct", 88),
            ("live_bench_external.csv", "Global average", 82.35),
        ],
    )
    def test_scores_have_no_common_scale(self, hub: dict[str, bytes], name: str, column: str, most: float) -> None:
        assert round(max(float(row[column]) for row in lines(hub[name]) if row[column]), 3) == most

    def test_index(self, hub: dict[str, bytes]) -> None:
        rows = lines(hub["epoch_capabilities_index.csv"])
        assert (len(rows), sum(bool(row["ECI Score"]) for row in rows)) == (608, 369)


@pytest.fixture(scope="module")
def boards(stored: SnapshotStore) -> dict[str, list[Row]]:
    return {day(snapshot): lines(raw) for snapshot, raw in bodies(stored, "arena", *BOARDS)}


class TestArena:
    def test_rows_per_board(self, boards: dict[str, list[Row]]) -> None:
        assert {on: len(rows) for on, rows in boards.items()} == {
            "2024-06-19": 109,
            "2024-07-31": 121,
            "2024-08-30": 136,
            "2024-09-28": 145,
            "2024-10-29": 155,
            "2024-11-23": 164,
            "2024-12-31": 182,
            "2025-01-29": 190,
            "2025-02-22": 171,
            "2025-03-28": 185,
            "2025-04-24": 191,
            "2025-05-23": 202,
            "2025-06-25": 209,
            "2025-07-18": 218,
            "2025-08-06": 266,
        }

    def test_first_models(self, boards: dict[str, list[Row]]) -> None:
        first, last = boards["2024-06-19"][0], boards["2025-08-06"][0]
        # The oldest board names its column otherwise.
        assert (first["model"], first["arena_elo"]) == ("GPT-4o-2024-05-13", "1287")
        assert (last["model"], last["arena_score"]) == ("Gemini-2.5-Pro", "1470")

    def test_the_whole_board_shifts(self, boards: dict[str, list[Row]]) -> None:
        old, new = ({r["model"]: int(r["arena_score"]) for r in boards[on]} for on in ("2025-05-23", "2025-06-25"))
        moved = [new[model] - old[model] for model in old.keys() & new.keys()]
        assert (len(moved), min(moved), median(moved), max(moved)) == (198, 0, 21, 32)

    def test_zero_is_missing(self, stored: SnapshotStore) -> None:
        rows = lines(only(stored, "arena", "result.csv"))
        on = [row[""] for row in rows]
        assert (len(on), min(on), max(on), len(rows[0]) - 1) == (98, "20230508", "20250227", 227)
        cells = [float(cell) for row in rows for name, cell in row.items() if name]
        assert (cells.count(0), sum(cell > 0 for cell in cells)) == (10_419, 11_827)

    def test_catalogue(self, stored: SnapshotStore) -> None:
        categories: dict[str, Any] = json.loads(only(stored, "arena", "leaderboard-text-style-control.json"))
        full = categories["full"]
        assert (len(categories), len(full)) == (29, 282)
        best = max(full, key=lambda model: full[model]["rating"])
        assert (best, round(full[best]["rating"], 1)) == ("gemini-3-pro", 1492.0)
        assert len(json.loads(only(stored, "arena", "scatterplot-data.json"))) == 141


def test_aider(stored: SnapshotStore) -> None:
    runs = yaml.safe_load(only(stored, "aider", "polyglot_leaderboard.yml"))
    on = [run["date"].isoformat() for run in runs]
    assert (len(runs), len({run["model"] for run in runs}), min(on), max(on)) == (69, 68, "2024-12-21", "2025-10-03")
    # No cost and a cost of zero are both unknown.
    assert sum((run.get("total_cost") or 0) > 0 for run in runs) == 51
    best = max(runs, key=lambda run: run["pass_rate_2"])
    assert (best["model"], best["pass_rate_2"]) == ("gpt-5 (high)", 88.0)
