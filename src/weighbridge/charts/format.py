"""How large a chart is drawn for the place where it is shown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Format:
    """Pixels: of the picture across, of the plot down, beside it for labels. Letters: of a name beside a line.

    `names` and `figures`: room on the left and right where those stand there; `label`: what the two lines of a label
    need; `points`: most of one line. `ranges`: the range over all choices is drawn around each interval. `curve`: of a
    curve of choices down; `words`: room beside its matrix for options, none where they stand above their marks;
    `option` and `head`: letters of those.
    """

    width: int = 380
    height: int = 204
    left: int = 38
    right: int = 130
    names: int = 118
    figures: int = 118
    label: int = 26
    letters: int = 17
    name_size: float = 12
    figure_size: float = 10.5
    axis_size: float = 11
    line: float = 1.8
    days: int = 3  # marks of the axis of days, about
    amounts: int = 5  # of that of figures
    points: int = 400
    curve: int = 150
    words: int = 0
    option: int = 40
    head: int = 50
    ranges: bool = False

    @property
    def plot(self) -> int:
        """Pixels of the plot across, beside labels on its right."""
        return self.width - self.left - self.right


CARD = Format()
# On a screen of a desk, and on a phone: there it is shown as it is or smaller by an eighth, so letters are larger.
WIDE = Format(
    width=720, height=330, left=48, right=172, names=150, figures=120, label=33, letters=19,
    name_size=14, figure_size=12, axis_size=12, line=2.2, days=6, amounts=6, points=220, ranges=True,
    curve=190, words=250, option=36, head=96,
)  # fmt: skip
NARROW = Format(
    width=320, height=230, left=38, right=114, names=118, figures=84, label=31, letters=13,
    name_size=13, figure_size=12.5, axis_size=12.5, line=2, days=3, points=120, ranges=True,
    curve=150, option=44, head=42,
)  # fmt: skip
