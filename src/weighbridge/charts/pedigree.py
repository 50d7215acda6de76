"""A pedigree as a Vega-Lite specification: a row for each repository, its ancestors above, its descendants below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weighbridge.charts.colours import INK, MUTED, colours
from weighbridge.charts.frame import framed
from weighbridge.charts.marks import mark
from weighbridge.outline import Side, outline
from weighbridge.pedigree_wording import relative, step
from weighbridge.schema import EVIDENCE
from weighbridge.wording import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weighbridge.charts.marks import Rows
    from weighbridge.outline import Row
    from weighbridge.pedigree import Descent, Pedigree

WIDTH = 760  # pixels of the plot across
ROW = 30  # pixels from one repository down to the next
INDENT, LEVELS_ROOM = 34, 300  # pixels from one level to the next, and of all levels together
MARGIN = 24
MOST_DRAWN = 200  # rows: a picture of more cannot be read
LONG, LONGER = 70, 150  # letters of a name, and of what is said of it
KINDS = ("open_licence", "restricted", "closed", "unknown")
COLOUR_WORDS = {"open_licence": "blue: open licence", "restricted": "green: restricted", "closed": "red: closed"}
# How a line across is drawn by who says so.
DASHES: dict[str, list[int]] = {
    "along": [1, 0],
    "declared": [1, 0],
    "hub_inferred": [7, 3],
    "evidence": [2, 2],
    "left_out": [1, 6],
}
DASH_WORDS = {
    "declared": "line: declared",
    "hub_inferred": "dashes: inferred by the Hub",
    "evidence": "short dashes: inferred from evidence",
    "left_out": "dots: left out",
}
At = dict[str, Any]


def spec(pedigree: Pedigree) -> dict[str, Any]:
    """Give the chart: a filled dot for what a source lists, a ring for what others name alone."""
    whole = _ordered(outline(pedigree))
    drawn = whole[:MOST_DRAWN]
    places = _placed([row for _, row in drawn])
    links = _links(drawn, places)
    kinds = [kind for kind in KINDS if any(at["kind"] == kind for at in places)]
    rows: Rows = {"links": links, "rows": places, "once": [{}]}
    marks = _marks(kinds, [word for word in DASHES if any(link["how"] == word for link in links)])
    heading = f"What {plain(pedigree.name)} is built on, and what is built on it"
    says = _subtitle(pedigree, places, links, len(whole) - len(drawn))
    size = (WIDTH, ROW * len(places))
    made = framed(heading, says, pedigree.provenance.sources, size, (MARGIN, MARGIN), (marks, rows))
    return made | {"background": "white"}


def _ordered(rows: Sequence[Row]) -> list[tuple[int, Row]]:
    """Give the rows with their places in the outline, ancestors turned over so that the oldest come first."""
    found: list[tuple[int, Row]] = []
    start = 0
    for place, row in enumerate(rows):
        start = len(found) if row.side is Side.SELF else start
        # Rows above come right after what was asked, each to stand over the one before.
        found.insert(start if row.side is Side.ABOVE else len(found), (place, row))
    return found


def _placed(rows: Sequence[Row]) -> list[At]:
    """Give each row its height, its distance from the left, and its words."""
    indent = min(INDENT, LEVELS_ROOM / max([1, *(len(row.last) for row in rows)]))
    return [
        {"x": indent * len(row.last), "y": ROW * (i + 0.5), "label": indent * len(row.last) + 10, **_told(row)}
        for i, row in enumerate(rows)
    ]


def _told(row: Row) -> At:
    found = row.relative
    if found is None:
        return {"name": f"{row.more:,} more", "facts": "", "kind": "unknown", "listed": "more"}
    facts = [step(row.descent)] if row.descent else []
    facts += relative(found)
    if row.more:
        facts.append(f"{row.more:,} {'built on it' if row.side is Side.BELOW else 'above it'}")
    facts += ["its line stands elsewhere"] if row.again else []
    return {
        "name": plain(found.repo_id, LONG),
        "facts": plain("; ".join(facts), LONGER),
        "kind": found.openness or "unknown",
        "listed": "asked" if row.side is Side.SELF else "yes" if found.listed else "no",
    }


def _links(drawn: Sequence[tuple[int, Row]], places: Sequence[At]) -> list[At]:
    """Give a line up or down, then one across, from what each repository hangs from; that across says who says so."""
    at = {place: height for height, (place, _) in enumerate(drawn)}
    found = []
    for here, (_, row) in zip(places, drawn, strict=True):
        if row.side is Side.SELF or row.under not in at:
            continue
        there = places[at[row.under]]
        found.append({"x": there["x"], "y": there["y"], "x2": there["x"], "y2": here["y"], "how": "along"})
        found.append({"x": there["x"], "y": here["y"], "x2": here["x"], "y2": here["y"], "how": _how(row.descent)})
    return found


def _how(descent: Descent | None) -> str:
    if descent is None:
        return "along"
    if descent.left_out:
        return "left_out"
    return "evidence" if descent.known_by in EVIDENCE else descent.known_by


def _marks(kinds: Sequence[str], dashes: Sequence[str]) -> list[dict[str, Any]]:
    painted = colours(KINDS)
    x, y = ({"field": name, "type": "quantitative", "scale": None, "axis": None} for name in ("x", "y"))
    colour = {
        "field": "kind", "type": "nominal", "legend": None,
        "scale": {"domain": list(kinds), "range": [painted[kind] if kind != "unknown" else MUTED for kind in kinds]},
    }  # fmt: skip
    dash = {
        "field": "how", "type": "nominal", "legend": None,
        "scale": {"domain": list(dashes), "range": [DASHES[word] for word in dashes]},
    }  # fmt: skip
    words = {"type": "text", "align": "left", "limit": WIDTH}
    name = {**words, "fontSize": 12, "fontWeight": 600, "baseline": "alphabetic", "dy": -1}
    facts = {**words, "fontSize": 9.5, "color": MUTED, "baseline": "top", "dy": 2}
    at = {"x": {**x, "field": "label"}, "y": y}
    link = {"x": x, "y": y, "x2": {"field": "x2"}, "y2": {"field": "y2"}, "strokeDash": dash}
    return [
        mark("links", {"type": "rule", "color": MUTED, "strokeWidth": 1.2}, link),
        mark("rows", {"type": "point", "filled": True, "size": 44, "opacity": 1}, {"x": x, "y": y, "color": colour},
             "datum.listed === 'yes'"),
        mark("rows", {"type": "point", "filled": True, "size": 110, "opacity": 1}, {"x": x, "y": y, "color": colour},
             "datum.listed === 'asked'"),
        mark("rows", {"type": "point", "filled": True, "fill": "white", "stroke": MUTED, "size": 40, "opacity": 1},
             {"x": x, "y": y}, "datum.listed === 'no'"),
        mark("rows", {**name, "color": INK}, {**at, "text": {"field": "name"}}),
        mark("rows", facts, {**at, "text": {"field": "facts"}}),
    ]  # fmt: skip


def _subtitle(pedigree: Pedigree, places: Sequence[At], links: Sequence[At], undrawn: int) -> str:
    """Say what dots and lines mean, of those that are drawn, and what is not drawn."""
    kinds, hows = {at["kind"] for at in places}, {link["how"] for link in links}
    parts = [f"To {pedigree.as_of}" if pedigree.as_of else ""]
    parts += [word for how, word in DASH_WORDS.items() if how in hows]
    parts += [word for kind, word in COLOUR_WORDS.items() if kind in kinds]
    parts += ["ring: listed by no source"] if any(at["listed"] == "no" for at in places) else []
    parts += [f"{undrawn:,} rows not drawn"] if undrawn else []
    return "; ".join(part for part in parts if part)
