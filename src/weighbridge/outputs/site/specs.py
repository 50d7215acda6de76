"""The specification of a chart in both sizes as scripts take it: that of the drawn picture without their own rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from weighbridge.charts import course
from weighbridge.charts.colours import MUTED
from weighbridge.charts.marks import mark
from weighbridge.charts.points import BUCKET, Drawing
from weighbridge.outputs.site.courses import FORMATS

if TYPE_CHECKING:
    from weighbridge.charts.course import Happened
    from weighbridge.estimate import Series
    from weighbridge.outputs.site.languages import Language

# Rows that scripts make from the groups that are chosen.
_MADE = ("lines", "edges", "grey", "labels")


def specs(
    language: Language, series: Series, shown: Drawing, events: Sequence[Happened] = (), *, beside: bool = False
) -> dict[str, Any]:
    """Give the specification in both sizes; `beside`: with room for the figures under the defaults."""
    # Every group, so that any may be chosen; few points, for what is made of them here is thrown away.
    whole = Drawing((*shown.top, *shown.rest), (), shown.periods).within(BUCKET)
    found: dict[str, Any] = {}
    for name, size in FORMATS.items():
        made = course.spec(series, whole, size, language.words, events)
        made["datasets"] = {rows: told for rows, told in made["datasets"].items() if rows not in _MADE}
        if beside:
            made["layer"].append((_line if shown.periods > 1 else _tick)(made["layer"]))
        found[name] = {"spec": made, "label": size.label, "dot": course.DOT, "cut": list(FORMATS).index(name)}
    return found


def _line(layers: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Give a dotted line along the figures under the defaults, in the colour of each group."""
    at = next(layer["encoding"] for layer in layers if layer["data"]["name"] == "lines" and _is(layer, "line"))
    dotted = {"type": "line", "strokeWidth": 1.3, "strokeDash": [0.1, 3.5], "strokeCap": "round", "order": False}
    return mark("default", dotted, {name: at[name] for name in ("x", "y", "color")})


def _tick(layers: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Give a mark at the figure under the defaults, beside that under another choice."""
    dots = next(layer["encoding"] for layer in layers if _is(layer, "point"))
    tick = {"type": "tick", "thickness": 1.5, "size": 15, "color": MUTED, "opacity": 1}
    return mark("default", tick, {"x": dots["x"], "y": dots["y"]}, "isValid(datum.value)")


def _is(layer: Mapping[str, Any], kind: str) -> bool:
    return bool(layer["mark"]["type"] == kind)
