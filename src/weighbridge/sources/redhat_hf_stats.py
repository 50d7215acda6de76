"""Near-daily Hub counts of two whole accounts: the trailing 30 days and all time side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from weighbridge.arrow import arrow_schema
from weighbridge.decoding import expect_last_line
from weighbridge.record import Reading
from weighbridge.schema import DOWNLOADS, FIRST_DAY, MOST
from weighbridge.sources import CSV_FILE, Document, Issues, Source, Visit

if TYPE_CHECKING:
    import pyarrow as pa

    from weighbridge.snapshot import Snapshot

SOURCE = Source(
    name="redhat_hf_stats",
    publisher="Hugging Face",
    says="Trailing 30-day and all-time downloads of every repository of RedHatAI and ibm-granite, near-daily.",
    homepage="https://github.com/mgoin/hf_model_stats",
    licence="unstated",
    attribution="Hugging Face Hub API (huggingface.co/api/models), by github.com/mgoin/hf_model_stats",
    tables=("downloads",),
    misleads=(
        "Two accounts only; RedHatAI holds quantised copies of other makers' models.",
        "All-time counts fall now and then, because the Hub cleans up backwards.",
        "Repositories are shown under their present names for the days before they were renamed.",
        "There are gaps of weeks in late 2024 and of days in March 2025.",
    ),
)
FEWEST, MOST_ROWS = 10_000, 10_000_000
LONGEST_HEADER = 10_000
# Column of the file to column of the table.
COLUMNS = {
    "date": "observed_on",
    "model_id": "repo_id",
    "likes": "likes",
    "downloads": "downloads_30d",
    "downloads_all_time": "downloads_all_time",
}
COUNTS = ("likes", "downloads", "downloads_all_time")
BASE = "https://raw.githubusercontent.com/mgoin/hf_model_stats/main"
FILES = (
    "model_stats_RedHatAI.csv",
    "model_stats_ibm-granite.csv",
)


def fetch(visit: Visit) -> Iterator[Document]:
    """Yield each file that has changed."""
    for path in FILES:
        yield from visit.changed(SOURCE, f"{BASE}/{path}", path.rsplit("/", 1)[-1], CSV_FILE)


def parse(snapshot: Snapshot, raw: bytes, issues: Issues) -> dict[str, pa.Table]:
    """Give `downloads`, one row per day and repository, both counts. Raises ParseError."""
    import pyarrow as pa

    reading = Reading(snapshot.path, issues)
    expect_last_line(raw, reading)
    read = _read(raw, reading)
    reading.expect_rows("rows", read.num_rows, FEWEST, MOST_ROWS)
    _check(read, snapshot, reading)
    schema = arrow_schema(DOWNLOADS)
    columns = {COLUMNS[name]: read[name].combine_chunks() for name in COLUMNS}
    columns["source"] = pa.repeat(SOURCE.name, read.num_rows)
    columns["observed_at"] = pa.repeat(pa.scalar(snapshot.retrieved_at, pa.timestamp("us", "UTC")), read.num_rows)
    return {"downloads": pa.table([columns[name] for name in schema.names], schema=schema)}


def _read(raw: bytes, reading: Reading) -> pa.Table:
    import pyarrow as pa
    from pyarrow import csv

    header = _header(raw, reading)
    types = {"date": pa.date32(), "model_id": pa.string()} | dict.fromkeys(COUNTS, pa.int64())
    options = csv.ConvertOptions(column_types=types, null_values=[""], strings_can_be_null=True)
    try:
        return csv.read_csv(pa.BufferReader(raw), csv.ReadOptions(use_threads=False), convert_options=options)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError, pa.ArrowKeyError, UnicodeDecodeError) as error:
        raise reading.fail(_named(str(error), header)) from None


def _named(message: str, header: list[str]) -> str:
    """Put the column's name where Arrow gives its number."""
    found = re.search(r"CSV column #(\d+)", message)
    field = header[int(found[1])] if found and int(found[1]) < len(header) else ""
    subject = f"field `{field}` is not readable" if field else "document is not this CSV"
    return f"{subject}: {message[:200]}"


def _header(raw: bytes, reading: Reading) -> list[str]:
    """Read the first line and check it, before Arrow believes it."""
    names = raw[:LONGEST_HEADER].split(b"\n", 1)[0].decode("utf-8", "replace").strip().split(",")
    for name in COLUMNS:
        if names.count(name) != 1:
            raise reading.fail(f"column `{name}` stands {names.count(name)} times in the header, expected once")
    for name in set(names) - COLUMNS.keys():
        reading.note(f"unknown field `{name[:80]}`", "header")
    return names


def _check(read: pa.Table, snapshot: Snapshot, reading: Reading) -> None:
    import pyarrow.compute as pc

    bounds: dict[str, tuple[object, object]] = dict.fromkeys(COUNTS, (0, int(MOST)))
    bounds["date"] = (FIRST_DAY, snapshot.retrieved_at.date())
    for name, (low, high) in bounds.items():
        outside = pc.or_(pc.less(read[name], low), pc.greater(read[name], high))
        if (read[name].null_count and name not in COUNTS) or pc.any(outside).as_py():
            raise reading.fail(f"field `{name}` should be from {low} to {high} in every row")
    ids = pc.match_substring_regex(read["model_id"], r"^[A-Za-z0-9_.\-]{1,96}/[A-Za-z0-9_.\-]{1,96}$")
    if read["model_id"].null_count or not pc.all(ids).as_py():
        raise reading.fail("field `model_id` should be a repository id account/name in every row")
    days = read.group_by(["date", "model_id"]).aggregate([])
    if days.num_rows != read.num_rows:
        raise reading.fail(f"{read.num_rows - days.num_rows} rows state a `date` and `model_id` a second time")
