"""Fits of the lake's scores under any choices; each is made once in a process, whoever asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.abilities import FEW, IN_POINTS, SEED, Abilities, placing
from weighbridge.abilities.choices import CHOICES, DOMAINS, LINE
from weighbridge.abilities.matrix import Matrix, matrix
from weighbridge.abilities.vintages import Vintages
from weighbridge.errors import NoDataError, UsageError
from weighbridge.schema import BENCHMARKS, SCORES
from weighbridge.stats import item_response

if TYPE_CHECKING:
    import ibis.expr.types as ir
    from numpy.typing import NDArray

    from weighbridge.engine import Engine
    from weighbridge.lake import Lake
    from weighbridge.stats.item_response import Scores

DRAWS = 100
DEFAULTS = {choice.name: choice.default for choice in CHOICES}


@dataclass
class Fits:
    """The newest matrix of scores, the domain of each of its benchmarks, and the fits made of it so far."""

    matrix: Matrix
    domain: tuple[str | None, ...]
    _made: dict[tuple[str, ...], Abilities] = field(default_factory=dict, compare=False)
    _draws: dict[tuple[str, ...], item_response.Draws] = field(default_factory=dict, compare=False)
    _past: dict[bytes, Vintages] = field(default_factory=dict, compare=False)

    def vintages(self, released: NDArray[np.datetime64]) -> Vintages:
        """Give the fits of past days, for models `released` on days of their own: the same object for the same days."""
        return self._past.setdefault(released.tobytes(), Vintages(self.matrix, released))

    def abilities(self, choices: Mapping[str, str]) -> Abilities:
        """Fit under `choices` (defaults where it names none); of other measures' choices nothing is read.

        NoDataError where the benchmarks that they leave fix no scale.
        """
        settled = DEFAULTS | {name: option for name, option in choices.items() if name in DEFAULTS}
        key = tuple(settled.values())
        if key not in self._made:
            self._made[key] = self._fitted(settled)
        return self._made[key]

    def _fitted(self, choices: Mapping[str, str]) -> Abilities:
        scores = self.matrix.scores.only(self._counted(choices))
        one_parameter = choices["curve"] == "one_parameter"
        if choices["left_out"] == "one_benchmark":
            return self._over_all(scores, one_parameter=one_parameter)
        placed, unfit = placing.placed(scores)
        found, points = _scaled(placed, one_parameter=one_parameter)
        in_points = item_response.draws_on_scale(
            placed, found, self._drawn(placed, found, choices), line=choices["line"]
        )
        method = f"resamples of {choices['resampled'].replace('_', ' ')}, {DRAWS} draws, 90 %"
        told = placing.with_unplaced(method, unfit)
        told = told if found.converged else f"{told}; the fit did not converge"
        return self._told(placed, points, in_points.ability, told, bounded=False)

    def _drawn(self, placed: Scores, found: item_response.Fit, choices: Mapping[str, str]) -> item_response.Draws:
        """Draw and fit anew, once for all lines that take the draws to points."""
        key = tuple(option for name, option in choices.items() if name != LINE.name)
        if key not in self._draws:
            made = item_response.bootstrap(placed, found, draws=DRAWS, how=choices["resampled"], seed=SEED)
            self._draws[key] = made
        return self._draws[key]

    def _counted(self, choices: Mapping[str, str]) -> NDArray[np.bool_]:
        """Say which scores count: those on benchmarks that the choices keep."""
        domain = np.array(self.domain, object)
        kept = np.ones(len(domain), bool)
        if choices["benchmarks"] in DOMAINS:
            kept &= domain == choices["benchmarks"]
        if choices["left_out"] in DOMAINS:
            kept &= domain != choices["left_out"]
        counted: NDArray[np.bool_] = kept[self.matrix.scores.benchmark]
        if not counted.any():
            raise NoDataError("no score on these benchmarks", where="capability", then="widen the choice of benchmarks")
        return counted

    def _over_all(self, scores: Scores, *, one_parameter: bool) -> Abilities:
        """Fit once without each benchmark; none of these fits is better than another, so they bound."""
        whole, unfit = placing.placed(scores)
        at = {name: i for i, name in enumerate(whole.models)}
        rows = np.full((len(whole.benchmarks), len(whole.models)), np.nan)
        for row, benchmark in zip(rows, whole.benchmarks, strict=True):
            placed, _ = placing.placed(whole.without([benchmark]))
            _, points = _scaled(placed, one_parameter=one_parameter)
            row[[at[name] for name in placed.models]] = points
        method = f"lowest and highest of {len(rows)} fits that leave out one benchmark each"
        method = placing.with_unplaced(method, unfit)
        return self._told(whole, np.full(len(whole.models), np.nan), rows, method, bounded=True)

    def _told(
        self, placed: Scores, ability: NDArray[np.float64], draws: NDArray[np.float64], method: str, *, bounded: bool
    ) -> Abilities:
        return Abilities(
            models=placed.models,
            ability=np.round(ability, IN_POINTS),
            draws=np.round(draws, IN_POINTS),
            n=placed.counts,
            few=placed.counts < FEW,
            bounded=bounded,
            source=self.matrix.source,
            as_of=self.matrix.as_of,
            method=method,
        )


def _scaled(scores: Scores, *, one_parameter: bool) -> tuple[item_response.Fit, NDArray[np.float64]]:
    """Fit `scores` and give the abilities in points; NoDataError where the two models of the scale have none."""
    found = item_response.fit(scores, one_parameter=one_parameter)
    try:
        return found, item_response.on_scale(scores, found).ability
    except UsageError as error:
        raise NoDataError(error.what, where="capability", then="choose more benchmarks") from None


def fits(lake: Lake) -> Fits:
    """Give the fits of a lake: the same object as long as its scores stay; NoDataError if it has none."""
    rows = lake.engine.arrow(lake.read(BENCHMARKS).select("benchmark", "domain"))
    domains = dict(zip(rows.column("benchmark").to_pylist(), rows.column("domain").to_pylist(), strict=True))
    held = lake.once(SCORES, _held)
    return held(domains)


def _held(engine: Engine, scores: ir.Table) -> Callable[[Mapping[str, str | None]], Fits]:
    """Read the matrix once and keep one set of fits for each way to sort benchmarks into domains."""
    read = matrix(engine, scores)
    made: dict[tuple[str | None, ...], Fits] = {}

    def of(domains: Mapping[str, str | None]) -> Fits:
        sorted_into = tuple(domains.get(name) for name in read.scores.benchmarks)
        return made.setdefault(sorted_into, Fits(read, sorted_into))

    return of
