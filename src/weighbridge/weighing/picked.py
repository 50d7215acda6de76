"""Some runs of a series that was kept with all its runs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from weighbridge.estimate import Run, away
from weighbridge.stats.nearness import near
from weighbridge.weighing.stretch import Stretch

if TYPE_CHECKING:
    from weighbridge.estimate import Series


def newest(whole: Series, scale: Mapping[str, str]) -> Iterator[Run]:
    """Give what `Series.newest_runs` holds: of the runs under the options of `scale` what stands nearest `as_of`.

    What `runs_lack` names is null in them.
    """
    for run in whole.runs:
        if whole.as_of is None or not scale.items() <= run.choices.items():
            continue
        assert isinstance(run.estimates, Stretch)  # noqa: S101 - what was kept is read as such
        ends = run.estimates.ends()
        if here := near(ends, whole.as_of):
            yield Run(run.choices, run.estimates.ending(ends[here[-1]]))


def one_away(whole: Series, scale: Mapping[str, str]) -> Iterator[Run]:
    """Give what `Series.one_away` holds, under the options of `scale`; what `runs_lack` names is null in them."""
    for run in whole.runs:
        if scale.items() <= run.choices.items() and len(away(run.choices, whole.choices)) == 1:
            yield run
