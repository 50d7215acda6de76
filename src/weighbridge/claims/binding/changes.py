"""How much a figure is said to have changed: by so much, or so many times."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from weighbridge.claims.binding import spans
from weighbridge.quantity import Unit
from weighbridge.verdict import Test

if TYPE_CHECKING:
    from weighbridge.quantity import Quantity
    from weighbridge.verdict import Binding


def change(quantity: Quantity, bound: Binding, unit: str) -> Binding:
    """Give the binding of a rise or fall by a quantity: times, percentage points, or the measure's own unit."""
    if quantity.unit is Unit.TIMES:
        low, high = spans.span(quantity, unit, Test.TIMES) or (None, None)
        return replace(bound, low=low, high=high, times=True)
    allowed = spans.span(quantity, unit, Test.ABOVE)
    if allowed is None:
        return replace(bound, notes=("other_unit",))
    return replace(bound, low=allowed[0], high=allowed[1])
