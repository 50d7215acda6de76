"""How long the site takes: that of the archive cold, unchanged, and after one source changed; and of many pages."""

from __future__ import annotations

import json
import multiprocessing
import shutil
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import weighbridge
from benchmarks.watch import Watch, peak_mib

if TYPE_CHECKING:
    from weighbridge.api import Weighbridge

CHANGED = "ollama"  # the source whose newest snapshot comes later
SIZES = (2_500, 5_000, 10_000)  # makers, each with a page in two languages


@dataclass
class Result:
    """Seconds by step for the archive; by number of pages: seconds of writing, bytes, MiB."""

    seconds: dict[str, float] = field(default_factory=dict)
    processor: dict[str, float] = field(default_factory=dict)
    pages: int = 0
    growth: list[tuple[int, float, float]] = field(default_factory=list)  # pages, seconds, peak MiB


def bench(archive: Path, sizes: tuple[int, ...] = SIZES) -> Result:
    """Measure both; the archive is a folder of snapshots."""
    result, scratch = Result(), Path(tempfile.mkdtemp(prefix="weighbridge-site-"))
    try:
        _of_archive(archive, scratch, result)
    finally:
        shutil.rmtree(scratch)
    result.growth = [_apart(makers) for makers in sizes]
    return result


def _of_archive(archive: Path, scratch: Path, result: Result) -> None:
    """Build and publish all but the newest snapshot of one source, again, and then with it."""
    early, store, out = scratch / "early", scratch / "store", scratch / "site"
    shutil.copytree(archive, early)
    held_back = _newest(early)
    watch = Watch()
    scale = weighbridge.open(store)
    scale.take_in(_without(early, held_back, scratch / "first"))
    with watch.step("build the tables"):
        scale.build()
    written = _published(scale, out, watch, "cold")
    result.pages = sum(path.name == "index.html" for path in written)
    with watch.step("publish, nothing changed"):
        weighbridge.open(store).publish(out)
    scale = weighbridge.open(store)
    scale.take_in(early)
    with watch.step("build the tables, one source changed"):
        scale.build()
    _published(scale, out, watch, "one source changed")
    result.seconds, result.processor = watch.seconds, watch.processor


def _published(scale: Weighbridge, out: Path, watch: Watch, when: str) -> list[Path]:
    """Publish, and time also how long figures take and how long all that is made of them."""
    with ExitStack() as parts:
        parts.enter_context(watch.step(f"publish, {when}"))
        part = parts.enter_context(ExitStack())
        part.enter_context(watch.step(f"publish, {when}: figures"))

        def says(what: str) -> None:
            if what == "write site":
                part.close()
                part.enter_context(watch.step(f"publish, {when}: site"))

        return scale.publish(out, says)


def _newest(folder: Path) -> str:
    """Name the newest snapshot of the source that changes."""
    lines = [json.loads(line) for line in (folder / "manifest.jsonl").read_text("utf-8").splitlines() if line]
    return max(str(entry["path"]) for entry in lines if entry["source"] == CHANGED)


def _without(folder: Path, path: str, target: Path) -> Path:
    shutil.copytree(folder, target)
    kept = [line for line in (folder / "manifest.jsonl").read_text("utf-8").splitlines() if line]
    kept = [line for line in kept if json.loads(line)["path"] != path]
    (target / "manifest.jsonl").write_text("\n".join(kept) + "\n", "utf-8")
    return target


def _apart(makers: int) -> tuple[int, float, float]:
    """Write a site of its own process: memory of one size is none of the next."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_grown, (makers,))


def _grown(makers: int) -> tuple[int, float, float]:
    from benchmarks.site_field import book
    from weighbridge.outputs import site

    held = book(makers)
    with tempfile.TemporaryDirectory(prefix="weighbridge-site-") as folder:
        before = time.perf_counter()
        written = site.write(held, Path(folder))
        took = time.perf_counter() - before
    return sum(path.name == "index.html" for path in written), took, peak_mib()
