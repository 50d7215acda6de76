"""`python -m weighbridge.starter.weighings`: weigh every race over the starter data and put it beside them.

The package is to stay small, so of a run's figures an interval is left out where a value stands. Bounds without a value
are the figure itself and stay.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from weighbridge import discover, fingerprints, labels
from weighbridge.abreast.queue import by_model
from weighbridge.binding import GROUPINGS
from weighbridge.engine import Engine
from weighbridge.errors import WeighbridgeError
from weighbridge.keeping import FOLDER, STARTER, file, shipped_key, weigh
from weighbridge.lake import Lake
from weighbridge.models import asked
from weighbridge.question import Question
from weighbridge.series import answer, both
from weighbridge.snapshot.disk import make_folder, place
from weighbridge.starter import data
from weighbridge.weighing import Weighing, written

if TYPE_CHECKING:
    from pathlib import Path

    from weighbridge.estimate import Estimate, Series

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
    shutil.rmtree(folder, ignore_errors=True)
    make_folder(folder)
    found = []
    for module, by in races():
        progress(f"weigh {module.MEASURE.title.lower()} by {by.replace('_', ' ')}")
        path = file(folder, module.MEASURE.name, by)
        made = weighed(lake, module, by, shipped_key(tables, module.MEASURE.version))
        place(written(made, small=True), path, path.with_name(f".{path.name}.part"))
        found.append(path)
    return [*found, *_put_by_model(lake, tables, progress)]


def _put_by_model(lake: Lake, tables: str, progress: Callable[[str], None]) -> Iterator[Path]:
    """Weigh what the rows of models rest on; a row shows no run, so none is kept."""
    for name, choices in asked():
        measure = discover.measures()[name].MEASURE
        progress(f"weigh {measure.title.lower()} by model")
        path = file(lake.root / FOLDER, name, by_model(choices))
        made = of_each_model(lake, name, choices, shipped_key(tables, measure.version))
        place(written(made, small=True), path, path.with_name(f".{path.name}.part"))
        yield path


def of_each_model(lake: Lake, name: str, choices: Mapping[str, str], key: str) -> Weighing:
    """Give what is shipped of a measure by model."""
    names, provenance = labels.names(lake, "model"), labels.provenance(lake, version("weighbridge"))
    module, question = discover.measures()[name], Question("model", choices=choices)

    def make(_: bool) -> tuple[Series, None]:  # noqa: FBT001 - as it is asked
        return _bare(answer(module, lake, question, names, provenance)), None

    return weigh(key, make, runs=False)


def weighed(lake: Lake, module: Any, by: str, key: str) -> Weighing:  # noqa: ANN401 - a measure's module
    """Give what is shipped of one race."""
    names, provenance = labels.names(lake, by), labels.provenance(lake, version("weighbridge"))
    found = weigh(key, lambda _: both(module, lake, by, names, provenance), runs=True)
    if found.series is None or found.whole is None:
        return found
    return replace(found, series=_bare(found.series), whole=lean(found.whole), left_out=LEFT_OUT)


def lean(whole: Series) -> Series:
    """Leave out of a series what is not shipped, and name it."""
    runs = tuple(replace(run, estimates=tuple(map(_lean, run.estimates))) for run in whole.runs)
    return replace(_bare(whole), runs=runs, runs_lack=LACK)


def _bare(series: Series) -> Series:
    """Leave out what is among all runs: nothing is shipped twice."""
    return replace(series, newest_runs=(), one_away=())


def _lean(estimate: Estimate) -> Estimate:
    return estimate if estimate.value is None else replace(estimate, ci_low=None, ci_high=None)


def main() -> None:
    """Weigh the starter data as they stand, and say how large they are with it."""
    from weighbridge.starter.making import small

    try:
        put(Lake(data(), Engine(), name=STARTER), print)
        every = small([path for path in data().rglob("*") if path.is_file()], data())
    except WeighbridgeError as error:
        sys.exit(f"weighbridge: {error}")
    print(f"{sum(path.stat().st_size for path in every):>9,} in all")  # noqa: T201 - a program's result


if __name__ == "__main__":
    main()
