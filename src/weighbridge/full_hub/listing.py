"""The rows of a full-Hub listing: downloads, facts and model types of the repositories that it names."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from weighbridge.arrow import arrow_schema
from weighbridge.errors import ParseError
from weighbridge.full_hub.architectures import model_types
from weighbridge.full_hub.columns import counts, creation_days, instants, parameters, words
from weighbridge.full_hub.parents import lineage
from weighbridge.full_hub.projection import FEWEST_ROWS, MOST_ROWS, OBSERVED_AT, PUBLISHED
from weighbridge.full_hub.repositories import named, once
from weighbridge.full_hub.wanted import UNREADABLE, WANTED, present
from weighbridge.schema import CONFIGURATIONS, DOWNLOADS, REPO_FACTS
from weighbridge.values import instant

if TYPE_CHECKING:
    from weighbridge.record import Reading
    from weighbridge.schema import Table

# What listings have had beside the columns that are wanted.
NOT_READ = frozenset({
    "_id", "author", "cardData", "config", "disabled", "gated", "lastModified", "private", "sha", "siblings",
    "trendingScore",
})  # fmt: skip
STALE = dt.timedelta(days=3)


def listing_tables(source: str, raw: bytes, retrieved_at: dt.datetime, reading: Reading) -> dict[str, pa.Table]:
    """Build `downloads`, `repo_facts` and `configurations` from the bytes of a projection. Raises ParseError."""
    rows, at = _listing(raw, retrieved_at, reading)
    rows = once(named(rows, reading), reading)
    created = instants(rows["createdAt"], "createdAt", reading)
    _note_stale(created, at, reading)
    typed = _typed(rows["id"], model_types(rows["id"], rows["tags"], reading))
    tied = lineage(rows["id"], rows.pop("tags"), rows.pop("baseModels", None), reading)
    totals = [pc.struct_field(rows[name], "total") for name in ("safetensors", "gguf") if name in rows]
    values = {
        "repo_id": rows["id"],
        "downloads_30d": counts(rows["downloads"], "downloads", reading),
        "likes": counts(rows["likes"], "likes", reading),
        "created_on": creation_days(created, at, reading),
        "pipeline_tag": words(rows["pipeline_tag"], "pipeline_tag", reading),
        "library": words(rows["library_name"], "library_name", reading),
        "licence": words(tied.licence, "license", reading),
        "base_models": tied.base_models,
        "inferred_models": tied.inferred_models,
        "relation": tied.relation,
    }
    if "downloadsAllTime" in rows:
        values["downloads_all_time"] = counts(rows["downloadsAllTime"], "downloadsAllTime", reading)
    if totals:
        values["params_total"] = parameters(totals, reading)
    seen = {"source": source, "observed_on": at.date(), "observed_at": at}
    tables = {DOWNLOADS: values, REPO_FACTS: values, CONFIGURATIONS: typed}
    return {table.name: tabled(table, columns, seen) for table, columns in tables.items()}


def _typed(ids: pa.Array, types: pa.Array) -> dict[str, pa.Array]:
    """Keep the repositories that state a model type."""
    stated = pc.is_valid(types)
    return {"repo_id": ids.filter(stated), "model_type": types.filter(stated)}


def _listing(raw: bytes, retrieved_at: dt.datetime, reading: Reading) -> tuple[dict[str, pa.Array], dt.datetime]:
    """Read the columns by name, and when the listing was published."""
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(pa.BufferReader(raw))
        wanted = present(file.schema_arrow, reading.file)
        # Column by column: in one piece and in pieces at once, all of them take twice the room.
        rows = {w.name: file.read([w.name], use_threads=False).column(0).combine_chunks() for w in wanted}
    except ParseError as error:
        raise reading.fail(error.what) from None
    except UNREADABLE as error:
        raise reading.fail(f"document is no Parquet that can be read ({str(error)[:120]})") from None
    if len({len(values) for values in rows.values()}) > 1:
        raise reading.fail("columns are of different lengths")
    reading.expect_rows("listing", len(rows["id"]), FEWEST_ROWS, MOST_ROWS)
    notes = file.schema_arrow.metadata or {}
    note_unknown(notes, NOT_READ.union(wanted.name for wanted in WANTED), reading)
    return rows, published_at(notes, retrieved_at, reading)


def note_unknown(notes: dict[bytes, bytes], known: frozenset[str], reading: Reading) -> None:
    """Count the published columns that are not `known`. ParseError where a projection's notes name none."""
    try:
        names = json.loads(notes.get(PUBLISHED, b""))
    except ValueError:
        raise reading.fail("document does not say which columns were published") from None
    if not isinstance(names, list):
        raise reading.fail("document does not say which columns were published")
    for name in sorted({str(name) for name in names} - known):
        reading.note(f"unknown field `{name[:80]}`", name)


def published_at(notes: dict[bytes, bytes], retrieved_at: dt.datetime, reading: Reading) -> dt.datetime:
    """Give the instant that a projection's notes state, in UTC. ParseError where there is none, or a later one."""
    try:
        at = instant(notes.get(OBSERVED_AT, b"").decode())
    except (ValueError, UnicodeDecodeError):
        raise reading.fail("document does not say when the listing was published") from None
    if at > retrieved_at + dt.timedelta(days=1):
        raise reading.fail(f"listing was published at {at}, after it was read")
    return at


def _note_stale(created: pa.Array, at: dt.datetime, reading: Reading) -> None:
    """Count a listing whose newest repository is days older than it: the Hub has a new one every few seconds."""
    newest = pc.max(created).as_py()
    if newest is not None and newest < at - STALE:
        reading.note("listing older than its revision", f"newest repository {newest}, published {at}")


def tabled(table: Table, values: dict[str, pa.Array], seen: dict[str, object]) -> pa.Table:
    """Build `table` from columns, and from what is the same in every row; what is not known is null."""
    n, schema = len(values["repo_id"]), arrow_schema(table)
    made = {name: pa.repeat(pa.scalar(value, schema.field(name).type), n) for name, value in seen.items()}
    columns = [
        (values | made)[field.name] if field.name in values | made else pa.nulls(n, field.type) for field in schema
    ]
    return pa.Table.from_arrays(columns, schema=schema)
