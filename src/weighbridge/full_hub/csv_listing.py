"""The rows of a CSV listing: downloads and likes of the repositories that it names."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from weighbridge.full_hub.columns import counts
from weighbridge.full_hub.csv_columns import COUNTS, ID, NOT_READ, VOCABULARY, folded
from weighbridge.full_hub.csv_projection import BROKEN, FEWEST_ROWS, MOST_ROWS
from weighbridge.full_hub.listing import note_unknown, published_at, tabled
from weighbridge.full_hub.projection import PUBLISHED
from weighbridge.full_hub.repositories import named, once
from weighbridge.full_hub.wanted import UNREADABLE
from weighbridge.schema import DOWNLOADS

if TYPE_CHECKING:
    from weighbridge.record import Reading

COLUMNS = {"downloads": "downloads_30d", "downloadsAllTime": "downloads_all_time", "likes": "likes"}
# A table with gaps writes whole numbers as `12.0`.
_WHOLE, _TAIL = r"^[0-9]{1,18}(\.0+)?$", r"\.0+$"


def history_tables(source: str, raw: bytes, retrieved_at: dt.datetime, reading: Reading) -> dict[str, pa.Table]:
    """Build `downloads` from the bytes of a projection of a CSV listing. Raises ParseError."""
    rows, notes = _columns(raw, reading)
    at = published_at(notes, retrieved_at, reading)
    _note_columns(notes, reading)
    rows = once(named(rows, reading), reading)
    reading.expect_rows("listing", len(rows[ID]), FEWEST_ROWS, MOST_ROWS)
    values = {"repo_id": rows[ID]}
    for name, column in COLUMNS.items():
        if name in rows:
            values[column] = counts(_numbers(rows[name], name, reading), name, reading)
    seen = {"source": source, "observed_on": at.date(), "observed_at": at}
    return {DOWNLOADS.name: tabled(DOWNLOADS, values, seen)}


def _columns(raw: bytes, reading: Reading) -> tuple[dict[str, pa.Array], dict[bytes, bytes]]:
    """Read the columns by name, and what stands beside them."""
    import pyarrow.parquet as pq

    try:
        table = pq.read_table(pa.BufferReader(raw), use_threads=False)
    except UNREADABLE as error:
        raise reading.fail(f"document is no Parquet that can be read ({str(error)[:120]})") from None
    names = table.column_names
    if ID not in names or not set(COUNTS).intersection(names) or len(set(names)) < len(names):
        raise reading.fail(f"document has the columns {names[:10]}, not those of a listing")
    if wrong := [field.name for field in table.schema if not pa.types.is_string(field.type)]:
        raise reading.fail(f"column `{wrong[0][:80]}` should be text")
    wanted = [name for name in names if name in VOCABULARY]
    rows = {name: pa.chunked_array(table.column(name).chunks, pa.string()).combine_chunks() for name in wanted}
    return rows, table.schema.metadata or {}


def _note_columns(notes: dict[bytes, bytes], reading: Reading) -> None:
    """Count published columns that no rule names, and records that were left out for their length."""
    published = notes.get(PUBLISHED, b"")
    try:
        names = [name if folded(name) not in NOT_READ else "" for name in json.loads(published)]
        broken = int(notes.get(BROKEN, b""))
    except (ValueError, TypeError, AttributeError):
        raise reading.fail("document does not say which columns were published") from None
    note_unknown({PUBLISHED: json.dumps(names).encode()}, frozenset({""}), reading)
    if broken:
        reading.note("record of another length than the header", "left out", broken)


def _numbers(values: pa.Array, name: str, reading: Reading) -> pa.Array:
    """Give whole numbers; what is empty is null, and what is no whole number is null and counted."""
    whole = pc.match_substring_regex(values, pattern=_WHOLE)
    wrong = pc.and_(pc.invert(whole), pc.not_equal(values, ""))
    if n := pc.sum(wrong).as_py() or 0:
        first = values.filter(pc.fill_null(wrong, False))[0].as_py()
        reading.note(f"`{name}` is no whole number", repr(first)[:80], n)
    digits = pc.replace_substring_regex(values, pattern=_TAIL, replacement="")
    return pc.if_else(pc.fill_null(whole, False), digits, pa.scalar(None, pa.string())).cast(pa.int64())
