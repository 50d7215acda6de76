from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pytest

from weighbridge.amounts import pulls
from weighbridge.amounts.counters import at_days, curves, draw_at_days
from weighbridge.stats.shares import shares

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from weighbridge.amounts import Amounts

WEEKS = np.arange(0.0, 35.0, 7.0)
FIRST = dt.date(2025, 7, 17)
DAYS, NAMES, GROUPS = 120, 20, 4


def level(
    counts: ArrayLike, when: ArrayLike, half: ArrayLike = 0.0, listed: ArrayLike | None = None, *, nearest: bool = False
) -> list[float]:
    """Give the level of one name, read weekly, at some days."""
    shown = np.asarray(counts, np.float64)[None, :]
    there = np.ones(shown.shape, bool) if listed is None else np.asarray(listed, bool)[None, :]
    found = curves(WEEKS[: shown.shape[1]], shown, np.broadcast_to(np.asarray(half, np.float64), shown.shape), there)
    levels: list[float] = at_days(found, np.asarray(when, np.float64), nearest=nearest)[0].tolist()
    return levels


def test_a_level_between_captures_is_on_the_line() -> None:
    assert level([0, 70, 140], [0, 1, 7, 10.5]) == pytest.approx([0, 10, 70, 105])
    assert level([0, 70, 140], [1, 6], nearest=True) == pytest.approx([0, 70])


def test_a_rebased_counter_lost_nothing() -> None:
    assert level([1_600_000, 900_000, 950_000], [0, 7, 14], 50) == [1_600_000, 1_600_000, 1_650_000]


def test_a_fall_within_rounding_is_no_rebase() -> None:
    assert level([1_000_000, 999_950], [0, 7], [50_000, 50]) == [1_000_000, 999_950]


def test_a_name_starts_at_nothing_where_it_was_not_listed() -> None:
    assert level([np.nan, np.nan, 70], [0, 7, 10.5, 14], listed=[0, 0, 1]) == pytest.approx([0, 0, 35, 70])


def test_a_new_name_without_a_count_is_on_the_line_from_nothing() -> None:
    assert level([np.nan, np.nan, 140], [0, 7, 14], listed=[0, 1, 1]) == pytest.approx([0, 70, 140])


def test_what_nobody_showed_is_unknown() -> None:
    assert np.isnan(level([np.nan, 70, 140], [0], listed=[1, 1, 1])).all()
    assert np.isnan(level([np.nan, np.nan], [0, 7])).all()


def test_a_name_that_left_stays_where_it_was() -> None:
    assert level([10, 20, np.nan, np.nan], [14, 21], listed=[1, 1, 0, 0]) == [20, 20]


def test_a_gap_is_on_the_line_between_its_ends() -> None:
    found = curves(np.array([0.0, 39.0]), np.array([[0.0, 39.0]]), np.zeros((1, 2)), np.ones((1, 2), bool))
    assert at_days(found, np.array([22.0]), nearest=False)[0, 0] == pytest.approx(22)
    drawn = draw_at_days(found, np.array([22.0]), 4000, np.random.default_rng(1), nearest=False)
    assert drawn.min() >= 0
    assert drawn.max() <= 39
    assert drawn.mean() == pytest.approx(22, abs=0.6)
    assert np.percentile(drawn, 97.5) - np.percentile(drawn, 2.5) > 20


def test_draws_never_fall() -> None:
    flat = np.full((1, 5), 1_300_000.0)
    found = curves(WEEKS, flat, np.full((1, 5), 50_000.0), np.ones((1, 5), bool))
    drawn = draw_at_days(found, WEEKS, 500, np.random.default_rng(1), nearest=False)
    assert (np.diff(drawn, axis=2) >= 0).all()
    assert drawn.min() >= 1_250_000
    assert drawn.max() <= 1_350_000


def test_one_capture_is_no_flow_and_no_crash() -> None:
    found = pulls._shaped(rows(np.array([[5.0]]), [0]))
    assert pulls.amounts(found, {"quantity": "flow", "boundary": "nearest", "attribution": "maker"}).ends == ()


def shown(truth: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Round as the library does: to 0.1 million from a million up, to 0.1 thousand from a thousand up."""
    step = np.where(truth >= 1e6, 1e5, np.where(truth >= 1e3, 1e2, 1.0))
    return np.round(truth / step) * step, np.where(step > 1, step / 2, 0.0)


def rows(truth: NDArray[np.float64], captures: list[int]) -> pa.Table:
    counts, half = shown(truth)
    read = [FIRST + dt.timedelta(days=day) for day in captures]
    return pa.table(
        {
            "source": ["x"] * counts.size,
            "observed_on": pa.array(read * len(counts), pa.date32()),
            "name": [f"{i:03}" for i in range(len(counts)) for _ in captures],
            "pulls_all_time": counts.astype(np.int64).ravel(),
            "rounding_pulls": half.astype(np.int64).ravel(),
            "maker": [f"g{i % GROUPS}" for i in range(len(counts)) for _ in captures],
            "base": [f"g{i % GROUPS}" for i in range(len(counts)) for _ in captures],
        }
    )


def simulated(chance: np.random.Generator) -> NDArray[np.float64]:
    """Counters of names of very different size, rising every day, with weekends and accidents; (names, days)."""
    pace = chance.lognormal(chance.uniform(6, 11, NAMES)[:, None], 0.5, size=(NAMES, DAYS))
    week = 1 + 0.3 * np.sin(np.arange(DAYS) * 2 * np.pi / 7 + chance.uniform(0, 6))
    return np.asarray(chance.lognormal(14, 1.5, NAMES)[:, None] + np.cumsum(pace * week, axis=1), np.float64)


def true_shares(truth: NDArray[np.float64], found: Amounts, *, flow: bool) -> NDArray[np.float64]:
    last = [(end - FIRST).days for end in found.ends]
    first = [(start - FIRST).days - 1 for start in found.starts]
    counted = truth[:, last] - (truth[:, first] if flow else 0)
    groups = np.stack([counted[i::GROUPS].sum(axis=0) for i in range(GROUPS)], axis=1)
    return np.asarray(groups / groups.sum(axis=1, keepdims=True))


@pytest.mark.parametrize("quantity", ["flow", "cumulative"])
def test_the_interval_covers_the_truth_as_often_as_it_says(quantity: str) -> None:
    captures = list(range(0, DAYS, 7))
    hits, inside, asked = 0, 0, 0
    for seed in range(60):
        truth = simulated(np.random.default_rng(seed))
        read = pulls._shaped(rows(truth[:, captures], captures))
        found = pulls.amounts(read, {"quantity": quantity, "boundary": "interpolated", "attribution": "maker"})
        made = shares(found, "left_out")
        wanted = true_shares(truth, found, flow=quantity == "flow")
        hits += int(((made.low <= wanted) & (wanted <= made.high)).sum())
        inside += int(((made.low <= made.value) & (made.value <= made.high)).sum())
        asked += wanted.size
    assert inside == asked > 900
    # Draws are few and truths are many: a rate of 0.95 is met within a standard error and a half.
    assert hits / asked >= 0.95 - 0.01
