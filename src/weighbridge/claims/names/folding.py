"""A text as names are compared in it: small letters, no separators; and where each character of that stands.

`Qwen 3`, `qwen-3` and `Qwen3` fold alike. A dot between digits stays: 2.5 is not 25. Whether what was left out may
be left out of a name is asked of each name that is found (`spelling.py`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Written between the parts of a name, or not.
SEPARATORS = " \u00a0-_\u2010\u2011\u2013."
# Not to be seen, so they part nothing: zero width, joiners, marks of direction, soft hyphen.
UNSEEN = (
    "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufe0f\ufeff"
)
_FOLDING = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz", (SEPARATORS + UNSEEN).replace(".", "")
)
_DOT = re.compile(r"\.(?![0-9])|(?<![0-9])\.")
_LAST = 0xFFFF


@dataclass(frozen=True, eq=False)
class Folded:
    """A folded text, and the place in the text of each of its characters."""

    text: str
    places: NDArray[np.int64]


def key(spelling: str) -> str:
    """Give a spelling as a folded text holds it."""
    return (_DOT.sub("", spelling) if "." in spelling else spelling).translate(_FOLDING)


def folded(text: str) -> Folded:
    """Fold a whole text."""
    import numpy as np

    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    kept = ~_table()[np.minimum(codes, _LAST)]
    kept |= _decimal_points(codes)
    small = np.where((codes >= ord("A")) & (codes <= ord("Z")), codes + np.uint32(32), codes)
    return Folded(small[kept].tobytes().decode("utf-32-le", "surrogatepass"), np.flatnonzero(kept))


def _decimal_points(codes: NDArray[np.uint32]) -> NDArray[np.bool_]:
    import numpy as np

    digit = (codes >= ord("0")) & (codes <= ord("9"))
    points = codes == ord(".")
    points[:1] = points[-1:] = False
    points[1:-1] &= digit[:-2] & digit[2:]
    return np.asarray(points)


@cache
def _table() -> NDArray[np.bool_]:
    import numpy as np

    table = np.zeros(_LAST + 1, np.bool_)
    table[[ord(char) for char in SEPARATORS + UNSEEN]] = True
    return table
