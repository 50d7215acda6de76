"""Running bests against a walk over every model and every day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from weighbridge.abilities.frontier import frontier, holders, month_ends

if TYPE_CHECKING:
    from numpy.typing import NDArray

FIRST = np.datetime64("2025-01-01")
NEVER = np.datetime64("NaT", "D")
DAYS = FIRST + np.arange(0, 12, 3)
# Of a model: day of release after the first (None where not known), abilities in two rows, whether it is in the group.
MODELS = st.lists(
    st.tuples(st.none() | st.integers(0, 12), st.lists(st.integers(0, 9) | st.just(np.nan), min_size=2, max_size=2),
              st.booleans()),
    max_size=7,
)  # fmt: skip
Models = list[tuple[int | None, list[float], bool]]


def arrays(models: Models) -> tuple[NDArray[np.datetime64], NDArray[np.float64], NDArray[np.bool_]]:
    released = np.array([NEVER if day is None else FIRST + day for day, _, _ in models], "datetime64[D]")
    ability = np.array([values for _, values, _ in models], np.float64).reshape(len(models), 2).T
    return released, ability, np.array([mine for _, _, mine in models], bool)


def out(models: Models, row: int, day: np.datetime64) -> list[tuple[int, int, float]]:
    """Models out by `day` as (day, place, ability), first released first."""
    found = [(on, i, values[row]) for i, (on, values, _) in enumerate(models) if on is not None]
    return sorted(each for each in found if FIRST + each[0] <= day)


def best(models: Models, row: int, day: np.datetime64) -> int:
    """The first model that no earlier one reaches; the first of all where none has an ability; -1 where none is out."""
    here = out(models, row, day)
    rated = [each for each in here if not np.isnan(each[2])]
    if rated:
        return min(rated, key=lambda each: (-each[2], each[0], each[1]))[1]
    return here[0][1] if here else -1


@given(MODELS)
def test_the_holder_is_the_best_that_is_out(models: Models) -> None:
    released, ability, _ = arrays(models)
    held, n = holders(released, ability, DAYS)
    assert held.tolist() == [[best(models, row, day) for day in DAYS] for row in range(2)]
    assert n.tolist() == [len(out(models, 0, day)) for day in DAYS]


@given(MODELS)
def test_the_frontier_is_the_best_of_the_group(models: Models) -> None:
    released, ability, mine = arrays(models)
    ends = [dt.date.fromisoformat(str(day)) for day in DAYS]
    found = frontier(released, ability[0], ability, [mine], ends)
    group: Models = [(on if inside else None, values, inside) for on, values, inside in models]
    for d, day in enumerate(DAYS):
        for row in range(2):
            reached = [value for _, _, value in out(group, row, day) if not np.isnan(value)]
            expected = max(reached, default=np.nan)
            np.testing.assert_equal(found.draws[row, d, 0], expected)
            if row == 0:
                np.testing.assert_equal(found.best[d, 0], expected)


@given(MODELS)
def test_a_running_best_never_falls(models: Models) -> None:
    released, ability, mine = arrays(models)
    found = frontier(released, ability[0], ability, [mine, ~mine], [dt.date(2025, 1, 1 + i) for i in range(20)])
    for group in range(2):
        known = found.best[~np.isnan(found.best[:, group]), group]
        assert (np.diff(known) >= 0).all()
        assert (np.diff(found.n[:, group]) >= 0).all()


def test_no_group_has_no_frontier() -> None:
    released, ability, _ = arrays([(0, [1.0, 2.0], True)])
    found = frontier(released, ability[0], ability, [], [dt.date(2025, 1, 1)])
    assert (found.best.shape, found.draws.shape, found.n.shape) == ((1, 0), (2, 1, 0), (1, 0))


def test_a_later_equal_does_not_take_the_place() -> None:
    released, ability, _ = arrays([(3, [5.0, 5.0], True), (0, [5.0, 4.0], True)])
    assert holders(released, ability, DAYS)[0].tolist() == [[1, 1, 1, 1], [1, 0, 0, 0]]


def test_months_end_on_their_last_day_and_the_series_on_its_own() -> None:
    assert month_ends(dt.date(2024, 1, 31), dt.date(2024, 3, 15)) == (
        *(dt.date(2024, 1, 31), dt.date(2024, 2, 29), dt.date(2024, 3, 15)),
    )
    assert month_ends(dt.date(2024, 1, 31), dt.date(2024, 2, 29)) == (dt.date(2024, 1, 31), dt.date(2024, 2, 29))
