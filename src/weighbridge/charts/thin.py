"""A specification without the layers that would draw nothing: each costs time, whether or not it has rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

_TERM = re.compile(r"isValid\(datum\.(\w+)\)|datum\.(\w+)")
# What the words of `marks` and `course` say of a row, and no more.
_SIMPLE = re.compile(r"(?:isValid\(datum\.\w+\)|datum\.\w+)(?: && (?:isValid\(datum\.\w+\)|datum\.\w+))*")
_PLACES = ("x", "y", "x2", "y2")
Rows = Mapping[str, list[dict[str, Any]]]


def thinned(spec: dict[str, Any]) -> dict[str, Any]:
    """Give the specification with only those layers that have a row to draw."""
    rows: Rows = spec["datasets"]
    kept = [layer for layer in spec["layer"] if _draws(layer, rows)]
    named = {layer["data"]["name"] for layer in kept}
    return spec | {"layer": kept, "datasets": {name: held for name, held in rows.items() if name in named}}


def _draws(layer: dict[str, Any], rows: Rows) -> bool:
    """Say whether a row has a place in the picture and passes the filter."""
    fields = [layer["encoding"][name]["field"] for name in _PLACES if "field" in layer["encoding"].get(name, {})]
    held = [row for row in rows[layer["data"]["name"]] if all(row.get(field) is not None for field in fields)]
    return all(any(_passed(held, step["filter"])) for step in layer.get("transform", ())) and bool(held)


def _passed(rows: Iterable[dict[str, Any]], only: str) -> Iterable[bool]:
    """Say of each row whether it may pass a filter; one in words that are not known here lets all pass."""
    if not _SIMPLE.fullmatch(only):
        return (True for _ in rows)
    fields = [valid or plain for valid, plain in _TERM.findall(only)]
    zero = {valid for valid, _ in _TERM.findall(only) if valid}
    return (all(row.get(f) is not None if f in zero else bool(row.get(f)) for f in fields) for row in rows)
