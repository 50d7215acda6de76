"""What is known of Aider's leaderboard, and its traps one by one."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.sources.captures import Capture, parsed, snapshot_of
from weighbridge.errors import ParseError

if TYPE_CHECKING:
    from weighbridge.sources import Issues

FILE = "polyglot_leaderboard.yml"


def entry(number: int, **changes: object) -> dict[str, object]:
    usual = {"dirname": f"run-{number}", "model": f"m{number}", "test_cases": 200, "pass_rate_2": 50.0,
             "date": "2025-10-03", "seconds_per_case": 10.0, "total_cost": 4.0}  # fmt: skip
    return usual | changes


def read(*changed: Mapping[str, object], rest: int = 40) -> tuple[list[dict[str, Any]], Issues]:
    """Give the runs that come first; JSON is YAML."""
    entries = [entry(n, **changes) for n, changes in enumerate(changed)]
    raw = json.dumps(entries + [entry(100 + n) for n in range(rest)]).encode() + b"\n"
    tables, issues = Capture(snapshot_of("aider", FILE, raw), raw).parse()
    return tables["runs"].to_pylist()[: len(changed)], issues


@pytest.fixture(scope="module")
def runs(archive: Path) -> list[dict[str, Any]]:
    [(_, tables, issues)] = parsed(archive, "aider")
    assert not issues.counts
    found: list[dict[str, Any]] = tables["runs"].to_pylist()
    return found


class TestArchive:
    def test_runs_and_models(self, runs: list[dict[str, Any]]) -> None:
        assert (len(runs), len({run["model"] for run in runs})) == (69, 68)
        assert (min(run["run_on"] for run in runs), max(run["run_on"] for run in runs)) == (
            dt.date(2024, 12, 21), dt.date(2025, 10, 3),
        )  # fmt: skip

    def test_zero_and_absent_costs_are_unknown(self, runs: list[dict[str, Any]]) -> None:
        known = [run["usd_per_task"] for run in runs if run["usd_per_task"] is not None]
        assert len(known) == 51
        assert min(known) > 0

    def test_best(self, runs: list[dict[str, Any]]) -> None:
        best = max(runs, key=lambda run: run["performance"])
        assert (best["model"], best["performance"], best["tasks"]) == ("gpt-5 (high)", 0.88, 225)
        assert round(best["usd_per_task"] * 225, 4) == 29.0829
        assert round(best["input_tokens_per_task"] * 225) == 2_675_561

    def test_only_the_model_that_ran_twice_has_named_runs(self, runs: list[dict[str, Any]]) -> None:
        named = [run for run in runs if run["run"]]
        assert {run["model"] for run in named} == {"Qwen2.5-Coder-32B-Instruct"}
        assert len({run["run"] for run in named}) == 2

    def test_scores_are_the_same_figures(self, archive: Path, runs: list[dict[str, Any]]) -> None:
        [(_, tables, _)] = parsed(archive, "aider")
        shared = ("benchmark", "model", "run", "performance", "run_on")
        scores = tables["scores"].to_pylist()
        assert [[row[name] for name in shared] for row in scores] == [[row[name] for name in shared] for row in runs]
        assert {row["series"] for row in scores} == {"hub"}


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"model": "o3"}, "o3"),
        ({"model": "o3", "reasoning_effort": "high"}, "o3 (high)"),
        ({"model": "o3 (High)", "reasoning_effort": "high"}, "o3 (High)"),
        ({"model": "opus", "thinking_tokens": 32_000}, "opus (32000 thinking tokens)"),
        ({"model": "opus", "thinking_tokens": 0}, "opus (no thinking)"),
        ({"model": "opus (32k thinking)", "thinking_tokens": 32_000}, "opus (32k thinking)"),
        ({"model": "opus (no think)", "thinking_tokens": 0}, "opus (no think)"),
    ],
)
def test_setting_is_part_of_the_name(changes: dict[str, object], name: str) -> None:
    [run], _ = read(changes)
    assert run["model"] == name


def test_figures_are_by_task() -> None:
    [run], _ = read({"prompt_tokens": 1_000, "completion_tokens": 500})
    assert [run[f"{what}_per_task"] for what in ("usd", "input_tokens", "output_tokens", "seconds")] == [
        0.02, 5.0, 2.5, 10.0,
    ]  # fmt: skip


def test_unknown_is_null() -> None:
    [run], _ = read({"total_cost": 0})
    assert (run["usd_per_task"], run["input_tokens_per_task"]) == (None, None)


@pytest.mark.parametrize("rate", [100.5, 8_800, -1])
def test_score_beyond_its_scale_is_refused_by_name(rate: float) -> None:
    with pytest.raises(ParseError, match=r"`\[1\]\.pass_rate_2` is .* for `m1`, should be from 0 to 100"):
        read({}, {"pass_rate_2": rate})


def test_shares_in_place_of_per_cent_are_refused() -> None:
    with pytest.raises(ParseError, match=r"`pass_rate_2` runs to 0\.88 only, expected 0 to 100"):
        read(*({"pass_rate_2": 0.02 * n} for n in range(45)), rest=0)


def test_one_share_among_per_cents_is_counted() -> None:
    [run], issues = read({"pass_rate_2": 0.88})
    assert issues.counts == {"score of at most 1 on a larger scale": 1}
    assert run["performance"] == 0.0088


def test_run_of_no_tasks_is_refused() -> None:
    with pytest.raises(ParseError, match=r"`\[0\]\.test_cases` is 0 for `m0`"):
        read({"test_cases": 0})


def test_one_run_told_twice_differently_is_refused() -> None:
    same = {"model": "o3", "dirname": "x"}
    with pytest.raises(ParseError, match="differently for"):
        read(same, same | {"pass_rate_2": 51.0})
