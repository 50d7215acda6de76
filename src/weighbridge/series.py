"""A measure under all its choices to one series: estimates with ranges, standing, provenance."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from weighbridge.errors import NoDataError, UsageError
from weighbridge.estimate import Estimate, Panel, Series, Standing, Status, away
from weighbridge.question import Met, Question, unmet
from weighbridge.stats.leads import leads, period_at
from weighbridge.stats.nearness import near
from weighbridge.stats.ranges import ranges
from weighbridge.stats.ranks import rank_bounds
from weighbridge.stats.standings import Choiced, standing
from weighbridge.stats.steps import steps
from weighbridge.weighing.paneled import Part, best, stands
from weighbridge.weighing.paneled import runs as stretched

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weighbridge.estimate import Provenance, Run
    from weighbridge.lake import Lake


def answer(
    module: Any,  # noqa: ANN401 - a module
    lake: Lake,
    question: Question,
    labels: Mapping[str, str],
    provenance: Provenance,
    met: Met = unmet,
) -> Series:
    """Compute a series. The range runs over every choice that the reader did not pin and that keeps the scale."""
    return _answered(module, lake, question, labels, provenance, met)[0]


def both(
    module: Any,  # noqa: ANN401 - a module
    lake: Lake,
    by: str,
    labels: Mapping[str, str],
    provenance: Provenance,
    met: Met = unmet,
) -> tuple[Series, Series]:
    """Compute a series under its defaults, and the same with all its runs, at once."""
    whole, sources = _answered(module, lake, Question(by, all_choices=True), labels, provenance, met)
    named = tuple(use for use in whole.provenance.sources if use.name in sources)
    return replace(whole, runs=(), provenance=replace(whole.provenance, sources=named)), whole


def _answered(
    module: Any,  # noqa: ANN401 - a module
    lake: Lake,
    question: Question,
    labels: Mapping[str, str],
    provenance: Provenance,
    met: Met,
) -> tuple[Series, set[str]]:
    """Give the series, and the sources of the runs on its scale: those of other scales have none of its figures."""
    measure = module.MEASURE
    if question.by not in measure.groupings:
        raise UsageError(
            f"{measure.name} has no grouping {question.by!r}", then=f"choose one of {', '.join(measure.groupings)}"
        )
    pinned = dict(question.choices or {})
    settled = measure.settled(pinned)
    scale = measure.comparable(settled)
    rows = module.read(lake, question.by, dict(question.where or {}))
    met((rows, labels))
    wanted = measure.combinations(pinned if question.all_choices else {**pinned, **scale})
    main = Choiced(settled, module.compute(rows, settled))
    others = [run for choices in wanted if choices != settled and (run := _computed(module, rows, choices))]
    every = [main, *others]
    runs = [run for run in every if scale.items() <= run.choices.items()]
    silent = sum(scale.items() <= choices.items() for choices in wanted) - len(runs)
    _check_found(main.panel, question, measure.name)
    keep = _periods(main.panel, question, measure.name)
    low, high = ranges(main.panel, [run.panel for run in runs])
    ranked = measure.race and not main.panel.no_race
    held = standing(main, runs, main.panel.ends[keep[-1]], silent) if ranked else None
    sources = {name for run in every for name in run.panel.sources}
    labels = {**labels, **main.panel.labels}
    series = Series(
        measure=measure.name,
        version=measure.version,
        unit=main.panel.unit or measure.unit,
        by=question.by,
        choices=settled,
        as_of=max((main.panel.ends[i] for i in keep), default=None),
        estimates=_estimates(main.panel, keep, labels, low, high, ranked=ranked),
        standing=_named(held, labels),
        provenance=replace(provenance, sources=tuple(use for use in provenance.sources if use.name in sources)),
        ci_level=None if main.panel.certain else main.panel.ci_level,
        ci_method=main.panel.ci_method,
        where=dict(question.where or {}),
        runs=_over_time(every, question, labels) if question.all_choices else (),
        no_race=main.panel.no_race,
        steps=steps(main.panel, keep, labels) if measure.steps else (),
        newest_runs=stretched(list(_newest(runs, main.panel.ends[keep[-1]])), labels),
        one_away=_over_time([run for run in runs if len(away(run.choices, settled)) == 1], question, labels),
    )
    return series, {name for run in runs for name in run.panel.sources}


def _over_time(of: Iterable[Choiced], question: Question, labels: Mapping[str, str]) -> tuple[Run, ...]:
    return stretched([Part(run.choices, run.panel, _matching(run.panel, question)) for run in of], labels)


def _newest(of: Iterable[Choiced], at: dt.date) -> Iterator[Part]:
    """Give of each run the last period that speaks of `at` and in which any group has anything."""
    for run in of:
        spoken = (i for i in reversed(near(run.panel.ends, at)) if stands(run.panel, i).any())
        if (here := next(spoken, None)) is not None:
            yield Part(run.choices, run.panel, [here])


def _computed(module: Any, rows: object, choices: Mapping[str, str]) -> Choiced | None:  # noqa: ANN401 - a module
    """Compute one combination of choices; None where the lake has no data for it."""
    try:
        panel = module.compute(rows, choices)
    except NoDataError:
        return None
    # Draws of hundreds of runs do not fit into memory, and all that is asked of them is who leads.
    return Choiced(choices, replace(panel, draws=None), leads(panel) if module.MEASURE.race else None)


def _check_found(panel: Panel, question: Question, name: str) -> None:
    """Refuse a question that no group answers: an empty answer would look like a measured nothing."""
    asked = ", ".join(f"{key}={value}" for key, value in (question.where or {}).items())
    if (panel.n > 0).any() or not (asked or panel.ends):
        return
    if asked:
        then = "countries are ISO codes, others ids: see `weighbridge explain NAME`"
        raise NoDataError(f"nothing where {asked}", where=name, then=then)
    by = question.by.replace("_", " ")
    then = "take another option or grouping; a source without a licence comes as sums by family and maker"
    raise NoDataError(f"no {by} has a figure under these choices", where=name, then=then)


def _matching(panel: Panel, question: Question) -> list[int]:
    if question.at is not None:
        found = period_at(panel, question.at)
        return [] if found is None else [found]
    first, last = question.since or dt.date.min, question.until or dt.date.max
    return [i for i, end in enumerate(panel.ends) if first <= end <= last]


def _periods(panel: Panel, question: Question, name: str) -> list[int]:
    keep = _matching(panel, question)
    if keep:
        return keep
    if not panel.ends:
        raise NoDataError("no rows under these choices", where=name, then="choose another list or fetch its source")
    held = f"data run from {panel.starts[0]} to {panel.ends[-1]}"
    raise NoDataError(f"no figure for that time: {held}", where=name, then="ask for a day inside that span")


def _estimates(
    panel: Panel,
    keep: list[int],
    labels: Mapping[str, str],
    low: NDArray[np.float64] | None = None,
    high: NDArray[np.float64] | None = None,
    *,
    ranked: bool = False,
) -> tuple[Estimate, ...]:
    """Give the estimates of the kept periods, the largest first within each; a group without anything is left out."""
    out = []
    for i in keep:
        ranks = _ranks(panel, i) if ranked else {}
        most = best(panel.value[i], panel.low[i])
        for g in sorted(np.flatnonzero(stands(panel, i)).tolist(), key=lambda g: (-most[g], panel.groups[g])):
            estimate = _estimate(panel, i, g, labels, low, high)
            first, last = ranks.get(g, (None, None))
            out.append(replace(estimate, rank_best=first, rank_worst=last) if ranked else estimate)
    return tuple(out)


def _ranks(panel: Panel, i: int) -> dict[int, tuple[int, int]]:
    """Give the best and worst place of every group that has a figure in a period."""
    known = np.flatnonzero(~np.isnan([panel.value[i], panel.low[i], panel.high[i]]).all(axis=0))
    best, worst = rank_bounds(panel.low[i, known], panel.high[i, known])
    return {int(g): (int(b), int(w)) for g, b, w in zip(known, best, worst, strict=True)}


def _estimate(
    panel: Panel,
    i: int,
    g: int,
    labels: Mapping[str, str],
    low: NDArray[np.float64] | None,
    high: NDArray[np.float64] | None,
) -> Estimate:
    group = panel.groups[g]
    return Estimate(
        period_start=panel.starts[i],
        period_end=panel.ends[i],
        group=labels.get(group, group),
        group_id=group,
        value=_number(panel.value[i, g]),
        ci_low=_number(panel.low[i, g]),
        ci_high=_number(panel.high[i, g]),
        range_low=None if low is None else _number(low[i, g]),
        range_high=None if high is None else _number(high[i, g]),
        n=int(panel.n[i, g]),
        coverage=_number(panel.coverage[i]),
        status=Status(str(panel.status[i, g])),
    )


def _number(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _named(held: Standing | None, labels: Mapping[str, str]) -> Standing | None:
    """Put names in place of ids; the leader's id stays beside it."""
    if held is None:
        return None

    def name(of: str | None) -> str | None:
        return None if of is None else labels.get(of, of)

    return replace(
        held,
        leader=name(held.leader),
        runner_up=name(held.runner_up),
        ahead=name(held.ahead),
        changes=tuple(replace(c, earlier=name(c.earlier), later=labels.get(c.later, c.later)) for c in held.changes),
        rivals={labels.get(rival, rival): ways for rival, ways in held.rivals.items()},
    )
