"""Columns of a full-Hub listing as the lake wants them: millions at once, what is no value counted and left null."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from weighbridge.hub import UNRECORDED
from weighbridge.schema import FIRST_DAY, MOST, MOST_PARAMETERS

if TYPE_CHECKING:
    from weighbridge.record import Reading

INSTANT = pa.timestamp("us", tz="UTC")
LONGEST_WORD = 200
# As `values.repo_id` and `values.text` have it, in the words of another engine.
REPOSITORY = r"^[A-Za-z0-9_.\-]{1,96}(/[A-Za-z0-9_.\-]{1,96})?$"
_UNFIT = r"[\x00-\x1f\x7f]"


def repository(ids: pa.Array) -> pa.Array:
    """Say of each text whether it is a repository id; null is none."""
    return pc.fill_null(pc.match_substring_regex(ids, pattern=REPOSITORY), False)


def words(values: pa.Array, name: str, reading: Reading) -> pa.Array:
    """Give texts; what is empty, endless or has control characters becomes null."""
    values = values.cast(pa.string())
    unfit = pc.or_(pc.greater(pc.utf8_length(values), LONGEST_WORD), pc.match_substring_regex(values, pattern=_UNFIT))
    _count(unfit, values, f"unusable `{name}`", reading)
    return _without(values, pc.or_(unfit, pc.equal(values, "")))


def counts(values: pa.Array, name: str, reading: Reading, most: float = MOST) -> pa.Array:
    """Give whole numbers from 0 to `most`; others become null."""
    if pa.types.is_floating(values.type):
        broken = pc.invert(pc.equal(pc.floor(values), values))
        _count(broken, values, f"`{name}` is no whole number", reading)
        values = _without(values, pc.or_(broken, pc.greater(pc.abs(values), MOST)))
    whole = values.cast(pa.int64(), safe=not pa.types.is_uint64(values.type))
    outside = pc.or_(pc.less(whole, 0), pc.greater(whole, int(most)))
    _count(outside, whole, f"`{name}` out of bounds", reading)
    return _without(whole, outside)


def parameters(totals: list[pa.Array], reading: Reading) -> pa.Array:
    """Give the first count of parameters that is stated; 0 is none, and what no machine can hold is unknown."""
    read = [counts(total, "total", reading, MOST_PARAMETERS) for total in totals]
    stated = [_without(total, pc.equal(total, 0)) for total in read]
    return pc.coalesce(*stated) if stated else None


def instants(values: pa.Array, name: str, reading: Reading) -> pa.Array:
    """Give instants in UTC; a listing that states no zone speaks of the Hub's, which is UTC. ParseError for text."""
    try:
        if pa.types.is_timestamp(values.type) and values.type.tz is None:
            return pc.assume_timezone(values.cast(pa.timestamp("us"), safe=False), "UTC")
        return values.cast(INSTANT, safe=False)
    except pa.ArrowInvalid as error:
        raise reading.fail(f"column `{name}` holds what is no instant: {str(error)[:120]}") from None


def creation_days(created: pa.Array, observed_at: dt.datetime, reading: Reading) -> pa.Array:
    """Give UTC days; null where the Hub had not recorded the instant, or the instant cannot be."""
    first = dt.datetime.combine(FIRST_DAY, dt.time(), dt.UTC)
    last = observed_at + dt.timedelta(days=1)
    outside = pc.or_(pc.less(created, pa.scalar(first, INSTANT)), pc.greater(created, pa.scalar(last, INSTANT)))
    _count(outside, created, "implausible creation", reading)
    unrecorded = pc.equal(created, pa.scalar(UNRECORDED, INSTANT))
    return _without(created, pc.or_(outside, unrecorded)).cast(pa.timestamp("us")).cast(pa.date32(), safe=False)


def _without(values: pa.Array, unwanted: pa.Array) -> pa.Array:
    return pc.if_else(pc.fill_null(unwanted, True), pa.scalar(None, values.type), values)


def _count(met: pa.Array, values: pa.Array, kind: str, reading: Reading) -> None:
    n = pc.sum(met).as_py() or 0
    if n:
        first = values.filter(pc.fill_null(met, False))[0].as_py()
        reading.note(kind, repr(first)[:80], n)
