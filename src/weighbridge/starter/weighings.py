"""Every measure by every published grouping, weighed over the starter data and put beside them.

The package is to stay small, so of a run's figures an interval is left out where a value stands. Bounds without a value
are the figure itself and stay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from weighbridge import discover, fingerprints, labels
from weighbridge.keeping import FOLDER, file, shipped_key, weigh
from weighbridge.publishing import GROUPINGS
from weighbridge.series import Question, answer
from weighbridge.snapshot.disk import make_folder, place
from weighbridge.weighing import Weighing, written

if TYPE_CHECKING:
    from pathlib import Path

    from weighbridge.estimate import Estimate, Series
    from weighbridge.lake import Lake

LACK = ("ci_low", "ci_high")
LEFT_OUT = "the intervals of the runs' figures where a value stands, to keep the package small"


def races() -> Iterator[tuple[Any, str]]:
    """Give every measure module with each grouping that is weighed."""
    for module in discover.measures().values():
        for by in GROUPINGS:
            if by in module.MEASURE.groupings:
                yield module, by


def put(lake: Lake, progress: Callable[[str], None] = lambda _: None) -> list[Path]:
    """Weigh every race over `lake`, the starter data, and write each beside them; give the files."""
    tables, folder = fingerprints.content(lake.root), lake.root / FOLDER
    make_folder(folder)
    found = []
    for module, by in races():
        progress(f"weigh {module.MEASURE.title.lower()} by {by.replace('_', ' ')}")
        path = file(folder, module.MEASURE.name, by)
        made = weighed(lake, module, by, shipped_key(tables, module.MEASURE.version))
        place(written(made, small=True), path, path.with_name(f".{path.name}.part"))
        found.append(path)
    return found


def weighed(lake: Lake, module: Any, by: str, key: str) -> Weighing:  # noqa: ANN401 - a measure's module
    """Give what is shipped of one race."""
    names, provenance = labels.names(lake, by), labels.provenance(lake, version("weighbridge"))
    found = weigh(
        key,
        lambda every: answer(module, lake, Question(by, all_choices=every), names, provenance),
        runs=True,
    )
    return found if found.whole is None else replace(found, whole=lean(found.whole), left_out=LEFT_OUT)


def lean(whole: Series) -> Series:
    """Leave out of a series what is not shipped, and name it."""
    runs = tuple(replace(run, estimates=tuple(map(_lean, run.estimates))) for run in whole.runs)
    return replace(whole, runs=runs, runs_lack=LACK)


def _lean(estimate: Estimate) -> Estimate:
    return estimate if estimate.value is None else replace(estimate, ci_low=None, ci_high=None)
