"""A drawn chart set into a picture to share, which may be asked for before the chart is drawn."""

from __future__ import annotations

from dataclasses import dataclass

from weighbridge.charts.frame import PAGE_FONT

SLOT = "<!--chart-->"  # in the picture


@dataclass(frozen=True)
class Inset:
    """The file of a chart, its place in pixels, and the font that stands in for that of pages."""

    chart: str
    left: float
    top: float
    across: float
    down: float
    font: str


def inset(picture: str, chart: str, at: Inset) -> str:
    """Put `chart`, as `charts.picture` drew it, where the slot of `picture` is; both are SVG."""
    opened = (
        f'<svg x="{at.left:g}" y="{at.top:g}" width="{at.across:g}" height="{at.down:g}" '
        'preserveAspectRatio="xMidYMin meet" '
    )
    placed = chart.replace("<svg ", opened, 1).replace(f'font-family="{PAGE_FONT}"', f'font-family="{at.font}"')
    return picture.replace(SLOT, placed, 1)
