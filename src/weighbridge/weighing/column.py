"""A column of figures to bytes and back: doubles bit for bit, whole numbers as narrow as they fit, nulls among them.

A column that holds one value throughout takes no bytes. The order of bytes is the same on every machine.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Figure: TypeAlias = float | None
SAME, DOUBLE = "=", "d"
# Of whole numbers the narrowest type that holds them, its largest number standing for null.
WHOLE = {"B": 2**8 - 1, "H": 2**16 - 1, "I": 2**32 - 1, "q": 2**63 - 1}
WIDTHS = {code: array(code).itemsize for code in (*WHOLE, DOUBLE)}
NULL = float("nan")


class ColumnError(ValueError):
    """A column holds what cannot be kept, or is not what its head says."""


@dataclass(frozen=True)
class Column:
    """Figures or whole numbers of `code`, null as NaN or the largest; or `same` throughout."""

    code: str
    same: Figure = None
    values: Sequence[float] = ()

    def take(self, rows: Sequence[int]) -> list[Figure]:
        """Give the values of some rows."""
        if self.code == SAME:
            return [self.same] * len(rows)
        if isinstance(rows, range) and rows.step == 1:
            found = self.values[rows.start : rows.stop]
        else:
            found = [self.values[row] for row in rows]
        if self.code == DOUBLE:
            return [None if value != value else value for value in found]  # noqa: PLR0124 - NaN differs from itself
        null = WHOLE[self.code]
        return [None if value == null else value for value in found]

    def array(self, rows: NDArray[np.intp]) -> NDArray[np.float64]:
        """Give the values of some rows as doubles, null as NaN: whole numbers beyond 2**53 as the nearest."""
        import numpy as np

        if self.code == SAME:
            return np.full(len(rows), NULL if self.same is None else self.same)
        found = np.asarray(self.values)[rows]
        return np.where(found == WHOLE[self.code], NULL, found) if self.code in WHOLE else found

    def raw(self) -> bytes:
        """Give the bytes of the values, little-endian."""
        return b"" if self.code == SAME else _little(array(self.code, self.values)).tobytes()

    def within(self, size: int) -> bool:
        """Say whether every value is the place of something in a list of `size`."""
        if self.code == SAME:
            place: object = self.same
            return isinstance(place, int) and 0 <= place < size
        return self.code != DOUBLE and (not self.values or (min(self.values) >= 0 and max(self.values) < size))


def column(values: Sequence[Figure], *, whole: bool = False) -> Column:
    """Lay down `values`; ColumnError for NaN, which is no figure, and for numbers beyond 64 bits."""
    if any(value is not None and value != value for value in values):  # noqa: PLR0124 - NaN alone differs from itself
        raise ColumnError("NaN is no figure: what is unknown is null")
    code = _narrowest([value for value in values if value is not None]) if whole else DOUBLE
    null = WHOLE.get(code, NULL)
    laid = array(code, [null if value is None else value for value in values])
    raw, width = laid.tobytes(), laid.itemsize
    if values and raw == raw[:width] * len(laid):
        return Column(SAME, values[0])
    return Column(code, None, laid)


def opened(code: str, same: object, rows: int, raw: memoryview) -> tuple[Column, memoryview]:
    """Give a column of `rows` values from the start of `raw`, and what follows; ColumnError where it is none."""
    if code == SAME:
        if same is not None and type(same) not in (int, float):
            raise ColumnError("no number")
        return Column(SAME, same), raw  # type: ignore[arg-type] # checked above
    if code not in WIDTHS:
        raise ColumnError("no such kind of column")
    size = rows * WIDTHS[code]
    if len(raw) < size:
        raise ColumnError("fewer rows than its head says")
    laid: array[float] = array(code)
    laid.frombytes(raw[:size])
    return Column(code, None, _little(laid)), raw[size:]


def _narrowest(values: Sequence[float]) -> str:
    low, high = min(values, default=0), max(values, default=0)
    for code, null in WHOLE.items():
        if high < null and (low >= 0 or (code == "q" and low >= -(2**63))):
            return code
    raise ColumnError(f"{high if high > 0 else low} does not fit into 64 bits")


def _little(values: array[float]) -> array[float]:
    if sys.byteorder == "big":
        values = values[:]
        values.byteswap()
    return values
