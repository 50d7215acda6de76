"""The ATOM Project's lists: which repositories count as first-party language models, and whose they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from weighbridge.decoding import csv_records
from weighbridge.record import Reading, Record
from weighbridge.rows import Row, table_of
from weighbridge.schema import ACCOUNT_REGIONS, STATED_RELEASES, STATED_SIZES, TRACKED, Table
from weighbridge.sources import CSV_FILE, Document, Issues, Source, Visit
from weighbridge.values import count, day, flag, number, repo_id, text

if TYPE_CHECKING:
    import pyarrow as pa

    from weighbridge.snapshot import Snapshot

SOURCE = Source(
    name="atom_tracked_models",
    publisher="The ATOM Project",
    says="Repositories tracked as first-party language models, regions of accounts, sizes, release days.",
    homepage="https://github.com/Interconnects-AI/tracked-models",
    licence="Apache-2.0",
    attribution="The ATOM Project (Interconnects AI), github.com/Interconnects-AI/tracked-models",
    tables=("tracked", "account_regions", "stated_sizes", "stated_releases"),
    misleads=(
        "The lists are made by hand: most models need 100,000 downloads to be on them.",
        "Region is the home of the organisation, not of its users or its compute.",
        "It holds no download numbers.",
        "Sizes are typed in by hand and mostly not reviewed; whether a model is a mixture of experts is mostly blank.",
    ),
)
REGIONS = ACCOUNT_REGIONS.column("region").one_of


class Shape(NamedTuple):
    """One of the five files: its table, how a row is read, and the fewest and most rows it may have."""

    table: Table
    read: Callable[[Record], Row]
    fewest: int
    most: int


BASE = "https://raw.githubusercontent.com/Interconnects-AI/tracked-models/main"
FILES = (
    "models.csv",
    "extra_models.csv",
    "metadata/organization_regions.csv",
    "metadata/model_parameters.csv",
    "metadata/release_date_corrections.csv",
)


def fetch(visit: Visit) -> Iterator[Document]:
    """Yield each file that has changed."""
    for path in FILES:
        yield from visit.changed(SOURCE, f"{BASE}/{path}", path.rsplit("/", 1)[-1], CSV_FILE)


def parse(snapshot: Snapshot, raw: bytes, issues: Issues) -> dict[str, pa.Table]:
    """Give the one table of this file, dated by the capture. Raises ParseError."""
    reading = Reading(snapshot.path, issues)
    shape = SHAPES.get(snapshot.file_name)
    if shape is None:
        raise reading.fail(f"file `{snapshot.file_name}` is none of {', '.join(SHAPES)}")
    at = snapshot.retrieved_at
    seen = {"source": SOURCE.name, "observed_on": at.date(), "observed_at": at}
    rows = [{**seen, **_used_up(record, shape.read)} for record in csv_records(raw, reading)]
    reading.expect_rows("rows", len(rows), shape.fewest, shape.most)
    return {shape.table.name: table_of(shape.table, rows, reading)}


def _used_up(record: Record, read: Callable[[Record], Row]) -> Row:
    row = read(record)
    record.done()
    return row


def _tracked(record: Record, which: str) -> Row:
    repo, account, model = (
        record.take("modelId", repo_id),
        record.take("org", text),
        record.take("model", text),
    )
    if repo != f"{account}/{model}":
        record.reading.note("id is not org/model", f"{repo} against {account}/{model}")
    return {"repo_id": repo, "list": which}


def _core(record: Record) -> Row:
    return _tracked(record, "core")


def _extra(record: Record) -> Row:
    return _tracked(record, "extra")


def _region(record: Record) -> Row:
    region = record.take("region", text)
    if region not in REGIONS:
        raise record.refuse("region", f"should be one of {', '.join(REGIONS)}, is {region[:40]}")
    return {
        "account": record.take("hf_org", repo_id),
        "region": region,
        "notes": record.take_or_null("notes", text),
    }


def _size(record: Record) -> Row:
    return {
        "repo_id": record.take("model_id", repo_id),
        "params_total": record.take_or_null("total_params_b", billions),
        "params_active": record.take_or_null("active_params_b", billions),
        "is_moe": record.take_or_null("is_moe", flag),
        "notes": record.take_or_null("notes", text),
    }


def _release(record: Record) -> Row:
    return {
        "repo_id": record.take("model_id", repo_id),
        "created_on": record.take_or_null("hf_created_at", day),
        "released_on": record.take("actual_release_date", day),
        "notes": record.take_or_null("notes", text),
    }


def billions(value: object) -> int:
    """Read a count typed in billions: "3.5" is 3,500,000,000."""
    number(value)
    return count(int(Decimal(str(value)) * 10**9))


SHAPES = {
    "models.csv": Shape(TRACKED, _core, 500, 20_000),
    "extra_models.csv": Shape(TRACKED, _extra, 50, 20_000),
    "organization_regions.csv": Shape(ACCOUNT_REGIONS, _region, 50, 5_000),
    "model_parameters.csv": Shape(STATED_SIZES, _size, 100, 20_000),
    "release_date_corrections.csv": Shape(STATED_RELEASES, _release, 5, 5_000),
}
