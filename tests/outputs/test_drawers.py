from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from tests.outputs.books import bounded
from weighbridge import charts
from weighbridge.charts import drawer, spec
from weighbridge.charts import drawers as drawing
from weighbridge.charts.drawers import FEW, Drawers
from weighbridge.charts.inset import SLOT, Inset
from weighbridge.charts.picture import svg
from weighbridge.charts.seen import SVG

MANY = FEW + 4
BLANK = f'<svg xmlns="{SVG}" width="60" height="40">{SLOT}</svg>'
BAD = {"$schema": "https://vega.github.io/schema/vega-lite/v6.4.json", "mark": 3}


@pytest.fixture(scope="module")
def chart() -> dict[str, Any]:
    return spec(bounded(), "Share of tokens")


def asked(drawers: Drawers, chart: dict[str, Any], n: int) -> list[str]:
    return [drawers.svg(chart, f"picture {i}") for i in range(n)]


def test_several_processes_draw_what_one_draws(tmp_path: Path, chart: dict[str, Any]) -> None:
    with Drawers(tmp_path, processes=2) as drawers:
        names = asked(drawers, chart, MANY)
    assert [drawers.read(name).decode() for name in names] == [svg(chart, f"picture {i}") for i in range(MANY)]


def test_few_pictures_start_no_process(tmp_path: Path, chart: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("subprocess.Popen", None)
    with Drawers(tmp_path, processes=2) as drawers:
        names = asked(drawers, chart, 2)
    assert all((tmp_path / name).exists() for name in names)


@pytest.mark.parametrize("broken", ["/nowhere/python", "/bin/false"])
def test_where_no_process_draws_it_is_drawn_here(
    tmp_path: Path, chart: dict[str, Any], monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    monkeypatch.setattr(sys, "executable", broken)
    with Drawers(tmp_path, processes=2) as drawers:
        names = asked(drawers, chart, MANY)
    assert all(drawers.read(name).startswith(b"<svg") for name in names)


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="no groups of processes on this system")
def test_who_interrupts_a_terminal_hears_no_process_that_draws(tmp_path: Path, chart: dict[str, Any]) -> None:
    many = "[drawers.svg({**chart, 'title': str(i)}, str(i)) for i in range(400)]"
    code = f"""
import json, signal, sys
from pathlib import Path
from weighbridge.charts.drawers import Drawers
chart = json.loads(sys.stdin.read())
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    with Drawers(Path(sys.argv[1]), processes=2) as drawers:
        {many}
except KeyboardInterrupt:
    sys.exit(130)
"""
    command = [sys.executable, "-c", code, str(tmp_path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stderr=pipe, start_new_session=True) as process:
        assert process.stdin is not None
        process.stdin.write(json.dumps(chart).encode())
        process.stdin.close()
        while len(list(tmp_path.glob("*.svg"))) < MANY:
            assert process.poll() is None
            time.sleep(0.05)
        os.killpg(process.pid, signal.SIGINT)
        assert process.stderr is not None
        assert (process.stderr.read(), process.wait(60)) == (b"", 130)
    assert len(list(tmp_path.glob("*.svg"))) < 400
    assert not list(tmp_path.glob(".*"))


def test_the_same_picture_is_asked_for_once(tmp_path: Path, chart: dict[str, Any]) -> None:
    with Drawers(tmp_path) as drawers:
        assert drawers.svg(chart, "says") == drawers.svg(chart, "says")
    assert len(list(tmp_path.iterdir())) == 1


def test_another_drawer_has_other_names(tmp_path: Path, chart: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    with Drawers(tmp_path) as drawers:
        first = drawers.svg(chart, "says")
        monkeypatch.setattr(drawing, "_drawn_by", lambda: b"a later version")
        assert drawers.svg(chart, "says") != first


@pytest.mark.parametrize("library", ["vl-convert-python", "mini-racer", "pyvips", "pyvips-binary"])
def test_another_version_of_what_draws_is_another_drawer(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    now = drawing._drawn_by.__wrapped__()
    monkeypatch.setattr(drawing, "version", lambda name: "99" if name == library else version(name))
    assert drawing._drawn_by.__wrapped__() != now


def test_other_fonts_are_another_drawer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now, own = drawing._drawn_by.__wrapped__(), tmp_path / "charts"
    shutil.copytree(Path(charts.__file__).parent, own)
    monkeypatch.setattr(drawing, "files", lambda _: own)
    assert drawing._drawn_by.__wrapped__() == now
    font = next((own / "fonts").glob("*.otf"))
    font.write_bytes(font.read_bytes() + b"\0")
    assert drawing._drawn_by.__wrapped__() != now


def test_what_was_not_asked_for_is_removed(tmp_path: Path, chart: dict[str, Any]) -> None:
    for name in (f"{'0' * 64}.svg", f".{'0' * 64}.png.part"):
        (tmp_path / name).write_text("<svg/>")
    with Drawers(tmp_path) as drawers:
        name = drawers.svg(chart, "says")
    drawers.prune()
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_files_of_others_stay(tmp_path: Path) -> None:
    (tmp_path / "mine.svg").write_text("<svg/>")
    Drawers(tmp_path).prune()
    assert (tmp_path / "mine.svg").exists()


def test_a_specification_that_cannot_be_drawn_says_so(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="cannot be drawn"), Drawers(tmp_path) as drawers:
        drawers.svg(BAD, "says")


def test_what_cannot_be_drawn_holds_up_nothing_that_is_asked_for_later(tmp_path: Path, chart: dict[str, Any]) -> None:
    with suppress(ValueError), Drawers(tmp_path, processes=2) as drawers:
        bad = drawers.svg(BAD, "says")
        for _ in range(2):  # it is said to each who waits for it
            with pytest.raises(ValueError, match="cannot be drawn"):
                drawers.read(bad)
        names = asked(drawers, chart, MANY)
        assert all(drawers.read(name) for name in names)


def held(drawers: Drawers, chart: dict[str, Any], n: int) -> list[str]:
    return [drawers.png(BLANK, Inset(name, 0, 0, 60, 40, "serif")) for name in asked(drawers, chart, n)]


def test_a_picture_that_went_away_is_not_waited_for(tmp_path: Path, chart: dict[str, Any]) -> None:
    with Drawers(tmp_path, processes=2) as drawers:
        names = asked(drawers, chart, MANY)
        drawers.settle()
        (tmp_path / names[0]).unlink()
        with pytest.raises(FileNotFoundError, match=names[0]):
            drawers.read(names[0])


def test_what_one_process_cannot_draw_keeps_no_other_waiting(tmp_path: Path, chart: dict[str, Any]) -> None:
    """Nor the picture that would hold it, which its process says at once."""
    names: list[str] = []

    def asked_for_both() -> None:
        with Drawers(tmp_path, processes=2) as drawers:
            names.extend(held(drawers, chart, MANY))
            held(drawers, BAD, 1)

    with pytest.raises(ValueError, match="cannot be drawn"):
        asked_for_both()
    assert all((tmp_path / name).exists() for name in names)


def test_when_a_process_is_killed_the_other_draws_on(
    tmp_path: Path, chart: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[subprocess.Popen[bytes]] = []
    start, here = subprocess.Popen, drawer.draw

    def noted(*args: Any, **given: Any) -> subprocess.Popen[bytes]:  # noqa: ANN401 - as Popen takes them
        begun.append(start(*args, **given))
        return begun[-1]

    drawn_here: list[str] = []

    def told(job: dict[str, Any], folder: Path) -> None:
        drawn_here.append(job["name"])
        here(job, folder)

    monkeypatch.setattr(subprocess, "Popen", noted)
    monkeypatch.setattr(drawer, "draw", told)
    with Drawers(tmp_path, processes=2) as drawers:
        names = held(drawers, chart, 4 * MANY)
        drawers.read(names[0])
        begun[0].kill()
    assert all((tmp_path / name).exists() for name in names)
    assert len(begun) == 2
    assert len(drawn_here) <= 4, "what was killed, and what it held"


def test_what_else_a_process_says_is_no_answer(
    tmp_path: Path, chart: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sitecustomize.py").write_text("print('good morning')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(drawer, "draw", None)
    with Drawers(tmp_path / "drawn", processes=2) as drawers:
        names = asked(drawers, chart, MANY)
    assert all((tmp_path / "drawn" / name).exists() for name in names)


@pytest.mark.parametrize("processes", [0, 2])
def test_a_picture_holds_a_chart_that_was_asked_for_with_it(
    tmp_path: Path, chart: dict[str, Any], processes: int
) -> None:
    with Drawers(tmp_path, processes=processes) as drawers:
        names = held(drawers, chart, MANY)
        empty = drawers.png(BLANK)
    shown = {drawers.read(name) for name in names}
    assert len(shown) == 1, "one chart under several readings looks the same"
    assert shown != {drawers.read(empty)}


def test_what_stands_need_not_be_laid_out_again(tmp_path: Path, chart: dict[str, Any]) -> None:
    with Drawers(tmp_path) as drawers:
        (name,) = asked(drawers, chart, 1)
    with Drawers(tmp_path) as later:
        assert later.stand([name])
        assert not later.stand([name, "0.svg"])
    later.prune()
    assert (tmp_path / name).exists()


def test_an_error_does_not_wait_for_what_is_not_drawn_yet(tmp_path: Path, chart: dict[str, Any]) -> None:
    def begun() -> None:
        with Drawers(tmp_path, processes=2) as drawers:
            asked(drawers, chart, 40 * MANY)
            raise KeyError("a page")

    with pytest.raises(KeyError, match="a page"):
        begun()
    assert len(list(tmp_path.glob("*.svg"))) < MANY
