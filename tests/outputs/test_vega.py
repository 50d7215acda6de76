from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from tests.outputs.books import bounded, counted
from weighbridge.charts import script as bundled
from weighbridge.charts import spec
from weighbridge.charts.course import spec as placed
from weighbridge.charts.format import NARROW, WIDE, Format
from weighbridge.charts.frame import VEGA_LITE
from weighbridge.charts.picture import svg
from weighbridge.charts.points import drawing
from weighbridge.charts.seen import SVG
from weighbridge.charts.vega import drawn
from weighbridge.outputs.site import engine

TEXT = f"{{{SVG}}}text"
MADE = "globalThis.made = 'by a bundler';"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Keep scripts elsewhere, and bundle in no time."""
    monkeypatch.setattr(bundled, "_folder", lambda: tmp_path / "cache")
    monkeypatch.setattr(bundled, "_bundled", lambda: MADE)
    bundled._script.cache_clear()
    yield tmp_path / "cache"
    bundled._script.cache_clear()


def again() -> str:
    bundled._script.cache_clear()
    return bundled.script()


def in_page(size: Format) -> dict[str, Any]:
    return placed(counted(), drawing(counted()), size)


def told(picture: str) -> list[tuple[str, str | None, dict[str, str]]]:
    """Give everything in a picture, but not which labels of an axis are left out: that is by how wide they are."""
    every = ET.fromstring(picture).iter()  # noqa: S314 - made here a moment ago
    return [(e.tag, e.text, {name: at for name, at in e.items() if (e.tag, name) != (TEXT, "opacity")}) for e in every]


@pytest.mark.parametrize(
    "make",
    [
        lambda: in_page(WIDE),
        lambda: in_page(NARROW),
        lambda: spec(counted(n=1), "One day"),
        lambda: spec(bounded(), "Bounds"),
    ],
    ids=["wide", "narrow", "dots", "bounds"],
)
def test_it_draws_what_the_reference_draws(make: Callable[[], dict[str, Any]]) -> None:
    import vl_convert

    made = make()
    assert told(drawn(made)) == told(vl_convert.vegalite_to_svg(made, vl_version=VEGA_LITE))


def test_what_is_no_chart_is_refused_in_words_and_the_next_is_drawn() -> None:
    with pytest.raises(ValueError, match="the chart cannot be drawn"):
        drawn({"mark": "no such mark", "data": {"values": [{}]}})
    assert drawn(in_page(WIDE)).startswith("<svg")


def test_it_draws_where_an_event_loop_runs() -> None:
    async def notebook() -> str:
        return drawn(in_page(WIDE))

    with ThreadPoolExecutor(1) as other:  # a browser's loop may run in this one
        assert other.submit(lambda: asyncio.run(notebook())).result() == drawn(in_page(WIDE))


def test_data_are_no_code() -> None:
    text = '"}); draw = undefined; globalThis.broken = true; //</script>\u2028${1}'
    made = {"data": {"values": [{"text": text}]}, "mark": "text", "encoding": {"text": {"field": "text"}}}
    assert ET.fromstring(drawn(made)).findtext(f".//{TEXT}") == text  # noqa: S314 - made here a moment ago
    assert drawn(made) == drawn(made)


def labels(label: str) -> int:
    """Count the labels that are shown of those that stand 30 pixels apart, in letters 10 pixels high."""
    axis = {"labelOverlap": True, "values": [0, 1, 2, 3, 4], "labelExpr": f"'{label}'", "labelFontSize": 10}
    x = {"field": "x", "type": "quantitative", "title": None, "axis": axis}
    made = {"width": 120, "data": {"values": [{"x": 0}, {"x": 4}]}, "mark": "point", "encoding": {"x": x}}
    return svg(made, label).count("<text")


def test_of_labels_that_would_overlap_some_are_left_out_and_chinese_letters_are_wider() -> None:
    assert [labels(text) for text in ("abc", "一二", "iiii", "abcdef", "一二三", "100%")] == [5, 5, 5, 3, 3, 3]


def test_a_script_is_bundled_once_and_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert bundled.script() == MADE
    monkeypatch.setattr(bundled, "_bundled", None)
    assert again() == MADE
    assert [path.name for path in folder.iterdir()] == [bundled.name()]


def test_it_is_bundled_beside_whatever_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(bundled, "_bundled", None)
    bundled.begin()
    _until(bundled._BUNDLING.locked)
    assert "vegaEmbed" in again()


def test_where_no_process_bundles_it_is_made_here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    bundled.begin()
    assert bundled.script() == MADE
    assert [path.name for path in folder.iterdir()] == [bundled.name()]


@pytest.mark.parametrize("met", [PermissionError(13, "Permission denied"), RuntimeError("no home")])
def test_where_there_is_no_folder_of_ones_own_it_is_made(
    folder: Path, monkeypatch: pytest.MonkeyPatch, met: Exception
) -> None:
    def refuse() -> Path:
        raise met

    monkeypatch.setattr(bundled, "_folder", refuse)
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    bundled.begin()
    assert bundled.script() == MADE
    assert not folder.exists()


def test_what_is_kept_is_not_begun(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bundled.script()
    monkeypatch.setattr(subprocess, "run", None)
    monkeypatch.setattr("threading.Thread", None)
    bundled.begin()
    assert folder.is_dir()


def test_a_script_of_a_site_that_is_not_whole_is_written_again(folder: Path, tmp_path: Path) -> None:
    assert not folder.exists()
    for held in (None, "globalThis.ma"):
        if held is not None:
            engine.path(tmp_path).write_text(held)
        engine.write(tmp_path)
        assert engine.path(tmp_path).read_text() == MADE


def _until(holds: Callable[[], bool]) -> None:
    for _ in range(5_000):
        if holds():
            return
        time.sleep(0.001)


@pytest.mark.parametrize("spoilt", ["", "half", MADE, f"{'0' * 64}\n{MADE} // and more", "\udcff"])
def test_what_is_not_whole_is_not_run_but_made_again(folder: Path, spoilt: str) -> None:
    bundled.script()
    (folder / bundled.name()).write_bytes(spoilt.encode("utf-8", "surrogateescape"))
    assert again() == MADE
    assert (folder / bundled.name()).read_text("utf-8").endswith(f"\n{MADE}")


def test_where_nothing_can_be_kept_it_is_made(folder: Path) -> None:
    folder.write_text("no folder")
    assert bundled.script() == MADE
    assert again() == MADE
    assert folder.read_text() == "no folder"


def test_a_link_in_its_place_is_not_followed_when_it_is_written(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("mine")
    folder.mkdir()
    (folder / bundled.name()).symlink_to(other)
    bundled.script()
    assert other.read_text() == "mine"
