"""Models on a plane, by hand."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.outputs.books import PROVENANCE
from tests.outputs.placed import scored
from weighbridge.errors import NoDataError
from weighbridge.plane import Place, Plane, Reach
from weighbridge.planes import AXES, plane

if TYPE_CHECKING:
    from weighbridge.model import Model

DAY = dt.date(2026, 8, 11)
# Each model's interval is its ability, one point less and one point more.
MODELS = [
    scored("best", 160, usd_per_mtok=10.0, params_total=800_000_000_000),
    scored("near best", 159, usd_per_mtok=10.0),
    scored("cheap", 150, "open_licence", usd_per_mtok=1.0, params_total=30_000_000_000, params_active=3_000_000_000),
    scored("dear", 150, usd_per_mtok=2.0),
    scored("behind", 140, None, usd_per_mtok=5.0, params_total=30_000_000_000),
    scored("given away", 120, "open_licence", usd_per_mtok=0.0),
    scored("unpriced", 170),
    scored("unscored", None, usd_per_mtok=0.1),
]


def laid(name: str = "capability-by-price", models: list[Model] = MODELS) -> Plane:
    return plane(models, name, DAY, PROVENANCE)


def by_reach(found: Plane, reach: Reach) -> set[str]:
    return {place.group for place in found.places if place.reach is reach}


def place(name: str) -> Place:
    return next(place for place in laid().places if place.group == name)


def test_what_no_other_betters_is_the_frontier() -> None:
    assert by_reach(laid(), Reach.FRONTIER) == {"best", "cheap", "given away"}


def test_an_interval_may_bring_a_model_to_the_frontier() -> None:
    """One is a point below the best at its price, the other as able as the cheap one: their intervals meet."""
    assert by_reach(laid(), Reach.POSSIBLE) == {"near best", "dear"}
    assert by_reach(laid(), Reach.BEHIND) == {"behind"}


def test_without_an_interval_nobody_is_surely_better() -> None:
    """How far an ability without an interval may be off is not known: not that it is exact."""
    bare = {"capability_low": None, "capability_high": None}
    pair = [scored("best", 160, usd_per_mtok=1.0), scored("behind", 140, usd_per_mtok=1.0)]
    unsure = [scored(model.name, model.capability, usd_per_mtok=1.0, **bare) for model in pair]
    assert by_reach(laid(models=pair), Reach.POSSIBLE) == set()
    assert by_reach(laid(models=[unsure[0], pair[1]]), Reach.POSSIBLE) == {"behind"}
    assert by_reach(laid(models=[pair[0], unsure[1]]), Reach.POSSIBLE) == {"behind"}


def test_a_price_of_zero_is_a_price() -> None:
    assert place("given away").across == 0.0


def test_a_scored_model_without_a_figure_is_counted_not_placed() -> None:
    found = laid()
    assert found.unplaced == 1
    assert not {"unpriced", "unscored"} & {each.group for each in found.places}


def test_an_unscored_model_is_not_counted() -> None:
    assert laid(models=MODELS[:-1]).unplaced == laid().unplaced


def test_ends_are_those_of_the_score() -> None:
    best = place("best")
    assert (best.up_low, best.up, best.up_high) == (159, 160, 161)
    assert (best.across_low, best.across_high) == (None, None)


@pytest.mark.parametrize(("name", "across"), [("capability-by-size", 30.0), ("capability-by-active-size", 3.0)])
def test_sizes_stand_in_billions(name: str, across: float) -> None:
    cheap = next(each for each in laid(name).places if each.group == "cheap")
    assert (cheap.across, AXES[name].unit) == (across, "billions")


def test_of_equals_both_stand_on_the_frontier() -> None:
    twins = [scored(name, 150, usd_per_mtok=1.0) for name in ("one", "other")]
    assert by_reach(laid(models=twins), Reach.FRONTIER) == {"one", "other"}


def test_openness_that_is_not_known_stays_unknown() -> None:
    assert place("behind").kind is None


def test_no_model_with_both_figures_is_no_plane() -> None:
    with pytest.raises(NoDataError, match="no scored model has a figure of list price"):
        laid(models=MODELS[-2:])
