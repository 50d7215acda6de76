"""The rows of a listing, one for each repository."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from weighbridge.full_hub.columns import repository

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weighbridge.record import Reading

# A listing is read page by page over hours: a repository that moves between two pages is met twice.
MOST_REPEATED = 0.01
PARTS = 8


def named(rows: dict[str, pa.Array], reading: Reading) -> dict[str, pa.Array]:
    """Leave out what is no repository id, and count it."""
    ids = rows["id"].cast(pa.string())
    fits = repository(ids)
    wrong = len(ids) - (pc.sum(fits).as_py() or 0)
    if wrong:
        first = ids.filter(pc.invert(fits))[0].as_py()
        reading.note("id is not a repository", repr(first)[:80], wrong)
        rows = {name: values.filter(fits) for name, values in rows.items()}
    return rows | {"id": rows["id"].cast(pa.string())}


def once(rows: dict[str, pa.Array], reading: Reading) -> dict[str, pa.Array]:
    """Keep the last row of each repository, and count the others. ParseError where they are many."""
    ids = rows["id"]
    again = _met_again(ids)
    repeated = int(again.sum())
    if not repeated:
        return rows
    first = ids[int(np.flatnonzero(again)[0])].as_py()
    if repeated > MOST_REPEATED * len(ids):
        raise reading.fail(f"{repeated:,} of {len(ids):,} rows name a repository again, {first} among them")
    reading.note("repeated repository", first, repeated)
    return {name: values.filter(pa.array(~again)) for name, values in rows.items()}


def _met_again(ids: pa.Array) -> NDArray[np.bool_]:
    """Mark every row whose repository has a later row."""
    again = np.zeros(len(ids), np.bool_)
    # Equal ids are of equal length: part by part, the tables of all ids that this needs take an eighth of the room.
    part = pc.binary_length(ids).to_numpy() % PARTS
    for number in range(PARTS):
        rows = np.flatnonzero(part == number)
        codes = ids.take(pa.array(rows)).dictionary_encode().indices.to_numpy()
        last = np.zeros(int(codes.max(initial=-1)) + 1, np.int64)
        last[codes] = rows
        again[rows] = last[codes] != rows
    return again
