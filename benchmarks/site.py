"""How long the site takes: that of the archive cold, unchanged, and after each source changed; and of many pages."""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import weighbridge
from benchmarks.watch import Watch, peak_mib

if TYPE_CHECKING:
    from collections.abc import Mapping

    from weighbridge.api import Weighbridge

SIZES = (2_500, 5_000, 10_000)  # makers, each with a page in two languages


@dataclass
class Change:
    """What the newest day of one source takes: seconds to build its tables, of its figures, and of the pages."""

    source: str
    tables: float
    figures: float
    site: float
    pages: int  # that changed


@dataclass
class Result:
    """Seconds by step for the archive, and by source that changed; by number of pages: seconds of writing, MiB."""

    seconds: dict[str, float] = field(default_factory=dict)
    processor: dict[str, float] = field(default_factory=dict)
    pages: int = 0
    changes: list[Change] = field(default_factory=list)
    growth: list[tuple[int, float, float]] = field(default_factory=list)  # pages, seconds, peak MiB


def bench(archive: Path, sizes: tuple[int, ...] = SIZES) -> Result:
    """Measure both; the archive is a folder of snapshots."""
    result, scratch = Result(), Path(tempfile.mkdtemp(prefix="weighbridge-site-"))
    try:
        _of_archive(archive, scratch, result)
        _of_changes(archive, scratch, result)
    finally:
        shutil.rmtree(scratch)
    result.growth = [_apart(makers) for makers in sizes]
    return result


def _of_archive(archive: Path, scratch: Path, result: Result) -> None:
    """Build and publish the archive, and again."""
    store, out, watch = scratch / "whole", scratch / "whole-site", Watch()
    scale = weighbridge.open(store)
    scale.take_in(archive)
    with watch.step("build the tables"):
        scale.build()
    written = _published(scale, out, watch, "cold")
    with watch.step("publish, nothing changed"):
        weighbridge.open(store).publish(out)
    result.pages = sum(path.name == "index.html" for path in written)
    result.seconds, result.processor = watch.seconds, watch.processor


def _of_changes(archive: Path, scratch: Path, result: Result) -> None:
    """Publish all but the newest day of each source that has several, and then with one after the other of them."""
    early, store, out = scratch / "early", scratch / "store", scratch / "site"
    shutil.copytree(archive, early)
    newest = _newest(early)
    scale = weighbridge.open(store)
    scale.take_in(_without(early, newest))
    scale.build()
    scale.publish(out)
    while newest:
        source, _ = newest.popitem()
        scale = weighbridge.open(store)
        scale.take_in(_without(early, newest))
        result.changes.append(_changed(scale, out, source))


def _changed(scale: Weighbridge, out: Path, source: str) -> Change:
    watch, before = Watch(), _stamps(out)
    with watch.step("tables"):
        scale.build()
    _published(scale, out, watch, source)
    # What no figure rests on is not published again.
    figures, site = (watch.seconds.get(f"publish, {source}: {part}", 0.0) for part in ("figures", "site"))
    return Change(source, watch.seconds["tables"], figures, site, len(_stamps(out).items() - before.items()))


def _stamps(out: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in out.glob("*/**/index.html")}


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


def _newest(folder: Path) -> dict[str, str]:
    """Give the folder of the newest day of each source that has several."""
    days: dict[str, set[str]] = {}
    for entry in map(json.loads, _lines(folder)):
        days.setdefault(entry["source"], set()).add(str(Path(entry["path"]).parent))
    return {source: max(found) for source, found in sorted(days.items()) if len(found) > 1}


def _without(folder: Path, held_back: Mapping[str, str]) -> Path:
    """Give a folder of links to all snapshots but those of the folders held back."""
    target = folder.with_name(f"without-{len(held_back)}")
    shutil.copytree(folder, target, copy_function=os.link, ignore=shutil.ignore_patterns("manifest.jsonl"))
    left = set(held_back.values())
    kept = [line for line in _lines(folder) if str(Path(json.loads(line)["path"]).parent) not in left]
    (target / "manifest.jsonl").write_text("\n".join(kept) + "\n", "utf-8")
    return target


def _lines(folder: Path) -> list[str]:
    return [line for line in (folder / "manifest.jsonl").read_text("utf-8").splitlines() if line]


def _apart(makers: int) -> tuple[int, float, float]:
    """Write a site of its own process: memory of one size is none of the next."""
    # A process of `multiprocessing.Pool` may have none of its own, and pages are filled by several.
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(_grown, makers).result()


def _grown(makers: int) -> tuple[int, float, float]:
    from benchmarks.site_field import book
    from weighbridge.outputs import site

    held = book(makers)
    with tempfile.TemporaryDirectory(prefix="weighbridge-site-") as folder:
        before = time.perf_counter()
        written = site.write(held, Path(folder))
        took = time.perf_counter() - before
    return sum(path.name == "index.html" for path in written), took, peak_mib()
