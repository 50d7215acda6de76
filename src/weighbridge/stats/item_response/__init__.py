"""Abilities of models and difficulties of benchmarks from scores: one logistic curve a benchmark.

`separated` takes out what no fit can place, `fit` fits, `bootstrap` draws, `interval` reads draws; `on_scale` and
`draws_on_scale` give points.
"""

from __future__ import annotations

from weighbridge.stats.item_response.connected import Unfit, separated
from weighbridge.stats.item_response.drawing import Draws, bootstrap, interval
from weighbridge.stats.item_response.fitting import ANCHOR, Fit, fit
from weighbridge.stats.item_response.resampling import RESAMPLED
from weighbridge.stats.item_response.scale import EPOCH, LINE, Scale, Scaled, draws_on_scale, on_scale
from weighbridge.stats.item_response.scores import Scores, check, gathered

__all__ = [
    "ANCHOR",
    "EPOCH",
    "LINE",
    "RESAMPLED",
    "Draws",
    "Fit",
    "Scale",
    "Scaled",
    "Scores",
    "Unfit",
    "bootstrap",
    "check",
    "draws_on_scale",
    "fit",
    "gathered",
    "interval",
    "on_scale",
    "separated",
]
