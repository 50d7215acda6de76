"""A specification chart: what every combination of choices says, in order, over a matrix of the options that it takes.

After Simonsohn, Simmons and Nelson, "Specification curve analysis", Nature Human Behaviour 4 (2020), 1208-1214.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from weighbridge import wording
from weighbridge.charts.colours import DAY, HAIR, INK, MUTED
from weighbridge.charts.frame import bare
from weighbridge.charts.lines import cut, width
from weighbridge.charts.marks import amounts, beside_axis, mark

if TYPE_CHECKING:
    from weighbridge.charts.combinations import Combination, Combinations
    from weighbridge.charts.format import Format
    from weighbridge.charts.marks import Marks, Rows
    from weighbridge.estimate import Series
    from weighbridge.tongue import Wording

MOST_ALONE, MOST_COLUMNS = 60, 36  # of the matrix: of more combinations a column stands for several, in order
MOST_DOTS = 180  # of the curve: of more combinations every second, third, ... is drawn, and the one taken
GAP, ROW, HEAD, CELL = 16, 15, 21, 9  # pixels: below the curve, of an option, of a decision, of a mark down
STACKED = 30  # pixels of an option whose words stand above its marks
SHADES = 5  # how many parts of a column are told apart
LETTER, BESIDE = 0.62, 16  # of a bold letter, in parts of its height, about; pixels between two names
ROOM = 0.06  # of the reach of the curve, left free at both ends


@dataclass(frozen=True)
class Decision:
    """A choice in words: its options by name and what each says, in the order of the measure."""

    name: str
    says: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Paint:
    """The colour of each group that is ahead under some combination; of any other figure that of `subject`."""

    groups: Mapping[str, str]
    subject: str

    def of(self, each: Combination, *, raced: bool) -> str:
        """Give the colour of a combination: muted where nobody is ahead."""
        if not raced:
            return self.groups[self.subject]
        return self.groups.get(each.ahead or "", MUTED)


def paint(found: Combinations, painted: Mapping[str, str]) -> Paint:
    """Keep the colours that groups have in the chart of the race; others get those that are left, while any are."""
    wanted = dict.fromkeys([found.subject, *(each.ahead for each in found.each if each.ahead)])
    free = iter([colour for colour in DAY if colour not in painted.values()])
    return Paint({group: painted.get(group) or next(free, INK) for group in wanted}, found.subject)


def decided(found: Combinations, decisions: Sequence[Decision]) -> list[Decision]:
    """Give the decisions on which the combinations differ, with the options that any of them takes."""
    kept = []
    for one in decisions:
        taken = {each.choices.get(one.name) for each in found.each}
        if len(taken) > 1:
            kept.append(Decision(one.name, one.says, tuple(o for o in one.options if o[0] in taken)))
    return kept


def each_drawn(found: Combinations) -> int:
    """Say which of the combinations have a point in the curve: every one, every second, and so on."""
    return -(-len(found.each) // MOST_DOTS)


def columns(found: Combinations) -> list[Sequence[Combination]]:
    """Give the columns of the matrix: one combination each, or runs of as many in order."""
    n = len(found.each)
    wide = n if n <= MOST_ALONE else MOST_COLUMNS
    return [found.each[a:b] for a, b in pairwise([n * i // wide for i in range(wide + 1)])]


def spec(
    series: Series,
    found: Combinations,
    decisions: Sequence[Decision],
    size: Format,
    painted: Mapping[str, str],
    said: Callable[[str], str],
    words: Wording = wording,
) -> dict[str, Any]:
    """Give the chart without title: the curve above, and below it the options in words beside or above their marks.

    `painted` are the colours of groups in the chart of the race, by id; `said` names a group by its id.
    """
    stacked = size.words == 0
    size = beside_axis(size, words, series.unit, _reach(found, series.unit)[1])
    left = size.left if stacked else size.words
    across = size.width - left - 8
    colours = paint(found, painted)
    curve, rows = _curve(series, found, size, colours, across, words)
    matrix, cells, below = _matrix(found, decided(found, decisions), size, colours, across, stacked=stacked)
    named = _named(found, colours, 8 - left if stacked else 0, size, said) if found.raced else []
    names = {"x": _at("x"), "y": {"value": -14}, "text": {"field": "text"}, "color": _at("colour")}
    text = {"type": "text", "align": "left", "fontSize": size.figure_size, "fontWeight": 600}
    drawn = [*curve, *matrix, mark("ahead", text, names)], rows | cells | {"ahead": named}
    return bare((across, size.curve), (28 if found.raced else 10, 8, below, left), drawn, size.axis_size)


def _named(
    found: Combinations, colours: Paint, start: float, size: Format, said: Callable[[str], str]
) -> list[dict[str, Any]]:
    """Give who is ahead under how many combinations, most first, side by side as far as there is room."""
    counted = Counter(each.ahead for each in found.each if each.ahead).most_common()
    rows, x = [], start
    for group, n in counted:
        text = f"{cut(said(group), size.letters)} {n}"
        if x + width(text) * LETTER * size.figure_size > size.width + start:
            break
        rows.append({"x": x, "text": text, "colour": colours.groups[group]})
        x += width(text) * LETTER * size.figure_size + BESIDE
    return rows


def _curve(
    series: Series, found: Combinations, size: Format, colours: Paint, across: int, words: Wording
) -> tuple[Marks, Rows]:
    """Give the upper part: a bar for bounds and a dot for a figure, at the place of each combination in the order."""
    wide, step = across / len(found.each), each_drawn(found)
    y = amounts(series, _reach(found, series.unit), words, size)
    x = _at("x")
    at = {"x": x, "color": _at("colour")}
    dot = {"type": "point", "filled": True, "opacity": 1, "size": min(max(wide, 2.2), 8) ** 2}
    ring = {"type": "point", "size": 150, "color": INK, "strokeWidth": 1.5}
    bar = {"type": "rule", "opacity": 0.55, "strokeWidth": max(min(wide - 1, 7), 0.8)}
    zero = {"type": "rule", "color": INK, "strokeWidth": 1}
    down = {"type": "rule", "color": INK, "strokeWidth": 0.8, "strokeDash": [1, 2]}
    marks = [
        mark("zero", zero, {"x": x, "x2": {"field": "end"}, "y": y}),
        mark("taken", down, {"x": x, "y": {**y, "field": "middle"}, "y2": {"value": size.curve + GAP}}),
        mark("curve", bar, {**at, "y": {**y, "field": "low"}, "y2": {"field": "high"}}, "isValid(datum.low)"),
        mark("curve", dot, {**at, "y": y}, "isValid(datum.value)"),
        mark("taken", ring, {"x": x, "y": {**y, "field": "middle"}}),
    ]
    rows = [
        {"x": _tenth((i + 0.5) * wide), "value": each.value, "low": each.low, "high": each.high,
         "middle": each.middle, "colour": colours.of(each, raced=found.raced), "taken": each.taken}
        for i, each in enumerate(found.each)
        if i % step == 0 or each.taken
    ]  # fmt: skip
    line = [{"x": 0, "end": across, "value": 0}] if found.raced else []
    return marks, {"curve": rows, "taken": [row for row in rows if row["taken"]], "zero": line}


def _reach(found: Combinations, unit: str) -> tuple[float, float]:
    ends = [end for each in found.each for end in (each.value, each.low, each.high) if end is not None]
    low, high = min(ends), max(ends)
    if found.raced or (low >= 0 and unit != "points"):
        low, high = min(low, 0.0), max(high, 0.0)
    room = (high - low or 1.0) * ROOM
    return low - room if low else low, high + room if high else high


def _matrix(
    found: Combinations, decisions: Sequence[Decision], size: Format, colours: Paint, across: int, *, stacked: bool
) -> tuple[Marks, Rows, int]:
    """Give the lower part, its rows, and the pixels that it takes below the curve."""
    each = columns(found)
    wide, y = across / len(each), size.curve + GAP
    cells, heads, labels = [], [], []
    for decision in decisions:
        heads.append({"y": y + HEAD / 2 + 2, "top": y, "text": cut(decision.says, size.head)})
        y += HEAD
        for name, says in decision.options:
            labels.append({"y": y + ROW / 2, "text": cut(says, size.option)})
            y += STACKED if stacked else ROW
            top = y - CELL - 3
            cells += _cells(each, (decision.name, name), wide, top, colours, raced=found.raced)
        y += 4
    return _layers(size, stacked=stacked), {"cells": cells, "heads": heads, "options": labels}, y - size.curve + 4


def _cells(
    each: Sequence[Sequence[Combination]], at: tuple[str, str], wide: float, top: float, colours: Paint, *, raced: bool
) -> list[dict[str, Any]]:
    """Give the marks of one option: dark where all combinations of a column take it, faint where few do."""
    rows = []
    for i, column in enumerate(each):
        taking = [one for one in column if one.choices.get(at[0]) == at[1]]
        shade = round(len(taking) / len(column) * SHADES) / SHADES
        if shade:
            alone = len(column) == 1
            colour = colours.of(taking[0], raced=raced) if alone else MUTED
            rows.append(
                {"x": _tenth(i * wide + min(wide * 0.12, 1)), "end": _tenth((i + 1) * wide - min(wide * 0.12, 1)),
                 "y": top, "bottom": top + CELL, "colour": colour, "shade": shade}
            )  # fmt: skip
    return rows


def _layers(size: Format, *, stacked: bool) -> Marks:
    start = -(size.left if stacked else size.words)
    text = {"type": "text", "align": "left", "baseline": "middle"}
    head = {**text, "fontSize": size.axis_size, "fontWeight": 600, "color": INK}
    option = {**text, "fontSize": size.axis_size, "color": MUTED}
    words = {"x": {"value": start}, "y": _at("y"), "text": {"field": "text"}}
    box = {"x": _at("x"), "x2": {"field": "end"}, "y": _at("y"), "y2": {"field": "bottom"}}
    return [
        mark(
            "heads", {"type": "rule", "color": HAIR}, {"x": {"value": start}, "x2": {"value": "width"}, "y": _at("top")}
        ),
        mark("cells", {"type": "rect"}, {**box, "color": _at("colour"), "opacity": _at("shade")}),
        mark("heads", head, words),
        mark("options", option, words),
    ]


def _at(field: str) -> dict[str, Any]:
    """Take a place in pixels, a colour or a shade as it stands."""
    kind = "nominal" if field == "colour" else "quantitative"
    return {"field": field, "type": kind, "scale": None}


def _tenth(pixels: float) -> float:
    return round(pixels, 1)
