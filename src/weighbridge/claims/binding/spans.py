"""The values and days that a claim's words allow, in the unit of the measure that it is held against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.quantity import Unit
from weighbridge.verdict import Test

if TYPE_CHECKING:
    import datetime as dt

    from weighbridge.claim import Claim
    from weighbridge.quantity import Quantity

_IN_MONTHS = {Unit.DAYS: 12 / 365.25, Unit.WEEKS: 7 * 12 / 365.25, Unit.MONTHS: 1.0, Unit.YEARS: 12.0}
# Units of words that are those of a measure as they stand.
_SAME = {
    Unit.SHARE: frozenset({"share"}),
    Unit.DOWNLOADS: frozenset({"downloads"}),
    Unit.DERIVATIVES: frozenset({"derivatives"}),
    Unit.MODELS: frozenset({"derivatives"}),
    Unit.PLAIN: frozenset({"downloads", "derivatives", "points", "rating points"}),
    Unit.POINTS: frozenset({"points", "rating points"}),
    Unit.PARAMETERS: frozenset({"parameters"}),
    Unit.USD_PER_MTOK: frozenset({"USD per million tokens"}),
    Unit.USD: frozenset({"USD per million tokens"}),  # of a million tokens, named before
    Unit.TIMES: frozenset({"ratio"}),
}


def is_margin(quantity: Quantity, test: Test) -> bool:
    """Say whether a quantity tells by how much one side stands above another, or how many times it is."""
    units = {Unit.PERCENTAGE_POINTS, Unit.POINTS} if test in (Test.ABOVE, Test.BELOW) else {Unit.TIMES, Unit.SHARE}
    return quantity.unit in units and test in (Test.ABOVE, Test.BELOW, Test.TIMES)


def span(quantity: Quantity, unit: str, test: Test) -> tuple[float | None, float | None] | None:
    """Give the lowest and highest value that a quantity allows, in the unit of a measure; none where it has another."""
    low, high = _number(quantity.low), _number(quantity.high)
    if test is Test.TIMES:
        return (low, high) if quantity.unit in (Unit.TIMES, Unit.SHARE) else None
    if quantity.unit is Unit.PERCENTAGE_POINTS and unit == "share":
        return _scaled(low, 0.01), _scaled(high, 0.01)
    if unit == "months":
        factor = _IN_MONTHS.get(quantity.unit)
        return None if factor is None else (_scaled(low, factor), _scaled(high, factor))
    return (low, high) if unit in _SAME.get(quantity.unit, ()) else None


def ratio(quantity: Quantity) -> tuple[float | None, float | None] | None:
    """Give a price as a part or a multiple of another: half of it is 0.5, twice as much is 2."""
    if quantity.unit in (Unit.SHARE, Unit.TIMES):
        return _number(quantity.low), _number(quantity.high)
    return None


def cheaper_by(quantity: Quantity) -> tuple[float | None, float | None] | None:
    """Give a discount as the ratio of the cheaper price to the other: 35 % cheaper is 0.65, half the price is 0.5."""
    low, high = _number(quantity.low), _number(quantity.high)
    if quantity.unit is Unit.SHARE:
        return (None if high is None else 1 - high), (None if low is None else 1 - low)
    if quantity.unit is Unit.TIMES:
        return (1 / high if high else None), (1 / low if low else None)
    return None


def days(claim: Claim, day: dt.date | None) -> tuple[dt.date | None, dt.date | None]:
    """Give the days that a claim is about: its own, else the article's; an open end is closed by the article's day."""
    if claim.moment is None:
        return day, day
    first, last = claim.moment.first, claim.moment.last
    if last is None or (day is not None and last > day):
        last = day
    return first, last


def _number(value: object) -> float | None:
    return None if value is None else float(str(value))


def _scaled(value: float | None, factor: float) -> float | None:
    return None if value is None else value * factor
