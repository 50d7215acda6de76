"""Pictures to share: a title, what is found, the chart, whose data under which terms, 1,200 by 630 pixels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from weighbridge.charts.colours import INK, MUTED
from weighbridge.charts.inset import SLOT, Inset
from weighbridge.charts.lines import wrapped
from weighbridge.wording import plain

if TYPE_CHECKING:
    from weighbridge.outputs.site.languages import Language

CARD = "card.png"  # beside its page
WIDTH, HEIGHT, EDGE = 1200, 630, 48
GROUND = "#fcfcfa"
CHART = (600, 48, WIDTH - 600 - EDGE, 440)  # left, top, across, down
LONGEST, LINES = 400, 6  # letters of a text; lines of small print
# Both come along; in Chinese all letters have the one weight that the second has.
FONTS = {"en": "Weighbridge Sans, Weighbridge Sans SC", "zh": "Weighbridge Sans SC, Weighbridge Sans"}


@dataclass(frozen=True)
class Card:
    """What a picture says, top to bottom; `rows` (race, leader, figure) stand in place of a chart."""

    title: str
    says: str
    small: Sequence[str]
    rows: Sequence[tuple[str, str, str]] = ()


@dataclass(frozen=True)
class _Type:
    """Letters: pixels high, from line to line, in a line; `bold` for titles."""

    size: float
    line: float
    letters: int
    most: int
    bold: bool = False
    colour: str = INK


_TITLE = _Type(42, 50, 23, 4, bold=True)
_SAYS = _Type(25, 35, 43, 8)
_SMALL = _Type(13, 17, 180, LINES, colour=MUTED)


def svg(language: Language, card: Card, *, chart: bool = False) -> str:
    """Give the card as SVG, with a slot for a chart where it holds one."""
    below = EDGE + 70.0
    head, below = _text(card.title, below, _TITLE)
    body, _ = _text(card.says, below + 14, _SAYS)
    lines = [line for text in card.small for line in wrapped(plain(text, LONGEST), _SMALL.letters)][:LINES]
    small = [_line(line, HEIGHT - 30 - _SMALL.line * (len(lines) - 1 - i), _SMALL) for i, line in enumerate(lines)]
    mark = f'<text x="{EDGE}" y="{EDGE + 10}" font-size="20" font-weight="700" fill="{MUTED}">Weighbridge</text>'
    font = FONTS[language.words.TONGUE]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" font-family="{font}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{GROUND}"/>{mark}{"".join([*head, *body, *small])}'
        f"{SLOT if chart else ''}{''.join(_rows(card.rows))}</svg>"
    )


def _text(text: str, top: float, of: _Type) -> tuple[list[str], float]:
    """Give the lines of a text below `top`, and where the next may begin; what has no room ends in an ellipsis."""
    lines = wrapped(plain(text, LONGEST), of.letters)
    if len(lines) > of.most:
        lines = [*lines[: of.most - 1], lines[of.most - 1][: of.letters - 1] + "…"]
    drawn = [_line(line, top + of.line * i, of) for i, line in enumerate(lines)]
    return drawn, top + of.line * len(lines)


def _line(text: str, y: float, of: _Type, x: float = EDGE, anchor: str = "start") -> str:
    weight = ' font-weight="700"' if of.bold else ""
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{of.size:g}" fill="{of.colour}" text-anchor="{anchor}"{weight}>'
        f"{escape(text)}</text>"
    )


def inset(language: Language, chart: str) -> Inset:
    """Say where the chart of that file stands in a card."""
    return Inset(chart, *CHART, FONTS[language.words.TONGUE])


def _rows(rows: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    """Give lines of what is raced, who leads and by which figure."""
    left, top, across, _ = CHART
    quiet, name, figure = _Type(19, 0, 40, 1, colour=MUTED), _Type(27, 0, 24, 1, bold=True), _Type(23, 0, 34, 1)
    for i, (race, leader, value) in enumerate(rows):
        y = top + 50 + 76 * i
        yield f'<rect x="{left}" y="{y - 26:g}" width="{across}" height="1" fill="{MUTED}" opacity="0.4"/>'
        yield _line(plain(race, 46), y, quiet, left)
        yield _line(plain(leader, 24), y + 33, name, left)
        yield _line(plain(value, 34), y + 33, figure, left + across, "end")
