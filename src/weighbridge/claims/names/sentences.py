"""The sentence around a place, and whether it speaks of something: each pattern is looked for once in a text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

# A sentence is looked at as far as this to either side.
REACH = 300
_STOP = re.compile(r"[。!?！？\n]|\.\s(?=[A-Z])")


@dataclass
class Sentences:
    """The sentences of a text."""

    text: str
    _found: dict[re.Pattern[str], list[int]] = field(default_factory=dict)

    def around(self, start: int, end: int) -> tuple[int, int]:
        """Give the place of the sentence that holds `text[start:end]`, cut off where it is long."""
        stops = self._places(_STOP)
        before, after = bisect_left(stops, start), bisect_left(stops, end)
        first = stops[before - 1] + 1 if before else 0
        last = stops[after] if after < len(stops) else len(self.text)
        return max(first, start - REACH), min(last, end + REACH)

    def speaks(self, of: re.Pattern[str], start: int, end: int) -> bool:
        """Say whether the sentence that holds `text[start:end]` holds a match of `of`."""
        first, last = self.around(start, end)
        return holds_one(self._places(of), first, last)

    def _places(self, of: re.Pattern[str]) -> list[int]:
        if of not in self._found:
            self._found[of] = [found.start() for found in of.finditer(self.text)]
        return self._found[of]


def holds_one(places: list[int], first: int, last: int) -> bool:
    """Say whether one of `places`, which are in their order, is from `first` to before `last`."""
    return bisect_left(places, first) < bisect_right(places, last - 1)
