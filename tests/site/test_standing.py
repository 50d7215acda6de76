"""What a later publication leaves as it stands: pages and plans of races whose figures did not change."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.site.field import book
from weighbridge.outputs import Book, site
from weighbridge.outputs.site import choosing
from weighbridge.outputs.site.plan_memory import NOTE

if TYPE_CHECKING:
    from weighbridge.charts.combinations import Combinations
    from weighbridge.estimate import Series
    from weighbridge.outputs import Chapter

Stamps = Mapping[str, int]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("standing")
    site.write(book(), folder)
    return folder


def stamps(folder: Path, under: str) -> Stamps:
    return {str(path.relative_to(folder)): path.stat().st_mtime_ns for path in (folder / under).rglob("index.html")}


def later(found: Book, measure: str) -> Book:
    """Give a book of a later lake in which one measure alone has new figures."""

    def of(series: Series, *, new: bool) -> Series:
        held = replace(series, provenance=replace(series.provenance, lake_digest="e" * 64))
        first, *rest = series.estimates
        return replace(held, estimates=(replace(first, n=first.n + 1), *rest)) if new else held

    chapters = [
        replace(c, entries=tuple(
            replace(e, series=e.series and of(e.series, new=c.name == measure)) for e in c.entries
        )) for c in found.chapters
    ]  # fmt: skip
    return replace(found, chapters=tuple(chapters), provenance=replace(found.provenance, lake_digest="e" * 64))


def test_races_of_another_source_are_left(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = stamps(written, "zh/race")
    laid: list[str] = []
    found = choosing.found

    def noted(chapter: Chapter, series: Series) -> Combinations | None:
        laid.append(chapter.name)
        return found(chapter, series)

    monkeypatch.setattr(choosing, "found", noted)
    site.write(later(book(), "capability"), written)
    after = stamps(written, "zh/race")
    moved = {name for name in after if after[name] != before[name]}
    assert moved
    assert all("capability" in name for name in moved)
    assert set(laid) == {"capability"}, "the pictures of the others are not laid out again"


def test_a_spoilt_note_costs_time_and_no_picture(written: Path) -> None:
    (written / NOTE).write_text('{"a": [1, 2')
    site.write(book(), written)
    kept = json.loads((written / NOTE).read_text("utf-8"))
    assert len(kept) == 2 * sum(1 for _ in book().series())


def test_a_picture_that_is_gone_is_drawn_again(written: Path) -> None:
    site.write(book(), written)
    for path in (written / ".drawings").glob("*.svg"):
        path.unlink()
    (written / ".site.json").unlink()
    site.write(book(), written)
    pages = list((written / "en" / "race").rglob("index.html"))
    assert pages
    assert all("<svg" in page.read_text("utf-8") for page in pages if "survival" not in str(page))
