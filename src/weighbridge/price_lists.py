"""Rows that every price list gives: its prices, and what it says of the models that it prices."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from weighbridge.price_doubts import plausible, point_out, pointed
from weighbridge.rows import table_of
from weighbridge.schema import PRICES, STATED_MODELS
from weighbridge.values import number, shown

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    import pyarrow as pa

    from weighbridge.record import Reading

MOST_ROWS = 100_000


class Amounts(NamedTuple):
    """USD per million tokens of text; None where the list does not say."""

    input: float | None
    output: float | None
    cached_input: float | None

    @property
    def stated(self) -> bool:
        """Say whether there is any price."""
        return any(amount is not None for amount in self)

    @property
    def highest(self) -> float:
        """Give the highest of the prices, 0 where there is none."""
        return max((amount for amount in self if amount is not None), default=0.0)


@dataclass(frozen=True)
class Price:
    """What a model costs at a provider, when, and under which condition; no condition: where no other holds."""

    provider: str
    model: str
    amounts: Amounts
    condition: str = ""
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None
    open_weights: bool | None = None

    @property
    def offer(self) -> str:
        """Give provider/model."""
        return offer(self.provider, self.model)


@dataclass(frozen=True)
class StatedModel:
    """What a list says of a model that it prices, or knows; None where it does not say."""

    model: str
    title: str | None = None
    maker: str | None = None
    licence: str | None = None
    open_weights: bool | None = None
    released_on: dt.date | None = None


def offer(provider: str, model: str) -> str:
    """Name an offer as for all price lists: provider/model."""
    return f"{provider}/{model}"


def usd(value: object) -> float:
    """Read a price: a finite number of 0 or more. A price of 0 is a price."""
    read = number(value)
    if read < 0:
        raise ValueError(f"should be a price of 0 or more, is {shown(value)}")
    return read


def usd_per_token(value: object) -> float:
    """Read a price of one token; gives that of a million: 2.7e-07 is 0.27."""
    # Twelve digits undo what multiplying adds behind the last digit that was published.
    return float(f"{usd(value) * 1e6:.12g}")


def context_over(tokens: int) -> str:
    """Word the condition that a request is longer than `tokens`, alike in all lists, so that they can be compared."""
    return f"context over {tokens // 1000}k tokens" if tokens % 1000 == 0 else f"context over {tokens} tokens"


def expect_prices(prices: Sequence[Price], fields: Sequence[str], fewest: int, reading: Reading) -> None:
    """Refuse a list in which a kind of plain price has all but vanished; `fields`: what it calls those of Amounts."""
    for column, field in enumerate(fields):
        stated = sum(price.amounts[column] is not None for price in prices if not price.condition)
        reading.expect_rows(field, stated, fewest, MOST_ROWS)


def price_tables(
    source: str, prices: Iterable[Price], models: Iterable[StatedModel], at: dt.datetime, reading: Reading
) -> dict[str, pa.Table]:
    """Build `stated_models` and, if there is any price, `prices`, observed at the UTC instant `at`.

    Left out, and counted by name: what no model can cost, and what is announced for a day after `at`.
    """
    seen = {"source": source, "observed_on": at.date(), "observed_at": at}
    usable = _in_force(plausible([price for price in prices if price.amounts.stated], reading), at.date(), reading)
    point_out(usable, reading)
    unsaid = {"country": None, "access": None, "training_flop": None}
    stated = [seen | unsaid | vars(model) for model in models]
    tables = {"stated_models": table_of(STATED_MODELS, stated, reading)}
    rows = [seen | _columns(price) for price in usable]
    return tables | ({"prices": table_of(PRICES, rows, reading)} if rows else {})


def _columns(price: Price) -> dict[str, object]:
    columns = {name: value for name, value in vars(price).items() if name != "amounts"}
    amounts = {f"{name}_usd_per_mtok": amount for name, amount in price.amounts._asdict().items()}
    return columns | amounts | {"offer": price.offer}


def _in_force(prices: Sequence[Price], on: dt.date, reading: Reading) -> list[Price]:
    """Leave out what is only announced: it may be withdrawn, and until then the price before it has no end."""
    announced = [price for price in prices if price.valid_from is not None and price.valid_from > on]
    pointed("price announced for later", (f"{price.offer} from {price.valid_from}" for price in announced), reading)
    return [
        replace(price, valid_until=None) if price.valid_until is not None and price.valid_until > on else price
        for price in prices
        if price.valid_from is None or price.valid_from <= on
    ]
