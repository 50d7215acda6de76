"""What was measured of the capability fit, as tables for people and as JSON for programs."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from benchmarks.fit_girth import Answers, answered
from benchmarks.fit_matrix import matrix
from benchmarks.fit_simulation import LEVEL, NOISES, Coverage, coverages
from benchmarks.fits import DRAWS, SIZES, Growth, Timed, agreement, growth, timed
from benchmarks.report import machine, table

if TYPE_CHECKING:
    from pathlib import Path

WAYS = ("residuals", "within_models", "scores")
NAMES = {
    "weighbridge": "Weighbridge",
    "numerical": "scipy, derivatives by differences",
    "sparse": "scipy, sparse derivatives by formula",
    "girth": "girth, joint likelihood",
}


@dataclass(frozen=True)
class Result:
    """All that was measured. `apart` (points) and `excess`: scipy run to the end, against Weighbridge."""

    timed: tuple[Timed, ...]
    apart: float
    excess: float
    answers: tuple[Answers, ...]
    growth: tuple[Growth, ...]
    coverage: tuple[Coverage, ...]
    replications: int


def bench(replications: int) -> Result:
    """Measure all, saying on standard error what is under way; the simulation takes most of the time."""
    scores = matrix()
    _say("the fit beside scipy")
    compared, (apart, excess) = timed(scores), agreement(scores)
    _say("larger matrices")
    grown, answers = tuple(growth(*size) for size in SIZES), answered()
    covered: list[Coverage] = []
    for noise in NOISES:
        _say(f"{replications} matrices simulated with noise {noise}")
        covered += coverages(scores, WAYS, noise, replications, DRAWS)
    return Result(compared, apart, excess, answers, grown, tuple(covered), replications)


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


def shown(result: Result) -> str:
    """Give the tables as Markdown."""
    ours = _total(result.timed[0])
    fits = [
        [NAMES[each.name], f"{each.fit_seconds:.2f}", f"{each.draws_seconds:.2f}", f"{_total(each):.2f}",
         f"{_total(each) / ours:.0f} times as long", f"{each.apart:.3f}", "{:.4f}, {:.2f}".format(*each.apart_draws),
         f"{each.excess:.1e}"]
        for each in result.timed
    ]  # fmt: skip
    grown = [
        [f"{each.models:,} x {each.benchmarks}", f"{each.scores:,}", f"{each.seconds:.2f}",
         f"{each.processor_seconds:.2f}", str(each.steps), f"{each.peak_mib:,.0f}"]
        for each in result.growth
    ]  # fmt: skip
    held = [
        [each.noise, each.how, f"{each.covered:.3f} ({each.low:.3f} to {each.high:.3f})",
         ", ".join(f"{name}: {part:.2f}" for name, part in each.by_scores.items()), f"{each.width:.1f}"]
        for each in result.coverage
    ]  # fmt: skip
    answers = [[NAMES[each.name], f"{each.seconds:.2f}", f"{each.ability:.3f}", f"{each.difficulty:.3f}"]
               for each in result.answers]  # fmt: skip
    return "\n\n".join([
        f"222 models, 57 benchmarks, 2,249 scores; {DRAWS} resamples of each model's scores.",
        table(["", "fit s", "resamples s", "both s", "", "off the fit, points", "off the draws, points: median, most",
               "above the minimum"], fits),
        f"scipy run to the end, dense: {result.apart:.1e} points off, {result.excess:.1e} above the minimum.",
        table(["models x benchmarks", "scores", "wall s", "processor s", "steps", "peak MiB"], grown),
        f"Simulation: {result.replications} matrices, {LEVEL:.0%} intervals of {DRAWS} draws.",
        table(["noise", "resampled", "intervals that hold the truth", "by a model's scores", "width, points"], held),
        table(["invented right and wrong answers, 222 x 57", "s", "abilities, correlation with the truth",
               "difficulties"], answers),
        ", ".join(f"{name} {found}" for name, found in machine().items()),
    ])  # fmt: skip


def saved(result: Result, path: Path) -> None:
    """Write the result as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"machine": machine(), **asdict(result)}, indent=1) + "\n", "utf-8")


def _total(each: Timed) -> float:
    return each.fit_seconds + each.draws_seconds
