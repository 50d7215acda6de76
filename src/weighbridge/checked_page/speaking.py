"""One language's way to say what a verdict is about: names, figures, bands and days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weighbridge import wording
from weighbridge.charts.pairs import PAIR
from weighbridge.check_page_wording import BY_HOW_MUCH, TESTS, WORDS, word
from weighbridge.tongue import Wording, worded
from weighbridge.verdict import Test

if TYPE_CHECKING:
    from weighbridge.check_wording import Tongue
    from weighbridge.verdict import Binding

LONGEST = 80


@dataclass(frozen=True)
class Speech:
    """Words in one language. `names`: of ids, in English, as the lake and the curated files have them."""

    tongue: Tongue
    names: Mapping[str, str]

    @property
    def words(self) -> Wording:
        """How figures and days are told in it."""
        return worded(self.tongue)

    def say(self, key: str, **values: object) -> str:
        """Give an entry of the catalogue."""
        return word(key, self.tongue, **values)

    def listed(self, parts: Iterable[str]) -> str:
        """Give a list on one line."""
        return self.say("comma").join(parts)

    def group(self, by: str, name: str) -> str:
        """Name a group of a grouping; of a pair both."""
        first, pair, second = name.partition(PAIR)
        if pair:
            return self.say("pair", one=self.group(by, first), other=self.group(by, second))
        if by == "country":
            return self.words.country(name)
        if by == "openness" and name in WORDS:
            return self.say(name)
        if by == "size_class":
            return wording.group(by, name)
        return wording.plain(self.names.get(name, name), LONGEST)

    def figure(self, value: float | None, low: float | None, high: float | None, unit: str) -> str:
        """Give a value with its interval."""
        return self.words.figure(value, low, high, unit)

    def span(self, low: float | None, high: float | None, unit: str) -> str:
        """Give the ends of an interval; where one is open or not known, the other alone."""
        if low is None and high is None:
            return self.say("unknown")
        return self.words.span(low, high, unit)

    def asked(self, bound: Binding, unit: str) -> str:
        """Say in words what is asked of the figures."""
        margin = bound.test in (Test.ABOVE, Test.BELOW)
        # `3 times`, `20 points above`: a factor has no unit, and a difference of shares has that of shares.
        band = self.span(bound.low, bound.high, "" if bound.test is Test.TIMES else unit)
        says = TESTS[bound.test][self.tongue].format(band=band)
        if margin and (bound.low is not None or bound.high is not None):
            says += self.say("space") + BY_HOW_MUCH[self.tongue].format(band=band)
        return says

    def days(self, first: dt.date | None, last: dt.date | None) -> str:
        """Say a stretch of days."""
        known = [self.words.day(day) for day in dict.fromkeys((first, last)) if day is not None]
        if len(known) > 1:
            return self.say("from_to", first=known[0], last=known[1])
        return known[0] if known else self.say("any_time")
