"""A CSV listing to its wanted columns, as text and as they stood: equal listings give equal bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from weighbridge.errors import ParseError
from weighbridge.full_hub.csv_columns import ID, found, unknown
from weighbridge.full_hub.csv_rows import fields_limited, records
from weighbridge.full_hub.projection import OBSERVED_AT, PUBLISHED, REVISION

if TYPE_CHECKING:
    import pyarrow as pa

    from weighbridge.full_hub.dataset import FileState
    from weighbridge.full_hub.ranges import RangedFile

# What is written beside the columns: which of the published ones each is, and how many records were of another length.
READ_AS, BROKEN = b"weighbridge.read_as", b"weighbridge.broken"
# The Hub had more than 350,000 models when the history begins.
FEWEST_ROWS, MOST_ROWS = 200_000, 20_000_000
MOST_BYTES = 4_000_000_000
MOST_BROKEN = 0.01
# The Hub's first models have no account; there are some hundred of them.
FEWEST_ACCOUNTS = 0.9
LONGEST = 200
_ROWS_AT_ONCE = 65_536


def projected(file: RangedFile, state: FileState) -> bytes:
    """Read the CSV file `file` once and give its wanted columns as Parquet, named as the Hub's API names them.

    ParseError where no rule knows its columns, or where it is no listing of the whole Hub.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    if state.size > MOST_BYTES:
        raise _refused(f"has {state.size:,} bytes, expected at most {MOST_BYTES:,}", file.url)
    with fields_limited():
        rows = records(file, state.digest)
        header = next(rows)
        places = found(header)
        if not places:
            raise unknown(state.path, header)
        kept = _Kept(rows, len(header), list(places.values()), file.url)
        schema = pa.schema([(name, pa.string()) for name in places])
        table = pa.Table.from_batches([pa.record_batch(columns, schema) for columns in kept.batches()], schema)
    _expect_the_hub(table.column(ID), kept.broken, file.url)
    notes = {
        OBSERVED_AT: state.at.isoformat(), REVISION: state.commit, PUBLISHED: json.dumps(header),
        READ_AS: json.dumps({name: header[place] for name, place in places.items()}), BROKEN: str(kept.broken),
    }  # fmt: skip
    sink = pa.BufferOutputStream()
    pq.write_table(table.replace_schema_metadata(notes), sink, compression="zstd", compression_level=9)
    whole: bytes = sink.getvalue().to_pybytes()
    return whole


class _Kept:
    """The fields at `places` of records of `width` fields; `broken` counts the others once they are through."""

    def __init__(self, rows: Iterator[list[str]], width: int, places: list[int], where: str) -> None:
        self._rows, self._width, self._places, self._where = rows, width, places, where
        self.broken = 0

    def batches(self) -> Iterator[list[pa.Array]]:
        """Yield columns of at most _ROWS_AT_ONCE rows. ParseError for more rows than there can be."""
        import pyarrow as pa

        n = 0
        whole = self._whole()
        while batch := list(islice(whole, _ROWS_AT_ONCE)):
            n += len(batch)
            if n + self.broken > MOST_ROWS:
                raise _refused(f"has more than {MOST_ROWS:,} rows", self._where)
            yield [pa.array(values, pa.string()) for values in zip(*batch, strict=True)]

    def _whole(self) -> Iterator[list[str]]:
        for row in self._rows:
            if len(row) == self._width:
                # What is longer is no value: as much is kept as shows that.
                yield [row[place][: LONGEST + 1] for place in self._places]
            else:
                self.broken += 1


def _expect_the_hub(ids: pa.ChunkedArray, broken: int, where: str) -> None:
    import pyarrow.compute as pc

    if not FEWEST_ROWS <= len(ids) <= MOST_ROWS:
        raise _refused(f"has {len(ids):,} rows, expected {FEWEST_ROWS:,} to {MOST_ROWS:,}", where)
    if broken > MOST_BROKEN * len(ids):
        raise _refused(f"has {broken:,} records of another number of fields than its header", where)
    accounts = pc.sum(pc.match_substring(ids, "/")).as_py()
    if accounts < FEWEST_ACCOUNTS * len(ids):
        raise _refused(f"names an account in {accounts:,} of {len(ids):,} rows: its names are no repository ids", where)


def _refused(what: str, where: str) -> ParseError:
    return ParseError(what, where=where, then="the other revisions are read; report it if it persists")
