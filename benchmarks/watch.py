"""Wall time by step and peak memory: of the process and of those that it started, as Spark's Java, which still run."""

from __future__ import annotations

import re
import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

MEBIBYTE = 2**20


class Watch:
    """Times steps by name, in seconds of wall time and of processor time over all threads."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.processor: dict[str, float] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time what runs inside."""
        wall, processor = time.perf_counter(), _processor()
        yield
        self.seconds[name] = time.perf_counter() - wall
        self.processor[name] = _processor() - processor


def peak_mib() -> float:
    """Give the most memory that this process ever held, in MiB, and each that it started, added up."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    own = peak / MEBIBYTE if sys.platform == "darwin" else peak / 1024
    return own + sum(map(_peak_mib, psutil.Process().children(recursive=True)))


def _processor() -> float:
    """Give processor seconds so far, those of processes that were started included, whether they run or ended."""
    started = [process.cpu_times() for process in psutil.Process().children(recursive=True)]
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    running = sum(times.user + times.system for times in started)
    return time.process_time() + running + ended.ru_utime + ended.ru_stime


def _peak_mib(process: psutil.Process) -> float:
    """Give the most that `process` ever held where the system keeps it (Linux), else what it holds now."""
    kept = Path(f"/proc/{process.pid}/status")
    found = re.search(r"^VmHWM:\s*(\d+) kB$", kept.read_text("ascii"), re.MULTILINE) if kept.exists() else None
    return int(found[1]) / 1024 if found else process.memory_info().rss / MEBIBYTE
