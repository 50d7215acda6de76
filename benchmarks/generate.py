"""A lake of invented download observations, in the files that a build would leave: one a day, and `subjects`."""

from __future__ import annotations

import datetime as dt
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from benchmarks.population import SEED, Population, populate
from weighbridge.arrow import arrow_schema
from weighbridge.lake import WHOLE, put_parquet
from weighbridge.schema import DOWNLOADS, SUBJECTS

if TYPE_CHECKING:
    from numpy.typing import NDArray

ROWS, DAYS = 100_000_000, 1095
SOURCE = "huggingface"
LAST = dt.date(2026, 8, 22)
# Parts of the readings that lack a count.
UNSTATED_30D, UNSTATED_ALL_TIME = 0.005, 0.02


@dataclass(frozen=True)
class Plan:
    """How much to invent. Repositories are born over all days; each that is alive is read once a day."""

    rows: int = ROWS
    days: int = DAYS

    @property
    def repos(self) -> int:
        """Give the repositories alive at the end: 200 thousand for 100 million rows in three years."""
        return -(-self.rows * 219 // (100 * self.days))

    def calendar(self) -> list[dt.date]:
        """Give all days, the last one last."""
        return [LAST - dt.timedelta(days=back) for back in reversed(range(self.days))]

    def alive(self) -> NDArray[np.int64]:
        """Give the repositories read on each day; the sum is `rows` exactly."""
        weight = (np.arange(self.days) + 1.0) ** 1.19
        ends = np.round(np.cumsum(weight) / weight.sum() * self.rows).astype(np.int64)
        found: NDArray[np.int64] = np.diff(ends, prepend=0)
        return found


def generate(root: Path, plan: Plan) -> None:
    """Write the lake under `root`; a folder that holds files already is an error."""
    if any(root.glob("*/")):
        raise FileExistsError(root)
    crowd = populate(plan.repos)
    put_parquet(crowd.subjects, root / SUBJECTS.name / f"{WHOLE}.parquet")
    days = zip(range(plan.days), plan.calendar(), plan.alive().tolist(), strict=True)

    def write(day: tuple[int, dt.date, int]) -> Path:
        path = root / DOWNLOADS.name / SOURCE / f"{day[1]}.parquet"
        return put_parquet(observed(crowd, *day), path, DOWNLOADS.key)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for _ in pool.map(write, days):
            pass


def observed(crowd: Population, number: int, day: dt.date, alive: int) -> pa.Table:
    """Give the rows of one day: the `alive` oldest repositories, in order of their names."""
    chance = np.random.default_rng((SEED, number))
    who = np.flatnonzero(crowd.born < alive)
    age = (alive - crowd.born[who]) / alive
    typical = crowd.weight[who]
    monthly = typical * (0.3 + age) * np.exp(chance.normal(0.0, 0.1, len(who)))
    total = typical * (1.0 + number / 30.0 * age)
    n = len(who)
    read_at = dt.datetime.combine(day, dt.time(6, 17), dt.UTC)
    columns = {
        "source": pa.repeat(SOURCE, n),
        "observed_on": pa.repeat(pa.scalar(day), n),
        "repo_id": crowd.names.take(pa.array(who)),
        "downloads_30d": pa.array(monthly.astype(np.int64), mask=chance.random(n) < UNSTATED_30D),
        "downloads_all_time": pa.array(total.astype(np.int64), mask=chance.random(n) < UNSTATED_ALL_TIME),
        "likes": pa.array((typical**0.5 * age).astype(np.int64)),
        "observed_at": pa.repeat(pa.scalar(read_at, pa.timestamp("us", tz="UTC")), n),
    }
    return pa.table(columns, schema=arrow_schema(DOWNLOADS))


if __name__ == "__main__":
    generate(Path(sys.argv[1]), Plan(int(sys.argv[2]), int(sys.argv[3])))
