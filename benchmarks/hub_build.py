"""One reading of a whole invented Hub: built stage by stage, then measured, each in a process of its own."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.contender import Run
from benchmarks.watch import Watch, peak_mib

Step = Callable[[str], AbstractContextManager[None]]
LISTING = "hub_stats"
QUESTIONS = (("derivative_share", "family"), ("derivative_share", "country"))


@dataclass(frozen=True)
class Result:
    """What was measured; `bytes`: of the snapshot, unpacked; `rows` of the tables that name repositories.

    `peaks`: by run and stage, the most memory that the process had held by the end of it, in MiB.
    """

    repositories: int
    bytes: int
    rows: dict[str, int]
    runs: dict[str, Run]
    peaks: dict[str, dict[str, float]]


def bench(repositories: int, scratch: Path | None = None) -> Result:
    """Measure in a temporary folder below `scratch`; CalledProcessError where a step fails."""
    with tempfile.TemporaryDirectory(prefix="weighbridge-bench-", dir=scratch) as folder:
        root = Path(folder)
        size = int(_started("invent", root, repositories))
        told = {what: json.loads(_started(what, root, repositories)) for what in STEPS}
        peaks = {what: of.pop("peaks") for what, of in told.items()}
        runs = {what: Run(**of) for what, of in told.items()}
        return Result(repositories, size, json.loads(_started("count", root, repositories)), runs, peaks)


def _started(what: str, root: Path, repositories: int) -> str:
    print(f"{what} ...", file=sys.stderr, flush=True)
    command = [sys.executable, "-m", "benchmarks.hub_build", what, str(root), str(repositories)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=Path(__file__).parents[1])  # noqa: S603 - ours
    return done.stdout.decode()


def invent(root: Path, repositories: int) -> int:
    """Store a listing of so many repositories, as if it was fetched; give its bytes."""
    from benchmarks.hub_listing import LISTED_AT, document
    from weighbridge.snapshot import SnapshotStore
    from weighbridge.sources import Document
    from weighbridge.sources.hub_stats import MEDIA_TYPE, SOURCE

    body = document(repositories)
    name = f"models-{LISTED_AT.date()}-000000000000.parquet"
    listed = Document(
        name, SOURCE.homepage, body, MEDIA_TYPE, SOURCE.licence, SOURCE.attribution, verbatim=False, note="Invented."
    )
    SnapshotStore(root).put(LISTING, listed, LISTED_AT + dt.timedelta(days=1))
    return len(body)


def build(root: Path, step: Step) -> None:
    """Build the lake; each stage is a step."""
    import weighbridge

    with ExitStack() as stage:

        def begun(text: str) -> None:
            stage.close()
            stage.enter_context(step("parse" if text.startswith("parse ") else text))

        report = weighbridge.open(root).build(begun)
    report.complain()


def measure(root: Path, step: Step) -> None:
    """Ask what the build was for; the first question reads the engine's libraries too."""
    import weighbridge

    store = weighbridge.open(root)
    for name, by in QUESTIONS:
        with step(f"{name} by {by}"):
            store.measure(name, by, choices={"listing": LISTING})


def count(root: Path) -> dict[str, int]:
    """Count the rows of the tables that grow with the Hub."""
    import pyarrow.parquet as pq

    tables = ("downloads", "subjects", "lineage", "derivatives")
    files = {name: (root / "lake" / name).rglob("*.parquet") for name in tables}
    return {name: sum(pq.read_metadata(path).num_rows for path in paths) for name, paths in files.items()}


STEPS = {"build": build, "measure": measure}


def _timed(what: str, root: Path) -> dict[str, object]:
    watch, peaks = Watch(), dict[str, float]()

    @contextmanager
    def step(name: str) -> Iterator[None]:
        with watch.step(name):
            yield
        peaks[name] = peak_mib()

    STEPS[what](root, step)
    return {
        "name": what,
        "seconds": watch.seconds,
        "processor": watch.processor,
        "peak_mib": peak_mib(),
        "peaks": peaks,
    }


def main() -> None:
    """Do what the command line names, in the folder that it names."""
    what, root, repositories = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    if what == "invent":
        print(invent(root, repositories))
    elif what == "count":
        print(json.dumps(count(root)))
    else:
        from weighbridge.full_hub import listing
        from weighbridge.full_hub.projection import FEWEST_ROWS

        # A listing of few rows is refused as a broken one: here it is what was asked for.
        vars(listing)["FEWEST_ROWS"] = min(FEWEST_ROWS, repositories)
        print(json.dumps(_timed(what, root)))


if __name__ == "__main__":
    main()
