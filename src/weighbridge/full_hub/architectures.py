"""The model type that a repository's tags state: set-based, millions at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from weighbridge.model_types import MODEL_TYPES

if TYPE_CHECKING:
    from weighbridge.record import Reading


def is_model_type(words: pa.Array) -> pa.Array:
    """Say of each text whether it is a model type; null is none."""
    known = pa.array(sorted(MODEL_TYPES), words.type)
    return pc.is_in(words, value_set=known)


def model_types(ids: pa.Array, tags: pa.ListArray, reading: Reading) -> pa.Array:
    """Give the one model type among the tags of each of the repositories `ids`; null where none is, or several are."""
    words = pc.list_flatten(tags)
    kept = is_model_type(words)
    rows = pc.list_parent_indices(tags).filter(kept).to_numpy().astype(np.int64)
    coded = words.filter(kept).cast(pa.string()).dictionary_encode()
    codes = coded.indices.to_numpy().astype(np.int64)
    size = len(coded.dictionary) + 1
    # Once a row, whatever stands twice in its tags.
    rows, codes = np.divmod(np.unique(rows * size + codes), size)
    counted = np.bincount(rows, minlength=len(tags))
    several = np.flatnonzero(counted > 1)
    if len(several):
        reading.note("more than one model type", str(ids[int(several[0])]), len(several))
    single = counted[rows] == 1
    code = np.full(len(tags), -1, np.int64)
    code[rows[single]] = codes[single]
    return coded.dictionary.take(pa.array(code, mask=code < 0))
