"""Prices that are off by hundreds from all that they can be compared with: slips of units, not offers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from weighbridge.stats.medians import others

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Hosts of one model differ by up to thirty times, a cache's price by up to a hundred; a slip of units, by a thousand.
FAR = 200.0
# So many others fix what is usual; one fewer does where they agree.
FEWEST = 3
AGREE = 2.0
LISTS, OFFERS, READINGS = "other lists", "other offers of the model", "its other readings"
NEWEST = "its newest reading"


class Slips(NamedTuple):
    """Which prices are slips, what is usual instead, and beside what that shows."""

    far: NDArray[np.bool_]
    usual: NDArray[np.float64]
    beside: NDArray[np.str_]

    def mark(self, here: NDArray[np.int64], usual: NDArray[np.float64], beside: str) -> None:
        """Add the prices at `here`."""
        self.far[here], self.usual[here], self.beside[here] = True, usual, beside


def slips(price: NDArray[np.float64], like: dict[str, NDArray[np.int64]], offer: NDArray[np.int64]) -> Slips:
    """Find the slips among prices in order of their days; a price of 0 or NaN is none.

    `like`: under the name of each comparison a group for every price, negative where it has none; `offer`: of which
    offer each is a reading.
    """
    found = Slips(np.zeros(len(price), bool), np.full(len(price), np.nan), np.full(len(price), "", "<U32"))
    for name, group in (like | {READINGS: offer}).items():
        here = np.flatnonzero((price > 0) & (group >= 0) & ~found.far)
        rest = others(group[here], price[here])
        firm = (rest.many >= FEWEST) | ((rest.many == FEWEST - 1) & (rest.spread <= AGREE))
        far = firm & _apart(price[here], rest.middle)
        found.mark(here[far], rest.middle[far], name)
        if name == READINGS:
            _distrust(price, offer, here[far], found)
    _repeat(price, offer, found)
    return found


def _apart(price: NDArray[np.float64], usual: NDArray[np.float64]) -> NDArray[np.bool_]:
    with np.errstate(invalid="ignore"):
        apart: NDArray[np.bool_] = (price >= FAR * usual) | (price * FAR <= usual)
    return apart


def _distrust(price: NDArray[np.float64], offer: NDArray[np.int64], far: NDArray[np.int64], found: Slips) -> None:
    """Where the newest reading is the odd one, it may be the slip or its mending: use none of the offer's prices."""
    newest = np.full(offer.max(initial=-1) + 1, -1)
    told = np.flatnonzero(price > 0)
    np.maximum.at(newest, offer[told], told)
    odd = newest[offer[far]]
    odd = odd[np.isin(odd, far)]
    here = told[np.isin(offer[told], offer[odd]) & ~found.far[told]]
    found.mark(here, price[newest[offer[here]]], NEWEST)


def _repeat(price: NDArray[np.float64], offer: NDArray[np.int64], found: Slips) -> None:
    """Mark the same price of the same offer on days on which too little stands beside it."""
    key = offer + 1j * price
    known, first = np.unique(key[found.far], return_index=True)
    here = np.flatnonzero(np.isin(key, known) & ~found.far)
    of = np.flatnonzero(found.far)[first[np.searchsorted(known, key[here])]]
    found.far[here], found.usual[here], found.beside[here] = True, found.usual[of], found.beside[of]
