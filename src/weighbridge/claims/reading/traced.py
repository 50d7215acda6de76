"""A text that is changed step by step and still knows where each of its characters stands in the original."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weighbridge.article import Origin

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# text[start:end] becomes the third.
Edit = tuple[int, int, str]


@dataclass(frozen=True, eq=False)
class Traced:
    """`text`, and the place in the original of each of its characters."""

    text: str
    origin: Origin

    @classmethod
    def of(cls, original: str) -> Traced:
        """Begin: every character stands for itself."""
        import numpy as np

        starts = np.arange(len(original), dtype=np.int32)
        return cls(original, Origin(starts, starts + np.int32(1), len(original)))

    def replaced(self, edits: Iterable[Edit]) -> Traced:
        """Give the text with `edits` made; they are in order and do not overlap.

        An edit that keeps its length keeps each character's place. Any other gives all its characters the whole span
        that they replace; what is put between two characters stands for the empty span there.
        """
        text, resized = _made(self.text, edits)
        return Traced(text, _moved(self.origin, len(self.text), resized))


def _made(text: str, edits: Iterable[Edit]) -> tuple[str, array[int]]:
    """Make the edits; give the text, and start, end and new length of each that does not keep its length."""
    parts, resized, done = [], array("q"), 0
    for start, end, new in edits:
        if start < done or end < start:
            raise ValueError(f"the edit at {start} overlaps the one before")
        # Of millions of edits nothing is kept but numbers, and pieces that are not empty.
        parts += [piece for piece in (text[done:start], new) if piece]
        done = end
        if end - start != len(new):
            resized.extend((start, end, len(new)))
    return "".join([*parts, text[done:]]), resized


def _moved(origin: Origin, length: int, resized: array[int]) -> Origin:
    import numpy as np

    if not resized:
        return origin
    first, last, width = np.frombuffer(resized, dtype=np.int64).reshape(-1, 3).T
    left = np.append(origin.starts, np.int32(origin.length))[first]
    # What is put in between two characters of one span is within that span.
    right = np.maximum(left, np.append(origin.ends, np.int32(0))[last - 1])
    keep = _outside(length, first, last)
    before = first - np.concatenate(([0], np.cumsum(last - first)[:-1]))
    places = np.repeat(before, width)
    starts = np.insert(origin.starts[keep], places, np.repeat(left, width))
    ends = np.insert(origin.ends[keep], places, np.repeat(right, width))
    return Origin(starts, ends, origin.length)


def _outside(length: int, first: NDArray[np.int64], last: NDArray[np.int64]) -> NDArray[np.bool_]:
    import numpy as np

    steps = np.zeros(length + 1, dtype=np.int32)
    np.add.at(steps, first, 1)
    np.add.at(steps, last, -1)
    return np.asarray(np.cumsum(steps[:-1]) == 0)
