"""Quantities in a text: the number as written, and every value that its words allow."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal


class Hedge(StrEnum):
    """What the words around a number make of it."""

    EXACT = "exact"  # no hedge: true to the last digit that is written
    ABOUT = "about"
    OVER = "over"  # more, and not the number itself
    AT_LEAST = "at_least"
    UNDER = "under"  # less, and not the number itself
    AT_MOST = "at_most"
    NEARLY = "nearly"  # a little less
    BETWEEN = "between"
    AS_MUCH_AS = "as_much_as"  # the most that any case reaches
    SEVERAL = "several"  # an order and no number: dozens, millions, a few months


class Unit(StrEnum):
    """What a number counts, in the unit that `Quantity.value` has."""

    SHARE = "share"  # 40 % is 0.4
    PERCENTAGE_POINTS = "percentage_points"
    TIMES = "times"  # the factor: twice is 2, and so is growth by 100 %
    TOKENS = "tokens"
    DOWNLOADS = "downloads"
    PULLS = "pulls"
    MODELS = "models"
    DERIVATIVES = "derivatives"
    PARAMETERS = "parameters"
    ORGANISATIONS = "organisations"
    PEOPLE = "people"
    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    USD = "usd"
    USD_PER_MTOK = "usd_per_mtok"
    CNY = "cny"
    CNY_PER_MTOK = "cny_per_mtok"
    OTHER_MONEY = "other_money"  # a currency that no measure is in
    OTHER_MONEY_PER_MTOK = "other_money_per_mtok"
    POINTS = "points"  # of a score, an index or a rating
    RANK = "rank"  # 1 leads; the top ten are ranks of at most 10
    PLAIN = "plain"  # a count of something else


# What is measured rather than counted.
MEASURED = frozenset(
    {
        *(Unit.SHARE, Unit.PERCENTAGE_POINTS, Unit.TIMES, Unit.POINTS, Unit.RANK),
        *(Unit.HOURS, Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS),
        *(Unit.USD, Unit.USD_PER_MTOK, Unit.CNY, Unit.CNY_PER_MTOK, Unit.OTHER_MONEY, Unit.OTHER_MONEY_PER_MTOK),
    }
)
# Hedges whose words leave out the number that they name.
_ABOVE = frozenset({Hedge.OVER})
_BELOW = frozenset({Hedge.OVER, Hedge.UNDER, Hedge.NEARLY, Hedge.SEVERAL})


@dataclass(frozen=True)
class Quantity:
    """One quantity at `text[start:end]`, its hedge and unit included where they stand beside the number.

    `value`: as written, in `unit`; null where the words give none (`dozens`) or two (`30 to 40 %`). `low` and `high`:
    what rounding and hedge allow; a null end is open. `precision`: the worth of the last digit meant, in `unit`; 0
    where each one is counted, null where no digit is written.
    """

    start: int
    end: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: Unit
    hedge: Hedge
    precision: Decimal | None

    def allows(self, figure: Decimal) -> bool:
        """Say whether a figure in `unit` is among the values that the words allow."""
        below = self.low is not None and (figure < self.low or (figure == self.low and self.hedge in _ABOVE))
        above = self.high is not None and (figure > self.high or (figure == self.high and self.hedge in _BELOW))
        return not below and not above
