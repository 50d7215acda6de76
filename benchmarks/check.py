"""Checking an article: from a shell, after start-up, and as its length grows; each size in a process of its own."""

from __future__ import annotations

import datetime as dt
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import weighbridge
from benchmarks.news import article, solid, words
from benchmarks.watch import peak_mib

DAY = dt.date(2026, 8, 1)
COMMAND = (sys.executable, "-c", "from weighbridge.cli import main; main(prog_name='weighbridge')")
SIZES = (3_000, 6_000, 12_000, 24_000)
LARGE = 5_000_000
# What is promised: seconds and MiB.
PER_1000_WORDS, FROM_SHELL, OF_LARGE, MEMORY_OF_LARGE = 0.05, 1.5, 20.0, 1024.0


@dataclass(frozen=True)
class Timed:
    """One article: what it is of, its words and characters, processor seconds of its parts, and the memory."""

    what: str
    words: int
    characters: int
    claims: int
    reading_seconds: float
    checking_seconds: float
    peak_mib: float

    @property
    def seconds(self) -> float:
        """Reading and checking together."""
        return self.reading_seconds + self.checking_seconds


@dataclass(frozen=True)
class Result:
    """`shell`: wall seconds of the whole command, for 3,000 words; `growing`: sizes that double."""

    shell: tuple[float, ...]
    growing: tuple[Timed, ...]
    large: tuple[Timed, ...]


def bench(repeats: int, large: int = LARGE) -> Result:
    """Measure; `large`: bytes of the largest articles."""
    with tempfile.TemporaryDirectory(prefix="weighbridge-bench-") as folder:
        store = Path(folder)
        shell = tuple(_from_shell(store) for _ in range(repeats))
        growing = tuple(_middle([_apart(store, "news", size, 0) for _ in range(repeats)]) for size in SIZES)
        most = tuple(_apart(store, what, 0, large) for what in ("news", "names"))
    return Result(shell, growing, most)


def _from_shell(store: Path) -> float:
    file = store / "article.txt"
    file.write_text(article(SIZES[0]), "utf-8")
    command = [*COMMAND, "check", str(file), "--format", "json", "--store", str(store)]
    begin = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.PIPE)  # noqa: S603 - ours
    return time.perf_counter() - begin


def _apart(store: Path, what: str, count: int, size: int) -> Timed:
    command = [sys.executable, "-m", "benchmarks.check", str(store), what, str(count), str(size)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=Path(__file__).parents[1], env=os.environ)  # noqa: S603 - ours
    return Timed(**json.loads(done.stdout))


def _middle(runs: list[Timed]) -> Timed:
    middle = statistics.median_low([run.seconds for run in runs])
    return next(run for run in runs if run.seconds == middle)


def timed(store: Path, what: str, count: int, size: int) -> Timed:
    """Read and check one article in this process, after one small one; `count` words, or `size` bytes where it is 0."""
    scale = weighbridge.open(store)
    text = article(count or size) if what == "news" else solid(size)
    text = text if count else text.encode()[:size].decode(errors="ignore")
    # With the measures open and the patterns compiled.
    scale.check(scale.read("warm.txt", article(500).encode()), DAY)
    begin = time.process_time()
    read = scale.read("large.txt", text.encode())
    between = time.process_time()
    found = scale.check(read, DAY)
    ended = time.process_time()
    return Timed(what, words(text), len(text), len(found.verdicts), between - begin, ended - between, peak_mib())


if __name__ == "__main__":
    print(json.dumps(vars(timed(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])))))
