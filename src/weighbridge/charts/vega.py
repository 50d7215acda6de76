"""Vega-Lite drawn by Vega in V8, which starts in a third of a second and draws one chart after another.

It has the language alone: no files, no network, no fonts. See decision 27.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import orjson

from weighbridge.charts.script import script

if TYPE_CHECKING:
    from py_mini_racer import JSFunction, MiniRacer

MOST_SECONDS, MOST_BYTES = 60, 2**31  # of one chart, and of all that the engine holds


def drawn(spec: dict[str, Any]) -> str:
    """Give a chart in Vega-Lite as SVG, as Vega writes it; ValueError where it cannot be drawn."""
    return _thread().submit(_drawn, orjson.dumps(spec).decode()).result()


@cache
def _thread() -> ThreadPoolExecutor:
    """Give the one thread that draws: where an event loop runs, as in a notebook, the engine waits for nothing."""
    return ThreadPoolExecutor(1, "vega")


def _drawn(spec: str) -> str:
    from py_mini_racer import JSEvalException, JSPromise, JSPromiseError

    try:
        begun = _draw()(spec, timeout_sec=MOST_SECONDS)
        assert isinstance(begun, JSPromise)  # noqa: S101 - `draw` is async
        return str(begun.get(timeout=MOST_SECONDS))
    except (JSEvalException, JSPromiseError) as error:
        reason = str(error).partition("\n")[0]
        raise ValueError(f"the chart cannot be drawn: {reason}") from error


@cache
def _draw() -> JSFunction:
    from py_mini_racer import JSFunction

    draw = _engine().eval("draw")
    assert isinstance(draw, JSFunction)  # noqa: S101 - see still.js
    return draw


@cache
def _engine() -> MiniRacer:
    """Give the engine of this process: what it gives away lives no longer than itself."""
    from py_mini_racer import MiniRacer

    engine = MiniRacer()
    engine.set_hard_memory_limit(MOST_BYTES)
    engine.eval((files("weighbridge.charts") / "still.js").read_text("utf-8"))
    engine.eval(script())
    return engine
