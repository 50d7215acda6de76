"""Amounts: numbers found in a text, before hedge, unit and rounding are read around them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weighbridge.quantity import Hedge, Unit

ONE = Decimal(1)


@dataclass(frozen=True)
class Amount:
    """A number at `text[start:end]`.

    `value`: scale included; null where the words give an order alone, or two numbers. `last`: the worth of the last
    place written, null where the words have no places. `low`, `high`, `hedge`, `unit`: set where the words of the
    number itself say so (`half`, `dozens`, `十多`). `bare`: the characters are words of other meanings too, and are no
    number unless a unit follows.
    """

    start: int
    end: int
    value: Decimal | None
    last: Decimal | None
    scale: Decimal = ONE
    decimals: bool = False
    low: Decimal | None = None
    high: Decimal | None = None
    hedge: Hedge | None = None
    unit: Unit | None = None
    bare: bool = False
