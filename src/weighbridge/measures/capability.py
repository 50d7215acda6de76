"""How capable models are, on one scale fitted to many benchmarks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.abilities import LEVEL, Abilities, traits
from weighbridge.abilities import choices as fitting
from weighbridge.abilities.fits import Fits, fits
from weighbridge.abilities.frontier import frontier, month_ends
from weighbridge.amounts.grouping import COLUMNS
from weighbridge.estimate import Panel, Status
from weighbridge.measures import Measure
from weighbridge.stats.intervals import interval

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weighbridge.lake import Lake

MEASURE = Measure(
    name="capability",
    title="Capability",
    question="Whose best model is the most capable?",
    topic="capable",
    definition="Ability of a model in the fit sigmoid(slope x (ability - difficulty)) of its scores on benchmarks, in "
    "points of the Epoch Capabilities Index: Claude 3.5 Sonnet is 130 and GPT-5 is 150. Of a group: its best model "
    "released by then.",
    unit="points",
    version=1,
    higher_is_better=True,
    reads=("scores", "subjects", "benchmarks"),
    misleads=(
        "Benchmarks measure what benchmarks ask: tasks with short checkable answers weigh more than they do at work.",
        "Every new score moves all abilities: compare within one fit, never between figures of two dates.",
        "Makers choose what they publish, and most benchmarks are public: contamination raises scores.",
        "Open includes weights under terms of their own; a hosted model may be a setting that nobody can download.",
        "The best of many models is picked after the fact: its interval is that of the best of each resample.",
    ),
    choices=fitting.CHOICES,
    groupings=tuple(COLUMNS),
    place=70,
    excluded=fitting.EXCLUDED,
)
NAMESPACE = "epoch"
# Before this month too few models with scores were out to speak of a frontier.
BEGINS = dt.date(2023, 1, 31)


@dataclass(frozen=True)
class Capable:
    """The fits of the lake's scores, and what the models in them are."""

    fits: Fits
    traits: traits.Traits
    by: str


def read(lake: Lake, by: str, where: Mapping[str, str]) -> Capable:
    """Ask for the scores and for what their models are."""
    return Capable(fits(lake), traits.traits(lake, NAMESPACE, by, where), by)


def compute(read: Capable, choices: Mapping[str, str]) -> Panel:
    """Give every model's ability, or the running best of every group, with the interval of the fit."""
    found = read.fits.abilities(choices)
    alone = _alone(found, choices["resampled"])
    return _of_models(found, read.traits, alone) if read.by == traits.MODEL else _of_groups(found, read.traits, alone)


def _alone(found: Abilities, resampled: str) -> NDArray[np.bool_]:
    """Say which models have one score that is drawn from itself; residuals are lent by other scores too."""
    one: NDArray[np.bool_] = found.n == 1
    return one & (resampled != fitting.RESAMPLED.default)


def _of_models(found: Abilities, known: traits.Traits, alone: NDArray[np.bool_]) -> Panel:
    fitted = ~np.isnan(found.draws).all(axis=0)
    keep = np.flatnonzero(fitted & known.kept(found.models))
    status = np.where(found.few[keep], str(Status.PROVISIONAL), _status(found))
    return _panel(
        found,
        ends=(found.as_of,),
        groups=tuple(found.models[i] for i in keep),
        value=found.ability[None, keep],
        draws=found.draws[:, None, keep],
        n=found.n[None, keep],
        status=status[None, :],
        coverage=np.ones(1),
        alone=alone[None, keep],
    )


def _of_groups(found: Abilities, known: traits.Traits, alone: NDArray[np.bool_]) -> Panel:
    named = known.groups(found.models)
    groups = tuple(sorted({group for group in named if group is not None}))
    member = [np.array([g == group for g in named]) for group in groups]
    ends = month_ends(BEGINS, found.as_of)
    best = frontier(known.days(found.models), found.ability, found.draws, member, ends)
    few = found.few[best.holder] & (best.holder >= 0)
    known_group = np.array([group is not None for group in named])
    kept = known.kept(found.models)
    part = known_group.sum() / kept.sum() if kept.any() else np.nan
    return _panel(
        found,
        ends=ends,
        groups=groups,
        value=best.best,
        draws=best.draws,
        n=best.n,
        status=np.where(few, str(Status.PROVISIONAL), np.where(best.n > 0, _status(found), str(Status.MISSING))),
        coverage=np.full(len(ends), part),
        alone=alone[best.holder] & (best.holder >= 0),
    )


def _status(found: Abilities) -> str:
    return str(Status.BOUNDED if found.bounded else Status.ESTIMATED)


def _panel(  # noqa: PLR0913 - the parts of a panel, each by name
    found: Abilities,
    *,
    ends: tuple[dt.date, ...],
    groups: tuple[str, ...],
    value: NDArray[np.float64],
    draws: NDArray[np.float64],
    n: NDArray[np.int64],
    status: NDArray[np.str_],
    coverage: NDArray[np.float64],
    alone: NDArray[np.bool_],
) -> Panel:
    low, high = _ends(found, value, draws, alone)
    return Panel(
        starts=ends,
        ends=ends,
        groups=groups,
        value=value,
        low=low,
        high=high,
        n=n,
        status=status,
        coverage=coverage,
        certain=found.bounded,
        ci_method=f"{found.method}; of one score alone none" if alone.any() and not found.bounded else found.method,
        draws=None if found.bounded else draws,
        resolution_days=31,
        sources=(found.source,),
        ci_level=LEVEL,
    )


def _ends(
    found: Abilities, value: NDArray[np.float64], draws: NDArray[np.float64], alone: NDArray[np.bool_]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Give the interval; of fits that are each as good as the other, the lowest and the highest."""
    if found.bounded:
        return np.fmin.reduce(draws, axis=0), np.fmax.reduce(draws, axis=0)
    low, high = interval(draws, value, LEVEL)
    return np.where(alone, np.nan, low), np.where(alone, np.nan, high)
