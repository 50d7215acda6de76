"""Points on a scale that two models fix: the line through them, for a fit and for its draws."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.errors import UsageError
from weighbridge.estimate import Choice, Option

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weighbridge.stats.item_response.drawing import Draws
    from weighbridge.stats.item_response.fitting import Fit
    from weighbridge.stats.item_response.scores import Scores


@dataclass(frozen=True)
class Scale:
    """Two models and the points that they have by definition."""

    low: str
    low_points: float
    high: str
    high_points: float


EPOCH = Scale("Claude 3.5 Sonnet", 130.0, "GPT-5", 150.0)

LINE = Choice(
    "line",
    "Which line takes a draw to points.",
    (
        Option("own", "each draw's own, as Epoch does: the two models have their points in every draw"),
        Option("common", "the fit's, after the anchor benchmark is set to difficulty 0: the two models vary too"),
    ),
)


@dataclass(frozen=True)
class Scaled:
    """Abilities and difficulties in points, slopes by point; of draws they have shape (draws, .)."""

    ability: NDArray[np.float64]
    difficulty: NDArray[np.float64]
    slope: NDArray[np.float64]


def on_scale(scores: Scores, fit: Fit, scale: Scale = EPOCH) -> Scaled:
    """Give a fit in points. UsageError where a model of the scale has no score or the two stand the wrong way round."""
    start, unit = _line(scores, fit.ability[None], scale)
    if np.isnan(unit[0]):
        raise UsageError(
            f"{scale.high} is not above {scale.low} in this fit, so they fix no scale", then="name two other models"
        )
    return Scaled(start[0] + unit[0] * fit.ability, start[0] + unit[0] * fit.difficulty, fit.slope / unit[0])


def draws_on_scale(scores: Scores, fit: Fit, draws: Draws, scale: Scale = EPOCH, *, line: str = LINE.default) -> Scaled:
    """Give draws in points; a draw in which the two models fix no scale is NaN all through."""
    if line not in LINE.names():
        raise UsageError(f"no line named {line}", then=f"name one of {', '.join(LINE.names())}")
    if line == "own":
        start, unit = _line(scores, draws.ability, scale)
    else:
        from_zero, unit = _line(scores, fit.ability[None], scale)
        start = from_zero - unit * draws.difficulty[:, scores.benchmarks.index(fit.anchor)]
        unit = np.broadcast_to(unit, start.shape)
    start, unit = start[:, None], unit[:, None]
    return Scaled(start + unit * draws.ability, start + unit * draws.difficulty, draws.slope / unit)


def _line(
    scores: Scores, ability: NDArray[np.float64], scale: Scale
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Give the points of ability 0 and the points of one unit, of each row; NaN where the two models fix no line."""
    missing = [name for name in (scale.low, scale.high) if name not in scores.models]
    if missing:
        raise UsageError(
            f"no score of {' and '.join(missing)}, which fix the scale",
            then="name other models, or read unscaled figures",
        )
    low, high = (ability[:, scores.models.index(name)] for name in (scale.low, scale.high))
    apart = np.where(high > low, high - low, np.nan)
    unit = (scale.high_points - scale.low_points) / apart
    return scale.low_points - unit * low, unit
