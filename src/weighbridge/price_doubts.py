"""Prices that look wrong, as by a slip of a thousand: left out where none can be so high, else named in an issue."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from weighbridge.schema.prices import MOST_USD_PER_MTOK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from weighbridge.price_lists import Price
    from weighbridge.record import Reading

# Above the dearest list price of a text model so far.
DEAR_USD_PER_MTOK = 1_000.0
MOST_OUTPUT_PER_INPUT, MOST_INPUT_PER_OUTPUT = 1_000.0, 100.0
# Providers of one model differ by up to about thirty times; a slip of units, by a thousand.
FAR = 100.0
# Two others must agree before one is far.
FEWEST_OFFERS = 3


def plausible(prices: Sequence[Price], reading: Reading) -> list[Price]:
    """Leave out what costs more than the table of prices allows, with all other amounts of that price."""
    beyond = [price for price in prices if price.amounts.highest > MOST_USD_PER_MTOK]
    kind = f"price beyond {MOST_USD_PER_MTOK:,.0f} USD per million tokens left out"
    pointed(kind, (f"{price.offer} {price.amounts.highest:g}" for price in beyond), reading)
    return [price for price in prices if price.amounts.highest <= MOST_USD_PER_MTOK]


def point_out(prices: Sequence[Price], reading: Reading) -> None:
    """Name prices that may be slips; they stay, because each of them is possible."""
    dear = (f"{p.offer} {p.amounts.highest:g}" for p in prices if p.amounts.highest > DEAR_USD_PER_MTOK)
    pointed(f"price over {DEAR_USD_PER_MTOK:,.0f} USD per million tokens", dear, reading)
    steep = (price.offer for price in prices if _ratio(price) > MOST_OUTPUT_PER_INPUT)
    pointed(f"output price over {MOST_OUTPUT_PER_INPUT:,.0f} times the input price", steep, reading)
    flat = (price.offer for price in prices if 0 < _ratio(price) < 1 / MOST_INPUT_PER_OUTPUT)
    pointed(f"input price over {MOST_INPUT_PER_OUTPUT:,.0f} times the output price", flat, reading)
    pointed("price far from others", _far(prices), reading)


def pointed(kind: str, names: Iterable[str], reading: Reading) -> None:
    """Count an issue of `kind` for each of `names`; its example names as many as fit."""
    found = list(names)
    if found:
        reading.note(kind, "; ".join(found), len(found))


def _ratio(price: Price) -> float:
    """Give output by input; 0 where either is 0 or unknown."""
    read, written, _ = price.amounts
    return written / read if read and written else 0.0


def _far(prices: Iterable[Price]) -> Iterator[str]:
    """Name what costs a hundred times more or less than the middle of the same model's offers in this list."""
    offers: defaultdict[tuple[str, str], list[tuple[float, str]]] = defaultdict(list)
    for price in prices:
        if not price.condition and price.valid_until is None:
            # Providers put accounts and regions before a model's name.
            model = price.model.rpartition("/")[2].lower()
            for kind, amount in (("input", price.amounts.input), ("output", price.amounts.output)):
                if amount:
                    offers[model, kind].append((amount, price.offer))
    for (_, kind), found in offers.items():
        middle = sorted(found)[len(found) // 2][0]
        far = [(amount, name) for amount, name in found if not middle / FAR < amount < middle * FAR]
        if len(found) >= FEWEST_OFFERS:
            yield from (f"{name} {kind} {amount:g}, others about {middle:g}" for amount, name in far)
