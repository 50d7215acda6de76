"""A full-Hub listing of a gigabyte to the tenth of it that is wanted: equal listings give equal bytes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from weighbridge.errors import ParseError
from weighbridge.full_hub.architectures import is_model_type
from weighbridge.full_hub.wanted import UNREADABLE, leaves, present

if TYPE_CHECKING:
    import datetime as dt

    import pyarrow as pa
    import pyarrow.parquet as pq

    from weighbridge.full_hub.ranges import RangedFile
    from weighbridge.full_hub.wanted import Wanted

# What is written beside the columns: when the listing was published, as which revision, and all that it had.
OBSERVED_AT, REVISION, PUBLISHED = b"weighbridge.observed_at", b"weighbridge.revision", b"weighbridge.columns"
# A listing has hundreds of thousands of different tags. These say under which terms and from what; besides them those
# that are a model type are kept.
TAGS_KEPT = ("license:", "base_model:")
FEWEST_ROWS, MOST_ROWS = 500_000, 20_000_000
MOST_BYTES = 700_000_000
TRIES = 3
_ROWS_AT_ONCE, _ROWS_IN_GROUP = 65_536, 262_144


def projected(file: RangedFile, revision: str, at: dt.datetime) -> bytes:
    """Read the wanted columns of the Parquet file `file` and give them as one; of `tags` what `kept_tags` keeps.

    ParseError where the listing is no such listing. A row group that cannot be decoded is read again.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        # Columns that stand beside each other travel in one range.
        source = pq.ParquetFile(file, pre_buffer=True)
        columns = present(source.schema_arrow, file.url)
        paths = leaves(columns, source)
        _expect_rows(source, file.url)
        file.most, footer = MOST_BYTES, file.travelled
        notes = {OBSERVED_AT: at.isoformat(), REVISION: revision, PUBLISHED: json.dumps(source.schema_arrow.names)}
        sink, writer, done = pa.BufferOutputStream(), None, 0
        filled = [n for n in range(source.num_row_groups) if source.metadata.row_group(n).num_rows]
        for group in filled:
            rows = _read(source, group, paths, columns, file.url)
            done += rows.num_rows
            file.planned = footer + (file.travelled - footer) * source.metadata.num_rows // done
            if writer is None:
                schema = rows.schema.with_metadata(notes)
                writer = pq.ParquetWriter(sink, schema, compression="zstd", compression_level=9)
            writer.write_table(rows.cast(writer.schema), row_group_size=_ROWS_IN_GROUP)
        if writer is not None:
            writer.close()
    except UNREADABLE as error:
        raise _refused(f"is no Parquet that can be read ({str(error)[:120]})", file.url) from error
    whole: bytes = sink.getvalue().to_pybytes()
    return whole


def _expect_rows(source: pq.ParquetFile, where: str) -> None:
    """Refuse, before they travel, rows that are far fewer or more than there ever were."""
    rows = source.metadata.num_rows
    if not FEWEST_ROWS <= rows <= MOST_ROWS:
        raise _refused(f"has {rows:,} rows, expected {FEWEST_ROWS:,} to {MOST_ROWS:,}", where)


def _read(source: pq.ParquetFile, group: int, paths: list[str], columns: tuple[Wanted, ...], where: str) -> pa.Table:
    """Read one row group, once more where it cannot be decoded."""
    import pyarrow as pa

    whole = source.metadata.row_group(group).num_rows
    for attempt in range(1, TRIES + 1):
        try:
            batches = source.iter_batches(_ROWS_AT_ONCE, row_groups=[group], columns=paths, use_threads=False)
            rows = pa.concat_tables([_slim(pa.Table.from_batches([batch]), columns) for batch in batches])
        except UNREADABLE as error:
            if attempt == TRIES:
                what = f"row group {group} cannot be decoded ({str(error)[:120]})"
                raise _refused(what, where) from error
        else:
            if rows.num_rows != whole:
                raise _refused(f"row group {group} has {rows.num_rows:,} rows where {whole:,} are stated", where)
            return rows
    raise AssertionError(TRIES)


def _slim(rows: pa.Table, columns: tuple[Wanted, ...]) -> pa.Table:
    """Give the columns in their own order, with the tags that are kept."""
    rows = rows.select([wanted.name for wanted in columns])
    place = rows.schema.get_field_index("tags")
    return rows.set_column(place, "tags", kept_tags(rows.column("tags").combine_chunks()))


def kept_tags(tags: pa.ListArray) -> pa.ListArray:
    """Give lists of the model types, and of what starts as `TAGS_KEPT` do; a missing list becomes an empty one."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    words = pc.list_flatten(tags)
    starts = [pc.starts_with(words, pattern=start) for start in TAGS_KEPT]
    kept = pc.or_(pc.fill_null(pc.or_(*starts), False), is_model_type(words))
    rows = pc.list_parent_indices(tags).filter(kept).to_numpy()
    offsets = np.concatenate([[0], np.bincount(rows, minlength=len(tags)).cumsum()])
    return pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), words.filter(kept).cast(pa.string()))


def _refused(what: str, where: str) -> ParseError:
    return ParseError(what, where=where, then="the other revisions are read; report it if it persists")
