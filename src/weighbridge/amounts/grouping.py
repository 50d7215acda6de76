"""Which columns a grouping reads, how a reader's filter becomes a predicate, and rows to dense arrays."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from weighbridge.errors import UsageError
from weighbridge.estimate import Choice, Option

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import numpy as np
    import pyarrow as pa
    from numpy.typing import NDArray

# Grouping -> column of the maker, column of the maker of the weights it was built on.
COLUMNS = {
    "country": ("country", "base_country"),
    "organisation": ("organisation_id", "base_organisation_id"),
    "family": ("family_id", "base_family_id"),
    "openness": ("openness", "openness"),
    "size_class": ("size_class", "size_class"),
    "model": ("release_id", "release_id"),
}
FILTERS = {
    "country": "country",
    "base_country": "base_country",
    "organisation": "organisation_id",
    "family": "family_id",
    "base_family": "base_family_id",
    "openness": "openness",
    "size_class": "size_class",
    "field": "field",
    "model": "release_id",
    "provider": "provider",
    "offer": "offer",
}
FLAGS = ("tracked", "copy", "free")
ATTRIBUTION = Choice(
    "attribution",
    "Whose a model is that was built on another maker's weights.",
    (Option("maker", "who released it"), Option("base", "who made the weights it was built on")),
)


def columns(by: str) -> tuple[str, str]:
    """Give the two columns of a grouping; UsageError lists the groupings."""
    if by not in COLUMNS:
        raise UsageError(f"no grouping named {by!r}", then=f"choose one of {', '.join(COLUMNS)}")
    return COLUMNS[by]


def filtered(rows: ir.Table, where: Mapping[str, str]) -> ir.Table:
    """Keep rows that the filter allows and mark with `unsure` those whose filtered attribute is not known."""
    import ibis

    unsure: Any = ibis.literal(False)
    for key, value in where.items():
        column = _filter_column(rows, key)
        rows = rows.filter((rows[column].cast("string") == value) | rows[column].isnull())
        unsure = unsure | rows[column].isnull()
    return rows.mutate(unsure=unsure)


def _filter_column(rows: ir.Table, key: str) -> str:
    column = FILTERS.get(key, key if key in FLAGS else "")
    if column not in rows.columns:
        known = [name for name, of in FILTERS.items() if of in rows.columns] + [
            flag for flag in FLAGS if flag in rows.columns
        ]
        raise UsageError(f"cannot filter by {key!r}", then=f"choose one of {', '.join(known)}")
    return column


def codes(values: pa.ChunkedArray) -> tuple[tuple[Any, ...], NDArray[np.int64]]:
    """Give the sorted distinct values, and for each row the index of its own; null rows get -1."""
    import numpy as np
    import pyarrow.compute as pc

    distinct = tuple(sorted(value for value in pc.unique(values).to_pylist() if value is not None))
    import pyarrow as pa

    if not distinct:
        return distinct, np.full(len(values), -1, np.int64)
    found = pc.fill_null(pc.index_in(values, pa.array(distinct, type=values.type)), -1)
    return distinct, found.to_numpy(zero_copy_only=False).astype(np.int64)


def dense(shape: Sequence[int], index: Sequence[NDArray[np.int64]], values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Sum `values` into an array of `shape`; rows with a negative index belong nowhere and are left out."""
    import numpy as np

    keep = np.all([i >= 0 for i in index], axis=0)
    place = np.ravel_multi_index(tuple(i[keep] for i in index), tuple(shape))
    return np.asarray(np.bincount(place, values[keep], math.prod(shape)), np.float64).reshape(shape)


def having(rows: pa.Table, **values: str) -> pa.Table:
    """Keep the rows that have these values in the columns so named."""
    from functools import reduce

    import pyarrow.compute as pc

    return rows.filter(reduce(pc.and_, (pc.equal(rows.column(name), value) for name, value in values.items())))


def numbers(rows: pa.Table, name: str) -> NDArray[np.float64]:
    """Give a column as floats; null is NaN."""
    import numpy as np
    import pyarrow as pa

    # Above 2**53 a float is the nearest one: no figure is kept to more digits.
    return np.asarray(rows.column(name).cast(pa.float64(), safe=False).to_numpy(zero_copy_only=False), np.float64)


def spacing(ends: Sequence[dt.date]) -> int:
    """Give the usual number of days between two periods; 1 where there is no second."""
    import numpy as np

    steps = np.diff(np.array(ends, dtype="datetime64[D]")).astype(int)
    return max(1, int(np.median(steps))) if len(steps) else 1
